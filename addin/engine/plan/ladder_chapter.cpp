// SPDX-License-Identifier: MPL-2.0
#include "plan/ladder_chapter.hpp"

#include "ladder/ladder_charts.hpp"
#include "ladder/ladder_sentences.hpp"
#include "ladder/ladder_sharing.hpp"
#include "ladder/ladder_words.hpp"
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
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket)
    {
        const Stock& stock = round.buckets[bucket];
        if (bucket >= outside_bucket && !stock.children && !(before && before->buckets[bucket].children))
            continue;
        table.rows.push_back({bucket_label(result, bucket, texts), stock_text(stock, texts),
                              before ? stock_text(before->buckets[bucket], texts) : "–",
                              share_text(round, bucket, texts), duration_text(stock, result.shared, texts)});
    }
    table.rows.push_back({texts.get("ladder.bucket.total"), stock_text(round.total, texts),
                          before ? stock_text(before->total, texts) : "–", "",
                          duration_text(round.total, result.shared, texts)});
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
        table.rows.push_back({period_label(round, texts), moved_text(round.up, texts), moved_text(round.down, texts),
                              moved_text(round.in, texts), moved_text(round.out, texts)});
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
        TableRow row{from == 0 ? texts.get("ladder.in")
                               : texts.format("ladder.report.from", {{"step", end_label(from, texts)}})};
        for (std::size_t to = 1; to < end_count; ++to)
            row.push_back(moved_text(round.cells[from][to], texts));
        row.push_back(from == 0 ? std::string{} : moved_text(round.cells[from][0], texts));
        table.rows.push_back(std::move(row));
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
    std::string said;
    for (const std::string& sentence : ladder_sentences(result, texts))
        said += (said.empty() ? "" : " ") + sentence;
    chapter.add("text", PlanParagraph{std::move(said)});
    for (std::string& caution : ladder_cautions(result, texts))
        chapter.add("cautions", PlanParagraph{std::move(caution), ParagraphLook::note});
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
    return chapter.blocks();
}

} // namespace trinvis
