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

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trinvis
{

/// What a rule says of a row.
enum class Outcome : std::uint8_t
{
    skipped,
    satisfied,
    undecided,
    hit
};

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
    rules::Reach reach = rules::Reach::row; ///< one row's answer depends on others
    std::set<const rules::Column*> reads;
    const rules::Column* location = nullptr; ///< the column whose cell a finding points to
    Sentence message;
    Sentence expected;
    Sentence remedy;
    std::vector<Expectation> expectations;
    std::vector<std::function<rules::Answers()>> columns; ///< the parts that need all rows of the table
    std::vector<Outcome> outcomes;                        ///< of every row, where the run follows changes
    Tally tally;
};

/// Told how far a long run has come, in steps of any size; false ends it. An empty one is never asked.
using Watch = std::function<bool(std::size_t done, std::size_t of)>;

class RuleRun
{
public:
    /// Compiles the rules. One that `follows` remembers every row's answer, to be asked again after changes. Workbook, words and municipalities must outlive the run.
    RuleRun(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today,
            bool follows = false);
    RuleRun(const RuleRun&) = delete;
    RuleRun& operator=(const RuleRun&) = delete;

    /// Runs every rule over its whole table. The watch is asked between blocks of rows; when it says no the run stops
    /// there and false is returned.
    bool all(const Watch& watch = {});

    /// What changes when a cell gets a new content; nothing when the run must be made anew.
    [[nodiscard]] std::optional<std::vector<TableChange>> change_of(const Place& place, const Cell& content) const
    {
        return m_tables.change_of(place, content);
    }

    /// Asks the rules again that read a cell, after a content that change_of() was asked about has been put into the
    /// workbook. Returns how many rules were asked.
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
    void run(CompiledRule& compiled, rules::Rows rows);
    rules::Binder& binder(const rules::Table& table);

    const Words& m_words;
    bool m_follows;
    ValidationTables m_tables;
    rules::Surroundings m_surroundings;
    std::string m_today; ///< ISO
    std::map<const rules::Table*, std::unique_ptr<rules::Binder>> m_binders;
    std::vector<CompiledRule> m_rules;
    std::vector<Outcome> m_outcomes; ///< of the block that is being asked, kept to save its memory
};

} // namespace trinvis
