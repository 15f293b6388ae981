// SPDX-License-Identifier: MPL-2.0
//
// What is imported from: files that a person chose, and tables of the StatBank. Spreadsheets are opened by the office,
// without a window; text files are read as bytes, since Calc's own CSV import changes numbers (12.5 to a text, 1.234 to
// 1234, 6-11 to a date).
//
//     const ImportSource source = load_source(context, url, texts);
//     const ReadResult table = read_table(source, {}, {}, words, municipalities);
#pragma once

#include "catalogue/workbook.hpp"
#include "office/package.hpp"
#include "reference/import_reader.hpp"
#include "reference/statbank_api.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::commands
{

struct ImportSource
{
    std::string name; ///< as a person knows it
    std::string bytes;
    std::vector<Grid> sheets; ///< of a spreadsheet; none for a text file
    Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
    std::shared_ptr<const Workbook> workbook;         ///< when it is a key-figure workbook itself
    std::optional<reference::StatBankTable> statbank; ///< where the bytes came from the StatBank
    Language language = Language::danish;             ///< in which the StatBank wrote them
};

/// Loads a file. Throws office::UserError when it cannot be opened, or is neither text nor a spreadsheet.
[[nodiscard]] ImportSource load_source(const office::Context& context, const rtl::OUString& url, const Texts& texts);

/// What the StatBank says of a table. Throws office::UserError with a sentence when there is no network, no such table or
/// no answer that can be understood. `meanwhile` is called while waiting.
[[nodiscard]] reference::StatBankTable fetch_table_info(const office::Context& context, const std::string& address,
                                                        const std::string& table, Language language, const Texts& texts,
                                                        const std::function<void()>& meanwhile);

/// The numbers of a table.
[[nodiscard]] ImportSource fetch_table(const office::Context& context, const std::string& address,
                                       const reference::StatBankTable& table, const reference::StatBankChoice& choice,
                                       Language language, const Texts& texts, const std::function<void()>& meanwhile);

/// Reads the table in a source. Of a spreadsheet the sheet of that name, else the first one that holds a table. A fault
/// "decimal-mark" is a question.
[[nodiscard]] reference::ReadResult read_table(const ImportSource& source, const std::string& sheet,
                                               std::optional<reference::DecimalMark> decimal_mark, const Words& words,
                                               const Municipalities& municipalities);

/// The sheets in which an own layout may stand: all, or the one of that name. A text file is one sheet.
[[nodiscard]] std::vector<Grid> layout_sheets(const ImportSource& source, const std::string& sheet);

} // namespace trinvis::commands
