// SPDX-License-Identifier: MPL-2.0
#include "functions/range_values.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace trinvis::functions
{

std::optional<double> number_in(const Cell& cell)
{
    std::optional<double> number;
    if (const double* value = std::get_if<double>(&cell))
        number = *value;
    else if (const std::string* text = std::get_if<std::string>(&cell))
        if (const std::vector<double> readings = number_readings(*text); readings.size() == 1)
            number = readings.front();
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::string text_in(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
    {
        std::array<char, 32> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
        return {digits.data(), written.ptr};
    }
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? std::string(trimmed(*text)) : std::string{};
}

bool is_blank(const Cell& cell)
{
    const std::string* text = std::get_if<std::string>(&cell);
    return is_empty(cell) || (text && trimmed(*text).empty());
}

std::optional<std::vector<std::optional<double>>> series(const Grid& range)
{
    if (range.cells.empty())
        return {};
    std::vector<std::optional<double>> values;
    values.reserve(range.cells.size());
    for (const Cell& cell : range.cells)
    {
        values.push_back(number_in(cell));
        if (!values.back() && !is_blank(cell))
            return {};
    }
    return values;
}

std::optional<std::vector<double>> numbers(const Grid& range)
{
    auto lists = numbers_side_by_side({&range});
    if (!lists)
        return {};
    return std::move(lists->front());
}

std::optional<std::vector<std::vector<double>>> numbers_side_by_side(std::initializer_list<const Grid*> ranges)
{
    std::vector<std::vector<std::optional<double>>> read;
    read.reserve(ranges.size());
    for (const Grid* range : ranges)
    {
        auto values = series(*range);
        if (!values || (!read.empty() && values->size() != read.front().size()))
            return {};
        read.push_back(std::move(*values));
    }
    std::vector<std::vector<double>> lists(read.size());
    for (std::size_t place = 0; !read.empty() && place < read.front().size(); ++place)
        if (std::all_of(read.begin(), read.end(), [&](const auto& values) { return values[place].has_value(); }))
            for (std::size_t list = 0; list < read.size(); ++list)
                lists[list].push_back(*read[list][place]);
    return lists;
}

Grid row(std::initializer_list<double> values)
{
    return {.sheet_name = {}, .columns = static_cast<int>(values.size()), .cells = {values.begin(), values.end()}};
}

} // namespace trinvis::functions
