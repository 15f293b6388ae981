// SPDX-License-Identifier: MPL-2.0
#include "commands/result_sheet.hpp"

#include "calc/styles.hpp"
#include "office/quiet.hpp"
#include "office/text.hpp"

namespace trinvis::commands
{

using namespace office;

SheetContent named_sheet(const std::string& id, const Texts& texts)
{
    SheetContent content;
    content.id = id;
    content.name = texts.get("sheet." + id);
    return content;
}

void write_result(const OpenWorkbook& open, const SheetContent& content, const std::string& undo_title)
{
    const Texts& texts = open.texts();
    calc::refuse_unwritable(open.document, content, texts);
    calc::add_styles(open.model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(open.model);
        UndoStep step(open.model, from_utf8(undo_title));
        sheet = calc::put_sheet(open.document, content, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, content.frozen_columns, content.frozen_rows);
}

} // namespace trinvis::commands
