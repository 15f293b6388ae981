// SPDX-License-Identifier: MPL-2.0
//
// The 98 municipalities with their codes, names, regions and groups (templates/municipalities.json; Statistics Denmark).
//
//     const Municipalities all = Municipalities::from_json(content);
//     all.find("Høje Taastrup Kommune")->code;      // "169"
//     all.find("0101")->name;                       // "København"
//     all.region_on("Region Sjælland", date);       // "Region Østdanmark" from 1 January 2027
#pragma once

#include "table/cell.hpp"
#include "table/date_text.hpp"

#include <map>
#include <optional>
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
    std::string group;     ///< DST's municipality group, e.g. "Oplandskommuner"
    double population = 0; ///< of all ages, like the two below on population_date()
    double population_0_17 = 0;
    double population_0_22 = 0;
    bool invented =
        false; ///< of the practice workbook's country: compared with the invented ones alone, offered nowhere
};

/// A region and the days on which it exists.
struct Region
{
    std::string name;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to; ///< the last day; nothing while no end is known
    std::string successor;        ///< the region that its municipalities belong to afterwards; empty without an end
    std::string dagi_code;        ///< "1084"; empty while none is known
    std::string statbank_code;    ///< "084"; empty while none is known
};

/// A code and a name.
struct NamedCode
{
    std::string code;
    std::string name;
};

class Municipalities
{
public:
    /// Throws std::invalid_argument when the content does not hold a list of municipalities.
    [[nodiscard]] static Municipalities from_json(std::string_view content);

    /// Adds the municipalities of the practice workbook behind the others and marks them as invented. Pointers to
    /// municipalities that were found before are void. Throws std::invalid_argument for a code that is taken.
    void add_invented(const std::vector<Municipality>& invented);

    /// The 98, and behind them the invented ones where they were added.
    [[nodiscard]] const std::vector<Municipality>& all() const
    {
        return m_all;
    }

    /// How many there are of a kind: invented ones or real ones.
    [[nodiscard]] std::size_t count(bool invented) const;

    /// Finds by code (101, "0101", "101.0") or by name and its variants, with or without "Kommune"; null when unknown.
    [[nodiscard]] const Municipality* find(std::string_view text) const;

    /// The same for what a cell holds.
    [[nodiscard]] const Municipality* find_cell(const Cell& cell) const;

    /// The date until which the regions hold, as ISO text.
    [[nodiscard]] const std::string& regions_valid_to() const
    {
        return m_regions_valid_to;
    }

    /// All regions that are or will be, in the order of the list.
    [[nodiscard]] const std::vector<Region>& regions() const
    {
        return m_regions;
    }

    /// What stands in most lists of municipalities and is none: Christiansø.
    [[nodiscard]] const std::vector<NamedCode>& outside() const
    {
        return m_outside;
    }

    /// The country as a row of a list: StatBank's code and its name.
    [[nodiscard]] const NamedCode& country() const
    {
        return m_country;
    }

    /// A region by its name, also typed with other capitals; null when unknown.
    [[nodiscard]] const Region* region(std::string_view name) const;

    /// The name of the region that the municipalities of a region belong to on a date: the region itself up to its last
    /// day, then its successor. A name that is no region's comes back as it is.
    [[nodiscard]] std::string region_on(std::string_view name, Date date) const;

    /// The days from which regions are others than the day before, in order.
    [[nodiscard]] std::vector<Date> region_changes() const;

    /// The day of the populations; nothing when the list names none.
    [[nodiscard]] std::optional<Date> population_date() const
    {
        return m_population_date;
    }

    /// True when the source does not name that day and it was worked out from totals.
    [[nodiscard]] bool population_date_inferred() const
    {
        return m_population_date_inferred;
    }

private:
    std::vector<Municipality> m_all;
    std::vector<NamedCode> m_outside;
    NamedCode m_country;
    std::map<std::string, std::size_t, std::less<>> m_by_code;
    std::map<std::string, std::size_t, std::less<>> m_by_name;
    std::string m_regions_valid_to;
    std::vector<Region> m_regions;
    std::optional<Date> m_population_date;
    bool m_population_date_inferred = false;
};

/// A municipality code as three digits: 101, "0101" and "101.0" all become "101". A text that is no code comes back
/// as it was, trimmed.
[[nodiscard]] std::string normalised_code(const Cell& cell);

} // namespace trinvis
