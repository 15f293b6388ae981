// SPDX-License-Identifier: MPL-2.0
//
// An earlier plan held against the workbook as it is now, and the way from a cell to the numbers that come from it.
#include "compared.hpp"

#include "plan/plan_check.hpp"
#include "plan/plan_content.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::words;
using tests::WorkbookFixture;

PlanBlocks blocks()
{
    PlanTable table;
    table.rows.push_back({"Nøgletal", "Jeres"});
    add_row(table, {"3 Plejefamilieanbringelser", TracedText("4,5", {"figure/3/own", "Indtastning", "F9"})});
    return {
        traced_paragraph(fill_in_traced(
            "Værdien er {a} mod {b}.", {{"a", TracedText("4,5", {"figure/3/own", "Indtastning", "F9"})},
                                        {"b", TracedText("5,9", {"figure/3/country/level", "Sammenligning", "I40"})}})),
        std::move(table)};
}

const CheckedNumber& number(const PlanCheck& check, std::string_view key)
{
    for (const CheckedNumber& one : check.numbers)
        if (one.plan.key == key)
            return one;
    throw std::logic_error("no such number");
}

std::string text_in(const SheetContent& sheet, int row, int column)
{
    const ContentCell& cell = sheet.rows.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
    if (const LinkTo* link = std::get_if<LinkTo>(&cell))
        return link->text;
    return std::get<std::string>(cell);
}

} // namespace

TEST(PlanCheck, TellsStaleGoneAndCurrentNumbersInThatOrder)
{
    const PlanCheck check = check_plan({{"figure/3/own", "4,5", "Status"},
                                        {"figure/3/own", "4,2", "3 Plejefamilieanbringelser"},
                                        {"figure/9/own", "1,0", "9 Gået"},
                                        {"figure/3/country/level", "5,9", "Status"}},
                                       blocks());
    ASSERT_EQ(check.numbers.size(), 4U);
    EXPECT_EQ(check.numbers[0].state, PlanNumberState::stale);
    EXPECT_EQ(check.numbers[0].plan.text, "4,2");
    EXPECT_EQ(check.numbers[0].now, "4,5");
    EXPECT_EQ(check.numbers[0].source.cell, "F9");
    EXPECT_EQ(check.numbers[1].state, PlanNumberState::gone);
    EXPECT_EQ(check.numbers[1].now, "");
    EXPECT_TRUE(check.numbers[1].source.sheet.empty());
    EXPECT_EQ(check.count(PlanNumberState::current), 2U);
    EXPECT_EQ(number(check, "figure/3/country/level").source.sheet, "Sammenligning");
}

TEST(PlanCheck, ANumberThatAPersonTypedOverIsStale)
{
    const PlanCheck check = check_plan({{"figure/3/own", "ca. 4,5", ""}}, blocks());
    EXPECT_EQ(check.numbers[0].state, PlanNumberState::stale);
}

TEST(PlanCheck, ANumberWrittenInTwoWaysIsCurrentInBoth)
{
    PlanBlocks twice{traced_paragraph(TracedText("+0,3", {"figure/3/change", "S", "A1"})),
                     traced_paragraph(TracedText("0,3", {"figure/3/change", "S", "A1"}))};
    const PlanCheck check = check_plan({{"figure/3/change", "0,3", ""}, {"figure/3/change", "+0,3", ""}}, twice);
    EXPECT_EQ(check.count(PlanNumberState::current), 2U);
}

TEST(PlanCheck, FindsTheNumbersOfACellAndElseOfItsRow)
{
    EXPECT_EQ(keys_at(blocks(), "Indtastning", 8, 5), (std::set<std::string>{"figure/3/own"}));
    EXPECT_EQ(keys_at(blocks(), "Indtastning", 8, 2), (std::set<std::string>{"figure/3/own"}));
    EXPECT_EQ(keys_at(blocks(), "Indtastning", 7, 5), std::set<std::string>{});
    EXPECT_EQ(keys_at(blocks(), "Andet", 8, 5), std::set<std::string>{});
    const PlanBlocks wide{traced_paragraph(TracedText("1", {"a", "Ark", "AB12"}))};
    EXPECT_EQ(keys_at(wide, "Ark", 11, 27), (std::set<std::string>{"a"}));
}

