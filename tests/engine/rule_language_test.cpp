// SPDX-License-Identifier: MPL-2.0
//
// What a rule language for key figures must be able to say, each said once in a rule of the user's over sheets of the
// user's, in Danish and in English, in a workbook that also holds its ordinary sheets.
#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;
using Rows = std::vector<std::vector<Cell>>;

Cell text(const char* content)
{
    return Cell{std::string(content)};
}

struct Said
{
    const char* what;
    const char* table;
    const char* when;
    const char* danish;
    const char* english;
    std::set<std::string> found; ///< "Sheet!A1"
};

void PrintTo(const Said& said, std::ostream* out)
{
    *out << said.what;
}

/// Accounts with a hierarchy, children with placements, and a list of places; rows in no order.
void add_sheets(WorkbookFixture& book)
{
    book.add_sheet("Konti", Rows{{text("Konto"), text("Forælder"), text("Beløb"), text("Trin")},
                                 {text("1"), text(""), Cell{100.0}, Cell{2.0}},
                                 {text("1.2"), text("1"), Cell{60.0}, Cell{2.0}},
                                 {text("2"), text(""), Cell{50.0}, Cell{3.0}},
                                 {text("1.1"), text("1"), Cell{40.0}, Cell{2.0}},
                                 {text("2.1"), text("2"), Cell{49.0}, Cell{4.0}},
                                 {text("9"), text("8"), Cell{}, Cell{7.0}}});
    book.add_sheet("Forløb", Rows{{text("Forløb i år")},
                                  {text("Nr"), text("Barn"), text("Sted"), text("Start"), text("Slut"), text("Beløb")},
                                  {Cell{1.0}, text("a"), text("Birk"), Cell{42000.0}, Cell{42100.0}, Cell{10.0}},
                                  {Cell{3.0}, text("b"), text("Eg"), Cell{42300.0}, Cell{42200.0}, Cell{10.0}},
                                  {Cell{2.0}, text("a"), text("Birk"), Cell{42050.0}, Cell{}, Cell{500.0}},
                                  {Cell{5.0}, text("c"), text("Ask"), Cell{42000.0}, Cell{42001.0}, Cell{10.0}}});
    book.add_sheet("Steder", Rows{{text("Navn"), text("Trin"), text("Åbnet"), text("Pladser")},
                                  {text("Birk"), Cell{6.0}, Cell{42010.0}, Cell{1.0}},
                                  {text("Eg"), Cell{5.0}, Cell{41000.0}, Cell{4.0}},
                                  {text("Gran"), Cell{5.0}, Cell{41000.0}, Cell{4.0}}});
    book.add_sheet("Kryds", Rows{{text("År"), text("Trin"), text("Navn")},
                                 {Cell{2019.0}, Cell{1.0}, text("et")},
                                 {Cell{2019.0}, Cell{2.0}, text("to")},
                                 {Cell{2020.0}, Cell{1.0}, text("ét")}});
}

class RuleLanguage : public testing::TestWithParam<Said>
{
};

std::set<std::string> found_with(const Said& said, const char* must)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    add_sheets(book);
    book.append("rules", {{"id", text("X01")},
                          {"table", text(said.table)},
                          {"when", text(said.when)},
                          {"must", text(must)},
                          {"severity", text("Advarsel")},
                          {"message", text("fundet")}});
    const Validation validation = book.validate();
    EXPECT_EQ(validation.rules_broken, 0U);
    std::set<std::string> found;
    for (const Finding& finding : validation.findings)
    {
        if (finding.rule == "X01")
            found.insert(finding.sheet + "!" + finding.cell);
        if (finding.severity == rules::Severity::error)
            found.insert(finding.message);
    }
    return found;
}

} // namespace

TEST_P(RuleLanguage, SaysItInDanish)
{
    EXPECT_EQ(found_with(GetParam(), GetParam().danish), GetParam().found);
}

