// SPDX-License-Identifier: MPL-2.0
#include "benchmark/judge.hpp"

#include "benchmark/inspiration.hpp"
#include "statistics/multiple_testing.hpp"

#include <algorithm>
#include <map>

namespace trinvis
{

namespace
{

/// What a comparison is judged by, until the family of its tests is complete.
struct Pending
{
    Comparison* comparison = nullptr;
    Direction direction = Direction::neither;
    AgainstOthers against;
    std::optional<ChancePlace> place;
};

/// What everybody has of a figure on a date, by municipality; the own municipality's is not among them.
using Others = std::vector<Measured>;

struct OthersOfGroup
{
    std::vector<std::size_t> members; ///< those with a value
    std::vector<double> values;
    std::vector<double> counts;
    std::vector<double> bases;
    std::vector<CountAndBase> pairs;
};

Others measure_others(const Benchmark& benchmark, const FigureSource& source, const Figure& figure, Date period)
{
    Others others(source.municipalities().all().size());
    std::vector<bool> wanted(others.size());
    for (const Group& group : benchmark.groups)
        for (const std::size_t member : group.members)
            wanted[member] = member != source.own_index();
    for (std::size_t i = 0; i < others.size(); ++i)
        if (wanted[i])
            others[i] = source.of(i, figure, period);
    return others;
}

OthersOfGroup others_of(const Group& group, const Others& others)
{
    OthersOfGroup of;
    for (const std::size_t member : group.members)
    {
        const Measured& measured = others[member];
        if (!measured.known())
            continue;
        of.members.push_back(member);
        of.values.push_back(measured.value);
        of.counts.push_back(measured.numerator);
        of.bases.push_back(measured.denominator);
        of.pairs.push_back({measured.numerator, measured.denominator});
    }
    return of;
}

const Group* group_of(const Benchmark& benchmark, const Comparison& comparison)
{
    const auto found =
        std::ranges::find_if(benchmark.groups, [&](const Group& group)
                             { return group.kind == comparison.group && group.label == comparison.group_label; });
    return found == benchmark.groups.end() ? nullptr : &*found;
}

int merit_of(int sign, Direction direction)
{
    switch (direction)
    {
    case Direction::higher:
        return sign;
    case Direction::lower:
        return -sign;
    default:
        return 0;
    }
}

Pending judge_alone(Comparison& comparison, const Group& group, const Figure& figure, const Others& all,
                    const std::optional<Spread>& country)
{
    Judgement& judgement = comparison.judgement;
    Pending pending{&comparison, figure.direction, {}, {}};
    judgement.verdict = comparison.verdict;
    if (comparison.verdict == Verdict::no_group || !comparison.own.known())
        return pending;
    const OthersOfGroup others = others_of(group, all);
    std::vector<double> ranked = others.values;
    ranked.push_back(comparison.own.value);
    judgement.standing = standing(ranked, comparison.own.value, figure.direction);
    if (const auto level = named_level(comparison))
    {
        judgement.distance = comparison.own.value - *level;
        judgement.potential = potential(figure.kind, comparison.own, figure.factor, *level);
    }
    for (const std::size_t better : better_beyond_chance(
             figure.kind, figure.direction, {comparison.own.numerator, comparison.own.denominator}, others.pairs))
        judgement.inspiration.push_back(others.members[better]);
    if (comparison.verdict == Verdict::not_computable)
        return pending;
    judgement.spread = spread_among(figure.kind, others.counts, others.bases);
    if (!judgement.spread)
        judgement.spread = country;
    double others_count = 0;
    double others_base = 0;
    for (std::size_t i = 0; i < others.counts.size(); ++i)
    {
        others_count += others.counts[i];
        others_base += others.bases[i];
    }
    pending.against = {figure.kind,
                       comparison.own.numerator,
                       comparison.own.denominator,
                       others_count,
                       others_base,
                       group.own_counted,
                       judgement.spread ? judgement.spread->between_variance : 0};
    pending.place = place_of(pending.against, comparison.own.numerator);
    if (pending.place)
        judgement.p = pending.place->p;
    return pending;
}

Doubt doubt_of(Verdict funnel, const Pending& pending, Verdict held)
{
    if (difference_claimed(funnel) == 0 || difference_claimed(held) != 0)
        return Doubt::none;
    return difference_claimed(verdict_at(pending.place, {})) == 0 ? Doubt::overdispersion : Doubt::many_figures;
}

using Family = std::vector<Pending*>;

std::vector<std::optional<double>> adjusted(const std::vector<double>& p)
{
    return statistics::benjamini_hochberg(std::vector<std::optional<double>>(p.begin(), p.end()));
}

SignificanceLimits limits_without(std::vector<double> p, std::size_t own)
{
    p.erase(p.begin() + static_cast<std::ptrdiff_t>(own));
    return limits_among(p);
}

void judge_verdicts(const Family& all)
{
    Family family;
    std::vector<double> p;
    for (Pending* pending : all)
        if (pending->comparison->judgement.p)
        {
            family.push_back(pending);
            p.push_back(*pending->comparison->judgement.p);
        }
    const std::vector<std::optional<double>> held = adjusted(p);
    for (std::size_t i = 0; i < family.size(); ++i)
    {
        Comparison& comparison = *family[i]->comparison;
        Judgement& judgement = comparison.judgement;
        const SignificanceLimits limits = limits_without(p, i);
        judgement.family = p.size();
        judgement.adjusted_p = held[i];
        judgement.verdict = verdict_at(family[i]->place, limits);
        judgement.doubt = doubt_of(comparison.verdict, *family[i], judgement.verdict);
        judgement.merit = merit_of(difference_claimed(judgement.verdict), family[i]->direction);
        judgement.turning_point = turning_point(family[i]->against, limits);
    }
}

void judge_trends(const Family& all)
{
    Family family;
    std::vector<double> p;
    for (Pending* pending : all)
        if (pending->comparison->judgement.trend.p)
        {
            family.push_back(pending);
            p.push_back(*pending->comparison->judgement.trend.p);
        }
    for (std::size_t i = 0; i < family.size(); ++i)
    {
        Judgement& judgement = family[i]->comparison->judgement;
        judgement.trend.state = trend_at(judgement.trend, limits_without(p, i).inner);
        const int moved = judgement.trend.state == TrendState::none ? 0 : judgement.trend.direction;
        judgement.trend_merit = merit_of(moved, family[i]->direction);
    }
}

/// The latest round last, so that its family has the last word.
void judge_families(std::vector<Pending>& all)
{
    std::map<std::pair<GroupKind, Date>, Family> by_round;
    std::map<GroupKind, std::map<std::string, Pending*>> latest_by_group;
    for (Pending& pending : all)
    {
        const Comparison& comparison = *pending.comparison;
        const GroupKind group = comparison.group;
        by_round[{group, comparison.period}].push_back(&pending);
        if (comparison.own.known())
            latest_by_group[group][comparison.figure] = &pending;
    }
    for (const auto& [round, family] : by_round)
    {
        judge_verdicts(family);
        judge_trends(family);
    }
    for (const auto& [group, figures] : latest_by_group)
    {
        Family family;
        family.reserve(figures.size());
        for (const auto& [figure, pending] : figures)
            family.push_back(pending);
        judge_verdicts(family);
        judge_trends(family);
    }
}

const Figure* figure_of(const std::vector<Figure>& figures, std::string_view id)
{
    const auto found = std::ranges::find(figures, id, &Figure::id);
    return found == figures.end() ? nullptr : &*found;
}

} // namespace

std::string_view doubt_code(Doubt doubt)
{
    switch (doubt)
    {
    case Doubt::overdispersion:
        return "overdispersion";
    case Doubt::many_figures:
        return "many-figures";
    default:
        return "none";
    }
}

void judge(Benchmark& benchmark, const FigureSource& source, const std::vector<Figure>& figures)
{
    std::vector<Pending> all;
    all.reserve(benchmark.comparisons.size());
    std::vector<Measured> rounds;
    Others others;
    std::optional<Spread> country;
    Trend trend;
    const Comparison* last = nullptr;
    for (Comparison& comparison : benchmark.comparisons)
    {
        const Figure* figure = figure_of(figures, comparison.figure);
        const Group* group = group_of(benchmark, comparison);
        if (!figure || !group)
            continue;
        if (!last || last->figure != comparison.figure)
            rounds.clear();
        if (!last || last->figure != comparison.figure || last->period != comparison.period)
        {
            others = measure_others(benchmark, source, *figure, comparison.period);
            rounds.push_back(comparison.own);
            trend = trend_of(figure->kind, rounds);
            country.reset();
            for (const Group& one : benchmark.groups)
                if (one.kind == GroupKind::country)
                {
                    const OthersOfGroup everybody = others_of(one, others);
                    country = spread_among(figure->kind, everybody.counts, everybody.bases);
                }
            if (country)
                country->of_country = true;
        }
        last = &comparison;
        comparison.judgement.trend = trend;
        all.push_back(judge_alone(comparison, *group, *figure, others, country));
    }
    judge_families(all);
}

} // namespace trinvis
