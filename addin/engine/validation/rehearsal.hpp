// SPDX-License-Identifier: MPL-2.0
//
// The rehearsal (Prøve): known faults are seeded into a copy of the workbook, one at a time, and the copy is validated. It
// says how many faults of each kind the workbook's own rules catch, in this very workbook and with its own numbers. The
// copy lives in memory; neither the document nor a file is touched.
//
//     const Rehearsal rehearsal = rehearse(workbook, words, municipalities, today, 1, 200);
//     rehearsal.recall();                            // 0.98: 196 of 200 faults were caught
//
// What counts: only findings that the untouched workbook does not have. A fault is caught when such a finding stands at
// one of its cells or at a cell that it is measured against (fault_kinds.hpp says which); a finding anywhere else has
// nothing to do with the fault and counts against the precision. Follow-on findings, such as the next round's change,
// are counted apart.
#pragma once

#include "table/sheet_content.hpp"
#include "validation/validate.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trinvis
{

enum class FaultOutcome
{
    at_the_cell,
    elsewhere, ///< only by a follow-on finding
    missed
};

/// One fault and what became of it.
struct RehearsedFault
{
    std::string kind;
    Place place;
    FaultOutcome outcome = FaultOutcome::missed;
    std::set<std::string> rules;      ///< that found it: at its cell, or else by a follow-on finding
    std::vector<std::string> strayed; ///< "V08 D7": findings that have nothing to do with it
    std::size_t at_the_fault = 0;     ///< new findings at its cells
    std::size_t related = 0;          ///< follow-on findings
};

/// What became of the faults of one kind.
struct RehearsedKind
{
    std::string id;
    std::vector<std::string> meant; ///< the shipped rules that are there to find it
    std::size_t seeded = 0;         ///< 0: the workbook has no cell in which this fault is possible
    std::size_t caught = 0;
    std::size_t at_the_cell = 0;
    std::set<std::string> rules;
    std::optional<Place> missed; ///< the first one that was missed

    [[nodiscard]] std::size_t missed_count() const
    {
        return seeded - caught;
    }
};

struct Rehearsal
{
    std::vector<RehearsedKind> kinds; ///< all kinds, in their order
    std::vector<RehearsedFault> faults;
    std::size_t seeded = 0;
    std::size_t caught = 0;
    std::size_t at_the_cell = 0;
    std::size_t at_the_fault = 0; ///< new findings at the faults' cells
    std::size_t related = 0;      ///< follow-on findings
    std::size_t strayed = 0;      ///< findings that have nothing to do with the fault

    /// Caught of seeded, 0 to 1; 1 when nothing could be seeded.
    [[nodiscard]] double recall() const;
    /// At the right cell of seeded, 0 to 1.
    [[nodiscard]] double recall_at_the_cell() const;
    /// New findings that have to do with the fault, follow-on findings included, of all new ones, 0 to 1.
    [[nodiscard]] double precision() const;
};

/// Called after each fault: how many are done, and of how many.
using RehearsalProgress = std::function<void(std::size_t done, std::size_t of)>;

/// Seeds `count` faults, kind after kind in turn, into copies of the workbook and validates each. Kinds that cannot be
/// seeded are listed with none seeded. The same workbook, day and seed give the same faults.
[[nodiscard]] Rehearsal rehearse(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                                 Date today, std::uint64_t seed, std::size_t count,
                                 const RehearsalProgress& progress = {});

/// The sheet Prøve: one row a kind, and the totals in words. `when` is the day of the rehearsal.
[[nodiscard]] SheetContent rehearsal_sheet(const Rehearsal& rehearsal, const Workbook& workbook, const Texts& texts,
                                           Date when);

} // namespace trinvis
