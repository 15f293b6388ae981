// SPDX-License-Identifier: MPL-2.0
//
// The workbook as the tables that rules run over:
//
//     values      one row for each cell of Indtastning (item × round)
//     figures     one row for each key figure and round, with numerator, denominator and value
//     rounds      one row for each round, with a column for each item, named by its id
//     lines       one row for each row of Indtastning
//     comparison  one row for each row of Sammenligningsdata
//     catalogue   one row for each row of Katalog
//     facts       one row: Stamdata
//     cells       one row for each cell, in any sheet, that could hide a person's number
//
//     const ValidationTables tables(workbook, words);
//     tables.table("values")->rows;
#pragma once

#include "catalogue/workbook.hpp"
#include "rules/table.hpp"

#include <deque>
#include <map>
#include <string>

namespace trinvis
{

/// Owns the tables and the texts that their columns point into; the workbook must outlive it.
class ValidationTables
{
public:
    ValidationTables(const Workbook& workbook, const Words& words);
    ValidationTables(const ValidationTables&) = delete;
    ValidationTables& operator=(const ValidationTables&) = delete;

    /// Null for an id that is no table.
    [[nodiscard]] const rules::Table* table(std::string_view id) const;

private:
    void make_values();
    void make_figures();
    void make_rounds();
    void make_lines();
    void make_comparison();
    void make_catalogue();
    void make_facts();
    void make_cells();
    void make_sheet_table(std::string_view id, const TableArea& area);

    [[nodiscard]] std::string_view keep(std::string text);
    [[nodiscard]] std::string_view shown(const Cell& cell);
    [[nodiscard]] std::vector<std::string> names(std::string_view key) const;

    const Workbook& m_workbook;
    const Words& m_words;
    ValueReader m_reader;
    std::deque<std::string> m_kept;
    std::map<std::string, rules::Table, std::less<>> m_tables;
};

} // namespace trinvis
