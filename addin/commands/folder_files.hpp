// SPDX-License-Identifier: MPL-2.0
//
// The workbooks in a folder, opened one at a time out of sight: read-only, no macro run, no link followed, no lock file
// left. What cannot be read is a result like any other.
//
//     for (const FolderFile& file : workbooks_in(context, folder, texts))
//         const ReadBook book = read_book(context, file);
#pragma once

#include "commands/commands.hpp"
#include "folder/folder_book.hpp"

#include <variant>
#include <vector>

namespace trinvis::commands
{

struct FolderFile
{
    std::string name;
    rtl::OUString url;
    bool in_use = false; ///< a lock file lies beside it
    std::string saved;   ///< when it was saved last, as text that sorts by time
};

/// The workbooks of a folder (a URL) by name: those in the folder itself, not in folders inside it. Throws
/// office::UserError when there is no such folder, or no workbook in it.
[[nodiscard]] std::vector<FolderFile> workbooks_in(const office::Context& context, const rtl::OUString& folder,
                                                   const Texts& texts);

/// A key-figure workbook, or why there is none.
using ReadBook = std::variant<Workbook, folder::Unread>;

/// Opens a file, reads it and closes it again. Throws nothing that a file could cause.
[[nodiscard]] ReadBook read_book(const office::Context& context, const FolderFile& file);

/// The URL of a folder or file that a person or script names by a URL or a path; empty when it is neither.
[[nodiscard]] rtl::OUString url_of_place(const rtl::OUString& place);

} // namespace trinvis::commands
