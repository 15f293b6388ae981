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

#include <optional>

namespace trinvis
{

struct Measured
{
    ValueState state = ValueState::missing;
    double value = 0;                             ///< in the figure's unit
    double numerator = 0;                         ///< of quotients
    double denominator = 0;                       ///< of quotients
    std::optional<statistics::Interval> interval; ///< 95 %, in the figure's unit; nothing where the spread is unknown

    [[nodiscard]] bool known() const
    {
        return state == ValueState::number;
    }
};

/// Computes a figure from its items. A missing part makes the figure missing with that part's reason; a denominator of
/// 0 makes it not applicable; a share over 1 or a negative number makes it missing, since it cannot be true.
/// Intervals: Wilson for shares, exact or Byar for rates and counts.
[[nodiscard]] Measured measure(const Figure& figure, const Value& numerator, const Value& denominator,
                               const Value& value);

} // namespace trinvis
