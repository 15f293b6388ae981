// SPDX-License-Identifier: MPL-2.0
#include "validation/readiness.hpp"

#include "rules/condition.hpp"
#include "rules/feasibility.hpp"
#include "rules/functions.hpp"
#include "table/text_match.hpp"
#include "validation/row_cells.hpp"

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

using rules::Answers;
using rules::Column;
using rules::Condition;
using rules::Effort;
using rules::Expression;
using rules::Feasible;
using rules::Formula;
using rules::NumberCase;
using rules::Operation;
using rules::Rule;
using rules::Table;
using rules::Truth;
using rules::Type;
using rules::Variable;

using Cells = std::set<Place>;

std::optional<Expression> parsed(std::string_view text)
{
    auto result = rules::parse_expression(text);
    if (Expression* tree = std::get_if<Expression>(&result))
        return std::move(*tree);
    return std::nullopt;
}

/// An error rule that can be used, and the answers of its parts, each worked out when it is first asked for.
class RuleInUse
{
public:
    RuleInUse(const Table& table, std::optional<Expression> when, Expression must,
              const rules::Surroundings& surroundings)
        : m_table(table), m_when(std::move(when)), m_must(std::move(must)), m_surroundings(surroundings)
    {
        for (const Expression* tree : {&std::as_const(m_must), this->when()})
            if (tree)
                for (const std::string& name : rules::columns_in(*tree))
                    if (const Column* column = table.column(name);
                        column && std::find(m_columns.begin(), m_columns.end(), column) == m_columns.end())
                        m_columns.push_back(column);
    }

    [[nodiscard]] const Table& table() const
    {
        return m_table;
    }
    [[nodiscard]] const Expression* when() const
    {
        return m_when ? &*m_when : nullptr;
    }
    [[nodiscard]] const Expression& must() const
    {
        return m_must;
    }
    /// Those of the demand first: its cells are likelier to be wrong than those that say whom it is about.
    [[nodiscard]] const std::vector<const Column*>& columns() const
    {
        return m_columns;
    }

    /// False when a part cannot be bound: the rule is broken.
    [[nodiscard]] bool can_be_used() const
    {
        for (const Expression* tree : {when(), &m_must})
            if (tree)
            {
                const auto bound = rules::bind(*tree, m_table, m_surroundings);
                const rules::Bound* ready = std::get_if<rules::Bound>(&bound);
                if (!ready || ready->type != Type::truth)
                    return false;
            }
        return true;
    }

    /// The answers of a part of the rule for all rows.
    [[nodiscard]] const Answers& answers(const Expression& part)
    {
        const auto known = m_answers.find(&part);
        if (known != m_answers.end())
            return known->second;
        const auto bound = rules::bind(part, m_table, m_surroundings);
        return m_answers.emplace(&part, std::get<rules::Bound>(bound).run(m_table.rows)).first->second;
    }

    [[nodiscard]] bool is_broken_by(std::size_t row)
    {
        return answers(m_must).truth(row) == Truth::no && (!m_when || answers(*m_when).truth(row) == Truth::yes);
    }

    /// The columns of which no two rows may have the same texts, null when the rule is not about that.
    [[nodiscard]] const Expression* no_two_alike() const
    {
        if (m_must.operation != Operation::equal)
            return nullptr;
        for (const std::size_t side : {0U, 1U})
        {
            const Expression& count = m_must.parts[side];
            const Expression& one = m_must.parts[1 - side];
            const rules::Function* function =
                count.operation == Operation::call ? rules::find_function(count.name) : nullptr;
            if (function && function->danish == "ANTAL.ENS" && one.operation == Operation::number && one.number == 1)
                return &count;
        }
        return nullptr;
    }

private:
    const Table& m_table;
    std::optional<Expression> m_when;
    Expression m_must;
    const rules::Surroundings& m_surroundings;
    std::vector<const Column*> m_columns;
    std::map<const Expression*, Answers> m_answers;
};

