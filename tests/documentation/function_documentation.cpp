// SPDX-License-Identifier: MPL-2.0
#include "function_documentation.hpp"

#include "functions/function_table.hpp"

namespace trinvis::documentation
{

using functions::FunctionArgument;
using functions::SpreadsheetFunction;

namespace
{

void add_function(std::string& page, const SpreadsheetFunction& function, const Texts& texts)
{
    const auto word = [&](const char* key) { return texts.get(std::string("function_documentation.") + key); };
    page += "### " + functions::display_name(function, texts) + " (`" + std::string(function.name) + "`)\n\n";
    page += functions::description(function, texts) + "\n\n";
    page += "| " + word("argument") + " | | " + word("meaning") + " |\n| --- | --- | --- |\n";
    for (const FunctionArgument& argument : function.arguments)
        page += "| " + functions::display_name(argument, texts) + " | `" + std::string(argument.name) + "` | " +
                functions::description(argument, texts) + " |\n";
    page += "\n" + word("example") + ": `" + texts.get("function." + std::string(function.key) + ".example") + "`\n\n";
}

} // namespace

std::string function_file_name(Language language)
{
    return "FUNCTIONS." + std::string(language_code(language)) + ".md";
}

std::string function_documentation(const Texts& texts)
{
    const auto count = std::to_string(functions::all_functions().size());
    std::string page = "# " + texts.get("function_documentation.title") + "\n\n";
    page += texts.format("function_documentation.introduction", {{"n", count}}) + "\n\n";
    for (const char* key :
         {"function_documentation.conventions", "function_documentation.macros", "function_documentation.generated"})
        page += texts.get(key) + "\n\n";
    std::string_view group;
    for (const SpreadsheetFunction& function : functions::all_functions())
    {
        if (function.group != group)
            page += "## " + texts.get("function_group." + std::string(function.group)) + "\n\n";
        if (function.group != group && function.group == "figures")
            page += texts.get("function_group.figures.text") + "\n\n";
        group = function.group;
        add_function(page, function, texts);
    }
    page.pop_back();
    return page;
}

} // namespace trinvis::documentation
