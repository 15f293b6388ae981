// SPDX-License-Identifier: MPL-2.0
//
// What stands in a plan that was generated again: charts, tables, contents and values.
#include "living_plan.hpp"

#include <array>
#include <cmath>
#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier2.hpp>
#include <com/sun/star/document/XRedlinesSupplier.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cstdio>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Chart = css::uno::Reference<css::chart::XChartDocument>;

std::string output_of(const std::string& command)
{
    std::string output;
    std::array<char, 4096> part{};
    std::FILE* const pipe = popen(command.c_str(), "r");
    if (!pipe)
        return output;
    while (const std::size_t length = std::fread(part.data(), 1, part.size(), pipe))
        output.append(part.data(), length);
    pclose(pipe);
    return output;
}

class PlanRenewedContentTest : public LivingPlanTest
{
protected:
    /// The pictures that Writer shows in place of the charts until they are opened.
    [[nodiscard]] std::string previews() const
    {
        return output_of("unzip -p '" + (folder() / "plan.odt").string() + "' 'ObjectReplacements/*' | sha256sum");
    }
};

Chart chart_of(const TextDocument& document, const char* part)
{
    const auto paragraph = writer::content_of(section_of(document, part)).front();
    const auto portions = query<css::container::XEnumerationAccess>(paragraph)->createEnumeration();
    while (portions->hasMoreElements())
    {
        const auto contents = query_if<css::container::XContentEnumerationAccess>(portions->nextElement());
        if (!contents.is())
            continue;
        const auto all = contents->createContentEnumeration("com.sun.star.text.TextContent");
        if (all.is() && all->hasMoreElements())
            return query<css::chart::XChartDocument>(
                query<css::document::XEmbeddedObjectSupplier2>(all->nextElement())->getEmbeddedObject());
    }
    throw std::runtime_error(std::string("no chart in ") + part);
}

css::uno::Sequence<css::uno::Sequence<double>> numbers_of(const TextDocument& document, const char* part)
{
    return query<css::chart::XChartDataArray>(chart_of(document, part)->getData())->getData();
}

template <typename Change>
void for_charts(PlanContent& plan, const Change& change)
{
    for (PlanBlock& block : plan.slots["figures"])
        if (PlanChart* const chart = std::get_if<PlanChart>(&block))
            change(*chart);
}

} // namespace

// "Chart shows the old data until someone presses edit data."
TEST_F(PlanRenewedContentTest, AChartHasItsNewNumbersAndKeepsItsLook)
{
    made(plan_version(4));
    edit(
        [](const TextDocument& document)
        {
            const Chart chart = chart_of(document, "figures.1_series");
            set_property(chart->getTitle(), "CharColor", css::uno::Any(static_cast<sal_Int32>(0x008000)));
            query<css::util::XModifiable>(chart)->setModified(true);
        });
    const std::string before = previews();
    made(plan_version(9));
    EXPECT_NE(previews(), before);
    look(
        [](const TextDocument& document)
        {
            const auto rows = numbers_of(document, "figures.1_series");
            ASSERT_EQ(rows.getLength(), 3);
            EXPECT_DOUBLE_EQ(rows[2][0], 9.0);
            EXPECT_DOUBLE_EQ(rows[0][1], 2.0);
            EXPECT_EQ(get_property<sal_Int32>(chart_of(document, "figures.1_series")->getTitle(), "CharColor"),
                      0x008000);
        });
}

TEST_F(PlanRenewedContentTest, AChartGetsMoreRoundsAndMoreSeries)
{
    made(plan_version(4));
    PlanContent next = plan_version(5);
    for_charts(next,
               [](PlanChart& chart)
               {
                   chart.content.categories.emplace_back("30-06-2026");
                   for (ChartSeries& series : chart.content.series)
                       series.y.emplace_back(7.0);
                   if (chart.part == "figures.2_series")
                       chart.content.series.push_back(
                           {"Gruppen", SeriesRole::average, {1.0, 1.0, 1.0, 1.0}, std::nullopt, false});
               });
    made(next);
    look(
        [](const TextDocument& document)
        {
            for (const auto& [part, series] : {std::pair("figures.1_series", 2), {"figures.2_series", 3}})
            {
                const auto rows = numbers_of(document, part);
                ASSERT_EQ(rows.getLength(), 4) << part;
                EXPECT_EQ(rows[3].getLength(), series) << part;
                EXPECT_DOUBLE_EQ(rows[3][0], 7.0) << part;
            }
        });
}

