// SPDX-License-Identifier: MPL-2.0
#include "rule_example.hpp"

#include "table/cell.hpp"
#include "table/date_text.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace trinvis::documentation
{

namespace
{

using Json = nlohmann::json;

constexpr std::size_t most_edits = 3;
constexpr std::size_t most_cells = 6;

std::string day_text(const std::string& iso, const Texts& texts)
{
    const auto date = parse_date(iso);
    return date ? format_date(*date, texts.language()) : iso;
}

std::string number_text(double value, Language language)
{
    return format_number(value, value == std::floor(value) ? 0 : 2, language);
}

/// What a cell holds, as it is typed.
std::string value_text(const Json& value, const Texts& texts)
{
    if (value.is_null())
        return texts.get("rule_documentation.example.empty");
    if (value.is_object() && value.contains("date"))
        return "`" + day_text(value.at("date").get<std::string>(), texts) + "`";
    if (value.is_object() && value.contains("error"))
        return texts.get("rule_documentation.example.error");
    if (value.is_object())
        return texts.get("rule_documentation.example.other");
    if (value.is_number())
        return "`" + number_text(value.get<double>(), texts.language()) + "`";
    return "`" + (value.is_string() ? value.get<std::string>() : value.dump()) + "`";
}

/// A column or row by its key: the product's word for it, a date as it is written, else the key itself.
std::string place_text(const std::string& sheet, const std::string& key, const Texts& texts)
{
    for (const std::string& name : {"column." + sheet + "." + key, "fact." + key})
        if (texts.all().contains(name))
            return texts.get(name);
    if (key == "heading")
        return texts.get("rule_documentation.example.heading");
    return key.size() == 10 && key[4] == '-' ? day_text(key, texts) : key;
}

std::string sheet_text(const std::string& sheet, const Texts& texts)
{
    const std::string name = "sheet." + sheet;
    return texts.all().contains(name) ? texts.get(name) : sheet;
}

/// The last row with its headings, without what is empty in it.
std::string row_text(const Json& cells, const Texts& texts)
{
    std::string text;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < cells.back().size(); ++i)
        if (const Json& value = cells.back()[i];
            !value.is_null() && i < cells.front().size() && cells.front()[i].is_string() && shown++ < most_cells)
            text += (text.empty() ? "" : ", ") + cells.front()[i].get<std::string>() + " " + value_text(value, texts);
    return text;
}

std::string edit_text(const Json& edit, const Texts& texts)
{
    if (edit.contains("at"))
    {
        const std::string sheet = edit.at("at")[0];
        return texts.format("rule_documentation.example.cell",
                            {{"value", value_text(edit.at("value"), texts)},
                             {"sheet", sheet_text(sheet, texts)},
                             {"row", place_text(sheet, edit.at("at")[1], texts)},
                             {"column", place_text(sheet, edit.at("at")[2], texts)}});
    }
    if (edit.contains("cells"))
        return texts.format("rule_documentation.example.sheet", {{"sheet", edit.at("sheet").get<std::string>()},
                                                                 {"row", row_text(edit.at("cells"), texts)}});
    if (edit.contains("append"))
    {
        const std::string sheet = edit.at("append");
        std::string row;
        for (const auto& [key, value] : edit.at("row").items())
            row += (row.empty() ? "" : ", ") + place_text(sheet, key, texts) + " " + value_text(value, texts);
        return texts.format("rule_documentation.example.row", {{"sheet", sheet_text(sheet, texts)}, {"row", row}});
    }
    if (edit.contains("clear_round"))
        return texts.format("rule_documentation.example.round",
                            {{"round", day_text(edit.at("clear_round").get<std::string>(), texts)}});
    return texts.get("rule_documentation.example.other");
}

} // namespace

std::string rule_example(const nlohmann::json& one_case, const Texts& texts)
{
    const Json& edits = one_case.at("edits");
    if (edits.empty())
        return texts.get("rule_documentation.example.new");
    std::string text;
    for (std::size_t i = 0; i < std::min(edits.size(), most_edits); ++i)
        text += (i == 0 ? "" : "; ") + edit_text(edits[i], texts);
    return edits.size() > most_edits ? text + "; …" : text;
}

} // namespace trinvis::documentation
