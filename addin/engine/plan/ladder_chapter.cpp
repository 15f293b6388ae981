// SPDX-License-Identifier: MPL-2.0
#include "plan/ladder_chapter.hpp"

#include "ladder/ladder_charts.hpp"
#include "ladder/ladder_sentences.hpp"
#include "ladder/ladder_sharing.hpp"
#include "ladder/ladder_words.hpp"
#include "plan/known_places.hpp"
#include "plan/plan_part.hpp"
#include "table/date_text.hpp"
#include "table/number_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using TableRow = std::vector<std::string>;

std::string share_text(const LadderRound& round, std::size_t bucket, const Texts& texts)
{
    if (round.buckets[bucket].hidden || round.total.hidden)
        return texts.get("ladder.hidden");
    const auto share = round.share(bucket);
    return share ? format_number(*share, 1, texts.language()) : "–";
}

std::string duration_text(const Stock& stock, bool shared, const Texts& texts)
{
    if (!stock.duration)
        return shared && stock.with_duration > 0 ? texts.get("ladder.hidden") : "–";
    return format_number(*stock.duration, 1, texts.language());
}

PlanTable children_table(const LadderResult& result, const Texts& texts)
{
    const LadderRound& round = result.rounds.back();
    const LadderRound* before = result.rounds.size() > 1 ? &result.rounds[result.rounds.size() - 2] : nullptr;
    PlanTable table;
    table.name = texts.get("ladder.plan.children");
    table.caption = texts.format("ladder.plan.children.caption", {{"date", format_date(round.date, texts.language())}});
    table.widths = {46, 14, 14, 16, 18};
    table.numeric = {false, true, true, true, true};
    table.rows.push_back({texts.get("ladder.report.step"), texts.get("ladder.plan.column.children"),
                          texts.get("ladder.plan.column.before"), texts.get("ladder.plan.column.share"),
                          texts.get("ladder.plan.column.duration")});
    const auto number = [](std::string text, const std::string& kind, std::size_t bucket)
    { return keyed_number(std::move(text), "ladder/" + kind + "/" + bucket_code(bucket)); };
    const auto add =
        [&](std::size_t bucket, const Stock& stock, const Stock* earlier, std::string label, std::string share)
    {
        add_row(table, {std::move(label), number(stock_text(stock, texts), "latest/children", bucket),
                        earlier ? number(stock_text(*earlier, texts), "before/children", bucket) : TracedText("–"),
                        number(std::move(share), "latest/share", bucket),
                        number(duration_text(stock, result.shared, texts), "latest/duration", bucket)});
    };
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket)
    {
        const Stock& stock = round.buckets[bucket];
        if (bucket >= outside_bucket && !stock.children && !(before && before->buckets[bucket].children))
            continue;
        add(bucket, stock, before ? &before->buckets[bucket] : nullptr, bucket_label(result, bucket, texts),
            share_text(round, bucket, texts));
    }
    add(bucket_count, round.total, before ? &before->total : nullptr, texts.get("ladder.bucket.total"), "");
    return table;
}

PlanTable movement_sums(const LadderResult& result, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("ladder.plan.movements");
    table.caption = texts.get("ladder.plan.movements.caption");
    table.widths = {40, 15, 15, 15, 15};
    table.numeric = {false, true, true, true, true};
    table.rows.push_back({texts.get("ladder.report.period"), texts.get("ladder.up"), texts.get("ladder.down"),
                          texts.get("ladder.in"), texts.get("ladder.out")});
    for (const MovementRound& round : result.movements)
    {
        const auto moved = [&](const Moved& children, const char* way)
        {
            return keyed_number(moved_text(children, texts),
                                "ladder/moved/" + format_date(round.date, texts.language()) + "/" + way);
        };
        add_row(table, {period_label(round, texts), moved(round.up, "up"), moved(round.down, "down"),
                        moved(round.in, "in"), moved(round.out, "out")});
    }
    return table;
}

