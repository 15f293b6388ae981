// SPDX-License-Identifier: MPL-2.0
//
// What validation and comparison give together, as every command and the panel show it: values with errors are left out
// of the comparison, and where a workbook is to be shared, what must not be seen is left out too.
//
//     const Results results = compute_results(workbook, words, municipalities, known_relations, today);
//     results.benchmark.comparisons;
#pragma once

#include "benchmark/compare.hpp"
#include "privacy/known_relations.hpp"
#include "reference/comparison_data.hpp"
#include "validation/validate.hpp"

namespace trinvis
{

struct Results
{
    Validation validation;
    ComparisonData data;
    Benchmark benchmark;
    std::size_t hidden = 0; ///< own numbers that were blanked
};

/// Validates and compares a workbook that names a municipality and says clearly whether it is to be shared. Values with
/// errors are blanked in it, and so is what must not be seen when it is to be shared.
[[nodiscard]] Results compute_results(Workbook& workbook, const Words& words, const Municipalities& municipalities,
                                      const privacy::KnownRelations& known_relations, Date today);

/// The same for a workbook that was validated already.
[[nodiscard]] Results compare_validated(Workbook& workbook, Validation validation, const Words& words,
                                        const Municipalities& municipalities,
                                        const privacy::KnownRelations& known_relations, Date today);

/// The fault of Stamdata that keeps it from being told whether the workbook is to be shared; null where it is clear.
[[nodiscard]] const LayoutFault* unclear_sharing(const Workbook& workbook);

/// The fault of Indtastning or Katalog that keeps figures from being computed; null where there is none.
[[nodiscard]] const LayoutFault* fault_of_figures(const Workbook& workbook);

/// Whether compute_results() may be called.
[[nodiscard]] bool can_be_compared(const Workbook& workbook);

} // namespace trinvis
