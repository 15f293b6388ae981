// SPDX-License-Identifier: MPL-2.0
#include "survey/survey_sheet.hpp"

#include "catalogue/working_tables.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

constexpr int spare_rows = 8;  ///< for questions of the municipality's own
constexpr int own_column = 4;  ///< place of "own_answer" among the table's columns
constexpr int last_count = 11; ///< place of "count_none"

std::string area_name(const Survey& survey, const std::string& id, Language language)
{
    const auto area =
        std::find_if(survey.areas.begin(), survey.areas.end(), [&](const SurveyArea& one) { return one.id == id; });
    return area == survey.areas.end() ? std::string{} : area->name.in(language);
}

void add_head(SheetContent& sheet, const Survey& survey, const Texts& texts)
{
    const Language language = texts.language();
    sheet.rows.push_back({texts.get("survey.title")});
    sheet.rows.push_back({texts.format("survey.subtitle", {{"lowest", survey.scale.front().in(language)},
                                                           {"highest", survey.scale.back().in(language)}})});
    sheet.rows.push_back({texts.get("survey.how.own")});
    sheet.rows.push_back({texts.get("survey.how.others")});
    sheet.rows.push_back({texts.format("survey.how.source", {{"source", survey.source.in(language)}})});
    sheet.rows.push_back({survey.status.in(language)});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 5, 0}, Style::subtitle);
    sheet.rows.emplace_back();
}

} // namespace

SheetContent survey_sheet(const Survey& survey, const Texts& texts)
{
    const Language language = texts.language();
    SheetContent sheet;
    sheet.id = "survey";
    sheet.name = texts.get("sheet.survey");
    sheet.column_widths_mm = {10, 100, 36, 20, 22, 15, 15, 15, 15, 15, 16, 18, 50};
    add_head(sheet, survey, texts);
    const int headings = sheet.row_count();
    std::vector<ContentCell>& heading = sheet.rows.emplace_back();
    for (const std::string_view column : working_table_kind("survey").columns)
        heading.emplace_back(texts.get("column.survey." + std::string(column)));
    const int last_column = static_cast<int>(heading.size()) - 1;
    for (const SurveyQuestion& question : survey.questions)
        sheet.rows.push_back({static_cast<double>(question.number), question.text.in(language),
                              area_name(survey, question.area, language),
                              texts.get(question.reversed ? "word.yes" : "word.no")});
    const int last = sheet.row_count() - 1 + spare_rows;
    sheet.table = CellRange{headings, 0, sheet.row_count() - 1, last_column};
    sheet.style({headings, 0, headings, last_column}, Style::heading);
    sheet.style({headings + 1, 0, last, 0}, Style::cell_plain_number);
    sheet.style({headings + 1, 1, last, 3}, Style::cell);
    sheet.style({headings + 1, own_column, last, last_count}, Style::input);
    sheet.style({headings + 1, last_count + 1, last, last_column}, Style::input_text);
    DropDown areas{{headings + 1, 2, last, 2}, {}};
    for (const SurveyArea& area : survey.areas)
        areas.choices.push_back(area.name.in(language));
    sheet.drop_downs.push_back(std::move(areas));
    sheet.drop_downs.push_back({{headings + 1, 3, last, 3}, {texts.get("word.yes"), texts.get("word.no")}});
    sheet.drop_downs.push_back({{headings + 1, own_column, last, own_column},
                                {"1", "2", "3", "4", "5", texts.get("survey.answer.dont_know")}});
    // The municipalities' columns would make the printed letters too small to read.
    sheet.printed_columns = last_column + 1;
    sheet.frozen_rows = headings + 1;
    sheet.frozen_columns = 2;
    return sheet;
}

} // namespace trinvis
