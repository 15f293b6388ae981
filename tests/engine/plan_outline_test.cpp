// SPDX-License-Identifier: MPL-2.0
//
// The two documents section by section: which there are, in what order, with which headings, and what is said of those
// that lack something.
#include "compared.hpp"

#include "plan/appendices.hpp"
#include "plan/figure_rounds.hpp"
#include "plan/front_matter.hpp"
#include "plan/plan_outline.hpp"
#include "plan/plan_part.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::country_compared;
using tests::day;
using tests::words;
using tests::WorkbookFixture;

PlanInputs inputs_of(const Compared& all, const Validation& validation)
{
    return {all.workbook, validation, all.benchmark, all.source, all.texts(), words(), day(2021, 3, 1)};
}

/// As the commands gather it, without the working tools.
PlanContent gathered(const Compared& all = country_compared(), const Validation& validation = {})
{
    const PlanInputs inputs = inputs_of(all, validation);
    PlanContent plan = plan_content(inputs);
    add_front_matter(plan, inputs);
    add_appendices(plan, inputs);
    return plan;
}

PlanContent document(const PlanOptions& options, PlanContent content = gathered())
{
    return arranged(std::move(content), options, words().danish);
}

std::vector<std::string> chapters(const PlanContent& plan, DocumentKind kind)
{
    std::vector<std::string> found;
    for (const PlanSection& section : plan_sections(kind))
        for (const PlanBlock& block : plan.slots.find(section.id)->second)
            if (const PlanHeading* heading = std::get_if<PlanHeading>(&block); heading && heading->level == 1)
                found.push_back(heading->text);
    return found;
}

std::string said(const PlanBlocks& blocks)
{
    std::string text;
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            text += paragraph->text + "\n";
    return text;
}

const PlanTable* table_in(const PlanBlocks& blocks, std::string_view part)
{
    for (const PlanBlock& block : blocks)
        if (const PlanTable* table = std::get_if<PlanTable>(&block); table && table->part == part)
            return table;
    return nullptr;
}

OutlineLine line_of(std::string_view id, const Compared& all = country_compared(), const Validation& validation = {},
                    DocumentKind kind = DocumentKind::plan)
{
    const PlanContent content = gathered(all, validation);
    for (OutlineLine& line :
         plan_outline(content, kind, plan_remarks(inputs_of(all, validation), content), words().danish))
        if (line.id == id)
            return std::move(line);
    throw std::logic_error("no such section");
}

Validation with_findings()
{
    Validation validation;
    validation.rules_run = 40;
    Finding error;
    error.severity = rules::Severity::error;
    error.sheet = "Indtastning";
    error.cell = "C7";
    error.message = "Tallet 12 er negativt.";
    Finding explained;
    explained.severity = rules::Severity::warning;
    explained.status = FindingStatus::explained;
    explained.sheet = "Indtastning";
    explained.cell = "D9";
    explained.message = "Tallet 7 er fordoblet.";
    explained.explanation = "Ny institution i kommunen";
    validation.findings = {error, explained};
    return validation;
}

} // namespace

TEST(PlanOutline, EverySlotButTheFrontPagesIsASection)
{
    std::vector<std::string_view> ids{"invented"};
    for (const PlanSection& section : plan_sections(DocumentKind::plan))
        ids.push_back(section.id);
    std::vector<std::string_view> slots = plan_slots();
    std::sort(ids.begin(), ids.end());
    std::sort(slots.begin(), slots.end());
    EXPECT_EQ(ids, slots);
}

TEST(PlanOutline, AnArrangedPlanHasHeadingsOnlyWhereThereIsContent)
{
    EXPECT_EQ(
        chapters(document({}), DocumentKind::plan),
        (std::vector<std::string>{"Baggrund og formål", "Nøgletal: status", "Nøgletal: udvikling og sammenligning",
                                  "Forbehold: fund, der står tilbage", "Mål", "Aktiviteter og ansvar",
                                  "Nuværende strategier og målgrupper", "Organisering", "Opfølgning",
                                  "Bilag 1: Definitioner", "Bilag 2: Kilder og metode", "Bilag 3: Valideringslog"}));
}

TEST(PlanOutline, EveryPartOfAnArrangedDocumentStandsInOnePlace)
{
    for (const DocumentKind kind : {DocumentKind::plan, DocumentKind::report})
    {
        PlanBlocks all;
        for (const auto& [slot, blocks] : document({.kind = kind}).slots)
            all.insert(all.end(), blocks.begin(), blocks.end());
        EXPECT_NO_THROW(static_cast<void>(parts_of(all)));
    }
}

TEST(PlanOutline, AHeadingSharesItsPartWithTheWordsBelow)
{
    const PlanContent plan = document({});
    for (const auto& [slot, blocks] : plan.slots)
        for (std::size_t i = 0; i < blocks.size(); ++i)
        {
            const PlanHeading* heading = std::get_if<PlanHeading>(&blocks[i]);
            if (!heading || heading->level != 1)
                continue;
            ASSERT_LT(i + 1, blocks.size()) << slot;
            EXPECT_EQ(part_of(blocks[i + 1]), heading->part) << slot;
            EXPECT_TRUE(std::holds_alternative<PlanParagraph>(blocks[i + 1])) << slot;
        }
}

