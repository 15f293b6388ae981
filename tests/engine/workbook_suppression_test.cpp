// SPDX-License-Identifier: MPL-2.0
//
// What is hidden in a workbook that is to be shared.
#include "shared_workbook.hpp"

#include "privacy/workbook_suppression.hpp"
#include "rules/rule.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using namespace privacy;
using tests::known_relations;
using tests::shared;
using tests::words;
using tests::WorkbookFixture;

const std::vector<Date> rounds{tests::day(2018, 6, 30), tests::day(2018, 12, 31), tests::day(2019, 6, 30),
                               tests::day(2019, 12, 31)};
const Date latest_round = rounds.back();

/// A workbook for sharing with one round of numbers of middle size, none of them small or giving a small one.
WorkbookFixture middling(Date date = latest_round)
{
    WorkbookFixture book = shared(WorkbookFixture(Language::danish, "810", rounds));
    const std::map<std::string, double> numbers{{"befolkning_0_22", 9000}, {"anbragte", 100},
                                                {"institution", 20},       {"varighed_institution", 22.5},
                                                {"plejefamilie", 60},      {"netvaerk", 12},
                                                {"hjemmebaseret", 150},    {"forebyggende", 200},
                                                {"ikke_anbragt_nu", 10},   {"inst_aar_siden", 25},
                                                {"bevaegelser_op", 12},    {"hjemmebaseret_forrige", 140},
                                                {"bevaegelser_ned", 30},   {"forebyggende_startet", 60},
                                                {"udgifter", 20000000},    {"opfoelgning_rettidig", 80},
                                                {"opfoelgning_sager", 100}};
    for (const auto& [item, number] : numbers)
        book.entry(item, date) = number;
    return book;
}

HiddenNumbers hidden_in(const WorkbookFixture& book)
{
    return hidden_numbers(book.read(), words(), tests::municipalities(), known_relations());
}

/// The hidden items of a round, "institution small" …
std::set<std::string> hidden_items(const WorkbookFixture& book, Date date = latest_round)
{
    std::set<std::string> found;
    for (const HiddenNumber& number : hidden_in(book).cells)
        if (number.date == date)
            found.insert(number.item + (number.why == WhyHidden::small      ? " small"
                                        : number.why == WhyHidden::covering ? " covering"
                                                                            : " about"));
    return found;
}

using Items = std::set<std::string>;

} // namespace

TEST(SharedWorkbook, HidesNothingWhenItIsInternal)
{
    WorkbookFixture book = middling();
    book.entry("institution", latest_round) = 2.0;
    book.at("facts", "view", "value") = std::string("internt");
    const HiddenNumbers hidden = hidden_in(book);
    EXPECT_TRUE(hidden.cells.empty());
    EXPECT_TRUE(sharing_note(hidden, words().danish).empty());
}

TEST(SharedWorkbook, HidesNothingWhereNothingIsSmall)
{
    EXPECT_EQ(hidden_items(middling()), Items{});
}

TEST(SharedWorkbook, HidesASmallCountAndTheMeanOfThoseCounted)
{
    WorkbookFixture book = middling();
    book.entry("institution", latest_round) = 4.0;
    EXPECT_EQ(hidden_items(book), (Items{"institution small", "varighed_institution about"}));
    EXPECT_EQ(hidden_in(book).cells.front().place, book.place("entry", "institution", iso_date(latest_round)));
    book.at("facts", "threshold", "value") = 3.0;
    EXPECT_EQ(hidden_items(book), Items{});
}

TEST(SharedWorkbook, NeverHidesAZeroOrThePopulation)
{
    WorkbookFixture book = middling();
    book.entry("netvaerk", latest_round) = 0.0;
    book.entry("befolkning_0_22", latest_round) = 4.0;
    for (const HiddenNumber& number : hidden_in(book).cells)
        EXPECT_TRUE(number.item != "netvaerk" && number.item != "befolkning_0_22") << number.item;
}

TEST(SharedWorkbook, HidesOneOfTwoNumbersWhoseDifferenceIsSmall)
{
    // Foster families other than network ones: 60 - 57 = 3.
    WorkbookFixture book = middling();
    book.entry("netvaerk", latest_round) = 57.0;
    EXPECT_EQ(hidden_items(book), Items{"netvaerk covering"});
}

TEST(SharedWorkbook, HidesAShareWhoseComplementIsSmall)
{
    WorkbookFixture book = middling();
    book.entry("opfoelgning_rettidig", latest_round) = 98.0;
    EXPECT_EQ(hidden_items(book), Items{"opfoelgning_rettidig covering"});
}

