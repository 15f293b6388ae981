// SPDX-License-Identifier: MPL-2.0
//
// Who is in each group and when, and what the comparison says of a group: its level, and why members are missing.
// The sizes are counted in templates/municipalities.json; Statistics Denmark's groups have 24, 3, 16, 24 and 31 members.
#include "compared.hpp"
#include "four_municipalities.hpp"
#include "group_cells.hpp"

#include "benchmark/group_words.hpp"
#include "benchmark/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::add_share;
using tests::choice;
using tests::compared;
using tests::Compared;
using tests::cut_off;
using tests::day;
using tests::four_municipalities;
using tests::group_cell;
using tests::index_of;
using tests::WorkbookFixture;

std::vector<Group> groups(std::string_view own, const std::vector<Date>& periods)
{
    const GroupSettings settings = tests::settings_of(WorkbookFixture(Language::danish, own));
    return groups_of(index_of(own), settings, {}, periods, tests::municipalities(), tests::words().danish);
}

std::vector<std::string> labels(const std::vector<Group>& groups)
{
    std::vector<std::string> all;
    for (const Group& group : groups)
        all.push_back(group.label + " " + std::to_string(group.members.size()));
    return all;
}

using Labels = std::vector<std::string>;
const Date before = day(2026, 9, 30);
const Date after = day(2027, 3, 31);

} // namespace

TEST(Groups, AreCountryRegionLandsdelAndTheGroupOfStatisticsDenmark)
{
    EXPECT_EQ(labels(groups("810", {before})),
              (Labels{"Hele landet 98", "Region Nordjylland 11", "Landsdel Nordjylland 11", "Landkommuner (DST) 31"}));
    EXPECT_EQ(labels(groups("400", {before})),
              (Labels{"Hele landet 98", "Region Hovedstaden 29", "Landsdel Bornholm 1", "Landkommuner (DST) 31"}));
    EXPECT_EQ(labels(groups("101", {before})), (Labels{"Hele landet 98", "Region Hovedstaden 29",
                                                       "Landsdel Byen København 4", "Hovedstadskommuner (DST) 24"}));
    EXPECT_EQ(labels(groups("851", {before})),
              (Labels{"Hele landet 98", "Region Nordjylland 11", "Landsdel Nordjylland 11", "Storbykommuner (DST) 3"}));
}

TEST(Groups, HoldTheOwnMunicipalityAmongTheirMembers)
{
    for (const Group& group : groups("563", {before}))
        EXPECT_EQ(std::ranges::count(group.members, index_of("563")), 1) << group.label;
}

TEST(Regions, AreThoseOfTheDate)
{
    const std::vector<Group> both = groups("306", {before, after});
    ASSERT_EQ(both.size(), 5U);
    EXPECT_EQ(both[1].label, "Region Sjælland");
    EXPECT_EQ(both[1].members.size(), 17U);
    EXPECT_TRUE(both[1].holds_on(day(2026, 12, 31)));
    EXPECT_FALSE(both[1].holds_on(day(2027, 1, 1)));
    EXPECT_EQ(both[2].label, "Region Østdanmark");
    EXPECT_EQ(both[2].members.size(), 46U);
    EXPECT_FALSE(both[2].holds_on(day(2026, 12, 31)));
    EXPECT_TRUE(both[2].holds_on(day(2027, 1, 1)));
    EXPECT_EQ(group_on(both, GroupKind::region, after), &both[2]);
}

TEST(Regions, OfWhichNoRoundIsAreLeftOut)
{
    EXPECT_EQ(labels(groups("306", {after}))[1], "Region Østdanmark 46");
    EXPECT_EQ(groups("306", {after}).size(), 4U);
}

TEST(Regions, ThatDoNotChangeStayOneGroup)
{
    const std::vector<Group> both = groups("810", {before, after});
    ASSERT_EQ(both.size(), 4U);
    EXPECT_TRUE(both[1].holds_on(before) && both[1].holds_on(after));
}

