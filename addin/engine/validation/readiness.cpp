// SPDX-License-Identifier: MPL-2.0
#include "validation/readiness.hpp"

#include "rules/feasibility.hpp"
#include "table/text_match.hpp"
#include "validation/rule_in_row.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace trinvis
{

namespace
{

using rules::Column;
using rules::Effort;
using rules::Expression;
using rules::Feasible;
using rules::Formula;
using rules::Rule;
using rules::Table;

std::optional<Expression> parsed(std::string_view text)
{
    auto result = rules::parse_expression(text);
    if (Expression* tree = std::get_if<Expression>(&result))
        return std::move(*tree);
    return std::nullopt;
}

/// A set of freed cells that settles what it was sought for.
struct Correction
{
    Cells cells;
    bool exact = true;
    std::size_t least = 0; ///< fewer cells than this cannot even touch every broken rule
};

class Search
{
public:
    Search(const Workbook& workbook, ValidationTables& tables, const std::vector<Rule>& rules,
           const rules::Surroundings& surroundings, const Words& words, std::size_t steps,
           std::span<const std::set<std::size_t>> hits)
        : m_row_cells(workbook, words), m_effort{steps}
    {
        for (std::size_t index = 0; index < rules.size(); ++index)
        {
            const Rule& rule = rules[index];
            const Table* table = tables.table(rule.table);
            if (!rule.active || !table || rules::severity_from_word(rule.severity, words) != rules::Severity::error)
                continue;
            auto must = parsed(rule.must);
            auto when = trimmed(rule.when).empty() ? std::nullopt : parsed(rule.when);
            if (!must || (!when && !trimmed(rule.when).empty()))
                continue;
            auto used = std::make_unique<RuleInUse>(*table, std::move(when), *std::move(must), surroundings);
            if (!used->can_be_used())
                continue;
            m_ids.insert(rule.id);
            if (index < hits.size())
                used->know_broken_rows(hits[index]);
            (used->no_two_alike() ? m_unique_rules : m_rules).push_back(std::move(used));
        }
    }

    Readiness run(const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings)
            if (finding.severity == rules::Severity::error && !m_ids.contains(finding.rule))
                m_freed.insert(finding.places.begin(), finding.places.end());
        find_broken(findings);
        correct_all();
        for (const auto& rule : m_unique_rules)
            tell_rows_apart(*rule);
        return {{m_freed.begin(), m_freed.end()}, m_exact};
    }

private:
    using Group = std::vector<RuleInRow*>;

    // ---- what is broken, and what touches a cell -------------------------------------------------------------------

    void find_broken(const std::vector<Finding>& findings)
    {
        const bool any = std::any_of(findings.begin(), findings.end(),
                                     [](const Finding& finding) { return finding.severity == rules::Severity::error; });
        for (const auto& rule : m_rules)
            if (any)
                for (const std::size_t row : rule->broken_rows())
                    m_broken.push_back(&instance(*rule, row));
    }

    RuleInRow& instance(RuleInUse& rule, std::size_t row)
    {
        const auto [known, is_new] = m_instances.try_emplace({&rule, row});
        if (is_new)
            known->second = rule_in_row(rule, row, m_row_cells);
        return known->second;
    }

    const Group& touching(const Place& place)
    {
        const auto [known, is_new] = m_touching.try_emplace(place);
        if (!is_new)
            return known->second;
        for (const auto& rule : m_rules)
        {
            std::set<std::size_t> rows;
            for (const Column* column : rule->columns())
                for (const std::size_t row : m_row_cells.rows_of(rule->table(), *column, place))
                    rows.insert(row);
            for (const std::size_t row : rows)
                known->second.push_back(&instance(*rule, row));
        }
        return known->second;
    }

    // ---- whether freed cells suffice -------------------------------------------------------------------------------

    /// Splits freed cells into parts that no rule joins.
    std::vector<Cells> parts_of(const Cells& freed)
    {
        std::vector<Cells> parts;
        Cells left = freed;
        while (!left.empty())
        {
            Cells part;
            std::vector<Place> reached{*left.begin()};
            left.erase(left.begin());
            while (!reached.empty())
            {
                const Place place = reached.back();
                reached.pop_back();
                part.insert(place);
                for (const RuleInRow* one : touching(place))
                    for (const Place& other : one->cells)
                        if (left.erase(other) > 0)
                            reached.push_back(other);
            }
            parts.push_back(std::move(part));
        }
        return parts;
    }

    Feasible suffices(const Cells& part)
    {
        const auto [known, is_new] = m_answers.try_emplace(part, Feasible::unknown);
        if (!is_new)
            return known->second;
        Ledger ledger;
        std::set<RuleInRow*> instances;
        for (const Place& place : part)
            for (RuleInRow* one : touching(place))
                instances.insert(one);
        std::vector<Formula> all;
        all.reserve(instances.size());
        for (RuleInRow* one : instances)
            all.push_back(kept_by(*one, part, m_row_cells, ledger));
        known->second = rules::feasible(rules::all_hold(std::move(all)), m_effort);
        return known->second;
    }

    // ---- the search ------------------------------------------------------------------------------------------------

    struct Attempt
    {
        const Group& broken;
        std::size_t most = 0;
        bool cut = false;     ///< more cells might have helped
        bool touched = false; ///< every broken rule was reached at least once
        bool doubtful = false;
        Cells freed;
        Cells excluded;
    };

    static bool is_touched(const RuleInRow& one, const Cells& freed)
    {
        return std::any_of(one.cells.begin(), one.cells.end(),
                           [&freed](const Place& place) { return freed.contains(place); });
    }

    /// How many of the broken rules that are not touched yet share no cell: each needs a cell of its own.
    static std::size_t still_needed(const Attempt& attempt)
    {
        Cells used;
        std::size_t needed = 0;
        for (const RuleInRow* one : attempt.broken)
        {
            if (is_touched(*one, attempt.freed) || is_touched(*one, used))
                continue;
            used.insert(one->cells.begin(), one->cells.end());
            ++needed;
        }
        return needed;
    }

    /// Frees one of the cells after the other and goes on; a cell that did not help is not tried again beneath.
    bool try_each(const std::vector<Place>& cells, Attempt& attempt)
    {
        std::vector<Place> tried;
        bool found = false;
        for (const Place& place : cells)
        {
            if (attempt.freed.contains(place) || attempt.excluded.contains(place))
                continue;
            attempt.freed.insert(place);
            found = extend(attempt);
            if (found)
                break;
            attempt.freed.erase(place);
            attempt.excluded.insert(place);
            tried.push_back(place);
        }
        for (const Place& place : tried)
            attempt.excluded.erase(place);
        return found;
    }

    bool extend(Attempt& attempt)
    {
        // Looking through the broken rules is what a step costs.
        if (!m_effort.take(1 + attempt.broken.size() / 8))
        {
            attempt.cut = true;
            return false;
        }
        const auto choices = [&](const RuleInRow& one)
        {
            return std::count_if(one.cells.begin(), one.cells.end(),
                                 [&](const Place& place) { return !attempt.excluded.contains(place); });
        };
        const RuleInRow* next = nullptr;
        for (const RuleInRow* one : attempt.broken)
            if (!is_touched(*one, attempt.freed) && (!next || choices(*one) < choices(*next)))
                next = one;
        if (next)
        {
            if (attempt.freed.size() + still_needed(attempt) > attempt.most)
            {
                attempt.cut = true;
                return false;
            }
            return try_each(next->cells, attempt);
        }
        attempt.touched = true;
        for (const Cells& part : parts_of(attempt.freed))
        {
            const Feasible answer = suffices(part);
            if (answer == Feasible::unknown)
                attempt.doubtful = true;
            if (answer != Feasible::no)
                continue;
            if (attempt.freed.size() >= attempt.most)
            {
                attempt.cut = true;
                return false;
            }
            // Only a cell that shares a rule with this part can bring it about.
            Cells neighbours;
            for (const Place& place : part)
                for (const RuleInRow* one : touching(place))
                    neighbours.insert(one->cells.begin(), one->cells.end());
            return try_each({neighbours.begin(), neighbours.end()}, attempt);
        }
        return true;
    }

    /// The fewest cells for some broken rules; with one more cell at a time until it works or nothing more can be done.
    Correction correct(const Group& broken)
    {
        Attempt attempt{broken, 0, false, false, false, {}, {}};
        Correction correction;
        for (attempt.most = still_needed(attempt);; ++attempt.most)
        {
            attempt.cut = false;
            const bool found = extend(attempt);
            if (attempt.touched && correction.least == 0)
                correction.least = attempt.most;
            if (found)
            {
                correction.cells = attempt.freed;
                correction.exact = !attempt.doubtful;
                return correction;
            }
            if (!attempt.cut || m_effort.left == 0)
                break;
        }
        correction.cells = touch_greedily(broken);
        correction.exact = false;
        return correction;
    }

    /// Cells that touch every broken rule, the most useful first.
    static Cells touch_greedily(const Group& broken)
    {
        Cells freed;
        while (true)
        {
            std::map<Place, std::size_t> uses;
            for (const RuleInRow* one : broken)
                if (!is_touched(*one, freed))
                    for (const Place& place : one->cells)
                        ++uses[place];
            if (uses.empty())
                return freed;
            freed.insert(std::max_element(uses.begin(), uses.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; })
                             ->first);
        }
    }

    /// Broken rules that share cells.
    std::vector<Group> clusters()
    {
        std::vector<Group> groups;
        std::map<Place, Group> by_cell;
        for (RuleInRow* one : m_broken)
            for (const Place& place : one->cells)
                by_cell[place].push_back(one);
        std::set<RuleInRow*> left(m_broken.begin(), m_broken.end());
        for (RuleInRow* first : m_broken)
        {
            if (left.erase(first) == 0)
                continue;
            Group group{first};
            for (std::size_t i = 0; i < group.size(); ++i)
                for (const Place& place : group[i]->cells)
                    for (RuleInRow* other : by_cell[place])
                        if (left.erase(other) > 0)
                            group.push_back(other);
            groups.push_back(std::move(group));
        }
        return groups;
    }

    /// Clusters are corrected one by one. The sum is the least there is when each part is as small as touching alone
    /// demands and the parts do not disturb each other; clusters of which that is not so are joined with all that any
    /// rule links to them and corrected together.
    void correct_all()
    {
        std::vector<Group> groups = clusters();
        std::vector<Correction> corrections;
        Cells all;
        for (const Group& group : groups)
        {
            corrections.push_back(correct(group));
            all.insert(corrections.back().cells.begin(), corrections.back().cells.end());
        }
        Cells disturbed;
        for (const Cells& part : parts_of(all))
            if (suffices(part) != Feasible::yes)
                disturbed.insert(part.begin(), part.end());
        std::vector<std::size_t> joint(groups.size(), 0);
        std::size_t joints = 0;
        for (std::size_t i = 0; i < groups.size(); ++i)
        {
            const bool sound = corrections[i].cells.size() == corrections[i].least &&
                               std::none_of(corrections[i].cells.begin(), corrections[i].cells.end(),
                                            [&](const Place& place) { return disturbed.contains(place); });
            if (!sound && joint[i] == 0)
                join_linked(groups, i, ++joints, joint);
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (joint[i] == 0)
                accept(corrections[i], groups[i]);
        for (std::size_t number = 1; number <= joints; ++number)
        {
            Group together;
            Correction apart;
            std::size_t members = 0;
            for (std::size_t i = 0; i < groups.size(); ++i)
                if (joint[i] == number)
                {
                    together.insert(together.end(), groups[i].begin(), groups[i].end());
                    apart.cells.insert(corrections[i].cells.begin(), corrections[i].cells.end());
                    apart.exact = members == 0 && corrections[i].exact;
                    ++members;
                }
            Correction joined = members == 1 ? apart : correct(together);
            accept(joined.exact ? joined : apart, together);
        }
    }

    void accept(const Correction& correction, const Group& broken)
    {
        m_freed.insert(correction.cells.begin(), correction.cells.end());
        m_exact = m_exact && correction.exact;
        for (RuleInRow* one : broken)
            m_exact = m_exact && !is_guess(*one, m_row_cells);
        for (const Place& place : correction.cells)
            for (RuleInRow* one : touching(place))
                m_exact = m_exact && !is_guess(*one, m_row_cells);
    }

    /// Marks all groups that rules, broken or not, link to one of them.
    void join_linked(const std::vector<Group>& groups, std::size_t first, std::size_t number,
                     std::vector<std::size_t>& joint)
    {
        Cells seen;
        std::vector<Place> reached;
        for (const RuleInRow* one : groups[first])
            for (const Place& place : one->cells)
                if (seen.insert(place).second)
                    reached.push_back(place);
        while (!reached.empty())
        {
            const Place place = reached.back();
            reached.pop_back();
            for (const RuleInRow* one : touching(place))
                for (const Place& other : one->cells)
                    if (seen.insert(other).second)
                        reached.push_back(other);
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (seen.contains(groups[i].front()->cells.front()))
                joint[i] = number;
    }

    // ---- rows that may not be alike --------------------------------------------------------------------------------

    void tell_rows_apart(RuleInUse& rule)
    {
        const Expression& count = *rule.no_two_alike();
        const Table& table = rule.table();
        struct Alike
        {
            std::vector<std::size_t> broken;
            std::size_t rows = 0;
        };
        std::map<std::string, Alike> groups;
        const std::set<std::size_t>& broken = rule.broken_rows();
        if (broken.empty())
            return;
        for (std::size_t row = 0; row < table.rows; ++row)
        {
            if (rule.answers(count).number(row).number <= 1)
                continue;
            std::string key;
            for (const Expression& part : count.parts)
            {
                const rules::Answers& answers = rule.answers(part);
                key += (answers.type == rules::Type::text ? folded(answers.text(row))
                                                          : std::to_string(answers.number(row).number)) +
                       '\x1f';
            }
            Alike& alike = groups[key];
            ++alike.rows;
            if (broken.contains(row))
                alike.broken.push_back(row);
        }
        for (const auto& [key, alike] : groups)
            change_all_but_one(rule, count, alike.broken, std::min(alike.broken.size(), alike.rows - 1));
    }

    void change_all_but_one(RuleInUse& rule, const Expression& count, const std::vector<std::size_t>& rows,
                            std::size_t needed)
    {
        std::vector<Place> unchanged;
        for (const std::size_t row : rows)
        {
            std::vector<Place> cells;
            for (const Expression& part : count.parts)
                for (const std::string& name : rules::columns_in(part))
                    if (const Column* column = rule.table().column(name))
                        if (const auto place = m_row_cells.at(rule.table(), *column, row).cell)
                            cells.push_back(*place);
            if (cells.empty())
                cells.push_back(rule.table().places[row]);
            if (std::any_of(cells.begin(), cells.end(), [this](const Place& place) { return m_freed.contains(place); }))
                needed -= std::min<std::size_t>(needed, 1);
            else
                unchanged.push_back(cells.front());
            // Another choice among the cells of a broken rule might have told the rows apart as well.
            for (const RuleInRow* one : m_broken)
                if (one->cells.size() > 1)
                    for (const Place& place : cells)
                        m_exact = m_exact && std::find(one->cells.begin(), one->cells.end(), place) == one->cells.end();
        }
        // The first row keeps what it says; it is the later one that was doubled.
        while (needed > 0 && !unchanged.empty())
        {
            m_freed.insert(unchanged.back());
            unchanged.pop_back();
            --needed;
        }
    }

    RowCells m_row_cells;
    Effort m_effort;
    std::vector<std::unique_ptr<RuleInUse>> m_rules;
    std::vector<std::unique_ptr<RuleInUse>> m_unique_rules;
    std::set<std::string, std::less<>> m_ids;
    std::map<std::pair<RuleInUse*, std::size_t>, RuleInRow> m_instances;
    Group m_broken;
    std::map<Place, Group> m_touching;
    std::map<Cells, Feasible> m_answers;
    Cells m_freed;
    bool m_exact = true;
};

} // namespace

Readiness smallest_correction(const Workbook& workbook, ValidationTables& tables, const std::vector<Rule>& rules,
                              const rules::Surroundings& surroundings, const std::vector<Finding>& findings,
                              const Words& words, std::size_t steps, std::span<const std::set<std::size_t>> hits)
{
    const bool any = std::any_of(findings.begin(), findings.end(),
                                 [](const Finding& finding) { return finding.severity == rules::Severity::error; });
    if (!any)
        return {};
    return Search(workbook, tables, rules, surroundings, words, steps, hits).run(findings);
}

} // namespace trinvis
