// SPDX-License-Identifier: MPL-2.0
//
// A plan that was made earlier, held against the workbook as it is now: which of its numbers are no longer the workbook's.
//
//     const PlanCheck check = check_plan(numbers_in_the_plan, blocks_of_the_plan_now);
//     check.count(PlanNumberState::stale);
//     const SheetContent sheet = plan_check_sheet(check, plan_name, workbook, texts);       // Plantjek
//
// A number is known by its key and not by where it stands, so a person may move it and write around it. Only its text
// counts: a number that a person has typed over is not the workbook's any more either, and is told as stale.
#pragma once

#include "catalogue/workbook.hpp"
#include "plan/plan_block.hpp"
#include "table/sheet_content.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// A number as a plan shows it.
struct PlanNumber
{
    std::string key;
    std::string text;
    std::string heading; ///< above it in the plan; empty where there is none
};

enum class PlanNumberState
{
    stale,  ///< the workbook gives another number now
    gone,   ///< the workbook gives no such number any more
    current ///< as the workbook has it
};

struct CheckedNumber
{
    PlanNumber plan;
    PlanNumberState state = PlanNumberState::current;
    std::string now;     ///< what the workbook gives; empty when it gives none
    NumberSource source; ///< where; without a sheet when there is none
};

struct PlanCheck
{
    std::vector<CheckedNumber> numbers; ///< those that are stale first, then those that are gone, then the others

    [[nodiscard]] std::size_t count(PlanNumberState state) const;
};

/// Compares by key. A key that the plan would write in several ways now is current when it is written in one of them.
[[nodiscard]] PlanCheck check_plan(std::vector<PlanNumber> plan, const PlanBlocks& now);

/// The keys of the numbers that come from a cell; where there is none, of those that come from its row, since a quotient
/// names its numerator alone and a person may stand beside it.
[[nodiscard]] std::set<std::string> keys_at(const PlanBlocks& blocks, std::string_view sheet, int row, int column);

/// A number in a few words: "Nøgletal 3 Plejefamilieanbringelser", "Spørgsmål 4", "Udgifter på trin".
[[nodiscard]] std::string number_words(std::string_view key, const Workbook& workbook, const Texts& texts);

/// The address of a heading in a plan, which Writer goes to.
[[nodiscard]] std::string heading_url(const std::string& plan_url, std::string_view heading);

/// The column of Plantjek with the headings of the plan.
inline constexpr int plan_check_heading_column = 2;

/// The sheet: a sentence about the whole, then a row a number with a link to its cell. The headings are no links yet, since
/// they lead to another file: their addresses are heading_url()'s.
[[nodiscard]] SheetContent plan_check_sheet(const PlanCheck& check, const std::string& plan_name,
                                            const Workbook& workbook, const Texts& texts);

} // namespace trinvis
