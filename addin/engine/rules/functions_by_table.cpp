// SPDX-License-Identifier: MPL-2.0
#include "rules/functions_by_table.hpp"

#include "statistics/summary.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <any>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace trinvis::rules::by_table
{

namespace
{

/// The keys of rows as texts: numbers plainly, texts folded, so that "Læsø " and "læsø" are one.
class Keys
{
public:
    explicit Keys(std::span<const Answers> columns)
        : m_columns(columns), m_last(columns.size()), m_folded(columns.size())
    {
    }

    /// The key of a row, nothing when a part is missing. The view holds until the next call.
    std::optional<std::string_view> of(std::size_t row)
    {
        m_key.clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i)
        {
            if (m_columns[i].type == Type::number)
            {
                const Value& value = m_columns[i].number(row);
                if (!value.is_number())
                    return std::nullopt;
                std::array<char, 32> buffer{};
                const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.number);
                m_key.append(buffer.data(), written.ptr);
            }
            else
            {
                // Neighbouring rows mostly say the same.
                const std::string_view text = m_columns[i].text(row);
                if (is_missing(text))
                    return std::nullopt;
                if (text.data() != m_last[i].data() || text.size() != m_last[i].size())
                    m_folded[i] = folded(text);
                m_last[i] = text;
                m_key += m_folded[i];
            }
            m_key.push_back('\x1f');
        }
        return m_key;
    }

private:
    std::span<const Answers> m_columns;
    std::vector<std::string_view> m_last;
    std::vector<std::string> m_folded;
    std::string m_key;
};

constexpr std::size_t no_group = static_cast<std::size_t>(-1);

struct Groups
{
    std::vector<std::size_t> of_row; ///< no_group where a key is missing
    std::size_t count = 0;
};

Groups groups_by(std::span<const Answers> columns, std::size_t rows)
{
    Groups groups;
    groups.of_row.resize(rows);
    if (columns.empty())
    {
        groups.count = 1;
        return groups;
    }
    std::unordered_map<std::string, std::size_t> known;
    Keys keys(columns);
    for (std::size_t row = 0; row < rows; ++row)
    {
        const auto key = keys.of(row);
        groups.of_row[row] = key ? known.try_emplace(std::string(*key), known.size()).first->second : no_group;
    }
    groups.count = known.size();
    return groups;
}

std::uint64_t sum_of(std::span<const std::uint64_t> editions)
{
    return std::accumulate(editions.begin(), editions.end(), std::uint64_t{0});
}

/// The groups of a call's keys, from its argument no. `first` on; made once for as long as the keys stay as they are.
const Groups& kept_groups(const Call& call, std::size_t first)
{
    struct Kept
    {
        std::uint64_t edition;
        Groups groups;
    };
    const std::uint64_t edition = sum_of(call.editions.subspan(first));
    Kept* kept = std::any_cast<Kept>(&call.memory);
    if (!kept || kept->edition != edition || kept->groups.of_row.size() != call.rows)
    {
        call.memory = Kept{edition, groups_by(call.arguments.subspan(first), call.rows)};
        kept = std::any_cast<Kept>(&call.memory);
    }
    return kept->groups;
}

/// What is known of the numbers in a group.
struct Gathered
{
    std::vector<double> numbers;
    bool incomplete = false; ///< some value is missing
};

using Summary = Value (*)(const Gathered&);

Value number_or_missing(std::optional<double> number)
{
    return number && std::isfinite(*number) ? Value{ValueState::number, *number} : Value{ValueState::missing};
}

Value summary_count(const Gathered& gathered)
{
    return {ValueState::number, static_cast<double>(gathered.numbers.size())};
}

Value summary_sum(const Gathered& gathered)
{
    if (gathered.incomplete)
        return {ValueState::missing};
    return number_or_missing(statistics::sum(gathered.numbers));
}

Value summary_mean(const Gathered& gathered)
{
    return number_or_missing(statistics::mean_of(gathered.numbers));
}

Value summary_median(const Gathered& gathered)
{
    return number_or_missing(statistics::median(gathered.numbers));
}

Value summary_spread(const Gathered& gathered)
{
    return number_or_missing(statistics::median_deviation(gathered.numbers));
}

Value summary_smallest(const Gathered& gathered)
{
    const auto least = std::min_element(gathered.numbers.begin(), gathered.numbers.end());
    return least == gathered.numbers.end() ? Value{ValueState::missing} : Value{ValueState::number, *least};
}

Value summary_largest(const Gathered& gathered)
{
    const auto most = std::max_element(gathered.numbers.begin(), gathered.numbers.end());
    return most == gathered.numbers.end() ? Value{ValueState::missing} : Value{ValueState::number, *most};
}

