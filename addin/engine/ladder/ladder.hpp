// SPDX-License-Identifier: MPL-2.0
//
// The ladder of interventions (indsatstrappen): its six steps, and to which of them a measure, a section of the law, a
// place of placement or an account belongs, as the product ships it (templates/ladder.json). A workbook carries its own
// copy in the sheet Indsatstrappe, and that copy rules: see step_mapping.hpp.
//
//     const Ladder shipped = Ladder::from_json(content, Language::danish);
//     shipped.steps[2].name;                        // "Hjemmebaserede foranstaltninger"
//
// The names of the steps are official; every other row says whether it is official, an example, local or a proposal, and
// where it comes from.
#pragma once

#include "texts/texts.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

inline constexpr int step_count = 6;

/// A step; higher means further from ordinary everyday life, not worse.
struct Step
{
    int number = 0; ///< 1 to step_count
    std::string name;
    std::string source;
};

/// What is mapped to a step.
enum class MappingKind
{
    measure,     ///< a measure by the name that the municipality uses
    section_sel, ///< a section of Serviceloven
    section_bl,  ///< a section of Barnets lov, which has other numbers
    place,       ///< a code of Statistics Denmark's places of placement (ANBAAR12)
    account      ///< a line of the authorised chart of accounts
};

inline constexpr std::array mapping_kinds{MappingKind::measure, MappingKind::section_sel, MappingKind::section_bl,
                                          MappingKind::place, MappingKind::account};

/// "measure", "section_sel" … : ends of the keys of their words ("ladder.kind.measure").
[[nodiscard]] std::string_view mapping_kind_code(MappingKind kind);

/// Where something stands on the ladder.
enum class Placement
{
    step,       ///< on one step
    spans,      ///< on one of several; the place of the child decides
    outside,    ///< on none: it belongs to no step
    not_stated, ///< on a step that nobody knows; shown apart
    total,      ///< it is a sum of the others and is never counted
    ask,        ///< to be settled locally
    unknown     ///< no row says it
};

/// The answer to "which step?".
struct StepAnswer
{
    Placement placement = Placement::unknown;
    std::vector<int> steps; ///< ascending; one for step, several for spans, else none

    /// The number of the step, 0 when it is not exactly one.
    [[nodiscard]] int step() const
    {
        return placement == Placement::step ? steps.front() : 0;
    }

    bool operator==(const StepAnswer&) const = default;
};

/// How much weight a row has.
enum class MappingStatus
{
    official, ///< the authority says so
    example,  ///< one municipality's set-up
    local,    ///< the municipality that uses the workbook decided it
    proposal, ///< the product's own
    nothing   ///< the row does not say
};

inline constexpr std::array mapping_statuses{MappingStatus::official, MappingStatus::example, MappingStatus::local,
                                             MappingStatus::proposal};

/// "official", "example", "local", "proposal": ends of the keys of their words ("ladder.status.local").
[[nodiscard]] std::string_view mapping_status_code(MappingStatus status);

struct MappingRow
{
    MappingKind kind = MappingKind::measure;
    std::string code;  ///< as it is written: "§ 52, stk. 3, nr. 7", "5.28.21", "21", "Plejefamilie"
    std::string label; ///< what it is; a section's says its number in the other law too
    StepAnswer answer;
    MappingStatus status = MappingStatus::nothing;
    std::string source;
    std::string remark;
    int row = -1; ///< in the sheet, -1 for a shipped one
};

struct Ladder
{
    std::string version;
    std::vector<Step> steps;
    std::vector<MappingRow> rows;

    /// Throws std::invalid_argument when the content is no ladder.
    [[nodiscard]] static Ladder from_json(std::string_view content, Language language);
};

} // namespace trinvis
