// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_part.hpp"

#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

PartKind kind_of(const PlanBlock& block)
{
    if (std::holds_alternative<PlanTable>(block) || std::holds_alternative<PlanChart>(block))
        return PartKind::locked;
    const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block);
    return paragraph && paragraph->look == ParagraphLook::to_write ? PartKind::own : PartKind::prose;
}

} // namespace

PlanChapter::PlanChapter(std::string_view name) : m_name(name)
{
}

void PlanChapter::add(std::string_view part, PlanBlock block)
{
    std::visit([&](auto& content) { content.part = m_name + "." + std::string(part); }, block);
    m_blocks.push_back(std::move(block));
}

void PlanChapter::add(ChartContent chart)
{
    constexpr std::string_view prefix = "trinvis_";
    std::string part = chart.name;
    if (part.starts_with(prefix))
        part.erase(0, prefix.size());
    add(part, PlanChart{std::move(chart)});
}

const std::string& part_of(const PlanBlock& block)
{
    return std::visit([](const auto& content) -> const std::string& { return content.part; }, block);
}

std::vector<PlanPart> parts_of(const PlanBlocks& blocks)
{
    std::vector<PlanPart> parts;
    std::set<std::string, std::less<>> seen;
    for (const PlanBlock& block : blocks)
    {
        const std::string& id = part_of(block);
        const PartKind kind = kind_of(block);
        if (id.empty())
            throw std::invalid_argument("a block of the plan belongs to no part");
        if (parts.empty() || parts.back().id != id)
        {
            if (!seen.insert(id).second)
                throw std::invalid_argument("the part " + id + " of the plan stands in two places");
            parts.push_back({id, kind, {}});
        }
        else if (parts.back().kind != kind || kind == PartKind::locked)
            throw std::invalid_argument("the part " + id + " of the plan holds what does not belong together");
        parts.back().blocks.push_back(block);
    }
    return parts;
}

} // namespace trinvis
