// SPDX-License-Identifier: MPL-2.0
//
// The municipalities most like one's own, and how firmly each belongs to them.
//
// The numbers of Brønderslev and Fanø were computed with Python 3 from templates/municipalities.json: statistics.stdev of
// each column, math.sqrt of the summed squares, itertools.product((0.5, 1, 2), repeat=2) for the sets of weights. The
// draws of SplitMix64 were computed in Python with whole numbers modulo 2^64.
#include "compared.hpp"
#include "group_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

using tests::add_indicator;
using tests::add_indicator_column;
using tests::choice;
using tests::Compared;
using tests::day;
using tests::group_cell;
using tests::index_of;
using tests::WorkbookFixture;

constexpr const char* population = "Befolkning 0-22 år";
constexpr const char* children = "Andel 0-17-årige (pct.)";

WorkbookFixture fresh(std::string_view own = "810")
{
    return WorkbookFixture(Language::danish, own);
}

Similarity similarity_of(const WorkbookFixture& book)
{
    const Compared all(book);
    return find_similar(tests::settings_of(book), all.workbook, all.source, day(2021, 3, 1));
}

std::string name(std::size_t index)
{
    return tests::municipalities().all()[index].name;
}

std::vector<std::string> nearest_names(const Similarity& similarity)
{
    std::vector<std::string> names;
    for (const SimilarMunicipality& one : similarity.nearest())
        names.push_back(name(one.municipality));
    return names;
}

/// The stability of a municipality in per cent.
double stability(const Similarity& similarity, std::string_view municipality)
{
    const std::vector<double> shares = stabilities(similarity);
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (similarity.by_distance[i].municipality == index_of(municipality))
            return shares[i] * 100;
    throw std::logic_error("not among the similar ones");
}

std::vector<std::string> fault_keys(const Similarity& similarity)
{
    std::vector<std::string> keys;
    for (const GroupFault& fault : similarity.faults)
        keys.push_back(fault.fault.message);
    return keys;
}

using Names = std::vector<std::string>;

} // namespace

TEST(SimilarMunicipalities, OfBronderslevAreThoseThatPythonFinds)
{
    const Similarity similarity = similarity_of(fresh());
    EXPECT_EQ(nearest_names(similarity), (Names{"Ringsted", "Herlev", "Billund", "Sorø", "Middelfart", "Albertslund",
                                                "Assens", "Odder", "Frederikssund", "Varde"}));
    EXPECT_EQ(similarity.by_distance.size(), 97U);
    const std::vector<double> distances{0.050799, 0.140990, 0.165512, 0.171731, 0.174867,
                                        0.208550, 0.208981, 0.212035, 0.215305, 0.250964};
    for (std::size_t i = 0; i < distances.size(); ++i)
        EXPECT_NEAR(similarity.by_distance[i].distance, distances[i], 5e-7) << i;
    EXPECT_EQ(name(similarity.by_distance.back().municipality), "København");
    EXPECT_NEAR(similarity.by_distance.back().distance, 7.780622214636443, 1e-12);
    EXPECT_NEAR(similarity.indicators[0].mean.value(), 15790.448979591836, 1e-9);
    EXPECT_NEAR(similarity.indicators[0].spread.value(), 17826.62357558541, 1e-9);
    EXPECT_NEAR(similarity.indicators[1].spread.value(), 2.1982137063631546, 1e-12);
}

TEST(Stability, OfBronderslevsIsTheShareOfWeightSetsThatPythonCounts)
{
    const Similarity similarity = similarity_of(fresh());
    // Out of nine sets; the eleventh and twelfth are in the group under three of them.
    const std::map<std::string, int> times{{"329", 9}, {"163", 9}, {"165", 8}, {"727", 6},
                                           {"573", 6}, {"185", 3}, {"849", 3}, {"210", 0}};
    for (const auto& [code, count] : times)
        EXPECT_NEAR(stability(similarity, code), 100.0 * count / 9, 1e-9) << code;
}

TEST(SimilarMunicipalities, OfASmallIslandAreThoseThatPythonFinds)
{
    const Similarity similarity = similarity_of(fresh("563"));
    EXPECT_EQ(nearest_names(similarity), (Names{"Odsherred", "Bornholm", "Lolland", "Samsø", "Norddjurs",
                                                "Guldborgsund", "Frederikshavn", "Vordingborg", "Stevns", "Halsnæs"}));
    EXPECT_NEAR(stability(similarity, "376"), 100.0 * 6 / 9, 1e-9);
}

