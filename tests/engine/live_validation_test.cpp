// SPDX-License-Identifier: MPL-2.0
//
// A validation that follows a changing workbook says at every step what a validation from scratch says.
#include "sample_size.hpp"
#include "workbook_fixture.hpp"

#include "validation/live_validation.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

constexpr Date as_of{std::chrono::year{2021}, std::chrono::month{3}, std::chrono::day{1}};

LiveValidation live_of(const WorkbookFixture& book)
{
    return {book.read(), tests::words(), tests::municipalities(), as_of};
}

std::string line_of(const Finding& finding)
{
    return finding.rule + " " + finding.sheet + "!" + finding.cell + " " + finding.figure + " " + finding.subject +
           " " + finding.period + " '" + finding.value + "' expected '" + finding.expected + "' " + finding.message +
           " " + std::to_string(finding.places.size());
}

/// What the rules of the sheet Regler say; faults of the layout are looked for in full runs alone.
std::vector<std::string> said(const Validation& validation)
{
    std::vector<std::string> lines;
    for (const Finding& finding : validation.findings)
        if (!finding.rule.starts_with("layout"))
            lines.push_back(line_of(finding));
    for (const RuleStatus& status : validation.rules)
        lines.push_back(status.id + " " + std::string(rule_state_code(status.state)) + " " +
                        std::to_string(status.satisfied) + " " + std::to_string(status.hits) + " " +
                        std::to_string(status.undecided) + " " + std::to_string(status.skipped));
    return lines;
}

std::vector<std::string> said_from_scratch(const LiveValidation& live)
{
    const Workbook fresh = read_workbook(WorkbookCells(live.workbook().cells), tests::words(), tests::municipalities());
    return said(validate(fresh, tests::words(), tests::municipalities(), as_of));
}

Cell some_content(std::mt19937_64& random)
{
    switch (random() % 8)
    {
    case 0:
        return {};
    case 1:
        return std::string("ikke indberettet");
    case 2:
        return std::string("12.5");
    case 3:
        return CellError{};
    case 4:
        return -1.0;
    case 5:
        return 3112990000.0;
    case 6:
        return std::string("spurgt Anna Jensen, 311299-0000");
    default:
        return static_cast<double>(random() % 1000);
    }
}

} // namespace

TEST(LiveValidation, SaysAfterEveryChangeWhatAValidationFromScratchSays)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (int i = 0; i < 5; ++i)
        book.add_comparison("101", "anbragte", day(2016 + i, 12, 31), Cell{900.0 + i});
    LiveValidation live = live_of(book);
    std::mt19937_64 random(7);
    const Workbook& workbook = live.workbook();
    for (int step = 0; step < static_cast<int>(tests::sample_size(150)); ++step)
    {
        Place place;
        if (step % 10 == 9)
            place = {workbook.comparison.sheet, workbook.comparison.heading_row + 1 + static_cast<int>(random() % 5),
                     workbook.comparison.column("value")};
        else
            place = {workbook.entry.sheet, workbook.lines[random() % workbook.lines.size()].row,
                     workbook.rounds[random() % workbook.rounds.size()].column};
        live.change(place, some_content(random));
        ASSERT_EQ(said(live.result()), said_from_scratch(live))
            << "step " << step << " at " << place.row << "," << place.column;
    }
}

TEST(LiveValidation, AsksOnlyTheRulesThatReadTheCell)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    LiveValidation live = live_of(book);
    const std::size_t asked = live.change(book.place("entry", "netvaerk", "2018-12-31"), Cell{40.0});
    EXPECT_GT(asked, 5U);
    EXPECT_LT(asked, live.result().rules.size() / 2);
}

TEST(LiveValidation, StartsAnewWhenAHeadingAnItemOrARuleChanges)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    LiveValidation live = live_of(book);
    const std::size_t all = live.result().rules.size();
    EXPECT_EQ(live.change(book.place("entry", "heading", "2018-12-31"), Cell{std::string("31-09-2018")}), all);
    EXPECT_EQ(live.change(book.place("entry", "netvaerk", "unit"), Cell{}), all);
    EXPECT_EQ(live.change(book.place("rules", "V04", "must"), Cell{std::string("Ukendt > 0")}), all);
    EXPECT_EQ(live.result().rules_broken, 1U);
    EXPECT_EQ(said(live.result()), said_from_scratch(live));
}

TEST(LiveValidation, FollowsIntoCellsBeyondTheUsedBlockAndIgnoresWhatIsNowhere)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    LiveValidation live = live_of(book);
    EXPECT_EQ(live.change({99, 0, 0}, Cell{1.0}), 0U);
    EXPECT_EQ(live.change({0, -1, 0}, Cell{1.0}), 0U);
    const Place beyond{book.sheet("entry"), 300, 40};
    live.change(beyond, Cell{std::string("010190-0000")});
    EXPECT_EQ(said(live.result()), said_from_scratch(live));
}

} // namespace trinvis