TEST(Regions, OfTheSheetThatAreYetToComeCountFromTheirFirstDay)
{
    WorkbookFixture book(Language::danish, "306");
    for (const Municipality& municipality : tests::municipalities().all())
        if (municipality.region == "Region Hovedstaden" || municipality.region == "Region Sjælland")
            group_cell(book, municipality.name, "Region") = Cell{"Region Østdanmark"};
    const GroupSettings settings = tests::settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    const std::vector<Date> periods{before, after};
    EXPECT_EQ(labels(groups_of(index_of("306"), settings, {}, periods, tests::municipalities(), tests::words().danish)),
              labels(groups("306", periods)));
}

TEST(Regions, OfAComparisonAreThoseOfItsCutOffDate)
{
    WorkbookFixture book(Language::danish, "306", {before, after});
    for (const Date date : {before, after})
    {
        book.entry("plejefamilie", date) = Cell{30.0};
        book.entry("anbragte", date) = Cell{100.0};
        for (const Municipality& other : tests::municipalities().all())
            if (other.code != "306")
            {
                book.add_comparison(other.code, "plejefamilie", date, Cell{10.0});
                book.add_comparison(other.code, "anbragte", date, Cell{50.0});
            }
    }
    const Workbook workbook = book.read();
    const ComparisonData data(workbook, tests::words(), tests::municipalities());
    const Benchmark benchmark = compare(workbook, data, tests::words(), tests::municipalities(), day(2027, 6, 1));
    std::vector<std::string> found;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.figure == "3" && comparison.group == GroupKind::region)
            found.push_back(comparison.group_label + " " + std::to_string(comparison.counted));
    EXPECT_EQ(found, (Labels{"Region Sjælland 17", "Region Østdanmark 46"}));
}

TEST(Municipalities, KnowTheRegionsOfADate)
{
    const Municipalities& all = tests::municipalities();
    EXPECT_EQ(all.region_on("region sjælland", before), "Region Sjælland");
    EXPECT_EQ(all.region_on("Region Sjælland", after), "Region Østdanmark");
    EXPECT_EQ(all.region_on("Region Midtjylland", after), "Region Midtjylland");
    EXPECT_EQ(all.region_on("Fyn", after), "Fyn");
    EXPECT_EQ(all.region_changes(), std::vector<Date>{day(2027, 1, 1)});
    EXPECT_EQ(all.population_date(), day(2014, 1, 1));
    EXPECT_TRUE(all.population_date_inferred());
    double people = 0;
    for (const Municipality& one : all.all())
        people += one.population;
    EXPECT_EQ(people, 5627145) << "Statistics Denmark, 1 January 2014, without Christiansø";
}

TEST(MunicipalityGroup, IsTheOneOfTheSheet)
{
    WorkbookFixture book(Language::danish, "810");
    group_cell(book, "Ringsted", "Kommunegruppe") = Cell{"landkommuner"};
    group_cell(book, "Thisted", "Kommunegruppe") = Cell{"Oplandskommuner"};
    const std::vector<Date> periods{before};
    const auto all = groups_of(index_of("810"), tests::settings_of(book), {}, periods, tests::municipalities(),
                               tests::words().danish);
    const std::set<std::size_t> members(all.back().members.begin(), all.back().members.end());
    EXPECT_EQ(members.size(), 31U);
    EXPECT_TRUE(members.contains(index_of("329")));
    EXPECT_FALSE(members.contains(index_of("787")));
}

TEST(ChosenGroup, IsThereWhenSomebodyElseIsChosen)
{
    WorkbookFixture book = four_municipalities();
    EXPECT_THROW((void)compared(book, GroupKind::chosen), std::logic_error);
    group_cell(book, "Brønderslev", "Valgt") = Cell{"x"};
    EXPECT_THROW((void)compared(book, GroupKind::chosen), std::logic_error) << "nobody but oneself";
    for (const char* name : {"Morsø", "Thisted", "Frederikshavn"})
        group_cell(book, name, "Valgt") = Cell{"x"};
    const Comparison chosen = compared(book, GroupKind::chosen);
    EXPECT_EQ(chosen.group_label, "Valgte kommuner (3)");
    EXPECT_EQ(chosen.counted, 3U);
    EXPECT_EQ(chosen.missing, 0U);
    EXPECT_NEAR(chosen.mean.value(), 80.0 / 3, 1e-12);
    choice(book, "own_in.chosen") = Cell{"ja"};
    EXPECT_NEAR(compared(book, GroupKind::chosen).mean.value(), 27.5, 1e-12);
}

