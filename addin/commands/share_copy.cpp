// SPDX-License-Identifier: MPL-2.0
#include "benchmark/report.hpp"
#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/delivery.hpp"
#include "commands/open_workbook.hpp"
#include "delivery/delivery_refusal.hpp"
#include "delivery/shared_copy.hpp"
#include "office/closed_at_end.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/save.hpp"

#include <algorithm>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XStorable.hpp>

namespace trinvis::commands
{

namespace
{

using namespace office;

/// What is under the switch, whatever Stamdata says; a threshold that cannot be read is refused.
OpenWorkbook workbook_to_share(const Context& context, const Model& model)
{
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    open.workbook.sharing.wanted = true;
    refuse_unclear_sharing(open);
    if (const auto place = person_number_place(open.workbook, open.package.words()))
        throw UserError(person_number_words(open.workbook, *place, open.texts()));
    return open;
}

Model empty_document(const Context& context)
{
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    return query<css::frame::XModel>(
        desktop->loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                      sequence<css::beans::PropertyValue>({property("Hidden", css::uno::Any(true))})));
}

/// Puts the sheets into a new document, and the comparison behind them. Headings are not frozen: a document without a
/// window saves nothing of how it is looked at (LibreOffice 7.4).
void fill(const Context& context, const Model& model, const std::vector<SheetContent>& sheets, ChartedReport& report,
          const Texts& texts)
{
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const css::uno::Sequence<rtl::OUString> given = document->getSheets()->getElementNames();
    calc::add_styles(model, texts);
    const Quiet quiet(model);
    UndoStep step(model, from_utf8(texts.get("short.share_copy")));
    for (const SheetContent& sheet : sheets)
        calc::put_sheet(document, sheet, texts, step);
    for (const rtl::OUString& name : given)
        document->getSheets()->removeByName(name);
    calc::put_report(context, document, report, texts, step);
    step.keep();
}

/// Takes off who made the file and when; the title alone stays.
void forget_persons(const Model& model, const std::string& title)
{
    const auto properties = query<css::document::XDocumentPropertiesSupplier>(model)->getDocumentProperties();
    properties->resetUserData({});
    properties->setGenerator({});
    properties->setTitle(from_utf8(title));
    query<css::document::XUndoManagerSupplier>(model)->getUndoManager()->clear();
}

std::string told(const SharedCopy& copy, std::size_t hidden, std::size_t errors, const rtl::OUString& url,
                 const Texts& texts)
{
    std::string text =
        texts.format("done.share_copy", {{"url", readable_url(url)}, {"hidden", std::to_string(hidden)}});
    if (errors > 0)
        text += " " + texts.count("done.share_copy.errors", errors);
    if (copy.numbers_left_out > 0)
        text += " " + texts.count("done.share_copy.numbers", copy.numbers_left_out);
    if (copy.texts_left_out > 0)
        text += " " + texts.count("done.share_copy.texts", copy.texts_left_out);
    std::string names;
    for (const std::string& name : copy.left_out)
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        text += "\n" + texts.format("done.share_copy.left_out", {{"sheets", names}});
    return text + "\n" + texts.get("done.share_copy.more");
}

} // namespace

void refuse_shared_copy(const Context& context, const Model& model)
{
    static_cast<void>(workbook_to_share(context, model));
}

std::string write_shared_copy(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = workbook_to_share(context, model);
    const Texts& texts = open.texts();
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(
            texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", texts.get("error.no_url")}}),
            Blame::target);
    if (url == model->getURL())
        throw UserError(texts.get("delivery.fault.own_file"), Blame::target);
    writer::refuse_open_target(context, url, texts);
    writer::refuse_unwritable_target(context, url, texts);
    progress.show(texts.get("progress.comparing"), 25);
    Results results = compute(open);
    // The workbook's own sheets tell everything; the copy's do not.
    std::replace(results.benchmark.sharing.begin(), results.benchmark.sharing.end(), texts.get("sharing.reach"),
                 texts.get("delivery.copy.reach"));
    const FigureSource source(open.workbook, results.data, package.words(), package.municipalities());
    ChartedReport report = benchmark_report(results.benchmark, source, open.workbook, texts);
    const SharedCopy copy = shared_copy(open.workbook, package.words(), package.municipalities(), package.version());
    progress.show(texts.get("progress.share_copy"), 50);
    const Model made = empty_document(context);
    const ClosedAtEnd closed(made);
    fill(context, made, copy.sheets, report, texts);
    forget_persons(made, texts.format("entry.title", {{"municipality", open.workbook.municipality->name}}));
    progress.show(texts.get("progress.writing"), 85);
    save_beside(context, url, texts,
                [&](const rtl::OUString& beside)
                {
                    query<css::frame::XStorable>(made)->storeToURL(
                        beside, sequence<css::beans::PropertyValue>(
                                    {property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
                });
    return told(copy, results.hidden, results.benchmark.left_out, url, texts);
}

} // namespace trinvis::commands
