// SPDX-License-Identifier: MPL-2.0
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/undo_step.hpp"
#include "validation/fault_kinds.hpp"
#include "validation/rehearsal.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr std::size_t faults_a_kind = 5;
constexpr std::uint64_t seed = 1; // the same workbook is rehearsed with the same faults, so that changed rules compare
constexpr int read_percent = 5;
constexpr int rehearsed_percent = 85;

} // namespace

void rehearse_workbook(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), read_percent);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    const std::string& doing = texts.get("progress.rehearsing");
    progress.show(doing, read_percent);
    const Rehearsal rehearsal = rehearse(
        open.workbook, package.words(), package.municipalities(), today(), seed, faults_a_kind * fault_kinds().size(),
        [&](std::size_t done, std::size_t of)
        { progress.show(doing, read_percent + static_cast<int>((rehearsed_percent - read_percent) * done / of)); });
    const SheetContent report = rehearsal_sheet(rehearsal, open.workbook, texts, today());
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), rehearsed_percent);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("undo.rehearsal")));
        sheet = calc::put_sheet(open.document, report, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, 0, report.frozen_rows);
}

} // namespace trinvis::commands
