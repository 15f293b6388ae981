// SPDX-License-Identifier: MPL-2.0
#include "commands/plan_now.hpp"

#include "commands/plan_chapters.hpp"
#include "office/user_error.hpp"
#include "plan/appendices.hpp"
#include "plan/figure_rounds.hpp"
#include "plan/front_matter.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

/// The workbook with the wanted figures alone.
Workbook with_figures(const Workbook& workbook, const PlanOptions& options)
{
    Workbook chosen = workbook;
    chosen.figures = chosen_figures(options, workbook.figures);
    return chosen;
}

} // namespace

PlanNow plan_now(const Context& context, const css::uno::Reference<css::frame::XModel>& model, Progress& progress)
{
    const Package& package = Package::of(context);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    progress.show(open.texts().get("progress.plan"), 20);
    return plan_now(std::move(open));
}

PlanNow plan_now(OpenWorkbook open)
{
    OpenWorkbook untouched = open;
    Results results = compute(open);
    return {std::move(untouched), std::move(open), std::move(results)};
}

PlanContent gathered_content(const Context& context, const PlanNow& now, const PlanOptions& options)
{
    const Texts& texts = now.open.texts();
    if (const std::string fault = options_fault(options, now.open.workbook.figures, texts); !fault.empty())
        throw UserError(fault);
    const Words& words = now.open.package.words();
    const Workbook chosen = with_figures(now.open.workbook, options);
    const FigureSource source(now.open.workbook, now.results.data, words, now.open.package.municipalities());
    const PlanInputs inputs{chosen, now.results.validation, now.results.benchmark, source, texts, words, today()};
    PlanContent content = plan_content(inputs);
    if (options.kind == DocumentKind::report)
        add_figure_rounds(content, inputs);
    else
        add_tool_chapters(context, content, now.untouched, now.open, now.results);
    add_front_matter(content, inputs);
    add_appendices(content, inputs);
    return content;
}

std::vector<OutlineLine> outline_now(const Context& context, const PlanNow& now, DocumentKind kind)
{
    const PlanContent content = gathered_content(context, now, {.kind = kind});
    const Words& words = now.open.package.words();
    const FigureSource source(now.open.workbook, now.results.data, words, now.open.package.municipalities());
    return plan_outline(content, kind,
                        plan_remarks({now.open.workbook, now.results.validation, now.results.benchmark, source,
                                      now.open.texts(), words, today()},
                                     content),
                        now.open.texts());
}

} // namespace trinvis::commands
