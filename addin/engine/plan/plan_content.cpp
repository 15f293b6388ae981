// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_content.hpp"

#include "benchmark/chart_parts.hpp"
#include "benchmark/words.hpp"
#include "plan/known_places.hpp"
#include "plan/plan_part.hpp"
#include "table/number_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using TableRow = std::vector<std::string>;

constexpr std::size_t most_findings = 40;
constexpr int empty_goal_rows = 3;

/// The sentences around a definition end with a full stop of their own.
std::string without_full_stop(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    return text;
}

TableRow headings(const Texts& texts, std::string_view table, std::initializer_list<const char*> keys)
{
    TableRow row;
    for (const char* key : keys)
        row.push_back(texts.get("plan." + std::string(table) + "." + key));
    return row;
}

TracedText level_text(const Figure& figure, const Comparison* comparison, Language language)
{
    if (!comparison || !comparison->level)
        return "–";
    return keyed_number(format_number(*comparison->level, shown_decimals(figure, comparison->own.value), language),
                        group_key(*comparison, "level"));
}

/// The main group as it is called in the latest round.
std::string main_group_label(const Benchmark& benchmark)
{
    for (auto comparison = benchmark.comparisons.rbegin(); comparison != benchmark.comparisons.rend(); ++comparison)
        if (comparison->group == benchmark.main_group)
            return comparison->group_label;
    return {};
}

PlanBlocks status(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    const Language language = inputs.workbook.language;
    PlanTable table;
    table.name = texts.get("plan.table.status");
    table.caption = texts.get("plan.status.caption");
    table.rows.push_back(
        headings(texts, "status", {"figure", "unit", "period", "own", "change", "country", "group", "verdict"}));
    table.widths = {30, 15, 16, 10, 11, 11, 12, 20};
    table.numeric = {false, false, false, true, true, true, true, false};
    for (const Figure& figure : inputs.workbook.figures)
    {
        const auto comparisons = latest(inputs.benchmark, figure.id);
        if (comparisons.empty())
        {
            table.rows.push_back({figure.id + " " + figure.name, figure.unit, "–", "–", "–", "–", "–",
                                  texts.get("comparison." + std::string(unknown_why(inputs.benchmark, figure.id)))});
            continue;
        }
        const Comparison& first = *comparisons.front();
        const Comparison* country = of_group(comparisons, GroupKind::country);
        const int decimals = shown_decimals(figure, first.own.value);
        std::string change = "–";
        if (first.change)
            change = (*first.change > 0 ? "+" : "") + format_number(*first.change, decimals, language);
        add_row(table, {figure.id + " " + figure.name, figure.unit, format_date(first.period, language),
                        keyed_number(format_number(first.own.value, decimals, language), figure_key(figure.id, "own")),
                        keyed_number(change, figure_key(figure.id, "change")), level_text(figure, country, language),
                        level_text(figure, of_group(comparisons, inputs.benchmark.main_group), language),
                        country ? verdict_words(*country, texts) : "–"});
    }
    PlanChapter chapter("status");
    chapter.add("intro", PlanParagraph{texts.format("plan.status.intro." +
                                                        std::string(weighting_code(inputs.benchmark.weighting)),
                                                    {{"group", main_group_label(inputs.benchmark)}}),
                                       ParagraphLook::body});
    chapter.add("table", std::move(table));
    chapter.add("note", PlanParagraph{texts.get("plan.status.note"), ParagraphLook::note});
    if (inputs.benchmark.left_out > 0)
        chapter.add("left_out", traced_paragraph(count_traced(texts, "benchmark.left_out", inputs.benchmark.left_out,
                                                              "validation/left_out"),
                                                 ParagraphLook::note));
    return chapter.blocks();
}

