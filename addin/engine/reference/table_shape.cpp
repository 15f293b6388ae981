// SPDX-License-Identifier: MPL-2.0
#include "reference/table_shape.hpp"

#include "catalogue/workbook.hpp"
#include "reference/heading_words.hpp"
#include "reference/place_text.hpp"
#include "reference/source_number.hpp"
#include "reference/time_period.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace trinvis::reference
{

namespace
{

bool is_number(const SampleField& field)
{
    if (field.number)
        return true;
    const NumberReadings readings = readings_of(field.text);
    return readings.comma || readings.point;
}

std::optional<Period> period_of(const SampleField& field, Date null_date)
{
    return period_in(field.number ? Cell{*field.number} : Cell{field.text}, null_date);
}

std::size_t last_filled(const SampleRow& row)
{
    std::size_t end = row.size();
    while (end > 0 && row[end - 1].empty())
        --end;
    return end;
}

std::size_t first_filled(const SampleRow& row)
{
    const auto filled = std::find_if(row.begin(), row.end(), [](const SampleField& field) { return !field.empty(); });
    return static_cast<std::size_t>(filled - row.begin());
}

std::string text_of(const SampleField& field, Date null_date)
{
    if (!field.number)
        return field.text;
    if (const auto period = period_in(Cell{*field.number}, null_date); period && period->kind == PeriodKind::day)
        return iso_date(period->first);
    return cell_text(Cell{*field.number}, Language::danish);
}

/// Finds the shape step by step; each step needs what the ones before it found.
class ShapeSearch
{
public:
    ShapeSearch(const std::vector<SampleRow>& rows, Date null_date, const Municipalities& municipalities)
        : m_rows(rows), m_null_date(null_date), m_municipalities(municipalities)
    {
    }

    std::variant<TableShape, ImportFault> run()
    {
        if (!find_edges())
            return ImportFault{"no-headings", std::nullopt, {}};
        find_headings();
        if (m_shape.first_row >= m_rows.size())
            return ImportFault{"no-numbers", std::nullopt, {}};
        name_columns();
        if (auto fault = find_doubled())
            return *fault;
        if (is_statbank())
        {
            m_shape.format = SourceFormat::statbank_csv;
            for (std::size_t column = m_shape.first_column; column < m_width; ++column)
                m_shape.columns[column].use = column + 1 == m_width ? ColumnUse::value : ColumnUse::variable;
        }
        else
            tell_uses();
        mark_time();
        if (values().empty())
            return ImportFault{"no-numbers", std::nullopt, {}};
        if (m_shape.format != SourceFormat::statbank_csv)
        {
            spread_headings();
            mark_fill_down();
        }
        return std::move(m_shape);
    }

private:
    [[nodiscard]] const SampleField& at(std::size_t row, std::size_t column) const
    {
        static const SampleField nothing;
        return row < m_rows.size() && column < m_rows[row].size() ? m_rows[row][column] : nothing;
    }

    /// The first column in use, the usual last one, and the first row that reaches it.
    bool find_edges()
    {
        std::map<std::size_t, std::size_t> ends;
        m_shape.first_column = std::string::npos;
        for (const SampleRow& row : m_rows)
            if (const std::size_t end = last_filled(row); end > 0)
            {
                ++ends[end];
                m_shape.first_column = std::min(m_shape.first_column, first_filled(row));
                m_width = std::max(m_width, end);
            }
        std::size_t usual = 0;
        std::size_t most = 0;
        for (const auto& [end, count] : ends)
            if (count >= most && end > 1)
            {
                most = count;
                usual = end;
            }
        if (usual < 2)
            return false;
        m_heading = 0;
        while (last_filled(m_rows[m_heading]) < usual)
            ++m_heading;
        m_bottom_heading = m_heading;
        // Headings above these that stand over several columns.
        while (m_heading > 0 && last_filled(m_rows[m_heading - 1]) > 0 &&
               first_filled(m_rows[m_heading - 1]) > m_shape.first_column)
            --m_heading;
        return true;
    }

    void find_headings()
    {
        for (std::size_t row = 0; row < m_heading; ++row)
            for (const SampleField& field : m_rows[row])
                if (!field.empty() && !field.number)
                    m_shape.titles.push_back(field.text);
        constexpr std::size_t most_levels = 4;
        while (m_bottom_heading + 1 < m_rows.size() && m_bottom_heading + 1 - m_heading < most_levels &&
               continues_headings(m_bottom_heading + 1))
            ++m_bottom_heading;
        m_shape.first_row = m_bottom_heading + 1;
    }

    [[nodiscard]] bool continues_headings(std::size_t row) const
    {
        const std::size_t end = last_filled(m_rows[row]);
        if (end == 0)
            return false;
        bool any_value = false;
        bool only_headings = true;
        for (std::size_t column = m_shape.first_column + 1; column < end; ++column)
        {
            const SampleField& field = at(row, column);
            if (field.empty())
                continue;
            const bool number = is_number(field);
            any_value = any_value || number || is_common_sign(field.text);
            only_headings = only_headings && (!number || period_of(field, m_null_date)) &&
                            (field.number || !is_common_sign(field.text));
        }
        if (at(row, m_shape.first_column).empty() && at(m_bottom_heading, m_shape.first_column).empty())
            return only_headings;
        return !any_value && end == m_width && row + 1 < m_rows.size() && last_filled(m_rows[row + 1]) == m_width &&
               is_number(at(row + 1, m_width - 1));
    }

    void name_columns()
    {
        m_shape.columns.resize(m_width);
        for (std::size_t column = m_shape.first_column; column < m_width; ++column)
            for (std::size_t row = m_bottom_heading + 1; row > m_heading; --row)
                if (const SampleField& field = at(row - 1, column);
                    !field.empty() && m_shape.columns[column].heading.empty())
                    m_shape.columns[column].heading = text_of(field, m_null_date);
    }

    [[nodiscard]] std::optional<ImportFault> find_doubled() const
    {
        if (m_heading != m_bottom_heading)
            return std::nullopt;
        std::set<std::string> seen;
        for (std::size_t column = m_shape.first_column; column < m_width; ++column)
            if (const std::string& heading = m_shape.columns[column].heading;
                !heading.empty() && !seen.insert(folded(heading)).second)
                return ImportFault{
                    "doubled-heading",
                    SourcePlace{static_cast<std::uint32_t>(m_heading), static_cast<std::uint32_t>(column)},
                    {{"heading", heading}}};
        return std::nullopt;
    }

    [[nodiscard]] bool is_statbank() const
    {
        for (std::size_t column = m_shape.first_column; column < m_width; ++column)
            if (m_shape.columns[column].heading.empty())
                return false;
        return m_heading == m_bottom_heading && m_shape.titles.empty() && m_shape.first_column == 0 &&
               same_text(m_shape.columns.back().heading, "INDHOLD");
    }

    void tell_uses()
    {
        for (std::size_t column = m_shape.first_column; column < m_width; ++column)
            m_shape.columns[column].use = use_of(column);
        // Codes without a heading that says so, and years: only where nothing else tells of places and times.
        const bool spread_time = std::any_of(
            m_shape.columns.begin(), m_shape.columns.end(),
            [](const ShapeColumn& column) { return column.use == ColumnUse::value && parse_period(column.heading); });
        bool place_known = false;
        bool time_known = spread_time;
        for (const std::size_t column : columns_of(ColumnUse::variable))
        {
            place_known = place_known || holds_places(column);
            time_known = time_known || holds_periods(column);
        }
        for (const std::size_t column : values())
        {
            if (columns_of(ColumnUse::value).size() < 2 || is_value_heading(m_shape.columns[column].heading))
                continue;
            if (!place_known && holds_places(column))
            {
                m_shape.columns[column].use = ColumnUse::variable;
                place_known = true;
            }
            else if (!time_known && holds_periods(column) && !parse_period(m_shape.columns[column].heading))
            {
                m_shape.columns[column].use = ColumnUse::variable;
                time_known = true;
            }
        }
        tell_source();
    }

    [[nodiscard]] ColumnUse use_of(std::size_t column) const
    {
        const std::string& heading = m_shape.columns[column].heading;
        std::size_t numbers = 0;
        std::size_t texts = 0;
        std::size_t filled = 0;
        for (std::size_t row = m_shape.first_row; row < m_rows.size(); ++row)
            if (const SampleField& field = at(row, column); !field.empty())
            {
                ++filled;
                numbers += is_number(field) ? 1U : 0U;
                texts += !is_number(field) && !is_common_sign(field.text) ? 1U : 0U;
            }
        if (filled == 0)
            return heading.empty() ? ColumnUse::nothing : ColumnUse::value;
        if (is_remark_heading(heading))
            return ColumnUse::passed_over;
        if (is_value_heading(heading))
            return ColumnUse::value;
        if (is_variable_heading(heading))
            return ColumnUse::variable;
        if (parse_period(heading))
            return ColumnUse::value;
        return texts > numbers ? ColumnUse::variable : ColumnUse::value;
    }

    void tell_source()
    {
        for (const std::size_t column : columns_of(ColumnUse::passed_over))
        {
            if (!is_source_heading(m_shape.columns[column].heading))
                continue;
            std::set<std::string> sources;
            for (std::size_t row = m_shape.first_row; row < m_rows.size(); ++row)
                sources.insert(at(row, column).text);
            if (sources.size() == 1)
                m_shape.stated_source = *sources.begin();
        }
    }

    /// Codes of municipalities by numbers alone: at least three different ones, and nothing else.
    [[nodiscard]] bool holds_places(std::size_t column) const
    {
        constexpr std::size_t fewest = 3;
        std::set<const Municipality*> found;
        for (std::size_t row = m_shape.first_row; row < m_rows.size(); ++row)
        {
            const SampleField& field = at(row, column);
            if (field.empty())
                continue;
            const RecognisedPlace place =
                recognise_place(field.number ? Cell{*field.number} : Cell{field.text}, m_municipalities);
            if (place.kind == PlaceKind::unknown)
                return false;
            found.insert(place.municipality);
        }
        found.erase(nullptr);
        return found.size() >= fewest || (!found.empty() && is_municipality_heading(m_shape.columns[column].heading));
    }

    [[nodiscard]] bool holds_periods(std::size_t column) const
    {
        bool any = false;
        for (std::size_t row = m_shape.first_row; row < m_rows.size(); ++row)
            if (const SampleField& field = at(row, column); !field.empty())
            {
                if (!period_of(field, m_null_date))
                    return false;
                any = true;
            }
        return any;
    }

    void mark_time()
    {
        for (const std::size_t column : columns_of(ColumnUse::variable))
            m_shape.columns[column].time = holds_periods(column);
    }

    [[nodiscard]] std::vector<std::size_t> columns_of(ColumnUse use) const
    {
        std::vector<std::size_t> found;
        for (std::size_t column = 0; column < m_shape.columns.size(); ++column)
            if (m_shape.columns[column].use == use)
                found.push_back(column);
        return found;
    }

    [[nodiscard]] std::vector<std::size_t> values() const
    {
        return columns_of(ColumnUse::value);
    }

    /// The headings above the numbers become variables: one for each level that says more than one thing, or a time.
    void spread_headings()
    {
        const std::vector<std::size_t> value_columns = values();
        bool blank_lead = false;
        for (const std::size_t column : columns_of(ColumnUse::variable))
            blank_lead = blank_lead || m_shape.columns[column].heading.empty();
        bool time = false;
        for (std::size_t row = m_heading; row <= m_bottom_heading; ++row)
        {
            SpreadVariable variable;
            std::string carried;
            std::size_t periods = 0;
            std::set<std::string> different;
            const bool bottom = row == m_bottom_heading;
            for (std::size_t column = m_shape.first_column; column < m_width; ++column)
            {
                std::string own = text_of(at(row, column), m_null_date);
                if (!own.empty())
                    carried = own;
                if (m_shape.columns[column].use != ColumnUse::value)
                    continue;
                std::string heading = bottom ? std::move(own) : carried;
                if (heading.empty())
                    heading = column_letters(static_cast<int>(column));
                periods += parse_period(heading) ? 1U : 0U;
                different.insert(heading);
                variable.headings.push_back(std::move(heading));
            }
            const bool all_periods = periods == value_columns.size();
            time = time || all_periods;
            if (different.size() > 1 || all_periods)
                m_shape.spread.push_back(std::move(variable));
        }
        m_shape.format =
            blank_lead || time || m_heading != m_bottom_heading ? SourceFormat::matrix : SourceFormat::tidy;
    }

    /// Blank fields below a filled one mean the same, as long as another variable beside them is filled.
    void mark_fill_down()
    {
        const std::vector<std::size_t> variables = columns_of(ColumnUse::variable);
        for (std::size_t i = 0; i + 1 < variables.size(); ++i)
            for (std::size_t row = m_shape.first_row; row < m_rows.size(); ++row)
                if (at(row, variables[i]).empty() && !at(row, variables[i + 1]).empty())
                    m_shape.columns[variables[i]].fill_down = true;
    }

    const std::vector<SampleRow>& m_rows;
    Date m_null_date;
    const Municipalities& m_municipalities;
    TableShape m_shape;
    std::size_t m_width = 0;
    std::size_t m_heading = 0;        ///< the first row of headings
    std::size_t m_bottom_heading = 0; ///< the last one
};

} // namespace

std::variant<TableShape, ImportFault> shape_of(const std::vector<SampleRow>& rows, Date null_date,
                                               const Municipalities& municipalities)
{
    return ShapeSearch(rows, null_date, municipalities).run();
}

} // namespace trinvis::reference
