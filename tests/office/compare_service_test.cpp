// SPDX-License-Identifier: MPL-2.0
//
// The scripting service's compare against numbers that the test reads from the sheets and computes for itself.
#include "cells.hpp"

#include "catalogue/municipalities.hpp"
#include "table/date_text.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace trinvis::testing
{

namespace
{

using namespace office;

using CompareServiceTest = OfficeTest;

/// The values of one item and date by municipality code, as they stand in Sammenligningsdata.
using Values = std::map<std::string, double>;

constexpr double z_95 = 1.959963984540054;
constexpr const char* own_code = "550";
constexpr const char* last_round = "2020-12-31";
constexpr int last_round_index = 10;

Values values_of(const Document& document, const std::string& item, const std::string& iso_date)
{
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    const double date = serial_from_date(parse_date(iso_date).value(),
                                         Date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}});
    Values values;
    const auto block = query<css::sheet::XCellRangeData>(data->getCellRangeByPosition(0, 4, 3, last_used_row(data)));
    for (const css::uno::Sequence<css::uno::Any>& row : block->getDataArray())
    {
        rtl::OUString code;
        rtl::OUString name;
        double day = 0;
        double value = 0;
        if ((row[0] >>= code) && (row[1] >>= name) && (row[2] >>= day) && (row[3] >>= value) && day == date &&
            to_utf8(name) == item)
            values[to_utf8(code)] = value;
    }
    return values;
}

/// The codes of those that share something with the own municipality, own included.
std::vector<std::string> sharing(const char* what)
{
    std::ifstream file(std::string(TRINVIS_SOURCE_DIR) + "/templates/municipalities.json");
    const nlohmann::json all = nlohmann::json::parse(file).at("municipalities");
    std::string wanted;
    for (const nlohmann::json& one : all)
        if (one.at("code") == own_code)
            wanted = one.at(what).get<std::string>();
    std::vector<std::string> codes;
    for (const nlohmann::json& one : all)
        if (one.at(what) == wanted)
            codes.push_back(one.at("code").get<std::string>());
    return codes;
}

Comparison comparison_of(const std::vector<Comparison>& all, const std::string& figure, const std::string& period,
                         const std::string& group)
{
    for (const Comparison& comparison : all)
        if (to_utf8(comparison.figure) == figure && to_utf8(comparison.period) == period &&
            to_utf8(comparison.group) == group)
            return comparison;
    ADD_FAILURE() << "no comparison of " << figure << " " << period << " " << group;
    return {};
}

double entered(const Document& document, const std::string& item, int round)
{
    return number(sheet_named(document, "Indtastning"), cell_of(document, item, round));
}

/// How many of the codes have a lower quotient than the own one, plus one.
sal_Int32 rank_of(double own, const std::vector<std::string>& codes, const Values& numerators,
                  const Values& denominators)
{
    return 1 + static_cast<sal_Int32>(std::count_if(codes.begin(), codes.end(),
                                                    [&](const std::string& code) {
                                                        return code != own_code &&
                                                               numerators.at(code) / denominators.at(code) < own;
                                                    }));
}

} // namespace

TEST_F(CompareServiceTest, GivesEveryFigureRoundAndGroup)
{
    const std::vector<Comparison> all = comparisons(demo_workbook());
    EXPECT_EQ(all.size(), 12U * 11U * 6U);
    std::set<std::string> groups;
    for (const Comparison& comparison : all)
        groups.insert(to_utf8(comparison.group));
    EXPECT_EQ(groups, (std::set<std::string>{"country", "region", "landsdel", "group", "chosen", "similar"}));
    EXPECT_EQ(to_utf8(all.front().figure), "1");
    EXPECT_EQ(to_utf8(all.front().period), "2015-12-31");
    EXPECT_EQ(to_utf8(all.back().figure), "12");
    EXPECT_EQ(to_utf8(all.back().period), last_round);
}

TEST_F(CompareServiceTest, AShareHasItsValueItsWilsonLimitsAndItsRank)
{
    const Document document = demo_workbook();
    const std::vector<Comparison> all = comparisons(document);
    const double count = entered(document, "institution", last_round_index);
    const double total = entered(document, "befolkning_0_22", last_round_index);
    const double share = count / total;
    const double spread =
        z_95 * std::sqrt(share * (1 - share) / total + z_95 * z_95 / (4 * total * total)) / (1 + z_95 * z_95 / total);
    const double centre = (share + z_95 * z_95 / (2 * total)) / (1 + z_95 * z_95 / total);
    const Values numerators = values_of(document, "institution", last_round);
    const Values denominators = values_of(document, "befolkning_0_22", last_round);
    ASSERT_EQ(numerators.size(), 98U);
    std::vector<std::string> country;
    for (const auto& [code, value] : numerators)
        country.push_back(code);
    const std::map<std::string, std::vector<std::string>> groups{{"country", country},
                                                                 {"region", sharing("region")},
                                                                 {"landsdel", sharing("landsdel")},
                                                                 {"group", sharing("group")}};
    for (const auto& [group, codes] : groups)
    {
        const Comparison comparison = comparison_of(all, "1", last_round, group);
        EXPECT_NEAR(comparison.value, share * 1000, 1e-9);
        EXPECT_NEAR(comparison.lower, (centre - spread) * 1000, 1e-9);
        EXPECT_NEAR(comparison.upper, (centre + spread) * 1000, 1e-9);
        EXPECT_EQ(comparison.rank, rank_of(share, codes, numerators, denominators)) << group;
    }
}

