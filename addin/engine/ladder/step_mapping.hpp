// SPDX-License-Identifier: MPL-2.0
//
// To which step something belongs, as the sheet Indsatstrappe says it; as it ships where the workbook has no such sheet.
//
//     const StepMapping mapping = read_step_mapping(workbook, shipped, words);
//     mapping.answer(MappingKind::place, Cell{21.0}).step();                         // 5
//     mapping.answer(MappingKind::section_sel, Cell{std::string("52.3.7")}).steps;   // 4, 5, 6
//     mapping.account(Cell{52820.0}, Cell{1.0}).placement;                           // Placement::ask
//
// The most specific row wins: one for "5.28.20.001" before one for "5.28.20", that before one for "5.28"; the same for
// sections. What cannot be read is passed over and becomes a fault with its cell.
#pragma once

#include "catalogue/workbook.hpp"
#include "ladder/ladder.hpp"
#include "ladder/ladder_fault.hpp"

#include <map>
#include <utility>
#include <vector>

namespace trinvis
{

class StepMapping
{
public:
    /// True when the mapping is the workbook's own.
    [[nodiscard]] bool has_sheet() const
    {
        return m_area.found();
    }

    /// The table in the sheet; not found when the mapping is the shipped one.
    [[nodiscard]] const TableArea& area() const
    {
        return m_area;
    }

    /// All six, by their number.
    [[nodiscard]] const std::vector<Step>& steps() const
    {
        return m_steps;
    }

    /// A step by its number from 1 to 6. Throws std::out_of_range for any other.
    [[nodiscard]] const Step& step(int number) const
    {
        return m_steps.at(static_cast<std::size_t>(number - 1));
    }

    /// Those that could be read, in the order of the sheet.
    [[nodiscard]] const std::vector<MappingRow>& rows() const
    {
        return m_rows;
    }

    [[nodiscard]] const std::vector<LadderFault>& faults() const
    {
        return m_faults;
    }

    /// Where a code stands. A code that two rows place differently is to be settled; one without a row is unknown.
    [[nodiscard]] StepAnswer answer(MappingKind kind, const Cell& code) const;

    /// The row that says it, null when none does. A measure and a place are also found by their label.
    [[nodiscard]] const MappingRow* row(MappingKind kind, const Cell& code) const;

    /// The same for a line of the accounts, its function and its grouping in a cell each.
    [[nodiscard]] StepAnswer account(const Cell& function, const Cell& grouping) const;
    [[nodiscard]] const MappingRow* account_row(const Cell& function, const Cell& grouping) const;

private:
    friend class MappingReading;

    [[nodiscard]] const MappingRow* find(MappingKind kind, std::string code) const;
    [[nodiscard]] StepAnswer answer_of(const MappingRow* row) const;
    void index();

    using Key = std::pair<MappingKind, std::string>;

    TableArea m_area;
    std::vector<Step> m_steps;
    std::vector<MappingRow> m_rows;
    std::map<Key, std::size_t> m_by_code;
    std::map<Key, std::size_t> m_by_label;
    std::vector<std::size_t> m_ranges; ///< rows for several sections
    std::map<std::size_t, bool> m_contradicted;
    std::vector<LadderFault> m_faults;
};

/// Reads the mapping of a workbook. The step names that its sheet lacks are the shipped ones.
[[nodiscard]] StepMapping read_step_mapping(const Workbook& workbook, const Ladder& shipped, const Words& words);

} // namespace trinvis
