// SPDX-License-Identifier: MPL-2.0
//
// The findings of a workbook that is read again and again while a person works in it. What is asked of the rules follows
// the change: a few cells are asked about at once, everything else is run anew. Belongs to one thread.
//
//     FollowedFindings followed(words, municipalities);
//     if (const auto quick = followed.take(cells, today, {}))      // at once: what the changed cells say
//         show(*quick);
//     show(*followed.whole());                                     // what a validation from scratch says
#pragma once

#include "live/changes.hpp"
#include "validation/live_validation.hpp"

#include <memory>
#include <optional>

namespace trinvis
{

class FollowedFindings
{
public:
    /// Words and municipalities must outlive this.
    FollowedFindings(const Words& words, const Municipalities& municipalities)
        : m_words(words), m_municipalities(municipalities)
    {
    }

    /// Takes in a new reading. Where only single cells changed, the findings that their rules give now together with
    /// what else was found last; nothing where the workbook was run anew, or nothing changed. When the watch ends a run
    /// the reading is forgotten, and the next one is run anew.
    [[nodiscard]] std::optional<Validation> take(WorkbookCells cells, Date today, const Watch& watch);

    /// What a validation from scratch says of the latest reading; null before there is one, and after a run that ended.
    [[nodiscard]] const Validation* whole();

    /// The workbook as it was read last; null as whole() is.
    [[nodiscard]] const Workbook* workbook() const
    {
        return m_live ? &m_live->workbook() : nullptr;
    }

private:
    [[nodiscard]] Validation quick() const;

    const Words& m_words;
    const Municipalities& m_municipalities;
    Date m_today{};
    std::unique_ptr<LiveValidation> m_live;
    std::optional<Validation> m_whole;
    std::vector<Finding> m_beyond; ///< what the last whole validation found and the rules did not
};

} // namespace trinvis
