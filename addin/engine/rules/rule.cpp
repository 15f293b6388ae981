// SPDX-License-Identifier: MPL-2.0
#include "rules/rule.hpp"

#include "catalogue/working_tables.hpp"
#include "table/text_match.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis::rules
{

namespace
{

constexpr std::array<Severity, 3> severities{Severity::error, Severity::warning, Severity::information};

bool is_word(std::string_view text, std::string_view key, const Words& words)
{
    return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key));
}

std::string table_from_word(std::string_view word, const Words& words)
{
    for (const std::string_view id : table_ids())
        if (is_word(word, "table." + std::string(id), words))
            return std::string(id);
    return std::string(word);
}

/// A date as ISO text; a text that is no date comes as it was typed, to be named as a fault.
std::string day_text(const Workbook& workbook, const Cell& cell)
{
    const auto date = date_in(cell, workbook.cells.null_date);
    return date ? iso_date(*date) : cell_text(cell, workbook.language);
}

} // namespace

std::string_view severity_code(Severity severity)
{
    switch (severity)
    {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    default:
        return "information";
    }
}

std::optional<Severity> severity_from_word(std::string_view word, const Words& words)
{
    for (const Severity severity : severities)
        if (is_word(word, "severity." + std::string(severity_code(severity)), words))
            return severity;
    return std::nullopt;
}

const std::vector<std::string_view>& table_ids()
{
    static const std::vector<std::string_view> ids = []
    {
        std::vector<std::string_view> all{"values", "figures",   "rounds", "lines", "comparison",
                                          "peers",  "catalogue", "facts",  "cells", "survey_answers"};
        for (const WorkingTableKind& kind : working_table_kinds())
            all.push_back(kind.id);
        return all;
    }();
    return ids;
}

std::vector<Rule> shipped_rules(std::string_view content, Language language)
{
    const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("rules"))
        throw std::invalid_argument("the rule set cannot be read");
    const std::string code(language_code(language));
    std::vector<Rule> rules;
    for (const nlohmann::json& entry : parsed.at("rules"))
    {
        const auto text = [&](std::string_view key)
        {
            const auto found = entry.find(key);
            if (found == entry.end())
                return std::string{};
            return found->is_string() ? found->get<std::string>() : found->at(code).get<std::string>();
        };
        Rule rule;
        rule.id = text("id");
        rule.table = text("table");
        rule.when = text("when");
        rule.must = text("must");
        rule.severity = text("severity");
        rule.message = text("message");
        rule.expected = text("expected");
        rule.remedy = text("remedy");
        rule.reason = text("reason");
        rule.source = text("source");
        rule.valid_from = text("valid_from");
        rule.valid_to = text("valid_to");
        rule.grouped = entry.value("grouped", false);
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::vector<Rule> rules_of_workbook(const Workbook& workbook, const Words& words)
{
    const TableArea& area = workbook.rules;
    std::vector<Rule> rules;
    if (!area.found())
        return rules;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        Rule rule;
        rule.row = row;
        rule.id = workbook.text(area, row, "id");
        if (rule.id.empty())
            continue;
        rule.table = table_from_word(workbook.text(area, row, "table"), words);
        rule.when = workbook.text(area, row, "when");
        rule.must = workbook.text(area, row, "must");
        rule.severity = workbook.text(area, row, "severity");
        rule.message = workbook.text(area, row, "message");
        rule.expected = workbook.text(area, row, "expected");
        rule.remedy = workbook.text(area, row, "remedy");
        rule.reason = workbook.text(area, row, "reason");
        rule.source = workbook.text(area, row, "source");
        rule.valid_from = day_text(workbook, workbook.cell(area, row, "valid_from"));
        rule.valid_to = day_text(workbook, workbook.cell(area, row, "valid_to"));
        rule.grouped = is_word(workbook.text(area, row, "grouped"), "word.yes", words);
        rule.active = !is_word(workbook.text(area, row, "active"), "word.no", words);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace trinvis::rules
