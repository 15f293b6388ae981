// SPDX-License-Identifier: MPL-2.0
#include "calc/file_links.hpp"
#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "commands/folder_files.hpp"
#include "commands/folder_run.hpp"
#include "commands/open_workbook.hpp"
#include "folder/folder_overview.hpp"
#include "folder/folder_results.hpp"
#include "office/package.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/steps_dialog.hpp"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess3.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

folder::Book book_of(const Context& context, const FolderFile& file, const Texts& texts)
{
    const Package& package = Package::of(context);
    const std::string url = to_utf8(file.url);
    const ReadBook read = read_book(context, file);
    const Workbook* workbook = std::get_if<Workbook>(&read);
    folder::Book book =
        workbook ? folder::checked_book(file.name, url, *workbook,
                                        validate(*workbook, package.words(), package.municipalities(), today()),
                                        package.words(), today(), texts.language())
                 : folder::unread_book(file.name, url, std::get<folder::Unread>(read), texts);
    book.in_use = file.in_use;
    return book;
}

void fill(const Model& model, const folder::FolderSheet& overview, const Texts& texts)
{
    const SheetContent& content = overview.content;
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const css::uno::Sequence<rtl::OUString> given = document->getSheets()->getElementNames();
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("short.validate_folder")));
        sheet = calc::put_sheet(document, content, texts, step);
        calc::write_file_links(sheet, overview.links);
        for (const rtl::OUString& name : given)
            document->getSheets()->removeByName(name);
        step.keep();
    }
    calc::freeze(document, sheet, content.frozen_columns, content.frozen_rows);
}

/// Throws when a file stands there that is none of ours.
void refuse_foreign(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    constexpr std::size_t largest_result = std::size_t{64} * 1024 * 1024;
    if (!create<css::ucb::XSimpleFileAccess3>(context, "com.sun.star.ucb.SimpleFileAccess")->exists(url))
        return;
    const auto content = load_text(context, url, largest_result);
    if (!content || !folder::is_folder_json(*content))
        throw UserError(texts.format("folder.error.target_foreign", {{"url", readable_url(url)}}), Blame::target);
}

} // namespace

folder::FolderCheck check_folder(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                                 const rtl::OUString& folder, const Texts& texts)
{
    const std::vector<FolderFile> files = workbooks_in(context, folder, texts);
    const bool slash = folder.getLength() > 1 && folder.endsWith("/");
    folder::FolderCheck check{
        readable_url(slash ? folder.copy(0, folder.getLength() - 1) : folder), today(), files.size(), {}};
    check.books.reserve(files.size());
    ui::run_steps(context, frame,
                  {texts.get("dialog.steps.validate"), files.size(),
                   [&](std::size_t i)
                   {
                       return texts.format("dialog.steps.at", {{"n", std::to_string(i + 1)},
                                                               {"all", std::to_string(files.size())},
                                                               {"file", files[i].name}});
                   },
                   [&](std::size_t i) { check.books.push_back(book_of(context, files[i], texts)); }});
    return check;
}

Model show_overview(const Context& context, const folder::FolderCheck& check, const Texts& texts)
{
    const folder::FolderSheet overview = folder::folder_sheet(check, texts);
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    const auto model = query<css::frame::XModel>(desktop->loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, css::uno::Sequence<css::beans::PropertyValue>()));
    try
    {
        fill(model, overview, texts);
    }
    catch (...)
    {
        query<css::util::XCloseable>(model)->close(true);
        throw;
    }
    query<css::document::XDocumentPropertiesSupplier>(model)->getDocumentProperties()->setTitle(
        from_utf8(texts.format("folder.title", {{"folder", check.folder}})));
    query<css::document::XUndoManagerSupplier>(model)->getUndoManager()->clear();
    return model;
}

void save_results(const Context& context, const folder::FolderCheck& check, const rtl::OUString& url,
                  const Texts& texts)
{
    const rtl::OUString ending = ".json";
    if (!url.endsWithIgnoreAsciiCase(ending) || url.indexOf(':') < 0)
        throw UserError(texts.get("folder.error.result"), Blame::target);
    refuse_foreign(context, url, texts);
    // The CSV is this result's own where the JSON is; a foreign one beside a new JSON stays.
    const rtl::OUString table = url.copy(0, url.getLength() - ending.getLength()) + ".csv";
    const auto files = create<css::ucb::XSimpleFileAccess3>(context, "com.sun.star.ucb.SimpleFileAccess");
    if (files->exists(table) && !files->exists(url))
        throw UserError(texts.format("folder.error.target_foreign", {{"url", readable_url(table)}}), Blame::target);
    save_text(context, url, folder::folder_json(check, texts, Package::of(context).version()), texts);
    save_text(context, table, folder::folder_csv(check, texts), texts);
}

} // namespace trinvis::commands
