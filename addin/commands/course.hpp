// SPDX-License-Identifier: MPL-2.0
//
// The commands of the advisory course.
//
//     run_course(context, document);
//     export_calendar(context, document, "file:///home/a/forloeb.ics");
#pragma once

#include "commands/commands.hpp"
#include "course/form.hpp"

#include <string>

namespace trinvis::commands
{

/// The plan of the course as the package has it.
[[nodiscard]] CourseForm course_form(const office::Context& context);

/// Makes the sheet Forløb with proposed dates where it is not there yet; else checks the dates and writes the sheet
/// Tidslinje with its chart.
[[nodiscard]] std::string run_course(const office::Context& context, const Model& model);

/// Saves the course as a calendar file (.ics). Throws office::UserError when a date is faulty, with its cell, and when
/// there is nothing to save. Returns how many activities were saved and how many had no date.
[[nodiscard]] std::string export_calendar(const office::Context& context, const Model& model, const rtl::OUString& url);

} // namespace trinvis::commands
