// SPDX-License-Identifier: MPL-2.0
//
// What the panel shows of a comparison: the words of the overview, the strip of the others, and which row is about which
// figure.
#include "compared.hpp"

#include "benchmark/judgement_words.hpp"
#include "benchmark/overview.hpp"
#include "live/comparison_view.hpp"
#include "results/results.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::day;
using tests::WorkbookFixture;

ComparisonView view_of(const Compared& compared, const Texts& texts)
{
    return comparison_view(compared.benchmark, compared.source, compared.workbook, tests::words(), texts);
}

ComparisonView view_of(const Compared& compared)
{
    return view_of(compared, compared.texts());
}

const FigureStanding& standing(const ComparisonView& view, std::string_view figure)
{
    return *std::ranges::find(view.figures, figure, &FigureStanding::figure);
}

} // namespace

TEST(ComparisonView, SaysWhatTheOverviewSays)
{
    const Compared compared(tests::with_whole_country(WorkbookFixture::aalborg));
    const ComparisonView view = view_of(compared);
    ASSERT_EQ(view.figures.size(), compared.workbook.figures.size());
    const FigureStanding& one = standing(view, "3");
    const Comparison& comparison =
        compared.of("3", *overview_group(compared.benchmark, compared.workbook), day(2020, 12, 31));
    EXPECT_EQ(one.verdict, verdict_cell(comparison, compared.texts()));
    EXPECT_EQ(one.own,
              "Jeres tal: " + own_cell(comparison, compared.figure("3"), compared.texts()) + " pct., 31-12-2020");
    EXPECT_EQ(one.place, "Plads: " + standing_cell(comparison, compared.figure("3"), compared.texts()));
    EXPECT_TRUE(one.title.starts_with("3 ")) << one.title;
    EXPECT_TRUE(one.group.starts_with("Niveauet i ")) << one.group;
    EXPECT_TRUE(one.group.ends_with("(samlet)")) << "how the level is weighted: " << one.group;
    EXPECT_NE(view.note.find(overview_sentence(compared.benchmark, compared.workbook, compared.texts())),
              std::string::npos);
    const ComparisonView english = view_of(compared, tests::words().english);
    EXPECT_TRUE(standing(english, "3").own.starts_with("Your figure: "));
}

TEST(ComparisonView, SaysThatFiguresAreInventedAndThatValuesAreLeftOut)
{
    WorkbookFixture book = tests::with_whole_country(WorkbookFixture::aalborg);
    Compared compared(book);
    ASSERT_TRUE(compared.benchmark.invented) << "a source in Sammenligningsdata says so";
    compared.workbook.data_note.clear();
    compared.benchmark.left_out = 3;
    const std::string note = view_of(compared).note;
    EXPECT_TRUE(note.starts_with("OBS: Sammenligningsdata indeholder opdigtede tal.")) << note;
    EXPECT_NE(note.find("3 værdier med fejl er ikke regnet med"), std::string::npos) << note;
}

TEST(ComparisonView, DrawsAllTheOthersAndNotTheOwnOne)
{
    const Compared compared(tests::with_whole_country(WorkbookFixture::aalborg));
    const Comparison& comparison =
        compared.of("3", *overview_group(compared.benchmark, compared.workbook), day(2020, 12, 31));
    const ComparisonView view = view_of(compared);
    const Strip& strip = standing(view, "3").strip;
    EXPECT_EQ(strip.others.size(), comparison.others);
    EXPECT_EQ(strip.own, comparison.own.value);
    EXPECT_TRUE(strip.interval);
    EXPECT_TRUE(strip.level);
}

TEST(ComparisonView, DrawsNothingOfFewerThanThreeOthers)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Compared alone(book);
    const ComparisonView view = view_of(alone);
    for (const FigureStanding& one : view.figures)
    {
        EXPECT_TRUE(one.strip.others.empty()) << one.figure;
        EXPECT_FALSE(one.verdict.empty()) << one.figure;
    }
}

TEST(ComparisonView, KnowsTheFigureOfARow)
{
    const Compared compared(tests::with_whole_country(WorkbookFixture::aalborg));
    const ComparisonView view = view_of(compared);
    const Workbook& workbook = compared.workbook;
    const auto entry = view.figure_in(workbook.entry.sheet, workbook.line("institution")->row);
    ASSERT_TRUE(entry);
    EXPECT_EQ(view.figures[*entry].figure, workbook.line("institution")->figures.front());
    int found = 0;
    for (int row = workbook.catalogue.heading_row + 1; row <= workbook.catalogue.last_row; ++row)
        if (const auto figure = view.figure_in(workbook.catalogue.sheet, row))
        {
            ++found;
            EXPECT_EQ(view.figures[*figure].figure, workbook.text(workbook.catalogue, row, "number"));
        }
    EXPECT_EQ(found, static_cast<int>(workbook.figures.size()));
    EXPECT_FALSE(view.figure_in(workbook.catalogue.sheet, workbook.catalogue.heading_row));
    EXPECT_FALSE(view.figure_in(workbook.facts.sheet, 3));
    EXPECT_FALSE(view.figure_in(-1, 0));
}

TEST(Results, NeedAMunicipalityAndTheSheetsOfTheFigures)
{
    EXPECT_TRUE(can_be_compared(WorkbookFixture::filled(Language::danish).read()));
    WorkbookFixture without = WorkbookFixture::filled(Language::danish);
    without.remove_column("entry", 0);
    const Workbook workbook = without.read();
    EXPECT_NE(fault_of_figures(workbook), nullptr);
    EXPECT_FALSE(can_be_compared(workbook));
}

} // namespace trinvis