TEST(PlanOutline, TheFirstSectionThatIsThereBeginsAPage)
{
    const PlanContent plan = document({.sections = {"goals", "sources"}});
    EXPECT_TRUE(std::get<PlanHeading>(plan.slots.at("goals").front()).new_page);
    EXPECT_FALSE(std::get<PlanHeading>(plan.slots.at("sources").front()).new_page);
    EXPECT_FALSE(std::get<PlanHeading>(document({}).slots.at("goals").front()).new_page);
}

TEST(PlanOutline, NumbersTheAppendicesThatAreChosen)
{
    EXPECT_EQ(chapters(document({.sections = {"status", "sources", "validation"}}), DocumentKind::plan),
              (std::vector<std::string>{"Nøgletal: status", "Bilag 1: Kilder og metode", "Bilag 2: Valideringslog"}));
}

TEST(PlanOutline, SectionsThatAreNotWantedAreEmptyButThere)
{
    const PlanContent plan = document({.sections = {"status"}});
    for (const std::string_view slot : plan_slots())
    {
        ASSERT_TRUE(plan.slots.contains(slot)) << slot;
        const bool kept = slot == "status" || slot == "invented";
        EXPECT_TRUE(kept || plan.slots.find(slot)->second.empty()) << slot;
    }
}

TEST(PlanOutline, KeepsTheHeadingThatContentBrings)
{
    PlanContent content = gathered();
    PlanChapter chapter("survey");
    chapter.add("text", PlanHeading{1, "Spørgeskema: jeres og de øvriges svar", true});
    chapter.add("text", PlanParagraph{"39 kommuner har svaret."});
    content.slots["survey"] = chapter.blocks();
    const PlanContent plan = document({}, content);
    EXPECT_EQ(plan.slots.at("survey").size(), 2U);
}

TEST(KeyFigureReport, HasNoPlacesToWriteInAndNoGoals)
{
    const PlanContent report = document({.kind = DocumentKind::report});
    EXPECT_EQ(report.title, "Nøgletalsrapport – Brønderslev");
    EXPECT_EQ(chapters(report, DocumentKind::report),
              (std::vector<std::string>{"Nøgletal: status", "Nøgletal: udvikling og sammenligning",
                                        "Forbehold: fund, der står tilbage", "Bilag 1: Kilder og metode",
                                        "Bilag 2: Valideringslog"}));
    for (const auto& [slot, blocks] : report.slots)
        for (const PlanBlock& block : blocks)
        {
            const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block);
            EXPECT_FALSE(paragraph && paragraph->look == ParagraphLook::to_write) << slot;
        }
    EXPECT_TRUE(report.slots.at("goals").empty());
}

TEST(KeyFigureReport, CallsItselfNoPlanWhereNumbersAreInvented)
{
    PlanContent content = gathered();
    PlanChapter invented("invented");
    invented.add("example", PlanParagraph{words().danish.get("plan.invented"), ParagraphLook::invented});
    content.slots["invented"] = invented.blocks();
    EXPECT_EQ(said(document({.kind = DocumentKind::report}, content).slots.at("invented")),
              "Nøgletalsrapporten bygger på opdigtede tal og er et eksempel.\n");
    EXPECT_EQ(said(document({}, content).slots.at("invented")), "Planen bygger på opdigtede tal og er et eksempel.\n");
}

TEST(KeyFigureReport, ShowsTheLatestRoundsOfEachFigureAsNumbers)
{
    const Compared& all = country_compared();
    PlanContent report = gathered();
    const Validation validation;
    add_figure_rounds(report, inputs_of(all, validation));
    for (const Figure& figure : all.workbook.figures)
    {
        const PlanTable* table = table_in(report.slots.at("figures"), "figures." + figure.id + ".rounds");
        ASSERT_TRUE(table) << figure.id;
        ASSERT_EQ(table->rows.size(), 7U) << figure.id;
        EXPECT_EQ(table->rows[1][0], "31-12-2020");
        EXPECT_EQ(table->rows[0].size(), table->widths.size());
        const Comparison& country = all.of(figure.id, GroupKind::country, day(2020, 12, 31));
        EXPECT_EQ(table->rows[1][3] == "–", !country.level.has_value());
    }
    EXPECT_NO_THROW(static_cast<void>(parts_of(report.slots.at("figures"))));
}

