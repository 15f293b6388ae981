// SPDX-License-Identifier: MPL-2.0
//
// Four municipalities whose comparison is computed by hand, all of them Landkommuner in Region Nordjylland.
//
//                     plejefamilie / anbragte     per cent
//     810 Brønderslev (own)   30 / 100              30
//     773 Morsø               10 /  50              20
//     787 Thisted             20 / 100              20
//     813 Frederikshavn       60 / 150              40
//
// The others together: 90 / 300 = 30 pct., unweighted 26.67; all four: 120 / 400 = 30 pct., unweighted 27.5.
#pragma once

#include "compared.hpp"

namespace trinvis::tests
{

inline const Date cut_off = day(2018, 12, 31);

inline void add_share(WorkbookFixture& book, std::string_view municipality, double numerator, double denominator)
{
    book.add_comparison(municipality, "plejefamilie", cut_off, Cell{numerator});
    book.add_comparison(municipality, "anbragte", cut_off, Cell{denominator});
}

[[nodiscard]] inline WorkbookFixture four_municipalities(double own_numerator = 30, double own_denominator = 100)
{
    WorkbookFixture book(Language::danish, "810", {cut_off});
    book.entry("plejefamilie", cut_off) = Cell{own_numerator};
    book.entry("anbragte", cut_off) = Cell{own_denominator};
    add_share(book, "773", 10, 50);
    add_share(book, "787", 20, 100);
    add_share(book, "813", 60, 150);
    return book;
}

[[nodiscard]] inline Comparison compared(const WorkbookFixture& book, GroupKind group, std::string_view figure = "3")
{
    return Compared(book).of(figure, group, cut_off);
}

} // namespace trinvis::tests
