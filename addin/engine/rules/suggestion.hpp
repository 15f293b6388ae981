// SPDX-License-Identifier: MPL-2.0
//
// "Did you mean …?": the known name that a mistyped one comes nearest to.
//
//     nearest_name("Taeler", {"Tæller", "Nævner"});     // "Tæller"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::rules
{

/// The known name with the fewest single-letter changes from a typed one, capital letters and the spellings ae, oe and
/// aa for æ, ø and å not counted; empty when none is near (more than a third of the letters differ).
/// Source of the distance: Damerau (1964), Communications of the ACM 7, 171-176, as optimal string alignment.
[[nodiscard]] std::string nearest_name(std::string_view typed, const std::vector<std::string>& known);

} // namespace trinvis::rules
