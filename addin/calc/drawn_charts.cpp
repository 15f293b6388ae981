// SPDX-License-Identifier: MPL-2.0
#include "calc/drawn_charts.hpp"

#include "office/text.hpp"

#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/chart2/data/XTextualDataSequence.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

constexpr sal_Int32 list_columns = 14;

ContentCell content_of(const css::uno::Any& cell)
{
    double number = 0;
    rtl::OUString text;
    if (cell.getValueTypeClass() == css::uno::TypeClass_DOUBLE && (cell >>= number))
        return number;
    if (cell >>= text)
        return to_utf8(text);
    return {};
}

std::vector<std::vector<ContentCell>> rows_of(const css::uno::Reference<css::table::XCellRange>& block)
{
    const auto data = query<css::sheet::XCellRangeData>(block)->getDataArray();
    std::vector<std::vector<ContentCell>> rows;
    rows.reserve(static_cast<std::size_t>(data.getLength()));
    for (const css::uno::Sequence<css::uno::Any>& cells : data)
    {
        std::vector<ContentCell>& row = rows.emplace_back();
        row.reserve(static_cast<std::size_t>(cells.getLength()));
        for (const css::uno::Any& cell : cells)
            row.push_back(content_of(cell));
    }
    return rows;
}

std::map<std::string, ChartRecord> records_in(const Sheet& data_sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(data_sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const sal_Int32 last = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress().EndRow;
    return read_chart_list(rows_of(data_sheet->getCellRangeByPosition(0, 0, list_columns - 1, last)));
}

/// The headings above a chart's numbers; none where the list names no cells, as it may after somebody wrote in it.
std::set<std::string> headings_of(const Sheet& data_sheet, const ChartRecord& record)
{
    std::set<std::string> names;
    try
    {
        const auto rows = rows_of(data_sheet->getCellRangeByName(from_utf8(record.cells)));
        for (std::size_t column = 1; !rows.empty() && column < rows.front().size(); ++column)
            if (const std::string* name = std::get_if<std::string>(&rows.front()[column]))
                names.insert(*name);
    }
    catch (const css::uno::RuntimeException&)
    {
        return {};
    }
    return names;
}

std::string name_of(const DataSeries& series)
{
    for (const auto& both : query<css::chart2::data::XDataSource>(series)->getDataSequences())
        if (const auto label = query_if<css::chart2::data::XTextualDataSequence>(both->getLabel()); label.is())
            if (const auto texts = label->getTextualData(); texts.getLength() > 0)
                return to_utf8(texts[0]);
    return {};
}

} // namespace

std::multimap<std::string, DrawnChart> own_charts(const Document& document, const Sheet& sheet)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    const auto page = query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index));
    const auto charts = query<css::table::XTableChartsSupplier>(sheet)->getCharts();
    std::multimap<std::string, DrawnChart> found;
    for (sal_Int32 i = 0; i < page->getCount(); ++i)
    {
        const auto shape = query<css::drawing::XShape>(page->getByIndex(i));
        const auto properties = query<css::beans::XPropertySet>(shape);
        if (!properties->getPropertySetInfo()->hasPropertyByName("PersistName"))
            continue;
        const rtl::OUString stored = get_property<rtl::OUString>(shape, "PersistName");
        const std::string name = to_utf8(get_property<rtl::OUString>(shape, "Name"));
        if (!name.starts_with("trinvis_") || !charts->hasByName(stored))
            continue;
        const auto object = query<css::document::XEmbeddedObjectSupplier>(charts->getByName(stored));
        found.emplace(name, DrawnChart{shape, query<css::chart::XChartDocument>(object->getEmbeddedObject()), {}});
    }
    return found;
}

DrawnCharts drawn_charts(const Document& document)
{
    DrawnCharts drawn;
    if (const Sheet data_sheet = find_sheet(document, "chart_data"); data_sheet.is())
    {
        drawn.records = records_in(data_sheet);
        for (const auto& [name, record] : drawn.records)
            drawn.written_series[name] = headings_of(data_sheet, record);
    }
    if (const Sheet sheet = find_sheet(document, "benchmark"); sheet.is())
        drawn.charts = own_charts(document, sheet);
    for (auto& [name, chart] : drawn.charts)
        for (const DataSeries& series : series_of(chart.chart))
            chart.series.push_back(name_of(series));
    return drawn;
}

} // namespace trinvis::calc
