// SPDX-License-Identifier: MPL-2.0
//
// What is to be said of a course's dates: that they exist, their order, weekends and holidays, and the course's own terms
// of about four guidance days over six to twelve months.
//
//     for (const CourseRemark& remark : course_remarks(course, form, texts))
//         remark.message;         // "»Vejledningsdag 2« ligger skærtorsdag den 25-03-2027."
#pragma once

#include "catalogue/severity.hpp"
#include "course/course.hpp"
#include "table/traced_text.hpp"

namespace trinvis
{

struct CourseRemark
{
    Severity severity = Severity::information;
    Place place; ///< the cell; the headings' row where the remark is about the whole course
    std::string message;
    std::string remedy;
};

/// Errors first, then warnings, then information, each in the order of the sheet. An error is a date that does not exist
/// and an end before its beginning; a course without activities has no remarks.
[[nodiscard]] std::vector<CourseRemark> course_remarks(const Course& course, const CourseForm& form,
                                                       const Texts& texts);

/// First and last day of a course; nothing where no activity has a date.
[[nodiscard]] std::optional<std::pair<Date, Date>> span_of(const Course& course);

/// The course in a sentence: how many activities, guidance days and months.
[[nodiscard]] std::string course_sentence(const Course& course, const Texts& texts);
/// The same; its numbers are "course/activities", "course/guidance_days" and "course/months".
[[nodiscard]] TracedText traced_course_sentence(const Course& course, const Texts& texts);

} // namespace trinvis
