// SPDX-License-Identifier: MPL-2.0
#include "clean_workbooks.hpp"

#include "catalogue/value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace trinvis::tests
{

namespace
{

using Numbers = std::map<std::string, double, std::less<>>; // of a round, by item

class Scatter
{
public:
    explicit Scatter(std::uint64_t seed) : m_bits(seed)
    {
    }

    /// From 0 up to, but not, 1.
    double uniform()
    {
        return static_cast<double>(m_bits() >> 11U) * 0x1.0p-53;
    }

    /// Mean 0, standard deviation 1.
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }

    /// A Poisson count with a mean: by multiplying where the mean is small, else by the normal curve.
    double count(double mean)
    {
        if (mean > 50)
            return std::fmax(0, std::round(mean + std::sqrt(mean) * normal()));
        const double limit = std::exp(-mean);
        double product = uniform();
        double events = 0;
        for (; product > limit; product *= uniform())
            ++events;
        return events;
    }

    std::size_t below(std::size_t n)
    {
        return static_cast<std::size_t>(m_bits() % n);
    }

private:
    std::mt19937_64 m_bits;
};

/// Gives a round's flows the scatter of counts: what happened in this half year says little of what happens in the next.
/// Spending moves by some per cent, the population by a few per mille.
void make_lively(Numbers& numbers, Scatter& scatter)
{
    for (const char* flow : {"forebyggende_startet", "opfoelgning_sager", "opfoelgning_rettidig", "ikke_anbragt_nu",
                             "bevaegelser_op", "bevaegelser_ned"})
        numbers[flow] = scatter.count(numbers[flow]);
    numbers["opfoelgning_sager"] = std::fmax(1, numbers["opfoelgning_sager"]);
    numbers["opfoelgning_rettidig"] = std::fmin(numbers["opfoelgning_rettidig"], numbers["opfoelgning_sager"]);
    numbers["ikke_anbragt_nu"] = std::fmin(numbers["ikke_anbragt_nu"], numbers["inst_aar_siden"]);
    numbers["bevaegelser_op"] = std::fmin(numbers["bevaegelser_op"], numbers["hjemmebaseret_forrige"]);
    numbers["bevaegelser_ned"] =
        std::fmin(numbers["bevaegelser_ned"], numbers["hjemmebaseret_forrige"] - numbers["bevaegelser_op"]);
    numbers["udgifter"] = std::round(numbers["udgifter"] * (1 + 0.06 * scatter.normal()) / 1000) * 1000;
    numbers["befolkning_0_22"] = std::round(numbers["befolkning_0_22"] * (1 + 0.003 * scatter.normal()));
}

bool reported(const Item& item, const std::set<std::string>& absent)
{
    return std::any_of(item.figures.begin(), item.figures.end(),
                       [&](const std::string& figure) { return !absent.contains(figure); });
}

} // namespace

void PrintTo(const CleanWish& wish, std::ostream* out)
{
    *out << wish.municipality << (wish.language == Language::danish ? " da " : " en ") << wish.rounds << " rounds, "
         << wish.unfilled << " not begun, " << wish.absent.size() << " figures absent, " << wish.blanks
         << " typed blanks, " << wish.peers << " peers";
}

WorkbookFixture clean_workbook(const CleanWish& wish)
{
    const std::vector<Date> dates(demo_cut_offs().end() - static_cast<std::ptrdiff_t>(wish.rounds),
                                  demo_cut_offs().end());
    const std::vector<Date> begun(dates.begin(), dates.end() - static_cast<std::ptrdiff_t>(wish.unfilled));
    WorkbookFixture book(wish.language, municipalities().find(wish.municipality)->code, dates);
    std::map<Date, Numbers> by_round;
    std::set<std::string> peers;
    for (const demo::DemoRow& row : demo_data())
        if (const Date date = day(row.cut_off); std::find(begun.begin(), begun.end(), date) != begun.end())
        {
            if (row.municipality == wish.municipality)
                by_round[date][row.item] = row.value;
            else if (peers.contains(row.municipality) || peers.size() < wish.peers)
            {
                peers.insert(row.municipality);
                book.add_comparison(row.municipality, row.item, date, row.value);
            }
        }
    Scatter scatter(wish.seed);
    std::vector<Cell*> numbers;
    for (auto& [date, round] : by_round)
    {
        if (wish.lively)
            make_lively(round, scatter);
        for (const Item& item : catalogue(wish.language).items)
            if (reported(item, wish.absent))
            {
                numbers.push_back(&book.entry(item.id, date));
                *numbers.back() = round.at(item.id);
            }
    }
    for (std::size_t i = 0; i < wish.blanks; ++i)
        *numbers[scatter.below(numbers.size())] =
            words().in(wish.language).get(typed_blanks()[scatter.below(typed_blanks().size())].key);
    return book;
}

std::vector<CleanWish> clean_wishes()
{
    // By population aged 0-22, from 298 to 143,145.
    constexpr std::array<const char*, 15> codes{"825", "563", "741", "492", "482", "155", "773", "665",
                                                "727", "201", "420", "573", "316", "851", "101"};
    const std::array<std::set<std::string>, 7> absent{std::set<std::string>{},
                                                      {"10"},
                                                      {"1"},
                                                      {"3", "7"},
                                                      {"2", "12"},
                                                      {"8"},
                                                      {"5", "6", "7", "8", "9", "10", "11", "12"}};
    std::vector<CleanWish> wishes;
    for (std::size_t i = 0; i < 30; ++i)
    {
        CleanWish wish;
        wish.language = i % 4 == 3 ? Language::english : Language::danish;
        wish.municipality = codes[i % codes.size()];
        wish.rounds = 2 + (i * 7) % 10;
        wish.unfilled = i % 3 == 1 && wish.rounds > 3 ? 1 + i % 2 : 0;
        wish.absent = absent[(i / 2) % absent.size()];
        wish.blanks = i % 2 == 0 ? 0 : i % 7;
        wish.peers = i % 5;
        wish.seed = i + 1;
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

} // namespace trinvis::tests
