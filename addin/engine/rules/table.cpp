// SPDX-License-Identifier: MPL-2.0
#include "rules/table.hpp"

#include "table/text_match.hpp"

namespace trinvis::rules
{

Column Column::of_numbers(std::vector<std::string> names, std::vector<Value> numbers)
{
    Column column;
    column.names = std::move(names);
    column.type = Type::number;
    column.numbers = std::move(numbers);
    return column;
}

Column Column::of_texts(std::vector<std::string> names, std::vector<std::string_view> texts)
{
    Column column;
    column.names = std::move(names);
    column.type = Type::text;
    column.texts = std::move(texts);
    return column;
}

const Column* Table::column(std::string_view name) const
{
    for (const Column& candidate : columns)
        for (const std::string& known : candidate.names)
            if (same_text(known, name))
                return &candidate;
    return nullptr;
}

std::vector<std::string> Table::column_names() const
{
    std::vector<std::string> names;
    for (const Column& column : columns)
        names.insert(names.end(), column.names.begin(), column.names.end());
    return names;
}

} // namespace trinvis::rules
