// SPDX-License-Identifier: MPL-2.0
//
// A judgement in few words, for the cells of a table: a symbol and a word first, so that a column is read at a glance.
// "Better" and "worse" are said only where Katalog has a direction.
//
//     verdict_cell(comparison, texts);              // "▲ Højere (95 pct.) – bedre"
//     turning_point_cell(comparison, figure, texts);     // "7 børn færre: så er forskellen ikke sikker"
#pragma once

#include "benchmark/compare.hpp"

#include <string>

namespace trinvis
{

/// The verdict with its symbol; where the funnel alone would claim more, why it is not claimed.
[[nodiscard]] std::string verdict_cell(const Comparison& comparison, const Texts& texts);

/// "nr. 3 af 31 (1 er bedst), bedste fjerdedel"; "–" without a rank.
[[nodiscard]] std::string standing_cell(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// "▲ Stigende over 5 runder – bedre", "● Ingen sikker udvikling", or why nothing can be told.
[[nodiscard]] std::string trend_cell(const Comparison& comparison, const Texts& texts);

/// The distance to the group's level in children, cases or kroner with its interval: "12 børn flere (3 til 21 flere)";
/// "–" where there is none.
[[nodiscard]] std::string potential_cell(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// The least change that would change the verdict; "–" where there is none.
[[nodiscard]] std::string turning_point_cell(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// The names and values of the first of those who do clearly better and how many more there are; "Ingen klart bedre"
/// where there are none, "Ingen retning sat" without a direction, "–" where the spread is unknown.
[[nodiscard]] std::string inspiration_cell(const Comparison& comparison, const Figure& figure,
                                           const FigureSource& source, const Texts& texts);

/// The own value with its interval: "4,2 (3,1-5,6)".
[[nodiscard]] std::string own_cell(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// A whole number of what the figure's numerator counts, with more or fewer: "1 barn flere", "5 sager færre".
[[nodiscard]] std::string more_or_fewer(const Figure& figure, double count, const Texts& texts);

} // namespace trinvis
