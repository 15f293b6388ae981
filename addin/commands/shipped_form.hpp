// SPDX-License-Identifier: MPL-2.0
//
// What the commands of the working tools share: the forms that ship, and refusing to work in a table that cannot be read.
//
//     CourseForm::from_json(shipped_form(context, "templates/course.json"));
#pragma once

#include "commands/open_workbook.hpp"

#include <string>

namespace trinvis::commands
{

/// The content of a file of the package. Throws css::uno::RuntimeException when it is not there.
[[nodiscard]] std::string shipped_form(const office::Context& context, std::string_view path);

/// Throws office::UserError when a working table's sheet is there but lacks its headings or a column that it needs.
void require_table(const OpenWorkbook& open, std::string_view table);

} // namespace trinvis::commands
