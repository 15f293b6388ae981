// SPDX-License-Identifier: MPL-2.0
//
// The kinds of fault that the rehearsal seeds: one row a kind, each with a function that finds a cell in which the fault
// is possible and puts it there. Every fault is made so that it is one: the numerator goes above the denominator that
// stands there, a jump starts from a number that is large enough, and no cell is taken in which something was found
// already.
//
//     const Ground ground(workbook, words, today, found);
//     Draw draw(1, kind.id);
//     if (const auto sown = kind.sow(ground, draw, copy))
//         sown->accepted.contains(finding.place);
//
// Person numbers carry the serial number 0000, which is given to nobody.
#pragma once

#include "catalogue/workbook.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trinvis
{

/// Draws that are the same everywhere: the standard's engine without its distributions, which differ between libraries.
/// Each kind draws from a stream of its own, so that a new kind changes no other's faults.
class Draw
{
public:
    Draw(std::uint64_t seed, std::string_view purpose);

    /// A number from 0 to n - 1; n must not be 0.
    [[nodiscard]] std::size_t below(std::size_t n);

    template <typename List>
    [[nodiscard]] const typename List::value_type& one_of(const List& list)
    {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 m_bits;
};

/// A number in Indtastning, with what stood there in the round before.
struct SoundNumber
{
    std::size_t line = 0;
    std::size_t round = 0;
    Place place;
    double number = 0;
    std::optional<double> previous;
};

/// What a fault is sown in: the workbook as it is, its numbers that nothing was found at, and which cells belong together.
class Ground
{
public:
    /// `found`: the cells at which the untouched workbook has findings. All but `found` must outlive the ground.
    Ground(const Workbook& workbook, const Words& words, Date today, std::set<Place> found);

    [[nodiscard]] const Workbook& workbook() const
    {
        return m_workbook;
    }
    [[nodiscard]] const Words& words() const
    {
        return m_words;
    }
    [[nodiscard]] Date today() const
    {
        return m_today;
    }
    [[nodiscard]] const std::vector<SoundNumber>& numbers() const
    {
        return m_numbers;
    }
    [[nodiscard]] bool sound(Place place) const
    {
        return !m_found.contains(place);
    }
    /// The sound number of an item in a round, null when there is none.
    [[nodiscard]] const SoundNumber* number(std::string_view item, std::size_t round) const;

    [[nodiscard]] Place entry_place(std::size_t line, std::size_t round) const;

    /// The lines that a line is measured against: those of a key figure that it is part of, those that a rule names
    /// together with it, and itself.
    [[nodiscard]] const std::set<std::size_t>& partners(std::size_t line) const
    {
        return m_partners[line];
    }

    /// The cells whose findings follow from a fault in a cell of Indtastning: the line and its partners from a year (two
    /// rounds) before to a year after, the round's heading, what describes the line, and what Sammenligningsdata says of
    /// the own municipality in its place.
    [[nodiscard]] std::set<Place> related(std::size_t line, std::size_t round) const;

    /// All cells of a row.
    [[nodiscard]] static std::set<Place> row(const Grid& grid, int sheet, int row);
    /// All cells of a round's column, its heading included; none for a round that does not exist.
    [[nodiscard]] std::set<Place> column(std::size_t round) const;
    /// All cells of a line and its partners.
    [[nodiscard]] std::set<Place> lines(std::size_t line) const;

private:
    void find_numbers();
    void find_partners();
    void find_own_comparison();

    const Workbook& m_workbook;
    const Words& m_words;
    Date m_today;
    std::set<Place> m_found;
    std::vector<SoundNumber> m_numbers;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> m_by_line_and_round;
    std::vector<std::set<std::size_t>> m_partners;
    std::map<std::pair<std::string, Date>, std::vector<Place>> m_own_comparison; ///< by item, folded, and date
};

/// A fault that was put into a copy.
struct Sown
{
    Place place;
    std::set<Place> accepted; ///< a finding at one of these is at the right cell
    std::set<Place> related;  ///< a finding at one of these follows from the fault
};

struct FaultKind
{
    std::string_view id;                 ///< key of its name: "fault." + id
    std::vector<std::string_view> meant; ///< the shipped rules that are there to find it; any one will do
    bool in_comparison_data = false;     ///< sown in Sammenligningsdata
    std::optional<Sown> (*sow)(const Ground& ground, Draw& draw, WorkbookCells& copy) = nullptr;
};

[[nodiscard]] const std::vector<FaultKind>& fault_kinds();

} // namespace trinvis
