// SPDX-License-Identifier: MPL-2.0
//
// A range of cells with a heading row, read as numbers of municipalities: what the functions figureValue, figureGroupMean
// and figureRank look their figures up in. Three layouts are known by their headings, in either language:
//
//     Kommune | Post | Skæringsdato | Værdi          one row a number, as in Sammenligningsdata
//     Id | 30-09-2025 | 31-03-2026                   one row an item and one column a round, as in Indtastning
//     Kommune | Skæringsdato | anbragte | boern      one row a municipality and round, one column an item
//
// Rows above the headings and columns with other headings are passed over, and so may Kommune and Skæringsdato be missing.
//
//     const auto table = FigureTable::read(range, known);
//     table->values("anbragte", *table->period(cell));
#pragma once

#include "catalogue/catalogue.hpp"
#include "catalogue/municipalities.hpp"
#include "catalogue/value.hpp"
#include "table/date_text.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trinvis::functions
{

/// What is known besides the table.
struct Known
{
    const Words& words;
    const Municipalities& municipalities;
    const Catalogue& catalogue_danish;
    const Catalogue& catalogue_english;
    Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
};

class FigureTable
{
public:
    /// Finds the headings. Nothing when no row of the range heads one of the layouts. The range and what is known must
    /// outlive the table.
    [[nodiscard]] static std::optional<FigureTable> read(const Grid& range, const Known& known);

    /// True when the table has a column or row heading for it; where it has none, it is about one municipality or one
    /// period.
    [[nodiscard]] bool has_municipalities() const
    {
        return m_municipality >= 0;
    }
    [[nodiscard]] bool has_periods() const
    {
        return m_period >= 0 || !m_rounds.empty();
    }

    /// True when any row or column is the item's.
    [[nodiscard]] bool has_item(std::string_view item) const;

    /// How the table tells a municipality or other unit from others: the code of a known municipality, else the text.
    [[nodiscard]] std::string unit(const Cell& cell) const;

    /// How the table tells periods apart: the day of a date, else the text or number.
    [[nodiscard]] std::string period(const Cell& cell) const;

    /// True when any row is the unit's.
    [[nodiscard]] bool has_unit(const std::string& unit) const;

    /// The values of an item in a period by unit; in a table without municipalities the unit is empty. Where two rows say
    /// the same, the first that is not empty counts.
    [[nodiscard]] std::map<std::string, Value> values(std::string_view item, const std::string& period) const;

private:
    /// An item's or round's heading.
    struct Heading
    {
        int column;
        std::string key;
    };

    FigureTable(const Grid& range, const Known& known);
    [[nodiscard]] bool read_headings(int row);
    [[nodiscard]] std::string item_at(int row) const;

    const Grid* m_range;
    const Known* m_known;
    ValueReader m_reader;
    int m_heading_row = -1;
    int m_municipality = -1;
    int m_item = -1;
    int m_period = -1;
    int m_value = -1;
    std::vector<Heading> m_items;  ///< columns that are an item's
    std::vector<Heading> m_rounds; ///< columns that are a round's
};

} // namespace trinvis::functions
