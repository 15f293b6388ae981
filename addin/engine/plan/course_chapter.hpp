// SPDX-License-Identifier: MPL-2.0
//
// The plan's chapter on the advisory course: its activities in the order of time, and the timeline.
//
//     blocks = course_chapter(workbook, form, words);
#pragma once

#include "course/course_checks.hpp"
#include "plan/plan_block.hpp"

namespace trinvis
{

/// Empty where no course is planned.
[[nodiscard]] PlanBlocks course_chapter(const Workbook& workbook, const CourseForm& form, const Words& words);

} // namespace trinvis
