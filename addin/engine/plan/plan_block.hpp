// SPDX-License-Identifier: MPL-2.0
//
// What a chapter of the plan is made of: paragraphs, headings, tables and charts, as plain data.
//
//     PlanBlocks blocks{PlanHeading{1, "Spørgeskema"}, PlanParagraph{"39 kommuner har svaret."}};
#pragma once

#include "table/chart_content.hpp"
#include "table/traced_text.hpp"

#include <string>
#include <variant>
#include <vector>

namespace trinvis
{

enum class ParagraphLook
{
    body,
    note,
    invented,
    to_write ///< a marked place for the consultant's own words
};

struct PlanParagraph
{
    std::string text;
    ParagraphLook look = ParagraphLook::body;
    std::string part{}; ///< of the plan to which it belongs (plan_part.hpp)
    Traces traces{};    ///< of the numbers in the text
};

struct PlanHeading
{
    int level = 2;
    std::string text;
    bool new_page = false;
    std::string part{};
};

/// The numbers of one cell of a table.
struct CellTraces
{
    std::size_t row = 0; ///< 0 is the row of headings
    std::size_t column = 0;
    Traces traces;
};

struct PlanTable
{
    std::string name;                           ///< in the document's list of tables
    std::string caption;                        ///< also what a screen reader says
    std::vector<std::vector<std::string>> rows; ///< the first row holds the headings
    std::vector<int> widths;                    ///< relative
    std::vector<bool> numeric;                  ///< right-aligned columns
    std::string part{};
    std::vector<CellTraces> traces{};
};

struct PlanChart
{
    ChartContent content;
    std::string part{};
};

using PlanBlock = std::variant<PlanParagraph, PlanHeading, PlanTable, PlanChart>;
using PlanBlocks = std::vector<PlanBlock>;

/// A paragraph whose numbers know where they come from.
[[nodiscard]] PlanParagraph traced_paragraph(TracedText text, ParagraphLook look = ParagraphLook::body);

/// Adds a row of which some cells know where their numbers come from.
void add_row(PlanTable& table, std::vector<TracedText> cells);

} // namespace trinvis