TEST_P(RuleLanguage, SaysItInEnglish)
{
    EXPECT_EQ(found_with(GetParam(), GetParam().english), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Everything, RuleLanguage,
    testing::Values(
        Said{"range", "Konti", "", "MELLEM(Trin; 1; 6)", "BETWEEN(Trin; 1; 6)", {"Konti!D7"}},
        Said{"balance", "Forløb", "", "Start + 100 = Slut", "Start + 100 = Slut", {"Forløb!D4", "Forløb!D6"}},
        Said{"balance with tolerance",
             "Forløb",
             "",
             "OMTRENT(Start + 100; Slut; 99)",
             "ABOUT(Start + 100; Slut; 99)",
             {"Forløb!D4"}},
        Said{"share of a total",
             "Forløb",
             "",
             "Beløb <= 0,5 * SUM.GRUPPE(Beløb)",
             "Beløb <= 0.5 * GROUPSUM(Beløb)",
             {"Forløb!F5"}},
        Said{"share of a group's total",
             "Forløb",
             "",
             "Beløb <= 0,9 * SUM.GRUPPE(Beløb; Barn)",
             "Beløb <= 0.9 * GROUPSUM(Beløb; Barn)",
             {"Forløb!F4", "Forløb!F5", "Forløb!F6"}},
        Said{"look-up in the same table",
             "Konti",
             "IKKE(ER.UDEN.TEKST(Forælder))",
             "Trin = OPSLAG(Trin; Konto; Forælder)",
             "Trin = LOOKUP(Trin; Konto; Forælder)",
             {"Konti!D6"}},
        Said{"conditional equality",
             "Forløb",
             "",
             "MEDFØRER(Barn = \"a\"; Sted = \"Eg\")",
             "IMPLIES(Barn = \"a\"; Sted = \"Eg\")",
             {"Forløb!B3", "Forløb!B5"}},
        Said{"influence of one unit on the whole",
             "Forløb",
             "",
             "OMTRENT((SUM.GRUPPE(Beløb) - Beløb) / (ANTAL.GRUPPE(Beløb) - 1); MIDDEL.GRUPPE(Beløb); 50)",
             "ABOUT((GROUPSUM(Beløb) - Beløb) / (GROUPCOUNT(Beløb) - 1); GROUPAVERAGE(Beløb); 50)",
             {"Forløb!F5"}},
        Said{"look-up in a reference table",
             "Forløb",
             "",
             "OPSLAG(Steder!Trin; Steder!Navn; Sted) >= 6",
             "LOOKUP(Steder!Trin; Steder!Navn; Sted) >= 6",
             {"Forløb!C4"}},
        Said{"all of", "Steder", "", "OG(Trin >= 5; Pladser >= 4)", "AND(Trin >= 5; Pladser >= 4)", {"Steder!B2"}},
        Said{"any of", "Steder", "", "ELLER(Trin = 6; Navn = \"Eg\")", "OR(Trin = 6; Navn = \"Eg\")", {"Steder!B4"}},
        Said{"exactly one of",
             "Steder",
             "",
             "NETOP.EN(Trin = 5; Pladser = 4)",
             "EXACTLYONE(Trin = 5; Pladser = 4)",
             {"Steder!B2", "Steder!B3", "Steder!B4"}},
        Said{"referential integrity",
             "Forløb",
             "",
             "FINDES(Steder!Navn; Sted)",
             "EXISTS(Steder!Navn; Sted)",
             {"Forløb!C6"}},
        Said{"uniqueness",
             "Forløb",
             "",
             "ANTAL.ENS(Barn; Sted) = 1",
             "COUNTSAME(Barn; Sted) = 1",
             {"Forløb!B3", "Forløb!B5"}},
        Said{"completeness of a cross table",
             "Kryds",
             "",
             "ANTAL.FORSKELLIGE(Trin; År) = ANTAL.FORSKELLIGE(Trin)",
             "COUNTDISTINCT(Trin; År) = COUNTDISTINCT(Trin)",
             {"Kryds!B4"}},
        Said{"functional dependency",
             "Kryds",
             "",
             "ANTAL.FORSKELLIGE(Navn; Trin) = 1",
             "COUNTDISTINCT(Navn; Trin) = 1",
             {"Kryds!C2", "Kryds!C4"}},
        Said{"sums over a hierarchy",
             "Konti",
             "TÆL.HVISER(Forælder; Konto) > 0",
             "Beløb = SUM.HVISER(Beløb; Forælder; Konto)",
             "Beløb = SUMIFS(Beløb; Forælder; Konto)",
             {"Konti!C4"}},
        Said{"counts against a second table",
             "Steder",
             "",
             "TÆL.HVISER(Forløb!Sted; Navn) <= Pladser",
             "COUNTIFS(Forløb!Sted; Navn) <= Pladser",
             {"Steder!A2"}},
        Said{"unbroken sequence", "Forløb", "", "Nr = FØR(Nr; Nr) + 1", "Nr = BEFORE(Nr; Nr) + 1", {"Forløb!A6"}},
        Said{"order of dates within a row", "Forløb", "", "Start <= Slut", "Start <= Slut", {"Forløb!D4"}},
        Said{"order of dates across tables",
             "Forløb",
             "",
             "Start >= OPSLAG(Steder!Åbnet; Steder!Navn; Sted)",
             "Start >= LOOKUP(Steder!Åbnet; Steder!Navn; Sted)",
             {"Forløb!D3"}},
        Said{"aggregates per group",
             "Forløb",
             "",
             "MAKS.GRUPPE(Beløb; Barn) <= 100",
             "GROUPMAX(Beløb; Barn) <= 100",
             {"Forløb!F3", "Forløb!F5"}},
        Said{"a median of another table's rows",
             "Steder",
             "",
             "HVIS.MANGLER(MIDDEL.HVISER(Forløb!Beløb; Forløb!Sted; Navn); 0) <= 100",
             "IFMISSING(AVERAGEIFS(Forløb!Beløb; Forløb!Sted; Navn); 0) <= 100",
             {"Steder!A2"}},
        Said{"a number read as text and a text compared with it",
             "Konti",
             "",
             "IKKE(Konto = \"9\")",
             "NOT(Konto = \"9\")",
             {"Konti!A7"}}),
    [](const testing::TestParamInfo<Said>& one)
    {
        std::string name = one.param.what;
        for (char& c : name)
            c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
        return name;
    });

namespace
{

/// The cells that a rule over the workbook's own tables finds.
std::set<std::string> own_found(WorkbookFixture& book, const char* table, const char* when, const char* must,
                                const std::map<std::string, Cell>& more = {})
{
    std::map<std::string, Cell> row{{"id", text("X01")},  {"table", text(table)},         {"when", text(when)},
                                    {"must", text(must)}, {"severity", text("Advarsel")}, {"message", text("fundet")}};
    row.insert(more.begin(), more.end());
    book.append("rules", row);
    std::set<std::string> found;
    for (const Finding& finding : book.validate().findings)
        if (finding.rule == "X01" || finding.severity == rules::Severity::error)
            found.insert(finding.sheet + "!" + finding.cell + (finding.rule == "X01" ? "" : finding.message));
    return found;
}

std::string entry_cell(const WorkbookFixture& book, std::string_view item, std::string_view date)
{
    const Place place = book.place("entry", item, date);
    return "Indtastning!" + cell_address(place.row, place.column);
}

} // namespace

TEST(Periods, OfTheSameThingAreReachedBackwards)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("netvaerk", day(2016, 6, 30)) = Cell{100.0};
    book.entry("netvaerk", day(2016, 12, 31)) = Cell{110.0};
    book.entry("netvaerk", day(2017, 6, 30)) = Cell{130.0};
    const std::string found = entry_cell(book, "netvaerk", "2017-06-30");
    WorkbookFixture two_back = book;
    EXPECT_EQ(own_found(two_back, "Værdier", "Post = \"netvaerk\"", "IKKE(FORRIGE(Værdi; 2) = Værdi - 30)"),
              std::set<std::string>{found});
    WorkbookFixture a_year_back = book;
    EXPECT_EQ(own_found(a_year_back, "Værdier", "Post = \"netvaerk\"", "IKKE(SIDSTE.ÅR(Værdi) = Værdi - 30)"),
              std::set<std::string>{found});
}

