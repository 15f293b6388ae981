// SPDX-License-Identifier: MPL-2.0
//
// Names of persons in free text: what must not leave the municipality.
//
//     looks_like_person_name("jf. notat af Anna Jensen");     // true
//
// A guess of the product's own, made to be seldom wrong rather than to find every name; person numbers are found by
// number_text.hpp.
#pragma once

#include <string_view>

namespace trinvis
{

/// True when a text holds two or more capitalised words in a row of which the last ends as most Danish surnames do
/// ("-sen"), or an initial with a full stop and such a surname.
[[nodiscard]] bool looks_like_person_name(std::string_view text);

} // namespace trinvis
