// SPDX-License-Identifier: MPL-2.0
//
// The 98 municipalities with their codes, names, regions and groups (templates/municipalities.json; Statistics Denmark).
//
//     const Municipalities all = Municipalities::from_json(content);
//     all.find("Høje Taastrup Kommune")->code;      // "169"
//     all.find("0101")->name;                       // "København"
#pragma once

#include "table/cell.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct Municipality
{
    std::string code; ///< three digits
    std::string name;
    std::string region;
    std::string landsdel;
    std::string group; ///< DST's municipality group, e.g. "Oplandskommuner"
    double population_0_22 = 0;
};

class Municipalities
{
public:
    /// Throws std::invalid_argument when the content does not hold a list of municipalities.
    [[nodiscard]] static Municipalities from_json(std::string_view content);

    [[nodiscard]] const std::vector<Municipality>& all() const
    {
        return m_all;
    }

    /// Finds by code (101, "0101", "101.0") or by name and its variants, with or without "Kommune"; null when unknown.
    [[nodiscard]] const Municipality* find(std::string_view text) const;

    /// The same for what a cell holds.
    [[nodiscard]] const Municipality* find_cell(const Cell& cell) const;

    /// The date until which the regions hold, as ISO text.
    [[nodiscard]] const std::string& regions_valid_to() const
    {
        return m_regions_valid_to;
    }

private:
    std::vector<Municipality> m_all;
    std::map<std::string, std::size_t, std::less<>> m_by_code;
    std::map<std::string, std::size_t, std::less<>> m_by_name;
    std::string m_regions_valid_to;
};

/// A municipality code as three digits: 101, "0101" and "101.0" all become "101". A text that is no code comes back
/// as it was, trimmed.
[[nodiscard]] std::string normalised_code(const Cell& cell);

} // namespace trinvis
