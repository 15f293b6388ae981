// SPDX-License-Identifier: MPL-2.0
//
// Comma-separated text as spreadsheets read and write it (RFC 4180, semicolon or comma).
//
//     write_csv_row(text, {"Regel", "Værdi"}, ';');           // Regel;Værdi and CR LF
//     read_csv(text).front();                                 // {"Regel", "Værdi"}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// Appends one row. Fields with separators, quotes or line ends are put in quotes.
void write_csv_row(std::string& out, const std::vector<std::string>& fields, char separator);

/// Reads all rows; the separator is semicolon, comma or tab, whichever the first row has most of. A byte order mark is
/// passed over, bytes that are no UTF-8 are taken for Windows-1252, which is what Excel writes. Nothing when a quote is
/// never closed, or there are more than a million fields.
[[nodiscard]] std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text);

/// True when every byte belongs to a well-formed UTF-8 sequence (Unicode 15, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view text);

/// UTF-8 from bytes of Windows-1252, which holds Latin-1's letters; bytes without a character become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

/// A text that no spreadsheet takes for a formula: an apostrophe before = + - @ tab and line ends, and before an
/// apostrophe, so that it can be taken off again.
[[nodiscard]] std::string without_formula(std::string_view text);

/// The text that without_formula was given.
[[nodiscard]] std::string with_formula(std::string_view text);

} // namespace trinvis
