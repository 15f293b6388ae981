// SPDX-License-Identifier: MPL-2.0
#include "validation/explanations.hpp"

#include "table/text_match.hpp"
#include "validation/same_value.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

namespace trinvis
{

namespace
{

/// Rule, figure, subject and municipality: what stays the same from round to round.
using Key = std::tuple<std::string, std::string, std::string, std::string>;

constexpr std::array<std::string_view, 10> column_keys{
    "rule", "figure", "concerns", "municipality_code", "period", "value", "explanation", "status", "written", "check"};
constexpr std::array<double, 10> column_widths{20, 21, 34, 26, 30, 28, 100, 52, 26, 22};

std::string own_code(const Workbook& workbook)
{
    return workbook.municipality ? workbook.municipality->code : std::string{};
}

template <typename Keyed>
Key key_of(const Keyed& keyed, const Workbook& workbook)
{
    const std::string municipality =
        keyed.municipality.empty() ? own_code(workbook) : normalised_code(Cell{keyed.municipality});
    return {folded(keyed.rule), folded(keyed.figure), folded(keyed.subject), folded(municipality)};
}

std::string iso_period(const Cell& cell, const Workbook& workbook)
{
    if (const auto date = date_in(cell, workbook.cells.null_date))
        return iso_date(*date);
    return cell_text(cell, workbook.language);
}

/// All that a row says of an explanation, by the columns that both sheets have.
Explanation read_row(const Workbook& workbook, const TableArea& area, int row)
{
    Explanation explanation;
    explanation.rule = workbook.text(area, row, "rule");
    explanation.figure = workbook.text(area, row, "figure");
    explanation.subject = workbook.text(area, row, "concerns");
    explanation.municipality = workbook.text(area, row, "municipality_code");
    explanation.period = iso_period(workbook.cell(area, row, "period"), workbook);
    explanation.value = workbook.text(area, row, "value");
    explanation.text = workbook.text(area, row, "explanation");
    return explanation;
}

bool says_something(const Explanation& explanation)
{
    return !explanation.text.empty() || !explanation.rule.empty();
}

/// The later one of two indices into the explanations: by date, then by place. -1 is earlier than all.
class Latest
{
public:
    explicit Latest(const std::vector<Explanation>& explanations) : m_explanations(explanations)
    {
    }

    void consider(int index)
    {
        if (m_index < 0 || at(m_index).written <= at(index).written)
            m_index = index;
    }

    [[nodiscard]] int index() const
    {
        return m_index;
    }

private:
    [[nodiscard]] const Explanation& at(int index) const
    {
        return m_explanations[static_cast<std::size_t>(index)];
    }

    const std::vector<Explanation>& m_explanations;
    int m_index = -1;
};

/// The explanations by key, and what may be asked of them.
class Shelf
{
public:
    Shelf(const std::vector<Explanation>& explanations, const Workbook& workbook)
        : m_explanations(explanations), m_workbook(workbook)
    {
        take_in();
    }

    /// Takes in what was added to the explanations since.
    void take_in()
    {
        for (; m_taken_in < m_explanations.size(); ++m_taken_in)
            m_by_key[key_of(m_explanations[m_taken_in], m_workbook)].push_back(static_cast<int>(m_taken_in));
    }

    [[nodiscard]] const std::vector<int>& of(const Key& key) const
    {
        static const std::vector<int> none;
        const auto found = m_by_key.find(key);
        return found == m_by_key.end() ? none : found->second;
    }

    /// The latest one of a key, period and value; with_text leaves out those without one.
    [[nodiscard]] int with_value(const Key& key, std::string_view period, std::string_view value, bool with_text) const
    {
        Latest latest(m_explanations);
        for (const int index : of(key))
            if (at(index).period == period && (!with_text || !at(index).text.empty()) && same(at(index).value, value))
                latest.consider(index);
        return latest.index();
    }