TEST(SimilarMunicipalities, DoNotChangeWhenAllWeightsGrowAlike)
{
    WorkbookFixture book = fresh();
    const Similarity before = similarity_of(book);
    for (const char* indicator : {population, children})
        book.grid("groups").make(tests::group_row(book, indicator), 1) = Cell{3.0};
    const Similarity after = similarity_of(book);
    EXPECT_EQ(nearest_names(after), nearest_names(before));
    EXPECT_EQ(stabilities(after), stabilities(before));
    EXPECT_NEAR(after.by_distance[0].distance, before.by_distance[0].distance * std::sqrt(3), 1e-12);
}

TEST(AMunicipalityLikeTheOwnInEverything, IsNearestAndAlwaysInTheGroup)
{
    WorkbookFixture book = fresh();
    for (const char* indicator : {population, children})
        group_cell(book, "Læsø", indicator) = group_cell(book, "Brønderslev", indicator);
    const Similarity similarity = similarity_of(book);
    EXPECT_EQ(nearest_names(similarity).front(), "Læsø");
    EXPECT_EQ(similarity.by_distance.front().distance, 0);
    EXPECT_EQ(stability(similarity, "825"), 100);
}

TEST(Stability, OfASingleIndicatorIsAllOrNothing)
{
    WorkbookFixture book = fresh();
    book.grid("groups").make(tests::group_row(book, children), 1) = Cell{0.0};
    const Similarity similarity = similarity_of(book);
    const std::vector<double> shares = stabilities(similarity);
    for (std::size_t i = 0; i < shares.size(); ++i)
        EXPECT_EQ(shares[i], i < 10 ? 1 : 0) << i;
}

TEST(Stability, SumsToTheSizeOfTheGroup)
{
    double sum = 0;
    for (const double share : stabilities(similarity_of(fresh("751"))))
        sum += share;
    EXPECT_NEAR(sum, 10, 1e-9);
}

TEST(WeightSets, AreAllCombinationsOfHalfOnceAndTwice)
{
    const std::vector<double> weights{1, 4};
    const auto sets = weight_sets(weights);
    EXPECT_EQ(
        std::set<std::vector<double>>(sets.begin(), sets.end()),
        (std::set<std::vector<double>>{{0.5, 2}, {0.5, 4}, {0.5, 8}, {1, 2}, {1, 4}, {1, 8}, {2, 2}, {2, 4}, {2, 8}}));
    EXPECT_EQ(sets.size(), 9U);
    EXPECT_EQ(weight_sets(std::vector<double>(6, 1.0)).size(), 729U);
}

TEST(WeightSets, OfManyIndicatorsAreDrawnTheSameWayEverywhere)
{
    const auto sets = weight_sets(std::vector<double>(8, 1.0));
    ASSERT_EQ(sets.size(), 729U);
    EXPECT_EQ(sets[0], std::vector<double>(8, 1.0)) << "the given one";
    EXPECT_EQ(sets[1], (std::vector<double>{2, 1, 0.5, 2, 0.5, 2, 0.5, 0.5}));
    EXPECT_EQ(sets[2], (std::vector<double>{0.5, 1, 0.5, 1, 2, 1, 1, 2}));
    EXPECT_EQ(sets[3], (std::vector<double>{0.5, 2, 2, 0.5, 1, 0.5, 0.5, 2}));
}

TEST(MunicipalitiesWithABlank, AreLeftOutAndNamed)
{
    WorkbookFixture book = fresh();
    group_cell(book, "Ringsted", population) = Cell{};
    group_cell(book, "Herlev", children) = Cell{"ikke indberettet"};
    const Similarity similarity = similarity_of(book);
    EXPECT_EQ(similarity.left_out, (std::vector<std::size_t>{index_of("163"), index_of("329")}));
    EXPECT_EQ(nearest_names(similarity).front(), "Billund");
    EXPECT_EQ(similarity.by_distance.size(), 95U);
    EXPECT_EQ(similarity.indicators[0].known, 97U);
}

TEST(MunicipalitiesWithABlank, InAnIndicatorWithoutWeightAreNotLeftOut)
{
    WorkbookFixture book = fresh();
    group_cell(book, "Ringsted", children) = Cell{};
    book.grid("groups").make(tests::group_row(book, children), 1) = Cell{0.0};
    EXPECT_TRUE(similarity_of(book).left_out.empty());
}

