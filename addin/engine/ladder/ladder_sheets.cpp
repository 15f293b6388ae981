// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_sheets.hpp"

#include "catalogue/working_tables.hpp"
#include "ladder/ladder_words.hpp"

#include <charconv>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int spare_rows = 60;

SheetContent begun(std::string_view id, const Texts& texts)
{
    SheetContent sheet;
    sheet.id = id;
    sheet.name = texts.get("sheet." + std::string(id));
    sheet.repeat_headings = false;
    const std::string key = "ladder.sheet." + std::string(id);
    for (const char* part : {".title", ".subtitle", ".how", ".more"})
        sheet.rows.push_back({texts.get(key + part)});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 3, 0}, Style::subtitle);
    return sheet;
}

/// Adds the headings of a table; returns their row.
int add_headings(SheetContent& sheet, std::string_view table, const Texts& texts)
{
    Row row;
    for (const std::string_view column : working_table_kind(table).columns)
        row.emplace_back(texts.get("column." + std::string(table) + "." + std::string(column)));
    const int at = sheet.row_count();
    sheet.style({at, 0, at, static_cast<int>(row.size()) - 1}, Style::heading);
    sheet.rows.push_back(std::move(row));
    return at;
}

std::vector<std::string> kind_choices(const Texts& texts)
{
    std::vector<std::string> choices;
    choices.reserve(mapping_kinds.size());
    for (const MappingKind kind : mapping_kinds)
        choices.push_back(mapping_kind_words(kind, texts));
    return choices;
}

std::vector<std::string> single_steps(const Texts& texts)
{
    std::vector<std::string> choices;
    choices.reserve(static_cast<std::size_t>(step_count) + 1);
    for (int step = 1; step <= step_count; ++step)
        choices.push_back(answer_words({Placement::step, {step}}, texts));
    choices.push_back(answer_words({Placement::outside, {}}, texts));
    return choices;
}

std::vector<std::string> all_steps(const Texts& texts)
{
    std::vector<std::string> choices = single_steps(texts);
    for (const StepAnswer& answer :
         {StepAnswer{Placement::spans, {2, 3, 4, 5, 6}}, StepAnswer{Placement::spans, {4, 5, 6}},
          StepAnswer{Placement::not_stated, {}}, StepAnswer{Placement::total, {}}, StepAnswer{Placement::ask, {}}})
        choices.push_back(answer_words(answer, texts));
    return choices;
}

/// A place's code is a number: as a text it would be called a number in disguise.
ContentCell code_cell(const MappingRow& row)
{
    double number = 0;
    const auto [end, fault] = std::from_chars(row.code.data(), row.code.data() + row.code.size(), number);
    if (row.kind == MappingKind::place && fault == std::errc{} && end == row.code.data() + row.code.size())
        return number;
    return row.code;
}

} // namespace

SheetContent ladder_sheet(const Ladder& shipped, const Texts& texts)
{
    SheetContent sheet = begun("ladder", texts);
    sheet.column_widths_mm = {38, 58, 92, 34, 22, 86, 86};
    const int steps = add_headings(sheet, "ladder_steps", texts);
    for (const Step& step : shipped.steps)
        sheet.rows.push_back({static_cast<double>(step.number), step.name, step.source});
    sheet.style({steps + 1, 0, sheet.row_count() - 1, 0}, Style::cell_number);
    sheet.style_texts({steps + 1, 1, sheet.row_count() - 1, 2});
    sheet.rows.emplace_back();
    const int mapping = add_headings(sheet, "ladder_mapping", texts);
    for (const MappingRow& row : shipped.rows)
        sheet.rows.push_back({mapping_kind_words(row.kind, texts), code_cell(row), row.label,
                              answer_words(row.answer, texts), mapping_status_words(row.status, texts), row.source,
                              row.remark});
    const int shipped_last = sheet.row_count() - 1;
    for (int i = 0; i < spare_rows; ++i)
        sheet.rows.emplace_back();
    const int last = sheet.row_count() - 1;
    sheet.style({mapping + 1, 0, last, 6}, Style::input_text);
    sheet.drop_downs.push_back({{mapping + 1, 0, last, 0}, kind_choices(texts)});
    sheet.drop_downs.push_back({{mapping + 1, 3, last, 3}, all_steps(texts)});
    std::vector<std::string> statuses;
    statuses.reserve(mapping_statuses.size());
    for (const MappingStatus status : mapping_statuses)
        statuses.push_back(mapping_status_words(status, texts));
    sheet.drop_downs.push_back({{mapping + 1, 4, last, 4}, std::move(statuses)});
    sheet.table = CellRange{mapping, 0, shipped_last, 6};
    return sheet;
}

SheetContent ladder_children_sheet(const Ladder& shipped, std::span<const Date> cut_offs, const Texts& texts)
{
    SheetContent sheet = begun("ladder_children", texts);
    sheet.column_widths_mm = {30, 44, 80, 22, 38, 100};
    const int heading = add_headings(sheet, "ladder_children", texts);
    sheet.frozen_rows = heading + 1;
    sheet.repeat_headings = true;
    for (const Date date : cut_offs)
        for (const MappingRow& row : shipped.rows)
        {
            const bool own_name = row.status == MappingStatus::official;
            const bool open = row.answer.placement == Placement::ask;
            if (row.kind == MappingKind::measure && (own_name || open))
                sheet.rows.push_back({date, mapping_kind_words(row.kind, texts), row.code});
        }
    const int filled = sheet.row_count() - 1;
    for (int i = 0; i < spare_rows; ++i)
        sheet.rows.emplace_back();
    const int last = sheet.row_count() - 1;
    sheet.style({heading + 1, 0, last, 0}, Style::cell_date);
    sheet.style({heading + 1, 1, last, 2}, Style::input_text);
    sheet.style({heading + 1, 3, last, 4}, Style::input);
    sheet.style({heading + 1, 5, last, 5}, Style::input_text);
    sheet.drop_downs.push_back({{heading + 1, 1, last, 1}, kind_choices(texts)});
    sheet.table = CellRange{heading, 0, std::max(filled, heading + 1), 5};
    sheet.filter = true;
    return sheet;
}

SheetContent ladder_movements_sheet(const Texts& texts)
{
    SheetContent sheet = begun("ladder_movements", texts);
    sheet.column_widths_mm = {30, 40, 40, 22, 100};
    const int heading = add_headings(sheet, "ladder_movements", texts);
    sheet.frozen_rows = heading + 1;
    sheet.repeat_headings = true;
    for (int i = 0; i < 2 * spare_rows; ++i)
        sheet.rows.emplace_back();
    const int last = sheet.row_count() - 1;
    sheet.style({heading + 1, 0, last, 0}, Style::cell_date);
    sheet.style({heading + 1, 1, last, 2}, Style::input_text);
    sheet.style({heading + 1, 3, last, 3}, Style::input);
    sheet.style({heading + 1, 4, last, 4}, Style::input_text);
    sheet.drop_downs.push_back({{heading + 1, 1, last, 2}, single_steps(texts)});
    sheet.table = CellRange{heading, 0, heading + 1, 4};
    sheet.filter = true;
    return sheet;
}

} // namespace trinvis
