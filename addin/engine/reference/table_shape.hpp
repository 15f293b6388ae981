// SPDX-License-Identifier: MPL-2.0
//
// Where in a table of cells the headings stand, which columns are variables and which hold the numbers: told from the first
// rows, before the whole is read.
//
//     const auto shape = shape_of(first_rows, words, municipalities);
//     std::get<TableShape>(shape).columns.front().use;
#pragma once

#include "catalogue/municipalities.hpp"
#include "reference/import_table.hpp"
#include "table/date_text.hpp"

#include <string>
#include <variant>
#include <vector>

namespace trinvis::reference
{

/// A field as it stands in a row: of a CSV always a text, of a sheet also a number.
struct SourceField
{
    std::string_view text;
    std::optional<double> number;

    [[nodiscard]] bool empty() const
    {
        return !number && text.empty();
    }
};

/// One of the first rows, kept.
struct SampleField
{
    std::string text; ///< trimmed
    std::optional<double> number;

    [[nodiscard]] bool empty() const
    {
        return !number && text.empty();
    }
};
using SampleRow = std::vector<SampleField>;

/// How many rows are looked at before the shape is told.
inline constexpr std::size_t sample_rows = 400;

enum class ColumnUse
{
    nothing, ///< empty
    variable,
    value,
    passed_over ///< remarks and sources
};

struct ShapeColumn
{
    ColumnUse use = ColumnUse::nothing;
    std::string heading;
    bool fill_down = false; ///< an empty field means the one above it
    bool time = false;      ///< numbers in it are years or the sheet's days
};

/// A variable whose categories are headings: one of them for each column of numbers.
struct SpreadVariable
{
    std::string name;
    std::vector<std::string> headings; ///< by value column, in the order of the columns
};

struct TableShape
{
    SourceFormat format = SourceFormat::tidy;
    std::size_t first_row = 0; ///< of the observations
    std::size_t first_column = 0;
    std::vector<ShapeColumn> columns;
    std::vector<SpreadVariable> spread;
    std::vector<std::string> titles; ///< what stands above the headings
    std::string stated_source;       ///< the one source that the column of sources holds
};

/// Tells the shape. Refusals: "no-headings", "no-numbers", "doubled-heading".
[[nodiscard]] std::variant<TableShape, ImportFault> shape_of(const std::vector<SampleRow>& rows, Date null_date,
                                                             const Municipalities& municipalities);

/// Gives variables without a role theirs, by their headings and categories, and joins a column of municipality codes with the
/// column of their names. Called once all observations are there.
void tell_roles(ImportedTable& table, const Municipalities& municipalities);

/// The language of a table's texts, where its words tell.
[[nodiscard]] std::optional<Language> language_of(const ImportedTable& table);

} // namespace trinvis::reference
