// SPDX-License-Identifier: MPL-2.0
//
// The first table of Sammenligning: one row a figure against the main group, in words that are read at a glance, and
// beneath it how they are to be read.
//
//     add_overview(sheet, benchmark, source, workbook, texts);
#pragma once

#include "benchmark/compare.hpp"
#include "table/sheet_content.hpp"

#include <optional>
#include <vector>

namespace trinvis
{

/// The widths of the columns that the tables of Sammenligning share and that are printed; together they fill an A4
/// page across at nine tenths of its size.
[[nodiscard]] const std::vector<double>& overview_widths_mm();

/// The group that the overview speaks of: the main group, or the country where the main group has too few municipalities
/// with numbers for every figure. Nothing without comparisons.
[[nodiscard]] std::optional<GroupKind> overview_group(const Benchmark& benchmark, const Workbook& workbook);

/// Which rounds and which group the overview is about, in a sentence.
[[nodiscard]] std::string overview_sentence(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts);

/// That the figures are invented, where Stamdata or a source in the comparison data says so; else empty.
[[nodiscard]] std::string invented_sentence(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts);

/// What must be said wherever the numbers are shown: how many values with errors are not counted, and what keeps a group
/// from being as Grupper wants it.
[[nodiscard]] std::vector<std::string> reservations(const Benchmark& benchmark, const Municipalities& municipalities,
                                                    const Texts& texts);

/// Adds the headings, a row a figure in the order of Katalog, and the lines that say how to read them.
void add_overview(SheetContent& sheet, const Benchmark& benchmark, const FigureSource& source, const Workbook& workbook,
                  const Texts& texts);

} // namespace trinvis
