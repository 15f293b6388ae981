// SPDX-License-Identifier: MPL-2.0
//
// Rows into Sammenligningsdata: what is there already is found by municipality, item and date; what changes becomes blocks.
#include "reference/comparison_blocks.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>

namespace trinvis::reference
{

namespace
{

/// Municipality, item and day in one number.
using Key = std::uint64_t;

bool same_number(double a, double b)
{
    return std::fabs(a - b) <= 1e-12 * std::fmax(std::fabs(a), std::fabs(b));
}

bool shows(const Cell& cell, const ContentCell& content)
{
    if (const double* number = std::get_if<double>(&content))
    {
        const double* there = std::get_if<double>(&cell);
        return there && same_number(*there, *number);
    }
    if (const std::string* text = std::get_if<std::string>(&content))
    {
        const std::string* there = std::get_if<std::string>(&cell);
        return there ? same_text(*there, *text) : is_empty(cell) && text->empty();
    }
    return is_empty(cell);
}

std::string content_text(const ContentCell& content, Language language)
{
    if (const double* number = std::get_if<double>(&content))
        return cell_text(Cell{*number}, language);
    const std::string* text = std::get_if<std::string>(&content);
    return text ? *text : std::string{};
}

class RowsIntoSheet
{
public:
    RowsIntoSheet(const std::vector<ComparisonRow>& rows, const std::vector<RowConcepts>& concepts,
                  const Workbook& workbook, const Words& words, const ApplyOptions& options)
        : m_rows(rows), m_concepts(concepts), m_workbook(workbook), m_options(options),
          m_texts(words.in(workbook.language)), m_area(workbook.comparison)
    {
    }

    ImportRows put(std::vector<LeftOut> left_out)
    {
        m_result.left_out = std::move(left_out);
        if (!find_columns() || !index_rows())
            return refusal();
        index_sheet();
        for (const ComparisonRow& row : m_rows)
            put_row(row);
        find_mixed();
        make_blocks(m_changes, m_concepts, m_workbook, m_result);
        return std::move(m_result);
    }

private:
    [[nodiscard]] ImportRows refusal()
    {
        ImportRows refused;
        refused.fault = std::move(m_result.fault);
        return refused;
    }

    void refuse(std::string code, std::optional<SourcePlace> place, Replacements values)
    {
        m_result.fault = ImportFault{std::move(code), place, std::move(values)};
    }

    bool find_columns()
    {
        if (!m_area.found())
        {
            refuse("sheet-missing", std::nullopt, {{"sheet", m_texts.get("sheet.comparison")}});
            return false;
        }
        m_result.sheet = m_area.sheet;
        int next = m_workbook.grid(m_area).columns;
        for (std::size_t i = 0; i < comparison_keys.size(); ++i)
        {
            m_changes.columns.at(i) = m_area.column(comparison_keys.at(i));
            if (m_changes.columns.at(i) >= 0)
                continue;
            const std::string heading = m_texts.get("column.comparison." + std::string(comparison_keys.at(i)));
            if (i < needed_columns)
            {
                refuse("sheet-column", std::nullopt,
                       {{"sheet", m_workbook.grid(m_area).sheet_name}, {"column", heading}});
                return false;
            }
            // A workbook made before the column was thought of; an unknown concept needs no column.
            if (!any_text(i))
                continue;
            m_changes.columns.at(i) = next++;
            m_result.blocks.push_back({m_area.heading_row, m_changes.columns.at(i), {{heading}}, true});
        }
        return true;
    }

    [[nodiscard]] bool any_text(std::size_t column) const
    {
        return std::any_of(m_concepts.begin(), m_concepts.end(),
                           [this, column](const RowConcepts& concepts) { return !text_of(concepts, column).empty(); });
    }

    [[nodiscard]] std::optional<Key> key_of(const Municipality* municipality, std::string_view item, Date date)
    {
        const auto known = m_items.find(item);
        if (!municipality || known == m_items.end())
            return std::nullopt;
        const auto place = static_cast<Key>(municipality - m_workbook.municipalities->all().data());
        const auto day = static_cast<std::uint32_t>(std::chrono::sys_days(date).time_since_epoch().count());
        return (place << 48U) | (known->second << 32U) | day;
    }

