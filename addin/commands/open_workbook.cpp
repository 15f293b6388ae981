// SPDX-License-Identifier: MPL-2.0
#include "commands/open_workbook.hpp"

#include "calc/overtyped.hpp"
#include "calc/reader.hpp"
#include "office/user_error.hpp"

namespace trinvis::commands
{

using namespace office;

OpenWorkbook open_workbook(const Context& context, const css::uno::Reference<css::uno::XInterface>& document)
{
    const Package& package = Package::of(context);
    const Texts& texts = package.words().in(interface_language(context));
    if (!document.is())
        throw UserError(texts.get("error.no_document"));
    const auto spreadsheet = query_if<css::sheet::XSpreadsheetDocument>(document);
    if (!spreadsheet.is())
        throw UserError(texts.get("error.not_a_workbook"));
    WorkbookCells cells = calc::read_cells(spreadsheet, texts);
    if (!is_key_figure_workbook(cells, package.words()))
        throw UserError(texts.get("error.not_a_workbook"));
    calc::find_overtyped(context, spreadsheet, cells);
    return {package, query<css::frame::XModel>(document), spreadsheet,
            read_workbook(std::move(cells), package.words(), package.municipalities())};
}

void require_figures(const OpenWorkbook& open)
{
    const Workbook& workbook = open.workbook;
    const Texts& texts = open.texts();
    if (const LayoutFault* fault = fault_of_figures(workbook))
        throw UserError(
            texts.format("error.layout", {{"message", texts.format(fault->message, fault->values)},
                                          {"remedy", texts.format(fault->message + ".remedy", fault->values)}}));
    if (!workbook.municipality)
        throw UserError(texts.format(
            "error.no_municipality",
            {{"cell", cell_address(workbook.municipality_place.row, workbook.municipality_place.column)}}));
}

void refuse_unclear_sharing(const OpenWorkbook& open)
{
    const Texts& texts = open.texts();
    if (const LayoutFault* fault = unclear_sharing(open.workbook))
        throw UserError(
            texts.format("error.sharing_choice", {{"message", texts.format(fault->message, fault->values)},
                                                  {"remedy", texts.get(fault->message + ".remedy")},
                                                  {"cell", cell_address(fault->place.row, fault->place.column)}}));
}

Results compute(OpenWorkbook& open)
{
    refuse_unclear_sharing(open);
    return compute_results(open.workbook, open.package.words(), open.package.municipalities(),
                           open.package.known_relations(), today());
}

Date today()
{
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

} // namespace trinvis::commands
