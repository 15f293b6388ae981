// SPDX-License-Identifier: MPL-2.0
#include "catalogue/municipalities.hpp"

#include "table/text_match.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

std::string name_key(std::string_view name)
{
    std::string key = folded(name);
    for (char& letter : key)
        if (letter == '-')
            letter = ' ';
    for (const std::string_view ending : {" regionskommune", " kommune"})
        if (key.size() > ending.size() && key.ends_with(ending))
            key.resize(key.size() - ending.size());
    return key;
}

std::string code_from_text(std::string_view text)
{
    std::string_view digits = trimmed(text);
    if (digits.ends_with(".0") || digits.ends_with(",0"))
        digits.remove_suffix(2);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::string(trimmed(text));
    while (digits.size() > 3 && digits.front() == '0')
        digits.remove_prefix(1);
    std::string code(digits);
    while (code.size() < 3)
        code.insert(code.begin(), '0');
    return code;
}

} // namespace

std::string normalised_code(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell))
    {
        if (*number >= 0 && *number < 1e6 && *number == std::floor(*number))
            return code_from_text(std::to_string(static_cast<long>(*number)));
        return std::to_string(*number);
    }
    if (const std::string* text = std::get_if<std::string>(&cell))
        return code_from_text(*text);
    return {};
}

Municipalities Municipalities::from_json(std::string_view content)
{
    const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("municipalities"))
        throw std::invalid_argument("the list of municipalities cannot be read");
    Municipalities list;
    list.m_regions_valid_to = parsed.value("regions_valid_to", "");
    for (const nlohmann::json& entry : parsed.at("municipalities"))
    {
        const std::size_t index = list.m_all.size();
        list.m_all.push_back({entry.at("code").get<std::string>(), entry.at("name").get<std::string>(),
                              entry.at("region").get<std::string>(), entry.at("landsdel").get<std::string>(),
                              entry.at("group").get<std::string>(), entry.at("population_0_22").get<double>()});
        list.m_by_code.emplace(list.m_all.back().code, index);
        list.m_by_name.emplace(name_key(list.m_all.back().name), index);
        if (entry.contains("aliases"))
            for (const nlohmann::json& alias : entry.at("aliases"))
                list.m_by_name.emplace(name_key(alias.get<std::string>()), index);
    }
    return list;
}

const Municipality* Municipalities::find(std::string_view text) const
{
    if (const auto code = m_by_code.find(code_from_text(text)); code != m_by_code.end())
        return &m_all[code->second];
    if (const auto name = m_by_name.find(name_key(text)); name != m_by_name.end())
        return &m_all[name->second];
    return nullptr;
}

const Municipality* Municipalities::find_cell(const Cell& cell) const
{
    const std::string code = normalised_code(cell);
    return code.empty() ? nullptr : find(code);
}

} // namespace trinvis
