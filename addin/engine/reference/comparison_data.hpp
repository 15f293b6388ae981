// SPDX-License-Identifier: MPL-2.0
//
// The other municipalities' numbers, read from the sheet Sammenligningsdata and laid out for quick look-up.
//
//     const ComparisonData data(workbook, words, municipalities);
//     data.value(municipality_index, "anbragte", date).number;
#pragma once

#include "catalogue/workbook.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace trinvis
{

class ComparisonData
{
public:
    /// Reads all rows. Unknown municipalities and dates that cannot be read are passed over: the validation names them.
    /// Where two rows say the same place, the first counts.
    ComparisonData(const Workbook& workbook, const Words& words, const Municipalities& municipalities);

    /// The value of an item for a municipality (its index in Municipalities::all()) on a cut-off date; state empty
    /// where there is no row.
    [[nodiscard]] Value value(std::size_t municipality, std::string_view item, Date cut_off) const;

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
    };
    std::map<std::pair<std::string, Date>, Row> m_values;
    bool m_invented = false;
};

} // namespace trinvis
