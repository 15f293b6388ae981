// SPDX-License-Identifier: MPL-2.0
#include "charts_on_sheet.hpp"

#include "table/cell.hpp"
#include "window.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/chart2/data/XNumericalDataSequence.hpp>
#include <com/sun/star/chart2/data/XTextualDataSequence.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <stdexcept>

namespace trinvis::testing
{

namespace
{

using namespace office;
using LabelledSequence = css::uno::Reference<css::chart2::data::XLabeledDataSequence>;

/// Name and values along y.
LabelledSequence plotted(const DataSeries& series)
{
    for (const LabelledSequence& both : query<css::chart2::data::XDataSource>(series)->getDataSequences())
        if (get_property<rtl::OUString>(both->getValues(), "Role") == "values-y")
            return both;
    throw std::runtime_error("a series without values");
}

/// "$Diagramdata.$B$34:$B$45" as "B34:B45".
std::string plain(const rtl::OUString& cells)
{
    std::string text = to_utf8(cells);
    text.erase(0, text.find('.') + 1);
    std::erase(text, '$');
    return text;
}

std::string text_of(const css::uno::Reference<css::drawing::XShape>& title)
{
    return to_utf8(get_property<rtl::OUString>(title, "String"));
}

} // namespace

std::map<std::string, ChartOnSheet> charts_on(const Document& document, const std::string& sheet)
{
    std::map<std::string, ChartOnSheet> found;
    std::string unlisted;
    const auto all_are_listed = [&]
    {
        found.clear();
        const auto page = draw_page(document, sheet_named(document, sheet));
        const auto charts = query<css::table::XTableChartsSupplier>(sheet_named(document, sheet))->getCharts();
        for (sal_Int32 i = 0; i < page->getCount(); ++i)
        {
            const auto shape = query<css::drawing::XShape>(page->getByIndex(i));
            if (!query<css::beans::XPropertySet>(shape)->getPropertySetInfo()->hasPropertyByName("PersistName"))
                continue;
            const auto name = get_property<rtl::OUString>(shape, "PersistName");
            unlisted = to_utf8(get_property<rtl::OUString>(shape, "Name"));
            if (!charts->hasByName(name))
                return false;
            const auto object = query<css::document::XEmbeddedObjectSupplier>(charts->getByName(name));
            found[unlisted] = {shape, query<css::chart::XChartDocument>(object->getEmbeddedObject())};
        }
        return true;
    };
    // On a busy machine a chart that was just drawn has its shape a moment before its name, and before it is listed.
    if (!comes_true(all_are_listed))
        throw std::runtime_error("no chart is listed for the shape " + unlisted);
    return found;
}

std::vector<DataSeries> all_series(const ChartOnSheet& chart)
{
    const auto diagram = query<css::chart2::XChartDocument>(chart.chart)->getFirstDiagram();
    const auto coordinates = query<css::chart2::XCoordinateSystemContainer>(diagram)->getCoordinateSystems()[0];
    std::vector<DataSeries> all;
    for (const auto& type : query<css::chart2::XChartTypeContainer>(coordinates)->getChartTypes())
        for (const DataSeries& series : query<css::chart2::XDataSeriesContainer>(type)->getDataSeries())
            all.push_back(series);
    return all;
}

std::string name_of(const DataSeries& series)
{
    const auto label = query_if<css::chart2::data::XTextualDataSequence>(plotted(series)->getLabel());
    return label.is() && label->getTextualData().hasElements() ? to_utf8(label->getTextualData()[0]) : std::string{};
}

DataSeries series_named(const ChartOnSheet& chart, const std::string& name)
{
    for (const DataSeries& series : all_series(chart))
        if (name_of(series) == name)
            return series;
    throw std::runtime_error("no series " + name);
}

std::vector<double> values_of(const DataSeries& series)
{
    std::vector<double> values;
    for (const double value :
         query<css::chart2::data::XNumericalDataSequence>(plotted(series)->getValues())->getNumericalData())
        if (!std::isnan(value))
            values.push_back(value);
    return values;
}

std::set<std::string> cells_in(const ChartOnSheet& chart)
{
    std::set<std::string> cells;
    for (const DataSeries& series : all_series(chart))
    {
        const LabelledSequence both = plotted(series);
        const std::string name =
            both->getLabel().is() ? plain(both->getLabel()->getSourceRangeRepresentation()) : std::string("no name");
        cells.insert(name + " " + plain(both->getValues()->getSourceRangeRepresentation()));
    }
    return cells;
}

std::set<std::string> listed_cells(const Document& document, const std::string& chart)
{
    const Sheet data = sheet_named(document, "Diagramdata");
    const std::string block = shown(data, "O" + std::to_string(row_with(data, 0, chart) + 1));
    const auto area =
        query<css::sheet::XCellRangeAddressable>(data->getCellRangeByName(from_utf8(block)))->getRangeAddress();
    std::set<std::string> cells;
    for (sal_Int32 column = area.StartColumn + 1; column <= area.EndColumn; ++column)
        cells.insert(cell_address(area.StartRow, column) + " " + cell_address(area.StartRow + 1, column) + ":" +
                     cell_address(area.EndRow, column));
    return cells;
}

std::string title_of(const ChartOnSheet& chart)
{
    return text_of(chart.chart->getTitle());
}

std::vector<std::string> shown_in_charts(const Document& document, const std::string& sheet)
{
    std::vector<std::string> lines;
    for (const auto& [name, chart] : charts_on(document, sheet))
    {
        const css::awt::Point place = chart.shape->getPosition();
        const css::awt::Size size = chart.shape->getSize();
        lines.push_back(name + " at " + std::to_string(place.X) + " " + std::to_string(place.Y) + " of " +
                        std::to_string(size.Width) + " " + std::to_string(size.Height));
        lines.push_back(name + " says " + title_of(chart) + " | " + text_of(chart.chart->getSubTitle()) + " | " +
                        to_utf8(get_property<rtl::OUString>(chart.shape, "Description")));
        const auto axis = query<css::chart::XAxisYSupplier>(chart.chart->getDiagram())->getYAxis();
        if (!get_property<bool>(axis, "AutoMax"))
            lines.push_back(name + " ends at " + std::to_string(get_property<double>(axis, "Max")));
        for (const std::string& cells : cells_in(chart))
            lines.push_back(name + " shows " + cells);
        for (const DataSeries& series : all_series(chart))
        {
            std::string line = name + " has " + name_of(series) + " in " +
                               std::to_string(get_property<sal_Int32>(series, "Color")) + ":";
            for (const double value : values_of(series))
                line += " " + std::to_string(value);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace trinvis::testing
