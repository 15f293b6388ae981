// SPDX-License-Identifier: MPL-2.0
#include "practice/practice.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

using nlohmann::json;

Date date_from(const json& text)
{
    const auto date = parse_date(text.get<std::string>());
    if (!date)
        throw std::invalid_argument("no date: " + text.dump());
    return *date;
}

ContentCell typed_in(const json& content)
{
    if (content.is_number())
        return content.get<double>();
    if (content.is_string())
        return content.get<std::string>();
    return std::monostate{};
}

PracticeFault read_fault(const json& entry, const std::vector<Date>& cut_offs)
{
    const auto round = std::ranges::find(cut_offs, date_from(entry.at("cut_off")));
    if (round == cut_offs.end())
        throw std::invalid_argument("no round: " + entry.at("cut_off").dump());
    return {entry.at("id").get<std::string>(), entry.value("item", ""),
            static_cast<std::size_t>(round - cut_offs.begin()), typed_in(entry.at("typed")),
            entry.at("rule").get<std::string>()};
}

PracticeMunicipality read_municipality(const json& entry, const json& whole, std::size_t rounds)
{
    PracticeMunicipality read;
    read.municipality = {.code = entry.at("code").get<std::string>(),
                         .name = entry.at("name").get<std::string>(),
                         .region = whole.at("region").get<std::string>(),
                         .landsdel = whole.at("landsdel").get<std::string>(),
                         .group = entry.at("group").get<std::string>(),
                         .population = entry.at("population").get<double>(),
                         .population_0_17 = entry.at("population_0_17").get<double>(),
                         .population_0_22 = entry.at("population_0_22").get<double>(),
                         .invented = true};
    for (const auto& [item, values] : entry.at("values").items())
    {
        std::vector<double> series = values.get<std::vector<double>>();
        if (series.size() != rounds)
            throw std::invalid_argument("not a value for each round: " + read.municipality.code + " " + item);
        read.values.emplace(item, std::move(series));
    }
    return read;
}

} // namespace

Practice Practice::from_json(std::string_view content)
{
    const json parsed = json::parse(content, nullptr, false);
    if (!parsed.is_object())
        throw std::invalid_argument("the practice file cannot be read");
    try
    {
        Practice practice;
        practice.own = parsed.at("own").get<std::string>();
        for (const json& date : parsed.at("cut_offs"))
            practice.cut_offs.push_back(date_from(date));
        for (const json& entry : parsed.at("faults"))
            practice.faults.push_back(read_fault(entry, practice.cut_offs));
        for (const json& entry : parsed.at("municipalities"))
            practice.municipalities.push_back(read_municipality(entry, parsed, practice.cut_offs.size()));
        return practice;
    }
    catch (const json::exception& fault)
    {
        throw std::invalid_argument(fault.what());
    }
}

std::vector<Municipality> Practice::invented() const
{
    std::vector<Municipality> all;
    all.reserve(municipalities.size());
    for (const PracticeMunicipality& one : municipalities)
        all.push_back(one.municipality);
    return all;
}

} // namespace trinvis
