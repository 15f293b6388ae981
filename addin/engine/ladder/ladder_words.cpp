// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_words.hpp"

#include "catalogue/workbook.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace trinvis
{

namespace
{

constexpr std::array answer_placements{Placement::outside, Placement::not_stated, Placement::total, Placement::ask};

std::string placement_key(Placement placement)
{
    switch (placement)
    {
    case Placement::outside:
        return "ladder.placement.outside";
    case Placement::not_stated:
        return "ladder.placement.not_stated";
    case Placement::total:
        return "ladder.placement.total";
    case Placement::step:
    case Placement::spans:
    case Placement::ask:
    case Placement::unknown:
        break;
    }
    return "ladder.placement.ask";
}

bool is_either(std::string_view text, const std::string& key, const Words& words)
{
    return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key));
}

/// Takes a step's name, in the workbook's or the shipped words, off the end of a text.
std::string without_name(std::string text, const std::vector<Step>& steps)
{
    for (const Step& step : steps)
        if (const std::string name = folded(step.name); !name.empty() && text.ends_with(name))
        {
            text.resize(text.size() - name.size());
            return std::string(trimmed(text));
        }
    return text;
}

/// The steps in a list like "4-6", "4 til 6", "2, 3 og 5"; nothing when a word in it is none of a list's.
std::optional<std::set<int>> listed_steps(std::string_view text)
{
    static const std::set<std::string, std::less<>> to{"-", "–", "til", "to"};
    static const std::set<std::string, std::less<>> between{",", ";", "og", "and", "eller", "or", "+", "/"};
    static const std::set<std::string, std::less<>> leading{"trin", "step", "steps", "trinene"};
    std::set<int> steps;
    bool range = false;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto byte = static_cast<unsigned char>(text[at]);
        std::size_t end = at + 1;
        if (std::isspace(byte) != 0)
        {
            at = end;
            continue;
        }
        const bool letters = std::isalpha(byte) != 0;
        if (letters)
            while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0)
                ++end;
        else if (byte >= 0x80)
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
                ++end;
        else if (std::isdigit(byte) != 0)
            while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0)
                ++end;
        const std::string_view word = text.substr(at, end - at);
        at = end;
        if (std::isdigit(byte) != 0)
        {
            const int number = word.size() == 1 ? byte - '0' : 0;
            if (number < 1 || number > step_count)
                return std::nullopt;
            if (range)
                for (int step = *steps.rbegin(); step < number; ++step)
                    steps.insert(step);
            steps.insert(number);
            range = false;
        }
        else if (to.contains(word) && !steps.empty())
            range = true;
        else if (!between.contains(word) && !leading.contains(word))
            return std::nullopt;
    }
    return steps.empty() || range ? std::nullopt : std::optional(std::move(steps));
}

} // namespace

const std::string& mapping_kind_words(MappingKind kind, const Texts& texts)
{
    return texts.get("ladder.kind." + std::string(mapping_kind_code(kind)));
}

std::string mapping_status_words(MappingStatus status, const Texts& texts)
{
    return status == MappingStatus::nothing ? std::string{}
                                            : texts.get("ladder.status." + std::string(mapping_status_code(status)));
}

std::string answer_words(const StepAnswer& answer, const Texts& texts)
{
    if (answer.placement == Placement::step)
        return texts.format("ladder.step", {{"n", std::to_string(answer.step())}});
    if (answer.placement != Placement::spans)
        return texts.get(placement_key(answer.placement));
    const bool unbroken = answer.steps.back() - answer.steps.front() + 1 == static_cast<int>(answer.steps.size());
    std::string list;
    for (const int step : answer.steps)
        list += (list.empty() ? "" : ", ") + std::to_string(step);
    if (unbroken)
        list = std::to_string(answer.steps.front()) + "-" + std::to_string(answer.steps.back());
    return texts.format("ladder.step", {{"n", list}});
}

std::optional<MappingKind> read_mapping_kind(const Cell& cell, const Words& words)
{
    const std::string text = cell_text(cell, Language::danish);
    for (const MappingKind kind : mapping_kinds)
        if (is_either(text, "ladder.kind." + std::string(mapping_kind_code(kind)), words))
            return kind;
    return std::nullopt;
}

std::optional<MappingStatus> read_mapping_status(const Cell& cell, const Words& words)
{
    const std::string text = cell_text(cell, Language::danish);
    if (text.empty())
        return MappingStatus::nothing;
    for (const MappingStatus status : mapping_statuses)
        if (is_either(text, "ladder.status." + std::string(mapping_status_code(status)), words))
            return status;
    return std::nullopt;
}

std::optional<StepAnswer> read_answer(const Cell& cell, const std::vector<Step>& steps, const Words& words)
{
    if (std::holds_alternative<CellError>(cell))
        return std::nullopt;
    const std::string text = folded(cell_text(cell, Language::danish));
    if (text.empty())
        return StepAnswer{Placement::ask, {}};
    for (const Placement placement : answer_placements)
        if (is_either(text, placement_key(placement), words))
            return StepAnswer{placement, {}};
    for (const Step& step : steps)
        if (same_text(step.name, text))
            return StepAnswer{Placement::step, {step.number}};
    const auto listed = listed_steps(without_name(text, steps));
    if (!listed)
        return std::nullopt;
    return StepAnswer{listed->size() == 1 ? Placement::step : Placement::spans, {listed->begin(), listed->end()}};
}

} // namespace trinvis
