// SPDX-License-Identifier: MPL-2.0
//
// Comparisons in words. A sentence claims no more than the statistics carry: without a verdict there is no "higher".
//
//     verdict_sentence(comparison, figure, workbook, texts);
//     // "Jeres værdi er 4,2 pr. 1.000 0-22-årige (95 pct. interval 3,1-5,6). Den ligger lavere end hele landet (5,9) …"
//     traced_own_sentence(comparison, figure, texts).traces[0].source.key;     // "figure/3/own"
//
// The traced sentences name their numbers by these keys, and number_places.hpp finds the cells: "figure/<id>/own",
// "…/lower", "…/upper", "…/change", "…/trend_rounds", and for a group "figure/<id>/<group>/level" and the like.
#pragma once

#include "benchmark/compare.hpp"
#include "table/traced_text.hpp"

#include <string>

namespace trinvis
{

/// How many decimals a figure is shown with: none for kroner and from 1,000 on, two below 1, else one.
[[nodiscard]] int shown_decimals(const Figure& figure, double value);

/// A value with its unit: "12,4 pct.".
[[nodiscard]] std::string shown_value(const Figure& figure, double value, Language language);

/// The name of an item, its id when it has no row.
[[nodiscard]] std::string item_name(const Workbook& workbook, std::string_view item);

/// The short verdict of a table, over-dispersion and the number of figures in mind: "Lavere (95 pct.)", "Ingen sikker
/// forskel" …
[[nodiscard]] std::string verdict_words(const Comparison& comparison, const Texts& texts);

/// The key of one of a figure's own numbers: figure_key("3", "own") is "figure/3/own".
[[nodiscard]] std::string figure_key(std::string_view figure, std::string_view number);

/// The key of a number of a figure in a group: "figure/3/country/level".
[[nodiscard]] std::string group_key(const Comparison& comparison, std::string_view number);

/// The own value with its date and interval: "Jeres værdi er 4,2 pr. 1.000 0-22-årige pr. 30-09-2026 (…)."
[[nodiscard]] std::string own_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                                       const Texts& texts);
[[nodiscard]] TracedText traced_own_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// Where the municipality stands against one group, without the own value.
[[nodiscard]] std::string standing_sentence(const Comparison& comparison, const Figure& figure,
                                            const Workbook& workbook, const Texts& texts);
[[nodiscard]] TracedText traced_standing_sentence(const Comparison& comparison, const Figure& figure,
                                                  const Texts& texts);

/// Both: the own value, then where it stands against one group.
[[nodiscard]] std::string verdict_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                                           const Texts& texts);

/// A sentence about the change since the previous round; empty when there is none.
[[nodiscard]] std::string change_sentence(const Comparison& comparison, const Figure& figure, const Workbook& workbook,
                                          const Texts& texts);
[[nodiscard]] TracedText traced_change_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// A sentence about a certain movement over the last rounds; empty when none is certain.
[[nodiscard]] std::string trend_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts);
[[nodiscard]] TracedText traced_trend_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts);

/// A sentence about the distance to the group's level in children, cases or kroner. For counts it is made only where the
/// verdict claims a difference; kroner have no verdict, and the sentence says that their uncertainty is unknown. Empty
/// otherwise.
[[nodiscard]] std::string potential_sentence(const Comparison& comparison, const Figure& figure, const Texts& texts);
[[nodiscard]] TracedText traced_potential_sentence(const Comparison& comparison, const Figure& figure,
                                                   const Texts& texts);

} // namespace trinvis
