// SPDX-License-Identifier: MPL-2.0
//
// Faults that can be put right without asking what was meant: the same content in the form that Calc and the product
// need. What could mean two things is left alone, and so are "..", "-", "x" and "<5", which are no numbers, and every
// cell with a formula.
//
//     for (const Repair& repair : repairs(workbook, words))
//         repair.sentence;                          // "Indtastning F7: '12.5' → 12,5 (tal skrevet som tekst)"
#pragma once

#include "catalogue/workbook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

enum class RepairKind
{
    number,      ///< a text becomes the number that it says
    minus,       ///< the same, where another sign stood for the minus
    date,        ///< a text becomes the date that it says
    blanks,      ///< blanks at the ends are taken away
    municipality ///< a name or another way of writing the code becomes the code
};

struct Repair
{
    RepairKind kind = RepairKind::number;
    Place place;
    std::string sheet;  ///< the sheet's present name
    std::string cell;   ///< "C7"
    std::string before; ///< the text as it stands
    Cell after;         ///< a date as the sheet's day number
    bool date = false;  ///< `after` is to be shown as a date
    std::string shown;  ///< `after` as a person reads it
    std::string sentence;
};

/// Every repair that is safe, by sheet, row and column. A text that can be read in two ways is repaired only where
/// exactly one of them is of the size of the item's other rounds.
[[nodiscard]] std::vector<Repair> repairs(const Workbook& workbook, const Words& words);

/// A repair in one line, in the language of the texts.
[[nodiscard]] std::string repair_sentence(const Repair& repair, const Texts& texts);

} // namespace trinvis