TEST_F(PlanRenewedContentTest, AChartIsRenewedAlsoWhereWordsWereWrittenBesideIt)
{
    made(plan_version(4));
    edit(
        [](const TextDocument& document)
        {
            const auto paragraph = paragraph_of(document, "figures.1_series");
            paragraph->getText()->insertString(paragraph->getEnd(), "Kurven stiger.", false);
        });
    made(plan_version(9));
    EXPECT_EQ(words_of("figures.1_series"), "Kurven stiger.\n");
    look([](const TextDocument& document) { EXPECT_DOUBLE_EQ(numbers_of(document, "figures.1_series")[2][0], 9.0); });
}

TEST_F(PlanRenewedContentTest, AnEditedTableStaysAndTheNewOneStandsBesideIt)
{
    made(plan_version(1));
    edit(
        [](const TextDocument& document)
        {
            const auto table =
                query<css::text::XTextTable>(writer::content_of(section_of(document, "status.table"))[1]);
            query<css::text::XTextRange>(table->getCellByName("A2"))->setString("Vores navn");
        });
    for (int run = 2; run <= 3; ++run)
    {
        made(plan_version(run));
        EXPECT_NE(words_of("status.table").find("Vores navn\n1,0\n"), std::string::npos);
        EXPECT_NE(words_of_offer("status.table").find("1 Nøgletal\n" + std::to_string(run) + ",0\n"),
                  std::string::npos);
        EXPECT_EQ(empty_paragraphs(), 0);
    }
}

// "A missing value repeated from its neighbour."
TEST_F(PlanRenewedContentTest, AMissingValueIsAGapInTheChartAndADashInTheTable)
{
    made(plan_version(4));
    PlanContent next = plan_version(5);
    for_charts(next, [](PlanChart& chart) { chart.content.series[0].y[1].reset(); });
    for (PlanBlock& block : next.slots["status"])
        if (PlanTable* const table = std::get_if<PlanTable>(&block))
            table->rows[2][1] = "–";
    made(next);
    EXPECT_NE(words_of("status.table").find("1 Nøgletal\n5,0\n2 Nøgletal\n–\n"), std::string::npos);
    look(
        [](const TextDocument& document)
        {
            const auto rows = numbers_of(document, "figures.1_series");
            // What the office gives for a gap: no number, or the least that there is.
            EXPECT_FALSE(std::isfinite(rows[1][0]) && rows[1][0] > 1e-300) << rows[1][0];
            EXPECT_DOUBLE_EQ(rows[2][0], 5.0);
        });
}

// "Table of contents wrong until updated by hand."
TEST_F(PlanRenewedContentTest, TheTableOfContentsIsRight)
{
    made(plan_version(1));
    PlanContent next = plan_version(2);
    PlanChapter survey("survey");
    survey.add("heading", PlanHeading{2, "Svar fra netværket"});
    survey.add("text", PlanParagraph{"Svarene."});
    next.slots["survey"] = survey.blocks();
    made(next);
    look(
        [](const TextDocument& document)
        {
            const auto indexes = query<css::text::XDocumentIndexesSupplier>(document)->getDocumentIndexes();
            const std::string entries =
                to_utf8(query<css::text::XTextContent>(indexes->getByIndex(0))->getAnchor()->getString());
            for (const char* heading : {"1 Nøgletal\t", "2 Nøgletal\t", "Svar fra netværket\t", "Kilder\t"})
                EXPECT_NE(entries.find(heading), std::string::npos) << heading << " in " << entries;
        });
}

TEST_F(PlanRenewedContentTest, MunicipalityAndDateAreRenewedWhereverTheyStand)
{
    made(plan_version(1));
    EXPECT_NE(body().find("Udkast 02-09-2026"), std::string::npos);
    made(plan_version(2));
    EXPECT_NE(body().find("Udkast 03-09-2026"), std::string::npos);
    EXPECT_EQ(body().find("02-09-2026"), std::string::npos);
}

TEST_F(PlanRenewedContentTest, WhatIsRenewedIsNoTrackedChange)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { set_property(document, "RecordChanges", css::uno::Any(true)); });
    made(plan_version(2));
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 2.\n");
    look(
        [](const TextDocument& document)
        {
            EXPECT_TRUE(get_property<bool>(document, "RecordChanges"));
            EXPECT_FALSE(query<css::document::XRedlinesSupplier>(document)
                             ->getRedlines()
                             ->createEnumeration()
                             ->hasMoreElements());
        });
}

} // namespace trinvis::testing
