// SPDX-License-Identifier: MPL-2.0
//
// The documents that a script asks for: the key-figure report, chosen sections and figures, and a municipality's own
// template with its logo, its styles and its mistakes.
#include "cells.hpp"

#include <algorithm>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <fstream>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Arguments = std::vector<css::beans::PropertyValue>;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

class DocumentsTest : public OfficeTest
{
protected:
    [[nodiscard]] Arguments arguments(const Document& document, const std::string& file, Arguments more = {}) const
    {
        more.push_back(property("Document", css::uno::Any(query<css::frame::XModel>(document))));
        more.push_back(property("Url", css::uno::Any(from_utf8(url_of(file)))));
        return more;
    }

    [[nodiscard]] static css::beans::PropertyValue text(const char* name, const std::string& value)
    {
        return property(name, css::uno::Any(from_utf8(value)));
    }

    /// Makes a document and opens it.
    [[nodiscard]] TextDocument made(const std::string& command, const Document& document, const std::string& file,
                                    Arguments more = {})
    {
        running().run(command, arguments(document, file, std::move(more)));
        return query<css::text::XTextDocument>(load(url_of(file)));
    }

    /// A copy of the shipped template, opened for editing.
    [[nodiscard]] TextDocument shipped_template(const Document& document, const std::string& command)
    {
        running().run(command, arguments(document, command + ".ott"));
        return query<css::text::XTextDocument>(load(url_of(command + ".ott")));
    }

    /// Saves an edited template as the municipality's own; returns its URL.
    [[nodiscard]] std::string saved(const TextDocument& document, const std::string& file) const
    {
        query<css::frame::XStorable>(document)->storeToURL(
            from_utf8(url_of(file)),
            sequence<css::beans::PropertyValue>({property(
                "FilterName", css::uno::Any(from_utf8(file.ends_with(".ott") ? "writer8_template" : "writer8")))}));
        return url_of(file);
    }

    [[nodiscard]] static std::vector<std::string> paragraphs(const TextDocument& document, const char* style)
    {
        std::vector<std::string> texts;
        const auto all = query<css::container::XEnumerationAccess>(document->getText())->createEnumeration();
        while (all->hasMoreElements())
        {
            const auto paragraph = query<css::lang::XServiceInfo>(all->nextElement());
            if (paragraph->supportsService("com.sun.star.text.Paragraph") &&
                to_utf8(get_property<rtl::OUString>(paragraph, "ParaStyleName")) == style)
                texts.push_back(to_utf8(query<css::text::XTextRange>(paragraph)->getString()));
        }
        return texts;
    }

    [[nodiscard]] static css::uno::Reference<css::beans::XPropertySet> style(const TextDocument& document,
                                                                             const char* family, const char* name)
    {
        const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
        return query<css::beans::XPropertySet>(
            query<css::container::XNameAccess>(families->getByName(rtl::OUString::createFromAscii(family)))
                ->getByName(rtl::OUString::createFromAscii(name)));
    }

    /// Puts a paragraph at the end of the body.
    static void append(const TextDocument& document, const std::string& words)
    {
        const auto body = document->getText();
        body->insertControlCharacter(body->getEnd(), css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        body->insertString(body->getEnd(), from_utf8(words), false);
    }

    static void set_view(const Document& document, const std::string& view)
    {
        const Sheet facts = sheet_named(document, "Stamdata");
        set_text(facts, "B" + std::to_string(row_with(facts, 0, "Visning") + 1), view);
    }

    static void replace_body(const TextDocument& document, const std::string& words)
    {
        document->getText()->setString(from_utf8(words));
    }
};

bool contains(const std::vector<std::string>& texts, const std::string& part)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

} // namespace

TEST_F(DocumentsTest, TheReportHasTheFiguresAndNoPlacesToWriteIn)
{
    const TextDocument report = made("report", demo_workbook(), "noegletal.odt");
    EXPECT_EQ(paragraphs(report, "Title"), std::vector<std::string>{"Nøgletalsrapport"});
    EXPECT_EQ(paragraphs(report, "Heading 1"),
              (std::vector<std::string>{"Nøgletal: status", "Nøgletal: udvikling og sammenligning",
                                        "Forbehold: fund, der står tilbage", "Bilag 1: Kilder og metode",
                                        "Bilag 2: Valideringslog"}));
    EXPECT_EQ(paragraphs(report, "Heading 2").size(), 13U) << "the figures, and the numbers behind them";
    EXPECT_TRUE(paragraphs(report, "Trinvis Udfyldes").empty());
    EXPECT_TRUE(std::filesystem::exists(folder() / "noegletal.pdf"));
    const auto tables = query<css::text::XTextTablesSupplier>(report)->getTextTables();
    EXPECT_TRUE(tables->hasByName("Trinvis_Runder_12"));
    EXPECT_EQ(to_utf8(query<css::document::XDocumentPropertiesSupplier>(report)->getDocumentProperties()->getTitle()),
              "Nøgletalsrapport – Tønder");
    EXPECT_EQ(to_utf8(report->getText()->getString()).find("{{"), std::string::npos);
}

