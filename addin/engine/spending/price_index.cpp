// SPDX-License-Identifier: MPL-2.0
#include "spending/price_index.hpp"

#include "table/text_match.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace trinvis::spending
{

std::vector<ShippedPrice> shipped_prices(std::string_view content, Language language)
{
    try
    {
        const nlohmann::json file = nlohmann::json::parse(content);
        std::vector<ShippedPrice> prices;
        for (const nlohmann::json& entry : file.at("years"))
        {
            // Published with one decimal: whole tenths add up exactly, and a half is rounded up on every machine.
            long tenths = 0;
            for (const nlohmann::json& month : entry.at("months"))
                tenths += std::lround(month.get<double>() * 10);
            constexpr long months = 12;
            if (entry.at("months").size() != static_cast<std::size_t>(months))
                throw std::invalid_argument("a year of the price index has not twelve months");
            const long hundredths = (tenths * 10 + months / 2) / months;
            prices.push_back({entry.at("year").get<int>(), static_cast<double>(hundredths) / 100,
                              entry.at("source").at(std::string(language_code(language))).get<std::string>()});
        }
        return prices;
    }
    catch (const nlohmann::json::exception& fault)
    {
        throw std::invalid_argument(fault.what());
    }
}

std::optional<double> PriceIndex::fixed(Oere amount, int year, int price_year) const
{
    const auto own = by_year.find(year);
    const auto price = by_year.find(price_year);
    if (own == by_year.end() || price == by_year.end())
        return std::nullopt;
    return kroner_of(amount) * price->second / own->second;
}

PriceIndex read_price_index(const Workbook& workbook, const Words& words)
{
    PriceIndex index;
    const TableArea& area = workbook.working_table("price_index");
    if (!area.found() || area.column("year") < 0 || area.column("index") < 0)
        return index;
    const ValueReader reader(words);
    std::set<int> doubled;
    const auto fault = [&](int row, std::string_view column, const char* message) {
        index.faults.push_back({{area.sheet, row, area.column(column)}, message, {{"row", std::to_string(row + 1)}}});
    };
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const Value value = reader.read(workbook.cell(area, row, "index"));
        // A year without a number yet is a place to be filled in.
        if (value.state == ValueState::empty || value.state == ValueState::missing)
            continue;
        const std::optional<int> year = year_in(workbook.cell(area, row, "year"));
        if (!year)
            fault(row, "year", "spending.fault.price_year");
        else if (!value.is_number() || !std::isfinite(value.number) || value.number <= 0)
            fault(row, "index", "spending.fault.price_index");
        else if (const auto [known, added] = index.by_year.emplace(*year, value.number);
                 !added && known->second != value.number)
        {
            doubled.insert(*year);
            fault(row, "year", "spending.fault.price_doubled");
        }
        else if (std::string source = workbook.text(area, row, "source");
                 !source.empty() && std::ranges::find(index.sources, source) == index.sources.end())
            index.sources.push_back(std::move(source));
    }
    for (const int year : doubled)
        index.by_year.erase(year);
    for (const std::string& source : index.sources)
        for (const Language language : {Language::danish, Language::english})
            index.invented = index.invented ||
                             folded(source).find(folded(words.in(language).get("word.invented"))) != std::string::npos;
    return index;
}

} // namespace trinvis::spending
