// SPDX-License-Identifier: MPL-2.0
#include "validation/export.hpp"

#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

namespace trinvis::commands
{

using namespace office;

void export_findings(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(texts.get("error.no_export_target"), Blame::target);
    const auto format = export_format(to_utf8(url));
    if (!format)
        throw UserError(texts.format("error.export_ending", {{"url", readable_url(url)}}), Blame::target);
    progress.show(texts.get("progress.validating"), 40);
    const Validation validation = validate(open.workbook, package.words(), package.municipalities(), today());
    const FindingList list = finding_list(validation, open.workbook, texts, today());
    progress.show(texts.get("progress.writing"), 80);
    save_text(context, url, trinvis::export_findings(list, *format, texts, package.version()), texts);
}

} // namespace trinvis::commands
