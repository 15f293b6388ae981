// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/focus_sheet.hpp"

#include "catalogue/working_tables.hpp"
#include "mini_analysis/assessment.hpp"
#include "mini_analysis/inspiration.hpp"
#include "mini_analysis/link.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int rows_with_choices = 60;
constexpr int rows_of_form = 15; ///< look like fields to be filled in from the beginning
/// The texts that the tool writes, in the order of their checks in Kontrol.
constexpr std::array<std::string_view, 4> written_columns{"proposal", "area", "reason", "inspiration"};
using Checks = std::array<std::string, written_columns.size()>;

Style style_of(std::string_view column)
{
    if (column == "reference" || column == "inspiration")
        return Style::cell_link;
    if (column == "chosen" || column == "own_reason" || column == "area")
        return Style::input_text;
    return column == "check" ? Style::note : Style::cell;
}

Checks checks_in(std::string_view text)
{
    Checks checks;
    for (std::string& check : checks)
    {
        const std::size_t end = std::min(text.find('-'), text.size());
        check = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return checks;
}

std::string text_of(const Checks& checks)
{
    std::string text;
    for (const std::string& check : checks)
        text += (&check == checks.data() ? "" : "-") + check;
    return text;
}

class Changing
{
public:
    Changing(const Workbook& workbook, std::span<const FocusReason> reasons, const MiniAnalysisForm& form,
             const Words& words)
        : m_workbook(workbook), m_area(workbook.working_table("focus_areas")), m_reasons(reasons), m_form(form),
          m_words(words), m_texts(words.in(workbook.language))
    {
    }

    FocusSheetChange all()
    {
        m_change.update.sheet = m_area.sheet;
        if (!m_area.found() || m_area.column("reference") < 0)
            return std::move(m_change);
        m_change.proposals = m_reasons.size();
        m_change.update.table = range_of(m_area);
        std::vector<int> rows(m_reasons.size(), -1);
        for (int row = m_area.heading_row + 1; row <= m_area.last_row; ++row)
        {
            const std::size_t reason = reason_of(row);
            if (reason < rows.size() && rows[reason] < 0)
                rows[reason] = row;
            else if (reason == rows.size() && is_ours(row))
                outdate(row);
            else if (reason == rows.size())
                link_own_row(row);
        }
        for (std::size_t i = 0; i < rows.size(); ++i)
        {
            if (rows[i] < 0)
            {
                rows[i] = next_empty_row();
                ++m_change.added;
            }
            renew(rows[i], m_reasons[i]);
        }
        return std::move(m_change);
    }

private:
    [[nodiscard]] const Cell& cell(int row, std::string_view key) const
    {
        static const Cell nothing;
        const int column = m_area.column(key);
        return column < 0 ? nothing : m_workbook.grid(m_area).at(row, column);
    }

    [[nodiscard]] std::string text(int row, std::string_view key) const
    {
        return m_area.column(key) < 0 ? std::string{} : cell_text(cell(row, key), m_workbook.language);
    }

    [[nodiscard]] bool is_ours(int row) const
    {
        return !text(row, "check").empty() && references_in(text(row, "reference")).size() == 1;
    }

    /// The proposal that a row is about: the number of proposals where it is about none.
    [[nodiscard]] std::size_t reason_of(int row) const
    {
        const std::vector<Reference> references = references_in(text(row, "reference"));
        if (references.size() != 1)
            return m_reasons.size();
        const auto found =
            std::find_if(m_reasons.begin(), m_reasons.end(),
                         [&](const FocusReason& reason) { return reason.reference == references.front(); });
        return static_cast<std::size_t>(found - m_reasons.begin());
    }

    /// A row beneath the headings in which nothing stands, also not in columns of the user's.
    int next_empty_row()
    {
        const Grid& grid = m_workbook.grid(m_area);
        for (int row = m_area.heading_row + 1;; ++row)
        {
            bool empty = !m_taken.contains(row);
            for (int column = 0; column < grid.columns && empty && row < grid.rows(); ++column)
                empty = is_empty(grid.at(row, column));
            if (!empty)
                continue;
            m_taken.insert(row);
            m_change.update.table.last_row = std::max(m_change.update.table.last_row, row);
            return row;
        }
    }

    void put(int row, std::string_view key, ContentCell content, bool styled)
    {
        if (m_area.column(key) >= 0)
            m_change.update.cells.push_back(
                {row, m_area.column(key), std::move(content), styled ? std::optional(style_of(key)) : std::nullopt});
    }

    /// Writes a text of the tool's where nothing stands or what it wrote before; its check follows.
    void put_text(int row, std::size_t column, const std::string& wanted, Checks& checks, bool fresh)
    {
        const std::string_view key = written_columns[column];
        const std::string now = text(row, key);
        if (!now.empty() && text_check(now) != checks[column])
            return;
        checks[column] = text_check(wanted);
        if (now != wanted)
            put(row, key, wanted.empty() ? ContentCell{} : ContentCell{wanted}, fresh);
    }

    void renew(int row, const FocusReason& reason)
    {
        const std::string earlier = text(row, "check");
        const bool fresh = m_taken.contains(row);
        Checks checks = checks_in(earlier);
        const std::string shown = reference_text(reason.reference, m_texts);
        if (text(row, "reference").empty() || text(row, "reference") == shown)
        {
            auto link = link_to(reason.reference, m_workbook, m_words);
            put(row, "reference", link ? ContentCell{*std::move(link)} : ContentCell{shown}, true);
        }
        put_text(row, 0, reason.proposal, checks, fresh);
        put_text(row, 1, m_form.area_name(reason.area, m_workbook.language), checks, fresh);
        put_text(row, 2, reason.reason, checks, fresh);
        put_inspiration(row, reason, checks);
        if (fresh)
            for (const std::string_view key : {"chosen", "own_reason"})
                put(row, key, {}, true);
        if (text_of(checks) != earlier)
            put(row, "check", text_of(checks), fresh);
    }

    /// The examples of the area that the row names, which may be another than the proposed one.
    void put_inspiration(int row, const FocusReason& reason, Checks& checks)
    {
        const std::string now = text(row, "inspiration");
        if (!now.empty() && text_check(now) != checks[3])
            return;
        const PracticeArea* named = m_form.area(text(row, "area"));
        if (const auto link = link_to_examples(named ? named->id : reason.area, m_workbook, m_form, m_texts))
        {
            checks[3] = text_check(link->text);
            put(row, "inspiration", *link, true);
        }
        else if (!now.empty())
            put(row, "inspiration", {}, false);
    }

    /// A row of the consultant's own gets the link to the examples of its area, where nothing else stands.
    void link_own_row(int row)
    {
        const PracticeArea* named = m_form.area(text(row, "area"));
        const auto link = link_to_examples(named ? named->id : std::string{}, m_workbook, m_form, m_texts);
        const std::string now = text(row, "inspiration");
        if (link && (now.empty() || now == link->text || now == m_texts.get("focus.examples.none")))
            put(row, "inspiration", *link, true);
    }

    /// Whether the consultant decided, wrote or changed anything in a row of the tool's.
    [[nodiscard]] bool is_touched(int row) const
    {
        const Checks checks = checks_in(text(row, "check"));
        for (std::size_t i = 0; i < written_columns.size(); ++i)
            if (const std::string now = text(row, written_columns[i]); !now.empty() && text_check(now) != checks[i])
                return true;
        std::set<int> known;
        for (const auto& [key, column] : m_area.columns)
            if (key != "chosen" && key != "own_reason")
                known.insert(column);
        const Grid& grid = m_workbook.grid(m_area);
        for (int column = 0; column < grid.columns; ++column)
            if (!known.contains(column) && !is_empty(grid.at(row, column)))
                return true;
        return false;
    }

    void outdate(int row)
    {
        if (!is_touched(row))
        {
            for (const std::string_view key : {"reference", "proposal", "area", "reason", "inspiration", "check"})
                if (!is_empty(cell(row, key)))
                    put(row, key, {}, false);
            ++m_change.removed;
            return;
        }
        ++m_change.outdated;
        Checks checks = checks_in(text(row, "check"));
        const std::string now = text(row, "reason");
        const std::string& mark = m_texts.get("focus.outdated");
        if (text_check(now) != checks[2])
            return;
        const bool shared = m_workbook.sharing.wanted;
        if (now.starts_with(mark) && !(shared && now != mark))
            return;
        const std::string wanted = shared ? mark : m_texts.format("focus.outdated.before", {{"reason", now}});
        checks[2] = text_check(wanted);
        put(row, "reason", wanted, false);
        put(row, "check", text_of(checks), false);
    }

    const Workbook& m_workbook;
    const TableArea& m_area;
    std::span<const FocusReason> m_reasons;
    const MiniAnalysisForm& m_form;
    const Words& m_words;
    const Texts& m_texts;
    std::set<int> m_taken; ///< rows that get a new proposal
    FocusSheetChange m_change;
};

} // namespace