TEST(Periods, BeforeTheFirstRoundAreUndecided)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.append("rules", {{"id", text("X01")},
                          {"table", text("Runder")},
                          {"must", text("FORRIGE(anbragte) >= 0")},
                          {"severity", text("Fejl")}});
    const Validation validation = book.validate();
    const RuleStatus& status = validation.rules.back();
    EXPECT_EQ(status.state, RuleState::undecided);
    EXPECT_EQ(status.undecided, 1U);
    EXPECT_EQ(status.satisfied, 10U);
}

TEST(Rule, IsAboutTheRoundsWithinItsDates)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::set<std::string> found =
        own_found(book, "Runder", "", "anbragte < 0",
                  {{"valid_from", book.date(day(2018, 12, 31))}, {"valid_to", text("30. juni 2019")}});
    EXPECT_EQ(found, (std::set<std::string>{entry_cell(book, "anbragte", "2018-12-31"),
                                            entry_cell(book, "anbragte", "2019-06-30")}));
}

TEST(RuleStatus, AddsUpForEveryRule)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_all_comparison_data();
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{-1.0};
    book.entry("plejefamilie", day(2018, 12, 31)) = Cell{};
    const Validation validation = book.validate();
    ASSERT_EQ(validation.rules.size(), tests::rules_of(Language::danish).size());
    std::size_t hits = 0;
    for (const RuleStatus& status : validation.rules)
    {
        EXPECT_EQ(status.rows, status.satisfied + status.hits + status.undecided + status.skipped) << status.id;
        EXPECT_EQ(status.state == RuleState::hit, status.hits > 0) << status.id;
        hits += status.hits;
    }
    std::size_t places = 0;
    for (const Finding& finding : validation.findings)
        places += finding.places.size();
    EXPECT_EQ(hits, places);
}

