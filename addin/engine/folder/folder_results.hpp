// SPDX-License-Identifier: MPL-2.0
//
// The results of a folder as files for programs: JSON with everything, CSV with a row a workbook.
//
//     save(folder_json(check, texts, "0.1.0"));     // {"format": "trinvis-folder", "success": true, …
//     save(folder_csv(check, texts));
//
// A run from the command line ends with such a file also when it failed: then "success" is false and "error" says why.
#pragma once

#include "folder/folder_book.hpp"

namespace trinvis::folder
{

/// JSON, UTF-8. Codes are English, sentences in the language of the texts.
[[nodiscard]] std::string folder_json(const FolderCheck& check, const Texts& texts, std::string_view product_version);

/// The result of a run that could not begin.
[[nodiscard]] std::string failed_folder_json(std::string_view folder, std::string_view error, const Texts& texts,
                                             std::string_view product_version);

/// The rows of the overview: UTF-8 with byte order mark, semicolons, no field that is taken for a formula.
[[nodiscard]] std::string folder_csv(const FolderCheck& check, const Texts& texts);

/// True when a file's content is a result that was written before: nothing else is ever replaced by one.
[[nodiscard]] bool is_folder_json(std::string_view content);

} // namespace trinvis::folder
