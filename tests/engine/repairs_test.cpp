// SPDX-License-Identifier: MPL-2.0
//
// What can be repaired without asking, what it becomes, and what is left alone.
#include "workbook_fixture.hpp"

#include "table/number_text.hpp"
#include "validation/repairs.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;
using Readings = std::vector<double>;

const Date round_2018 = day(2018, 12, 31);

std::string sentences(const WorkbookFixture& book)
{
    std::string text;
    for (const Repair& repair : repairs(book.read(), words()))
        text += repair.sentence + "\n";
    return text;
}

/// What a text in an entry cell becomes; "no" when it is left alone.
std::string entry_repair(const std::string& item, const std::string& text, const std::string& unit = {})
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    if (!unit.empty())
        book.at("entry", item, "unit") = Cell{unit};
    book.entry(item, round_2018) = Cell{text};
    const std::vector<Repair> found = repairs(book.read(), words());
    if (found.empty())
        return "no";
    EXPECT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().place, book.place("entry", item, iso_date(round_2018)));
    EXPECT_EQ(found.front().before, text);
    return found.front().shown;
}

} // namespace

TEST(NumberReadings, OfATextWithoutDoubtAreOne)
{
    EXPECT_EQ(number_readings("12.5"), Readings{12.5});
    EXPECT_EQ(number_readings("12,5"), Readings{12.5});
    EXPECT_EQ(number_readings("0.90"), Readings{0.9});
    EXPECT_EQ(number_readings("0.123"), Readings{0.123});
    EXPECT_EQ(number_readings("1.2345"), Readings{1.2345});
    EXPECT_EQ(number_readings("1234.567"), Readings{1234.567});
    EXPECT_EQ(number_readings("1 234"), Readings{1234});
    EXPECT_EQ(number_readings("1\xC2\xA0"
                              "234,5"),
              Readings{1234.5});
    EXPECT_EQ(number_readings("1\xE2\x80\xAF"
                              "234"),
              Readings{1234});
    EXPECT_EQ(number_readings("1.234,5"), Readings{1234.5});
    EXPECT_EQ(number_readings("1,234.5"), Readings{1234.5});
    EXPECT_EQ(number_readings("1.234.567"), Readings{1234567});
    EXPECT_EQ(number_readings(" 42 "), Readings{42});
    EXPECT_EQ(number_readings("-5"), Readings{-5});
    EXPECT_EQ(number_readings("\xE2\x88\x92"
                              "5,5"),
              Readings{-5.5});
    EXPECT_EQ(number_readings("0"), Readings{0});
}

TEST(NumberReadings, OfOneSeparatorBeforeThreeDigitsAreTwo)
{
    EXPECT_EQ(number_readings("1.234"), (Readings{1.234, 1234}));
    EXPECT_EQ(number_readings("12,345"), (Readings{12.345, 12345}));
}

TEST(NumberReadings, OfWhatIsNoNumberAreNone)
{
    for (const char* text : {"", " ", "..", "-", "x", "<5", "ca. 150", "0101", "12.34.5", "1.234.5", "1,2,3", "12.",
                             ".5", "30.9.2016", "12,5 pct.", "(5)", "1 23", "\xE2\x80\x93", "1..2"})
        EXPECT_EQ(number_readings(text), Readings{}) << text;
}

TEST(Repairs, OfACleanWorkbookAreNone)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = WorkbookFixture::filled(language);
        book.add_all_comparison_data();
        EXPECT_EQ(sentences(book), "");
        EXPECT_EQ(sentences(WorkbookFixture(language)), "");
    }
}

TEST(Repairs, TurnATextIntoTheNumberThatItSays)
{
    EXPECT_EQ(entry_repair("varighed_institution", "12.5"), "12,5");
    EXPECT_EQ(entry_repair("anbragte", "1 234"), "1.234");
    EXPECT_EQ(entry_repair("anbragte", "1\xC2\xA0"
                                       "234"),
              "1.234");
    EXPECT_EQ(entry_repair("anbragte", " 42 "), "42");
}

TEST(Repairs, TakeTheUnitOffThatIsTheItems)
{
    EXPECT_EQ(entry_repair("varighed_institution", "12,5 måneder"), "12,5");
    EXPECT_EQ(entry_repair("varighed_institution", "12,5 mdr."), "12,5");
    EXPECT_EQ(entry_repair("udgifter", "kr. 1.234.567,50"), "1.234.567,5");
    EXPECT_EQ(entry_repair("udgifter", "1.234.567 kr."), "1.234.567");
    EXPECT_EQ(entry_repair("anbragte", "12,5 pct.", "pct."), "12,5");
    EXPECT_EQ(entry_repair("anbragte", "12,5 %", "pct."), "12,5");
    EXPECT_EQ(entry_repair("anbragte", "12 pct."), "no") << "a count is no percentage";
    EXPECT_EQ(entry_repair("anbragte", "1.234.567 kr."), "no");
    EXPECT_EQ(entry_repair("varighed_institution", "12,5 %"), "no");
}

TEST(Repairs, LeaveWhatMeansSomethingElse)
{
    for (const char* text :
         {"..", "-", "x", "<5", "ca. 150", " .. ", "0-5", "0101", "(5)", "311299-0000", "3112990000", "12.5"})
        EXPECT_EQ(entry_repair("anbragte", text), "no") << text;
}