TEST(KeyFigureReport, PutsTheNumbersBehindTheFiguresOnAPageOfTheirOwn)
{
    PlanContent report = gathered();
    const Validation validation;
    add_figure_rounds(report, inputs_of(country_compared(), validation));
    const PlanBlocks& blocks = report.slots.at("figures");
    const auto place = [&](std::string_view part)
    {
        return std::find_if(blocks.begin(), blocks.end(),
                            [part](const PlanBlock& block) { return part_of(block) == part; });
    };
    EXPECT_LT(place("figures.12.text"), place("figures.numbers"));
    EXPECT_LT(place("figures.numbers"), place("figures.1.rounds"));
    EXPECT_LT(place("figures.1.rounds"), place("figures.10.rounds"));
    EXPECT_TRUE(std::get<PlanHeading>(*place("figures.numbers")).new_page);
}

TEST(PlanPreview, SaysWhatIsMissing)
{
    EXPECT_EQ(line_of("survey").note, "Der er ingen svar på spørgeskemaet.");
    EXPECT_FALSE(line_of("survey").has_content);
    EXPECT_EQ(line_of("goals").note, "Der er ingen mål i mappen: tabellen er til at skrive i.");
    EXPECT_TRUE(line_of("goals").has_content);
    EXPECT_EQ(line_of("organisation").note, "Skrives af jer i dokumentet.");
    EXPECT_EQ(line_of("status").note, "");
    EXPECT_EQ(line_of("sources").name, "Kilder og metode");
}

TEST(PlanPreview, SaysThatThereIsNothingToCompareWith)
{
    const Compared alone(WorkbookFixture::filled(Language::danish));
    EXPECT_TRUE(line_of("status", alone).note.starts_with("Der er ingen sammenligningstal")) << "status";
    EXPECT_NE(said(gathered(alone).slots.at("findings")).find("Der er ingen sammenligningstal"), std::string::npos);
    EXPECT_EQ(said(gathered().slots.at("findings")).find("Der er ingen sammenligningstal"), std::string::npos);
}

TEST(PlanPreview, SaysThatThereAreErrors)
{
    EXPECT_TRUE(line_of("findings", country_compared(), with_findings()).note.starts_with("Ikke klar: 1 fejl"));
    EXPECT_NE(said(gathered(country_compared(), with_findings()).slots.at("findings")).find("Ikke klar: 1 fejl"),
              std::string::npos);
}

TEST(PlanPreview, SaysThatTheWorkbookWasNeverValidated)
{
    EXPECT_NE(line_of("validation").note, "");
    EXPECT_NE(said(gathered().slots.at("findings")).find("Mappen har ikke arket Validering"), std::string::npos);
}

TEST(Appendices, TheValidationLogCountsBySeverityAndKeepsExplanations)
{
    const PlanBlocks log = gathered(country_compared(), with_findings()).slots.at("validation");
    EXPECT_NE(said(log).find("blev 40 regler prøvet. Ikke klar: 1 fejl"), std::string::npos) << said(log);
    const PlanTable* counts = table_in(log, "validation.table");
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->rows[1], (std::vector<std::string>{"Fejl", "1", "0", "1"}));
    EXPECT_EQ(counts->rows[2], (std::vector<std::string>{"Advarsel", "1", "1", "0"}));
    const PlanTable* explained = table_in(log, "validation.explained");
    ASSERT_TRUE(explained);
    ASSERT_EQ(explained->rows.size(), 2U);
    EXPECT_EQ(explained->rows[1],
              (std::vector<std::string>{"Indtastning D9", "Tallet 7 er fordoblet.", "Ny institution i kommunen"}));
}

TEST(Appendices, ASharedDocumentQuotesNoFindingAndTellsWhatIsHidden)
{
    const Compared& all = country_compared();
    Benchmark shared = all.benchmark;
    shared.sharing = {"Til deling: 3 af jeres tal er skjult, fordi de er under 5."};
    const Validation validation = with_findings();
    const PlanInputs inputs{all.workbook, validation, shared, all.source, all.texts(), words(), day(2021, 3, 1)};
    PlanContent plan = plan_content(inputs);
    add_appendices(plan, inputs);
    EXPECT_FALSE(table_in(plan.slots.at("validation"), "validation.explained"));
    EXPECT_EQ(said(plan.slots.at("validation")).find("fordoblet"), std::string::npos);
    EXPECT_TRUE(said(plan.slots.at("disclosure")).starts_with(shared.sharing.front()));
    EXPECT_TRUE(gathered().slots.at("disclosure").empty());
}

TEST(FrontMatter, TellsHowFarTheFiguresGo)
{
    EXPECT_NE(said(gathered().slots.at("background")).find("til og med den 31-12-2020."), std::string::npos);
}

TEST(FrontMatter, TakesTheEmptyTableOfActivitiesAwayWhereThereAreGoals)
{
    const Validation validation;
    const PlanInputs inputs = inputs_of(country_compared(), validation);
    PlanContent plan = plan_content(inputs);
    PlanChapter goals("goals");
    goals.add("one", PlanParagraph{"Flere børn hos slægt og netværk."});
    plan.slots["goals"] = goals.blocks();
    add_front_matter(plan, inputs);
    EXPECT_TRUE(plan.slots.at("activities").empty());
    EXPECT_EQ(plan.slots.at("goals").size(), 1U);
}

} // namespace trinvis
