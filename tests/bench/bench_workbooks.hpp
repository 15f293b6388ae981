// SPDX-License-Identifier: MPL-2.0
//
// The workbooks that office_bench measures in: one for the validation, with many items and 250 rules, and one for the
// comparison, with the numbers of all municipalities.
//
//     const Workbook workbook = validation_workbook(office, 5'000);
//     const ComparisonWorkbook all = comparison_workbook(office);      // 98 municipalities, 100 figures, 40 rounds
#pragma once

#include "../office/running_office.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace trinvis::bench
{

using Workbook = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

inline constexpr int rule_count = 250;
inline constexpr int validation_rounds = 20;
inline constexpr int first_row = 4;    ///< of the values in Indtastning
inline constexpr int first_column = 5; ///< of the rounds in Indtastning

/// That many items in 20 rounds, those that ship first, with numbers that raise hardly any findings: the checking itself
/// is measured.
[[nodiscard]] Workbook validation_workbook(const testing::RunningOffice& office, int items);

struct ComparisonWorkbook
{
    Workbook workbook;
    int last_row = 0; ///< of Sammenligningsdata, from 0
};

/// The figures that ship and 88 shares of the population, of 98 municipalities in 40 rounds. The figures that ship are
/// the same everywhere but for a little; the others differ by more than chance for every other one.
[[nodiscard]] ComparisonWorkbook comparison_workbook(const testing::RunningOffice& office);

} // namespace trinvis::bench
