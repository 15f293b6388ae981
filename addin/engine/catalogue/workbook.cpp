// SPDX-License-Identifier: MPL-2.0
#include "catalogue/workbook.hpp"

#include "catalogue/sheet_names.hpp"
#include "catalogue/working_tables.hpp"
#include "table/near_text.hpp"
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

constexpr int deepest_heading_row = 60;
constexpr int deepest_stacked_heading_row = 200; ///< of the last of several tables in a sheet that has lost its name

using HeadingKeys = std::map<std::string, std::string, std::less<>>;

HeadingKeys keys_below(std::string_view prefix, const Words& words)
{
    HeadingKeys keys;
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [key, text] : words.in(language).all())
            if (key.starts_with(prefix))
                keys.emplace(folded(text), key.substr(prefix.size()));
    return keys;
}

HeadingKeys heading_keys(std::string_view sheet, const Words& words)
{
    return keys_below("column." + std::string(sheet) + ".", words);
}

struct HeadingRow
{
    int row = -1;
    int matches = 0;
};

HeadingRow best_heading_row(const Grid& grid, const HeadingKeys& keys, int deepest = deepest_heading_row)
{
    HeadingRow best;
    for (int row = 0; row < std::min(grid.rows(), deepest); ++row)
    {
        std::set<std::string> found;
        for (int column = 0; column < grid.columns; ++column)
            if (const std::string* text = std::get_if<std::string>(&grid.at(row, column)))
                if (const auto key = keys.find(folded(*text)); key != keys.end())
                    found.insert(key->second);
        if (static_cast<int>(found.size()) > best.matches)
            best = {row, static_cast<int>(found.size())};
    }
    return best;
}

int sheet_of_defined_name(const WorkbookCells& cells, std::string_view name)
{
    for (const NamedArea& area : cells.names)
        if (same_text(area.name, name) && area.sheet >= 0 && area.sheet < static_cast<int>(cells.sheets.size()))
            return area.sheet;
    return -1;
}

int last_filled_row(const Grid& grid)
{
    for (std::size_t i = grid.cells.size(); i > 0; --i)
        if (!is_empty(grid.cells[i - 1]))
            return static_cast<int>((i - 1) / static_cast<std::size_t>(grid.columns));
    return -1;
}

void take_headings(TableArea& area, const Grid& grid, int heading_row, const HeadingKeys& keys)
{
    area.heading_row = heading_row;
    area.last_row = last_filled_row(grid);
    for (int column = 0; column < grid.columns; ++column)
        if (const std::string* text = std::get_if<std::string>(&grid.at(heading_row, column)))
            if (const auto key = keys.find(folded(*text)); key != keys.end())
                area.columns.emplace(key->second, column);
}

/// How many of a sheet's required columns a row of headings has.
int required_headings(const Grid& grid, int row, const HeadingKeys& keys, const SheetKind& kind)
{
    std::set<std::string_view> found;
    for (int column = 0; column < grid.columns; ++column)
        if (const std::string* text = std::get_if<std::string>(&grid.at(row, column)))
            if (const auto key = keys.find(folded(*text)); key != keys.end())
                for (const std::string_view required : kind.required_columns)
                    if (required == key->second)
                        found.insert(required);
    return static_cast<int>(found.size());
}

/// Where the name points if there is one, else the sheet whose headings fit best; two headings are the least that
/// tells one of our sheets from any other.
TableArea find_table(const WorkbookCells& cells, const SheetKind& kind, const Words& words)
{
    const HeadingKeys keys = heading_keys(kind.id, words);
    TableArea area;
    HeadingRow best;
    const int named = sheet_of_defined_name(cells, kind.defined_name);
    for (int sheet = 0; sheet < static_cast<int>(cells.sheets.size()); ++sheet)
    {
        if (named >= 0 && sheet != named)
            continue;
        const HeadingRow candidate = best_heading_row(cells.sheets[static_cast<std::size_t>(sheet)], keys);
        const int needed = named >= 0 ? 1 : std::min(3, static_cast<int>(kind.required_columns.size()));
        if (candidate.matches < needed || candidate.matches <= best.matches)
            continue;
        // Sheets share headings that neither needs: Katalog and Sammenligningsdata both state concepts.
        constexpr int telling = 2;
        if (named >= 0 || required_headings(cells.sheets[static_cast<std::size_t>(sheet)], candidate.row, keys, kind) >=
                              std::min(needed, telling))
        {
            best = candidate;
            area.sheet = sheet;
        }
    }
    if (area.sheet < 0)
    {
        area.sheet = named;
        return area;
    }
    take_headings(area, cells.sheets[static_cast<std::size_t>(area.sheet)], best.row, keys);
    return area;
}

