// SPDX-License-Identifier: MPL-2.0
#include "commands/closed_at_end.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "commands/plan_chapters.hpp"
#include "commands/plan_file.hpp"
#include "office/progress.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/number_links.hpp"
#include "writer/plan_document.hpp"
#include "writer/save.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

/// What the plan's numbers link to: nothing in a plan that is to be shared, and nothing while the workbook is no file.
rtl::OUString link_target(const OpenWorkbook& open)
{
    const rtl::OUString url = open.model->getURL();
    return open.workbook.sharing.wanted || !url.startsWith("file:") ? rtl::OUString() : url;
}

} // namespace

rtl::OUString create_plan(const Context& context, const Model& model, const rtl::OUString& url)
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
    const writer::TextDocument document =
        writer::open_template(context, package.url("templates/udviklingsplan.fodt"), texts);
    const ClosedAtEnd closed(document);
    writer::fill_template(context, document, plan, texts);
    writer::point_links(document, link_target(open), blocks_of(plan));
    progress.show(texts.get("progress.pdf"), 80);
    writer::save_plan(context, document, url, texts);
    if (!open.workbook.sharing.wanted)
        remember_plan(open.model, url);
    return url;
}

} // namespace trinvis::commands
