// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_tables.hpp"

#include "catalogue/built_in_checks.hpp"
#include "catalogue/value.hpp"
#include "table/person_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>

namespace trinvis
{

namespace
{

using Row = std::vector<DeliveryCell>;

std::string blank_code(const TypedBlank& blank)
{
    return std::string(blank.key.substr(blank.key.find('.') + 1));
}

class Maker
{
public:
    explicit Maker(const DeliverySource& source)
        : m_workbook(source.workbook), m_validation(source.validation), m_words(source.words),
          m_texts(source.words.in(source.workbook.language))
    {
    }

    DeliveryTables all()
    {
        m_made.tables.push_back(figures());
        m_made.tables.push_back(definitions());
        m_made.tables.push_back(rules_table());
        if (!m_workbook.sharing.wanted)
        {
            m_made.tables.push_back(explanations());
            m_made.tables.push_back(findings());
        }
        return std::move(m_made);
    }

private:
    [[nodiscard]] DeliveryTable table(const std::string& name) const
    {
        DeliveryTable table;
        table.name = name;
        table.title = m_texts.get("delivery.table." + name);
        table.description = m_texts.get("delivery.about." + name) + " " + m_texts.get("delivery.about.texts");
        return table;
    }

    [[nodiscard]] const std::string& municipality() const
    {
        static const std::string unknown;
        return m_workbook.municipality ? m_workbook.municipality->code : unknown;
    }

    /// A text that a person wrote; nothing of it where it looks like a person's name.
    DeliveryCell free(const std::string& text)
    {
        if (text.empty())
            return {};
        if (!looks_like_person_name(text))
            return text;
        ++m_made.names_left_out;
        return m_texts.get("delivery.name_left_out");
    }

    static DeliveryCell day(const std::string& iso)
    {
        if (const auto date = parse_date(iso))
            return *date;
        return {};
    }

    DeliveryTable figures()
    {
        DeliveryTable made = table("figures");
        const auto title = [this](const char* key) { return m_texts.get(std::string("column.entry.") + key); };
        std::vector<std::string> kinds = missing_kinds();
        made.fields = {
            {.name = "municipality", .title = m_texts.get("fact.municipality_code"), .required = true},
            {.name = "item", .title = title("id"), .required = true},
            {.name = "cut_off", .title = m_texts.get("field.cut_off"), .type = FieldType::date, .required = true},
            {.name = "value", .title = m_texts.get("role.value"), .type = FieldType::number},
            {.name = "missing", .title = m_texts.get("delivery.missing"), .choices = std::move(kinds)},
            {.name = "unit", .title = title("unit")},
            {.name = "figures", .title = title("figure")},
            {.name = "name", .title = title("name")},
            {.name = "role", .title = title("role")}};
        made.primary_key = {"municipality", "item", "cut_off"};
        const Grid& grid = m_workbook.grid(m_workbook.entry);
        for (const EntryLine& line : m_workbook.lines)
            for (const Round& round : m_workbook.rounds)
            {
                if (line.id.empty() || !round.date)
                    continue;
                const Cell& cell = grid.at(line.row, round.column);
                const double* number = std::get_if<double>(&cell);
                ++(number ? m_made.numbers : m_made.without_number);
                std::string of_figures;
                for (const std::string& figure : line.figures)
                    of_figures += (of_figures.empty() ? "" : ";") + figure;
                const std::string missing = missing_kind(cell, m_words);
                made.rows.push_back({municipality(), line.id, *round.date,
                                     number ? DeliveryCell(*number) : DeliveryCell{},
                                     missing.empty() ? DeliveryCell{} : DeliveryCell(missing), free(line.unit),
                                     of_figures, free(line.name), free(line.role)});
            }
        return made;
    }

