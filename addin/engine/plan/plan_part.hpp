// SPDX-License-Identifier: MPL-2.0
//
// The parts of a plan: what is generated and renewed as one piece. A part has an id that is the same in every version of
// the plan, in both languages and in whatever order the parts stand.
//
//     PlanChapter chapter("figures");
//     chapter.add("3.text", PlanParagraph{"Jeres værdi er 4,2."});
//     chapter.add("3.series", PlanChart{content});
//     for (const PlanPart& part : parts_of(chapter.blocks()))
//         part.id;                                             // "figures.3.text", "figures.3.series"
//
// Blocks of one part that stand one after the other are one piece; a table or a chart is a part of its own.
#pragma once

#include "plan/plan_block.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

enum class PartKind
{
    prose,  ///< headings and sentences: a person may edit them, and then they are hers
    locked, ///< a table or a chart: made anew each time
    own     ///< a marked place for a person's own words: put in once and never touched again
};

struct PlanPart
{
    std::string id;
    PartKind kind = PartKind::prose;
    PlanBlocks blocks;
};

/// Gathers the blocks of a chapter under its name.
class PlanChapter
{
public:
    explicit PlanChapter(std::string_view name);

    /// Adds a block to the part; its id is the chapter's name, a full stop and the given one.
    void add(std::string_view part, PlanBlock block);

    /// Adds a chart; its part is named as the chart is, without "trinvis_" in front.
    void add(ChartContent chart);

    [[nodiscard]] const PlanBlocks& blocks() const
    {
        return m_blocks;
    }

private:
    std::string m_name;
    PlanBlocks m_blocks;
};

/// The id of the part to which a block belongs.
[[nodiscard]] const std::string& part_of(const PlanBlock& block);

/// The blocks in pieces, in their order. Throws std::invalid_argument for a block without a part, for an id that stands in
/// two places, and for a part that mixes kinds or holds more than one table or chart: faults of the program.
[[nodiscard]] std::vector<PlanPart> parts_of(const PlanBlocks& blocks);

} // namespace trinvis
