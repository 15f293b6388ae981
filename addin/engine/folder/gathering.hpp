// SPDX-License-Identifier: MPL-2.0
//
// Many municipalities' workbooks become comparison data: the rows of Sammenligningsdata, in a workbook or as a CSV file
// that "Hent tal" reads.
//
//     books.push_back(gathered_book(name, modified, std::move(workbook), words, municipalities, known, today));
//     const Gathering gathering = gather(std::move(books), {.names = true});
//     gathered_csv(gathering, {.names = true}, words.danish, words);
//     put_gathered(gathering, std::move(own), words);           // changes for the edge to write
//
// Decisions, and why; the rules are ours and provisional:
//   * Whoever reads the result is somebody else than the municipality. So each workbook is treated as one that is shared,
//     whatever its switch in Stamdata says: its small numbers and what would give them away are hidden first, by its own
//     limit (privacy/workbook_suppression.hpp). What it has of others' numbers is never passed on.
//   * A workbook with errors is left out and named. Where it is wanted all the same, the values with errors are blanked.
//   * Of several workbooks for one municipality the one that was saved last counts.
//   * Without names a municipality is "Kommune 1" …, in an order that chance decides and anew each time; sources name no
//     file, and texts that name a municipality are dropped. An item that fewer than three workbooks have would point at
//     them and is left out; fewer than three municipalities are refused. Numbers that are known from elsewhere may still be recognised, and the
//     result says so. It is a file and never goes into a workbook, which compares with municipalities that it knows.
#pragma once

#include "privacy/known_relations.hpp"
#include "reference/import_rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace trinvis::folder
{

/// So many municipalities hide each other; for items and for the whole.
inline constexpr std::size_t least_without_names = 3;

/// A workbook that is ready to be passed on: nothing but its own figures, small numbers hidden.
struct GatheredBook
{
    std::string file;
    std::string saved; ///< when it was saved last, as text that sorts by time
    Workbook workbook;
    std::size_t errors = 0;  ///< findings
    std::size_t invalid = 0; ///< values that were blanked for their errors
    std::size_t hidden = 0;  ///< numbers that were hidden for being small or for covering one
};

/// Validates a workbook, blanks its values with errors and what must not be seen, and drops all that is not its own.
[[nodiscard]] GatheredBook gathered_book(std::string file, std::string saved, Workbook workbook, const Words& words,
                                         const Municipalities& municipalities, const privacy::KnownRelations& known,
                                         Date today);

struct GatherOptions
{
    bool names = true;
    bool with_errors = false; ///< workbooks with errors too, without the values that have them
};

/// A workbook that gives nothing. The text is "folder.left_out." + code.
struct LeftOutBook
{
    std::string file;
    std::string
        code; ///< "errors", "no-municipality", "doubled", "own", "nothing"; of files that were not read "unread"
    std::string detail; ///< the reason of a file that was not read; with "doubled" the file that counts
};

struct Gathering
{
    std::vector<GatheredBook> books; ///< by municipality code
    std::vector<LeftOutBook> left_out;
    std::size_t hidden = 0;
    std::size_t invalid = 0;
};

/// Chooses the workbooks that count.
[[nodiscard]] Gathering gather(std::vector<GatheredBook> books, const GatherOptions& options);

/// The CSV file of a gathering: the headings of Sammenligningsdata, UTF-8 with byte order mark, semicolons, no field that
/// is taken for a formula. Without names `seed` decides the order; nothing when there are too few municipalities.
[[nodiscard]] std::optional<std::string> gathered_csv(const Gathering& gathering, const GatherOptions& options,
                                                      std::uint32_t seed, const Texts& texts, const Words& words);

/// What writing a gathering into a workbook changes.
struct GatheredRows
{
    std::vector<reference::ImportRows> rows; ///< to be written in this order
    std::vector<LeftOutBook> left_out;       ///< the own municipality's, and those with nothing in common
    std::vector<std::string> taken;          ///< the municipalities whose figures are among the rows
    std::size_t added = 0;
    std::size_t replaced = 0;
    std::optional<reference::ImportFault> fault; ///< of the workbook itself: nothing can be written
};

/// Rows that are there already with another value are replaced.
[[nodiscard]] GatheredRows put_gathered(const Gathering& gathering, Workbook workbook, const Words& words);

/// What a person is told afterwards: who gave figures, who did not and why, what is hidden.
[[nodiscard]] std::string gathered_summary(const std::vector<std::string>& taken,
                                           const std::vector<LeftOutBook>& left_out, const Gathering& gathering,
                                           const Texts& texts);

} // namespace trinvis::folder
