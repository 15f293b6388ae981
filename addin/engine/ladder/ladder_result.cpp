// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_result.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

std::size_t bucket_of(const StepAnswer& answer)
{
    if (answer.placement == Placement::step)
        return static_cast<std::size_t>(answer.step() - 1);
    return answer.placement == Placement::outside ? outside_bucket : unplaced_bucket;
}

bool is_missing(const Value& value)
{
    return !value.is_number() && value.state != ValueState::not_applicable;
}

/// Adds a row to a stock; months are summed in `duration` and divided in the end.
void add_row(Stock& stock, const ChildrenRow& row)
{
    if (is_missing(row.children))
        ++stock.missing;
    if (!row.children.is_number())
        return;
    const auto children = static_cast<std::int64_t>(row.children.number);
    stock.children = stock.children.value_or(0) + children;
    if (row.duration.is_number() && children > 0)
    {
        stock.duration = stock.duration.value_or(0) + row.duration.number * row.children.number;
        stock.with_duration += children;
    }
}

void finish(Stock& stock)
{
    if (stock.duration)
        *stock.duration /= static_cast<double>(stock.with_duration);
}

std::vector<LadderRound> rounds_of(const LadderRows& rows)
{
    std::set<Date> used;
    for (const ChildrenRow& row : rows.children)
        if (row.children.state != ValueState::empty && row.answer.placement != Placement::total)
            used.insert(row.date);
    std::map<Date, LadderRound> rounds;
    for (const ChildrenRow& row : rows.children)
    {
        if (!used.contains(row.date) || row.answer.placement == Placement::total)
            continue;
        LadderRound& round = rounds[row.date];
        round.date = row.date;
        add_row(round.buckets[bucket_of(row.answer)], row);
        add_row(round.total, row);
        if (row.children.is_number() && std::ranges::find(round.kinds, row.kind) == round.kinds.end())
            round.kinds.push_back(row.kind);
    }
    std::vector<LadderRound> sorted;
    sorted.reserve(rounds.size());
    for (auto& [date, round] : rounds)
    {
        for (Stock& stock : round.buckets)
            finish(stock);
        finish(round.total);
        sorted.push_back(std::move(round));
    }
    return sorted;
}

/// Adds a number to a sum; a sum with an unknown part is unknown.
void add_to(Moved& sum, const Moved& part)
{
    sum.children = sum.children && part.children ? std::optional(*sum.children + *part.children) : std::nullopt;
}

Place stock_place(const LadderRows& rows, Date date, int step)
{
    for (const ChildrenRow& row : rows.children)
        if (row.date == date && row.answer.step() == step)
            return {rows.children_area.sheet, row.row, std::max(0, rows.children_area.column("children"))};
    return {rows.children_area.sheet, std::max(0, rows.children_area.heading_row), 0};
}

void sum_up(MovementRound& round)
{
    for (Moved* sum : {&round.up, &round.down, &round.in, &round.out})
        sum->children = 0;
    for (std::size_t from = 0; from < end_count; ++from)
        for (std::size_t to = 0; to < end_count; ++to)
        {
            const Moved& cell = round.cells[from][to];
            if (from == to)
                continue;
            if (from == 0)
                add_to(round.in, cell);
            else if (to == 0)
                add_to(round.out, cell);
            else
                add_to(from < to ? round.up : round.down, cell);
        }
}

void balance(MovementRound& round, const LadderRound& before, const LadderRound& after, const LadderRows& rows)
{
    for (std::size_t step = 1; step < end_count; ++step)
    {
        Moved leaving{0};
        Moved arriving{0};
        for (std::size_t other = 0; other < end_count; ++other)
            if (other != step)
            {
                add_to(leaving, round.cells[step][other]);
                add_to(arriving, round.cells[other][step]);
            }
        const int number = static_cast<int>(step);
        round.balances.push_back({number, before.buckets[step - 1].complete(), leaving.children, arriving.children,
                                  after.buckets[step - 1].complete(), stock_place(rows, after.date, number)});
    }
}

