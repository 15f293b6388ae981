// SPDX-License-Identifier: MPL-2.0
#include "workbook_fixture.hpp"

#include "catalogue/sheet_names.hpp"
#include "new_workbook/sheets.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <stdexcept>

namespace trinvis::tests
{

namespace
{

Cell cell_of(const ContentCell& content, Date null_date)
{
    if (const double* number = std::get_if<double>(&content))
        return *number;
    if (const Date* date = std::get_if<Date>(&content))
        return serial_from_date(*date, null_date);
    if (const LinkTo* link = std::get_if<LinkTo>(&content))
        return link->text;
    const std::string* text = std::get_if<std::string>(&content);
    return text && !text->empty() ? Cell{*text} : Cell{};
}

bool holds_text(const Cell& cell, std::string_view text)
{
    const std::string* held = std::get_if<std::string>(&cell);
    return held && same_text(*held, text);
}

} // namespace

Grid grid_of(const SheetContent& sheet, Date null_date)
{
    Grid grid{sheet.name, sheet.column_count(), {}};
    for (const std::vector<ContentCell>& row : sheet.rows)
        for (int column = 0; column < grid.columns; ++column)
            grid.cells.push_back(column < static_cast<int>(row.size())
                                     ? cell_of(row[static_cast<std::size_t>(column)], null_date)
                                     : Cell{});
    return grid;
}

WorkbookFixture::WorkbookFixture(Language language, std::string_view municipality, std::vector<Date> cut_offs)
    : m_language(language), m_municipality(municipality)
{
    const NewWorkbook wanted{*municipalities().find(municipality),
                             std::move(cut_offs),
                             catalogue(language),
                             rules_of(language),
                             words().in(language),
                             municipalities(),
                             "0.1.0"};
    for (const SheetContent& content : new_workbook_sheets(wanted))
    {
        const int index = static_cast<int>(cells.sheets.size());
        m_sheets[content.id] = index;
        cells.sheets.push_back(grid_of(content, cells.null_date));
        const CellRange all{0, 0, content.row_count() - 1, content.column_count() - 1};
        cells.names.push_back({std::string(sheet_by_id(content.id).defined_name), index, content.table.value_or(all)});
    }
}

WorkbookFixture WorkbookFixture::filled(Language language, std::string_view municipality)
{
    static std::map<std::pair<Language, std::string>, WorkbookFixture> made;
    const std::pair key{language, std::string(municipality)};
    if (const auto known = made.find(key); known != made.end())
        return known->second;
    WorkbookFixture book(language, municipality);
    for (const demo::DemoRow& row : demo_data())
        if (row.municipality == municipality)
            book.entry(row.item, day(row.cut_off)) = row.value;
    return made.emplace(key, std::move(book)).first->second;
}

int WorkbookFixture::sheet(std::string_view id) const
{
    return m_sheets.find(id)->second;
}

Grid& WorkbookFixture::grid(std::string_view id)
{
    return cells.sheets.at(static_cast<std::size_t>(sheet(id)));
}

std::string WorkbookFixture::heading(std::string_view sheet_id, std::string_view column) const
{
    return words().in(m_language).get("column." + std::string(sheet_id) + "." + std::string(column));
}

int WorkbookFixture::heading_row(std::string_view sheet_id) const
{
    const Grid& grid = cells.sheets.at(static_cast<std::size_t>(sheet(sheet_id)));
    const auto& required = sheet_by_id(sheet_id).required_columns;
    for (int row = 0; row < grid.rows(); ++row)
    {
        std::size_t found = 0;
        for (const std::string_view column : required)
            for (int at = 0; at < grid.columns; ++at)
                found += holds_text(grid.at(row, at), heading(sheet_id, column)) ? 1U : 0U;
        if (found + 1 >= required.size())
            return row;
    }
    throw std::logic_error("no headings in " + std::string(sheet_id));
}

Place WorkbookFixture::place(std::string_view sheet_id, std::string_view row, std::string_view column) const
{
    const Grid& grid = cells.sheets.at(static_cast<std::size_t>(sheet(sheet_id)));
    const int headings = heading_row(sheet_id);
    const auto round = parse_date(column);
    const auto column_of = [&](std::string_view key)
    {
        for (int at = 0; at < grid.columns; ++at)
            if (round && key == column ? grid.at(headings, at) == date(*round)
                                       : holds_text(grid.at(headings, at), heading(sheet_id, key)))
                return at;
        throw std::logic_error("no column " + std::string(key) + " in " + std::string(sheet_id));
    };
    Place place{sheet(sheet_id), headings, column_of(column)};
    if (row == "heading")
        return place;
    if (row.starts_with('#'))
    {
        place.row = headings + std::stoi(std::string(row.substr(1)));
        return place;
    }
    const std::string wanted =
        sheet_id == "facts" ? words().in(m_language).get("fact." + std::string(row)) : std::string(row);
    const int first = column_of(sheet_by_id(sheet_id).required_columns.front());
    for (place.row = headings + 1; place.row < grid.rows(); ++place.row)
        if (same_text(cell_text(grid.at(place.row, first), m_language), wanted))
            return place;
    throw std::logic_error("no row " + wanted + " in " + std::string(sheet_id));
}

Cell& WorkbookFixture::at(Place place)
{
    Grid& grid = cells.sheets.at(static_cast<std::size_t>(place.sheet));
    return grid.cells.at(static_cast<std::size_t>(place.row) * static_cast<std::size_t>(grid.columns) +
                         static_cast<std::size_t>(place.column));
}

Cell& WorkbookFixture::at(std::string_view sheet_id, std::string_view row, std::string_view column)
{
    return at(place(sheet_id, row, column));
}

Cell& WorkbookFixture::entry(std::string_view item, Date cut_off)
{
    return at("entry", item, iso_date(cut_off));
}

int WorkbookFixture::append(std::string_view sheet_id, const std::map<std::string, Cell>& row)
{
    Grid& target = grid(sheet_id);
    const int at_row = target.rows();
    target.cells.resize(target.cells.size() + static_cast<std::size_t>(target.columns));
    for (const auto& [column, value] : row)
    {
        Place where = place(sheet_id, "heading", column);
        where.row = at_row;
        at(where) = value;
    }
    return at_row;
}

void WorkbookFixture::add_comparison(std::string_view municipality, std::string_view item, Date cut_off, Cell value,
                                     std::string_view source)
{
    Grid& sheet = grid("comparison");
    std::vector<Cell> row{Cell{std::string(municipality)}, Cell{std::string(item)}, date(cut_off), std::move(value),
                          Cell{std::string(source)}};
    row.resize(static_cast<std::size_t>(sheet.columns));
    sheet.cells.insert(sheet.cells.end(), row.begin(), row.end());
}

void WorkbookFixture::add_all_comparison_data()
{
    for (const demo::DemoRow& row : demo_data())
        if (row.municipality != m_municipality)
            add_comparison(row.municipality, row.item, day(row.cut_off), row.value);
}

void WorkbookFixture::clear_round(Date cut_off)
{
    Place place = this->place("entry", "heading", iso_date(cut_off));
    for (++place.row; place.row < grid("entry").rows(); ++place.row)
        at(place) = Cell{};
}

int WorkbookFixture::add_sheet(std::string name, std::vector<std::vector<Cell>> rows)
{
    Grid grid{std::move(name), 0, {}};
    for (const std::vector<Cell>& row : rows)
        grid.columns = std::max(grid.columns, static_cast<int>(row.size()));
    for (std::vector<Cell>& row : rows)
    {
        row.resize(static_cast<std::size_t>(grid.columns));
        grid.cells.insert(grid.cells.end(), row.begin(), row.end());
    }
    cells.sheets.push_back(std::move(grid));
    return static_cast<int>(cells.sheets.size()) - 1;
}

void WorkbookFixture::insert_rows(std::string_view sheet_id, int before, int count)
{
    Grid& target = grid(sheet_id);
    target.cells.insert(target.cells.begin() +
                            static_cast<std::ptrdiff_t>(std::min(before, target.rows())) * target.columns,
                        static_cast<std::size_t>(count) * static_cast<std::size_t>(target.columns), Cell{});
}

void WorkbookFixture::move_column(std::string_view sheet_id, int from, int to)
{
    Grid& target = grid(sheet_id);
    for (int row = 0; row < target.rows(); ++row)
    {
        const auto begin = target.cells.begin() + static_cast<std::ptrdiff_t>(row) * target.columns;
        if (from < to)
            std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
    }
}

void WorkbookFixture::remove_column(std::string_view sheet_id, int column)
{
    Grid& target = grid(sheet_id);
    for (int row = target.rows() - 1; row >= 0; --row)
        target.cells.erase(target.cells.begin() + static_cast<std::ptrdiff_t>(row) * target.columns + column);
    --target.columns;
}

void WorkbookFixture::rename_sheets()
{
    for (std::size_t i = 0; i < cells.sheets.size(); ++i)
        cells.sheets[i].sheet_name = "Ark" + std::to_string(i + 1);
}

void WorkbookFixture::drop_names()
{
    cells.names.clear();
}

Cell WorkbookFixture::date(Date date) const
{
    return serial_from_date(date, cells.null_date);
}

Workbook WorkbookFixture::read() const
{
    return read_workbook(cells, words(), municipalities());
}

Validation WorkbookFixture::validate() const
{
    return trinvis::validate(read(), words(), municipalities(), day(2021, 3, 1));
}

} // namespace trinvis::tests
