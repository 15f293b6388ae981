// SPDX-License-Identifier: MPL-2.0
//
// The price index of the sheet Prisindeks, and the one that ships for it.
//
//     const PriceIndex index = read_price_index(workbook, words);
//     index.fixed(amount, 2016, 2020);              // kroner of 2016 in prices of 2020; nothing where a year is missing
//
// Fixed prices: amount * index(price year) / index(year of the amount), Danmarks Statistik's formula on its page on the
// consumer price index.
#pragma once

#include "spending/accounts.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::spending
{

/// A year of the shipped index.
struct ShippedPrice
{
    int year = 0;
    double index = 0; ///< mean of the twelve published months, rounded to two decimals
    std::string source;
};

/// Reads templates/price_index.json. Throws std::invalid_argument when the content is no such file.
[[nodiscard]] std::vector<ShippedPrice> shipped_prices(std::string_view content, Language language);

struct PriceIndex
{
    std::map<int, double> by_year;
    std::vector<std::string> sources; ///< each once
    std::vector<SpendingFault> faults;
    bool invented = false; ///< a source says so

    [[nodiscard]] bool has(int year) const
    {
        return by_year.contains(year);
    }

    /// An amount of a year in kroner of the price year; nothing where the index lacks one of the two.
    [[nodiscard]] std::optional<double> fixed(Oere amount, int year, int price_year) const;
};

/// Reads the sheet; empty when there is none. A year that stands twice with different numbers is a fault, and neither is
/// used.
[[nodiscard]] PriceIndex read_price_index(const Workbook& workbook, const Words& words);

} // namespace trinvis::spending
