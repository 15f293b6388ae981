// SPDX-License-Identifier: MPL-2.0
#include "spending/account_columns.hpp"

#include "reference/heading_words.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace trinvis::spending
{

namespace
{

bool begins(const std::string& text, std::initializer_list<std::string_view> beginnings)
{
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool holds(const std::string& text, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

bool is(const std::string& text, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, text) != words.end();
}

/// The words before a unit in brackets.
std::string without_unit(const std::string& heading)
{
    return std::string(trimmed(std::string_view(heading).substr(0, heading.find('('))));
}

int* column_of(AccountColumns& columns, const std::string& heading)
{
    const std::string words = without_unit(heading);
    if (is(words, {"beløb", "amount", "regnskab", "forbrug", "saldo", "indhold", "værdi", "value", "contents",
                   "beløb i kr.", "beløb kr.", "beløb i 1.000 kr.", "beløb 1.000 kr."}))
        return &columns.amount;
    if (is(words, {"år", "year", "tid", "time", "regnskabsår", "financial year", "periode"}))
        return &columns.year;
    if (reference::is_municipality_heading(words))
        return &columns.municipality;
    if (begins(words, {"dranst funktion", "konto"}) && words != "kontonavn" && words != "kontotekst")
        return &columns.function;
    if (begins(words, {"funk", "function"}))
        return &columns.function;
    if (begins(words, {"grup", "group"}))
        return &columns.grouping;
    if (begins(words, {"dranst"}))
        return &columns.dranst;
    if (begins(words, {"ejer", "ownership"}))
        return &columns.ownership;
    if (begins(words, {"pris", "price"}))
        return &columns.price;
    if (is(words, {"art", "hovedart", "kind"}))
        return &columns.art;
    if (is(words, {"tekst", "text", "navn", "name", "kontonavn", "kontotekst", "betegnelse", "label"}))
        return &columns.label;
    if (is(words, {"enhed", "unit"}))
        return &columns.unit;
    return reference::is_source_heading(words) ? &columns.source : nullptr;
}

} // namespace

std::optional<Unit> unit_in(std::string_view text)
{
    const std::string small = folded(text);
    if (holds(small,
              {"1.000 kr", "1000 kr", "1,000 kr", "t.kr", "tkr", "tusinde kr", "thousand", "1,000 dkk", "dkk 1,000"}))
        return Unit::thousands;
    if (holds(small, {"mio", "million"}))
        return std::nullopt;
    if (holds(small, {"(kr.)", "(kr)", "i kr.", "kroner", "(dkk)"}) || is(small, {"kr", "kr.", "dkk", "beløb kr."}))
        return Unit::kroner;
    return std::nullopt;
}

AccountColumns account_columns(const std::vector<std::string_view>& headings)
{
    AccountColumns columns;
    for (std::size_t i = 0; i < headings.size(); ++i)
    {
        const std::string heading = folded(headings[i]);
        int* column = column_of(columns, heading);
        if (!column || *column >= 0)
            continue;
        *column = static_cast<int>(i);
        if (column == &columns.amount)
            columns.amount_unit = unit_in(heading);
    }
    return columns;
}

Art art_of(std::string_view text)
{
    const std::string small = folded(text);
    if (holds(small, {"netto"}) || is(small, {"net", "n"}))
        return Art::net;
    if (is_total(text))
        return Art::total;
    if (holds(small, {"brutto", "gross"}) || begins(small, {"bru", "ind", "udg"}))
        return Art::gross;
    const std::size_t digits = std::min(small.find_first_not_of("0123456789."), small.size());
    if (digits == 0)
        return Art::unknown;
    return digits == 1 ? Art::main : Art::part;
}

bool is_running(std::string_view text)
{
    const std::string small = folded(text);
    return small == "1" || begins(small, {"1 ", "1-", "1.", "drift"});
}

bool is_current_prices(std::string_view text)
{
    const std::string small = folded(text);
    if (holds(small, {"indbygger", "inhabitant", "capita", "faste", "fixed", "constant"}))
        return false;
    return begins(small, {"løb", "lob", "current"}) || holds(small, {"løbende", "current"});
}

bool is_total(std::string_view text)
{
    const std::string small = folded(text);
    return is(small, {"tot", "total", "ialt", "i alt"}) || begins(small, {"tot ", "i alt", "ialt "});
}

} // namespace trinvis::spending
