// SPDX-License-Identifier: MPL-2.0
//
// Account lines from a file: an extract of the municipality's own finance system, or StatBank's REGK31, REGK100, REGKC.
//
//     const AccountFile file = read_account_file(bytes, "REGK31.csv", texts, municipalities);
//     if (file.usable())
//         file.lines.size();
//
// Columns are known by their headings. Nothing is guessed: a file whose unit or decimal mark cannot be told is refused with
// what to write into it. Where a StatBank table holds sums beside their parts, one of the two is taken, and the notes say
// which: running costs alone (dranst 1), current prices alone, net where it is there, functions of five digits.
#pragma once

#include "catalogue/municipalities.hpp"
#include "spending/account_code.hpp"
#include "spending/money.hpp"
#include "texts/texts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::spending
{

struct FileLine
{
    const Municipality* municipality = nullptr; ///< null where the file names none: the own one
    int year = 0;
    AccountCode account;
    std::string label;
    Oere amount = 0;
    std::string source;
};

struct AccountFile
{
    std::vector<FileLine> lines;
    std::vector<std::string> faults; ///< sentences with their line; the first ones, then how many more
    std::vector<std::string> notes;  ///< what was taken and left out, and the unit

    [[nodiscard]] bool usable() const
    {
        return faults.empty() && !lines.empty();
    }
};

/// Reads a file's bytes. The sentences are in the language of the texts; `file_name` tells a StatBank table by its name
/// ("REGK100.csv") and is the source of lines that name none. No fault and no line: the file had nothing to take.
[[nodiscard]] AccountFile read_account_file(std::string_view bytes, std::string_view file_name, const Texts& texts,
                                            const Municipalities& municipalities);

} // namespace trinvis::spending
