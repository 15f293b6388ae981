// SPDX-License-Identifier: MPL-2.0
#include "new_workbook/sheets.hpp"

#include "benchmark/group_sheet.hpp"
#include "catalogue/sheet_names.hpp"
#include "catalogue/value.hpp"
#include "new_workbook/rule_language_sheet.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int spare_rows = 40; ///< prepared for own indicators

SheetContent empty_sheet(std::string_view id, const Texts& texts)
{
    SheetContent sheet;
    sheet.id = id;
    sheet.name = texts.get("sheet." + std::string(id));
    return sheet;
}

void add_title(SheetContent& sheet, std::string title, std::string note)
{
    sheet.rows.push_back({std::move(title)});
    sheet.rows.push_back({std::move(note)});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 0}, Style::subtitle);
}

std::string join_figures(const std::vector<std::string>& figures)
{
    std::string joined;
    for (const std::string& figure : figures)
        joined += (joined.empty() ? "" : ", ") + figure;
    return joined;
}

SheetContent guide_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("guide", texts);
    sheet.landscape = false;
    sheet.column_widths_mm = {62, 118};
    add_title(sheet, texts.get("guide.title"), texts.format("guide.subtitle", {{"version", wanted.product_version}}));
    const auto section = [&](std::string_view key)
    {
        sheet.rows.push_back({texts.get(key)});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 1}, Style::heading);
    };
    const auto line = [&](const std::string& name, const std::string& text)
    {
        sheet.rows.push_back({name, text});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 1}, Style::cell);
    };
    section("guide.steps");
    for (int step = 1; step <= 5; ++step)
    {
        const std::string key = "guide.step." + std::to_string(step);
        line(texts.get(key), texts.get(key + ".text"));
    }
    sheet.rows.emplace_back();
    section("guide.sheets");
    for (const SheetKind& kind : sheet_kinds())
        if (!kind.of_tool)
            line(texts.get("sheet." + std::string(kind.id)), texts.get("guide.sheet." + std::string(kind.id)));
    sheet.rows.emplace_back();
    section("guide.tools");
    for (const char* key :
         {"guide.tools.how", "guide.tools.survey", "guide.tools.ladder", "guide.tools.spending",
          "guide.tools.mini_analysis", "guide.tools.inspiration", "guide.tools.goals", "guide.tools.course"})
        line(texts.get(key), texts.get(std::string(key) + ".text"));
    sheet.rows.emplace_back();
    section("guide.tool_sheets");
    for (const SheetKind& kind : sheet_kinds())
        if (kind.of_tool)
            line(texts.get("sheet." + std::string(kind.id)), texts.get("guide.sheet." + std::string(kind.id)));
    sheet.rows.emplace_back();
    section("guide.blanks");
    for (const TypedBlank& blank : typed_blanks())
        line(texts.get(blank.key), texts.get(std::string(blank.key) + ".meaning"));
    sheet.rows.emplace_back();
    section("guide.findings");
    for (const char* key :
         {"guide.findings.explain", "guide.findings.repair", "guide.findings.status", "guide.findings.export",
          "guide.findings.difference", "guide.findings.rules", "guide.findings.rehearsal", "guide.findings.update"})
        line(texts.get(key), texts.get(std::string(key) + ".text"));
    sheet.rows.emplace_back();
    section("guide.comparison");
    for (const char* key : {"guide.comparison.fetch", "guide.comparison.groups", "guide.comparison.verdict",
                            "guide.comparison.charts", "guide.comparison.functions"})
        line(texts.get(key), texts.get(std::string(key) + ".text"));
    sheet.rows.emplace_back();
    section("guide.own_indicators");
    line(texts.get("guide.own_indicators.how"), texts.get("guide.own_indicators.text"));
    sheet.rows.emplace_back();
    section("guide.reservations");
    for (const char* key : {"guide.reservation.definitions", "guide.reservation.cut_offs", "guide.reservation.sharing",
                            "guide.reservation.no_authority"})
        line(texts.get(key), texts.get(std::string(key) + ".text"));
    return sheet;
}

