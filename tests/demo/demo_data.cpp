// SPDX-License-Identifier: MPL-2.0
#include "demo_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace trinvis::demo
{

namespace
{

constexpr int lead_in = 2;              // rounds made before the first one that is returned
constexpr int shown = 11;               // rounds returned
constexpr int rounds = lead_in + shown; // rounds made
constexpr double persistence = 0.98;    // correlation of the noise from one round to the next
constexpr std::int64_t no_limit = INT64_MAX / 4;

using Counts = std::vector<std::int64_t>; // one a municipality
using Reals = std::vector<double>;        // one a municipality
template <typename T>
using ByRound = std::array<T, rounds>;

// A national total at a round; round 0 is 2015-12-31, negative rounds come before it.
struct Anchor
{
    int round;
    double total;
    std::vector<std::string> reference_ids; // empty: invented
};

// Between two anchors the total is interpolated, so the first and the last cover every round that is made.
const std::map<std::string, std::vector<Anchor>, std::less<>>& national_series()
{
    static const std::map<std::string, std::vector<Anchor>, std::less<>> series{
        {"anbragte",
         {{-8, 14978, {"placed_n_2011"}},
          {0, 14261, {"placed_n_2015"}},
          {4, 14014, {"placed_n_2017"}},
          {6, 13823, {"placed_n_2018"}},
          {10, 13500, {"placed_n_2020"}}}},
        {"institution", {{-2, 4810, {}}, {6, 4287, {"placed_inst_2018", "placed_opholdssted_2018"}}, {10, 4050, {}}}},
        {"plejefamilie", {{-2, 8590, {}}, {6, 8703, {"placed_foster_2018"}}, {10, 8640, {}}}},
        {"netvaerk", {{-2, 740, {}}, {10, 1150, {}}}},
        {"hjemmebaseret",
         {{-2, 37500, {}}, {0, 38391, {"preventive_n_2015"}}, {8, 42111, {"preventive_n_2019"}}, {10, 42600, {}}}},
        {"forebyggende", {{-2, 11400, {}}, {10, 20300, {"early_support_n_2020"}}}},
        {"ikke_anbragt_nu", {{-2, 900, {}}, {10, 960, {}}}},
        {"bevaegelser_op", {{-2, 1170, {}}, {10, 1040, {}}}},
        {"bevaegelser_ned", {{-2, 3000, {}}, {10, 3900, {}}}},
        {"forebyggende_startet", {{-2, 5300, {}}, {10, 9700, {}}}},
        {"udgifter_1000_kr", {{-2, 7'500'000, {}}, {10, 8'100'000, {}}}},
        {"opfoelgning_sager", {{-2, 49500, {}}, {10, 53500, {}}}},
        {"opfoelgning_rettidig", {{-2, 36000, {}}, {10, 43800, {}}}},
    };
    return series;
}

std::int64_t national_total(std::string_view name, int made_round)
{
    const std::vector<Anchor>& anchors = national_series().find(name)->second;
    const int round = made_round - lead_in;
    const auto right = std::ranges::lower_bound(anchors, round, {}, &Anchor::round);
    if (right->round == round)
    {
        return std::llround(right->total);
    }
    const auto left = std::prev(right);
    const double way = static_cast<double>(round - left->round) / (right->round - left->round);
    return std::llround(left->total + way * (right->total - left->total));
}

struct GroupTraits
{
    double level; // of the log propensity
    double sigma; // of the log propensity
};

GroupTraits group_traits(std::string_view group)
{
    static const std::map<std::string_view, GroupTraits> traits{
        {"Hovedstadskommuner", {-0.10, 0.22}}, {"Storbykommuner", {0.10, 0.32}}, {"Provinsbykommuner", {0.02, 0.22}},
        {"Oplandskommuner", {-0.02, 0.22}},    {"Landkommuner", {0.12, 0.32}},
    };
    const auto found = traits.find(group);
    return found == traits.end() ? GroupTraits{0.0, 0.22} : found->second;
}

// Normal variates from a stream of their own for each seed, purpose and municipality.
class Draws
{
public:
    Draws(std::uint64_t seed, std::string_view purpose, std::string_view code)
    {
        std::vector<std::uint32_t> words{static_cast<std::uint32_t>(seed & 0xffffffffU),
                                         static_cast<std::uint32_t>(seed >> 32U)};
        for (const char c : purpose)
        {
            words.push_back(static_cast<unsigned char>(c));
        }
        words.push_back(0x100U); // no letter: keeps purpose and code apart
        for (const char c : code)
        {
            words.push_back(static_cast<unsigned char>(c));
        }
        std::seed_seq sequence(words.begin(), words.end());
        m_bits.seed(sequence);
    }

    // Mean 0, standard deviation 1, never beyond 6: twelve uniform variates less 6 (Irwin-Hall).
    double normal()
    {
        double sum = -6.0;
        for (int k = 0; k < 12; ++k)
        {
            sum += static_cast<double>(m_bits() >> 11U) * 0x1.0p-53;
        }
        return sum;
    }

    // A first-order autoregression with mean 0 and standard deviation 1, a value a round.
    ByRound<double> slow_noise()
    {
        ByRound<double> noise{};
        noise[0] = normal();
        for (std::size_t r = 1; r < noise.size(); ++r)
        {
            noise[r] = persistence * noise[r - 1] + std::sqrt(1.0 - persistence * persistence) * normal();
        }
        return noise;
    }

private:
    std::mt19937_64 m_bits;
};

// Shares a total out in proportion to weights, within bounds, in whole numbers (largest remainder; of equal remainders
// the first municipality's wins). Weights are positive. Throws std::invalid_argument when the bounds leave no way.
Counts shared_out(std::int64_t total, const Reals& weights, const Counts& lower, const Counts& upper)
{
    const std::size_t n = weights.size();
    if (std::accumulate(lower.begin(), lower.end(), std::int64_t{0}) > total)
    {
        throw std::invalid_argument("demo data: a national count is too small for these municipalities");
    }
    std::int64_t room = 0;
    for (const std::int64_t limit : upper)
    {
        room += std::min(limit, total);
    }
    if (room < total)
    {
        throw std::invalid_argument("demo data: a national count is too large for these municipalities");
    }

    const auto quota = [&](double scale, std::size_t i)
    { return std::clamp(scale * weights[i], static_cast<double>(lower[i]), static_cast<double>(upper[i])); };
    const auto sum_at = [&](double scale)
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < n; ++i)
        {
            sum += quota(scale, i);
        }
        return sum;
    };
    double low = 0.0;
    double high = 1.0;
    while (sum_at(high) < static_cast<double>(total))
    {
        high *= 2.0;
    }
    for (int halving = 0; halving < 100; ++halving)
    {
        const double middle = 0.5 * (low + high);
        (sum_at(middle) < static_cast<double>(total) ? low : high) = middle;
    }

    Counts counts(n);
    std::vector<std::int64_t> remainder(n); // in millionths, so that the last bit of a library's exp decides nothing
    std::int64_t left = total;
    for (std::size_t i = 0; i < n; ++i)
    {
        const std::int64_t millionths = std::llround(quota(low, i) * 1e6);
        counts[i] = millionths / 1'000'000;
        remainder[i] = millionths % 1'000'000;
        left -= counts[i];
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return remainder[i]; });
    while (left != 0)
    {
        for (const std::size_t i : order)
        {
            if (left > 0 && counts[i] < upper[i])
            {
                ++counts[i];
                --left;
            }
        }
        // Rounding to millionths may hand out one too many: the smallest remainders give it back.
        for (auto i = order.rbegin(); i != order.rend() && left < 0; ++i)
        {
            if (counts[*i] > lower[*i])
            {
                --counts[*i];
                ++left;
            }
        }
    }
    return counts;
}

