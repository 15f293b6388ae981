// SPDX-License-Identifier: MPL-2.0
//
// The draft of the udviklingsplan as data.
#include "compared.hpp"

#include "plan/plan_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::country_compared;
using tests::day;
using tests::WorkbookFixture;

PlanContent plan_of(const Compared& all, const Validation& validation = {})
{
    return plan_content(
        {all.workbook, validation, all.benchmark, all.source, all.texts(), tests::words(), day(2021, 3, 1)});
}

const PlanTable* table_in(const std::vector<PlanBlock>& blocks)
{
    for (const PlanBlock& block : blocks)
        if (const PlanTable* table = std::get_if<PlanTable>(&block))
            return table;
    return nullptr;
}

std::vector<std::string> headings_in(const std::vector<PlanBlock>& blocks)
{
    std::vector<std::string> headings;
    for (const PlanBlock& block : blocks)
        if (const PlanHeading* heading = std::get_if<PlanHeading>(&block))
            headings.push_back(heading->text);
    return headings;
}

/// The paragraphs beneath a figure's heading.
std::vector<PlanParagraph> paragraphs_of(const PlanContent& plan, std::string_view figure)
{
    std::vector<PlanParagraph> paragraphs;
    bool within = false;
    for (const PlanBlock& block : plan.slots.at("figures"))
    {
        if (const PlanHeading* heading = std::get_if<PlanHeading>(&block))
            within = heading->text.starts_with(std::string(figure) + " ");
        else if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block); paragraph && within)
            paragraphs.push_back(*paragraph);
    }
    return paragraphs;
}

std::string body_of(const PlanContent& plan, std::string_view figure)
{
    for (const PlanParagraph& paragraph : paragraphs_of(plan, figure))
        if (paragraph.look == ParagraphLook::body)
            return paragraph.text;
    return {};
}

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

std::size_t charts_in(const std::vector<PlanBlock>& blocks)
{
    return static_cast<std::size_t>(std::count_if(
        blocks.begin(), blocks.end(), [](const PlanBlock& block) { return std::holds_alternative<PlanChart>(block); }));
}

} // namespace

TEST(Plan, FillsEverySlotThatATemplateMayName)
{
    const PlanContent plan = plan_of(country_compared());
    for (const std::string_view slot : plan_slots())
        EXPECT_TRUE(plan.slots.contains(slot)) << slot;
    for (const auto& [slot, blocks] : plan.slots)
        EXPECT_NE(std::find(plan_slots().begin(), plan_slots().end(), slot), plan_slots().end()) << slot;
}

TEST(Plan, NamesMunicipalityAndDate)
{
    const PlanContent plan = plan_of(country_compared());
    EXPECT_EQ(plan.values.at("municipality"), "Brønderslev");
    EXPECT_EQ(plan.values.at("date"), "01-03-2021");
}

TEST(Plan, HasTheTwelveFigures)
{
    const std::vector<std::string> headings = headings_in(plan_of(country_compared()).slots.at("figures"));
    const auto& figures = tests::catalogue(Language::danish).figures;
    ASSERT_EQ(headings.size(), 12U);
    for (std::size_t i = 0; i < headings.size(); ++i)
        EXPECT_EQ(headings[i], figures[i].id + " " + figures[i].name);
}

TEST(Plan, HasTheProfileAndBothChartsOfEachFigure)
{
    EXPECT_EQ(charts_in(plan_of(country_compared()).slots.at("figures")), 25U);
}

TEST(Plan, TellsTheOwnValueOnceAndEachGroupOnce)
{
    const PlanContent plan = plan_of(country_compared());
    for (const Figure& figure : country_compared().workbook.figures)
    {
        const std::string text = body_of(plan, figure.id);
        EXPECT_TRUE(text.starts_with("Jeres værdi er ")) << text;
        EXPECT_EQ(count_of(text, "Jeres værdi er "), 1U) << text;
        EXPECT_LE(count_of(text, "95 pct. interval"), 1U) << text;
        EXPECT_EQ(count_of(text, "hele landet"), 1U) << text;
        EXPECT_EQ(count_of(text, "Region Nordjylland"), 1U) << text;
        EXPECT_EQ(count_of(text, ".."), 0U) << text;
        EXPECT_EQ(count_of(text, "{"), 0U) << text;
    }
}

