// SPDX-License-Identifier: MPL-2.0
//
// The charts of Sammenligning when it is compared again: the numbers follow, and what a person did to a chart stays.
#include "charts_on_sheet.hpp"
#include "document_content.hpp"

#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XDiagram.hpp>
#include <com/sun/star/chart2/Symbol.hpp>
#include <com/sun/star/chart2/SymbolStyle.hpp>
#include <com/sun/star/datatransfer/XTransferableSupplier.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr std::uintmax_t few_bytes = 4'000'000;

class RenewedChartsTest : public OfficeTest
{
protected:
    /// The demonstration, compared once.
    [[nodiscard]] Document compared()
    {
        const Document document = demo_workbook();
        run("compare", document);
        undo_manager(document)->clear();
        return document;
    }
};

ChartOnSheet chart_of(const Document& document, const std::string& name)
{
    return charts_on(document, "Sammenligning").at(name);
}

/// Charts whose series are drawn from other cells than those that the list in Diagramdata gives them.
std::vector<std::string> astray(const Document& document)
{
    std::vector<std::string> names;
    for (const auto& [name, chart] : charts_on(document, "Sammenligning"))
        if (cells_in(chart) != listed_cells(document, name))
            names.push_back(name);
    return names;
}

/// Makes the last round's number of an item another, in the municipality's own column.
void change_number(const Document& document, const std::string& item, double number)
{
    set_number(sheet_named(document, "Indtastning"), cell_of(document, item, 10), number);
}

/// Another main group has other members: blocks grow and shrink, and with them all that stand below move.
void choose_main_group(const Document& document, const std::string& group)
{
    const Sheet groups = sheet_named(document, "Grupper");
    set_text(groups, "B" + std::to_string(row_with(groups, 0, "Hovedgruppe") + 1), group);
}

sal_Int16 index_of(const Sheet& sheet)
{
    return query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
}

/// A chart as a person draws one, without a name.
void draw_chart(const Sheet& sheet, const css::table::CellRangeAddress& cells)
{
    query<css::table::XTableChartsSupplier>(sheet)->getCharts()->addNewByName(
        "Mit diagram", {40000, 100, 5000, 5000}, sequence<css::table::CellRangeAddress>({cells}), true, true);
}

/// Those of the lines that speak of these charts.
std::vector<std::string> of_charts(const std::vector<std::string>& lines, const std::set<std::string>& names)
{
    std::vector<std::string> chosen;
    for (const std::string& line : lines)
        for (const std::string& name : names)
            for (const char* verb : {" at ", " says ", " ends ", " shows ", " has "})
                if (line.starts_with(name + verb))
                    chosen.push_back(line);
    return chosen;
}

/// The rows that begin a page, all of them or those that were chosen to.
std::vector<sal_Int32> page_starts(const Sheet& sheet, const char* property)
{
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    std::vector<sal_Int32> starts;
    for (sal_Int32 row = 1; row <= last_used_row(sheet); ++row)
        if (get_property<bool>(query<css::uno::XInterface>(rows->getByIndex(row)), property))
            starts.push_back(row);
    return starts;
}

/// Charts that the end of a printed page cuts in two.
std::vector<std::string> cut_charts(const Document& document)
{
    const Sheet report = sheet_named(document, "Sammenligning");
    std::vector<std::string> cut;
    for (const sal_Int32 row : page_starts(report, "IsStartOfNewPage"))
        for (const auto& [name, chart] : charts_on(document, "Sammenligning"))
        {
            const auto end = get_property<css::awt::Point>(report->getCellByPosition(0, row), "Position").Y;
            const sal_Int32 top = chart.shape->getPosition().Y;
            if (top < end && top + chart.shape->getSize().Height > end)
                cut.push_back(name + " at row " + std::to_string(row));
        }
    return cut;
}

void set_row_height(const Document& document, sal_Int32 row, sal_Int32 height)
{
    const auto rows = query<css::table::XColumnRowRange>(sheet_named(document, "Sammenligning"))->getRows();
    set_property(query<css::uno::XInterface>(rows->getByIndex(row)), "Height", css::uno::Any(height));
}

} // namespace

TEST_F(RenewedChartsTest, EveryChartIsDrawnFromTheCellsThatTheListGivesIt)
{
    const Document document = compared();
    EXPECT_EQ(astray(document), std::vector<std::string>{});
    choose_main_group(document, "regionen");
    run("compare", document);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
}

