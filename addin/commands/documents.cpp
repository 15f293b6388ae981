// SPDX-License-Identifier: MPL-2.0
#include "commands/documents.hpp"

#include "commands/plan_file.hpp"
#include "office/closed_at_end.hpp"
#include "office/progress.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/living_plan.hpp"
#include "writer/plan_document.hpp"
#include "writer/save.hpp"
#include "writer/template_reader.hpp"

#include <com/sun/star/frame/XStorable.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

/// The template that a kind of document is made from where the municipality has none of its own.
rtl::OUString shipped_template(const Package& package, DocumentKind kind)
{
    return package.url(kind == DocumentKind::plan ? "templates/udviklingsplan.fodt"
                                                  : "templates/noegletalsrapport.fodt");
}

/// The template that the options name, opened and checked.
writer::TextDocument template_of(const Context& context, const PlanOptions& options, const Texts& texts)
{
    return options.template_url.empty()
               ? writer::open_template(context, shipped_template(Package::of(context), options.kind), texts)
               : writer::open_own_template(context, from_utf8(options.template_url), options.kind, texts);
}

/// What the numbers link to: nothing while the workbook is no file.
rtl::OUString link_target(const OpenWorkbook& open)
{
    const rtl::OUString url = open.model->getURL();
    return url.startsWith("file:") ? url : rtl::OUString();
}

} // namespace

CreatedDocument create_document(const Context& context, const Model& model, const rtl::OUString& url,
                                const PlanOptions& options)
{
    const PlanNow now = [&]
    {
        Progress progress(model);
        return plan_now(context, model, progress);
    }();
    return create_document(context, now, url, options);
}

CreatedDocument create_document(const Context& context, const PlanNow& now, const rtl::OUString& url,
                                const PlanOptions& options)
{
    const Texts& texts = now.open.texts();
    Progress progress(now.open.model);
    progress.show(texts.get("progress.plan"), 25);
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(
            texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", texts.get("error.no_url")}}),
            Blame::target);
    const PlanContent content = arranged(gathered_content(context, now, options), options, texts);
    check_template(context, options, texts);
    progress.show(texts.get("progress.pdf"), 50);
    const bool shared = now.untouched.workbook.sharing.wanted;
    PlanOptions remembered = options;
    if (shared) // Where the template lies is nobody else's matter.
        remembered.template_url.clear();
    const writer::MadePlan made = writer::make_plan(
        context,
        {.url = url,
         .template_url = options.template_url.empty() ? shipped_template(Package::of(context), options.kind)
                                                      : from_utf8(options.template_url),
         .kind = std::string(document_code(options.kind)),
         .options = options_json(remembered),
         .shared = shared,
         .workbook_url = link_target(now.open)},
        content, texts);
    if (!shared && options.kind == DocumentKind::plan)
        remember_plan(now.open.model, url);
    CreatedDocument created{url, made.renewal};
    if (!made.renewal.empty() && !made.kept.empty())
        created.renewal.push_back(texts.format("plan.renewal.kept", {{"url", readable_url(made.kept.front())}}));
    return created;
}

void check_template(const Context& context, const PlanOptions& options, const Texts& texts)
{
    if (!options.template_url.empty())
        const ClosedAtEnd closed(template_of(context, options, texts));
}

void save_template(const Context& context, DocumentKind kind, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    const Texts& texts = package.words().in(interface_language(context));
    const auto refuse = [&](const std::string& why)
    {
        return UserError(texts.format("error.target_not_saved", {{"url", readable_url(url)}, {"why", why}}),
                         Blame::target);
    };
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw refuse(texts.get("error.no_url"));
    writer::refuse_open_target(context, url, texts);
    const writer::TextDocument document = writer::open_template(context, shipped_template(package, kind), texts);
    const ClosedAtEnd closed(document);
    try
    {
        query<css::frame::XStorable>(document)->storeToURL(
            url, sequence<css::beans::PropertyValue>(
                     {property("FilterName", css::uno::Any(rtl::OUString("writer8_template")))}));
    }
    catch (const css::uno::Exception&)
    {
        throw refuse(texts.get("error.not_saved_reason"));
    }
}

std::string write_plan_template(const Context& context, const Model& document, const rtl::OUString& url)
{
    const OpenWorkbook open = open_workbook(context, document);
    save_template(context, DocumentKind::plan, url);
    return open.texts().format("done.template", {{"url", readable_url(url)}});
}

std::string write_report_template(const Context& context, const Model& document, const rtl::OUString& url)
{
    const OpenWorkbook open = open_workbook(context, document);
    save_template(context, DocumentKind::report, url);
    return open.texts().format("done.template", {{"url", readable_url(url)}});
}

} // namespace trinvis::commands
