// SPDX-License-Identifier: MPL-2.0
//
// A table of a delivery: what its columns are, its rows, and the CSV file that they become.
//
//     DeliveryTable table{.name = "figures", .title = "Tal"};
//     table.fields.push_back({.name = "item", .title = "Id"});
//     table.rows.push_back({std::string("anbragte")});
//     delivery_csv(table);                          // "item\r\nanbragte\r\n"
//
// CSV by RFC 4180 (Common Format and MIME Type for CSV Files): commas, CR LF, quotes doubled; UTF-8 without a byte order
// mark. Numbers have a decimal point and no thousand separators, dates are YYYY-MM-DD. A text that a spreadsheet would
// take for a formula gets an apostrophe in front (without_formula in table/csv_text.hpp); the description of the file says so.
#pragma once

#include "table/date_text.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trinvis
{

/// The types of the public Table Schema that are used here.
enum class FieldType
{
    text,
    number,
    integer,
    date
};

/// "string", "number", "integer", "date": the words of the Table Schema.
[[nodiscard]] std::string_view field_type_code(FieldType type);

struct DeliveryField
{
    std::string name; ///< of the column: small English letters, the same in every language
    std::string title{};
    FieldType type = FieldType::text;
    bool required = false;              ///< no row is without it
    std::vector<std::string> choices{}; ///< what alone may stand there; empty for anything
};

/// Nothing, a number, a text or a date.
using DeliveryCell = std::variant<std::monostate, double, std::string, Date>;

struct DeliveryTable
{
    std::string name; ///< of the file, without its ending
    std::string title{};
    std::string description{};
    std::vector<DeliveryField> fields{};
    std::vector<std::string> primary_key{}; ///< names of fields whose values together are one row's alone
    std::vector<std::vector<DeliveryCell>> rows{};
};

/// A number as the shortest text that reads back as the same number, with a decimal point.
[[nodiscard]] std::string exact_number(double number);

/// The file's bytes: the names of the fields, then a line a row. A number that is not finite is left empty.
[[nodiscard]] std::string delivery_csv(const DeliveryTable& table);

} // namespace trinvis
