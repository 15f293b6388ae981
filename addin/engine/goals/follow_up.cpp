// SPDX-License-Identifier: MPL-2.0
#include "goals/follow_up.hpp"

#include "goals/reported.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using std::chrono::sys_days;

constexpr std::array<std::string_view, 8> standing_codes{"unknown", "reached", "on_track", "behind",
                                                         "missed",  "open",    "held",     "left"};
constexpr std::array<std::string_view, 3> certainty_codes{"certain", "by_chance", "no_interval"};

/// Whether a value is at a level or beyond it, as both are shown.
bool at_or_beyond(const Figure& figure, double value, double level, GoalDirection direction)
{
    const double shown = as_shown(figure, value);
    const double wanted = as_shown(figure, level);
    return direction == GoalDirection::up ? shown >= wanted : shown <= wanted;
}

/// Whether chance leaves a value on the side of a level where it lies.
Certainty certainty_of(const Measured& value, double level)
{
    if (!value.interval)
        return Certainty::no_interval;
    return value.interval->lower <= level && level <= value.interval->upper ? Certainty::by_chance : Certainty::certain;
}

void judge_keeping(FollowUpRound& round, const Figure& figure, double target)
{
    round.certainty = certainty_of(round.value, target);
    const bool same = round.certainty == Certainty::no_interval
                          ? as_shown(figure, round.value.value) == as_shown(figure, target)
                          : round.certainty == Certainty::by_chance;
    round.standing = same ? GoalStanding::held : GoalStanding::left;
}

void judge_moving(FollowUpRound& round, const GoalFollowUp& one, double target)
{
    const double value = round.value.value;
    const GoalDirection direction = *one.direction;
    const std::optional<Date>& until = one.goal->target_date.date;
    double level = target;
    if (at_or_beyond(*one.figure, value, target, direction))
        round.standing = GoalStanding::reached;
    else if (until && round.date >= *until)
        round.standing = GoalStanding::missed;
    else if (round.expected)
    {
        level = *round.expected;
        round.standing =
            at_or_beyond(*one.figure, value, level, direction) ? GoalStanding::on_track : GoalStanding::behind;
    }
    else
        round.standing = GoalStanding::open;
    round.certainty = certainty_of(round.value, level);
}

std::optional<GoalDirection> direction_of(const Goal& goal, const std::optional<double>& baseline)
{
    if (goal.direction || !goal.target || !baseline)
        return goal.direction;
    if (*goal.target == *baseline)
        return GoalDirection::keep;
    return *goal.target > *baseline ? GoalDirection::up : GoalDirection::down;
}

/// What is shown of baseline and target.
void take_plan(GoalFollowUp& one, const Workbook& workbook, const Words& words)
{
    const Goal& goal = *one.goal;
    const std::optional<Date>& from = goal.baseline_date.date;
    if (one.figure && from)
        one.baseline_value = reported(workbook, words, *one.figure, *from);
    const std::optional<double> written =
        goal.baseline || !one.figure ? goal.baseline : reported_baseline(goal, workbook, words);
    one.direction = direction_of(goal, written);
    one.target = goal.target;
    one.baseline = written;
    if (!workbook.sharing.wanted)
        return;
    // A number that a person typed says the same as a reported one that is hidden, and a target that is meant to be the
    // same says it too.
    one.hidden = !one.baseline_value.known() && (written || one.baseline_value.absence == Absence::confidential);
    if (one.figure && one.baseline_value.known())
        one.baseline = as_shown(*one.figure, one.baseline_value.value);
    else
        one.baseline.reset();
    if (one.hidden && (one.direction == GoalDirection::keep || goal.target == written))
        one.target.reset();
}

void take_rounds(GoalFollowUp& one, const Workbook& workbook, const Words& words, Date today)
{
    const std::optional<Date>& from = one.goal->baseline_date.date;
    const std::optional<Date>& to = one.goal->target_date.date;
    for (const Round& known : workbook.rounds)
    {
        if (!known.date || *known.date > today || (from && *known.date <= *from))
            continue;
        FollowUpRound& round = one.rounds.emplace_back();
        round.date = *known.date;
        round.value = reported(workbook, words, *one.figure, round.date);
        round.place = reported_place(workbook, *one.figure, round.date);
        const bool moves = one.direction == GoalDirection::up || one.direction == GoalDirection::down;
        if (moves && one.baseline && one.target && from && to && *from < *to)
            round.expected = on_line(*one.baseline, *from, *one.target, *to, round.date);
        if (!round.value.known() || !one.target || !one.direction)
            continue;
        if (one.direction == GoalDirection::keep)
            judge_keeping(round, *one.figure, *one.target);
        else
            judge_moving(round, one, *one.target);
    }
}

} // namespace

std::string_view goal_standing_code(GoalStanding standing)
{
    return standing_codes[static_cast<std::size_t>(standing)];
}

std::string_view certainty_code(Certainty certainty)
{
    return certainty_codes[static_cast<std::size_t>(certainty)];
}

const FollowUpRound* GoalFollowUp::latest() const
{
    const auto found =
        std::find_if(rounds.rbegin(), rounds.rend(), [](const FollowUpRound& round) { return round.value.known(); });
    return found == rounds.rend() ? nullptr : &*found;
}

double on_line(double baseline, Date from, double target, Date to, Date day)
{
    const auto whole = static_cast<double>((sys_days{to} - sys_days{from}).count());
    const auto gone = static_cast<double>((sys_days{day} - sys_days{from}).count());
    return baseline + (target - baseline) * std::clamp(gone / whole, 0.0, 1.0);
}

FollowUp follow_up(const Goals& goals, const Workbook& workbook, const Words& words, Date today)
{
    FollowUp follow;
    const std::string note = folded(workbook.data_note);
    follow.invented = note.find(folded(words.danish.get("word.invented"))) != std::string::npos ||
                      note.find(folded(words.english.get("word.invented"))) != std::string::npos;
    follow.shared = workbook.sharing.wanted;
    follow.goals.reserve(goals.goals.size());
    for (const Goal& goal : goals.goals)
    {
        GoalFollowUp& one = follow.goals.emplace_back();
        one.goal = &goal;
        one.figure = goal.figure.empty() ? nullptr : workbook.figure(goal.figure);
        take_plan(one, workbook, words);
        if (one.figure)
            take_rounds(one, workbook, words, today);
    }
    return follow;
}

} // namespace trinvis
