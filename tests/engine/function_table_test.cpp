// SPDX-License-Identifier: MPL-2.0
//
// The table of the spreadsheet functions: every function and argument has its words in both languages, and what is made
// from the table holds them all.
#include "shipped.hpp"

#include "functions/configuration.hpp"
#include "functions/function_table.hpp"

#include "../documentation/function_documentation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis::functions
{

namespace
{

using tests::words;

std::size_t times(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

} // namespace

TEST(FunctionTable, HasTheFunctionsOfTheInterfaceInItsOrder)
{
    const std::string idl = tests::file_text(tests::source_dir() / "idl" / "org_trinvis_functions.idl");
    std::size_t last = 0;
    for (const SpreadsheetFunction& function : all_functions())
    {
        const std::size_t at = idl.find(" " + std::string(function.name) + "(");
        ASSERT_NE(at, std::string::npos) << function.name;
        EXPECT_GT(at, last) << function.name;
        last = at;
        const std::string_view parameters = std::string_view(idl).substr(at, idl.find("raises", at) - at);
        EXPECT_EQ(times(parameters, "[in]"), function.arguments.size()) << function.name;
        std::size_t place = 0;
        for (const FunctionArgument& argument : function.arguments)
        {
            place = parameters.find(" " + std::string(argument.name), place + 1);
            EXPECT_NE(place, std::string_view::npos) << function.name << " " << argument.name;
        }
        EXPECT_EQ(
            times(parameters, "[in] any"),
            static_cast<std::size_t>(std::count_if(function.arguments.begin(), function.arguments.end(),
                                                   [](const FunctionArgument& argument) { return argument.optional; })))
            << function.name;
    }
    EXPECT_EQ(times(idl, "raises"), all_functions().size());
}

TEST(FunctionTable, LeavesNothingOutButAtTheEnd)
{
    for (const SpreadsheetFunction& function : all_functions())
        EXPECT_TRUE(std::is_sorted(function.arguments.begin(), function.arguments.end(),
                                   [](const FunctionArgument& a, const FunctionArgument& b)
                                   { return !a.optional && b.optional; }))
            << function.name;
}

TEST(FunctionTable, NamesEveryFunctionOnceInEachLanguage)
{
    for (const Language language : {Language::danish, Language::english})
    {
        std::set<std::string> names;
        for (const SpreadsheetFunction& function : all_functions())
        {
            const std::string& name = display_name(function, words().in(language));
            EXPECT_TRUE(names.insert(name).second) << name;
            EXPECT_EQ(name.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789 _"), std::string::npos) << name;
        }
    }
}

TEST(FunctionTable, DescribesEveryFunctionAndArgument)
{
    for (const Language language : {Language::danish, Language::english})
        for (const SpreadsheetFunction& function : all_functions())
        {
            const Texts& texts = words().in(language);
            EXPECT_TRUE(description(function, texts).ends_with('.')) << function.name;
            const std::string& example = texts.get("function." + std::string(function.key) + ".example");
            EXPECT_TRUE(example.starts_with("=" + display_name(function, texts) + "(")) << example;
            EXPECT_TRUE(example.ends_with(')')) << example;
            for (const FunctionArgument& argument : function.arguments)
            {
                EXPECT_FALSE(display_name(argument, texts).empty()) << argument.name;
                EXPECT_TRUE(description(argument, texts).ends_with('.')) << argument.name;
            }
        }
}

TEST(FunctionTable, SaysNoMoreThanTheFunctionWizardShows)
{
    // Three lines for a function and two for an argument, looked at in LibreOffice 7.4.
    const auto letters = [](const std::string& text)
    { return std::count_if(text.begin(), text.end(), [](char letter) { return (letter & 0xC0) != 0x80; }); };
    for (const Language language : {Language::danish, Language::english})
        for (const SpreadsheetFunction& function : all_functions())
        {
            const Texts& texts = words().in(language);
            EXPECT_LE(letters(description(function, texts)), 230) << function.name;
            for (const FunctionArgument& argument : function.arguments)
                EXPECT_LE(letters(description(argument, texts)), 140) << argument.name;
        }
}

TEST(FunctionTable, FindsAFunctionByItsName)
{
    ASSERT_NE(find_function("wilsonLower"), nullptr);
    EXPECT_EQ(find_function("wilsonLower")->key, "wilson_lower");
    EXPECT_EQ(find_function("WILSONLOWER"), nullptr);
    EXPECT_EQ(find_function("getLocale"), nullptr);
}

TEST(FunctionConfiguration, HoldsEveryFunctionAndArgumentInBothLanguages)
{
    const std::string xcu = calc_addins_xcu(words());
    std::size_t texts = 0;
    for (const SpreadsheetFunction& function : all_functions())
    {
        EXPECT_EQ(times(xcu, "<node oor:name=\"" + std::string(function.name) + "\" oor:op=\"replace\">"), 1U);
        EXPECT_NE(xcu.find("<value xml:lang=\"da\">" + display_name(function, words().danish) + "</value>"),
                  std::string::npos);
        EXPECT_NE(xcu.find("<value xml:lang=\"en-US\">" + display_name(function, words().english) + "</value>"),
                  std::string::npos);
        texts += 2 + 2 * function.arguments.size();
    }
    EXPECT_EQ(times(xcu, "xml:lang=\"da\""), texts);
    EXPECT_EQ(times(xcu, "xml:lang=\"en-US\""), texts);
    EXPECT_EQ(times(xcu, "<node "), times(xcu, "</node>"));
}

TEST(FunctionConfiguration, WritesQuotationMarksAsXml)
{
    const std::string xcu = calc_addins_xcu(words());
    EXPECT_NE(xcu.find("&quot;land&quot;"), std::string::npos);
    EXPECT_EQ(xcu.find("\"land\""), std::string::npos);
}

TEST(FunctionDocumentation, IsWhatTheGeneratorMakes)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string name = documentation::function_file_name(language);
        EXPECT_EQ(tests::file_text(tests::templates_dir() / name),
                  documentation::function_documentation(words().in(language)))
            << name << " is out of date; run the target rule_documentation";
    }
}

} // namespace trinvis::functions
