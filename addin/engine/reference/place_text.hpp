// SPDX-License-Identifier: MPL-2.0
//
// The geography of foreign files: municipalities in every form that is in use, and what is none of the 98.
//
//     recognise_place("0101", municipalities).municipality->name;                  // "København"
//     recognise_place("411 Christiansø", municipalities).kind;                     // PlaceKind::outside
//     recognise_place("Region Østdanmark", municipalities).valid_from;             // 2027-01-01
#pragma once

#include "catalogue/municipalities.hpp"
#include "table/date_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace trinvis::reference
{

enum class PlaceKind
{
    municipality, ///< one of the 98
    outside,      ///< known and none of the 98: Christiansø
    country,
    region, ///< one of the regions, past, present or decided
    part,   ///< a landsdel or a municipality group
    unknown
};

/// "municipality", "outside", "country", "region", "part", "unknown": ends of the text keys "import.place.…".
[[nodiscard]] std::string_view place_code(PlaceKind kind);

struct RecognisedPlace
{
    PlaceKind kind = PlaceKind::unknown;
    const Municipality* municipality = nullptr; ///< of kind municipality alone
    std::string name;                           ///< as the product writes it; the trimmed text where it is unknown
    std::optional<Date> valid_from;             ///< of a region
    std::optional<Date> valid_to;               ///< of a region; nothing while no end is decided
};

/// Recognises a code (101, "0101", "101.0", 1084), a name with its variants, with or without "Kommune", a code and a name
/// in one text ("101 København", "København (101)"), and a name whose letters were damaged by a wrong character set
/// ("KÃ¸benhavn", "K?benhavn", "K\uFFFDbenhavn"), where only one municipality fits. A code and a name that disagree are
/// unknown: nothing is guessed.
[[nodiscard]] RecognisedPlace recognise_place(std::string_view text, const Municipalities& municipalities);

/// The same for a cell; a number is a code.
[[nodiscard]] RecognisedPlace recognise_place(const Cell& cell, const Municipalities& municipalities);

} // namespace trinvis::reference