// The municipalities in order of code, with what they share over all series.
class Country
{
public:
    Country(std::span<const DemoMunicipality> municipalities, std::uint64_t seed)
        : m_seed(seed), m_municipalities(municipalities.begin(), municipalities.end())
    {
        if (m_municipalities.empty())
        {
            throw std::invalid_argument("demo data: no municipalities");
        }
        std::ranges::sort(m_municipalities, {}, &DemoMunicipality::code);
        for (std::size_t i = 0; i < size(); ++i)
        {
            const DemoMunicipality& m = m_municipalities[i];
            if (i > 0 && m_municipalities[i - 1].code == m.code)
            {
                throw std::invalid_argument("demo data: municipality " + m.code + " comes twice");
            }
            if (m.population_0_17 <= 0 || m.population_0_22 < m.population_0_17)
            {
                throw std::invalid_argument("demo data: population of municipality " + m.code);
            }
            m_need.push_back(Draws(seed, "need", m.code).normal());
        }
        set_the_clearly_low_and_high();
    }

    [[nodiscard]] std::size_t size() const
    {
        return m_municipalities.size();
    }
    [[nodiscard]] const DemoMunicipality& operator[](std::size_t i) const
    {
        return m_municipalities[i];
    }
    [[nodiscard]] Draws draws(std::string_view purpose, std::size_t i) const
    {
        return {m_seed, purpose, m_municipalities[i].code};
    }
    // The logarithm of a municipality's propensity before it moves: shared need and the series' own part.
    [[nodiscard]] double log_propensity(std::size_t i, double own) const
    {
        const GroupTraits traits = group_traits(m_municipalities[i].group);
        return traits.level + traits.sigma * (0.8 * m_need[i] + 0.6 * own);
    }

private:
    void set_the_clearly_low_and_high()
    {
        std::vector<std::pair<double, std::size_t>> middle_sized;
        for (std::size_t i = 0; i < size(); ++i)
        {
            if (m_municipalities[i].population_0_22 >= 6000 && m_municipalities[i].population_0_22 <= 40000)
            {
                middle_sized.emplace_back(Draws(m_seed, "outlier", m_municipalities[i].code).normal(), i);
            }
        }
        std::ranges::sort(middle_sized);
        for (std::size_t k = 0; k < 3 && 2 * k + 1 < middle_sized.size(); ++k)
        {
            m_need[middle_sized[k].second] = -2.6;
            m_need[middle_sized[middle_sized.size() - 1 - k].second] = 2.6;
        }
    }

