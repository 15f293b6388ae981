// SPDX-License-Identifier: MPL-2.0
#include "plan/figure_rounds.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "plan/plan_part.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace trinvis
{

namespace
{

constexpr std::size_t most_rounds = 6;

/// A figure's comparisons of each round, the latest first.
std::map<Date, std::vector<const Comparison*>, std::greater<>> by_round(const Benchmark& benchmark,
                                                                        const std::string& figure)
{
    std::map<Date, std::vector<const Comparison*>, std::greater<>> rounds;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.figure == figure)
            rounds[comparison.period].push_back(&comparison);
    return rounds;
}

PlanTable rounds_table(const Figure& figure, const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    const Language language = inputs.workbook.language;
    PlanTable table;
    table.name = texts.format("plan.table.rounds", {{"figure", figure.id}});
    table.caption = texts.format("plan.rounds.caption", {{"figure", figure.name}, {"unit", figure.unit}});
    table.rows.emplace_back();
    for (const char* key : {"period", "own", "change", "country", "group", "verdict"})
        table.rows.back().push_back(texts.get("plan.status." + std::string(key)));
    table.widths = {18, 14, 14, 14, 14, 26};
    table.numeric = {false, true, true, true, true, false};
    for (const auto& [period, comparisons] : by_round(inputs.benchmark, figure.id))
    {
        if (table.rows.size() > most_rounds)
            break;
        const Comparison& any = *comparisons.front();
        if (!any.own.known())
            continue;
        const int decimals = shown_decimals(figure, any.own.value);
        const auto level = [&](const Comparison* comparison) {
            return comparison && comparison->level ? format_number(*comparison->level, decimals, language)
                                                   : std::string("–");
        };
        const Comparison* country = of_group(comparisons, GroupKind::country);
        table.rows.push_back({format_date(period, language), format_number(any.own.value, decimals, language),
                              any.change ? (*any.change > 0 ? "+" : "") + format_number(*any.change, decimals, language)
                                         : std::string("–"),
                              level(country), level(of_group(comparisons, inputs.benchmark.main_group)),
                              country ? verdict_words(*country, texts) : std::string("–")});
    }
    return table;
}

} // namespace

void add_figure_rounds(PlanContent& plan, const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanChapter chapter("figures");
    for (const Figure& figure : inputs.workbook.figures)
    {
        PlanTable table = rounds_table(figure, inputs);
        if (table.rows.size() < 2)
            continue;
        if (chapter.blocks().empty())
        {
            chapter.add("numbers", PlanHeading{2, texts.get("plan.rounds.heading"), true});
            chapter.add("numbers", PlanParagraph{texts.get("plan.rounds.intro")});
        }
        chapter.add(figure.id + ".rounds", std::move(table));
    }
    PlanBlocks& blocks = plan.slots["figures"];
    blocks.insert(blocks.end(), chapter.blocks().begin(), chapter.blocks().end());
}

} // namespace trinvis
