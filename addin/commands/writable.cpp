// SPDX-License-Identifier: MPL-2.0
#include "commands/writable.hpp"

#include "calc/reader.hpp"
#include "commands/helping.hpp"
#include "office/package.hpp"
#include "office/text.hpp"
#include "ui/message.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/XStorable.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

/// Every other command is taken to write. Gathering may write a file instead, and looks for itself.
constexpr std::array<std::string_view, 18> that_leave_the_workbook{
    "new-workbook",   "export-findings", "plan",          "report",          "show-in-plan",    "validate-folder",
    "gather-figures", "survey-letter",   "plan-template", "report-template", "export-calendar", "deliver",
    "share-copy",     "practice",        "show-panel",    "next-finding",    "show-finding",    "rule-help"};

bool is_shared(const css::uno::Reference<css::frame::XModel>& document)
{
    return get_property<bool>(create_in<css::uno::XInterface>(document, "com.sun.star.sheet.DocumentSettings"),
                              "IsDocumentShared");
}

} // namespace

bool writes_into_workbook(std::string_view command)
{
    return !is_helping(command) && std::find(that_leave_the_workbook.begin(), that_leave_the_workbook.end(), command) ==
                                       that_leave_the_workbook.end();
}

void refuse_unwritable_workbook(const Context& context, const css::uno::Reference<css::frame::XModel>& document)
{
    const Words& words = Package::of(context).words();
    if (!calc::looks_like_key_figure_workbook(document, words))
        return;
    const Texts& texts = words.in(interface_language(context));
    if (query<css::frame::XStorable>(document)->isReadonly())
        throw UserError(texts.get("error.read_only"));
    if (is_shared(document))
        throw UserError(texts.get("error.shared"));
}

void refuse_unwritable_workbook(const Context& context, std::string_view command,
                                const css::uno::Reference<css::frame::XModel>& document)
{
    if (writes_into_workbook(command))
        refuse_unwritable_workbook(context, document);
}

Unlocking::Ask ask_to_unlock(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame)
{
    return [context, frame](const ProtectedPart& part)
    {
        const Texts& texts = Package::of(context).words().in(interface_language(context));
        return ui::ask_yes_or_no(
            context, frame,
            texts.format(part.is_the_structure ? "ask.unlock_structure" : "ask.unlock_sheet", {{"sheet", part.sheet}}));
    };
}

} // namespace trinvis::commands