    /// The latest one with a text for a key and period, whatever its value; none of those that are taken.
    [[nodiscard]] int with_period(const Key& key, std::string_view period, const std::set<int>& taken = {}) const
    {
        Latest latest(m_explanations);
        for (const int index : of(key))
            if (at(index).period == period && !at(index).text.empty() && !taken.contains(index))
                latest.consider(index);
        return latest.index();
    }

    /// The latest period before this one that has an explanation with a text; empty when there is none.
    [[nodiscard]] std::string period_before(const Key& key, std::string_view period) const
    {
        std::string found;
        const auto before = parse_date(period);
        for (const int index : of(key))
            if (const auto date = parse_date(at(index).period);
                before && date && *date < *before && !at(index).text.empty() && at(index).period > found)
                found = at(index).period;
        return found;
    }

    [[nodiscard]] bool same(std::string_view a, std::string_view b) const
    {
        return same_value(a, b, m_workbook.language, m_workbook.cells.null_date);
    }

private:
    [[nodiscard]] const Explanation& at(int index) const
    {
        return m_explanations[static_cast<std::size_t>(index)];
    }

    const std::vector<Explanation>& m_explanations;
    const Workbook& m_workbook;
    std::size_t m_taken_in = 0;
    std::map<Key, std::vector<int>> m_by_key;
};

bool means_the_same_again(std::string_view text, const Words& words)
{
    // The word is shown in quotes, and some type them too.
    std::string word(text);
    for (const std::string_view mark : {"»", "«", "“", "”", "\"", "'", "."})
        for (std::size_t at = word.find(mark); at != std::string::npos; at = word.find(mark))
            word.erase(at, mark.size());
    text = word;
    return same_text(text, words.danish.get("explanation.same")) ||
           same_text(text, words.english.get("explanation.same"));
}

/// Takes in what stands beside a finding in the report; shown_as_explained says that the tool put a text there.
void gather(std::vector<Explanation>& explanations, const Shelf& shelf, Explanation typed, bool shown_as_explained,
            const Workbook& workbook, const Words& words)
{
    const Key key = key_of(typed, workbook);
    const auto put_by_the_tool = [&](int index)
    {
        const Explanation& known = explanations[static_cast<std::size_t>(index)];
        return typed.text == known.text || text_check(typed.text) == known.check;
    };
    // Whatever became of the explanation since, its text beside the finding is then the tool's.
    const std::vector<int>& all = shelf.of(key);
    if (shown_as_explained && std::any_of(all.begin(), all.end(), put_by_the_tool))
        return;
    const int own = shelf.with_value(key, typed.period, typed.value, false);
    if (own >= 0 && put_by_the_tool(own))
        return;
    if (means_the_same_again(typed.text, words))
    {
        int asked = shelf.with_period(key, typed.period);
        if (asked < 0)
            asked = shelf.with_period(key, shelf.period_before(key, typed.period));
        if (asked >= 0)
            typed.text = explanations[static_cast<std::size_t>(asked)].text;
    }
    if (own < 0)
    {
        explanations.push_back(std::move(typed));
        return;
    }
    Explanation replaced = explanations[static_cast<std::size_t>(own)];
    Explanation& now = explanations[static_cast<std::size_t>(own)];
    now.text = typed.text;
    now.written = typed.written;
    if (replaced.text.empty() || now.text.find(replaced.text) != std::string::npos)
        return;
    // Of two texts of one day the lower one counts as the later; this one is the earlier.
    replaced.row = -1;
    if (replaced.written == now.written && now.written)
        replaced.written = Date{std::chrono::sys_days{*now.written} - std::chrono::days{1}};
    explanations.push_back(std::move(replaced));
}

/// Rank of a state where an explanation is used for several findings: the best one is told.
int rank_of(ExplanationState state)
{
    switch (state)
    {
    case ExplanationState::holds:
        return 5;
    case ExplanationState::asked_again:
        return 4;
    case ExplanationState::not_for_errors:
        return 3;
    case ExplanationState::superseded:
        return 2;
    case ExplanationState::no_finding:
        return 1;
    default:
        return 0;
    }
}

ContentCell date_or_text(const std::string& period)
{
    if (const auto date = parse_date(period))
        return *date;
    return period;
}

std::vector<ContentCell> row_content(const Explanation& explanation, const Texts& texts)
{
    ContentCell written;
    if (explanation.written)
        written = *explanation.written;
    return {explanation.rule,
            explanation.figure,
            explanation.subject,
            explanation.municipality,
            date_or_text(explanation.period),
            explanation.value,
            explanation.text,
            texts.get("explanation.state." + std::string(explanation_state_code(explanation.state))),
            written,
            text_check(explanation.text)};
}

Style column_style(std::string_view column)
{
    if (column == "explanation")
        return Style::input_text;
    if (column == "period" || column == "written")
        return Style::cell_date;
    return Style::cell;
}

std::string heading_of(std::string_view column, const Texts& texts)
{
    return texts.get("column.explanations." + std::string(column));
}

void put(SheetUpdate& update, std::pair<int, int> row_and_column, ContentCell content, std::optional<Style> style)
{
    CellUpdate& cell = update.cells.emplace_back();
    cell.row = row_and_column.first;
    cell.column = row_and_column.second;
    cell.content = std::move(content);
    cell.style = style;
}

bool shows(const Cell& cell, const ContentCell& content, const Workbook& workbook)
{
    if (const Date* date = std::get_if<Date>(&content))
        return date_in(cell, workbook.cells.null_date) == *date;
    const std::string* text = std::get_if<std::string>(&content);
    return cell_text(cell, workbook.language) == (text ? std::string(trimmed(*text)) : std::string{});
}

} // namespace

std::string_view explanation_state_code(ExplanationState state)
{
    switch (state)
    {
    case ExplanationState::holds:
        return "holds";
    case ExplanationState::asked_again:
        return "asked-again";
    case ExplanationState::not_for_errors:
        return "not-for-errors";
    case ExplanationState::superseded:
        return "superseded";
    case ExplanationState::no_finding:
        return "no-finding";
    default:
        return "no-text";
    }
}

std::vector<Explanation> read_explanations(const Workbook& workbook, const Words& words, Date today)
{
    const TableArea area = find_result_table(workbook.cells, "explanations", "column.explanations.", words);
    std::vector<Explanation> explanations;
    if (!area.found())
        return explanations;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        Explanation explanation = read_row(workbook, area, row);
        if (!says_something(explanation))
            continue;
        explanation.row = row;
        explanation.check = workbook.text(area, row, "check");
        explanation.written = date_in(workbook.cell(area, row, "written"), workbook.cells.null_date);
        if (!explanation.written || explanation.check != text_check(explanation.text))
            explanation.written = today;
        explanations.push_back(std::move(explanation));
    }
    return explanations;
}

