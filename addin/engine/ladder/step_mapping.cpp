// SPDX-License-Identifier: MPL-2.0
#include "ladder/step_mapping.hpp"

#include "ladder/ladder_words.hpp"
#include "ladder/mapping_code.hpp"
#include "table/text_match.hpp"

#include <charconv>

namespace trinvis
{

/// Reads the two tables of the sheet Indsatstrappe.
class MappingReading
{
public:
    MappingReading(const Workbook& workbook, const Ladder& shipped, const Words& words)
        : m_workbook(workbook), m_shipped(shipped), m_words(words), m_texts(words.in(workbook.language))
    {
    }

    StepMapping all()
    {
        m_mapping.m_steps = m_shipped.steps;
        m_mapping.m_steps.resize(static_cast<std::size_t>(step_count));
        for (int number = 1; number <= step_count; ++number)
            m_mapping.m_steps[static_cast<std::size_t>(number - 1)].number = number;
        m_mapping.m_area = m_workbook.working_table("ladder_mapping");
        if (!m_mapping.has_sheet())
        {
            m_mapping.m_rows = m_shipped.rows;
            m_mapping.index();
            return std::move(m_mapping);
        }
        read_steps();
        for (int row = m_mapping.m_area.heading_row + 1; row <= m_mapping.m_area.last_row; ++row)
            read_row(row);
        m_mapping.index();
        report_doubled();
        return std::move(m_mapping);
    }

private:
    void add(std::string_view message, const TableArea& area, int row, std::string_view column, Replacements values)
    {
        const Place place{area.sheet, row, std::max(0, area.column(column))};
        values.emplace_back("typed", repeatable(m_workbook.text(area, row, column)));
        values.emplace_back("sheet", m_workbook.grid(area).sheet_name);
        values.emplace_back("cell", cell_address(place.row, place.column));
        m_mapping.m_faults.push_back({place, std::string(message), std::move(values)});
    }

    /// Names may be the municipality's own; numbers are the official ones.
    void read_steps()
    {
        const TableArea& area = m_workbook.working_table("ladder_steps");
        if (!area.found())
            return;
        std::vector<int> seen(static_cast<std::size_t>(step_count), -1);
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const std::string name = m_workbook.text(area, row, "name");
            if (is_empty(m_workbook.cell(area, row, "step")) && name.empty())
                return;
            const auto answer = read_answer(m_workbook.cell(area, row, "step"), {}, m_words);
            if (!answer || answer->step() == 0)
            {
                add("ladder.fault.unknown_step_number", area, row, "step", {});
                continue;
            }
            int& first = seen[static_cast<std::size_t>(answer->step() - 1)];
            if (first >= 0)
            {
                add("ladder.fault.step_twice", area, row, "step", {{"first", std::to_string(first + 1)}});
                continue;
            }
            first = row;
            Step& step = m_mapping.m_steps[static_cast<std::size_t>(answer->step() - 1)];
            if (!name.empty())
                step.name = name;
            step.source = m_workbook.text(area, row, "source");
        }
    }

    void read_row(int row)
    {
        const TableArea& area = m_mapping.m_area;
        const Cell& kind_cell = m_workbook.cell(area, row, "kind");
        const Cell& code = m_workbook.cell(area, row, "code");
        const Cell& step = m_workbook.cell(area, row, "step");
        if (is_empty(code) && is_empty(step))
            return;
        const auto kind = read_mapping_kind(kind_cell, m_words);
        if (!kind)
        {
            std::string kinds;
            for (const MappingKind known : mapping_kinds)
                kinds += (kinds.empty() ? "" : ", ") + mapping_kind_words(known, m_texts);
            add("ladder.fault.unknown_kind", area, row, "kind", {{"kinds", std::move(kinds)}});
            return;
        }
        if (is_section_turned_date(*kind, code))
        {
            add("ladder.fault.code_is_date", area, row, "code", {});
            return;
        }
        if (mapping_code(*kind, code).empty())
        {
            add("ladder.fault.unreadable_code", area, row, "code", {{"kind", mapping_kind_words(*kind, m_texts)}});
            return;
        }
        auto answer = read_answer(step, m_mapping.m_steps, m_words);
        if (!answer)
        {
            add(std::holds_alternative<double>(step) && date_in(step, m_workbook.cells.null_date)
                    ? "ladder.fault.step_is_date"
                    : "ladder.fault.unknown_step",
                area, row, "step", {});
            answer = StepAnswer{Placement::ask, {}};
        }
        const auto status = read_mapping_status(m_workbook.cell(area, row, "status"), m_words);
        if (!status)
            add("ladder.fault.unknown_status", area, row, "status", {});
        m_mapping.m_rows.push_back({*kind, m_workbook.text(area, row, "code"), m_workbook.text(area, row, "label"),
                                    std::move(*answer), status.value_or(MappingStatus::nothing),
                                    m_workbook.text(area, row, "source"), m_workbook.text(area, row, "remark"), row});
    }

