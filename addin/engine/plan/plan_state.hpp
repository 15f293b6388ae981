// SPDX-License-Identifier: MPL-2.0
//
// What a plan document remembers of its last generation, so that the next one knows what a person changed since.
//
//     const std::string text = write_plan_state(state);
//     if (const auto known = read_plan_state(text)) ...
#pragma once

#include "plan/plan_part.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct StatePart
{
    std::string id;
    PartKind kind = PartKind::prose;
    std::string hash{};       ///< of the newest version that the document was given or offered (part_hash.hpp)
    std::string look{};       ///< the mark of what stood in the document when it was written
    std::string offer_look{}; ///< that of the new version beside an edited one; empty where none was put
    bool gone = false;        ///< no longer generated, and the person was told

    bool operator==(const StatePart&) const = default;
};

struct PlanState
{
    std::string kind = "plan"; ///< which document it is
    std::string title{};
    std::string options = "{}"; ///< a JSON object of the generator's, not read here
    bool shared = false;        ///< made "til deling"
    std::vector<StatePart> parts{};

    /// Nothing when the part was never generated.
    [[nodiscard]] const StatePart* find(std::string_view id) const;

    bool operator==(const PlanState&) const = default;
};

/// The state as one line of JSON.
[[nodiscard]] std::string write_plan_state(const PlanState& state);

/// Nothing for a text that is no state, or a damaged one. Throws nothing.
[[nodiscard]] std::optional<PlanState> read_plan_state(std::string_view text);

} // namespace trinvis