/// The headings that a table needs; `id` is what their texts' keys begin with.
struct NeededColumns
{
    std::string_view id;
    std::string_view sheet;
    const std::vector<std::string_view>& columns;
};

void report_missing_columns(Workbook& workbook, const TableArea& area, const NeededColumns& needed, const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    if (!area.found())
    {
        workbook.faults.push_back({Check::missing_sheet,
                                   {std::max(area.sheet, 0), 0, 0},
                                   area.sheet < 0 ? "layout.sheet_missing" : "layout.headings_missing",
                                   {{"sheet", texts.get("sheet." + std::string(needed.sheet))}}});
        return;
    }
    const std::vector<ChangedHeading> changed = changed_headings(workbook, area, needed.id, words);
    for (const std::string_view column : needed.columns)
    {
        if (area.column(column) >= 0)
            continue;
        const auto near = std::find_if(changed.begin(), changed.end(),
                                       [column](const ChangedHeading& heading) { return heading.key == column; });
        if (near != changed.end())
            workbook.faults.push_back(
                {Check::missing_column,
                 {area.sheet, area.heading_row, near->column},
                 "layout.column_changed",
                 {{"sheet", workbook.grid(area).sheet_name},
                  {"heading", cell_text(workbook.grid(area).at(area.heading_row, near->column), workbook.language)},
                  {"column", near->expected}}});
        else
            workbook.faults.push_back(
                {Check::missing_column,
                 {area.sheet, area.heading_row, 0},
                 "layout.column_missing",
                 {{"sheet", workbook.grid(area).sheet_name},
                  {"column", texts.get("column." + std::string(needed.id) + "." + std::string(column))}}});
    }
}

void report_doubled_columns(Workbook& workbook, const TableArea& area, std::string_view id, const Words& words)
{
    if (!area.found())
        return;
    const HeadingKeys keys = heading_keys(id, words);
    const Grid& grid = workbook.grid(area);
    for (int column = 0; column < grid.columns; ++column)
        if (const std::string* text = std::get_if<std::string>(&grid.at(area.heading_row, column)))
            if (const auto key = keys.find(folded(*text)); key != keys.end() && area.column(key->second) != column)
                workbook.faults.push_back({Check::doubled_column,
                                           {area.sheet, area.heading_row, column},
                                           "layout.column_doubled",
                                           {{"sheet", grid.sheet_name},
                                            {"column", *text},
                                            {"first", cell_address(area.heading_row, area.column(key->second))}}});
}

std::vector<std::string> split_list(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty())
    {
        const std::size_t end = text.find_first_of(",;");
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty())
            parts.emplace_back(part);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

void read_facts(Workbook& workbook, const Words& words, const Municipalities& municipalities)
{
    const auto is_field = [&words](std::string_view text, std::string_view key)
    { return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key)); };
    const TableArea& area = workbook.facts;
    if (!area.found() || area.column("field") < 0 || area.column("value") < 0)
        return;
    workbook.municipality_place = {area.sheet, area.heading_row, area.column("value")};
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const std::string field = workbook.text(area, row, "field");
        const Cell& value = workbook.cell(area, row, "value");
        if (is_field(field, "fact.municipality_code"))
        {
            workbook.municipality_place = {area.sheet, row, area.column("value")};
            workbook.municipality = municipalities.find_cell(value);
        }
        else if (is_field(field, "fact.data_note"))
            workbook.data_note = workbook.text(area, row, "value");
    }
    read_sharing(workbook, words);
}

Language detect_language(const WorkbookCells& cells, const TableArea& facts, const TableArea& entry, const Words& words)
{
    if (facts.found() && facts.column("field") >= 0 && facts.column("value") >= 0)
    {
        const Grid& grid = cells.sheets[static_cast<std::size_t>(facts.sheet)];
        for (int row = facts.heading_row + 1; row <= facts.last_row; ++row)
        {
            const std::string* field = std::get_if<std::string>(&grid.at(row, facts.column("field")));
            const std::string* value = std::get_if<std::string>(&grid.at(row, facts.column("value")));
            if (field && value &&
                (same_text(*field, words.danish.get("fact.language")) ||
                 same_text(*field, words.english.get("fact.language"))))
                return language_from_code(folded(*value));
        }
    }
    if (entry.found() && entry.column("unit") >= 0)
    {
        const Grid& grid = cells.sheets[static_cast<std::size_t>(entry.sheet)];
        const std::string* unit = std::get_if<std::string>(&grid.at(entry.heading_row, entry.column("unit")));
        if (unit && same_text(*unit, words.english.get("column.entry.unit")))
            return Language::english;
    }
    return Language::danish;
}

