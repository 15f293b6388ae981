// SPDX-License-Identifier: MPL-2.0
//
// The advisory course: the plan that it begins with, the sheet in which it is planned, checks of its dates, a timeline and
// a calendar file.
//
//     const CourseForm form = CourseForm::from_json(content);                      // templates/course.json
//     const SheetContent sheet = course_sheet(form, proposed_start(form, today), texts);    // course_sheet.hpp
//     const Course course = read_course(workbook, words);                          // course.hpp
//     course_remarks(course, form, texts);                                         // course_checks.hpp
//
// This file: the plan as it ships. The number of guidance days, the duration and what must be resourced are sourced; the
// activities, their order and their dates are the tool's own proposal.
#pragma once

#include "table/date_text.hpp"
#include "texts/both_languages.hpp"

#include <optional>
#include <vector>

namespace trinvis
{

enum class ActivityKind
{
    guidance_day,
    product,
    dialogue,
    meeting
};

/// Key of a kind's word in the text files: "course_kind.guidance_day".
[[nodiscard]] std::string_view activity_kind_key(ActivityKind kind);

struct ProposedActivity
{
    int number = 0;
    ActivityKind kind = ActivityKind::meeting;
    BothLanguages activity;
    double begins = 0;          ///< where in the course: 0 is the first day, 1 the last
    std::optional<double> ends; ///< nothing for an activity of one day
    BothLanguages participants;
    BothLanguages preparation; ///< these three may be empty
    BothLanguages product;
    BothLanguages dialogue;
    BothLanguages responsible;
    std::string resource; ///< id of what must be resourced
};

struct CourseForm
{
    BothLanguages status;
    int span_months = 9;
    int weeks_to_start = 2;
    int guidance_days = 4; ///< these three are the course's own terms
    int shortest_months = 6;
    int longest_months = 12;
    std::vector<std::pair<std::string, BothLanguages>> resources; ///< by id, in the order of the source
    std::vector<ProposedActivity> activities;

    /// Throws std::invalid_argument when the content is no such form.
    [[nodiscard]] static CourseForm from_json(std::string_view content);
};

/// So many months on; the last day of the month where it is too short to have the day. The date must exist.
[[nodiscard]] Date months_on(Date date, int months);

/// The first day that people meet on weeks_to_start weeks after a date: a working day outside July and the days from 23
/// December to New Year, which is the tool's own proposal.
[[nodiscard]] Date proposed_start(const CourseForm& form, Date today);

/// First and last day of an activity, both days that people meet on; the last is the first for an activity of one day. The course
/// spans span_months from its start, which must exist.
[[nodiscard]] std::pair<Date, Date> proposed_dates(const CourseForm& form, const ProposedActivity& activity,
                                                   Date start);

} // namespace trinvis
