// SPDX-License-Identifier: MPL-2.0
#include "calc/charts.hpp"

#include "calc/chart_renewal.hpp"
#include "calc/chart_state.hpp"
#include "office/text.hpp"

#include <cmath>
#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;

/// Where charts are put.
struct ChartPlace
{
    office::Context context;
    Document document;
    std::string sheet_id;
    Sheet sheet;
    Sheet data_sheet;
    const Texts& texts;
};

using Shape = css::uno::Reference<css::drawing::XShape>;

/// Whoever moves or resizes a chart by hand does so by more than this; the office rounds by less. 1/100 mm
constexpr sal_Int32 hair = 15;

sal_Int32 hundredths(double mm)
{
    return static_cast<sal_Int32>(std::lround(mm * 100));
}

css::awt::Size size_of(double width_mm, double height_mm)
{
    return {hundredths(width_mm), hundredths(height_mm)};
}

css::awt::Point position_of(const PlacedChart& chart)
{
    return {hundredths(chart.left_mm), hundredths(chart.top_mm)};
}

css::uno::Reference<css::table::XTableCharts> charts_of(const Sheet& sheet)
{
    return query<css::table::XTableChartsSupplier>(sheet)->getCharts();
}

void remove(const Sheet& sheet, const DrawnChart& chart)
{
    charts_of(sheet)->removeByName(get_property<rtl::OUString>(chart.shape, "PersistName"));
}

/// The shape of the chart that was added last.
Shape newest_shape(const Document& document, const Sheet& sheet)
{
    const sal_Int16 index = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    const auto page = query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index));
    return query<css::drawing::XShape>(page->getByIndex(page->getCount() - 1));
}

/// A name that no chart of the document has: one that undo brought back may still hold the plain one.
rtl::OUString free_name(const Sheet& sheet, const rtl::OUString& wanted)
{
    const auto charts = charts_of(sheet);
    rtl::OUString name = wanted;
    for (sal_Int32 i = 2; charts->hasByName(name); ++i)
        name = wanted + "_" + rtl::OUString::number(i);
    return name;
}

void draw(const ChartPlace& place, const PlacedChart& chart, UndoStep& step)
{
    const auto container = charts_of(place.sheet);
    const rtl::OUString name = free_name(place.sheet, from_utf8(chart.content.name));
    const sal_Int16 data_index = query<css::sheet::XCellRangeAddressable>(place.data_sheet)->getRangeAddress().Sheet;
    const css::table::CellRangeAddress cells{data_index, chart.cells.first_column, chart.cells.first_row,
                                             chart.cells.last_column, chart.cells.last_row};
    const css::awt::Size size = size_of(chart.width_mm, chart.height_mm);
    // In a scatter chart the left column holds x values, in the others it holds names.
    container->addNewByName(name, {0, 0, size.Width, size.Height}, sequence<css::table::CellRangeAddress>({cells}),
                            true, chart.content.kind != ChartKind::scatter);
    step.on_failure(
        [container, name]
        {
            if (container->hasByName(name))
                container->removeByName(name);
        });
    const auto embedded = query<css::document::XEmbeddedObjectSupplier>(container->getByName(name));
    const auto drawn = query<css::chart::XChartDocument>(embedded->getEmbeddedObject());
    drawn->lockControllers();
    set_chart_type(drawn, chart.content);
    part_lines_from_columns(place.context, drawn, chart.content);
    dress_chart(drawn, chart.content);
    drawn->unlockControllers();
    // The lasting name, and what screen readers and tagged PDF read. A shape that undo takes away keeps them.
    const Unrecorded unrecorded(query<css::frame::XModel>(place.document));
    const Shape shape = newest_shape(place.document, place.sheet);
    set_property(shape, "Name", css::uno::Any(from_utf8(chart.content.name)));
    set_property(shape, "Title", css::uno::Any(from_utf8(chart.content.title)));
    set_property(shape, "Description", css::uno::Any(from_utf8(chart.content.alt_text)));
    // LibreOffice 7.4 keeps a chart on its cell only when a view made it so; stored without, the file never ends.
    set_property(shape, "Anchor", css::uno::Any(place.sheet));
    place_shape(shape, position_of(chart), size);
}

bool stands_at(const Shape& shape, css::awt::Point wanted)
{
    const css::awt::Point now = shape->getPosition();
    return std::abs(now.X - wanted.X) <= hair && std::abs(now.Y - wanted.Y) <= hair;
}

bool has_size(const Shape& shape, css::awt::Size wanted)
{
    const css::awt::Size now = shape->getSize();
    return std::abs(now.Width - wanted.Width) <= hair && std::abs(now.Height - wanted.Height) <= hair;
}

void renew_texts(const DrawnChart& chart, const PlacedChart& wanted, const ChartRecord& earlier)
{
    const ChartRecord now = record_of(wanted);
    const auto renew = [&](ChartText which, const std::string& before, const std::string& after)
    {
        if (before != after && chart_text(chart.chart, which) == before)
            set_chart_text(chart.chart, which, after);
    };
    renew(ChartText::title, earlier.title, now.title);
    renew(ChartText::subtitle, earlier.subtitle, now.subtitle);
    renew(ChartText::x_title, earlier.x_title, now.x_title);
    renew(ChartText::y_title, earlier.y_title, now.y_title);
    const auto renew_property = [&](const char* property, const std::string& before, const std::string& after)
    {
        if (before != after && get_property<rtl::OUString>(chart.shape, property) == from_utf8(before))
            set_property(chart.shape, property, css::uno::Any(from_utf8(after)));
    };
    renew_property("Title", earlier.title, now.title);
    renew_property("Description", earlier.alt_text, now.alt_text);
    const auto renew_end = [&](AxisEnd which, const std::optional<double>& before, const std::optional<double>& after)
    {
        const std::optional<double> shown = end_of_axis(chart.chart, which);
        const bool untouched = shown && before ? std::fabs(*shown - *before) <= 1e-9 * std::fabs(*before)
                                               : shown.has_value() == before.has_value();
        if (untouched && before != after)
            set_end_of_axis(chart.chart, which, after);
    };
    renew_end(AxisEnd::x_from, earlier.x_from, now.x_from);
    renew_end(AxisEnd::x_to, earlier.x_to, now.x_to);
    renew_end(AxisEnd::y_to, earlier.y_to, now.y_to);
}

