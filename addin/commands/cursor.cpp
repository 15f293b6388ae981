// SPDX-License-Identifier: MPL-2.0
#include "commands/cursor.hpp"

#include "office/text.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace trinvis::commands
{

using namespace office;

std::optional<Cursor> cursor_of(const css::uno::Reference<css::frame::XModel>& model)
{
    return model.is() ? cursor_in(model->getCurrentController()) : std::nullopt;
}

std::optional<Cursor> cursor_in(const css::uno::Reference<css::frame::XController>& controller)
{
    const auto selection = query_if<css::view::XSelectionSupplier>(controller);
    if (!selection.is())
        return std::nullopt;
    css::uno::Any selected = selection->getSelection();
    bool single = true;
    if (const auto several = query_if<css::container::XIndexAccess>(selected);
        several.is() && several->getCount() > 0 && !query_if<css::sheet::XCellRangeAddressable>(selected).is())
    {
        selected = several->getByIndex(0);
        single = false;
    }
    const auto range = query_if<css::sheet::XCellRangeAddressable>(selected);
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(controller->getModel());
    if (!range.is() || !document.is())
        return std::nullopt;
    const auto address = range->getRangeAddress();
    const auto sheets = query<css::container::XIndexAccess>(document->getSheets());
    Cursor cursor;
    cursor.place = {address.Sheet, address.StartRow, address.StartColumn};
    cursor.sheet_name = to_utf8(query<css::container::XNamed>(sheets->getByIndex(address.Sheet))->getName());
    cursor.single = single && address.StartRow == address.EndRow && address.StartColumn == address.EndColumn;
    return cursor;
}

} // namespace trinvis::commands
