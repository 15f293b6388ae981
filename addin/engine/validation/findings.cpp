// SPDX-License-Identifier: MPL-2.0
#include "validation/findings.hpp"

#include "benchmark/group_settings.hpp"
#include "rules/rule_conflicts.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/structure.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace trinvis
{

namespace
{

using rules::Answers;
using rules::Column;
using rules::Table;

/// A list that nobody reads to its end says less than one line: a rule with more hits gets one finding for all of them.
constexpr std::size_t most_single_findings = 200;
/// So many letters of a cell's text stand in a sentence.
constexpr std::size_t longest_quotation = 200;

/// A number that could be a person's is not repeated in a report that is printed and sent around.
constexpr std::string_view concealed = "******-****";

class Gathering
{
public:
    Gathering(RuleRun& run, const Workbook& workbook, const Words& words)
        : m_run(run), m_workbook(workbook), m_words(words), m_texts(words.in(workbook.language))
    {
    }

    Validation all(Extent extent)
    {
        note_person_numbers();
        for (const LayoutFault& fault : m_workbook.faults)
            add_layout_fault(fault);
        for (const GroupFault& fault : read_group_settings(m_workbook, m_words, *m_workbook.municipalities).faults)
            add_layout_fault(fault.fault);
        if (extent != Extent::rules_only)
            std::ranges::move(structure_findings(m_workbook, m_words), std::back_inserter(m_validation.findings));
        for (const CompiledRule& compiled : m_run.rules())
            add_rule(compiled);
        std::vector<rules::Rule> rules;
        for (const CompiledRule& compiled : m_run.rules())
            rules.push_back(compiled.rule);
        if (extent == Extent::everything)
            add_conflicts(rules);
        count_values();
        std::stable_sort(m_validation.findings.begin(), m_validation.findings.end(),
                         [](const Finding& a, const Finding& b)
                         {
                             if (a.severity != b.severity)
                                 return a.severity < b.severity;
                             return a.place < b.place;
                         });
        if (extent == Extent::everything)
            m_validation.readiness = readiness_of(rules);
        return std::move(m_validation);
    }

private:
    void add_rule(const CompiledRule& compiled)
    {
        const Tally& tally = compiled.tally;
        RuleStatus status{compiled.rule.id, compiled.rule.table, compiled.severity, RuleState::skipped,
                          tally.rows(),     tally.satisfied,     tally.hits.size(), tally.undecided,
                          tally.skipped,    compiled.rule.reason};
        if (compiled.fault)
        {
            add_broken(compiled);
            status.state = RuleState::broken;
        }
        else if (!tally.hits.empty())
            status.state = RuleState::hit;
        else if (tally.undecided > 0)
            status.state = RuleState::undecided;
        else if (tally.satisfied > 0)
            status.state = RuleState::satisfied;
        m_validation.rules.push_back(std::move(status));
        m_validation.rules_run += compiled.table ? 1U : 0U;
        if (!compiled.table)
            return;
        const Table& table = *compiled.table;
        Finding* group = nullptr;
        for (const std::size_t row : tally.hits)
        {
            const Place place = compiled.location ? compiled.location->places[row] : table.places[row];
            if (group)
            {
                group->places.push_back(place);
                continue;
            }
            m_validation.findings.push_back(finding_of(compiled, table, row, place));
            if (compiled.rule.grouped || tally.hits.size() > most_single_findings)
                group = &m_validation.findings.back();
        }
        if (group && group->places.size() > 1)
            group->message += " " + m_texts.format("report.grouped", {{"n", std::to_string(group->places.size())}});
    }

    [[nodiscard]] Finding finding_of(const CompiledRule& compiled, const Table& table, std::size_t row,
                                     const Place& place) const
    {
        Finding finding = located(compiled.rule.id, compiled.severity, place);
        finding.figure = table.figures[row];
        if (finding.figure.empty() && compiled.location)
            finding.figure = compiled.location->figure;
        if (compiled.location && !compiled.location->figure.empty())
            finding.subject = compiled.location->names.front();
        else if (!table.subjects.empty())
            finding.subject = table.subjects[row];
        else if (finding.figure.empty() && table.periods[row].empty())
            finding.subject = finding.cell;
        if (!table.municipalities.empty())
            finding.municipality = table.municipalities[row];
        finding.period = table.periods[row];
        finding.message = sentence(compiled.message, row);
        finding.remedy = sentence(compiled.remedy, row);
        finding.expected = compiled.expected.empty() ? expected(compiled, row) : sentence(compiled.expected, row);
        return finding;
    }

    [[nodiscard]] std::string sentence(const Sentence& wanted, std::size_t row) const
    {
        return wanted.fill(
            row, [this](const Column& column, std::size_t at) { return quoted(shown(column, at)); },
            [this](const Answers& answer) { return quoted(shown(answer)); });
    }

    /// As it stands in a sentence: a cell may hold a whole case note.
    [[nodiscard]] std::string quoted(const std::string& text) const
    {
        return beginning_of(without_person_number(text), longest_quotation);
    }

    /// What the first part of the condition that does not hold expects.
    [[nodiscard]] std::string expected(const CompiledRule& compiled, std::size_t row) const
    {
        for (const Expectation& expectation : compiled.expectations)
        {
            if (expectation.holds.run({row, 1}).truth(0) != rules::Truth::no)
                continue;
            Replacements values;
            for (std::size_t i = 0; i < expectation.limits.size(); ++i)
                values.emplace_back(i == 0 ? "x" : "y",
                                    without_person_number(limit(expectation.limits[i], row, expectation.of_date)));
            return m_texts.format(expectation.key, values);
        }
        return {};
    }

    /// A limit as text; a date where a date is held against it, or where it comes from columns of dates.
    [[nodiscard]] std::string limit(const rules::Bound& bound, std::size_t row, bool of_date) const
    {
        const Answers answer = bound.run({row, 1});
        const bool date =
            of_date || (!bound.reads.empty() && std::all_of(bound.reads.begin(), bound.reads.end(),
                                                            [](const Column* column) { return column->date; }));
        if (date && answer.type == rules::Type::number && answer.number(0).is_number())
            if (const auto day = date_from_serial(answer.number(0).number, m_workbook.cells.null_date))
                return format_date(*day, m_workbook.language);
        return shown(answer);
    }

    [[nodiscard]] std::string shown(const Column& column, std::size_t row) const
    {
        if (column.type == rules::Type::text)
            return std::string(column.texts[row]);
        const Value& value = column.numbers[row];
        if (value.is_number() && column.date)
            if (const auto date = date_from_serial(value.number, m_workbook.cells.null_date))
                return format_date(*date, m_workbook.language);
        // Nobody types this many decimals; a column with them was computed.
        return shown(value, 4);
    }

    [[nodiscard]] std::string shown(const Answers& answer) const
    {
        switch (answer.type)
        {
        case rules::Type::number:
            return shown(answer.number(0), 2);
        case rules::Type::text:
            return std::string(answer.text(0));
        default:
            return m_texts.get(answer.truth(0) == rules::Truth::yes ? "word.yes" : "word.no");
        }
    }

    /// A number in full up to so many decimals, rounded for reading beyond them.
    [[nodiscard]] std::string shown(const Value& value, int most_decimals) const
    {
        return value.is_number() ? format_readable(value.number, most_decimals, m_workbook.language)
                                 : m_texts.get("word.none");
    }

    [[nodiscard]] Finding located(std::string_view rule, rules::Severity severity, Place place) const
    {
        Finding finding;
        finding.rule = rule;
        finding.severity = severity;
        finding.place = place;
        finding.places = {place};
        if (m_workbook.municipality)
            finding.municipality = m_workbook.municipality->code;
        if (place.sheet >= 0 && place.sheet < static_cast<int>(m_workbook.cells.sheets.size()))
        {
            const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
            finding.sheet = grid.sheet_name;
            finding.value = without_person_number(value_text(grid.at(place.row, place.column), place));
        }
        finding.cell = cell_address(place.row, place.column);
        return finding;
    }

    [[nodiscard]] Finding located(Check check, Place place) const
    {
        return located(check_id(check), built_in_check(check).severity, place);
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
        const Table& cells = *m_run.tables().table("cells");
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
        Finding finding = located(fault.check, fault.place);
        finding.message = m_texts.format(fault.message, fault.values);
        finding.remedy = m_texts.format(fault.message + ".remedy", fault.values);
        m_validation.findings.push_back(std::move(finding));
    }

    void add_broken(const CompiledRule& compiled)
    {
        ++m_validation.rules_broken;
        const Place place{m_workbook.rules.sheet, compiled.rule.row,
                          std::max(0, m_workbook.rules.column(compiled.fault_column))};
        Finding finding = located(compiled.rule.id, rules::Severity::error, place);
        finding.subject = compiled.rule.id;
        finding.message =
            m_texts.format("rule.broken", {{"rule", compiled.rule.id},
                                           {"why", m_texts.format(compiled.fault->key, compiled.fault->values)}});
        finding.remedy = m_texts.get("rule.broken.remedy");
        m_validation.findings.push_back(std::move(finding));
    }

    [[nodiscard]] Readiness readiness_of(const std::vector<rules::Rule>& rules) const
    {
        std::vector<std::set<std::size_t>> hits;
        for (const CompiledRule& compiled : m_run.rules())
            hits.push_back(compiled.tally.hits);
        constexpr std::size_t steps = 200'000;
        return smallest_correction(m_workbook, m_run.tables(), rules, m_run.surroundings(), m_validation.findings,
                                   m_words, steps, hits);
    }

    void add_conflicts(const std::vector<rules::Rule>& rules)
    {
        const auto table_of_id = [this](std::string_view id) { return m_run.tables().table(id); };
        for (const rules::RuleConflict& conflict : rules::examine_rules(rules, table_of_id, m_words))
            add_conflict(conflict.kind, rules[conflict.rule], rules[conflict.other]);
    }

    /// A finding about two rules, at the one to look at.
    void add_conflict(rules::ConflictKind kind, const rules::Rule& rule, const rules::Rule& other)
    {
        const std::string key = "rule.conflict." + std::string(rules::conflict_code(kind));
        const bool about_id =
            kind == rules::ConflictKind::same_identifier || kind == rules::ConflictKind::built_in_identifier;
        const std::string_view column = about_id ? "id" : kind == rules::ConflictKind::never_applies ? "when" : "must";
        const Place place{m_workbook.rules.sheet, rule.row, std::max(0, m_workbook.rules.column(column))};
        Finding finding = located(rules::conflict_check(kind), place);
        finding.subject = &rule == &other ? rule.id : rule.id + "; " + other.id;
        const Replacements values{{"rule", rule.id}, {"other", other.id}, {"row", std::to_string(other.row + 1)}};
        finding.message = m_texts.format(key, values);
        finding.remedy = m_texts.format(key + ".remedy", values);
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

    RuleRun& m_run;
    const Workbook& m_workbook;
    const Words& m_words;
    const Texts& m_texts;
    std::set<std::string, std::less<>> m_person_numbers; ///< as texts, in every way in which a finding could show them
    Validation m_validation;
};

} // namespace

Validation validation_of(RuleRun& run, const Workbook& workbook, const Words& words, Extent extent)
{
    return Gathering(run, workbook, words).all(extent);
}

} // namespace trinvis