TEST(SharedWorkbook, ShowsAShareOfAHundredPerCent)
{
    WorkbookFixture book = middling();
    book.entry("opfoelgning_rettidig", latest_round) = 100.0;
    EXPECT_EQ(hidden_items(book), Items{});
}

TEST(SharedWorkbook, HidesASecondPartWhereTheTotalWouldTell)
{
    // Nobody lives elsewhere: anbragte - plejefamilie = institution.
    WorkbookFixture book = middling();
    book.entry("institution", latest_round) = 3.0;
    book.entry("plejefamilie", latest_round) = 97.0;
    const Items items = hidden_items(book);
    EXPECT_TRUE(items.contains("institution small"));
    EXPECT_EQ(items.count("plejefamilie covering") + items.count("anbragte covering"), 1U);
}

TEST(SharedWorkbook, HidesTheSameChildrenInTheRoundsBeforeAndAfter)
{
    WorkbookFixture book = middling();
    book.entry("hjemmebaseret", rounds[2]) = 4.0;
    book.entry("hjemmebaseret_forrige", rounds[3]) = 4.0;
    book.entry("bevaegelser_op", rounds[3]) = 0.0;
    book.entry("bevaegelser_ned", rounds[3]) = 0.0;
    book.entry("institution", rounds[1]) = 3.0;
    book.entry("inst_aar_siden", rounds[3]) = 3.0;
    book.entry("ikke_anbragt_nu", rounds[3]) = 0.0;
    EXPECT_EQ(hidden_items(book, rounds[2]), Items{"hjemmebaseret small"});
    EXPECT_EQ(hidden_items(book, rounds[1]), Items{"institution small"});
    EXPECT_EQ(hidden_items(book, rounds[3]), (Items{"hjemmebaseret_forrige small", "inst_aar_siden small"}));
}

TEST(SharedWorkbook, HidesTheSameChildrenWhenTheTwoRoundsDisagree)
{
    WorkbookFixture book = middling();
    book.entry("hjemmebaseret", rounds[2]) = 4.0;
    book.entry("hjemmebaseret_forrige", rounds[3]) = 6.0;
    book.entry("bevaegelser_op", rounds[3]) = 0.0;
    book.entry("bevaegelser_ned", rounds[3]) = 0.0;
    EXPECT_TRUE(hidden_items(book, rounds[3]).contains("hjemmebaseret_forrige covering"));
}

TEST(SharedWorkbook, GuardsTheDifferenceBetweenRoundsWhereTheStartsAreShown)
{
    // 180 before and 60 started, 237 now: three have ended.
    WorkbookFixture book = middling();
    book.entry("forebyggende", rounds[2]) = 180.0;
    book.entry("forebyggende", rounds[3]) = 237.0;
    const Items items = hidden_items(book);
    EXPECT_EQ(items.count("forebyggende covering") + items.count("forebyggende_startet covering"), 1U);
    EXPECT_EQ(hidden_items(book, rounds[2]), Items{}) << "the earlier round is out already";
}

TEST(SharedWorkbook, LeavesANetDifferenceThatCountsNobody)
{
    WorkbookFixture book = middling();
    book.entry("institution", rounds[2]) = 22.0;
    EXPECT_EQ(hidden_items(book), Items{});
}

TEST(SharedWorkbook, HidesAnAmountOfMoneyForFewChildren)
{
    WorkbookFixture book = middling();
    book.append("catalogue", {{"number", std::string("E1")},
                              {"name", std::string("Udgift pr. barn på institution")},
                              {"kind", std::string("forhold")},
                              {"numerator_item", std::string("udgift_institution")},
                              {"denominator_item", std::string("institution")},
                              {"factor", 1.0},
                              {"unit", std::string("kr.")}});
    const int row = book.append("entry", {{"id", std::string("udgift_institution")}, {"unit", std::string("kr.")}});
    book.at({book.sheet("entry"), row, book.place("entry", "heading", iso_date(latest_round)).column}) = 3000000.0;
    EXPECT_EQ(hidden_items(book), Items{});
    book.entry("institution", latest_round) = 2.0;
    EXPECT_TRUE(hidden_items(book).contains("udgift_institution about"));
}