    /// Gives every item a number and finds a place that the source fills twice.
    bool index_rows()
    {
        for (const ComparisonRow& row : m_rows)
            m_items.emplace(folded(row.item), m_items.size());
        std::string last;
        std::string last_folded;
        m_keys.reserve(m_rows.size());
        std::unordered_map<Key, std::size_t> seen;
        seen.reserve(m_rows.size());
        for (std::size_t i = 0; i < m_rows.size(); ++i)
        {
            const ComparisonRow& row = m_rows[i];
            if (row.item != last || i == 0)
            {
                last = row.item;
                last_folded = folded(row.item);
            }
            m_keys.push_back(*key_of(row.municipality, last_folded, row.cut_off));
            const auto [first, added] = seen.emplace(m_keys.back(), i);
            if (added)
                continue;
            const auto& place = m_rows[first->second].place;
            refuse("doubled-value", row.place,
                   {{"municipality", row.municipality->name},
                    {"item", std::string(row.item)},
                    {"date", format_date(row.cut_off, m_workbook.language)},
                    {"first", place ? std::to_string(static_cast<std::size_t>(place->row) + 1) : "1"}});
            return false;
        }
        return true;
    }

    void index_sheet()
    {
        const Grid& grid = m_workbook.grid(m_area);
        Cell last_place;
        const Municipality* municipality = nullptr;
        std::string last_item;
        std::string item;
        for (int row = m_area.heading_row + 1; row <= m_area.last_row; ++row)
        {
            const Cell& place = grid.at(row, m_changes.columns[0]);
            if (place != last_place)
            {
                last_place = place;
                municipality = m_workbook.municipalities->find_cell(place);
            }
            if (const std::string* typed = std::get_if<std::string>(&grid.at(row, m_changes.columns[1]));
                typed && *typed != last_item)
            {
                last_item = *typed;
                item = folded(*typed);
            }
            else if (!typed)
            {
                last_item.clear();
                item = folded(m_workbook.text(m_area, row, "item"));
            }
            const auto date = date_in(grid.at(row, m_changes.columns[date_column]), m_workbook.cells.null_date);
            if (const auto key = date ? key_of(municipality, item, *date) : std::nullopt)
                m_there.emplace(*key, row);
        }
    }

    void leave_out(std::string_view code, std::string example)
    {
        constexpr std::size_t most_examples = 10;
        auto reason = std::find_if(m_result.left_out.begin(), m_result.left_out.end(),
                                   [code](const LeftOut& candidate) { return candidate.code == code; });
        if (reason == m_result.left_out.end())
        {
            m_result.left_out.push_back({std::string(code), 0, {}});
            reason = m_result.left_out.end() - 1;
        }
        ++reason->count;
        if (reason->examples.size() < most_examples)
            reason->examples.push_back(std::move(example));
    }

    [[nodiscard]] std::string described(const ComparisonRow& row) const
    {
        return row.municipality->name + ", " + std::string(row.item) + ", " +
               format_date(row.cut_off, m_workbook.language);
    }

    void tell(std::string code, Place place, const ComparisonRow& row, std::string before, std::string after)
    {
        ++m_result.conflict_count;
        if (m_result.conflicts.size() >= most_conflicts)
            return;
        m_result.conflicts.push_back({std::move(code),
                                      m_workbook.cells.sheets.at(static_cast<std::size_t>(place.sheet)).sheet_name +
                                          "!" + cell_address(place.row, place.column),
                                      row.municipality->name, std::string(row.item), row.cut_off, std::move(before),
                                      std::move(after)});
    }

    void put_row(const ComparisonRow& row)
    {
        const Key key = m_keys[static_cast<std::size_t>(&row - m_rows.data())];
        if (row.municipality == m_workbook.municipality)
        {
            compare_own(row);
            return;
        }
        const auto there = m_there.find(key);
        if (there == m_there.end())
        {
            m_changes.added.push_back(&row);
            ++m_result.added;
            m_touched.insert(key & 0xFFFFFFFFFFFFU);
            return;
        }
        replace(row, there->second);
        m_touched.insert(key & 0xFFFFFFFFFFFFU);
    }

    /// The own municipality's figures stand in Indtastning and stay there; a number that differs is told.
    void compare_own(const ComparisonRow& row)
    {
        leave_out("own", described(row));
        const EntryLine* line = m_workbook.line(row.item);
        const double* number = std::get_if<double>(&row.value);
        if (!line || !number)
            return;
        for (const Round& round : m_workbook.rounds)
        {
            const Cell& cell = m_workbook.grid(m_workbook.entry).at(line->row, round.column);
            const double* own = std::get_if<double>(&cell);
            if (round.date == row.cut_off && own && !same_number(*own, *number))
                tell("own", {m_workbook.entry.sheet, line->row, round.column}, row,
                     cell_text(cell, m_workbook.language), content_text(row.value, m_workbook.language));
        }
    }