TEST(Plan, ReadsAsWholeSentences)
{
    const std::string text = body_of(plan_of(country_compared()), "1");
    EXPECT_EQ(count_of(text, "31-12-2020"), 1U) << text;
    for (std::size_t at = text.find("). "); at != std::string::npos; at = text.find("). ", at + 1))
        EXPECT_TRUE(std::isupper(static_cast<unsigned char>(text[at + 3]))) << text;
}

TEST(Plan, SaysThatDefinitionsAreTheToolsProposal)
{
    const auto paragraphs = paragraphs_of(plan_of(country_compared()), "1");
    EXPECT_TRUE(paragraphs.front().text.starts_with("Definition (værktøjets forslag, tilpasses lokalt): "));
    const PlanContent plan = plan_of(country_compared());
    const PlanTable* table = table_in(plan.slots.at("definitions"));
    ASSERT_EQ(table->rows.size(), 13U);
    EXPECT_EQ(table->rows[1][2], "værktøjets forslag, tilpasses lokalt");
}

TEST(Plan, PrefersTheDefinitionThatTheMunicipalityWrote)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "1", "official_definition") = Cell{"Vores egen"};
    const PlanContent plan = plan_of(Compared(book));
    EXPECT_EQ(paragraphs_of(plan, "1").front().text, "Definition: Vores egen.");
    EXPECT_EQ(table_in(plan.slots.at("definitions"))->rows[1][1], "Vores egen");
    EXPECT_EQ(table_in(plan.slots.at("definitions"))->rows[1][2], "Skrevet af kommunen");
}

TEST(Plan, SaysThatAFigureIsNotReported)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const Date date : tests::demo_cut_offs())
        book.entry("varighed_institution", date) = Cell{};
    const PlanContent plan = plan_of(Compared(book));
    EXPECT_EQ(body_of(plan, "2"), "Nøgletallet er ikke indberettet.");
    const PlanTable* status = table_in(plan.slots.at("status"));
    EXPECT_EQ(status->rows.at(2).back(), "Ikke indberettet");
    EXPECT_EQ(status->rows.at(2).at(3), "–");
}

TEST(Plan, HasAStatusRowForEachFigure)
{
    const PlanContent plan = plan_of(country_compared());
    const PlanTable* status = table_in(plan.slots.at("status"));
    ASSERT_EQ(status->rows.size(), 13U);
    for (const auto& row : status->rows)
        EXPECT_EQ(row.size(), status->widths.size());
    EXPECT_EQ(status->rows[1][2], "31-12-2020");
}

TEST(Plan, MakesTablesOfEvenWidth)
{
    const PlanContent plan = plan_of(country_compared());
    for (const auto& [slot, blocks] : plan.slots)
        if (const PlanTable* table = table_in(blocks))
        {
            EXPECT_FALSE(table->name.empty() || table->caption.empty()) << slot;
            EXPECT_EQ(table->numeric.size(), table->widths.size()) << slot;
            for (const auto& row : table->rows)
                EXPECT_EQ(row.size(), table->widths.size()) << slot;
        }
}

TEST(Plan, LeavesJudgementsToBeWritten)
{
    const PlanContent plan = plan_of(country_compared());
    for (const Figure& figure : country_compared().workbook.figures)
        EXPECT_EQ(paragraphs_of(plan, figure.id).back().look, ParagraphLook::to_write);
    for (const char* slot : {"goals", "activities", "follow_up"})
    {
        const PlanTable* table = table_in(plan.slots.at(slot));
        for (std::size_t row = 1; row < table->rows.size(); ++row)
            EXPECT_TRUE(std::all_of(table->rows[row].begin(), table->rows[row].end(),
                                    [](const std::string& text) { return text.empty(); }));
    }
}

