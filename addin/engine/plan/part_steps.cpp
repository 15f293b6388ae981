// SPDX-License-Identifier: MPL-2.0
#include "plan/part_steps.hpp"

#include "plan/part_hash.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

bool only_headings(const PlanPart& part)
{
    return std::all_of(part.blocks.begin(), part.blocks.end(),
                       [](const PlanBlock& block) { return std::holds_alternative<PlanHeading>(block); });
}

bool has_empty_row(const PlanBlock& block)
{
    const PlanTable* table = std::get_if<PlanTable>(&block);
    return table && std::any_of(table->rows.begin(), table->rows.end(),
                                [](const std::vector<std::string>& row) {
                                    return std::all_of(row.begin(), row.end(),
                                                       [](const std::string& cell) { return cell.empty(); });
                                });
}

PartStep step_of(const PlanPart& part, const std::string& slot, PlanBlocks headings)
{
    PartStep step{part.id, part.kind, std::move(headings), slot, {}};
    step.blocks.insert(step.blocks.end(), part.blocks.begin(), part.blocks.end());
    step.hash = part_hash(step.blocks);
    step.holds_chart = std::holds_alternative<PlanChart>(part.blocks.front());
    step.to_fill_in = std::any_of(step.blocks.begin(), step.blocks.end(), has_empty_row);
    return step;
}

} // namespace

std::string first_words(const std::string& text)
{
    constexpr std::size_t most_bytes = 60;
    std::string line = text.substr(0, text.find('\n'));
    if (line.size() <= most_bytes)
        return line;
    const std::size_t blank = line.rfind(' ', most_bytes);
    return (blank == std::string::npos ? line : line.substr(0, blank)) + " …";
}

std::string PartStep::title() const
{
    const PlanBlock& first = blocks.front();
    if (const PlanHeading* heading = std::get_if<PlanHeading>(&first))
        return heading->text;
    if (const PlanTable* table = std::get_if<PlanTable>(&first))
        return table->caption;
    if (const PlanChart* chart = std::get_if<PlanChart>(&first))
        return chart->content.title;
    const std::string words = first_words(std::get<PlanParagraph>(first).text);
    return under.empty() ? words : under + ": " + words;
}

std::vector<PartStep> part_steps(const std::vector<std::string>& slots_in_order,
                                 const std::map<std::string, PlanBlocks, std::less<>>& content)
{
    PlanBlocks all;
    std::map<std::string, std::string, std::less<>> slot_of;
    for (const std::string& slot : slots_in_order)
        if (const auto blocks = content.find(slot); blocks != content.end())
            for (const PlanBlock& block : blocks->second)
            {
                slot_of.emplace(part_of(block), slot);
                all.push_back(block);
            }
    const std::vector<PlanPart> parts = parts_of(all);
    std::vector<PartStep> steps;
    steps.reserve(parts.size());
    PlanBlocks headings;
    std::string under;
    for (std::size_t i = 0; i < parts.size(); ++i)
    {
        const std::string& slot = slot_of.at(parts[i].id);
        if (i > 0 && slot_of.at(parts[i - 1].id) != slot)
            under.clear();
        const bool joins = only_headings(parts[i]) && i + 1 < parts.size() && slot_of.at(parts[i + 1].id) == slot &&
                           parts[i + 1].kind != PartKind::own;
        if (joins)
        {
            headings.insert(headings.end(), parts[i].blocks.begin(), parts[i].blocks.end());
            continue;
        }
        steps.push_back(step_of(parts[i], slot, std::move(headings)));
        steps.back().under = under;
        for (const PlanBlock& block : steps.back().blocks)
            if (const PlanHeading* heading = std::get_if<PlanHeading>(&block))
                under = heading->text;
        headings.clear();
    }
    return steps;
}

} // namespace trinvis
