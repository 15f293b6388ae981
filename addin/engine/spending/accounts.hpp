// SPDX-License-Identifier: MPL-2.0
//
// The lines of the sheet Regnskab, and what in it cannot be read.
//
//     const Accounts accounts = read_accounts(workbook, words, municipalities);
//     total(accounts.lines).oere;
//
// A line without a municipality is the own municipality's. Nothing is dropped in silence: a row that is no line is a
// fault with its cell.
#pragma once

#include "catalogue/workbook.hpp"
#include "spending/account_code.hpp"
#include "spending/money.hpp"

#include <string>
#include <vector>

namespace trinvis::spending
{

struct AccountLine
{
    int row = -1;
    std::size_t municipality = 0; ///< index into Municipalities::all()
    int year = 0;
    AccountCode account;
    std::string label;
    Oere amount = 0;
};

/// What keeps a row or a choice from being used. The message is a text key, what to do that key + ".remedy".
struct SpendingFault
{
    Place place;
    std::string message;
    Replacements values{};
};

/// A fault as a sentence: message, then remedy.
[[nodiscard]] std::string fault_text(const SpendingFault& fault, const Texts& texts);

/// The years that an account or a price may be of; the authorised chart of accounts in its present form begins in 2007.
inline constexpr int first_year = 1990;
inline constexpr int last_year = 2100;

/// A year in a cell: a whole number or a text that is one, within the years above.
[[nodiscard]] std::optional<int> year_in(const Cell& cell);

struct Accounts
{
    bool has_sheet = false;
    std::vector<AccountLine> lines;
    std::vector<SpendingFault> faults;
    std::size_t rounded = 0;          ///< amounts with more than two decimals, rounded to the nearest øre
    bool invented = false;            ///< a source says so
    std::vector<std::string> sources; ///< each once, in the order of the sheet; a handful at most
};

/// Reads the sheet. The workbook must name a municipality for lines that name none.
[[nodiscard]] Accounts read_accounts(const Workbook& workbook, const Words& words,
                                     const Municipalities& municipalities);

} // namespace trinvis::spending