    DeliveryTable definitions()
    {
        DeliveryTable made = table("definitions");
        const TableArea& area = m_workbook.catalogue;
        // In the order of the sheet as it ships; a column that a person took away is left out.
        std::vector<std::string> keys;
        for (const char* key : {"number",
                                "name",
                                "description",
                                "official_definition",
                                "working_definition",
                                "definition_origin",
                                "kind",
                                "numerator_item",
                                "denominator_item",
                                "value_item",
                                "factor",
                                "unit",
                                "direction",
                                "numerator_description",
                                "denominator_description",
                                "age_base",
                                "counting_unit",
                                "municipality_concept",
                                "level",
                                "period",
                                "data_source",
                                "release",
                                "alias",
                                "remark"})
            if (area.column(key) >= 0)
                keys.emplace_back(key);
        for (const std::string& key : keys)
            made.fields.push_back({.name = key,
                                   .title = m_texts.get("column.catalogue." + key),
                                   .type = key == "factor" ? FieldType::number : FieldType::text,
                                   .required = key == "number"});
        made.primary_key = {"number"};
        for (const Figure& figure : m_workbook.figures)
        {
            Row row;
            row.reserve(keys.size());
            for (const std::string& key : keys)
                if (key == "factor")
                    row.emplace_back(figure.factor);
                else if (key == "number")
                    row.emplace_back(figure.id);
                else
                    row.push_back(free(m_workbook.text(area, figure.row, key)));
            made.rows.push_back(std::move(row));
        }
        return made;
    }

    DeliveryTable rules_table()
    {
        DeliveryTable made = table("rules");
        const auto status_title = [this](const char* key)
        { return m_texts.get(std::string("rule_status.column.") + key); };
        made.fields = {{.name = "rule", .title = status_title("id"), .required = true},
                       {.name = "about", .title = status_title("table")},
                       {.name = "when", .title = m_texts.get("column.rules.when")},
                       {.name = "must", .title = m_texts.get("column.rules.must")},
                       {.name = "severity", .title = status_title("severity"), .choices = severities()},
                       {.name = "state",
                        .title = status_title("state"),
                        .choices = {"satisfied", "hit", "undecided", "skipped", "broken"}}};
        for (const char* key : {"rows", "satisfied", "hits", "undecided", "skipped"})
            made.fields.push_back({.name = key, .title = status_title(key), .type = FieldType::integer});
        made.fields.push_back({.name = "reason", .title = status_title("reason")});
        made.fields.push_back({.name = "source", .title = m_texts.get("column.rules.source")});
        std::map<std::string, rules::Rule, std::less<>> conditions;
        for (rules::Rule& rule : rules::rules_of_workbook(m_workbook, m_words))
            conditions.emplace(rule.id, std::move(rule));
        for (const RuleStatus& rule : m_validation.rules)
        {
            const auto known = conditions.find(rule.id);
            static const rules::Rule none;
            const rules::Rule& condition = known == conditions.end() ? none : known->second;
            made.rows.push_back({rule.id, free(rule.table), free(condition.when), free(condition.must),
                                 std::string(rules::severity_code(rule.severity)),
                                 std::string(rule_state_code(rule.state)), static_cast<double>(rule.rows),
                                 static_cast<double>(rule.satisfied), static_cast<double>(rule.hits),
                                 static_cast<double>(rule.undecided), static_cast<double>(rule.skipped),
                                 free(rule.reason), free(condition.source)});
        }
        return made;
    }

    DeliveryTable explanations()
    {
        DeliveryTable made = table("explanations");
        const auto title = [this](const char* key) { return m_texts.get(std::string("column.explanations.") + key); };
        made.fields = {{.name = "rule", .title = title("rule"), .required = true},
                       {.name = "figure", .title = title("figure")},
                       {.name = "concerns", .title = title("concerns")},
                       {.name = "municipality", .title = title("municipality_code")},
                       {.name = "cut_off", .title = title("period"), .type = FieldType::date},
                       {.name = "value", .title = title("value")},
                       {.name = "explanation", .title = title("explanation"), .required = true},
                       {.name = "written", .title = title("written"), .type = FieldType::date}};
        for (const Explanation& explanation : m_validation.explanations)
            if (explanation.state == ExplanationState::holds)
                made.rows.push_back({explanation.rule, free(explanation.figure), item(explanation.subject),
                                     explanation.municipality.empty() ? municipality() : explanation.municipality,
                                     day(explanation.period), free(explanation.value), free(explanation.text),
                                     explanation.written ? DeliveryCell(*explanation.written) : DeliveryCell{}});
        return made;
    }

