// SPDX-License-Identifier: MPL-2.0
//
// The draft of an udviklingsplan as plain data: which text, tables and charts belong in which slot of the template.
//
//     const PlanContent plan = plan_content(inputs);
//     plan.slots.at("figures").size();
//
// The template (templates/udviklingsplan.fodt) decides order and looks; headings stand with the content
// (plan_outline.hpp). It names a text of the text files as {{text:key}}, a value as {{municipality}}, {{date}}, and a
// place for content as {{slot:name}}.
#pragma once

#include "benchmark/charts.hpp"
#include "plan/plan_block.hpp"
#include "validation/validate.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct PlanContent
{
    std::string title;                                      ///< in the document's properties
    std::map<std::string, std::string, std::less<>> values; ///< for {{name}} within a paragraph
    std::map<std::string, PlanBlocks, std::less<>> slots;
};

struct PlanInputs
{
    const Workbook& workbook;
    const Validation& validation;
    const Benchmark& benchmark;
    const FigureSource& source;
    const Texts& texts;
    const Words& words;
    Date today;
};

/// Gathers the content. Figures that were never reported are named as such and get no chart.
[[nodiscard]] PlanContent plan_content(const PlanInputs& inputs);

/// The slots that a template may name.
[[nodiscard]] const std::vector<std::string_view>& plan_slots();

} // namespace trinvis
