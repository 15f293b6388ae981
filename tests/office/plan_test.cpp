// SPDX-License-Identifier: MPL-2.0
//
// The plan that createPlan writes: what stands in the .odt and what a reader of the .pdf is told.
#include "own_indicator.hpp"

#include "demo/demo_workbook.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier2.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XDocumentIndex.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <fstream>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// Keeps Writer from laying a document out. It loads charts as we do when we ask for them, and the two wait for each
/// other for ever when they meet (LibreOffice 7.4: the office's own lock and that of the chart, taken in either order).
class HeldLayout
{
public:
    explicit HeldLayout(const Model& document) : m_document(document)
    {
        m_document->lockControllers();
    }
    ~HeldLayout()
    {
        m_document->unlockControllers();
    }
    HeldLayout(const HeldLayout&) = delete;
    HeldLayout& operator=(const HeldLayout&) = delete;

private:
    Model m_document;
};

/// One plan for all these tests: from a workbook with an own indicator and two faults. Each test loads a copy.
class PlanTest : public OfficeTest
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(made() / "plan.pdf"))
            make();
        std::filesystem::copy(made(), folder(), std::filesystem::copy_options::recursive);
        m_plan = load(url_of("plan.odt"));
    }

    static void TearDownTestSuite()
    {
        std::error_code ignored;
        std::filesystem::remove_all(made(), ignored);
    }

    /// The paragraphs of the body with a style.
    [[nodiscard]] std::vector<std::string> paragraphs(const char* style) const
    {
        std::vector<std::string> texts;
        const auto all = query<css::container::XEnumerationAccess>(text_document()->getText())->createEnumeration();
        while (all->hasMoreElements())
        {
            const auto paragraph = query<css::lang::XServiceInfo>(all->nextElement());
            if (paragraph->supportsService("com.sun.star.text.Paragraph") &&
                to_utf8(get_property<rtl::OUString>(paragraph, "ParaStyleName")) == style)
                texts.push_back(to_utf8(query<css::text::XTextRange>(paragraph)->getString()));
        }
        return texts;
    }

    [[nodiscard]] css::uno::Reference<css::text::XTextDocument> text_document() const
    {
        return query<css::text::XTextDocument>(m_plan);
    }

    /// A table as rows of texts; empty when there is none of that name.
    [[nodiscard]] std::vector<std::vector<std::string>> table(const char* name) const
    {
        std::vector<std::vector<std::string>> rows;
        const auto tables = query<css::text::XTextTablesSupplier>(m_plan)->getTextTables();
        if (!tables->hasByName(from_utf8(name)))
            return rows;
        const auto found = query<css::text::XTextTable>(tables->getByName(from_utf8(name)));
        const sal_Int32 columns = found->getColumns()->getCount();
        for (sal_Int32 row = 0; row < found->getRows()->getCount(); ++row)
        {
            rows.emplace_back();
            for (sal_Int32 column = 0; column < columns; ++column)
                rows.back().push_back(
                    to_utf8(query<css::text::XTextRange>(
                                found->getCellByName(rtl::OUString(static_cast<sal_Unicode>('A' + column)) +
                                                     rtl::OUString::number(row + 1)))
                                ->getString()));
        }
        return rows;
    }

    /// The plan as one flat XML text, with headers, footers and properties.
    [[nodiscard]] std::string whole_text() const
    {
        query<css::frame::XStorable>(m_plan)->storeToURL(
            from_utf8(url_of("flat.fodt")),
            sequence<css::beans::PropertyValue>(
                {property("FilterName", css::uno::Any(rtl::OUString("OpenDocument Text Flat XML")))}));
        std::ifstream file(folder() / "flat.fodt");
        std::ostringstream content;
        content << file.rdbuf();
        return content.str();
    }

    Model m_plan;

private:
    static std::filesystem::path made()
    {
        return std::filesystem::temp_directory_path() / ("trinvis-plan-" + std::to_string(getpid()));
    }

    void make()
    {
        std::filesystem::create_directories(made());
        const Document document = demo_workbook();
        add_own_indicator(document);
        set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 9), -12);
        set_formula(sheet_named(document, "Indtastning"), cell_of(document, "opfoelgning_sager", 10), "");
        const std::string url = file_url((made() / "plan.odt").string());
        EXPECT_EQ(to_utf8(service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url))), url);
    }
};

