// SPDX-License-Identifier: MPL-2.0
//
// A workbook of ours at a colleague who does not have the extension: it opens without a word, shows and computes what a
// spreadsheet can, and comes back whole.
#include "document_content.hpp"
#include "function_cases.hpp"
#include "window.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// Functions of ours and of the office's, and what they are worth with 10 and then 40 in B1 of a sheet Mine.
constexpr std::array formulas{"=ORG.TRINVIS.FUNCTIONS.WILSONLOWER(81;263;0.95)",
                              "=ORG.TRINVIS.FUNCTIONS.RANKOF(B1:B2;1)", "=B1*2"};

void put_formulas(const Document& document)
{
    document->getSheets()->insertNewByName("Mine", 0);
    const Sheet sheet = sheet_named(document, "Mine");
    set_number(sheet, "B1", 10);
    set_number(sheet, "B2", 30);
    for (std::size_t i = 0; i < formulas.size(); ++i)
        set_formula(sheet, "A" + std::to_string(i + 1), formulas.at(i));
}

void store(const Document& document, const std::string& url, const char* filter)
{
    query<css::frame::XStorable>(document)->storeToURL(
        from_utf8(url), sequence<css::beans::PropertyValue>(
                            {property("FilterName", css::uno::Any(rtl::OUString::createFromAscii(filter)))}));
}

/// How many boxes the office shows over its windows.
int boxes_shown(const RunningOffice& office)
{
    namespace AccessibleRole = css::accessibility::AccessibleRole;
    int count = 0;
    const auto toolkit = office.create<css::awt::XExtendedToolkit>("com.sun.star.awt.Toolkit");
    // Deprecated, and all the same the only interface that knows the open windows.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i)
        if (const auto window = query_if<css::accessibility::XAccessible>(toolkit->getTopWindow(i)); window.is())
        {
            const sal_Int16 role = window->getAccessibleContext()->getAccessibleRole();
            count +=
                role == AccessibleRole::DIALOG || role == AccessibleRole::ALERT || role == AccessibleRole::OPTION_PANE
                    ? 1
                    : 0;
        }
#pragma GCC diagnostic pop
    return count;
}

} // namespace

TEST_F(OfficeTest, AWorkbookLivesOnInAnOfficeWithoutTheExtension)
{
    for (const auto& [ending, filter] : {std::pair("ods", "calc8"), std::pair("xlsx", "Calc MS Excel 2007 XML")})
    {
        const std::string name = std::string("hos os.") + ending;
        const std::string back = std::string("tilbage.") + ending;
        const Document made = filled_workbook();
        set_number(sheet_named(made, "Indtastning"), cell_of(made, "netvaerk", 2), -12);
        run("validate", made);
        run("compare", made);
        put_formulas(made);
        store(made, url_of(name), filter);
        close(query<css::frame::XModel>(made));
        // What the file holds once it is read again; some looks are the format's own.
        const Document read = query<css::sheet::XSpreadsheetDocument>(load(url_of(name)));
        const std::vector<std::string> content = content_of(read);
        const std::vector<std::string> found = lines_of(findings(read));
        EXPECT_EQ(shown(sheet_named(read, "Mine"), "A2"), "2");
        close(query<css::frame::XModel>(read));
        {
            const VirtualScreen screen;
            RunningOffice elsewhere({.locale = "da", .window = true, .extension = false});
            const Model model = elsewhere.load(url_of(name));
            const Document document = query<css::sheet::XSpreadsheetDocument>(model);
            EXPECT_FALSE(menu_named(window_of(model), "Nøgletal").is());
            EXPECT_EQ(boxes_shown(elsewhere), 0);
            const Sheet sheet = sheet_named(document, "Mine");
            // Of an .ods the office looks for the functions at once; of an .xlsx it shows what was computed last.
            EXPECT_EQ(shown(sheet, "A2"), std::string(ending) == "ods" ? "#NAVN?" : "2") << ending;
            set_number(sheet, "B1", 40);
            EXPECT_EQ(shown(sheet, "A3"), "80") << ending;
            query<css::sheet::XCalculatable>(document)->calculateAll();
            EXPECT_EQ(shown(sheet, "A1"), "#NAVN?") << ending;
            EXPECT_EQ(shown(sheet, "A2"), "#NAVN?") << ending;
            set_number(sheet, "B1", 10);
            store(document, url_of(back), filter);
            ASSERT_TRUE(elsewhere.alive());
            close(model);
            EXPECT_EQ(elsewhere.stop(), 0);
        }
        const Document document = query<css::sheet::XSpreadsheetDocument>(load(url_of(back)));
        EXPECT_EQ(difference(content, content_of(document)), "") << ending;
        EXPECT_EQ(lines_of(findings(document)), found) << ending;
        const Sheet sheet = sheet_named(document, "Mine");
        for (std::size_t i = 0; i < formulas.size(); ++i)
            EXPECT_EQ(formula(sheet, "A" + std::to_string(i + 1)), formulas.at(i)) << ending;
        EXPECT_EQ(shown(sheet, "A2"), "2") << ending << ": our functions are back without being typed again";
        set_number(sheet, "B1", 40);
        EXPECT_EQ(shown(sheet, "A2"), "1") << ending;
        run("validate", document);
    }
}

} // namespace trinvis::testing
