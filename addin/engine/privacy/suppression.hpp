// SPDX-License-Identifier: MPL-2.0
//
// Hiding small counts so that they cannot be worked out from the counts that are shown.
//
//     CountTable table;                     // 40 placed = 2 in an institution + 30 in a foster family + 8 elsewhere
//     const auto total = table.add({.value = 40}), institution = table.add({.value = 2});
//     const auto foster = table.add({.value = 30});
//     const auto rest = table.add({.value = 8, .exposure = Exposure::implied});
//     table.relations.push_back({{total, 1}, {institution, -1}, {foster, -1}, {rest, -1}});
//     suppress(table, 5).cells[institution];          // Hiding::small
//
// Primary suppression hides every count from 1 to threshold − 1. A zero tells of no child and is never hidden. What is
// left of a total counts as a number of its own: "38 of 40" tells of two, and those two are protected as if they stood
// there.
//
// Secondary suppression hides more until every small count is protected. Protected means: for each whole number from 1 to
// threshold − 1 there is a table that agrees with everything that is shown and has that number in the small count's
// place. What is shown then says nothing about the number but what the rule itself says. The reader against whom this
// holds is given more than any real one has: all shown counts exactly (rates are shown beside their denominators), all
// relations, the threshold, and of every hidden count whether it is hidden for being small or for the others' sake. (For
// what is left of a total, which nobody is told is small, threshold − 1 possible numbers are enough; 0 may be one.)
//
// Where hiding everything would still leave fewer numbers, those must do: two hidden parts of a hidden total below 5 are 1
// to 3 each, whatever is shown elsewhere.
//
// The protecting tables are really made, each by moving the small count and then others until all relations balance, so
// protection is proven and never guessed. Which counts are moved, and with it what is lost, is a search that does not try
// everything: now and then it proves a number less than there are. Bounds on each cell alone would be quicker and not safe: where relations form a ring they are too wide.
// Cell suppression, protection and its audit by smallest and largest possible value: Hundepool, Domingo-Ferrer, Franconi,
// Giessing, Schulte Nordholt, Spicer and de Wolf, Statistical Disclosure Control, Wiley 2012; Fischetti and Salazar,
// Solving the cell suppression problem on tabular data with linear constraints, Management Science 47 (2001). The tests
// audit by integer programming.
//
// Not guarded against: a reader who runs this very search on every possible table and keeps those that give the same
// pattern, and one who knows some of the hidden children.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace trinvis::privacy
{

enum class Exposure
{
    shown,     ///< stands in what is shared unless it is hidden
    open,      ///< known to everybody anyway, such as the population: never hidden
    concealed, ///< hidden by hand before: its number is not known here and is given as 1, the one that is hardest to hide
    implied    ///< stands nowhere, but can be worked out: what is left of a total
};

struct CountCell
{
    std::int64_t value = 0; ///< a whole number from 0
    Exposure exposure = Exposure::shown;
    int stage = 0; ///< the round: earlier ones are settled first and then left alone wherever possible
    std::vector<std::size_t> uses{}; ///< what is lost with it: indexes into CountTable::use_weights
};

/// Adds up to nothing: sum of sign · value = 0.
struct Term
{
    std::size_t cell = 0;
    int sign = 1; ///< 1 or −1
};
using Relation = std::vector<Term>;

struct CountTable
{
    std::vector<CountCell> cells;
    std::vector<Relation> relations;
    /// Two counts of the same children that ought to be equal and are not: hidden together.
    std::vector<std::pair<std::size_t, std::size_t>> alike;
    std::vector<int> use_weights; ///< by use: how much it is missed

    /// Adds a cell; returns its index.
    std::size_t add(CountCell cell);
};

enum class Hiding : std::uint8_t
{
    nothing,
    small,   ///< from 1 to threshold − 1
    covering ///< hidden so that a small one cannot be worked out
};

struct Suppression
{
    std::vector<Hiding> cells;                        ///< by cell; implied and concealed ones stay `nothing`
    std::vector<std::optional<std::size_t>> protects; ///< by cell: the small count for whose sake it is hidden
    std::vector<std::size_t> narrowed;                ///< small counts of which not every number that the rule leaves
                                                      ///< open was proven possible, but more than one
    std::vector<std::size_t> exposed;                 ///< of which there is but one number left: only zeros and open
                                                      ///< counts stand beside them, and those are not hidden
};

/// Decides what to hide. Threshold: 2 or more; counts below it are small. The same table gives the same answer; cells of
/// later stages change nothing in earlier ones unless there is no other way. Relations that do not add up, and negative
/// counts, are passed over.
[[nodiscard]] Suppression suppress(const CountTable& table, int threshold);

} // namespace trinvis::privacy
