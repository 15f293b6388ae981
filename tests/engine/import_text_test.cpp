// SPDX-License-Identifier: MPL-2.0
//
// The words of foreign files: places, periods, numbers and concepts.
#include "shipped.hpp"

#include "reference/concepts.hpp"
#include "reference/import_signs.hpp"
#include "reference/place_text.hpp"
#include "reference/source_number.hpp"
#include "reference/time_period.hpp"

#include <gtest/gtest.h>

namespace trinvis::reference
{

namespace
{

using tests::day;
using tests::municipalities;
using tests::words;

RecognisedPlace place(std::string_view text)
{
    return recognise_place(text, municipalities());
}

std::string code(std::string_view text)
{
    const RecognisedPlace found = place(text);
    return found.municipality ? found.municipality->code : std::string(place_code(found.kind));
}

} // namespace

TEST(Place, IsAMunicipalityByItsCodeInEveryForm)
{
    for (const char* text : {"101", "0101", "101.0", "101,0", " 101 ", "101 København", "101: København",
                             "København (101)", "København, 101", "0101 - Københavns Kommune"})
        EXPECT_EQ(code(text), "101") << text;
    EXPECT_EQ(recognise_place(Cell{101.0}, municipalities()).municipality->name, "København");
}

TEST(Place, IsAMunicipalityByItsNameInEveryForm)
{
    EXPECT_EQ(code("Københavns Kommune"), "101");
    EXPECT_EQ(code("Copenhagen"), "101");
    EXPECT_EQ(code("AALBORG KOMMUNE"), "851");
    EXPECT_EQ(code("Århus"), "751");
    EXPECT_EQ(code("Lyngby-Tårbæk"), "173");
    EXPECT_EQ(code("Lyngby – Taarbæk"), "173");
    EXPECT_EQ(code("Faaborg - Midtfyn"), "430");
    EXPECT_EQ(code("Høje Taastrup"), "169");
    EXPECT_EQ(code("Nordfyns"), "480");
    EXPECT_EQ(code("Nordfyn"), "480");
    EXPECT_EQ(code("Bornholms Regionskommune"), "400");
    EXPECT_EQ(code("Brønderslev-Dronninglund"), "810");
}

TEST(Place, IsAMunicipalityThoughItsLettersAreDamaged)
{
    EXPECT_EQ(code("KÃ¸benhavn"), "101");
    EXPECT_EQ(code("K?benhavn"), "101");
    EXPECT_EQ(code("K\xEF\xBF\xBD"
                   "benhavn"),
              "101");
    EXPECT_EQ(code("NÃ¦stved"), "370");
    EXPECT_EQ(code("Koebenhavn"), "101");
    EXPECT_EQ(code("?r?"), "492") << "only Ærø has two lost letters around an r";
}

TEST(Place, IsUnknownWhereCodeAndNameDisagree)
{
    EXPECT_EQ(code("101 Aalborg"), "unknown");
    EXPECT_EQ(code("Aalborg (101)"), "unknown");
}

TEST(Place, OfChristiansoeIsKnownAndNoMunicipality)
{
    for (const char* text : {"411", "411.0", "0411", "Christiansø", "411 Christiansø", "ChristiansÃ¸", "Christians?"})
        EXPECT_EQ(code(text), "outside") << text;
}

TEST(Place, OfTheWholeCountryIsNoMunicipality)
{
    for (const char* text : {"000", "0", "Hele landet", "All Denmark", "000 Hele landet", "hele  landet"})
        EXPECT_EQ(code(text), "country") << text;
}

TEST(Place, OfARegionIsKnownByBothCodesAndItsNameWithItsDates)
{
    for (const char* text :
         {"084", "84", "1084", "Region Hovedstaden", "084 Region Hovedstaden", "Capital Region of Denmark"})
    {
        EXPECT_EQ(code(text), "region") << text;
        EXPECT_EQ(place(text).valid_to, day(2026, 12, 31)) << text;
    }
    EXPECT_EQ(place("Region Østdanmark").valid_from, day(2027, 1, 1));
    EXPECT_FALSE(place("Region Østdanmark").valid_to);
    EXPECT_FALSE(place("082").valid_to);
    EXPECT_EQ(place("082").name, "Region Midtjylland");
}

TEST(Place, OfALandsdelOrGroupIsNoMunicipality)
{
    EXPECT_EQ(code("Landsdel Nordjylland"), "part");
    EXPECT_EQ(code("Province Nordjylland"), "part");
    EXPECT_EQ(code("Landkommuner"), "part");
    EXPECT_EQ(code("01"), "part");
}

TEST(Place, ThatIsNotKnownKeepsItsText)
{
    EXPECT_EQ(place(" Atlantis ").kind, PlaceKind::unknown);
    EXPECT_EQ(place(" Atlantis ").name, "Atlantis");
    EXPECT_EQ(code(""), "unknown");
    EXPECT_EQ(code("999"), "unknown");
}

TEST(EveryMunicipality, IsFoundByCodeNameAndBoth)
{
    for (const Municipality& one : municipalities().all())
        for (const std::string& text : {one.code, "0" + one.code, one.code + ".0", one.name, one.name + " Kommune",
                                        one.code + " " + one.name, one.name + " (" + one.code + ")"})
            EXPECT_EQ(place(text).municipality, &one) << text;
}

TEST(Period, IsReadInTheFormsOfStatBank)
{
    EXPECT_EQ(parse_period("2024")->last, day(2024, 12, 31));
    EXPECT_EQ(parse_period("2024K1")->first, day(2024, 1, 1));
    EXPECT_EQ(parse_period("2024Q3")->last, day(2024, 9, 30));
    EXPECT_EQ(parse_period("2024M02")->last, day(2024, 2, 29));
    EXPECT_EQ(parse_period("2024H2")->first, day(2024, 7, 1));
    EXPECT_EQ(parse_period("2020U01")->first, day(2019, 12, 30)) << "ISO 8601: week 1 of 2020 begins on 30 December";
    EXPECT_EQ(parse_period("2020U53")->last, day(2021, 1, 3));
}

TEST(Period, IsReadAsPeopleWriteIt)
{
    EXPECT_EQ(parse_period("31-12-2024")->first, day(2024, 12, 31));
    EXPECT_EQ(parse_period("2024-12-31")->kind, PeriodKind::day);
    EXPECT_EQ(parse_period("pr. 31. december 2024")->last, day(2024, 12, 31));
    EXPECT_EQ(parse_period("1. kvartal 2024")->last, day(2024, 3, 31));
    EXPECT_EQ(parse_period("2. halvår 2024")->last, day(2024, 12, 31));
    EXPECT_EQ(parse_period("september 2026")->last, day(2026, 9, 30));
    EXPECT_EQ(parse_period("Q2 2025")->last, day(2025, 6, 30));
    EXPECT_EQ(period_in(Cell{2024.0}, day(1899, 12, 30))->kind, PeriodKind::year);
    EXPECT_EQ(period_in(Cell{45657.0}, day(1899, 12, 30))->first, day(2024, 12, 31));
}

TEST(Period, ThatDoesNotExistOrMayBeSomethingElseIsNotRead)
{
    for (const char* text : {"", "2024K5", "2024M13", "2021U53", "1899", "2200", "202", "2024-25", "2010-11", "0-17",
                             "1. kapitel 2024", "uge", "K1", "2024K", "2024K01x"})
        EXPECT_FALSE(parse_period(text)) << text;
}

TEST(SourceNumber, HasTheReadingsThatItsMarksAllow)
{
    EXPECT_EQ(readings_of("12,5").comma, 12.5);
    EXPECT_FALSE(readings_of("12,5").point);
    EXPECT_EQ(readings_of("1.234").comma, 1234);
    EXPECT_EQ(readings_of("1.234").point, 1.234);
    EXPECT_EQ(readings_of("0.125").comma, std::nullopt) << "no thousands begin with a nought";
    EXPECT_EQ(readings_of("0.125").point, 0.125);
    EXPECT_EQ(readings_of("1.234.567,5").comma, 1234567.5);
    EXPECT_EQ(readings_of("1 234").comma, 1234);
    EXPECT_EQ(readings_of("1\xC2\xA0"
                          "234,5")
                  .comma,
              1234.5);
    EXPECT_EQ(readings_of("\xE2\x88\x92"
                          "5")
                  .point,
              -5);
    EXPECT_EQ(readings_of("1e+05").comma, 100000);
    EXPECT_EQ(readings_of("0").comma, 0);
}

TEST(SourceNumber, IsNoSignCodeOrDate)
{
    for (const char* text : {"", "..", "-", "x", "<5", "0101", "1.23.4", "30.9.2016", "12,5 pct.", "1,,2", "nan", "inf",
                             "1e999", "0x1F", "--5", "."})
    {
        EXPECT_FALSE(readings_of(text).comma) << text;
        EXPECT_FALSE(readings_of(text).point) << text;
    }
}

TEST(Sign, HasAProposedMeaningThatIsNeverNought)
{
    EXPECT_EQ(usual_meaning("..", words()), SignMeaning::not_reported);
    EXPECT_EQ(usual_meaning("x", words()), SignMeaning::confidential);
    EXPECT_EQ(usual_meaning("<5", words()), SignMeaning::confidential);
    EXPECT_EQ(usual_meaning("", words()), SignMeaning::left_out);
    EXPECT_EQ(usual_meaning("Diskretioneret", words()), SignMeaning::confidential);
    EXPECT_EQ(usual_meaning("not applicable", words()), SignMeaning::not_applicable);
    EXPECT_EQ(usual_meaning("-", words()), SignMeaning::unanswered)
        << "nought in print, no data in StatBank: asked for";
    EXPECT_EQ(usual_meaning("hest", words()), SignMeaning::unanswered);
}

TEST(Concept, IsTheSameWhereOnlyItsWordingDiffers)
{
    EXPECT_TRUE(same_concept("0-22-årige", "0-22 år"));
    EXPECT_TRUE(same_concept("0–22 År", "aged 0-22"));
    EXPECT_TRUE(same_concept("børn", "Unikke børn"));
    EXPECT_TRUE(same_concept("", "Betalingskommune"));
    EXPECT_FALSE(same_concept("Handlekommune", "Betalingskommune"));
    EXPECT_FALSE(same_concept("0-17 år", "0-22 år"));
    EXPECT_FALSE(same_concept("indsatser", "børn"));
}

} // namespace trinvis::reference