double factor_from(const Cell& cell, std::string_view unit)
{
    if (const double* number = std::get_if<double>(&cell); number && *number > 0)
        return *number;
    const std::string shown = folded(unit);
    if (shown.find("pct") != std::string::npos || shown.find('%') != std::string::npos ||
        shown.find("per cent") != std::string::npos)
        return 100;
    if (shown.find("1.000") != std::string::npos || shown.find("1,000") != std::string::npos)
        return 1000;
    return 1;
}

void read_figures(Workbook& workbook, const Words& words)
{
    const TableArea& area = workbook.catalogue;
    if (!area.found())
        return;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        Figure figure;
        figure.id = workbook.text(area, row, "number");
        if (figure.id.empty())
            continue;
        figure.row = row;
        figure.name = workbook.text(area, row, "name");
        figure.numerator = workbook.text(area, row, "numerator_item");
        figure.denominator = workbook.text(area, row, "denominator_item");
        figure.value = workbook.text(area, row, "value_item");
        figure.unit = workbook.text(area, row, "unit");
        figure.factor = factor_from(workbook.cell(area, row, "factor"), figure.unit);
        // Without a kind nothing may be claimed about chance: a quotient is then only a quotient.
        figure.kind = kind_from_word(workbook.text(area, row, "kind"), words)
                          .value_or(figure.value.empty() ? FigureKind::ratio : FigureKind::average);
        figure.direction = direction_from_word(workbook.text(area, row, "direction"), words);
        for (const auto& [key, column] : area.columns)
            if (std::string text = workbook.text(area, row, key); !text.empty())
                figure.definition.emplace(key, std::move(text));
        workbook.figures.push_back(std::move(figure));
    }
}

void read_lines(Workbook& workbook)
{
    const TableArea& area = workbook.entry;
    if (!area.found())
        return;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        EntryLine line;
        line.row = row;
        line.id = workbook.text(area, row, "id");
        if (line.id.empty())
            continue;
        line.figures = split_list(workbook.text(area, row, "figure"));
        line.name = workbook.text(area, row, "name");
        line.role = workbook.text(area, row, "role");
        line.unit = workbook.text(area, row, "unit");
        workbook.lines.push_back(std::move(line));
    }
}

bool has_numbers_below(const Grid& grid, const TableArea& area, int column)
{
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        if (std::holds_alternative<double>(grid.at(row, column)))
            return true;
    return false;
}

void read_rounds(Workbook& workbook)
{
    const TableArea& area = workbook.entry;
    if (!area.found())
        return;
    const Grid& grid = workbook.grid(area);
    std::set<int> known;
    for (const auto& [key, column] : area.columns)
        known.insert(column);
    for (int column = 0; column < grid.columns; ++column)
    {
        const Cell& heading = grid.at(area.heading_row, column);
        if (known.contains(column))
            continue;
        Round round;
        round.column = column;
        round.date = date_in(heading, workbook.cells.null_date);
        round.heading = cell_text(heading, workbook.language);
        round.typed_as_text = std::holds_alternative<std::string>(heading);
        // A column of remarks is nobody's fault; a column of numbers without a date is.
        if (round.date || has_numbers_below(grid, area, column))
            workbook.rounds.push_back(std::move(round));
    }
    std::stable_sort(workbook.rounds.begin(), workbook.rounds.end(),
                     [](const Round& a, const Round& b)
                     {
                         if (a.date.has_value() != b.date.has_value())
                             return a.date.has_value();
                         return a.date && *a.date < *b.date;
                     });
}

void find_working_tables(Workbook& workbook, const Words& words)
{
    const std::vector<WorkingTableKind>& kinds = working_table_kinds();
    for (auto first = kinds.begin(); first != kinds.end();)
    {
        const auto last =
            std::find_if(first, kinds.end(), [&](const auto& kind) { return kind.sheet != first->sheet; });
        std::vector<std::string> prefixes;
        std::vector<StackedTable> wanted;
        for (auto kind = first; kind != last; ++kind)
            prefixes.push_back("column." + std::string(kind->id) + ".");
        for (auto kind = first; kind != last; ++kind)
            wanted.push_back(
                {.prefix = prefixes[static_cast<std::size_t>(kind - first)], .heading_rows = kind->heading_rows});
        const std::vector<TableArea> found = find_stacked_tables(workbook.cells, first->sheet, wanted, words);
        for (auto kind = first; kind != last; ++kind)
        {
            const TableArea& area = found[static_cast<std::size_t>(kind - first)];
            if (area.sheet < 0)
                continue;
            workbook.working.emplace(kind->id, area);
            if (kind->may_lack && !area.found())
                continue;
            report_missing_columns(workbook, area, {kind->id, kind->sheet, kind->required_columns}, words);
            report_doubled_columns(workbook, area, kind->id, words);
        }
        first = last;
    }
}

} // namespace

