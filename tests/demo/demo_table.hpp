// SPDX-License-Identifier: MPL-2.0
//
// A table of the demonstration by its headings, to be filled in as a person would.
//
//     const Table table(sheet_named(document, "Forløb"), "Nr.", "Type");
//     table.set(table.heading() + 1, "Bemærkning", "Opdigtet eksempel");
#pragma once

#include "demo_workbook.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <map>
#include <stdexcept>

namespace trinvis::demo
{

using office::from_utf8;
using office::query;
using office::to_utf8;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

inline constexpr sal_Int32 most_rows = 120;
inline constexpr sal_Int32 most_columns = 24;

[[nodiscard]] inline Sheet sheet_named(const SpreadsheetDocument& document, const char* name)
{
    return query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(name)));
}

[[nodiscard]] inline std::string text_at(const Sheet& sheet, sal_Int32 column, sal_Int32 row)
{
    return to_utf8(query<css::text::XTextRange>(sheet->getCellByPosition(column, row))->getString());
}

inline void set_text(const Sheet& sheet, sal_Int32 column, sal_Int32 row, const std::string& text)
{
    query<css::text::XTextRange>(sheet->getCellByPosition(column, row))->setString(from_utf8(text));
}

/// A table by its headings.
class Table
{
public:
    Table(const Sheet& sheet, const char* first, const char* another) : m_sheet(sheet)
    {
        for (sal_Int32 row = 0; row < most_rows; ++row)
        {
            std::map<std::string, sal_Int32> columns;
            for (sal_Int32 column = 0; column < most_columns; ++column)
                columns.emplace(text_at(m_sheet, column, row), column);
            if (!columns.contains(first) || !columns.contains(another))
                continue;
            m_heading = row;
            m_columns = std::move(columns);
            return;
        }
        throw std::runtime_error(std::string("no headings with ") + first);
    }

    /// The row that holds two texts, or the first wholly empty one for two empty texts.
    [[nodiscard]] sal_Int32 row(const char* column, const std::string& text, const char* other,
                                const std::string& other_text) const
    {
        for (sal_Int32 row = m_heading + 1; row < most_rows; ++row)
            if (at(row, column) == text && at(row, other) == other_text)
                return row;
        throw std::runtime_error("no row " + text + ", " + other_text);
    }

    [[nodiscard]] std::string at(sal_Int32 row, const char* column) const
    {
        return text_at(m_sheet, m_columns.at(column), row);
    }

    void set(sal_Int32 row, const char* column, const std::string& text) const
    {
        set_text(m_sheet, m_columns.at(column), row, text);
    }

    void set(sal_Int32 row, const char* column, double number) const
    {
        m_sheet->getCellByPosition(m_columns.at(column), row)->setValue(number);
    }

    [[nodiscard]] double number(sal_Int32 row, const char* column) const
    {
        return m_sheet->getCellByPosition(m_columns.at(column), row)->getValue();
    }

    [[nodiscard]] sal_Int32 heading() const
    {
        return m_heading;
    }

private:
    Sheet m_sheet;
    sal_Int32 m_heading = 0;
    std::map<std::string, sal_Int32> m_columns;
};

} // namespace trinvis::demo
