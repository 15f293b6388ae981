// SPDX-License-Identifier: MPL-2.0
//
// What a rule runs over: named columns of equal length. A cell is a number or one of the missing kinds, or a text.
//
//     Table table{.id = "values", .rows = 2};
//     table.columns.push_back(Column::of_numbers({"Værdi", "Value"}, {{ValueState::number, 3}, {ValueState::empty}}));
//
// Texts are views: whoever makes a table keeps what they point into.
#pragma once

#include "catalogue/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

enum class Type
{
    number,
    text,
    truth
};

/// The answer of a rule for one row. Undecided: something that it needs is missing.
enum class Truth : std::uint8_t
{
    no,
    yes,
    undecided
};

struct Column
{
    std::vector<std::string> names; ///< in both languages; all are understood
    Type type = Type::number;
    bool both = false;          ///< the cells may be read as numbers or as texts; type says which they mostly are
    bool date = false;          ///< the numbers are days: shown as dates
    std::vector<Value> numbers; ///< where type is number; beside texts where cells are of both kinds
    std::vector<std::string_view> texts; ///< where type is text; beside numbers where cells are of both kinds
    std::uint64_t edition = 0;           ///< rises when any of the cells changes
    std::vector<Place> places;           ///< where each cell stands in the workbook; empty when it stands nowhere
    std::string_view figure;             ///< the key figure that the column belongs to, where rows have none

    [[nodiscard]] static Column of_numbers(std::vector<std::string> names, std::vector<Value> numbers);
    [[nodiscard]] static Column of_texts(std::vector<std::string> names, std::vector<std::string_view> texts);
};

struct Table
{
    std::string id; ///< "values", "figures", … : the key of its word is "table." + id
    std::size_t rows = 0;
    std::vector<Column> columns;
    std::vector<Place> places;              ///< where a row's finding is shown unless a column knows better
    std::vector<std::string_view> figures;  ///< the key figure that a row belongs to, may be empty text
    std::vector<std::string_view> periods;  ///< ISO date of a row's round, may be empty text
    std::vector<std::string_view> subjects; ///< what a row is about within its figure; empty where nothing says it
    std::vector<std::string_view>
        municipalities;     ///< code of a row's municipality; empty where it is the workbook's own
    std::size_t rounds = 0; ///< of a table of things by rounds: how many rows of one thing stand side by side
    std::vector<std::int32_t> previous;  ///< the same thing's row a round earlier, -1 for none; empty without rounds
    std::vector<std::int32_t> last_year; ///< the same thing's row a year earlier (350 to 380 days), -1 for none
    std::vector<std::string>
        doubled; ///< folded headings that stand twice in a sheet of the user's: nothing may refer to them

    /// The column with a name in either language, null when there is none.
    [[nodiscard]] const Column* column(std::string_view name) const;
    /// The names of all columns, in both languages.
    [[nodiscard]] std::vector<std::string> column_names() const;
};

} // namespace trinvis::rules
