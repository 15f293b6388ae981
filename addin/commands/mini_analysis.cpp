// SPDX-License-Identifier: MPL-2.0
#include "commands/mini_analysis.hpp"

#include "calc/styles.hpp"
#include "commands/open_workbook.hpp"
#include "commands/result_sheet.hpp"
#include "commands/shipped_form.hpp"
#include "commands/survey_signals.hpp"
#include "mini_analysis/assessment.hpp"
#include "mini_analysis/focus_sheet.hpp"
#include "mini_analysis/inspiration.hpp"
#include "mini_analysis/link.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"

#include <algorithm>

namespace trinvis::commands
{

using namespace office;

namespace
{

InspirationForm inspiration_form(const Context& context)
{
    return InspirationForm::from_json(shipped_form(context, "templates/inspiration.json"));
}

/// Those of the three sheets that the workbook does not have.
std::vector<SheetContent> missing_sheets(const OpenWorkbook& open, const MiniAnalysisForm& form,
                                         const InspirationForm& inspiration)
{
    const Texts& texts = open.texts();
    std::vector<SheetContent> sheets;
    if (open.workbook.working_table("mini_analysis").sheet < 0)
        sheets.push_back(mini_analysis_sheet(form, texts));
    if (open.workbook.working_table("focus_areas").sheet < 0)
        sheets.push_back(focus_sheet(form, texts));
    if (open.workbook.working_table("inspiration").sheet < 0)
        sheets.push_back(inspiration_sheet(inspiration, form, texts));
    return sheets;
}

/// The references of the evidence that lead nowhere, each once.
std::string without_link(const Workbook& workbook, const Words& words)
{
    std::vector<std::string> missing;
    for (const Assessment& one : read_assessments(workbook))
        for (const Reference& reference : references_in(one.evidence))
            if (!link_to(reference, workbook, words))
                if (std::string text = reference_text(reference, words.in(workbook.language));
                    std::find(missing.begin(), missing.end(), text) == missing.end())
                    missing.push_back(std::move(text));
    std::string listed;
    for (const std::string& text : missing)
        listed += (listed.empty() ? "" : ", ") + text;
    return listed;
}

std::string remark(const FocusSheetChange& change, const Workbook& workbook, const Words& words, bool made)
{
    const Texts& texts = words.in(workbook.language);
    std::string text = made ? texts.get("mini_analysis.made") + " " : std::string{};
    if (change.proposals == 0)
        text += texts.get("focus.done.none");
    else
        text += fill_in(texts.count("focus.done", change.proposals), {{"added", std::to_string(change.added)}});
    if (change.outdated > 0)
        text += " " + texts.count("focus.done.outdated", change.outdated);
    if (const std::string missing = without_link(workbook, words); !missing.empty())
        text += " " + texts.format("mini_analysis.link_missing", {{"references", missing}});
    return text;
}

} // namespace

MiniAnalysisForm mini_analysis_form(const Context& context)
{
    return MiniAnalysisForm::from_json(shipped_form(context, "templates/mini_analysis.json"));
}

std::string run_mini_analysis(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    const Words& words = package.words();
    Progress progress(model);
    progress.show(words.in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    for (const char* table : {"mini_analysis", "focus_areas", "inspiration"})
        require_table(open, table);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.comparing"), 25);
    const MiniAnalysisForm form = mini_analysis_form(context);
    const std::vector<SheetContent> missing = missing_sheets(open, form, inspiration_form(context));
    const Results results = compute(open);
    const std::vector<FocusReason> reasons =
        focus_reasons(results.benchmark, open.workbook, survey_signals(open), form, texts);
    for (const SheetContent& sheet : missing)
        calc::refuse_unwritable(open.document, sheet, texts);
    for (const SheetUpdate& update :
         {mini_analysis_links(open.workbook, words), focus_sheet_change(open.workbook, reasons, form, words).update})
        if (update.sheet >= 0)
            calc::refuse_unwritable(open.document, update, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(model, texts);
    std::string said;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.mini_analysis")));
        for (const SheetContent& sheet : missing)
            calc::put_sheet(open.document, sheet, texts, step);
        // Read again, so that links find the sheets that have just been made.
        const OpenWorkbook now = open_workbook(context, model);
        const FocusSheetChange change = focus_sheet_change(now.workbook, reasons, form, words);
        calc::update_sheet(now.document, "mini_analysis", mini_analysis_links(now.workbook, words), texts);
        calc::update_sheet(now.document, "focus_areas", change.update, texts);
        said = remark(change, now.workbook, words, !missing.empty());
        step.keep();
    }
    const char* shown = missing.empty() ? "focus_areas" : "mini_analysis";
    if (const calc::Sheet sheet = calc::find_sheet(open.document, shown); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    return said;
}

std::string run_inspiration(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    const bool there = open.workbook.working_table("inspiration").sheet >= 0;
    if (!there)
        write_result(open, inspiration_sheet(inspiration_form(context), mini_analysis_form(context), texts),
                     texts.get("undo.inspiration"));
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "inspiration"); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    return there ? std::string{} : texts.get("inspiration.made");
}

} // namespace trinvis::commands
