// SPDX-License-Identifier: MPL-2.0
//
// The rules of a workbook, compiled once and run over its tables a block of rows at a time.
//
//     RuleRun run(workbook, words, municipalities, today);
//     run.all();
//     run.rules().front().tally.hits;               // the rows that break the first rule
//
// After a single cell has changed only the rules that read it are run again, and only on the rows that hold it.
#pragma once

#include "rules/rule.hpp"
#include "validation/sentence.hpp"
#include "validation/tables.hpp"

#include <list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trinvis
{

/// What a rule said of the rows of its table.
struct Tally
{
    std::size_t satisfied = 0;
    std::size_t undecided = 0;
    std::size_t skipped = 0;
    std::set<std::size_t> hits;

    [[nodiscard]] std::size_t rows() const
    {
        return satisfied + undecided + skipped + hits.size();
    }
};

/// A part of a rule's condition that says what it expects: "højst {x}".
struct Expectation
{
    rules::Bound holds;
    std::string key;                  ///< "expected.less_or_equal" …
    std::vector<rules::Bound> limits; ///< x and y of the sentence
    bool of_date = false;             ///< what is held against the limits is a date, so they are shown as dates
};

struct CompiledRule
{
    rules::Rule rule;
    rules::Severity severity = rules::Severity::error;
    const rules::Table* table = nullptr;        ///< null for a rule that is not run
    std::optional<rules::RuleFault> fault;      ///< why the rule cannot be used
    std::string fault_column;                   ///< of the sheet Regler, by key
    std::optional<rules::Expression> condition; ///< "when"
    std::optional<rules::Expression> demand;    ///< "must"
    rules::Bound when;                          ///< without run where the rule is about all rows
    rules::Bound must;
    bool whole = false; ///< one row's answer depends on others
    std::set<const rules::Column*> reads;
    const rules::Column* location = nullptr; ///< the column whose cell a finding points to
    Sentence message;
    Sentence expected;
    Sentence remedy;
    std::vector<Expectation> expectations;
    Tally tally;
};

class RuleRun
{
public:
    /// Compiles the rules. Workbook, words and municipalities must outlive the run.
    RuleRun(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today);
    RuleRun(const RuleRun&) = delete;
    RuleRun& operator=(const RuleRun&) = delete;

    /// Runs every rule over its whole table.
    void all();

    /// What changes when a cell gets a new content; nothing when the run must be made anew.
    [[nodiscard]] std::optional<std::vector<TableChange>> change_of(const Place& place, const Cell& content) const
    {
        return m_tables.change_of(place, content);
    }

    /// To be called around a change of a cell in the workbook: forgets what the rules that read it said of its rows …
    void forget(const std::vector<TableChange>& changes);
    /// … and asks them again. Returns how many rules were run.
    std::size_t ask_again(const std::vector<TableChange>& changes, const Place& place, const Cell& before);

    [[nodiscard]] const std::vector<CompiledRule>& rules() const
    {
        return m_rules;
    }
    [[nodiscard]] ValidationTables& tables()
    {
        return m_tables;
    }
    [[nodiscard]] const rules::Surroundings& surroundings() const
    {
        return m_surroundings;
    }

private:
    void compile(CompiledRule& compiled);
    void compile_expectations(CompiledRule& compiled, const rules::Expression& demand);
    void run(CompiledRule& compiled, rules::Rows rows, bool add) const;
    [[nodiscard]] std::optional<std::vector<std::size_t>> rows_to_ask(const CompiledRule& compiled,
                                                                      const std::vector<TableChange>& changes) const;
    rules::Binder& binder(const rules::Table& table);

    const Workbook& m_workbook;
    const Words& m_words;
    ValidationTables m_tables;
    rules::Surroundings m_surroundings;
    std::string m_today; ///< ISO
    std::map<const rules::Table*, std::unique_ptr<rules::Binder>> m_binders;
    std::vector<CompiledRule> m_rules;
};

} // namespace trinvis