TEST_F(RenewedChartsTest, AFileThatIsStoredAfterEachRunHoldsTheNewCells)
{
    const Document document = compared();
    static_cast<void>(reloaded(document, "first.ods", "calc8"));
    choose_main_group(document, "regionen");
    run("compare", document);
    const Document again = reloaded(document, "second.ods", "calc8");
    EXPECT_EQ(astray(again), std::vector<std::string>{});
    EXPECT_EQ(difference(shown_in_charts(document, "Sammenligning"), shown_in_charts(again, "Sammenligning")), "");
}

TEST_F(RenewedChartsTest, TheLookThatAPersonGaveASeriesStaysAndItsNumbersFollow)
{
    const Document document = compared();
    css::chart2::Symbol star;
    star.Style = css::chart2::SymbolStyle_STANDARD;
    star.StandardSymbol = 6;
    star.Size = {500, 500};
    for (const char* chart : {"trinvis_3_funnel", "trinvis_3_series"})
    {
        const DataSeries own = series_named(chart_of(document, chart), "Tønder");
        set_property(own, "Color", css::uno::Any(sal_Int32(0x008844)));
        set_property(own, "LineStyle", css::uno::Any(css::drawing::LineStyle_SOLID));
        set_property(own, "LineWidth", css::uno::Any(sal_Int32(123)));
        set_property(own, "Symbol", css::uno::Any(star));
    }
    set_property(series_named(chart_of(document, "trinvis_2_bars"), "Tønder"), "Color",
                 css::uno::Any(sal_Int32(0x008844)));
    change_number(document, "plejefamilie", 31);
    change_number(document, "anbragte", 124);
    run("compare", document);
    for (const char* name : {"trinvis_3_funnel", "trinvis_3_series"})
    {
        const DataSeries own = series_named(chart_of(document, name), "Tønder");
        EXPECT_EQ(get_property<sal_Int32>(own, "Color"), 0x008844) << name;
        EXPECT_EQ(get_property<css::drawing::LineStyle>(own, "LineStyle"), css::drawing::LineStyle_SOLID) << name;
        EXPECT_EQ(get_property<sal_Int32>(own, "LineWidth"), 123) << name;
        const auto symbol = get_property<css::chart2::Symbol>(own, "Symbol");
        EXPECT_EQ(symbol.StandardSymbol, 6) << name;
        EXPECT_EQ(symbol.Size.Width, 500) << name;
        EXPECT_EQ(values_of(own).back(), 25) << name;
    }
    EXPECT_EQ(get_property<sal_Int32>(series_named(chart_of(document, "trinvis_2_bars"), "Tønder"), "Color"), 0x008844);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
}

TEST_F(RenewedChartsTest, TheTitleTheAxisThePlaceAndTheSizeThatAPersonGaveAChartStay)
{
    const Document document = compared();
    const ChartOnSheet chart = chart_of(document, "trinvis_3_funnel");
    const ChartOnSheet untouched = chart_of(document, "trinvis_1_funnel");
    set_property(chart.chart->getTitle(), "String", css::uno::Any(from_utf8("Vores plejefamilier")));
    const auto axis_of = [](const ChartOnSheet& one)
    { return query<css::chart::XAxisYSupplier>(one.chart->getDiagram())->getYAxis(); };
    set_property(axis_of(chart), "Max", css::uno::Any(77.0));
    chart.shape->setSize({9000, 7000});
    chart.shape->setPosition({32000, 90000});
    set_row_height(document, 2, 4000);
    choose_main_group(document, "regionen");
    change_number(document, "institution", 400);
    run("compare", document);
    const ChartOnSheet after = chart_of(document, "trinvis_3_funnel");
    EXPECT_EQ(title_of(after), "Vores plejefamilier");
    EXPECT_EQ(get_property<double>(axis_of(after), "Max"), 77);
    EXPECT_NEAR(after.shape->getPosition().X, 32000, 5);
    EXPECT_NEAR(after.shape->getPosition().Y, 90000, 5);
    EXPECT_NEAR(after.shape->getSize().Width, 9000, 5);
    EXPECT_NEAR(after.shape->getSize().Height, 7000, 5);
    // What nobody touched follows: that axis has room for the new dot.
    EXPECT_GT(get_property<double>(axis_of(untouched), "Max"), values_of(series_named(untouched, "Tønder")).front());
}