TEST(PlanCheck, ASheetSaysWhatIsOutOfDateAndLinksToItsCell)
{
    const Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    const SheetContent sheet = plan_check_sheet(
        check_plan({{"figure/3/country/level", "5,9", "Status"}, {"figure/3/own", "4,2", "Status"}}, blocks()),
        "plan.odt", workbook, words().danish);
    EXPECT_EQ(text_in(sheet, 1, 0),
              "1 tal i planen er forældet, 0 tal findes ikke mere i mappen. Der er set på 2 tal.");
    const int first = sheet.table->first_row + 1;
    EXPECT_EQ(text_in(sheet, first, 0), "Forældet");
    EXPECT_EQ(text_in(sheet, first, 1), "Nøgletal 3 " + workbook.figure_name("3"));
    EXPECT_EQ(text_in(sheet, first, plan_check_heading_column), "Status");
    EXPECT_EQ(text_in(sheet, first, 3), "4,2");
    EXPECT_EQ(text_in(sheet, first, 4), "4,5");
    const LinkTo& link = std::get<LinkTo>(sheet.rows[static_cast<std::size_t>(first)][5]);
    EXPECT_EQ(link.text, "Indtastning F9");
    EXPECT_EQ(link.row, 8);
    EXPECT_EQ(link.column, 5);
    EXPECT_EQ(text_in(sheet, first + 1, 0), "Som i mappen");
}

TEST(PlanCheck, SaysThatAllIsRight)
{
    const Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    const SheetContent sheet =
        plan_check_sheet(check_plan({{"figure/3/own", "4,5", ""}}, blocks()), "plan.odt", workbook, words().danish);
    EXPECT_EQ(text_in(sheet, 1, 0), "Det ene tal i planen er som i mappen.");
    EXPECT_EQ(text_in(sheet, sheet.table->first_row + 1, plan_check_heading_column), "–");
}

TEST(PlanCheck, NamesNumbersInWords)
{
    const Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    const auto named = [&](std::string_view key) { return number_words(key, workbook, words().danish); };
    EXPECT_EQ(named("figure/1/own"), "Nøgletal 1 Institutionsanbringelser");
    EXPECT_EQ(named("survey/4/mean"), "Spørgsmål 4");
    EXPECT_EQ(named("survey/answered"), "Spørgeskema");
    EXPECT_EQ(named("ladder/latest/children/total"), "Indsatstrappen");
    EXPECT_EQ(named("goal/2/target"), "Mål 2");
    EXPECT_EQ(named("elsewhere/2"), "Andet tal");
    EXPECT_EQ(named(""), "Andet tal");
}

TEST(PlanCheck, EncodesTheAddressOfAHeading)
{
    EXPECT_EQ(heading_url("file:///a/plan.odt", "Nøgletal: status"),
              "file:///a/plan.odt#N%C3%B8gletal%3A%20status%7Coutline");
}

TEST(PlanCheck, OfAnUnchangedWorkbookFindsNothing)
{
    const tests::Compared& all = tests::country_compared();
    const PlanContent plan =
        plan_content({all.workbook, {}, all.benchmark, all.source, all.texts(), words(), tests::day(2021, 3, 1)});
    PlanBlocks every;
    for (const auto& [slot, some] : plan.slots)
        every.insert(every.end(), some.begin(), some.end());
    std::vector<PlanNumber> numbers;
    for (const PlanBlock& block : every)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            for (const Trace& trace : paragraph->traces)
                numbers.push_back({trace.source.key, paragraph->text.substr(trace.begin, trace.length), ""});
    ASSERT_GT(numbers.size(), 50U);
    const PlanCheck check = check_plan(numbers, every);
    EXPECT_EQ(check.count(PlanNumberState::current), numbers.size());
}

} // namespace trinvis
