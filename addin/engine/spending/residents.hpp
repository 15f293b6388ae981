// SPDX-License-Identifier: MPL-2.0
//
// How many 0-22-year-olds live in a municipality in a year: what spending is divided by.
//
//     const Residents people = residents.of(municipality, 2018).value();
//     people.date;                                  // 2018-12-31, the last round of that year
//
// The item befolkning_0_22 of Indtastning (own municipality) and Sammenligningsdata (the others) counts, in the last
// round of the year in which it is known; else the shipped population, which has a date of its own that is said.
#pragma once

#include "catalogue/workbook.hpp"

#include <map>
#include <optional>
#include <utility>

namespace trinvis::spending
{

struct Residents
{
    double number = 0;
    std::optional<Date> date; ///< of the count
    bool shipped = false;     ///< from the list of municipalities, not from the workbook
};

class ResidentsByYear
{
public:
    /// Reads the two sheets once. The municipalities must outlive it.
    ResidentsByYear(const Workbook& workbook, const Words& words, const Municipalities& municipalities);

    /// Nothing when neither the workbook nor the list knows the number.
    [[nodiscard]] std::optional<Residents> of(std::size_t municipality, int year) const;

private:
    void keep(std::size_t municipality, Date date, double number);

    const Municipalities& m_municipalities;
    std::map<std::pair<std::size_t, int>, Residents> m_known;
};

} // namespace trinvis::spending
