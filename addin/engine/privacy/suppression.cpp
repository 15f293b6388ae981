// SPDX-License-Identifier: MPL-2.0
#include "privacy/suppression.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace trinvis::privacy
{

namespace
{

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int64_t use_loss = 1'000;
/// What later rounds lose decides only between choices that cost the present one the same.
constexpr std::int64_t present_stage = 10'000'000;
constexpr std::int64_t earlier_stage_loss = present_stage * 1'000'000; ///< what was shared cannot be taken back
constexpr std::int64_t nothing_lost =
    present_stage; ///< a limit below which no cell of this or an earlier stage is hidden
constexpr std::int64_t most_value_loss = 999;
constexpr int most_steps = 10'000;     ///< of one search: more finds nothing more in any table tried
constexpr std::size_t most_moves = 64; ///< the same children may stand in every one of many rounds

struct Move
{
    std::size_t cell = 0;
    std::int64_t by = 0;
};

/// A protecting table, as the difference from the true one.
using Witness = std::vector<Move>;

class Suppressor
{
public:
    Suppressor(const CountTable& table, int threshold)
        : m_table(table), m_threshold(threshold), m_relations_of(table.cells.size()), m_alike(table.cells.size()),
          m_moved(table.cells.size()), m_residual(table.relations.size()), m_lost(table.use_weights.size()),
          m_witnesses(table.cells.size()), m_helps(table.cells.size())
    {
        m_result.cells.resize(table.cells.size());
        m_result.protects.resize(table.cells.size());
        for (std::size_t relation = 0; relation < table.relations.size(); ++relation)
            if (holds(table.relations[relation]))
                for (const Term& term : table.relations[relation])
                    m_relations_of[term.cell].push_back(relation);
        for (std::vector<std::size_t>& relations : m_relations_of)
            std::stable_sort(relations.begin(), relations.end(),
                             [&table](std::size_t a, std::size_t b)
                             { return table.relations[a].size() < table.relations[b].size(); });
        for (const auto& [one, other] : table.alike)
        {
            m_alike[one].push_back(other);
            m_alike[other].push_back(one);
        }
    }

    Suppression run()
    {
        std::set<int> stages;
        for (std::size_t cell = 0; cell < m_table.cells.size(); ++cell)
        {
            stages.insert(m_table.cells[cell].stage);
            if (m_table.cells[cell].exposure == Exposure::shown && is_small(cell))
                hide(cell, Hiding::small, cell);
        }
        for (const int stage : stages)
        {
            m_stage = stage;
            m_covering.clear();
            for (std::size_t cell = 0; cell < m_table.cells.size(); ++cell)
                if (m_table.cells[cell].stage == stage && is_sensitive(cell))
                    protect(cell);
            show_again_what_need_not_be_hidden();
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool holds(const Relation& relation) const
    {
        std::int64_t sum = 0;
        for (const Term& term : relation)
        {
            if (m_table.cells[term.cell].value < 0)
                return false;
            sum += term.sign * m_table.cells[term.cell].value;
        }
        return sum == 0;
    }

    [[nodiscard]] bool is_small(std::size_t cell) const
    {
        return m_table.cells[cell].value > 0 && m_table.cells[cell].value < m_threshold;
    }

    [[nodiscard]] bool is_sensitive(std::size_t cell) const
    {
        return m_table.cells[cell].exposure != Exposure::open && is_small(cell);
    }

    void hide(std::size_t cell, Hiding why, std::size_t whose_sake)
    {
        const CountCell& hidden = m_table.cells[cell];
        if (hidden.exposure != Exposure::shown || hidden.value <= 0 || m_result.cells[cell] != Hiding::nothing)
            return;
        m_result.cells[cell] = is_small(cell) ? Hiding::small : why;
        if (m_result.cells[cell] == Hiding::covering)
        {
            m_result.protects[cell] = whose_sake;
            m_covering.push_back(cell);
        }
        for (const std::size_t use : hidden.uses)
            ++m_lost[use];
        for (const std::size_t other : m_alike[cell])
            hide(other, Hiding::covering, cell);
    }

    /// What hiding a cell costs on top of what is hidden already; nothing when it cannot be hidden.
    [[nodiscard]] std::optional<std::int64_t> loss(std::size_t cell) const
    {
        const CountCell& candidate = m_table.cells[cell];
        if (candidate.exposure == Exposure::implied || candidate.exposure == Exposure::concealed)
            return 0;
        if (candidate.exposure == Exposure::open || candidate.value <= 0)
            return std::nullopt;
        if (m_result.cells[cell] != Hiding::nothing)
            return 0;
        std::int64_t sum = 1 + std::min(candidate.value, most_value_loss);
        for (const std::size_t use : candidate.uses)
            if (m_lost[use] == 0)
                sum += use_loss * m_table.use_weights[use];
        if (candidate.stage > m_stage)
            return std::min(sum, present_stage / static_cast<std::int64_t>(2 * most_moves));
        return sum * present_stage + (candidate.stage < m_stage ? earlier_stage_loss : 0);
    }

    /// How far a cell can be moved, were it hidden: what the reader with all rules at hand holds for possible.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> room(std::size_t cell) const
    {
        const CountCell& moved = m_table.cells[cell];
        if (moved.exposure == Exposure::implied)
            return {-moved.value, far};
        if (is_small(cell))
            return {1 - moved.value, m_threshold - 1 - moved.value};
        return {m_threshold - moved.value, far};
    }

    /// Looks for the table that costs least to make possible in which a cell is moved.
    std::optional<Witness> find(std::size_t cell, std::int64_t by, std::int64_t most_loss)
    {
        m_steps = 0;
        m_best.reset();
        m_best_loss = most_loss;
        m_moves.clear();
        step({cell, by}, 0);
        return m_best;
    }

    void step(Move move, std::int64_t lost)
    {
        m_moves.push_back(move);
        m_moved[move.cell] = true;
        shift(move, 1);
        balance(lost);
        shift(move, -1);
        m_moved[move.cell] = false;
        m_moves.pop_back();
    }

    void shift(const Move& move, int direction)
    {
        for (const std::size_t relation : m_relations_of[move.cell])
            for (const Term& term : m_table.relations[relation])
                if (term.cell == move.cell)
                    m_residual[relation] += move.by * direction * term.sign;
    }

    [[nodiscard]] std::optional<std::size_t> unbalanced() const
    {
        std::optional<std::size_t> found;
        for (const Move& move : m_moves)
            for (const std::size_t relation : m_relations_of[move.cell])
                if (m_residual[relation] != 0)
                {
                    // The smaller relation has fewer ways out.
                    if (!found || m_table.relations[relation].size() < m_table.relations[*found].size())
                        found = relation;
                    break;
                }
        return found;
    }

    void balance(std::int64_t lost)
    {
        if (++m_steps > most_steps || m_moves.size() > most_moves)
            return;
        const std::optional<std::size_t> relation = unbalanced();
        if (!relation)
        {
            m_best = m_moves;
            m_best_loss = lost;
            return;
        }
        struct Way
        {
            std::int64_t lost;
            std::int64_t left;
            Move move;
        };
        std::vector<Way> ways;
        for (const Term& term : m_table.relations[*relation])
        {
            if (m_moved[term.cell])
                continue;
            const auto cost = loss(term.cell);
            if (!cost || lost + *cost >= m_best_loss)
                continue;
            const auto [down, up] = room(term.cell);
            const std::int64_t by = std::clamp(-m_residual[*relation] * term.sign, std::min<std::int64_t>(down, 0), up);
            if (by != 0)
                ways.push_back({lost + *cost, std::abs(m_residual[*relation] + by * term.sign), {term.cell, by}});
        }
        std::stable_sort(ways.begin(), ways.end(),
                         [](const Way& a, const Way& b)
                         { return a.lost != b.lost ? a.lost < b.lost : a.left < b.left; });
        for (const Way& way : ways)
            if (way.lost < m_best_loss)
                step(way.move, way.lost);
    }

    void remember(std::size_t cell, const Witness& witness)
    {
        m_witnesses[cell].push_back(witness);
        for (const Move& move : witness)
            m_helps[move.cell].insert(cell);
    }

    /// Finds the protecting tables of a small count, hiding what they need up to a loss.
    /// Returns whether there are enough of them.
    bool protect(std::size_t cell, std::int64_t most_loss)
    {
        const std::int64_t value = m_table.cells[cell].value;
        m_witnesses[cell].clear();
        const auto try_number = [&](std::int64_t number, std::int64_t limit)
        {
            const auto witness = number == value ? std::nullopt : find(cell, number - value, limit);
            if (!witness)
                return number == value;
            for (const Move& move : *witness)
                if (move.cell != cell)
                    hide(move.cell, Hiding::covering, cell);
            remember(cell, *witness);
            return true;
        };
        const bool stands_nowhere = m_table.cells[cell].exposure == Exposure::implied;
        int possible = stands_nowhere && try_number(0, nothing_lost) ? 1 : 0;
        for (std::int64_t number = 1; number < m_threshold; ++number)
            possible += try_number(number, stands_nowhere ? nothing_lost : most_loss) ? 1 : 0;
        // Nobody is told that what is left of a total is small: larger numbers are as good.
        for (std::int64_t number = m_threshold;
             stands_nowhere && possible < m_threshold - 1 && number < std::int64_t{2} * m_threshold; ++number)
            possible += try_number(number, nothing_lost) ? 1 : 0;
        for (std::int64_t number = 1; stands_nowhere && possible < m_threshold - 1 && number < m_threshold; ++number)
            if (number != value &&
                std::none_of(m_witnesses[cell].begin(), m_witnesses[cell].end(),
                             [&](const Witness& known) { return known.front().by == number - value; }))
                possible += try_number(number, most_loss) ? 1 : 0;
        return possible >= m_threshold - 1;
    }

    void protect(std::size_t cell)
    {
        if (!protect(cell, far))
            (m_witnesses[cell].empty() ? m_result.exposed : m_result.narrowed).push_back(cell);
    }

    /// A cell that was hidden for an early small count may have been made superfluous by one hidden for a later.
    void show_again_what_need_not_be_hidden()
    {
        std::vector<std::size_t> candidates = m_covering;
        std::stable_sort(candidates.begin(), candidates.end(),
                         [this](std::size_t a, std::size_t b)
                         { return m_table.cells[a].value > m_table.cells[b].value; });
        for (const std::size_t cell : candidates)
        {
            if (!m_alike[cell].empty())
                continue;
            m_result.cells[cell] = Hiding::nothing;
            for (const std::size_t use : m_table.cells[cell].uses)
                --m_lost[use];
            const std::set<std::size_t> helped = m_helps[cell];
            std::vector<std::pair<std::size_t, std::vector<Witness>>> before;
            bool all = true;
            for (const std::size_t other : helped)
            {
                if (!all)
                    break;
                before.emplace_back(other, m_witnesses[other]);
                // A count that cannot be protected in full keeps what covers it in part.
                all = protect(other, nothing_lost);
            }
            if (all)
            {
                m_result.protects[cell].reset();
                m_helps[cell].clear();
                continue;
            }
            for (auto& [other, witnesses] : before)
                m_witnesses[other] = std::move(witnesses);
            m_result.cells[cell] = Hiding::covering;
            for (const std::size_t use : m_table.cells[cell].uses)
                ++m_lost[use];
        }
    }

    const CountTable& m_table;
    int m_threshold;
    int m_stage = 0;
    std::vector<std::vector<std::size_t>> m_relations_of; ///< by cell, smaller relations first
    std::vector<std::vector<std::size_t>> m_alike;
    std::vector<bool> m_moved;
    std::vector<std::int64_t> m_residual;
    std::vector<int> m_lost; ///< by use: hidden cells in it
    std::vector<std::vector<Witness>> m_witnesses;
    std::vector<std::set<std::size_t>> m_helps; ///< by cell: the small counts in whose protecting tables it moves
    std::vector<std::size_t> m_covering;        ///< hidden in this stage for others' sake
    Suppression m_result;

    int m_steps = 0;
    Witness m_moves;
    std::optional<Witness> m_best;
    std::int64_t m_best_loss = 0;
};

} // namespace

std::size_t CountTable::add(CountCell cell)
{
    cells.push_back(std::move(cell));
    return cells.size() - 1;
}

Suppression suppress(const CountTable& table, int threshold)
{
    return Suppressor(table, threshold).run();
}

} // namespace trinvis::privacy
