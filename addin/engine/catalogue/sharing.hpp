// SPDX-License-Identifier: MPL-2.0
//
// The switch in Stamdata that says whether results are for the municipality's own eyes or for sharing.
//
//     Visning                internt | til deling
//     Grænse for små tal     5 | 3
//
// A workbook without the two rows is internal with the limit 5. A word or a limit that is neither is a fault with its
// place, and such a word counts as "til deling": nothing is ever shown because somebody mistyped.
#pragma once

#include "table/cell.hpp"
#include "texts/words.hpp"

#include <array>
#include <string_view>

namespace trinvis
{

struct Workbook;

struct Sharing
{
    bool wanted = false;
    int threshold = 5; ///< counts from 1 to one below it are hidden when shared
};

/// The limits that may be chosen, the default first.
inline constexpr std::array<int, 2> sharing_thresholds{5, 3};

/// The keys of the words for the view, the default first: "sharing.internal", "sharing.shared".
inline constexpr std::array<std::string_view, 2> sharing_views{"sharing.internal", "sharing.shared"};

/// Takes the switch from Stamdata into Workbook::sharing; what cannot be read becomes a LayoutFault of
/// Check::sharing_choice at its cell.
void read_sharing(Workbook& workbook, const Words& words);

} // namespace trinvis
