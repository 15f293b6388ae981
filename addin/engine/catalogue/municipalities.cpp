// SPDX-License-Identifier: MPL-2.0
#include "catalogue/municipalities.hpp"

#include "table/text_match.hpp"

#include <algorithm>
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

/// A member of an object as a text; empty where it is null or missing.
std::string text_member(const nlohmann::json& object, const char* key)
{
    const auto member = object.find(key);
    return member != object.end() && member->is_string() ? member->get<std::string>() : std::string{};
}

/// A member of an object as a date; nothing where it is null or missing.
std::optional<Date> date_member(const nlohmann::json& object, const char* key)
{
    const auto member = object.find(key);
    return member != object.end() && member->is_string() ? parse_date(member->get<std::string>()) : std::nullopt;
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
                              entry.at("group").get<std::string>(), entry.at("population").get<double>(),
                              entry.at("population_0_17").get<double>(), entry.at("population_0_22").get<double>()});
        list.m_by_code.emplace(list.m_all.back().code, index);
        list.m_by_name.emplace(name_key(list.m_all.back().name), index);
        if (entry.contains("aliases"))
            for (const nlohmann::json& alias : entry.at("aliases"))
                list.m_by_name.emplace(name_key(alias.get<std::string>()), index);
    }
    list.m_population_date = date_member(parsed, "population_date");
    list.m_population_date_inferred = parsed.value("population_date_status", "") == "inferred";
    if (const auto regions = parsed.find("regions"); regions != parsed.end())
        for (const nlohmann::json& entry : *regions)
        {
            const nlohmann::json codes = entry.value("codes", nlohmann::json::object());
            list.m_regions.push_back({entry.at("name").get<std::string>(), date_member(entry, "valid_from"),
                                      date_member(entry, "valid_to"), text_member(entry, "successor"),
                                      text_member(codes, "dagi"), text_member(codes, "statbank")});
        }
    if (const auto country = parsed.find("country"); country != parsed.end())
        list.m_country = {text_member(country->value("codes", nlohmann::json::object()), "statbank"),
                          text_member(*country, "name")};
    for (const nlohmann::json& outside : parsed.value("not_municipalities", nlohmann::json::array()))
        list.m_outside.push_back({text_member(outside, "code"), text_member(outside, "name")});
    return list;
}

void Municipalities::add_invented(const std::vector<Municipality>& invented)
{
    for (const Municipality& one : invented)
    {
        const std::size_t index = m_all.size();
        if (!m_by_code.emplace(one.code, index).second || !m_by_name.emplace(name_key(one.name), index).second)
            throw std::invalid_argument("there is a municipality " + one.code + " " + one.name);
        m_all.push_back(one);
        m_all.back().invented = true;
    }
}

std::size_t Municipalities::count(bool invented) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_all, [invented](const Municipality& one) { return one.invented == invented; }));
}

const Region* Municipalities::region(std::string_view name) const
{
    for (const Region& region : m_regions)
        if (same_text(region.name, name))
            return &region;
    return nullptr;
}

std::string Municipalities::region_on(std::string_view name, Date date) const
{
    const Region* found = region(name);
    // As many steps as there are regions: a list whose successors ran in a circle would never end.
    for (std::size_t step = 0; found && step < m_regions.size(); ++step)
    {
        const Region* next = found->valid_to && *found->valid_to < date ? region(found->successor) : nullptr;
        if (!next)
            return found->name;
        found = next;
    }
    return std::string(trimmed(name));
}

std::vector<Date> Municipalities::region_changes() const
{
    std::vector<Date> changes;
    for (const Region& region : m_regions)
        if (region.valid_to)
            changes.emplace_back(std::chrono::sys_days{*region.valid_to} + std::chrono::days{1});
    std::ranges::sort(changes);
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    return changes;
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
