// SPDX-License-Identifier: MPL-2.0
//
// What the reported figures say of each goal: every round after the baseline held up against the target, with its doubt.
//
//     const FollowUp follow = follow_up(goals, workbook, words, today);
//     follow.goals[0].rounds.back().standing;       // GoalStanding::behind
//     follow.goals[0].rounds.back().certainty;      // Certainty::by_chance: chance may explain it
//
// Conventions, said wherever they are shown: between baseline and target a straight line in time is what may be expected
// on the way, which is the tool's own proposal; target and line are plans and have no doubt of their own; a round's doubt
// is its 95 % interval (Wilson for shares, exact or Byar for rates and counts). Where that holds what was planned too,
// chance may explain the difference. Each round is held up by itself.
#pragma once

#include "benchmark/measure.hpp"
#include "goals/goal.hpp"

namespace trinvis
{

/// Where a round stands.
enum class GoalStanding
{
    unknown,  ///< nothing can be said: no value, or nothing to hold it up against
    reached,  ///< at the target or beyond
    on_track, ///< before the target's date, at the line or beyond
    behind,   ///< before the target's date, short of the line
    missed,   ///< from the target's date on, short of the target
    open,     ///< short of the target, without a baseline to draw a line from or without a date
    held,     ///< of a figure that is to stay: not to be told from its level
    left      ///< of a figure that is to stay: away from its level
};

/// Whether chance may explain on which side of the plan a round lies.
enum class Certainty
{
    certain,
    by_chance,
    no_interval ///< its spread is unknown: amounts of money, means
};

/// "reached", "on_track" …; "certain", "by_chance", "no_interval": parts of text keys.
[[nodiscard]] std::string_view goal_standing_code(GoalStanding standing);
[[nodiscard]] std::string_view certainty_code(Certainty certainty);

struct FollowUpRound
{
    Date date;
    Measured value;
    std::optional<Place> place;     ///< the cell in Indtastning
    std::optional<double> expected; ///< on the straight line
    GoalStanding standing = GoalStanding::unknown;
    Certainty certainty = Certainty::no_interval;
};

struct GoalFollowUp
{
    const Goal* goal = nullptr;
    const Figure* figure = nullptr;         ///< null where the goal names none
    std::optional<double> baseline;         ///< nothing where there is none or it must not be seen
    Measured baseline_value;                ///< what was reported then
    std::optional<double> target;           ///< nothing where there is none or it would tell a hidden baseline
    std::optional<GoalDirection> direction; ///< as it was written, else the way from baseline to target
    bool hidden = false;                    ///< the baseline must not be seen
    std::vector<FollowUpRound> rounds;      ///< after the baseline, those of the figure that lie before today

    /// The last round with a value; null where there is none.
    [[nodiscard]] const FollowUpRound* latest() const;
};

struct FollowUp
{
    std::vector<GoalFollowUp> goals; ///< all goals, in the order of the sheet
    bool invented = false;           ///< Stamdata says that the figures are invented
    bool shared = false;             ///< the workbook is to be shared
};

/// What may be expected on a day of the straight line from a baseline to a target: the baseline before it begins, the
/// target when it has ended. The target's date must lie after the baseline's.
[[nodiscard]] double on_line(double baseline, Date from, double target, Date to, Date day);

/// Holds every round up against its goal. The workbook is the one in which numbers that must not be seen are blanked; where
/// it is shared, a baseline shows only when the figure's value of that round may be seen, and then that value stands in its
/// place. The goals must outlive the result.
[[nodiscard]] FollowUp follow_up(const Goals& goals, const Workbook& workbook, const Words& words, Date today);

} // namespace trinvis