    std::uint64_t m_seed;
    std::vector<DemoMunicipality> m_municipalities;
    Reals m_need;
};

// Scales weights to a total and adds sampling noise of Poisson size.
Reals with_sampling_noise(Reals weights, double total, const Reals& noise)
{
    const double scale = total / std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i)
    {
        const double root = std::max(0.1, std::sqrt(weights[i] * scale) + 0.5 * noise[i]);
        weights[i] = root * root;
    }
    return weights;
}

enum class Propensity
{
    of_need, // shared need and group decide: how many children
    own      // the municipality's own way of working decides: how the children are helped
};

// The expected counts of a series, with noise, from the exposure: a number of people or of cases.
ByRound<Reals> expected(const Country& country, std::string_view name, const ByRound<Reals>& exposure,
                        Propensity propensity, double own_sigma = 0.22)
{
    ByRound<Reals> result;
    ByRound<Reals> noise;
    for (std::size_t i = 0; i < country.size(); ++i)
    {
        Draws draws = country.draws(name, i);
        const double own = draws.normal();
        const double level = propensity == Propensity::of_need ? country.log_propensity(i, own) : own_sigma * own;
        const double slope = 0.006 * draws.normal(); // of the logarithm, a round
        const ByRound<double> walk = draws.slow_noise();
        const ByRound<double> sampling = draws.slow_noise();
        for (std::size_t r = 0; r < rounds; ++r)
        {
            const double moved = level + slope * static_cast<double>(r) + 0.03 * walk[r];
            result[r].push_back(exposure[r][i] * std::exp(moved));
            noise[r].push_back(sampling[r]);
        }
    }
    for (int r = 0; r < rounds; ++r)
    {
        const auto at = static_cast<std::size_t>(r);
        result[at] =
            with_sampling_noise(std::move(result[at]), static_cast<double>(national_total(name, r)), noise[at]);
    }
    return result;
}

