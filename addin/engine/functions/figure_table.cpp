// SPDX-License-Identifier: MPL-2.0
#include "functions/figure_table.hpp"

#include "functions/range_values.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <initializer_list>

namespace trinvis::functions
{

namespace
{

/// A cell as a key: the same for a number and for the text of that number, for capital and small letters.
std::string key_of(const Cell& cell)
{
    return folded(text_in(cell));
}

std::optional<Date> date_of(const Cell& cell, Date null_date)
{
    if (const double* number = std::get_if<double>(&cell))
        return date_from_serial(*number, null_date);
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? parse_date(*text) : std::nullopt;
}

/// Where a row has one of the headings, the first in the list before the others; -1 for nowhere.
int column_with(const std::vector<std::string>& headings, const Words& words,
                std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        for (const Language language : {Language::danish, Language::english})
        {
            const auto found = std::find(headings.begin(), headings.end(), folded(words.in(language).get(key)));
            if (found != headings.end())
                return static_cast<int>(found - headings.begin());
        }
    return -1;
}

} // namespace

FigureTable::FigureTable(const Grid& range, const Known& known)
    : m_range(&range), m_known(&known), m_reader(known.words)
{
}

std::optional<FigureTable> FigureTable::read(const Grid& range, const Known& known)
{
    for (int row = 0; row < range.rows(); ++row)
    {
        FigureTable table(range, known);
        if (table.read_headings(row))
            return table;
    }
    return {};
}

bool FigureTable::read_headings(int row)
{
    const Words& words = m_known->words;
    std::vector<std::string> headings;
    headings.reserve(static_cast<std::size_t>(m_range->columns));
    for (int column = 0; column < m_range->columns; ++column)
        headings.push_back(key_of(m_range->at(row, column)));
    m_heading_row = row;
    m_municipality = column_with(headings, words, {"column.comparison.municipality", "field.municipality_code"});
    m_item = column_with(headings, words, {"column.comparison.item", "column.entry.id", "column.entry.figure"});
    m_period = column_with(headings, words, {"column.comparison.cut_off", "column.catalogue.period"});
    m_value = column_with(headings, words, {"column.comparison.value"});
    for (int column = 0; column < m_range->columns; ++column)
    {
        const std::string& heading = headings[static_cast<std::size_t>(column)];
        if (heading.empty() || column == m_municipality || column == m_item || column == m_period || column == m_value)
            continue;
        if (date_of(m_range->at(row, column), m_known->null_date))
            m_rounds.push_back({column, period(m_range->at(row, column))});
        else
            m_items.push_back({column, heading});
    }
    if (m_item >= 0)
        m_items.clear();
    if (m_item < 0 || m_value >= 0)
        m_rounds.clear();
    if (m_item >= 0)
        return m_value >= 0 || !m_rounds.empty();
    return m_municipality >= 0 && !m_items.empty();
}

std::string FigureTable::item_at(int row) const
{
    return key_of(m_range->at(row, m_item));
}

bool FigureTable::has_item(std::string_view item) const
{
    const std::string key = folded(item);
    if (key.empty())
        return false;
    if (m_item < 0)
        return std::any_of(m_items.begin(), m_items.end(), [&](const Heading& heading) { return heading.key == key; });
    for (int row = m_heading_row + 1; row < m_range->rows(); ++row)
        if (item_at(row) == key)
            return true;
    return false;
}

std::string FigureTable::unit(const Cell& cell) const
{
    const Municipality* municipality = m_known->municipalities.find_cell(cell);
    return municipality ? municipality->code : key_of(cell);
}

std::string FigureTable::period(const Cell& cell) const
{
    const auto date = date_of(cell, m_known->null_date);
    return date ? iso_date(*date) : key_of(cell);
}

bool FigureTable::has_unit(const std::string& wanted) const
{
    for (int row = m_heading_row + 1; row < m_range->rows(); ++row)
        if (unit(m_range->at(row, m_municipality)) == wanted)
            return true;
    return false;
}

std::map<std::string, Value> FigureTable::values(std::string_view item, const std::string& wanted_period) const
{
    const std::string key = folded(item);
    const auto heading_of = [](const std::vector<Heading>& headings, const std::string& wanted)
    {
        const auto found = std::find_if(headings.begin(), headings.end(),
                                        [&](const Heading& heading) { return heading.key == wanted; });
        return found == headings.end() ? -1 : found->column;
    };
    int value_column = m_value;
    if (m_item < 0)
        value_column = heading_of(m_items, key);
    else if (!m_rounds.empty())
        value_column = heading_of(m_rounds, wanted_period);
    std::map<std::string, Value> found;
    if (value_column < 0)
        return found;
    for (int row = m_heading_row + 1; row < m_range->rows(); ++row)
    {
        if (m_item >= 0 && item_at(row) != key)
            continue;
        if (m_period >= 0 && period(m_range->at(row, m_period)) != wanted_period)
            continue;
        const std::string name = m_municipality >= 0 ? unit(m_range->at(row, m_municipality)) : std::string{};
        if (name.empty() && m_municipality >= 0)
            continue;
        Value& value = found[name];
        if (value.state == ValueState::empty)
            value = m_reader.read(m_range->at(row, value_column));
    }
    return found;
}

} // namespace trinvis::functions
