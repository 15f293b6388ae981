// SPDX-License-Identifier: MPL-2.0
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "validation/explanations.hpp"

#include <com/sun/star/sheet/XSpreadsheetView.hpp>

namespace trinvis::commands
{

using namespace office;

bool explain_finding(const Context& context, const Model& model, const Finding& finding, const std::string& text)
{
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    const auto edit = explain_one(finding, text, open.workbook, open.package.words(), today());
    if (!edit)
        return false;
    if (edit->update)
        calc::refuse_unwritable(open.document, *edit->update, texts);
    if (edit->sheet)
        calc::refuse_unwritable(open.document, *edit->sheet, texts);
    calc::add_styles(model, texts);
    calc::Sheet made;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.explain")));
        if (edit->update)
            calc::update_sheet(open.document, "explanations", *edit->update, texts);
        if (edit->sheet)
            made = calc::put_sheet(open.document, *edit->sheet, texts, step);
        step.keep();
    }
    if (const auto view = query_if<css::sheet::XSpreadsheetView>(model->getCurrentController()); made.is() && view.is())
    {
        // Freezing shows the sheet; whoever explains stays where the finding is.
        const calc::Sheet shown = view->getActiveSheet();
        calc::freeze(open.document, made, 0, edit->sheet->frozen_rows);
        view->setActiveSheet(shown);
    }
    return true;
}

} // namespace trinvis::commands
