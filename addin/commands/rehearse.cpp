// SPDX-License-Identifier: MPL-2.0
#include "commands/commands.hpp"
#include "commands/result_sheet.hpp"
#include "office/progress.hpp"
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
    // A rehearsal takes its time; that there is nowhere to write is said before.
    calc::refuse_unwritable(open.document, named_sheet("rehearsal", texts), texts);
    const std::string& doing = texts.get("progress.rehearsing");
    progress.show(doing, read_percent);
    const Rehearsal rehearsal = rehearse(
        open.workbook, package.words(), package.municipalities(), today(), seed, faults_a_kind * fault_kinds().size(),
        [&](std::size_t done, std::size_t of)
        { progress.show(doing, read_percent + static_cast<int>((rehearsed_percent - read_percent) * done / of)); });
    const SheetContent report = rehearsal_sheet(rehearsal, open.workbook, texts, today());
    progress.show(texts.get("progress.writing"), rehearsed_percent);
    write_result(open, report, texts.get("undo.rehearsal"));
}

} // namespace trinvis::commands
