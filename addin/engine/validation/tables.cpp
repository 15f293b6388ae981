// SPDX-License-Identifier: MPL-2.0
#include "validation/tables.hpp"

#include "rules/rule.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/table_parts.hpp"

namespace trinvis
{

using rules::Table;

namespace
{

/// The key of a sheet's table among those that were made: no table of ours is named so.
std::string sheet_key(int sheet)
{
    return "sheet:" + std::to_string(sheet);
}

} // namespace

ValidationTables::ValidationTables(const Workbook& workbook, const Words& words)
    : m_workbook(workbook), m_words(words), m_reader(words)
{
    for (const EntryLine& line : workbook.lines)
        if (folded(line.unit).starts_with("kr"))
            m_money_items.insert(folded(line.id));
}

const Table* ValidationTables::table(std::string_view name)
{
    for (const std::string_view id : rules::table_ids())
    {
        const std::string key = "table." + std::string(id);
        if (id != name && !same_text(name, m_words.danish.get(key)) && !same_text(name, m_words.english.get(key)))
            continue;
        if (!made(id))
            make(id);
        return made(id);
    }
    for (int sheet = 0; sheet < static_cast<int>(m_workbook.cells.sheets.size()); ++sheet)
    {
        if (!same_text(m_workbook.cells.sheets[static_cast<std::size_t>(sheet)].sheet_name, name))
            continue;
        if (!made(sheet_key(sheet)))
            make_sheet(sheet);
        return made(sheet_key(sheet));
    }
    return nullptr;
}

std::vector<std::string> ValidationTables::names_of_tables() const
{
    std::vector<std::string> all;
    for (const std::string_view id : rules::table_ids())
        all.push_back(m_words.in(m_workbook.language).get("table." + std::string(id)));
    for (const Grid& grid : m_workbook.cells.sheets)
        all.push_back(grid.sheet_name);
    return all;
}

void ValidationTables::make(std::string_view id)
{
    Table& table = m_tables[std::string(id)];
    table.id = id;
    // Where a sheet is missing its tables are empty: the layout's own finding says so.
    if ((id == "values" || id == "figures" || id == "rounds" || id == "lines" || id == "peers") &&
        !m_workbook.entry.found())
        return;
    if (id == "values")
        make_values();
    else if (id == "figures")
        make_figures();
    else if (id == "rounds")
        make_rounds();
    else if (id == "lines")
        make_lines();
    else if (id == "comparison" && m_workbook.comparison.found())
        make_comparison();
    else if (id == "peers")
        make_peers();
    else if (id == "catalogue" && m_workbook.catalogue.found())
        make_catalogue();
    else if (id == "facts" && m_workbook.facts.found())
        make_facts();
    else if (id == "cells")
        make_cells();
    else if (id == "survey_answers")
        make_survey_answers();
    else if (id != "comparison" && id != "catalogue" && id != "facts")
        make_working(working_table_kind(id));
}

const Table* ValidationTables::made(std::string_view id) const
{
    const auto found = m_tables.find(id);
    return found == m_tables.end() ? nullptr : &found->second;
}

Table* ValidationTables::made(std::string_view id)
{
    const auto found = m_tables.find(id);
    return found == m_tables.end() ? nullptr : &found->second;
}

Value ValidationTables::number_of(std::string_view item, const Cell& cell) const
{
    // A person's number must not be worked out again from a mean or a quotient in a message.
    const double* number = std::get_if<double>(&cell);
    if (number && looks_like_cpr(*number) && !m_money_items.contains(folded(item)))
        return {ValueState::missing};
    return m_reader.read(cell);
}

std::string_view ValidationTables::keep(std::string text)
{
    return m_kept.emplace_back(std::move(text));
}

std::string_view ValidationTables::shown(const Cell& cell)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return trimmed(*text);
    if (is_empty(cell) || std::holds_alternative<CellError>(cell))
        return {};
    return keep(cell_text(cell, m_workbook.language));
}

std::vector<std::string> ValidationTables::names(std::string_view key) const
{
    const std::string whole = "field." + std::string(key);
    return {m_words.danish.get(whole), m_words.english.get(whole)};
}

Value ValidationTables::day_of(const Round& round) const
{
    if (!round.date)
        return {ValueState::missing};
    return {ValueState::number, serial_from_date(*round.date, m_workbook.cells.null_date)};
}

} // namespace trinvis
