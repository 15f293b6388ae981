// SPDX-License-Identifier: MPL-2.0
#include "rule_documentation.hpp"

#include "rule_example.hpp"
#include "rules/documentation.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace trinvis::documentation
{

namespace
{

/// How many cases of tests/data/rule_cases.json a rule has.
struct Cases
{
    int passing = 0;
    int failing = 0;
    std::string example; ///< what the first failing one does
};

std::map<std::string, Cases> count_cases(std::string_view cases_json, const Texts& texts)
{
    std::map<std::string, Cases> counts;
    const nlohmann::json cases = nlohmann::json::parse(cases_json);
    for (const nlohmann::json& one : cases.at("cases"))
    {
        Cases& count = counts[one.at("rule").get<std::string>()];
        ++(one.at("finds").empty() ? count.passing : count.failing);
        if (!one.at("finds").empty() && count.example.empty())
            count.example = rule_example(one, texts);
    }
    return counts;
}

std::string code(const std::string& text)
{
    return "`" + text + "`";
}

/// A text as Markdown shows it plainly; in a table the bar would begin a new cell.
std::string plain(const std::string& text)
{
    std::string result;
    for (const char letter : text)
    {
        if (letter == '|' || letter == '*' || letter == '_' || letter == '<' || letter == '`')
            result += '\\';
        result += letter;
    }
    return result;
}

class Document
{
public:
    Document(const Texts& texts, std::string_view rules_json, std::string_view cases_json)
        : m_texts(texts), m_rules(rules::shipped_rules(rules_json, texts.language())),
          m_cases(count_cases(cases_json, texts))
    {
    }

    std::string text()
    {
        line("# " + word("title"));
        line(m_texts.format("rule_documentation.introduction", {{"n", std::to_string(m_rules.size())}}));
        line(word("generated"));
        for (const rules::TableDocument& table : rules::table_documents(m_texts))
            add_rules_of(table);
        add_built_in_checks();
        add_tables();
        add_functions();
        m_text.pop_back();
        return std::move(m_text);
    }

private:
    [[nodiscard]] const std::string& word(const char* key) const
    {
        return m_texts.get(std::string("rule_documentation.") + key);
    }

    [[nodiscard]] const std::string& column(const char* key) const
    {
        return m_texts.get(std::string("column.rules.") + key);
    }

    [[nodiscard]] const std::string& heading(const char* key) const
    {
        return m_texts.get(std::string("rule_language.heading.") + key);
    }

    /// A paragraph of its own.
    void line(const std::string& text)
    {
        m_text += text + "\n\n";
    }

    void point(const std::string& name, const std::string& text)
    {
        if (!text.empty())
            m_text += "* **" + name + ":** " + text + "\n";
    }

    void table_row(std::initializer_list<std::string> cells)
    {
        for (const std::string& cell : cells)
            m_text += "| " + cell + " ";
        m_text += "|\n";
    }

    void add_rules_of(const rules::TableDocument& table)
    {
        line("## " + column("table") + ": " + table.name);
        line(plain(table.description));
        for (const rules::Rule& rule : m_rules)
            if (rule.table == table.id)
                add_rule(rule);
    }

    void add_rule(const rules::Rule& rule)
    {
        line("### " + rule.id + " · " + m_texts.get("severity." + rule.severity));
        point(column("when"), rule.when.empty() ? word("every_row") : code(rule.when));
        point(column("must"), code(rule.must));
        point(column("message"), plain(rule.message));
        point(column("expected"), plain(rule.expected));
        point(column("remedy"), plain(rule.remedy));
        point(column("reason"), plain(rule.reason));
        point(column("source"), plain(rule.source));
        point(column("valid_from"), rule.valid_from);
        point(column("valid_to"), rule.valid_to);
        if (rule.grouped)
            point(column("grouped"), m_texts.get("word.yes"));
        const Cases& cases = m_cases[rule.id];
        point(word("example"), cases.example);
        point(word("cases"), m_texts.format("rule_documentation.counts", {{"passing", std::to_string(cases.passing)},
                                                                          {"failing", std::to_string(cases.failing)}}));
        m_text += "\n";
    }

    void add_built_in_checks()
    {
        line("## " + m_texts.get("rule_language.built_in"));
        line(plain(m_texts.get("rule_language.built_in.text")));
        table_row({column("id"), heading("description"), heading("severity")});
        table_row({"---", "---", "---"});
        for (const rules::CheckDocument& check : rules::check_documents(m_texts))
            table_row({check.id, plain(check.description), check.severity});
        m_text += "\n";
    }

    void add_tables()
    {
        line("## " + m_texts.get("rule_language.of_tables"));
        table_row({column("table"), heading("description"), heading("columns")});
        table_row({"---", "---", "---"});
        for (const rules::TableDocument& table : rules::table_documents(m_texts))
        {
            std::string columns;
            for (const std::string& name : table.columns)
                columns += (columns.empty() ? "" : " · ") + code(name);
            if (table.has_items)
                columns += " · " + m_texts.get("rule_language.columns.items");
            table_row({table.name, plain(table.description), columns});
        }
        m_text += "\n";
    }

    void add_functions()
    {
        line("## " + m_texts.get("rule_language.of_functions"));
        for (const rules::FunctionGroup& group : rules::function_groups(m_texts))
        {
            line("### " + group.heading);
            table_row({word("function"), heading("description"), heading("example"), heading("example_table"),
                       heading("arguments"), heading("other_language")});
            table_row({"---", "---", "---", "---", "---", "---"});
            for (const rules::FunctionDocument& function : group.functions)
                table_row({code(function.name), plain(function.description), code(function.example),
                           m_texts.get("table." + function.example_table), function.arguments,
                           code(function.other_name)});
            m_text += "\n";
        }
    }

    const Texts& m_texts;
    std::vector<rules::Rule> m_rules;
    std::map<std::string, Cases> m_cases;
    std::string m_text;
};

} // namespace

std::string file_name(Language language)
{
    return "RULES." + std::string(language_code(language)) + ".md";
}

std::string rule_documentation(const Texts& texts, std::string_view rules_json, std::string_view cases_json)
{
    return Document(texts, rules_json, cases_json).text();
}

} // namespace trinvis::documentation
