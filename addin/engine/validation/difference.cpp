// SPDX-License-Identifier: MPL-2.0
#include "validation/difference.hpp"

#include "table/text_match.hpp"
#include "validation/same_value.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace trinvis
{

namespace
{

using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
using Group = std::vector<const ListedFinding*>;
using Groups = std::map<Key, Group>;

Key key_of(const ListedFinding& finding)
{
    return {folded(finding.rule), folded(finding.figure), folded(finding.subject), folded(finding.municipality),
            finding.period};
}

/// The findings of a list by key, without those that are marked as fixed.
Groups present_in(const FindingList& list)
{
    Groups groups;
    for (const ListedFinding& finding : list.findings)
        if (!finding.fixed)
            groups[key_of(finding)].push_back(&finding);
    return groups;
}

std::set<Key> fixed_in(const FindingList& list)
{
    std::set<Key> keys;
    for (const ListedFinding& finding : list.findings)
        if (finding.fixed)
            keys.insert(key_of(finding));
    return keys;
}

class Comparing
{
public:
    Comparing(const FindingList& now, const std::vector<FindingList>& earlier, Date null_date)
        : m_now(now), m_earlier(earlier), m_null_date(null_date)
    {
        for (const FindingList& list : earlier)
        {
            m_present.push_back(present_in(list));
            m_fixed.push_back(fixed_in(list));
        }
    }

    Difference all()
    {
        for (const FindingList& list : m_earlier)
            m_difference.earlier.push_back({list.name, list.municipality, list.validated});
        static const Groups nothing;
        const Groups present = present_in(m_now);
        const Groups& before = m_present.empty() ? nothing : m_present.back();
        for (const auto& [key, group] : present)
        {
            const auto old = before.find(key);
            compare_group(key, group, old == before.end() ? Group{} : old->second);
        }
        for (const auto& [key, group] : before)
            if (!present.contains(key))
                for (const ListedFinding* finding : group)
                    add(Change::fixed, *finding, finding);
        order();
        return std::move(m_difference);
    }

private:
    /// The present findings of a key against those of the latest earlier list.
    void compare_group(const Key& key, Group now, Group before)
    {
        const bool returned = was_gone(key);
        const auto pair = [&](const auto& fits)
        {
            for (auto one = now.begin(); one != now.end();)
            {
                const auto other = std::find_if(before.begin(), before.end(),
                                                [&](const ListedFinding* old) { return fits(**one, *old); });
                if (other == before.end())
                {
                    ++one;
                    continue;
                }
                add(returned               ? Change::returned
                    : same(**one, **other) ? Change::unchanged
                                           : Change::changed,
                    **one, *other);
                before.erase(other);
                one = now.erase(one);
            }
        };
        pair([this](const ListedFinding& a, const ListedFinding& b) { return same(a, b); });
        pair([](const ListedFinding&, const ListedFinding&) { return true; });
        for (const ListedFinding* finding : now)
            add(returned ? Change::returned : Change::added, *finding, last_seen(key));
        for (const ListedFinding* finding : before)
            add(Change::fixed, *finding, finding);
    }

    /// True when a later earlier list lacks what an older one has, or says that it is fixed.
    [[nodiscard]] bool was_gone(const Key& key) const
    {
        bool seen = false;
        for (std::size_t i = 0; i < m_earlier.size(); ++i)
        {
            if (m_fixed[i].contains(key))
                return true;
            const bool there = m_present[i].contains(key);
            if (seen && !there)
                return true;
            seen = seen || there;
        }
        return false;
    }

    /// The finding in the latest earlier list that has it, marked as fixed or not; null when none has.
    [[nodiscard]] const ListedFinding* last_seen(const Key& key) const
    {
        for (std::size_t i = m_earlier.size(); i > 0; --i)
            for (const ListedFinding& finding : m_earlier[i - 1].findings)
                if (key_of(finding) == key)
                    return &finding;
        return nullptr;
    }

    [[nodiscard]] bool same(const ListedFinding& a, const ListedFinding& b) const
    {
        // Lists may be in different languages; each knows what its own numbers mean.
        if (a.number && b.number)
            return same_value(std::to_string(*a.number), std::to_string(*b.number), Language::english, m_null_date);
        return same_value(a.value, b.value, m_now.language, m_null_date);
    }

    void add(Change change, const ListedFinding& finding, const ListedFinding* earlier)
    {
        ++m_difference.counts.at(static_cast<std::size_t>(change));
        if (change == Change::unchanged)
            return;
        DifferenceRow& row = m_difference.rows.emplace_back();
        row.change = change;
        row.finding = finding;
        if (!earlier)
            return;
        row.earlier_value = earlier->value;
        for (const FindingList& list : m_earlier)
            if (!list.findings.empty() && earlier >= &list.findings.front() && earlier <= &list.findings.back())
                row.last_seen = list.name;
    }

    void order()
    {
        const auto rank = [](const DifferenceRow& row)
        { return std::tuple(row.change, row.finding.severity, row.finding.place, row.finding.rule); };
        std::stable_sort(m_difference.rows.begin(), m_difference.rows.end(),
                         [&](const DifferenceRow& a, const DifferenceRow& b) { return rank(a) < rank(b); });
    }

    const FindingList& m_now;
    const std::vector<FindingList>& m_earlier;
    Date m_null_date;
    std::vector<Groups> m_present;
    std::vector<std::set<Key>> m_fixed;
    Difference m_difference;
};

Style change_style(Change change)
{
    switch (change)
    {
    case Change::returned:
        return Style::error;
    case Change::added:
        return Style::warning;
    case Change::changed:
        return Style::information;
    default:
        return Style::good;
    }
}

ContentCell period_cell(const std::string& period)
{
    if (const auto date = parse_date(period))
        return *date;
    return period;
}

ContentCell place_cell(const ListedFinding& finding, const Workbook& workbook)
{
    const Place& place = finding.place;
    if (place.sheet < 0 || static_cast<std::size_t>(place.sheet) >= workbook.cells.sheets.size())
        return finding.places;
    return LinkTo{finding.places, workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].sheet_name, place.row,
                  place.column};
}

void add_lists(SheetContent& sheet, const Difference& difference, const Workbook& workbook, const Texts& texts)
{
    for (const ComparedList& list : difference.earlier)
    {
        sheet.rows.push_back({list.validated ? texts.format("difference.with_dated",
                                                            {{"name", list.name},
                                                             {"date", format_date(*list.validated, texts.language())}})
                                             : texts.format("difference.with", {{"name", list.name}})});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 0}, Style::subtitle);
        if (list.municipality.empty() || !workbook.municipality || list.municipality == workbook.municipality->code)
            continue;
        sheet.rows.push_back({texts.format("difference.other_municipality",
                                           {{"name", list.name}, {"municipality", list.municipality}})});
        sheet.style({sheet.row_count() - 1, 0, sheet.row_count() - 1, 6}, Style::warning);
    }
}

} // namespace

