// SPDX-License-Identifier: MPL-2.0
#include "spending/words.hpp"

#include "table/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::spending
{

namespace
{

constexpr std::size_t most_faults = 6;

std::string percent(double part, double whole, const Texts& texts)
{
    constexpr double hundred = 100;
    return format_number(part / whole * hundred, 1, texts.language());
}

std::string money(double kroner, const Texts& texts)
{
    return readable_kroner(kroner, texts);
}

/// "12,3 mio. kr. mere", "0 kr. mere eller mindre": a direction and nothing about why.
std::string difference_words(double kroner, const Texts& texts)
{
    constexpr double half_krone = 0.5;
    if (std::fabs(kroner) < half_krone)
        return texts.get("spending.same");
    return texts.format(kroner > 0 ? "spending.more" : "spending.less", {{"amount", money(std::fabs(kroner), texts)}});
}

std::string development_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingYear& last = spending.latest();
    const SpendingYear& basis = *spending.of(spending.basis_year);
    const std::string year = std::to_string(last.year);
    const double total = kroner_of(last.amounts.total());
    if (basis.year == last.year)
        return texts.format("spending.development.one_year", {{"year", year}, {"amount", money(total, texts)}});
    std::string sentence =
        texts.format("spending.development.current",
                     {{"year", year},
                      {"amount", money(total, texts)},
                      {"basis", std::to_string(basis.year)},
                      {"then", money(kroner_of(basis.amounts.total()), texts)},
                      {"difference", difference_words(total - kroner_of(basis.amounts.total()), texts)}});
    if (last.fixed && basis.fixed)
        sentence += " " + texts.format("spending.development.fixed",
                                       {{"prices", std::to_string(*spending.price_year)},
                                        {"difference", difference_words(*last.fixed - *basis.fixed, texts)}});
    return sentence;
}

double upper_share(const StepAmounts& amounts)
{
    constexpr std::size_t first_upper = 3;
    Oere upper = 0;
    for (std::size_t step = first_upper; step < steps_in_parts; ++step)
        upper += amounts.parts.at(step);
    return kroner_of(upper);
}

std::string distribution_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingYear& last = spending.latest();
    const SpendingYear& basis = *spending.of(spending.basis_year);
    const double on_steps = kroner_of(last.amounts.on_steps());
    if (on_steps <= 0)
        return texts.get("spending.distribution.nothing");
    const auto largest = std::max_element(last.amounts.parts.begin(), last.amounts.parts.begin() + steps_in_parts);
    const auto step = static_cast<std::size_t>(largest - last.amounts.parts.begin());
    std::string sentence =
        texts.format("spending.distribution.largest", {{"year", std::to_string(last.year)},
                                                       {"share", percent(kroner_of(*largest), on_steps, texts)},
                                                       {"step", part_name(spending, step, texts)},
                                                       {"upper", percent(upper_share(last.amounts), on_steps, texts)}});
    if (const double then = kroner_of(basis.amounts.on_steps()); basis.year != last.year && then > 0)
        sentence += " " + texts.format("spending.distribution.then",
                                       {{"basis", std::to_string(basis.year)},
                                        {"upper", percent(upper_share(basis.amounts), then, texts)}});
    return sentence;
}

std::string rest_sentence(const Spending& spending, const Texts& texts)
{
    const StepAmounts& amounts = spending.latest().amounts;
    const auto of = [&](Part part) { return money(kroner_of(amounts.of(part)), texts); };
    if (amounts.of(Part::outside) == 0 && amounts.of(Part::ask) == 0 && amounts.of(Part::unmapped) == 0)
        return texts.format("spending.rest.none", {{"year", std::to_string(spending.latest().year)}});
    return texts.format("spending.rest", {{"year", std::to_string(spending.latest().year)},
                                          {"outside", of(Part::outside)},
                                          {"ask", of(Part::ask)},
                                          {"unmapped", of(Part::unmapped)}});
}

std::string extra_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingYear& last = spending.latest();
    if (last.year == spending.basis_year || !last.extra_total)
        return {};
    std::size_t most = 0;
    std::size_t least = 0;
    for (std::size_t step = 1; step < steps_in_parts; ++step)
    {
        if (last.extra.at(step) > last.extra.at(most))
            most = step;
        if (last.extra.at(step) < last.extra.at(least))
            least = step;
    }
    const auto named = [&](std::size_t step)
    {
        return texts.format("spending.extra.step", {{"step", part_name(spending, step, texts)},
                                                    {"difference", difference_words(*last.extra.at(step), texts)}});
    };
    const Replacements values{
        {"basis", std::to_string(spending.basis_year)},
        {"year", std::to_string(last.year)},
        {"prices", spending.extra_in_fixed
                       ? texts.format("spending.prices.fixed", {{"year", std::to_string(*spending.price_year)}})
                       : texts.get("spending.prices.current")},
        {"first", named(most)},
        {"second", named(least)}};
    return texts.format(most == least ? "spending.extra.alike" : "spending.extra", values);
}

std::string comparison_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    if (!comparison.possible() || !comparison.own)
        return no_comparison_sentence(spending, texts);
    const auto kroner = [&](double value) { return format_number(value, 0, texts.language()); };
    std::string groups;
    for (const GroupLevel& group : comparison.groups)
        if (group.comparable() &&
            (group.kind == GroupKind::country || group.kind == GroupKind::region || group.kind == GroupKind::chosen))
            groups += (groups.empty() ? "" : "; ") +
                      texts.format("spending.comparison.group",
                                   {{"group", group.label},
                                    {"level", kroner(*group.level())},
                                    {"weighting",
                                     texts.get("spending.weighting." + std::string(weighting_code(group.weighting)))},
                                    {"n", std::to_string(group.counted)},
                                    {"own", texts.get(group.own_counted ? "spending.own_in" : "spending.own_out")}});
    return texts.format(
        "spending.comparison.sentence",
        {{"year", std::to_string(comparison.year)}, {"own", kroner(*comparison.own)}, {"groups", groups}});
}

