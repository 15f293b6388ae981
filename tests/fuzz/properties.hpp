// SPDX-License-Identifier: MPL-2.0
//
// What the fuzz targets share: a property that must hold whatever the input, and a few municipalities.
//
//     require(folded(small) == small, "folding twice is folding once");
#pragma once

#include "catalogue/municipalities.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace trinvis::fuzz
{

/// Ends the process when a property does not hold; the fuzzer then keeps the input.
inline void require(bool holds, const char* property)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

/// Three municipalities with the difficult letters, written here so that a target reads no file.
[[nodiscard]] inline Municipalities municipalities()
{
    return Municipalities::from_json(R"({"municipalities": [
        {"code": "101", "name": "København", "aliases": ["Copenhagen", "Københavns Kommune"], "region": "Hovedstaden",
         "landsdel": "Byen København", "group": "Hovedstadskommuner", "population": 600000, "population_0_17": 110000, "population_0_22": 143145},
        {"code": "169", "name": "Høje-Taastrup", "region": "Hovedstaden", "landsdel": "Københavns omegn",
         "group": "Hovedstadskommuner", "population": 48000, "population_0_17": 11000, "population_0_22": 14000},
        {"code": "825", "name": "Læsø", "region": "Nordjylland", "landsdel": "Nordjylland", "group": "Landkommuner",
         "population": 1800, "population_0_17": 250, "population_0_22": 298}]})");
}

} // namespace trinvis::fuzz