PlanTable movement_table(const LadderResult& result, const Texts& texts)
{
    const MovementRound& round = result.movements.back();
    PlanTable table;
    table.name = texts.get("ladder.plan.table");
    table.caption = texts.format("ladder.plan.table.caption", {{"period", period_label(round, texts)}});
    table.widths = {22, 11, 11, 11, 11, 11, 11, 12};
    table.numeric = {false, true, true, true, true, true, true, true};
    TableRow headings{""};
    for (std::size_t to = 1; to < end_count; ++to)
        headings.push_back(end_label(to, texts));
    headings.push_back(texts.get("ladder.out"));
    table.rows.push_back(std::move(headings));
    for (std::size_t i = 1; i <= end_count; ++i)
    {
        const std::size_t from = i % end_count;
        const auto moved = [&](std::size_t to)
        {
            return keyed_number(moved_text(round.cells[from][to], texts),
                                "ladder/moved/latest/" + std::to_string(from) + "/" + std::to_string(to));
        };
        std::vector<TracedText> row{from == 0 ? texts.get("ladder.in")
                                              : texts.format("ladder.report.from", {{"step", end_label(from, texts)}})};
        row.reserve(end_count + 1);
        for (std::size_t to = 1; to < end_count; ++to)
            row.push_back(moved(to));
        row.push_back(from == 0 ? TracedText{} : moved(0));
        add_row(table, std::move(row));
    }
    return table;
}

std::string unsettled(const LadderResult& result, const Texts& texts)
{
    std::string codes;
    for (const ToSettle& one : result.to_settle)
        codes += (codes.empty() ? "" : "; ") + mapping_kind_words(one.kind, texts) + " " + one.code + " (" +
                 why_unsettled(one, texts) + ")";
    return texts.format("ladder.plan.settle", {{"codes", codes}});
}

} // namespace

PlanBlocks ladder_chapter(const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    if (result.rounds.empty() && result.movements.empty())
        return {};
    PlanChapter chapter("ladder");
    chapter.add("heading", PlanHeading{1, texts.get("ladder.plan.heading"), true});
    chapter.add("reading", PlanParagraph{texts.get("ladder.report.descriptive"), ParagraphLook::note});
    if (!workbook.data_note.empty())
        chapter.add("data_note", PlanParagraph{workbook.data_note, ParagraphLook::invented});
    if (std::string note = ladder_sharing_note(result, texts); !note.empty())
        chapter.add("sharing", PlanParagraph{std::move(note), ParagraphLook::note});
    TracedText said;
    for (const TracedText& sentence : traced_ladder_sentences(result, texts))
        say(said, sentence);
    chapter.add("text", traced_paragraph(std::move(said)));
    for (TracedText& caution : traced_ladder_cautions(result, texts))
        chapter.add("cautions", traced_paragraph(std::move(caution), ParagraphLook::note));
    if (!result.to_settle.empty())
        chapter.add("to_settle", PlanParagraph{unsettled(result, texts), ParagraphLook::note});
    if (auto chart = distribution_chart(result, workbook, texts))
        chapter.add(std::move(*chart));
    if (!result.rounds.empty())
        chapter.add("children", children_table(result, texts));
    if (!result.movements.empty())
    {
        chapter.add("movements.heading", PlanHeading{2, texts.get("ladder.plan.movements")});
        if (auto chart = movement_chart(result, workbook, texts))
            chapter.add(std::move(*chart));
        chapter.add("movements.sums", movement_sums(result, texts));
        chapter.add("movements.table", movement_table(result, texts));
    }
    chapter.add("assessment", PlanParagraph{texts.get("ladder.plan.to_write"), ParagraphLook::to_write});
    PlanBlocks blocks = chapter.blocks();
    locate_numbers(blocks, ladder_places(result, workbook, texts));
    return blocks;
}

} // namespace trinvis
