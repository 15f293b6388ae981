// SPDX-License-Identifier: MPL-2.0
#include "reference/comparison_data.hpp"

#include "table/text_match.hpp"

namespace trinvis
{

ComparisonData::ComparisonData(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
{
    const TableArea& area = workbook.comparison;
    if (!area.found())
        return;
    const ValueReader reader(words);
    const std::string invented_da = folded(words.danish.get("word.invented"));
    const std::string invented_en = folded(words.english.get("word.invented"));
    std::string last_source;
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
            value = reader.read(workbook.cell(area, row, "value"));
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

} // namespace trinvis
