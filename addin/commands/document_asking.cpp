// SPDX-License-Identifier: MPL-2.0
#include "commands/document_asking.hpp"

#include "commands/documents.hpp"
#include "commands/plan_now.hpp"
#include "office/save_text.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/dialogs.hpp"
#include "ui/document_dialog.hpp"
#include "ui/message.hpp"

#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;

std::vector<ui::FigureLine> figure_lines(const PlanNow& now)
{
    const Texts& texts = now.open.texts();
    std::vector<ui::FigureLine> lines;
    for (const Figure& figure : now.open.workbook.figures)
    {
        std::string text = figure.id + " " + figure.name;
        if (latest(now.results.benchmark, figure.id).empty())
            text += " – " + texts.get("plan.figure." + std::string(unknown_why(now.results.benchmark, figure.id)));
        lines.push_back({figure.id, std::move(text)});
    }
    return lines;
}

rtl::OUString folder_of(const Model& document)
{
    const rtl::OUString url = document->getURL();
    return url.isEmpty() ? url : url.copy(0, url.lastIndexOf('/'));
}

/// The municipality's own template, where its folder holds one under the name that the shipped one has; else empty.
std::string template_in(const Context& context, const std::string& folder, DocumentKind kind)
{
    if (folder.empty())
        return {};
    std::string url = folder + (kind == DocumentKind::plan ? "/udviklingsplan.ott" : "/noegletalsrapport.ott");
    try
    {
        const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
        return files->exists(from_utf8(url)) ? std::move(url) : std::string();
    }
    catch (const css::uno::Exception&)
    {
        // A share that is away holds nothing.
        return {};
    }
}

/// True when the template can be used; else the person was told why not.
bool template_is_good(const Context& context, const Frame& frame, const PlanOptions& options, const Texts& texts)
{
    try
    {
        check_template(context, options, texts);
        return true;
    }
    catch (const UserError& error)
    {
        ui::show_message(context, frame, ui::MessageKind::error, error.what());
        return false;
    }
}

/// Both pages, back and forth; false when the person cancelled.
bool ask_options(const Context& context, const Frame& frame, const PlanNow& now, PlanOptions& options)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const std::string folder = read_settings(context).template_folder;
    const ui::SectionsPage page{
        texts.get(options.kind == DocumentKind::plan ? "dialog.document.plan_title" : "dialog.document.report_title"),
        outline_now(context, now, options.kind), folder.empty() ? folder_of(now.open.model) : from_utf8(folder)};
    options.template_url = template_in(context, folder, options.kind);
    for (ui::Turn turn = ui::Turn::back; turn != ui::Turn::forward;)
    {
        if (ui::ask_sections(context, frame, page, options) != ui::Turn::forward)
            return false;
        if (!template_is_good(context, frame, options, texts))
            continue;
        turn = ui::ask_figures(context, frame, page.title, figure_lines(now), options);
        if (turn == ui::Turn::cancelled)
            return false;
    }
    return true;
}

PlanNow read_now(const Context& context, const Model& model)
{
    Progress progress(model);
    return plan_now(context, model, progress);
}

} // namespace

std::optional<rtl::OUString> ask_and_create(const Context& context, const Frame& frame, const Model& model,
                                            DocumentKind kind)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const bool is_plan = kind == DocumentKind::plan;
    PlanOptions options{.kind = kind};
    const PlanNow now = read_now(context, model);
    if (!ask_options(context, frame, now, options))
        return std::nullopt;
    const auto url =
        ui::ask_target(context,
                       {texts.get(is_plan ? "dialog.plan.title" : "dialog.report.title"),
                        texts.get("dialog.plan.filter"), ".odt", folder_of(model)},
                       now.open.texts().format(is_plan ? "dialog.plan.file_name" : "dialog.report.file_name",
                                               {{"municipality", now.open.workbook.municipality->name}}));
    if (!url)
        return std::nullopt;
    CreatedDocument made = create_document(context, now, *url, options);
    std::string told = texts.format(is_plan ? "done.plan" : "done.report", {{"url", readable_url(made.url)}});
    if (!model->getURL().startsWith("file:"))
        told += " " + texts.get("done.plan.no_links");
    for (const std::string& line : made.renewal)
        told += (&line == &made.renewal.front() ? "\n\n" : "\n") + line;
    // The window of the document would cover what is told.
    ui::show_message(context, frame, ui::MessageKind::information, told);
    create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop")
        ->loadComponentFromURL(made.url, "_blank", 0, css::uno::Sequence<css::beans::PropertyValue>());
    return std::move(made.url);
}

} // namespace trinvis::commands
