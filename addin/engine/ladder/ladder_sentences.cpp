// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_sentences.hpp"

#include "table/date_text.hpp"
#include "table/number_text.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

std::string count_text(std::int64_t count, const Texts& texts)
{
    return format_number(static_cast<double>(count), 0, texts.language());
}

std::string date_text(Date date, const Texts& texts)
{
    return format_date(date, texts.language());
}

void add_latest_round(std::vector<TracedText>& sentences, const LadderResult& result, const Texts& texts)
{
    if (result.rounds.empty() || !result.rounds.back().total.children)
        return;
    const LadderRound& round = result.rounds.back();
    const Stock& unplaced = round.buckets[unplaced_bucket];
    if (round.total.hidden)
        sentences.emplace_back(texts.format("ladder.sentence.round_hidden", {{"date", date_text(round.date, texts)}}));
    else
        sentences.push_back(format_traced(
            texts, "ladder.sentence.round",
            {{"date", date_text(round.date, texts)},
             {"n", keyed_number(count_text(*round.total.children, texts), "ladder/latest/children/total")}}));
    if (unplaced.hidden)
        sentences.emplace_back(texts.get("ladder.sentence.unplaced_hidden"));
    else if (unplaced.children.value_or(0) > 0)
        sentences.push_back(format_traced(
            texts, "ladder.sentence.unplaced",
            {{"n", keyed_number(count_text(*unplaced.children, texts), "ladder/latest/children/unplaced")}}));
}

void add_latest_movements(std::vector<TracedText>& sentences, const LadderResult& result, const Texts& texts)
{
    if (result.movements.empty())
        return;
    const MovementRound& round = result.movements.back();
    const auto moved = [&](const Moved& children, const char* way)
    { return keyed_number(moved_text(children, texts), std::string("ladder/moved/latest/") + way); };
    sentences.push_back(
        format_traced(texts, "ladder.sentence.movements",
                      {{"date", date_text(round.date, texts)},
                       {"before", round.before ? date_text(*round.before, texts) : texts.get("ladder.sentence.before")},
                       {"up", moved(round.up, "up")},
                       {"down", moved(round.down, "down")},
                       {"in", moved(round.in, "in")},
                       {"out", moved(round.out, "out")}}));
}

void add_agreement(std::vector<TracedText>& sentences, const LadderResult& result, const Texts& texts)
{
    std::size_t held = 0;
    std::size_t disagreeing = 0;
    for (const MovementRound& round : result.movements)
    {
        held +=
            std::ranges::any_of(round.balances, [](const StepBalance& one) { return one.difference().has_value(); });
        disagreeing += round.disagrees();
    }
    if (disagreeing > 0)
        sentences.push_back(count_traced(texts, "ladder.sentence.disagree", disagreeing, "ladder/disagreeing"));
    else if (held > 0)
        sentences.emplace_back(texts.get("ladder.sentence.agree"));
}

} // namespace

std::string step_label(const StepMapping& mapping, int step)
{
    return std::to_string(step) + " " + mapping.step(step).name;
}

std::string bucket_label(const LadderResult& result, std::size_t bucket, const Texts& texts)
{
    if (bucket < outside_bucket)
        return step_label(result.mapping, static_cast<int>(bucket) + 1);
    return texts.get(bucket == outside_bucket ? "ladder.bucket.outside" : "ladder.bucket.unplaced");
}

std::string end_label(std::size_t end, const Texts& texts)
{
    return end == 0 ? texts.get("ladder.placement.outside") : texts.format("ladder.step", {{"n", std::to_string(end)}});
}

std::string period_label(const MovementRound& round, const Texts& texts)
{
    const std::string date = date_text(round.date, texts);
    return round.before
               ? texts.format("ladder.report.from_to", {{"from", date_text(*round.before, texts)}, {"to", date}})
               : texts.format("ladder.report.until", {{"to", date}});
}

std::string moved_text(const Moved& moved, const Texts& texts)
{
    if (moved.hidden)
        return texts.get("ladder.hidden");
    return moved.children ? count_text(*moved.children, texts) : "–";
}

std::string stock_text(const Stock& stock, const Texts& texts)
{
    return moved_text({stock.children, stock.hidden}, texts);
}

std::string bucket_code(std::size_t bucket)
{
    if (bucket < outside_bucket)
        return std::to_string(bucket + 1);
    return bucket == outside_bucket ? "outside" : bucket == unplaced_bucket ? "unplaced" : "total";
}

std::vector<TracedText> traced_ladder_sentences(const LadderResult& result, const Texts& texts)
{
    std::vector<TracedText> sentences;
    add_latest_round(sentences, result, texts);
    add_latest_movements(sentences, result, texts);
    add_agreement(sentences, result, texts);
    return sentences;
}

std::vector<std::string> ladder_sentences(const LadderResult& result, const Texts& texts)
{
    return plain_texts(traced_ladder_sentences(result, texts));
}

std::vector<TracedText> traced_ladder_cautions(const LadderResult& result, const Texts& texts)
{
    std::vector<TracedText> cautions;
    for (const LadderRound& round : result.rounds)
    {
        const std::string date = date_text(round.date, texts);
        if (round.total.missing > 0)
            cautions.push_back(format_traced(
                texts, round.total.missing == 1 ? "ladder.caution.missing.one" : "ladder.caution.missing.many",
                {{"date", date}, {"n", keyed_number(std::to_string(round.total.missing), "ladder/missing/" + date)}}));
        if (round.kinds.size() > 1)
        {
            std::string kinds;
            for (const MappingKind kind : round.kinds)
                kinds += (kinds.empty() ? "" : ", ") + texts.get("ladder.kind." + std::string(mapping_kind_code(kind)));
            cautions.emplace_back(texts.format("ladder.caution.kinds", {{"date", date}, {"kinds", kinds}}));
        }
    }
    for (const SumDiffers& sum : result.sums)
    {
        const std::string date = date_text(sum.date, texts);
        cautions.push_back(format_traced(
            texts, "ladder.caution.sum",
            {{"date", date},
             {"stated", keyed_number(count_text(sum.stated, texts), "ladder/stated/" + date)},
             {"counted", keyed_number(count_text(sum.counted, texts), "ladder/counted/" + date)},
             {"cell", keyed_number(cell_address(sum.place.row, sum.place.column), "ladder/stated/" + date)}}));
    }
    return cautions;
}

std::vector<std::string> ladder_cautions(const LadderResult& result, const Texts& texts)
{
    return plain_texts(traced_ladder_cautions(result, texts));
}

std::string why_unsettled(const ToSettle& one, const Texts& texts)
{
    if (one.placement == Placement::spans)
        return texts.get("ladder.settle.spans");
    return texts.get(one.placement == Placement::ask ? "ladder.placement.ask" : "ladder.settle.unknown");
}

} // namespace trinvis
