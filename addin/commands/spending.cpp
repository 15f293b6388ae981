// SPDX-License-Identifier: MPL-2.0
#include "commands/spending.hpp"

#include "calc/account_writer.hpp"
#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/import_source.hpp"
#include "commands/open_workbook.hpp"
#include "ladder/ladder_sheets.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "spending/report.hpp"
#include "spending/words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace trinvis::commands
{

using namespace office;

namespace
{

/// The input sheets that the workbook does not have yet.
std::vector<SheetContent> missing_sheets(const OpenWorkbook& open)
{
    std::vector<SheetContent> sheets;
    const Texts& texts = open.texts();
    if (open.workbook.working_table("accounts").sheet < 0)
        sheets.push_back(spending::accounts_sheet({}, texts));
    if (open.workbook.working_table("ladder_mapping").sheet < 0)
        sheets.push_back(ladder_sheet(open.package.ladder(open.workbook.language), texts));
    if (open.workbook.working_table("price_index").sheet < 0)
        sheets.push_back(spending::price_index_sheet(open.package.prices(open.workbook.language), texts));
    return sheets;
}

/// A sheet of lines without one of its columns would look like one without lines.
void require_columns(const OpenWorkbook& open)
{
    const int sheet = open.workbook.working_table("accounts").sheet;
    const Texts& texts = open.texts();
    for (const LayoutFault& fault : open.workbook.faults)
        if (sheet >= 0 && fault.place.sheet == sheet &&
            (fault.check == Check::missing_sheet || fault.check == Check::missing_column))
            throw UserError(texts.format(fault.message, fault.values) + " " +
                            texts.format(fault.message + ".remedy", fault.values));
}

void put_sheets(const OpenWorkbook& open, const std::vector<SheetContent>& sheets, UndoStep& step)
{
    for (const SheetContent& sheet : sheets)
        calc::put_sheet(open.document, sheet, open.texts(), step);
}

void show(const OpenWorkbook& open, std::string_view id)
{
    if (const calc::Sheet sheet = calc::find_sheet(open.document, id); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
}

/// Makes what is missing and asks for the accounts.
std::string make_input(const OpenWorkbook& open, const std::vector<SheetContent>& sheets)
{
    const Texts& texts = open.texts();
    calc::add_styles(open.model, texts);
    {
        const Quiet quiet(open.model);
        UndoStep step(open.model, from_utf8(texts.get("undo.spending")));
        put_sheets(open, sheets, step);
        step.keep();
    }
    show(open, "accounts");
    return texts.get("spending.first_run");
}

/// What is still without a step in the latest year.
std::string left_to_settle(const spending::Spending& spending, const Texts& texts)
{
    const spending::StepAmounts& amounts = spending.latest().amounts;
    const spending::Oere ask = amounts.of(spending::Part::ask);
    const spending::Oere unmapped = amounts.of(spending::Part::unmapped);
    if (ask == 0 && unmapped == 0)
        return {};
    return texts.format("spending.to_settle",
                        {{"year", std::to_string(spending.latest().year)},
                         {"ask", spending::readable_kroner(spending::kroner_of(ask), texts)},
                         {"unmapped", spending::readable_kroner(spending::kroner_of(unmapped), texts)}});
}

/// The lines of all files; throws where one cannot be used.
spending::AccountFile read_files(const Context& context, const OpenWorkbook& open,
                                 const std::vector<rtl::OUString>& urls)
{
    const Texts& texts = open.texts();
    spending::AccountFile all;
    std::set<std::pair<const Municipality*, int>> taken;
    for (const rtl::OUString& url : urls)
    {
        const ImportSource source = load_source(context, url, texts);
        if (!source.sheets.empty())
            throw UserError(texts.format("spending.import.spreadsheet", {{"file", source.name}}));
        spending::AccountFile file =
            spending::read_account_file(source.bytes, source.name, texts, open.package.municipalities());
        if (!file.usable())
        {
            std::string sentence = texts.format("spending.import.refused", {{"file", source.name}});
            for (const std::string& fault : file.faults)
                sentence += "\n" + fault;
            throw UserError(sentence);
        }
        std::set<std::pair<const Municipality*, int>> here;
        for (const spending::FileLine& line : file.lines)
            here.emplace(line.municipality ? line.municipality : open.workbook.municipality, line.year);
        for (const auto& one : here)
            if (!taken.insert(one).second)
                throw UserError(texts.get("spending.import.same_twice"));
        std::ranges::move(file.lines, std::back_inserter(all.lines));
        for (std::string& note : file.notes)
            if (std::ranges::find(all.notes, note) == all.notes.end())
                all.notes.push_back(std::move(note));
    }
    return all;
}

void require_municipality(const OpenWorkbook& open)
{
    const Place& place = open.workbook.municipality_place;
    if (!open.workbook.municipality)
        throw UserError(
            open.texts().format("error.no_municipality", {{"cell", cell_address(place.row, place.column)}}));
}

} // namespace

std::string run_spending(const Context& context, const Model& document)
{
    const Package& package = Package::of(context);
    Progress progress(document);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, document);
    require_municipality(open);
    require_columns(open);
    const Texts& texts = open.texts();
    const std::vector<SheetContent> missing = missing_sheets(open);
    for (const SheetContent& sheet : missing)
        calc::refuse_unwritable(open.document, sheet, texts);
    if (open.workbook.working_table("accounts").sheet < 0)
        return make_input(open, missing);
    progress.show(texts.get("progress.comparing"), 25);
    const Results results = compute(open);
    const spending::Spending spending =
        spending::analyse_spending(open.workbook, package.ladder(open.workbook.language), results.data, package.words(),
                                   package.municipalities(), today());
    if (spending.empty())
    {
        std::string sentence = texts.get("spending.no_own_lines");
        for (const std::string& warning : spending::warnings(spending, open.workbook, texts))
            sentence += "\n" + warning;
        show(open, "accounts");
        return sentence;
    }
    ChartedReport report = spending::spending_report(spending, open.workbook, package.municipalities(), texts);
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 45);
    calc::add_styles(document, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(document);
        UndoStep step(document, from_utf8(texts.get("undo.spending")));
        put_sheets(open, missing, step);
        sheet = calc::put_report(context, open.document, report, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, report.sheet.frozen_columns, report.sheet.frozen_rows);
    return left_to_settle(spending, texts);
}

std::string import_accounts(const Context& context, const Model& document, const std::vector<rtl::OUString>& urls)
{
    const Package& package = Package::of(context);
    Progress progress(document);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, document);
    require_municipality(open);
    const Texts& texts = open.texts();
    const spending::AccountFile file = read_files(context, open, urls);
    if (file.lines.empty())
        return {};
    const spending::AccountsChange change =
        spending::accounts_change(open.workbook, file, package.words(), package.municipalities());
    if (!change.fault.empty())
        throw UserError(change.fault);
    calc::refuse_unwritable(open.document, change, texts);
    std::vector<SheetContent> missing = missing_sheets(open);
    std::erase_if(missing, [](const SheetContent& sheet) { return sheet.id == "accounts"; });
    for (const SheetContent& sheet : missing)
        calc::refuse_unwritable(open.document, sheet, texts);
    progress.show(texts.get("progress.writing"), 50);
    calc::add_styles(document, texts);
    {
        const Quiet quiet(document);
        UndoStep step(document, from_utf8(texts.get("undo.import_accounts")));
        calc::write_accounts(open.document, change, texts, step);
        put_sheets(open, missing, step);
        step.keep();
    }
    show(open, "accounts");
    std::string remark = texts.count("spending.import.done", file.lines.size());
    if (change.replaced > 0)
        remark += " " + texts.count("spending.import.replaced", change.replaced);
    for (const std::string& note : file.notes)
        remark += "\n" + note;
    return remark;
}

} // namespace trinvis::commands
