// SPDX-License-Identifier: MPL-2.0
//
// The goals of the development plan: the sheet Udviklingsplan as it is filled in, and what the reported figures say of
// each goal round by round.
//
//     const SheetContent sheet = goals_sheet({form, workbook, words});             // goal_sheet.hpp
//     const Goals goals = read_goals(workbook, words);
//     const FollowUp follow = follow_up(goals, workbook, words, today);            // follow_up.hpp
//     goals_report(follow, {}, workbook, texts);                                   // goals_report.hpp
//
// This file: the goals as they stand in the sheet. A row holds a goal and an activity of it; further activities stand in
// rows with the goal's number and no goal of their own, so that rows may be sorted.
#pragma once

#include "catalogue/workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

/// Which way a figure is meant to go.
enum class GoalDirection
{
    up,
    down,
    keep ///< it is to stay where it is
};

enum class ActivityStatus
{
    not_begun,
    under_way,
    done,
    paused
};

/// Keys of the words in the text files: "goal_direction.up", "activity_status.done".
[[nodiscard]] std::string_view goal_direction_key(GoalDirection direction);
[[nodiscard]] std::string_view activity_status_key(ActivityStatus status);

/// The words in the order of a drop-down.
[[nodiscard]] std::vector<std::string> goal_direction_words(const Texts& texts);
[[nodiscard]] std::vector<std::string> activity_status_words(const Texts& texts);

/// The figure that a text names: its number ("3", "nøgletal 3", "key figure 3"), its name, or both ("3 Navn"). Null for
/// anything else.
[[nodiscard]] const Figure* named_figure(std::string_view text, const Workbook& workbook);

/// The step of the ladder that a text names: "3", "trin 3", "3 Navn"; nothing for anything but 1 to 6.
[[nodiscard]] std::optional<int> named_step(std::string_view text);

/// A date as it was typed.
struct TypedDate
{
    std::optional<Date> date;
    bool faulty = false; ///< something stands there that is no date
};

struct GoalActivity
{
    int row = -1;
    std::string activity;
    std::string step_text;
    std::optional<int> step;
    std::string responsible;
    TypedDate start;
    TypedDate end;
    std::string prerequisites;
    std::string risks;
    std::string status_text;
    std::optional<ActivityStatus> status;
};

struct Goal
{
    std::string id; ///< in names of parts and charts: its number, or a check of its words; no two goals have the same
    int row = -1;
    std::string number; ///< as it was written
    std::string area;
    std::string focus;
    std::string goal;
    std::string criterion;
    std::string figure_text;
    std::string figure; ///< id of the figure that figure_text names; empty where it names none
    TypedDate baseline_date;
    std::optional<double> baseline;
    std::optional<double> target;
    TypedDate target_date;
    std::optional<GoalDirection> direction;
    std::vector<GoalActivity> activities;     ///< in the order of the sheet
    std::vector<std::string> prerequisites{}; ///< of its rows, each once
    std::vector<std::string> risks{};         ///< the same

    /// "1 Flere børn bliver hos deres familie", without the number where there is none.
    [[nodiscard]] std::string title() const;
};

struct Goals
{
    TableArea table;
    std::vector<Goal> goals; ///< in the order of the sheet; rows with a focus area alone are no goals yet
};

/// Reads the sheet; no goals where it is not there. A row without number and goal belongs to the goal above it; one whose
/// number is a goal's belongs to that, unless it holds a goal of other words, which is then one of its own.
[[nodiscard]] Goals read_goals(const Workbook& workbook, const Words& words);

} // namespace trinvis
