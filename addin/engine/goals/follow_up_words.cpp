// SPDX-License-Identifier: MPL-2.0
#include "goals/follow_up_words.hpp"

#include "benchmark/words.hpp"
#include "goals/reported.hpp"
#include "table/number_text.hpp"

namespace trinvis
{

namespace
{

const std::string dash = "–";

NumberSource source_at(std::string key, const Place& place, const Workbook& workbook)
{
    return {std::move(key), workbook.cells.sheets.at(static_cast<std::size_t>(place.sheet)).sheet_name,
            cell_address(place.row, place.column)};
}

NumberSource source_in_goals(const Goal& goal, std::string_view column, const Workbook& workbook)
{
    const TableArea& table = workbook.working_table("goals");
    std::string key = "goal/" + goal.id + "/" + std::string(column);
    const int at = table.column(column);
    return at < 0 ? NumberSource{std::move(key), {}, {}}
                  : source_at(std::move(key), {table.sheet, goal.row, at}, workbook);
}

/// One of the figure's own numbers in a round ("own", "lower", "upper"): all come from the cell of its numerator.
NumberSource source_in_entry(const GoalFollowUp& one, std::string_view number, Date date,
                             const std::optional<Place>& place, const Workbook& workbook)
{
    std::string key = "figure/" + one.figure->id + "/" + std::string(number) + "/" + iso_date(date);
    return place ? source_at(std::move(key), *place, workbook) : NumberSource{std::move(key), {}, {}};
}

/// A number with the unit of the goal's figure; an own indicator without one has the number alone.
TracedText with_unit(const GoalFollowUp& one, double value, NumberSource source, Language language)
{
    if (!one.figure)
        return {format_plain(value, language), std::move(source)};
    return TracedText(format_number(value, shown_decimals(*one.figure, value), language), std::move(source)) +
           (one.figure->unit.empty() ? std::string{} : " " + one.figure->unit);
}

/// A sentence that ends with an abbreviation has one full stop.
TracedText ended(TracedText sentence)
{
    if (sentence.text.ends_with(".."))
        sentence.text.pop_back();
    return sentence;
}

/// " pr. 31-12-2028"; empty without a date.
std::string at_date(const TypedDate& date, const Texts& texts)
{
    return date.date ? " " + texts.format("goals.at", {{"date", format_date(*date.date, texts.language())}})
                     : std::string{};
}

} // namespace

TracedText baseline_text(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    if (!one.baseline)
        return dash;
    const bool written = one.goal->baseline && !workbook.sharing.wanted;
    NumberSource source = written ? source_in_goals(*one.goal, "baseline", workbook) : NumberSource{};
    if (!written && one.figure && one.goal->baseline_date.date)
    {
        const Date date = *one.goal->baseline_date.date;
        source = source_in_entry(one, "own", date, reported_place(workbook, *one.figure, date), workbook);
    }
    return with_unit(one, *one.baseline, std::move(source), texts.language());
}

TracedText target_text(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    return one.target ? with_unit(one, *one.target, source_in_goals(*one.goal, "target", workbook), texts.language())
                      : TracedText(dash);
}

TracedText value_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook, const Texts& texts)
{
    if (!round.value.known())
        return absence_text(round, texts);
    return with_unit(one, round.value.value, source_in_entry(one, "own", round.date, round.place, workbook),
                     texts.language());
}

std::string absence_text(const FollowUpRound& round, const Texts& texts)
{
    // Numbers with errors are left out as if they had not been reported.
    if (round.value.absence == Absence::not_reported)
        return texts.get("goals.value.missing");
    return texts.get("absence." + std::string(absence_code(round.value.absence)));
}

TracedText interval_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                         const Texts& texts)
{
    if (!round.value.known() || !round.value.interval)
        return dash;
    const int decimals = shown_decimals(*one.figure, round.value.value);
    const auto limit = [&](std::string_view number, double value)
    {
        return TracedText(format_number(value, decimals, texts.language()),
                          source_in_entry(one, number, round.date, round.place, workbook));
    };
    return limit("lower", round.value.interval->lower) + "-" + limit("upper", round.value.interval->upper);
}

