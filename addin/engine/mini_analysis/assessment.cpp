// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/assessment.hpp"

#include "catalogue/working_tables.hpp"
#include "mini_analysis/link.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int spare_rows = 12;

int column_of(std::string_view key)
{
    const auto& columns = working_table_kind("mini_analysis").columns;
    return static_cast<int>(std::find(columns.begin(), columns.end(), key) - columns.begin());
}

std::vector<std::string> rating_choices(const MiniAnalysisForm& form, Language language)
{
    std::vector<std::string> choices;
    choices.reserve(form.ratings.size());
    for (const Rating& rating : form.ratings)
        choices.push_back(rating_text(rating, language));
    return choices;
}

void add_notes(SheetContent& sheet, const MiniAnalysisForm& form, const Texts& texts)
{
    std::string covers;
    for (const PracticeElement& element : form.elements)
        if (const std::string& examples = element.covers.in(texts.language()); !examples.empty())
            covers += (covers.empty() ? "" : "; ") + element.name.in(texts.language()) + ": " + examples;
    sheet.rows.push_back({texts.get("mini_analysis.title")});
    sheet.rows.push_back({texts.get("mini_analysis.subtitle")});
    sheet.rows.push_back({form.status.in(texts.language())});
    sheet.rows.push_back({texts.format("mini_analysis.elements", {{"examples", covers}})});
    sheet.rows.push_back({texts.get("mini_analysis.evidence")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 4, 0}, Style::subtitle);
}

/// What the tool wrote into a column of links is nothing but a reference.
bool is_ours_or_empty(const Cell& cell, const Workbook& workbook, const Texts& texts)
{
    if (is_empty(cell))
        return true;
    const std::string text = cell_text(cell, workbook.language);
    const std::vector<Reference> references = references_in(text);
    return references.size() == 1 && reference_text(references.front(), texts) == text;
}

} // namespace

SheetContent mini_analysis_sheet(const MiniAnalysisForm& form, const Texts& texts)
{
    const Language language = texts.language();
    const auto& columns = working_table_kind("mini_analysis").columns;
    const int last_column = static_cast<int>(columns.size()) - 1;
    SheetContent sheet;
    sheet.id = "mini_analysis";
    sheet.name = texts.get("sheet.mini_analysis");
    sheet.column_widths_mm = {30, 34, 42, 30, 42, 42, 32, 24, 24, 24, 30, 34};
    add_notes(sheet, form, texts);
    const int heading = sheet.row_count();
    Row headings;
    headings.reserve(columns.size());
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("column.mini_analysis." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    for (const PracticeArea& area : form.areas)
        for (const PracticeElement& element : form.elements)
            sheet.rows.push_back({area.name.in(language), element.name.in(language)});
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style({heading + 1, 0, last, 1}, Style::cell);
    sheet.style({heading + 1, 2, last, last_column}, Style::input_text);
    sheet.style({heading + 1, column_of("link_1"), last, column_of("link_3")}, Style::cell_link);
    sheet.drop_downs.push_back(
        {{heading + 1, column_of("rating"), last + spare_rows, column_of("rating")}, rating_choices(form, language)});
    sheet.drop_downs.push_back({{heading + 1, 0, last + spare_rows, 0}, form.area_names(language)});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 2;
    return sheet;
}

bool Assessment::begun() const
{
    const std::array<const std::string*, 7> written{&strategies, &target_groups, &strengths, &challenges,
                                                    &evidence,   &rating,        &remark};
    return std::any_of(written.begin(), written.end(), [](const std::string* text) { return !text->empty(); });
}

std::vector<Assessment> read_assessments(const Workbook& workbook)
{
    std::vector<Assessment> assessments;
    const TableArea& area = workbook.working_table("mini_analysis");
    if (!area.found())
        return assessments;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const auto text = [&](std::string_view key) { return workbook.text(area, row, key); };
        Assessment one{row,
                       text("area"),
                       text("element"),
                       text("strategies"),
                       text("target_groups"),
                       text("strengths"),
                       text("challenges"),
                       text("evidence"),
                       text("rating"),
                       text("remark")};
        if (!one.area.empty() || !one.element.empty() || one.begun())
            assessments.push_back(std::move(one));
    }
    return assessments;
}

SheetUpdate mini_analysis_links(const Workbook& workbook, const Words& words)
{
    const TableArea& area = workbook.working_table("mini_analysis");
    SheetUpdate update;
    update.sheet = area.sheet;
    if (!area.found())
        return update;
    update.table = range_of(area);
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        std::vector<LinkTo> links;
        for (const Reference& reference : references_in(workbook.text(area, row, "evidence")))
            if (auto link = link_to(reference, workbook, words))
                links.push_back(*std::move(link));
        for (std::size_t i = 0; i < link_columns.size(); ++i)
        {
            const int column = area.column(link_columns[i]);
            if (column < 0)
                continue;
            const Cell& cell = workbook.grid(area).at(row, column);
            if (!is_ours_or_empty(cell, workbook, words.in(workbook.language)))
                continue;
            if (i < links.size())
                update.cells.push_back({row, column, links[i], Style::cell_link});
            else if (!is_empty(cell))
                update.cells.push_back({row, column, {}, std::nullopt});
        }
    }
    return update;
}

CellRange range_of(const TableArea& area)
{
    CellRange range{area.heading_row, 0, area.last_row, 0};
    for (const auto& [key, column] : area.columns)
        range.last_column = std::max(range.last_column, column);
    return range;
}

} // namespace trinvis
