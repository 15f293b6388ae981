// SPDX-License-Identifier: MPL-2.0
//
// What Calc's function wizard shows of the spreadsheet functions, in both languages; it is complete, and no name is one of
// Calc's own. The interface has just the functions and arguments of the table.
#include "function_cases.hpp"

#include "functions/function_table.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/lang/XServiceName.hpp>
#include <com/sun/star/reflection/XIdlReflection.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>
#include <com/sun/star/sheet/XAddIn.hpp>
#include <map>
#include <org/trinvis/XFunctions.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using functions::all_functions;
using functions::SpreadsheetFunction;

struct WizardEntry
{
    std::string description;
    std::vector<css::sheet::FunctionArgument> arguments;
    int times = 0;
};

/// Everything in the function wizard, by name.
std::map<std::string, WizardEntry> wizard_entries(const RunningOffice& office)
{
    std::map<std::string, WizardEntry> entries;
    const auto list = office.create<css::container::XIndexAccess>("com.sun.star.sheet.FunctionDescriptions");
    for (sal_Int32 i = 0; i < list->getCount(); ++i)
    {
        css::uno::Sequence<css::beans::PropertyValue> properties;
        list->getByIndex(i) >>= properties;
        WizardEntry entry;
        rtl::OUString name;
        rtl::OUString description;
        css::uno::Sequence<css::sheet::FunctionArgument> arguments;
        for (const css::beans::PropertyValue& property : properties)
        {
            if (property.Name == "Name")
                property.Value >>= name;
            if (property.Name == "Description")
                property.Value >>= description;
            if (property.Name == "Arguments")
                property.Value >>= arguments;
        }
        WizardEntry& noted = entries[to_utf8(name)];
        noted.description = to_utf8(description);
        noted.arguments = {arguments.begin(), arguments.end()};
        ++noted.times;
    }
    return entries;
}

void expect_wizard(const RunningOffice& office, const Texts& texts)
{
    const std::map<std::string, WizardEntry> entries = wizard_entries(office);
    EXPECT_GT(entries.size(), 400U);
    for (const SpreadsheetFunction& function : all_functions())
    {
        const auto found = entries.find(functions::display_name(function, texts));
        ASSERT_NE(found, entries.end()) << functions::display_name(function, texts);
        const WizardEntry& entry = found->second;
        EXPECT_EQ(entry.times, 1) << found->first << " is a name of another function too";
        EXPECT_EQ(entry.description, functions::description(function, texts));
        ASSERT_EQ(entry.arguments.size(), function.arguments.size()) << found->first;
        for (std::size_t i = 0; i < entry.arguments.size(); ++i)
        {
            EXPECT_EQ(to_utf8(entry.arguments[i].Name), functions::display_name(function.arguments[i], texts));
            EXPECT_EQ(to_utf8(entry.arguments[i].Description), functions::description(function.arguments[i], texts));
            EXPECT_EQ(static_cast<bool>(entry.arguments[i].IsOptional), function.arguments[i].optional)
                << found->first << " " << function.arguments[i].name;
        }
    }
}

} // namespace

TEST_F(OfficeTest, TheFunctionWizardSpeaksDanish)
{
    expect_wizard(running(), package_texts(Language::danish));
}

TEST_F(OfficeTest, TheFunctionWizardSpeaksEnglish)
{
    RunningOffice english({.locale = "en-US"});
    expect_wizard(english, package_texts(Language::english));
    EXPECT_EQ(english.stop(), 0);
}

TEST_F(OfficeTest, TheInterfaceHasTheFunctionsAndArgumentsOfTheTable)
{
    const auto reflection = running().create<css::reflection::XIdlReflection>("com.sun.star.reflection.CoreReflection");
    const auto interface = reflection->forName("org.trinvis.XFunctions");
    ASSERT_TRUE(interface.is());
    for (const SpreadsheetFunction& function : all_functions())
    {
        const auto method = interface->getMethod(from_utf8(function.name));
        ASSERT_TRUE(method.is()) << function.name;
        const auto parameters = method->getParameterInfos();
        ASSERT_EQ(static_cast<std::size_t>(parameters.getLength()), function.arguments.size()) << function.name;
        for (sal_Int32 i = 0; i < parameters.getLength(); ++i)
        {
            const functions::FunctionArgument& argument = function.arguments[static_cast<std::size_t>(i)];
            EXPECT_EQ(to_utf8(parameters[i].aName), argument.name) << function.name;
            EXPECT_EQ(parameters[i].aType->getTypeClass() == css::uno::TypeClass_ANY, argument.optional)
                << function.name << " " << argument.name;
        }
    }
    sal_Int32 own = 0;
    for (const auto& method : interface->getMethods())
        own += method->getDeclaringClass()->getName() == "org.trinvis.XFunctions" ? 1 : 0;
    EXPECT_EQ(static_cast<std::size_t>(own), all_functions().size());
}

TEST_F(OfficeTest, TheAddInSpeaksTheLanguageItIsSetTo)
{
    const auto add_in = running().create<css::sheet::XAddIn>("org.trinvis.Functions");
    const css::lang::Locale before = add_in->getLocale();
    add_in->setLocale({"da", "DK", ""});
    EXPECT_EQ(to_utf8(add_in->getDisplayFunctionName("wilsonUpper")), "WILSON.ØVRE");
    EXPECT_EQ(to_utf8(add_in->getProgrammaticFuntionName(from_utf8("WILSON.ØVRE"))), "wilsonUpper");
    EXPECT_EQ(to_utf8(add_in->getDisplayArgumentName("wilsonUpper", 1)), "I alt");
    add_in->setLocale({"en", "US", ""});
    EXPECT_EQ(to_utf8(add_in->getDisplayFunctionName("wilsonUpper")), "WILSON.UPPER");
    EXPECT_EQ(to_utf8(add_in->getDisplayArgumentName("wilsonUpper", 1)), "Total");
    EXPECT_EQ(to_utf8(add_in->getProgrammaticCategoryName("wilsonUpper")), "Add-In");
    EXPECT_EQ(to_utf8(add_in->getDisplayFunctionName("noSuchFunction")), "");
    EXPECT_EQ(to_utf8(add_in->getFunctionDescription("getLocale")), "");
    EXPECT_EQ(to_utf8(add_in->getArgumentDescription("wilsonUpper", 3)), "");
    EXPECT_EQ(to_utf8(add_in->getArgumentDescription("wilsonUpper", -1)), "");
    add_in->setLocale(before);
}

TEST_F(OfficeTest, TheAddInTellsWhatItIs)
{
    const auto service = running().create<css::lang::XServiceInfo>("org.trinvis.Functions");
    EXPECT_EQ(service->getImplementationName(), "org.trinvis.comp.Functions");
    EXPECT_TRUE(service->supportsService("org.trinvis.Functions"));
    EXPECT_TRUE(service->supportsService("com.sun.star.sheet.AddIn"));
    EXPECT_FALSE(service->supportsService("org.trinvis.KeyFigures"));
    EXPECT_EQ(query<css::lang::XServiceName>(service)->getServiceName(), "org.trinvis.Functions");
}

} // namespace trinvis::testing
