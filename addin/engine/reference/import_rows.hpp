// SPDX-License-Identifier: MPL-2.0
//
// From a mapped source to rows of Sammenligningsdata: what is added, replaced, left out and in conflict. Nothing is
// written here; the edge writes the blocks in bulk once a person has seen the summary.
//
//     const ImportRows rows = apply(mapping, table, workbook, words, {.existing = Existing::replace});
//     rows.added;  rows.left_out.front().count;  rows.conflicts.front().cell;
//     for (const CellBlock& block : rows.blocks) ...          // one setDataArray each, then name rows.table
#pragma once

#include "reference/import_mapping.hpp"
#include "table/sheet_content.hpp"

#include <string>
#include <vector>

namespace trinvis::reference
{

/// What happens to a row that is there already with another value.
enum class Existing
{
    replace,
    keep
};

struct ApplyOptions
{
    Existing existing = Existing::replace;
};

/// One value on its way into Sammenligningsdata.
struct ComparisonRow
{
    const Municipality* municipality = nullptr;
    std::string_view item; ///< of the workbook's entry lines or of the caller; must outlive the row
    Date cut_off;
    ContentCell value;                ///< a number or the word of a typed blank
    std::size_t concepts = 0;         ///< index into the concepts given beside the rows
    std::optional<SourcePlace> place; ///< in the source, for messages
};

/// The five texts that a row carries besides its value.
struct RowConcepts
{
    std::string source;
    std::string municipality_concept;
    std::string counting_unit;
    std::string age_base;
};

/// A block of cells to be written in one go; cells outside it stay as they are.
struct CellBlock
{
    int first_row = 0;
    int first_column = 0;
    std::vector<std::vector<ContentCell>> rows; ///< all of one length
    bool headings = false;                      ///< columns that the sheet lacked: look like the other headings
};

/// A reason for which values were left out, with how many and some examples. The text is "import.left_out." + code.
struct LeftOut
{
    std::string
        code; ///< "outside" (Christiansø), "country", "region", "part", "unknown-place", "own", "item", "period",
              ///< "category", "sign", "kept"
    std::size_t count = 0;
    std::vector<std::string> examples; ///< at most ten: names, codes or places as the file writes them
};

/// A value that is there already and differs, or that comes from another definition.
struct ImportConflict
{
    std::string
        code; ///< "value", "source" (same place, another source), "concept" (another stated concept), "own" (the own
              ///< municipality's number differs from Indtastning): the text is "import.conflict." + code
    std::string cell; ///< "Sammenligningsdata!D17", "Indtastning!F9"
    std::string municipality;
    std::string item;
    Date cut_off;
    std::string before; ///< as shown in the workbook's language
    std::string after;
};

struct ImportRows
{
    std::size_t added = 0;
    std::size_t replaced = 0;
    std::size_t unchanged = 0;
    std::vector<LeftOut> left_out;         ///< by reason
    std::vector<ImportConflict> conflicts; ///< at most most_conflicts of them
    std::size_t conflict_count = 0;
    /// Item and date for which the sheet would hold values of different sources or concepts: "institution 31-12-2024".
    std::vector<std::string> mixed;
    std::optional<ImportFault> fault; ///< set when nothing can be applied; all else is empty then

    int sheet = -1; ///< Sammenligningsdata among the sheets that were read
    std::vector<CellBlock> blocks;
    std::vector<int> date_columns; ///< to be formatted as dates
    int first_added_row = -1;      ///< rows from here to the table's last are new and need the columns' styles
    CellRange table;               ///< what the sheet's defined name stands for afterwards
};

inline constexpr std::size_t most_conflicts = 1000;

/// Applies a mapping. The mapping's faults come back as the fault of the result. A place that the source fills twice
/// ("doubled-value": same municipality, item and date) refuses the whole.
[[nodiscard]] ImportRows apply(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook,
                               const Words& words, const ApplyOptions& options);

/// Puts rows from wherever into the sheet: the part of apply() that knows Sammenligningsdata, for other sources too.
/// `left_out` is what the caller left out already.
[[nodiscard]] ImportRows put_rows(const std::vector<ComparisonRow>& rows, const std::vector<RowConcepts>& concepts,
                                  std::vector<LeftOut> left_out, const Workbook& workbook, const Words& words,
                                  const ApplyOptions& options);

/// Another municipality's key-figure workbook: its Indtastning becomes comparison rows of that municipality, its Katalog
/// tells the concepts. Items are matched by id, rounds by date. `name` names the file in the column Kilde. Faults:
/// "workbook-municipality" (names no municipality), "workbook-own" (it is the own one's), "workbook-nothing" (no item and
/// round in common).
[[nodiscard]] ImportRows apply_workbook(const Workbook& other, std::string_view name, const Workbook& workbook,
                                        const Words& words, const ApplyOptions& options);

} // namespace trinvis::reference
