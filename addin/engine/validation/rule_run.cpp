// SPDX-License-Identifier: MPL-2.0
#include "validation/rule_run.hpp"

#include "rules/functions.hpp"
#include "rules/row_loops.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>

namespace trinvis
{

namespace
{

using rules::Answers;
using rules::Bound;
using rules::Column;
using rules::Expression;
using rules::Operation;
using rules::Rows;
using rules::RuleFault;
using rules::Table;
using rules::Truth;

/// Small enough for the answers of a block to stay in the processor's cache.
constexpr std::size_t block = 1024;

bool is_call(const Expression& expression, std::string_view english)
{
    if (expression.operation != Operation::call)
        return false;
    const auto& found = rules::find_functions(expression.name);
    return !found.empty() && found.front()->english == english;
}

/// The end of the text key that says what a comparison expects of its left side.
std::string_view comparison_key(Operation operation)
{
    switch (operation)
    {
    case Operation::equal:
        return "equal";
    case Operation::unequal:
        return "unequal";
    case Operation::less:
        return "less";
    case Operation::less_or_equal:
        return "less_or_equal";
    case Operation::greater:
        return "greater";
    case Operation::greater_or_equal:
        return "greater_or_equal";
    default:
        return {};
    }
}

/// What a rule says of a block of rows, from its condition (none: it applies to all) and its demand.
void fill_outcomes(std::vector<Outcome>& outcomes, const Answers& when, const Answers& must)
{
    static constexpr std::array<Truth, 1> always{Truth::yes};
    const std::span<const Truth> applies = when.truths.empty() ? std::span<const Truth>(always) : when.truths;
    const std::vector<Outcome> said =
        rules::for_two<Outcome>(applies, must.truths, outcomes.size(),
                                [](Truth applies_here, Truth holds)
                                {
                                    const Outcome outcome = holds == Truth::yes  ? Outcome::satisfied
                                                            : holds == Truth::no ? Outcome::hit
                                                                                 : Outcome::undecided;
                                    return applies_here == Truth::yes ? outcome : Outcome::skipped;
                                });
    if (said.size() == outcomes.size())
        std::ranges::copy(said, outcomes.begin());
    else
        std::ranges::fill(outcomes, said.front());
}

/// Where a rule looks at other rounds of a thing, all rounds of the things that changed.
void add_other_rounds(std::set<std::size_t>& rows, const CompiledRule& compiled)
{
    const std::size_t rounds = compiled.table->rounds;
    if (compiled.reach == rules::Reach::row || rounds == 0)
        return;
    const std::set<std::size_t> changed = rows;
    for (const std::size_t row : changed)
        for (std::size_t other = row - row % rounds;
             other < std::min(row - row % rounds + rounds, compiled.table->rows); ++other)
            rows.insert(other);
}

/// The rows in which a part of a rule answers otherwise than before.
void add_differing_rows(std::set<std::size_t>& rows, const Answers& before, const Answers& after, std::size_t all)
{
    if (before.owner == after.owner && before.size() == after.size())
        return;
    const bool single = before.size() != after.size() || after.size() == 1;
    const auto differ = [&](std::size_t row)
    {
        switch (after.type)
        {
        case rules::Type::number:
            return before.number(row).state != after.number(row).state ||
                   before.number(row).number != after.number(row).number;
        case rules::Type::text:
            // The old texts may have been those of the cell that changed.
            return true;
        default:
            return before.truth(row) != after.truth(row);
        }
    };
    if (single && after.size() == 1 && before.size() == 1 && !differ(0))
        return;
    for (std::size_t row = 0; row < all; ++row)
        if (single || differ(row))
            rows.insert(rows.end(), row);
}

} // namespace

RuleRun::RuleRun(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today,
                 bool follows)
    : m_words(words), m_follows(follows), m_tables(workbook, words), m_today(iso_date(today))
{
    m_surroundings.municipalities = &municipalities;
    m_surroundings.today = serial_from_date(today, workbook.cells.null_date);
    m_surroundings.null_date = workbook.cells.null_date;
    m_surroundings.find_table = [this](std::string_view name) { return m_tables.table(name); };
    m_surroundings.table_names = m_tables.names_of_tables();
    for (const EntryLine& line : workbook.lines)
        m_surroundings.items.insert(folded(line.id));
    for (const Figure& figure : workbook.figures)
        m_surroundings.figures.insert(figure.id);
    if (const TableArea& survey = workbook.working_table("survey"); survey.found())
    {
        m_surroundings.questions.emplace();
        for (int row = survey.heading_row + 1; row <= survey.last_row; ++row)
            m_surroundings.questions->insert(folded(workbook.text(survey, row, "number")));
    }
    for (rules::Rule& rule : rules::rules_of_workbook(workbook, words))
    {
        m_rules.emplace_back();
        m_rules.back().rule = std::move(rule);
        if (m_rules.back().rule.active)
            compile(m_rules.back());
    }
}

rules::Binder& RuleRun::binder(const Table& table)
{
    std::unique_ptr<rules::Binder>& known = m_binders[&table];
    if (!known)
        known = std::make_unique<rules::Binder>(table, m_surroundings);
    return *known;
}

void RuleRun::compile(CompiledRule& compiled)
{
    const rules::Rule& rule = compiled.rule;
    const auto broken = [&](std::string_view column, RuleFault fault)
    {
        compiled.fault_column = column;
        compiled.fault = std::move(fault);
    };
    const auto severity = rules::severity_from_word(rule.severity, m_words);
    if (!severity)
        return broken("severity", {"rule.fault.severity", {{"word", rule.severity}}});
    compiled.severity = *severity;
    for (const auto& [key, text] : {std::pair{"valid_from", &rule.valid_from}, {"valid_to", &rule.valid_to}})
        if (!text->empty() && !parse_date(*text))
            return broken(key, {"rule.fault.valid_date", {{"word", *text}}});
    const Table* table = m_tables.table(rule.table);
    if (!table)
        return broken("table", {"rule.fault.table", {{"word", rule.table}}});
    // A sheet that is missing is named by the layout's own finding; its rules have nothing to run over.
    if (table->columns.empty())
        return;
    rules::Binder& binds = binder(*table);
    const auto bind = [&](std::string_view column, std::string_view text,
                          std::optional<Expression>& tree) -> std::optional<Bound>
    {
        auto parsed = rules::parse_expression(text);
        if (auto* fault = std::get_if<RuleFault>(&parsed))
            return broken(column, std::move(*fault)), std::nullopt;
        tree = std::get<Expression>(std::move(parsed));
        auto bound = binds.bind(*tree);
        if (auto* fault = std::get_if<RuleFault>(&bound))
            return broken(column, std::move(*fault)), std::nullopt;
        if (std::get<Bound>(bound).type != rules::Type::truth)
            return broken(column, {"rule.fault.no_condition", {}}), std::nullopt;
        return std::get<Bound>(std::move(bound));
    };
    if (trimmed(rule.must).empty())
        return broken("must", {"rule.fault.empty", {}});
    if (!trimmed(rule.when).empty())
    {
        const auto when = bind("when", rule.when, compiled.condition);
        if (!when)
            return;
        compiled.when = *when;
    }
    const auto must = bind("must", rule.must, compiled.demand);
    if (!must)
        return;
    compiled.must = *must;
    for (const Bound* part : {&compiled.when, &compiled.must})
    {
        compiled.reach = std::max(compiled.reach, part->reach);
        compiled.reads.insert(part->reads.begin(), part->reads.end());
        compiled.columns.insert(compiled.columns.end(), part->columns.begin(), part->columns.end());
    }
    for (const std::string& name : rules::columns_in(*compiled.demand))
        if (const Column* column = table->column(name); column && !compiled.location && !column->places.empty())
            compiled.location = column;
    compiled.message = Sentence(rule.message, binds, *table);
    compiled.expected = Sentence(rule.expected, binds, *table);
    compiled.remedy = Sentence(rule.remedy, binds, *table);
    compile_expectations(compiled, *compiled.demand);
    compiled.table = table;
}

/// Reads out of a condition what it expects, where it says so plainly: comparisons with a column on the left, ranges,
/// kinds of number, and these joined by OG.
void RuleRun::compile_expectations(CompiledRule& compiled, const Expression& demand)
{
    const Table& table = *m_tables.table(compiled.rule.table);
    rules::Binder& binds = binder(table);
    if (is_call(demand, "AND"))
    {
        for (const Expression& part : demand.parts)
            compile_expectations(compiled, part);
        return;
    }
    Expectation expectation;
    if (!demand.parts.empty() && demand.parts.front().operation == Operation::column &&
        demand.parts.front().table.empty())
        if (const Column* column = table.column(demand.parts.front().name))
            expectation.of_date = column->date;
    std::vector<const Expression*> limits;
    const std::string_view comparison = comparison_key(demand.operation);
    if (!comparison.empty() && demand.parts.front().operation == Operation::column)
    {
        expectation.key = "expected." + std::string(comparison);
        limits = {&demand.parts.back()};
    }
    else if ((is_call(demand, "BETWEEN") || is_call(demand, "ABOUT")) &&
             demand.parts.front().operation == Operation::column)
    {
        expectation.key = is_call(demand, "BETWEEN") ? "expected.between" : "expected.about";
        limits = {&demand.parts[1], &demand.parts[2]};
    }
    else if (is_call(demand, "ISNUMBER"))
        expectation.key = expectation.of_date ? "expected.date" : "expected.number";
    else if (is_call(demand, "ISWHOLE"))
        expectation.key = "expected.whole";
    else
        return;
    auto holds = binds.bind(demand);
    if (!std::holds_alternative<Bound>(holds))
        return;
    expectation.holds = std::get<Bound>(std::move(holds));
    for (const Expression* limit : limits)
    {
        auto bound = binds.bind(*limit);
        if (!std::holds_alternative<Bound>(bound))
            return;
        expectation.limits.push_back(std::get<Bound>(std::move(bound)));
    }
    compiled.expectations.push_back(std::move(expectation));
}

bool RuleRun::all(const Watch& watch)
{
    std::map<const Table*, std::vector<CompiledRule*>> by_table;
    std::size_t rows = 0;
    for (CompiledRule& compiled : m_rules)
    {
        compiled.tally = {};
        if (!compiled.table)
            continue;
        by_table[compiled.table].push_back(&compiled);
        rows += compiled.table->rows;
    }
    std::size_t done = 0;
    // Block by block, not rule by rule: parts that rules share are then computed once.
    for (const auto& [table, compiled_rules] : by_table)
        for (std::size_t first = 0; first < table->rows; first += block)
        {
            if (watch && !watch(done, rows))
                return false;
            const std::size_t count = std::min(block, table->rows - first);
            for (CompiledRule* compiled : compiled_rules)
                run(*compiled, {first, count});
            done += count * compiled_rules.size();
        }
    return true;
}

/// Asks a rule about some rows and writes its tally; what it said of them before is taken out where it is known.
void RuleRun::run(CompiledRule& compiled, Rows rows)
{
    const Table& table = *compiled.table;
    const rules::Rule& rule = compiled.rule;
    const bool dated = !rule.valid_from.empty() || !rule.valid_to.empty();
    const auto in_date = [&](std::size_t row)
    {
        const std::string_view period = table.periods[rows.first + row];
        const std::string_view day = period.empty() ? std::string_view(m_today) : period;
        return (rule.valid_from.empty() || day >= rule.valid_from) && (rule.valid_to.empty() || day <= rule.valid_to);
    };
    std::vector<Outcome>& outcomes = m_outcomes;
    outcomes.assign(rows.count, Outcome::skipped);
    Answers when;
    if (compiled.when.run)
        when = compiled.when.run(rows);
    // Where no row is the rule's, what it demands need not be computed.
    if (!compiled.when.run || std::find(when.truths.begin(), when.truths.end(), Truth::yes) != when.truths.end())
        fill_outcomes(outcomes, when, compiled.must.run(rows));
    for (std::size_t row = 0; dated && row < rows.count; ++row)
        if (!in_date(row))
            outcomes[row] = Outcome::skipped;
    Tally& tally = compiled.tally;
    const auto count = [&tally](Outcome outcome) -> std::size_t&
    {
        return outcome == Outcome::satisfied   ? tally.satisfied
               : outcome == Outcome::undecided ? tally.undecided
                                               : tally.skipped;
    };
    const bool known = compiled.outcomes.size() == table.rows;
    if (known)
        for (std::size_t row = 0; row < rows.count; ++row)
        {
            Outcome& before = compiled.outcomes[rows.first + row];
            if (before == Outcome::hit)
                tally.hits.erase(rows.first + row);
            else
                --count(before);
            before = outcomes[row];
        }
    std::size_t without_hit = 0;
    for (const Outcome outcome : {Outcome::satisfied, Outcome::undecided, Outcome::skipped})
    {
        // Counted in 32 bits, in which twice as many rows are compared at once.
        std::uint32_t counted = 0;
        for (const Outcome one : outcomes)
            counted += one == outcome ? 1 : 0;
        count(outcome) += counted;
        without_hit += counted;
    }
    for (std::size_t row = 0; without_hit < rows.count && row < rows.count; ++row)
        if (outcomes[row] == Outcome::hit)
            tally.hits.insert(tally.hits.end(), rows.first + row);
    if (m_follows && !known)
        compiled.outcomes.insert(compiled.outcomes.end(), outcomes.begin(), outcomes.end());
}

std::size_t RuleRun::ask_again(const std::vector<TableChange>& changes, const Place& place, const Cell& before)
{
    struct Asked
    {
        CompiledRule* rule;
        std::vector<Answers> columns; ///< as they were
        std::size_t rows;             ///< of the table, as they were
    };
    std::vector<Asked> asked;
    const auto reads = [&changes](const CompiledRule& compiled)
    {
        return std::any_of(changes.begin(), changes.end(),
                           [&compiled](const TableChange& change)
                           {
                               return std::any_of(change.columns.begin(), change.columns.end(),
                                                  [&](const Column* column)
                                                  { return compiled.reads.contains(column); });
                           });
    };
    for (CompiledRule& compiled : m_rules)
        if (compiled.table && reads(compiled))
        {
            asked.push_back({&compiled, {}, compiled.table->rows});
            for (const auto& column : compiled.columns)
                asked.back().columns.push_back(column());
        }
    m_tables.follow(place, before, changes);
    for (Asked& one : asked)
    {
        CompiledRule& compiled = *one.rule;
        if (compiled.table->id == "cells")
        {
            // Persons' numbers come and go, and with them the rows of their table.
            compiled.tally = {};
            compiled.outcomes.clear();
            for (std::size_t first = 0; first < compiled.table->rows; first += block)
                run(compiled, {first, std::min(block, compiled.table->rows - first)});
            continue;
        }
        std::set<std::size_t> rows;
        for (const TableChange& change : changes)
            if (change.table == compiled.table)
                rows.insert(change.rows.begin(), change.rows.end());
        add_other_rounds(rows, compiled);
        for (std::size_t i = 0; i < one.columns.size(); ++i)
            add_differing_rows(rows, one.columns[i], compiled.columns[i](), compiled.table->rows);
        for (auto row = rows.begin(); row != rows.end();)
        {
            const std::size_t first = *row;
            std::size_t last = first;
            while (++row != rows.end() && *row == last + 1 && last - first + 1 < block)
                ++last;
            run(compiled, {first, last - first + 1});
        }
    }
    return asked.size();
}

} // namespace trinvis
