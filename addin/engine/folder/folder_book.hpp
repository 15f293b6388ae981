// SPDX-License-Identifier: MPL-2.0
//
// Many workbooks at once: what an adviser wants to know of each file in a folder, as plain data. A file that cannot be
// read is a book like any other, with the reason in the place of the result.
//
//     FolderCheck check{.folder = "/data/runde 2026", .checked = today};
//     check.books.push_back(checked_book(name, url, workbook, words, municipalities, today, Language::danish));
//     check.books.push_back(unread_book(name, url, Unread::password));
//     folder_sheet(check, texts);                               // folder_overview.hpp
//     folder_json(check, texts, "0.1.0");                       // folder_results.hpp
#pragma once

#include "validation/validate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::folder
{

/// Why a file has no result.
enum class Unread
{
    empty,     ///< it holds nothing at all
    password,  ///< it can only be opened with a password
    damaged,   ///< it is no spreadsheet file inside, or not all of one
    foreign,   ///< a spreadsheet, but no key-figure workbook
    too_large, ///< a sheet is too large to be read
    failed     ///< anything else
};

/// "empty", "password", "damaged", "foreign", "too-large", "failed": in the result file, and the end of the text keys
/// "folder.unread.…".
[[nodiscard]] std::string_view unread_code(Unread reason);

enum class BookState
{
    ready,    ///< neither an error nor a warning without an explanation is left
    warnings, ///< no error, but warnings to be corrected or explained
    errors,
    nothing, ///< no number was entered yet
    unread
};

/// "ready", "warnings", "errors", "nothing", "unread": in the result file, and the end of the text keys "folder.state.…".
[[nodiscard]] std::string_view state_code(BookState state);

/// A figure that cannot be computed for the newest round that has passed, because a number was not entered.
struct MissingFigure
{
    std::string id;
    std::string name;
};

/// The first error of a workbook: what is looked at first.
struct FirstError
{
    std::string sheet;
    std::string cell;
    Place place;
    std::string message; ///< in the workbook's language
    std::string remedy;
};

/// One file of the folder and what became of it.
struct Book
{
    std::string file; ///< its name
    std::string url;
    bool in_use = false; ///< somebody has it open; what was saved last is what was read
    BookState state = BookState::unread;
    Unread unread = Unread::failed;
    std::string municipality_code; ///< empty when Stamdata names none that exists
    std::string municipality;
    std::string data_note; ///< what Stamdata says of the numbers
    std::string verdict;   ///< one line: what is left before it is ready
    SeverityCounts left;   ///< findings that are not explained
    std::size_t explained = 0;
    std::optional<Date> round; ///< the newest one that has passed
    std::vector<MissingFigure> missing;
    std::optional<FirstError> first_error;
};

/// A folder after the run.
struct FolderCheck
{
    std::string folder; ///< as a person knows it
    Date checked;
    std::size_t files = 0;   ///< workbooks in the folder; more than the books when the run was cancelled
    std::vector<Book> books; ///< by file name
};

/// How many books are in a state.
[[nodiscard]] std::size_t count_books(const FolderCheck& check, BookState state);

/// A validated workbook. The verdict comes in the language that is asked for, messages in the workbook's own.
[[nodiscard]] Book checked_book(std::string file, std::string url, const Workbook& workbook,
                                const Validation& validation, const Words& words, Date today, Language language);

/// A file without a result.
[[nodiscard]] Book unread_book(std::string file, std::string url, Unread reason, const Texts& texts);

/// True for the name of a workbook: .ods or .xlsx, and none of the files that programs lay beside one while it is open
/// (".~lock.x.ods#", "~$x.xlsx") or hide.
[[nodiscard]] bool is_workbook_name(std::string_view file_name);

/// The name of the file that LibreOffice and Calc-compatible programs lay beside one that is open: ".~lock.x.ods#".
[[nodiscard]] std::string lock_name(std::string_view file_name);

/// What the first bytes of a file say of why it could not be opened: nothing in it, an encrypted workbook from Excel (a
/// compound file, Microsoft [MS-OFFCRYPTO] 2.1), or damage. `encrypted` says whether a package's manifest speaks of
/// encryption (OpenDocument 1.3, part 2, 4.8).
[[nodiscard]] Unread why_not_opened(std::string_view first_bytes, bool encrypted);

} // namespace trinvis::folder