TEST(ShippedRules, AreMoreThan24KindsAndGiveMoreThan250Checks)
{
    // Twelve figures, their items, two rounds a year over five years. A check is a rule on an item, a figure or a round.
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_all_comparison_data();
    const Validation validation = book.validate();
    EXPECT_GE(validation.rules.size(), 24U);
    std::size_t entry_checks = 0;
    std::size_t kinds_at_work = 0;
    for (const RuleStatus& status : validation.rules)
    {
        const std::size_t decided = status.satisfied + status.hits;
        kinds_at_work += decided > 0 ? 1U : 0U;
        if (status.table != "comparison")
            entry_checks += status.table == "values" ? decided / 11 : decided;
    }
    EXPECT_GE(kinds_at_work, 24U);
    EXPECT_GE(entry_checks, 250U);
}

TEST(Expected, SaysWhatTheConditionAsksFor)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("ikke_anbragt_nu", day(2018, 12, 31)) = Cell{11.0};
    book.entry("inst_aar_siden", day(2018, 12, 31)) = Cell{10.0};
    book.entry("varighed_institution", day(2018, 12, 31)) = Cell{300.0};
    book.entry("anbragte", day(2018, 12, 31)) = Cell{400.5};
    std::map<std::string, std::string> expected;
    for (const Finding& finding : book.validate().findings)
        expected[finding.rule] = finding.expected;
    EXPECT_EQ(expected["F01"], "højst 10");
    EXPECT_EQ(expected["V10"], "højst 276");
    EXPECT_EQ(expected["V05"], "et helt tal");
}

TEST(Expected, IsADateWhereADateIsHeldAgainstSomething)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.append("rules", {{"id", text("X01")},
                          {"table", text("Runder")},
                          {"must", text("Skæringsdato < DATO(2001; 2; 3)")},
                          {"severity", text("Advarsel")},
                          {"message", text("fundet")}});
    std::map<std::string, std::string> expected;
    for (const Finding& finding : book.validate().findings)
        expected[finding.rule] = finding.expected;
    EXPECT_EQ(expected["X01"], "under 03-02-2001");
}

TEST(CircularLookUps, EndAndAnswer)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_sheet("Ring", Rows{{text("Navn"), text("Peger på"), text("Tal")},
                                {text("a"), text("b"), Cell{1.0}},
                                {text("b"), text("c"), Cell{2.0}},
                                {text("c"), text("a"), Cell{3.0}}});
    EXPECT_EQ(own_found(book, "Ring", "",
                        "OPSLAG(Tal; Navn; OPSLAG([Peger på]; Navn; OPSLAG([Peger på]; Navn; [Peger på]))) <> 2"),
              std::set<std::string>{"Ring!C3"});
}

TEST(TableOfTheUsers, MayBeEmptyOrHaveOneRowOrAHeadingTwice)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_sheet("Tom", Rows{});
    book.add_sheet("Kun overskrift", Rows{{text("A"), text("B")}});
    book.add_sheet("En række", Rows{{text("A"), text("B")}, {Cell{1.0}, Cell{2.0}}});
    book.add_sheet("Dobbelt", Rows{{text("A"), text("B"), text("a")}, {Cell{1.0}, Cell{2.0}, Cell{3.0}}});
    const auto rule = [&](const char* id, const char* table, const char* must) {
        book.append("rules",
                    {{"id", text(id)}, {"table", text(table)}, {"must", text(must)}, {"severity", text("Fejl")}});
    };
    rule("X01", "Tom", "A > 1");
    rule("X02", "Kun overskrift", "A > SUM.GRUPPE(B)");
    rule("X03", "En række", "OG(FØR(A; A) > 1; ANTAL.ENS(A) = 1; MEDIAN.GRUPPE(B; A) = 2)");
    rule("X04", "Dobbelt", "A = 1");
    const Validation validation = book.validate();
    std::map<std::string, RuleState> states;
    for (const RuleStatus& status : validation.rules)
        states[status.id] = status.state;
    EXPECT_EQ(states["X01"], RuleState::skipped);
    EXPECT_EQ(states["X02"], RuleState::skipped);
    EXPECT_EQ(states["X03"], RuleState::undecided);
    EXPECT_EQ(states["X04"], RuleState::broken);
}

TEST(TableOfTheUsers, MayHaveAMillionRows)
{
    constexpr int rows = 1'000'000;
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    Grid grid;
    grid.sheet_name = "Udtræk";
    grid.columns = 2;
    grid.cells.reserve(2U * (rows + 1));
    grid.cells.emplace_back(std::string("A"));
    grid.cells.emplace_back(std::string("B"));
    for (int row = 0; row < rows; ++row)
    {
        grid.cells.emplace_back(static_cast<double>(row));
        grid.cells.emplace_back(static_cast<double>(row == rows - 1 ? 0 : row + 1));
    }
    book.cells.sheets.push_back(std::move(grid));
    EXPECT_EQ(own_found(book, "Udtræk", "", "B = A + 1"), std::set<std::string>{"Udtræk!B1000001"});
}

} // namespace trinvis