std::string place_of(const Place& place, const Workbook& workbook)
{
    const auto at = static_cast<std::size_t>(place.sheet);
    return place.sheet >= 0 && at < workbook.cells.sheets.size()
               ? workbook.cells.sheets[at].sheet_name + " " + cell_address(place.row, place.column) + ": "
               : std::string{};
}

} // namespace

std::string part_name(const Spending& spending, std::size_t part, const Texts& texts)
{
    if (part < steps_in_parts)
        return texts.format("spending.part.step",
                            {{"number", std::to_string(part + 1)}, {"name", spending.step_names.at(part)}});
    const auto which = static_cast<Part>(part);
    return texts.get(which == Part::outside ? "spending.part.outside"
                     : which == Part::ask   ? "spending.part.ask"
                                            : "spending.part.unmapped");
}

std::vector<std::string> conclusions(const Spending& spending, const Texts& texts)
{
    if (spending.empty())
        return {};
    std::vector<std::string> sentences{development_sentence(spending, texts), distribution_sentence(spending, texts),
                                       rest_sentence(spending, texts),        extra_sentence(spending, texts),
                                       comparison_sentence(spending, texts),  texts.get("spending.describes")};
    std::erase_if(sentences, [](const std::string& sentence) { return sentence.empty(); });
    return sentences;
}

std::vector<std::string> warnings(const Spending& spending, const Workbook& workbook, const Texts& texts)
{
    std::vector<std::string> sentences;
    for (const auto* faults : {&spending.accounts.faults, &spending.faults})
        for (std::size_t i = 0; i < std::min(faults->size(), most_faults); ++i)
            sentences.push_back(place_of((*faults)[i].place, workbook) + fault_text((*faults)[i], texts));
    if (const std::size_t all = spending.accounts.faults.size(); all > 0)
        sentences.insert(sentences.begin(), texts.count("spending.not_counted", all));
    if (spending.accounts.rounded > 0)
        sentences.push_back(texts.count("spending.rounded", spending.accounts.rounded));
    if (spending.mapping_faults > 0)
        sentences.push_back(texts.count("spending.mapping_faults", spending.mapping_faults));
    if (!spending.empty() && !spending.price_year)
        sentences.push_back(texts.get("spending.no_index"));
    else if (std::ranges::any_of(spending.years, [](const SpendingYear& year) { return !year.fixed; }))
        sentences.push_back(texts.get("spending.index_gaps"));
    return sentences;
}

std::vector<std::string> conventions(const Spending& spending, const Texts& texts)
{
    std::vector<std::string> sentences{
        texts.get("spending.convention.units"),
        texts.get(spending.own_mapping ? "spending.convention.mapping.own" : "spending.convention.mapping.shipped"),
        texts.get("spending.convention.extra")};
    if (spending.price_year)
    {
        std::string sources;
        for (const std::string& source : spending.prices.sources)
            sources += (sources.empty() ? "" : "; ") + source;
        sentences.push_back(texts.format("spending.convention.fixed",
                                         {{"year", std::to_string(*spending.price_year)},
                                          {"source", sources.empty() ? texts.get("spending.no_source") : sources}}));
    }
    sentences.push_back(texts.get("spending.convention.residents"));
    const auto shipped =
        std::ranges::find_if(spending.years, [](const SpendingYear& year)
                             { return year.residents && year.residents->shipped && year.residents->date; });
    if (shipped != spending.years.end())
        sentences.push_back(texts.format("spending.convention.shipped_residents",
                                         {{"date", format_date(*shipped->residents->date, texts.language())}}));
    if (spending.comparison.possible())
    {
        sentences.push_back(texts.get("spending.convention.groups"));
        if (spending.comparison.shipped_residents > 0)
            sentences.push_back(
                texts.count("spending.convention.shipped_others", spending.comparison.shipped_residents));
    }
    sentences.push_back(texts.get("spending.convention.figure_11"));
    return sentences;
}

std::string control_sentence(const Spending& spending, const Texts& texts)
{
    Oere lines = 0;
    Oere parts = 0;
    for (const SpendingYear& year : spending.years)
    {
        lines += year.lines_total;
        parts += year.amounts.total();
    }
    const auto kroner = [&](Oere amount) { return format_kroner(amount, texts.language()); };
    return texts.format("spending.control",
                        {{"lines", kroner(lines)}, {"parts", kroner(parts)}, {"difference", kroner(lines - parts)}});
}

std::string no_comparison_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    if (comparison.possible() && comparison.own)
        return {};
    if (comparison.others == 0)
        return texts.get("spending.comparison.none");
    return texts.format("spending.comparison.few", {{"n", std::to_string(comparison.others)},
                                                    {"year", std::to_string(comparison.year)},
                                                    {"least", std::to_string(smallest_group)}});
}

std::string no_children_sentence(const Spending& spending, const Texts& texts)
{
    if (spending.children_withheld)
        return texts.get("spending.children.withheld");
    return spending.children
               ? std::string{}
               : texts.format("spending.children.none", {{"year", std::to_string(spending.latest().year)}});
}

std::string source_line(const Spending& spending, const Texts& texts)
{
    std::string sources;
    for (const std::string& source : spending.accounts.sources)
        sources += (sources.empty() ? "" : "; ") + source;
    return texts.format("spending.source", {{"source", sources.empty() ? texts.get("spending.no_source") : sources}});
}

} // namespace trinvis::spending
