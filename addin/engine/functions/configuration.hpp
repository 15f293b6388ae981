// SPDX-License-Identifier: MPL-2.0
//
// What the office's configuration says of the spreadsheet functions: CalcAddIns.xcu of the package, made from the function
// table and the texts when the package is built.
//
//     file << calc_addins_xcu(words);
#pragma once

#include "texts/words.hpp"

#include <string>
#include <string_view>

namespace trinvis::functions
{

/// The service that computes; the configuration lists the functions under its name.
inline constexpr std::string_view service_name = "org.trinvis.Functions";

/// The group of functions in Calc's wizard; one of the names that Calc knows.
inline constexpr std::string_view category = "Add-In";

/// The file, in XML; every text in both languages.
[[nodiscard]] std::string calc_addins_xcu(const Words& words);

} // namespace trinvis::functions
