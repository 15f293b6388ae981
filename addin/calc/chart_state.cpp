// SPDX-License-Identifier: MPL-2.0
#include "calc/chart_state.hpp"

#include "office/text.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/chart2/XAxis.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

namespace trinvis::calc
{

namespace
{

using namespace office;
using Sequences = css::uno::Reference<css::chart2::data::XDataSequence>;

std::vector<LabelledSequence> data_of(const DataSeries& series)
{
    const auto data = query<css::chart2::data::XDataSource>(series)->getDataSequences();
    return {data.begin(), data.end()};
}

/// The same cells for a chart that has another data provider.
LabelledSequence again(const Context& context, const ChartDocument& chart, const LabelledSequence& known)
{
    if (!known.is())
        return known;
    const auto provider = query<css::chart2::XChartDocument>(chart)->getDataProvider();
    const auto same_cells = [&](const Sequences& cells)
    {
        return cells.is() ? provider->createDataSequenceByRangeRepresentation(cells->getSourceRangeRepresentation())
                          : Sequences();
    };
    const std::string role = to_utf8(get_property<rtl::OUString>(known->getValues(), "Role"));
    return labelled_sequence(context, same_cells(known->getLabel()), same_cells(known->getValues()), role.c_str());
}

void set_categories(const ChartDocument& chart, const LabelledSequence& categories)
{
    const auto axis = coordinates_of(chart)->getAxisByDimension(0, 0);
    css::chart2::ScaleData scale = axis->getScaleData();
    if (scale.Categories == categories)
        return;
    scale.Categories = categories;
    axis->setScaleData(scale);
}

/// Every series object with the cells that it had.
void restore_series(const ChartDocument& chart, const ChartState& state)
{
    std::vector<ChartType> types;
    types.reserve(state.types.size());
    for (const auto& [type, all] : state.types)
        types.push_back(type);
    query<css::chart2::XChartTypeContainer>(coordinates_of(chart))->setChartTypes(sequence(types));
    for (const auto& [type, all] : state.types)
    {
        std::vector<DataSeries> series;
        series.reserve(all.size());
        for (const SeriesState& one : all)
            series.push_back(one.series);
        query<css::chart2::XDataSeriesContainer>(type)->setDataSeries(sequence(series));
        for (const SeriesState& one : all)
            set_series_data(one.series, one.data, one.labelled);
    }
    set_categories(chart, state.categories);
}

void restore_series_by_order(const Context& context, const ChartDocument& chart, const ChartState& state)
{
    std::vector<const SeriesState*> wanted;
    for (const auto& [type, all] : state.types)
        for (const SeriesState& one : all)
            wanted.push_back(&one);
    const std::vector<DataSeries> series = series_of(chart);
    if (series.size() != wanted.size())
        return;
    for (std::size_t i = 0; i < series.size(); ++i)
    {
        std::vector<LabelledSequence> data;
        data.reserve(wanted[i]->data.size());
        for (const LabelledSequence& known : wanted[i]->data)
            data.push_back(again(context, chart, known));
        set_series_data(series[i], data, wanted[i]->labelled);
    }
    set_categories(chart, again(context, chart, state.categories));
}

void restore_shape(const DrawnChart& chart, const ChartState& state)
{
    set_property(chart.shape, "Title", css::uno::Any(state.title));
    set_property(chart.shape, "Description", css::uno::Any(state.description));
    place_shape(chart.shape, state.position, state.size);
}

class ChartsAction : public cppu::WeakImplHelper1<css::document::XUndoAction>
{
public:
    ChartsAction(const Context& context, const Document& document, std::string sheet_id, const rtl::OUString& title,
                 std::vector<RenewedChart> renewed)
        : m_context(context), m_document(document), m_sheet_id(std::move(sheet_id)), m_title(title),
          m_renewed(std::move(renewed))
    {
    }

    rtl::OUString SAL_CALL getTitle() override
    {
        return m_title;
    }
    void SAL_CALL undo() override
    {
        put_back(&RenewedChart::before);
    }
    void SAL_CALL redo() override
    {
        put_back(&RenewedChart::after);
    }

private:
    void put_back(ChartState RenewedChart::*state)
    {
        const Document document(m_document);
        if (!document.is())
            return;
        const Sheet sheet = find_sheet(document, m_sheet_id);
        if (!sheet.is())
            return;
        const Unrecorded unrecorded(query<css::frame::XModel>(document));
        for (const auto& [figure, chart] : own_charts(document, sheet))
            for (const RenewedChart& renewed : m_renewed)
                if (renewed.name == chart.name)
                    restore(m_context, chart, renewed.*state);
    }

    Context m_context;
    css::uno::WeakReference<css::sheet::XSpreadsheetDocument> m_document;
    std::string m_sheet_id;
    rtl::OUString m_title;
    std::vector<RenewedChart> m_renewed;
};

} // namespace

ChartState state_of(const DrawnChart& chart)
{
    ChartState state;
    state.chart = chart.chart;
    for (const ChartType& type : types_of(chart.chart))
    {
        auto& [kept_type, all] = state.types.emplace_back(type, std::vector<SeriesState>{});
        for (const DataSeries& series : series_of(type))
            all.push_back({series, data_of(series), labelled_point(series)});
    }
    state.categories = coordinates_of(chart.chart)->getAxisByDimension(0, 0)->getScaleData().Categories;
    for (const ChartText which : {ChartText::title, ChartText::subtitle, ChartText::x_title, ChartText::y_title})
        if (auto text = chart_text(chart.chart, which))
            state.texts.emplace(which, std::move(*text));
    for (const AxisEnd which : {AxisEnd::x_from, AxisEnd::x_to, AxisEnd::y_to})
        state.ends.emplace(which, end_of_axis(chart.chart, which));
    state.position = chart.shape->getPosition();
    state.size = chart.shape->getSize();
    state.title = get_property<rtl::OUString>(chart.shape, "Title");
    state.description = get_property<rtl::OUString>(chart.shape, "Description");
    return state;
}

void restore(const Context& context, const DrawnChart& chart, const ChartState& state)
{
    chart.chart->lockControllers();
    if (chart.chart == state.chart)
        restore_series(chart.chart, state);
    else
        restore_series_by_order(context, chart.chart, state);
    for (const auto& [which, text] : state.texts)
        set_chart_text(chart.chart, which, text);
    for (const auto& [which, value] : state.ends)
        if (end_of_axis(chart.chart, which) != value)
            set_end_of_axis(chart.chart, which, value);
    chart.chart->unlockControllers();
    restore_shape(chart, state);
}

void place_shape(const css::uno::Reference<css::drawing::XShape>& shape, css::awt::Point position, css::awt::Size size)
{
    const css::awt::Size old_size = shape->getSize();
    if (old_size.Width != size.Width || old_size.Height != size.Height)
        shape->setSize(size);
    const css::awt::Point old_position = shape->getPosition();
    if (old_position.X != position.X || old_position.Y != position.Y)
        shape->setPosition(position);
}

css::uno::Reference<css::document::XUndoAction> charts_action(const Context& context, const Document& document,
                                                              std::string sheet_id, const rtl::OUString& title,
                                                              std::vector<RenewedChart> renewed)
{
    return new ChartsAction(context, document, std::move(sheet_id), title, std::move(renewed));
}

} // namespace trinvis::calc
