// SPDX-License-Identifier: MPL-2.0
//
// The sheet Import: what sources mean, remembered in the workbook so that the next round's file needs no new answers. One
// row an answer, every row complete in itself: a person may read, sort, correct and delete rows.
//
//     const auto remembered = read_mappings(workbook, words);
//     put_sheet(document, imports_sheet(remembered_with(remembered, mapping), layouts, workbook, texts), ...);
//
// Columns: Kilde, Emne (variable, category, period, sign …), I filen, Betyder, Faktor.
#pragma once

#include "reference/import_mapping.hpp"
#include "reference/layout_mapping.hpp"
#include "table/sheet_content.hpp"

#include <vector>

namespace trinvis::reference
{

/// The mappings in the sheet Import; none when there is no such sheet. Words are read in either language; a row that says
/// nothing known is passed over. Everything remembered counts as confirmed.
[[nodiscard]] std::vector<ImportMapping> read_mappings(const Workbook& workbook, const Words& words);

/// The same for the layouts of own spreadsheets.
[[nodiscard]] std::vector<LayoutMapping> read_layouts(const Workbook& workbook, const Words& words);

/// The remembered mappings with one added, or in place of the one of the same source. Answers for periods and signs that
/// the new file does not hold are kept.
[[nodiscard]] std::vector<ImportMapping> remembered_with(std::vector<ImportMapping> remembered, ImportMapping added);
[[nodiscard]] std::vector<LayoutMapping> remembered_with(std::vector<LayoutMapping> remembered, LayoutMapping added);

/// The whole sheet, id "imports", in the language of the texts.
[[nodiscard]] SheetContent imports_sheet(const std::vector<ImportMapping>& mappings,
                                         const std::vector<LayoutMapping>& layouts, const Texts& texts);

} // namespace trinvis::reference
