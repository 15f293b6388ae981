// SPDX-License-Identifier: MPL-2.0
#include "goals/reported.hpp"

#include "benchmark/words.hpp"
#include "catalogue/value.hpp"

#include <cmath>

namespace trinvis
{

namespace
{

const Round* round_of(const Workbook& workbook, Date date)
{
    for (const Round& round : workbook.rounds)
        if (round.date == date)
            return &round;
    return nullptr;
}

} // namespace

Measured reported(const Workbook& workbook, const Words& words, const Figure& figure, Date date)
{
    const Round* round = round_of(workbook, date);
    if (!round)
        return {};
    const ValueReader reader(words);
    const auto entry = [&](const std::string& item)
    {
        const EntryLine* line = item.empty() ? nullptr : workbook.line(item);
        return line ? reader.read(workbook.grid(workbook.entry).at(line->row, round->column)) : Value{};
    };
    return measure(figure, entry(figure.numerator), entry(figure.denominator), entry(figure.value));
}

std::optional<Place> reported_place(const Workbook& workbook, const Figure& figure, Date date)
{
    const Round* round = round_of(workbook, date);
    const EntryLine* line = workbook.line(figure.value.empty() ? figure.numerator : figure.value);
    if (!round || !line)
        return std::nullopt;
    return Place{workbook.entry.sheet, line->row, round->column};
}

double as_shown(const Figure& figure, double value)
{
    const double scale = std::pow(10.0, shown_decimals(figure, value));
    return std::round(value * scale) / scale;
}

std::optional<double> reported_baseline(const Goal& goal, const Workbook& workbook, const Words& words)
{
    const Figure* figure = goal.figure.empty() ? nullptr : workbook.figure(goal.figure);
    if (!figure || !goal.baseline_date.date)
        return std::nullopt;
    const Measured measured = reported(workbook, words, *figure, *goal.baseline_date.date);
    if (!measured.known())
        return std::nullopt;
    if (goal.baseline && as_shown(*figure, *goal.baseline) == as_shown(*figure, measured.value))
        return goal.baseline;
    return as_shown(*figure, measured.value);
}

std::optional<Date> latest_reported(const Workbook& workbook, const Words& words, const Figure& figure, Date until)
{
    std::optional<Date> latest;
    for (const Round& round : workbook.rounds)
        if (round.date && *round.date <= until && (!latest || *latest < *round.date) &&
            reported(workbook, words, figure, *round.date).known())
            latest = round.date;
    return latest;
}

} // namespace trinvis
