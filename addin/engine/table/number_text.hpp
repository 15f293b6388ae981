// SPDX-License-Identifier: MPL-2.0
//
// Numbers as text, in the manner of each language, and text that was meant as a number.
//
//     format_number(1234.5, 1, Language::danish);    // "1.234,5"
//     looks_like_number("12.5");                     // true: text in a Danish sheet, though meant as a number
#pragma once

#include "texts/texts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// A number with a fixed number of decimals (0 to 9) and thousand separators; "-0" is written as 0.
/// A value that is not finite becomes "–".
[[nodiscard]] std::string format_number(double value, int decimals, Language language);

/// A number as short as it can be written with at most six decimals: whole numbers without decimals.
[[nodiscard]] std::string format_plain(double value, Language language);

/// Writes a number for reading in a sentence: as format_plain does up to most_decimals decimals; beyond them without
/// decimals from 1,000 on, with two below, and so many that three digits count where it is less than 0.1.
[[nodiscard]] std::string format_readable(double value, int most_decimals, Language language);

/// True when a text is a number in all but type: digits with a sign, separators, blanks between thousands, a percent
/// sign, "pct.", "kr." or a "<" before it is not enough ("<5" is no number). Which of these Calc leaves as text in a
/// Danish sheet was measured with LibreOffice 7.4.7.
[[nodiscard]] bool looks_like_number(std::string_view text);

/// The numbers that a text can mean, whatever language it was written in. One where there is no doubt ("12.5", "1 234",
/// "1.234,5", a minus of any kind before it); two where a single point or comma stands before three digits and may be a
/// decimal sign or a thousand separator ("1.234"); none where the text is no number, or begins with a nought that a
/// number does not have ("0101"). A unit, a "<" or "ca." makes it no number.
[[nodiscard]] std::vector<double> number_readings(std::string_view text);

/// True when a text holds something that is built like a Danish civil registration number: DDMMYY-XXXX, also without
/// the hyphen or with a blank, day and month possible. No check digit: newer numbers do not follow modulus 11.
[[nodiscard]] bool looks_like_cpr(std::string_view text);

/// The same for a number in a cell: ten digits, or nine where a leading zero was lost.
[[nodiscard]] bool looks_like_cpr(double value);

} // namespace trinvis
