// SPDX-License-Identifier: MPL-2.0
#include "benchmark/report.hpp"
#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"

namespace trinvis::commands
{

using namespace office;

std::string compare_workbook(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.comparing"), 25);
    const Results results = compute(open);
    const FigureSource source(open.workbook, results.data, package.words(), package.municipalities());
    ChartedReport report = benchmark_report(results.benchmark, source, open.workbook, texts);
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 45);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.compare")));
        sheet = calc::put_report(context, open.document, report, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, report.sheet.frozen_columns, report.sheet.frozen_rows);
    return results.data.empty() ? texts.get("done.no_comparison") : std::string{};
}

} // namespace trinvis::commands
