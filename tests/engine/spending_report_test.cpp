// SPDX-License-Identifier: MPL-2.0
//
// The sheet Udgifter and the plan's chapter: words first, charts, tables, and nothing dropped.
#include "spending_fixture.hpp"

#include "plan/spending_chapter.hpp"
#include "spending/report.hpp"
#include "spending/words.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace trinvis::spending
{

namespace
{

using tests::day;
using tests::municipalities;
using tests::SpendingBook;
using tests::words;

SpendingBook full_book()
{
    SpendingBook book;
    book.step("5.28.20", "trin 6");
    book.step("5.28.21", "trin 3");
    book.step("5.28.22", "trin 2");
    for (const auto& [year, amount] : std::map<double, double>{{2018, 40e6}, {2019, 38e6}, {2020, 36.5e6}})
    {
        book.line("", Cell{year}, "5.28.20", "001", Cell{amount});
        book.line("", Cell{year}, "5.28.21", "001", Cell{60e6 - amount});
        book.line("", Cell{year}, "5.28.99", "", Cell{250'000.25}, "Andet");
        for (const char* code : {"813", "820", "846", "787"})
            book.line(code, Cell{year}, "5.28.20", "001", Cell{amount / 3});
    }
    for (const auto& [year, index] : std::map<double, double>{{2018, 100}, {2019, 101}, {2020, 102}})
        book.price(year, Cell{index});
    return book;
}

ChartedReport report_of(const SpendingBook& book)
{
    return spending_report(book.spending(), book.filled().read(), municipalities(), words().danish);
}

std::string all_text(const SheetContent& sheet)
{
    std::string text;
    for (const auto& row : sheet.rows)
        for (const ContentCell& cell : row)
            if (const std::string* held = std::get_if<std::string>(&cell))
                text += *held + "\n";
    return text;
}

std::vector<std::string> names_of(const ChartedReport& report)
{
    std::vector<std::string> names;
    for (const PlacedChart& chart : report.charts)
        names.push_back(chart.content.name);
    return names;
}

bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(SpendingWords, DescribeDevelopmentDistributionRestAndExtraSpending)
{
    const std::vector<std::string> sentences = conclusions(full_book().spending(), words().danish);
    ASSERT_EQ(sentences.size(), 6U);
    EXPECT_EQ(sentences[0],
              "I 2020 er der bogført 60,3 mio. kr. mod 60,3 mio. kr. i 2018: det samme i løbende priser. I "
              "faste priser (2020) er det 1,2 mio. kr. mindre.");
    // 36.5 of 60 million, and 40 of 60 million
    EXPECT_EQ(sentences[1], "Af udgifterne på de seks trin står 60,8 pct. på Trin 6 Anbringelse på institution i 2020. "
                            "Trin 4-6 har tilsammen 60,8 pct. I 2018 var det 66,7 pct.");
    EXPECT_EQ(sentences[2],
              "Ved siden af trinnene ligger i 2020: 0 kr. uden for trappen, 0 kr. til lokal afklaring og 250 "
              "t.kr. ikke fordelt.");
    // Step 3: 23.5 - 20 * 1.02 = 3.1; step 6: 36.5 - 40 * 1.02 = -4.3
    EXPECT_TRUE(holds(sentences[3], "Trin 3 Hjemmebaserede foranstaltninger (3,1 mio. kr. mere)")) << sentences[3];
    EXPECT_TRUE(holds(sentences[3], "Trin 6 Anbringelse på institution (4,3 mio. kr. mindre)")) << sentences[3];
    EXPECT_TRUE(holds(sentences[4], "Hele landet")) << sentences[4];
    EXPECT_TRUE(holds(sentences[4], "vægtet, 5 kommuner, egen kommune indgår")) << sentences[4];
    EXPECT_EQ(sentences[5], words().danish.get("spending.describes"));
}

TEST(SpendingWords, ProveThatNothingWasLost)
{
    // (60 million + 250,000.25) in each of three years
    EXPECT_EQ(
        control_sentence(full_book().spending(), words().danish),
        "Kontrol: linjerne i Regnskab giver 180.750.000,75 kr. over alle år, fordelingen 180.750.000,75 kr. Forskel: "
        "0,00 kr.");
}

TEST(SpendingReport, HasFourChartsWithSourceInventedFiguresAndAltText)
{
    const ChartedReport report = report_of(full_book());
    EXPECT_EQ(names_of(report),
              (std::vector<std::string>{"trinvis_spending_development", "trinvis_spending_distribution",
                                        "trinvis_spending_extra", "trinvis_spending_comparison"}));
    for (const PlacedChart& chart : report.charts)
    {
        EXPECT_TRUE(holds(chart.content.subtitle, "opdigtede tal")) << chart.content.subtitle;
        EXPECT_TRUE(holds(chart.content.subtitle, "Kilde: ")) << chart.content.subtitle;
        EXPECT_FALSE(chart.content.alt_text.empty() || chart.content.title.empty());
        EXPECT_EQ(chart.content.alt_text.find('{'), std::string::npos) << chart.content.alt_text;
        for (const ChartSeries& series : chart.content.series)
            EXPECT_EQ(series.y.size(), chart.content.categories.size());
    }
}

TEST(SpendingReport, LeavesNoPlaceholderOpenInEitherLanguage)
{
    const SpendingBook book = full_book();
    for (const Language language : {Language::danish, Language::english})
    {
        const ChartedReport report =
            spending_report(book.spending(), book.filled().read(), municipalities(), words().in(language));
        EXPECT_EQ(all_text(report.sheet).find('{'), std::string::npos) << all_text(report.sheet);
    }
}

TEST(SpendingReport, ShowsWhatIsNotDistributedAndItsAccounts)
{
    const std::string text = all_text(report_of(full_book()).sheet);
    EXPECT_TRUE(holds(text, "Ikke fordelt"));
    EXPECT_TRUE(holds(text, "5.28.99"));
    EXPECT_TRUE(holds(text, "Andet"));
}

TEST(SpendingReport, SaysWhyThereIsNoComparisonAndNoFixedPrices)
{
    SpendingBook book;
    book.line("", Cell{2020.0}, "5.28.20", "", Cell{1000.0});
    const ChartedReport report = report_of(book);
    const std::string text = all_text(report.sheet);
    EXPECT_TRUE(holds(text, words().danish.get("spending.comparison.none")));
    EXPECT_TRUE(holds(text, words().danish.get("spending.no_index")));
    EXPECT_EQ(names_of(report), (std::vector<std::string>{"trinvis_spending_distribution"}));
}

TEST(SpendingReport, NamesTheCellsThatAreNotCounted)
{
    SpendingBook book = full_book();
    book.line("Andeby", Cell{2020.0}, "5.28.20", "", Cell{1000.0});
    const std::string text = all_text(report_of(book).sheet);
    EXPECT_TRUE(holds(text, "1 række i Regnskab kan ikke læses")) << text;
    EXPECT_TRUE(holds(text, "Regnskab A23: ")) << text;
}

TEST(SpendingReport, TellsNoSpendingPerChildInAWorkbookForSharing)
{
    SpendingBook book = full_book();
    book.book.entry("institution", day(2020, 12, 31)) = Cell{3.0};
    EXPECT_TRUE(holds(all_text(report_of(book).sheet), "Kr. pr. barn"));
    book.book.at("facts", "view", "value") = Cell{words().danish.get("sharing.shared")};
    const std::string text = all_text(report_of(book).sheet);
    EXPECT_FALSE(holds(text, "Kr. pr. barn"));
    EXPECT_TRUE(holds(text, words().danish.get("spending.children.withheld")));
}

TEST(SpendingReport, CutsNoSentenceInTheMiddleOfAWord)
{
    const ChartedReport report = report_of(full_book());
    for (const auto& row : report.sheet.rows)
    {
        const std::string* text = row.empty() ? nullptr : std::get_if<std::string>(&row.front());
        if (!text)
            continue;
        const auto letters = std::count_if(text->begin(), text->end(),
                                           [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        EXPECT_LE(letters, 175) << *text;
    }
}

TEST(SpendingChapter, HasConclusionsChartsATableAndAPlaceToWrite)
{
    const SpendingBook book = full_book();
    const PlanBlocks blocks = spending_chapter(book.spending(), book.filled().read(), words().danish);
    ASSERT_FALSE(blocks.empty());
    const auto* heading = std::get_if<PlanHeading>(&blocks.front());
    ASSERT_TRUE(heading);
    EXPECT_EQ(heading->level, 1);
    EXPECT_TRUE(heading->new_page);
    std::size_t charts = 0;
    const PlanTable* table = nullptr;
    for (const PlanBlock& block : blocks)
    {
        charts += std::holds_alternative<PlanChart>(block) ? 1U : 0U;
        if (const auto* held = std::get_if<PlanTable>(&block))
            table = held;
    }
    EXPECT_EQ(charts, 2U);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.back(), (std::vector<std::string>{"I alt", "60.250", "60.250", "100,0"}));
    const auto* last = std::get_if<PlanParagraph>(&blocks.back());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->look, ParagraphLook::to_write);
}

TEST(SpendingChapter, IsEmptyWithoutAccounts)
{
    const SpendingBook book;
    EXPECT_TRUE(spending_chapter(book.spending(), book.filled().read(), words().danish).empty());
}

} // namespace trinvis::spending
