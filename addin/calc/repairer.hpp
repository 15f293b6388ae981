// SPDX-License-Identifier: MPL-2.0
//
// Puts repairs into the cells of a document, with a number format under which the new content shows as what it is.
//
//     perform_repairs(document, chosen, texts, step);
#pragma once

#include "calc/sheet_writer.hpp"
#include "validation/repairs.hpp"

#include <vector>

namespace trinvis::calc
{

/// Refuses with a plain sentence where a cell could not be written: a read-only document or a protected sheet.
void refuse_unrepairable(const Document& document, const std::vector<Repair>& repairs, const Texts& texts);

/// Writes every repair, as part of the open undo step.
void perform_repairs(const Document& document, const std::vector<Repair>& repairs, const Texts& texts,
                     office::UndoStep& step);

} // namespace trinvis::calc
