// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_rows.hpp"

#include "ladder/ladder_words.hpp"
#include "ladder/mapping_code.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

namespace trinvis
{

namespace
{

constexpr double most_children = 1e6; ///< more live in no municipality

class Reading
{
public:
    Reading(const Workbook& workbook, const StepMapping& mapping, const Words& words)
        : m_workbook(workbook), m_mapping(mapping), m_words(words), m_reader(words)
    {
    }

    LadderRows all()
    {
        m_rows.children_area = m_workbook.working_table("ladder_children");
        m_rows.movements_area = m_workbook.working_table("ladder_movements");
        if (m_rows.children_area.found())
            for (int row = m_rows.children_area.heading_row + 1; row <= m_rows.children_area.last_row; ++row)
                read_children(row);
        if (m_rows.movements_area.found())
            for (int row = m_rows.movements_area.heading_row + 1; row <= m_rows.movements_area.last_row; ++row)
                read_movement(row);
        return std::move(m_rows);
    }

private:
    void add(std::string_view message, const TableArea& area, int row, std::string_view column, Replacements values)
    {
        const Place place{area.sheet, row, std::max(0, area.column(column))};
        values.emplace_back("typed", repeatable(m_workbook.text(area, row, column)));
        values.emplace_back("sheet", m_workbook.grid(area).sheet_name);
        values.emplace_back("cell", cell_address(place.row, place.column));
        m_rows.faults.push_back({place, std::string(message), std::move(values)});
    }

    [[nodiscard]] bool all_empty(const TableArea& area, int row, std::initializer_list<std::string_view> columns) const
    {
        return std::ranges::all_of(columns,
                                   [&](std::string_view key) { return is_empty(m_workbook.cell(area, row, key)); });
    }

    std::optional<Date> read_date(const TableArea& area, int row)
    {
        const auto date = date_in(m_workbook.cell(area, row, "cut_off"), m_workbook.cells.null_date);
        if (!date)
            add("ladder.fault.no_date", area, row, "cut_off", {});
        return date;
    }

    Value read_count(const TableArea& area, int row)
    {
        Value value = m_reader.read(m_workbook.cell(area, row, "children"));
        const bool whole =
            value.number >= 0 && value.number <= most_children && value.number == std::floor(value.number);
        if (value.is_number() ? whole : value.state != ValueState::text && value.state != ValueState::error)
            return value;
        add("ladder.fault.no_count", area, row, "children", {});
        return {ValueState::missing};
    }

    Value read_duration(int row)
    {
        const TableArea& area = m_rows.children_area;
        Value value = m_reader.read(m_workbook.cell(area, row, "duration"));
        if (value.is_number() ? value.number >= 0 : value.state != ValueState::text && value.state != ValueState::error)
            return value;
        add("ladder.fault.no_duration", area, row, "duration", {});
        return {ValueState::missing};
    }

    void read_children(int row)
    {
        const TableArea& area = m_rows.children_area;
        if (all_empty(area, row, {"cut_off", "kind", "code"}) && all_empty(area, row, {"children", "duration"}))
            return;
        const auto date = read_date(area, row);
        const auto kind = read_mapping_kind(m_workbook.cell(area, row, "kind"), m_words);
        if (!kind)
        {
            const Texts& texts = m_words.in(m_workbook.language);
            std::string kinds;
            for (const MappingKind known : mapping_kinds)
                kinds += (kinds.empty() ? "" : ", ") + mapping_kind_words(known, texts);
            add("ladder.fault.unknown_kind", area, row, "kind", {{"kinds", std::move(kinds)}});
        }
        if (!date || !kind)
            return;
        const Cell& code = m_workbook.cell(area, row, "code");
        ChildrenRow read;
        read.row = row;
        read.date = *date;
        read.kind = *kind;
        read.code = repeatable(m_workbook.text(area, row, "code"));
        read.form = mapping_code(*kind, code);
        if (is_section_turned_date(*kind, code))
            add("ladder.fault.code_is_date", area, row, "code", {});
        else if (is_empty(code))
            add("ladder.fault.no_code", area, row, "code", {});
        read.answer = m_mapping.answer(*kind, code);
        if (const MappingRow* mapped = m_mapping.row(*kind, code))
            read.mapping_row = mapped->row;
        read.children = read_count(area, row);
        read.duration = read_duration(row);
        const auto [first, added] = m_children.emplace(std::tuple(*date, *kind, read.form), row);
        if (!added && !read.form.empty())
            add("ladder.fault.children_twice", area, row, "code", {{"first", std::to_string(first->second + 1)}});
        m_rows.children.push_back(std::move(read));
    }

    std::optional<int> read_end(int row, std::string_view column)
    {
        const Cell& cell = m_workbook.cell(m_rows.movements_area, row, column);
        const auto answer = is_empty(cell) ? std::nullopt : read_answer(cell, m_mapping.steps(), m_words);
        if (answer && (answer->step() > 0 || answer->placement == Placement::outside))
            return answer->step();
        add("ladder.fault.no_end", m_rows.movements_area, row, column, {});
        return std::nullopt;
    }

    void read_movement(int row)
    {
        const TableArea& area = m_rows.movements_area;
        if (all_empty(area, row, {"cut_off", "from_step", "to_step", "children"}))
            return;
        const auto date = read_date(area, row);
        const auto from = read_end(row, "from_step");
        const auto to = read_end(row, "to_step");
        if (!date || !from || !to)
            return;
        if (*from == 0 && *to == 0)
        {
            add("ladder.fault.outside_to_outside", area, row, "to_step", {});
            return;
        }
        const auto [first, added] = m_movements.emplace(std::tuple(*date, *from, *to), row);
        if (!added)
            add("ladder.fault.movement_twice", area, row, "to_step", {{"first", std::to_string(first->second + 1)}});
        m_rows.movements.push_back({row, *date, *from, *to, read_count(area, row)});
    }

    const Workbook& m_workbook;
    const StepMapping& m_mapping;
    const Words& m_words;
    ValueReader m_reader;
    LadderRows m_rows;
    std::map<std::tuple<Date, MappingKind, std::string>, int> m_children;
    std::map<std::tuple<Date, int, int>, int> m_movements;
};

} // namespace

bool LadderRows::used() const
{
    const auto filled = [](const auto& row) { return row.children.state != ValueState::empty; };
    return std::ranges::any_of(children, filled) || std::ranges::any_of(movements, filled);
}

LadderRows read_ladder_rows(const Workbook& workbook, const StepMapping& mapping, const Words& words)
{
    return Reading(workbook, mapping, words).all();
}

} // namespace trinvis
