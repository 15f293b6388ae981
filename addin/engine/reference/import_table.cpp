// SPDX-License-Identifier: MPL-2.0
#include "reference/import_table.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::reference
{

namespace
{

std::string place_words(SourcePlace place, const std::string& sheet, SourceFormat format, const Texts& texts)
{
    if (!sheet.empty())
        return sheet + "!" + cell_address(static_cast<int>(place.row), static_cast<int>(place.column));
    return texts.format(format == SourceFormat::json_stat ? "import.place.value" : "import.place.line",
                        {{"n", std::to_string(static_cast<std::size_t>(place.row) + 1)}});
}

} // namespace

std::string_view format_code(SourceFormat format)
{
    switch (format)
    {
    case SourceFormat::statbank_csv:
        return "statbank-csv";
    case SourceFormat::matrix:
        return "matrix";
    case SourceFormat::tidy:
        return "tidy";
    default:
        return "json-stat";
    }
}

std::string_view decimal_mark_code(DecimalMark mark)
{
    switch (mark)
    {
    case DecimalMark::comma:
        return "comma";
    case DecimalMark::point:
        return "point";
    default:
        return "none";
    }
}

std::optional<std::size_t> Variable::find(std::string_view code_or_text) const
{
    std::optional<std::size_t> by_text;
    for (std::size_t i = 0; i < categories.size(); ++i)
    {
        if (same_text(categories[i].code, code_or_text))
            return i;
        if (!by_text && same_text(categories[i].text, code_or_text))
            by_text = i;
    }
    return by_text;
}

std::optional<std::size_t> ImportedTable::variable_of(VariableRole role) const
{
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [role](const Variable& candidate) { return candidate.role == role; });
    return found == variables.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - variables.begin()));
}

std::optional<std::size_t> ImportedTable::variable(std::string_view code) const
{
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [code](const Variable& candidate) { return same_text(candidate.code, code); });
    return found == variables.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - variables.begin()));
}

std::vector<std::size_t> ImportedTable::sign_counts() const
{
    std::vector<std::size_t> counts(signs.size());
    for (const std::uint16_t sign : sign_of)
        if (sign > 0)
            ++counts[sign - 1U];
    return counts;
}

std::string ImportedTable::place_text(SourcePlace place, const Texts& texts) const
{
    return place_words(place, sheet, format, texts);
}

std::string ImportFault::message(const Texts& texts) const
{
    std::string text = texts.format("import.error." + code, values);
    if (!place)
        return text;
    return texts.format("import.error.at", {{"place", place_words(*place, sheet, format, texts)}, {"text", text}});
}

std::string ImportFault::remedy(const Texts& texts) const
{
    return texts.format("import.error." + code + ".remedy", values);
}

} // namespace trinvis::reference
