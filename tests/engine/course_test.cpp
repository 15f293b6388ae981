// SPDX-License-Identifier: MPL-2.0
//
// The plan of the course as it is proposed, and the checks of its dates.
#include "working_sheets.hpp"

#include "course/timeline.hpp"
#include "table/danish_holidays.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::course_form;
using tests::day;
using tests::put_working_sheet;
using tests::words;
using tests::WorkbookFixture;
using tests::working_cell;
using tests::working_text;

WorkbookFixture with_sheet(Date start = day("2026-12-07"), Language language = Language::danish)
{
    WorkbookFixture book = WorkbookFixture::filled(language);
    put_working_sheet(book, course_sheet(course_form(), start, words().in(language)));
    return book;
}

std::vector<CourseRemark> remarks_of(const WorkbookFixture& book)
{
    return course_remarks(read_course(book.read(), words()), course_form(), words().danish);
}

/// "cell: message" of each remark.
std::string lines(const WorkbookFixture& book)
{
    std::string all;
    for (const CourseRemark& remark : remarks_of(book))
        all += cell_address(remark.place.row, remark.place.column) + ": " + remark.message + "\n";
    return all;
}

} // namespace

TEST(CourseProposal, BeginsOnTheNextWorkingDayTwoWeeksOn)
{
    EXPECT_EQ(proposed_start(course_form(), day("2026-11-22")), day("2026-12-07")); // a Sunday
    EXPECT_EQ(proposed_start(course_form(), day("2026-12-11")), day("2027-01-04")); // Christmas and New Year
    EXPECT_EQ(proposed_start(course_form(), day("2027-06-20")), day("2027-08-02")); // July
}

TEST(CourseProposal, SpreadsFourGuidanceDaysOverNineMonths)
{
    const Course course = read_course(with_sheet().read(), words());
    std::vector<Date> guidance;
    for (const Activity& activity : course.activities)
        if (activity.kind == ActivityKind::guidance_day)
            guidance.push_back(*activity.date);
    ASSERT_EQ(guidance.size(), 4U);
    EXPECT_TRUE(std::is_sorted(guidance.begin(), guidance.end()));
    const auto span = span_of(course);
    ASSERT_TRUE(span);
    EXPECT_EQ(span->first, day("2026-12-07"));
    EXPECT_EQ(span->second, day("2027-09-07"));
}

TEST(CourseProposal, HoldsNoFaultWheneverItBegins)
{
    // Every day of a leap year and the one after it.
    for (std::chrono::sys_days today{day("2028-01-01")}; today <= std::chrono::sys_days{day("2029-12-31")};
         today += std::chrono::days{1})
    {
        const Date start = proposed_start(course_form(), Date{today});
        for (const ProposedActivity& activity : course_form().activities)
        {
            const auto [first, last] = proposed_dates(course_form(), activity, start);
            for (const Date date : {first, last})
                EXPECT_FALSE(is_weekend(date) || danish_holiday(date) || quiet_day(date)) << iso_date(date);
            EXPECT_LE(first, last);
        }
    }
}

TEST(CourseProposal, CoversWhatMustBeResourced)
{
    std::set<std::string> covered;
    for (const ProposedActivity& activity : course_form().activities)
        covered.insert(activity.resource);
    std::set<std::string> wanted;
    for (const auto& [id, name] : course_form().resources)
        wanted.insert(id);
    EXPECT_EQ(wanted.size(), 5U);
    EXPECT_EQ(covered, wanted);
}

TEST(CourseProposal, IsSaidToBeTheToolsWhereItIs)
{
    const SheetContent sheet = course_sheet(course_form(), day("2026-12-07"), words().danish);
    EXPECT_NE(std::get<std::string>(sheet.rows.at(2).at(0)).find("værktøjets forslag"), std::string::npos);
}

TEST(CourseProposal, GivesNoRemarkAndNoFinding)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const WorkbookFixture book = with_sheet(day("2026-12-07"), language);
        EXPECT_EQ(lines(book), "");
        for (const Finding& finding : book.validate().findings)
            EXPECT_NE(finding.sheet, words().in(language).get("sheet.course")) << finding.rule << " " << finding.cell;
    }
}

