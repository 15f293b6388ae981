// SPDX-License-Identifier: MPL-2.0
#include "spending/account_sheet.hpp"

#include "catalogue/working_tables.hpp"
#include "spending/choices.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace trinvis::spending
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int rows_to_type = 40;
constexpr int years_to_type = 8;

Row headings_of(std::string_view table, const Texts& texts)
{
    Row row;
    for (const std::string_view key : working_table_kind(table).columns)
        row.emplace_back(texts.get("column." + std::string(table) + "." + std::string(key)));
    return row;
}

ContentCell content(std::string_view key, const FileLine& line)
{
    if (key == "municipality")
        return line.municipality ? ContentCell{line.municipality->name} : ContentCell{};
    if (key == "year")
        return static_cast<double>(line.year);
    if (key == "function")
        return line.account.function;
    if (key == "grouping")
        return line.account.grouping;
    if (key == "label")
        return line.label;
    if (key == "amount")
        return kroner_of(line.amount);
    return line.source;
}

void add_title(SheetContent& sheet, const std::string& key, const Texts& texts)
{
    sheet.name = texts.get("sheet." + sheet.id);
    sheet.rows.push_back({texts.get(key + ".title")});
    sheet.rows.push_back({texts.get(key + ".subtitle")});
    sheet.rows.push_back({texts.get(key + ".how")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
}

void add_choices(SheetContent& sheet, const Texts& texts)
{
    const int heading = sheet.row_count();
    sheet.rows.push_back(headings_of("spending_choices", texts));
    sheet.style({heading, 0, heading, 2}, Style::heading);
    for (const std::string_view key : choice_keys)
    {
        const std::string name = "spending_choice." + std::string(key);
        const int row = sheet.row_count();
        const bool prices = key == "prices";
        sheet.rows.push_back(
            {texts.get(name),
             prices ? ContentCell{texts.get(name + "." + std::string(price_kinds.front()))} : ContentCell{},
             texts.get(name + ".meaning")});
        sheet.style({row, 0, row, 0}, Style::cell_line);
        sheet.style({row, 1, row, 1}, Style::input);
        sheet.style({row, 2, row, 2}, Style::subtitle);
        if (!prices)
            continue;
        std::vector<std::string> choices;
        choices.reserve(price_kinds.size());
        for (const std::string_view kind : price_kinds)
            choices.push_back(texts.get(name + "." + std::string(kind)));
        sheet.drop_downs.push_back({{row, 1, row, 1}, std::move(choices)});
    }
    sheet.rows.emplace_back();
}

/// The lines of the workbook that a file replaces, by their rows.
std::vector<int> replaced_rows(const Workbook& workbook, const AccountFile& file, const Words& words,
                               const Municipalities& municipalities)
{
    const auto index_of = [&](const Municipality* municipality)
    { return static_cast<std::size_t>(municipality - municipalities.all().data()); };
    std::set<std::pair<std::size_t, int>> coming;
    for (const FileLine& line : file.lines)
        if (const Municipality* municipality = line.municipality ? line.municipality : workbook.municipality)
            coming.emplace(index_of(municipality), line.year);
    std::vector<int> rows;
    for (const AccountLine& line : read_accounts(workbook, words, municipalities).lines)
        if (coming.contains({line.municipality, line.year}))
            rows.push_back(line.row);
    return rows;
}

/// The first cell of a row that stands in no column of the table; nothing when all that stands there is the product's.
std::optional<int> own_column(const Grid& grid, const TableArea& area, int row)
{
    for (int column = 0; column < grid.columns; ++column)
        if (!is_empty(grid.at(row, column)) &&
            std::ranges::none_of(area.columns, [column](const auto& known) { return known.second == column; }))
            return column;
    return std::nullopt;
}

std::vector<RowRun> runs_of(const std::vector<int>& rows)
{
    std::vector<RowRun> runs;
    for (const int row : rows)
        if (!runs.empty() && runs.back().last + 1 == row)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    std::ranges::reverse(runs);
    return runs;
}

void lay_out(AccountsChange& change, const TableArea& area, const AccountFile& file)
{
    int last_column = 0;
    change.first_column = area.columns.begin()->second;
    for (const auto& [key, column] : area.columns)
    {
        change.first_column = std::min(change.first_column, column);
        last_column = std::max(last_column, column);
    }
    const auto width = static_cast<std::size_t>(last_column - change.first_column) + 1;
    change.rows.reserve(file.lines.size());
    for (const FileLine& line : file.lines)
    {
        Row& row = change.rows.emplace_back(width);
        for (const auto& [key, column] : area.columns)
            row[static_cast<std::size_t>(column - change.first_column)] = content(key, line);
    }
    change.first_row = area.last_row + 1 - static_cast<int>(change.replaced);
    change.amount_column = area.column("amount");
    change.table = {area.heading_row, change.first_column, change.first_row + static_cast<int>(change.rows.size()) - 1,
                    last_column};
}

} // namespace

SheetContent accounts_sheet(std::span<const FileLine> lines, const Texts& texts)
{
    SheetContent sheet;
    sheet.id = "accounts";
    sheet.column_widths_mm = {56, 30, 40, 24, 76, 34, 70};
    add_title(sheet, "accounts", texts);
    add_choices(sheet, texts);
    const int heading = sheet.row_count();
    const std::vector<std::string_view>& keys = working_table_kind("accounts").columns;
    const int last_column = static_cast<int>(keys.size()) - 1;
    sheet.rows.push_back(headings_of("accounts", texts));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.rows.reserve(sheet.rows.size() + std::max<std::size_t>(lines.size(), rows_to_type));
    for (const FileLine& line : lines)
    {
        Row& row = sheet.rows.emplace_back();
        row.reserve(keys.size());
        for (const std::string_view key : keys)
            row.push_back(content(key, line));
    }
    for (int i = static_cast<int>(lines.size()); i < rows_to_type; ++i)
        sheet.rows.emplace_back(keys.size());
    const int last = sheet.row_count() - 1;
    sheet.style({heading + 1, 0, last, last_column}, Style::cell_line);
    sheet.style({heading + 1, 1, last, 1}, Style::cell_plain_number);
    sheet.style({heading + 1, 5, last, 5}, Style::cell_two_decimals);
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = true;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

SheetContent price_index_sheet(std::span<const ShippedPrice> prices, const Texts& texts)
{
    SheetContent sheet;
    sheet.id = "price_index";
    sheet.column_widths_mm = {22, 26, 178, 60};
    add_title(sheet, "price_index", texts);
    const int heading = sheet.row_count();
    sheet.rows.push_back(headings_of("price_index", texts));
    sheet.style({heading, 0, heading, 3}, Style::heading);
    for (const ShippedPrice& price : prices)
        sheet.rows.push_back({static_cast<double>(price.year), price.index, price.source, std::monostate{}});
    for (int i = 0; i < years_to_type; ++i)
        sheet.rows.emplace_back(4U);
    const int last = sheet.row_count() - 1;
    sheet.style({heading + 1, 0, last, 1}, Style::input);
    sheet.style({heading + 1, 2, last, 3}, Style::input_text);
    sheet.table = CellRange{heading, 0, last, 3};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

AccountsChange accounts_change(const Workbook& workbook, const AccountFile& file, const Words& words,
                               const Municipalities& municipalities)
{
    AccountsChange change;
    const Texts& texts = words.in(workbook.language);
    const TableArea& area = workbook.working_table("accounts");
    if (area.sheet < 0)
    {
        change.made = accounts_sheet(file.lines, texts);
        return change;
    }
    change.sheet = area.sheet;
    const std::vector<std::string_view>& keys = working_table_kind("accounts").columns;
    if (!area.found() || std::ranges::any_of(keys, [&](std::string_view key) { return area.column(key) < 0; }))
    {
        change.fault = texts.format("spending.import.columns_missing", {{"sheet", texts.get("sheet.accounts")}});
        return change;
    }
    const std::vector<int> rows = replaced_rows(workbook, file, words, municipalities);
    const Grid& grid = workbook.grid(area);
    for (const int row : rows)
        if (const auto column = own_column(grid, area, row))
        {
            change.fault = texts.format("spending.import.own_words",
                                        {{"sheet", grid.sheet_name}, {"cell", cell_address(row, *column)}});
            return change;
        }
    change.removed = runs_of(rows);
    change.replaced = rows.size();
    lay_out(change, area, file);
    return change;
}

} // namespace trinvis::spending
