// SPDX-License-Identifier: MPL-2.0
//
// The text files of both languages together: what is written uses one of them, what is read may be in either.
//
//     words.in(Language::danish).get("sheet.rules");         // "Regler"
#pragma once

#include "texts/texts.hpp"

namespace trinvis
{

struct Words
{
    Texts danish;
    Texts english;

    [[nodiscard]] const Texts& in(Language language) const
    {
        return language == Language::danish ? danish : english;
    }
};

} // namespace trinvis