    void report_doubled()
    {
        const std::vector<MappingRow>& rows = m_mapping.m_rows;
        for (std::size_t i = 0; i < rows.size(); ++i)
        {
            const auto first = m_mapping.m_by_code.find(
                {rows[i].kind, mapping_code(rows[i].kind, m_workbook.cell(m_mapping.m_area, rows[i].row, "code"))});
            if (first == m_mapping.m_by_code.end() || first->second == i)
                continue;
            const MappingRow& other = rows[first->second];
            add(other.answer == rows[i].answer ? "ladder.fault.code_twice" : "ladder.fault.code_contradicted",
                m_mapping.m_area, rows[i].row, "code", {{"first", std::to_string(other.row + 1)}});
        }
    }

    const Workbook& m_workbook;
    const Ladder& m_shipped;
    const Words& m_words;
    const Texts& m_texts;
    StepMapping m_mapping;
};

void StepMapping::index()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
    {
        const MappingRow& row = m_rows[i];
        const bool section = row.kind == MappingKind::section_sel || row.kind == MappingKind::section_bl;
        if (section && section_range(row.code))
        {
            m_ranges.push_back(i);
            continue;
        }
        const auto [known, added] = m_by_code.emplace(Key{row.kind, mapping_code(row.kind, Cell{row.code})}, i);
        if (!added && m_rows[known->second].answer != row.answer)
            m_contradicted[known->second] = true;
        if (!row.label.empty())
            m_by_label.emplace(Key{row.kind, folded(row.label)}, i);
    }
}

const MappingRow* StepMapping::find(MappingKind kind, std::string code) const
{
    const std::string whole = code;
    for (; !code.empty(); code = code_above(code))
        if (const auto found = m_by_code.find({kind, code}); found != m_by_code.end())
            return &m_rows[found->second];
    int number = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), number);
    for (const std::size_t i : m_ranges)
        if (const auto range = section_range(m_rows[i].code);
            m_rows[i].kind == kind && range && range->first <= number && number <= range->second)
            return &m_rows[i];
    return nullptr;
}

StepAnswer StepMapping::answer_of(const MappingRow* row) const
{
    if (!row)
        return {};
    if (m_contradicted.contains(static_cast<std::size_t>(row - m_rows.data())))
        return {Placement::ask, {}};
    return row->answer;
}

const MappingRow* StepMapping::row(MappingKind kind, const Cell& code) const
{
    if (const MappingRow* found = find(kind, mapping_code(kind, code)))
        return found;
    const auto labelled = m_by_label.find({kind, folded(cell_text(code, Language::danish))});
    return labelled != m_by_label.end() && (kind == MappingKind::measure || kind == MappingKind::place)
               ? &m_rows[labelled->second]
               : nullptr;
}

StepAnswer StepMapping::answer(MappingKind kind, const Cell& code) const
{
    return answer_of(row(kind, code));
}

const MappingRow* StepMapping::account_row(const Cell& function, const Cell& grouping) const
{
    return find(MappingKind::account, account_code(function, grouping));
}

StepAnswer StepMapping::account(const Cell& function, const Cell& grouping) const
{
    return answer_of(account_row(function, grouping));
}

StepMapping read_step_mapping(const Workbook& workbook, const Ladder& shipped, const Words& words)
{
    return MappingReading(workbook, shipped, words).all();
}

} // namespace trinvis