bool same_contents(const WorkbookCells& a, const WorkbookCells& b)
{
    return std::ranges::equal(a.sheets, b.sheets,
                              [](const Grid& one, const Grid& other) {
                                  return one.sheet_name == other.sheet_name && one.columns == other.columns &&
                                         one.cells == other.cells;
                              });
}

const SheetStructure& WorkbookCells::structure(int sheet) const
{
    static const SheetStructure nothing_special;
    return sheet >= 0 && sheet < static_cast<int>(structures.size()) ? structures[static_cast<std::size_t>(sheet)]
                                                                     : nothing_special;
}

int TableArea::column(std::string_view key) const
{
    const auto found = columns.find(key);
    return found == columns.end() ? -1 : found->second;
}

const Cell& Workbook::cell(const TableArea& area, int row, std::string_view key) const
{
    static const Cell empty;
    return area.found() ? grid(area).at(row, area.column(key)) : empty;
}

std::string Workbook::text(const TableArea& area, int row, std::string_view key) const
{
    return cell_text(cell(area, row, key), language);
}

const TableArea& Workbook::working_table(std::string_view id) const
{
    static const TableArea none;
    const auto found = working.find(id);
    return found == working.end() ? none : found->second;
}

const EntryLine* Workbook::line(std::string_view item) const
{
    for (const EntryLine& candidate : lines)
        if (same_text(candidate.id, item))
            return &candidate;
    return nullptr;
}

const Figure* Workbook::figure(std::string_view id) const
{
    for (const Figure& candidate : figures)
        if (candidate.id == id)
            return &candidate;
    return nullptr;
}

std::string Workbook::figure_name(std::string_view id) const
{
    const Figure* found = figure(id);
    return found ? found->name : std::string{};
}

TableArea find_result_table(const WorkbookCells& cells, std::string_view sheet_id, std::string_view prefix,
                            const Words& words)
{
    // Results share headings with the sheets that they are about, so headings alone identify none of them.
    constexpr int enough_headings = 4;
    const HeadingKeys keys = keys_below(prefix, words);
    TableArea area;
    area.sheet = sheet_of_defined_name(cells, sheet_by_id(sheet_id).defined_name);
    const bool named = area.sheet >= 0;
    const std::string name_key = "sheet." + std::string(sheet_id);
    for (int sheet = 0; sheet < static_cast<int>(cells.sheets.size()) && area.sheet < 0; ++sheet)
        for (const Language language : {Language::danish, Language::english})
            if (same_text(cells.sheets[static_cast<std::size_t>(sheet)].sheet_name, words.in(language).get(name_key)))
                area.sheet = sheet;
    if (area.sheet < 0)
        return area;
    const Grid& grid = cells.sheets[static_cast<std::size_t>(area.sheet)];
    const HeadingRow best = best_heading_row(grid, keys);
    if (best.matches >= enough_headings)
        take_headings(area, grid, best.row, keys);
    else if (!named)
        area.sheet = -1;
    return area;
}

std::vector<TableArea> find_stacked_tables(const WorkbookCells& cells, std::string_view sheet_id,
                                           std::span<const StackedTable> wanted, const Words& words)
{
    std::vector<HeadingKeys> keys;
    keys.reserve(wanted.size());
    for (const StackedTable& table : wanted)
        keys.push_back(keys_below(table.prefix, words));
    int sheet = sheet_of_defined_name(cells, sheet_by_id(sheet_id).defined_name);
    for (int i = 0; i < static_cast<int>(cells.sheets.size()) && sheet < 0; ++i)
    {
        const Grid& grid = cells.sheets[static_cast<std::size_t>(i)];
        const HeadingRow last = best_heading_row(grid, keys.back(), deepest_stacked_heading_row);
        if (last.matches >= wanted.back().least_of_any_sheet)
            sheet = i;
    }
    std::vector<TableArea> found(wanted.size());
    for (std::size_t i = 0; i < wanted.size() && sheet >= 0; ++i)
    {
        found[i].sheet = sheet;
        const Grid& grid = cells.sheets[static_cast<std::size_t>(sheet)];
        const HeadingRow best =
            best_heading_row(grid, keys[i], wanted[i].heading_rows > 0 ? wanted[i].heading_rows : grid.rows());
        if (best.matches >= wanted[i].least)
            take_headings(found[i], grid, best.row, keys[i]);
    }
    for (TableArea& area : found)
        for (const TableArea& other : found)
            if (area.found() && other.heading_row > area.heading_row)
                area.last_row = std::min(area.last_row, other.heading_row - 1);
    return found;
}