SheetContent facts_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("facts", texts);
    sheet.landscape = false;
    sheet.column_widths_mm = {58, 62, 100};
    add_title(sheet, texts.get("facts.title"), texts.get("facts.subtitle"));
    const int heading = sheet.row_count();
    sheet.rows.push_back(
        {texts.get("column.facts.field"), texts.get("column.facts.value"), texts.get("column.facts.remark")});
    const auto fact = [&](const char* key, const std::string& value)
    {
        const std::string whole = std::string("fact.") + key;
        sheet.rows.push_back({texts.get(whole), value, texts.get(whole + ".remark")});
    };
    fact("municipality_code", wanted.municipality.code);
    fact("municipality_name", wanted.municipality.name);
    fact("region", wanted.municipality.region);
    fact("landsdel", wanted.municipality.landsdel);
    fact("group", wanted.municipality.group);
    fact("data_note", "");
    fact("view", texts.get(sharing_views.front()));
    fact("threshold", std::to_string(wanted.choices.small_number_threshold));
    fact("language", std::string(language_code(texts.language())));
    fact("catalogue_version", wanted.catalogue.version);
    fact("product_version", wanted.product_version);
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, 2}, Style::heading);
    sheet.style({heading + 1, 0, last, 2}, Style::cell);
    sheet.style({heading + 1, 1, last, 1}, Style::input_text);
    const auto choose = [&](int fact_row, std::vector<std::string> choices) {
        sheet.drop_downs.push_back({{heading + fact_row, 1, heading + fact_row, 1}, std::move(choices)});
    };
    choose(7, {texts.get(sharing_views[0]), texts.get(sharing_views[1])});
    choose(8, {std::to_string(sharing_thresholds[0]), std::to_string(sharing_thresholds[1])});
    choose(9, {"da", "en"});
    sheet.table = CellRange{heading, 0, last, 2};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

SheetContent catalogue_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("catalogue", texts);
    add_title(sheet, texts.get("catalogue.title"), texts.get("catalogue.subtitle"));
    struct ColumnLook
    {
        std::string_view key;
        double width_mm;
        Style style;
    };
    static constexpr std::array<ColumnLook, 24> columns{{{"number", 12, Style::input_text},
                                                         {"name", 62, Style::input_text},
                                                         {"description", 62, Style::input_text},
                                                         {"official_definition", 48, Style::input_text},
                                                         {"working_definition", 74, Style::provisional},
                                                         {"kind", 24, Style::input_text},
                                                         {"numerator_item", 40, Style::input_text},
                                                         {"denominator_item", 40, Style::input_text},
                                                         {"value_item", 40, Style::input_text},
                                                         {"factor", 16, Style::cell_number},
                                                         {"unit", 38, Style::input_text},
                                                         {"direction", 30, Style::input_text},
                                                         {"numerator_description", 56, Style::provisional},
                                                         {"denominator_description", 56, Style::provisional},
                                                         {"age_base", 20, Style::provisional},
                                                         {"counting_unit", 26, Style::provisional},
                                                         {"municipality_concept", 34, Style::provisional},
                                                         {"level", 24, Style::provisional},
                                                         {"period", 42, Style::provisional},
                                                         {"data_source", 48, Style::input_text},
                                                         {"release", 26, Style::input_text},
                                                         {"alias", 52, Style::input_text},
                                                         {"definition_origin", 44, Style::provisional},
                                                         {"remark", 56, Style::input_text}}};
    const int heading = sheet.row_count();
    Row headings;
    for (const ColumnLook& column : columns)
    {
        headings.emplace_back(texts.get("column.catalogue." + std::string(column.key)));
        sheet.column_widths_mm.push_back(column.width_mm);
    }
    sheet.rows.push_back(std::move(headings));
    for (const Figure& figure : wanted.catalogue.figures)
    {
        Row row;
        for (const ColumnLook& column : columns)
        {
            const std::string_view key = column.key;
            if (key == "number")
                row.emplace_back(figure.id);
            else if (key == "name")
                row.emplace_back(figure.name);
            else if (key == "kind")
                row.emplace_back(texts.get(kind_key(figure.kind)));
            else if (key == "numerator_item")
                row.emplace_back(figure.numerator);
            else if (key == "denominator_item")
                row.emplace_back(figure.denominator);
            else if (key == "value_item")
                row.emplace_back(figure.value);
            else if (key == "factor")
                row.emplace_back(figure.factor);
            else if (key == "unit")
                row.emplace_back(figure.unit);
            else if (key == "direction")
                row.emplace_back(texts.get(direction_key(figure.direction)));
            else if (key == "definition_origin")
                row.emplace_back(texts.get("word.provisional"));
            else if (const auto text = figure.definition.find(key); text != figure.definition.end())
                row.emplace_back(text->second);
            else
                row.emplace_back(std::monostate{});
        }
        sheet.rows.push_back(std::move(row));
    }
    const int last = sheet.row_count() - 1;
    const int last_column = static_cast<int>(columns.size()) - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    for (int column = 0; column <= last_column; ++column)
    {
        const Style style = columns[static_cast<std::size_t>(column)].style;
        sheet.style({heading + 1, column, last, column}, style);
        sheet.style({last + 1, column, last + spare_rows, column},
                    style == Style::cell_number ? Style::cell_number : Style::input_text);
    }
    std::vector<std::string> kinds;
    for (const FigureKind kind :
         {FigureKind::share, FigureKind::rate, FigureKind::ratio, FigureKind::average, FigureKind::count})
        kinds.push_back(texts.get(kind_key(kind)));
    std::vector<std::string> directions;
    for (const Direction direction : {Direction::neither, Direction::higher, Direction::lower})
        directions.push_back(texts.get(direction_key(direction)));
    sheet.drop_downs.push_back({{heading + 1, 5, last + spare_rows, 5}, std::move(kinds)});
    sheet.drop_downs.push_back({{heading + 1, 11, last + spare_rows, 11}, std::move(directions)});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 2;
    return sheet;
}