TEST_F(DocumentsTest, OnlyTheChosenFiguresAreThere)
{
    const TextDocument report = made("report", demo_workbook(), "noegletal.odt",
                                     {text("Figures", "3; 8"), text("Sections", "status, figures")});
    EXPECT_EQ(paragraphs(report, "Heading 1"),
              (std::vector<std::string>{"Nøgletal: status", "Nøgletal: udvikling og sammenligning"}));
    const std::vector<std::string> figures = paragraphs(report, "Heading 2");
    ASSERT_EQ(figures.size(), 3U);
    EXPECT_TRUE(figures[0].starts_with("3 "));
    EXPECT_TRUE(figures[1].starts_with("8 "));
    EXPECT_EQ(figures[2], "Tallene bag diagrammerne");
    const auto status = query<css::text::XTextTable>(
        query<css::text::XTextTablesSupplier>(report)->getTextTables()->getByName("Trinvis_Status"));
    EXPECT_EQ(status->getRows()->getCount(), 3);
}

TEST_F(DocumentsTest, OnlyTheChosenSectionsOfAPlanAreThere)
{
    const TextDocument plan =
        made("plan", filled_workbook(), "plan.odt", {text("Sections", "background;organisation;sources")});
    EXPECT_EQ(paragraphs(plan, "Heading 1"),
              (std::vector<std::string>{"Baggrund og formål", "Organisering", "Bilag 1: Kilder og metode"}));
}

TEST_F(DocumentsTest, AnUnknownSectionOrFigureIsNamed)
{
    const Document document = filled_workbook();
    EXPECT_NE(refusal("plan", arguments(document, "plan.odt", {text("Sections", "goal")})).find("Mente du goals?"),
              std::string::npos);
    EXPECT_NE(refusal("report", arguments(document, "plan.odt", {text("Figures", "99")})).find("nummeret 99"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder() / "plan.odt"));
}

TEST_F(DocumentsTest, AnUnvalidatedWorkbookWithoutComparisonDataSaysSoInItsReservations)
{
    const TextDocument report = made("report", filled_workbook(), "noegletal.odt");
    const std::vector<std::string> said = paragraphs(report, "Text body");
    EXPECT_TRUE(contains(said, "Der er ingen sammenligningstal"));
    EXPECT_TRUE(contains(said, "Mappen har ikke arket Validering"));
}

TEST_F(DocumentsTest, ASharedReportTellsWhatIsHiddenInAnAppendix)
{
    const Document document = demo_workbook();
    set_view(document, "til deling");
    const TextDocument report = made("report", document, "noegletal.odt");
    EXPECT_TRUE(contains(paragraphs(report, "Heading 1"), "Bilag 3: Til deling: hvad der ikke vises"));
    EXPECT_TRUE(contains(paragraphs(report, "Text body"), "Til deling: "));
}

TEST_F(DocumentsTest, AnOwnTemplateKeepsItsLogoAndStyles)
{
    const Document document = filled_workbook();
    const TextDocument own = shipped_template(document, "plan-template");
    set_property(style(own, "ParagraphStyles", "Heading 1"), "CharColor", css::uno::Any(sal_Int32(0xAA1133)));
    const auto logo = create_in<css::text::XTextFrame>(own, "com.sun.star.text.TextFrame");
    query<css::drawing::XShape>(logo)->setSize(css::awt::Size(4000, 2000));
    set_property(logo, "AnchorType", css::uno::Any(css::text::TextContentAnchorType_AT_PAGE));
    set_property(logo, "AnchorPageNo", css::uno::Any(sal_Int16(1)));
    own->getText()->insertTextContent(own->getText()->getStart(), query<css::text::XTextContent>(logo), false);
    query<css::container::XNamed>(logo)->setName("Kommunens logo");
    logo->getText()->setString(from_utf8("Byvåben for {{municipality}}"));
    const TextDocument plan =
        made("plan", document, "plan.odt", {text("Template", saved(own, "kommunens skabelon.ott"))});
    EXPECT_EQ(get_property<sal_Int32>(style(plan, "ParagraphStyles", "Heading 1"), "CharColor"), 0xAA1133);
    const auto frames = query<css::text::XTextFramesSupplier>(plan)->getTextFrames();
    ASSERT_TRUE(frames->hasByName("Kommunens logo"));
    EXPECT_EQ(to_utf8(query<css::text::XTextFrame>(frames->getByName("Kommunens logo"))->getText()->getString()),
              "Byvåben for Syddjurs");
    EXPECT_TRUE(contains(paragraphs(plan, "Heading 1"), "Baggrund og formål"));
}

TEST_F(DocumentsTest, AnOwnTemplateMayLeaveSectionsOut)
{
    const TextDocument own = query<css::text::XTextDocument>(load("private:factory/swriter"));
    replace_body(own, "Vores plan for {{municipality}}");
    append(own, "{{slot:organisation}}");
    const TextDocument plan = made("plan", filled_workbook(), "plan.odt", {text("Template", saved(own, "egen.odt"))});
    const std::string all = to_utf8(plan->getText()->getString());
    EXPECT_TRUE(all.starts_with("Vores plan for Syddjurs")) << all;
    EXPECT_EQ(paragraphs(plan, "Heading 1"), std::vector<std::string>{"Organisering"});
    EXPECT_EQ(all.find("{{"), std::string::npos);
}

