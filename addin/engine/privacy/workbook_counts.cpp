// SPDX-License-Identifier: MPL-2.0
#include "privacy/workbook_counts.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace trinvis::privacy
{

namespace
{

constexpr double largest_count = 1e12;
constexpr int longest_half_year = 215; ///< days, as the shipped rules about the previous round have it
constexpr int shortest_year = 350;
constexpr int longest_year = 380;
constexpr int own_weight = 5; ///< an own figure is missed more than another municipality's

bool is_whole(double number)
{
    return number >= 0 && number <= largest_count && number == std::floor(number);
}

} // namespace

WorkbookCounts::WorkbookCounts(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                               const KnownRelations& known, int threshold)
    : m_threshold(threshold), m_municipality_count(municipalities.all().size() + 1), m_own(municipalities.all().size())
{
    if (workbook.municipality)
        m_own = static_cast<std::size_t>(workbook.municipality - municipalities.all().data());
    const ValueReader reader(words);
    read_items(workbook, words, known);
    // First how much there is, then what it says.
    for (const Round& round : workbook.rounds)
        if (round.date)
            m_round_index.emplace(*round.date, 0);
    if (workbook.comparison.found())
        for (int row = workbook.comparison.heading_row + 1; row <= workbook.comparison.last_row; ++row)
        {
            if (const auto date = date_in(workbook.cell(workbook.comparison, row, "cut_off"), workbook.cells.null_date))
                m_round_index.emplace(*date, 0);
            const std::string id = workbook.text(workbook.comparison, row, "item");
            if (!id.empty() && !item_index(id))
                m_items[item(id)].open = known.is_open(id);
        }
    order_rounds();
    for (const Round& round : workbook.rounds)
        if (!round.date)
            m_rounds.emplace_back();
    m_slots.assign(m_municipality_count * m_rounds.size() * m_items.size(), -1);
    read_entry(workbook, reader);
    read_comparison(workbook, reader, municipalities);
    add_cells(workbook);
    add_relations(workbook, known);
}

std::size_t WorkbookCounts::item(std::string_view id)
{
    const auto [found, is_new] = m_item_index.emplace(folded(id), m_items.size());
    if (is_new)
        m_items.push_back({std::string(id)});
    return found->second;
}

const std::size_t* WorkbookCounts::item_index(std::string_view id) const
{
    const auto found = m_item_index.find(folded(id));
    return found == m_item_index.end() ? nullptr : &found->second;
}

void WorkbookCounts::read_items(const Workbook& workbook, const Words& words, const KnownRelations& known)
{
    std::set<std::string> counted;
    for (const Figure& figure : workbook.figures)
    {
        if (figure.kind == FigureKind::share || figure.kind == FigureKind::rate)
            counted.insert(folded(figure.numerator));
        counted.insert(folded(figure.denominator));
        if (figure.kind == FigureKind::count)
            counted.insert(folded(figure.value));
    }
    for (const EntryLine& line : workbook.lines)
    {
        Item& read = m_items[item(line.id)];
        // What is divided by, or is a part, is a count whatever its unit says; the rest goes by its unit.
        read.counts = counted.contains(folded(line.id)) || same_text(line.unit, words.danish.get("unit.count")) ||
                      same_text(line.unit, words.english.get("unit.count"));
        read.open = known.is_open(line.id);
    }
    const auto add_about = [this](std::string_view told, std::string_view of)
    {
        const std::size_t* one = item_index(told);
        const std::size_t* other = item_index(of);
        if (one && other && !m_items[*one].counts && m_items[*other].counts && !m_items[*other].open)
            m_about.emplace_back(*one, *other);
    };
    for (const AboutOthers& about : known.about)
        add_about(about.item, about.of);
    for (const Figure& figure : workbook.figures)
        if (figure.kind == FigureKind::ratio)
            add_about(figure.numerator, figure.denominator);
}

void WorkbookCounts::order_rounds()
{
    m_rounds.clear();
    for (auto& [date, index] : m_round_index)
    {
        index = m_rounds.size();
        RoundOfNumbers round{date, std::nullopt, std::nullopt};
        const auto days_since = [&date = date](const RoundOfNumbers& earlier)
        { return (std::chrono::sys_days{date} - std::chrono::sys_days{*earlier.date}).count(); };
        if (index > 0 && days_since(m_rounds.back()) <= longest_half_year)
            round.previous = index - 1;
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (const auto days = days_since(m_rounds[earlier]); days >= shortest_year && days <= longest_year)
                round.year_before = earlier;
        m_rounds.push_back(round);
    }
}

std::size_t WorkbookCounts::slot(std::size_t municipality, std::size_t round, std::size_t item) const
{
    return (municipality * m_rounds.size() + round) * m_items.size() + item;
}

void WorkbookCounts::state(std::size_t municipality, std::size_t item, std::size_t round, const Value& value,
                           Place place)
{
    std::int32_t& at = m_slots[slot(municipality, round, item)];
    if (at < 0)
    {
        if (value.state == ValueState::empty)
            return;
        at = static_cast<std::int32_t>(m_numbers.size());
        m_numbers.push_back({municipality, item, round, value.state, value.number, false, std::nullopt, {}});
    }
    StatedNumber& stated = m_numbers[static_cast<std::size_t>(at)];
    if (!value.is_number())
        return;
    stated.places.push_back(place);
    if (stated.state != ValueState::number && stated.state != ValueState::confidential)
    {
        stated.state = ValueState::number;
        stated.number = value.number;
    }
    stated.small_elsewhere = stated.small_elsewhere || (value.number > 0 && value.number < m_threshold);
}

void WorkbookCounts::read_entry(const Workbook& workbook, const ValueReader& reader)
{
    std::size_t undated = m_round_index.size();
    for (const Round& round : workbook.rounds)
    {
        const std::size_t index = round.date ? m_round_index.at(*round.date) : undated++;
        for (const EntryLine& line : workbook.lines)
            state(m_own, m_item_index.at(folded(line.id)), index,
                  reader.read(workbook.grid(workbook.entry).at(line.row, round.column)),
                  {workbook.entry.sheet, line.row, round.column});
    }
}

void WorkbookCounts::read_comparison(const Workbook& workbook, const ValueReader& reader,
                                     const Municipalities& municipalities)
{
    const TableArea& area = workbook.comparison;
    if (!area.found())
        return;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const Municipality* municipality = municipalities.find_cell(workbook.cell(area, row, "municipality"));
        const std::size_t* known = item_index(workbook.text(area, row, "item"));
        const auto date = date_in(workbook.cell(area, row, "cut_off"), workbook.cells.null_date);
        const Value value = reader.read(workbook.cell(area, row, "value"));
        const Place place{area.sheet, row, area.column("value")};
        if (municipality && known && date)
            state(static_cast<std::size_t>(municipality - municipalities.all().data()), *known, m_round_index.at(*date),
                  value, place);
        else if (known && m_items[*known].counts && !m_items[*known].open && value.is_number() && value.number > 0 &&
                 value.number < m_threshold)
            m_strays.emplace_back(place, *known);
    }
}

