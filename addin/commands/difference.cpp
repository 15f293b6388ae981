// SPDX-License-Identifier: MPL-2.0
#include "validation/difference.hpp"

#include "commands/commands.hpp"
#include "commands/result_sheet.hpp"
#include "office/hidden_document.hpp"
#include "office/progress.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "validation/report.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

UserError not_read(const rtl::OUString& url, const std::string& why, const Texts& texts)
{
    return UserError(texts.format("error.earlier_not_read", {{"url", readable_url(url)}, {"why", why}}));
}

FindingList from_export(const Context& context, const rtl::OUString& url, const Words& words, const Texts& texts)
{
    const auto content = load_text(context, url, largest_list);
    if (!content)
        throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(url)}}));
    auto result = read_finding_list(*content, file_name(url), words);
    if (const auto* fault = std::get_if<ListFault>(&result))
        throw not_read(url, texts.format(fault->key, fault->values), texts);
    return std::get<FindingList>(std::move(result));
}

FindingList from_workbook(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    const HiddenDocument earlier(context, url);
    if (!earlier.model().is())
        throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(url)}}));
    try
    {
        const OpenWorkbook open = open_workbook(context, earlier.model());
        const Words& words = open.package.words();
        const auto validated = report_date(open.workbook, words);
        FindingList list =
            finding_list(validate(open.workbook, words, open.package.municipalities(), validated.value_or(today())),
                         open.workbook, open.texts(), today());
        list.validated = validated;
        list.name = file_name(url);
        return list;
    }
    catch (const UserError&)
    {
        throw not_read(url, texts.get("error.no_workbook_inside"), texts);
    }
}

bool is_export(const rtl::OUString& url)
{
    return url.endsWithIgnoreAsciiCase(".csv") || url.endsWithIgnoreAsciiCase(".json");
}

} // namespace

void difference_from(const Context& context, const Model& model, const std::vector<rtl::OUString>& urls)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    if (urls.empty())
        throw UserError(texts.get("error.no_earlier"));
    calc::refuse_unwritable(open.document, named_sheet("difference", texts), texts);
    progress.show(texts.get("progress.difference"), 20);
    std::vector<FindingList> earlier;
    earlier.reserve(urls.size());
    for (const rtl::OUString& url : urls)
        earlier.push_back(is_export(url) ? from_export(context, url, package.words(), texts)
                                         : from_workbook(context, url, texts));
    const FindingList now = finding_list(validate(open.workbook, package.words(), package.municipalities(), today()),
                                         open.workbook, texts, today());
    const SheetContent content =
        difference_sheet(compare_lists(now, std::move(earlier), open.workbook.cells.null_date), open.workbook, texts);
    progress.show(texts.get("progress.writing"), 80);
    write_result(open, content, texts.get("undo.difference"));
}

} // namespace trinvis::commands