TEST(OwnMunicipality, CountsWhereTheSheetSaysSo)
{
    WorkbookFixture book = four_municipalities();
    choice(book, "own_in.country") = Cell{"nej"};
    choice(book, "own_in.group") = Cell{"ja"};
    EXPECT_EQ(compared(book, GroupKind::country).counted, 3U);
    EXPECT_FALSE(compared(book, GroupKind::country).own_counted);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).counted, 4U);
    EXPECT_EQ(compared(book, GroupKind::country).ranked, 4) << "it is ranked all the same";
}

TEST(Level, IsWeightedAsTheSheetSays)
{
    WorkbookFixture book = four_municipalities();
    EXPECT_NEAR(compared(book, GroupKind::municipality_group).level.value(), 30, 1e-12);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).weighting, Weighting::ratio_of_sums);
    choice(book, "weighting") = Cell{"uvægtet gennemsnit"};
    EXPECT_NEAR(compared(book, GroupKind::municipality_group).level.value(), 80.0 / 3, 1e-12);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).weighting, Weighting::unweighted_mean);
    choice(book, "weighting") = Cell{"median"};
    EXPECT_NEAR(compared(book, GroupKind::municipality_group).level.value(), 20, 1e-12);
    EXPECT_EQ(compared(book, GroupKind::municipality_group).weighting, Weighting::median);
}

TEST(Level, OfADurationIsUnweightedWhereASumOverASumIsWanted)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("varighed_institution", cut_off) = Cell{10.0};
    for (const char* other : {"773", "787", "813"})
        book.add_comparison(other, "varighed_institution", cut_off, Cell{20.0});
    const Comparison group = compared(book, GroupKind::municipality_group, "2");
    EXPECT_EQ(group.weighting, Weighting::unweighted_mean);
    EXPECT_EQ(group.level, 20);
    choice(book, "weighting") = Cell{"median"};
    EXPECT_EQ(compared(book, GroupKind::municipality_group, "2").weighting, Weighting::median);
}

TEST(Level, ThatASentenceNamesIsTheOneThatItsVerdictIsAbout)
{
    WorkbookFixture book = four_municipalities();
    choice(book, "weighting") = Cell{"median"};
    const Comparison group = compared(book, GroupKind::municipality_group);
    ASSERT_EQ(group.verdict, Verdict::not_significant);
    EXPECT_NEAR(named_level(group).value(), 30, 1e-12);
    EXPECT_EQ(named_weighting(group), Weighting::ratio_of_sums);
}

TEST(MissingMembers, AreCountedByTheirReason)
{
    WorkbookFixture book = four_municipalities();
    book.add_comparison("820", "plejefamilie", cut_off, Cell{"diskretioneret"});
    book.add_comparison("820", "anbragte", cut_off, Cell{80.0});
    add_share(book, "825", 0, 0);
    add_share(book, "846", 12, 10);
    const Comparison group = compared(book, GroupKind::municipality_group);
    using Reasons = std::vector<std::pair<Absence, std::size_t>>;
    EXPECT_EQ(group.reasons, (Reasons{{Absence::not_reported, 24},
                                      {Absence::not_applicable, 1},
                                      {Absence::confidential, 1},
                                      {Absence::invalid, 1}}));
    EXPECT_EQ(group.missing, 27U);
    EXPECT_EQ(missing_words(group, tests::words().danish),
              "24 ikke indberettet, 1 ikke relevant, 1 diskretioneret, 1 ugyldigt tal");
    EXPECT_EQ(missing_words(Comparison{}, tests::words().danish), "");
}

TEST(GroupWithTooFewMembers, SaysHowManyThereAreAndHowManyAreNeeded)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{30.0};
    book.entry("anbragte", cut_off) = Cell{100.0};
    add_share(book, "773", 10, 50);
    add_share(book, "787", 20, 100);
    const Compared all(book);
    const Comparison& group = all.of("3", GroupKind::municipality_group, cut_off);
    EXPECT_EQ(group.verdict, Verdict::no_group);
    EXPECT_EQ(group.others, 2U);
    EXPECT_FALSE(group.level || group.mean || group.median || group.ratio_of_sums);
    EXPECT_EQ(
        standing_sentence(group, all.figure("3"), all.workbook, all.texts()),
        "Der er for få kommuner med tal til at sammenligne med de øvrige kommuner i gruppen Landkommuner (DST): 2 "
        "andre kommuner har tal, og der skal mindst 3 til.");
}

