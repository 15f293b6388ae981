// SPDX-License-Identifier: MPL-2.0
#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "commands/plan_file.hpp"
#include "commands/plan_links.hpp"
#include "commands/result_sheet.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/undo_step.hpp"
#include "office/user_error.hpp"
#include "plan/plan_check.hpp"
#include "writer/number_links.hpp"

namespace trinvis::commands
{

namespace
{

using namespace office;

std::vector<PlanNumber> numbers_in(const PlanFile& plan)
{
    std::vector<PlanNumber> numbers;
    for (writer::LinkedNumber& one : writer::linked_numbers(plan.document()))
        numbers.push_back({std::move(one.key), std::move(one.text), std::move(one.heading)});
    return numbers;
}

std::string in_formula(const std::string& text)
{
    std::string doubled;
    for (const char letter : text)
        doubled += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return "\"" + doubled + "\"";
}

/// Makes links of the headings: places in another file are no links of SheetContent.
void link_headings(const calc::Sheet& sheet, const SheetContent& content, const PlanCheck& check,
                   const rtl::OUString& url)
{
    const int first = content.table->first_row + 1;
    for (std::size_t i = 0; i < check.numbers.size(); ++i)
        if (const std::string& heading = check.numbers[i].plan.heading; !heading.empty())
            sheet->getCellByPosition(plan_check_heading_column, first + static_cast<int>(i))
                ->setFormula(from_utf8("=HYPERLINK(" + in_formula(heading_url(to_utf8(url), heading)) + ";" +
                                       in_formula(heading) + ")"));
}

} // namespace

sal_Int32 check_plan_of(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                        const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    refuse_unclear_sharing(open);
    const Texts& texts = open.texts();
    if (open.workbook.sharing.wanted)
        throw UserError(texts.get("error.plan.shared"));
    calc::refuse_unwritable(open.document, named_sheet("plan_check", texts), texts);
    progress.show(texts.get("progress.plan_check"), 20);
    const rtl::OUString plan_url = url.isEmpty() ? remembered_plan(open.model) : url;
    const PlanFile plan(context, open, plan_url);
    const PlanCheck check = check_plan(numbers_in(plan), blocks_now(context, plan, open));
    const SheetContent content = plan_check_sheet(check, readable_url(plan_url), open.workbook, texts);
    progress.show(texts.get("progress.writing"), 80);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.plan_check")));
        sheet = calc::put_sheet(open.document, content, texts, step);
        link_headings(sheet, content, check, plan_url);
        step.keep();
    }
    calc::freeze(open.document, sheet, 0, content.frozen_rows);
    if (!url.isEmpty())
        remember_plan(open.model, url);
    return static_cast<sal_Int32>(check.count(PlanNumberState::stale) + check.count(PlanNumberState::gone));
}

} // namespace trinvis::commands
