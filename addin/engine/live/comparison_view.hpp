// SPDX-License-Identifier: MPL-2.0
//
// A comparison as the panel shows it, one figure at a time: the own value, the group, the verdict, the place and the
// movement, each as the overview of the sheet Sammenligning says it.
//
//     const ComparisonView view = comparison_view(results.benchmark, source, workbook, words, texts);
//     if (const auto figure = view.figure_in(sheet, row))
//         view.figures[*figure].verdict;            // "● Ingen sikker forskel"
#pragma once

#include "live/strip_picture.hpp"
#include "results/results.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

struct FigureStanding
{
    std::string figure;
    std::string title;   ///< "3 Anbringelser i plejefamilier, pct."
    std::string own;     ///< "Jeres tal: 55,6 (46,8-63,9) pct., 31-12-2026"
    std::string group;   ///< "Niveauet i de øvrige kommuner …: 63,9 (samlet)"; empty where there is none
    std::string verdict; ///< or why there is none
    std::string place;
    std::string trend;
    Strip strip; ///< empty where there is nothing to draw
};

struct ComparisonView
{
    /// What the overview says above the numbers: that they are invented, the round and the group, what is not counted, and
    /// what a reader of shared results must know.
    std::string note;
    std::vector<FigureStanding> figures;             ///< in the order of Katalog
    std::map<std::pair<int, int>, std::size_t> rows; ///< which figure a row is about, by sheet and row

    /// The figure that a row of a sheet is about.
    [[nodiscard]] std::optional<std::size_t> figure_in(int sheet, int row) const;
};

/// Everything that the panel shows of a comparison. What the panel itself says comes in the language of `texts`.
[[nodiscard]] ComparisonView comparison_view(const Benchmark& benchmark, const FigureSource& source,
                                             const Workbook& workbook, const Words& words, const Texts& texts);

} // namespace trinvis
