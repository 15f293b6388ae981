// SPDX-License-Identifier: MPL-2.0
//
// Codes of the authorised chart of accounts: a function of five digits (5.28.20) and a grouping of three (001).
//
//     account_code("052820001", "");      // {"5.28.20", "001"}
//     account_code("5.28.20 Opholdssteder mv.", "1");
//
// The forms are those that extracts of accounts and StatBank write; what is none of them stays as it was written, so that
// it is seen as an account that no mapping covers.
#pragma once

#include "table/cell.hpp"

#include <string>
#include <string_view>

namespace trinvis::spending
{

struct AccountCode
{
    std::string function; ///< "5.28.20"; what was written where it is no such code
    std::string grouping; ///< "001"; empty where there is none
    char dranst = 0;      ///< the digit of the kind of account where the code holds one: 1 is running costs

    auto operator<=>(const AccountCode&) const = default;
};

/// Reads a function with or without a grouping behind it: "5.28.20", "05.28.20", "52820", "5.28.20.001", "5.28.20.1.001",
/// "52820001", "052820001", "152820001" (kind of account first), each also with its name behind a blank. A grouping given
/// by itself wins: "1" and "001" are the same.
[[nodiscard]] AccountCode account_code(std::string_view function, std::string_view grouping);

/// Whether a text is a function of five digits once it is read; sums such as "5.28" are not.
[[nodiscard]] bool is_function(std::string_view function);

/// A grouping as three digits; other texts trimmed.
[[nodiscard]] std::string grouping_code(std::string_view text);

} // namespace trinvis::spending
