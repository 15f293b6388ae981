// SPDX-License-Identifier: MPL-2.0
//
// What is known of single tables of StatBank that their files do not tell: which day a period is about, what is counted, by
// which municipality and in which ages. Proposals that a person confirms.
//
//     if (const TableFacts* facts = facts_of("ANBAAR12")) facts->counting_unit;     // "import.fact.children"
#pragma once

#include "reference/time_period.hpp"

#include <string_view>

namespace trinvis::reference
{

/// Keys of texts; empty where nothing is known.
struct TableFacts
{
    std::string_view table;
    std::optional<PeriodDay> day; ///< nothing for what is counted over the whole period
    std::string_view municipality_concept;
    std::string_view counting_unit;
    std::string_view age_base;
};

/// Null for a table of which nothing is known.
[[nodiscard]] const TableFacts* facts_of(std::string_view table);

} // namespace trinvis::reference
