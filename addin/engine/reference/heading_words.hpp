// SPDX-License-Identifier: MPL-2.0
//
// The words by which columns of foreign tables are known, in Danish and English, folded before they are compared. Words for
// people stand in the text files; these are only recognised.
//
//     is_time_heading("Skæringsdato");       // true
#pragma once

#include <string_view>

namespace trinvis::reference
{

/// "Tid", "Year", "Skæringsdato" …
[[nodiscard]] bool is_time_heading(std::string_view heading);

/// "Område", "Kommune", "komnr" …
[[nodiscard]] bool is_municipality_heading(std::string_view heading);

/// A column that parts the observations, of whatever kind: place, time, age, sex, item …
[[nodiscard]] bool is_variable_heading(std::string_view heading);

/// The one column of numbers: "Indhold", "Værdi" …
[[nodiscard]] bool is_value_heading(std::string_view heading);

/// A column that is about a row but parts nothing: remarks and sources.
[[nodiscard]] bool is_remark_heading(std::string_view heading);
[[nodiscard]] bool is_source_heading(std::string_view heading);

/// True for what commonly stands in place of a number: nothing, "..", "-", "x", "<5", "n/a".
[[nodiscard]] bool is_common_sign(std::string_view text);

} // namespace trinvis::reference
