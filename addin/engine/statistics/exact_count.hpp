// SPDX-License-Identifier: MPL-2.0
//
// The exact Poisson limits for a number of events, which rates with few events and the funnel for counts share.
//
//     const auto limits = statistics::exact_count(5, 0.95);    // 1.6235 and 11.6683 events
#pragma once

#include "statistics/interval.hpp"

#include <optional>

namespace trinvis::statistics
{

/// Beyond this Boost's iteration slows down and ends too early (at 1e12 the upper limit is 1 % of the width off).
constexpr double most_events = 1e9;

/// Limits for the expected number of events behind an observed number; the lower is 0 when none were observed.
/// Takes 0 to `most_events` events (need not be whole) and a confidence strictly between 0 and 1; refuses anything else.
/// Source: Garwood (1936), Biometrika 28, 437-442, through the chi-square distribution as in OHID's Fingertips
/// technical guidance: chi2(p; 2x)/2 and chi2(1-p; 2x+2)/2 with p = (1-confidence)/2.
[[nodiscard]] std::optional<Interval> exact_count(double events, double confidence);

} // namespace trinvis::statistics
