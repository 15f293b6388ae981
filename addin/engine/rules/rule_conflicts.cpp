// SPDX-License-Identifier: MPL-2.0
#include "rules/rule_conflicts.hpp"

#include "rules/condition.hpp"
#include "rules/feasibility.hpp"
#include "rules/functions.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace trinvis::rules
{

namespace
{

/// For one question about one or two rules. Shipped rules need a few dozen steps.
constexpr std::size_t steps_a_question = 3000;

unsigned state_bit(ValueState state)
{
    return 1U << static_cast<unsigned>(state);
}

/// Every column of a table is unknown, in value and in state.
class AnyRow final : public Unknowns
{
public:
    explicit AnyRow(const Table& table) : m_table(table)
    {
    }

    bool touches(const Expression& /*expression*/) override
    {
        return true;
    }
    Truth truth(const Expression& /*known*/) override
    {
        return Truth::undecided;
    }
    Value number(const Expression& /*known*/) override
    {
        return {};
    }
    std::string text(const Expression& /*known*/) override
    {
        return {};
    }
    Type column_type(const Expression& column) override
    {
        const Column* known = m_table.column(column.name);
        return known ? known->type : Type::number;
    }
    std::vector<NumberCase> number_column(const Expression& column) override
    {
        return opaque_number(column);
    }
    std::optional<Condition> column_state(const Expression& column, ValueState state) override
    {
        const Formula yes = has_state(unknown(column), state_bit(state));
        return Condition{yes, negated(yes)};
    }
    Variable text_of(const Expression& expression) override
    {
        return unknown(expression);
    }
    std::vector<NumberCase> opaque_number(const Expression& expression) override
    {
        const Variable which = unknown(expression);
        return {{has_state(which, state_bit(ValueState::number)), variable(which)}};
    }
    Condition opaque_truth(const Expression& expression) override
    {
        const Variable which = unknown(expression);
        return {has_state(which, 1U << static_cast<unsigned>(Truth::yes)),
                has_state(which, 1U << static_cast<unsigned>(Truth::no))};
    }

    /// The unknowns that were asked for since the last call.
    std::set<Variable> take_used()
    {
        return std::exchange(m_used, {});
    }

private:
    Variable unknown(const Expression& expression)
    {
        const std::string key = spelling(expression,
                                         [this](const Expression& column)
                                         {
                                             const Column* known = m_table.column(column.name);
                                             return known ? known->names.front() : column.name;
                                         });
        const Variable which = m_known.try_emplace(key, static_cast<Variable>(m_known.size())).first->second;
        m_used.insert(which);
        return which;
    }

    const Table& m_table;
    std::map<std::string, Variable> m_known;
    std::set<Variable> m_used;
};

/// A rule as it is asked about.
struct Examined
{
    std::size_t index = 0;
    Severity severity = Severity::error;
    Formula applies;
    Formula kept;   ///< its condition is true
    Formula broken; ///< it applies and its condition is false
    Formula not_broken;
    Formula decided; ///< it applies and its condition is true or false
    std::set<Variable> in_condition;
    std::set<Variable> in_all;
    std::map<Variable, std::string> texts; ///< that must stand in a row for the rule to apply
};

/// Collects the texts without which the formula cannot hold.
void collect_texts(const Formula& formula, std::map<Variable, std::string>& texts)
{
    if (formula.is(Formula::Kind::atom) && formula.atom.kind == AtomKind::same_text)
        texts.emplace(formula.atom.variable, formula.atom.text);
    if (formula.is(Formula::Kind::all))
        for (const Formula& part : formula.parts)
            collect_texts(part, texts);
}

/// True for rules about different figures, items or units: no row is a matter of both.
bool apart(const Examined& a, const Examined& b)
{
    return std::any_of(a.texts.begin(), a.texts.end(),
                       [&b](const auto& text)
                       {
                           const auto other = b.texts.find(text.first);
                           return other != b.texts.end() && other->second != text.second;
                       });
}

bool share(const std::set<Variable>& a, const std::set<Variable>& b)
{
    return std::any_of(a.begin(), a.end(), [&b](Variable which) { return b.contains(which); });
}

bool never(std::initializer_list<const Formula*> formulas)
{
    Effort effort{steps_a_question};
    return feasible(formulas, effort) == Feasible::no;
}

bool possible(std::initializer_list<const Formula*> formulas)
{
    Effort effort{steps_a_question};
    return feasible(formulas, effort) == Feasible::yes;
}

std::optional<Expression> read(std::string_view text)
{
    auto result = parse_expression(text);
    if (Expression* tree = std::get_if<Expression>(&result))
        return in_plain_terms(std::move(*tree));
    return std::nullopt;
}

/// True when every column, function and count of arguments is there to be asked for.
bool is_sound(const Expression& expression, const Table& table)
{
    if (expression.operation == Operation::column && expression.table.empty() && !table.column(expression.name))
        return false;
    if (expression.operation == Operation::call)
    {
        const std::size_t given = expression.parts.size();
        const auto& found = find_functions(expression.name);
        if (std::none_of(found.begin(), found.end(),
                         [given](const Function* function)
                         { return given >= function->least && given <= function->most; }))
            return false;
    }
    return std::all_of(expression.parts.begin(), expression.parts.end(),
                       [&table](const Expression& part) { return is_sound(part, table); });
}

class Examination
{
public:
    explicit Examination(std::vector<RuleConflict>& conflicts) : m_conflicts(conflicts)
    {
    }

    void add(std::size_t index, const Rule& rule, Severity severity, const Table& table)
    {
        if (!rule.valid_from.empty() && !rule.valid_to.empty() && rule.valid_to < rule.valid_from)
        {
            m_conflicts.push_back({ConflictKind::never_applies, index, index});
            return;
        }
        const auto must = read(rule.must);
        const bool always = trimmed(rule.when).empty();
        const auto when = always ? std::nullopt : read(rule.when);
        if (!must || (!always && !when) || !is_sound(*must, table) || (when && !is_sound(*when, table)))
            return;
        AnyRow& row = *m_rows.try_emplace(&table, std::make_unique<AnyRow>(table)).first->second;
        Examined one;
        one.index = index;
        one.severity = severity;
        const Condition condition = read_condition(*must, row);
        one.in_condition = row.take_used();
        one.applies = when ? read_condition(*when, row).yes : truth_formula(true);
        collect_texts(one.applies, one.texts);
        one.in_all = row.take_used();
        one.in_all.insert(one.in_condition.begin(), one.in_condition.end());
        one.kept = condition.yes;
        one.broken = all_hold({one.applies, condition.no});
        one.not_broken = negated(one.broken);
        one.decided = all_hold({one.applies, any_holds({condition.yes, condition.no})});
        if (alone(one, condition.no))
            return;
        // A needless rule is told of once and then left out: another one says what it says. A contradiction is told of
        // once too, or one wrong rule would be an error beside each of the others.
        std::vector<Examined>& others = m_examined[&table];
        Pair last = Pair::agree;
        for (auto other = others.begin();
             other != others.end() && last != Pair::later_needless && last != Pair::contradict;)
        {
            last = compare(*other, one);
            other = last == Pair::earlier_needless ? others.erase(other) : other + 1;
        }
        if (last != Pair::later_needless)
            others.push_back(std::move(one));
    }

private:
    /// Tells what is wrong with a rule by itself; true when there is no point in comparing it with others.
    bool alone(const Examined& rule, const Formula& not_kept)
    {
        const auto tell = [&](ConflictKind kind)
        {
            m_conflicts.push_back({kind, rule.index, rule.index});
            return true;
        };
        if (never({&rule.applies}))
            return tell(ConflictKind::never_applies);
        // A rule whose condition excludes what it demands forbids that condition, which is as good as any; one that
        // demands what no row can have is a mistake.
        if (never({&rule.kept}) && !never({&not_kept}))
            return tell(ConflictKind::impossible);
        if (never({&rule.broken}))
            return tell(ConflictKind::never_broken);
        return false;
    }

    enum class Pair
    {
        agree,
        earlier_needless,
        later_needless,
        contradict
    };

    /// Tells what is wrong with two rules.
    Pair compare(const Examined& earlier, const Examined& later)
    {
        if (apart(earlier, later) ||
            (!share(earlier.in_condition, later.in_all) && !share(later.in_condition, earlier.in_all)))
            return Pair::agree;
        const auto tell = [&](ConflictKind kind, const Examined& rule, const Examined& other, Pair pair)
        {
            m_conflicts.push_back({kind, rule.index, other.index});
            return pair;
        };
        if (makes_needless(earlier, later))
            return tell(ConflictKind::redundant, later, earlier, Pair::later_needless);
        if (makes_needless(later, earlier))
            return tell(ConflictKind::redundant, earlier, later, Pair::earlier_needless);
        if (contradict(earlier, later))
            return tell(ConflictKind::contradictory, later, earlier, Pair::contradict);
        return Pair::agree;
    }

    static bool makes_needless(const Examined& strong, const Examined& weak)
    {
        // Of what the weak rule does not ask for, the strong one could always be kept by.
        return strong.severity <= weak.severity &&
               std::includes(weak.in_all.begin(), weak.in_all.end(), strong.in_all.begin(), strong.in_all.end()) &&
               never({&weak.broken, &strong.not_broken});
    }

    static bool contradict(const Examined& a, const Examined& b)
    {
        if (!share(a.in_condition, b.in_condition))
            return false;
        return never({&a.applies, &b.applies, &a.kept, &b.kept}) && possible({&a.decided, &b.decided, &a.kept}) &&
               possible({&a.decided, &b.decided, &b.kept});
    }

    std::vector<RuleConflict>& m_conflicts;
    std::map<const Table*, std::unique_ptr<AnyRow>> m_rows;
    std::map<const Table*, std::vector<Examined>> m_examined;
};

} // namespace

std::string_view conflict_code(ConflictKind kind)
{
    static constexpr std::array<std::string_view, 7> codes{"contradictory",      "impossible",   "redundant",
                                                           "never_applies",      "never_broken", "same_identifier",
                                                           "built_in_identifier"};
    return codes.at(static_cast<std::size_t>(kind));
}

Check conflict_check(ConflictKind kind)
{
    static constexpr std::array<Check, 7> checks{
        Check::contradictory_rules, Check::impossible_rule, Check::redundant_rule, Check::never_applying_rule,
        Check::never_broken_rule,   Check::doubled_rule_id, Check::doubled_rule_id};
    return checks.at(static_cast<std::size_t>(kind));
}

std::vector<RuleConflict> examine_rules(const std::vector<Rule>& rules, const TableOfId& table_of_id,
                                        const Words& words)
{
    std::vector<RuleConflict> conflicts;
    std::map<std::string, std::size_t> first_with_id;
    Examination examination(conflicts);
    for (std::size_t i = 0; i < rules.size(); ++i)
    {
        if (!rules[i].active)
            continue;
        const auto [first, is_new] = first_with_id.try_emplace(folded(rules[i].id), i);
        if (!is_new)
            conflicts.push_back({ConflictKind::same_identifier, i, first->second});
        if (std::ranges::any_of(built_in_checks(),
                                [&](const BuiltInCheck& check) { return same_text(check.id, rules[i].id); }))
            conflicts.push_back({ConflictKind::built_in_identifier, i, i});
        const auto severity = severity_from_word(rules[i].severity, words);
        const Table* table = table_of_id(rules[i].table);
        if (severity && table)
            examination.add(i, rules[i], *severity, *table);
    }
    return conflicts;
}

} // namespace trinvis::rules
