// SPDX-License-Identifier: MPL-2.0
//
// What another municipality's workbook says, as it stands in Sammenligningsdata: the number or the typed blank of a cell,
// and how it was counted.
//
//     stated_concepts(other, "anbragte", "Nøgletalsmappe fra Syddjurs").counting_unit;
//     comparison_value(cell, other.language, reader, words, texts);
#pragma once

#include "reference/import_rows.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace trinvis::reference
{

/// What Katalog of a workbook says of how an item was counted, beside the source that is given.
[[nodiscard]] RowConcepts stated_concepts(const Workbook& workbook, std::string_view item, std::string source);

/// An entry cell of a workbook as it stands in Sammenligningsdata: its number, or the word of its typed blank in the
/// language of the texts. Nothing for an empty cell, another text or an error.
[[nodiscard]] std::optional<ContentCell> comparison_value(const Cell& cell, Language language,
                                                          const ValueReader& reader, const Words& words,
                                                          const Texts& texts);

} // namespace trinvis::reference