TEST(CourseChecks, NameADateThatDoesNotExistWithItsCell)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 2, "date") = Cell{"31-02-2027"};
    const std::vector<CourseRemark> remarks = remarks_of(book);
    ASSERT_FALSE(remarks.empty());
    EXPECT_EQ(remarks[0].severity, Severity::error);
    EXPECT_EQ(cell_address(remarks[0].place.row, remarks[0].place.column), "D9");
    EXPECT_EQ(remarks[0].message,
              "»Vejledningsdag 1: udgangspunkt og retning«: cellen indeholder ikke en dato, der findes.");
    EXPECT_FALSE(remarks[0].remedy.empty());
}

TEST(CourseChecks, FindAnEndBeforeItsBeginning)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 3, "end") = book.date(day("2026-12-08"));
    const std::vector<CourseRemark> remarks = remarks_of(book);
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0].severity, Severity::error);
    EXPECT_NE(remarks[0].message.find("slutter 08-12-2026, før den begynder"), std::string::npos) << remarks[0].message;
}

TEST(CourseChecks, FindWeekendsHolidaysAndDaysOnWhichMostAreClosed)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 5, "date") = book.date(day("2027-03-25")); // skærtorsdag
    working_cell(book, "course", 8, "date") = book.date(day("2027-05-22")); // Saturday
    working_cell(book, "course", 11, "date") = book.date(day("2026-12-24"));
    const std::vector<CourseRemark> remarks = remarks_of(book);
    ASSERT_EQ(remarks.size(), 3U);
    EXPECT_EQ(remarks[0].message,
              "»Dialog om nøgletal og minianalyse« ligger skærtorsdag (25-03-2027), som er helligdag.");
    EXPECT_EQ(remarks[1].message, "»Dialog om udkastet til udviklingsplan« ligger i en weekend (22-05-2027).");
    EXPECT_EQ(remarks[2].severity, Severity::information);
    EXPECT_NE(remarks[2].message.find("juleaftensdag (24-12-2026). Dagen er ikke helligdag"), std::string::npos);
}

TEST(CourseChecks, WantGuidanceDaysInTheirOrder)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 9, "date") = book.date(day("2027-01-05"));
    const std::vector<CourseRemark> remarks = remarks_of(book);
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0].severity, Severity::warning);
    EXPECT_NE(remarks[0].message.find("ligger ikke efter »Vejledningsdag 2"), std::string::npos);
}

TEST(CourseChecks, WantAboutFourGuidanceDaysOverSixToTwelveMonths)
{
    WorkbookFixture book = with_sheet();
    for (const int row : {6, 9, 12})
        working_cell(book, "course", row, "kind") = Cell{"møde"};
    EXPECT_NE(lines(book).find("1 vejledningsdage"), std::string::npos) << lines(book);
    WorkbookFixture longer = with_sheet();
    working_cell(longer, "course", 12, "date") = longer.date(day("2027-12-08"));
    EXPECT_NE(lines(longer).find("over 12 måneder"), std::string::npos) << lines(longer);
    working_cell(longer, "course", 12, "date") = longer.date(day("2027-12-07"));
    EXPECT_EQ(lines(longer), "");
    WorkbookFixture shorter = with_sheet();
    for (int row = 1; row <= 12; ++row)
    {
        working_cell(shorter, "course", row, "date") = Cell{};
        working_cell(shorter, "course", row, "end") = Cell{};
    }
    working_cell(shorter, "course", 1, "date") = shorter.date(day("2027-01-04"));
    working_cell(shorter, "course", 12, "date") = shorter.date(day("2027-06-28"));
    EXPECT_NE(lines(shorter).find("under 6 måneder"), std::string::npos) << lines(shorter);
}

TEST(CourseChecks, HaveNothingToSayOfAnEmptyCourse)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    EXPECT_TRUE(remarks_of(book).empty());
    EXPECT_TRUE(read_course(book.read(), words()).activities.empty());
}

TEST(Course, IsReadByHeadingsAlsoWhenRowsAreInserted)
{
    WorkbookFixture book = with_sheet();
    Grid& grid = book.cells.sheets.back();
    grid.cells.insert(grid.cells.begin() + 3 * grid.columns, static_cast<std::size_t>(grid.columns) * 2, Cell{});
    const Course course = read_course(book.read(), words());
    ASSERT_EQ(course.activities.size(), 12U);
    EXPECT_EQ(course.activities.front().row, 9);
    EXPECT_EQ(course.activities.front().activity, "Opstartsmøde: formål, deltagere og datoer");
}

