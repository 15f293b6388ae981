// SPDX-License-Identifier: MPL-2.0
//
// Judges every comparison of a benchmark: standing, verdict, trend, potential, turning point, inspiration.
//
//     judge(benchmark, source, workbook.figures);
//     benchmark.comparisons.front().judgement.verdict;
//
// Conventions, said in the sheet: a group's over-dispersion is that of the others, without the own municipality, and the
// country's where the group has fewer than ten of them; the verdicts of one group are one family of tests (Benjamini &
// Hochberg), namely each figure's latest round with a value, which is what the sheet shows, and for what lies before the
// figures of the same round; so are the trends.
#pragma once

#include "benchmark/compare.hpp"

#include <vector>

namespace trinvis
{

/// Fills in the judgement of each comparison. The comparisons must stand as compare() leaves them: those of a figure
/// together, in them those of a round together, the rounds by date.
void judge(Benchmark& benchmark, const FigureSource& source, const std::vector<Figure>& figures);

} // namespace trinvis
