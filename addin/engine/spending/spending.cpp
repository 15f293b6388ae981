// SPDX-License-Identifier: MPL-2.0
#include "spending/spending.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <iterator>

namespace trinvis::spending
{

namespace
{

Date last_day_of(int year)
{
    return Date{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
}

std::vector<SpendingYear> years_of(const Accounts& accounts, const PlacedLines& placed,
                                   const ResidentsByYear& residents, std::size_t own)
{
    std::vector<SpendingYear> years;
    for (const int year : placed.years_of(own))
    {
        SpendingYear& one = years.emplace_back();
        one.year = year;
        one.amounts = *placed.of(own, year);
        one.residents = residents.of(own, year);
        for (const AccountLine& line : accounts.lines)
            if (line.municipality == own && line.year == year)
                one.lines_total += line.amount;
    }
    return years;
}

/// The basis year that was chosen, else the first.
void take_basis_year(Spending& spending)
{
    spending.basis_year = spending.years.front().year;
    const std::optional<int> chosen = spending.choices.basis_year;
    if (chosen && spending.of(*chosen))
        spending.basis_year = *chosen;
    else if (chosen)
        spending.faults.push_back({spending.choices.basis_place,
                                   "spending.fault.basis_without_accounts",
                                   {{"year", std::to_string(*chosen)}, {"used", std::to_string(spending.basis_year)}}});
}

/// The price year that was chosen, else the latest year with both accounts and an index.
void take_price_year(Spending& spending)
{
    for (const SpendingYear& year : spending.years)
        if (spending.prices.has(year.year))
            spending.price_year = year.year;
    const std::optional<int> chosen = spending.choices.price_year;
    if (chosen && spending.prices.has(*chosen) && spending.price_year)
        spending.price_year = chosen;
    else if (chosen)
        spending.faults.push_back({spending.choices.price_place,
                                   "spending.fault.price_year_without_index",
                                   {{"year", std::to_string(*chosen)}}});
}

void compute_extra(Spending& spending)
{
    const SpendingYear basis = *spending.of(spending.basis_year);
    spending.extra_in_fixed =
        spending.choices.fixed_prices && spending.price_year && spending.prices.has(spending.basis_year);
    const auto difference = [&](Oere amount, Oere then, int year) -> std::optional<double>
    {
        if (!spending.extra_in_fixed)
            return kroner_of(amount - then);
        const auto now = spending.prices.fixed(amount, year, *spending.price_year);
        const auto before = spending.prices.fixed(then, spending.basis_year, *spending.price_year);
        return now && before ? std::optional(*now - *before) : std::nullopt;
    };
    for (SpendingYear& year : spending.years)
    {
        for (std::size_t part = 0; part < part_count; ++part)
            year.extra.at(part) = difference(year.amounts.parts.at(part), basis.amounts.parts.at(part), year.year);
        year.extra_total = difference(year.amounts.total(), basis.amounts.total(), year.year);
        if (spending.price_year)
            year.fixed = spending.prices.fixed(year.amounts.total(), year.year, *spending.price_year);
    }
}

bool says_invented(const std::string& text, const Words& words)
{
    const std::string small = folded(text);
    return small.find(folded(words.danish.get("word.invented"))) != std::string::npos ||
           small.find(folded(words.english.get("word.invented"))) != std::string::npos;
}

/// The latest own year in which enough others have accounts, else the latest own year.
int year_to_compare(const Spending& spending, const PlacedLines& placed)
{
    for (auto year = spending.years.rbegin(); year != spending.years.rend(); ++year)
        if (placed.others_in(year->year, spending.own) >= smallest_group)
            return year->year;
    return spending.latest().year;
}

void compare_with_groups(Spending& spending, const Workbook& workbook, const PlacedLines& placed,
                         const ResidentsByYear& residents, const ComparisonData& data, const Words& words,
                         const Municipalities& municipalities, Date today)
{
    const int year = year_to_compare(spending, placed);
    if (placed.others_in(year, spending.own) == 0)
    {
        spending.comparison.year = year;
        return;
    }
    const FigureSource source(workbook, data, words, municipalities);
    const GroupSettings settings = read_group_settings(workbook, words, municipalities);
    const Similarity similarity = find_similar(settings, workbook, source, today);
    const std::vector<Date> periods{last_day_of(year)};
    const std::vector<Group> groups =
        groups_of(spending.own, settings, similarity, periods, municipalities, words.in(workbook.language));
    spending.comparison = compare_spending(placed, residents, groups, spending.own, year, settings.main_group);
}

} // namespace

std::optional<double> SpendingYear::per_resident() const
{
    return residents ? std::optional(kroner_of(amounts.total()) / residents->number) : std::nullopt;
}

std::optional<double> SpendingYear::fixed_per_resident() const
{
    return residents && fixed ? std::optional(*fixed / residents->number) : std::nullopt;
}

const SpendingYear* Spending::of(int year) const
{
    const auto found = std::ranges::find(years, year, &SpendingYear::year);
    return found == years.end() ? nullptr : &*found;
}

Spending analyse_spending(const Workbook& workbook, const Ladder& shipped, const ComparisonData& data,
                          const Words& words, const Municipalities& municipalities, Date today)
{
    const LadderResult ladder = ladder_result(workbook, shipped, words);
    const StepMapping& mapping = ladder.mapping;
    Spending spending;
    spending.accounts = read_accounts(workbook, words, municipalities);
    spending.prices = read_price_index(workbook, words);
    spending.choices = read_choices(workbook, words);
    spending.faults = spending.choices.faults;
    std::ranges::copy(spending.prices.faults, std::back_inserter(spending.faults));
    spending.own_mapping = mapping.has_sheet();
    spending.mapping_faults = mapping.faults().size();
    for (std::size_t step = 0; step < steps_in_parts; ++step)
        spending.step_names.at(step) = mapping.step(static_cast<int>(step) + 1).name;
    if (!workbook.municipality)
        return spending;
    spending.own = static_cast<std::size_t>(workbook.municipality - municipalities.all().data());
    const PlacedLines placed(spending.accounts.lines, mapping);
    const ResidentsByYear residents(workbook, words, municipalities);
    spending.years = years_of(spending.accounts, placed, residents, spending.own);
    spending.invented =
        spending.accounts.invented || spending.prices.invented || says_invented(workbook.data_note, words);
    if (spending.empty())
        return spending;
    take_basis_year(spending);
    take_price_year(spending);
    compute_extra(spending);
    const int latest = spending.latest().year;
    spending.unplaced = placed.unplaced(spending.accounts.lines, spending.own, latest);
    spending.children_withheld = workbook.sharing.wanted;
    if (!spending.children_withheld)
        spending.children = children_of(workbook, ladder, words, latest);
    compare_with_groups(spending, workbook, placed, residents, data, words, municipalities, today);
    return spending;
}

} // namespace trinvis::spending
