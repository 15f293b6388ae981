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

TracedText number(std::string text, const std::string& key)
{
    return keyed_number(std::move(text), "spending/" + key);
}

TracedText percent(double part, double whole, const std::string& key, const Texts& texts)
{
    constexpr double hundred = 100;
    return number(format_number(part / whole * hundred, 1, texts.language()), key);
}

TracedText money(double kroner, const std::string& key, const Texts& texts)
{
    return number(readable_kroner(kroner, texts), key);
}

/// "12,3 mio. kr. mere", "0 kr. mere eller mindre": a direction and nothing about why.
TracedText difference_words(double kroner, const std::string& key, const Texts& texts)
{
    constexpr double half_krone = 0.5;
    if (std::fabs(kroner) < half_krone)
        return texts.get("spending.same");
    // A fall is another number than a rise of the same size.
    return format_traced(texts, kroner > 0 ? "spending.more" : "spending.less",
                         {{"amount", money(std::fabs(kroner), key + (kroner > 0 ? "_more" : "_less"), texts)}});
}

TracedText development_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingYear& last = spending.latest();
    const SpendingYear& basis = *spending.of(spending.basis_year);
    const std::string year = std::to_string(last.year);
    const double total = kroner_of(last.amounts.total());
    if (basis.year == last.year)
        return format_traced(texts, "spending.development.one_year",
                             {{"year", year}, {"amount", money(total, "latest/total", texts)}});
    const double then = kroner_of(basis.amounts.total());
    TracedText sentence = format_traced(texts, "spending.development.current",
                                        {{"year", year},
                                         {"amount", money(total, "latest/total", texts)},
                                         {"basis", std::to_string(basis.year)},
                                         {"then", money(then, "basis/total", texts)},
                                         {"difference", difference_words(total - then, "difference", texts)}});
    if (last.fixed && basis.fixed)
        say(sentence,
            format_traced(texts, "spending.development.fixed",
                          {{"prices", std::to_string(*spending.price_year)},
                           {"difference", difference_words(*last.fixed - *basis.fixed, "fixed_difference", texts)}}));
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

TracedText distribution_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingYear& last = spending.latest();
    const SpendingYear& basis = *spending.of(spending.basis_year);
    const double on_steps = kroner_of(last.amounts.on_steps());
    if (on_steps <= 0)
        return texts.get("spending.distribution.nothing");
    const auto largest = std::max_element(last.amounts.parts.begin(), last.amounts.parts.begin() + steps_in_parts);
    const auto step = static_cast<std::size_t>(largest - last.amounts.parts.begin());
    TracedText sentence = format_traced(
        texts, "spending.distribution.largest",
        {{"year", std::to_string(last.year)},
         {"share", percent(kroner_of(*largest), on_steps, "latest/step_share/" + std::to_string(step + 1), texts)},
         {"step", part_name(spending, step, texts)},
         {"upper", percent(upper_share(last.amounts), on_steps, "latest/upper_share", texts)}});
    if (const double then = kroner_of(basis.amounts.on_steps()); basis.year != last.year && then > 0)
        say(sentence,
            format_traced(texts, "spending.distribution.then",
                          {{"basis", std::to_string(basis.year)},
                           {"upper", percent(upper_share(basis.amounts), then, "basis/upper_share", texts)}}));
    return sentence;
}

TracedText rest_sentence(const Spending& spending, const Texts& texts)
{
    const StepAmounts& amounts = spending.latest().amounts;
    const auto of = [&](Part part)
    {
        return money(kroner_of(amounts.of(part)), "latest/part/" + std::to_string(static_cast<std::size_t>(part) + 1),
                     texts);
    };
    if (amounts.of(Part::outside) == 0 && amounts.of(Part::ask) == 0 && amounts.of(Part::unmapped) == 0)
        return texts.format("spending.rest.none", {{"year", std::to_string(spending.latest().year)}});
    return format_traced(texts, "spending.rest",
                         {{"year", std::to_string(spending.latest().year)},
                          {"outside", of(Part::outside)},
                          {"ask", of(Part::ask)},
                          {"unmapped", of(Part::unmapped)}});
}