TracedText expected_text(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                         const Texts& texts)
{
    if (!round.expected)
        return dash;
    // It is computed from the target, and has no cell of its own.
    NumberSource source = source_in_goals(*one.goal, "target", workbook);
    source.key = "goal/" + one.goal->id + "/expected/" + iso_date(round.date);
    return {format_number(*round.expected, shown_decimals(*one.figure, *round.expected), texts.language()),
            std::move(source)};
}

TracedText plan_sentence(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    TracedText hidden = one.hidden ? TracedText(texts.get("goals.sentence.hidden")) : TracedText{};
    if (!one.target)
        return hidden;
    const TracedReplacements values{{"baseline", baseline_text(one, workbook, texts)},
                                    {"target", target_text(one, workbook, texts)},
                                    {"from", at_date(one.goal->baseline_date, texts)},
                                    {"until", at_date(one.goal->target_date, texts)}};
    const std::string key = one.direction == GoalDirection::keep ? "keep" : one.baseline ? "plan" : "target";
    TracedText sentence = ended(fill_in_traced(texts.get("goals.sentence." + key), values));
    if (!hidden.text.empty())
        sentence += TracedText(" ") + hidden;
    return sentence;
}

TracedText value_sentence(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                          const Texts& texts)
{
    if (!round.value.known())
        return {};
    TracedText sentence =
        fill_in_traced(texts.get("goals.sentence.value"), {{"value", value_text(one, round, workbook, texts)},
                                                           {"date", format_date(round.date, texts.language())}});
    if (round.value.interval)
        sentence += TracedText(" ") + fill_in_traced(texts.get("goals.sentence.interval"),
                                                     {{"interval", interval_text(one, round, workbook, texts)}});
    return sentence + TracedText(".");
}

TracedText standing_sentence(const GoalFollowUp& one, const FollowUpRound& round, const Workbook& workbook,
                             const Texts& texts)
{
    if (round.standing == GoalStanding::unknown)
        return {};
    std::string key = "goals.sentence." + std::string(goal_standing_code(round.standing));
    if (round.standing != GoalStanding::open)
        key += "." + std::string(certainty_code(round.certainty));
    TracedText expected = expected_text(one, round, workbook, texts);
    if (round.expected && !one.figure->unit.empty())
        expected += TracedText(" " + one.figure->unit);
    return fill_in_traced(texts.get(key), {{"expected", expected}, {"target", target_text(one, workbook, texts)}});
}

std::string standing_words(const FollowUpRound& round, const Texts& texts)
{
    if (round.standing == GoalStanding::unknown)
        return dash;
    std::string key = "goals.standing." + std::string(goal_standing_code(round.standing));
    if (round.standing != GoalStanding::open)
        key += "." + std::string(certainty_code(round.certainty));
    return texts.get(key);
}

std::string nothing_sentence(const GoalFollowUp& one, const Texts& texts)
{
    if (!one.figure)
        return texts.get("goals.nothing.figure");
    if (!one.goal->target)
        return texts.get("goals.nothing.target");
    if (!one.latest())
        return texts.get("goals.nothing.round");
    return !one.direction ? texts.get("goals.nothing.direction") : std::string{};
}

std::vector<TracedText> goal_sentences(const GoalFollowUp& one, const Workbook& workbook, const Texts& texts)
{
    std::vector<TracedText> sentences;
    const auto add = [&](TracedText sentence)
    {
        if (!sentence.text.empty())
            sentences.push_back(std::move(sentence));
    };
    add(plan_sentence(one, workbook, texts));
    if (const FollowUpRound* latest = one.latest())
    {
        add(value_sentence(one, *latest, workbook, texts));
        add(standing_sentence(one, *latest, workbook, texts));
    }
    add(nothing_sentence(one, texts));
    return sentences;
}

std::vector<std::string> follow_up_conventions(const FollowUp& follow, const Texts& texts)
{
    std::vector<std::string> listed;
    for (const char* key : {"goals.convention.line", "goals.convention.interval", "goals.convention.rounds"})
        listed.push_back(texts.get(key));
    if (follow.shared)
        listed.push_back(texts.get("goals.convention.own_words"));
    return listed;
}

std::string figure_title(const GoalFollowUp& one)
{
    return one.figure ? one.figure->id + " " + one.figure->name : std::string{};
}

} // namespace trinvis