TEST_F(RenewedChartsTest, UndoOfASecondRunShowsWhatTheFirstShowedAndRedoTheSecond)
{
    const Document document = compared();
    const std::vector<std::string> first = shown_in_charts(document, "Sammenligning");
    choose_main_group(document, "regionen");
    change_number(document, "institution", 400);
    run("compare", document);
    const std::vector<std::string> second = shown_in_charts(document, "Sammenligning");
    const std::vector<std::string> steps = undo_titles(document);
    EXPECT_NE(difference(first, second), "");
    undo_manager(document)->undo();
    EXPECT_EQ(difference(first, shown_in_charts(document, "Sammenligning")), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(second, shown_in_charts(document, "Sammenligning")), "");
    EXPECT_EQ(undo_titles(document), steps) << "putting back is no step of its own";
    undo_manager(document)->undo();
    EXPECT_EQ(difference(first, shown_in_charts(document, "Sammenligning")), "");
}

TEST_F(RenewedChartsTest, ADeletedChartComesBackWhenItsRowOfTheListIsDeleted)
{
    const Document document = compared();
    const std::size_t all = charts_on(document, "Sammenligning").size();
    const ChartOnSheet chart = chart_of(document, "trinvis_5_series");
    const css::awt::Point place = chart.shape->getPosition();
    query<css::table::XTableChartsSupplier>(sheet_named(document, "Sammenligning"))
        ->getCharts()
        ->removeByName(get_property<rtl::OUString>(chart.shape, "PersistName"));
    run("compare", document);
    EXPECT_FALSE(charts_on(document, "Sammenligning").contains("trinvis_5_series"));
    EXPECT_EQ(charts_on(document, "Sammenligning").size(), all - 1);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
    const Sheet data = sheet_named(document, "Diagramdata");
    query<css::table::XColumnRowRange>(data)->getRows()->removeByIndex(row_with(data, 0, "trinvis_5_series"), 1);
    run("compare", document);
    EXPECT_EQ(charts_on(document, "Sammenligning").size(), all);
    EXPECT_EQ(chart_of(document, "trinvis_5_series").shape->getPosition().Y, place.Y);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
}

TEST_F(RenewedChartsTest, SeriesComeAndGoWithTheGroupAndWithTheNumbersOfOthers)
{
    const Document document = compared();
    const std::size_t five = all_series(chart_of(document, "trinvis_4_series")).size();
    // Against the whole country the country's own line is left out.
    choose_main_group(document, "hele landet");
    run("compare", document);
    EXPECT_EQ(all_series(chart_of(document, "trinvis_4_series")).size(), five - 1);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
    choose_main_group(document, "kommunegruppen");
    run("compare", document);
    EXPECT_EQ(all_series(chart_of(document, "trinvis_4_series")).size(), five);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
    // Without the numbers of others there are no funnels, and a development is the own line alone.
    const Sheet others = sheet_named(document, "Sammenligningsdata");
    query<css::table::XColumnRowRange>(others)->getRows()->removeByIndex(heading_row + 1,
                                                                         last_used_row(others) - heading_row);
    run("compare", document);
    EXPECT_FALSE(charts_on(document, "Sammenligning").contains("trinvis_4_funnel"));
    EXPECT_EQ(all_series(chart_of(document, "trinvis_4_series")).size(), 1U);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
    undo_manager(document)->undo();
    EXPECT_EQ(all_series(chart_of(document, "trinvis_4_series")).size(), five);
}

TEST_F(RenewedChartsTest, AMunicipalityThatIsLeftOutLeavesTheCharts)
{
    const Document document = compared();
    const std::size_t before = values_of(series_named(chart_of(document, "trinvis_1_funnel"), "Andre kommuner")).size();
    const std::size_t bars = values_of(series_named(chart_of(document, "trinvis_11_bars"), "Andre kommuner")).size();
    // Skive is one of the group.
    const Sheet others = sheet_named(document, "Sammenligningsdata");
    for (sal_Int32 row = last_used_row(others); row > heading_row; --row)
        if (shown(others, "A" + std::to_string(row + 1)) == "779")
            query<css::table::XColumnRowRange>(others)->getRows()->removeByIndex(row, 1);
    run("compare", document);
    EXPECT_EQ(values_of(series_named(chart_of(document, "trinvis_1_funnel"), "Andre kommuner")).size(), before - 1);
    EXPECT_EQ(values_of(series_named(chart_of(document, "trinvis_11_bars"), "Andre kommuner")).size(), bars - 1);
    EXPECT_EQ(astray(document), std::vector<std::string>{});
}