SheetContent focus_sheet(const MiniAnalysisForm& form, const Texts& texts)
{
    const auto& columns = working_table_kind("focus_areas").columns;
    const int last_column = static_cast<int>(columns.size()) - 1;
    SheetContent sheet;
    sheet.id = "focus_areas";
    sheet.name = texts.get("sheet.focus_areas");
    sheet.column_widths_mm = {26, 54, 36, 92, 16, 60, 34, 20};
    sheet.rows.push_back({texts.get("focus.title")});
    for (const char* key : {"focus.subtitle", "focus.how", "focus.survey", "focus.renewed"})
        sheet.rows.push_back({texts.get(key)});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 4, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    Row headings;
    headings.reserve(columns.size());
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("column.focus_areas." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    const int last = heading + rows_with_choices;
    for (std::size_t i = 0; i < columns.size(); ++i)
        sheet.style({heading + 1, static_cast<int>(i), heading + rows_of_form, static_cast<int>(i)},
                    columns[i] == "check"                                 ? Style::note
                    : columns[i] == "reference" || columns[i] == "reason" ? style_of(columns[i])
                                                                          : Style::input_text);
    const auto column = [&](std::string_view key)
    { return static_cast<int>(std::find(columns.begin(), columns.end(), key) - columns.begin()); };
    sheet.drop_downs.push_back(
        {{heading + 1, column("chosen"), last, column("chosen")}, {texts.get("word.yes"), texts.get("word.no")}});
    sheet.drop_downs.push_back(
        {{heading + 1, column("area"), last, column("area")}, form.area_names(texts.language())});
    sheet.table = CellRange{heading, 0, heading + 1, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 2;
    return sheet;
}

FocusSheetChange focus_sheet_change(const Workbook& workbook, std::span<const FocusReason> reasons,
                                    const MiniAnalysisForm& form, const Words& words)
{
    return Changing(workbook, reasons, form, words).all();
}

std::vector<FocusArea> read_focus_areas(const Workbook& workbook, const Words& words)
{
    std::vector<FocusArea> areas;
    const TableArea& table = workbook.working_table("focus_areas");
    if (!table.found())
        return areas;
    const auto is_word = [&](std::string_view text, std::string_view key)
    { return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key)); };
    for (int row = table.heading_row + 1; row <= table.last_row; ++row)
    {
        const auto text = [&](std::string_view key) { return workbook.text(table, row, key); };
        const std::string chosen = text("chosen");
        FocusArea one{row,
                      text("reference"),
                      text("proposal"),
                      text("area"),
                      text("reason"),
                      is_word(chosen, "word.yes")  ? Chosen::yes
                      : is_word(chosen, "word.no") ? Chosen::no
                                                   : Chosen::undecided,
                      text("own_reason")};
        if (!one.reference.empty() || !one.proposal.empty() || !one.own_reason.empty() || !chosen.empty())
            areas.push_back(std::move(one));
    }
    return areas;
}

} // namespace trinvis
