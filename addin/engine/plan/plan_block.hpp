// SPDX-License-Identifier: MPL-2.0
//
// What a chapter of the plan is made of: paragraphs, headings, tables and charts, as plain data.
//
//     PlanBlocks blocks{PlanHeading{1, "Spørgeskema"}, PlanParagraph{"39 kommuner har svaret."}};
#pragma once

#include "table/chart_content.hpp"

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
};

struct PlanHeading
{
    int level = 2;
    std::string text;
    bool new_page = false;
};

struct PlanTable
{
    std::string name;                           ///< in the document's list of tables
    std::string caption;                        ///< also what a screen reader says
    std::vector<std::vector<std::string>> rows; ///< the first row holds the headings
    std::vector<int> widths;                    ///< relative
    std::vector<bool> numeric;                  ///< right-aligned columns
};

struct PlanChart
{
    ChartContent content;
};

using PlanBlock = std::variant<PlanParagraph, PlanHeading, PlanTable, PlanChart>;
using PlanBlocks = std::vector<PlanBlock>;

} // namespace trinvis
