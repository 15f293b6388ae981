// SPDX-License-Identifier: MPL-2.0
#include "rules/feasibility.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace trinvis::rules
{

namespace
{

constexpr std::size_t most_inequalities = 400;
constexpr int deepest_branching = 40;
constexpr Variable first_own_variable = 1 << 24; ///< for sums that must be whole; the maker's own stay below

/// sum < 0 or sum <= 0.
struct Inequality
{
    Linear sum;
    bool strict = false;
};

/// Where an unknown may lie.
struct Bounds
{
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_strict = false;
    bool high_strict = false;

    void above(double value, bool strict)
    {
        if (value > low)
        {
            low = value;
            low_strict = strict;
        }
        else if (value == low)
            low_strict = low_strict || strict;
    }
    void under(double value, bool strict)
    {
        if (value < high)
        {
            high = value;
            high_strict = strict;
        }
        else if (value == high)
            high_strict = high_strict || strict;
    }
    /// The bound that factor · x + constant < 0 (or <= 0) sets.
    void take(double factor, double constant, bool strict)
    {
        if (factor > 0)
            under(-constant / factor, strict);
        else
            above(-constant / factor, strict);
    }
    [[nodiscard]] double noise() const
    {
        const auto size = [](double bound) { return std::isfinite(bound) ? std::fabs(bound) : 0.0; };
        return relative_tolerance_of_rules * std::fmax(1.0, std::fmax(size(low), size(high)));
    }
    [[nodiscard]] bool is_point() const
    {
        return high - low <= noise();
    }
    [[nodiscard]] bool is_empty() const
    {
        return low > high + noise() || (is_point() && (low_strict || high_strict));
    }
    /// A whole number within, the one nearest to 0; nothing when there is none.
    [[nodiscard]] std::optional<double> whole_number() const
    {
        double first = std::ceil(low - noise());
        if (low_strict && first <= low + noise())
            first += 1;
        double last = std::floor(high + noise());
        if (high_strict && last >= high - noise())
            last -= 1;
        if (first > last)
            return std::nullopt;
        return std::clamp(0.0, first, last);
    }
    /// Some number within: a whole one where there is room for it.
    [[nodiscard]] double some_number() const
    {
        if (const auto whole = whole_number(); whole && *whole > low && *whole < high)
            return *whole;
        if (std::isfinite(low) && std::isfinite(high))
            return low + (high - low) / 2;
        if (std::isfinite(low))
            return low + 1;
        return std::isfinite(high) ? high - 1 : 0;
    }
};

double factor_of(const Linear& sum, Variable which)
{
    const auto found = std::lower_bound(sum.terms.begin(), sum.terms.end(), which,
                                        [](const auto& term, Variable wanted) { return term.first < wanted; });
    return found != sum.terms.end() && found->first == which ? found->second : 0.0;
}

/// Inequalities and equations over real numbers, solved by elimination.
class LinearSystem
{
public:
    std::vector<Inequality> inequalities;
    std::vector<Linear> equations;

    /// Eliminates all unknowns, `last` after the others. The answer to "does a solution exist".
    Feasible solve(Effort& effort, std::optional<Variable> last = std::nullopt)
    {
        m_last = last;
        if (!substitute_equations(effort))
            return m_answer;
        while (true)
        {
            if (!settle_constants())
                return Feasible::no;
            drop_weaker();
            if (inequalities.empty())
                return Feasible::yes;
            if (!eliminate(cheapest(), effort))
                return m_answer;
        }
    }

    /// Values for which the system holds, once solve has said yes; whole where they are wished so and may be.
    [[nodiscard]] std::map<Variable, double> solution(const std::vector<Variable>& wished_whole) const
    {
        std::map<Variable, double> values;
        const auto value_of = [&values](const Linear& sum, Variable without)
        {
            double value = sum.constant;
            for (const auto& [which, factor] : sum.terms)
                if (which != without)
                    value += factor * values.try_emplace(which, 0.0).first->second;
            return value;
        };
        for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
        {
            if (step->equation)
            {
                values[step->variable] =
                    -value_of(*step->equation, step->variable) / factor_of(*step->equation, step->variable);
                continue;
            }
            Bounds bounds;
            for (const Inequality& inequality : step->inequalities)
                bounds.take(factor_of(inequality.sum, step->variable), value_of(inequality.sum, step->variable),
                            inequality.strict);
            const auto whole = std::find(wished_whole.begin(), wished_whole.end(), step->variable) != wished_whole.end()
                                   ? bounds.whole_number()
                                   : std::nullopt;
            values[step->variable] = whole.value_or(bounds.some_number());
        }
        return values;
    }

    /// Where the unknown that was eliminated last may lie, once solve has said yes.
    [[nodiscard]] Bounds bounds_of_last() const
    {
        Bounds bounds;
        if (m_steps.empty() || m_steps.back().variable != m_last || m_steps.back().equation)
            return bounds;
        for (const Inequality& inequality : m_steps.back().inequalities)
            bounds.take(inequality.sum.terms.front().second, inequality.sum.constant, inequality.strict);
        return bounds;
    }

    /// The value of the wanted unknown where an equation alone gives it.
    [[nodiscard]] std::optional<double> fixed_value(Variable which) const
    {
        for (const Step& step : m_steps)
            if (step.variable == which && step.equation && step.equation->terms.size() == 1)
                return -step.equation->constant / step.equation->terms.front().second;
        return std::nullopt;
    }

private:
    struct Step
    {
        Variable variable;
        std::optional<Linear> equation;
        std::vector<Inequality> inequalities;
    };

    bool substitute_equations(Effort& effort)
    {
        while (!equations.empty())
        {
            const Linear equation = std::move(equations.back());
            equations.pop_back();
            if (equation.is_constant())
            {
                if (equation.is_noise(equation.constant))
                    continue;
                m_answer = Feasible::no;
                return false;
            }
            if (!effort.take(equations.size() + inequalities.size() + 1))
            {
                m_answer = Feasible::unknown;
                return false;
            }
            const auto [which, factor] =
                *std::max_element(equation.terms.begin(), equation.terms.end(),
                                  [this](const auto& a, const auto& b)
                                  {
                                      const bool keep_a = a.first == m_last;
                                      const bool keep_b = b.first == m_last;
                                      return keep_a != keep_b ? keep_a : std::fabs(a.second) < std::fabs(b.second);
                                  });
            const auto without = [&, which = which, factor = factor](Linear& sum)
            {
                if (const double held = factor_of(sum, which); held != 0)
                    sum = added(sum, equation, -held / factor);
            };
            for (Linear& other : equations)
                without(other);
            for (Inequality& inequality : inequalities)
                without(inequality.sum);
            m_steps.push_back({which, equation, {}});
        }
        return true;
    }

    /// Takes out what holds no unknown; false when one of them is broken.
    bool settle_constants()
    {
        for (const auto& [sum, strict] : inequalities)
            if (sum.is_constant() && (sum.is_noise(sum.constant) ? strict : sum.constant > 0))
                return false;
        std::erase_if(inequalities, [](const Inequality& one) { return one.sum.is_constant(); });
        return true;
    }

    /// Of inequalities that differ in their constant alone only the narrowest is kept.
    void drop_weaker()
    {
        for (auto& [sum, strict] : inequalities)
        {
            const double factor = 1 / std::fabs(sum.terms.front().second);
            sum = scaled(std::move(sum), factor);
        }
        std::sort(inequalities.begin(), inequalities.end(),
                  [](const Inequality& a, const Inequality& b)
                  {
                      if (a.sum.terms != b.sum.terms)
                          return a.sum.terms < b.sum.terms;
                      return a.sum.constant != b.sum.constant ? a.sum.constant > b.sum.constant : a.strict > b.strict;
                  });
        inequalities.erase(std::unique(inequalities.begin(), inequalities.end(),
                                       [](const Inequality& a, const Inequality& b)
                                       { return a.sum.terms == b.sum.terms; }),
                           inequalities.end());
    }

    /// The unknown whose elimination makes the fewest new inequalities.
    [[nodiscard]] Variable cheapest() const
    {
        std::map<Variable, std::pair<std::size_t, std::size_t>> uses;
        for (const Inequality& inequality : inequalities)
            for (const auto& [which, factor] : inequality.sum.terms)
                ++(factor > 0 ? uses[which].first : uses[which].second);
        const auto price = [this](const auto& use) {
            return use.first == m_last ? std::numeric_limits<std::size_t>::max() : use.second.first * use.second.second;
        };
        return std::min_element(uses.begin(), uses.end(),
                                [&](const auto& a, const auto& b) { return price(a) < price(b); })
            ->first;
    }

    bool eliminate(Variable which, Effort& effort)
    {
        if (!effort.take())
        {
            m_answer = Feasible::unknown;
            return false;
        }
        Step step{which, std::nullopt, {}};
        std::vector<Inequality> rest;
        for (Inequality& inequality : inequalities)
            (factor_of(inequality.sum, which) != 0 ? step.inequalities : rest).push_back(std::move(inequality));
        for (const Inequality& upper : step.inequalities)
            for (const Inequality& lower : step.inequalities)
            {
                const double up = factor_of(upper.sum, which);
                const double down = factor_of(lower.sum, which);
                if (up <= 0 || down >= 0)
                    continue;
                if (!effort.take() || rest.size() >= most_inequalities)
                {
                    m_answer = Feasible::unknown;
                    return false;
                }
                Linear sum = added(upper.sum, lower.sum, up / -down);
                std::erase_if(sum.terms, [which](const auto& term) { return term.first == which; });
                rest.push_back({std::move(sum), upper.strict || lower.strict});
            }
        inequalities = std::move(rest);
        m_steps.push_back(std::move(step));
        return true;
    }

    std::vector<Step> m_steps;
    std::optional<Variable> m_last;
    Feasible m_answer = Feasible::unknown;
};

/// A conjunction of atoms, kept so that the plainest contradictions are seen at once.
class Conjunction
{
public:
    /// False when the atom cannot hold beside what is there.
    bool add(const Atom& atom)
    {
        switch (atom.kind)
        {
        case AtomKind::below:
        case AtomKind::at_most:
            return add_inequality(atom.sum, atom.kind == AtomKind::below);
        case AtomKind::zero:
            return add_equation(atom.sum);
        case AtomKind::whole:
            m_whole.push_back(unknown_for(atom.sum));
            return true;
        case AtomKind::not_whole:
            m_not_whole.push_back(unknown_for(atom.sum));
            return true;
        case AtomKind::same_text:
        case AtomKind::different_text:
            return add_text(atom);
        default:
            return (m_states.try_emplace(atom.variable, ~0U).first->second &= atom.states) != 0;
        }
    }

    /// A quick look at the sums alone, texts and states being sound already.
    [[nodiscard]] Feasible linear(Effort& effort) const
    {
        if (m_inequalities.empty() && m_equations.empty())
            return Feasible::yes; // every bound was looked at when it came
        return system().solve(effort);
    }

    [[nodiscard]] Feasible whole(Effort& effort) const
    {
        if (m_whole.empty() && m_not_whole.empty())
            return linear(effort);
        for (const Variable which : m_not_whole)
        {
            if (std::find(m_whole.begin(), m_whole.end(), which) != m_whole.end())
                return Feasible::no;
            LinearSystem all = system();
            if (const Feasible answer = all.solve(effort, which); answer != Feasible::yes)
                return answer;
            const Bounds bounds = all.bounds_of_last();
            const std::optional<double> fixed = bounds.is_point() ? std::optional(bounds.low) : all.fixed_value(which);
            if (fixed && *fixed == std::floor(*fixed))
                return Feasible::no;
        }
        return branch(system(), effort, 0);
    }

private:
    bool add_inequality(const Linear& sum, bool strict)
    {
        if (sum.terms.size() == 1)
        {
            Bounds& bounds = m_bounds[sum.terms.front().first];
            bounds.take(sum.terms.front().second, sum.constant, strict);
            return !bounds.is_empty();
        }
        m_inequalities.push_back({sum, strict});
        return true;
    }

    bool add_equation(const Linear& sum)
    {
        if (sum.terms.size() == 1)
            return add_inequality(sum, false) && add_inequality(scaled(sum, -1), false);
        m_equations.push_back(sum);
        return true;
    }

    bool add_text(const Atom& atom)
    {
        auto& [same, different] = m_texts[atom.variable];
        if (atom.kind == AtomKind::same_text)
        {
            if (same && *same != atom.text)
                return false;
            same = atom.text;
        }
        else
            different.push_back(atom.text);
        return !same || std::find(different.begin(), different.end(), *same) == different.end();
    }

    /// The unknown that a sum stands for: itself, or one of our own that equals the sum.
    Variable unknown_for(const Linear& sum)
    {
        if (sum.terms.size() == 1 && sum.terms.front().second == 1 && sum.constant == 0)
            return sum.terms.front().first;
        for (const auto& [known, which] : m_own)
            if (known == sum)
                return which;
        const Variable which = first_own_variable + static_cast<Variable>(m_own.size());
        m_own.emplace_back(sum, which);
        m_equations.push_back(added(sum, variable(which), -1));
        return which;
    }

    [[nodiscard]] LinearSystem system() const
    {
        LinearSystem all;
        all.inequalities = m_inequalities;
        all.equations = m_equations;
        for (const auto& [which, bounds] : m_bounds)
        {
            if (std::isfinite(bounds.high))
                all.inequalities.push_back({added(variable(which), constant(bounds.high), -1), bounds.high_strict});
            if (std::isfinite(bounds.low))
                all.inequalities.push_back({added(constant(bounds.low), variable(which), -1), bounds.low_strict});
        }
        return all;
    }

    /// Branch and bound: a number that comes out broken is kept under its floor, else above its ceiling.
    [[nodiscard]] Feasible branch(const LinearSystem& all, Effort& effort, int depth) const
    {
        if (!effort.take())
            return Feasible::unknown;
        LinearSystem solved = all;
        if (const Feasible answer = solved.solve(effort); answer != Feasible::yes)
            return answer;
        const std::map<Variable, double> values = solved.solution(m_whole);
        for (const Variable which : m_whole)
        {
            const auto found = values.find(which);
            const double value = found == values.end() ? 0.0 : found->second;
            const double nearest = std::round(value);
            if (std::fabs(value - nearest) <= relative_tolerance_of_rules * std::fmax(1.0, std::fabs(value)))
                continue;
            if (depth >= deepest_branching)
                return Feasible::unknown;
            LinearSystem lower = all;
            lower.inequalities.push_back({added(variable(which), constant(std::floor(value)), -1), false});
            const Feasible below = branch(lower, effort, depth + 1);
            if (below == Feasible::yes)
                return below;
            LinearSystem upper = all;
            upper.inequalities.push_back({added(constant(std::ceil(value)), variable(which), -1), false});
            const Feasible above = branch(upper, effort, depth + 1);
            return above == Feasible::no ? below : above;
        }
        return Feasible::yes;
    }

    std::map<Variable, Bounds> m_bounds;
    std::vector<Inequality> m_inequalities; ///< of more than one unknown
    std::vector<Linear> m_equations;
    std::map<Variable, std::pair<std::optional<std::string>, std::vector<std::string>>> m_texts;
    std::map<Variable, unsigned> m_states;
    std::vector<Variable> m_whole;
    std::vector<Variable> m_not_whole;
    std::vector<std::pair<Linear, Variable>> m_own;
};

/// Takes what must hold into the conjunction and puts alternatives aside; false when something cannot hold.
bool gather(const Formula& formula, Conjunction& held, std::vector<const Formula*>& alternatives)
{
    switch (formula.kind)
    {
    case Formula::Kind::always:
        return true;
    case Formula::Kind::never:
        return false;
    case Formula::Kind::atom:
        return held.add(formula.atom);
    case Formula::Kind::any:
        alternatives.push_back(&formula);
        return true;
    default:
        return std::all_of(formula.parts.begin(), formula.parts.end(),
                           [&](const Formula& part) { return gather(part, held, alternatives); });
    }
}

Feasible search(const Conjunction& held, std::vector<const Formula*> alternatives, Effort& effort)
{
    if (!effort.take())
        return Feasible::unknown;
    if (alternatives.empty())
        return held.whole(effort);
    if (held.linear(effort) == Feasible::no)
        return Feasible::no;
    const auto fewest =
        std::min_element(alternatives.begin(), alternatives.end(),
                         [](const Formula* a, const Formula* b) { return a->parts.size() < b->parts.size(); });
    const Formula* choice = *fewest;
    alternatives.erase(fewest);
    Feasible answer = Feasible::no;
    for (const Formula& part : choice->parts)
    {
        Conjunction with = held;
        std::vector<const Formula*> left = alternatives;
        if (!gather(part, with, left))
            continue;
        const Feasible found = search(with, std::move(left), effort);
        if (found == Feasible::yes)
            return found;
        if (found == Feasible::unknown)
            answer = found;
    }
    return answer;
}

} // namespace

Feasible feasible(const Formula& formula, Effort& effort)
{
    return feasible({&formula}, effort);
}

Feasible feasible(std::initializer_list<const Formula*> formulas, Effort& effort)
{
    Conjunction held;
    std::vector<const Formula*> alternatives;
    for (const Formula* formula : formulas)
        if (!gather(*formula, held, alternatives))
            return Feasible::no;
    return search(held, std::move(alternatives), effort);
}

} // namespace trinvis::rules
