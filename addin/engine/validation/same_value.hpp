// SPDX-License-Identifier: MPL-2.0
//
// Values as findings show them, compared for what they mean: an explanation holds as long as the value is the same, however
// it came to be written.
//
//     same_value("1.234,50", "1234,5", Language::danish, null_date);      // true
//     same_value("1.234", "1,234", Language::danish, null_date);          // false: a thousand times as much
#pragma once

#include "table/date_text.hpp"

#include <optional>
#include <string_view>

namespace trinvis
{

/// The number that a text means in a language: "1.234,5" and "1 234,5" in Danish, "1,234.5" in English. Nothing for a text
/// that is no number, also when separators stand where that language has none.
[[nodiscard]] std::optional<double> number_meant(std::string_view text, Language language);

/// True when two values are the same: numbers within a billionth, in the language first and in the other one where that
/// gives none; dates as dates, also against the day number of a sheet; texts without regard to capitals and blanks.
[[nodiscard]] bool same_value(std::string_view a, std::string_view b, Language language, Date null_date);

} // namespace trinvis