void WorkbookCounts::add_cells(const Workbook& workbook)
{
    std::vector<std::vector<std::size_t>> figures_of(m_items.size());
    for (std::size_t figure = 0; figure < workbook.figures.size(); ++figure)
        for (const std::string* id : {&workbook.figures[figure].numerator, &workbook.figures[figure].denominator,
                                      &workbook.figures[figure].value})
            if (const std::size_t* used = item_index(*id))
                figures_of[*used].push_back(figure);
    std::map<std::array<std::size_t, 3>, std::size_t> uses;
    for (StatedNumber& stated : m_numbers)
    {
        const bool number = stated.state == ValueState::number && is_whole(stated.number);
        if (!m_items[stated.item].counts || (!number && stated.state != ValueState::confidential))
            continue;
        CountCell cell;
        cell.value = number ? static_cast<std::int64_t>(stated.number) : 1;
        cell.stage = static_cast<int>(stated.round);
        cell.exposure = m_items[stated.item].open ? Exposure::open : number ? Exposure::shown : Exposure::concealed;
        for (const std::size_t figure : figures_of[stated.item])
        {
            const auto [use, is_new] =
                uses.try_emplace(std::array{figure, stated.municipality, stated.round}, m_table.use_weights.size());
            if (is_new)
                m_table.use_weights.push_back(stated.municipality == m_own ? own_weight : 1);
            cell.uses.push_back(use->second);
        }
        stated.count = m_table.add(std::move(cell));
        m_number_of_cell.emplace_back(static_cast<std::size_t>(&stated - m_numbers.data()));
    }
}

