// SPDX-License-Identifier: MPL-2.0
//
// Clean workbooks of every size: any municipality from Læsø to København, two to eleven rounds, filled in full or with
// figures and trailing rounds left out, typed blanks where a number is not to be had. Nothing in them is a fault, so
// every error and every warning that the rules raise in one of them is a false alarm.
//
//     WorkbookFixture book = clean_workbook({.municipality = "825", .rounds = 5, .absent = {"8", "9"}});
//     book.validate().findings;
//
// The numbers are the invented ones of the demonstration. Its flows are as smooth as stocks, which real flows are not;
// `lively` gives each round's flows and small stocks the scatter of counts instead.
#pragma once

#include "workbook_fixture.hpp"

#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace trinvis::tests
{

struct CleanWish
{
    Language language = Language::danish;
    std::string municipality = "851";
    std::size_t rounds = 11;        ///< the last ones of the demonstration, 2 to 11
    std::size_t unfilled = 0;       ///< trailing rounds that are prepared but not begun
    std::set<std::string> absent{}; ///< figures that the municipality does not report
    std::size_t blanks = 0;         ///< typed blanks instead of numbers, spread by the seed
    std::size_t peers = 0;          ///< municipalities in the comparison data
    bool lively = true;
    std::uint64_t seed = 1;
};

void PrintTo(const CleanWish& wish, std::ostream* out);

/// Makes the workbook. Throws std::out_of_range for a municipality that does not exist.
[[nodiscard]] WorkbookFixture clean_workbook(const CleanWish& wish);

/// Thirty wishes from the smallest to the largest municipality, over all numbers of rounds and degrees of completeness.
[[nodiscard]] std::vector<CleanWish> clean_wishes();

} // namespace trinvis::tests
