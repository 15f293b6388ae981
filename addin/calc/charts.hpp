// SPDX-License-Identifier: MPL-2.0
//
// Native Calc charts from the cells of Diagramdata, placed in Sammenligning.
//
//     put_charts(document, sheet, data_sheet, report.charts);
#pragma once

#include "benchmark/report.hpp"
#include "calc/sheet_writer.hpp"

namespace trinvis::calc
{

/// Takes the product's earlier charts off the sheet and draws the given ones. Charts of the user stay. Part of the open
/// undo step.
void put_charts(const office::Context& context, const Document& document, const Sheet& sheet, const Sheet& data_sheet,
                const std::vector<PlacedChart>& charts);

} // namespace trinvis::calc
