// SPDX-License-Identifier: MPL-2.0
#include "commands/folder_asking.hpp"

#include "calc/reader.hpp"
#include "commands/folder_files.hpp"
#include "commands/folder_run.hpp"
#include "commands/writable.hpp"
#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/dialogs.hpp"
#include "ui/folder_dialogs.hpp"
#include "ui/message.hpp"

#include <com/sun/star/frame/XController.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;

rtl::OUString given_folder(const Given& given, const Texts& texts)
{
    const rtl::OUString folder = url_of_place(given.folder);
    if (folder.isEmpty())
        throw UserError(texts.format("folder.error.no_folder", {{"folder", to_utf8(given.folder)}}));
    return folder;
}

Model document_in(const Frame& frame)
{
    return frame.is() && frame->getController().is() ? frame->getController()->getModel() : Model();
}

/// The folder in which a document is saved; empty for one that is not.
rtl::OUString folder_of(const Model& document)
{
    const rtl::OUString url = document.is() ? document->getURL() : rtl::OUString();
    return url.isEmpty() ? url : url.copy(0, url.lastIndexOf('/'));
}

css::uno::Any validate_given(const Context& context, const Given& given, const Texts& texts)
{
    const folder::FolderCheck check = check_folder(context, {}, given_folder(given, texts), texts);
    if (given.url.isEmpty())
        return css::uno::Any(show_overview(context, check, texts));
    save_results(context, check, given.url, texts);
    return css::uno::Any(given.url);
}

css::uno::Any ask_and_validate(const Context& context, const Frame& frame, const Texts& texts)
{
    const auto folder = ui::ask_folder(context, texts.get("dialog.folder.validate"), folder_of(document_in(frame)));
    if (!folder)
        return {};
    const folder::FolderCheck check = check_folder(context, frame, *folder, texts);
    // Cancelled before the first file: there is nothing to show.
    if (check.books.empty())
        return {};
    return css::uno::Any(show_overview(context, check, texts));
}

css::uno::Any gather_given(const Context& context, const Given& given, const Texts& texts)
{
    const rtl::OUString folder = given_folder(given, texts);
    const GatherTarget target{given.url.isEmpty() ? given.document : Model(), given.url};
    if (!target.workbook.is() && target.csv_url.isEmpty())
        throw UserError(texts.get("folder.error.csv"), Blame::target);
    if (target.workbook.is() && !given.names)
        throw UserError(texts.get("folder.error.unnamed_workbook"));
    if (target.workbook.is())
        refuse_unwritable_workbook(context, target.workbook);
    const folder::GatherOptions options{given.names, given.with_errors};
    const auto gathering = read_gathering(context, {}, folder, options, texts);
    return css::uno::Any(from_utf8(write_gathering(context, gathering.value(), options, target, texts)));
}

css::uno::Any ask_and_gather(const Context& context, const Frame& frame, const Texts& texts)
{
    const Model document = document_in(frame);
    const bool at_hand = calc::looks_like_key_figure_workbook(document, Package::of(context).words());
    const auto wish = ui::ask_gathering(context, frame, at_hand);
    if (!wish)
        return {};
    if (wish->into_workbook)
        refuse_unwritable_workbook(context, document);
    const auto folder = ui::ask_folder(context, texts.get("dialog.folder.gather"), folder_of(document));
    if (!folder)
        return {};
    const folder::GatherOptions options{wish->names, wish->with_errors};
    GatherTarget target{wish->into_workbook ? document : Model(), {}};
    const auto gathering = read_gathering(context, frame, *folder, options, texts);
    if (!gathering)
        return {};
    if (!wish->into_workbook)
    {
        const auto url = ui::ask_target(
            context, {texts.get("dialog.gather.title"), texts.get("dialog.gather.filter"), ".csv", folder_of(document)},
            texts.get("dialog.gather.file_name"));
        if (!url)
            return {};
        target.csv_url = *url;
    }
    const std::string remark = write_gathering(context, *gathering, options, target, texts);
    ui::show_message(context, frame, ui::MessageKind::information, remark);
    return css::uno::Any(from_utf8(remark));
}

} // namespace

bool is_folder_command(std::string_view name)
{
    return name == "validate-folder" || name == "gather-figures";
}

css::uno::Any run_folder_command(const Context& context, const Frame& frame, std::string_view name, const Given& given)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const bool validates = name == "validate-folder";
    if (given.any || !frame.is() || !frame->getContainerWindow().is())
        return validates ? validate_given(context, given, texts) : gather_given(context, given, texts);
    return validates ? ask_and_validate(context, frame, texts) : ask_and_gather(context, frame, texts);
}

} // namespace trinvis::commands
