// SPDX-License-Identifier: MPL-2.0
//
// A key figure looked up in a range of cells: its value, the mean of a group and the rank among others. The range is the
// whole of what is known, so that a cell is computed anew when a cell of the table changes.
//
//     const auto answer = figure_value(range, known, Cell{"anbragte/boern*1000"}, Cell{706.0}, Cell{"30-09-2026"});
//
// A figure is named in one of three ways, tried in this order:
//   an item of the table                     its value as it stands
//   two items, "anbragte/boern*1000"         their quotient times a factor, which is 1 when it is left out
//   a figure that ships with the product     by number, name or alias, its items and factor as in templates/catalogue.json
// The workbook's own Katalog is not looked at: a cell cannot follow what it is not given.
#pragma once

#include "functions/figure_table.hpp"

#include <optional>

namespace trinvis::functions
{

/// What a function answers: nothing for a wrong argument, an empty cell where the table does not hold the number, a
/// number otherwise.
using FigureAnswer = std::optional<Cell>;

/// The figure of a municipality in a period. Municipality and period are empty for a table that has none of them; wrong
/// arguments are a table without known headings, a figure that cannot be found, a unit that is neither in the table nor
/// one of the country's municipalities, and a municipality or period given, or left out, against the table. Values that
/// cannot be true are not there, as in measure().
[[nodiscard]] FigureAnswer figure_value(const Grid& table, const Known& known, const Cell& figure,
                                        const Cell& municipality, const Cell& period);

/// The unweighted mean of the figure in a group: an empty range for the municipality's municipality group, the word of a
/// kind of group ("land", "region", "landsdel", "kommunegruppe"), the name of one ("Region Midtjylland"), or a list of
/// municipalities. Groups are those that ship with the product, regions as they are in the period. The municipality itself is counted, but for a municipality group. A municipality that is none of the
/// country's has all others of the table as its group. Units that are no municipality are left out unless they are named.
[[nodiscard]] FigureAnswer figure_group_mean(const Grid& table, const Known& known, const Cell& figure,
                                             const Cell& municipality, const Cell& period, const Grid& group);

/// The municipality's rank on the figure among a group that it is always part of: an empty range for all municipalities
/// of the table, otherwise as in figure_group_mean. Ties share the lowest rank.
[[nodiscard]] FigureAnswer figure_rank(const Grid& table, const Known& known, const Cell& figure,
                                       const Cell& municipality, const Cell& period, bool descending,
                                       const Grid& group);

} // namespace trinvis::functions