void gather_from_report(std::vector<Explanation>& explanations, const Workbook& workbook, const Words& words,
                        Date today)
{
    const TableArea area = find_result_table(workbook.cells, "validation", "report.column.", words);
    if (!area.found() || area.column("explanation") < 0)
        return;
    Shelf shelf(explanations, workbook);
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        Explanation typed = read_row(workbook, area, row);
        if (typed.text.empty())
            continue;
        typed.written = today;
        const std::string status = workbook.text(area, row, "status");
        const bool shown_as_explained = same_text(status, words.danish.get("status.explained")) ||
                                        same_text(status, words.english.get("status.explained"));
        gather(explanations, shelf, std::move(typed), shown_as_explained, workbook, words);
        shelf.take_in();
    }
}

void apply_explanations(std::vector<Explanation>& explanations, std::vector<Finding>& findings,
                        const Workbook& workbook)
{
    for (Explanation& explanation : explanations)
        explanation.state = explanation.text.empty() ? ExplanationState::no_text : ExplanationState::no_finding;
    const auto raise = [&explanations](int index, ExplanationState state)
    {
        Explanation& explanation = explanations[static_cast<std::size_t>(index)];
        if (rank_of(state) > rank_of(explanation.state) && !explanation.text.empty())
            explanation.state = state;
    };
    const Shelf shelf(explanations, workbook);
    std::vector<int> used(findings.size(), -1);
    std::set<int> taken;
    // What fits exactly is given away first: of two findings with the same key, the other must not be asked about it.
    for (std::size_t i = 0; i < findings.size(); ++i)
    {
        const Finding& finding = findings[i];
        const Key key = key_of(finding, workbook);
        if (finding.severity == rules::Severity::error)
        {
            for (const int index : shelf.of(key))
                if (explanations[static_cast<std::size_t>(index)].period == finding.period)
                    raise(index, ExplanationState::not_for_errors);
            continue;
        }
        used[i] = shelf.with_value(key, finding.period, finding.value, true);
        if (used[i] >= 0)
            taken.insert(used[i]);
    }
    for (std::size_t i = 0; i < findings.size(); ++i)
    {
        Finding& finding = findings[i];
        finding.status = FindingStatus::open;
        finding.explanation.clear();
        if (finding.severity == rules::Severity::error)
            continue;
        const Key key = key_of(finding, workbook);
        bool holds = used[i] >= 0;
        if (!holds)
            used[i] = shelf.with_period(key, finding.period, taken);
        if (used[i] < 0 && shelf.with_period(key, finding.period) < 0)
        {
            const std::string before = shelf.period_before(key, finding.period);
            used[i] = before.empty() ? -1 : shelf.with_value(key, before, finding.value, true);
            holds = used[i] >= 0;
            if (!holds && !before.empty())
                used[i] = shelf.with_period(key, before);
        }
        if (used[i] < 0)
            continue;
        finding.status = holds ? FindingStatus::explained : FindingStatus::ask_again;
        finding.explanation = explanations[static_cast<std::size_t>(used[i])].text;
        raise(used[i], holds ? ExplanationState::holds : ExplanationState::asked_again);
        for (const int index : shelf.of(key))
            if (explanations[static_cast<std::size_t>(index)].period == finding.period)
                raise(index, ExplanationState::superseded);
    }
}