SheetContent entry_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("entry", texts);
    sheet.column_widths_mm = {42, 30, 92, 22, 22};
    add_title(sheet, texts.format("entry.title", {{"municipality", wanted.municipality.name}}),
              texts.get("entry.subtitle"));
    const int heading = sheet.row_count();
    Row headings;
    for (const char* key : {"id", "figure", "name", "role", "unit"})
        headings.emplace_back(texts.get(std::string("column.entry.") + key));
    for (const Date cut_off : wanted.cut_offs)
    {
        headings.emplace_back(cut_off);
        sheet.column_widths_mm.push_back(30);
    }
    sheet.rows.push_back(std::move(headings));
    for (const Item& item : wanted.catalogue.items)
        sheet.rows.push_back({item.id, join_figures(item.figures), item.name, texts.get(item.role), item.unit});
    const int last = sheet.row_count() - 1;
    const int last_column = 4 + static_cast<int>(wanted.cut_offs.size());
    sheet.style({heading, 0, heading, 4}, Style::heading);
    sheet.style({heading + 1, 0, last + spare_rows, 4}, Style::cell);
    if (!wanted.cut_offs.empty())
    {
        sheet.style({heading, 5, heading, last_column}, Style::heading_date);
        sheet.style({heading + 1, 5, last + spare_rows, last_column}, Style::input);
        for (int row = heading + 1; row <= last; ++row)
            if (wanted.catalogue.items[static_cast<std::size_t>(row - heading - 1)].unit.starts_with("kr"))
                sheet.style({row, 5, row, last_column}, Style::input_money);
    }
    sheet.drop_downs.push_back({{heading + 1, 3, last + spare_rows, 3},
                                {texts.get("role.numerator"), texts.get("role.denominator"), texts.get("role.value")}});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 3;
    return sheet;
}

