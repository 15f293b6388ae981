// SPDX-License-Identifier: MPL-2.0
//
// A workbook that is read again and again: what changed between two readings, and that the findings are at every step those
// of a validation from scratch.
#include "sample_size.hpp"
#include "workbook_fixture.hpp"

#include "live/followed_findings.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

constexpr Date as_of{std::chrono::year{2021}, std::chrono::month{3}, std::chrono::day{1}};

std::vector<std::string> lines_of(const Validation& validation)
{
    std::vector<std::string> lines;
    for (const Finding& finding : validation.findings)
        lines.push_back(finding.rule + " " + finding.sheet + "!" + finding.cell + " " + finding.figure + " " +
                        finding.period + " '" + finding.value + "' " + std::string(status_code(finding.status)) + " " +
                        finding.message + " " + std::to_string(finding.places.size()));
    lines.push_back(std::to_string(validation.readiness.cells.size()) + " cells of " +
                    std::to_string(validation.values_checked));
    return lines;
}

std::vector<std::string> from_scratch(const WorkbookFixture& book)
{
    return lines_of(validate(book.read(), tests::words(), tests::municipalities(), as_of));
}

std::size_t errors_in(const Validation& validation)
{
    return count_severities(validation.findings).errors;
}

} // namespace

TEST(ChangesBetween, SeesNothingCellsAndMore)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const WorkbookCells before = book.cells;
    EXPECT_TRUE(changes_between(before, book.cells).none());

    const Place place = book.place("entry", "netvaerk", "2018-12-31");
    book.at(place) = Cell{-12.0};
    Changes changes = changes_between(before, book.cells);
    ASSERT_EQ(changes.cells.size(), 1U);
    EXPECT_EQ(changes.cells.front().first, place);
    EXPECT_EQ(changes.cells.front().second, Cell{-12.0});
    EXPECT_FALSE(changes.anew);
    EXPECT_TRUE(changes_between(before, book.cells, 0).anew);

    // A cell beyond the used block, and one that the block no longer reaches.
    book.cells = before;
    book.grid("entry").make(300, 2) = Cell{std::string("x")};
    EXPECT_EQ(changes_between(before, book.cells).cells.size(), 1U);
    changes = changes_between(book.cells, before);
    ASSERT_EQ(changes.cells.size(), 1U);
    EXPECT_TRUE(is_empty(changes.cells.front().second));

    book.cells = before;
    book.grid("entry").sheet_name = "Tal";
    EXPECT_TRUE(changes_between(before, book.cells).anew);
    book.cells = before;
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures.front().hidden = true;
    EXPECT_TRUE(changes_between(before, book.cells).anew);
}

TEST(FollowedFindings, SaysAtEveryStepWhatAValidationFromScratchSays)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Workbook workbook = book.read();
    FollowedFindings followed(tests::words(), tests::municipalities());
    EXPECT_EQ(followed.whole(), nullptr);
    EXPECT_FALSE(followed.take(book.cells, as_of, {}));
    ASSERT_NE(followed.whole(), nullptr);
    EXPECT_EQ(lines_of(*followed.whole()), from_scratch(book));
    std::mt19937_64 random(11);
    const auto content = [&]() -> Cell
    {
        switch (random() % 5)
        {
        case 0:
            return {};
        case 1:
            return std::string("12.5");
        case 2:
            return std::string("ikke indberettet");
        case 3:
            return -1.0;
        default:
            return static_cast<double>(random() % 1000);
        }
    };
    for (int step = 0; step < static_cast<int>(tests::sample_size(60)); ++step)
    {
        const std::size_t cells = step % 7 == 6 ? 80 : 1 + random() % 3;
        for (std::size_t i = 0; i < cells; ++i)
            book.at({workbook.entry.sheet, workbook.lines[random() % workbook.lines.size()].row,
                     workbook.rounds[random() % workbook.rounds.size()].column}) = content();
        const auto quick = followed.take(book.cells, as_of, {});
        ASSERT_NE(followed.whole(), nullptr);
        ASSERT_EQ(lines_of(*followed.whole()), from_scratch(book)) << "step " << step;
        if (quick)
        {
            EXPECT_EQ(quick->values_checked, followed.whole()->values_checked);
        }
    }
}

TEST(FollowedFindings, AChangedCellIsAnsweredAtOnceAndTakenBackAgain)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    FollowedFindings followed(tests::words(), tests::municipalities());
    EXPECT_FALSE(followed.take(book.cells, as_of, {}));
    EXPECT_EQ(errors_in(*followed.whole()), 0U);
    const std::vector<std::string> sound = lines_of(*followed.whole());
    const Cell before = book.entry("netvaerk", day(2018, 12, 31));

    book.entry("netvaerk", day(2018, 12, 31)) = Cell{-12.0};
    const auto broken = followed.take(book.cells, as_of, {});
    ASSERT_TRUE(broken);
    EXPECT_EQ(errors_in(*broken), 1U);
    EXPECT_EQ(lines_of(*followed.whole()), from_scratch(book));

    book.entry("netvaerk", day(2018, 12, 31)) = before;
    const auto mended = followed.take(book.cells, as_of, {});
    ASSERT_TRUE(mended);
    EXPECT_EQ(errors_in(*mended), 0U);
    EXPECT_EQ(lines_of(*followed.whole()), sound);
    // The same again is no change.
    EXPECT_FALSE(followed.take(book.cells, as_of, {}));
    EXPECT_EQ(lines_of(*followed.whole()), sound);
}

TEST(FollowedFindings, ARunThatIsEndedLeavesNothingBehind)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    FollowedFindings followed(tests::words(), tests::municipalities());
    std::size_t asked = 0;
    EXPECT_FALSE(followed.take(book.cells, as_of,
                               [&](std::size_t done, std::size_t of)
                               {
                                   EXPECT_LE(done, of);
                                   return ++asked < 3;
                               }));
    EXPECT_EQ(asked, 3U);
    EXPECT_EQ(followed.whole(), nullptr);
    EXPECT_EQ(followed.workbook(), nullptr);
    EXPECT_FALSE(followed.take(book.cells, as_of, {}));
    ASSERT_NE(followed.whole(), nullptr);
    EXPECT_EQ(lines_of(*followed.whole()), from_scratch(book));
}

TEST(FollowedFindings, ANewDayIsANewRun)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    FollowedFindings followed(tests::words(), tests::municipalities());
    const Date before{std::chrono::year{2017}, std::chrono::month{1}, std::chrono::day{1}};
    EXPECT_FALSE(followed.take(book.cells, before, {}));
    const std::vector<std::string> then = lines_of(*followed.whole());
    EXPECT_FALSE(followed.take(book.cells, as_of, {}));
    EXPECT_EQ(lines_of(*followed.whole()), from_scratch(book));
    EXPECT_NE(lines_of(*followed.whole()), then);
}

} // namespace trinvis
