// SPDX-License-Identifier: MPL-2.0
#include "commands/ladder.hpp"

#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "catalogue/sheet_names.hpp"
#include "catalogue/working_tables.hpp"
#include "commands/open_workbook.hpp"
#include "ladder/entry_figures.hpp"
#include "ladder/ladder_report.hpp"
#include "ladder/ladder_sharing.hpp"
#include "ladder/ladder_sheets.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "privacy/workbook_suppression.hpp"

#include <array>
#include <optional>

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr std::array<std::string_view, 4> tables{"ladder_steps", "ladder_mapping", "ladder_children",
                                                 "ladder_movements"};

/// A sheet that is there and cannot be read would look empty.
void refuse_lost_headings(const OpenWorkbook& open)
{
    const Texts& texts = open.texts();
    for (const std::string_view id : tables)
    {
        const TableArea& area = open.workbook.working_table(id);
        const bool steps = id == "ladder_steps";
        for (const LayoutFault& fault : open.workbook.faults)
            if (area.sheet >= 0 && !steps && fault.place.sheet == area.sheet &&
                (fault.check == Check::missing_sheet || fault.check == Check::missing_column))
                throw UserError(texts.format(fault.message, fault.values) + " " +
                                texts.format(fault.message + ".remedy", fault.values));
    }
}

std::vector<SheetContent> missing_sheets(const OpenWorkbook& open)
{
    const Texts& texts = open.texts();
    const Ladder& shipped = open.package.ladder(open.workbook.language);
    std::vector<SheetContent> sheets;
    const auto has = [&](std::string_view id) { return open.workbook.working_table(id).sheet >= 0; };
    if (!has("ladder_mapping"))
        sheets.push_back(ladder_sheet(shipped, texts));
    if (!has("ladder_children"))
    {
        std::vector<Date> dates;
        for (const Round& round : open.workbook.rounds)
            if (round.date)
                dates.push_back(*round.date);
        sheets.push_back(ladder_children_sheet(shipped, dates, texts));
    }
    if (!has("ladder_movements"))
        sheets.push_back(ladder_movements_sheet(texts));
    return sheets;
}

std::string remark(const LadderResult& result, const EntryFilling& filling, const Texts& texts)
{
    std::string said;
    const auto add = [&](const char* key, std::size_t count)
    {
        if (count > 0)
            said += (said.empty() ? "" : " ") + texts.count(key, count);
    };
    add("ladder.done.faults", result.faults().size());
    add("ladder.done.settle", result.to_settle.size());
    add("ladder.done.filled", filling.filled.size());
    add("ladder.done.differing", filling.differing.size());
    return said;
}

} // namespace

std::string run_ladder(const Context& context, const Model& document)
{
    const Package& package = Package::of(context);
    Progress progress(document);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, document);
    refuse_lost_headings(open);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.comparing"), 30);
    const std::vector<SheetContent> made = missing_sheets(open);
    LadderResult result = ladder_result(open.workbook, package.ladder(open.workbook.language), package.words());
    const bool used = result.rows.used();
    EntryFilling filling;
    std::optional<ChartedReport> report;
    if (used)
    {
        filling = entry_filling(open.workbook, result);
        if (open.workbook.sharing.wanted)
            hide_small_numbers(result, open.workbook,
                               privacy::hidden_numbers(open.workbook, package.words(), package.municipalities(),
                                                       package.known_relations()));
        report = ladder_report(result, open.workbook, texts);
        calc::refuse_unwritable(open.document, *report, texts);
        if (!filling.update.cells.empty())
            calc::refuse_unwritable(open.document, filling.update, texts);
    }
    for (const SheetContent& sheet : made)
        calc::refuse_unwritable(open.document, sheet, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(document, texts);
    calc::Sheet shown;
    {
        const Quiet quiet(document);
        UndoStep step(document, from_utf8(texts.get("undo.ladder")));
        for (const SheetContent& sheet : made)
        {
            const calc::Sheet put = calc::put_sheet(open.document, sheet, texts, step);
            if (sheet.id == "ladder_children" || !shown.is())
                shown = put;
        }
        if (!filling.update.cells.empty())
            calc::update_sheet(open.document, "entry", filling.update, texts);
        if (report)
            shown = calc::put_report(context, open.document, *report, texts, step);
        step.keep();
    }
    for (const SheetContent& sheet : made)
        if (const calc::Sheet put = calc::find_sheet(open.document, sheet.id); put.is())
            calc::freeze(open.document, put, sheet.frozen_columns, sheet.frozen_rows);
    if (report)
        calc::freeze(open.document, shown, report->sheet.frozen_columns, report->sheet.frozen_rows);
    else if (shown.is())
        calc::show_cell(open.document, shown, 0, 0);
    if (!made.empty() && !used)
        return texts.get("ladder.done.made");
    return used ? remark(result, filling, texts) : texts.get("ladder.done.empty");
}

} // namespace trinvis::commands
