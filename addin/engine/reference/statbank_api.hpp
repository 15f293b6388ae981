// SPDX-License-Identifier: MPL-2.0
//
// What is asked of the StatBank API and what it tells of a table: addresses and answers as text. Nothing is fetched here.
//
//     const auto table = read_table_info(answer_to(table_info_url(statbank_address, "ANBAAR12", Language::danish)));
//     const StatBankChoice choice = propose_choice(*table, workbook, nullptr);
//     cell_count(*table, choice);                                              // 2,646
//     data_url(statbank_address, *table, choice, Language::danish);            // …/data/ANBAAR12/CSV?lang=da&…
#pragma once

#include "catalogue/workbook.hpp"
#include "reference/import_mapping.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::reference
{

/// Statistics Denmark's own address of the API.
inline constexpr std::string_view statbank_address = "https://api.statbank.dk/v1";
inline constexpr std::string_view statbank_source = "Danmarks Statistik";
inline constexpr std::string_view statbank_licence = "CC BY 4.0";

/// Above this many cells the format BULK is asked for, which has no cap. Sources disagree on the cap of CSV (100,000 and
/// 1,000,000), so the lower one counts.
inline constexpr std::size_t most_csv_cells = 100'000;
/// The most cells that are asked for in one go, ours: some hundred megabytes of text.
inline constexpr std::size_t most_bulk_cells = 5'000'000;
/// The longest address that is sent: web servers of the API's kind refuse longer ones.
inline constexpr std::size_t longest_query = 2000;

struct StatBankValue
{
    std::string id; ///< "101", "TOT", "2024K1"
    std::string text;
};

struct StatBankVariable
{
    std::string id; ///< "OMRÅDE"
    std::string text;
    bool elimination = false; ///< may be left out of a request and is then summed
    bool time = false;
    std::vector<StatBankValue> values;
};

struct StatBankTable
{
    std::string id;
    std::string text;
    std::string unit;
    std::string updated; ///< as the API writes it
    std::string note;
    std::vector<StatBankVariable> variables;
};

/// The answer of tableinfo; nothing when it is none (no JSON, or without an id and variables with values).
[[nodiscard]] std::optional<StatBankTable> read_table_info(std::string_view json);

/// By variable: the places of the chosen values, ascending.
using StatBankChoice = std::vector<std::vector<std::size_t>>;

/// Proposes what to fetch: all places; the periods from a year before the workbook's first round, or the last five; of
/// every other variable what a remembered mapping uses; else all values as long as the whole stays below most_csv_cells,
/// and the total where it does not. A variable that cannot be summed is fetched whole.
[[nodiscard]] StatBankChoice propose_choice(const StatBankTable& table, const Workbook& workbook,
                                            const ImportMapping* remembered);

/// Puts what a script says in the place of a proposal: one "OMRÅDE=101,751" a variable, values by id or text, "*" for all.
/// The first entry that names no variable or value of the table comes back; nothing when all do.
[[nodiscard]] std::optional<std::string> set_choice(StatBankChoice& choice, const StatBankTable& table,
                                                    const std::vector<std::string>& wanted);

/// How many cells a choice asks for; 0 when a variable has no value chosen.
[[nodiscard]] std::size_t cell_count(const StatBankTable& table, const StatBankChoice& choice);

/// A letter A–Z first, then letters and digits, at most twenty: what a table's id looks like.
[[nodiscard]] bool looks_like_table_id(std::string_view text);

/// The address is http or https and names a server.
[[nodiscard]] bool is_api_address(std::string_view text);

[[nodiscard]] std::string table_info_url(std::string_view address, std::string_view table, Language language);

/// Every variable is named, also those with all values, since BULK sums nothing. Nothing when the address would be longer
/// than longest_query: then fewer values are to be chosen, or all.
[[nodiscard]] std::optional<std::string> data_url(std::string_view address, const StatBankTable& table,
                                                  const StatBankChoice& choice, Language language);

/// A text for an address: all but letters, digits and -._~* as bytes of UTF-8 in hexadecimal (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);

} // namespace trinvis::reference
