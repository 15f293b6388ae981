// SPDX-License-Identifier: MPL-2.0
//
// A key-figure workbook as the engine sees it: the cells that were read, which sheets are which, and what they say.
// Sheets are found by their defined names (trinvis_katalog …) and, where a name is gone, by their headings; columns by
// their headings in either language. Nothing is found by its position.
//
//     const Workbook workbook = read_workbook(std::move(cells), words, municipalities);
//     workbook.rounds.size();
//     workbook.value(line, round);
#pragma once

#include "catalogue/built_in_checks.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/municipalities.hpp"
#include "catalogue/sharing.hpp"
#include "catalogue/value.hpp"
#include "table/cell.hpp"
#include "table/date_text.hpp"
#include "table/sheet_structure.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trinvis
{

/// A defined name of the document and the block it stands for.
struct NamedArea
{
    std::string name;
    int sheet = -1;
    CellRange range;
};

/// Everything that was read from a document.
struct WorkbookCells
{
    std::vector<Grid> sheets;
    std::vector<NamedArea> names;
    Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
    std::vector<SheetStructure> structures; ///< by sheet; may be shorter, the rest has nothing special

    /// The structure of a sheet.
    [[nodiscard]] const SheetStructure& structure(int sheet) const;
};

/// Whether the same stands in the cells of the same sheets, however they look and whatever is hidden.
[[nodiscard]] bool same_contents(const WorkbookCells& a, const WorkbookCells& b);

/// A table in a sheet: its heading row and its columns by key ("id" for the heading "Id" of the sheet Indtastning).
struct TableArea
{
    int sheet = -1;
    int heading_row = -1;
    int last_row = -1;
    std::map<std::string, int, std::less<>> columns;

    [[nodiscard]] bool found() const
    {
        return heading_row >= 0;
    }

    /// The column of a key, -1 when the heading is missing.
    [[nodiscard]] int column(std::string_view key) const;
};

/// One column of Indtastning: a round with its cut-off date.
struct Round
{
    int column = -1;
    std::optional<Date> date;   ///< nothing when the heading is no date that exists
    std::string heading;        ///< the heading as it was typed
    bool typed_as_text = false; ///< the heading is a text; it may still be a readable date
};

/// One row of Indtastning: an item.
struct EntryLine
{
    int row = -1;
    std::string id;
    std::vector<std::string> figures;
    std::string name;
    std::string role;
    std::string unit;
};

/// A fault in the layout that keeps something from being read.
struct LayoutFault
{
    Check check = Check::missing_sheet;
    Place place;
    std::string message; ///< key of the text, its remedy is key + ".remedy"
    Replacements values;
};

struct Workbook
{
    WorkbookCells cells;
    Language language = Language::danish;
    TableArea facts;
    TableArea catalogue;
    TableArea entry;
    TableArea comparison;
    TableArea rules;
    std::map<std::string, TableArea, std::less<>> working; ///< by the ids of working_table_kinds(), those with a sheet
    Place municipality_place;
    std::string data_note;                          ///< what Stamdata says of the numbers, shown on top of every result
    Sharing sharing;                                ///< the switch in Stamdata
    const Municipalities* municipalities = nullptr; ///< those that the workbook was read with
    const Municipality* municipality = nullptr;     ///< null when Stamdata names none that exists
    std::vector<Figure> figures;
    std::vector<EntryLine> lines;
    std::vector<Round> rounds; ///< by date, headings without a date last
    std::vector<LayoutFault> faults;

    [[nodiscard]] const Grid& grid(const TableArea& area) const
    {
        return cells.sheets.at(static_cast<std::size_t>(area.sheet));
    }
    [[nodiscard]] const Cell& cell(const TableArea& area, int row, std::string_view key) const;
    /// A cell as text, trimmed; a number is written plainly.
    [[nodiscard]] std::string text(const TableArea& area, int row, std::string_view key) const;
    /// A table of the working tools by its id; one that is not found when the workbook has no such sheet yet.
    [[nodiscard]] const TableArea& working_table(std::string_view id) const;
    /// The first line with an item's id, null when there is none.
    [[nodiscard]] const EntryLine* line(std::string_view item) const;
    [[nodiscard]] const Figure* figure(std::string_view id) const;
    /// The name of a figure, empty for an id that is not in Katalog.
    [[nodiscard]] std::string figure_name(std::string_view id) const;
};

/// A table in a sheet that the product wrote from results: Validering, Forklaringer. The sheet is found by its defined name
/// or, where that is gone, by its name in either language; its columns by the texts whose keys begin with the prefix
/// ("report.column."). A sheet that has the defined name but no headings comes back with the sheet alone.
[[nodiscard]] TableArea find_result_table(const WorkbookCells& cells, std::string_view sheet_id,
                                          std::string_view prefix, const Words& words);

/// One of several tables that stand one below the other in a sheet.
struct StackedTable
{
    std::string_view prefix;    ///< of the keys of its headings' texts
    int least = 2;              ///< so many headings of the table make a row its heading row
    int least_of_any_sheet = 4; ///< so many tell the sheet from any other when its defined name is gone
    int heading_rows = 0;       ///< the heading row is among so many rows from the top; 0: anywhere
};

/// The tables of a sheet, in the order in which they were asked for; one whose headings cannot be found has the sheet
/// alone. The sheet is found by its defined name or, where that is gone, by the headings of the last table. They may
/// stand in any order; each ends where the next begins.
[[nodiscard]] std::vector<TableArea> find_stacked_tables(const WorkbookCells& cells, std::string_view sheet_id,
                                                         std::span<const StackedTable> wanted, const Words& words);

/// True when a document carries the sheets of a key-figure workbook: by defined names or by headings.
[[nodiscard]] bool is_key_figure_workbook(const WorkbookCells& cells, const Words& words);

/// Reads the model out of the cells. What cannot be read becomes a LayoutFault; nothing is guessed.
/// The municipalities must outlive the workbook.
[[nodiscard]] Workbook read_workbook(WorkbookCells cells, const Words& words, const Municipalities& municipalities);

/// A heading that is none of its sheet's, but close to one that is missing.
struct ChangedHeading
{
    int column = -1;
    std::string key;      ///< of the column that is missing
    std::string expected; ///< its heading
};

/// The headings of a table that look like a missing one of the sheet's with a slip in it.
[[nodiscard]] std::vector<ChangedHeading> changed_headings(const Workbook& workbook, const TableArea& area,
                                                           std::string_view sheet_id, const Words& words);

/// A date in a cell: a sheet's day number or a text that is a date.
[[nodiscard]] std::optional<Date> date_in(const Cell& cell, Date null_date);

/// A cell as text for a person, without knowing its number format.
[[nodiscard]] std::string cell_text(const Cell& cell, Language language);

} // namespace trinvis
