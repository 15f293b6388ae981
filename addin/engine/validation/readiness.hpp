// SPDX-License-Identifier: MPL-2.0
//
// Why is it not ready? The fewest cells whose change can settle all errors: a text in a number's place is one cell, parts
// that exceed their total are one cell too if changing one of them breaks nothing else.
//
//     const Readiness left = smallest_correction(workbook, tables, rules, surroundings, findings, words);
//     left.cells.size();                            // 6
//
// The method is error localisation after Fellegi and Holt (A Systematic Approach to Automatic Edit and Imputation,
// Journal of the American Statistical Association 71, 1976): cells are freed until numbers exist for them with which
// every error rule that touches them holds, those that hold today included. All other cells keep what they say.
#pragma once

#include "catalogue/workbook.hpp"
#include "rules/binding.hpp"
#include "rules/rule.hpp"
#include "validation/finding.hpp"
#include "validation/tables.hpp"

#include <cstddef>
#include <set>
#include <span>
#include <vector>

namespace trinvis
{

struct Readiness
{
    std::vector<Place> cells; ///< to change, in the order of the sheets; where several sets are as small, one of them
    bool exact = true;        ///< false: an approximation, another set may be smaller
};

/// Finds the fewest cells to change. Rules that are switched off, cannot be used or are no errors count for nothing.
///
/// A freed cell becomes a number, or a text where its column is one. A rule whose condition is not understood (a text
/// is looked up, a formula is not linear) counts as settled by any one of its cells; where it has several, the answer
/// is an approximation. So it is where the search is given up after `steps`. Of n rows that may not be alike, n - 1
/// are changed. `hits` are the rows that break each rule, in the order of the rules, where they are known; without them
/// the rules are run. An error that is not about a rule's cells (the layout, a broken rule) is one cell: its place.
[[nodiscard]] Readiness
smallest_correction(const Workbook& workbook, ValidationTables& tables, const std::vector<rules::Rule>& rules,
                    const rules::Surroundings& surroundings, const std::vector<Finding>& findings, const Words& words,
                    std::size_t steps = 200'000, std::span<const std::set<std::size_t>> hits = {});

} // namespace trinvis