TEST(SimilarMunicipalities, CannotBeFoundWhenTheOwnMunicipalityHasABlank)
{
    WorkbookFixture book = fresh();
    group_cell(book, "Brønderslev", children) = Cell{};
    const Similarity similarity = similarity_of(book);
    EXPECT_FALSE(similarity.found());
    ASSERT_EQ(fault_keys(similarity), Names{"groups.own_blank"});
    EXPECT_EQ(similarity.faults.front().fault.place.row, tests::group_row(book, "Brønderslev"));
}

TEST(SimilarMunicipalities, CannotBeFoundByAnIndicatorThatIsTheSameEverywhere)
{
    WorkbookFixture book = fresh();
    add_indicator(book, "Indeks", Cell{1.0});
    add_indicator_column(book, "Indeks", [](std::size_t) { return Cell{7.0}; });
    EXPECT_EQ(fault_keys(similarity_of(book)), Names{"groups.no_variation"});
}

TEST(SimilarMunicipalities, CannotBeMoreThanThoseThatHaveTheIndicators)
{
    WorkbookFixture book = fresh();
    add_indicator(book, "Indeks", Cell{1.0});
    const std::size_t own = index_of("810");
    add_indicator_column(book, "Indeks",
                         [own](std::size_t i) { return i == own || i < 9 ? Cell{static_cast<double>(i)} : Cell{}; });
    const Similarity similarity = similarity_of(book);
    EXPECT_FALSE(similarity.found());
    ASSERT_EQ(fault_keys(similarity), Names{"groups.too_few_to_choose"});
    EXPECT_EQ(similarity.faults.front().fault.place.row, tests::group_row(book, "Antal lignende kommuner"));
    choice(book, "similar_count") = Cell{9.0};
    EXPECT_TRUE(similarity_of(book).found());
}

TEST(SimilarMunicipalities, AreNobodyWithoutIndicatorsAndThatIsNoFault)
{
    WorkbookFixture book = fresh();
    for (const char* indicator : {population, children})
        book.grid("groups").make(tests::group_row(book, indicator), 1) = Cell{0.0};
    const Similarity similarity = similarity_of(book);
    EXPECT_FALSE(similarity.found());
    EXPECT_TRUE(similarity.faults.empty());
    EXPECT_FALSE(similarity_of(tests::without_groups(fresh())).found());
}

TEST(SimilarMunicipalities, MayBeAlikeInAFigureOfTheCatalogue)
{
    WorkbookFixture book = tests::with_whole_country("810");
    for (const char* indicator : {population, children})
        book.grid("groups").make(tests::group_row(book, indicator), 1) = Cell{0.0};
    add_indicator(book, "nøgletal 6", Cell{1.0});
    book.entry("forebyggende", day(2020, 12, 31)) = Cell{"ikke indberettet"};
    const Compared all(book);
    const Similarity similarity = find_similar(tests::settings_of(book), all.workbook, all.source, day(2021, 3, 1));
    ASSERT_TRUE(similarity.found());
    EXPECT_EQ(similarity.indicators[0].period, day(2020, 6, 30)) << "the latest round in which it is known";
    // With one indicator the nearest is the one with the value next to the own one.
    const Figure& figure = all.figure("6");
    const double own = all.source.own(figure, day(2020, 6, 30)).value;
    double least = 1e300;
    std::size_t next = 0;
    for (std::size_t i = 0; i < tests::municipalities().all().size(); ++i)
        if (const Measured other = all.source.of(i, figure, day(2020, 6, 30));
            i != index_of("810") && other.known() && std::fabs(other.value - own) < least)
        {
            least = std::fabs(other.value - own);
            next = i;
        }
    EXPECT_EQ(similarity.by_distance.front().municipality, next);
}

TEST(SimilarGroup, IsTheSameInEveryRound)
{
    const auto& all = tests::country_compared();
    std::set<std::string> labels;
    for (const Comparison& comparison : all.benchmark.comparisons)
        if (comparison.group == GroupKind::similar)
        {
            labels.insert(comparison.group_label);
            EXPECT_EQ(comparison.counted + comparison.missing, 10U);
        }
    EXPECT_EQ(labels, std::set<std::string>{"Lignende kommuner (10)"});
}

} // namespace trinvis
