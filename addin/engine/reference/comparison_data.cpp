// SPDX-License-Identifier: MPL-2.0
#include "reference/comparison_data.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

ComparisonData::ComparisonData(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
    : m_words(&words)
{
    const TableArea& area = workbook.comparison;
    if (!area.found())
        return;
    const ValueReader reader(words);
    const std::string invented_da = folded(words.danish.get("word.invented"));
    const std::string invented_en = folded(words.english.get("word.invented"));
    std::string last_source;
    const bool states_concepts =
        area.column("municipality_concept") >= 0 || area.column("counting_unit") >= 0 || area.column("age_base") >= 0;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const Municipality* municipality = municipalities.find_cell(workbook.cell(area, row, "municipality"));
        const std::string item = folded(workbook.text(area, row, "item"));
        const auto date = date_in(workbook.cell(area, row, "cut_off"), workbook.cells.null_date);
        if (!municipality || item.empty() || !date)
            continue;
        Row& values = m_values[{item, *date}];
        if (values.by_municipality.empty())
            values.by_municipality.resize(municipalities.all().size());
        Value& value = values.by_municipality[static_cast<std::size_t>(municipality - municipalities.all().data())];
        if (value.state == ValueState::empty)
        {
            value = reader.read(workbook.cell(area, row, "value"));
            if (states_concepts)
                if (const Concepts stated{workbook.text(area, row, "municipality_concept"),
                                          workbook.text(area, row, "counting_unit"),
                                          workbook.text(area, row, "age_base")};
                    stated != Concepts{})
                {
                    if (values.concepts.empty())
                        values.concepts.resize(municipalities.all().size());
                    // Rows of one source follow each other and state the same.
                    auto known = m_concepts.back() == stated ? m_concepts.end() - 1
                                                             : std::find(m_concepts.begin(), m_concepts.end(), stated);
                    if (known == m_concepts.end())
                        known = m_concepts.insert(m_concepts.end(), stated);
                    values.concepts[static_cast<std::size_t>(municipality - municipalities.all().data())] =
                        static_cast<std::uint32_t>(known - m_concepts.begin());
                }
        }
        const std::string* source = std::get_if<std::string>(&workbook.cell(area, row, "source"));
        if (source && *source != last_source)
        {
            last_source = *source;
            const std::string text = folded(*source);
            m_invented = m_invented || text.find(invented_da) != std::string::npos ||
                         text.find(invented_en) != std::string::npos;
        }
    }
}

Value ComparisonData::value(std::size_t municipality, std::string_view item, Date cut_off) const
{
    const auto found = m_values.find({folded(item), cut_off});
    return found == m_values.end() ? Value{} : found->second.by_municipality[municipality];
}

std::uint32_t ComparisonData::concept_index(std::size_t municipality, std::string_view item, Date cut_off) const
{
    const auto found = m_values.find({folded(item), cut_off});
    return found == m_values.end() || found->second.concepts.empty() ? 0 : found->second.concepts[municipality];
}

const Concepts& ComparisonData::concepts(std::size_t municipality, std::string_view item, Date cut_off) const
{
    return m_concepts[concept_index(municipality, item, cut_off)];
}

bool ComparisonData::is_other(const Figure& figure, std::uint32_t stated, bool denominator) const
{
    if (stated == 0)
        return false;
    const auto [found, added] = m_other.try_emplace({figure.id, stated, denominator});
    if (added)
        found->second = states_other_definition(figure, m_concepts[stated], denominator, *m_words);
    return found->second;
}

bool ComparisonData::comparable(std::size_t municipality, const Figure& figure, Date cut_off) const
{
    if (m_concepts.size() == 1)
        return true;
    if (!figure.value.empty())
        return !is_other(figure, concept_index(municipality, figure.value, cut_off), false);
    return !is_other(figure, concept_index(municipality, figure.numerator, cut_off), false) &&
           !is_other(figure, concept_index(municipality, figure.denominator, cut_off), true);
}

} // namespace trinvis