std::string_view change_code(Change change)
{
    switch (change)
    {
    case Change::returned:
        return "returned";
    case Change::added:
        return "added";
    case Change::changed:
        return "changed";
    case Change::fixed:
        return "fixed";
    default:
        return "unchanged";
    }
}

Difference compare_lists(const FindingList& now, std::vector<FindingList> earlier, Date null_date)
{
    if (std::all_of(earlier.begin(), earlier.end(), [](const FindingList& list) { return list.validated.has_value(); }))
        std::stable_sort(earlier.begin(), earlier.end(),
                         [](const FindingList& a, const FindingList& b) { return a.validated < b.validated; });
    return Comparing(now, earlier, null_date).all();
}

SheetContent difference_sheet(const Difference& difference, const Workbook& workbook, const Texts& texts)
{
    constexpr int place_column = 2;
    constexpr int period_column = 5;
    SheetContent sheet;
    sheet.id = "difference";
    sheet.name = texts.get("sheet.difference");
    sheet.column_widths_mm = {28, 22, 36, 20, 42, 30, 26, 26, 74, 17, 34, 17, 50};
    sheet.rows.push_back({texts.format(
        "difference.title",
        {{"municipality", workbook.municipality ? workbook.municipality->name : texts.get("word.unknown")}})});
    Replacements counts;
    for (const Change change : {Change::returned, Change::added, Change::changed, Change::fixed, Change::unchanged})
        counts.emplace_back(change_code(change), std::to_string(difference.count(change)));
    sheet.rows.push_back({texts.format("difference.counts", counts)});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 4}, difference.count(Change::returned) > 0 ? Style::error
                              : difference.rows.empty()              ? Style::good
                                                                     : Style::information);
    add_lists(sheet, difference, workbook, texts);
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings{texts.get("difference.column.change")};
    for (const char* column : {"severity", "place", "figure", "figure_name", "period"})
        headings.emplace_back(texts.get("report.column." + std::string(column)));
    headings.emplace_back(texts.get("difference.column.earlier_value"));
    headings.emplace_back(texts.get("difference.column.present_value"));
    for (const char* column : {"message", "rule", "concerns", "municipality_code"})
        headings.emplace_back(texts.get("report.column." + std::string(column)));
    headings.emplace_back(texts.get("difference.column.last_seen"));
    const int last_column = static_cast<int>(headings.size()) - 1;
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    for (const DifferenceRow& row : difference.rows)
    {
        const ListedFinding& finding = row.finding;
        const std::string present = row.change == Change::fixed ? std::string{} : finding.value;
        sheet.rows.push_back({texts.get("difference.change." + std::string(change_code(row.change))),
                              texts.get("severity." + std::string(rules::severity_code(finding.severity))),
                              place_cell(finding, workbook), finding.figure, finding.figure_name,
                              period_cell(finding.period), row.earlier_value, present, finding.message, finding.rule,
                              finding.subject, finding.municipality, row.last_seen});
    }
    const int last = sheet.row_count() - 1;
    if (difference.rows.empty())
    {
        sheet.rows.push_back({texts.get("difference.none")});
        sheet.style({heading + 1, 0, heading + 1, 6}, Style::good);
    }
    else
    {
        sheet.style_texts({heading + 1, 0, last, last_column});
        sheet.style({heading + 1, period_column, last, period_column}, Style::cell_date);
        for (int row = heading + 1; row <= last; ++row)
            if (std::holds_alternative<LinkTo>(sheet.rows[static_cast<std::size_t>(row)][place_column]))
                sheet.style({row, place_column, row, place_column}, Style::cell_link);
        for (int row = heading + 1; row <= last; ++row)
            sheet.style({row, 0, row, 0},
                        change_style(difference.rows[static_cast<std::size_t>(row - heading - 1)].change));
        sheet.filter = true;
    }
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
