// SPDX-License-Identifier: MPL-2.0
#include "practice/practice_sheets.hpp"

#include "commands/commands.hpp"
#include "commands/first_run.hpp"
#include "commands/made_workbook.hpp"
#include "office/package.hpp"
#include "office/settings.hpp"

namespace trinvis::commands
{

using namespace office;

Model practice_workbook(const Context& context, Language language)
{
    const Package& package = Package::of(context);
    const Texts& texts = package.words().in(language);
    // Whoever makes one needs no offer any more.
    end_offer(context);
    const std::vector<SheetContent> sheets =
        practice_sheets(package.practice(), {package.catalogue(language), package.rules(language), texts,
                                             package.municipalities(), package.version()});
    const Municipality* own = package.municipalities().find(package.practice().own);
    const Model made = make_workbook(context, sheets, texts.get("short.practice"),
                                     texts.format("practice.document", {{"municipality", own->name}}), texts);
    show_first(made, "practice");
    return made;
}

} // namespace trinvis::commands
