// SPDX-License-Identifier: MPL-2.0
#include "table/chart_data.hpp"

#include "table/cell.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

/// The columns of the list, in this order.
constexpr std::array<std::string_view, 15> column_keys{"name",     "title", "subtitle", "x_title", "y_title",
                                                       "alt_text", "left",  "top",      "width",   "height",
                                                       "x_from",   "x_to",  "y_to",     "series",  "cells"};

constexpr std::string_view own_names = "trinvis_";
constexpr std::string_view between_series = " | ";

std::string joined(const std::set<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? std::string_view{} : between_series).append(name);
    return text;
}

std::set<std::string> parted(const std::string& text)
{
    std::set<std::string> names;
    for (std::size_t from = 0; from < text.size();)
    {
        const std::size_t to = std::min(text.size(), text.find(between_series, from));
        names.insert(text.substr(from, to - from));
        from = to + between_series.size();
    }
    return names;
}

ContentCell text_cell(const std::string& text)
{
    return text.empty() ? ContentCell{} : ContentCell{text};
}

ContentCell number_cell(const std::optional<double>& number)
{
    return number ? ContentCell{*number} : ContentCell{};
}

Row list_row(const PlacedChart& chart)
{
    const ChartRecord record = record_of(chart);
    return {chart.content.name,
            text_cell(record.title),
            text_cell(record.subtitle),
            text_cell(record.x_title),
            text_cell(record.y_title),
            text_cell(record.alt_text),
            record.left_mm,
            record.top_mm,
            record.width_mm,
            record.height_mm,
            number_cell(record.x_from),
            number_cell(record.x_to),
            number_cell(record.y_to),
            text_cell(joined(record.series)),
            record.cells};
}

std::size_t length_of(const ChartContent& content)
{
    return content.kind == ChartKind::scatter ? content.x.size() : content.categories.size();
}

std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

void add_numbers(SheetContent& sheet, const PlacedChart& chart, const Texts& texts)
{
    const ChartContent& content = chart.content;
    const bool scatter = content.kind == ChartKind::scatter;
    sheet.rows.push_back({content.title + " – " + first_line(content.subtitle)});
    sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 0}, Style::subtitle);
    std::vector<Row> block(length_of(content) + 1, Row(content.series.size() + 1));
    block[0][0] = scatter ? content.x_title : texts.get("chart_data.category");
    for (std::size_t i = 0; i + 1 < block.size(); ++i)
    {
        if (scatter)
            block[i + 1][0] = content.x[i];
        else
            block[i + 1][0] = content.categories[i];
        for (std::size_t s = 0; s < content.series.size(); ++s)
            block[i + 1][s + 1] = number_cell(content.series[s].y[i]);
    }
    for (std::size_t s = 0; s < content.series.size(); ++s)
        block[0][s + 1] = content.series[s].name;
    std::move(block.begin(), block.end(), std::back_inserter(sheet.rows));
    const CellRange& cells = chart.cells;
    sheet.style({cells.first_row, 0, cells.first_row, cells.last_column}, Style::heading);
    sheet.style({cells.first_row + 1, 0, cells.last_row, cells.last_column}, Style::cell_plain_number);
    sheet.rows.emplace_back();
}

std::string text_at(const Row& row, std::size_t column)
{
    const std::string* text = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
    return text ? *text : std::string{};
}

std::optional<double> number_at(const Row& row, std::size_t column)
{
    const double* number = column < row.size() ? std::get_if<double>(&row[column]) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

} // namespace

ChartRecord record_of(const PlacedChart& chart)
{
    const ChartContent& content = chart.content;
    const CellRange& cells = chart.cells;
    std::set<std::string> series;
    for (const ChartSeries& one : content.series)
        series.insert(one.name);
    return {content.title,
            content.subtitle,
            content.x_title,
            content.y_title,
            content.alt_text,
            chart.left_mm,
            chart.top_mm,
            chart.width_mm,
            chart.height_mm,
            content.x_from,
            content.x_to,
            content.y_to,
            cell_address(cells.first_row, cells.first_column) + ":" + cell_address(cells.last_row, cells.last_column),
            std::move(series)};
}

SheetContent chart_data_sheet(std::string_view id, std::vector<PlacedChart>& charts, const Texts& texts)
{
    SheetContent sheet;
    sheet.id = id;
    sheet.name = texts.get("sheet." + sheet.id);
    sheet.column_widths_mm.assign(16, 32);
    sheet.rows.push_back({texts.get("chart_data.title")});
    sheet.rows.push_back({texts.get("chart_data.note")});
    sheet.rows.push_back({texts.get("chart_data.deleted")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const int headings = sheet.row_count();
    const int last_column = static_cast<int>(column_keys.size()) - 1;
    // Behind the list an empty row; each block has a title above and an empty row below.
    int next = headings + 1 + static_cast<int>(charts.size()) + 1;
    for (PlacedChart& chart : charts)
    {
        const int names = next + 1;
        chart.cells = {names, 0, names + static_cast<int>(length_of(chart.content)),
                       static_cast<int>(chart.content.series.size())};
        next = chart.cells.last_row + 2;
    }
    Row heading;
    heading.reserve(column_keys.size());
    for (const std::string_view key : column_keys)
        heading.emplace_back(texts.get("chart_data.column." + std::string(key)));
    sheet.rows.push_back(std::move(heading));
    for (const PlacedChart& chart : charts)
        sheet.rows.push_back(list_row(chart));
    sheet.style({headings, 0, headings, last_column}, Style::heading);
    sheet.style({headings + 1, 0, sheet.row_count() - 1, last_column}, Style::cell_line);
    sheet.style({headings + 1, 6, sheet.row_count() - 1, 12}, Style::cell_plain_number);
    sheet.rows.emplace_back();
    for (const PlacedChart& chart : charts)
        add_numbers(sheet, chart, texts);
    return sheet;
}

std::map<std::string, ChartRecord> read_chart_list(const std::vector<std::vector<ContentCell>>& rows)
{
    std::map<std::string, ChartRecord> list;
    for (const Row& row : rows)
    {
        const std::string name = text_at(row, 0);
        if (!name.starts_with(own_names) || row.size() < column_keys.size())
            continue;
        list.emplace(name,
                     ChartRecord{text_at(row, 1), text_at(row, 2), text_at(row, 3), text_at(row, 4), text_at(row, 5),
                                 number_at(row, 6).value_or(0), number_at(row, 7).value_or(0),
                                 number_at(row, 8).value_or(0), number_at(row, 9).value_or(0), number_at(row, 10),
                                 number_at(row, 11), number_at(row, 12), text_at(row, 14), parted(text_at(row, 13))});
    }
    return list;
}

} // namespace trinvis
