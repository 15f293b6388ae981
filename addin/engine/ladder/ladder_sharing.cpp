// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_sharing.hpp"

#include "catalogue/value.hpp"
#include "privacy/suppression.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace trinvis
{

namespace
{

using privacy::CountTable;
using privacy::Exposure;
using privacy::Relation;

/// A number of the result and its cell in the table of counts.
struct Shown
{
    std::size_t cell = 0;
    bool* hidden = nullptr;
};

class Hiding
{
public:
    Hiding(LadderResult& result, const Workbook& workbook, const privacy::HiddenNumbers& hidden)
        : m_result(result), m_workbook(workbook), m_hidden(hidden)
    {
    }

    void all()
    {
        for (LadderRound& round : m_result.rounds)
            add_round(round);
        for (MovementRound& round : m_result.movements)
            add_movements(round);
        add_entry();
        const privacy::Suppression suppression = privacy::suppress(m_table, m_result.threshold);
        for (const Shown& shown : m_shown)
            if (suppression.cells[shown.cell] != privacy::Hiding::nothing)
                *shown.hidden = true;
        hide_as_in_entry();
        settle();
    }

private:
    [[nodiscard]] int stage(Date date)
    {
        return static_cast<int>(
            std::ranges::count_if(m_result.rounds, [date](const LadderRound& one) { return one.date < date; }));
    }

    std::size_t show(std::int64_t value, Date date, bool* hidden)
    {
        const std::size_t cell = m_table.add({.value = value, .stage = stage(date)});
        m_shown.push_back({cell, hidden});
        return cell;
    }

    std::size_t imply(std::int64_t value, Date date)
    {
        return m_table.add({.value = value, .exposure = Exposure::implied, .stage = stage(date)});
    }

    void add_round(LadderRound& round)
    {
        Relation sum;
        for (std::size_t i = 0; i < bucket_count; ++i)
            if (Stock& stock = round.buckets[i]; stock.children)
            {
                const std::size_t cell = show(*stock.children, round.date, &stock.hidden);
                m_stocks[{round.date, i}] = cell;
                sum.push_back({cell, 1});
            }
        if (!round.total.children)
            return;
        sum.push_back({show(*round.total.children, round.date, &round.total.hidden), -1});
        m_table.relations.push_back(std::move(sum));
    }

    /// A sum of movements that the result shows.
    void add_sum(Moved& sum, Date date, Relation parts)
    {
        if (!sum.children)
            return;
        parts.push_back({show(*sum.children, date, &sum.hidden), -1});
        m_table.relations.push_back(std::move(parts));
    }

    void add_movements(MovementRound& round)
    {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> cells;
        Relation up;
        Relation down;
        Relation in;
        Relation out;
        for (std::size_t from = 0; from < end_count; ++from)
            for (std::size_t to = 0; to < end_count; ++to)
            {
                Moved& moved = round.cells[from][to];
                if (!moved.children)
                    continue;
                const std::size_t cell = show(*moved.children, round.date, &moved.hidden);
                cells[{from, to}] = cell;
                m_moves[{round.date, {from, to}}] = cell;
                if (from != to)
                    (from == 0 ? in : to == 0 ? out : from < to ? up : down).push_back({cell, 1});
            }
        add_sum(round.up, round.date, std::move(up));
        add_sum(round.down, round.date, std::move(down));
        add_sum(round.in, round.date, std::move(in));
        add_sum(round.out, round.date, std::move(out));
        for (StepBalance& balance : round.balances)
            add_balance(balance, round, cells);
    }

    void add_balance(StepBalance& balance, const MovementRound& round,
                     const std::map<std::pair<std::size_t, std::size_t>, std::size_t>& cells)
    {
        const auto step = static_cast<std::size_t>(balance.step);
        const auto before = round.before ? m_stocks.find({*round.before, step - 1}) : m_stocks.end();
        const auto after = m_stocks.find({round.date, step - 1});
        std::optional<std::size_t> stayed;
        const auto side = [&](const std::optional<std::int64_t>& sum, bool leaving, auto stock)
        {
            if (!sum)
                return;
            Relation parts;
            for (std::size_t other = 0; other < end_count; ++other)
                if (other != step)
                    parts.push_back({cells.at(leaving ? std::pair{step, other} : std::pair{other, step}), 1});
            const std::size_t whole = show(*sum, round.date, &balance.hidden);
            parts.push_back({whole, -1});
            m_table.relations.push_back(std::move(parts));
            if (stock == m_stocks.end())
                return;
            // Who stayed is what is left of those before once those who left are taken away, and of those after.
            const std::int64_t rest = m_table.cells[stock->second].value - *sum;
            if (rest < 0)
                return;
            if (!stayed || m_table.cells[*stayed].value != rest)
                stayed = imply(rest, round.date);
            m_table.relations.push_back({{stock->second, 1}, {whole, -1}, {*stayed, -1}});
        };
        side(balance.leaving, true, before);
        side(balance.arriving, false, after);
        if (const auto told = cells.find({step, step}); stayed && told != cells.end())
            m_table.relations.push_back({{told->second, 1}, {*stayed, -1}});
    }

    /// A number of Indtastning that tells of the same children; nothing when it is none or another one.
    void same_in_entry(std::string_view item, Date date, const Relation& parts)
    {
        const EntryLine* line = m_workbook.line(item);
        const auto round =
            std::ranges::find_if(m_workbook.rounds, [date](const Round& one) { return one.date && *one.date == date; });
        if (!line || round == m_workbook.rounds.end() || parts.empty())
            return;
        const Place place{m_workbook.entry.sheet, line->row, round->column};
        const double* number = std::get_if<double>(&m_workbook.grid(m_workbook.entry).at(line->row, round->column));
        std::int64_t sum = 0;
        for (const privacy::Term& part : parts)
            sum += m_table.cells[part.cell].value;
        if (!number || *number != static_cast<double>(sum))
            return;
        const bool is_hidden =
            std::ranges::any_of(m_hidden.cells, [&](const privacy::HiddenNumber& one) { return one.place == place; });
        if (is_hidden)
        {
            if (parts.size() == 1)
                m_hidden_too.push_back(parts.front().cell);
            return;
        }
        Relation same = parts;
        same.push_back({m_table.add({.value = sum, .exposure = Exposure::open, .stage = stage(date)}), -1});
        m_table.relations.push_back(std::move(same));
    }

    void add_entry()
    {
        const auto stock = [&](Date date, std::initializer_list<std::size_t> steps)
        {
            Relation parts;
            for (const std::size_t step : steps)
                if (const auto cell = m_stocks.find({date, step - 1}); cell != m_stocks.end())
                    parts.push_back({cell->second, 1});
            return parts.size() == steps.size() ? parts : Relation{};
        };
        for (const LadderRound& round : m_result.rounds)
        {
            same_in_entry("forebyggende", round.date, stock(round.date, {2}));
            same_in_entry("hjemmebaseret", round.date, stock(round.date, {3}));
            same_in_entry("netvaerk", round.date, stock(round.date, {4}));
            same_in_entry("plejefamilie", round.date, stock(round.date, {4, 5}));
            same_in_entry("institution", round.date, stock(round.date, {6}));
            same_in_entry("anbragte", round.date, stock(round.date, {4, 5, 6}));
        }
        constexpr std::size_t home_based = 3;
        for (const MovementRound& round : m_result.movements)
        {
            const auto moves = [&](std::size_t first, std::size_t last)
            {
                Relation parts;
                for (std::size_t to = first; to <= last; ++to)
                    if (const auto cell = m_moves.find({round.date, {home_based, to}}); cell != m_moves.end())
                        parts.push_back({cell->second, 1});
                return parts;
            };
            same_in_entry("bevaegelser_op", round.date, moves(home_based + 1, end_count - 1));
            same_in_entry("bevaegelser_ned", round.date, moves(1, home_based - 1));
            if (round.before)
                same_in_entry("hjemmebaseret_forrige", round.date, stock(*round.before, {home_based}));
        }
    }

    void hide_as_in_entry()
    {
        for (const Shown& shown : m_shown)
            if (std::ranges::find(m_hidden_too, shown.cell) != m_hidden_too.end())
                *shown.hidden = true;
    }

    /// What goes with the numbers that are hidden.
    void settle()
    {
        const auto small = [&](std::int64_t count) { return count > 0 && count < m_result.threshold; };
        for (LadderRound& round : m_result.rounds)
        {
            bool any = round.total.hidden;
            for (Stock& stock : round.buckets)
                if (stock.duration && (stock.hidden || small(stock.with_duration)))
                {
                    stock.duration.reset();
                    any = true;
                }
            if (any)
                round.total.duration.reset();
        }
        for (MovementRound& round : m_result.movements)
            for (StepBalance& balance : round.balances)
            {
                const auto step = static_cast<std::size_t>(balance.step - 1);
                const LadderRound* before = round.before ? m_result.round(*round.before) : nullptr;
                const LadderRound* after = m_result.round(round.date);
                balance.hidden = balance.hidden || (before && before->buckets[step].hidden) ||
                                 (after && after->buckets[step].hidden);
            }
        for (ToSettle& one : m_result.to_settle)
            one.children.reset();
        m_result.sums.clear();
    }

    LadderResult& m_result;
    const Workbook& m_workbook;
    const privacy::HiddenNumbers& m_hidden;
    CountTable m_table;
    std::vector<Shown> m_shown;
    std::vector<std::size_t> m_hidden_too;
    std::map<std::pair<Date, std::size_t>, std::size_t> m_stocks;
    std::map<std::pair<Date, std::pair<std::size_t, std::size_t>>, std::size_t> m_moves;
};

} // namespace

void hide_small_numbers(LadderResult& result, const Workbook& workbook, const privacy::HiddenNumbers& hidden)
{
    if (!workbook.sharing.wanted)
        return;
    result.shared = true;
    result.threshold = workbook.sharing.threshold;
    Hiding(result, workbook, hidden).all();
}

std::string ladder_sharing_note(const LadderResult& result, const Texts& texts)
{
    if (!result.shared)
        return {};
    std::size_t count = 0;
    for (const LadderRound& round : result.rounds)
        for (const Stock& stock : round.buckets)
            count += stock.hidden ? 1U : 0U;
    for (const MovementRound& round : result.movements)
        for (const auto& from : round.cells)
            for (const Moved& moved : from)
                count += moved.hidden ? 1U : 0U;
    return texts.format(count == 0 ? "ladder.sharing.nothing" : "ladder.sharing",
                        {{"n", std::to_string(count)}, {"limit", std::to_string(result.threshold)}});
}

} // namespace trinvis
