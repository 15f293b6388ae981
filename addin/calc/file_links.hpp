// SPDX-License-Identifier: MPL-2.0
//
// Makes cells open other files when they are clicked.
//
//     write_file_links(sheet, overview.links);
#pragma once

#include "calc/sheet_writer.hpp"
#include "folder/folder_overview.hpp"

namespace trinvis::calc
{

/// Turns the text of each cell into a link that shows the same text.
void write_file_links(const Sheet& sheet, const std::vector<folder::FileLink>& links);

} // namespace trinvis::calc