std::vector<MovementRound> movements_of(const LadderRows& rows, const std::vector<LadderRound>& rounds)
{
    std::map<Date, MovementRound> by_date;
    std::set<Date> used;
    for (const MovementRow& row : rows.movements)
        if (row.children.state != ValueState::empty)
            used.insert(row.date);
    for (const Date date : used)
    {
        MovementRound& round = by_date[date];
        for (std::size_t from = 0; from < end_count; ++from)
            for (std::size_t to = 0; to < end_count; ++to)
                if (from != to)
                    round.cells[from][to].children = 0;
    }
    for (const MovementRow& row : rows.movements)
    {
        if (!used.contains(row.date))
            continue;
        Moved& cell = by_date[row.date].cells[static_cast<std::size_t>(row.from)][static_cast<std::size_t>(row.to)];
        // Nobody has to say how many stayed.
        if (row.from == row.to && row.children.is_number())
            cell.children = cell.children.value_or(0) + static_cast<std::int64_t>(row.children.number);
        else if (row.children.is_number())
            add_to(cell, {static_cast<std::int64_t>(row.children.number)});
        else if (is_missing(row.children))
            cell.children.reset();
    }
    std::vector<MovementRound> sorted;
    sorted.reserve(by_date.size());
    for (auto& [day, round] : by_date)
    {
        const Date date = day;
        round.date = date;
        sum_up(round);
        const auto after = std::ranges::find(rounds, date, &LadderRound::date);
        const auto later = std::ranges::find_if(rounds, [&](const LadderRound& one) { return one.date >= date; });
        if (later != rounds.begin())
        {
            round.before = std::prev(later)->date;
            if (after != rounds.end())
                balance(round, *std::prev(later), *after, rows);
        }
        sorted.push_back(std::move(round));
    }
    return sorted;
}

std::vector<ToSettle> to_settle(const LadderRows& rows, const StepMapping& mapping)
{
    std::map<std::pair<MappingKind, std::string>, ToSettle> open;
    for (const ChildrenRow& row : rows.children)
    {
        const Placement placement = row.answer.placement;
        if ((placement != Placement::ask && placement != Placement::unknown && placement != Placement::spans) ||
            row.children.state == ValueState::empty || row.form.empty())
            continue;
        ToSettle& one = open[{row.kind, row.form}];
        if (!one.code.empty() && row.date < one.date)
            continue;
        one = {row.kind,
               row.code,
               placement,
               std::nullopt,
               row.date,
               {},
               {rows.children_area.sheet, row.row, std::max(0, rows.children_area.column("code"))}};
        if (row.children.is_number())
            one.children = static_cast<std::int64_t>(row.children.number);
        if (row.mapping_row >= 0)
            one.answer = {mapping.area().sheet, row.mapping_row, std::max(0, mapping.area().column("step"))};
    }
    std::vector<ToSettle> list;
    list.reserve(open.size());
    for (auto& [key, one] : open)
        list.push_back(std::move(one));
    return list;
}

std::vector<SumDiffers> differing_sums(const LadderRows& rows)
{
    std::vector<SumDiffers> differing;
    for (const ChildrenRow& total : rows.children)
    {
        if (total.answer.placement != Placement::total || !total.children.is_number())
            continue;
        std::int64_t counted = 0;
        bool complete = true;
        for (const ChildrenRow& row : rows.children)
            if (row.date == total.date && row.kind == total.kind && row.answer.placement != Placement::total)
            {
                complete = complete && !is_missing(row.children);
                counted += row.children.is_number() ? static_cast<std::int64_t>(row.children.number) : 0;
            }
        const auto stated = static_cast<std::int64_t>(total.children.number);
        if (complete && stated != counted)
            differing.push_back(
                {total.date,
                 stated,
                 counted,
                 {rows.children_area.sheet, total.row, std::max(0, rows.children_area.column("children"))}});
    }
    return differing;
}

} // namespace

std::optional<double> LadderRound::share(std::size_t bucket) const
{
    const Stock& stock = buckets.at(bucket);
    if (!stock.children || stock.hidden || total.hidden || total.children.value_or(0) == 0)
        return std::nullopt;
    return 100 * static_cast<double>(*stock.children) / static_cast<double>(*total.children);
}

std::optional<std::int64_t> StepBalance::difference() const
{
    if (!before || !leaving || !arriving || !after)
        return std::nullopt;
    return *after - (*before - *leaving + *arriving);
}

bool MovementRound::disagrees() const
{
    return std::ranges::any_of(balances, [](const StepBalance& one) { return one.difference().value_or(0) != 0; });
}

std::vector<LadderFault> LadderResult::faults() const
{
    std::vector<LadderFault> all = mapping.faults();
    all.insert(all.end(), rows.faults.begin(), rows.faults.end());
    return all;
}

const LadderRound* LadderResult::round(Date date) const
{
    const auto found = std::ranges::find(rounds, date, &LadderRound::date);
    return found == rounds.end() ? nullptr : &*found;
}

LadderResult ladder_result(const Workbook& workbook, const Ladder& shipped, const Words& words)
{
    LadderResult result;
    result.mapping = read_step_mapping(workbook, shipped, words);
    result.rows = read_ladder_rows(workbook, result.mapping, words);
    result.rounds = rounds_of(result.rows);
    result.movements = movements_of(result.rows, result.rounds);
    result.to_settle = to_settle(result.rows, result.mapping);
    result.sums = differing_sums(result.rows);
    return result;
}

} // namespace trinvis
