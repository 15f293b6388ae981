// SPDX-License-Identifier: MPL-2.0
#include "commands/update_workbook.hpp"

#include "calc/styles.hpp"
#include "commands/open_workbook.hpp"
#include "new_workbook/sheets.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "update/workbook_update.hpp"

#include <algorithm>
#include <com/sun/star/container/XNamed.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

/// A copy of the sheet at the end, under a name that is free.
void keep_former(const calc::Document& document, const rtl::OUString& sheet, const Texts& texts)
{
    const auto sheets = document->getSheets();
    const std::string name = texts.format("update.former", {{"sheet", to_utf8(sheet)}});
    rtl::OUString free_name = from_utf8(name);
    for (int number = 2; sheets->hasByName(free_name); ++number)
        free_name = from_utf8(name + " " + std::to_string(number));
    sheets->copyByName(sheet, free_name, static_cast<sal_Int16>(sheets->getElementNames().getLength()));
}

void refuse_unwritable(const OpenWorkbook& open, const WorkbookUpdate& update, const SheetContent& report)
{
    const Texts& texts = open.texts();
    for (const SheetUpdate* part : {&update.facts, &update.rules})
        if (!part->cells.empty())
            calc::refuse_unwritable(open.document, *part, texts);
    for (const UpdatedSheet& sheet : update.sheets)
        calc::refuse_unwritable(open.document, sheet.content, texts);
    calc::refuse_unwritable(open.document, report, texts);
}

void write(const OpenWorkbook& open, const WorkbookUpdate& update, const SheetContent& report)
{
    const Texts& texts = open.texts();
    calc::Sheet shown;
    {
        const Quiet quiet(open.model);
        UndoStep step(open.model, from_utf8(texts.get("undo.update")));
        for (const UpdatedSheet& sheet : update.sheets)
        {
            if (const calc::Sheet former = calc::find_sheet(open.document, sheet.content.id);
                sheet.keep_former && former.is())
                keep_former(open.document, query<css::container::XNamed>(former)->getName(), texts);
            calc::put_sheet(open.document, sheet.content, texts, step);
        }
        if (!update.facts.cells.empty())
            calc::update_sheet(open.document, "facts", update.facts, texts);
        if (!update.rules.cells.empty())
            calc::update_sheet(open.document, "rules", update.rules, texts);
        shown = calc::put_sheet(open.document, report, texts, step);
        step.keep();
    }
    calc::freeze(open.document, shown, report.frozen_columns, report.frozen_rows);
}

} // namespace

std::string update_workbook(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    const Words& words = package.words();
    Progress progress(model);
    progress.show(words.in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    const std::string version = package.version();
    const std::string before = version_of(open.workbook, words);
    if (is_later(before, version))
        throw UserError(texts.format("error.update.newer", {{"before", before}, {"version", version}}));
    const Language language = open.workbook.language;
    const WorkbookUpdate update = workbook_update(open.workbook,
                                                  new_workbook_sheets({*open.workbook.municipality,
                                                                       {},
                                                                       package.catalogue(language),
                                                                       package.rules(language),
                                                                       texts,
                                                                       package.municipalities(),
                                                                       version}),
                                                  version, words);
    if (update.is_empty())
        return texts.format("update.current", {{"version", version}});
    const SheetContent report = update_sheet_content(update, open.workbook, version, words, today());
    refuse_unwritable(open, update, report);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(model, texts);
    write(open, update, report);
    const auto done = std::count_if(update.lines.begin(), update.lines.end(),
                                    [](const UpdateLine& line) { return !line.is_left_alone; });
    return texts.format(done == 1 ? "update.done.one" : "update.done.many",
                        {{"version", version}, {"n", std::to_string(done)}});
}

} // namespace trinvis::commands
