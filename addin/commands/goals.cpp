// SPDX-License-Identifier: MPL-2.0
#include "commands/goals.hpp"

#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/mini_analysis.hpp"
#include "commands/open_workbook.hpp"
#include "commands/result_sheet.hpp"
#include "commands/shipped_form.hpp"
#include "goals/goal_sheet.hpp"
#include "goals/goals_report.hpp"
#include "mini_analysis/focus_sheet.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"

#include <algorithm>

namespace trinvis::commands
{

using namespace office;

namespace
{

std::string make_goals(const Context& context, const OpenWorkbook& open, const Words& words)
{
    const Texts& texts = open.texts();
    write_result(open, goals_sheet({mini_analysis_form(context), open.workbook, words, today()}),
                 texts.get("undo.goals"));
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "goals"); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    const std::vector<FocusArea> areas = read_focus_areas(open.workbook, words);
    const auto chosen = static_cast<std::size_t>(
        std::count_if(areas.begin(), areas.end(), [](const FocusArea& area) { return area.chosen == Chosen::yes; }));
    return chosen == 0 ? texts.get("goals.made") : texts.count("goals.made.focus", chosen);
}

void show(const OpenWorkbook& open, std::string_view id)
{
    if (const calc::Sheet sheet = calc::find_sheet(open.document, id); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
}

} // namespace

std::string run_goals(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    const Words& words = package.words();
    Progress progress(model);
    progress.show(words.in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    require_table(open, "goals");
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.comparing"), 25);
    const Results results = compute(open);
    if (open.workbook.working_table("goals").sheet < 0)
        return make_goals(context, open, words);
    const SheetUpdate update = goals_update(open.workbook, words, today());
    // What is filled in now counts in the follow-up at once.
    Workbook filled = open.workbook;
    for (const CellUpdate& cell : update.cells)
    {
        Cell& place = filled.cells.sheets.at(static_cast<std::size_t>(update.sheet)).make(cell.row, cell.column);
        if (const double* number = std::get_if<double>(&cell.content))
            place = *number;
        else if (const Date* date = std::get_if<Date>(&cell.content))
            place = serial_from_date(*date, filled.cells.null_date);
    }
    const Goals goals = read_goals(filled, words);
    if (goals.goals.empty())
    {
        show(open, "goals");
        return texts.get("goals.none");
    }
    const FollowUp follow = follow_up(goals, filled, words, today());
    ChartedReport report = goals_report(follow, results.benchmark.sharing, filled, texts);
    if (!update.cells.empty())
        calc::refuse_unwritable(open.document, update, texts);
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.goals")));
        if (!update.cells.empty())
            calc::update_sheet(open.document, "goals", update, texts);
        sheet = calc::put_report(context, open.document, report, texts, step);
        step.keep();
    }
    calc::show_cell(open.document, sheet, 0, 0);
    return update.cells.empty() ? std::string{} : texts.count("goals.filled", update.cells.size());
}

} // namespace trinvis::commands