TEST(Plan, ListsErrorsAndWarningsButNoInformation)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    const Validation validation = book.validate();
    const PlanContent plan = plan_of(Compared(book), validation);
    const PlanTable* table = table_in(plan.slots.at("findings"));
    ASSERT_NE(table, nullptr);
    const SeverityCounts counts = count_severities(validation.findings);
    EXPECT_EQ(table->rows.size(), 1 + counts.errors + counts.warnings);
    EXPECT_EQ(table->rows[1][0], "Fejl");
    EXPECT_EQ(table->rows[1][1], validation.findings.front().sheet + " " + validation.findings.front().cell);
}

TEST(Plan, WithoutFindingsSaysSoAndHasNoTable)
{
    const WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const PlanContent plan = plan_of(Compared(book), book.validate());
    const auto& blocks = plan.slots.at("findings");
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(std::get<PlanParagraph>(blocks[0]).text, "Ingen fejl fundet.");
}

TEST(Plan, StopsAtFortyFindingsAndCountsTheRest)
{
    Validation validation;
    Finding finding;
    finding.message = "fejl";
    validation.findings.assign(47, finding);
    finding.severity = rules::Severity::information;
    validation.findings.insert(validation.findings.end(), 5, finding);
    const PlanContent plan = plan_of(country_compared(), validation);
    const auto& blocks = plan.slots.at("findings");
    EXPECT_EQ(table_in(blocks)->rows.size(), 41U);
    EXPECT_EQ(std::get<PlanParagraph>(blocks.back()).text, "Yderligere 7 fund står i arket Validering.");
}

TEST(Plan, OnInventedNumbersSaysSo)
{
    const PlanContent plan = plan_of(country_compared());
    const auto& blocks = plan.slots.at("invented");
    ASSERT_FALSE(blocks.empty());
    EXPECT_EQ(std::get<PlanParagraph>(blocks.front()).text, "Planen bygger på opdigtede tal og er et eksempel.");
    EXPECT_EQ(std::get<PlanParagraph>(blocks.front()).look, ParagraphLook::invented);
}

TEST(Plan, OnRealNumbersCallsNothingInvented)
{
    const PlanContent plan = plan_of(Compared(WorkbookFixture::filled(Language::danish)));
    const auto invented = plan.slots.find("invented");
    EXPECT_TRUE(invented == plan.slots.end() || invented->second.empty());
}

TEST(Plan, ShowsWhatStamdataSaysOfTheNumbers)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("facts", "data_note", "value") = Cell{"Foreløbige tal"};
    const PlanContent plan = plan_of(Compared(book));
    ASSERT_EQ(plan.slots.at("invented").size(), 1U);
    EXPECT_EQ(std::get<PlanParagraph>(plan.slots.at("invented")[0]).text, "Foreløbige tal");
}

TEST(Plan, NamesItsSourcesAndThatNoAuthorityMadeIt)
{
    const PlanContent plan = plan_of(country_compared());
    const auto& blocks = plan.slots.at("sources");
    EXPECT_EQ(blocks.size(), 5U);
    EXPECT_NE(std::get<PlanParagraph>(blocks.back()).text.find("ikke er en myndigheds produkt"), std::string::npos);
}

TEST(Plan, InAnEnglishWorkbookIsInEnglish)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::english);
    book.add_all_comparison_data();
    const Compared all(book);
    const PlanContent plan = plan_of(all);
    EXPECT_EQ(headings_in(plan.slots.at("figures")).front(), "1 Placements in institutions");
    for (const Figure& figure : all.workbook.figures)
        EXPECT_TRUE(body_of(plan, figure.id).starts_with("Your value is ")) << body_of(plan, figure.id);
}

} // namespace trinvis
