// SPDX-License-Identifier: MPL-2.0
//
// Which column of a foreign file of accounts is what, by its heading.
//
//     const AccountColumns columns = account_columns({"OMRÅDE", "FUNK1", "DRANST", "ART", "PRISENHED", "TID", "INDHOLD"});
//     columns.statbank();                           // true
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace trinvis::spending
{

/// What amounts are counted in.
enum class Unit
{
    kroner,
    thousands
};

/// The columns as indexes, -1 where there is none.
struct AccountColumns
{
    int municipality = -1;
    int year = -1;
    int function = -1; ///< also a whole account code
    int grouping = -1;
    int label = -1;
    int amount = -1;
    int source = -1;
    int dranst = -1;
    int ownership = -1;
    int art = -1;
    int price = -1;
    int unit = -1;
    std::optional<Unit> amount_unit; ///< as the heading of the amount says it: "Beløb (1.000 kr.)"

    /// A table of the StatBank: its dimensions stand beside the function.
    [[nodiscard]] bool statbank() const
    {
        return dranst >= 0 || price >= 0 || art >= 0 || ownership >= 0;
    }
};

/// Knows the columns by their headings, in Danish and English; the first of several wins.
[[nodiscard]] AccountColumns account_columns(const std::vector<std::string_view>& headings);

/// The unit that a text names: "1.000 kr.", "t.kr.", "Beløb (kr.)"; nothing when it names none.
[[nodiscard]] std::optional<Unit> unit_in(std::string_view text);

/// What a value of the dimension art stands for.
enum class Art
{
    net,   ///< expenditure less income
    total, ///< "I alt", which the StatBank's net tables use
    gross, ///< expenditure or income alone
    main,  ///< a part of one digit
    part,  ///< a part of a part
    unknown
};
[[nodiscard]] Art art_of(std::string_view text);

/// Running costs: 1 of the dimension dranst.
[[nodiscard]] bool is_running(std::string_view text);

/// Prices of the year itself, not per inhabitant and not fixed.
[[nodiscard]] bool is_current_prices(std::string_view text);

/// A value that stands for all of its dimension: "TOT", "I alt", "IALT".
[[nodiscard]] bool is_total(std::string_view text);

} // namespace trinvis::spending
