// SPDX-License-Identifier: MPL-2.0
//
// An error rule in one row of its table: which cells it depends on, whether it is broken, and what must hold of some of
// its cells, were they free to change, for it to be kept.
//
//     RuleInUse rule(table, when, must, surroundings);
//     rule.broken_rows();
//     kept_by(rule_in_row, freed, row_cells, ledger);        // a formula over the freed cells
#pragma once

#include "rules/binding.hpp"
#include "rules/formula.hpp"
#include "validation/row_cells.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trinvis
{

using Cells = std::set<Place>;

/// An error rule, and the answers of its parts, each worked out when it is first asked for. The table and the
/// surroundings must outlive it.
class RuleInUse
{
public:
    RuleInUse(const rules::Table& table, std::optional<rules::Expression> when, rules::Expression must,
              const rules::Surroundings& surroundings);
    RuleInUse(const RuleInUse&) = delete; // the answers are known by the addresses of the parts
    RuleInUse& operator=(const RuleInUse&) = delete;

    /// Another table, by the name in the rule; null when there is none.
    [[nodiscard]] const rules::Table* find_table(std::string_view name) const
    {
        return m_surroundings.find_table ? m_surroundings.find_table(name) : nullptr;
    }
    [[nodiscard]] const rules::Table& table() const
    {
        return m_table;
    }
    /// Null where the rule is about all rows.
    [[nodiscard]] const rules::Expression* when() const
    {
        return m_when ? &*m_when : nullptr;
    }
    [[nodiscard]] const rules::Expression& must() const
    {
        return m_must;
    }
    /// Those of the demand first: its cells are likelier to be wrong than those that say whom it is about.
    [[nodiscard]] const std::vector<const rules::Column*>& columns() const
    {
        return m_columns;
    }

    /// False when a part cannot be bound: the rule is broken, and nothing else may be asked of it.
    [[nodiscard]] bool can_be_used() const;

    /// The answers of a part of the rule for all rows.
    [[nodiscard]] const rules::Answers& answers(const rules::Expression& part);

    /// The rows that break the rule.
    [[nodiscard]] const std::set<std::size_t>& broken_rows();

    /// Takes over what a run of the rule found.
    void know_broken_rows(const std::set<std::size_t>& rows)
    {
        m_broken = rows;
    }

    /// The call that counts the rows with the same texts, where the rule demands that there be one; else null.
    [[nodiscard]] const rules::Expression* no_two_alike() const;

private:
    const rules::Table& m_table;
    std::optional<rules::Expression> m_when;
    rules::Expression m_must;
    std::optional<std::set<std::size_t>> m_broken;
    const rules::Surroundings& m_surroundings;
    std::vector<const rules::Column*> m_columns;
    std::map<const rules::Expression*, rules::Answers> m_answers;
};

struct RuleInRow
{
    RuleInUse* rule = nullptr;
    std::size_t row = 0;
    std::vector<Place> cells; ///< that it depends on, those of the demand first; never none
    Cells not_understood;     ///< those in parts that were opaque when they were freed
};

/// The cells of a rule in a row. A rule about what stands in no cell has the one where its finding is shown.
[[nodiscard]] RuleInRow rule_in_row(RuleInUse& rule, std::size_t row, const RowCells& row_cells);

/// The account of the unknowns of one question: which number stands for which cell or opaque expression.
class Ledger
{
public:
    rules::Variable of(const std::string& key)
    {
        return m_known.try_emplace(key, static_cast<rules::Variable>(m_known.size())).first->second;
    }
    rules::Variable of(const Place& place)
    {
        return of(std::to_string(place.sheet) + '/' + std::to_string(place.row) + '/' + std::to_string(place.column));
    }

private:
    std::map<std::string, rules::Variable> m_known;
};

/// What must hold of the freed cells for the rule not to be broken; cells that are not freed are as they are.
[[nodiscard]] rules::Formula kept_by(RuleInRow& one, const Cells& freed, const RowCells& row_cells, Ledger& ledger);

/// True when something in the rule was not understood and more than one cell could be to blame.
[[nodiscard]] bool is_guess(RuleInRow& one, const RowCells& row_cells);

} // namespace trinvis