/// One rule in one row.
struct Instance
{
    RuleInUse* rule = nullptr;
    std::size_t row = 0;
    std::vector<Place> cells; ///< that it depends on, those of the demand first
    Cells not_understood;     ///< those in parts that were opaque when they were freed
};

/// The account of the unknowns of one question: which number stands for which cell or opaque expression.
class Ledger
{
public:
    Variable of(const std::string& key)
    {
        return m_known.try_emplace(key, static_cast<Variable>(m_known.size())).first->second;
    }
    Variable of(const Place& place)
    {
        return of(std::to_string(place.sheet) + '/' + std::to_string(place.row) + '/' + std::to_string(place.column));
    }

private:
    std::map<std::string, Variable> m_known;
};

/// Reads a rule in one row, its freed cells being unknown numbers or texts and all others what they are.
class FreedCells final : public rules::Unknowns
{
public:
    FreedCells(Instance& instance, const Cells& freed, const RowCells& row_cells, Ledger& ledger)
        : m_instance(instance), m_freed(freed), m_row_cells(row_cells), m_ledger(ledger)
    {
    }

    bool touches(const Expression& expression) override
    {
        if (expression.operation == Operation::column)
            if (const Column* column = table().column(expression.name))
            {
                const ColumnCell cell = m_row_cells.at(table(), *column, m_instance.row);
                return (cell.cell && m_freed.contains(*cell.cell)) || (cell.divisor && m_freed.contains(*cell.divisor));
            }
        return std::any_of(expression.parts.begin(), expression.parts.end(),
                           [this](const Expression& part) { return touches(part); });
    }
    Truth truth(const Expression& known) override
    {
        return m_instance.rule->answers(known).truth(m_instance.row);
    }
    Value number(const Expression& known) override
    {
        return m_instance.rule->answers(known).number(m_instance.row);
    }
    std::string text(const Expression& known) override
    {
        return std::string(m_instance.rule->answers(known).text(m_instance.row));
    }
    Type column_type(const Expression& column) override
    {
        return table().column(column.name)->type;
    }
    std::vector<NumberCase> number_column(const Expression& expression) override
    {
        const Column& column = *table().column(expression.name);
        const ColumnCell cell = m_row_cells.at(table(), column, m_instance.row);
        const auto number = [this](const Place& place) -> std::optional<rules::Linear>
        {
            if (m_freed.contains(place))
                return rules::variable(m_ledger.of(place));
            const Value value = m_row_cells.value(place);
            return value.is_number() ? std::optional(rules::constant(value.number)) : std::nullopt;
        };
        const auto numerator = number(*cell.cell);
        if (!numerator)
            return {};
        if (!cell.divisor)
            return {{rules::truth_formula(true), *numerator}};
        const auto divisor = number(*cell.divisor);
        if (!divisor)
            return {};
        const auto case_of = [&](double sign) -> NumberCase
        {
            return {rules::compared(rules::scaled(*divisor, sign), Operation::greater, rules::constant(0)),
                    rules::scaled(*numerator, sign * cell.factor), rules::scaled(*divisor, sign)};
        };
        return {case_of(1), case_of(-1)};
    }
    std::optional<Condition> column_state(const Expression& /*column*/, ValueState /*state*/) override
    {
        // A freed cell becomes a number, so it is neither empty nor a text nor an error.
        return Condition{rules::truth_formula(false), rules::truth_formula(true)};
    }
    Variable text_of(const Expression& expression) override
    {
        if (expression.operation != Operation::column)
            note_cells_of(expression);
        return m_ledger.of(key(expression));
    }
    std::vector<NumberCase> opaque_number(const Expression& expression) override
    {
        note_cells_of(expression);
        return {{rules::truth_formula(true), rules::variable(m_ledger.of(key(expression)))}};
    }
    Condition opaque_truth(const Expression& expression) override
    {
        note_cells_of(expression);
        const Variable which = m_ledger.of(key(expression));
        return {rules::has_state(which, 1), rules::has_state(which, 2)};
    }

private:
    [[nodiscard]] const Table& table() const
    {
        return m_instance.rule->table();
    }
    void note_cells_of(const Expression& expression)
    {
        for (const std::string& name : rules::columns_in(expression))
            if (const Column* column = table().column(name))
            {
                const ColumnCell cell = m_row_cells.at(table(), *column, m_instance.row);
                for (const auto& place : {cell.cell, cell.divisor})
                    if (place)
                        m_instance.not_understood.insert(*place);
            }
    }
    [[nodiscard]] std::string key(const Expression& expression) const
    {
        return table().id + ' ' + std::to_string(m_instance.row) + ' ' +
               rules::spelling(expression,
                               [this](const Expression& column)
                               {
                                   const Column* known = table().column(column.name);
                                   return known ? known->names.front() : column.name;
                               });
    }

