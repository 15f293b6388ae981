// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/inspiration.hpp"

#include "catalogue/working_tables.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

using nlohmann::json;
using Row = std::vector<ContentCell>;

constexpr int spare_rows = 20;

std::vector<std::string> status_choices(const Texts& texts)
{
    return {texts.get("inspiration.status.named"), texts.get("inspiration.status.open"),
            texts.get("inspiration.status.filled")};
}

Row row_of(const InspirationExample& example, const MiniAnalysisForm& form, const Texts& texts)
{
    const Language language = texts.language();
    return {form.area_name(example.area, language),
            static_cast<double>(example.number),
            example.municipality,
            example.title.in(language),
            std::string{},
            example.source,
            texts.get(example.named ? "inspiration.status.named" : "inspiration.status.open"),
            example.named ? texts.get("inspiration.area_proposed") : std::string{}};
}

} // namespace

InspirationForm InspirationForm::from_json(std::string_view content)
{
    const json parsed = json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("examples"))
        throw std::invalid_argument("the form of the inspiration cannot be read");
    InspirationForm form;
    form.status = both_languages(parsed, "status");
    form.source = parsed.at("source").get<std::string>();
    for (const json& entry : parsed.at("examples"))
        form.examples.push_back({entry.at("area").get<std::string>(), entry.at("number").get<int>(),
                                 entry.at("status").get<std::string>() == "named", entry.value("municipality", ""),
                                 both_languages(entry, "title"), entry.at("source").get<std::string>()});
    return form;
}

SheetContent inspiration_sheet(const InspirationForm& inspiration, const MiniAnalysisForm& form, const Texts& texts)
{
    const auto& columns = working_table_kind("inspiration").columns;
    const int last_column = static_cast<int>(columns.size()) - 1;
    SheetContent sheet;
    sheet.id = "inspiration";
    sheet.name = texts.get("sheet.inspiration");
    sheet.column_widths_mm = {40, 20, 26, 50, 76, 48, 34, 40};
    sheet.rows.push_back({texts.get("inspiration.title")});
    sheet.rows.push_back({texts.get("inspiration.subtitle")});
    sheet.rows.push_back({inspiration.status.in(texts.language())});
    sheet.rows.push_back({texts.format("inspiration.source", {{"source", inspiration.source}})});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 3, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    Row headings;
    headings.reserve(columns.size());
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("column.inspiration." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    for (const InspirationExample& example : inspiration.examples)
        sheet.rows.push_back(row_of(example, form, texts));
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style({heading + 1, 0, last, last_column}, Style::input_text);
    sheet.style({heading + 1, 1, last, 1}, Style::cell_number);
    sheet.drop_downs.push_back({{heading + 1, 0, last + spare_rows, 0}, form.area_names(texts.language())});
    sheet.drop_downs.push_back(
        {{heading + 1, last_column - 1, last + spare_rows, last_column - 1}, status_choices(texts)});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

std::vector<WrittenExample> read_examples(const Workbook& workbook, const MiniAnalysisForm& form)
{
    std::vector<WrittenExample> examples;
    const TableArea& area = workbook.working_table("inspiration");
    if (!area.found())
        return examples;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const auto text = [&](std::string_view key) { return workbook.text(area, row, key); };
        const PracticeArea* named = form.area(text("area"));
        WrittenExample one{
            row,           named ? named->id : std::string{}, text("municipality"), text("title"), text("description"),
            text("source")};
        if (!one.title.empty() || !one.description.empty())
            examples.push_back(std::move(one));
    }
    return examples;
}

std::optional<LinkTo> link_to_examples(std::string_view area, const Workbook& workbook, const MiniAnalysisForm& form,
                                       const Texts& texts)
{
    const TableArea& table = workbook.working_table("inspiration");
    if (!table.found() || area.empty())
        return std::nullopt;
    int first = -1;
    for (int row = table.heading_row + 1; row <= table.last_row && first < 0; ++row)
        if (const PracticeArea* named = form.area(workbook.text(table, row, "area")); named && named->id == area)
            first = row;
    std::size_t written = 0;
    for (const WrittenExample& example : read_examples(workbook, form))
        if (example.area == area && ++written == 1)
            first = example.row;
    if (first < 0)
        return std::nullopt;
    return LinkTo{written > 0 ? texts.count("focus.examples", written) : texts.get("focus.examples.none"),
                  workbook.grid(table).sheet_name, first, std::max(0, table.column("title"))};
}

} // namespace trinvis
