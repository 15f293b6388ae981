// SPDX-License-Identifier: MPL-2.0
//
// Which cells of a key-figure workbook must not be seen by others, and the workbook without them.
//
//     const HiddenNumbers hidden = hidden_numbers(workbook, words, municipalities, known);
//     blank(workbook, hidden, words);                   // before comparison data are read and figures are computed
//     sharing_note(hidden, texts);                      // "Til deling: 3 af jeres tal er skjult (under 5) …"
//
// Decisions, and why:
//   * Everything that is not hidden is taken for known exactly. The results show quotients in full, the dots of a funnel
//     show denominators, and a copy of the workbook shows the items themselves. So a rate is never shown with one of its
//     two counts hidden, and interval, distance, rank, potential and points of charts go with it: all are computed after
//     the cells were blanked. For the same reason no mean, sum or change holds a hidden number.
//   * Counts are the items with the unit "antal" and all that a share, a rate or a count is made of. Sums of money and
//     mean durations are no counts; they are hidden when those they are about are.
//   * The difference between two rounds of the same item is what came minus what went. It counts no children, and guarding
//     it by itself would hide nearly every small municipality's development; it is guarded where the rest of the account
//     is shown, so that it does count them: what started beside it, the same children in two rounds, a count that the
//     rules say cannot fall.
//   * Each round keeps what it hid when later rounds come, so that two reports side by side tell no more than one.
//   * Every municipality's small counts are hidden, and no sum or mean of a group holds a hidden number; so a group shown
//     beside its members tells nothing of the one that is missing. A total that somebody has from elsewhere, with all
//     other municipalities' numbers, is not guarded against: who publishes it has published the municipalities' too.
#pragma once

#include "privacy/known_relations.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trinvis::privacy
{

enum class WhyHidden
{
    small,    ///< a count from 1 to the threshold − 1
    covering, ///< a small count could be worked out from it
    about     ///< a mean or an amount of those whose count is hidden
};

/// A cell to be blanked.
struct HiddenNumber
{
    Place place;
    std::string item;
    std::string municipality; ///< its code; empty when it cannot be read
    std::optional<Date> date;
    WhyHidden why = WhyHidden::small;
    std::string
        for_item; ///< with `covering` and `about`: the item that it would give away; empty when what it would give
                  ///< away is the rest of a total
};

struct HiddenNumbers
{
    bool wanted = false; ///< whether the workbook is to be shared at all; nothing is hidden otherwise
    int threshold = 5;
    std::vector<HiddenNumber> cells; ///< by place
    std::size_t own_small = 0;       ///< numbers, not cells: a number may stand in two
    std::size_t own_more = 0;
    std::size_t others_small = 0;
    std::size_t others_more = 0;
    std::size_t exposed = 0; ///< small counts that can be worked out: only zeros and known totals stand beside them
};

/// What must be hidden when a workbook is shared with its threshold; nothing when it is internal. Of a workbook with a
/// fault in the switch everything is decided as for sharing.
[[nodiscard]] HiddenNumbers hidden_numbers(const Workbook& workbook, const Words& words,
                                           const Municipalities& municipalities, const KnownRelations& known);

/// Puts the typed blank "diskretioneret" in the place of each hidden number.
void blank(Workbook& workbook, const HiddenNumbers& hidden, const Words& words);

/// What a reader of shared results must know; empty when they are internal.
[[nodiscard]] std::vector<std::string> sharing_note(const HiddenNumbers& hidden, const Texts& texts);

} // namespace trinvis::privacy
