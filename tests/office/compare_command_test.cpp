// SPDX-License-Identifier: MPL-2.0
//
// The command compare: the table, the native charts, and that it is one undo step.
#include "document_content.hpp"
#include "own_indicator.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <map>

namespace trinvis::testing
{

namespace
{

using namespace office;

using CompareCommandTest = OfficeTest;

/// The table of Sammenligning, by headings.
class ReportTable
{
public:
    explicit ReportTable(const Sheet& sheet) : m_sheet(sheet), m_heading(row_with(sheet, 0, "Nr"))
    {
        for (sal_Int32 column = 0; column < 30; ++column)
            if (const std::string text = to_utf8(sheet->getCellByPosition(column, m_heading)->getFormula());
                !text.empty())
                m_columns[text] = column;
    }
    [[nodiscard]] css::uno::Reference<css::table::XCell> cell(const std::string& figure, const std::string& group,
                                                              const std::string& heading) const
    {
        for (sal_Int32 row = m_heading + 1; row < m_heading + 160; ++row)
            if (text(row, "Nr") == figure && text(row, "Gruppe").find(group) != std::string::npos)
                return m_sheet->getCellByPosition(m_columns.at(heading), row);
        throw std::runtime_error("no row for " + figure + " and " + group);
    }
    [[nodiscard]] double value(const std::string& figure, const std::string& group, const std::string& heading) const
    {
        return cell(figure, group, heading)->getValue();
    }
    [[nodiscard]] std::string text(sal_Int32 row, const std::string& heading) const
    {
        return to_utf8(
            query<css::text::XTextRange>(m_sheet->getCellByPosition(m_columns.at(heading), row))->getString());
    }

private:
    Sheet m_sheet;
    sal_Int32 m_heading;
    std::map<std::string, sal_Int32> m_columns;
};

} // namespace

TEST_F(CompareCommandTest, WritesTheNumbersThatTheServiceGives)
{
    const Document document = demo_workbook();
    const std::vector<Comparison> all = comparisons(document);
    run("compare", document);
    const ReportTable table(sheet_named(document, "Sammenligning"));
    const std::map<std::string, std::string> labels{{"country", "Hele landet"},    {"region", "Region"},
                                                    {"landsdel", "Landsdel"},      {"group", "(DST)"},
                                                    {"chosen", "Valgte kommuner"}, {"similar", "Lignende kommuner"}};
    int compared = 0;
    for (const Comparison& comparison : all)
    {
        const std::string group = to_utf8(comparison.group);
        if (to_utf8(comparison.period) != "2020-12-31")
            continue;
        const std::string figure = to_utf8(comparison.figure);
        EXPECT_EQ(table.value(figure, labels.at(group), "Jeres værdi"), comparison.value);
        EXPECT_EQ(table.value(figure, labels.at(group), "Nr. i rækken"), comparison.rank);
        if (!std::isnan(comparison.lower))
        {
            EXPECT_EQ(table.value(figure, labels.at(group), "Interval fra"), comparison.lower);
            EXPECT_EQ(table.value(figure, labels.at(group), "Interval til"), comparison.upper);
        }
        else
            EXPECT_EQ(to_utf8(table.cell(figure, labels.at(group), "Interval fra")->getFormula()), "–");
        ++compared;
    }
    EXPECT_EQ(compared, 72);
}

TEST_F(CompareCommandTest, LeavesTheOwnMunicipalityOutOfItsGroup)
{
    const Document document = demo_workbook();
    run("compare", document);
    const ReportTable before(sheet_named(document, "Sammenligning"));
    const double group = before.value("6", "(DST)", "Uvægtet gennemsnit");
    const double country = before.value("1", "Hele landet", "Uvægtet gennemsnit");
    const double members = before.value("6", "(DST)", "Kommuner");
    EXPECT_EQ(before.value("1", "Hele landet", "Kommuner"), 98);
    EXPECT_EQ(before.value("6", "(DST)", "af"), members + 1) << "own municipality is ranked all the same";
    const std::string cell = cell_of(document, "forebyggende", 10);
    const Sheet entry = sheet_named(document, "Indtastning");
    set_number(entry, cell, number(entry, cell) * 5);
    run("compare", document);
    const ReportTable after(sheet_named(document, "Sammenligning"));
    EXPECT_EQ(after.value("6", "(DST)", "Uvægtet gennemsnit"), group);
    EXPECT_GT(after.value("6", "Hele landet", "Uvægtet gennemsnit"), country);
}

TEST_F(CompareCommandTest, SaysThatTheNumbersAreInvented)
{
    const Document document = demo_workbook();
    run("compare", document);
    EXPECT_NE(shown(sheet_named(document, "Sammenligning"), "A4").find("pdigtede tal"), std::string::npos);
}

TEST_F(CompareCommandTest, KeepsTheHeightsOfTheRowsThatChartsStandBeside)
{
    const Document document = demo_workbook();
    run("compare", document);
    const Sheet sheet = sheet_named(document, "Sammenligning");
    const auto rows = query<css::table::XColumnRowRange>(sheet)->getRows();
    for (sal_Int32 row = 0; row <= last_used_row(sheet); ++row)
        ASSERT_FALSE(get_property<bool>(rows->getByIndex(row), "OptimalHeight")) << row;
    const sal_Int32 heading = row_with(sheet, 0, "Nr.");
    EXPECT_GT(get_property<sal_Int32>(rows->getByIndex(heading), "Height"),
              get_property<sal_Int32>(rows->getByIndex(heading - 1), "Height"));
}

TEST_F(CompareCommandTest, IsOneUndoStep)
{
    const Document document = demo_workbook();
    const std::vector<std::string> before = content_of(document);
    run("compare", document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Sammenlign nøgletal"});
    const std::vector<std::string> after = content_of(document);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
}

TEST_F(CompareCommandTest, UndoOfASecondRunBringsTheFirstResultBack)
{
    const Document document = demo_workbook();
    run("compare", document);
    const std::vector<std::string> first = content_of(document);
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "institution", 10), 77);
    run("compare", document);
    ASSERT_EQ(undo_titles(document).size(), 3U);
    undo_manager(document)->undo();
    undo_manager(document)->undo();
    EXPECT_EQ(difference(first, content_of(document)), "");
}