Answers summarised_groups(const Call& call, Summary summary)
{
    const Groups& groups = kept_groups(call, 1);
    std::vector<Gathered> gathered(groups.count);
    for (std::size_t row = 0; row < call.rows; ++row)
    {
        if (groups.of_row[row] == no_group)
            continue;
        const Value& value = call.arguments[0].number(row);
        Gathered& group = gathered[groups.of_row[row]];
        if (value.is_number())
            group.numbers.push_back(value.number);
        else
            group.incomplete = true;
    }
    std::vector<Value> of_group;
    of_group.reserve(groups.count);
    for (const Gathered& group : gathered)
        of_group.push_back(summary(group));
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows; ++row)
        if (groups.of_row[row] != no_group)
            results[row] = of_group[groups.of_row[row]];
    return answers_of(std::move(results));
}

/// The first argument's value in another row of the table, which lies in the same thing's rounds.
const Value& value_in_row(const Call& call, std::int32_t row)
{
    return call.arguments[0].number(static_cast<std::size_t>(row) + call.before - call.first);
}

/// The values of the rows that a list names for each row of the table.
Answers from_rows(const Call& call, std::span<const std::int32_t> rows)
{
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows && call.first + row < rows.size(); ++row)
        if (const std::int32_t from = rows[call.first + row]; from >= 0)
            results[row] = value_in_row(call, from);
    return answers_of(std::move(results));
}

/// The rows of another table by what their key columns hold.
using RowsByKey = std::unordered_map<std::string, std::vector<std::size_t>>;

/// The matching rows for each row of the rule's own table. Pairs of a column and a key of the row's own begin at the
/// call's argument no. `first`. The rows by key are made once for as long as the columns stay as they are.
class Matches
{
public:
    Matches(const Call& call, std::size_t first)
    {
        std::vector<Answers> columns;
        std::uint64_t edition = 0;
        for (std::size_t i = first; i + 1 < call.arguments.size(); i += 2)
        {
            columns.push_back(call.arguments[i]);
            m_own.push_back(call.arguments[i + 1]);
            edition += call.editions[i];
        }
        m_keys.emplace(m_own);
        struct Kept
        {
            std::uint64_t edition;
            std::size_t rows;
            RowsByKey by_key;
        };
        std::size_t rows = columns.empty() ? 0 : columns.front().size();
        for (const Answers& column : columns)
            rows = std::min(rows, column.size());
        Kept* kept = std::any_cast<Kept>(&call.memory);
        if (!kept || kept->edition != edition || kept->rows != rows)
        {
            Kept made{edition, rows, {}};
            Keys keys(columns);
            for (std::size_t row = 0; row < rows; ++row)
                if (const auto key = keys.of(row))
                    made.by_key[std::string(*key)].push_back(row);
            call.memory = std::move(made);
            kept = std::any_cast<Kept>(&call.memory);
        }
        m_rows = &kept->by_key;
    }
    Matches(const Matches&) = delete; // the keys refer to what is held here
    Matches& operator=(const Matches&) = delete;

    /// True when every row asks for the same.
    [[nodiscard]] bool one_for_all() const
    {
        return std::all_of(m_own.begin(), m_own.end(), [](const Answers& own) { return own.size() == 1; });
    }

    /// Null when the row's own key is missing.
    const std::vector<std::size_t>* of(std::size_t row)
    {
        static const std::vector<std::size_t> none;
        const auto key = m_keys->of(row);
        if (!key)
            return nullptr;
        const auto found = m_rows->find(std::string(*key));
        return found == m_rows->end() ? &none : &found->second;
    }

private:
    std::vector<Answers> m_own;
    std::optional<Keys> m_keys;
    const RowsByKey* m_rows = nullptr;
};

Answers summarised_matches(const Call& call, Summary summary)
{
    const Answers& values = call.arguments[0];
    Matches matches(call, 1);
    std::vector<Value> results(matches.one_for_all() && call.rows > 0 ? 1 : call.rows, {ValueState::missing});
    // Many rows ask for the same ones.
    std::unordered_map<const std::vector<std::size_t>*, Value> known;
    for (std::size_t row = 0; row < results.size(); ++row)
    {
        const std::vector<std::size_t>* found = matches.of(row);
        if (!found)
            continue;
        const auto [place, is_new] = known.try_emplace(found);
        if (is_new)
        {
            Gathered gathered;
            for (const std::size_t match : *found)
            {
                const Value value = match < values.size() ? values.number(match) : Value{};
                if (value.is_number())
                    gathered.numbers.push_back(value.number);
                else
                    gathered.incomplete = true;
            }
            place->second = summary(gathered);
        }
        results[row] = place->second;
    }
    return answers_of(std::move(results));
}

/// The one value that all matching rows agree on.
template <typename Element, typename Equal, typename At>
std::vector<Element> agreed(const Call& call, Element missing, At at, Equal equal)
{
    Matches matches(call, 1);
    const std::size_t known = call.arguments[0].size();
    std::vector<Element> results(call.rows, missing);
    for (std::size_t row = 0; row < call.rows; ++row)
    {
        const std::vector<std::size_t>* found = matches.of(row);
        if (!found || found->empty() || found->front() >= known)
            continue;
        const Element first = at(found->front());
        const bool same = std::all_of(found->begin(), found->end(),
                                      [&](std::size_t match) { return match < known && equal(at(match), first); });
        if (same)
            results[row] = first;
    }
    return results;
}

} // namespace

