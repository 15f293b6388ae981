// SPDX-License-Identifier: MPL-2.0
#include "functions/statistics_functions.hpp"

#include "functions/range_values.hpp"
#include "statistics/multiple_testing.hpp"
#include "statistics/overdispersion.hpp"
#include "statistics/process_control.hpp"
#include "statistics/ranking.hpp"
#include "statistics/similarity.hpp"
#include "statistics/standardisation.hpp"
#include "statistics/trend.hpp"
#include "statistics/two_groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trinvis::functions
{

namespace
{

/// A number that counts something: whole, from 1, and not too large to be one.
std::optional<int> whole_from_one(double number)
{
    if (!(number >= 1 && number <= std::numeric_limits<int>::max()) || number != std::floor(number))
        return {};
    return static_cast<int>(number);
}

} // namespace

std::optional<statistics::Interval> mean_limits(const Grid& values, double confidence)
{
    const auto list = numbers(values);
    return list ? statistics::mean(*list, confidence) : std::nullopt;
}

std::optional<Grid> standardised_rate(const Grid& counts, const Grid& populations, const Grid& standard_populations,
                                      double multiplier, double confidence)
{
    const auto lists = numbers_side_by_side({&counts, &populations, &standard_populations});
    if (!lists)
        return {};
    const auto rate = statistics::standardised_rate(lists->at(0), lists->at(1), lists->at(2), multiplier, confidence);
    if (!rate)
        return {};
    return row({rate->value, rate->lower, rate->upper});
}

std::optional<Grid> indirect_ratio(const Grid& counts, const Grid& populations, const Grid& reference_counts,
                                   const Grid& reference_populations, double confidence)
{
    const auto lists = numbers_side_by_side({&counts, &populations, &reference_counts, &reference_populations});
    if (!lists)
        return {};
    const auto ratio = statistics::indirect_ratio(lists->at(0), lists->at(1), lists->at(2), lists->at(3), confidence);
    if (!ratio)
        return {};
    return row({ratio->observed, ratio->expected, ratio->ratio, ratio->lower, ratio->upper});
}

std::optional<Grid> overdispersion(const Grid& z_scores, double trim, const Grid* standard_errors)
{
    const bool with_errors = standard_errors && !standard_errors->cells.empty();
    const auto lists =
        with_errors ? numbers_side_by_side({&z_scores, standard_errors}) : numbers_side_by_side({&z_scores});
    if (!lists)
        return {};
    const auto found =
        statistics::overdispersion(lists->front(), trim, with_errors ? lists->back() : std::vector<double>{});
    if (!found)
        return {};
    Grid answer{.sheet_name = {}, .columns = 2, .cells = std::vector<Cell>(2)};
    answer.cells[0] = found->phi;
    if (found->tau_squared)
        answer.cells[1] = *found->tau_squared;
    return answer;
}

std::optional<Grid> quantile_group(const Grid& values, double groups, bool inverted)
{
    const auto list = series(values);
    const auto wanted = whole_from_one(groups);
    if (!list || !wanted)
        return {};
    return column<int>(statistics::quantile_groups(*list, *wanted, inverted));
}

std::optional<Grid> rank_of(const Grid& values, bool descending)
{
    const auto list = series(values);
    if (!list)
        return {};
    return column<int>(statistics::ranks(*list, descending));
}

std::optional<Grid> trend_chi_square(const Grid& counts, const Grid& totals)
{
    const auto own = series(counts);
    const auto all = series(totals);
    if (!own || !all)
        return {};
    const auto trend = statistics::chi_square_trend(*own, *all);
    if (!trend)
        return {};
    return row({trend->chi_square, trend->p});
}

std::optional<Grid> mann_kendall(const Grid& values)
{
    const auto list = series(values);
    const auto test = list ? statistics::mann_kendall(*list) : std::nullopt;
    if (!test)
        return {};
    return row({test->tau_b, test->p});
}

std::optional<double> theil_sen(const Grid& values)
{
    const auto list = series(values);
    return list ? statistics::theil_sen(*list) : std::nullopt;
}

std::optional<Grid> xmr_limits(const Grid& values)
{
    const auto list = series(values);
    const auto limits = list ? statistics::xmr_limits(*list) : std::nullopt;
    if (!limits)
        return {};
    return row({limits->mean, limits->lower, limits->upper});
}

std::optional<Grid> mann_whitney(const Grid& a, const Grid& b)
{
    const auto first = numbers(a);
    const auto second = numbers(b);
    const auto test = first && second ? statistics::mann_whitney(*first, *second) : std::nullopt;
    if (!test)
        return {};
    return row({test->w, test->p});
}

std::optional<double> cliffs_delta(const Grid& a, const Grid& b)
{
    const auto first = numbers(a);
    const auto second = numbers(b);
    return first && second ? statistics::cliffs_delta(*first, *second) : std::nullopt;
}

std::optional<Grid> welch(const Grid& a, const Grid& b)
{
    const auto first = numbers(a);
    const auto second = numbers(b);
    const auto test = first && second ? statistics::welch(*first, *second) : std::nullopt;
    if (!test)
        return {};
    return row({test->t, test->degrees_of_freedom, test->p});
}

std::optional<Grid> benjamini_hochberg(const Grid& p_values)
{
    const auto list = series(p_values);
    if (!list || std::any_of(list->begin(), list->end(), [](const auto& p) { return p && (*p < 0 || *p > 1); }))
        return {};
    return column<double>(statistics::benjamini_hochberg(*list));
}

std::optional<Grid> nearest(const Grid& indicators, double row, const Grid& weights, double k)
{
    const auto values = series(indicators);
    const auto weighed = numbers(weights);
    const auto own = whole_from_one(row);
    const auto wanted = whole_from_one(k);
    if (!values || !weighed || weighed->size() != weights.cells.size() || !own || !wanted || *own > indicators.rows())
        return {};
    std::vector<double> table(values->size());
    std::transform(values->begin(), values->end(), table.begin(),
                   [](const auto& value) { return value.value_or(std::numeric_limits<double>::quiet_NaN()); });
    const auto neighbours =
        statistics::nearest(table, static_cast<std::size_t>(indicators.columns), static_cast<std::size_t>(*own - 1),
                            *weighed, static_cast<std::size_t>(*wanted));
    if (!neighbours || neighbours->empty())
        return {};
    Grid answer{.sheet_name = {}, .columns = 2, .cells = {}};
    answer.cells.reserve(2 * neighbours->size());
    for (const statistics::Neighbour& neighbour : *neighbours)
    {
        answer.cells.emplace_back(static_cast<double>(neighbour.row + 1));
        answer.cells.emplace_back(neighbour.distance);
    }
    return answer;
}

} // namespace trinvis::functions
