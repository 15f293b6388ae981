// SPDX-License-Identifier: MPL-2.0
//
// Source: Statistics Denmark, descriptions of the tables in StatBank and of the statistics on placements and notifications
// (dst.dk, statistikdokumentation), as of September 2025. A flow over the year stands on the year's last day.
#include "reference/table_facts.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>

namespace trinvis::reference
{

namespace
{

constexpr std::string_view administration = "import.fact.administration";
constexpr std::string_view children = "import.fact.children";
constexpr std::string_view ages_0_22 = "import.fact.ages_0_22";
constexpr std::string_view ages_0_17 = "import.fact.ages_0_17_unborn";

} // namespace

const TableFacts* facts_of(std::string_view table)
{
    static constexpr std::array<TableFacts, 11> known{{
        {"BU43", PeriodDay::last, {}, children, ages_0_22},
        {"ANBAAR9", PeriodDay::last, administration, children, ages_0_22},
        {"ANBAAR12", PeriodDay::last, administration, children, ages_0_22},
        {"ANBAAR13", PeriodDay::last, administration, children, ages_0_22},
        {"ANBAAR14", PeriodDay::last, administration, "import.fact.placements_started", ages_0_22},
        {"ISBU01", PeriodDay::last, {}, "import.fact.interventions", {}},
        {"ISBU02", PeriodDay::last, {}, children, {}},
        {"UND1", PeriodDay::last, administration, "import.fact.notifications", ages_0_17},
        {"UND2", PeriodDay::last, administration, children, ages_0_17},
        {"FOLK1A", PeriodDay::first, "import.fact.residence", "import.fact.persons", {}},
        {"REGK31", PeriodDay::last, {}, "import.fact.kroner", {}},
    }};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [table](const TableFacts& facts) { return same_text(facts.table, table); });
    return found == known.end() ? nullptr : &*found;
}

} // namespace trinvis::reference
