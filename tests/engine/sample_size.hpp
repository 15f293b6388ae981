// SPDX-License-Identifier: MPL-2.0
//
// How much of a large sample a test works through. What ships is tried on all of it; under the sanitizers, where every step
// takes ten times as long and what is looked for are faults of memory, a part of it does.
//
//     for (std::size_t round = 0; round < sample_size(400); ++round)        // 80 under the sanitizers
#pragma once

#include <cstddef>

namespace trinvis::tests
{

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t part_of_sample = 5;
#else
constexpr std::size_t part_of_sample = 1;
#endif

/// The whole number, or a fifth of it under the sanitizers; at least 1.
[[nodiscard]] constexpr std::size_t sample_size(std::size_t whole)
{
    return whole < part_of_sample ? 1 : whole / part_of_sample;
}

} // namespace trinvis::tests
