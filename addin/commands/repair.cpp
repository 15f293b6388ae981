// SPDX-License-Identifier: MPL-2.0
#include "calc/repairer.hpp"
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "validation/repairs.hpp"

#include <map>

namespace trinvis::commands
{

using namespace office;

namespace
{

std::string cell_name(const Repair& repair)
{
    return repair.sheet + "!" + repair.cell;
}

/// The repairs of the cells that are named, all where none is.
std::vector<Repair> chosen_repairs(std::vector<Repair> all, const std::vector<std::string>& cells, const Texts& texts)
{
    if (cells.empty())
        return all;
    std::map<std::string, const Repair*> by_cell;
    for (const Repair& repair : all)
        by_cell.emplace(cell_name(repair), &repair);
    std::vector<Repair> chosen;
    for (const std::string& cell : cells)
    {
        const auto repair = by_cell.find(cell);
        if (repair == by_cell.end())
            throw UserError(texts.format("error.no_repair", {{"cell", cell}}));
        if (!repair->second)
            continue;
        chosen.push_back(*repair->second);
        // Named twice is meant once.
        repair->second = nullptr;
    }
    return chosen;
}

} // namespace

std::vector<ProposedRepair> proposed_repairs(const Context& context, const Model& model)
{
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.package.words().in(interface_language(context));
    std::vector<ProposedRepair> proposed;
    for (const Repair& repair : repairs(open.workbook, open.package.words()))
        proposed.push_back({cell_name(repair), repair_sentence(repair, texts)});
    return proposed;
}

std::size_t repair_workbook(const Context& context, const Model& model, const std::vector<std::string>& cells)
{
    const Package& package = Package::of(context);
    const Texts& menu_texts = package.words().in(interface_language(context));
    Progress progress(model);
    progress.show(menu_texts.get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    const std::vector<Repair> chosen = chosen_repairs(repairs(open.workbook, package.words()), cells, menu_texts);
    if (chosen.empty())
        return 0;
    calc::refuse_unrepairable(open.document, chosen, texts);
    progress.show(texts.get("progress.writing"), 60);
    calc::add_styles(model, texts);
    const Quiet quiet(model);
    UndoStep step(model, from_utf8(texts.get("undo.repair")));
    calc::perform_repairs(open.document, chosen, texts, step);
    step.keep();
    return chosen.size();
}

} // namespace trinvis::commands