bool contains(const std::vector<std::string>& texts, const std::string& part)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

} // namespace

TEST_F(PlanTest, HasTheHeadingsOfAPlanInOrder)
{
    EXPECT_EQ(
        paragraphs("Heading 1"),
        (std::vector<std::string>{"Baggrund og formål", "Nøgletal: status", "Nøgletal: udvikling og sammenligning",
                                  "Forbehold: fund, der står tilbage", "Mål", "Aktiviteter og ansvar",
                                  "Nuværende strategier og målgrupper", "Organisering", "Opfølgning",
                                  "Bilag 1: Definitioner", "Bilag 2: Kilder og metode", "Bilag 3: Valideringslog"}));
    const std::vector<std::string> figures = paragraphs("Heading 2");
    ASSERT_EQ(figures.size(), 13U);
    EXPECT_EQ(figures.front(), "1 Institutionsanbringelser");
    EXPECT_EQ(figures.back(), "E1 " + std::string(own_indicator_name));
}

TEST_F(PlanTest, SaysOnItsFrontPageForWhomItIs)
{
    EXPECT_EQ(paragraphs("Title"), std::vector<std::string>{"Udviklingsplan"});
    EXPECT_TRUE(contains(paragraphs("Subtitle"), "Tønder"));
    EXPECT_TRUE(contains(paragraphs("Trinvis Opdigtet"), "opdigtede tal"));
}

TEST_F(PlanTest, HasATableOfContentsWithItsHeadings)
{
    const auto indexes = query<css::text::XDocumentIndexesSupplier>(m_plan)->getDocumentIndexes();
    ASSERT_EQ(indexes->getCount(), 1);
    const std::string entries =
        to_utf8(query<css::text::XDocumentIndex>(indexes->getByIndex(0))->getAnchor()->getString());
    for (const char* style : {"Heading 1", "Heading 2"})
        for (const std::string& heading : paragraphs(style))
            EXPECT_NE(entries.find(heading), std::string::npos) << heading << " in " << entries;
}

TEST_F(PlanTest, ItsStatusTableHasTheTwelveFiguresAndTheOwnOne)
{
    const auto rows = table("Trinvis_Status");
    ASSERT_EQ(rows.size(), 14U);
    EXPECT_EQ(rows[0][0], "Nøgletal");
    for (std::size_t row = 1; row <= 12; ++row)
        EXPECT_TRUE(rows[row][0].starts_with(std::to_string(row) + " ")) << rows[row][0];
    EXPECT_TRUE(rows[13][0].starts_with("E1 ")) << rows[13][0];
    EXPECT_TRUE(rows[13][3].starts_with("25")) << rows[13][3];
    EXPECT_EQ(rows[1][2], "31-12-2020");
}

TEST_F(PlanTest, RepeatsTheHeadingRowOfEveryTable)
{
    const auto tables = query<css::text::XTextTablesSupplier>(m_plan)->getTextTables();
    const auto names = tables->getElementNames();
    EXPECT_GE(names.getLength(), 6);
    for (const rtl::OUString& name : names)
        EXPECT_TRUE(get_property<bool>(tables->getByName(name), "RepeatHeadline")) << to_utf8(name);
}

TEST_F(PlanTest, HasEmptyRowsForTheConsultantToFillIn)
{
    for (const char* name : {"Trinvis_Mål", "Trinvis_Aktiviteter", "Trinvis_Opfølgning"})
    {
        const auto rows = table(name);
        ASSERT_EQ(rows.size(), 4U) << name;
        EXPECT_NE(rows[0][0], "") << name;
        EXPECT_EQ(rows[3][0], "") << name;
    }
    EXPECT_GE(paragraphs("Trinvis Udfyldes").size(), 5U);
}

TEST_F(PlanTest, ComparesInWords)
{
    const std::vector<std::string> texts = paragraphs("Text body");
    EXPECT_TRUE(contains(texts, "Jeres værdi er 25")) << ::testing::PrintToString(texts);
    EXPECT_TRUE(contains(texts, "hele landet"));
    EXPECT_TRUE(contains(texts, "95 pct. interval"));
    EXPECT_TRUE(contains(texts, "usikkerhed kan ikke beregnes"));
}

