// SPDX-License-Identifier: MPL-2.0
#include "benchmark/similar.hpp"

#include "benchmark/compare.hpp"
#include "statistics/similarity.hpp"
#include "statistics/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace trinvis
{

namespace
{

constexpr std::array<double, 3> weight_factors{0.5, 1, 2};
constexpr std::size_t most_combined = 6; ///< 3^6 = 729 combinations
constexpr double blank = std::numeric_limits<double>::quiet_NaN();

class SplitMix64
{
public:
    std::uint64_t operator()()
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

private:
    std::uint64_t m_state = 1;
};

class Search
{
public:
    Search(const GroupSettings& settings, const Workbook& workbook, const FigureSource& source, Date today)
        : m_settings(settings), m_workbook(workbook), m_source(source), m_today(today)
    {
    }

    Similarity all()
    {
        m_result.own = m_source.own_index().value();
        m_result.wanted = m_settings.similar_count;
        if (m_settings.similarity_hindered())
            return std::move(m_result);
        gather();
        examine();
        if (m_result.faults.empty())
            rank();
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::size_t municipalities() const
    {
        return m_settings.rows.size();
    }

    /// Invented municipalities and real ones are no country together.
    [[nodiscard]] bool is_candidate(std::size_t municipality) const
    {
        const std::vector<Municipality>& all = m_source.municipalities().all();
        return all[municipality].invented == all[m_result.own].invented;
    }

    [[nodiscard]] double& value(std::size_t municipality, std::size_t indicator)
    {
        return m_result.values[municipality * m_result.columns + indicator];
    }

    void gather()
    {
        m_result.columns = m_settings.indicators.size();
        m_result.values.assign(municipalities() * m_result.columns, blank);
        for (std::size_t column = 0; column < m_result.columns; ++column)
        {
            const Indicator& indicator = m_settings.indicators[column];
            m_result.weights.push_back(indicator.weight);
            IndicatorSummary summary;
            if (indicator.figure.empty())
            {
                for (std::size_t i = 0; i < municipalities(); ++i)
                    if (const auto& values = m_settings.rows[i].values;
                        column < values.size() && values[column] && is_candidate(i))
                        value(i, column) = *values[column];
            }
            else
                summary.period = take_figure(*m_workbook.figure(indicator.figure), column);
            std::vector<double> known;
            known.reserve(municipalities());
            for (std::size_t i = 0; i < municipalities(); ++i)
                if (!std::isnan(value(i, column)))
                    known.push_back(value(i, column));
            summary.known = known.size();
            summary.mean = statistics::mean_of(known);
            if (const auto variance = statistics::sample_variance(known))
                summary.spread = std::sqrt(*variance);
            m_result.indicators.push_back(summary);
        }
    }

    /// All municipalities' values of a figure in the latest round in which the own one is known.
    std::optional<Date> take_figure(const Figure& figure, std::size_t column)
    {
        std::optional<Date> period;
        for (const Round& round : m_workbook.rounds)
            if (round.date && *round.date <= m_today && m_source.own(figure, *round.date).known())
                period = round.date;
        for (std::size_t i = 0; period && i < municipalities(); ++i)
            if (!is_candidate(i))
                continue;
            else if (const Measured measured = m_source.of(i, figure, *period); measured.known())
                value(i, column) = measured.value;
        return period;
    }

    void add(std::string_view key, Place place, Replacements values)
    {
        values.emplace_back("sheet", m_workbook.grid(m_settings.municipality_table).sheet_name);
        values.emplace_back("cell", cell_address(place.row, place.column));
        m_result.faults.push_back(group_fault(key, place, std::move(values), Hindrance::similarity));
    }

    void examine()
    {
        const int sheet = m_settings.municipality_table.sheet;
        for (std::size_t column = 0; column < m_result.columns; ++column)
        {
            const Indicator& indicator = m_settings.indicators[column];
            const Place place{sheet, indicator.row, m_settings.indicator_table.column("name")};
            const int own_row = m_settings.rows[m_result.own].row;
            const std::string& own = m_source.municipalities().all()[m_result.own].name;
            if (std::isnan(value(m_result.own, column)))
                add("groups.own_blank",
                    own_row >= 0 && indicator.figure.empty() ? Place{sheet, own_row, indicator.column} : place,
                    {{"indicator", indicator.name}, {"name", own}});
            else if (!(m_result.indicators[column].spread.value_or(0) > 0))
                add("groups.no_variation", place, {{"indicator", indicator.name}});
        }
    }

    void rank()
    {
        const auto neighbours =
            statistics::nearest(m_result.values, m_result.columns, m_result.own, m_result.weights, municipalities());
        std::vector<bool> known(municipalities(), false);
        known[m_result.own] = true;
        if (neighbours)
            for (const statistics::Neighbour& neighbour : *neighbours)
            {
                known[neighbour.row] = true;
                m_result.by_distance.push_back({neighbour.row, neighbour.distance});
            }
        for (std::size_t i = 0; i < municipalities(); ++i)
            if (!known[i] && is_candidate(i))
                m_result.left_out.push_back(i);
        if (m_result.by_distance.size() >= m_result.wanted)
            return;
        add("groups.too_few_to_choose", count_place(),
            {{"wanted", std::to_string(m_result.wanted)}, {"n", std::to_string(m_result.by_distance.size())}});
        m_result.by_distance.clear();
    }

    /// The cell that says how many are wanted, the table's first cell where none does.
    [[nodiscard]] Place count_place() const
    {
        return m_settings.similar_count_place.sheet >= 0
                   ? m_settings.similar_count_place
                   : Place{m_settings.municipality_table.sheet, m_settings.municipality_table.heading_row, 0};
    }

    const GroupSettings& m_settings;
    const Workbook& m_workbook;
    const FigureSource& m_source;
    Date m_today;
    Similarity m_result;
};

} // namespace

Similarity find_similar(const GroupSettings& settings, const Workbook& workbook, const FigureSource& source, Date today)
{
    return Search(settings, workbook, source, today).all();
}

std::vector<std::vector<double>> weight_sets(std::span<const double> weights)
{
    std::size_t count = 1;
    for (std::size_t i = 0; i < std::min(weights.size(), most_combined); ++i)
        count *= weight_factors.size();
    std::vector<std::vector<double>> sets;
    sets.reserve(count);
    SplitMix64 draw;
    for (std::size_t number = 0; number < count; ++number)
    {
        std::vector<double> set(weights.begin(), weights.end());
        std::size_t digits = number;
        for (double& weight : set)
        {
            if (weights.size() <= most_combined)
            {
                weight *= weight_factors[digits % weight_factors.size()];
                digits /= weight_factors.size();
            }
            else if (number > 0)
                weight *= weight_factors[draw() % weight_factors.size()];
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

std::vector<double> stabilities(const Similarity& similarity)
{
    std::vector<std::size_t> times(similarity.columns == 0 ? 0 : similarity.values.size() / similarity.columns);
    const std::vector<std::vector<double>> sets = weight_sets(similarity.weights);
    for (const std::vector<double>& weights : sets)
        if (const auto neighbours =
                statistics::nearest(similarity.values, similarity.columns, similarity.own, weights, similarity.wanted))
            for (const statistics::Neighbour& neighbour : *neighbours)
                ++times[neighbour.row];
    std::vector<double> shares;
    shares.reserve(similarity.by_distance.size());
    for (const SimilarMunicipality& one : similarity.by_distance)
        shares.push_back(static_cast<double>(times[one.municipality]) / static_cast<double>(sets.size()));
    return shares;
}

} // namespace trinvis
