// SPDX-License-Identifier: MPL-2.0
#include "spending/money.hpp"

#include "table/number_text.hpp"

#include <cmath>
#include <limits>

namespace trinvis::spending
{

namespace
{

constexpr Oere oere_per_krone = 100;

} // namespace

std::optional<ReadAmount> read_amount(double kroner)
{
    if (!std::isfinite(kroner) || std::fabs(kroner) > most_kroner)
        return std::nullopt;
    const double scaled = kroner * static_cast<double>(oere_per_krone);
    const double nearest = std::round(scaled);
    // A typed amount is off by half a unit in its last place, a small sum of such by a few.
    const double noise = 1e-6 + 16 * std::numeric_limits<double>::epsilon() * std::fabs(scaled);
    return ReadAmount{static_cast<Oere>(nearest), std::fabs(scaled - nearest) > noise};
}

double kroner_of(Oere amount)
{
    return static_cast<double>(amount) / static_cast<double>(oere_per_krone);
}

double thousands_of(Oere amount)
{
    constexpr double oere_per_thousand = 1e5;
    return static_cast<double>(amount) / oere_per_thousand;
}

std::string format_kroner(Oere amount, Language language)
{
    const bool danish = language == Language::danish;
    const std::uint64_t size =
        amount < 0 ? 0U - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
    const std::uint64_t whole = size / static_cast<std::uint64_t>(oere_per_krone);
    const std::uint64_t part = size % static_cast<std::uint64_t>(oere_per_krone);
    std::string digits = std::to_string(whole);
    for (std::size_t at = digits.size(); at > 3;)
    {
        at -= 3;
        digits.insert(at, danish ? "." : ",");
    }
    return (amount < 0 ? "-" : "") + digits + (danish ? "," : ".") + (part < 10 ? "0" : "") + std::to_string(part);
}

std::string readable_kroner(double kroner, const Texts& texts)
{
    constexpr double thousand = 1e3;
    constexpr double million = 1e6;
    const double size = std::fabs(kroner);
    const auto with = [&](const char* key, double value, int decimals) {
        return texts.format(key, {{"value", format_number(value, decimals, texts.language())}});
    };
    if (size >= million)
        return with("spending.money.millions", kroner / million, 1);
    if (size >= 10 * thousand)
        return with("spending.money.thousands", kroner / thousand, 0);
    return with("spending.money.kroner", kroner, 0);
}

} // namespace trinvis::spending
