// SPDX-License-Identifier: MPL-2.0
#include "validation/validate.hpp"

#include "rules/compiled.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/tables.hpp"

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using rules::Answers;
using rules::Bound;
using rules::Column;
using rules::Expression;
using rules::Rule;
using rules::RuleFault;
using rules::Table;
using rules::Truth;

/// A number that could be a person's is not repeated in a report that is printed and sent around.
constexpr std::string_view concealed = "******-****";

struct CompiledRule
{
    Bound when; ///< empty function where the rule is about all rows
    Bound must;
    std::vector<std::string> columns; ///< of the condition, in order
};

std::variant<Bound, RuleFault> compile(std::string_view text, const Table& table,
                                       const rules::Surroundings& surroundings, std::vector<std::string>& columns)
{
    auto parsed = rules::parse_expression(text);
    if (auto* fault = std::get_if<RuleFault>(&parsed))
        return std::move(*fault);
    columns = rules::columns_in(std::get<Expression>(parsed));
    auto bound = rules::bind(std::get<Expression>(parsed), table, surroundings);
    if (const Bound* ready = std::get_if<Bound>(&bound); ready && ready->type != rules::Type::truth)
        return RuleFault{"rule.fault.no_condition", {}};
    return bound;
}

class Run
{
public:
    Run(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today)
        : m_workbook(workbook), m_words(words), m_texts(words.in(workbook.language)), m_today(today),
          m_tables(workbook, words)
    {
        m_surroundings.municipalities = &municipalities;
        m_surroundings.today = serial_from_date(today, workbook.cells.null_date);
        for (const EntryLine& line : workbook.lines)
            m_surroundings.items.insert(folded(line.id));
        for (const Figure& figure : workbook.figures)
            m_surroundings.figures.insert(figure.id);
    }

    Validation all()
    {
        note_person_numbers();
        for (const LayoutFault& fault : m_workbook.faults)
            add_layout_fault(fault);
        for (const Rule& rule : rules::rules_of_workbook(m_workbook, m_words))
            if (rule.active)
                run(rule);
        count_values();
        std::stable_sort(m_validation.findings.begin(), m_validation.findings.end(),
                         [](const Finding& a, const Finding& b)
                         {
                             if (a.severity != b.severity)
                                 return a.severity < b.severity;
                             return a.place < b.place;
                         });
        m_validation.explanations = explain(m_workbook, m_words, m_today, m_validation.findings);
        return std::move(m_validation);
    }

private:
    void run(const Rule& rule)
    {
        const auto severity = rules::severity_from_word(rule.severity, m_words);
        if (!severity)
            return add_broken(rule, "severity", {"rule.fault.severity", {{"word", rule.severity}}});
        const Table* table = m_tables.table(rule.table);
        if (!table)
            return add_broken(rule, "table", {"rule.fault.table", {{"word", rule.table}}});
        CompiledRule compiled;
        if (!trimmed(rule.when).empty())
        {
            std::vector<std::string> ignored;
            auto when = compile(rule.when, *table, m_surroundings, ignored);
            if (const auto* fault = std::get_if<RuleFault>(&when))
                return add_broken(rule, "when", *fault);
            compiled.when = std::get<Bound>(std::move(when));
        }
        auto must = compile(rule.must, *table, m_surroundings, compiled.columns);
        if (const auto* fault = std::get_if<RuleFault>(&must))
            return add_broken(rule, "must", *fault);
        compiled.must = std::get<Bound>(std::move(must));
        ++m_validation.rules_run;
        collect_hits(rule, *severity, *table, compiled);
    }

    void collect_hits(const Rule& rule, rules::Severity severity, const Table& table, const CompiledRule& compiled)
    {
        if (table.rows == 0)
            return;
        const Answers must = compiled.must.run(table.rows);
        Answers when;
        if (compiled.when.run)
            when = compiled.when.run(table.rows);
        const Column* location = nullptr;
        for (const std::string& name : compiled.columns)
            if (const Column* column = table.column(name); column && !location && !column->places.empty())
                location = column;
        std::size_t hits = 0;
        std::size_t first_hit = m_validation.findings.size();
        for (std::size_t row = 0; row < table.rows; ++row)
        {
            if (must.truth(row) != Truth::no || (compiled.when.run && when.truth(row) != Truth::yes))
                continue;
            ++hits;
            if (rule.grouped && hits > 1)
                continue;
            const Place place = location ? location->places[row] : table.places[row];
            Finding finding = located(rule.id, severity, place);
            finding.figure = table.figures[row].empty() && location ? location->figure : table.figures[row];
            finding.period = table.periods[row];
            const Replacements values = row_values(table, row);
            finding.message = fill_in(rule.message, values);
            finding.remedy = fill_in(rule.remedy, values);
            m_validation.findings.push_back(std::move(finding));
        }
        if (rule.grouped && hits > 1)
            m_validation.findings[first_hit].message +=
                " " + m_texts.format("report.grouped", {{"n", std::to_string(hits)}});
    }

    [[nodiscard]] Replacements row_values(const Table& table, std::size_t row) const
    {
        Replacements values;
        for (const Column& column : table.columns)
            for (const std::string& name : column.names)
                values.emplace_back(name, without_person_number(shown(column, row)));
        return values;
    }

