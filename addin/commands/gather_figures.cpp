// SPDX-License-Identifier: MPL-2.0
#include "calc/import_writer.hpp"
#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "commands/folder_files.hpp"
#include "commands/folder_run.hpp"
#include "commands/open_workbook.hpp"
#include "office/package.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/steps_dialog.hpp"

#include <random>

namespace trinvis::commands
{

using namespace office;

namespace
{

std::string into_workbook(const Context& context, const folder::Gathering& gathering, const Model& model,
                          const Texts& texts)
{
    const OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const folder::GatheredRows gathered = folder::put_gathered(gathering, open.workbook, open.package.words());
    if (gathered.fault)
        throw UserError(gathered.fault->message(texts) + " " + gathered.fault->remedy(texts));
    for (const reference::ImportRows& rows : gathered.rows)
        calc::refuse_unwritable(open.document, rows, texts);
    if (gathered.added + gathered.replaced > 0)
    {
        calc::add_styles(open.model, open.texts());
        const Quiet quiet(open.model);
        UndoStep step(open.model, from_utf8(texts.get("short.gather_figures")));
        for (const reference::ImportRows& rows : gathered.rows)
            calc::write_import(open.document, rows, open.texts());
        step.keep();
    }
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "comparison"); sheet.is() && !gathered.rows.empty())
        calc::show_cell(open.document, sheet,
                        std::max(gathered.rows.front().first_added_row, open.workbook.comparison.heading_row), 0);
    return folder::gathered_summary(gathered.taken, gathered.left_out, gathering, texts) + "\n\n" +
           texts.format("folder.gathered.written",
                        {{"added", std::to_string(gathered.added)}, {"replaced", std::to_string(gathered.replaced)}});
}

std::string into_file(const Context& context, const folder::Gathering& gathering, const folder::GatherOptions& options,
                      const rtl::OUString& url, const Texts& texts)
{
    if (url.isEmpty() || url.indexOf(':') < 0 || !url.endsWithIgnoreAsciiCase(".csv"))
        throw UserError(texts.get("folder.error.csv"), Blame::target);
    const auto content =
        folder::gathered_csv(gathering, options, std::random_device{}(), texts, Package::of(context).words());
    if (!content)
        throw UserError(
            texts.format("folder.error.too_few_names", {{"least", std::to_string(folder::least_without_names)},
                                                        {"n", std::to_string(gathering.books.size())}}));
    save_text(context, url, *content, texts);
    std::vector<std::string> taken;
    taken.reserve(gathering.books.size());
    for (const folder::GatheredBook& book : gathering.books)
        taken.push_back(book.workbook.municipality->name);
    return folder::gathered_summary(taken, {}, gathering, texts) + "\n\n" +
           texts.format(options.names ? "folder.gathered.saved" : "folder.gathered.saved_unnamed",
                        {{"url", readable_url(url)}});
}

} // namespace

std::optional<folder::Gathering> read_gathering(const Context& context,
                                                const css::uno::Reference<css::frame::XFrame>& frame,
                                                const rtl::OUString& folder, const folder::GatherOptions& options,
                                                const Texts& texts)
{
    const Package& package = Package::of(context);
    const std::vector<FolderFile> files = workbooks_in(context, folder, texts);
    std::vector<folder::GatheredBook> books;
    std::vector<folder::LeftOutBook> unread;
    const auto read = [&](std::size_t i)
    {
        ReadBook book = read_book(context, files[i]);
        if (Workbook* workbook = std::get_if<Workbook>(&book))
            books.push_back(folder::gathered_book(files[i].name, files[i].saved, std::move(*workbook), package.words(),
                                                  package.municipalities(), package.known_relations(), today()));
        else
            unread.push_back(
                {files[i].name, "unread",
                 texts.get("folder.unread." + std::string(folder::unread_code(std::get<folder::Unread>(book))))});
    };
    const std::size_t done =
        ui::run_steps(context, frame,
                      {texts.get("dialog.steps.gather"), files.size(),
                       [&](std::size_t i)
                       {
                           return texts.format("dialog.steps.at", {{"n", std::to_string(i + 1)},
                                                                   {"all", std::to_string(files.size())},
                                                                   {"file", files[i].name}});
                       },
                       read});
    // Half a folder would be comparison data that nobody asked for.
    if (done < files.size())
        return std::nullopt;
    folder::Gathering gathering = folder::gather(std::move(books), options);
    gathering.left_out.insert(gathering.left_out.end(), unread.begin(), unread.end());
    return gathering;
}

std::string write_gathering(const Context& context, const folder::Gathering& gathering,
                            const folder::GatherOptions& options, const GatherTarget& target, const Texts& texts)
{
    return target.workbook.is() ? into_workbook(context, gathering, target.workbook, texts)
                                : into_file(context, gathering, options, target.csv_url, texts);
}

} // namespace trinvis::commands
