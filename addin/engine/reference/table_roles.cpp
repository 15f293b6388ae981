// SPDX-License-Identifier: MPL-2.0
//
// What the variables of a table are about, told once all of it is there.
#include "reference/heading_words.hpp"
#include "reference/place_text.hpp"
#include "reference/table_shape.hpp"
#include "reference/time_period.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace trinvis::reference
{

namespace
{

/// The share of a variable's categories that must be places for it to be taken for one of places; ours.
constexpr double enough_places = 0.6;

/// So many categories tell what a variable is; a column of remarks or case numbers may have a million.
constexpr std::size_t categories_looked_at = 1000;

bool is_of_places(const Variable& variable, const Municipalities& municipalities)
{
    const std::size_t looked_at = std::min(variable.categories.size(), categories_looked_at);
    std::size_t places = 0;
    bool any_municipality = false;
    for (std::size_t i = 0; i < looked_at; ++i)
    {
        // By its text: a code alone may be anything, and an age of 101 is no municipality when the text says "101 år".
        const PlaceKind kind = recognise_place(std::string_view(variable.categories[i].text), municipalities).kind;
        places += kind != PlaceKind::unknown ? 1U : 0U;
        any_municipality = any_municipality || kind == PlaceKind::municipality;
    }
    if (is_municipality_heading(variable.code) || is_municipality_heading(variable.name))
        return places > 0;
    return any_municipality && static_cast<double>(places) >= enough_places * static_cast<double>(looked_at);
}

bool is_of_periods(const Variable& variable)
{
    return !variable.categories.empty() &&
           std::all_of(variable.categories.begin(), variable.categories.end(),
                       [](const Category& category)
                       { return parse_period(category.code) || parse_period(category.text); });
}

bool has_time_heading(const Variable& variable)
{
    return is_time_heading(variable.code) || is_time_heading(variable.name);
}

/// One variable where a second one only repeats the first in other words: codes and names of municipalities.
void join_codes_and_names(ImportedTable& table)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < table.variables.size(); ++i)
        if (table.variables[i].role == VariableRole::municipality)
            places.push_back(i);
    if (places.size() != 2)
        return;
    const auto is_code = [&](std::size_t variable)
    {
        const std::vector<Category>& categories = table.variables[variable].categories;
        return std::all_of(categories.begin(), categories.end(),
                           [](const Category& category)
                           {
                               return !normalised_code(Cell{category.code}).empty() &&
                                      category.code.find_first_not_of("0123456789.,") == std::string::npos;
                           });
    };
    const std::size_t codes = is_code(places[0]) ? places[0] : places[1];
    const std::size_t names = codes == places[0] ? places[1] : places[0];
    std::vector<std::optional<std::uint32_t>> name_of(table.variables[codes].categories.size());
    for (std::size_t i = 0; i < table.size(); ++i)
    {
        std::optional<std::uint32_t>& name = name_of[table.coordinates[codes][i]];
        if (name && *name != table.coordinates[names][i])
            return;
        name = table.coordinates[names][i];
    }
    for (std::size_t i = 0; i < name_of.size(); ++i)
        if (name_of[i])
            table.variables[codes].categories[i].text = table.variables[names].categories[*name_of[i]].text;
    table.variables[codes].name = table.variables[names].name;
    table.variables.erase(table.variables.begin() + static_cast<std::ptrdiff_t>(names));
    table.coordinates.erase(table.coordinates.begin() + static_cast<std::ptrdiff_t>(names));
}

} // namespace

void tell_roles(ImportedTable& table, const Municipalities& municipalities)
{
    if (!table.variable_of(VariableRole::time))
    {
        Variable* time = nullptr;
        for (Variable& variable : table.variables)
            if (variable.role == VariableRole::other && is_of_periods(variable) &&
                (!time || (has_time_heading(variable) && !has_time_heading(*time))))
                time = &variable;
        if (time)
            time->role = VariableRole::time;
    }
    if (!table.variable_of(VariableRole::municipality))
        for (Variable& variable : table.variables)
            if (variable.role == VariableRole::other && is_of_places(variable, municipalities))
                variable.role = VariableRole::municipality;
    join_codes_and_names(table);
}

std::optional<Language> language_of(const ImportedTable& table)
{
    static constexpr std::array<std::string_view, 16> danish{
        "i alt",  "hele landet", "tid",   "område",  "køn",     "alder",       "mænd", "kvinder",
        "drenge", "piger",       "antal", "kommune", "indhold", "alder i alt", "år",   "administrationskommune"};
    static constexpr std::array<std::string_view, 16> english{
        "total", "all denmark", "time",   "region",       "sex",      "age",        "men",  "women",
        "boys",  "girls",       "number", "municipality", "contents", "age, total", "year", "value"};
    std::size_t da = 0;
    std::size_t en = 0;
    const auto look_at = [&](std::string_view text)
    {
        const std::string small = folded(text);
        da += std::find(danish.begin(), danish.end(), small) != danish.end() || small.ends_with(" år") ? 1U : 0U;
        en += std::find(english.begin(), english.end(), small) != english.end() || small.ends_with(" years") ? 1U : 0U;
    };
    constexpr std::size_t most_looked_at = 60;
    for (const Variable& variable : table.variables)
    {
        // StatBank's codes are Danish in its English files too.
        if (variable.name != variable.code)
            look_at(variable.name);
        for (std::size_t i = 0; i < std::min(variable.categories.size(), most_looked_at); ++i)
            look_at(variable.categories[i].text);
    }
    if (da == en)
        return std::nullopt;
    return da > en ? Language::danish : Language::english;
}

} // namespace trinvis::reference