const StatedNumber* WorkbookCounts::find(std::size_t municipality, std::size_t round, std::size_t item) const
{
    const std::int32_t at = m_slots[slot(municipality, round, item)];
    return at < 0 ? nullptr : &m_numbers[static_cast<std::size_t>(at)];
}

const StatedNumber* WorkbookCounts::number_of(std::size_t cell) const
{
    return cell < m_number_of_cell.size() && m_number_of_cell[cell] ? &m_numbers[*m_number_of_cell[cell]] : nullptr;
}

const StatedNumber* WorkbookCounts::related(const RelatedItem& wanted, std::size_t municipality,
                                            std::size_t round) const
{
    const std::size_t* index = item_index(wanted.item);
    const std::optional<std::size_t> there = wanted.round == InRound::same       ? std::optional(round)
                                             : wanted.round == InRound::previous ? m_rounds[round].previous
                                                                                 : m_rounds[round].year_before;
    const StatedNumber* found = index && there ? find(municipality, *there, *index) : nullptr;
    return found && found->count ? found : nullptr;
}

void WorkbookCounts::add_relation(const ItemRelation& relation, std::size_t municipality, std::size_t round)
{
    Relation terms;
    std::int64_t left = 0;
    for (const auto* side : {&relation.more, &relation.less})
        for (const RelatedItem& wanted : *side)
        {
            const int sign = side == &relation.more ? 1 : -1;
            const StatedNumber* stated = related(wanted, municipality, round);
            if (!stated)
            {
                // A part that is not there belongs to what is left; without the whole nothing can be said.
                if (sign > 0 || !relation.rest)
                    return;
                continue;
            }
            terms.push_back({*stated->count, sign});
            left += sign * m_table.cells[*stated->count].value;
        }
    if (terms.size() < 2)
        return;
    if (relation.rest && left >= 0)
    {
        CountCell rest;
        rest.value = left;
        rest.exposure = Exposure::implied;
        rest.stage = static_cast<int>(round);
        terms.push_back({m_table.add(std::move(rest)), -1});
        m_table.relations.push_back(std::move(terms));
    }
    else if (!relation.rest && left == 0)
        m_table.relations.push_back(std::move(terms));
    else if (!relation.rest && terms.size() == 2)
        m_table.alike.emplace_back(terms[0].cell, terms[1].cell);
}

void WorkbookCounts::add_relations(const Workbook& workbook, const KnownRelations& known)
{
    std::vector<ItemRelation> relations = known.relations;
    for (const Figure& figure : workbook.figures)
        if (const EntryLine* numerator = workbook.line(figure.numerator); figure.kind == FigureKind::share && numerator)
        {
            ItemRelation share{{{figure.denominator}}, {{figure.numerator}}, true};
            if (std::find(relations.begin(), relations.end(), share) == relations.end())
                relations.push_back(std::move(share));
        }
    for (std::size_t municipality = 0; municipality < m_municipality_count; ++municipality)
        for (std::size_t round = 0; round < m_rounds.size(); ++round)
            for (const ItemRelation& relation : relations)
                add_relation(relation, municipality, round);
}

} // namespace trinvis::privacy
