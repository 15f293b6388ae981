// SPDX-License-Identifier: MPL-2.0
#include "office/chart_series.hpp"

#include "office/text.hpp"

#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSink.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>

namespace trinvis::office
{

namespace
{

constexpr const char* column_type = "com.sun.star.chart2.ColumnChartType";
constexpr const char* line_type = "com.sun.star.chart2.LineChartType";
constexpr const char* scatter_type = "com.sun.star.chart2.ScatterChartType";

bool any_filled(const ChartContent& content)
{
    return std::any_of(content.series.begin(), content.series.end(),
                       [&](const ChartSeries& series) { return is_filled(series.role, content.kind); });
}

const char* diagram_of(const ChartContent& content)
{
    if (content.kind == ChartKind::scatter)
        return "com.sun.star.chart.XYDiagram";
    return any_filled(content) ? "com.sun.star.chart.BarDiagram" : "com.sun.star.chart.LineDiagram";
}

css::uno::Reference<css::chart2::XDataSeriesContainer> container(const ChartType& type)
{
    return query<css::chart2::XDataSeriesContainer>(type);
}

} // namespace

void set_chart_type(const ChartDocument& chart, const ChartContent& content)
{
    chart->setDiagram(create_in<css::chart::XDiagram>(chart, diagram_of(content)));
    if (content.kind == ChartKind::bars || content.kind == ChartKind::profile || content.kind == ChartKind::timeline)
        set_property(chart->getDiagram(), "Vertical", css::uno::Any(true));
    if (content.kind == ChartKind::stacked || content.kind == ChartKind::timeline)
        set_property(chart->getDiagram(), "Stacked", css::uno::Any(true));
}

css::uno::Reference<css::chart2::XCoordinateSystem> coordinates_of(const ChartDocument& chart)
{
    const auto diagram = query<css::chart2::XChartDocument>(chart)->getFirstDiagram();
    return query<css::chart2::XCoordinateSystemContainer>(diagram)->getCoordinateSystems()[0];
}

std::vector<ChartType> types_of(const ChartDocument& chart)
{
    const auto types = query<css::chart2::XChartTypeContainer>(coordinates_of(chart))->getChartTypes();
    return {types.begin(), types.end()};
}

std::vector<DataSeries> series_of(const ChartType& type)
{
    const auto series = container(type)->getDataSeries();
    return {series.begin(), series.end()};
}

std::vector<DataSeries> series_of(const ChartDocument& chart)
{
    std::vector<DataSeries> all;
    for (const ChartType& type : types_of(chart))
    {
        const std::vector<DataSeries> series = series_of(type);
        all.insert(all.end(), series.begin(), series.end());
    }
    return all;
}

ChartType type_for(const Context& context, const ChartDocument& chart, SeriesRole role, ChartKind kind)
{
    const bool filled = is_filled(role, kind);
    const char* service = kind == ChartKind::scatter ? scatter_type : filled ? column_type : line_type;
    std::vector<ChartType> types = types_of(chart);
    for (const ChartType& type : types)
        if (type->getChartType().equalsAscii(service))
            return type;
    const auto added = create<css::chart2::XChartType>(context, service);
    // Columns are drawn first, so that lines lie above them.
    types.insert(filled ? types.begin() : types.end(), added);
    query<css::chart2::XChartTypeContainer>(coordinates_of(chart))->setChartTypes(sequence(types));
    return added;
}

void part_lines_from_columns(const Context& context, const ChartDocument& chart, const ChartContent& content)
{
    if (content.kind == ChartKind::scatter || !any_filled(content))
        return;
    const ChartType columns = types_of(chart).front();
    const std::vector<DataSeries> all = series_of(columns);
    for (std::size_t i = 0; i < content.series.size() && i < all.size(); ++i)
    {
        if (is_filled(content.series[i].role, content.kind))
            continue;
        container(columns)->removeDataSeries(all[i]);
        container(type_for(context, chart, content.series[i].role, content.kind))->addDataSeries(all[i]);
    }
}

LabelledSequence labelled_sequence(const Context& context,
                                   const css::uno::Reference<css::chart2::data::XDataSequence>& label,
                                   const css::uno::Reference<css::chart2::data::XDataSequence>& values,
                                   const char* role)
{
    const auto both =
        create<css::chart2::data::XLabeledDataSequence>(context, "com.sun.star.chart2.data.LabeledDataSequence");
    set_property(values, "Role", css::uno::Any(rtl::OUString::createFromAscii(role)));
    both->setValues(values);
    if (label.is())
        both->setLabel(label);
    return both;
}

void use_first_column_as_x(const Context& context, const ChartDocument& chart)
{
    const auto provider = query<css::chart2::XChartDocument>(chart)->getDataProvider();
    const auto series = series_of(chart);
    for (std::size_t i = 1; i < series.size(); ++i)
    {
        std::vector<css::uno::Reference<css::chart2::data::XLabeledDataSequence>> both{
            labelled_sequence(context, {}, provider->createDataSequenceByRangeRepresentation("0"), "values-x")};
        for (const auto& own : query<css::chart2::data::XDataSource>(series[i])->getDataSequences())
            if (get_property<rtl::OUString>(own->getValues(), "Role") == "values-y")
                both.push_back(own);
        query<css::chart2::data::XDataSink>(series[i])->setData(sequence(both));
    }
    container(types_of(chart).front())->removeDataSeries(series.front());
}

} // namespace trinvis::office