    Instance& m_instance;
    const Cells& m_freed;
    const RowCells& m_row_cells;
    Ledger& m_ledger;
};

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
    Search(const Workbook& workbook, const ValidationTables& tables, const std::vector<Rule>& rules,
           const rules::Surroundings& surroundings, const Words& words, std::size_t steps)
        : m_row_cells(workbook, words), m_effort{steps}
    {
        for (const Rule& rule : rules)
        {
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
            (used->no_two_alike() ? m_unique_rules : m_rules).push_back(std::move(used));
        }
    }

    Readiness run(const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings)
            if (finding.severity == rules::Severity::error && !m_ids.contains(finding.rule))
                m_freed.insert(finding.place);
        find_broken(findings);
        correct_all();
        for (const auto& rule : m_unique_rules)
            tell_rows_apart(*rule);
        return {{m_freed.begin(), m_freed.end()}, m_exact};
    }

private:
    using Group = std::vector<Instance*>;

    // ---- what is broken, and what touches a cell -------------------------------------------------------------------

    void find_broken(const std::vector<Finding>& findings)
    {
        const bool any = std::any_of(findings.begin(), findings.end(),
                                     [](const Finding& finding) { return finding.severity == rules::Severity::error; });
        for (const auto& rule : m_rules)
            for (std::size_t row = 0; any && row < rule->table().rows; ++row)
                if (rule->is_broken_by(row))
                    m_broken.push_back(&instance(*rule, row));
    }

    Instance& instance(RuleInUse& rule, std::size_t row)
    {
        const auto [known, is_new] = m_instances.try_emplace({&rule, row});
        Instance& one = known->second;
        if (!is_new)
            return one;
        one.rule = &rule;
        one.row = row;
        for (const Column* column : rule.columns())
        {
            const ColumnCell cell = m_row_cells.at(rule.table(), *column, row);
            for (const auto& place : {cell.cell, cell.divisor})
                if (place && std::find(one.cells.begin(), one.cells.end(), *place) == one.cells.end())
                    one.cells.push_back(*place);
        }
        // A rule about what stands in no cell is settled where its finding is shown.
        if (one.cells.empty())
            one.cells.push_back(rule.table().places[row]);
        return one;
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
                for (const Instance* one : touching(place))
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
        std::set<Instance*> instances;
        for (const Place& place : part)
            for (Instance* one : touching(place))
                instances.insert(one);
        std::vector<Formula> all;
        for (Instance* one : instances)
        {
            FreedCells unknowns(*one, part, m_row_cells, ledger);
            std::vector<Formula> ways{negated(rules::read_condition(one->rule->must(), unknowns).no)};
            if (const Expression* when = one->rule->when())
                ways.push_back(negated(rules::read_condition(*when, unknowns).yes));
            all.push_back(rules::any_holds(std::move(ways)));
        }
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

    static bool is_touched(const Instance& one, const Cells& freed)
    {
        return std::any_of(one.cells.begin(), one.cells.end(),
                           [&freed](const Place& place) { return freed.contains(place); });
    }

    /// How many of the broken rules that are not touched yet share no cell: each needs a cell of its own.
    static std::size_t still_needed(const Attempt& attempt)
    {
        Cells used;
        std::size_t needed = 0;
        for (const Instance* one : attempt.broken)
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
        if (!m_effort.take())
        {
            attempt.cut = true;
            return false;
        }
        const auto choices = [&](const Instance& one)
        {
            return std::count_if(one.cells.begin(), one.cells.end(),
                                 [&](const Place& place) { return !attempt.excluded.contains(place); });
        };
        const Instance* next = nullptr;
        for (const Instance* one : attempt.broken)
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
                for (const Instance* one : touching(place))
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
            for (const Instance* one : broken)
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
        for (Instance* one : m_broken)
            for (const Place& place : one->cells)
                by_cell[place].push_back(one);
        std::set<Instance*> left(m_broken.begin(), m_broken.end());
        for (Instance* first : m_broken)
        {
            if (left.erase(first) == 0)
                continue;
            Group group{first};
            for (std::size_t i = 0; i < group.size(); ++i)
                for (const Place& place : group[i]->cells)
                    for (Instance* other : by_cell[place])
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
        for (Instance* one : broken)
            m_exact = m_exact && !is_guess(*one);
        for (const Place& place : correction.cells)
            for (Instance* one : touching(place))
                m_exact = m_exact && !is_guess(*one);
    }

    /// True when something was not understood and more than one cell could be to blame.
    bool is_guess(Instance& one)
    {
        if (one.not_understood.empty() || one.cells.size() == 1)
            return false;
        Ledger ledger;
        const Cells all(one.cells.begin(), one.cells.end());
        FreedCells unknowns(one, all, m_row_cells, ledger);
        static_cast<void>(rules::read_condition(one.rule->must(), unknowns));
        if (const Expression* when = one.rule->when())
            static_cast<void>(rules::read_condition(*when, unknowns));
        return one.not_understood.size() > 1;
    }

    /// Marks all groups that rules, broken or not, link to one of them.
    void join_linked(const std::vector<Group>& groups, std::size_t first, std::size_t number,
                     std::vector<std::size_t>& joint)
    {
        Cells seen;
        std::vector<Place> reached;
        for (const Instance* one : groups[first])
            for (const Place& place : one->cells)
                if (seen.insert(place).second)
                    reached.push_back(place);
        while (!reached.empty())
        {
            const Place place = reached.back();
            reached.pop_back();
            for (const Instance* one : touching(place))
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
        bool any = false;
        for (std::size_t row = 0; row < table.rows && !any; ++row)
            any = rule.is_broken_by(row);
        if (!any)
            return;
        for (std::size_t row = 0; row < table.rows; ++row)
        {
            if (rule.answers(count).number(row).number <= 1)
                continue;
            std::string key;
            for (const Expression& part : count.parts)
                key += folded(rule.answers(part).text(row)) + '\x1f';
            Alike& alike = groups[key];
            ++alike.rows;
            if (rule.is_broken_by(row))
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
            for (const Instance* one : m_broken)
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
    std::map<std::pair<RuleInUse*, std::size_t>, Instance> m_instances;
    Group m_broken;
    std::map<Place, Group> m_touching;
    std::map<Cells, Feasible> m_answers;
    Cells m_freed;
    bool m_exact = true;
};

} // namespace

Readiness smallest_correction(const Workbook& workbook, const ValidationTables& tables, const std::vector<Rule>& rules,
                              const rules::Surroundings& surroundings, const std::vector<Finding>& findings,
                              const Words& words, std::size_t steps)
{
    const bool any = std::any_of(findings.begin(), findings.end(),
                                 [](const Finding& finding) { return finding.severity == rules::Severity::error; });
    if (!any)
        return {};
    return Search(workbook, tables, rules, surroundings, words, steps).run(findings);
}

} // namespace trinvis
