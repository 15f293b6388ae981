// SPDX-License-Identifier: MPL-2.0
//
// What cannot be understood in a sheet of the ladder: the cell, what is wrong with it, and what to do.
//
//     for (const LadderFault& fault : mapping.faults())
//         ladder_fault_sentence(fault, texts);      // "Indsatstrappe, celle D14: '7' er ikke et trin. Skriv …"
#pragma once

#include "table/cell.hpp"
#include "texts/texts.hpp"

#include <string>

namespace trinvis
{

struct LadderFault
{
    Place place;
    std::string message; ///< key of the text; its remedy is key + ".remedy"
    Replacements values; ///< with the present name of the sheet and the cell
};

/// What was typed, as a message may repeat it: a thing that is built like a civil registration number is left out.
[[nodiscard]] std::string repeatable(std::string text);

/// The message and the remedy, without the place.
[[nodiscard]] std::string ladder_fault_words(const LadderFault& fault, const Texts& texts);

/// The same with the sheet and the cell before it.
[[nodiscard]] std::string ladder_fault_sentence(const LadderFault& fault, const Texts& texts);

} // namespace trinvis
