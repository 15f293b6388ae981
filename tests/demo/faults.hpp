// SPDX-License-Identifier: MPL-2.0
//
// The faults that the demonstration workbook is seeded with: where, what is put there, and what kind of fault it is.
// The demonstration fails when the validation misses one of them.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace trinvis::demo
{

/// What is put into a cell. A Formula is computed; nothing empties the cell.
struct Formula
{
    std::string text;
};
using FaultContent = std::variant<std::monostate, double, std::string, Formula>;

/// A fault in a cell of Indtastning, named by item and round (0 is the first).
struct EntryFault
{
    std::string kind; ///< in Danish, for fejl.csv
    std::string item;
    int round;
    FaultContent content;
};

/// A fault in a new row below Sammenligningsdata: municipality, item, date, value; `column` is where it must be found.
struct ComparisonFault
{
    std::string kind;
    std::string municipality;
    std::string item;
    std::string cut_off;
    FaultContent content;
    int column;
};

[[nodiscard]] const std::vector<EntryFault>& entry_faults();
[[nodiscard]] const std::vector<ComparisonFault>& comparison_faults();

} // namespace trinvis::demo
