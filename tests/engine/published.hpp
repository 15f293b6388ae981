// SPDX-License-Identifier: MPL-2.0
//
// What others get to see of a workbook: Sammenligning, Diagramdata, the charts and the plan, made the way the commands
// make them.
//
//     const Published seen(shared(book));
//     seen.report.sheet.rows;
//     seen.text();                                      // all of it, to be compared with another's
#pragma once

#include "shared_workbook.hpp"

#include "benchmark/report.hpp"
#include "plan/plan_content.hpp"
#include "privacy/workbook_suppression.hpp"

namespace trinvis::tests
{

struct Published
{
    /// As of 1 March 2021, when all rounds of the demonstration data have passed.
    explicit Published(const WorkbookFixture& book);

    /// Everything that stands in it, every number in full.
    [[nodiscard]] std::string text() const;

    privacy::HiddenNumbers hidden; ///< what was hidden on the way; not part of what is seen
    std::size_t left_out = 0;      ///< values with errors
    ChartedReport report;
    PlanContent plan;
};

} // namespace trinvis::tests
