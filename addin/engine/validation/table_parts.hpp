// SPDX-License-Identifier: MPL-2.0
//
// Small columns and values that all makers of validation tables share. Internal to the room.
#pragma once

#include "catalogue/workbook.hpp"
#include "rules/table.hpp"

namespace trinvis
{

[[nodiscard]] inline Value as_number(bool value)
{
    return {ValueState::number, value ? 1.0 : 0.0};
}

[[nodiscard]] inline Value as_number(int value)
{
    return {ValueState::number, static_cast<double>(value)};
}

[[nodiscard]] inline rules::Column with_places(rules::Column column, std::vector<Place> places)
{
    column.places = std::move(places);
    return column;
}

[[nodiscard]] inline rules::Column of_dates(std::vector<std::string> names, std::vector<Value> numbers)
{
    rules::Column column = rules::Column::of_numbers(std::move(names), std::move(numbers));
    column.date = true;
    return column;
}

[[nodiscard]] inline std::string_view first_figure(const EntryLine& line)
{
    return line.figures.empty() ? std::string_view{} : std::string_view(line.figures.front());
}

} // namespace trinvis
