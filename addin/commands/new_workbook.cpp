// SPDX-License-Identifier: MPL-2.0
#include "commands/commands.hpp"
#include "commands/made_workbook.hpp"
#include "new_workbook/sheets.hpp"
#include "office/package.hpp"
#include "office/settings.hpp"
#include "office/user_error.hpp"

#include <algorithm>

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
    return make_workbook(context, sheets, texts.get("short.new_workbook"),
                         texts.format("entry.title", {{"municipality", chosen->name}}), texts);
}

} // namespace trinvis::commands