TEST_F(RenewedChartsTest, IsStoredSmallAndItsChartsStandWhereTheyStoodAfterTwoRuns)
{
    const Document document = compared();
    set_row_height(document, 1, 3000);
    set_row_height(document, 5, 1500);
    choose_main_group(document, "regionen");
    run("compare", document);
    set_row_height(document, 3, 2500);
    const auto before = charts_on(document, "Sammenligning");
    for (const auto& [file, filter] : {std::pair("twice.ods", "calc8"), {"twice.xlsx", "Calc MS Excel 2007 XML"}})
    {
        const Document again = reloaded(document, file, filter);
        EXPECT_LT(std::filesystem::file_size(folder() / file), few_bytes) << file;
        const auto after = charts_on(again, "Sammenligning");
        EXPECT_EQ(after.size(), before.size()) << file;
        for (const auto& [name, chart] : before)
        {
            ASSERT_TRUE(after.contains(name)) << file << " " << name;
            const css::awt::Point was = chart.shape->getPosition();
            const css::awt::Point is = after.at(name).shape->getPosition();
            // Excel counts in points of rows, a third of a millimetre.
            EXPECT_NEAR(is.X, was.X, 100) << file << " " << name;
            EXPECT_NEAR(is.Y, was.Y, 100) << file << " " << name;
        }
    }
}

TEST_F(RenewedChartsTest, NoPageEndsInsideAChartAlsoAfterASecondRun)
{
    const Document document = compared();
    EXPECT_EQ(cut_charts(document), std::vector<std::string>{});
    choose_main_group(document, "regionen");
    run("compare", document);
    EXPECT_EQ(cut_charts(document), std::vector<std::string>{});
    // A break of the first run would leave a page nearly empty: each stands at the heading of charts.
    const Sheet report = sheet_named(document, "Sammenligning");
    const std::vector<sal_Int32> chosen = page_starts(report, "IsManualPageBreak");
    EXPECT_GT(chosen.size(), 5U);
    for (const sal_Int32 row : chosen)
        EXPECT_NE(to_utf8(report->getCellByPosition(0, row)->getFormula()), "") << row;
}

TEST_F(RenewedChartsTest, ChartsThatAPersonDrewOrPastedAreLeftAlone)
{
    const Document document = compared();
    const Sheet report = sheet_named(document, "Sammenligning");
    draw_chart(report, {index_of(report), 4, 8, 6, 12});
    const auto window = query<css::frame::XModel>(document)->getCurrentController();
    query<css::sheet::XSpreadsheetView>(window)->setActiveSheet(report);
    const auto selection = query<css::view::XSelectionSupplier>(window);
    selection->select(css::uno::Any(chart_of(document, "trinvis_3_funnel").shape));
    const auto clipboard = query<css::datatransfer::XTransferableSupplier>(window);
    clipboard->insertTransferable(clipboard->getTransferable());
    const ChartOnSheet pasted = chart_of(document, "trinvis_3_funnel 1");
    pasted.shape->setPosition({41000, 20000});
    const std::vector<std::string> before =
        of_charts(shown_in_charts(document, "Sammenligning"), {"", "trinvis_3_funnel 1"});
    ASSERT_FALSE(before.empty());
    choose_main_group(document, "regionen");
    change_number(document, "plejefamilie", 31);
    run("compare", document);
    EXPECT_EQ(difference(before, of_charts(shown_in_charts(document, "Sammenligning"), {"", "trinvis_3_funnel 1"})),
              "");
}

TEST_F(RenewedChartsTest, ACopyThatShowsTheSameCellsFollowsThemAndKeepsItsPlaceAndLook)
{
    const Document document = compared();
    const Sheet data = sheet_named(document, "Diagramdata");
    const std::string block = shown(data, "O" + std::to_string(row_with(data, 0, "trinvis_3_series") + 1));
    draw_chart(sheet_named(document, "Sammenligning"),
               query<css::sheet::XCellRangeAddressable>(data->getCellRangeByName(from_utf8(block)))->getRangeAddress());
    set_property(chart_of(document, "").shape, "Name", css::uno::Any(rtl::OUString("trinvis_3_series 1")));
    const css::awt::Point place = chart_of(document, "trinvis_3_series 1").shape->getPosition();
    const auto colour =
        get_property<sal_Int32>(series_named(chart_of(document, "trinvis_3_series 1"), "Tønder"), "Color");
    choose_main_group(document, "regionen");
    run("compare", document);
    const ChartOnSheet copy = chart_of(document, "trinvis_3_series 1");
    EXPECT_EQ(cells_in(copy), listed_cells(document, "trinvis_3_series"));
    EXPECT_EQ(copy.shape->getPosition().X, place.X);
    EXPECT_EQ(copy.shape->getPosition().Y, place.Y);
    EXPECT_EQ(get_property<sal_Int32>(series_named(copy, "Tønder"), "Color"), colour);
}

} // namespace trinvis::testing
