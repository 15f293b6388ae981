// SPDX-License-Identifier: MPL-2.0
#include "calc/drawn_charts.hpp"

#include "office/text.hpp"

#include <com/sun/star/chart2/XChartDocument.hpp>
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

constexpr sal_Int32 list_columns = 15;

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

/// The office calls the first copy of "trinvis_1_funnel" "trinvis_1_funnel 1".
std::string original_of(const std::string& name)
{
    const std::size_t end = name.find_last_not_of("0123456789");
    return end + 1 < name.size() && name[end] == ' ' ? name.substr(0, end) : name;
}

/// What stands above the values along y: in a scatter chart the column of x has a heading too.
std::string name_of(const DataSeries& series)
{
    for (const auto& both : query<css::chart2::data::XDataSource>(series)->getDataSequences())
    {
        const auto label = query_if<css::chart2::data::XTextualDataSequence>(both->getLabel());
        if (!label.is() || get_property<rtl::OUString>(both->getValues(), "Role") != "values-y")
            continue;
        if (const auto texts = label->getTextualData(); texts.getLength() > 0)
            return to_utf8(texts[0]);
    }
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
        const auto chart = query<css::chart::XChartDocument>(object->getEmbeddedObject());
        // A copy may have come with a table of its own; such a one has no cells that could be renewed.
        if (query<css::chart2::XChartDocument>(chart)->hasInternalDataProvider())
            continue;
        found.emplace(original_of(name), DrawnChart{name, shape, chart, {}});
    }
    return found;
}

DrawnCharts drawn_charts(const Document& document, std::string_view report, std::string_view data)
{
    DrawnCharts drawn;
    if (const Sheet data_sheet = find_sheet(document, data); data_sheet.is())
        drawn.records = records_in(data_sheet);
    if (const Sheet sheet = find_sheet(document, report); sheet.is())
        drawn.charts = own_charts(document, sheet);
    for (auto& [figure, chart] : drawn.charts)
        for (const DataSeries& series : series_of(chart.chart))
            chart.series.push_back(name_of(series));
    return drawn;
}

} // namespace trinvis::calc