void renew_chart(const ChartPlace& place, const PlacedChart& wanted, const DrawnChart& chart,
                 const ChartRecord& earlier)
{
    const Unrecorded unrecorded(query<css::frame::XModel>(place.document));
    chart.chart->lockControllers();
    renew_series(place.context, chart, wanted, earlier.series, place.data_sheet);
    renew_texts(chart, wanted, earlier);
    chart.chart->unlockControllers();
    const css::awt::Size size = has_size(chart.shape, size_of(earlier.width_mm, earlier.height_mm))
                                    ? size_of(wanted.width_mm, wanted.height_mm)
                                    : chart.shape->getSize();
    const bool own_place = stands_at(chart.shape, {hundredths(earlier.left_mm), hundredths(earlier.top_mm)});
    place_shape(chart.shape, own_place ? position_of(wanted) : chart.shape->getPosition(), size);
}

/// What the office's own undo does not know of.
void take_back(const Context& context, const Document& document, std::string_view sheet_id,
               const std::vector<RenewedChart>& renewed)
{
    const Sheet sheet = find_sheet(document, sheet_id);
    if (!sheet.is())
        return;
    for (const auto& [figure, chart] : own_charts(document, sheet))
        for (const RenewedChart& one : renewed)
            if (one.name == chart.name)
                restore(context, chart, one.before);
}

/// Renews charts; when one of them fails, those before it are put back too.
class Renewal
{
public:
    Renewal(const ChartPlace& place, const DrawnCharts& drawn) : m_place(place), m_drawn(drawn)
    {
    }

    void renew(const PlacedChart& wanted, const DrawnChart& chart)
    {
        m_renewed.push_back({chart.name, state_of(chart), {}});
        try
        {
            renew_chart(m_place, wanted, chart, m_drawn.records.at(wanted.content.name));
            m_renewed.back().after = state_of(chart);
        }
        catch (const css::uno::Exception&)
        {
            take_back(m_place.context, m_place.document, m_place.sheet_id, m_renewed);
            throw;
        }
    }

    /// Makes the renewals a part of the step.
    void keep(UndoStep& step)
    {
        if (m_renewed.empty())
            return;
        step.on_failure([context = m_place.context, document = m_place.document, id = m_place.sheet_id,
                         renewed = m_renewed] { take_back(context, document, id, renewed); });
        step.undo_manager()->addUndoAction(charts_action(m_place.context, m_place.document, m_place.sheet_id,
                                                         from_utf8(m_place.texts.get("undo.charts")),
                                                         std::move(m_renewed)));
    }

private:
    const ChartPlace& m_place;
    const DrawnCharts& m_drawn;
    std::vector<RenewedChart> m_renewed;
};

/// Gives every chart the place of its cell in its report, which must be written already.
void find_corners(const Sheet& sheet, std::vector<PlacedChart>& charts)
{
    for (PlacedChart& chart : charts)
    {
        const auto corner =
            get_property<css::awt::Point>(sheet->getCellByPosition(chart.first_column, chart.first_row), "Position");
        chart.left_mm = corner.X / 100.0;
        chart.top_mm = corner.Y / 100.0;
    }
}

void put_charts(const ChartPlace& place, const std::vector<PlacedChart>& charts, const DrawnCharts& drawn,
                UndoStep& step)
{
    std::set<std::string> wanted_names;
    for (const PlacedChart& chart : charts)
        wanted_names.insert(chart.content.name);
    for (const auto& [name, chart] : drawn.charts)
        if (!wanted_names.contains(name) || !drawn.records.contains(name))
            remove(place.sheet, chart);
    Renewal renewal(place, drawn);
    for (const PlacedChart& chart : charts)
    {
        const std::string& name = chart.content.name;
        const bool listed = drawn.records.contains(name);
        const auto [first, last] = drawn.charts.equal_range(name);
        // A name that was listed and is not there any more was deleted; where none is left at all, the sheet was.
        const bool deleted = listed && first == last && !drawn.charts.empty();
        if (!listed || (first == last && !deleted))
            draw(place, chart, step);
        else
            for (auto known = first; known != last; ++known)
                renewal.renew(chart, known->second);
    }
    renewal.keep(step);
}

} // namespace

void refuse_unwritable(const Document& document, const ChartedReport& report, const Texts& texts)
{
    refuse_unwritable(document, report.sheet, texts);
    refuse_unwritable(document, report.chart_data, texts);
}

Sheet put_report(const Context& context, const Document& document, ChartedReport& report, const Texts& texts,
                 UndoStep& step)
{
    // The names of series are cells of the chart data, and the places of charts stand in its list.
    const DrawnCharts drawn = drawn_charts(document, report.sheet.id, report.chart_data.id);
    const Sheet sheet = put_sheet(document, report.sheet, texts, step);
    find_corners(sheet, report.charts);
    report.chart_data = chart_data_sheet(report.chart_data.id, report.charts, texts);
    const Sheet data_sheet = put_sheet(document, report.chart_data, texts, step);
    put_charts({context, document, report.sheet.id, sheet, data_sheet, texts}, report.charts, drawn, step);
    return sheet;
}

} // namespace trinvis::calc
