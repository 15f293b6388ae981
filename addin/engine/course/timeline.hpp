// SPDX-License-Identifier: MPL-2.0
//
// The result Tidslinje: what is to be said of the course's dates, and a chart of its activities in time.
//
//     const ChartedReport report = course_report(course, form, workbook, texts);
//     timeline_chart(course, null_date, texts)->categories.front();       // "1 Opstartsmøde\n07-12-2026"
#pragma once

#include "course/course_checks.hpp"
#include "table/chart_data.hpp"

#include <optional>

namespace trinvis
{

/// The activities with a date, the first one on top, beside each other along the dates; nothing without any. An activity
/// whose dates are faulty is left out. A day is drawn wider than it is where it would not be seen.
[[nodiscard]] std::optional<ChartContent> timeline_chart(const Course& course, Date null_date, const Texts& texts);

/// The sheet with its chart.
[[nodiscard]] ChartedReport course_report(const Course& course, const CourseForm& form, const Workbook& workbook,
                                          const Texts& texts);

} // namespace trinvis