// Whole numbers that sum to the national total of the series.
ByRound<Counts> apportioned(std::string_view name, const ByRound<Reals>& weights, const ByRound<Counts>& upper)
{
    ByRound<Counts> result;
    for (int r = 0; r < rounds; ++r)
    {
        const auto at = static_cast<std::size_t>(r);
        result[at] = shared_out(national_total(name, r), weights[at], Counts(weights[at].size(), 0), upper[at]);
    }
    return result;
}

// Combines what two or more tables say of a municipality in a round.
template <typename Function, typename... Tables>
auto cell_by_cell(Function function, const Tables&... tables)
{
    ByRound<std::vector<decltype(function(tables[0][0]...))>> result;
    for (std::size_t r = 0; r < rounds; ++r)
    {
        const std::size_t n = std::min({tables[r].size()...});
        for (std::size_t i = 0; i < n; ++i)
        {
            result[r].push_back(function(tables[r][i]...));
        }
    }
    return result;
}

// What stood `back` rounds earlier; the first rounds, which have nothing before them, repeat the first.
ByRound<Counts> earlier(const ByRound<Counts>& counts, std::size_t back)
{
    ByRound<Counts> result;
    for (std::size_t r = 0; r < rounds; ++r)
    {
        result[r] = counts[r < back ? 0 : r - back];
    }
    return result;
}

ByRound<Reals> as_reals(const ByRound<Counts>& counts)
{
    return cell_by_cell([](std::int64_t count) { return static_cast<double>(count); }, counts);
}

struct Placements
{
    ByRound<Counts> all;
    ByRound<Counts> institution;
    ByRound<Counts> foster;
    ByRound<Reals> expected_all;
    ByRound<Reals> expected_institution;
};

Placements placements(const Country& country, const ByRound<Reals>& population_0_22)
{
    Placements p;
    p.expected_all = expected(country, "anbragte", population_0_22, Propensity::of_need);
    p.expected_institution = expected(country, "institution", p.expected_all, Propensity::own);
    const std::size_t n = country.size();
    for (int r = 0; r < rounds; ++r)
    {
        const auto at = static_cast<std::size_t>(r);
        const std::int64_t total = national_total("anbragte", r);
        const std::int64_t in_institution = national_total("institution", r);
        Counts limit(n);
        for (std::size_t i = 0; i < n; ++i)
        {
            limit[i] = country[i].population_0_22;
        }
        p.all[at] = shared_out(total, p.expected_all[at], Counts(n, 1), limit);

        Reals other_weights(n);
        for (std::size_t i = 0; i < n; ++i)
        {
            other_weights[i] = static_cast<double>(p.all[at][i]) * std::exp(0.2 * country.draws("other", i).normal());
            limit[i] = p.all[at][i] - 1; // one is left for the institution
        }
        const std::int64_t other_total = total - in_institution - national_total("plejefamilie", r);
        const Counts other = shared_out(other_total, other_weights, Counts(n, 0), limit);
        for (std::size_t i = 0; i < n; ++i)
        {
            limit[i] = p.all[at][i] - other[i];
        }
        p.institution[at] = shared_out(in_institution, p.expected_institution[at], Counts(n, 1), limit);
        for (std::size_t i = 0; i < n; ++i)
        {
            p.foster[at].push_back(p.all[at][i] - other[i] - p.institution[at][i]);
        }
    }
    return p;
}

