// SPDX-License-Identifier: MPL-2.0
//
// Children on the six steps on each cut-off date, and how they moved between two of them.
//
//     const LadderResult result = ladder_result(workbook, shipped, words);
//     result.rounds.back().buckets[2].children;     // on step 3
//     result.movements.back().up;
//
// Each child is counted once a cut-off date, on its highest step. What cannot be placed is kept beside the steps and
// counted in the total. Stocks and movements agree when, step by step, those before − those who left + those who came are
// those after; between two steps that Bevægelser does not name, on a date that it does name, nobody moved.
#pragma once

#include "ladder/ladder_rows.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace trinvis
{

/// Children of a round by where they stand: the six steps, outside the ladder, and not placed.
inline constexpr std::size_t outside_bucket = 6;
inline constexpr std::size_t unplaced_bucket = 7;
inline constexpr std::size_t bucket_count = 8;

/// So many children, and how long on average.
struct Stock
{
    std::optional<std::int64_t> children; ///< of the rows with a number; nothing when there is none
    int missing = 0;                      ///< rows that ought to have a number and have none
    std::optional<double> duration;       ///< months, the mean weighted by children; nothing when no row says it
    std::int64_t with_duration = 0;       ///< children whose duration is known
    bool hidden = false;                  ///< not to be seen by others

    /// The number, when all rows have one.
    [[nodiscard]] std::optional<std::int64_t> complete() const
    {
        return missing == 0 ? children : std::nullopt;
    }
};

struct LadderRound
{
    Date date;
    std::array<Stock, bucket_count> buckets;
    Stock total;
    std::vector<MappingKind> kinds; ///< of the rows; more than one and a child may stand twice

    /// Per cent of all who were counted; nothing where there is no number, or it may not be seen.
    [[nodiscard]] std::optional<double> share(std::size_t bucket) const;
};

/// Children who moved, or a sum of such.
struct Moved
{
    std::optional<std::int64_t> children; ///< nothing when one of the rows has no number
    bool hidden = false;
};

/// Whether the movements of a step explain its stocks.
struct StepBalance
{
    int step = 0;
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> leaving;
    std::optional<std::int64_t> arriving;
    std::optional<std::int64_t> after;
    Place place; ///< of the first cell that the stock after is read from
    bool hidden = false;

    /// Counted minus expected; nothing when one of the four is not known.
    [[nodiscard]] std::optional<std::int64_t> difference() const;
};

inline constexpr std::size_t end_count = 7; ///< outside the ladder, then the six steps

struct MovementRound
{
    Date date;
    std::optional<Date> before;                                ///< the cut-off date before, as Børn på trin has it
    std::array<std::array<Moved, end_count>, end_count> cells; ///< [from][to]; 0 is outside; who
                                                               ///< stayed is known only where it is told
    Moved up;
    Moved down;
    Moved in;
    Moved out;
    std::vector<StepBalance> balances; ///< by step; empty without a round before

    /// True when a step's stocks and movements are known and do not agree.
    [[nodiscard]] bool disagrees() const;
};

/// A code in use without a step.
struct ToSettle
{
    MappingKind kind = MappingKind::measure;
    std::string code;
    Placement placement = Placement::ask;
    std::optional<std::int64_t> children; ///< in the latest round that has the code
    Date date;                            ///< of that round
    Place answer;                         ///< the cell where the step is typed; sheet -1 when there is no such row
    Place use;                            ///< a cell with the code
};

/// A sum that was typed beside its parts and is another.
struct SumDiffers
{
    Date date;
    std::int64_t stated = 0;
    std::int64_t counted = 0;
    Place place;
};

struct LadderResult
{
    StepMapping mapping;
    LadderRows rows;
    std::vector<LadderRound> rounds;      ///< by date
    std::vector<MovementRound> movements; ///< by date
    std::vector<ToSettle> to_settle;
    std::vector<SumDiffers> sums;
    bool shared = false; ///< small numbers are hidden
    int threshold = 0;

    /// The faults of all three sheets.
    [[nodiscard]] std::vector<LadderFault> faults() const;

    /// The round of a date, null when Børn på trin has none.
    [[nodiscard]] const LadderRound* round(Date date) const;
};

/// Computes all of it. Nothing is hidden yet: see ladder_sharing.hpp.
[[nodiscard]] LadderResult ladder_result(const Workbook& workbook, const Ladder& shipped, const Words& words);

} // namespace trinvis
