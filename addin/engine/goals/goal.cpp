// SPDX-License-Identifier: MPL-2.0
#include "goals/goal.hpp"

#include "catalogue/value.hpp"
#include "table/evidence_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis
{

namespace
{

constexpr std::array<std::string_view, 3> direction_keys{"goal_direction.up", "goal_direction.down",
                                                         "goal_direction.keep"};
constexpr std::array<std::string_view, 4> status_keys{"activity_status.not_begun", "activity_status.under_way",
                                                      "activity_status.done", "activity_status.paused"};

template <typename Kind, std::size_t count>
std::optional<Kind> kind_from_word(std::string_view word, const std::array<std::string_view, count>& keys,
                                   const Words& words)
{
    for (std::size_t i = 0; i < count; ++i)
        if (same_text(word, words.danish.get(keys[i])) || same_text(word, words.english.get(keys[i])))
            return static_cast<Kind>(i);
    return std::nullopt;
}

template <std::size_t count>
std::vector<std::string> words_of(const std::array<std::string_view, count>& keys, const Texts& texts)
{
    std::vector<std::string> listed;
    listed.reserve(count);
    for (const std::string_view key : keys)
        listed.push_back(texts.get(key));
    return listed;
}

bool is_plain(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

void add_once(std::vector<std::string>& texts, const std::string& text)
{
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(text);
}

/// Reads the rows one by one and gathers them into goals.
class Reading
{
public:
    Reading(const Workbook& workbook, const Words& words)
        : m_workbook(workbook), m_words(words), m_values(words), m_table(workbook.working_table("goals"))
    {
    }

    Goals all()
    {
        for (int row = m_table.heading_row + 1; row <= m_table.last_row; ++row)
            take(row);
        std::erase_if(m_goals, [](const Goal& goal)
                      { return goal.goal.empty() && goal.criterion.empty() && goal.activities.empty(); });
        std::set<std::string> taken;
        for (Goal& goal : m_goals)
            name(goal, taken);
        return {m_table, std::move(m_goals)};
    }

private:
    [[nodiscard]] std::string text(int row, std::string_view key) const
    {
        return m_workbook.text(m_table, row, key);
    }

    [[nodiscard]] TypedDate date(int row, std::string_view key) const
    {
        TypedDate typed{.date = date_in(m_workbook.cell(m_table, row, key), m_workbook.cells.null_date)};
        typed.faulty = !typed.date && !text(row, key).empty();
        return typed;
    }

    [[nodiscard]] std::optional<double> number(int row, std::string_view key) const
    {
        const Value value = m_values.read(m_workbook.cell(m_table, row, key));
        return value.is_number() ? std::optional(value.number) : std::nullopt;
    }

    /// The goal to which a row adds an activity; null where it is one of its own.
    Goal* goal_of(const std::string& number, const std::string& goal)
    {
        if (number.empty())
            return goal.empty() && !m_goals.empty() ? &m_goals[m_above] : nullptr;
        for (Goal& known : m_goals)
            if (same_text(known.number, number) && (goal.empty() || known.goal.empty() || same_text(known.goal, goal)))
                return &known;
        return nullptr;
    }

    void take(int row)
    {
        const std::string number = text(row, "number");
        const std::string words = text(row, "goal");
        Goal* goal = goal_of(number, words);
        if (!goal)
        {
            if (number.empty() && words.empty() && text(row, "activity").empty() && text(row, "criterion").empty())
                return;
            goal = &m_goals.emplace_back(begun(row));
        }
        // Rows may be sorted so that an activity comes before the goal that it belongs to.
        else if (goal->goal.empty() && !words.empty())
        {
            Goal whole = begun(row);
            whole.activities = std::move(goal->activities);
            whole.prerequisites = std::move(goal->prerequisites);
            whole.risks = std::move(goal->risks);
            *goal = std::move(whole);
        }
        m_above = static_cast<std::size_t>(goal - m_goals.data());
        add_once(goal->prerequisites, text(row, "prerequisites"));
        add_once(goal->risks, text(row, "risks"));
        if (!text(row, "activity").empty())
            goal->activities.push_back(activity(row));
    }

    [[nodiscard]] Goal begun(int row) const
    {
        Goal goal;
        goal.row = row;
        goal.number = text(row, "number");
        goal.area = text(row, "area");
        goal.focus = text(row, "focus");
        goal.goal = text(row, "goal");
        goal.criterion = text(row, "criterion");
        goal.figure_text = text(row, "figure");
        if (const Figure* figure = named_figure(goal.figure_text, m_workbook))
            goal.figure = figure->id;
        goal.baseline_date = date(row, "baseline_date");
        goal.baseline = number(row, "baseline");
        goal.target = number(row, "target");
        goal.target_date = date(row, "target_date");
        goal.direction = kind_from_word<GoalDirection>(text(row, "direction"), direction_keys, m_words);
        return goal;
    }

    [[nodiscard]] GoalActivity activity(int row) const
    {
        GoalActivity one;
        one.row = row;
        one.activity = text(row, "activity");
        one.step_text = text(row, "step");
        one.step = named_step(one.step_text);
        one.responsible = text(row, "responsible");
        one.start = date(row, "start");
        one.end = date(row, "end");
        one.prerequisites = text(row, "prerequisites");
        one.risks = text(row, "risks");
        one.status_text = text(row, "status");
        one.status = kind_from_word<ActivityStatus>(one.status_text, status_keys, m_words);
        return one;
    }

    static void name(Goal& goal, std::set<std::string>& taken)
    {
        const bool plain = !goal.number.empty() && std::all_of(goal.number.begin(), goal.number.end(), is_plain);
        const std::string wanted = plain ? goal.number : text_check(goal.number + goal.goal + goal.criterion);
        goal.id = wanted;
        for (int more = 2; !taken.insert(goal.id).second; ++more)
            goal.id = wanted + "_" + std::to_string(more);
    }

    const Workbook& m_workbook;
    const Words& m_words;
    ValueReader m_values;
    const TableArea& m_table;
    std::vector<Goal> m_goals;
    std::size_t m_above = 0; ///< the goal of the row above
};

} // namespace

std::string_view goal_direction_key(GoalDirection direction)
{
    return direction_keys[static_cast<std::size_t>(direction)];
}

std::string_view activity_status_key(ActivityStatus status)
{
    return status_keys[static_cast<std::size_t>(status)];
}

std::vector<std::string> goal_direction_words(const Texts& texts)
{
    return words_of(direction_keys, texts);
}

std::vector<std::string> activity_status_words(const Texts& texts)
{
    return words_of(status_keys, texts);
}

const Figure* named_figure(std::string_view text, const Workbook& workbook)
{
    const std::string wanted = folded(text);
    if (wanted.empty())
        return nullptr;
    for (const Figure& figure : workbook.figures)
        if (const std::string id = folded(figure.id);
            wanted == id || wanted == folded(figure.name) || wanted.starts_with(id + " "))
            return &figure;
    const std::vector<Reference> references = references_in(text);
    if (references.size() != 1 || references.front().kind != ReferenceKind::figure)
        return nullptr;
    for (const Figure& figure : workbook.figures)
        if (folded(figure.id) == references.front().number)
            return &figure;
    return nullptr;
}

std::optional<int> named_step(std::string_view text)
{
    std::string shown = folded(text);
    for (const std::string_view word : {"trin ", "step "})
        if (shown.starts_with(word))
            shown.erase(0, word.size());
    const bool one_digit = !shown.empty() && shown[0] >= '1' && shown[0] <= '6' &&
                           (shown.size() == 1 || shown[1] == ' ' || shown[1] == ':');
    return one_digit ? std::optional(shown[0] - '0') : std::nullopt;
}

std::string Goal::title() const
{
    const std::string& words = goal.empty() ? criterion.empty() ? focus : criterion : goal;
    if (number.empty())
        return words;
    return words.empty() ? number : number + " " + words;
}

Goals read_goals(const Workbook& workbook, const Words& words)
{
    if (!workbook.working_table("goals").found())
        return {workbook.working_table("goals"), {}};
    return Reading(workbook, words).all();
}

} // namespace trinvis
