// SPDX-License-Identifier: MPL-2.0
//
// The sheet Inspiration: the inspiration catalogue's four areas with two examples each. Two examples are known by name;
// the others are open, to be filled in from the catalogue. Nothing is invented.
//
//     const SheetContent sheet = inspiration_sheet(InspirationForm::from_json(content), form, texts);
#pragma once

#include "catalogue/workbook.hpp"
#include "mini_analysis/form.hpp"
#include "table/sheet_content.hpp"

#include <optional>

namespace trinvis
{

struct InspirationExample
{
    std::string area; ///< id of PracticeArea
    int number = 0;   ///< 1 or 2 within the area
    bool named = false;
    std::string municipality; ///< these two of a named one only
    BothLanguages title;
    std::string source;
};

struct InspirationForm
{
    BothLanguages status;
    std::string source; ///< where the examples are to be found
    std::vector<InspirationExample> examples;

    /// Throws std::invalid_argument when the content is no such form.
    [[nodiscard]] static InspirationForm from_json(std::string_view content);
};

/// The sheet as it begins: eight rows.
[[nodiscard]] SheetContent inspiration_sheet(const InspirationForm& inspiration, const MiniAnalysisForm& form,
                                             const Texts& texts);

/// An example as it stands in the sheet.
struct WrittenExample
{
    int row = -1;
    std::string area; ///< id of PracticeArea; empty where the cell names none
    std::string municipality;
    std::string title;
    std::string description;
    std::string source;
};

/// The rows of the sheet that say which example they are about: with a title or a description.
[[nodiscard]] std::vector<WrittenExample> read_examples(const Workbook& workbook, const MiniAnalysisForm& form);

/// The first row of an area in the sheet, one with a title before the open ones; the text says how many examples the area
/// has there. Nothing where the sheet is not there or has no row of the area.
[[nodiscard]] std::optional<LinkTo> link_to_examples(std::string_view area, const Workbook& workbook,
                                                     const MiniAnalysisForm& form, const Texts& texts);

} // namespace trinvis