PlanBlocks figures(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanChapter chapter("figures");
    if (auto profile = profile_chart(inputs.benchmark, inputs.source, inputs.workbook, texts))
    {
        chapter.add("profile.intro", PlanParagraph{texts.get("plan.profile.intro"), ParagraphLook::body});
        chapter.add(std::move(*profile));
    }
    for (const Figure& figure : inputs.workbook.figures)
    {
        const auto comparisons = latest(inputs.benchmark, figure.id);
        // A figure fills a page of its own; the first one follows the chapter's heading where there is no profile.
        chapter.add(figure.id + ".heading",
                    PlanHeading{2, figure.id + " " + figure.name, !chapter.blocks().empty() && !comparisons.empty()});
        const auto own_definition = figure.definition.find("official_definition");
        const auto proposal = figure.definition.find("working_definition");
        if (own_definition != figure.definition.end())
            chapter.add(figure.id + ".definition",
                        PlanParagraph{texts.format("plan.figure.definition",
                                                   {{"definition", without_full_stop(own_definition->second)}}),
                                      ParagraphLook::note});
        else if (proposal != figure.definition.end())
            chapter.add(figure.id + ".definition",
                        PlanParagraph{texts.format("plan.figure.provisional_definition",
                                                   {{"definition", without_full_stop(proposal->second)}}),
                                      ParagraphLook::note});
        if (comparisons.empty())
        {
            chapter.add(figure.id + ".text",
                        PlanParagraph{texts.get("plan.figure." + std::string(unknown_why(inputs.benchmark, figure.id))),
                                      ParagraphLook::body});
            continue;
        }
        TracedText text = traced_own_sentence(*comparisons.front(), figure, texts);
        for (const Comparison* comparison : spoken_of(comparisons, inputs.benchmark))
            say(text, traced_standing_sentence(*comparison, figure, texts));
        say(text, traced_change_sentence(*comparisons.front(), figure, texts));
        say(text, traced_trend_sentence(*comparisons.front(), figure, texts));
        if (const Comparison* main = of_group(comparisons, inputs.benchmark.main_group))
            say(text, traced_potential_sentence(*main, figure, texts));
        chapter.add(figure.id + ".text", traced_paragraph(std::move(text)));
        if (const auto remark = figure.definition.find("remark"); remark != figure.definition.end())
            chapter.add(figure.id + ".reservation",
                        PlanParagraph{texts.format("plan.figure.reservation",
                                                   {{"reservation", without_full_stop(remark->second)}}),
                                      ParagraphLook::note});
        for (ChartContent& chart : figure_charts(figure, inputs.benchmark, inputs.source, inputs.workbook, texts))
            chapter.add(std::move(chart));
        chapter.add(figure.id + ".assessment",
                    PlanParagraph{texts.get("plan.figure.assessment"), ParagraphLook::to_write});
    }
    return chapter.blocks();
}

PlanBlocks findings(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanChapter chapter("findings");
    for (const std::string& line : inputs.benchmark.sharing)
        chapter.add("sharing", PlanParagraph{line, ParagraphLook::body});
    if (!chapter.blocks().empty())
    {
        // A finding quotes the numbers that it is about, hidden ones too.
        chapter.add("internal", PlanParagraph{texts.get("plan.findings.internal"), ParagraphLook::note});
        return chapter.blocks();
    }
    chapter.add("readiness", traced_paragraph(traced_readiness_line(inputs.validation, texts)));
    PlanTable table;
    table.name = texts.get("plan.table.findings");
    table.caption = texts.get("plan.findings.caption");
    table.rows.push_back(headings(texts, "findings", {"severity", "place", "message", "remedy"}));
    table.widths = {14, 18, 38, 38};
    table.numeric = {false, false, false, false};
    std::size_t left_out = 0;
    for (const Finding& finding : inputs.validation.findings)
    {
        if (finding.severity == rules::Severity::information)
            continue;
        if (table.rows.size() > most_findings)
        {
            ++left_out;
            continue;
        }
        const std::string place = finding.sheet + " " + finding.cell;
        add_row(table, {texts.get("severity." + std::string(rules::severity_code(finding.severity))),
                        TracedText(place, {"finding/" + place, finding.sheet, finding.cell}), finding.message,
                        finding.remedy});
    }
    if (table.rows.size() > 1)
        chapter.add("table", std::move(table));
    if (left_out > 0)
        chapter.add("more",
                    traced_paragraph(format_traced(texts, "plan.findings.more",
                                                   {{"n", keyed_number(std::to_string(left_out), "validation/more")}}),
                                     ParagraphLook::note));
    return chapter.blocks();
}

