// SPDX-License-Identifier: MPL-2.0
//
// Runs the workbook's rules and gathers the findings.
//
//     const Validation validation = validate(workbook, words, municipalities, today);
//     validation.findings.front().cell;             // "C7"
//
// Everything is listed: every hit of every rule, rules that cannot be used, and faults of the layout. One broken rule
// stops no other.
#pragma once

#include "validation/finding.hpp"

#include <cstddef>
#include <vector>

namespace trinvis
{

struct Validation
{
    std::vector<Finding> findings; ///< errors first, then by sheet, row and column
    std::size_t rules_run = 0;
    std::size_t rules_broken = 0;
    std::size_t values_checked = 0; ///< cells of Indtastning that hold something
};

/// Validates a workbook; changes nothing. Messages come in the workbook's language. `today` decides what lies ahead.
[[nodiscard]] Validation validate(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                                  Date today);

/// The one line on top of the report: what is left before the workbook is ready.
[[nodiscard]] std::string verdict_line(const Validation& validation, const Texts& texts);

} // namespace trinvis
