// SPDX-License-Identifier: MPL-2.0
//
// Every sheet that the product makes prints as a person expects: one page wide, headings on each page, and below the
// sheet, the file it comes from and the page.
#include "cells.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <cstdlib>

namespace trinvis::testing
{

namespace
{

using namespace office;

css::uno::Reference<css::beans::XPropertySet> page_style_of(const Document& document, const Sheet& sheet)
{
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    const auto pages = query<css::container::XNameAccess>(families->getByName("PageStyles"));
    return query<css::beans::XPropertySet>(pages->getByName(get_property<rtl::OUString>(sheet, "PageStyle")));
}

std::string footer_of(const css::uno::Reference<css::beans::XPropertySet>& style)
{
    const auto footer =
        get_property<css::uno::Reference<css::sheet::XHeaderFooterContent>>(style, "RightPageFooterContent");
    return to_utf8(footer->getLeftText()->getString() + "|" + footer->getCenterText()->getString() + "|" +
                   footer->getRightText()->getString());
}

} // namespace

TEST_F(OfficeTest, EverySheetPrintsOnePageWideWithItsSourceBelow)
{
    const Document document = filled_workbook();
    for (const char* command : {"validate", "compare", "rehearsal", "survey", "mini-analysis", "course"})
        run(command, document);
    for (const std::string& name : sheet_names(document))
    {
        const Sheet sheet = sheet_named(document, name);
        EXPECT_TRUE(to_utf8(get_property<rtl::OUString>(sheet, "PageStyle")).starts_with("Trinvis ")) << name;
        const auto style = page_style_of(document, sheet);
        EXPECT_EQ(get_property<sal_Int16>(style, "ScaleToPagesX"), 1) << name;
        EXPECT_EQ(get_property<sal_Int16>(style, "ScaleToPagesY"), 0) << name;
        EXPECT_EQ(get_property<sal_Int16>(style, "FirstPageNumber"), 0) << name << ": pages are counted through";
        EXPECT_TRUE(get_property<bool>(style, "FooterIsOn")) << name;
        const std::string footer = footer_of(style);
        EXPECT_NE(footer.find("|Kilde: "), std::string::npos) << name << ": " << footer;
        EXPECT_NE(footer.find("|Side "), std::string::npos) << name << ": " << footer;
        EXPECT_EQ(footer.find('/'), footer.rfind('/')) << "the file without its path: " << footer;
    }
    // For looking at the pages: TRINVIS_PRINTS names a folder.
    if (const char* prints = std::getenv("TRINVIS_PRINTS"))
        query<css::frame::XStorable>(document)->storeToURL(
            from_utf8(file_url(std::string(prints) + "/ark.pdf")),
            sequence<css::beans::PropertyValue>(
                {property("FilterName", css::uno::Any(rtl::OUString("calc_pdf_Export")))}));
    for (const char* name : {"Validering", "Regelstatus", "Indtastning", "Sammenligningsdata", "Regler"})
        EXPECT_TRUE(query<css::sheet::XPrintAreas>(sheet_named(document, name))->getPrintTitleRows()) << name;
    for (const char* name : {"Validering", "Regelstatus", "Sammenligning"})
        EXPECT_TRUE(get_property<bool>(page_style_of(document, sheet_named(document, name)), "IsLandscape")) << name;
}

} // namespace trinvis::testing