TEST_F(PlanTest, ListsTheFindingsThatRemain)
{
    const auto rows = table("Trinvis_Fund");
    ASSERT_GE(rows.size(), 3U);
    const auto has = [&](const std::string& severity, const std::string& text)
    {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const std::vector<std::string>& row)
                           { return row[0] == severity && row[2].find(text) != std::string::npos; });
    };
    EXPECT_TRUE(has("Fejl", "er negativ: -12"));
    EXPECT_TRUE(has("Advarsel", "mangler for 31-12-2020"));
}

TEST_F(PlanTest, ItsChartsAreNativeAndHoldTheirOwnNumbers)
{
    const HeldLayout held(m_plan);
    const auto objects = query<css::text::XTextEmbeddedObjectsSupplier>(m_plan)->getEmbeddedObjects();
    const auto names = objects->getElementNames();
    EXPECT_GE(names.getLength(), 25);
    for (const rtl::OUString& name : names)
    {
        const auto chart = query_if<css::chart::XChartDocument>(
            query<css::document::XEmbeddedObjectSupplier2>(objects->getByName(name))->getEmbeddedObject());
        ASSERT_TRUE(chart.is()) << to_utf8(name);
        int numbers = 0;
        const auto rows = query<css::chart::XChartDataArray>(chart->getData())->getData();
        for (const css::uno::Sequence<double>& row : rows)
            for (const double value : row)
                numbers += std::isnan(value) ? 0 : 1;
        EXPECT_GE(numbers, 6) << to_utf8(name);
        EXPECT_NE(to_utf8(get_property<rtl::OUString>(objects->getByName(name), "Title")), "") << to_utf8(name);
        EXPECT_NE(to_utf8(get_property<rtl::OUString>(objects->getByName(name), "Description")), "") << to_utf8(name);
    }
}

TEST_F(PlanTest, ItsChartsShowWhatTheWorkbookHolds)
{
    const HeldLayout held(m_plan);
    const auto objects = query<css::text::XTextEmbeddedObjectsSupplier>(m_plan)->getEmbeddedObjects();
    for (const rtl::OUString& name : objects->getElementNames())
    {
        const auto object = objects->getByName(name);
        const auto chart = query<css::chart::XChartDocument>(
            query<css::document::XEmbeddedObjectSupplier2>(object)->getEmbeddedObject());
        if (!to_utf8(get_property<rtl::OUString>(object, "Title")).starts_with("E1 ") ||
            chart->getDiagram()->getDiagramType() != "com.sun.star.chart.LineDiagram")
            continue;
        const auto data = query<css::chart::XChartDataArray>(chart->getData());
        ASSERT_EQ(data->getData().getLength(), 11);
        EXPECT_EQ(to_utf8(data->getRowDescriptions()[10]), "31-12-2020");
        const auto series = data->getColumnDescriptions();
        const auto* own = std::find(series.begin(), series.end(), from_utf8("Tønder"));
        ASSERT_NE(own, series.end());
        for (const css::uno::Sequence<double>& row : data->getData())
            EXPECT_DOUBLE_EQ(row[static_cast<sal_Int32>(own - series.begin())], 25.0);
        return;
    }
    FAIL() << "no time series of the own indicator";
}

TEST_F(PlanTest, LeavesNoPlaceOfTheTemplateUnfilled)
{
    const std::string text = whole_text();
    ASSERT_GT(text.size(), 10000U);
    EXPECT_EQ(text.find("{{"), std::string::npos) << text.substr(text.find("{{"), 200);
    EXPECT_EQ(text.find("}}"), std::string::npos);
    const std::size_t footer = text.find("Udviklingsplan · <text:user-field-get");
    ASSERT_NE(footer, std::string::npos) << "values of the footer are fields";
    EXPECT_NE(text.substr(footer, 200).find(">Tønder<"), std::string::npos) << text.substr(footer, 200);
}

TEST_F(PlanTest, TellsItsTitleAndLanguage)
{
    const auto properties = query<css::document::XDocumentPropertiesSupplier>(m_plan)->getDocumentProperties();
    EXPECT_EQ(to_utf8(properties->getTitle()), "Udviklingsplan – Tønder");
    EXPECT_EQ(to_utf8(properties->getLanguage().Language), "da");
}

} // namespace trinvis::testing
