// SPDX-License-Identifier: MPL-2.0
//
// An own indicator, as a municipality adds one: E1 in Katalog and its two items in Indtastning, with comparison data for
// the municipalities of the demonstration.
#pragma once

#include "cells.hpp"

namespace trinvis::testing
{

inline constexpr const char* own_indicator_name = "Børn med skolefravær";

/// Adds the indicator to a demonstration workbook: 30 of 120 in the last round, that is 25 pct.
inline void add_own_indicator(const Document& document)
{
    const Sheet catalogue = sheet_named(document, "Katalog");
    const auto column = [&](const char* heading)
    {
        for (sal_Int32 at = 0; at < 40; ++at)
            if (office::to_utf8(catalogue->getCellByPosition(at, heading_row)->getFormula()) == heading)
                return at;
        ADD_FAILURE() << "no column " << heading << " in Katalog";
        return sal_Int32(0);
    };
    const auto put = [&](const char* heading, const char* text)
    { catalogue->getCellByPosition(column(heading), 16)->setFormula(office::from_utf8(text)); };
    put("Nr", "E1");
    put("Navn", own_indicator_name);
    put("Art", "andel");
    put("Tællerpost", "fravaer");
    put("Nævnerpost", "elever");
    put("Faktor", "100");
    put("Enhed", "pct.");
    const Sheet entry = sheet_named(document, "Indtastning");
    const auto item = [&](int row, const char* id, const char* role, double value)
    {
        set_text(entry, "A" + std::to_string(row), id);
        set_text(entry, "B" + std::to_string(row), "E1");
        set_text(entry, "C" + std::to_string(row), id);
        set_text(entry, "D" + std::to_string(row), role);
        set_text(entry, "E" + std::to_string(row), "antal");
        for (int round = 0; round < 11; ++round)
            entry->getCellByPosition(first_round_column + round, row - 1)->setValue(value);
    };
    item(22, "fravaer", "tæller", 30);
    item(23, "elever", "nævner", 120);
    const Sheet data = sheet_named(document, "Sammenligningsdata");
    int row = static_cast<int>(last_used_row(data)) + 2;
    for (const char* code : {"101", "147", "151", "540", "561"})
        for (const auto& [id, value] : {std::pair("fravaer", 20.0), std::pair("elever", 200.0)})
        {
            set_text(data, "A" + std::to_string(row), code);
            set_text(data, "B" + std::to_string(row), id);
            set_date(data, "C" + std::to_string(row), "2020-12-31");
            set_number(data, "D" + std::to_string(row), value);
            set_text(data, "E" + std::to_string(row), "Opdigtede tal");
            ++row;
        }
}

} // namespace trinvis::testing
