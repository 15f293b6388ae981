// SPDX-License-Identifier: MPL-2.0
#include "functions/function_table.hpp"

#include <algorithm>

namespace trinvis::functions
{

namespace
{

std::vector<SpreadsheetFunction> rows()
{
    const FunctionArgument count{"count", "count"};
    const FunctionArgument total{"total", "total"};
    const FunctionArgument confidence{"confidence", "confidence"};
    const FunctionArgument population{"population", "population"};
    const FunctionArgument multiplier{"multiplier", "multiplier"};
    const FunctionArgument values{"values", "values"};
    const FunctionArgument counts{"counts", "strata_counts"};
    const FunctionArgument populations{"populations", "strata_populations"};
    const FunctionArgument average{"average", "average"};
    const FunctionArgument level{"level", "level"};
    const FunctionArgument observed{"observed", "observed"};
    const FunctionArgument ranked{"values", "ranked_values"};
    const FunctionArgument descending{"descending", "descending", true};
    const FunctionArgument series{"values", "series"};
    const FunctionArgument a{"a", "a"};
    const FunctionArgument b{"b", "b"};
    const FunctionArgument table{"table", "table"};
    // Only `any` takes a number, a text or a date alike, and Calc holds that to be optional.
    const FunctionArgument figure{"figure", "figure", true};
    const FunctionArgument municipality{"municipality", "municipality", true};
    const FunctionArgument period{"period", "period", true};
    return {
        {"wilsonLower", "wilson_lower", "limits", {count, total, confidence}},
        {"wilsonUpper", "wilson_upper", "limits", {count, total, confidence}},
        {"rateLower", "rate_lower", "limits", {count, population, multiplier, confidence}},
        {"rateUpper", "rate_upper", "limits", {count, population, multiplier, confidence}},
        {"meanLower", "mean_lower", "limits", {values, confidence}},
        {"meanUpper", "mean_upper", "limits", {values, confidence}},
        {"standardisedRate",
         "standardised_rate",
         "standardisation",
         {counts, populations, {"standardPopulations", "standard_populations"}, multiplier, confidence}},
        {"indirectRatio",
         "indirect_ratio",
         "standardisation",
         {counts,
          populations,
          {"referenceCounts", "reference_counts"},
          {"referencePopulations", "reference_populations"},
          confidence}},
        {"funnelProportionLower", "funnel_proportion_lower", "funnels", {average, total, level}},
        {"funnelProportionUpper", "funnel_proportion_upper", "funnels", {average, total, level}},
        {"funnelCountLower", "funnel_count_lower", "funnels", {observed, level}},
        {"funnelCountUpper", "funnel_count_upper", "funnels", {observed, level}},
        {"funnelVerdict", "funnel_verdict", "funnels", {count, total, average}},
        {"overdispersion",
         "overdispersion",
         "funnels",
         {{"zScores", "z_scores"}, {"trim", "trim"}, {"standardErrors", "standard_errors", true}}},
        {"quantileGroup", "quantile_group", "places", {ranked, {"groups", "groups"}, {"inverted", "inverted", true}}},
        {"rankOf", "rank_of", "places", {ranked, descending}},
        {"trendChiSquare", "trend_chi_square", "development", {{"counts", "trend_counts"}, {"totals", "trend_totals"}}},
        {"mannKendall", "mann_kendall", "development", {series}},
        {"theilSen", "theil_sen", "development", {series}},
        {"xmrLimits", "xmr_limits", "development", {series}},
        {"mannWhitney", "mann_whitney", "tests", {a, b}},
        {"cliffsDelta", "cliffs_delta", "tests", {a, b}},
        {"welch", "welch", "tests", {a, b}},
        {"benjaminiHochberg", "benjamini_hochberg", "tests", {{"pValues", "p_values"}}},
        {"nearest",
         "nearest",
         "similar",
         {{"indicators", "indicators"}, {"row", "row"}, {"weights", "weights"}, {"k", "k"}}},
        {"figureValue", "figure_value", "figures", {table, figure, municipality, period}},
        {"figureGroupMean",
         "figure_group_mean",
         "figures",
         {table, figure, municipality, period, {"group", "mean_group", true}}},
        {"figureRank",
         "figure_rank",
         "figures",
         {table, figure, municipality, period, descending, {"group", "rank_group", true}}},
    };
}

} // namespace

std::span<const SpreadsheetFunction> all_functions()
{
    static const std::vector<SpreadsheetFunction> functions = rows();
    return functions;
}

const SpreadsheetFunction* find_function(std::string_view name)
{
    const auto functions = all_functions();
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const SpreadsheetFunction& function) { return function.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

const std::string& display_name(const SpreadsheetFunction& function, const Texts& texts)
{
    return texts.get("function." + std::string(function.key) + ".name");
}

const std::string& description(const SpreadsheetFunction& function, const Texts& texts)
{
    return texts.get("function." + std::string(function.key) + ".description");
}

const std::string& display_name(const FunctionArgument& argument, const Texts& texts)
{
    return texts.get("function_argument." + std::string(argument.key) + ".name");
}

const std::string& description(const FunctionArgument& argument, const Texts& texts)
{
    return texts.get("function_argument." + std::string(argument.key) + ".description");
}

} // namespace trinvis::functions