// Months so far in the institution: around 25, falling a little; the fewer the children, the wider it scatters.
ByRound<Reals> durations(const Country& country, const ByRound<Reals>& expected_institution)
{
    ByRound<Reals> result;
    for (std::size_t i = 0; i < country.size(); ++i)
    {
        Draws draws = country.draws("varighed_institution", i);
        const double level = 25.0 * std::exp(0.15 * draws.normal());
        const ByRound<double> noise = draws.slow_noise();
        for (std::size_t r = 0; r < rounds; ++r)
        {
            const double spread = 1.2 + 3.0 / std::sqrt(std::max(1.0, expected_institution[r][i]));
            const double months = level - 0.2 * static_cast<double>(r) + spread * noise[r];
            result[r].push_back(std::round(std::clamp(months, 4.0, 60.0) * 10.0) / 10.0);
        }
    }
    return result;
}

// What the children cost at invented prices for half a year, in thousand kroner: half of it follows the round's
// expected counts, half the municipality's mean over the rounds, as staff and contracts do. One child more on an island
// therefore does not double its spending from one round to the next.
ByRound<Reals> spending_weights(const Placements& placed, const ByRound<Reals>& home, const ByRound<Reals>& early)
{
    const auto cost = [](double all, double institution, double at_home, double supported) {
        return 250.0 * std::max(all - institution, 0.3 * all) + 500.0 * institution + 60.0 * at_home + 15.0 * supported;
    };
    ByRound<Reals> weights = cell_by_cell(cost, placed.expected_all, placed.expected_institution, home, early);
    for (std::size_t i = 0; i < weights[0].size(); ++i)
    {
        double mean = 0.0;
        for (const Reals& round : weights)
        {
            mean += round[i] / rounds;
        }
        for (Reals& round : weights)
        {
            round[i] = 0.5 * (round[i] + mean);
        }
    }
    return weights;
}

// The cases followed up on time: a share that is the municipality's own, between about 40 and 95 per cent.
ByRound<Counts> on_time(const Country& country, const ByRound<Counts>& cases)
{
    ByRound<Reals> weights;
    for (std::size_t i = 0; i < country.size(); ++i)
    {
        Draws draws = country.draws("opfoelgning_rettidig", i);
        const double level = 1.4 + 0.55 * draws.normal();
        const ByRound<double> walk = draws.slow_noise();
        for (std::size_t r = 0; r < rounds; ++r)
        {
            const double share = 1.0 / (1.0 + std::exp(-(level + 0.3 * walk[r])));
            weights[r].push_back(std::max(0.1, static_cast<double>(cases[r][i]) * share));
        }
    }
    return apportioned("opfoelgning_rettidig", weights, cases);
}

} // namespace

std::vector<std::string> cut_offs()
{
    std::vector<std::string> dates{"2015-12-31"};
    for (int year = 2016; year <= 2020; ++year)
    {
        dates.push_back(std::to_string(year) + "-06-30");
        dates.push_back(std::to_string(year) + "-12-31");
    }
    return dates;
}

std::vector<std::string> items()
{
    return {"befolkning_0_22",
            "anbragte",
            "institution",
            "varighed_institution",
            "plejefamilie",
            "netvaerk",
            "hjemmebaseret",
            "forebyggende",
            "inst_aar_siden",
            "ikke_anbragt_nu",
            "hjemmebaseret_forrige",
            "bevaegelser_op",
            "bevaegelser_ned",
            "forebyggende_startet",
            "udgifter",
            "opfoelgning_rettidig",
            "opfoelgning_sager"};
}

std::vector<PublishedTotal> published_totals()
{
    const std::vector<std::string> dates = cut_offs();
    std::vector<PublishedTotal> totals;
    for (const auto& [item, anchors] : national_series())
    {
        for (const Anchor& anchor : anchors)
        {
            if (anchor.round >= 0 && !anchor.reference_ids.empty())
            {
                totals.push_back({item, dates[static_cast<std::size_t>(anchor.round)], std::llround(anchor.total),
                                  anchor.reference_ids});
            }
        }
    }
    return totals;
}

