// SPDX-License-Identifier: MPL-2.0
//
// One figure of one municipality on one date: its value with what is known of its doubt.
//
//     const Measured own = measure(figure, numerator, denominator, value);
//     own.value;                                    // 12.4 per 1,000, when own.known()
#pragma once

#include "catalogue/catalogue.hpp"
#include "catalogue/value.hpp"
#include "statistics/interval.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace trinvis
{

/// Why a municipality does not have a figure that could be compared.
enum class Absence : std::uint8_t
{
    none,             ///< it has the figure
    not_reported,     ///< no row, an empty cell, or a blank that says so
    not_applicable,   ///< a blank that says so, or nobody to be counted: a denominator of 0
    confidential,     ///< there is a number, but it is not shown
    other_definition, ///< there is a number, but it is counted in another way than the figure
    invalid           ///< a text, an error, or a number that cannot be true
};

/// "none", "not-reported", "not-applicable", "confidential", "other-definition", "invalid".
[[nodiscard]] std::string_view absence_code(Absence absence);

struct Measured
{
    ValueState state = ValueState::missing;
    Absence absence = Absence::not_reported;      ///< none exactly when the value is known
    double value = 0;                             ///< in the figure's unit
    double numerator = 0;                         ///< of quotients
    double denominator = 0;                       ///< of quotients
    std::optional<statistics::Interval> interval; ///< 95 %, in the figure's unit; nothing where the spread is unknown

    [[nodiscard]] bool known() const
    {
        return state == ValueState::number;
    }
};

/// Computes a figure from its items. A missing part makes the figure missing with that part's reason, the numerator's
/// first; a denominator of 0 makes it not applicable; a share over 1 or a negative number makes it missing and invalid,
/// since it cannot be true.
/// Intervals: Wilson for shares, exact or Byar for rates and counts.
[[nodiscard]] Measured measure(const Figure& figure, const Value& numerator, const Value& denominator,
                               const Value& value);

} // namespace trinvis
