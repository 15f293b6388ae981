// SPDX-License-Identifier: MPL-2.0
#include "benchmark/group_sheet.hpp"
#include "benchmark/group_words.hpp"
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

namespace trinvis::commands
{

using namespace office;

std::string find_similar_municipalities(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.comparing"), 30);
    const Results results = compute(open);
    const GroupSheetChange change =
        group_sheet_change(open.workbook, results.data, package.words(), package.municipalities(), today());
    if (change.fault)
    {
        std::string sentence = fault_sentence(*change.fault, texts);
        if (change.more_faults > 0)
            sentence += " " + texts.count("groups.more_faults", change.more_faults);
        throw UserError(sentence);
    }
    if (change.made)
        calc::refuse_unwritable(open.document, *change.made, texts);
    else
        calc::refuse_unwritable(open.document, *change.update, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(model, texts);
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.groups")));
        if (change.made)
            calc::put_sheet(open.document, *change.made, texts, step);
        else
            calc::update_sheet(open.document, "groups", *change.update, texts);
        step.keep();
    }
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "groups"); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    return found_sentence(change, package.municipalities(), texts);
}

} // namespace trinvis::commands
