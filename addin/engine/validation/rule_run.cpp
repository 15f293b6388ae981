// SPDX-License-Identifier: MPL-2.0
#include "validation/rule_run.hpp"

#include "rules/functions.hpp"
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
constexpr std::size_t block = 2048;

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

} // namespace

RuleRun::RuleRun(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today)
    : m_workbook(workbook), m_words(words), m_tables(workbook, words), m_today(iso_date(today))
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
    compiled.whole = compiled.when.whole || compiled.must.whole;
    for (const Bound* part : {&compiled.when, &compiled.must})
        compiled.reads.insert(part->reads.begin(), part->reads.end());
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

void RuleRun::all()
{
    std::map<const Table*, std::vector<CompiledRule*>> by_table;
    for (CompiledRule& compiled : m_rules)
    {
        compiled.tally = {};
        if (compiled.table)
            by_table[compiled.table].push_back(&compiled);
    }
    // Block by block, not rule by rule: parts that rules share are then computed once.
    for (const auto& [table, compiled_rules] : by_table)
        for (std::size_t first = 0; first < table->rows; first += block)
            for (CompiledRule* compiled : compiled_rules)
                run(*compiled, {first, std::min(block, table->rows - first)}, true);
}

/// Adds what the rule says of some rows to its tally, or takes it out again.
void RuleRun::run(CompiledRule& compiled, Rows rows, bool add) const
{
    const Table& table = *compiled.table;
    const rules::Rule& rule = compiled.rule;
    const bool dated = !rule.valid_from.empty() || !rule.valid_to.empty();
    Answers when;
    if (compiled.when.run)
        when = compiled.when.run(rows);
    // Where no row is the rule's, its condition need not be computed.
    const Answers must = compiled.must.run(rows);
    Tally& tally = compiled.tally;
    const std::size_t step = add ? 1 : static_cast<std::size_t>(-1);
    std::size_t satisfied = 0;
    std::size_t undecided = 0;
    std::size_t skipped = 0;
    for (std::size_t row = 0; row < rows.count; ++row)
    {
        bool applies = !compiled.when.run || when.truth(row) == Truth::yes;
        if (dated && applies)
        {
            const std::string_view period = table.periods[rows.first + row];
            const std::string_view day = period.empty() ? std::string_view(m_today) : period;
            applies =
                (rule.valid_from.empty() || day >= rule.valid_from) && (rule.valid_to.empty() || day <= rule.valid_to);
        }
        if (!applies)
            ++skipped;
        else
            switch (must.truth(row))
            {
            case Truth::yes:
                ++satisfied;
                break;
            case Truth::undecided:
                ++undecided;
                break;
            case Truth::no:
                if (add)
                    tally.hits.insert(tally.hits.end(), rows.first + row);
                else
                    tally.hits.erase(rows.first + row);
                break;
            }
    }
    tally.satisfied += step * satisfied;
    tally.undecided += step * undecided;
    tally.skipped += step * skipped;
}

std::optional<std::vector<std::size_t>> RuleRun::rows_to_ask(const CompiledRule& compiled,
                                                             const std::vector<TableChange>& changes) const
{
    if (!compiled.table)
        return std::nullopt;
    std::set<std::size_t> rows;
    bool concerned = false;
    for (const TableChange& change : changes)
    {
        if (std::none_of(change.columns.begin(), change.columns.end(),
                         [&](const Column* column) { return compiled.reads.contains(column); }))
            continue;
        concerned = true;
        if (change.table == compiled.table)
            rows.insert(change.rows.begin(), change.rows.end());
    }
    if (!concerned)
        return std::nullopt;
    return std::vector<std::size_t>(rows.begin(), rows.end());
}

void RuleRun::forget(const std::vector<TableChange>& changes)
{
    for (CompiledRule& compiled : m_rules)
    {
        const auto rows = rows_to_ask(compiled, changes);
        if (!rows)
            continue;
        if (compiled.whole || compiled.table->id == "cells")
            compiled.tally = {};
        else
            for (const std::size_t row : *rows)
                run(compiled, {row, 1}, false);
    }
}

std::size_t RuleRun::ask_again(const std::vector<TableChange>& changes, const Place& place, const Cell& before)
{
    m_tables.follow(place, before);
    ++m_surroundings.edition;
    std::size_t asked = 0;
    for (CompiledRule& compiled : m_rules)
    {
        const auto rows = rows_to_ask(compiled, changes);
        if (!rows)
            continue;
        ++asked;
        // Persons' numbers come and go, and with them the rows of their table.
        if (compiled.whole || compiled.table->id == "cells")
            for (std::size_t first = 0; first < compiled.table->rows; first += block)
                run(compiled, {first, std::min(block, compiled.table->rows - first)}, true);
        else
            for (const std::size_t row : *rows)
                run(compiled, {row, 1}, true);
    }
    return asked;
}

} // namespace trinvis
