// SPDX-License-Identifier: MPL-2.0
#include "calc/charts.hpp"

#include "office/chart_look.hpp"
#include "office/text.hpp"

#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableChart.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

constexpr double hundredths = 100;

/// The shapes of a sheet that hold charts or other embedded objects.
std::vector<css::uno::Reference<css::beans::XPropertySet>> embedded_shapes(const Document& document, const Sheet& sheet)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    const auto page = query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index));
    std::vector<css::uno::Reference<css::beans::XPropertySet>> shapes;
    for (sal_Int32 i = 0; i < page->getCount(); ++i)
    {
        const auto shape = query<css::beans::XPropertySet>(page->getByIndex(i));
        if (shape->getPropertySetInfo()->hasPropertyByName("PersistName"))
            shapes.push_back(shape);
    }
    return shapes;
}

/// Ours are known by the name of the shape: a chart that undo brings back is called "Object 1" by the office.
void remove_own_charts(const Document& document, const Sheet& sheet)
{
    const auto charts = query<css::table::XTableChartsSupplier>(sheet)->getCharts();
    for (const auto& shape : embedded_shapes(document, sheet))
        if (get_property<rtl::OUString>(shape, "Name").startsWith("trinvis_"))
            charts->removeByName(get_property<rtl::OUString>(shape, "PersistName"));
}

css::awt::Rectangle place_of(const Sheet& sheet, const PlacedChart& chart)
{
    const auto anchor =
        get_property<css::awt::Point>(sheet->getCellByPosition(chart.anchor_column, chart.anchor_row), "Position");
    return {anchor.X, anchor.Y, static_cast<sal_Int32>(chart.width_mm * hundredths),
            static_cast<sal_Int32>(chart.height_mm * hundredths)};
}

/// Gives a chart that was just added its lasting name, and what screen readers and tagged PDF read.
void describe(const Document& document, const Sheet& sheet, const PlacedChart& chart)
{
    for (const auto& shape : embedded_shapes(document, sheet))
        if (get_property<rtl::OUString>(shape, "PersistName") == from_utf8(chart.content.name))
        {
            set_property(shape, "Name", css::uno::Any(from_utf8(chart.content.name)));
            set_property(shape, "Title", css::uno::Any(from_utf8(chart.content.title)));
            set_property(shape, "Description", css::uno::Any(from_utf8(chart.content.alt_text)));
            // Held by its cell the chart follows when rows above grow, as they may when the file is opened elsewhere.
            set_property(shape, "Anchor",
                         css::uno::Any(sheet->getCellByPosition(chart.anchor_column, chart.anchor_row)));
        }
}

} // namespace

void put_charts(const Context& context, const Document& document, const Sheet& sheet, const Sheet& data_sheet,
                const std::vector<PlacedChart>& charts)
{
    const auto container = query<css::table::XTableChartsSupplier>(sheet)->getCharts();
    remove_own_charts(document, sheet);
    const sal_Int16 data_index = query<css::sheet::XCellRangeAddressable>(data_sheet)->getRangeAddress().Sheet;
    for (const PlacedChart& chart : charts)
    {
        const rtl::OUString name = from_utf8(chart.content.name);
        const css::table::CellRangeAddress cells{data_index, chart.cells.first_column, chart.cells.first_row,
                                                 chart.cells.last_column, chart.cells.last_row};
        // In a scatter chart the left column holds x values, in the others it holds names.
        container->addNewByName(name, place_of(sheet, chart), sequence<css::table::CellRangeAddress>({cells}), true,
                                chart.content.kind != ChartKind::scatter);
        const auto embedded = query<css::document::XEmbeddedObjectSupplier>(container->getByName(name));
        const auto drawn = query<css::chart::XChartDocument>(embedded->getEmbeddedObject());
        drawn->lockControllers();
        set_chart_type(drawn, chart.content);
        part_lines_from_columns(context, drawn, chart.content);
        dress_chart(drawn, chart.content);
        drawn->unlockControllers();
        describe(document, sheet, chart);
    }
}

} // namespace trinvis::calc
