// SPDX-License-Identifier: MPL-2.0
#include "office/chart_look.hpp"

#include "office/text.hpp"

#include <array>
#include <cmath>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/chart/ChartAxisLabelPosition.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/DataLabelPlacement.hpp>
#include <com/sun/star/chart/MissingValueTreatment.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/chart2/DataPointLabel.hpp>
#include <com/sun/star/chart2/Symbol.hpp>
#include <com/sun/star/chart2/SymbolStyle.hpp>
#include <com/sun/star/chart2/data/XDataSink.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineDash.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/lang/IndexOutOfBoundsException.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace trinvis::office
{

namespace
{

using Properties = css::uno::Reference<css::beans::XPropertySet>;

constexpr sal_Int32 ink = 0x1F2933;
constexpr sal_Int32 grey = 0x5B6770;
constexpr sal_Int32 grid = 0xDDE3E8;
constexpr sal_Int32 white = 0xFFFFFF;
constexpr sal_Int32 vermillion = 0xD55E00;
constexpr sal_Int32 vermillion_ink = 0xA34700; ///< dark enough for letters
constexpr sal_Int32 red = 0xC8102E;            ///< the survey's own column, as in the original report
constexpr sal_Int32 blue = 0x0072B2;
constexpr sal_Int32 sky = 0x8FA9BC;
constexpr sal_Int32 bar = 0x9DB4C6;
constexpr sal_Int32 pale = 0xDCE5EC;
constexpr sal_Int32 stone = 0xB8B3AA;
constexpr sal_Int32 sand = 0xEBDDBF;
constexpr sal_Int32 umber = 0x6F6456;
// The ladder: from light to dark, so that its order shows without a judgement and in print without colours.
constexpr std::array<sal_Int32, 6> steps{0xD6E6F2, 0xA9CCE3, 0x74ABD0, 0x3F87B8, 0x1F5F8B, 0x123A58};

// The standard symbols of charts, by number (com.sun.star.chart2.Symbol).
constexpr sal_Int32 no_symbol = -1;
constexpr sal_Int32 square = 0;
constexpr sal_Int32 diamond = 1;
constexpr sal_Int32 circle = 8;

constexpr float title_height = 11;
constexpr float letter_height = 8.5;

struct LineLook
{
    sal_Int32 colour;
    sal_Int32 symbol;
    sal_Int32 symbol_size; ///< 1/100 mm
    sal_Int32 line_width;  ///< 1/100 mm, 0 for no line
    bool dashed;
};

LineLook line_look(SeriesRole role, ChartKind kind)
{
    const bool joined = kind == ChartKind::lines;
    switch (role)
    {
    case SeriesRole::own:
        return {vermillion, diamond, joined ? 300 : 420, joined ? 90 : 0, false};
    case SeriesRole::own_uncertain:
        return {vermillion, circle, 240, 0, false};
    case SeriesRole::others:
        return {sky, circle, 150, 0, false};
    case SeriesRole::average:
        return {joined ? blue : ink, no_symbol, 0, joined ? 60 : 40, false};
    case SeriesRole::limit_95:
        return {blue, no_symbol, 0, 30, true};
    case SeriesRole::limit_998:
        return {blue, no_symbol, 0, 45, false};
    default:
        return {ink, square, 150, 35, true};
    }
}

sal_Int32 fill_of(SeriesRole role, ChartKind kind)
{
    switch (role)
    {
    case SeriesRole::own:
        return kind == ChartKind::columns ? red : vermillion;
    case SeriesRole::band:
        return kind == ChartKind::profile ? bar : pale;
    case SeriesRole::range:
        return pale;
    case SeriesRole::band_start:
        return kind == ChartKind::profile ? pale : white;
    case SeriesRole::range_start:
        return white;
    case SeriesRole::step_1:
    case SeriesRole::step_2:
    case SeriesRole::step_3:
    case SeriesRole::step_4:
    case SeriesRole::step_5:
    case SeriesRole::step_6:
        return steps.at(static_cast<std::size_t>(role) - static_cast<std::size_t>(SeriesRole::step_1));
    case SeriesRole::outside:
        return stone;
    case SeriesRole::span:
        return blue;
    case SeriesRole::to_settle:
        return sand;
    case SeriesRole::unplaced:
        return umber;
    case SeriesRole::average:
        return ink;
    default:
        return bar;
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

void dress_line(const ChartDocument& chart, const DataSeries& series, const LineLook& look)
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

void dress_columns(const DataSeries& series, SeriesRole role, ChartKind kind)
{
    if (role == SeriesRole::gap)
    {
        set_property(series, "FillStyle", css::uno::Any(css::drawing::FillStyle_NONE));
        set_property(series, "BorderStyle", css::uno::Any(css::drawing::LineStyle_NONE));
        return;
    }
    set_property(series, "Color", css::uno::Any(fill_of(role, kind)));
    set_property(series, "FillStyle", css::uno::Any(css::drawing::FillStyle_SOLID));
    const bool own = role == SeriesRole::own;
    // What takes filling away takes its edges too.
    const bool away = role == SeriesRole::band_start || role == SeriesRole::range_start;
    set_property(series, "BorderStyle",
                 css::uno::Any(own || away ? css::drawing::LineStyle_SOLID : css::drawing::LineStyle_NONE));
    set_property(series, "BorderColor", css::uno::Any(own ? ink : fill_of(role, kind)));
    set_property(series, "BorderWidth", css::uno::Any(static_cast<sal_Int32>(own ? 40 : 20)));
}

/// The key of a number format in the chart, in the manner of the content's language.
sal_Int32 number_format(const ChartDocument& chart, const ChartContent& content, const char* code)
{
    const auto formats = query<css::util::XNumberFormatsSupplier>(chart)->getNumberFormats();
    const bool danish = content.language == Language::danish;
    const css::lang::Locale locale(danish ? rtl::OUString("da") : rtl::OUString("en"),
                                   danish ? rtl::OUString("DK") : rtl::OUString("GB"), rtl::OUString());
    return formats->addNewConverted(rtl::OUString::createFromAscii(code),
                                    css::lang::Locale("en", "US", rtl::OUString()), locale);
}

const char* code_with_decimals(int decimals)
{
    return decimals == 0 ? "#,##0" : (decimals == 1 ? "#,##0.0" : "#,##0.00");
}

/// Days along a timeline: a month alone would say less than where the mark stands.
const char* date_code(Language language)
{
    return language == Language::danish ? "DD-MM-YYYY" : "YYYY-MM-DD";
}

/// Name, value or both: bars bear their name on the axis, and a place on a profile's scale says nothing.
void label_point(const ChartDocument& chart, const Properties& point, const ChartContent& content, bool below)
{
    css::chart2::DataPointLabel label;
    label.ShowSeriesName = content.kind != ChartKind::bars;
    // The height of an own column among the others' says nothing by itself: it marks a place.
    label.ShowNumber = content.kind != ChartKind::profile && content.kind != ChartKind::columns;
    label.ShowNumberInPercent = false;
    label.ShowCategoryName = false;
    label.ShowLegendSymbol = false;
    label.ShowCustomLabel = false;
    set_property(point, "Label", css::uno::Any(label));
    set_property(point, "LabelSeparator", css::uno::Any(rtl::OUString(" ")));
    set_property(point, "LinkNumberFormatToSource", css::uno::Any(false));
    set_property(point, "NumberFormat",
                 css::uno::Any(number_format(chart, content, code_with_decimals(content.decimals))));
    const sal_Int32 placement = content.kind == ChartKind::bars ? css::chart::DataLabelPlacement::OUTSIDE
                                : below                         ? css::chart::DataLabelPlacement::BOTTOM
                                                                : css::chart::DataLabelPlacement::TOP;
    set_property(point, "LabelPlacement", css::uno::Any(placement));
    set_property(point, "CharHeight", css::uno::Any(9.0F));
    set_property(point, "CharWeight", css::uno::Any(css::awt::FontWeight::BOLD));
    set_property(point, "CharColor", css::uno::Any(content.kind == ChartKind::columns ? red : vermillion_ink));
    if (content.kind == ChartKind::bars)
        return;
    // Dots and lines of others may lie behind the name.
    set_property(point, "LabelFillStyle", css::uno::Any(css::drawing::FillStyle_SOLID));
    set_property(point, "LabelFillColor", css::uno::Any(white));
}

void set_title(const css::uno::Reference<css::drawing::XShape>& title, const std::string& text, float size, bool bold,
               sal_Int32 colour)
{
    set_property(title, "String", css::uno::Any(from_utf8(text)));
    set_property(title, "CharHeight", css::uno::Any(size));
    set_property(title, "CharWeight", css::uno::Any(bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::NORMAL));
    set_property(title, "CharColor", css::uno::Any(colour));
}

Properties x_axis(const ChartDocument& chart)
{
    return query<css::chart::XAxisXSupplier>(chart->getDiagram())->getXAxis();
}

Properties y_axis(const ChartDocument& chart)
{
    return query<css::chart::XAxisYSupplier>(chart->getDiagram())->getYAxis();
}

void dress_axis(const Properties& axis)
{
    set_property(axis, "CharHeight", css::uno::Any(letter_height));
    set_property(axis, "CharColor", css::uno::Any(grey));
    set_property(axis, "LineColor", css::uno::Any(grey));
}

void set_axis_format(const Properties& axis, sal_Int32 format)
{
    set_property(axis, "LinkNumberFormatToSource", css::uno::Any(false));
    set_property(axis, "NumberFormat", css::uno::Any(format));
}

/// The dates of a timeline run along the bars: what it calls x is the axis of the values.
bool is_timeline(const ChartDocument& chart)
{
    const auto diagram = query<css::beans::XPropertySet>(chart->getDiagram());
    const auto known = diagram->getPropertySetInfo();
    return known->hasPropertyByName("Vertical") && get_property<bool>(diagram, "Vertical") &&
           known->hasPropertyByName("Stacked") && get_property<bool>(diagram, "Stacked");
}

Properties axis_with(const ChartDocument& chart, AxisEnd which)
{
    return which == AxisEnd::y_to || is_timeline(chart) ? y_axis(chart) : x_axis(chart);
}

double largest_value(const ChartContent& content)
{
    double largest = 0;
    for (const ChartSeries& series : content.series)
        for (const std::optional<double>& value : series.y)
            largest = std::max(largest, value.value_or(0));
    return largest;
}

/// The scale of a profile runs from 0 to 100 and means nothing in itself.
void dress_profile_axes(const ChartDocument& chart)
{
    const Properties x = x_axis(chart);
    const Properties y = y_axis(chart);
    set_property(x, "ReverseDirection", css::uno::Any(true));
    set_property(x, "LineColor", css::uno::Any(grid));
    set_property(x, "CharColor", css::uno::Any(ink));
    set_property(x, "Marks", css::uno::Any(static_cast<sal_Int32>(0)));
    set_property(y, "Min", css::uno::Any(0.0));
    set_property(y, "Max", css::uno::Any(100.0));
    set_property(y, "DisplayLabels", css::uno::Any(false));
    set_property(y, "Marks", css::uno::Any(static_cast<sal_Int32>(0)));
    set_property(y, "LineColor", css::uno::Any(white));
}

double least_value(const ChartContent& content)
{
    double least = 0;
    for (const ChartSeries& series : content.series)
        for (const std::optional<double>& value : series.y)
            least = std::min(least, value.value_or(0));
    return least;
}

/// So many days from one date along the axis to the next that their texts stand beside each other: whole weeks.
double days_between_dates(double days)
{
    constexpr double half_a_year = 190;
    constexpr double more_than_a_year = 430;
    return days <= half_a_year ? 28 : days <= more_than_a_year ? 56 : std::ceil(days / 56) * 7;
}

void dress_timeline_axes(const ChartDocument& chart, const ChartContent& content)
{
    if (content.x_from && content.x_to)
        set_property(y_axis(chart), "StepMain", css::uno::Any(days_between_dates(*content.x_to - *content.x_from)));
    set_property(x_axis(chart), "ReverseDirection", css::uno::Any(true));
    set_property(x_axis(chart), "CharColor", css::uno::Any(ink));
}

void dress_axes(const ChartDocument& chart, const ChartContent& content)
{
    const css::uno::Reference<css::chart::XDiagram> diagram = chart->getDiagram();
    const Properties x = x_axis(chart);
    const Properties y = y_axis(chart);
    dress_axis(x);
    dress_axis(y);
    set_property(x, "LineWidth", css::uno::Any(static_cast<sal_Int32>(20)));
    const bool profile = content.kind == ChartKind::profile;
    const bool timeline = content.kind == ChartKind::timeline;
    // Every municipality and figure keeps its name, also where the office would leave out every second one.
    if (content.kind == ChartKind::bars || profile || timeline)
        set_property(x, "TextOverlap", css::uno::Any(true));
    // A band hides the grid beneath it, and half a grid says less than none.
    const bool with_grid = std::none_of(content.series.begin(), content.series.end(),
                                        [](const ChartSeries& series) { return series.role == SeriesRole::band; });
    if (content.kind == ChartKind::lines || content.kind == ChartKind::columns || content.kind == ChartKind::stacked)
    {
        // A date on two lines is read without turning the head.
        set_property(x, "TextRotation", css::uno::Any(static_cast<sal_Int32>(0)));
        set_property(x, "TextBreak", css::uno::Any(true));
    }
    set_property(diagram, "HasYAxisGrid", css::uno::Any(with_grid));
    if (with_grid)
        set_property(query<css::chart::XAxisYSupplier>(diagram)->getYMainGrid(), "LineColor", css::uno::Any(grid));
    if (profile)
        dress_profile_axes(chart);
    else if (timeline)
        dress_timeline_axes(chart, content);
    else if (least_value(content) >= 0)
        // An axis that begins above zero makes small differences look large.
        set_property(y, "Min", css::uno::Any(0.0));
    else if (content.kind != ChartKind::scatter)
        // Names beside the zero line would lie upon the bars below zero.
        set_property(x, "LabelPosition", css::uno::Any(css::chart::ChartAxisLabelPosition_OUTSIDE_START));
    if (content.kind == ChartKind::scatter)
    {
        // Municipalities differ a hundredfold in size; on a plain axis the small ones would lie on top of each other.
        set_property(x, "Logarithmic", css::uno::Any(true));
        set_axis_format(x, number_format(chart, content, code_with_decimals(0)));
    }
    for (const auto& [end, value] :
         {std::pair(AxisEnd::x_from, content.x_from), {AxisEnd::x_to, content.x_to}, {AxisEnd::y_to, content.y_to}})
        if (value)
            set_end_of_axis(chart, end, value);
    const double largest = content.y_to.value_or(largest_value(content));
    set_axis_format(y, number_format(chart, content,
                                     timeline         ? date_code(content.language)
                                     : largest < 1000 ? "General"
                                                      : code_with_decimals(0)));
    if (!content.x_title.empty())
    {
        set_property(diagram, "HasXAxisTitle", css::uno::Any(true));
        set_title(query<css::chart::XAxisXSupplier>(diagram)->getXAxisTitle(), content.x_title, letter_height, false,
                  grey);
    }
    if (!content.y_title.empty())
    {
        set_property(diagram, "HasYAxisTitle", css::uno::Any(true));
        set_title(query<css::chart::XAxisYSupplier>(diagram)->getYAxisTitle(), content.y_title, letter_height, false,
                  profile ? ink : grey);
    }
}

/// Columns of one category lie over each other; those of a band touch their neighbours.
void dress_column_type(const ChartDocument& chart, ChartKind kind)
{
    const sal_Int32 gap = kind == ChartKind::lines ? 0 : kind == ChartKind::bars ? 40 : 70;
    for (const ChartType& type : types_of(chart))
    {
        const auto properties = query<css::beans::XPropertySet>(type);
        if (!properties->getPropertySetInfo()->hasPropertyByName("GapwidthSequence"))
            continue;
        set_property(type, "OverlapSequence", css::uno::Any(sequence<sal_Int32>({100, 100})));
        set_property(type, "GapwidthSequence", css::uno::Any(sequence<sal_Int32>({gap, gap})));
    }
}

void dress_legend(const ChartDocument& chart)
{
    set_property(chart, "HasLegend", css::uno::Any(true));
    const auto legend = chart->getLegend();
    set_property(legend, "Alignment", css::uno::Any(css::chart::ChartLegendPosition_BOTTOM));
    set_property(legend, "CharHeight", css::uno::Any(letter_height));
    set_property(legend, "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    set_property(legend, "FillStyle", css::uno::Any(css::drawing::FillStyle_NONE));
}

css::uno::Reference<css::drawing::XShape> title_shape(const ChartDocument& chart, ChartText which)
{
    const auto shown = [](const auto& object, const char* property) { return get_property<bool>(object, property); };
    const css::uno::Reference<css::chart::XDiagram> diagram = chart->getDiagram();
    switch (which)
    {
    case ChartText::title:
        return shown(chart, "HasMainTitle") ? chart->getTitle() : nullptr;
    case ChartText::subtitle:
        return shown(chart, "HasSubTitle") ? chart->getSubTitle() : nullptr;
    case ChartText::x_title:
        return shown(diagram, "HasXAxisTitle") ? query<css::chart::XAxisXSupplier>(diagram)->getXAxisTitle() : nullptr;
    default:
        return shown(diagram, "HasYAxisTitle") ? query<css::chart::XAxisYSupplier>(diagram)->getYAxisTitle() : nullptr;
    }
}

} // namespace

std::optional<std::string> chart_text(const ChartDocument& chart, ChartText which)
{
    const auto shape = title_shape(chart, which);
    return shape.is() ? std::optional(to_utf8(get_property<rtl::OUString>(shape, "String"))) : std::nullopt;
}

void set_chart_text(const ChartDocument& chart, ChartText which, const std::string& text)
{
    if (const auto shape = title_shape(chart, which); shape.is())
        set_property(shape, "String", css::uno::Any(from_utf8(text)));
}

std::optional<double> end_of_axis(const ChartDocument& chart, AxisEnd which)
{
    const Properties axis = axis_with(chart, which);
    const bool from = which == AxisEnd::x_from;
    if (get_property<bool>(axis, from ? "AutoMin" : "AutoMax"))
        return std::nullopt;
    return get_property<double>(axis, from ? "Min" : "Max");
}

void set_end_of_axis(const ChartDocument& chart, AxisEnd which, const std::optional<double>& value)
{
    const Properties axis = axis_with(chart, which);
    const bool from = which == AxisEnd::x_from;
    if (value)
        set_property(axis, from ? "Min" : "Max", css::uno::Any(*value));
    else
        set_property(axis, from ? "AutoMin" : "AutoMax", css::uno::Any(true));
}

std::optional<sal_Int32> labelled_point(const DataSeries& series)
{
    for (const sal_Int32 point : get_property<css::uno::Sequence<sal_Int32>>(series, "AttributedDataPoints"))
        try
        {
            const auto label = get_property<css::chart2::DataPointLabel>(series->getDataPointByIndex(point), "Label");
            if (label.ShowSeriesName || label.ShowNumber)
                return point;
        }
        catch (const css::lang::IndexOutOfBoundsException&)
        {
            // A look stays when its row is deleted.
            continue;
        }
    return std::nullopt;
}

void set_series_data(const DataSeries& series, const std::vector<LabelledSequence>& data,
                     const std::optional<sal_Int32>& labelled)
{
    // Once there are fewer points than before, the labelled one may be out of reach.
    const std::optional<sal_Int32> before = labelled_point(series);
    const Properties source = before ? series->getDataPointByIndex(*before) : Properties();
    query<css::chart2::data::XDataSink>(series)->setData(sequence(data));
    if (!before || !labelled || *before == *labelled)
        return;
    const Properties target = series->getDataPointByIndex(*labelled);
    const auto states = query<css::beans::XPropertyState>(source);
    for (const css::beans::Property& property : source->getPropertySetInfo()->getProperties())
        if (states->getPropertyState(property.Name) == css::beans::PropertyState_DIRECT_VALUE &&
            (property.Attributes & css::beans::PropertyAttribute::READONLY) == 0)
            target->setPropertyValue(property.Name, source->getPropertyValue(property.Name));
    series->resetDataPoint(*before);
}

void dress_series(const ChartDocument& chart, const DataSeries& series, const ChartContent& content,
                  std::size_t position)
{
    const ChartSeries& shown = content.series[position];
    if (is_filled(shown.role, content.kind))
        dress_columns(series, shown.role, content.kind);
    else
        dress_line(chart, series, line_look(shown.role, content.kind));
    if (shown.labelled)
        label_point(chart, series->getDataPointByIndex(static_cast<sal_Int32>(*shown.labelled)), content,
                    shown.label_below);
    // Lower and upper limits look alike and share one entry of the legend; what takes filling away is no thing to name.
    const bool repeated = position > 0 && content.series[position - 1].role == shown.role;
    if (repeated || shown.role == SeriesRole::band_start || shown.role == SeriesRole::range_start ||
        shown.role == SeriesRole::gap)
        set_property(series, "ShowLegendEntry", css::uno::Any(false));
}

void dress_chart(const ChartDocument& chart, const ChartContent& content)
{
    set_property(chart, "HasMainTitle", css::uno::Any(true));
    set_title(chart->getTitle(), content.title, title_height, true, ink);
    set_property(chart, "HasSubTitle", css::uno::Any(true));
    set_title(chart->getSubTitle(), content.subtitle, letter_height, false, grey);
    dress_legend(chart);
    set_property(chart->getArea(), "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    const css::uno::Reference<css::chart::XDiagram> diagram = chart->getDiagram();
    // A value that is missing is a gap, never a zero and never bridged.
    set_property(diagram, "MissingValueTreatment", css::uno::Any(css::chart::MissingValueTreatment::LEAVE_GAP));
    dress_axes(chart, content);
    dress_column_type(chart, content.kind);
    if (const auto walls = query_if<css::chart::X3DDisplay>(diagram); walls.is())
    {
        set_property(walls->getWall(), "FillStyle", css::uno::Any(css::drawing::FillStyle_NONE));
        set_property(walls->getWall(), "LineStyle", css::uno::Any(css::drawing::LineStyle_NONE));
    }
    const auto series = series_of(chart);
    for (std::size_t i = 0; i < content.series.size() && i < series.size(); ++i)
        dress_series(chart, series[i], content, i);
}

} // namespace trinvis::office