TEST_F(CompareServiceTest, TheVerdictIsTheFunnels)
{
    const Document document = demo_workbook();
    const std::vector<Comparison> all = comparisons(document);
    const double count = entered(document, "institution", last_round_index);
    const double total = entered(document, "befolkning_0_22", last_round_index);
    double numerators = 0;
    double denominators = 0;
    for (const auto& [code, value] : values_of(document, "institution", last_round))
        numerators += value;
    for (const auto& [code, value] : values_of(document, "befolkning_0_22", last_round))
        denominators += value;
    const double level = numerators / denominators;
    // Far from the limits the normal approximation says the same as the exact one.
    const double z = (count / total - level) / std::sqrt(level * (1 - level) / total);
    const std::string verdict = to_utf8(comparison_of(all, "1", last_round, "country").verdict);
    if (std::fabs(z) < 1.7)
        EXPECT_EQ(verdict, "not-significant") << z;
    else if (std::fabs(z) > 3.6)
        EXPECT_EQ(verdict, z < 0 ? "low-99.8" : "high-99.8");
    else
        EXPECT_TRUE(verdict == "not-significant" || verdict.starts_with(z < 0 ? "low" : "high")) << verdict << " " << z;
}

TEST_F(CompareServiceTest, AMunicipalityFarAboveTheOthersIsHigh)
{
    const Document document = demo_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_number(entry, cell_of(document, "forebyggende", last_round_index),
               5 * entered(document, "forebyggende", last_round_index));
    const Comparison comparison = comparison_of(comparisons(document), "6", last_round, "country");
    EXPECT_EQ(to_utf8(comparison.verdict), "high-99.8");
    EXPECT_EQ(comparison.rank, 98);
}

TEST_F(CompareServiceTest, DurationsAndKronerHaveARankButNoLimitsAndNoVerdict)
{
    const Document document = demo_workbook();
    const std::vector<Comparison> all = comparisons(document);
    // 2 is a mean duration; 11 is spending per child and has no counts to tell chance from.
    for (const char* figure : {"2", "11"})
        for (const char* group : {"country", "region", "landsdel", "group", "chosen", "similar"})
        {
            const Comparison comparison = comparison_of(all, figure, last_round, group);
            EXPECT_TRUE(std::isnan(comparison.lower)) << figure;
            EXPECT_TRUE(std::isnan(comparison.upper)) << figure;
            EXPECT_EQ(to_utf8(comparison.verdict), "not-computable") << figure;
            EXPECT_GE(comparison.rank, 1) << figure;
        }
    EXPECT_EQ(comparison_of(all, "2", last_round, "country").value,
              entered(document, "varighed_institution", last_round_index));
}

TEST_F(CompareServiceTest, AFigureThatIsNotReportedHasNoValueAndNoRank)
{
    const Document document = demo_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_text(entry, cell_of(document, "institution", last_round_index), "ikke indberettet");
    const Comparison comparison = comparison_of(comparisons(document), "1", last_round, "country");
    EXPECT_TRUE(std::isnan(comparison.value));
    EXPECT_TRUE(std::isnan(comparison.lower));
    EXPECT_EQ(comparison.rank, 0);
    EXPECT_NE(to_utf8(comparison.verdict), "not-significant");
}

TEST_F(CompareServiceTest, WithoutComparisonDataTheOwnValuesStillCome)
{
    const Document document = filled_workbook();
    const Comparison comparison = comparison_of(comparisons(document), "3", "2025-03-31", "country");
    EXPECT_DOUBLE_EQ(comparison.value, 60.0);
    EXPECT_LT(comparison.lower, 60.0);
    EXPECT_GT(comparison.upper, 60.0);
    EXPECT_EQ(comparison.rank, 0);
    EXPECT_EQ(to_utf8(comparison.verdict), "no-group");
}

TEST_F(CompareServiceTest, OneBadRowDoesNotSpoilTheOthers)
{
    const Document document = demo_workbook();
    const Comparison before = comparison_of(comparisons(document), "1", last_round, "region");
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    const sal_Int32 row = last_used_row(data) + 2;
    set_text(data, "A" + std::to_string(row), "Atlantis");
    set_text(data, "B" + std::to_string(row), "institution");
    set_date(data, "C" + std::to_string(row), last_round);
    set_text(data, "D" + std::to_string(row), "mange");
    const Comparison after = comparison_of(comparisons(document), "1", last_round, "region");
    EXPECT_EQ(before.rank, after.rank);
    EXPECT_EQ(before.value, after.value);
    EXPECT_EQ(before.verdict, after.verdict);
}

} // namespace trinvis::testing
