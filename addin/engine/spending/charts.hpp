// SPDX-License-Identifier: MPL-2.0
//
// The charts of spending: development, distribution over the steps, extra spending, and the comparison.
//
//     std::vector<ChartContent> charts = spending_charts(spending, municipalities, texts);
#pragma once

#include "spending/spending.hpp"
#include "table/chart_content.hpp"

#include <optional>

namespace trinvis::spending
{

/// The total of each year in current prices, and in fixed prices where the index reaches. Nothing with fewer than two
/// years.
[[nodiscard]] std::optional<ChartContent> development_chart(const Spending& spending, const Texts& texts);

/// Each year's spending, its parts upon each other. Nothing without years.
[[nodiscard]] std::optional<ChartContent> distribution_chart(const Spending& spending, const Texts& texts);

/// A bar a part, the sixth step on top: how much more than in the basis year. Nothing where the latest year is the basis
/// year or has no index.
[[nodiscard]] std::optional<ChartContent> extra_chart(const Spending& spending, const Texts& texts);

/// Ranked bars of the compared group, spending on the steps per 0-22-year-old. Nothing without a comparison.
[[nodiscard]] std::optional<ChartContent> comparison_chart(const Spending& spending,
                                                           const Municipalities& municipalities, const Texts& texts);

} // namespace trinvis::spending
