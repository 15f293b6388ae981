// SPDX-License-Identifier: MPL-2.0
#include "functions/configuration.hpp"

#include "functions/function_table.hpp"

namespace trinvis::functions
{

namespace
{

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text)
    {
        if (letter == '&')
            result += "&amp;";
        else if (letter == '<')
            result += "&lt;";
        else if (letter == '>')
            result += "&gt;";
        else if (letter == '"')
            result += "&quot;";
        else
            result += letter;
    }
    return result;
}

/// A property with its text in both languages; `text` gives it for the texts of one.
template <typename Text>
std::string localised(std::string_view name, const Words& words, const Text& text)
{
    return "<prop oor:name=\"" + std::string(name) + "\"><value xml:lang=\"en-US\">" + escaped(text(words.english)) +
           "</value><value xml:lang=\"da\">" + escaped(text(words.danish)) + "</value></prop>";
}

std::string node(std::string_view name)
{
    return "<node oor:name=\"" + std::string(name) + "\" oor:op=\"replace\">";
}

std::string function_node(const SpreadsheetFunction& function, const Words& words)
{
    std::string text = "        " + node(function.name) + "\n          ";
    text += localised("DisplayName", words, [&](const Texts& texts) { return display_name(function, texts); });
    text += localised("Description", words, [&](const Texts& texts) { return description(function, texts); });
    text += "<prop oor:name=\"Category\"><value>" + std::string(category) + "</value></prop>\n";
    text += "          <node oor:name=\"Parameters\">\n";
    for (const FunctionArgument& argument : function.arguments)
    {
        text += "            " + node(argument.name);
        text += localised("DisplayName", words, [&](const Texts& texts) { return display_name(argument, texts); });
        text += localised("Description", words, [&](const Texts& texts) { return description(argument, texts); });
        text += "</node>\n";
    }
    return text + "          </node>\n        </node>\n";
}

} // namespace

std::string calc_addins_xcu(const Words& words)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" "
                       "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"CalcAddIns\" "
                       "oor:package=\"org.openoffice.Office\">\n"
                       "  <node oor:name=\"AddInInfo\">\n";
    text += "    " + node(service_name) + "\n      <node oor:name=\"AddInFunctions\">\n";
    for (const SpreadsheetFunction& function : all_functions())
        text += function_node(function, words);
    return text + "      </node>\n    </node>\n  </node>\n</oor:component-data>\n";
}

} // namespace trinvis::functions