std::vector<DemoRow> demo_rows(std::span<const DemoMunicipality> municipalities, std::uint64_t seed)
{
    const Country country(municipalities, seed);

    ByRound<Counts> population;
    ByRound<Reals> children;
    for (std::size_t r = 0; r < rounds; ++r)
    {
        for (std::size_t i = 0; i < country.size(); ++i)
        {
            population[r].push_back(country[i].population_0_22);
            children[r].push_back(static_cast<double>(country[i].population_0_17));
        }
    }
    const ByRound<Counts> unlimited = cell_by_cell([](std::int64_t) { return no_limit; }, population);
    const auto count =
        [&](std::string_view name, const ByRound<Reals>& exposure, double own_sigma, const ByRound<Counts>& upper)
    { return apportioned(name, expected(country, name, exposure, Propensity::own, own_sigma), upper); };
    const auto difference = [](std::int64_t a, std::int64_t b) { return a - b; };

    const Placements placed = placements(country, as_reals(population));
    const ByRound<Reals> expected_home = expected(country, "hjemmebaseret", as_reals(population), Propensity::of_need);
    const ByRound<Reals> expected_early = expected(country, "forebyggende", children, Propensity::of_need);

    std::map<std::string, ByRound<Counts>, std::less<>> counts;
    counts["befolkning_0_22"] = population;
    counts["anbragte"] = placed.all;
    counts["institution"] = placed.institution;
    counts["plejefamilie"] = placed.foster;
    counts["netvaerk"] = count("netvaerk", placed.expected_all, 0.35, placed.foster);
    counts["hjemmebaseret"] = apportioned("hjemmebaseret", expected_home, population);
    counts["forebyggende"] = apportioned("forebyggende", expected_early, population);

    counts["inst_aar_siden"] = earlier(placed.institution, 2);
    counts["ikke_anbragt_nu"] = count("ikke_anbragt_nu", placed.expected_institution, 0.22, counts["inst_aar_siden"]);

    const ByRound<Counts> before = earlier(counts["hjemmebaseret"], 1);
    counts["hjemmebaseret_forrige"] = before;
    counts["bevaegelser_op"] = count("bevaegelser_op", expected_home, 0.22, before);
    counts["bevaegelser_ned"] =
        count("bevaegelser_ned", expected_home, 0.22, cell_by_cell(difference, before, counts["bevaegelser_op"]));

    counts["forebyggende_startet"] = count("forebyggende_startet", expected_early, 0.15, unlimited);

    counts["udgifter"] =
        count("udgifter_1000_kr", spending_weights(placed, expected_home, expected_early), 0.08, unlimited);
    for (Counts& spending : counts["udgifter"])
    {
        for (std::int64_t& value : spending)
        {
            value *= 1000;
        }
    }

    counts["opfoelgning_sager"] =
        count("opfoelgning_sager", cell_by_cell(std::plus<>(), placed.expected_all, expected_home), 0.03, unlimited);
    counts["opfoelgning_rettidig"] = on_time(country, counts["opfoelgning_sager"]);

    const ByRound<Reals> months = durations(country, placed.expected_institution);

    std::set<std::pair<std::string, std::string>> published;
    for (const PublishedTotal& total : published_totals())
    {
        published.emplace(total.item, total.cut_off);
    }
    const std::vector<std::string> dates = cut_offs();
    const std::vector<std::string> ids = items();
    std::vector<DemoRow> rows;
    rows.reserve(dates.size() * country.size() * ids.size());
    for (std::size_t r = lead_in; r < rounds; ++r)
    {
        const std::string& date = dates[r - lead_in];
        for (std::size_t i = 0; i < country.size(); ++i)
        {
            for (const std::string& id : ids)
            {
                const double value =
                    id == "varighed_institution" ? months[r][i] : static_cast<double>(counts.find(id)->second[r][i]);
                rows.push_back(
                    {country[i].code, id, date, value, id == "befolkning_0_22" || published.contains({id, date})});
            }
        }
    }
    return rows;
}

} // namespace trinvis::demo