TEST_F(DocumentsTest, AWrongPlaceholderIsNamedWithItsPlaceAndNothingIsMade)
{
    const Document document = filled_workbook();
    const TextDocument own = query<css::text::XTextDocument>(load("private:factory/swriter"));
    replace_body(own, "Vores plan");
    append(own, "{{slot:orgnisation}}");
    const auto page = style(own, "PageStyles", "Standard");
    set_property(page, "FooterIsOn", css::uno::Any(true));
    get_property<css::uno::Reference<css::text::XText>>(page, "FooterText")->setString("{{dato}}");
    const std::string why =
        refusal("plan", arguments(document, "plan.odt", {text("Template", saved(own, "egen.ott"))}));
    EXPECT_NE(why.find("egen.ott"), std::string::npos) << why;
    EXPECT_NE(why.find("{{slot:orgnisation}} i brødteksten, afsnit 2: der er ingen sådan plads. Mente du "
                       "{{slot:organisation}}?"),
              std::string::npos)
        << why;
    EXPECT_NE(why.find("{{dato}} i sidefoden af sideformatet "), std::string::npos) << why;
    EXPECT_FALSE(std::filesystem::exists(folder() / "plan.odt"));
}

TEST_F(DocumentsTest, ASlotInATableIsRefused)
{
    const TextDocument own = query<css::text::XTextDocument>(load("private:factory/swriter"));
    const auto table = create_in<css::text::XTextTable>(own, "com.sun.star.text.TextTable");
    table->initialize(1, 1);
    own->getText()->insertTextContent(own->getText()->getEnd(), query<css::text::XTextContent>(table), false);
    query<css::text::XText>(table->getCellByName("A1"))->setString("{{slot:goals}}");
    EXPECT_NE(refusal("plan", arguments(filled_workbook(), "plan.odt", {text("Template", saved(own, "egen.odt"))}))
                  .find("{{slot:goals}} i en tabel, afsnit 1: en plads til indhold må kun stå i brødteksten"),
              std::string::npos);
}

TEST_F(DocumentsTest, ATemplateThatCannotBeUsedIsRefused)
{
    const Document document = filled_workbook();
    const TextDocument letter = query<css::text::XTextDocument>(load("private:factory/swriter"));
    replace_body(letter, "Brevpapir");
    const std::string without = saved(letter, "brevpapir.ott");
    std::ofstream(folder() / "oedelagt.ott", std::ios::binary) << "PK\003\004 ikke en skabelon";
    const std::string sheet = url_of("ark.ods");
    query<css::frame::XStorable>(document)->storeToURL(
        from_utf8(sheet),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    for (const auto& [url, why] :
         {std::pair{url_of("findes ikke.ott"), "filen findes ikke"},
          std::pair{url_of("oedelagt.ott"), "den kan ikke åbnes"}, std::pair{sheet, "den kan ikke åbnes"},
          std::pair{without, "Den har ingen pladser"}, std::pair{std::string("ikke en adresse"), "filen findes ikke"}})
        for (const char* command : {"plan", "report"})
        {
            const std::string said = refusal(command, arguments(document, "plan.odt", {text("Template", url)}));
            EXPECT_NE(said.find(why), std::string::npos) << url << ": " << said;
        }
    EXPECT_FALSE(std::filesystem::exists(folder() / "plan.odt"));
}

TEST_F(DocumentsTest, ThePlansTemplateIsNotTheReports)
{
    const Document document = filled_workbook();
    static_cast<void>(shipped_template(document, "plan-template"));
    EXPECT_NE(refusal("report", arguments(document, "noegletal.odt", {text("Template", url_of("plan-template.ott"))}))
                  .find("hører til udviklingsplanen"),
              std::string::npos);
}

TEST_F(DocumentsTest, TheShippedTemplatesMakeTheSameDocumentAsTheirCopies)
{
    const Document document = filled_workbook();
    for (const std::string command : {"plan", "report"})
    {
        static_cast<void>(shipped_template(document, command + "-template"));
        const TextDocument shipped = made(command, document, command + " 1.odt");
        const TextDocument own =
            made(command, document, command + " 2.odt", {text("Template", url_of(command + "-template.ott"))});
        EXPECT_EQ(to_utf8(own->getText()->getString()), to_utf8(shipped->getText()->getString())) << command;
    }
}

TEST_F(DocumentsTest, ATemplateThatCannotBeSavedIsTold)
{
    const Document document = filled_workbook();
    std::ofstream(folder() / "noter.txt") << "noter";
    for (const char* command : {"plan-template", "report-template"})
    {
        EXPECT_NE(refusal(command, arguments(document, "noter.txt/skabelon.ott")), "") << command;
        EXPECT_NE(refusal(command, {property("Document", css::uno::Any(query<css::frame::XModel>(document)))}), "")
            << command;
    }
}

} // namespace trinvis::testing
