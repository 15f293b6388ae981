// SPDX-License-Identifier: MPL-2.0
//
// What a workbook says once its sheets are found: rounds, items, figures and the language.
#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

} // namespace

TEST(Rounds, AreReadFromDatesThatAreTextToo)
{
    WorkbookFixture book(Language::danish, WorkbookFixture::aalborg, {day(2026, 3, 31), day(2026, 9, 30)});
    book.at("entry", "heading", "2026-09-30") = Cell{"30.9.2026"};
    const Workbook workbook = book.read();
    ASSERT_EQ(workbook.rounds.size(), 2U);
    EXPECT_EQ(workbook.rounds[1].date, day(2026, 9, 30));
    EXPECT_TRUE(workbook.rounds[1].typed_as_text);
    EXPECT_FALSE(workbook.rounds[0].typed_as_text);
}

TEST(Rounds, FollowTheNullDateOfTheDocument)
{
    WorkbookFixture book(Language::danish, WorkbookFixture::aalborg, {day(2026, 9, 30)});
    book.at("entry", "heading", "2026-09-30") = Cell{46295.0 - 1462.0};
    book.cells.null_date = day(1904, 1, 1);
    EXPECT_EQ(book.read().rounds.front().date, day(2026, 9, 30));
}

TEST(Rounds, AreNotColumnsOfRemarks)
{
    WorkbookFixture book(Language::danish, WorkbookFixture::aalborg, {day(2026, 3, 31), day(2026, 9, 30)});
    const Place remark = book.place("entry", "anbragte", "2026-09-30");
    book.at("entry", "heading", "2026-09-30") = Cell{"Husk"};
    book.at(remark) = Cell{"ring til institutionen"};
    EXPECT_EQ(book.read().rounds.size(), 1U);
    book.at(remark) = Cell{12.0};
    const Workbook workbook = book.read();
    ASSERT_EQ(workbook.rounds.size(), 2U);
    EXPECT_EQ(workbook.rounds[1].date, std::nullopt);
    EXPECT_EQ(workbook.rounds[1].heading, "Husk");
}

TEST(Lines, WithoutAnIdArePassedOver)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "anbragte", "id") = Cell{};
    EXPECT_EQ(book.read().lines.size(), 16U);
    EXPECT_EQ(book.read().line("anbragte"), nullptr);
}

TEST(Lines, AreFoundByTheirIdWhateverItsCapitals)
{
    WorkbookFixture book(Language::danish);
    book.at("entry", "anbragte", "id") = Cell{" Anbragte"};
    const Workbook workbook = book.read();
    ASSERT_NE(workbook.line("anbragte"), nullptr);
    EXPECT_EQ(workbook.line("anbragte")->figures, (std::vector<std::string>{"3", "4"}));
}

TEST(Figures, AreReadWithNumbersAsIds)
{
    WorkbookFixture book(Language::danish);
    book.at("catalogue", "3", "number") = Cell{3.0};
    book.at("entry", "plejefamilie", "figure") = Cell{3.0};
    const Workbook workbook = book.read();
    ASSERT_NE(workbook.figure("3"), nullptr);
    EXPECT_EQ(workbook.line("plejefamilie")->figures, std::vector<std::string>{"3"});
    EXPECT_EQ(workbook.figure_name("3"), "Anbringelser i plejefamilier");
    EXPECT_EQ(workbook.figure_name("99"), "");
}

TEST(Figures, OfTheUsersOwnGoThrough)
{
    WorkbookFixture book(Language::danish);
    book.append("catalogue", {{"number", Cell{"E1"}},
                              {"name", Cell{"Egen andel"}},
                              {"kind", Cell{"andel"}},
                              {"numerator_item", Cell{"egen_taeller"}},
                              {"denominator_item", Cell{"anbragte"}},
                              {"unit", Cell{"pct."}}});
    const Workbook workbook = book.read();
    const Figure* own = workbook.figure("E1");
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->kind, FigureKind::share);
    EXPECT_EQ(own->factor, 100) << "follows from the unit when the factor is empty";
}

TEST(Figures, OfNoKnownKindClaimNothingAboutChance)
{
    WorkbookFixture book(Language::danish);
    book.at("catalogue", "3", "kind") = Cell{"procenttal"};
    EXPECT_EQ(book.read().figure("3")->kind, FigureKind::ratio);
    book.at("catalogue", "2", "kind") = Cell{};
    EXPECT_EQ(book.read().figure("2")->kind, FigureKind::average);
}

TEST(WorkbookLanguage, StandsInStamdata)
{
    WorkbookFixture book(Language::danish);
    book.at("facts", "language", "value") = Cell{"en"};
    EXPECT_EQ(book.read().language, Language::english);
}

TEST(WorkbookLanguage, FollowsTheHeadingsWhereStamdataIsGone)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book(language);
        for (Cell& cell : book.grid("facts").cells)
            cell = Cell{};
        EXPECT_EQ(book.read().language, language);
    }
}

TEST(CellText, WritesIdsWithoutThousandSeparator)
{
    EXPECT_EQ(cell_text(Cell{1234.0}, Language::danish), "1234");
    EXPECT_EQ(cell_text(Cell{1.5}, Language::danish), "1,5");
    EXPECT_EQ(cell_text(Cell{" tekst\xC2\xA0"}, Language::danish), "tekst");
    EXPECT_EQ(cell_text(Cell{}, Language::danish), "");
    EXPECT_EQ(cell_text(Cell{CellError{}}, Language::danish), "");
}

} // namespace trinvis
