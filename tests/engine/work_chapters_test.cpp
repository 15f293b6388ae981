// SPDX-License-Identifier: MPL-2.0
//
// The plan's chapters on the mini-analysis with its focus areas and on the course.
#include "working_sheets.hpp"

#include "mini_analysis/assessment.hpp"
#include "mini_analysis/focus_sheet.hpp"
#include "plan/course_chapter.hpp"
#include "plan/mini_analysis_chapter.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::apply;
using tests::course_form;
using tests::day;
using tests::mini_analysis_form;
using tests::put_working_sheet;
using tests::words;
using tests::WorkbookFixture;
using tests::working_cell;

WorkbookFixture with_sheets()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, mini_analysis_sheet(mini_analysis_form(), words().danish));
    put_working_sheet(book, focus_sheet(mini_analysis_form(), words().danish));
    put_working_sheet(book, inspiration_sheet(tests::inspiration_form(), mini_analysis_form(), words().danish));
    return book;
}

const std::vector<FocusReason> reasons{
    {{ReferenceKind::figure, "8"}, "authority", "Undersøg nærmere: bevægelser", "Det er 4 børn flere."},
    {{ReferenceKind::figure, "3"}, "provider", "Undersøg nærmere: plejefamilier", "Det er højere."}};

/// Both proposals in the sheet, the first one chosen.
WorkbookFixture with_choice()
{
    WorkbookFixture book = with_sheets();
    apply(book, focus_sheet_change(book.read(), reasons, mini_analysis_form(), words()).update);
    working_cell(book, "focus_areas", 1, "chosen") = Cell{"ja"};
    return book;
}

PlanBlocks chapter_of(const WorkbookFixture& book, PlanBlocks (*chapter)(const MiniAnalysisInputs&),
                      const std::vector<FocusReason>& now = reasons)
{
    const Workbook workbook = book.read();
    return chapter({workbook, mini_analysis_form(), now, words()});
}

const PlanTable* table_named(const PlanBlocks& blocks, std::string_view name)
{
    for (const PlanBlock& block : blocks)
        if (const PlanTable* table = std::get_if<PlanTable>(&block); table && table->name == name)
            return table;
    return nullptr;
}

bool says(const PlanBlocks& blocks, std::string_view text)
{
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block);
            paragraph && paragraph->text.find(text) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST(MiniAnalysisChapter, IsEmptyBeforeAnythingIsWrittenOrChosen)
{
    for (auto* chapter : {mini_analysis_chapter, practice_chapter, focus_chapter})
    {
        EXPECT_TRUE(chapter_of(WorkbookFixture::filled(Language::danish), chapter).empty());
        EXPECT_TRUE(chapter_of(with_sheets(), chapter).empty());
    }
}

TEST(MiniAnalysisChapter, BeginsANewPageAndShowsWhatIsAssessed)
{
    WorkbookFixture book = with_sheets();
    working_cell(book, "mini_analysis", 1, "strengths") = Cell{"Tæt samarbejde"};
    working_cell(book, "mini_analysis", 1, "rating") = Cell{"4 – på plads de fleste steder"};
    const PlanBlocks blocks = chapter_of(book, mini_analysis_chapter);
    ASSERT_FALSE(blocks.empty());
    EXPECT_TRUE(std::get<PlanHeading>(blocks.front()).new_page);
    const PlanTable* table = table_named(blocks, "Minianalyse");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[1], (std::vector<std::string>{"myndighed", "arbejdsgange, metoder og organisering",
                                                        "Tæt samarbejde", "–", "–", "4 – på plads de fleste steder"}));
    EXPECT_TRUE(says(blocks, "værktøjets forslag"));
    EXPECT_TRUE(chapter_of(book, practice_chapter).empty());
    EXPECT_TRUE(says(chapter_of(book, focus_chapter), "Vælg fokusområder i arket"));
}

TEST(MiniAnalysisChapter, GivesTodaysStrategiesAPlaceOfTheirOwn)
{
    WorkbookFixture book = with_sheets();
    working_cell(book, "mini_analysis", 1, "strategies") = Cell{"Børnepolitik 2025"};
    const PlanBlocks practice = chapter_of(book, practice_chapter);
    const PlanTable* table = table_named(practice, "Praksis");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[1][2], "Børnepolitik 2025");
    EXPECT_FALSE(table_named(chapter_of(book, mini_analysis_chapter), "Praksis"));
}

TEST(MiniAnalysisChapter, HoldsTheChosenFocusAreasWithReasonAndInspiration)
{
    WorkbookFixture book = with_choice();
    working_cell(book, "focus_areas", 1, "own_reason") = Cell{"Det haster"};
    const PlanBlocks blocks = chapter_of(book, focus_chapter);
    const PlanTable* table = table_named(blocks, "Fokusområder");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[1],
              (std::vector<std::string>{"Undersøg nærmere: bevægelser\nnøgletal 8\nmyndighed", "Det er 4 børn flere.",
                                        "Det haster", "Herning: Tæt opfølgning i sagsbehandlingen"}));
    EXPECT_TRUE(says(blocks, "Eksempler: VIVE 2020"));
    EXPECT_FALSE(says(blocks, "Skriv kommunens begrundelse"));
}

TEST(MiniAnalysisChapter, AsksForTheMunicipalitysReasonWhereThereIsNone)
{
    EXPECT_TRUE(says(chapter_of(with_choice(), focus_chapter), "Skriv kommunens begrundelse"));
}

TEST(MiniAnalysisChapter, TellsNoEarlierReasonWhereThePlanIsShared)
{
    WorkbookFixture book = with_choice();
    book.at("facts", "view", "value") = Cell{"til deling"};
    const std::vector<FocusReason> now{
        {{ReferenceKind::figure, "8"}, "authority", "Undersøg nærmere: bevægelser", "Det er højere."}};
    EXPECT_EQ(table_named(chapter_of(book, focus_chapter, now), "Fokusområder")->rows[1][1], "Det er højere.");
    EXPECT_EQ(table_named(chapter_of(book, focus_chapter, {}), "Fokusområder")->rows[1][1], "Vises ikke til deling");
}

TEST(CourseChapter, IsEmptyWithoutACourse)
{
    EXPECT_TRUE(course_chapter(WorkbookFixture::filled(Language::danish).read(), course_form(), words()).empty());
}

TEST(CourseChapter, ListsTheActivitiesInTimeAndDrawsThem)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, course_sheet(course_form(), day("2026-12-07"), words().danish));
    working_cell(book, "course", 12, "date") = book.date(day("2027-05-06"));
    const PlanBlocks blocks = course_chapter(book.read(), course_form(), words());
    ASSERT_FALSE(blocks.empty());
    EXPECT_TRUE(std::get<PlanHeading>(blocks.front()).new_page);
    const PlanTable* table = table_named(blocks, "Forløb");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 13U);
    EXPECT_EQ(table->rows[1][0], "07-12-2026");
    EXPECT_TRUE(says(blocks, "ligger Kristi himmelfartsdag (06-05-2027)"));
    EXPECT_TRUE(says(blocks, "værktøjets forslag"));
    std::size_t charts = 0;
    for (const PlanBlock& block : blocks)
        if (const PlanChart* chart = std::get_if<PlanChart>(&block))
        {
            ++charts;
            EXPECT_EQ(chart->content.kind, ChartKind::timeline);
            EXPECT_FALSE(chart->content.alt_text.empty());
        }
    EXPECT_EQ(charts, 1U);
}

} // namespace trinvis
