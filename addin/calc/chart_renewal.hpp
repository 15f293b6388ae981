// SPDX-License-Identifier: MPL-2.0
//
// Gives the series of a chart that is there new cells, and leaves their look alone.
//
//     renew_series(context, chart, wanted, {"Andre kommuner", "Tønder"}, data_sheet);
#pragma once

#include "calc/drawn_charts.hpp"

namespace trinvis::calc
{

/// Series are known again by their names; those whose names changed, by their order, where as many went as came. A series
/// that comes anew gets the product's look; one that `written` names and the chart lacks was deleted by its user and
/// stays away; one that is wanted no more is taken out, unless the user added it.
void renew_series(const office::Context& context, const DrawnChart& chart, const PlacedChart& wanted,
                  const std::set<std::string>& written, const Sheet& data_sheet);

} // namespace trinvis::calc