    void replace(const ComparisonRow& row, int at)
    {
        const Grid& grid = m_workbook.grid(m_area);
        const RowConcepts& concepts = m_concepts[row.concepts];
        const Cell& before = grid.at(at, m_changes.columns[value_column]);
        const bool same_value = shows(before, row.value);
        const auto text_at = [&](std::size_t column)
        {
            return m_changes.columns.at(column) < 0
                       ? std::string{}
                       : cell_text(grid.at(at, m_changes.columns.at(column)), m_workbook.language);
        };
        bool same_texts = true;
        for (std::size_t column = source_column; column < comparison_keys.size(); ++column)
        {
            const std::string was = text_at(column);
            const std::string& now = text_of(concepts, column);
            const bool same = same_text(was, now);
            same_texts = same_texts && same;
            if (column > source_column && !same && !was.empty() && !now.empty())
                tell("concept", {m_area.sheet, at, m_changes.columns.at(column)}, row, was, now);
        }
        if (!same_value && !is_empty(before))
            tell(same_text(text_at(source_column), concepts.source) ? "value" : "source",
                 {m_area.sheet, at, m_changes.columns[value_column]}, row, cell_text(before, m_workbook.language),
                 content_text(row.value, m_workbook.language));
        if (same_value && same_texts)
        {
            ++m_result.unchanged;
            return;
        }
        const bool formula =
            m_workbook.cells.structure(m_area.sheet).holds_formula(at, m_changes.columns[value_column]);
        if (formula || (m_options.existing == Existing::keep && !is_empty(before)))
        {
            leave_out(formula ? "formula" : "kept", described(row));
            return;
        }
        ++m_result.replaced;
        change(value_column, at, row.value);
        for (std::size_t column = source_column; column < comparison_keys.size(); ++column)
            if (m_changes.columns.at(column) >= 0)
                change(column, at, text_of(concepts, column));
    }

    void change(std::size_t column, int row, ContentCell content)
    {
        if (!shows(m_workbook.grid(m_area).at(row, m_changes.columns.at(column)), content))
            m_changes.cells.at(column).emplace(row, std::move(content));
    }

    /// Items and dates of which the sheet would hold values from several sources or of several concepts.
    void find_mixed()
    {
        const Grid& grid = m_workbook.grid(m_area);
        std::map<Key, std::set<std::string>> kinds;
        const auto kind_of = [](const std::array<std::string, 4>& texts)
        {
            std::string kind;
            for (const std::string& text : texts)
                kind += folded(text) + "\n";
            return kind;
        };
        for (const auto& [key, row] : m_there)
        {
            const Key item_and_day = key & 0xFFFFFFFFFFFFU;
            if (!m_touched.contains(item_and_day))
                continue;
            std::array<std::string, 4> texts;
            for (std::size_t i = 0; i < texts.size(); ++i)
            {
                const std::size_t column = source_column + i;
                const auto changed = m_changes.cells.at(column).find(row);
                if (changed != m_changes.cells.at(column).end())
                    texts.at(i) = content_text(changed->second, m_workbook.language);
                else if (m_changes.columns.at(column) >= 0)
                    texts.at(i) = cell_text(grid.at(row, m_changes.columns.at(column)), m_workbook.language);
            }
            kinds[item_and_day].insert(kind_of(texts));
        }
        for (const ComparisonRow* row : m_changes.added)
        {
            const RowConcepts& concepts = m_concepts[row->concepts];
            kinds[m_keys[static_cast<std::size_t>(row - m_rows.data())] & 0xFFFFFFFFFFFFU].insert(
                kind_of({concepts.source, concepts.municipality_concept, concepts.counting_unit, concepts.age_base}));
        }
        for (const auto& [key, different] : kinds)
            if (different.size() > 1)
                for (const auto& [name, number] : m_items)
                    if (number == key >> 32U)
                        m_result.mixed.push_back(name + " " +
                                                 format_date(Date{std::chrono::sys_days{std::chrono::days{
                                                                 static_cast<std::int32_t>(key & 0xFFFFFFFFU)}}},
                                                             m_workbook.language));
    }

    const std::vector<ComparisonRow>& m_rows;
    const std::vector<RowConcepts>& m_concepts;
    const Workbook& m_workbook;
    const ApplyOptions& m_options;
    const Texts& m_texts;
    const TableArea& m_area;
    ImportRows m_result;
    std::map<std::string, Key, std::less<>> m_items;
    std::vector<Key> m_keys;
    std::unordered_map<Key, int> m_there; ///< the first row of each place
    std::set<Key> m_touched;              ///< items and days that the source fills
    ComparisonChanges m_changes;
};

} // namespace

ImportRows put_rows(const std::vector<ComparisonRow>& rows, const std::vector<RowConcepts>& concepts,
                    std::vector<LeftOut> left_out, const Workbook& workbook, const Words& words,
                    const ApplyOptions& options)
{
    return RowsIntoSheet(rows, concepts, workbook, words, options).put(std::move(left_out));
}

} // namespace trinvis::reference
