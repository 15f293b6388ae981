// SPDX-License-Identifier: MPL-2.0
#include "validation/structure.hpp"

#include "catalogue/sheet_names.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace trinvis
{

namespace
{

constexpr std::string_view concealed = "******-****";

/// An English decimal that became a thousand is off by exactly a thousand; the rounds differ among themselves.
constexpr double least_thousandfold = 250;
constexpr double most_thousandfold = 4000;

/// The rule that compares with the round before; what it reports is not reported twice.
constexpr std::string_view hundredfold_rule = "V09";
constexpr double hundredfold = 100;

bool begins_with_any(std::string_view unit, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [unit](std::string_view word) { return unit.starts_with(word); });
}

/// "7-9", "7": rows or columns as a person counts them.
std::string row_span(int first, int last)
{
    return first == last ? std::to_string(first + 1) : std::to_string(first + 1) + "-" + std::to_string(last + 1);
}

std::string column_span(int first, int last)
{
    return first == last ? column_letters(first) : column_letters(first) + "-" + column_letters(last);
}

class StructureSearch
{
public:
    StructureSearch(const Workbook& workbook, const Words& words)
        : m_workbook(workbook), m_words(words), m_texts(words.in(workbook.language))
    {
        for (const EntryLine& line : workbook.lines)
        {
            m_lines.emplace(line.row, &line);
            m_units.emplace(folded(line.id), folded(line.unit));
        }
        for (const Round& round : workbook.rounds)
            m_rounds.emplace(round.column, &round);
        for (const std::string_view id : own_reports())
            for (const NamedArea& area : workbook.cells.names)
                if (same_text(area.name, sheet_by_id(id).defined_name))
                    m_own_reports.insert(area.sheet);
        m_own_reports.insert(workbook.rules.sheet);
    }

    std::vector<Finding> all()
    {
        for (int sheet = 0; sheet < static_cast<int>(m_workbook.cells.sheets.size()); ++sheet)
        {
            if (m_own_reports.contains(sheet))
                continue;
            find_hidden(sheet);
            find_overtyped(sheet);
            find_external(sheet);
            find_misread(sheet);
        }
        for (const auto& [id, area] : tables())
        {
            find_merged(*area);
            find_changed_headings(id, *area);
        }
        find_number_texts();
        find_date_texts();
        find_thousandfold();
        return std::move(m_findings);
    }

private:
    using NamedTable = std::pair<std::string_view, const TableArea*>;

    [[nodiscard]] std::array<NamedTable, 5> tables() const
    {
        return {{{"facts", &m_workbook.facts},
                 {"catalogue", &m_workbook.catalogue},
                 {"entry", &m_workbook.entry},
                 {"comparison", &m_workbook.comparison},
                 {"rules", &m_workbook.rules}}};
    }

    /// The table that stands in a sheet, null for a sheet of the user's.
    [[nodiscard]] const TableArea* table_of(int sheet) const
    {
        for (const auto& [id, area] : tables())
            if (area->found() && area->sheet == sheet)
                return area;
        return nullptr;
    }

    [[nodiscard]] const Grid& grid(int sheet) const
    {
        return m_workbook.cells.sheets[static_cast<std::size_t>(sheet)];
    }

    [[nodiscard]] const EntryLine* line_at(const Place& place) const
    {
        const auto line = m_lines.find(place.row);
        return place.sheet == m_workbook.entry.sheet && line != m_lines.end() ? line->second : nullptr;
    }

    [[nodiscard]] bool is_entry_value(const Place& place) const
    {
        return line_at(place) && m_rounds.contains(place.column);
    }

    [[nodiscard]] bool is_comparison_value(const Place& place) const
    {
        const TableArea& area = m_workbook.comparison;
        return area.found() && place.sheet == area.sheet && place.row > area.heading_row &&
               place.column == area.column("value");
    }

    /// The unit of the item that a value belongs to, folded; empty when it has none.
    [[nodiscard]] std::string unit_at(const Place& place) const
    {
        if (const EntryLine* line = line_at(place))
            return folded(line->unit);
        if (!is_comparison_value(place))
            return {};
        const auto unit = m_units.find(folded(m_workbook.text(m_workbook.comparison, place.row, "item")));
        return unit == m_units.end() ? std::string{} : unit->second;
    }

    /// A cell's value as text; what could be a person's number is not repeated.
    [[nodiscard]] std::string value_text(const Place& place) const
    {
        const Cell& cell = grid(place.sheet).at(place.row, place.column);
        if (std::holds_alternative<CellError>(cell))
            return m_texts.get("word.error_value");
        const double* number = std::get_if<double>(&cell);
        std::string text = number ? format_plain(*number, m_workbook.language) : cell_text(cell, m_workbook.language);
        const bool money = unit_at(place).starts_with("kr");
        return (number ? !money && looks_like_cpr(*number) : looks_like_cpr(text)) ? std::string(concealed) : text;
    }

    Finding& add(Check check, const Place& place, const std::string& key, const Replacements& values)
    {
        const BuiltInCheck& known = built_in_check(check);
        Finding finding;
        finding.rule = known.id;
        // Nothing is computed from a sheet of the user's own.
        const bool milder = known.milder_in_own_sheets && !table_of(place.sheet);
        finding.severity = milder ? Severity::information : known.severity;
        finding.place = place;
        finding.places = {place};
        finding.sheet = grid(place.sheet).sheet_name;
        finding.cell = cell_address(place.row, place.column);
        finding.value = value_text(place);
        if (m_workbook.municipality)
            finding.municipality = m_workbook.municipality->code;
        set_subject(finding);
        finding.message = m_texts.format(key, values);
        finding.remedy = m_texts.format(key + ".remedy", values);
        return m_findings.emplace_back(std::move(finding));
    }

    void set_subject(Finding& finding) const
    {
        const Place& place = finding.place;
        const auto period = [this](const Cell& cell)
        {
            const auto date = date_in(cell, m_workbook.cells.null_date);
            return date ? iso_date(*date) : std::string{};
        };
        if (const EntryLine* line = line_at(place))
        {
            finding.figure = line->figures.empty() ? std::string{} : line->figures.front();
            finding.subject = line->id;
        }
        else if (const TableArea& area = m_workbook.comparison;
                 area.found() && place.sheet == area.sheet && place.row > area.heading_row)
        {
            const Municipality* known =
                m_workbook.municipalities->find_cell(m_workbook.cell(area, place.row, "municipality"));
            finding.municipality = known ? known->code : m_workbook.text(area, place.row, "municipality");
            finding.subject = m_workbook.text(area, place.row, "item");
            finding.period = period(m_workbook.cell(area, place.row, "cut_off"));
        }
        else if (place.sheet == m_workbook.catalogue.sheet)
        {
            for (const Figure& figure : m_workbook.figures)
                if (figure.row == place.row)
                    finding.figure = figure.id;
        }
        if (place.sheet == m_workbook.entry.sheet)
            if (const auto round = m_rounds.find(place.column); round != m_rounds.end() && round->second->date)
                finding.period = iso_date(*round->second->date);
    }

    void gather(Finding& finding, std::vector<Place> places) const
    {
        finding.places = std::move(places);
        if (finding.places.size() > 1)
            finding.message += " " + m_texts.format("report.grouped", {{"n", std::to_string(finding.places.size())}});
    }

    // --- what nobody sees ---

    void find_hidden(int sheet)
    {
        const Grid& cells = grid(sheet);
        const SheetStructure& structure = m_workbook.cells.structure(sheet);
        const TableArea* table = table_of(sheet);
        const int top = table ? table->heading_row : 0;
        const auto first_filled =
            std::find_if(cells.cells.begin(), cells.cells.end(), [](const Cell& cell) { return !is_empty(cell); });
        if (structure.hidden && first_filled != cells.cells.end())
        {
            const int index = static_cast<int>(first_filled - cells.cells.begin());
            add(Check::hidden_sheet, {sheet, index / cells.columns, index % cells.columns}, "structure.hidden_sheet",
                {{"sheet", cells.sheet_name}});
        }
        std::vector<Place> filtered;
        for (const HiddenLines& rows : structure.hidden_rows)
        {
            std::vector<Place> places = filled_rows(sheet, std::max(rows.first, top), rows.last);
            if (rows.filtered)
                filtered.insert(filtered.end(), places.begin(), places.end());
            else if (!places.empty())
                add(Check::hidden_row, places.front(), "structure.hidden_row",
                    {{"sheet", cells.sheet_name}, {"lines", row_span(rows.first, rows.last)}})
                    .places = places;
        }
        if (!filtered.empty())
            add(Check::hidden_row, filtered.front(), "structure.filtered_rows",
                {{"sheet", cells.sheet_name}, {"n", std::to_string(filtered.size())}})
                .places = filtered;
        for (const HiddenLines& columns : structure.hidden_columns)
            if (const std::vector<Place> places = filled_columns(sheet, columns, top); !places.empty())
                add(Check::hidden_column, places.front(), "structure.hidden_column",
                    {{"sheet", cells.sheet_name}, {"lines", column_span(columns.first, columns.last)}})
                    .places = places;
    }

    /// The first filled cell of each row that has one.
    [[nodiscard]] std::vector<Place> filled_rows(int sheet, int first, int last) const
    {
        const Grid& cells = grid(sheet);
        std::vector<Place> places;
        for (int row = first; row <= std::min(last, cells.rows() - 1); ++row)
            for (int column = 0; column < cells.columns; ++column)
                if (!is_empty(cells.at(row, column)))
                {
                    places.push_back({sheet, row, column});
                    break;
                }
        return places;
    }

    [[nodiscard]] std::vector<Place> filled_columns(int sheet, const HiddenLines& columns, int top) const
    {
        const Grid& cells = grid(sheet);
        std::vector<Place> places;
        for (int column = columns.first; column <= std::min(columns.last, cells.columns - 1); ++column)
            for (int row = top; row < cells.rows(); ++row)
                if (!is_empty(cells.at(row, column)))
                {
                    places.push_back({sheet, row, column});
                    break;
                }
        return places;
    }

    // --- the make of the tables ---

    void find_merged(const TableArea& area)
    {
        if (!area.found())
            return;
        for (const CellRange& range : m_workbook.cells.structure(area.sheet).merged)
            if (range.last_row >= area.heading_row && range.first_row <= area.last_row)
                add(Check::merged_cells, {area.sheet, range.first_row, range.first_column}, "structure.merged",
                    {{"range", cell_address(range.first_row, range.first_column) + ":" +
                                   cell_address(range.last_row, range.last_column)}});
    }

    void find_changed_headings(std::string_view id, const TableArea& area)
    {
        const auto& required = sheet_by_id(id).required_columns;
        for (const ChangedHeading& heading : changed_headings(m_workbook, area, id, m_words))
        {
            // A required column that is missing keeps things from being read; that is told as such.
            if (std::find(required.begin(), required.end(), heading.key) != required.end())
                continue;
            const Place place{area.sheet, area.heading_row, heading.column};
            add(Check::changed_heading, place, "structure.heading",
                {{"heading", value_text(place)}, {"column", heading.expected}})
                .expected = heading.expected;
        }
    }

    // --- what Calc took for something else ---

    void find_misread(int sheet)
    {
        const Grid& cells = grid(sheet);
        const SheetStructure& structure = m_workbook.cells.structure(sheet);
        for (const LookRange& looks : structure.looks)
            for (int row = looks.range.first_row; row <= std::min(looks.range.last_row, cells.rows() - 1); ++row)
                for (int column = looks.range.first_column;
                     column <= std::min(looks.range.last_column, cells.columns - 1); ++column)
                {
                    const double* number = std::get_if<double>(&cells.at(row, column));
                    if (number && !structure.holds_formula(row, column))
                        judge_look({sheet, row, column}, *number, looks.look);
                }
    }

    void judge_look(const Place& place, double number, NumberLook look)
    {
        const bool value = is_entry_value(place) || is_comparison_value(place);
        if (look == NumberLook::date)
        {
            if (!value && !is_key(place))
                return;
            const auto date = date_from_serial(number, m_workbook.cells.null_date);
            add(Check::date_value, place, "structure.date_value",
                {{"date", date ? format_date(*date, m_workbook.language) : value_text(place)}});
            return;
        }
        const std::string unit = value ? unit_at(place) : std::string{};
        if (unit.empty())
            return;
        if (look == NumberLook::percent && !begins_with_any(unit, {"andel", "share", "proportion"}))
        {
            const std::string meant = format_plain(number * 100, m_workbook.language);
            add(Check::percent_format, place, "structure.percent",
                {{"unit", unit}, {"value", value_text(place)}, {"meant", meant}})
                .expected = meant;
        }
        else if (look == NumberLook::currency && !begins_with_any(unit, {"kr", "dkk", "mio", "t.kr", "1.000 kr"}))
            add(Check::currency_format, place, "structure.currency", {{"unit", unit}, {"value", value_text(place)}});
    }

    /// Cells that name something, where "11-3" and "2-6" are as likely to be typed as in a value.
    [[nodiscard]] bool is_key(const Place& place) const
    {
        if (place == m_workbook.municipality_place)
            return true;
        struct Keys
        {
            const TableArea& area;
            std::vector<std::string_view> columns;
        };
        const std::array<Keys, 3> all{
            {{m_workbook.entry, {"id", "figure"}},
             {m_workbook.comparison, {"municipality", "item"}},
             {m_workbook.catalogue, {"number", "numerator_item", "denominator_item", "value_item", "factor"}}}};
        return std::any_of(all.begin(), all.end(),
                           [&place](const Keys& keys)
                           {
                               return keys.area.found() && place.sheet == keys.area.sheet &&
                                      place.row > keys.area.heading_row &&
                                      std::any_of(keys.columns.begin(), keys.columns.end(),
                                                  [&](std::string_view key)
                                                  { return keys.area.column(key) == place.column; });
                           });
    }

    /// Values stored as text are the business of rules; the factor of a figure is no value.
    void find_number_texts()
    {
        const TableArea& area = m_workbook.catalogue;
        if (!area.found() || area.column("factor") < 0)
            return;
        for (const Figure& figure : m_workbook.figures)
        {
            const std::string* text = std::get_if<std::string>(&m_workbook.cell(area, figure.row, "factor"));
            if (text && looks_like_number(*text))
                add(Check::number_text, {area.sheet, figure.row, area.column("factor")}, "structure.number_text",
                    {{"text", std::string(trimmed(*text))},
                     {"used", format_plain(figure.factor, m_workbook.language)}});
        }
    }

    /// Comparison data are read although their dates are texts; but they sort and filter wrongly.
    void find_date_texts()
    {
        const TableArea& area = m_workbook.comparison;
        if (!area.found() || area.column("cut_off") < 0)
            return;
        std::vector<Place> places;
        const std::string* last = nullptr;
        bool last_is_date = false;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const std::string* text = std::get_if<std::string>(&m_workbook.cell(area, row, "cut_off"));
            if (!text)
                continue;
            if (!last || *last != *text)
                last_is_date = parse_date(*text).has_value();
            last = text;
            if (last_is_date)
                places.push_back({area.sheet, row, area.column("cut_off")});
        }
        if (places.empty())
            return;
        const auto date =
            date_in(grid(area.sheet).at(places.front().row, places.front().column), m_workbook.cells.null_date);
        Finding& finding = add(Check::date_text, places.front(), "structure.date_text",
                               {{"text", value_text(places.front())}, {"sheet", grid(area.sheet).sheet_name}});
        finding.expected = date ? format_date(*date, m_workbook.language) : std::string{};
        gather(finding, std::move(places));
    }

    void find_thousandfold()
    {
        if (!m_workbook.entry.found())
            return;
        const bool hundredfold_is_told = has_active_rule(hundredfold_rule);
        const Grid& cells = grid(m_workbook.entry.sheet);
        for (const EntryLine& line : m_workbook.lines)
            for (std::size_t i = 0; i < m_workbook.rounds.size(); ++i)
            {
                const Round& round = m_workbook.rounds[i];
                const double* value = std::get_if<double>(&cells.at(line.row, round.column));
                const Place place{m_workbook.entry.sheet, line.row, round.column};
                if (!round.date || !value || *value != std::floor(*value) ||
                    m_workbook.cells.structure(place.sheet).holds_formula(place.row, place.column))
                    continue;
                const double median = median_of_others(cells, line, i);
                if (median <= 0 || *value < least_thousandfold * median || *value > most_thousandfold * median)
                    continue;
                const double* before =
                    i == 0 ? nullptr : std::get_if<double>(&cells.at(line.row, m_workbook.rounds[i - 1].column));
                if (hundredfold_is_told && before && *before > 0 && *value >= hundredfold * *before)
                    continue;
                const std::string meant = format_plain(*value / 1000, m_workbook.language);
                add(Check::thousandfold, place, "structure.thousandfold",
                    {{"name", line.name},
                     {"value", value_text(place)},
                     {"median", format_plain(median, m_workbook.language)},
                     {"meant", meant}})
                    .expected = meant;
            }
    }

    /// The lower median of an item's other rounds, 0 when fewer than two have a number. The lower one, because a second
    /// value that was misread pulls upwards.
    [[nodiscard]] double median_of_others(const Grid& cells, const EntryLine& line, std::size_t left_out) const
    {
        std::vector<double> others;
        for (std::size_t i = 0; i < m_workbook.rounds.size(); ++i)
            if (const double* value = std::get_if<double>(&cells.at(line.row, m_workbook.rounds[i].column));
                value && i != left_out && m_workbook.rounds[i].date)
                others.push_back(*value);
        if (others.size() < 2)
            return 0;
        const auto middle = others.begin() + static_cast<std::ptrdiff_t>((others.size() - 1) / 2);
        std::nth_element(others.begin(), middle, others.end());
        return *middle;
    }

    [[nodiscard]] bool has_active_rule(std::string_view id) const
    {
        const std::vector<rules::Rule> all = rules::rules_of_workbook(m_workbook, m_words);
        return std::any_of(all.begin(), all.end(),
                           [id](const rules::Rule& rule) { return rule.active && rule.id == id; });
    }

    // --- formulas ---

    void find_overtyped(int sheet)
    {
        for (const OvertypedCell& cell : m_workbook.cells.structure(sheet).overtyped)
        {
            const Place place{sheet, cell.row, cell.column};
            const double* number = std::get_if<double>(&grid(sheet).at(cell.row, cell.column));
            if (!number)
                continue;
            const std::string result = cell.result ? format_plain(*cell.result, m_workbook.language) : std::string{};
            const bool same =
                cell.result && std::fabs(*cell.result - *number) <= 1e-9 * std::fmax(1.0, std::fabs(*number));
            add(Check::overtyped_formula, place,
                !cell.result ? "structure.overtyped_unknown"
                             : (same ? "structure.overtyped_same" : "structure.overtyped"),
                {{"value", value_text(place)}, {"formula", cell.formula}, {"result", result}})
                .expected = cell.result ? result : cell.formula;
        }
    }

    /// One finding for each file that a sheet takes from.
    void find_external(int sheet)
    {
        std::map<std::string, std::vector<Place>> by_source;
        for (const FormulaCell& cell : m_workbook.cells.structure(sheet).formulas)
            if (std::optional<std::string> source = outside_source(cell.formula))
                by_source[std::move(*source)].push_back({sheet, cell.row, cell.column});
        for (auto& [source, places] : by_source)
        {
            Finding& finding = add(Check::external_formula, places.front(), "structure.external", {{"source", source}});
            gather(finding, std::move(places));
        }
    }

    const Workbook& m_workbook;
    const Words& m_words;
    const Texts& m_texts;
    std::map<int, const EntryLine*> m_lines;
    std::map<int, const Round*> m_rounds;
    std::map<std::string, std::string> m_units;
    std::set<int> m_own_reports;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> structure_findings(const Workbook& workbook, const Words& words)
{
    return StructureSearch(workbook, words).all();
}

} // namespace trinvis
