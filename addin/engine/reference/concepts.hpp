// SPDX-License-Identifier: MPL-2.0
//
// What a number counts: by which municipality, in which unit, in which ages. Two numbers compare only where these are the
// same, as far as they are stated.
//
//     same_concept("0-22-årige", "0-22 år");         // true
//     same_concept("Handlekommune", "Betalingskommune");     // false
#pragma once

#include "catalogue/catalogue.hpp"

#include <string>
#include <string_view>

namespace trinvis
{

/// The three as a source states them; empty is unknown.
struct Concepts
{
    std::string municipality_concept;
    std::string counting_unit;
    std::string age_base;

    bool operator==(const Concepts&) const = default;
};

/// True when two texts mean the same concept: capital letters, blanks, dashes and the words "år", "-årige", "years", "aged",
/// "unikke", "unique" make no difference. An empty text is unknown and contradicts nothing.
[[nodiscard]] bool same_concept(std::string_view a, std::string_view b);

/// True when a source states, for an item of a figure, another concept than the figure's row in Katalog. A denominator that is
/// a population, counted as persons by where they live, is the same for all figures: of it the ages alone are compared.
[[nodiscard]] bool states_other_definition(const Figure& figure, const Concepts& stated, bool denominator,
                                           const Words& words);

} // namespace trinvis
