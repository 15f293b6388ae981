// SPDX-License-Identifier: MPL-2.0
#include "commands/made_workbook.hpp"

#include "calc/sheet_writer.hpp"
#include "calc/styles.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

void fill(const Model& model, const std::vector<SheetContent>& sheets, const std::string& action, const Texts& texts)
{
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const css::uno::Sequence<rtl::OUString> given = document->getSheets()->getElementNames();
    calc::add_styles(model, texts);
    std::vector<calc::Sheet> made;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(action));
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

Model make_workbook(const Context& context, const std::vector<SheetContent>& sheets, const std::string& action,
                    const std::string& title, const Texts& texts)
{
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    const auto model = query<css::frame::XModel>(desktop->loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, css::uno::Sequence<css::beans::PropertyValue>()));
    try
    {
        fill(model, sheets, action, texts);
    }
    catch (...)
    {
        query<css::util::XCloseable>(model)->close(true);
        throw;
    }
    query<css::document::XDocumentPropertiesSupplier>(model)->getDocumentProperties()->setTitle(from_utf8(title));
    query<css::document::XUndoManagerSupplier>(model)->getUndoManager()->clear();
    return model;
}

void show_first(const Model& model, std::string_view sheet_id)
{
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    const calc::Sheet sheet = calc::find_sheet(document, sheet_id);
    document->getSheets()->moveByName(query<css::container::XNamed>(sheet)->getName(), 0);
    calc::freeze(document, sheet, 0, 0);
    query<css::document::XUndoManagerSupplier>(model)->getUndoManager()->clear();
}

} // namespace trinvis::commands