Answers previous_round(const Call& call)
{
    if (call.arguments.size() < 2)
        return from_rows(call, call.table.previous);
    // How many rounds back, row by row.
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows && call.first + row < call.table.previous.size(); ++row)
    {
        const Value& back = call.arguments[1].number(row + call.before);
        if (!back.is_number() || back.number < 0 || back.number > 1000)
            continue;
        auto at = static_cast<std::int32_t>(call.first + row);
        for (int step = 0; step < static_cast<int>(back.number) && at >= 0; ++step)
            at = call.table.previous[static_cast<std::size_t>(at)];
        if (at >= 0)
            results[row] = value_in_row(call, at);
    }
    return answers_of(std::move(results));
}

Answers same_round_last_year(const Call& call)
{
    return from_rows(call, call.table.last_year);
}

Answers before_in_order(const Call& call)
{
    const Groups& groups = kept_groups(call, 2);
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < call.rows; ++row)
        if (groups.of_row[row] != no_group && call.arguments[1].number(row).is_number())
            order.push_back(row);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b)
                     {
                         if (groups.of_row[a] != groups.of_row[b])
                             return groups.of_row[a] < groups.of_row[b];
                         return call.arguments[1].number(a).number < call.arguments[1].number(b).number;
                     });
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t i = 1; i < order.size(); ++i)
        if (groups.of_row[order[i - 1]] == groups.of_row[order[i]])
            results[order[i]] = call.arguments[0].number(order[i - 1]);
    return answers_of(std::move(results));
}

Answers count_same(const Call& call)
{
    const Groups& groups = kept_groups(call, 0);
    std::vector<std::size_t> counts(groups.count);
    for (const std::size_t group : groups.of_row)
        if (group != no_group)
            ++counts[group];
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows; ++row)
        if (groups.of_row[row] != no_group)
            results[row] = {ValueState::number, static_cast<double>(counts[groups.of_row[row]])};
    return answers_of(std::move(results));
}

Answers count_distinct(const Call& call)
{
    const Groups outer = groups_by(call.arguments.subspan(1), call.rows);
    const Groups inner = groups_by(call.arguments, call.rows);
    std::vector<char> seen(inner.count);
    std::vector<std::size_t> counts(outer.count);
    for (std::size_t row = 0; row < call.rows; ++row)
        if (inner.of_row[row] != no_group && seen[inner.of_row[row]] == 0)
        {
            seen[inner.of_row[row]] = 1;
            ++counts[outer.of_row[row]];
        }
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows; ++row)
        if (outer.of_row[row] != no_group)
            results[row] = {ValueState::number, static_cast<double>(counts[outer.of_row[row]])};
    return answers_of(std::move(results));
}

Answers group_count(const Call& call)
{
    return summarised_groups(call, summary_count);
}

Answers group_sum(const Call& call)
{
    return summarised_groups(call, summary_sum);
}

Answers group_mean(const Call& call)
{
    return summarised_groups(call, summary_mean);
}

Answers group_median(const Call& call)
{
    return summarised_groups(call, summary_median);
}

Answers group_spread(const Call& call)
{
    return summarised_groups(call, summary_spread);
}

Answers group_smallest(const Call& call)
{
    return summarised_groups(call, summary_smallest);
}

Answers group_largest(const Call& call)
{
    return summarised_groups(call, summary_largest);
}

Answers look_up_number(const Call& call)
{
    return answers_of(agreed<Value>(
        call, {ValueState::missing}, [&](std::size_t row) { return call.arguments[0].number(row); },
        [](const Value& a, const Value& b) { return a.state == b.state && a.number == b.number; }));
}

Answers look_up_text(const Call& call)
{
    return answers_of(agreed<std::string_view>(
        call, missing_text(), [&](std::size_t row) { return call.arguments[0].text(row); },
        [](std::string_view a, std::string_view b) { return same_text(a, b); }));
}

Answers exists(const Call& call)
{
    Matches matches(call, 0);
    std::vector<Truth> results(call.rows, Truth::undecided);
    for (std::size_t row = 0; row < call.rows; ++row)
        if (const std::vector<std::size_t>* found = matches.of(row))
            results[row] = found->empty() ? Truth::no : Truth::yes;
    return answers_of(std::move(results));
}

Answers count_matching(const Call& call)
{
    Matches matches(call, 0);
    std::vector<Value> results(call.rows, {ValueState::missing});
    for (std::size_t row = 0; row < call.rows; ++row)
        if (const std::vector<std::size_t>* found = matches.of(row))
            results[row] = {ValueState::number, static_cast<double>(found->size())};
    return answers_of(std::move(results));
}

Answers sum_matching(const Call& call)
{
    return summarised_matches(call, summary_sum);
}

Answers mean_matching(const Call& call)
{
    return summarised_matches(call, summary_mean);
}

Answers smallest_matching(const Call& call)
{
    return summarised_matches(call, summary_smallest);
}

Answers largest_matching(const Call& call)
{
    return summarised_matches(call, summary_largest);
}

} // namespace trinvis::rules::by_table
