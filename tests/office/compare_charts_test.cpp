// SPDX-License-Identifier: MPL-2.0
//
// The charts that the command compare draws: native, from cells, named, described, and never doubled.
#include "cells.hpp"

#include <algorithm>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableChart.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <map>
#include <set>

namespace trinvis::testing
{

namespace
{

using namespace office;

using CompareChartsTest = OfficeTest;
using ChartDocument = css::uno::Reference<css::chart::XChartDocument>;

ChartDocument chart_named(const Sheet& sheet, const std::string& name)
{
    const auto charts = query<css::table::XTableChartsSupplier>(sheet)->getCharts();
    return query<css::chart::XChartDocument>(
        query<css::document::XEmbeddedObjectSupplier>(charts->getByName(from_utf8(name)))->getEmbeddedObject());
}

std::vector<css::table::CellRangeAddress> ranges_of(const Sheet& sheet, const std::string& name)
{
    const auto charts = query<css::table::XTableChartsSupplier>(sheet)->getCharts();
    const auto ranges = query<css::table::XTableChart>(charts->getByName(from_utf8(name)))->getRanges();
    return {ranges.begin(), ranges.end()};
}

sal_Int16 index_of(const Sheet& sheet)
{
    return query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
}

/// Title and description of every shape that is a chart, by the chart's name.
std::map<std::string, std::pair<std::string, std::string>> alt_texts(const Document& document, const Sheet& sheet)
{
    const auto page = query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(index_of(sheet)));
    std::map<std::string, std::pair<std::string, std::string>> texts;
    for (sal_Int32 i = 0; i < page->getCount(); ++i)
    {
        const auto shape = query<css::beans::XPropertySet>(page->getByIndex(i));
        if (shape->getPropertySetInfo()->hasPropertyByName("PersistName"))
            texts[to_utf8(get_property<rtl::OUString>(shape, "PersistName"))] = {
                to_utf8(get_property<rtl::OUString>(shape, "Title")),
                to_utf8(get_property<rtl::OUString>(shape, "Description"))};
    }
    return texts;
}

std::string diagram_type(const ChartDocument& chart)
{
    return to_utf8(chart->getDiagram()->getDiagramType());
}

} // namespace

TEST_F(CompareChartsTest, DrawsNativeChartsFromTheCellsOfDiagramdata)
{
    const Document document = demo_workbook();
    run("compare", document);
    const Sheet report = sheet_named(document, "Sammenligning");
    const Sheet data = sheet_named(document, "Diagramdata");
    const std::vector<std::string> names = chart_names(document, report);
    EXPECT_EQ(names.size(), 25U) << "a profile, and a funnel or bars and a time series for each of the twelve";
    std::set<sal_Int32> first_rows;
    for (const std::string& name : names)
    {
        const ChartDocument chart = chart_named(report, name);
        // Bands are stacked columns beneath the lines of a development.
        EXPECT_EQ(diagram_type(chart),
                  name.ends_with("_funnel") ? "com.sun.star.chart.XYDiagram" : "com.sun.star.chart.BarDiagram");
        const auto ranges = ranges_of(report, name);
        ASSERT_FALSE(ranges.empty()) << name;
        for (const css::table::CellRangeAddress& range : ranges)
        {
            EXPECT_EQ(range.Sheet, index_of(data)) << name;
            EXPECT_GT(range.EndRow, range.StartRow) << name;
        }
        first_rows.insert(ranges.front().StartRow);
        const auto title = query<css::beans::XPropertySet>(chart->getTitle());
        const std::string start =
            name == "trinvis_profile" ? "Profil af " : name.substr(8, name.find('_', 8) - 8) + " ";
        EXPECT_TRUE(to_utf8(get_property<rtl::OUString>(title, "String")).starts_with(start)) << name;
    }
    EXPECT_EQ(first_rows.size(), names.size()) << "each chart has a block of its own";
}

TEST_F(CompareChartsTest, FunnelsAreForCountsAndSharesAndBarsForTheRest)
{
    const Document document = demo_workbook();
    run("compare", document);
    const std::vector<std::string> names = chart_names(document, sheet_named(document, "Sammenligning"));
    const auto has = [&](const char* name) { return std::count(names.begin(), names.end(), name) == 1; };
    EXPECT_TRUE(has("trinvis_1_funnel"));
    EXPECT_TRUE(has("trinvis_2_bars"));
    EXPECT_FALSE(has("trinvis_2_funnel"));
    EXPECT_TRUE(has("trinvis_11_bars"));
    EXPECT_TRUE(has("trinvis_12_series"));
}

TEST_F(CompareChartsTest, EveryChartHasATextForThoseWhoDoNotSeeIt)
{
    const Document document = demo_workbook();
    run("compare", document);
    const Sheet report = sheet_named(document, "Sammenligning");
    const auto texts = alt_texts(document, report);
    for (const std::string& name : chart_names(document, report))
    {
        ASSERT_TRUE(texts.contains(name)) << name;
        EXPECT_FALSE(texts.at(name).first.empty()) << name;
        EXPECT_GT(texts.at(name).second.size(), 40U) << name;
    }
}

TEST_F(CompareChartsTest, ASecondRunDoublesNothingAndKeepsTheUsersChart)
{
    const Document document = demo_workbook();
    run("compare", document);
    const Sheet report = sheet_named(document, "Sammenligning");
    const auto charts = query<css::table::XTableChartsSupplier>(report)->getCharts();
    charts->addNewByName("Mit diagram", {100, 100, 5000, 5000},
                         sequence<css::table::CellRangeAddress>({{index_of(report), 4, 8, 6, 12}}), true, true);
    rename(report, "Sammenlignet");
    const std::vector<std::string> names = sheet_names(document);
    const std::vector<std::string> drawn = chart_names(document, report);
    run("compare", document);
    EXPECT_EQ(sheet_names(document), names);
    EXPECT_EQ(chart_names(document, sheet_named(document, "Sammenlignet")), drawn);
}

TEST_F(CompareChartsTest, ChartsThatRedoBroughtBackAreNotDoubledByTheNextRun)
{
    const Document document = demo_workbook();
    run("compare", document);
    const std::vector<std::string> drawn = chart_names(document, sheet_named(document, "Sammenligning"));
    undo_manager(document)->undo();
    undo_manager(document)->redo();
    run("compare", document);
    EXPECT_EQ(chart_names(document, sheet_named(document, "Sammenligning")), drawn);
    undo_manager(document)->undo();
    run("compare", document);
    EXPECT_EQ(chart_names(document, sheet_named(document, "Sammenligning")), drawn);
}

} // namespace trinvis::testing
