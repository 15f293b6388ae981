// SPDX-License-Identifier: MPL-2.0
#include "commands/shipped_form.hpp"

#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr std::size_t largest_form = 4'000'000;

} // namespace

std::string shipped_form(const Context& context, std::string_view path)
{
    auto content = load_text(context, Package::of(context).url(path), largest_form);
    if (!content)
        throw css::uno::RuntimeException(from_utf8("the package has no " + std::string(path)));
    return *std::move(content);
}

void require_table(const OpenWorkbook& open, std::string_view table)
{
    const Texts& texts = open.texts();
    const TableArea& area = open.workbook.working_table(table);
    if (area.sheet < 0)
        return;
    for (const LayoutFault& fault : open.workbook.faults)
        if (fault.place.sheet == area.sheet && fault.check != Check::doubled_column)
            throw UserError(
                texts.format("error.layout", {{"message", texts.format(fault.message, fault.values)},
                                              {"remedy", texts.format(fault.message + ".remedy", fault.values)}}));
}

} // namespace trinvis::commands
