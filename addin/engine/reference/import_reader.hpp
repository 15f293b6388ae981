// SPDX-License-Identifier: MPL-2.0
//
// Reads foreign files into ImportedTable. The format is recognised from the content; what is open to doubt is refused with
// a question that the options answer, never guessed.
//
//     ReadResult result = read_source(bytes, "ANBAAR12.csv", {}, words, municipalities);
//     // ImportFault "decimal-mark": 1.234 may be 1,234 or 1234 → ask, then
//     result = read_source(bytes, "ANBAAR12.csv", {.decimal_mark = DecimalMark::point}, words, municipalities);
//
//     result = read_grid(grid, {}, words, municipalities);       // a sheet of an .ods or .xlsx, read by the office
#pragma once

#include "catalogue/municipalities.hpp"
#include "reference/import_table.hpp"
#include "table/date_text.hpp"
#include "texts/words.hpp"

#include <string_view>

namespace trinvis::reference
{

/// Answers to what a file alone does not tell.
struct ReadOptions
{
    std::optional<DecimalMark> decimal_mark; ///< for files whose numbers can be read in two ways ("1.234")
    Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}}; ///< of a sheet's dates
};

inline constexpr std::size_t megabyte = std::size_t{1024} * 1024;

/// The largest file that is read, in bytes, and the most observations that one table may hold; both ours.
inline constexpr std::size_t most_bytes = 512 * megabyte;
inline constexpr std::size_t most_observations = 20'000'000;

/// Reads a file's bytes: StatBank's CSV and BULK, the matrix of its web page, tidy CSV, JSON-stat. The name serves to find
/// a table's id in it and to name the file in messages. Codes of refusals: "empty", "too-large", "not-text",
/// "binary-office-file" (an .ods or .xlsx: the office reads it, see read_grid), "unclosed-quote", "ragged-row",
/// "too-many-rows", "no-numbers", "no-headings", "doubled-heading", "decimal-mark" (a question), "decimal-marks-mixed",
/// "too-many-signs" (texts in place of numbers), and those of read_json_stat.
[[nodiscard]] ReadResult read_source(std::string_view bytes, std::string_view file_name, const ReadOptions& options,
                                     const Words& words, const Municipalities& municipalities);

/// The same for the cells of a sheet: tidy, matrix or StatBank-shaped. Numbers are numbers there, so no question about
/// decimals arises but for numbers that were stored as text.
[[nodiscard]] ReadResult read_grid(const Grid& grid, const ReadOptions& options, const Words& words,
                                   const Municipalities& municipalities);

/// JSON-stat 1.x ("dataset") and 2.0 ("class": "dataset"). Codes of refusals: "json" (no JSON, or nested deeper than 32),
/// "json-stat" (not the shape; the part is named), "json-stat-size" (sizes negative, not whole, their product too large or
/// unlike the number of values), "json-stat-index" (a category's index outside its dimension or given twice),
/// "json-stat-several" (a bundle or collection of several data sets).
[[nodiscard]] ReadResult read_json_stat(std::string_view bytes, std::string_view file_name);

/// A StatBank table id in a file's name ("ANBAAR12.csv", "2025921-ANBAAR12.csv"), empty when there is none: two to eight
/// capital letters with up to three digits and a letter behind them, as a word of its own.
[[nodiscard]] std::string table_id_in(std::string_view file_name);

} // namespace trinvis::reference