TEST(Repairs, OfATextWithTwoReadingsGoByTheOtherRounds)
{
    WorkbookFixture book(Language::danish);
    std::vector<Date> rounds;
    for (const Round& round : book.read().rounds)
        rounds.push_back(*round.date);
    book.entry("varighed_institution", rounds[0]) = Cell{"21.375"};
    EXPECT_EQ(sentences(book), "") << "nothing to go by";
    book.entry("varighed_institution", rounds[1]) = Cell{20.5};
    EXPECT_EQ(sentences(book), "Indtastning F7: '21.375' → 21,375 (tal skrevet som tekst)\n");
    book.entry("varighed_institution", rounds[1]) = Cell{30000.0};
    EXPECT_EQ(sentences(book), "Indtastning F7: '21.375' → 21.375 (tal skrevet som tekst)\n");
    book.entry("varighed_institution", rounds[1]) = Cell{800.0};
    EXPECT_EQ(sentences(book), "") << "neither fits";
}

TEST(Repairs, OfAnotherMinusGiveANegativeNumber)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("udgifter", round_2018) = Cell{"\xE2\x88\x92"
                                              "5"};
    const std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().kind, RepairKind::minus);
    EXPECT_EQ(found.front().after, Cell{-5.0});
}

TEST(Repairs, TakeBlanksOffBothEnds)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("entry", "netvaerk", "id") = Cell{"netvaerk\xC2\xA0"};
    book.at("catalogue", "1", "unit") = Cell{" pct. "};
    book.entry("netvaerk", round_2018) = Cell{" ikke indberettet"};
    book.entry("anbragte", round_2018) = Cell{"  "};
    std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 4U);
    for (const Repair& repair : found)
        EXPECT_EQ(repair.kind, RepairKind::blanks) << repair.sentence;
    EXPECT_EQ(found[0].after, Cell{"pct."});
    EXPECT_EQ(found[1].after, Cell{});
    EXPECT_EQ(found[2].after, Cell{"netvaerk"});
    EXPECT_EQ(found[3].after, Cell{"ikke indberettet"});
    EXPECT_NE(found[1].sentence.find("→ (tom)"), std::string::npos) << found[1].sentence;
}

TEST(Repairs, TurnATextIntoTheDateThatItSays)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place heading = book.place("entry", "heading", iso_date(round_2018));
    book.at(heading) = Cell{"31. december 2018"};
    const int row = book.append("comparison", {{"municipality", Cell{"101"}},
                                               {"item", Cell{"anbragte"}},
                                               {"cut_off", Cell{"31.12.2018"}},
                                               {"value", Cell{12.0}}});
    book.append("comparison", {{"municipality", Cell{"101"}},
                               {"item", Cell{"anbragte"}},
                               {"cut_off", Cell{"31.02.2018"}},
                               {"value", Cell{12.0}}});
    const std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place, heading);
    EXPECT_EQ(found[0].after, book.date(round_2018));
    EXPECT_TRUE(found[0].date);
    EXPECT_EQ(found[0].shown, "31-12-2018");
    EXPECT_EQ(found[1].place.row, row);
}

TEST(Repairs, TurnAMunicipalitysNameIntoItsCode)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("facts", "municipality_code", "value") = Cell{"Aalborg Kommune"};
    book.add_comparison("Høje Taastrup", "anbragte", round_2018, Cell{1.0});
    book.add_comparison("København", "anbragte", round_2018, Cell{1.0});
    book.add_comparison("0147", "anbragte", round_2018, Cell{1.0});
    book.add_comparison("151", "anbragte", round_2018, Cell{1.0});
    book.add_comparison("Christiansø", "anbragte", round_2018, Cell{1.0});
    const std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].after, Cell{"851"});
    EXPECT_EQ(found[0].shown, "851 (Aalborg)");
    EXPECT_EQ(found[1].after, Cell{"169"});
    EXPECT_EQ(found[2].after, Cell{"147"});
}

TEST(Repairs, ReachTheValuesOfComparisonData)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_comparison("101", "varighed_institution", day(2017, 12, 31), Cell{20.5});
    book.add_comparison("101", "varighed_institution", round_2018, Cell{"21.375"});
    book.add_comparison("147", "varighed_institution", round_2018, Cell{"21.375"});
    book.add_comparison("151", "varighed_institution", round_2018, Cell{"21.5"});
    book.add_comparison("153", "varighed_institution", round_2018, Cell{".."});
    const std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].after, Cell{21.375});
    EXPECT_EQ(found[1].after, Cell{21.5});
}

TEST(Repairs, TurnTheFactorOfAFigureIntoANumber)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "1", "factor") = Cell{"100"};
    book.at("catalogue", "2", "factor") = Cell{"1.000"};
    const std::vector<Repair> found = repairs(book.read(), words());
    ASSERT_EQ(found.size(), 1U) << "1.000 can be one and a thousand";
    EXPECT_EQ(found.front().place, book.place("catalogue", "1", "factor"));
    EXPECT_EQ(found.front().after, Cell{100.0});
}

TEST(Repairs, NeverTouchAFormula)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Place place = book.place("entry", "varighed_institution", iso_date(round_2018));
    book.at(place) = Cell{"12.5"};
    EXPECT_NE(sentences(book), "");
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures[static_cast<std::size_t>(place.sheet)].formulas = {{place.row, place.column, "=\"12.5\""}};
    EXPECT_EQ(sentences(book), "");
}

TEST(Repairs, LeaveAWorkbookWithFewerFindings)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("varighed_institution", round_2018) = Cell{"12.5"};
    book.entry("befolkning_0_22", round_2018) = Cell{"9 874 "};
    for (const Repair& repair : repairs(book.read(), words()))
        book.at(repair.place) = repair.after;
    EXPECT_EQ(count_severities(book.validate().findings).errors, 0U);
    EXPECT_EQ(sentences(book), "");
}

} // namespace trinvis
