// SPDX-License-Identifier: MPL-2.0
//
// Comparing what people type: capital letters, spare blanks and no-break spaces make no difference.
//
//     same_text("  Skæringsdato ", "SKÆRINGSDATO");   // true
//
// Folding knows ASCII and the letters of Western Europe (Latin-1), which holds Danish.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trinvis
{

/// Takes blanks, tabs, line ends and no-break spaces off both ends. UTF-8 in and out.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Small letters, trimmed, every run of blanks as one blank. UTF-8 in and out.
[[nodiscard]] std::string folded(std::string_view text);

/// True when two texts are equal once folded.
[[nodiscard]] bool same_text(std::string_view a, std::string_view b);

/// Seven letters that tell a text from another, blanks at its ends aside; so that the product can see whether a text that
/// it wrote into a sheet is still the same. Letters alone, so that no program takes them for a number.
[[nodiscard]] std::string text_check(std::string_view text);

/// The beginning of a text, at most so many letters, cut at a blank where there is one and ended with "…"; a text that is
/// no longer stays as it is. UTF-8 in and out.
[[nodiscard]] std::string beginning_of(std::string_view text, std::size_t letters);

} // namespace trinvis