TEST(SharedWorkbook, CountsWhatASharesPartsAreWhateverTheirUnitSays)
{
    WorkbookFixture book = middling();
    book.at("entry", "netvaerk", "unit") = std::string("børn");
    book.entry("netvaerk", latest_round) = 2.0;
    EXPECT_TRUE(hidden_items(book).contains("netvaerk small"));
}

TEST(SharedWorkbook, FollowsASumThatTheUsersOwnRuleStates)
{
    WorkbookFixture book = middling();
    const auto add_item = [&](const char* id, double value)
    {
        const int row = book.append("entry", {{"id", std::string(id)}, {"unit", std::string("antal")}});
        book.at({book.sheet("entry"), row, book.place("entry", "heading", iso_date(latest_round)).column}) = value;
    };
    add_item("drenge", 2);
    add_item("piger", 98);
    EXPECT_EQ(hidden_items(book), Items{"drenge small"}) << "nothing says that they belong together";
    book.append("rules", {{"id", std::string("E01")},
                          {"table", std::string("Runder")},
                          {"must", std::string("drenge + piger = anbragte")},
                          {"severity", std::string("fejl")},
                          {"message", std::string("Drenge og piger giver ikke anbragte")}});
    const Items items = hidden_items(book);
    EXPECT_EQ(items.count("piger covering") + items.count("anbragte covering"), 1U);
}

TEST(SharedWorkbook, KnowsFromARuleThatACountGrowsThroughTheYear)
{
    WorkbookFixture book = middling();
    const int row = book.append("entry", {{"id", std::string("i_alt_i_aar")}, {"unit", std::string("antal")}});
    for (const std::size_t round : {2U, 3U})
        book.at({book.sheet("entry"), row, book.place("entry", "heading", iso_date(rounds[round])).column}) =
            40.0 + static_cast<double>(round);
    EXPECT_EQ(hidden_items(book), Items{});
    book.append("rules", {{"id", std::string("E02")},
                          {"table", std::string("Runder")},
                          {"must", std::string("i_alt_i_aar >= FORRIGE(i_alt_i_aar)")},
                          {"severity", std::string("fejl")},
                          {"message", std::string("Tallet kan kun vokse")}});
    EXPECT_EQ(hidden_items(book), Items{"i_alt_i_aar covering"}) << "43 - 42 = 1 came to it in the half-year";
    EXPECT_EQ(hidden_items(book, rounds[2]), Items{});
}

TEST(SharedWorkbook, ProtectsANumberThatWasHiddenByHand)
{
    WorkbookFixture book = middling();
    book.entry("plejefamilie", latest_round) = 99.0;
    book.entry("institution", latest_round) = words().danish.get("blank.confidential");
    const Items items = hidden_items(book);
    EXPECT_EQ(items.count("plejefamilie covering") + items.count("anbragte covering"), 1U);
    EXPECT_TRUE(items.contains("varighed_institution about"));
}

TEST(SharedWorkbook, HidesTheOthersSmallCountsToo)
{
    WorkbookFixture book = middling();
    book.add_comparison("825", "anbragte", latest_round, 3.0);
    book.add_comparison("825", "befolkning_0_22", latest_round, 298.0);
    const HiddenNumbers hidden = hidden_in(book);
    ASSERT_EQ(hidden.cells.size(), 1U);
    EXPECT_EQ(hidden.cells.front().municipality, "825");
    EXPECT_EQ(hidden.cells.front().place.sheet, book.sheet("comparison"));
    EXPECT_EQ(hidden.others_small, 1U);
    EXPECT_EQ(hidden.own_small, 0U);
}

TEST(SharedWorkbook, HidesTheOwnNumberWhereverItStands)
{
    WorkbookFixture book = middling();
    book.entry("netvaerk", latest_round) = 2.0;
    book.add_comparison("810", "netvaerk", latest_round, 2.0);
    book.add_comparison("810", "netvaerk", latest_round, 7.0);
    const HiddenNumbers hidden = hidden_in(book);
    EXPECT_EQ(hidden.cells.size(), 3U);
    EXPECT_EQ(hidden.own_small, 1U) << "one number in three cells";
}

TEST(SharedWorkbook, HidesSmallCountsOfRowsThatCannotBeRead)
{
    WorkbookFixture book = middling();
    book.add_comparison("Atlantis", "anbragte", latest_round, 3.0);
    book.entry("institution", rounds[0]) = 3.0;
    book.at("entry", "heading", iso_date(rounds[0])) = std::string("første runde");
    const HiddenNumbers hidden = hidden_in(book);
    ASSERT_EQ(hidden.cells.size(), 2U);
    EXPECT_EQ(hidden.cells[0].date, std::nullopt);
    EXPECT_EQ(hidden.cells[1].municipality, "");
}

