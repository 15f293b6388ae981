// SPDX-License-Identifier: MPL-2.0
#include "calc/marks.hpp"
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "validation/report.hpp"

namespace trinvis::commands
{

using namespace office;

void validate_workbook(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.validating"), 40);
    const Validation validation = validate(open.workbook, package.words(), package.municipalities(), today());
    const SheetContent report = validation_sheet(validation, open.workbook, texts, today());
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 70);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.validate")));
        sheet = calc::put_sheet(open.document, report, texts, step);
        calc::mark_findings(open.document, validation.findings, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, 0, report.frozen_rows);
}

} // namespace trinvis::commands
