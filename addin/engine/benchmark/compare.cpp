// SPDX-License-Identifier: MPL-2.0
#include "benchmark/compare.hpp"

#include "benchmark/judge.hpp"
#include "statistics/funnel.hpp"
#include "statistics/ranking.hpp"
#include "statistics/summary.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>

namespace trinvis
{

namespace
{

Verdict from_funnel(std::optional<statistics::FunnelVerdict> verdict)
{
    if (!verdict)
        return Verdict::not_computable;
    switch (*verdict)
    {
    case statistics::FunnelVerdict::low_998:
        return Verdict::low_998;
    case statistics::FunnelVerdict::low_95:
        return Verdict::low_95;
    case statistics::FunnelVerdict::high_95:
        return Verdict::high_95;
    case statistics::FunnelVerdict::high_998:
        return Verdict::high_998;
    default:
        return Verdict::not_significant;
    }
}

Verdict funnel_verdict(const Figure& figure, const Measured& own, double reference)
{
    if (figure.kind == FigureKind::share)
    {
        const double expected = own.denominator * reference;
        if (std::min(expected, own.denominator - expected) < smallest_expected)
            return Verdict::small_base;
        return from_funnel(statistics::proportion_verdict(own.numerator, own.denominator, reference));
    }
    if (figure.kind == FigureKind::rate)
    {
        const double expected = own.denominator * reference;
        if (expected < smallest_expected)
            return Verdict::small_base;
        return from_funnel(statistics::count_verdict(own.numerator, expected));
    }
    return Verdict::not_computable;
}

struct GroupNumbers
{
    std::vector<double> counted; ///< behind the means
    std::vector<double> numerators;
    std::vector<double> denominators;
    std::vector<std::optional<double>> ranked; ///< own first
    std::size_t others = 0;
    std::map<Absence, std::size_t> missing;
};

GroupNumbers gather(const Group& group, const Figure& figure, Date period, const FigureSource& source,
                    const Measured& own)
{
    GroupNumbers numbers;
    numbers.ranked.push_back(own.known() ? std::optional(own.value) : std::nullopt);
    for (const std::size_t member : group.members)
    {
        const bool is_own = member == source.own_index();
        const Measured measured = is_own ? own : source.of(member, figure, period);
        if (!measured.known())
        {
            if (!is_own || group.own_counted)
                ++numbers.missing[measured.absence];
            continue;
        }
        if (!is_own)
        {
            ++numbers.others;
            numbers.ranked.emplace_back(measured.value);
        }
        if (!is_own || group.own_counted)
        {
            numbers.counted.push_back(measured.value);
            numbers.numerators.push_back(measured.numerator);
            numbers.denominators.push_back(measured.denominator);
        }
    }
    return numbers;
}

void take_level(Comparison& comparison, Weighting wanted)
{
    const bool no_ratio = wanted == Weighting::ratio_of_sums && !comparison.ratio_of_sums;
    comparison.weighting = no_ratio ? Weighting::unweighted_mean : wanted;
    comparison.level = comparison.weighting == Weighting::ratio_of_sums ? comparison.ratio_of_sums
                       : comparison.weighting == Weighting::median      ? comparison.median
                                                                        : comparison.mean;
}

Comparison compare_one(const Group& group, const Figure& figure, Date period, const FigureSource& source,
                       const Measured& own, Weighting weighting)
{
    Comparison comparison;
    comparison.figure = figure.id;
    comparison.period = period;
    comparison.group = group.kind;
    comparison.group_label = group.label;
    comparison.own_counted = group.own_counted;
    comparison.own = own;
    const GroupNumbers numbers = gather(group, figure, period, source, own);
    comparison.counted = numbers.counted.size();
    comparison.others = numbers.others;
    comparison.reasons.assign(numbers.missing.begin(), numbers.missing.end());
    for (const auto& [absence, count] : comparison.reasons)
        comparison.missing += count;
    if (numbers.others < smallest_group)
        return comparison;
    comparison.mean = statistics::mean_of(numbers.counted);
    comparison.median = statistics::median(numbers.counted);
    const double denominators = statistics::sum(numbers.denominators);
    if (figure.value.empty() && denominators > 0)
        comparison.ratio_of_sums = statistics::sum(numbers.numerators) / denominators * figure.factor;
    take_level(comparison, weighting);
    comparison.verdict = Verdict::not_computable;
    if (!own.known())
        return comparison;
    comparison.rank = statistics::ranks(numbers.ranked, false).front().value_or(0);
    comparison.ranked = static_cast<int>(numbers.ranked.size());
    std::vector<double> all;
    for (const std::optional<double>& value : numbers.ranked)
        if (value)
            all.push_back(*value);
    comparison.quartile = statistics::quartile_band(all, own.value).value_or(0);
    if (comparison.ratio_of_sums)
        comparison.verdict = funnel_verdict(figure, own, *comparison.ratio_of_sums / figure.factor);
    return comparison;
}

void form_groups(Benchmark& benchmark, const Workbook& workbook, const FigureSource& source, const Words& words,
                 Date today)
{
    const Municipalities& municipalities = source.municipalities();
    benchmark.settings = read_group_settings(workbook, words, municipalities);
    benchmark.similarity = find_similar(benchmark.settings, workbook, source, today);
    std::vector<Date> periods;
    for (const Round& round : workbook.rounds)
        if (round.date && *round.date <= today)
            periods.push_back(*round.date);
    benchmark.groups = groups_of(source.own_index().value(), benchmark.settings, benchmark.similarity, periods,
                                 municipalities, words.in(workbook.language));
    benchmark.weighting = benchmark.settings.weighting;
    // A main group that is not there is told as a fault of the sheet or of the similarity.
    if (std::ranges::any_of(benchmark.groups, [wanted = benchmark.settings.main_group](const Group& group)
                            { return group.kind == wanted; }))
        benchmark.main_group = benchmark.settings.main_group;
}

} // namespace

FigureSource::FigureSource(const Workbook& workbook, const ComparisonData& data, const Words& words,
                           const Municipalities& municipalities)
    : m_workbook(workbook), m_data(data), m_municipalities(municipalities), m_reader(words)
{
    if (workbook.municipality)
        m_own_index = static_cast<std::size_t>(workbook.municipality - municipalities.all().data());
}

Value FigureSource::entry(std::string_view item, Date cut_off) const
{
    const EntryLine* line = item.empty() ? nullptr : m_workbook.line(item);
    if (!line)
        return {};
    for (const Round& round : m_workbook.rounds)
        if (round.date == cut_off)
            return m_reader.read(m_workbook.grid(m_workbook.entry).at(line->row, round.column));
    return {};
}

Measured FigureSource::own(const Figure& figure, Date cut_off) const
{
    return measure(figure, entry(figure.numerator, cut_off), entry(figure.denominator, cut_off),
                   entry(figure.value, cut_off));
}

Measured FigureSource::of(std::size_t municipality, const Figure& figure, Date cut_off) const
{
    if (municipality == m_own_index)
        return own(figure, cut_off);
    if (!m_data.comparable(municipality, figure, cut_off))
    {
        Measured counted_otherwise;
        counted_otherwise.absence = Absence::other_definition;
        return counted_otherwise;
    }
    return measure(figure, m_data.value(municipality, figure.numerator, cut_off),
                   m_data.value(municipality, figure.denominator, cut_off),
                   m_data.value(municipality, figure.value, cut_off));
}

Benchmark compare(const Workbook& workbook, const ComparisonData& data, const Words& words,
                  const Municipalities& municipalities, Date today)
{
    Benchmark benchmark;
    const std::string note = folded(workbook.data_note);
    benchmark.invented = data.invented() || note.find(folded(words.danish.get("word.invented"))) != std::string::npos ||
                         note.find(folded(words.english.get("word.invented"))) != std::string::npos;
    if (!workbook.municipality)
        return benchmark;
    const FigureSource source(workbook, data, words, municipalities);
    form_groups(benchmark, workbook, source, words, today);
    for (const Figure& figure : workbook.figures)
    {
        std::optional<double> last;
        std::optional<Date> last_date;
        for (const Round& round : workbook.rounds)
        {
            if (!round.date || *round.date > today)
                continue;
            const Measured own = source.own(figure, *round.date);
            for (const Group& group : benchmark.groups)
            {
                if (!group.holds_on(*round.date))
                    continue;
                Comparison comparison = compare_one(group, figure, *round.date, source, own, benchmark.weighting);
                if (own.known() && last)
                {
                    comparison.change = own.value - *last;
                    comparison.change_since = last_date;
                }
                benchmark.comparisons.push_back(std::move(comparison));
            }
            if (own.known())
            {
                last = own.value;
                last_date = round.date;
            }
        }
    }
    judge(benchmark, source, workbook.figures);
    return benchmark;
}

std::optional<double> named_level(const Comparison& comparison)
{
    if (comparison.verdict == Verdict::no_group)
        return std::nullopt;
    return comparison.verdict == Verdict::not_computable ? comparison.level : comparison.ratio_of_sums;
}

Weighting named_weighting(const Comparison& comparison)
{
    return comparison.verdict == Verdict::not_computable ? comparison.weighting : Weighting::ratio_of_sums;
}

std::vector<const Comparison*> latest(const Benchmark& benchmark, std::string_view figure)
{
    std::vector<const Comparison*> found;
    for (const Comparison& comparison : benchmark.comparisons)
    {
        if (comparison.figure != figure || !comparison.own.known())
            continue;
        if (!found.empty() && found.front()->period < comparison.period)
            found.clear();
        if (found.empty() || found.front()->period == comparison.period)
            found.push_back(&comparison);
    }
    return found;
}

std::vector<const Comparison*> spoken_of(const std::vector<const Comparison*>& comparisons, const Benchmark& benchmark)
{
    std::vector<const Comparison*> spoken;
    for (const Comparison* comparison : comparisons)
        if (comparison->group == GroupKind::country || comparison->group == GroupKind::region ||
            comparison->group == benchmark.main_group)
            spoken.push_back(comparison);
    return spoken;
}

std::string_view unknown_why(const Benchmark& benchmark, std::string_view figure)
{
    if (std::any_of(benchmark.comparisons.begin(), benchmark.comparisons.end(),
                    [figure](const Comparison& comparison)
                    { return comparison.figure == figure && comparison.own.state == ValueState::confidential; }))
        return "confidential";
    return benchmark.left_out > 0 ? "not_usable" : "not_reported";
}

} // namespace trinvis
