// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_chart.hpp"

#include "office/chart_look.hpp"
#include "office/text.hpp"

#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier2.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <limits>

namespace trinvis::writer
{

namespace
{

using namespace office;
using ChartData = css::uno::Reference<css::chart::XChartDataArray>;

ChartDocument chart_in(const css::uno::Reference<css::text::XTextContent>& object)
{
    return query<css::chart::XChartDocument>(
        query<css::document::XEmbeddedObjectSupplier2>(object)->getEmbeddedObject());
}

void set_numbers(const ChartData& data, const ChartContent& content)
{
    const bool scatter = content.kind == ChartKind::scatter;
    const std::size_t length = scatter ? content.x.size() : content.categories.size();
    const std::size_t shift = scatter ? 1 : 0;
    css::uno::Sequence<css::uno::Sequence<double>> rows(static_cast<sal_Int32>(length));
    std::vector<rtl::OUString> row_names;
    for (std::size_t row = 0; row < length; ++row)
    {
        css::uno::Sequence<double> values(static_cast<sal_Int32>(content.series.size() + shift));
        double* value = values.getArray();
        if (scatter)
            value[0] = content.x[row];
        for (std::size_t s = 0; s < content.series.size(); ++s)
            value[s + shift] = content.series[s].y[row].value_or(std::numeric_limits<double>::quiet_NaN());
        rows.getArray()[row] = values;
        row_names.push_back(scatter ? rtl::OUString::number(static_cast<sal_Int64>(content.x[row]))
                                    : from_utf8(content.categories[row]));
    }
    std::vector<rtl::OUString> names;
    if (scatter)
        names.push_back(from_utf8(content.x_title));
    for (const ChartSeries& series : content.series)
        names.push_back(from_utf8(series.name));
    data->setData(rows);
    data->setRowDescriptions(sequence(row_names));
    data->setColumnDescriptions(sequence(names));
}

/// Whether the chart has series for just these numbers, the filled ones first.
bool has_room_for(const ChartDocument& chart, const ChartContent& content)
{
    const auto filled = std::count_if(content.series.begin(), content.series.end(),
                                      [&](const ChartSeries& series) { return is_filled(series.role, content.kind); });
    std::ptrdiff_t columns = 0;
    std::ptrdiff_t all = 0;
    for (const ChartType& type : types_of(chart))
    {
        const auto count = static_cast<std::ptrdiff_t>(series_of(type).size());
        all += count;
        columns += type->getChartType().endsWith("ColumnChartType") ? count : 0;
    }
    return all == static_cast<std::ptrdiff_t>(content.series.size()) && columns == filled;
}

/// The point that bears its series' name may be another one now.
void move_labels(const ChartDocument& chart, const ChartContent& content)
{
    const std::vector<DataSeries> all = series_of(chart);
    std::vector<std::size_t> order;
    for (const bool filled : {true, false})
        for (std::size_t i = 0; i < content.series.size(); ++i)
            if (is_filled(content.series[i].role, content.kind) == filled)
                order.push_back(i);
    for (std::size_t i = 0; i < all.size() && i < order.size(); ++i)
        if (const auto& labelled = content.series[order[i]].labelled)
        {
            const auto data = query<css::chart2::data::XDataSource>(all[i])->getDataSequences();
            set_series_data(all[i], {data.begin(), data.end()}, static_cast<sal_Int32>(*labelled));
        }
}

} // namespace

void draw_chart(const Context& context, const css::uno::Reference<css::text::XTextContent>& object,
                const ChartContent& content)
{
    const ChartDocument chart = chart_in(object);
    // Else each property draws the chart anew.
    chart->lockControllers();
    set_chart_type(chart, content);
    set_numbers(query<css::chart::XChartDataArray>(chart->getData()), content);
    if (content.kind == ChartKind::scatter)
        use_first_column_as_x(context, chart);
    part_lines_from_columns(context, chart, content);
    dress_chart(chart, content);
    chart->unlockControllers();
    query<css::util::XModifiable>(chart)->setModified(true);
}

void renew_chart(const Context& context, const css::uno::Reference<css::text::XTextContent>& object,
                 const ChartContent& content)
{
    const ChartDocument chart = chart_in(object);
    const auto own_numbers =
        query_if<css::chart::XChartDataArray>(query<css::chart2::XChartDocument>(chart)->getDataProvider());
    if (!own_numbers.is() || !has_room_for(chart, content))
        draw_chart(context, object, content);
    else
    {
        // Asked for by way of the chart itself, it would draw its series anew.
        set_numbers(own_numbers, content);
        move_labels(chart, content);
        for (const auto& [which, text] : {std::pair(ChartText::title, content.title),
                                          {ChartText::subtitle, content.subtitle},
                                          {ChartText::x_title, content.x_title},
                                          {ChartText::y_title, content.y_title}})
            set_chart_text(chart, which, text);
        for (const auto& [end, value] :
             {std::pair(AxisEnd::x_from, content.x_from), {AxisEnd::x_to, content.x_to}, {AxisEnd::y_to, content.y_to}})
            if (value)
                set_end_of_axis(chart, end, value);
        query<css::util::XModifiable>(chart)->setModified(true);
    }
    set_property(object, "Title", css::uno::Any(from_utf8(content.title)));
    set_property(object, "Description", css::uno::Any(from_utf8(content.alt_text)));
}

} // namespace trinvis::writer
