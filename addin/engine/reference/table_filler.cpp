// SPDX-License-Identifier: MPL-2.0
#include "reference/table_filler.hpp"

#include "catalogue/workbook.hpp"
#include "reference/place_text.hpp"
#include "reference/time_period.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trinvis::reference
{

namespace
{

/// More different texts than this among the numbers, and they are no numbers.
constexpr std::size_t most_signs = 200;
constexpr std::size_t longest_sign = 60;

std::uint32_t place_of(std::size_t index)
{
    return static_cast<std::uint32_t>(std::min<std::size_t>(index, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

TableFiller::TableFiller(const TableShape& shape, const ReadOptions& options, const Municipalities& municipalities,
                         ImportedTable& table)
    : m_shape(shape), m_options(options), m_municipalities(municipalities), m_table(table)
{
    for (std::size_t column = 0; column < shape.columns.size(); ++column)
    {
        const ShapeColumn& about = shape.columns[column];
        if (about.use == ColumnUse::value)
            m_values.push_back(column);
        if (about.use != ColumnUse::variable)
            continue;
        const std::string heading = about.heading.empty() ? column_letters(static_cast<int>(column)) : about.heading;
        m_table.variables.push_back({heading, heading, VariableRole::other, {}});
        m_variables.push_back({column, about.fill_down, about.time, std::nullopt, {}});
    }
    for (const SpreadVariable& spread : shape.spread)
    {
        const std::string name = spread.name;
        Variable& variable = m_table.variables.emplace_back(Variable{name, name, VariableRole::other, {}});
        std::vector<std::uint32_t>& categories = m_spread.emplace_back();
        Index seen;
        for (const std::string& heading : spread.headings)
        {
            const auto [known, added] = seen.emplace(heading, place_of(variable.categories.size()));
            if (added)
                variable.categories.push_back({heading, heading, {}});
            categories.push_back(known->second);
        }
    }
    m_table.coordinates.resize(m_table.variables.size());
    m_current.resize(m_table.variables.size());
    m_table.format = shape.format;
}

std::uint32_t TableFiller::category_of(std::size_t variable, const SourceField& field)
{
    VariableColumn& column = m_variables[variable];
    std::vector<Category>& categories = m_table.variables[variable].categories;
    std::string made;
    std::string_view text = trimmed(field.text);
    if (field.number)
    {
        const Cell cell{*field.number};
        const auto period = column.time ? period_in(cell, m_options.null_date) : std::nullopt;
        made = period && period->kind == PeriodKind::day ? iso_date(period->first) : cell_text(cell, Language::danish);
        text = made;
    }
    if (column.last && (categories[*column.last].code == text || (text.empty() && column.fill_down)))
        return *column.last;
    auto known = column.categories.find(text);
    if (known == column.categories.end())
    {
        known = column.categories.emplace(std::string(text), place_of(categories.size())).first;
        categories.push_back({std::string(text), std::string(text), {}});
    }
    column.last = known->second;
    return known->second;
}

std::optional<ImportFault> TableFiller::check_width(std::span<const SourceField> row, std::size_t line) const
{
    std::size_t end = row.size();
    while (end > m_shape.columns.size() && row[end - 1].empty())
        --end;
    if (end > m_shape.columns.size() || row.size() < m_shape.columns.size())
        return ImportFault{"ragged-row",
                           SourcePlace{place_of(line), 0},
                           {{"fields", std::to_string(end)}, {"expected", std::to_string(m_shape.columns.size())}}};
    return std::nullopt;
}

/// Takes in a row that has a text in its first column alone: a heading of a group, or a note beneath the table.
bool TableFiller::add_note(std::span<const SourceField> row)
{
    std::size_t filled = 0;
    for (const SourceField& field : row)
        filled += field.number || !trimmed(field.text).empty() ? 1U : 0U;
    if (filled == 0)
        return true;
    if (m_shape.format == SourceFormat::statbank_csv || filled > 1)
        return false;
    const std::size_t first = m_shape.first_column;
    const bool in_front = first < row.size() && !row[first].number && !trimmed(row[first].text).empty();
    // A whole row of a place or period with nothing behind it says that its numbers are missing.
    const std::string_view text = in_front ? trimmed(row[first].text) : std::string_view{};
    const bool whole = in_front && row.size() >= m_shape.columns.size();
    const bool data = whole && !m_shape.columns[first].fill_down &&
                      (parse_period(text) || recognise_place(text, m_municipalities).kind != PlaceKind::unknown);
    if (!in_front || data)
        return false;
    m_notes.emplace_back(text);
    return true;
}

std::optional<ImportFault> TableFiller::add(std::span<const SourceField> row, std::size_t line)
{
    if (add_note(row))
        return std::nullopt;
    if (auto fault = check_width(row, line))
        return fault;
    if (!m_notes.empty() && !m_variables.empty() && m_variables.front().fill_down)
        (void)category_of(0, SourceField{m_notes.back(), std::nullopt});
    m_notes.clear();
    for (std::size_t i = 0; i < m_variables.size(); ++i)
        m_current[i] = category_of(i, row[m_variables[i].column]);
    for (std::size_t value = 0; value < m_values.size(); ++value)
        if (auto fault = add_value(value, row[m_values[value]], {place_of(line), place_of(m_values[value])}))
            return fault;
    return std::nullopt;
}

std::optional<ImportFault> TableFiller::add_value(std::size_t value, const SourceField& field, SourcePlace place)
{
    if (m_table.size() >= most_observations)
        return ImportFault{"too-many-rows", place, {{"most", std::to_string(most_observations)}}};
    double number = 0;
    std::uint16_t sign = 0;
    if (field.number)
        number = *field.number;
    else
    {
        const NumberReadings readings = readings_of(field.text);
        if (readings.comma || readings.point)
        {
            m_evidence.consider(readings, place);
            number = readings.comma.value_or(0);
            if (readings.point && readings.point != readings.comma)
                m_with_point.emplace_back(m_table.size(), *readings.point);
        }
        else
        {
            const std::string_view text = trimmed(field.text).substr(0, longest_sign);
            auto known = m_signs.find(text);
            if (known == m_signs.end())
            {
                if (m_table.signs.size() >= most_signs)
                    return ImportFault{"too-many-signs", place, {{"text", std::string(text)}}};
                known = m_signs.emplace(std::string(text), place_of(m_table.signs.size())).first;
                m_table.signs.emplace_back(text);
            }
            sign = static_cast<std::uint16_t>(known->second + 1);
        }
    }
    m_table.numbers.push_back(number);
    m_table.sign_of.push_back(sign);
    m_table.places.push_back(place);
    for (std::size_t i = 0; i < m_variables.size(); ++i)
        m_table.coordinates[i].push_back(m_current[i]);
    for (std::size_t i = 0; i < m_spread.size(); ++i)
        m_table.coordinates[m_variables.size() + i].push_back(m_spread[i][value]);
    return std::nullopt;
}

void TableFiller::take_decimal(DecimalMark mark)
{
    m_table.decimal_mark = mark;
    if (mark == DecimalMark::point)
        for (const auto& [index, number] : m_with_point)
            m_table.numbers[index] = number;
}

std::optional<ImportFault> TableFiller::finish()
{
    for (const std::string& note : m_notes)
        m_table.note += (m_table.note.empty() ? "" : " ") + note;
    const auto mixed = [this](SourcePlace other)
    {
        return ImportFault{"decimal-marks-mixed",
                           m_evidence.comma() ? m_evidence.comma() : m_evidence.either(),
                           {{"other", std::to_string(other.row + 1)}}};
    };
    if (m_evidence.mixed())
        return mixed(*m_evidence.point());
    const auto decided = m_evidence.decide();
    if (m_options.decimal_mark && *m_options.decimal_mark != DecimalMark::none)
    {
        // An answer that the file's own numbers contradict is no answer.
        const auto& against = *m_options.decimal_mark == DecimalMark::comma ? m_evidence.point() : m_evidence.comma();
        if (against)
            return mixed(*against);
        take_decimal(*m_options.decimal_mark);
    }
    else if (decided)
        take_decimal(*decided);
    else
    {
        // StatBank writes no thousand separators, so that a single mark is its decimal one; its language says which.
        const std::optional<Language> language = language_of(m_table);
        const bool any_comma = std::any_of(m_with_point.begin(), m_with_point.end(),
                                           [this](const auto& pair)
                                           { return std::fabs(m_table.numbers[pair.first]) < std::fabs(pair.second); });
        const bool any_point = std::any_of(m_with_point.begin(), m_with_point.end(),
                                           [this](const auto& pair)
                                           { return std::fabs(m_table.numbers[pair.first]) > std::fabs(pair.second); });
        if (m_shape.format == SourceFormat::statbank_csv && language == Language::danish && any_comma && !any_point)
            take_decimal(DecimalMark::comma);
        else if (m_shape.format == SourceFormat::statbank_csv && language == Language::english && any_point &&
                 !any_comma)
            take_decimal(DecimalMark::point);
        else
            return ImportFault{"decimal-mark", m_evidence.either(), {}};
    }
    return std::nullopt;
}

} // namespace trinvis::reference
