// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_table.hpp"

#include "table/csv_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace trinvis
{

namespace
{

std::string csv_field(const DeliveryCell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
        return std::isfinite(*number) ? exact_number(*number) : std::string{};
    if (const std::string* text = std::get_if<std::string>(&cell))
        return without_formula(*text);
    if (const Date* date = std::get_if<Date>(&cell))
        return iso_date(*date);
    return {};
}

} // namespace

std::string_view field_type_code(FieldType type)
{
    switch (type)
    {
    case FieldType::number:
        return "number";
    case FieldType::integer:
        return "integer";
    case FieldType::date:
        return "date";
    default:
        return "string";
    }
}

std::string exact_number(double number)
{
    std::array<char, 40> text{};
    // Nought has no sign that anybody would miss.
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number == 0 ? 0.0 : number);
    return {text.data(), end.ptr};
}

std::string delivery_csv(const DeliveryTable& table)
{
    std::string out;
    std::vector<std::string> row;
    row.reserve(table.fields.size());
    for (const DeliveryField& field : table.fields)
        row.push_back(field.name);
    write_csv_row(out, row, ',');
    for (const std::vector<DeliveryCell>& cells : table.rows)
    {
        row.clear();
        for (const DeliveryCell& cell : cells)
            row.push_back(csv_field(cell));
        write_csv_row(out, row, ',');
    }
    return out;
}

} // namespace trinvis