SheetContent comparison_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("comparison", texts);
    sheet.landscape = false;
    sheet.column_widths_mm = {30, 46, 30, 30, 120, 46, 36, 30};
    add_title(sheet, texts.get("comparison.title"), texts.get("comparison.subtitle"));
    const int heading = sheet.row_count();
    Row headings;
    for (const char* key :
         {"municipality", "item", "cut_off", "value", "source", "municipality_concept", "counting_unit", "age_base"})
        headings.emplace_back(texts.get(std::string("column.comparison.") + key));
    const int last_column = static_cast<int>(headings.size()) - 1;
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.table = CellRange{heading, 0, heading, last_column};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

ContentCell day_cell(const std::string& iso)
{
    if (const auto date = parse_date(iso))
        return *date;
    return {};
}

SheetContent rules_sheet(const NewWorkbook& wanted)
{
    const Texts& texts = wanted.texts;
    SheetContent sheet = empty_sheet("rules", texts);
    sheet.column_widths_mm = {16, 36, 60, 76, 24, 76, 44, 76, 64, 44, 24, 24, 20, 18};
    constexpr int last_column = 13;
    add_title(sheet, texts.get("rules.title"), texts.get("rules.subtitle"));
    const int heading = sheet.row_count();
    Row headings;
    for (const char* key : {"id", "table", "when", "must", "severity", "message", "expected", "remedy", "reason",
                            "source", "valid_from", "valid_to", "grouped", "active"})
        headings.emplace_back(texts.get(std::string("column.rules.") + key));
    sheet.rows.push_back(std::move(headings));
    for (const rules::Rule& rule : wanted.rules)
        sheet.rows.push_back({rule.id, texts.get("table." + rule.table), rule.when, rule.must,
                              texts.get("severity." + rule.severity), rule.message, rule.expected, rule.remedy,
                              rule.reason, rule.source, day_cell(rule.valid_from), day_cell(rule.valid_to),
                              texts.get(rule.grouped ? "word.yes" : "word.no"), texts.get("word.yes")});
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style({heading + 1, 0, last, last_column}, Style::cell);
    sheet.style({heading + 1, 10, last, 11}, Style::cell_date);
    std::vector<std::string> tables;
    for (const std::string_view id : rules::table_ids())
        tables.push_back(texts.get("table." + std::string(id)));
    const std::vector<std::string> yes_no{texts.get("word.yes"), texts.get("word.no")};
    sheet.drop_downs.push_back({{heading + 1, 1, last + spare_rows, 1}, std::move(tables)});
    sheet.drop_downs.push_back(
        {{heading + 1, 4, last + spare_rows, 4},
         {texts.get("severity.error"), texts.get("severity.warning"), texts.get("severity.information")}});
    sheet.drop_downs.push_back({{heading + 1, 12, last + spare_rows, last_column}, yes_no});
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 1;
    return sheet;
}

} // namespace

std::vector<SheetContent> new_workbook_sheets(const NewWorkbook& wanted)
{
    return {guide_sheet(wanted),
            facts_sheet(wanted),
            catalogue_sheet(wanted),
            entry_sheet(wanted),
            comparison_sheet(wanted),
            groups_sheet(wanted.municipalities, wanted.texts, wanted.choices.group_level,
                         wanted.choices.comparison_group, wanted.municipality.invented),
            rules_sheet(wanted),
            rule_language_sheet(wanted.texts)};
}

std::vector<Date> proposed_cut_offs(Date today, int count)
{
    using namespace std::chrono;
    std::vector<Date> dates;
    Date next = today <= Date{today.year(), March, day{31}}       ? Date{today.year(), March, day{31}}
                : today <= Date{today.year(), September, day{30}} ? Date{today.year(), September, day{30}}
                                                                  : Date{today.year() + years{1}, March, day{31}};
    for (int i = 0; i < count; ++i)
    {
        dates.push_back(next);
        next = next.month() == March ? Date{next.year() - years{1}, September, day{30}}
                                     : Date{next.year(), March, day{31}};
    }
    std::reverse(dates.begin(), dates.end());
    return dates;
}

} // namespace trinvis
