// SPDX-License-Identifier: MPL-2.0
#include "new_workbook/rule_language_sheet.hpp"

#include "rules/documentation.hpp"
#include "rules/expression.hpp"
#include "table/number_text.hpp"

#include <initializer_list>

namespace trinvis
{

namespace
{

/// Fills the sheet from above, a block of rows after the other, each under its headings.
class RuleLanguageSheet
{
public:
    explicit RuleLanguageSheet(const Texts& texts) : m_texts(texts)
    {
        m_sheet.id = "rule_language";
        m_sheet.name = texts.get("sheet.rule_language");
        m_sheet.column_widths_mm = {46, 92, 100, 40, 48, 42};
        m_sheet.rows.push_back({texts.get("rule_language.title")});
        m_sheet.rows.push_back({texts.get("rule_language.subtitle")});
        m_sheet.style({0, 0, 0, 0}, Style::title);
        m_sheet.style({1, 0, 1, 0}, Style::subtitle);
    }

    SheetContent content()
    {
        add_rule();
        add_answers();
        add_names();
        add_tables();
        for (const rules::FunctionGroup& group : rules::function_groups(m_texts))
            add_functions(group);
        add_built_in_checks();
        return std::move(m_sheet);
    }

private:
    void add_headings(const std::string& first, std::initializer_list<const char*> keys)
    {
        m_sheet.rows.emplace_back();
        std::vector<ContentCell> row{first};
        for (const char* key : keys)
            row.emplace_back(m_texts.get(std::string("rule_language.heading.") + key));
        m_columns = static_cast<int>(row.size());
        m_sheet.rows.push_back(std::move(row));
        style_last(Style::heading);
    }

    void add_row(std::initializer_list<std::string> cells)
    {
        m_sheet.rows.emplace_back(cells.begin(), cells.end());
        style_last(Style::cell);
    }

    void style_last(Style style)
    {
        m_sheet.style({m_sheet.row_count() - 1, 0, m_sheet.row_count() - 1, m_columns - 1}, style);
    }

    [[nodiscard]] std::string column(const char* key) const
    {
        return m_texts.get(std::string("column.rules.") + key);
    }

    [[nodiscard]] std::string field(const char* key) const
    {
        return rules::written_name(m_texts.get(std::string("field.") + key));
    }

    /// A column as a message names it.
    [[nodiscard]] std::string in_braces(const char* key) const
    {
        return "{" + m_texts.get(std::string("field.") + key) + "}";
    }

    /// The columns of the sheet Regler, with one whole rule as the example.
    void add_rule()
    {
        add_headings(m_texts.get("rule_language.heading.rule"), {"description", "example"});
        add_row({column("table"), m_texts.get("rule_language.column.table"), m_texts.get("table.values")});
        add_row({column("when"), m_texts.get("rule_language.column.when"),
                 field("unit") + " = \"" + m_texts.get("kind.count") + "\""});
        add_row({column("must"), m_texts.get("rule_language.column.must"),
                 field("value") + " <= 2 * " + field("previous")});
        add_row({column("severity"), m_texts.get("rule_language.column.severity"), m_texts.get("severity.warning")});
        add_row({column("message"), m_texts.get("rule_language.column.message"),
                 m_texts.format("rule_language.example.message", {{"name", in_braces("name")},
                                                                  {"previous", in_braces("previous")},
                                                                  {"value", in_braces("value")}})});
        add_row({column("expected"), m_texts.get("rule_language.column.expected"),
                 m_texts.format("rule_language.example.expected", {{"most", "{2 * " + field("previous") + "}"}})});
        add_row({column("valid_from") + ", " + column("valid_to"), m_texts.get("rule_language.column.valid"), ""});
        add_row({column("grouped"), m_texts.get("rule_language.column.grouped"), m_texts.get("word.no")});
        add_row({column("active"), m_texts.get("rule_language.column.active"), m_texts.get("word.yes")});
    }

    void add_answers()
    {
        add_headings(m_texts.get("rule_language.heading.answer"), {"description"});
        for (const char* state : {"satisfied", "hit", "undecided"})
            add_row({m_texts.get(std::string("rule_state.") + state),
                     m_texts.get(std::string("rule_language.answer.") + state)});
    }

    void add_names()
    {
        add_headings(m_texts.get("rule_language.heading.names"), {"description", "example"});
        add_row({m_texts.get("rule_language.names.column"), m_texts.get("rule_language.names.column.text"),
                 field("value") + ", " + field("filled_in_round")});
        add_row({m_texts.get("rule_language.names.foreign"), m_texts.get("rule_language.names.foreign.text"),
                 rules::written_name(m_texts.get("table.comparison")) + "!" + field("item")});
        add_row({m_texts.get("rule_language.names.sheet"), m_texts.get("rule_language.names.sheet.text"),
                 m_texts.get("rule_language.names.sheet.example")});
        add_row({m_texts.get("rule_language.names.numbers"), m_texts.get("rule_language.names.numbers.text"),
                 m_texts.get("rule_language.names.numbers.example")});
        add_row({m_texts.get("rule_language.names.signs"), m_texts.get("rule_language.names.signs.text"),
                 "( )  +  -  *  /  =  <>  <  <=  >  >=  ;"});
        const auto number = [&](auto limit)
        { return format_number(static_cast<double>(limit), 0, m_texts.language()); };
        add_row({m_texts.get("rule_language.names.limits"),
                 m_texts.format("rule_language.names.limits.text", {{"length", number(rules::longest_rule)},
                                                                    {"depth", number(rules::deepest_nesting)},
                                                                    {"signs", number(rules::most_signs)}}),
                 ""});
    }

    void add_tables()
    {
        add_headings(m_texts.get("rule_language.of_tables"), {"description", "columns"});
        for (const rules::TableDocument& table : rules::table_documents(m_texts))
        {
            std::string columns;
            for (const std::string& name : table.columns)
                columns += (columns.empty() ? "" : " · ") + name;
            if (table.has_items)
                columns += " · " + m_texts.get("rule_language.columns.items");
            add_row({table.name, table.description, columns});
        }
        add_row({m_texts.get("rule_language.own_sheets"), m_texts.get("rule_language.own_sheets.text"),
                 m_texts.get("rule_language.own_sheets.columns")});
    }

    void add_functions(const rules::FunctionGroup& group)
    {
        add_headings(group.heading, {"description", "example", "example_table", "arguments", "other_language"});
        for (const rules::FunctionDocument& function : group.functions)
            add_row({function.name, function.description, function.example,
                     m_texts.get("table." + function.example_table), function.arguments, function.other_name});
    }

    void add_built_in_checks()
    {
        add_headings(m_texts.get("rule_language.built_in"), {"description", "severity"});
        add_row({m_texts.get("rule_language.built_in.name"), m_texts.get("rule_language.built_in.text"), ""});
        for (const rules::CheckDocument& check : rules::check_documents(m_texts))
            add_row({check.id, check.description, check.severity});
    }

    const Texts& m_texts;
    SheetContent m_sheet;
    int m_columns = 0;
};

} // namespace

SheetContent rule_language_sheet(const Texts& texts)
{
    return RuleLanguageSheet(texts).content();
}

} // namespace trinvis
