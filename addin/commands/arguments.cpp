// SPDX-License-Identifier: MPL-2.0
#include "commands/arguments.hpp"

#include "office/text.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::commands
{

using namespace office;

namespace
{

std::vector<std::string> split_at(const std::string& text, const char* marks)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (start < text.size())
    {
        const std::size_t end = std::min(text.find_first_of(marks, start), text.size());
        if (const std::string_view part = trimmed(std::string_view(text).substr(start, end - start)); !part.empty())
            parts.emplace_back(part);
        start = end + 1;
    }
    return parts;
}

/// A sequence of strings, or one string with marks between.
std::vector<std::string> read_list(const css::uno::Any& value, const char* marks)
{
    css::uno::Sequence<rtl::OUString> several;
    rtl::OUString text;
    std::vector<std::string> list;
    if (value >>= several)
        for (const rtl::OUString& one : several)
            list.push_back(to_utf8(one));
    else if (value >>= text)
        list = split_at(to_utf8(text), marks);
    return list;
}

std::string read_text(const css::uno::Any& value)
{
    rtl::OUString text;
    value >>= text;
    return std::string(trimmed(to_utf8(text)));
}

} // namespace

Given read_arguments(const css::uno::Sequence<css::beans::PropertyValue>& arguments)
{
    Given given;
    rtl::OUString text;
    for (const css::beans::PropertyValue& argument : arguments)
    {
        bool known = true;
        if (argument.Name == "Document")
            given.document.set(argument.Value, css::uno::UNO_QUERY);
        else if (argument.Name == "Url")
            argument.Value >>= given.url;
        else if (argument.Name == "Urls")
        {
            css::uno::Sequence<rtl::OUString> several;
            if (argument.Value >>= several)
                given.urls.assign(several.begin(), several.end());
        }
        else if (argument.Name == "Folder")
            argument.Value >>= given.folder;
        else if (argument.Name == "Municipality")
        {
            if (argument.Value >>= text)
                given.municipality = to_utf8(text);
        }
        else if (argument.Name == "Periods")
            given.periods = read_list(argument.Value, ";,\n");
        else if (argument.Name == "Cells")
            given.cells = read_list(argument.Value, ";\n");
        else if (argument.Name == "Select")
            given.select = read_list(argument.Value, ";\n");
        else if (argument.Name == "Mapping")
            given.mapping = read_list(argument.Value, ";\n");
        else if (argument.Name == "Sections")
            given.sections = read_list(argument.Value, ";,\n");
        else if (argument.Name == "Figures")
            given.figures = read_list(argument.Value, ";,\n");
        else if (argument.Name == "Template")
            given.template_url = read_text(argument.Value);
        else if (argument.Name == "Text")
            given.text = read_text(argument.Value);
        else if (argument.Name == "Table")
            given.table = read_text(argument.Value);
        else if (argument.Name == "ApiUrl")
            given.api_url = read_text(argument.Value);
        else if (argument.Name == "Sheet")
            given.sheet = read_text(argument.Value);
        else if (argument.Name == "Target")
            given.own = read_text(argument.Value) == "own";
        else if (argument.Name == "Existing")
            given.replace = read_text(argument.Value) != "keep";
        else if (argument.Name == "Names")
            given.names = read_text(argument.Value) != "no";
        else if (argument.Name == "WithErrors")
            given.with_errors = read_text(argument.Value) == "yes";
        else
            // The office adds arguments of its own, such as the referer or the key modifiers.
            known = false;
        given.any = given.any || known;
    }
    return given;
}

} // namespace trinvis::commands
