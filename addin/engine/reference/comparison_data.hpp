// SPDX-License-Identifier: MPL-2.0
//
// The other municipalities' numbers, read from the sheet Sammenligningsdata and laid out for quick look-up.
//
//     const ComparisonData data(workbook, words, municipalities);
//     data.value(municipality_index, "anbragte", date).number;
#pragma once

#include "catalogue/workbook.hpp"
#include "reference/concepts.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace trinvis
{

class ComparisonData
{
public:
    /// Reads all rows. Unknown municipalities and dates that cannot be read are passed over: the validation names them.
    /// Where two rows say the same place, the first counts. The words must outlive the data.
    ComparisonData(const Workbook& workbook, const Words& words, const Municipalities& municipalities);

    /// The value of an item for a municipality (its index in Municipalities::all()) on a cut-off date; state empty
    /// where there is no row.
    [[nodiscard]] Value value(std::size_t municipality, std::string_view item, Date cut_off) const;

    /// The concepts that the source of a value states in the optional columns; empty texts where it states none.
    [[nodiscard]] const Concepts& concepts(std::size_t municipality, std::string_view item, Date cut_off) const;

    /// False when a number that a figure is computed from was counted by another definition than the figure's in Katalog, as
    /// far as its source states one: such a number is not compared.
    [[nodiscard]] bool comparable(std::size_t municipality, const Figure& figure, Date cut_off) const;

    /// True when no row could be used.
    [[nodiscard]] bool empty() const
    {
        return m_values.empty();
    }

    /// True when any row's source says that its figure is invented.
    [[nodiscard]] bool invented() const
    {
        return m_invented;
    }

private:
    struct Row
    {
        std::vector<Value> by_municipality;
        std::vector<std::uint32_t> concepts; ///< index into m_concepts; empty where no row states any
    };
    [[nodiscard]] std::uint32_t concept_index(std::size_t municipality, std::string_view item, Date cut_off) const;
    [[nodiscard]] bool is_other(const Figure& figure, std::uint32_t stated, bool denominator) const;

    const Words* m_words;
    std::map<std::pair<std::string, Date>, Row> m_values;
    std::vector<Concepts> m_concepts{Concepts{}}; ///< those that are stated, each once; the first states nothing
    /// What was found of a figure's concepts, a stated one and the side of the quotient; filled as it is asked for.
    mutable std::map<std::tuple<std::string, std::uint32_t, bool>, bool> m_other;
    bool m_invented = false;
};

} // namespace trinvis