    [[nodiscard]] std::string shown(const Column& column, std::size_t row) const
    {
        if (column.type == rules::Type::text)
            return std::string(column.texts[row]);
        const Value& value = column.numbers[row];
        if (!value.is_number())
            return m_texts.get("word.none");
        if (column.date)
            if (const auto date = date_from_serial(value.number, m_workbook.cells.null_date))
                return format_date(*date, m_workbook.language);
        return format_plain(value.number, m_workbook.language);
    }

    [[nodiscard]] Finding located(std::string_view rule, rules::Severity severity, Place place) const
    {
        Finding finding;
        finding.rule = rule;
        finding.severity = severity;
        finding.place = place;
        if (place.sheet >= 0 && place.sheet < static_cast<int>(m_workbook.cells.sheets.size()))
        {
            const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
            finding.sheet = grid.sheet_name;
            finding.value = without_person_number(value_text(grid.at(place.row, place.column), place));
        }
        finding.cell = cell_address(place.row, place.column);
        return finding;
    }

    [[nodiscard]] std::string value_text(const Cell& cell, Place place) const
    {
        if (std::holds_alternative<CellError>(cell))
            return m_texts.get("word.error_value");
        const bool heading = m_workbook.entry.sheet == place.sheet && m_workbook.entry.heading_row == place.row;
        const bool date_column =
            m_workbook.comparison.sheet == place.sheet && m_workbook.comparison.column("cut_off") == place.column;
        if (heading || date_column)
            if (const auto date = date_in(cell, m_workbook.cells.null_date);
                date && std::holds_alternative<double>(cell))
                return format_date(*date, m_workbook.language);
        if (const double* number = std::get_if<double>(&cell))
            return format_plain(*number, m_workbook.language);
        return cell_text(cell, m_workbook.language);
    }

    /// Notes the cells that hold what is built like a person's number, however their number comes to be written.
    void note_person_numbers()
    {
        const Table& cells = *m_tables.table("cells");
        for (std::size_t row = 0; row < cells.rows; ++row)
        {
            if (!looks_like_cpr(cells.columns.front().texts[row]))
                continue;
            const Place& place = cells.places[row];
            const Cell& cell =
                m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].at(place.row, place.column);
            m_person_numbers.insert(cell_text(cell, m_workbook.language));
            if (const double* number = std::get_if<double>(&cell))
                m_person_numbers.insert(format_plain(*number, m_workbook.language));
        }
    }

    [[nodiscard]] std::string without_person_number(const std::string& text) const
    {
        return m_person_numbers.contains(text) ? std::string(concealed) : text;
    }

    void add_layout_fault(const LayoutFault& fault)
    {
        Finding finding = located(fault.rule, rules::Severity::error, fault.place);
        finding.message = m_texts.format(fault.message, fault.values);
        finding.remedy = m_texts.format(fault.message + ".remedy", fault.values);
        m_validation.findings.push_back(std::move(finding));
    }

    void add_broken(const Rule& rule, std::string_view column, const RuleFault& fault)
    {
        ++m_validation.rules_broken;
        const Place place{m_workbook.rules.sheet, rule.row, std::max(0, m_workbook.rules.column(column))};
        Finding finding = located(rule.id, rules::Severity::error, place);
        finding.message =
            m_texts.format("rule.broken", {{"rule", rule.id}, {"why", m_texts.format(fault.key, fault.values)}});
        finding.remedy = m_texts.get("rule.broken.remedy");
        m_validation.findings.push_back(std::move(finding));
    }

    void count_values()
    {
        if (!m_workbook.entry.found())
            return;
        const Grid& grid = m_workbook.grid(m_workbook.entry);
        for (const EntryLine& line : m_workbook.lines)
            for (const Round& round : m_workbook.rounds)
                m_validation.values_checked += is_empty(grid.at(line.row, round.column)) ? 0U : 1U;
    }

    const Workbook& m_workbook;
    const Words& m_words;
    const Texts& m_texts;
    Date m_today;
    ValidationTables m_tables;
    rules::Surroundings m_surroundings;
    std::set<std::string, std::less<>> m_person_numbers; ///< as texts, in every way in which a finding could show them
    Validation m_validation;
};

} // namespace

std::string_view rule_state_code(RuleState state)
{
    switch (state)
    {
    case RuleState::satisfied:
        return "satisfied";
    case RuleState::hit:
        return "hit";
    case RuleState::undecided:
        return "undecided";
    case RuleState::skipped:
        return "skipped";
    default:
        return "broken";
    }
}

Validation validate(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today)
{
    return Run(workbook, words, municipalities, today).all();
}

std::string verdict_line(const Validation& validation, const Texts& texts)
{
    const SeverityCounts counts = count_open(validation.findings);
    if (counts.errors > 0)
    {
        const std::string errors = texts.count("verdict.errors", counts.errors);
        if (counts.warnings == 0)
            return texts.format("verdict.not_ready", {{"what", errors}});
        return texts.format("verdict.not_ready_and",
                            {{"what", errors}, {"also", texts.count("verdict.warnings", counts.warnings)}});
    }
    if (counts.warnings > 0)
        return texts.format("verdict.only_warnings", {{"what", texts.count("verdict.warnings", counts.warnings)}});
    if (validation.values_checked == 0)
        return texts.get("verdict.nothing_entered");
    return texts.get("verdict.no_faults");
}

} // namespace trinvis
