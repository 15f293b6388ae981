// SPDX-License-Identifier: MPL-2.0
//
// The demo data keep their promises: national sums, whole numbers that fit each other, calm series, no chance.
// TRINVIS_TEMPLATES_DIR is the folder with municipalities.json and national_reference.json.
#include "../demo/demo_data.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace
{

using namespace trinvis::demo;

nlohmann::json template_file(const std::string& name)
{
    std::ifstream file(std::string(TRINVIS_TEMPLATES_DIR) + "/" + name);
    return nlohmann::json::parse(file);
}

std::vector<DemoMunicipality> read_municipalities()
{
    std::vector<DemoMunicipality> result;
    const nlohmann::json file = template_file("municipalities.json");
    for (const nlohmann::json& m : file.at("municipalities"))
    {
        result.push_back({m.at("code"), m.at("name"), m.at("region"), m.at("group"), m.at("population_0_17"),
                          m.at("population_0_22")});
    }
    return result;
}

const std::vector<DemoMunicipality>& municipalities()
{
    static const std::vector<DemoMunicipality> all = read_municipalities();
    return all;
}

// The figures of one seed, found by municipality, item and cut-off date.
class Figures
{
public:
    explicit Figures(std::uint64_t seed)
    {
        for (const DemoRow& row : demo_rows(municipalities(), seed))
        {
            m_value[{row.municipality, row.item, row.cut_off}] = row.value;
        }
    }
    [[nodiscard]] double operator()(const std::string& code, const std::string& item, const std::string& date) const
    {
        return m_value.at({code, item, date});
    }
    [[nodiscard]] double sum(const std::string& item, const std::string& date) const
    {
        double total = 0.0;
        for (const DemoMunicipality& m : municipalities())
        {
            total += (*this)(m.code, item, date);
        }
        return total;
    }

private:
    std::map<std::tuple<std::string, std::string, std::string>, double> m_value;
};

// Calls check(figures, code, date) for every municipality and round of some seeds.
template <typename Check>
void for_each_municipality_and_round(Check check)
{
    for (const std::uint64_t seed : {1U, 2U, 3U, 2020U})
    {
        const Figures figures(seed);
        for (const DemoMunicipality& m : municipalities())
        {
            for (const std::string& date : cut_offs())
            {
                SCOPED_TRACE("seed " + std::to_string(seed) + ", " + m.name + ", " + date);
                check(figures, m.code, date);
            }
        }
    }
}

std::string round_before(const std::string& date, std::ptrdiff_t back)
{
    const std::vector<std::string> dates = cut_offs();
    const auto at = std::ranges::find(dates, date) - dates.begin();
    return at < back ? std::string() : dates[static_cast<std::size_t>(at - back)];
}

TEST(DemoData, holds_98_municipalities_17_items_and_11_rounds_once_each)
{
    ASSERT_EQ(municipalities().size(), 98U);
    ASSERT_EQ(items().size(), 17U);
    ASSERT_EQ(cut_offs().size(), 11U);
    EXPECT_EQ(cut_offs().front(), "2015-12-31");
    EXPECT_EQ(cut_offs()[1], "2016-06-30");
    EXPECT_EQ(cut_offs().back(), "2020-12-31");

    std::set<std::tuple<std::string, std::string, std::string>> keys;
    for (const DemoRow& row : demo_rows(municipalities(), 1))
    {
        keys.emplace(row.municipality, row.item, row.cut_off);
    }
    EXPECT_EQ(demo_rows(municipalities(), 1).size(), 98U * 17U * 11U);
    EXPECT_EQ(keys.size(), 98U * 17U * 11U);
}

TEST(DemoData, reproduces_the_published_national_counts)
{
    const std::map<std::pair<std::string, std::string>, double> expected{
        {{"anbragte", "2015-12-31"}, 14261},      {{"anbragte", "2017-12-31"}, 14014},
        {{"anbragte", "2018-12-31"}, 13823},      {{"anbragte", "2020-12-31"}, 13500},
        {{"plejefamilie", "2018-12-31"}, 8703},   {{"institution", "2018-12-31"}, 2366 + 1921},
        {{"hjemmebaseret", "2015-12-31"}, 38391}, {{"hjemmebaseret", "2019-12-31"}, 42111},
        {{"forebyggende", "2020-12-31"}, 20300},
    };
    for (const std::uint64_t seed : {1U, 2U, 3U, 2020U})
    {
        const Figures figures(seed);
        for (const auto& [key, total] : expected)
        {
            EXPECT_EQ(figures.sum(key.first, key.second), total) << key.first << ' ' << key.second;
        }
    }
    EXPECT_EQ(published_totals().size(), expected.size());
    for (const PublishedTotal& total : published_totals())
    {
        EXPECT_EQ(expected.at({total.item, total.cut_off}), static_cast<double>(total.total));
    }
}

TEST(DemoData, takes_its_published_counts_from_the_national_reference)
{
    std::map<std::string, std::pair<std::int64_t, std::string>> reference;
    const nlohmann::json file = template_file("national_reference.json");
    for (const nlohmann::json& value : file.at("values"))
    {
        reference[value.at("id")] = {value.at("value").get<std::int64_t>(), value.at("period").get<std::string>()};
    }
    for (const PublishedTotal& total : published_totals())
    {
        std::int64_t sum = 0;
        for (const std::string& id : total.reference_ids)
        {
            sum += reference.at(id).first;
            EXPECT_EQ(reference.at(id).second + "-12-31", total.cut_off) << id;
        }
        EXPECT_EQ(sum, total.total) << total.item << ' ' << total.cut_off;
    }
}

TEST(DemoData, calls_a_row_published_only_where_the_national_count_or_the_value_is)
{
    std::set<std::pair<std::string, std::string>> published;
    for (const PublishedTotal& total : published_totals())
    {
        published.emplace(total.item, total.cut_off);
    }
    for (const DemoRow& row : demo_rows(municipalities(), 1))
    {
        EXPECT_EQ(row.published, row.item == "befolkning_0_22" || published.contains({row.item, row.cut_off}))
            << row.item << ' ' << row.cut_off;
    }
}

TEST(DemoData, has_the_real_population_in_every_round)
{
    const Figures figures(1);
    for (const DemoMunicipality& m : municipalities())
    {
        for (const std::string& date : cut_offs())
        {
            EXPECT_EQ(figures(m.code, "befolkning_0_22", date), static_cast<double>(m.population_0_22));
        }
    }
}

TEST(DemoData, counts_are_whole_numbers_and_not_negative)
{
    for_each_municipality_and_round(
        [](const Figures& figures, const std::string& code, const std::string& date)
        {
            for (const std::string& item : items())
            {
                const double value = figures(code, item, date);
                EXPECT_GE(value, 0.0) << item;
                if (item != "varighed_institution")
                {
                    EXPECT_EQ(value, std::floor(value)) << item;
                }
            }
            EXPECT_EQ(std::fmod(figures(code, "udgifter", date), 1000.0), 0.0);
        });
}

TEST(DemoData, parts_never_exceed_the_whole)
{
    for_each_municipality_and_round(
        [](const Figures& figures, const std::string& code, const std::string& date)
        {
            const auto value = [&](const char* item) { return figures(code, item, date); };
            EXPECT_LE(value("institution") + value("plejefamilie"), value("anbragte"));
            EXPECT_LE(value("netvaerk"), value("plejefamilie"));
            EXPECT_LE(value("ikke_anbragt_nu"), value("inst_aar_siden"));
            EXPECT_LE(value("bevaegelser_op") + value("bevaegelser_ned"), value("hjemmebaseret_forrige"));
            EXPECT_LE(value("opfoelgning_rettidig"), value("opfoelgning_sager"));
            EXPECT_LE(value("anbragte") + value("hjemmebaseret"), value("befolkning_0_22"));
            EXPECT_LE(value("forebyggende"), value("befolkning_0_22"));
        });
}

TEST(DemoData, mean_duration_has_one_decimal_and_always_children_behind_it)
{
    for_each_municipality_and_round(
        [](const Figures& figures, const std::string& code, const std::string& date)
        {
            const double months = figures(code, "varighed_institution", date);
            EXPECT_GE(months, 4.0);
            EXPECT_LE(months, 60.0);
            EXPECT_NEAR(months * 10.0, std::round(months * 10.0), 1e-9);
            EXPECT_GE(figures(code, "institution", date), 1.0);
        });
}

TEST(DemoData, what_looks_back_agrees_with_the_earlier_round)
{
    for_each_municipality_and_round(
        [](const Figures& figures, const std::string& code, const std::string& date)
        {
            const double previous = figures(code, "hjemmebaseret_forrige", date);
            if (const std::string before = round_before(date, 1); !before.empty())
            {
                EXPECT_EQ(previous, figures(code, "hjemmebaseret", before));
            }
            else
            {
                EXPECT_LE(std::abs(previous - figures(code, "hjemmebaseret", date)), std::max(8.0, 0.3 * previous));
            }
            if (const std::string year_before = round_before(date, 2); !year_before.empty())
            {
                EXPECT_EQ(figures(code, "inst_aar_siden", date), figures(code, "institution", year_before));
            }
        });
}

TEST(DemoData, no_figure_jumps_from_one_round_to_the_next)
{
    for_each_municipality_and_round(
        [](const Figures& figures, const std::string& code, const std::string& date)
        {
            const std::string before = round_before(date, 1);
            if (before.empty())
            {
                return;
            }
            for (const std::string& item : items())
            {
                const double was = figures(code, item, before);
                const double is = figures(code, item, date);
                const bool few = item != "varighed_institution" && std::abs(is - was) < 8.0;
                EXPECT_TRUE(few || std::abs(is - was) <= 0.3 * was) << item << ' ' << was << " -> " << is;
                EXPECT_FALSE(is == 0.0 && was >= 5.0) << item << ' ' << was << " -> 0";
            }
        });
}

TEST(DemoData, varies_between_municipalities_by_more_than_chance)
{
    const Figures figures(1);
    const std::string date = "2018-12-31";
    for (const std::string item : {"anbragte", "hjemmebaseret", "forebyggende"})
    {
        const double rate = figures.sum(item, date) / figures.sum("befolkning_0_22", date);
        double chi_square = 0.0;
        int clearly_low = 0;
        int clearly_high = 0;
        for (const DemoMunicipality& m : municipalities())
        {
            const double expected = rate * static_cast<double>(m.population_0_22);
            const double z = (figures(m.code, item, date) - expected) / std::sqrt(expected);
            chi_square += z * z;
            clearly_low += z < -3.0 ? 1 : 0;
            clearly_high += z > 3.0 ? 1 : 0;
        }
        EXPECT_GT(chi_square, 3.0 * 97.0) << item;
        EXPECT_GE(clearly_low, 3) << item;
        EXPECT_GE(clearly_high, 3) << item;
    }
}

TEST(DemoData, is_the_same_for_the_same_seed_in_whatever_order_the_municipalities_come)
{
    std::vector<DemoMunicipality> reversed = municipalities();
    std::ranges::reverse(reversed);
    const std::vector<DemoRow> first = demo_rows(municipalities(), 7);
    const std::vector<DemoRow> second = demo_rows(reversed, 7);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t k = 0; k < first.size(); ++k)
    {
        ASSERT_EQ(std::tie(first[k].municipality, first[k].item, first[k].cut_off, first[k].value),
                  std::tie(second[k].municipality, second[k].item, second[k].cut_off, second[k].value));
    }
}

TEST(DemoData, is_another_for_another_seed)
{
    const std::vector<DemoRow> first = demo_rows(municipalities(), 1);
    const std::vector<DemoRow> second = demo_rows(municipalities(), 2);
    std::size_t different = 0;
    for (std::size_t k = 0; k < first.size(); ++k)
    {
        different += first[k].value == second[k].value ? 0U : 1U;
    }
    EXPECT_GT(different, first.size() / 2);
}

TEST(DemoData, refuses_municipalities_that_make_no_country)
{
    EXPECT_THROW((void)demo_rows({}, 1), std::invalid_argument);

    std::vector<DemoMunicipality> twice = municipalities();
    twice.push_back(twice.front());
    EXPECT_THROW((void)demo_rows(twice, 1), std::invalid_argument);

    std::vector<DemoMunicipality> empty = municipalities();
    empty.front().population_0_17 = 0;
    EXPECT_THROW((void)demo_rows(empty, 1), std::invalid_argument);

    const std::vector<DemoMunicipality> one_small{{"825", "Læsø", "Region Nordjylland", "Landkommuner", 246, 298}};
    EXPECT_THROW((void)demo_rows(one_small, 1), std::invalid_argument);
}

} // namespace
