// SPDX-License-Identifier: MPL-2.0
//
// What a foreign file says, whatever its format: variables with their categories, one observation for each place in the
// table, and where in the file each observation stands. Nothing is converted yet: a sign that stands for a number
// ("..", "-", "x", "<5") is kept as it was written, and what it means a person decides (import_mapping.hpp).
//
//     const ReadResult result = read_source(bytes, "ANBAAR12.csv", {}, words, municipalities);   // import_reader.hpp
//     if (const ImportedTable* table = std::get_if<ImportedTable>(&result))
//         table->variables.front().categories.size();
#pragma once

#include "table/cell.hpp"
#include "texts/texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trinvis::reference
{

/// The formats that are known by what stands in the file, never by its name alone.
enum class SourceFormat : std::uint8_t
{
    statbank_csv, ///< StatBank's API, also BULK: one column a variable and INDHOLD
    matrix,       ///< StatBank's web page and the like: titles, blank lead columns, periods or items as columns
    tidy,         ///< one row an observation, or one row a municipality and period with a column for each item
    json_stat     ///< JSON-stat 1.x (dataset) and 2.0
};

/// "statbank-csv", "matrix", "tidy", "json-stat": ends of the text keys "import.format.…".
[[nodiscard]] std::string_view format_code(SourceFormat format);

/// How a file writes decimals; a file with whole numbers alone has neither.
enum class DecimalMark : std::uint8_t
{
    none,
    comma,
    point
};

/// "none", "comma", "point".
[[nodiscard]] std::string_view decimal_mark_code(DecimalMark mark);

/// What a variable is about, as far as the file tells.
enum class VariableRole : std::uint8_t
{
    other,
    municipality,
    time,
    contents ///< what is measured: JSON-stat's metric, the headings of several columns of numbers
};

struct Category
{
    std::string code; ///< as the file has it; the same as the text where it has but one of them
    std::string text;
    std::string unit; ///< of a category that is a content; empty where the file does not say
};

struct Variable
{
    std::string code; ///< "OMRÅDE"; the heading where the file has no code
    std::string name; ///< as shown
    VariableRole role = VariableRole::other;
    std::vector<Category> categories; ///< in the order of their first appearance

    /// The category with a code, or with a text where none has the code (folded); nothing when there is neither.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view code_or_text) const;
};

/// Where something stands in a source: a line and a field of a CSV, a row and a column of a sheet, the number of a value
/// of a JSON-stat (in row). Counted from 0; only text for people counts from 1.
struct SourcePlace
{
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    bool operator==(const SourcePlace&) const = default;
};

struct ImportedTable
{
    SourceFormat format = SourceFormat::tidy;
    DecimalMark decimal_mark = DecimalMark::none;
    std::string file;                 ///< name of the file or sheet it was read from, without its folder
    std::string sheet;                ///< the sheet's name where places are cells
    std::string table_id;             ///< "ANBAAR12", empty when the file does not tell
    std::string title;                ///< empty when the file has none
    std::string source;               ///< who made the numbers: "Danmarks Statistik"
    std::string updated;              ///< as the file has it
    std::string unit;                 ///< of all observations; empty when the file does not say
    std::string licence;              ///< as the file says it
    std::string note;                 ///< footnotes
    std::optional<Language> language; ///< of the texts
    bool windows_1252 = false;        ///< the bytes were no UTF-8
    std::vector<Variable> variables;
    std::vector<std::string> signs; ///< what stands for a number, as written; "" is an empty field

    // The observations, column by column: a million of them are usual.
    std::vector<std::vector<std::uint32_t>> coordinates; ///< by variable: the category of each observation
    std::vector<double> numbers;                         ///< 0 where a sign stands
    std::vector<std::uint16_t> sign_of;                  ///< 0 a number, otherwise 1 + index into signs
    std::vector<SourcePlace> places;

    [[nodiscard]] std::size_t size() const
    {
        return numbers.size();
    }

    /// The first variable with a role; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> variable_of(VariableRole role) const;

    /// The variable with a code (folded); nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> variable(std::string_view code) const;

    /// How many observations carry each sign, in the order of `signs`.
    [[nodiscard]] std::vector<std::size_t> sign_counts() const;

    /// A place for a person: "linje 7", "Ark1!C7" or "værdi 7", in the language of the texts.
    [[nodiscard]] std::string place_text(SourcePlace place, const Texts& texts) const;
};

/// Why a source could not be read or used. The code never changes; the message is the text "import.error." + code, what
/// to do about it that key + ".remedy".
struct ImportFault
{
    std::string code;
    std::optional<SourcePlace> place{};
    Replacements values{};                    ///< of the placeholders in both texts
    std::string sheet{};                      ///< of the cell, where the place is one
    SourceFormat format = SourceFormat::tidy; ///< tells lines from the values of a JSON-stat

    /// The message with its place in front, in the language of the texts.
    [[nodiscard]] std::string message(const Texts& texts) const;
    [[nodiscard]] std::string remedy(const Texts& texts) const;
};

using ReadResult = std::variant<ImportedTable, ImportFault>;

} // namespace trinvis::reference
