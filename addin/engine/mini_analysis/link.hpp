// SPDX-License-Identifier: MPL-2.0
//
// Where a reference of the mini-analysis leads in the workbook.
//
//     link_to({ReferenceKind::figure, "3"}, workbook, words)->sheet;       // "Sammenligning", or "Katalog" before that
#pragma once

#include "catalogue/workbook.hpp"
#include "table/evidence_text.hpp"
#include "table/sheet_content.hpp"

#include <optional>

namespace trinvis
{

/// A reference as it is written in the language of the texts: "nøgletal 3".
[[nodiscard]] std::string reference_text(const Reference& reference, const Texts& texts);

/// A figure's row in Sammenligning, or in Katalog where there is no comparison yet; a question's row in Spørgeskema; a
/// step's row in Udgifter, or the sheet's first cell where no row is the step's; a step's row in Indsatstrappe. Nothing
/// where the sheet or the thing is not there.
[[nodiscard]] std::optional<LinkTo> link_to(const Reference& reference, const Workbook& workbook, const Words& words);

} // namespace trinvis
