// SPDX-License-Identifier: MPL-2.0
//
// A validation that follows the workbook while it is being filled in.
//
//     LiveValidation live(std::move(workbook), words, municipalities, today);
//     live.change({sheet, row, column}, Cell{12.0});
//     live.result().findings;
#pragma once

#include "validation/rule_run.hpp"
#include "validation/validate.hpp"

#include <memory>

namespace trinvis
{

class LiveValidation
{
public:
    /// Validates the whole workbook. Words and municipalities must outlive this. Where the watch ends the run nothing
    /// else may be asked of this than finished().
    LiveValidation(Workbook workbook, const Words& words, const Municipalities& municipalities, Date today,
                   const Watch& watch = {});

    /// False when the watch ended the first run.
    [[nodiscard]] bool finished() const
    {
        return m_finished;
    }

    /// What the rules of the sheet Regler say now, with the faults of the layout as they were at the last full run.
    [[nodiscard]] Validation result() const;

    /// What a validation from scratch says now, explanations included; what the sheets hold besides their cells must be
    /// as at the first run.
    [[nodiscard]] Validation whole() const;

    /// Takes over a new content of a cell. Only the rules that read it are run again; when the cell is a heading, an
    /// item, a definition or a rule, everything is. Returns how many rules were run.
    std::size_t change(const Place& place, Cell content);

    [[nodiscard]] const Workbook& workbook() const
    {
        return *m_workbook;
    }

private:
    std::unique_ptr<Workbook> m_workbook; ///< stays where it is: the run refers to it
    const Words& m_words;
    const Municipalities& m_municipalities;
    Date m_today;
    std::unique_ptr<RuleRun> m_run;
    bool m_finished = false;
};

} // namespace trinvis