bool is_key_figure_workbook(const WorkbookCells& cells, const Words& words)
{
    // One of the two is enough when it bears our name: the other was deleted, and that is to be told.
    const auto named = [&](std::string_view id)
    { return sheet_of_defined_name(cells, sheet_by_id(id).defined_name) >= 0; };
    if (named("entry") || named("catalogue"))
        return true;
    return find_table(cells, sheet_by_id("entry"), words).sheet >= 0 &&
           find_table(cells, sheet_by_id("catalogue"), words).sheet >= 0;
}

Workbook read_workbook(WorkbookCells cells, const Words& words, const Municipalities& municipalities)
{
    Workbook workbook;
    workbook.cells = std::move(cells);
    workbook.municipalities = &municipalities;
    struct Assignment
    {
        std::string_view id;
        TableArea Workbook::*area;
    };
    constexpr std::array<Assignment, 5> assignments{{{"facts", &Workbook::facts},
                                                     {"catalogue", &Workbook::catalogue},
                                                     {"entry", &Workbook::entry},
                                                     {"comparison", &Workbook::comparison},
                                                     {"rules", &Workbook::rules}}};
    for (const auto& [id, area] : assignments)
        workbook.*area = find_table(workbook.cells, sheet_by_id(id), words);
    workbook.language = detect_language(workbook.cells, workbook.facts, workbook.entry, words);
    for (const auto& [id, area] : assignments)
    {
        report_missing_columns(workbook, workbook.*area, {id, id, sheet_by_id(id).required_columns}, words);
        report_doubled_columns(workbook, workbook.*area, id, words);
    }
    find_working_tables(workbook, words);
    read_facts(workbook, words, municipalities);
    read_figures(workbook, words);
    read_lines(workbook);
    read_rounds(workbook);
    return workbook;
}

std::vector<ChangedHeading> changed_headings(const Workbook& workbook, const TableArea& area, std::string_view sheet_id,
                                             const Words& words)
{
    std::vector<ChangedHeading> changed;
    if (!area.found())
        return changed;
    const HeadingKeys keys = heading_keys(sheet_id, words);
    std::set<std::string> taken;
    const Grid& grid = workbook.grid(area);
    for (int column = 0; column < grid.columns; ++column)
    {
        const std::string* heading = std::get_if<std::string>(&grid.at(area.heading_row, column));
        if (!heading || keys.contains(folded(*heading)) || parse_date(*heading))
            continue;
        const auto near = std::find_if(keys.begin(), keys.end(),
                                       [&](const auto& known) {
                                           return area.column(known.second) < 0 && !taken.contains(known.second) &&
                                                  nearly_same_text(*heading, known.first);
                                       });
        if (near == keys.end())
            continue;
        taken.insert(near->second);
        const std::string key = "column." + std::string(sheet_id) + "." + near->second;
        // The heading in the language in which it was nearly right.
        const std::string& own = words.in(workbook.language).get(key);
        changed.push_back({column, near->second,
                           same_text(own, near->first)                     ? own
                           : same_text(words.danish.get(key), near->first) ? words.danish.get(key)
                                                                           : words.english.get(key)});
    }
    return changed;
}

std::optional<Date> date_in(const Cell& cell, Date null_date)
{
    if (const double* serial = std::get_if<double>(&cell))
        return date_from_serial(*serial, null_date);
    if (const std::string* text = std::get_if<std::string>(&cell))
        return parse_date(*text);
    return std::nullopt;
}

std::string cell_text(const Cell& cell, Language language)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return std::string(trimmed(*text));
    if (const double* number = std::get_if<double>(&cell))
    {
        // Ids are often typed as numbers, and a thousand separator has no place in them.
        if (*number == std::floor(*number) && std::fabs(*number) < 1e15)
            return std::to_string(static_cast<long long>(*number));
        return format_plain(*number, language);
    }
    return {};
}

} // namespace trinvis
