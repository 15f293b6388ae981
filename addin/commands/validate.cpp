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
    const SheetContent rule_status = rule_status_sheet(validation, open.workbook, texts);
    // Forklaringer belongs to the user: what is there is changed cell by cell, and it is made on first need.
    const auto update = explanations_update(validation.explanations, open.workbook, package.words());
    std::optional<SheetContent> first_explanations;
    if (!update && !validation.explanations.empty())
        first_explanations = explanations_sheet(validation.explanations, open.workbook, texts);
    calc::refuse_unwritable(open.document, report, texts);
    calc::refuse_unwritable(open.document, rule_status, texts);
    if (update)
        calc::refuse_unwritable(open.document, *update, texts);
    if (first_explanations)
        calc::refuse_unwritable(open.document, *first_explanations, texts);
    progress.show(texts.get("progress.writing"), 70);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    calc::Sheet status_sheet;
    calc::Sheet explanations;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.validate")));
        sheet = calc::put_sheet(open.document, report, texts, step);
        if (update)
            calc::update_sheet(open.document, "explanations", *update, texts);
        if (first_explanations)
            explanations = calc::put_sheet(open.document, *first_explanations, texts, step);
        status_sheet = calc::put_sheet(open.document, rule_status, texts, step);
        calc::mark_findings(open.document, validation.findings, texts, step);
        step.keep();
    }
    if (explanations.is())
        calc::freeze(open.document, explanations, 0, first_explanations->frozen_rows);
    calc::freeze(open.document, status_sheet, 0, rule_status.frozen_rows);
    calc::freeze(open.document, sheet, 0, report.frozen_rows);
}

} // namespace trinvis::commands
