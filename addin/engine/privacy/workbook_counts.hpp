// SPDX-License-Identifier: MPL-2.0
//
// The numbers of a key-figure workbook as cells and relations for suppression: the items and rounds of Indtastning, and
// the same of every municipality in Sammenligningsdata.
//
//     const WorkbookCounts counts(workbook, words, municipalities, known);
//     suppress(counts.table(), 5);
#pragma once

#include "privacy/known_relations.hpp"
#include "privacy/suppression.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::privacy
{

/// One number: a municipality's item in a round, with every cell that states it.
struct StatedNumber
{
    std::size_t municipality = 0;
    std::size_t item = 0;
    std::size_t round = 0;
    ValueState state = ValueState::empty;
    double number = 0;                ///< the first one stated
    bool small_elsewhere = false;     ///< another cell states a smaller number of the same
    std::optional<std::size_t> count; ///< its cell in the table, when it counts children or cases
    std::vector<Place> places;        ///< that hold a number
};

class WorkbookCounts
{
public:
    WorkbookCounts(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                   const KnownRelations& known, int threshold);

    [[nodiscard]] const CountTable& table() const
    {
        return m_table;
    }
    [[nodiscard]] const std::vector<StatedNumber>& numbers() const
    {
        return m_numbers;
    }
    /// What is stated of an item; null when nothing is.
    [[nodiscard]] const StatedNumber* find(std::size_t municipality, std::size_t round, std::size_t item) const;
    /// The number behind a cell of the table; null for what is implied.
    [[nodiscard]] const StatedNumber* number_of(std::size_t cell) const;

    /// Null for an item that stands nowhere.
    [[nodiscard]] const std::size_t* item_index(std::string_view id) const;
    [[nodiscard]] const std::string& item_id(std::size_t item) const
    {
        return m_items[item].id;
    }
    /// True for counts of children and cases that are not known to everybody.
    [[nodiscard]] bool is_secret(std::size_t item) const
    {
        return m_items[item].counts && !m_items[item].open;
    }
    /// The date of a round; nothing where the heading is none.
    [[nodiscard]] std::optional<Date> date(std::size_t round) const
    {
        return m_rounds[round].date;
    }
    [[nodiscard]] std::size_t round_count() const
    {
        return m_rounds.size();
    }
    /// One more than the municipalities: the last is the workbook's own when Stamdata names none.
    [[nodiscard]] std::size_t municipality_count() const
    {
        return m_municipality_count;
    }
    [[nodiscard]] std::size_t own() const
    {
        return m_own;
    }
    /// Cells of Sammenligningsdata with small counts whose municipality or date cannot be read: they are used nowhere and
    /// belong to no relation.
    [[nodiscard]] const std::vector<std::pair<Place, std::size_t>>& strays() const
    {
        return m_strays;
    }
    /// Pairs of items: the first tells of those who are counted in the second.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& about() const
    {
        return m_about;
    }

private:
    struct Item
    {
        std::string id;
        bool counts = true;
        bool open = false;
    };
    struct RoundOfNumbers
    {
        std::optional<Date> date;
        std::optional<std::size_t> previous;
        std::optional<std::size_t> year_before;
    };

    std::size_t item(std::string_view id);
    void read_items(const Workbook& workbook, const Words& words, const KnownRelations& known);
    void read_entry(const Workbook& workbook, const ValueReader& reader);
    void read_comparison(const Workbook& workbook, const ValueReader& reader, const Municipalities& municipalities);
    void order_rounds();
    void state(std::size_t municipality, std::size_t item, std::size_t round, const Value& value, Place place);
    void add_cells(const Workbook& workbook);
    void add_relations(const Workbook& workbook, const KnownRelations& known);
    void add_relation(const ItemRelation& relation, std::size_t municipality, std::size_t round);
    [[nodiscard]] std::size_t slot(std::size_t municipality, std::size_t round, std::size_t item) const;
    [[nodiscard]] const StatedNumber* related(const RelatedItem& wanted, std::size_t municipality,
                                              std::size_t round) const;

    int m_threshold;
    std::size_t m_municipality_count = 0;
    std::size_t m_own = 0;
    std::vector<Item> m_items;
    std::map<std::string, std::size_t, std::less<>> m_item_index;
    std::vector<RoundOfNumbers> m_rounds;
    std::map<Date, std::size_t> m_round_index;
    std::vector<StatedNumber> m_numbers;
    std::vector<std::int32_t> m_slots; ///< by municipality, round, item: index into m_numbers, -1 for none
    std::vector<std::optional<std::size_t>> m_number_of_cell;
    std::vector<std::pair<Place, std::size_t>> m_strays;
    std::vector<std::pair<std::size_t, std::size_t>> m_about;
    CountTable m_table;
};

} // namespace trinvis::privacy
