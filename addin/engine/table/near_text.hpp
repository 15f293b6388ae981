// SPDX-License-Identifier: MPL-2.0
//
// Names with a slip in them: "did you mean …?", and headings that were changed by mistake.
//
//     nearest_name("Taeler", {"Tæller", "Nævner"});     // "Tæller"
//     nearly_same_text("Enhed (ny)", "Enhed");          // true
//
// Capital letters and the spellings ae, oe and aa for æ, ø and å make no difference. The distance is Damerau's (1964,
// Communications of the ACM 7, 171-176) as optimal string alignment: letters changed, added, taken away or swapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// The known name with the fewest slips from a typed one; empty when none is near (more than a third of the letters
/// differ).
[[nodiscard]] std::string nearest_name(std::string_view typed, const std::vector<std::string>& known);

/// True when one text is the other with a slip: one or two letters wrong, missing or too many (one where the other has
/// fewer than five), or something added behind the whole of it ("Enhed (ny)"). Equal texts are not nearly the same.
[[nodiscard]] bool nearly_same_text(std::string_view text, std::string_view other);

} // namespace trinvis
