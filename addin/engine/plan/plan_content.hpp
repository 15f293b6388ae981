// SPDX-License-Identifier: MPL-2.0
//
// The draft of an udviklingsplan as plain data: which text, tables and charts belong in which slot of the template.
//
//     const PlanContent plan = plan_content(inputs);
//     plan.slots.at("figures").size();
//
// The template (templates/udviklingsplan.fodt) decides order, headings and looks. It names a text of the text files as
// {{text:key}}, a value as {{municipality}}, {{date}}, and a place for content as {{slot:name}}.
#pragma once

#include "benchmark/charts.hpp"
#include "validation/validate.hpp"

#include <map>
#include <string>
#include <string_view>
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

struct PlanContent
{
    std::map<std::string, std::string, std::less<>> values; ///< for {{name}} within a paragraph
    std::map<std::string, std::vector<PlanBlock>, std::less<>> slots;
};

struct PlanInputs
{
    const Workbook& workbook;
    const Validation& validation;
    const Benchmark& benchmark;
    const FigureSource& source;
    const Texts& texts;
    Date today;
};

/// Gathers the content. Figures that were never reported are named as such and get no chart.
[[nodiscard]] PlanContent plan_content(const PlanInputs& inputs);

/// The slots that a template may name.
[[nodiscard]] const std::vector<std::string_view>& plan_slots();

} // namespace trinvis
