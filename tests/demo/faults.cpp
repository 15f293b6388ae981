// SPDX-License-Identifier: MPL-2.0
#include "faults.hpp"

namespace trinvis::demo
{

const std::vector<EntryFault>& entry_faults()
{
    // Serial number 0000 is given to nobody, so no living person's number can stand here.
    static const std::vector<EntryFault> faults{
        {"tal som tekst (decimalpunktum)", "varighed_institution", 10, std::string("12.5")},
        {"tal som tekst (mellemrum)", "befolkning_0_22", 3, std::string("9 874")},
        {"tegn i stedet for tal", "plejefamilie", 2, std::string("..")},
        {"tegn i stedet for tal", "netvaerk", 4, std::string("-")},
        {"tegn i stedet for tal", "ikke_anbragt_nu", 6, std::string("<5")},
        {"tegn i stedet for tal", "bevaegelser_op", 1, std::string("x")},
        {"tekst i stedet for tal", "hjemmebaseret", 2, std::string("ca. 150")},
        {"negativt tal", "anbragte", 1, -12.0},
        {"negativt tal", "udgifter", 5, -4100000.0},
        {"antal med decimaler", "institution", 9, 31.5},
        {"antal med decimaler", "opfoelgning_sager", 8, 120.25},
        {"tom celle", "opfoelgning_sager", 10, std::monostate{}},
        {"tom celle", "inst_aar_siden", 7, std::monostate{}},
        {"nul i stedet for manglende", "hjemmebaseret", 9, 0.0},
        {"nævner er nul", "opfoelgning_sager", 4, 0.0},
        {"stort spring", "udgifter", 9, 190000000.0},
        {"stort spring", "forebyggende", 8, 400.0},
        {"decimaltal læst som tusindtal", "varighed_institution", 8, 25300.0},
        {"decimaltal læst som tusindtal", "forebyggende_startet", 7, 61000.0},
        {"tæller større end nævner", "opfoelgning_rettidig", 6, 9000.0},
        {"tæller større end nævner", "bevaegelser_op", 8, 2500.0},
        {"dele større end det samlede", "institution", 5, 700.0},
        {"netværk større end plejefamilier", "netvaerk", 7, 600.0},
        {"urimelig varighed", "varighed_institution", 2, 300.0},
        {"fejlværdi", "netvaerk", 9, Formula{"=1/0"}},
        {"CPR-nummer som tekst", "forebyggende", 5, std::string("311299-0000")},
        {"CPR-nummer som tal", "anbragte", 3, 3112990000.0},
        {"CPR-nummer uden foranstillet nul", "plejefamilie", 5, 101990000.0},
        {"nøgletal ikke indberettet", "forebyggende_startet", 4, std::monostate{}},
    };
    return faults;
}

const std::vector<ComparisonFault>& comparison_faults()
{
    static const std::vector<ComparisonFault> faults{
        {"ukendt kommune", "999", "anbragte", "2018-12-31", 41.0, 0},
        {"ukendt kommune", "Christiansø", "anbragte", "2018-12-31", 0.0, 0},
        {"dobbelt række", "101", "anbragte", "2018-12-31", 41.0, 0},
        {"tekst i stedet for tal", "101", "lokal_post", "2018-12-31", std::string(".."), 3},
        {"negativt tal", "147", "lokal_post", "2018-12-31", -3.0, 3},
        {"dato, der ikke findes", "151", "lokal_post", "31-02-2018", 12.0, 2},
        {"ukendt post", "153", "anbragtte", "2018-12-31", 12.0, 1},
    };
    return faults;
}

} // namespace trinvis::demo
