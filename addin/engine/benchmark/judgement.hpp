// SPDX-License-Identifier: MPL-2.0
//
// Everything that is judged of one figure on one date against one group, on top of its numbers in Comparison.
//
//     comparison.judgement.verdict;                 // Verdict::not_significant, though the funnel alone says high_95
//     comparison.judgement.doubt;                   // Doubt::many_figures: that is why
#pragma once

#include "benchmark/chance.hpp"
#include "benchmark/potential.hpp"
#include "benchmark/standing.hpp"
#include "benchmark/trend.hpp"
#include "benchmark/turning_point.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace trinvis
{

/// Why the difference that the funnel alone would claim is not claimed.
enum class Doubt
{
    none,
    overdispersion, ///< municipalities differ more than chance gives, and the own one lies among them
    many_figures    ///< so many figures are looked at that one of them lies there by chance
};

/// "none", "overdispersion", "many-figures".
[[nodiscard]] std::string_view doubt_code(Doubt doubt);

struct Judgement
{
    std::optional<Standing> standing;
    std::optional<double> distance;      ///< own value − the group's level, in the figure's unit
    Verdict verdict = Verdict::no_group; ///< the funnel's, with over-dispersion and the number of figures in mind
    Doubt doubt = Doubt::none;
    int merit = 0;                    ///< 1 better, -1 worse, 0 without a direction or without a difference
    std::optional<double> p;          ///< two-sided, over-dispersion in mind
    std::optional<double> adjusted_p; ///< Benjamini & Hochberg's, over the family
    std::size_t family = 0;           ///< how many p are in the family
    std::optional<Spread> spread;     ///< of the others
    TurningPoint turning_point;
    Trend trend;         ///< its state with the number of figures in mind
    int trend_merit = 0; ///< as merit, of the movement
    std::optional<Potential> potential;
    std::vector<std::size_t> inspiration; ///< Municipalities::all() indexes of those clearly better, the best first
};

} // namespace trinvis
