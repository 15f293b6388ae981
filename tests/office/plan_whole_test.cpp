// SPDX-License-Identifier: MPL-2.0
//
// A plan that was renewed is a whole document: as .odt, as .docx and as .pdf for those who listen to it.
#include "living_plan.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// What a reader of the document finds in it.
struct Outline
{
    std::vector<std::string> headings; ///< with their style
    sal_Int32 tables = 0;
    sal_Int32 charts = 0;
    std::string contents;

    bool operator==(const Outline&) const = default;
};

Outline outline_of(const TextDocument& document)
{
    Outline outline;
    const auto all = query<css::container::XEnumerationAccess>(document->getText())->createEnumeration();
    while (all->hasMoreElements())
    {
        const auto element = query<css::lang::XServiceInfo>(all->nextElement());
        if (!element->supportsService("com.sun.star.text.Paragraph"))
            continue;
        const std::string style = to_utf8(get_property<rtl::OUString>(element, "ParaStyleName"));
        if (style.starts_with("Heading"))
            outline.headings.push_back(style + ": " + to_utf8(query<css::text::XTextRange>(element)->getString()));
    }
    outline.tables = query<css::text::XTextTablesSupplier>(document)->getTextTables()->getElementNames().getLength();
    outline.charts =
        query<css::text::XTextEmbeddedObjectsSupplier>(document)->getEmbeddedObjects()->getElementNames().getLength();
    const auto indexes = query<css::text::XDocumentIndexesSupplier>(document)->getDocumentIndexes();
    if (indexes->getCount() > 0)
        outline.contents = to_utf8(query<css::text::XTextContent>(indexes->getByIndex(0))->getAnchor()->getString());
    return outline;
}

/// A text without special letters as it stands in a .pdf: UTF-16 in hexadecimal digits.
std::string in_pdf(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string written;
    for (const char letter : text)
    {
        const auto value = static_cast<unsigned char>(letter);
        written += "00";
        written += digits[value / 16U];
        written += digits[value % 16U];
    }
    return written;
}

class PlanWholeTest : public LivingPlanTest
{
protected:
    void SetUp() override
    {
        LivingPlanTest::SetUp();
        for (int run = 1; run <= 3; ++run)
            made(plan_version(run));
    }

    [[nodiscard]] std::string output_of(const std::string& program) const
    {
        std::string output;
        std::array<char, 4096> part{};
        std::FILE* const pipe = popen((program + " '" + (folder() / "plan.pdf").string() + "' 2>&1").c_str(), "r");
        if (!pipe)
            return output;
        while (const std::size_t length = std::fread(part.data(), 1, part.size(), pipe))
            output.append(part.data(), length);
        pclose(pipe);
        return output;
    }
};

} // namespace

TEST_F(PlanWholeTest, HasHeadingsTablesChartsAndContents)
{
    Outline outline;
    look([&](const TextDocument& document) { outline = outline_of(document); });
    EXPECT_EQ(outline.headings,
              (std::vector<std::string>{"Heading 1: Status", "Heading 1: Tal", "Heading 2: 1 Nøgletal",
                                        "Heading 2: 2 Nøgletal", "Heading 1: Svar", "Heading 1: Kilder"}));
    EXPECT_EQ(outline.tables, 1);
    EXPECT_EQ(outline.charts, 2);
    EXPECT_NE(outline.contents.find("2 Nøgletal\t"), std::string::npos) << outline.contents;
    EXPECT_EQ(empty_paragraphs(), 0);
}

TEST_F(PlanWholeTest, NoRowOfATableBreaksOverPagesAndItsHeadIsRepeated)
{
    look(
        [](const TextDocument& document)
        {
            const auto tables = query<css::text::XTextTablesSupplier>(document)->getTextTables();
            for (const rtl::OUString& name : tables->getElementNames())
            {
                const auto table = query<css::text::XTextTable>(tables->getByName(name));
                EXPECT_TRUE(get_property<bool>(table, "RepeatHeadline")) << to_utf8(name);
                for (sal_Int32 row = 0; row < table->getRows()->getCount(); ++row)
                    EXPECT_FALSE(get_property<bool>(table->getRows()->getByIndex(row), "IsSplitAllowed"));
            }
        });
}

TEST_F(PlanWholeTest, SavedForWordItKeepsItsStructure)
{
    Outline before;
    look(
        [&](const TextDocument& document)
        {
            before = outline_of(document);
            query<css::frame::XStorable>(document)->storeToURL(
                from_utf8(url_of("plan.docx")), sequence<css::beans::PropertyValue>({property(
                                                    "FilterName", css::uno::Any(rtl::OUString("MS Word 2007 XML")))}));
        });
    const Model word = running().load(url_of("plan.docx"), true, true);
    const Outline after = outline_of(query<css::text::XTextDocument>(word));
    close(word);
    EXPECT_EQ(after.headings, before.headings);
    EXPECT_EQ(after.tables, before.tables);
    EXPECT_EQ(after.charts, before.charts);
    for (const char* entry : {"Status", "1 Nøgletal", "2 Nøgletal", "Kilder"})
        EXPECT_NE(after.contents.find(entry), std::string::npos) << entry << " in " << after.contents;
}

TEST_F(PlanWholeTest, ItsPdfTellsTitleLanguageHeadingsHeadRowsAndWhatChartsShow)
{
    const std::string info = output_of("pdfinfo -enc UTF-8");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Udviklingsplan – Tønder"), std::string::npos) << info;
    const std::string structure = output_of("pdfinfo -struct-text -enc UTF-8");
    std::size_t from = 0;
    // Headings come in order and none leaves a level out.
    for (const char* heading : {"H1", "Status", "Table", "TH", "Nøgletal", "H1", "Tal", "H2", "1 Nøgletal", "Figure",
                                "H2", "2 Nøgletal", "Figure", "H1", "Svar", "H1", "Kilder"})
    {
        from = structure.find(heading, from);
        ASSERT_NE(from, std::string::npos) << heading << " in " << structure;
    }
    std::ifstream file(folder() / "plan.pdf", std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    EXPECT_NE(content.str().find("/Lang(da-DK)"), std::string::npos);
    EXPECT_NE(content.str().find("pdfuaid"), std::string::npos);
    EXPECT_NE(content.str().find(in_pdf("Kurven ender i 3.")), std::string::npos)
        << "the text for those who do not see";
}

} // namespace trinvis::testing
