// SPDX-License-Identifier: MPL-2.0
//
// The workbook as the tables that rules run over:
//
//     values      one row for each cell of Indtastning (item × round)
//     figures     one row for each key figure and round, with numerator, denominator and value
//     rounds      one row for each round, with a column for each item, named by its id
//     lines       one row for each row of Indtastning
//     comparison  one row for each row of Sammenligningsdata
//     peers       one row for each key figure and round: own value, and middle and spread of the municipality group's
//     catalogue   one row for each row of Katalog
//     facts       one row: Stamdata
//     survey …    one row for each row of a working tool's table (catalogue/working_tables.hpp)
//     survey_answers  one row for each answer of another municipality in the sheet Spørgeskema
//     cells       one row for each cell, in any sheet, that could hide a person's number or name
//
// and any other sheet with a heading row, under the sheet's name. A table is made when a rule first asks for it.
//
//     ValidationTables tables(workbook, words);
//     tables.table("values")->rows;
//     tables.table("Botilbud")->column("Pladser");
#pragma once

#include "catalogue/workbook.hpp"
#include "catalogue/working_tables.hpp"
#include "rules/table.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace trinvis
{

class StepMapping;

/// What a changed cell changes in a table: rules that read none of the columns give the same answers as before.
struct TableChange
{
    const rules::Table* table = nullptr;
    std::vector<const rules::Column*> columns;
    std::vector<std::size_t> rows; ///< those of the table that hold the change
};

/// Owns the tables and the texts that their columns point into; the workbook must outlive it.
class ValidationTables
{
public:
    ValidationTables(const Workbook& workbook, const Words& words);
    ValidationTables(const ValidationTables&) = delete;
    ValidationTables& operator=(const ValidationTables&) = delete;

    /// A table by its id, its word in either language or the name of a sheet; null for what is none of them.
    [[nodiscard]] const rules::Table* table(std::string_view name);

    /// What can be asked for: the words of the tables in the workbook's language, and the sheets that are no table yet.
    [[nodiscard]] std::vector<std::string> names_of_tables() const;

    /// What it changes when a cell gets a new content; nothing when more than values changes (headings, items,
    /// definitions, rules), so that everything must be made anew. Changes nothing itself.
    [[nodiscard]] std::optional<std::vector<TableChange>> change_of(const Place& place, const Cell& content) const;

    /// Takes over a content that change_of() was asked about, with what it answered, and that now stands in the workbook.
    void follow(const Place& place, const Cell& before, const std::vector<TableChange>& changes);

private:
    void make(std::string_view id);
    void make_values();
    void make_figures();
    void make_rounds();
    void make_lines();
    void make_comparison();
    void make_peers();
    void make_catalogue();
    void make_facts();
    void make_cells();
    void make_working(const WorkingTableKind& kind);
    /// The number of a step of the ladder, 0 for outside it, -1 for several and what is not settled.
    [[nodiscard]] Value step_in(const Cell& cell, const StepMapping& mapping) const;
    /// The step of each row of Børn på trin, as Indsatstrappe says it.
    [[nodiscard]] std::vector<Value> steps_of_children(const TableArea& area, const std::vector<int>& rows,
                                                       const StepMapping& mapping) const;
    /// The columns of Udviklingsplan that rules alone see: the figure and the step that are named, how many goals bear a
    /// row's number, and what the baseline should be.
    void add_goal_fields(rules::Table& table, const TableArea& area, const std::vector<int>& rows);
    [[nodiscard]] std::vector<Value> reported_baselines(const rules::Table& table) const;
    void make_survey_answers();
    void make_sheet(int sheet);
    void fill_cells(rules::Table& table);
    void fill_filled_counts();
    void follow_entry(const Place& place, const Cell& before);
    void follow_comparison(const Place& place);

    [[nodiscard]] const rules::Table* made(std::string_view id) const;
    [[nodiscard]] rules::Table* made(std::string_view id);
    [[nodiscard]] std::optional<std::vector<TableChange>> change_in_entry(const Place& place,
                                                                          const Cell& content) const;
    [[nodiscard]] std::optional<std::vector<TableChange>> change_in_comparison(const Place& place) const;
    /// What a cell says of an item; nothing where it is built like a person's number: rule P01 alone speaks of such.
    [[nodiscard]] Value number_of(std::string_view item, const Cell& cell) const;
    [[nodiscard]] Value day_of(const Round& round) const;
    [[nodiscard]] std::string_view keep(std::string text);
    [[nodiscard]] std::string_view shown(const Cell& cell);
    [[nodiscard]] std::vector<std::string> names(std::string_view key) const;

    const Workbook& m_workbook;
    const Words& m_words;
    ValueReader m_reader;
    std::set<std::string, std::less<>> m_money_items; ///< folded ids: in these nine digits are an ordinary amount
    std::deque<std::string> m_kept;
    std::map<std::string, rules::Table, std::less<>> m_tables; ///< those that were made
    std::unordered_map<int, std::size_t> m_comparison_rows;    ///< row of the table by row of the sheet
};

} // namespace trinvis
