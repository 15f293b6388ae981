// SPDX-License-Identifier: MPL-2.0
//
// Key figures looked up in a range of cells. The numbers are invented:
//
//                        plejefamilie / anbragte     per cent
//     810 Brønderslev        30 / 100                   30        Landkommuner, Region Nordjylland
//     773 Morsø              10 /  50                   20        Landkommuner, Region Nordjylland
//     813 Frederikshavn      60 / 150                   40        Landkommuner, Region Nordjylland
//     751 Aarhus             45 / 100                   45        Storbykommuner, Region Midtjylland
//     840 Rebild    diskretioneret / 40                           Oplandskommuner, Region Nordjylland
#include "shipped.hpp"

#include "functions/figure_functions.hpp"
#include "table/number_text.hpp"

#include <gtest/gtest.h>

namespace trinvis::functions
{

namespace
{

using namespace std::string_literals;

const Known& known()
{
    static const Known everything{.words = tests::words(),
                                  .municipalities = tests::municipalities(),
                                  .catalogue_danish = tests::catalogue(Language::danish),
                                  .catalogue_english = tests::catalogue(Language::english)};
    return everything;
}

Cell cell(double number)
{
    return number;
}

Cell cell(const char* text)
{
    return *text == 0 ? Cell{} : Cell{std::string(text)};
}

template <typename... Content>
std::vector<Cell> row(Content... content)
{
    return {cell(content)...};
}

Grid grid(const std::vector<std::vector<Cell>>& rows)
{
    Grid result{.sheet_name = {}, .columns = static_cast<int>(rows.front().size()), .cells = {}};
    for (const std::vector<Cell>& one : rows)
        result.cells.insert(result.cells.end(), one.begin(), one.end());
    return result;
}

/// 43465 is 31 December 2018.
Grid tidy()
{
    return grid(
        {row("Sammenligningsdata", "", "", "", ""), row("Kommune", "Post", "Skæringsdato", "Værdi", "Kilde"),
         row("810", "plejefamilie", 43465.0, 30.0, "Opdigtede tal"),
         row("Brønderslev Kommune", "Anbragte", "31-12-2018", 100.0, ""), row(773.0, "plejefamilie", 43465.0, 10.0, ""),
         row("0773", "anbragte", 43465.0, 50.0, ""), row("813", "plejefamilie", 43465.0, 60.0, ""),
         row("813", "anbragte", 43465.0, 150.0, ""), row("751", "plejefamilie", 43465.0, 45.0, ""),
         row("751", "anbragte", 43465.0, 100.0, ""), row("840", "plejefamilie", 43465.0, "diskretioneret", ""),
         row("840", "anbragte", 43465.0, 40.0, ""), row("Hele landet", "plejefamilie", 43465.0, 9999.0, ""),
         row("Hele landet", "anbragte", 43465.0, 9999.0, ""), row("810", "anbragte", 43465.0, 77.0, "anden gang")});
}

/// The answer as text: "wrong", "none" or the number.
std::string told(const FigureAnswer& answer)
{
    if (!answer)
        return "wrong";
    const double* number = std::get_if<double>(&*answer);
    return number ? format_plain(*number, Language::english) : "none";
}

std::string value(const Grid& table, const Cell& figure, const Cell& municipality, const Cell& period)
{
    return told(figure_value(table, known(), figure, municipality, period));
}

std::string mean(const Cell& municipality, const Grid& group)
{
    return told(figure_group_mean(tidy(), known(), cell(3), municipality, cell("31-12-2018"), group));
}

std::string rank(const Cell& municipality, bool descending, const Grid& group)
{
    return told(figure_rank(tidy(), known(), cell(3), municipality, cell("31-12-2018"), descending, group));
}

const Cell day = Cell{"2018-12-31"s};

} // namespace

TEST(FigureValue, IsNamedByItemQuotientNumberOrName)
{
    for (const Cell& figure : {cell("plejefamilie/anbragte*100"), cell(" Plejefamilie / ANBRAGTE * 100 "), cell(3.0),
                               cell("3"), cell(tests::catalogue(Language::danish).figures.at(2).name.c_str()),
                               cell(tests::catalogue(Language::english).figures.at(2).name.c_str())})
        EXPECT_EQ(value(tidy(), figure, cell(810), day), "30");
    EXPECT_EQ(value(tidy(), cell("plejefamilie/anbragte"), cell(810), day), "0.3");
    EXPECT_EQ(value(tidy(), cell("plejefamilie"), cell(810), day), "30");
}

TEST(FigureValue, FindsAMunicipalityInEveryForm)
{
    for (const Cell& municipality :
         {cell(810), cell("810"), cell("0810"), cell("Brønderslev"), cell("brønderslev kommune")})
        EXPECT_EQ(value(tidy(), cell("anbragte"), municipality, day), "100");
}

TEST(FigureValue, FindsADateInEveryForm)
{
    for (const Cell& period : {day, cell(43465), cell("31-12-2018"), cell("31. december 2018")})
        EXPECT_EQ(value(tidy(), cell("anbragte"), cell(773), period), "50");
}

TEST(FigureValue, TakesTheFirstOfTwoRowsThatSayTheSame)
{
    EXPECT_EQ(value(tidy(), cell("anbragte"), cell(810), day), "100");
}

TEST(FigureValue, IsMissingAndNeverZeroWhereThereIsNoNumber)
{
    EXPECT_EQ(value(tidy(), cell("plejefamilie"), cell(840), day), "none");
    EXPECT_EQ(value(tidy(), cell(3), cell(840), day), "none");
    EXPECT_EQ(value(tidy(), cell(3), cell(101), day), "none");
    EXPECT_EQ(value(tidy(), cell(3), cell(810), cell("2019-12-31")), "none");
    EXPECT_EQ(value(tidy(), cell(1), cell(810), day), "none");
    EXPECT_EQ(value(tidy(), cell("anbragte/plejefamilie"), cell(840), day), "none");
}

TEST(FigureValue, RefusesWhatItCannotUnderstand)
{
    EXPECT_EQ(value(grid({row("a", "b"), row(1.0, 2.0)}), cell(3), cell(810), day), "wrong");
    EXPECT_EQ(value(Grid{}, cell(3), cell(810), day), "wrong");
    for (const char* figure : {"", "findes ikke", "plejefamilie/findes ikke", "plejefamilie/anbragte*mange", "13"})
        EXPECT_EQ(value(tidy(), cell(figure), cell(810), day), "wrong") << figure;
    EXPECT_EQ(value(tidy(), cell(3), cell("Atlantis"), day), "wrong");
    EXPECT_EQ(value(tidy(), cell(3), Cell{}, day), "wrong");
    EXPECT_EQ(value(tidy(), cell(3), cell(810), Cell{}), "wrong");
}

TEST(FigureValue, ReadsItemsInRowsAndRoundsInColumns)
{
    const Grid entry =
        grid({row("Id", "Nøgletal", "Navn", "30-09-2018", 43465.0), row("anbragte", "3", "Anbragte", 90.0, 100.0),
              row("plejefamilie", "3", "I plejefamilie", 27.0, 20.0)});
    EXPECT_EQ(value(entry, cell(3), Cell{}, day), "20");
    EXPECT_EQ(value(entry, cell(3), Cell{}, cell("30-09-2018")), "30");
    EXPECT_EQ(value(entry, cell(3), Cell{}, cell("31-03-2018")), "none");
    EXPECT_EQ(value(entry, cell(3), cell(810), day), "wrong");
    EXPECT_EQ(told(figure_group_mean(entry, known(), cell(3), cell(810), day, {})), "wrong");
}

TEST(FigureValue, ReadsOneColumnAnItem)
{
    const Grid wide = grid({row("Municipality", "Cut-off date", "placed", "children"),
                            row("Aarhus", "2018-12-31", 12.0, 400.0), row("Odense", "2018-12-31", 9.0, 300.0)});
    EXPECT_EQ(value(wide, cell("placed/children*1000"), cell(751), day), "30");
    EXPECT_EQ(value(wide, cell("placed"), cell("461"), day), "9");
    const Grid without_periods = grid({row("Kommune", "anbragte"), row("Aarhus", 12.0)});
    EXPECT_EQ(value(without_periods, cell("anbragte"), cell("Aarhus"), Cell{}), "12");
    EXPECT_EQ(value(without_periods, cell("anbragte"), cell("Aarhus"), day), "wrong");
}

TEST(FigureValue, KnowsUnitsAndPeriodsThatAreNoMunicipalitiesAndDates)
{
    const Grid districts = grid({row("Kommune", "Periode", "Post", "Værdi"), row("Nord", 2018.0, "boern", 7.0),
                                 row("Syd", "2018K1", "boern", 8.0), row("Vest", 2018.0, "boern", 10.0)});
    EXPECT_EQ(value(districts, cell("boern"), cell("nord"), cell(2018)), "7");
    EXPECT_EQ(value(districts, cell("boern"), cell("nord"), cell("2018")), "7");
    EXPECT_EQ(value(districts, cell("boern"), cell("Syd"), cell("2018k1")), "8");
    EXPECT_EQ(value(districts, cell("boern"), cell("Øst"), cell(2018)), "wrong");
    EXPECT_EQ(told(figure_group_mean(districts, known(), cell("boern"), cell("Nord"), cell(2018), {})), "10");
    EXPECT_EQ(told(figure_rank(districts, known(), cell("boern"), cell("Vest"), cell(2018), false, {})), "2");
}

TEST(FigureGroupMean, IsThatOfTheMunicipalityGroupWithoutTheOwnMunicipality)
{
    EXPECT_EQ(mean(cell(810), {}), "30");
    EXPECT_EQ(mean(cell(810), grid({row("kommunegruppe")})), "30");
    EXPECT_EQ(mean(cell(810), grid({row("Landkommuner")})), "30");
    EXPECT_EQ(mean(cell(810), grid({row("Landkommuner (DST)")})), "30");
    EXPECT_EQ(mean(cell(751), {}), "none");
}

TEST(FigureGroupMean, CountsTheOwnMunicipalityInTheCountryAndItsParts)
{
    EXPECT_EQ(mean(cell(810), grid({row("region")})), "30");
    EXPECT_EQ(mean(cell(813), grid({row("Region Nordjylland")})), "30");
    EXPECT_EQ(mean(cell(810), grid({row("landsdel")})), "30");
    for (const char* country : {"land", "Hele landet", "country"})
        EXPECT_EQ(mean(cell(810), grid({row(country)})), "33.75") << country;
}

TEST(FigureGroupMean, KeepsTheMunicipalitiesOfThePracticeWorkbookApart)
{
    Municipalities both = tests::municipalities();
    std::vector<Municipality> invented(2);
    invented[0].code = "901";
    invented[0].name = "Øvekøbing";
    invented[1].code = "902";
    invented[1].name = "Øvelund";
    both.add_invented(invented);
    const Known with_both{.words = tests::words(),
                          .municipalities = both,
                          .catalogue_danish = tests::catalogue(Language::danish),
                          .catalogue_english = tests::catalogue(Language::english)};
    Grid table = tidy();
    for (const auto& [code, numerator] : {std::pair{"901", 90.0}, std::pair{"902", 80.0}})
        for (const auto& added :
             {row(code, "plejefamilie", 43465.0, numerator, ""), row(code, "anbragte", 43465.0, 100.0, "")})
            table.cells.insert(table.cells.end(), added.begin(), added.end());
    const auto of_country = [&](double municipality)
    {
        return told(
            figure_group_mean(table, with_both, cell(3), cell(municipality), cell("31-12-2018"), grid({row("land")})));
    };
    EXPECT_EQ(of_country(810), "33.75") << "as without them";
    EXPECT_EQ(of_country(901), "85");
    EXPECT_EQ(told(figure_rank(table, with_both, cell(3), cell(751), cell("31-12-2018"), true, {})), "1");
}

TEST(FigureGroupMean, TakesTheRegionsOfThePeriod)
{
    // Region Sjælland and Region Hovedstaden are one region from 1 January 2027.
    const Grid table = grid({row("Kommune", "Skæringsdato", "Post", "Værdi"), row("101", "2026-12-31", "boern", 10.0),
                             row("259", "2026-12-31", "boern", 20.0), row("101", "2027-03-31", "boern", 10.0),
                             row("259", "2027-03-31", "boern", 20.0)});
    const auto of_region = [&](const char* period, const char* region)
    { return told(figure_group_mean(table, known(), cell("boern"), cell("101"), cell(period), grid({row(region)}))); };
    EXPECT_EQ(of_region("2026-12-31", "region"), "10");
    EXPECT_EQ(of_region("2027-03-31", "region"), "15");
    EXPECT_EQ(of_region("2026-12-31", "Region Sjælland"), "20");
    EXPECT_EQ(of_region("2027-03-31", "Region Østdanmark"), "15");
    EXPECT_EQ(of_region("2027-03-31", "Region Sjælland"), "wrong");
}

TEST(FigureGroupMean, TakesAListOfMunicipalities)
{
    EXPECT_EQ(mean(cell(810), grid({row("Morsø", 751.0, "", "840")})), "32.5");
    EXPECT_EQ(mean(Cell{}, grid({row("Morsø"), row(751.0)})), "32.5");
    EXPECT_EQ(mean(cell(810), grid({row("751")})), "45");
    EXPECT_EQ(mean(cell(810), grid({row("Morsø", "Atlantis")})), "wrong");
    EXPECT_EQ(mean(cell(810), grid({row("bydel")})), "wrong");
}

TEST(FigureGroupMean, NeedsAMunicipalityForAGroupThatIsItsOwn)
{
    EXPECT_EQ(mean(Cell{}, {}), "wrong");
    EXPECT_EQ(mean(Cell{}, grid({row("region")})), "wrong");
    EXPECT_EQ(mean(Cell{}, grid({row("land")})), "33.75");
}

TEST(FigureRank, IsAmongTheMunicipalitiesThatHaveTheFigure)
{
    EXPECT_EQ(rank(cell(773), false, {}), "1");
    EXPECT_EQ(rank(cell(810), false, {}), "2");
    EXPECT_EQ(rank(cell(751), false, {}), "4");
    EXPECT_EQ(rank(cell(751), true, {}), "1");
    EXPECT_EQ(rank(cell(840), false, {}), "none");
    EXPECT_EQ(rank(Cell{}, false, {}), "wrong");
}

TEST(FigureRank, HoldsTheOwnMunicipalityInEveryGroup)
{
    EXPECT_EQ(rank(cell(810), true, grid({row("region")})), "2");
    EXPECT_EQ(rank(cell(810), false, grid({row("751")})), "1");
    EXPECT_EQ(rank(cell(810), true, grid({row("kommunegruppe")})), "2");
}

} // namespace trinvis::functions
