// SPDX-License-Identifier: MPL-2.0
#include "calc/chart_renewal.hpp"

#include "office/chart_look.hpp"
#include "office/text.hpp"
#include "table/cell.hpp"

#include <com/sun/star/chart2/XAxis.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/container/XNamed.hpp>

namespace trinvis::calc
{

namespace
{

using namespace office;
using Values = css::uno::Reference<css::chart2::data::XDataSequence>;

/// A series of the chart, and which of the wanted ones it is to be.
struct Known
{
    ChartType type;
    DataSeries series;
    std::string name;
    std::optional<std::size_t> wanted;
    bool fresh = false; ///< it has no look yet
};

/// The cells of a chart's block as the chart's data provider makes them.
class Cells
{
public:
    Cells(const ChartDocument& chart, const CellRange& block, const Sheet& sheet)
        : m_provider(query<css::chart2::XChartDocument>(chart)->getDataProvider()), m_block(block),
          m_sheet(quoted_sheet_name(to_utf8(query<css::container::XNamed>(sheet)->getName())))
    {
    }

    [[nodiscard]] Values heading(int column) const
    {
        return at(m_block.first_row, m_block.first_row, column);
    }
    [[nodiscard]] Values below_heading(int column) const
    {
        return at(m_block.first_row + 1, m_block.last_row, column);
    }

private:
    [[nodiscard]] Values at(int first_row, int last_row, int column) const
    {
        const std::string letters = ".$" + column_letters(column) + "$";
        std::string cells = "$" + m_sheet + letters + std::to_string(first_row + 1);
        if (last_row > first_row)
            cells += ":$" + column_letters(column) + "$" + std::to_string(last_row + 1);
        return m_provider->createDataSequenceByRangeRepresentation(from_utf8(cells));
    }

    css::uno::Reference<css::chart2::data::XDataProvider> m_provider;
    CellRange m_block;
    std::string m_sheet;
};

std::vector<Known> known_series(const DrawnChart& chart)
{
    std::vector<Known> known;
    for (const ChartType& type : types_of(chart.chart))
        for (const DataSeries& series : series_of(type))
            known.push_back({type,
                             series,
                             known.size() < chart.series.size() ? chart.series[known.size()] : std::string{},
                             {},
                             false});
    return known;
}

/// Which of the wanted series have no series in the chart yet.
std::vector<std::size_t> unmatched(const std::vector<Known>& known, std::size_t count)
{
    std::vector<bool> matched(count, false);
    for (const Known& one : known)
        if (one.wanted)
            matched[*one.wanted] = true;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < count; ++i)
        if (!matched[i])
            open.push_back(i);
    return open;
}

/// By name, the first of equal names first; then by order, if just as many of the product's own are left.
void match(std::vector<Known>& known, const ChartContent& content, const std::set<std::string>& written)
{
    for (std::size_t i = 0; i < content.series.size(); ++i)
        for (Known& one : known)
            if (!one.wanted && one.name == content.series[i].name)
            {
                one.wanted = i;
                break;
            }
    std::vector<std::size_t> renamed;
    for (const std::size_t i : unmatched(known, content.series.size()))
        if (!written.contains(content.series[i].name))
            renamed.push_back(i);
    std::vector<Known*> left;
    for (Known& one : known)
        if (!one.wanted && written.contains(one.name))
            left.push_back(&one);
    if (left.size() == renamed.size())
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i]->wanted = renamed[i];
}

void add_new(const Context& context, const ChartDocument& chart, std::vector<Known>& known, const ChartContent& content,
             const std::set<std::string>& written)
{
    for (const std::size_t i : unmatched(known, content.series.size()))
    {
        if (written.contains(content.series[i].name))
            continue;
        const auto series = create<css::chart2::XDataSeries>(context, "com.sun.star.chart2.DataSeries");
        known.push_back(
            {type_for(context, chart, content.series[i].role, content.kind), series, content.series[i].name, i, true});
    }
}

/// Each type's series in the wanted order, the user's own behind them.
void arrange(const ChartDocument& chart, const std::vector<Known>& known, const std::set<std::string>& written)
{
    for (const ChartType& type : types_of(chart))
    {
        std::map<std::size_t, DataSeries> wanted;
        std::vector<DataSeries> of_user;
        for (const Known& one : known)
            if (one.type == type && one.wanted)
                wanted.emplace(*one.wanted, one.series);
            else if (one.type == type && !written.contains(one.name))
                of_user.push_back(one.series);
        std::vector<DataSeries> all;
        all.reserve(wanted.size() + of_user.size());
        for (const auto& [place, series] : wanted)
            all.push_back(series);
        all.insert(all.end(), of_user.begin(), of_user.end());
        if (all != series_of(type))
            query<css::chart2::XDataSeriesContainer>(type)->setDataSeries(sequence(all));
    }
}

} // namespace

void renew_series(const Context& context, const DrawnChart& chart, const PlacedChart& wanted,
                  const std::set<std::string>& written, const Sheet& data_sheet)
{
    const ChartContent& content = wanted.content;
    std::vector<Known> known = known_series(chart);
    match(known, content, written);
    add_new(context, chart.chart, known, content, written);
    arrange(chart.chart, known, written);
    const Cells cells(chart.chart, wanted.cells, data_sheet);
    for (const Known& one : known)
    {
        if (!one.wanted)
            continue;
        const int column = wanted.cells.first_column + 1 + static_cast<int>(*one.wanted);
        std::vector<LabelledSequence> data;
        if (content.kind == ChartKind::scatter)
            data.push_back(labelled_sequence(context, {}, cells.below_heading(wanted.cells.first_column), "values-x"));
        data.push_back(labelled_sequence(context, cells.heading(column), cells.below_heading(column), "values-y"));
        const ChartSeries& series = content.series[*one.wanted];
        set_series_data(one.series, data,
                        series.labelled ? std::optional(static_cast<sal_Int32>(*series.labelled)) : std::nullopt);
        // A point can be given a label once it is there.
        if (one.fresh)
            dress_series(chart.chart, one.series, content, *one.wanted);
    }
    if (content.kind == ChartKind::scatter)
        return;
    const auto axis = coordinates_of(chart.chart)->getAxisByDimension(0, 0);
    css::chart2::ScaleData scale = axis->getScaleData();
    scale.Categories = labelled_sequence(context, {}, cells.below_heading(wanted.cells.first_column), "categories");
    axis->setScaleData(scale);
}

} // namespace trinvis::calc
