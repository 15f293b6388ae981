// SPDX-License-Identifier: MPL-2.0
#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "commands/commands.hpp"
#include "commands/open_workbook.hpp"
#include "new_workbook/sheets.hpp"
#include "office/quiet.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace trinvis::commands
{

namespace
{

using namespace office;

std::vector<Date> read_cut_offs(const std::vector<std::string>& typed, const Texts& texts)
{
    std::vector<Date> dates;
    for (const std::string& text : typed)
    {
        const auto date = parse_date(text);
        if (!date)
            throw UserError(texts.format("error.bad_cut_off", {{"text", text}}));
        dates.push_back(*date);
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    if (dates.empty())
        throw UserError(texts.get("error.no_cut_off"));
    return dates;
}

void fill(const Model& model, const std::vector<SheetContent>& sheets, const Texts& texts)
{
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const css::uno::Sequence<rtl::OUString> given = document->getSheets()->getElementNames();
    calc::add_styles(model, texts);
    std::vector<calc::Sheet> made;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("short.new_workbook")));
        for (const SheetContent& sheet : sheets)
            made.push_back(calc::put_sheet(document, sheet, texts, step));
        for (const rtl::OUString& name : given)
            document->getSheets()->removeByName(name);
        step.keep();
    }
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (sheets[i].frozen_rows > 0)
            calc::freeze(document, made[i], sheets[i].frozen_columns, sheets[i].frozen_rows);
    calc::freeze(document, made.front(), 0, 0);
}

} // namespace

Model new_workbook(const Context& context, const std::string& municipality, const std::vector<std::string>& cut_offs,
                   Language language)
{
    const Package& package = Package::of(context);
    const Texts& texts = package.words().in(language);
    const Municipality* chosen = package.municipalities().find(municipality);
    if (!chosen)
        throw UserError(texts.format("error.unknown_municipality", {{"text", municipality}}));
    const Settings settings = read_settings(context);
    const std::vector<SheetContent> sheets = new_workbook_sheets(
        {*chosen, read_cut_offs(cut_offs, texts), package.catalogue(language), package.rules(language), texts,
         package.municipalities(), package.version(),
         FirstChoices{settings.small_number_threshold, settings.group_level, settings.comparison_group}});
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    const auto model = query<css::frame::XModel>(desktop->loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, css::uno::Sequence<css::beans::PropertyValue>()));
    try
    {
        fill(model, sheets, texts);
    }
    catch (...)
    {
        query<css::util::XCloseable>(model)->close(true);
        throw;
    }
    query<css::document::XDocumentPropertiesSupplier>(model)->getDocumentProperties()->setTitle(
        from_utf8(texts.format("entry.title", {{"municipality", chosen->name}})));
    query<css::document::XUndoManagerSupplier>(model)->getUndoManager()->clear();
    return model;
}

} // namespace trinvis::commands
