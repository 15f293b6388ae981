// SPDX-License-Identifier: MPL-2.0
//
// Cells, their addresses, and the comparison of typed texts.
#include "table/cell.hpp"
#include "table/text_match.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

TEST(ColumnLetters, RunFromAToZAndOn)
{
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(51), "AZ");
    EXPECT_EQ(column_letters(52), "BA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
}

TEST(ColumnLetters, ReachTheLastColumnsOfCalc)
{
    EXPECT_EQ(column_letters(1023), "AMJ");
    EXPECT_EQ(column_letters(16383), "XFD");
}

TEST(CellAddress, CountsRowsFromOne)
{
    EXPECT_EQ(cell_address(0, 0), "A1");
    EXPECT_EQ(cell_address(6, 2), "C7");
    EXPECT_EQ(cell_address(1048575, 16383), "XFD1048576");
}

TEST(SheetName, StandsInApostrophesInAFormula)
{
    EXPECT_EQ(quoted_sheet_name("Key figures"), "'Key figures'");
    EXPECT_EQ(quoted_sheet_name("Århus' tal"), "'Århus'' tal'");
}

TEST(Grid, HoldsItsCellsRowByRow)
{
    const Grid grid{"Ark", 2, {Cell{1.0}, Cell{2.0}, Cell{3.0}, Cell{4.0}}};
    EXPECT_EQ(grid.rows(), 2);
    EXPECT_EQ(grid.at(1, 0), Cell{3.0});
}

TEST(Grid, IsEmptyOutsideItsBlock)
{
    const Grid grid{"Ark", 1, {Cell{1.0}}};
    EXPECT_TRUE(is_empty(grid.at(-1, 0)));
    EXPECT_TRUE(is_empty(grid.at(0, -1)));
    EXPECT_TRUE(is_empty(grid.at(0, 1)));
    EXPECT_TRUE(is_empty(grid.at(1, 0)));
}

TEST(Grid, OfAnEmptySheetHasNoRows)
{
    EXPECT_EQ(Grid{}.rows(), 0);
    EXPECT_TRUE(is_empty(Grid{}.at(0, 0)));
}

TEST(Folding, KnowsTheDanishLetters)
{
    EXPECT_EQ(folded("ÆØÅ æøå"), "æøå æøå");
    EXPECT_TRUE(same_text("SKÆRINGSDATO", "skæringsdato"));
    EXPECT_TRUE(same_text("Århus", "århus"));
}

TEST(Folding, KnowsTheLettersOfWesternEurope)
{
    EXPECT_TRUE(same_text("ÜÖÄÉÞ", "üöäéþ"));
}

TEST(Folding, LeavesTheMultiplicationSign)
{
    EXPECT_EQ(folded("×"), "×");
    EXPECT_EQ(folded("÷"), "÷");
    EXPECT_FALSE(same_text("×", "÷"));
}

TEST(Folding, TakesBlanksOffTheEnds)
{
    EXPECT_TRUE(same_text("  Skæringsdato\t\r\n", "Skæringsdato"));
    EXPECT_EQ(trimmed(" \xC2\xA0 Post \xC2\xA0"), "Post");
}

TEST(Folding, TakesANoBreakSpaceForABlank)
{
    EXPECT_TRUE(same_text("ikke\xC2\xA0indberettet", "ikke indberettet"));
}

TEST(Folding, TakesARunOfBlanksForOne)
{
    EXPECT_EQ(folded("ikke \xC2\xA0\n indberettet"), "ikke indberettet");
}

TEST(Folding, KeepsDifferentWordsApart)
{
    EXPECT_FALSE(same_text("Tæller", "Nævner"));
    EXPECT_FALSE(same_text("ikkeindberettet", "ikke indberettet"));
}

TEST(Folding, OfNothingIsNothing)
{
    EXPECT_EQ(folded(""), "");
    EXPECT_EQ(folded(" \xC2\xA0 "), "");
}

TEST(Folding, LeavesBytesThatAreNoUtf8AsTheyAre)
{
    EXPECT_EQ(folded("K\xF8"
                     "benhavn"),
              "k\xF8"
              "benhavn");
    EXPECT_EQ(folded("a\xC3"), "a\xC3");
}

TEST(BeginningOf, CutsAtABlankAndCountsLettersNotBytes)
{
    EXPECT_EQ(beginning_of("Børn og unge", 12), "Børn og unge");
    EXPECT_EQ(beginning_of("Børn og unge", 11), "Børn og…");
    EXPECT_EQ(beginning_of("Anbringelser", 4), "Anbr…") << "no blank to cut at";
    EXPECT_EQ(beginning_of("æøå", 2), "æø…");
    EXPECT_EQ(beginning_of("", 0), "");
}

} // namespace trinvis