    DeliveryTable findings()
    {
        DeliveryTable made = table("findings");
        const auto title = [this](const char* key) { return m_texts.get(std::string("report.column.") + key); };
        made.fields = {{.name = "rule", .title = title("rule"), .required = true},
                       {.name = "severity", .title = title("severity"), .choices = severities()},
                       {.name = "status", .title = title("status"), .choices = {"open", "explained", "ask-again"}},
                       {.name = "sheet", .title = m_texts.get("delivery.sheet")},
                       {.name = "cell", .title = m_texts.get("delivery.cell")},
                       {.name = "places", .title = m_texts.get("delivery.places"), .type = FieldType::integer},
                       {.name = "figure", .title = title("figure")},
                       {.name = "concerns", .title = title("concerns")},
                       {.name = "municipality", .title = title("municipality_code")},
                       {.name = "cut_off", .title = title("period"), .type = FieldType::date},
                       {.name = "reason", .title = m_texts.get("rule_status.column.reason")}};
        for (const Finding& finding : m_validation.findings)
            made.rows.push_back({finding.rule, std::string(rules::severity_code(finding.severity)),
                                 std::string(status_code(finding.status)), free(finding.sheet), finding.cell,
                                 static_cast<double>(std::max<std::size_t>(finding.places.size(), 1)),
                                 free(finding.figure), item(finding.subject), finding.municipality, day(finding.period),
                                 free(reason_of(finding.rule))});
        return made;
    }

    /// What a finding is about: an item of the workbook, but nothing that merely stands in some row.
    [[nodiscard]] DeliveryCell item(const std::string& subject) const
    {
        return m_workbook.line(subject) ? DeliveryCell(subject) : DeliveryCell{};
    }

    [[nodiscard]] std::string reason_of(const std::string& rule) const
    {
        for (const RuleStatus& status : m_validation.rules)
            if (status.id == rule)
                return status.reason;
        for (const BuiltInCheck& check : built_in_checks())
            if (check.id == rule)
                return m_texts.get(check.description);
        return {};
    }

    static std::vector<std::string> severities()
    {
        return {"error", "warning", "information"};
    }

    const Workbook& m_workbook;
    const Validation& m_validation;
    const Words& m_words;
    const Texts& m_texts;
    DeliveryTables m_made;
};

} // namespace

DeliveryTables delivery_tables(const DeliverySource& source)
{
    return Maker(source).all();
}

std::string delivered_note(const Workbook& workbook)
{
    return looks_like_person_name(workbook.data_note) ? std::string{} : workbook.data_note;
}

std::string missing_kind(const Cell& cell, const Words& words)
{
    if (std::holds_alternative<double>(cell))
        return {};
    const std::string* text = std::get_if<std::string>(&cell);
    if (is_empty(cell) || (text && trimmed(*text).empty()))
        return "not_entered";
    if (text)
        for (const TypedBlank& blank : typed_blanks())
            for (const Language language : {Language::danish, Language::english})
                if (same_text(*text, words.in(language).get(blank.key)))
                    return blank_code(blank);
    return "unreadable";
}

std::vector<std::string> missing_kinds()
{
    std::vector<std::string> kinds{"not_entered", "unreadable"};
    for (const TypedBlank& blank : typed_blanks())
        kinds.push_back(blank_code(blank));
    return kinds;
}

} // namespace trinvis