TEST(Course, TakesDatesThatWereTypedAsText)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 1, "date") = Cell{"7. december 2026"};
    EXPECT_EQ(read_course(book.read(), words()).activities.front().date, day("2026-12-07"));
}

TEST(Timeline, PutsTheActivitiesInOrderWithAGapBeforeEach)
{
    WorkbookFixture book = with_sheet();
    const auto chart = timeline_chart(read_course(book.read(), words()), book.cells.null_date, words().danish);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->kind, ChartKind::timeline);
    ASSERT_EQ(chart->categories.size(), 12U);
    EXPECT_EQ(chart->categories.front(), "1 Opstartsmøde: formål, deltagere og datoer\n07-12-2026");
    EXPECT_EQ(chart->categories.back(), "12 Vejledningsdag 4: opfølgning og det videre arbejde\n07-09-2027");
    ASSERT_EQ(chart->series.size(), 5U);
    EXPECT_EQ(chart->series[0].role, SeriesRole::gap);
    EXPECT_EQ(chart->series[0].y.front(), serial_from_date(day("2026-12-07"), book.cells.null_date));
    EXPECT_TRUE(std::is_sorted(chart->series[0].y.begin(), chart->series[0].y.end()));
    EXPECT_EQ(chart->series[1].name, "vejledningsdag");
    EXPECT_EQ(chart->x_from, serial_from_date(day("2026-12-07"), book.cells.null_date));
    EXPECT_EQ(chart->x_to, serial_from_date(day("2027-09-13"), book.cells.null_date)); // a Monday, too
    // Each activity has one bar.
    for (std::size_t i = 0; i < chart->categories.size(); ++i)
        EXPECT_EQ(std::count_if(chart->series.begin() + 1, chart->series.end(),
                                [i](const ChartSeries& series) { return series.y[i].has_value(); }),
                  1);
}

TEST(Timeline, DrawsSpansAsLongAsTheyAre)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 3, "date") = book.date(day("2027-01-04"));
    working_cell(book, "course", 3, "end") = book.date(day("2027-02-01"));
    const auto chart = timeline_chart(read_course(book.read(), words()), book.cells.null_date, words().danish);
    const auto third = std::find_if(chart->categories.begin(), chart->categories.end(),
                                    [](const std::string& category) { return category.starts_with("3 "); });
    ASSERT_NE(third, chart->categories.end());
    // Both days counted.
    EXPECT_EQ(chart->series[2].y[static_cast<std::size_t>(third - chart->categories.begin())], 29);
}

TEST(Timeline, LeavesOutWhatHasNoDateOrAFaultyOne)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 1, "date") = Cell{};
    working_cell(book, "course", 3, "end") = book.date(day("2026-12-08"));
    working_cell(book, "course", 4, "end") = Cell{"i foråret"};
    const Course course = read_course(book.read(), words());
    EXPECT_EQ(timeline_chart(course, book.cells.null_date, words().danish)->categories.size(), 9U);
    EXPECT_FALSE(timeline_chart(Course{}, book.cells.null_date, words().danish));
}

TEST(CourseReport, SaysThatTheDatesAreInOrder)
{
    const WorkbookFixture book = with_sheet();
    const Workbook workbook = book.read();
    const ChartedReport report = course_report(read_course(workbook, words()), course_form(), workbook, words().danish);
    EXPECT_EQ(std::get<std::string>(report.sheet.rows.at(1).at(0)),
              "12 aktiviteter, heraf 4 vejledningsdage, fra 07-12-2026 til 07-09-2027 (9,0 måneder).");
    EXPECT_TRUE(std::get<std::string>(report.sheet.rows.at(3).at(0)).starts_with("Datoerne er i orden"));
    EXPECT_EQ(report.charts.size(), 1U);
}

TEST(CourseReport, ListsEachRemarkWithALinkToItsCell)
{
    WorkbookFixture book = with_sheet();
    working_cell(book, "course", 5, "date") = book.date(day("2027-03-25"));
    const Workbook workbook = book.read();
    const ChartedReport report = course_report(read_course(workbook, words()), course_form(), workbook, words().danish);
    const LinkTo& link = std::get<LinkTo>(report.sheet.rows.at(4).at(1));
    EXPECT_EQ(link.text, "Forløb D12");
    EXPECT_EQ(link.row, 11);
    EXPECT_EQ(link.column, 3);
}

} // namespace trinvis
