// SPDX-License-Identifier: MPL-2.0
#include "survey/intake.hpp"

#include "catalogue/working_tables.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

constexpr double new_column_mm = 22;

Cell cell_of(const ContentCell& content)
{
    Cell cell;
    if (const double* number = std::get_if<double>(&content))
        cell = *number;
    else if (const std::string* text = std::get_if<std::string>(&content); text && !text->empty())
        cell = *text;
    return cell;
}

TableArea area_of(const SheetContent& content)
{
    TableArea area;
    area.sheet = 0;
    area.heading_row = content.table->first_row;
    area.last_row = content.table->last_row;
    int column = 0;
    for (const std::string_view key : working_table_kind("survey").columns)
        area.columns.emplace(key, column++);
    return area;
}

} // namespace

SurveyIntake::SurveyIntake(Grid grid, TableArea area) : m_grid(std::move(grid)), m_area(std::move(area))
{
    m_sum.update.sheet = m_area.sheet;
}

SurveyIntake::SurveyIntake(SheetContent content) : m_area(area_of(content)), m_content(std::move(content))
{
    m_grid.sheet_name = m_content->name;
    for (int row = 0; row < m_content->row_count(); ++row)
    {
        const auto& cells = m_content->rows[static_cast<std::size_t>(row)];
        for (std::size_t column = 0; column < cells.size(); ++column)
            m_grid.make(row, static_cast<int>(column)) = cell_of(cells[column]);
    }
}

SurveyImport SurveyIntake::take(std::string_view bytes, const Survey& survey, const Words& words,
                                const Municipalities& municipalities, const Municipality* own, Language language)
{
    SurveyImport import = read_survey_file(bytes, {m_grid, m_area, municipalities, own, language}, survey, words);
    if (!import.faults.empty())
        return import;
    for (const CellUpdate& change : import.update.cells)
        apply(change);
    m_sum.update.table = import.update.table;
    m_sum.own = m_sum.own || import.own;
    m_sum.municipalities.insert(import.municipalities.begin(), import.municipalities.end());
    m_sum.counted_questions.insert(import.counted_questions.begin(), import.counted_questions.end());
    m_sum.ignored.insert(m_sum.ignored.end(), import.ignored.begin(), import.ignored.end());
    if (m_content)
        m_content->table = import.update.table;
    return import;
}

void SurveyIntake::apply(const CellUpdate& change)
{
    m_grid.make(change.row, change.column) = cell_of(change.content);
    const auto same =
        std::find_if(m_sum.update.cells.begin(), m_sum.update.cells.end(),
                     [&](const CellUpdate& known) { return known.row == change.row && known.column == change.column; });
    if (same == m_sum.update.cells.end())
        m_sum.update.cells.push_back(change);
    else
        same->content = change.content;
    if (!m_content)
        return;
    auto& cells = m_content->rows[static_cast<std::size_t>(change.row)];
    const auto column = static_cast<std::size_t>(change.column);
    cells.resize(std::max(cells.size(), column + 1));
    cells[column] = change.content;
    m_content->column_widths_mm.resize(std::max(m_content->column_widths_mm.size(), column + 1), new_column_mm);
    if (change.style)
        m_content->style({change.row, change.column, change.row, change.column}, *change.style);
}

} // namespace trinvis
