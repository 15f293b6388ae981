// SPDX-License-Identifier: MPL-2.0
#include "office/chart_look.hpp"

#include "office/text.hpp"

#include <cmath>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/DataLabelPlacement.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/chart2/DataPointLabel.hpp>
#include <com/sun/star/chart2/Symbol.hpp>
#include <com/sun/star/chart2/SymbolStyle.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSink.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/chart2/data/XLabeledDataSequence.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineDash.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace trinvis::office
{

namespace
{

using ChartDocument = css::uno::Reference<css::chart::XChartDocument>;
using Properties = css::uno::Reference<css::beans::XPropertySet>;

constexpr sal_Int32 ink = 0x1F2933;
constexpr sal_Int32 grey = 0x5B6770;
constexpr sal_Int32 grid = 0xDDE3E8;
constexpr sal_Int32 vermillion = 0xD55E00;
constexpr sal_Int32 blue = 0x0072B2;
constexpr sal_Int32 sky = 0x8FA9BC;
constexpr sal_Int32 bar = 0x9DB4C6;

// The standard symbols of charts, by number (com.sun.star.chart2.Symbol).
constexpr sal_Int32 no_symbol = -1;
constexpr sal_Int32 square = 0;
constexpr sal_Int32 diamond = 1;
constexpr sal_Int32 triangle = 3;
constexpr sal_Int32 circle = 8;

struct SeriesLook
{
    sal_Int32 colour;
    sal_Int32 symbol;
    sal_Int32 symbol_size; ///< 1/100 mm
    sal_Int32 line_width;  ///< 1/100 mm, 0 for no line
    bool dashed;
};

SeriesLook look_of(SeriesRole role, ChartKind kind)
{
    const bool scatter = kind == ChartKind::scatter;
    switch (role)
    {
    case SeriesRole::own:
        return {vermillion, diamond, scatter ? 420 : 300, scatter ? 0 : 90, false};
    case SeriesRole::others:
        return {sky, circle, 150, 0, false};
    case SeriesRole::average:
        return scatter ? SeriesLook{ink, no_symbol, 0, 35, false} : SeriesLook{blue, triangle, 220, 50, false};
    case SeriesRole::limit_95:
        return {blue, no_symbol, 0, 30, true};
    case SeriesRole::limit_998:
        return {blue, no_symbol, 0, 45, false};
    case SeriesRole::region:
        return {grey, square, 200, 50, true};
    default:
        return {ink, square, 180, 40, true};
    }
}

/// Charts know dashes only by name, from the table of their document.
rtl::OUString dash_name(const ChartDocument& chart)
{
    const rtl::OUString name("trinvis dash");
    const auto table = create_in<css::container::XNameContainer>(chart, "com.sun.star.drawing.DashTable");
    if (!table->hasByName(name))
        table->insertByName(name,
                            css::uno::Any(css::drawing::LineDash(css::drawing::DashStyle_RECT, 0, 0, 1, 150, 100)));
    return name;
}

void dress_series(const ChartDocument& chart, const css::uno::Reference<css::chart2::XDataSeries>& series,
                  const SeriesLook& look)
{
    css::chart2::Symbol symbol;
    symbol.Style = look.symbol == no_symbol ? css::chart2::SymbolStyle_NONE : css::chart2::SymbolStyle_STANDARD;
    symbol.StandardSymbol = std::max<sal_Int32>(0, look.symbol);
    symbol.Size = css::awt::Size(look.symbol_size, look.symbol_size);
    symbol.BorderColor = look.colour;
    symbol.FillColor = look.colour;
    set_property(series, "Symbol", css::uno::Any(symbol));
    set_property(series, "Color", css::uno::Any(look.colour));
    if (look.line_width == 0)
    {
        set_property(series, "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
        return;
    }
    set_property(series, "LineWidth", css::uno::Any(look.line_width));
    if (look.dashed)
        set_property(series, "LineDashName", css::uno::Any(dash_name(chart)));
    set_property(series, "LineStyle",
                 css::uno::Any(look.dashed ? css::drawing::LineStyle_DASH : css::drawing::LineStyle_SOLID));
}

std::vector<css::uno::Reference<css::chart2::XDataSeries>> series_of(const ChartDocument& chart)
{
    std::vector<css::uno::Reference<css::chart2::XDataSeries>> all;
    const auto diagram = query<css::chart2::XChartDocument>(chart)->getFirstDiagram();
    const auto systems = query<css::chart2::XCoordinateSystemContainer>(diagram)->getCoordinateSystems();
    for (const css::uno::Reference<css::chart2::XCoordinateSystem>& system : systems)
    {
        const auto types = query<css::chart2::XChartTypeContainer>(system)->getChartTypes();
        for (const css::uno::Reference<css::chart2::XChartType>& type : types)
        {
            const auto series = query<css::chart2::XDataSeriesContainer>(type)->getDataSeries();
            all.insert(all.end(), series.begin(), series.end());
        }
    }
    return all;
}

css::uno::Any name_label(bool number)
{
    css::chart2::DataPointLabel label;
    label.ShowNumber = number;
    label.ShowNumberInPercent = false;
    label.ShowCategoryName = false;
    label.ShowLegendSymbol = false;
    label.ShowCustomLabel = false;
    label.ShowSeriesName = !number;
    return css::uno::Any(label);
}

void label_own(const css::uno::Reference<css::chart2::XDataSeries>& series, const ChartSeries& content, ChartKind kind)
{
    for (std::size_t point = content.y.size(); point > 0; --point)
        if (content.y[point - 1])
        {
            const Properties last = series->getDataPointByIndex(static_cast<sal_Int32>(point - 1));
            set_property(last, "Label", name_label(false));
            // The last point of a line stands at the right edge, where a centred label would be cut off.
            set_property(last, "LabelPlacement",
                         css::uno::Any(kind == ChartKind::lines ? css::chart::DataLabelPlacement::LEFT
                                                                : css::chart::DataLabelPlacement::TOP));
            set_property(last, "CharHeight", css::uno::Any(9.0F));
            set_property(last, "CharWeight", css::uno::Any(css::awt::FontWeight::BOLD));
            return;
        }
}

void set_text(const css::uno::Reference<css::drawing::XShape>& title, const std::string& text, float size, bool bold,
              sal_Int32 colour)
{
    set_property(title, "String", css::uno::Any(from_utf8(text)));
    set_property(title, "CharHeight", css::uno::Any(size));
    set_property(title, "CharWeight", css::uno::Any(bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::NORMAL));
    set_property(title, "CharColor", css::uno::Any(colour));
}

void dress_axis(const Properties& axis, float size)
{
    set_property(axis, "CharHeight", css::uno::Any(size));
    set_property(axis, "CharColor", css::uno::Any(grey));
    set_property(axis, "LineColor", css::uno::Any(grey));
}

/// The key of a number format in the chart, in the manner of the content's language.
sal_Int32 number_format(const ChartDocument& chart, const ChartContent& content, int decimals)
{
    const auto formats = query<css::util::XNumberFormatsSupplier>(chart)->getNumberFormats();
    const bool danish = content.language == Language::danish;
    const css::lang::Locale locale(danish ? rtl::OUString("da") : rtl::OUString("en"),
                                   danish ? rtl::OUString("DK") : rtl::OUString("GB"), rtl::OUString());
    const char* code = decimals == 0 ? "#,##0" : (decimals == 1 ? "#,##0.0" : "#,##0.00");
    return formats->addNewConverted(rtl::OUString::createFromAscii(code),
                                    css::lang::Locale("en", "US", rtl::OUString()), locale);
}

void set_axis_format(const Properties& axis, sal_Int32 format)
{
    set_property(axis, "LinkNumberFormatToSource", css::uno::Any(false));
    set_property(axis, "NumberFormat", css::uno::Any(format));
}

double largest_value(const ChartContent& content)
{
    double largest = 0;
    for (const ChartSeries& series : content.series)
        for (const std::optional<double>& value : series.y)
            largest = std::max(largest, value.value_or(0));
    return largest;
}

void dress_axes(const ChartDocument& chart, const css::uno::Reference<css::chart::XDiagram>& diagram,
                const ChartContent& content)
{
    const bool many_bars = content.kind == ChartKind::bars && content.categories.size() > 20;
    const auto x = query<css::chart::XAxisXSupplier>(diagram);
    const auto y = query<css::chart::XAxisYSupplier>(diagram);
    dress_axis(x->getXAxis(), many_bars ? 6.0F : 8.0F);
    dress_axis(y->getYAxis(), 8.0F);
    // Every municipality keeps its name, also where the office would leave out every second one.
    if (content.kind == ChartKind::bars)
        set_property(x->getXAxis(), "TextOverlap", css::uno::Any(true));
    set_property(diagram, "HasYAxisGrid", css::uno::Any(true));
    set_property(y->getYMainGrid(), "LineColor", css::uno::Any(grid));
    if (content.kind == ChartKind::scatter)
    {
        // Municipalities differ a hundredfold in size; on a plain axis the small ones would lie on top of each other.
        set_property(x->getXAxis(), "Logarithmic", css::uno::Any(true));
        set_property(x->getXAxis(), "Min", css::uno::Any(std::pow(10.0, std::floor(std::log10(content.x.front())))));
        set_property(x->getXAxis(), "Max", css::uno::Any(content.x.back()));
        set_axis_format(x->getXAxis(), number_format(chart, content, 0));
    }
    // An axis that begins above zero makes small differences look large.
    set_property(y->getYAxis(), "Min", css::uno::Any(0.0));
    if (content.y_max)
        set_property(y->getYAxis(), "Max", css::uno::Any(*content.y_max));
    const double largest = content.y_max.value_or(largest_value(content));
    set_axis_format(y->getYAxis(), number_format(chart, content, largest < 1 ? 2 : (largest < 5 ? 1 : 0)));
    if (!content.x_title.empty())
    {
        set_property(diagram, "HasXAxisTitle", css::uno::Any(true));
        set_text(x->getXAxisTitle(), content.x_title, 8.5F, false, grey);
    }
    if (!content.y_title.empty())
    {
        set_property(diagram, "HasYAxisTitle", css::uno::Any(true));
        set_text(y->getYAxisTitle(), content.y_title, 8.5F, false, grey);
    }
}

void dress_bars(const css::uno::Reference<css::chart::XDiagram>& diagram, const ChartContent& content)
{
    const Properties all = diagram->getDataRowProperties(0);
    set_property(all, "FillColor", css::uno::Any(bar));
    set_property(all, "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    if (!content.own_point)
        return;
    const Properties own = diagram->getDataPointProperties(static_cast<sal_Int32>(*content.own_point), 0);
    set_property(own, "FillColor", css::uno::Any(vermillion));
    set_property(own, "LineStyle", css::uno::Any(css::drawing::LineStyle_SOLID));
    set_property(own, "LineColor", css::uno::Any(ink));
    set_property(own, "LineWidth", css::uno::Any(static_cast<sal_Int32>(40)));
}

} // namespace

void set_chart_type(const ChartDocument& chart, ChartKind kind)
{
    const char* service = kind == ChartKind::scatter ? "com.sun.star.chart.XYDiagram"
                          : kind == ChartKind::lines ? "com.sun.star.chart.LineDiagram"
                                                     : "com.sun.star.chart.BarDiagram";
    chart->setDiagram(create_in<css::chart::XDiagram>(chart, service));
    if (kind == ChartKind::bars)
        set_property(chart->getDiagram(), "Vertical", css::uno::Any(true));
}

void use_first_column_as_x(const Context& context, const ChartDocument& chart)
{
    const auto document = query<css::chart2::XChartDocument>(chart);
    const auto provider = document->getDataProvider();
    const auto series = series_of(chart);
    for (std::size_t i = 1; i < series.size(); ++i)
    {
        const auto values = provider->createDataSequenceByRangeRepresentation("0");
        set_property(values, "Role", css::uno::Any(rtl::OUString("values-x")));
        const auto x =
            create<css::chart2::data::XLabeledDataSequence>(context, "com.sun.star.chart2.data.LabeledDataSequence");
        x->setValues(values);
        std::vector<css::uno::Reference<css::chart2::data::XLabeledDataSequence>> both{x};
        for (const auto& own : query<css::chart2::data::XDataSource>(series[i])->getDataSequences())
            if (get_property<rtl::OUString>(own->getValues(), "Role") == "values-y")
                both.push_back(own);
        query<css::chart2::data::XDataSink>(series[i])->setData(sequence(both));
    }
    const auto systems =
        query<css::chart2::XCoordinateSystemContainer>(document->getFirstDiagram())->getCoordinateSystems();
    const auto type = query<css::chart2::XChartTypeContainer>(systems[0])->getChartTypes()[0];
    query<css::chart2::XDataSeriesContainer>(type)->removeDataSeries(series.front());
}

void dress_chart(const ChartDocument& chart, const ChartContent& content)
{
    set_property(chart, "HasMainTitle", css::uno::Any(true));
    set_text(chart->getTitle(), content.title, 11.0F, true, ink);
    set_property(chart, "HasSubTitle", css::uno::Any(true));
    set_text(chart->getSubTitle(), content.subtitle, 8.5F, false, grey);
    const bool legend = content.kind != ChartKind::bars;
    set_property(chart, "HasLegend", css::uno::Any(legend));
    if (legend)
    {
        set_property(chart->getLegend(), "Alignment", css::uno::Any(css::chart::ChartLegendPosition_BOTTOM));
        set_property(chart->getLegend(), "CharHeight", css::uno::Any(8.0F));
        set_property(chart->getLegend(), "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
        set_property(chart->getLegend(), "FillStyle", css::uno::Any(css::drawing::FillStyle_NONE));
    }
    set_property(chart->getArea(), "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    const css::uno::Reference<css::chart::XDiagram> diagram = chart->getDiagram();
    set_property(query<css::chart::XAxisXSupplier>(diagram)->getXAxis(), "LineWidth",
                 css::uno::Any(static_cast<sal_Int32>(20)));
    dress_axes(chart, diagram, content);
    if (const auto walls = query_if<css::chart::X3DDisplay>(diagram); walls.is())
    {
        set_property(walls->getWall(), "FillStyle", css::uno::Any(css::drawing::FillStyle_NONE));
        set_property(walls->getWall(), "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    }
    const auto series = series_of(chart);
    if (content.kind == ChartKind::bars)
    {
        dress_bars(diagram, content);
        if (content.own_point && !series.empty())
        {
            const Properties own = series.front()->getDataPointByIndex(static_cast<sal_Int32>(*content.own_point));
            set_property(own, "Label", name_label(true));
            set_property(own, "LinkNumberFormatToSource", css::uno::Any(false));
            set_property(own, "NumberFormat", css::uno::Any(number_format(chart, content, content.decimals)));
        }
        return;
    }
    for (std::size_t i = 0; i < content.series.size() && i < series.size(); ++i)
    {
        const ChartSeries& shown = content.series[i];
        dress_series(chart, series[i], look_of(shown.role, content.kind));
        if (shown.role == SeriesRole::own)
            label_own(series[i], shown, content.kind);
        // Lower and upper limits look alike and share one entry of the legend.
        const bool repeated = i > 0 && content.series[i - 1].role == shown.role && shown.role != SeriesRole::others;
        if (repeated)
            set_property(series[i], "ShowLegendEntry", css::uno::Any(false));
    }
}

} // namespace trinvis::office