TEST_F(CompareCommandTest, WithoutComparisonDataItShowsTheOwnValues)
{
    const Document document = filled_workbook();
    run("compare", document);
    const ReportTable table(sheet_named(document, "Sammenligning"));
    EXPECT_EQ(table.value("3", "Hele landet", "Jeres værdi"), 60);
    EXPECT_EQ(to_utf8(table.cell("3", "Hele landet", "Nr. i rækken")->getFormula()), "–");
    const std::vector<std::string> names = chart_names(document, sheet_named(document, "Sammenligning"));
    EXPECT_EQ(std::count(names.begin(), names.end(), "trinvis_3_series"), 1);
}

TEST_F(CompareCommandTest, AnOwnIndicatorIsComparedLikeTheTwelve)
{
    const Document document = demo_workbook();
    add_own_indicator(document);
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    run("compare", document);
    const Sheet report = sheet_named(document, "Sammenligning");
    const ReportTable table(report);
    EXPECT_EQ(table.value("E1", "Hele landet", "Jeres værdi"), 25);
    EXPECT_EQ(table.value("E1", "Hele landet", "af"), 6);
    EXPECT_EQ(table.value("E1", "Hele landet", "Nr. i rækken"), 6);
    EXPECT_NEAR(table.value("E1", "Hele landet", "Sum / sum"), 130.0 / 1120.0 * 100, 1e-9);
    const std::vector<std::string> names = chart_names(document, report);
    EXPECT_EQ(std::count(names.begin(), names.end(), "trinvis_E1_funnel"), 1);
    EXPECT_EQ(std::count(names.begin(), names.end(), "trinvis_E1_series"), 1);
}

} // namespace trinvis::testing
