// SPDX-License-Identifier: MPL-2.0
//
// The first time that a person opens a spreadsheet with the product at hand, a bar over the sheet offers the practice
// workbook. It asks nothing, keeps nobody from working and comes once: a bar in the first document is seen by whoever
// opens the office to begin, while one that waited for our menu would come when the menu was already found. A
// municipality that wants no offer sets OfferPractice to false for all its users (package/Settings.xcs).
//
//     end_offer(context);      // the offer is taken, or is to be made no more
#pragma once

#include "commands/commands.hpp"

namespace trinvis::commands
{

/// Shows the offer in a document's window and remembers that it was made. Nothing happens where it was made before,
/// where the municipality wants none, and where nobody sees the document: no window, a hidden one, an office without a
/// screen. Returns whether it was shown.
bool offer_practice(const office::Context& context, const Model& document);

/// Takes the offer away from every window and makes it no more.
void end_offer(const office::Context& context);

} // namespace trinvis::commands