TEST(MainGroup, IsTheOneOfTheSheetAndElseTheMunicipalityGroup)
{
    WorkbookFixture book = four_municipalities();
    EXPECT_EQ(Compared(book).benchmark.main_group, GroupKind::municipality_group);
    choice(book, "main_group") = Cell{"landsdelen"};
    EXPECT_EQ(Compared(book).benchmark.main_group, GroupKind::landsdel);
    choice(book, "main_group") = Cell{"valgte kommuner"};
    EXPECT_EQ(Compared(book).benchmark.main_group, GroupKind::municipality_group) << "nobody is chosen";
}

TEST(SpokenOf, AreTheCountryTheRegionAndTheMainGroup)
{
    WorkbookFixture book = four_municipalities();
    choice(book, "main_group") = Cell{"lignende kommuner"};
    const Compared all(book);
    std::vector<GroupKind> kinds;
    for (const Comparison* comparison : spoken_of(latest(all.benchmark, "3"), all.benchmark))
        kinds.push_back(comparison->group);
    EXPECT_EQ(kinds, (std::vector<GroupKind>{GroupKind::country, GroupKind::region, GroupKind::similar}));
}

TEST(Conventions, SayWhereTheOwnCountsHowTheLevelIsWeightedAndWhenRegionsChange)
{
    WorkbookFixture book = four_municipalities();
    const auto said = [&book]
    { return conventions_sentence(Compared(book).benchmark, tests::municipalities(), tests::words().danish); };
    EXPECT_EQ(said(), "Egen kommune tæller med i hele landet, regionen og landsdelen, men ikke i kommunegruppen og "
                      "lignende kommuner. Gruppernes niveau er vægtet: sum af tællere / sum af nævnere; gennemsnit og "
                      "antal er uvægtede. Nr. 1 er den laveste værdi. Regionen er den, der gælder på skæringsdatoen; "
                      "regionerne ændres 01-01-2027.");
    for (const char* kind : {"country", "region", "landsdel"})
        choice(book, "own_in." + std::string(kind)) = Cell{"nej"};
    choice(book, "weighting") = Cell{"median"};
    EXPECT_TRUE(said().starts_with("Egen kommune tæller ikke med i nogen gruppe: hele landet, regionen, landsdelen, "
                                   "kommunegruppen og lignende kommuner. Gruppernes niveau er medianen."))
        << said();
}

TEST(GroupWarnings, NameTheFirstFaultWithItsPlaceAndCountTheOthers)
{
    WorkbookFixture book = four_municipalities();
    EXPECT_TRUE(group_warnings(Compared(book).benchmark, tests::municipalities(), tests::words().danish).empty());
    choice(book, "weighting") = Cell{"tungt"};
    choice(book, "similar_count") = Cell{1.0};
    const int row = tests::group_row(book, "Vægtning");
    const auto said = group_warnings(Compared(book).benchmark, tests::municipalities(), tests::words().danish);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said.front(), "Grupper, celle " + cell_address(row, 1) +
                                ": 'tungt' er ikke et af valgene. Vælg et af disse: vægtet gennemsnit, uvægtet "
                                "gennemsnit, median. 1 fejl mere står i arket Validering, når I validerer.");
}

TEST(ListedNames, CountTheRestOfALongList)
{
    const Texts& texts = tests::words().danish;
    EXPECT_EQ(listed_names({}, texts), "");
    EXPECT_EQ(listed_names({"Fanø"}, texts), "Fanø");
    EXPECT_EQ(listed_names({"Fanø", "Læsø", "Samsø"}, texts), "Fanø, Læsø og Samsø");
    EXPECT_EQ(listed_names({"A", "B", "C", "D", "E", "F", "G", "H", "I"}, texts), "A, B, C, D, E, F, G, H og I");
    EXPECT_EQ(listed_names({"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"}, texts),
              "A, B, C, D, E, F, G, H og 2 til");
}

} // namespace trinvis
