// SPDX-License-Identifier: MPL-2.0
#include "goals/goal_chart.hpp"

#include "benchmark/words.hpp"
#include "goals/follow_up_words.hpp"
#include "goals/reported.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using std::chrono::sys_days;

constexpr std::size_t most_dates_ahead = 16;

/// So many months on, the last day of a month staying the last.
Date months_later(Date date, int months)
{
    const bool last_day = date == Date{date.year() / date.month() / std::chrono::last};
    const auto later = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months};
    const Date end{later / std::chrono::last};
    return last_day || end.day() < date.day() ? end : Date{later / date.day()};
}

/// Rounds half a year apart go on so; others by the year.
int months_apart(const std::vector<Date>& dates)
{
    constexpr int months_a_year = 12;
    constexpr int half = months_a_year / 2;
    constexpr auto half_year_at_most = std::chrono::days{270};
    if (dates.size() < 2)
        return half;
    return sys_days{dates.back()} - sys_days{dates[dates.size() - 2]} <= half_year_at_most ? half : months_a_year;
}

/// The dates of the rounds, and those ahead up to the target's.
std::vector<Date> dates_of(const GoalFollowUp& one)
{
    std::vector<Date> dates;
    if (one.goal->baseline_date.date && (one.baseline || one.baseline_value.known()))
        dates.push_back(*one.goal->baseline_date.date);
    for (const FollowUpRound& round : one.rounds)
        dates.push_back(round.date);
    const std::optional<Date>& until = one.goal->target_date.date;
    if (!until || dates.empty() || *until <= dates.back())
        return dates;
    const int step = months_apart(dates);
    const Date last = dates.back();
    for (std::size_t ahead = 1; ahead < most_dates_ahead; ++ahead)
    {
        const Date next = months_later(last, step * static_cast<int>(ahead));
        // A date just before the target's would crowd it.
        if (sys_days{next} + std::chrono::days{45} >= sys_days{*until})
            break;
        dates.push_back(next);
    }
    dates.push_back(*until);
    return dates;
}

std::optional<double> planned(const GoalFollowUp& one, Date day)
{
    const std::optional<Date>& from = one.goal->baseline_date.date;
    const std::optional<Date>& to = one.goal->target_date.date;
    if (one.direction == GoalDirection::keep || !one.baseline || !from || !to || *to <= *from)
        return one.target;
    return on_line(*one.baseline, *from, *one.target, *to, day);
}

const Measured* value_on(const GoalFollowUp& one, Date day)
{
    if (one.goal->baseline_date.date == day)
        return &one.baseline_value;
    for (const FollowUpRound& round : one.rounds)
        if (round.date == day)
            return &round.value;
    return nullptr;
}

std::string alt_text(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    std::string text = texts.format("goals.chart.alt", {{"goal", one.goal->title()}, {"figure", figure_title(one)}});
    for (const TracedText& sentence : goal_sentences(one, workbook, texts))
        text += " " + sentence.text;
    return text;
}

} // namespace

std::optional<ChartContent> goal_chart(const GoalFollowUp& one, const FollowUp& follow, const Workbook& workbook,
                                       const Texts& texts)
{
    if (!one.figure || !one.target)
        return std::nullopt;
    ChartContent chart;
    chart.name = "trinvis_goal_" + one.goal->id;
    chart.kind = ChartKind::lines;
    chart.language = texts.language();
    chart.title = (one.goal->number.empty() ? std::string{}
                                            : texts.format("goals.chart.number", {{"n", one.goal->number}}) + " ") +
                  figure_title(one);
    const bool line = one.direction != GoalDirection::keep && one.baseline.has_value();
    chart.subtitle = texts.get(line ? "goals.chart.subtitle" : "goals.chart.subtitle.level");
    if (follow.invented)
        chart.subtitle += " · " + texts.get("word.invented_figures");
    chart.subtitle += "\n" + texts.get("goals.chart.source");
    chart.y_title = one.figure->unit;
    chart.decimals = shown_decimals(*one.figure, *one.target);
    ChartSeries plan{texts.get(line ? "goals.chart.line" : "goals.chart.level"), SeriesRole::average, {}, {}, false};
    ChartSeries lower{texts.get("goals.chart.lower"), SeriesRole::limit_95, {}, {}, false};
    ChartSeries upper{texts.get("goals.chart.interval"), SeriesRole::limit_95, {}, {}, false};
    ChartSeries own{workbook.municipality ? workbook.municipality->name : texts.get("goals.chart.own"),
                    SeriesRole::own,
                    {},
                    {},
                    false};
    for (const Date date : dates_of(one))
    {
        const Measured* value = value_on(one, date);
        const bool known = value && value->known();
        const bool spread = known && value->interval;
        chart.categories.push_back(format_date(date, texts.language()));
        plan.y.push_back(planned(one, date));
        lower.y.push_back(spread ? std::optional(value->interval->lower) : std::nullopt);
        upper.y.push_back(spread ? std::optional(value->interval->upper) : std::nullopt);
        if (known)
            own.labelled = own.y.size();
        own.y.push_back(known ? std::optional(value->value) : std::nullopt);
    }
    if (!own.labelled)
        return std::nullopt;
    // A label above a point that lies under the line would stand in it.
    own.label_below = plan.y[*own.labelled] && *plan.y[*own.labelled] >= *own.y[*own.labelled];
    const auto any = [](const ChartSeries& series)
    { return std::any_of(series.y.begin(), series.y.end(), [](const auto& y) { return y.has_value(); }); };
    for (ChartSeries* series : {&upper, &lower, &plan, &own})
        if (any(*series))
            chart.series.push_back(std::move(*series));
    chart.alt_text = alt_text(one, workbook, texts);
    return chart;
}

} // namespace trinvis