TracedText extra_sentence(const Spending& spending, const Texts& texts)
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
        return format_traced(
            texts, "spending.extra.step",
            {{"step", part_name(spending, step, texts)},
             {"difference", difference_words(*last.extra.at(step), "extra/" + std::to_string(step + 1), texts)}});
    };
    const TracedReplacements values{
        {"basis", std::to_string(spending.basis_year)},
        {"year", std::to_string(last.year)},
        {"prices", spending.extra_in_fixed
                       ? texts.format("spending.prices.fixed", {{"year", std::to_string(*spending.price_year)}})
                       : texts.get("spending.prices.current")},
        {"first", named(most)},
        {"second", named(least)}};
    return format_traced(texts, most == least ? "spending.extra.alike" : "spending.extra", values);
}

TracedText comparison_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    if (!comparison.possible() || !comparison.own)
        return traced_no_comparison_sentence(spending, texts);
    const auto kroner = [&](double value, const std::string& key)
    { return number(format_number(value, 0, texts.language()), key); };
    TracedText groups;
    for (const GroupLevel& group : comparison.groups)
        if (group.comparable() &&
            (group.kind == GroupKind::country || group.kind == GroupKind::region || group.kind == GroupKind::chosen))
        {
            const std::string key = "comparison/" + std::string(group_code(group.kind));
            if (!groups.text.empty())
                groups += "; ";
            groups += format_traced(
                texts, "spending.comparison.group",
                {{"group", group.label},
                 {"level", kroner(*group.level(), key + "/level")},
                 {"weighting", texts.get("spending.weighting." + std::string(weighting_code(group.weighting)))},
                 {"n", number(std::to_string(group.counted), key + "/counted")},
                 {"own", texts.get(group.own_counted ? "spending.own_in" : "spending.own_out")}});
        }
    return format_traced(texts, "spending.comparison.sentence",
                         {{"year", std::to_string(comparison.year)},
                          {"own", kroner(*comparison.own, "comparison/own")},
                          {"groups", groups}});
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

std::vector<TracedText> traced_conclusions(const Spending& spending, const Texts& texts)
{
    if (spending.empty())
        return {};
    std::vector<TracedText> sentences{development_sentence(spending, texts), distribution_sentence(spending, texts),
                                      rest_sentence(spending, texts),        extra_sentence(spending, texts),
                                      comparison_sentence(spending, texts),  texts.get("spending.describes")};
    std::erase_if(sentences, [](const TracedText& sentence) { return sentence.text.empty(); });
    return sentences;
}

std::vector<std::string> conclusions(const Spending& spending, const Texts& texts)
{
    return plain_texts(traced_conclusions(spending, texts));
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

TracedText traced_control_sentence(const Spending& spending, const Texts& texts)
{
    Oere lines = 0;
    Oere parts = 0;
    for (const SpendingYear& year : spending.years)
    {
        lines += year.lines_total;
        parts += year.amounts.total();
    }
    const auto kroner = [&](Oere amount, const char* key)
    { return number(format_kroner(amount, texts.language()), std::string("control/") + key); };
    return format_traced(texts, "spending.control",
                         {{"lines", kroner(lines, "lines")},
                          {"parts", kroner(parts, "parts")},
                          {"difference", kroner(lines - parts, "difference")}});
}

std::string control_sentence(const Spending& spending, const Texts& texts)
{
    return traced_control_sentence(spending, texts).text;
}

TracedText traced_no_comparison_sentence(const Spending& spending, const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    if (comparison.possible() && comparison.own)
        return {};
    if (comparison.others == 0)
        return texts.get("spending.comparison.none");
    return format_traced(texts, "spending.comparison.few",
                         {{"n", number(std::to_string(comparison.others), "comparison/others")},
                          {"year", std::to_string(comparison.year)},
                          {"least", std::to_string(smallest_group)}});
}

std::string no_comparison_sentence(const Spending& spending, const Texts& texts)
{
    return traced_no_comparison_sentence(spending, texts).text;
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
