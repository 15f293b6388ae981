// SPDX-License-Identifier: MPL-2.0
//
// The overview of a folder as a sheet of a document of its own: one row a file, with links to the file and to its first
// error.
//
//     const FolderSheet overview = folder_sheet(check, texts);
//     overview.links.front().url;                   // "file:///data/Syddjurs.ods#'Indtastning'.C7"
#pragma once

#include "folder/folder_book.hpp"
#include "table/sheet_content.hpp"

namespace trinvis::folder
{

/// A cell of the overview that opens a file, at a cell of it where one is named. The cell's text stands in the content.
struct FileLink
{
    int row = 0;
    int column = 0;
    std::string url;
};

struct FolderSheet
{
    SheetContent content;
    std::vector<FileLink> links;
};

/// The sheet in the language of the texts. Files that were not reached because the run was cancelled are told on top.
[[nodiscard]] FolderSheet folder_sheet(const FolderCheck& check, const Texts& texts);

/// One sentence: how many workbooks are ready, have errors, or could not be read.
[[nodiscard]] std::string folder_summary(const FolderCheck& check, const Texts& texts);

} // namespace trinvis::folder