std::vector<Explanation> explain(const Workbook& workbook, const Words& words, Date today,
                                 std::vector<Finding>& findings)
{
    std::vector<Explanation> explanations = read_explanations(workbook, words, today);
    gather_from_report(explanations, workbook, words, today);
    apply_explanations(explanations, findings, workbook);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b)
                     {
                         const auto rank = [](const Finding& finding)
                         { return std::pair(finding.severity, finding.status == FindingStatus::explained); };
                         return rank(a) < rank(b);
                     });
    return explanations;
}

SheetContent explanations_sheet(const std::vector<Explanation>& explanations, const Workbook& workbook,
                                const Texts& texts)
{
    SheetContent sheet;
    sheet.id = "explanations";
    sheet.name = texts.get("sheet.explanations");
    sheet.column_widths_mm.assign(column_widths.begin(), column_widths.end());
    sheet.rows.push_back({texts.format(
        "explanations.title",
        {{"municipality", workbook.municipality ? workbook.municipality->name : texts.get("word.unknown")}})});
    sheet.rows.push_back({texts.get("explanations.subtitle")});
    sheet.rows.push_back({texts.get("explanations.columns")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    const int last_column = static_cast<int>(column_keys.size()) - 1;
    std::vector<ContentCell> headings;
    headings.reserve(column_keys.size());
    for (const std::string_view column : column_keys)
        headings.emplace_back(heading_of(column, texts));
    sheet.rows.push_back(std::move(headings));
    for (const Explanation& explanation : explanations)
        sheet.rows.push_back(row_content(explanation, texts));
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    for (int column = 0; column <= last_column && last > heading; ++column)
        sheet.style({heading + 1, column, last, column}, column_style(column_keys[static_cast<std::size_t>(column)]));
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = last > heading;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

std::optional<SheetUpdate> explanations_update(const std::vector<Explanation>& explanations, const Workbook& workbook,
                                               const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    TableArea area = find_result_table(workbook.cells, "explanations", "column.explanations.", words);
    if (area.sheet < 0)
        return std::nullopt;
    const Grid& grid = workbook.grid(area);
    SheetUpdate update;
    update.sheet = area.sheet;
    if (!area.found())
    {
        // The headings are gone; what is there stays, and the table begins anew beneath it.
        area.heading_row = grid.rows() + 1;
        area.last_row = area.heading_row;
    }
    int next_column = area.columns.empty() ? 0 : grid.columns;
    for (const std::string_view column : column_keys)
        if (area.column(column) < 0)
        {
            put(update, {area.heading_row, next_column}, heading_of(column, texts), Style::heading);
            area.columns.emplace(column, next_column++);
        }
    int last_row = area.last_row;
    for (const Explanation& explanation : explanations)
    {
        const bool added = explanation.row < 0;
        const int row = added ? ++last_row : explanation.row;
        const std::vector<ContentCell> content = row_content(explanation, texts);
        for (std::size_t i = 0; i < column_keys.size(); ++i)
        {
            const int column = area.column(column_keys[i]);
            // A row that a person wrote keeps its look; a cell that was empty has none yet.
            const bool empty = is_empty(grid.at(row, column));
            if (added || !shows(grid.at(row, column), content[i], workbook))
                put(update, {row, column}, content[i],
                    added || empty ? std::optional(column_style(column_keys[i])) : std::nullopt);
        }
    }
    int first_column = next_column;
    int last_column = 0;
    for (const auto& [key, column] : area.columns)
    {
        first_column = std::min(first_column, column);
        last_column = std::max(last_column, column);
    }
    update.table = {area.heading_row, first_column, last_row, last_column};
    return update;
}

std::optional<ExplanationEdit> explain_one(const Finding& finding, std::string_view text, const Workbook& workbook,
                                           const Words& words, Date today)
{
    if (finding.severity == rules::Severity::error)
        return std::nullopt;
    const std::vector<Explanation> explanations = read_explanations(workbook, words, today);
    const TableArea area = find_result_table(workbook.cells, "explanations", "column.explanations.", words);
    const Shelf shelf(explanations, workbook);
    const int own = shelf.with_value(key_of(finding, workbook), finding.period, finding.value, false);
    if (own >= 0)
    {
        const Explanation& known = explanations[static_cast<std::size_t>(own)];
        if (known.text == trimmed(text))
            return std::nullopt;
        // The check keeps speaking of the old text, so that the next validation sees that a person edited it.
        SheetUpdate update;
        update.sheet = area.sheet;
        put(update, {known.row, area.column("explanation")}, std::string(trimmed(text)), std::nullopt);
        int first_column = area.column("explanation");
        int last_column = first_column;
        for (const auto& [key, column] : area.columns)
        {
            first_column = std::min(first_column, column);
            last_column = std::max(last_column, column);
        }
        update.table = {area.heading_row, first_column, area.last_row, last_column};
        ExplanationEdit edit;
        edit.update = std::move(update);
        return edit;
    }
    if (trimmed(text).empty())
        return std::nullopt;
    Explanation explanation;
    explanation.rule = finding.rule;
    explanation.figure = finding.figure;
    explanation.subject = finding.subject;
    explanation.municipality = finding.municipality;
    explanation.period = finding.period;
    explanation.value = finding.value;
    explanation.text = trimmed(text);
    explanation.written = today;
    explanation.state = ExplanationState::holds;
    ExplanationEdit edit;
    edit.update = explanations_update({explanation}, workbook, words);
    if (!edit.update)
        edit.sheet = explanations_sheet({explanation}, workbook, words.in(workbook.language));
    return edit;
}

} // namespace trinvis