PlanBlocks table_to_fill(const Texts& texts, std::string_view id, std::initializer_list<const char*> columns,
                         std::vector<int> widths)
{
    PlanTable table;
    table.name = texts.get("plan.table." + std::string(id));
    table.caption = texts.get("plan." + std::string(id) + ".caption");
    table.rows.push_back(headings(texts, id, columns));
    table.widths = std::move(widths);
    table.numeric.assign(columns.size(), false);
    for (int i = 0; i < empty_goal_rows; ++i)
        table.rows.emplace_back(columns.size());
    PlanChapter chapter(id);
    chapter.add("table", std::move(table));
    return chapter.blocks();
}

PlanBlocks definitions(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanTable table;
    table.name = texts.get("plan.table.definitions");
    table.caption = texts.get("plan.definitions.caption");
    table.rows.push_back(headings(texts, "definitions", {"figure", "definition", "origin", "unit"}));
    table.widths = {28, 50, 20, 16};
    table.numeric = {false, false, false, false};
    for (const Figure& figure : inputs.workbook.figures)
    {
        const auto official = figure.definition.find("official_definition");
        const auto proposal = figure.definition.find("working_definition");
        const bool has_official = official != figure.definition.end();
        table.rows.push_back({figure.id + " " + figure.name,
                              has_official                          ? official->second
                              : proposal != figure.definition.end() ? proposal->second
                                                                    : std::string("–"),
                              texts.get(has_official ? "plan.definitions.own" : "word.provisional"), figure.unit});
    }
    PlanChapter chapter("definitions");
    chapter.add("table", std::move(table));
    return chapter.blocks();
}

PlanBlocks sources(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanChapter chapter("sources");
    for (const char* key : {"plan.sources.own", "plan.sources.comparison", "plan.sources.municipalities",
                            "plan.sources.methods", "plan.sources.no_authority"})
        chapter.add("text", PlanParagraph{texts.get(key), ParagraphLook::body});
    return chapter.blocks();
}

} // namespace

const std::vector<std::string_view>& plan_slots()
{
    static const std::vector<std::string_view> slots{
        "invented", "background", "mini_analysis", "status",  "figures",      "findings",   "survey",
        "ladder",   "spending",   "focus",         "goals",   "activities",   "practice",   "theory",
        "course",   "follow_up",  "definitions",   "sources", "organisation", "validation", "disclosure"};
    return slots;
}

PlanContent plan_content(const PlanInputs& inputs)
{
    const Texts& texts = inputs.texts;
    PlanContent plan;
    plan.title = texts.get("plan.title") + " – " + inputs.workbook.municipality->name;
    plan.values["municipality"] = inputs.workbook.municipality->name;
    plan.values["date"] = format_date(inputs.today, inputs.workbook.language);
    plan.slots["status"] = status(inputs);
    plan.slots["figures"] = figures(inputs);
    plan.slots["findings"] = findings(inputs);
    plan.slots["goals"] =
        table_to_fill(texts, "goals", {"goal", "figure", "baseline", "target", "deadline"}, {34, 24, 16, 16, 16});
    plan.slots["activities"] = table_to_fill(
        texts, "activities", {"activity", "goal", "responsible", "start", "end", "status"}, {34, 20, 20, 13, 13, 14});
    plan.slots["follow_up"] =
        table_to_fill(texts, "follow_up", {"date", "who", "figures", "conclusion"}, {18, 26, 26, 40});
    plan.slots["definitions"] = definitions(inputs);
    plan.slots["sources"] = sources(inputs);
    // Those of the working tools and of what stands around them are filled by others.
    for (const std::string_view slot : plan_slots())
        plan.slots.try_emplace(std::string(slot));
    PlanChapter invented("invented");
    if (inputs.benchmark.invented)
        invented.add("example", PlanParagraph{texts.get("plan.invented"), ParagraphLook::invented});
    if (!inputs.workbook.data_note.empty())
        invented.add("data_note", PlanParagraph{inputs.workbook.data_note, ParagraphLook::invented});
    plan.slots["invented"] = invented.blocks();
    const NumberPlaces places = figure_places(inputs.benchmark, inputs.workbook, texts);
    for (auto& [slot, blocks] : plan.slots)
        locate_numbers(blocks, places);
    return plan;
}

} // namespace trinvis