TEST(SharedWorkbook, KeepsWhatARoundHidWhenTheNextOneComes)
{
    std::size_t compared = 0;
    for (const char* code : {"825", "563", "741", "492", "482", "773"})
    {
        const WorkbookFixture whole = shared(WorkbookFixture::filled(Language::danish, code));
        const auto cells_until = [&](const WorkbookFixture& book, Date last)
        {
            std::vector<Place> places;
            for (const HiddenNumber& number : hidden_in(book).cells)
                if (number.date <= last)
                    places.push_back(number.place);
            return places;
        };
        WorkbookFixture until = whole;
        for (std::size_t round = tests::demo_cut_offs().size() - 1; round > 0; --round)
        {
            until.clear_round(tests::demo_cut_offs()[round]);
            const Date last = tests::demo_cut_offs()[round - 1];
            EXPECT_EQ(cells_until(until, last), cells_until(whole, last)) << code << " until " << iso_date(last);
            ++compared;
        }
    }
    EXPECT_EQ(compared, 60U);
}

TEST(SharedWorkbook, IsBlankedWhereNumbersAreHidden)
{
    WorkbookFixture book = middling();
    book.entry("institution", latest_round) = 2.0;
    Workbook workbook = book.read();
    blank(workbook, hidden_in(book), words());
    const Place place = book.place("entry", "institution", iso_date(latest_round));
    EXPECT_EQ(workbook.grid(workbook.entry).at(place.row, place.column),
              Cell{words().danish.get("blank.confidential")});
}

TEST(SharingNote, CountsWhatIsHidden)
{
    WorkbookFixture book = middling();
    book.entry("institution", latest_round) = 2.0;
    book.add_comparison("825", "anbragte", latest_round, 3.0);
    const auto note = sharing_note(hidden_in(book), words().danish);
    ASSERT_EQ(note.size(), 4U);
    EXPECT_EQ(note[0],
              "Til deling: 1 af jeres tal er skjult, fordi de er under 5, og 1 mere, så de små tal ikke kan regnes "
              "ud.");
    EXPECT_EQ(note[1], "Af de øvrige kommuners tal er 1 skjult, fordi de er små.");
}

TEST(KnownRelations, NameItemsOfTheCatalogueAndFollowTheRulesTheyName)
{
    const auto file = nlohmann::json::parse(tests::file_text(tests::templates_dir() / "disclosure.json"));
    std::set<std::string> items;
    for (const Item& item : tests::catalogue(Language::danish).items)
        items.insert(item.id);
    for (const AboutOthers& about : known_relations().about)
        EXPECT_TRUE(items.contains(about.item) && items.contains(about.of));
    for (const ItemRelation& relation : known_relations().relations)
        for (const auto* side : {&relation.more, &relation.less})
            for (const RelatedItem& related : *side)
                EXPECT_TRUE(items.contains(related.item)) << related.item;
    const WorkbookFixture book(Language::danish);
    std::size_t named = 0;
    for (std::size_t i = 0; i < file.at("relations").size(); ++i)
        if (const std::string id = file.at("relations")[i].value("rule", ""); !id.empty())
        {
            ++named;
            for (const rules::Rule& rule : tests::rules_of(Language::danish))
                if (rule.id == id)
                {
                    KnownRelations of_rule;
                    rules::Rule active = rule;
                    add_relations_of_rules(of_rule, {active}, book.read());
                    ASSERT_EQ(of_rule.relations.size(), 1U) << id;
                    EXPECT_EQ(of_rule.relations.front(), known_relations().relations[i]) << id;
                }
        }
    EXPECT_GE(named, 7U);
}

TEST(KnownRelations, AreTheSameInBothLanguagesOfTheRules)
{
    for (const Language language : {Language::danish, Language::english})
    {
        KnownRelations known = known_relations();
        add_relations_of_rules(known, tests::rules_of(language), WorkbookFixture(language).read());
        EXPECT_EQ(known.relations.size(), known_relations().relations.size()) << "the shipped rules say nothing more";
    }
}

TEST(KnownRelations, RefuseWhatIsNoList)
{
    EXPECT_THROW((void)KnownRelations::from_json("[]"), std::invalid_argument);
    EXPECT_THROW((void)KnownRelations::from_json("{"), std::invalid_argument);
}

} // namespace trinvis
