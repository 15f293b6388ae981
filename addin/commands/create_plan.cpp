// SPDX-License-Identifier: MPL-2.0
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "commands/plan_chapters.hpp"
#include "office/progress.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/living_plan.hpp"
#include "writer/save.hpp"

namespace trinvis::commands
{

using namespace office;

CreatedPlan create_plan(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(
            texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", texts.get("error.no_url")}}),
            Blame::target);
    writer::refuse_open_target(context, url, texts);
    progress.show(texts.get("progress.plan"), 20);
    // What must be hidden is told from the numbers as they stand; computing blanks them.
    const OpenWorkbook untouched = open;
    const Results results = compute(open);
    const FigureSource source(open.workbook, results.data, package.words(), package.municipalities());
    PlanContent plan =
        plan_content({open.workbook, results.validation, results.benchmark, source, texts, package.words(), today()});
    add_tool_chapters(context, plan, untouched, open, results);
    progress.show(texts.get("progress.pdf"), 50);
    const writer::MadePlan made = writer::make_plan(context,
                                                    {.url = url,
                                                     .template_url = package.url("templates/udviklingsplan.fodt"),
                                                     .shared = untouched.workbook.sharing.wanted},
                                                    plan, texts);
    std::string renewal;
    for (const std::string& line : made.renewal)
        renewal += (renewal.empty() ? "" : "\n") + line;
    if (!made.renewal.empty() && !made.kept.empty())
        renewal += "\n" + texts.format("plan.renewal.kept", {{"url", readable_url(made.kept.front())}});
    return {url, renewal};
}

} // namespace trinvis::commands
