// SPDX-License-Identifier: MPL-2.0
//
// Proposals for focus areas: what gives one, what is said of it, and that the consultant's work is never lost.
#include "compared.hpp"
#include "working_sheets.hpp"

#include "mini_analysis/focus_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::apply;
using tests::Compared;
using tests::mini_analysis_form;
using tests::put_working_sheet;
using tests::words;
using tests::WorkbookFixture;
using tests::working_cell;
using tests::working_text;

/// A comparison of figure 3 with the country that is all that is known.
Benchmark benchmark_with(Verdict verdict, int merit, TrendState trend = TrendState::none, int trend_merit = 0)
{
    Comparison comparison;
    comparison.figure = "3";
    comparison.period = tests::day(2018, 12, 31);
    comparison.group = GroupKind::country;
    comparison.own.state = ValueState::number;
    comparison.own.absence = Absence::none;
    comparison.own.value = 4;
    comparison.own.numerator = 80;
    comparison.own.denominator = 20000;
    comparison.ratio_of_sums = comparison.mean = comparison.level = 3;
    comparison.verdict = verdict;
    comparison.judgement.verdict = verdict;
    comparison.judgement.merit = merit;
    comparison.judgement.trend.state = trend;
    comparison.judgement.trend.rounds = 5;
    comparison.judgement.trend_merit = trend_merit;
    Benchmark benchmark;
    benchmark.comparisons.push_back(std::move(comparison));
    return benchmark;
}

Workbook workbook_with(Direction direction)
{
    Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    for (Figure& figure : workbook.figures)
        figure.direction = direction;
    return workbook;
}

std::vector<FocusReason> reasons_of(const Benchmark& benchmark, Direction direction = Direction::neither,
                                    std::span<const SurveySignal> survey = {})
{
    return focus_reasons(benchmark, workbook_with(direction), survey, mini_analysis_form(), words().danish);
}

FocusReason reason(const char* number, std::string text, std::string area = "provider")
{
    return {{ReferenceKind::figure, number},
            std::move(area),
            "Undersøg nærmere: nr. " + std::string(number),
            std::move(text)};
}

WorkbookFixture with_sheet()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    put_working_sheet(book, focus_sheet(mini_analysis_form(), words().danish));
    return book;
}

FocusSheetChange run(WorkbookFixture& book, const std::vector<FocusReason>& reasons)
{
    FocusSheetChange change = focus_sheet_change(book.read(), reasons, mini_analysis_form(), words());
    apply(book, change.update);
    return change;
}

std::string text(WorkbookFixture& book, int row, std::string_view key)
{
    return working_text(book, "focus_areas", row, key);
}

} // namespace

TEST(FocusReasons, ComeOnlyWhereTheVerdictClaimsADifferenceOrTheTrendIsCertain)
{
    EXPECT_EQ(reasons_of(benchmark_with(Verdict::high_95, 0)).size(), 1U);
    EXPECT_EQ(reasons_of(benchmark_with(Verdict::low_998, 0)).size(), 1U);
    EXPECT_EQ(reasons_of(benchmark_with(Verdict::not_significant, 0, TrendState::rising)).size(), 1U);
    for (const Verdict verdict :
         {Verdict::not_significant, Verdict::small_base, Verdict::not_computable, Verdict::no_group})
        for (const TrendState trend : {TrendState::none, TrendState::too_few_rounds, TrendState::too_small})
            EXPECT_TRUE(reasons_of(benchmark_with(verdict, 0, trend)).empty());
}

TEST(FocusReasons, SayTheDifferenceInTheWordsOfTheComparison)
{
    const std::vector<FocusReason> reasons = reasons_of(benchmark_with(Verdict::high_95, 0));
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].reference, (Reference{ReferenceKind::figure, "3"}));
    EXPECT_EQ(reasons[0].area, "provider");
    EXPECT_NE(reasons[0].reason.find("Det er højere end hele landet"), std::string::npos) << reasons[0].reason;
}

TEST(FocusReasons, DescribeWithoutJudgingWhereNoWayIsWanted)
{
    const FocusReason neutral = reasons_of(benchmark_with(Verdict::high_95, 0)).at(0);
    EXPECT_EQ(neutral.proposal, "Undersøg nærmere: Anbringelser i plejefamilier");
    EXPECT_NE(neutral.reason.find("hverken godt eller dårligt"), std::string::npos);
    const FocusReason worse = reasons_of(benchmark_with(Verdict::high_95, -1), Direction::lower).at(0);
    EXPECT_EQ(worse.proposal, "Overvej som fokusområde: Anbringelser i plejefamilier");
    EXPECT_EQ(worse.reason.find("hverken godt eller dårligt"), std::string::npos);
}

TEST(FocusReasons, DoNotProposeWhatIsBetter)
{
    EXPECT_TRUE(reasons_of(benchmark_with(Verdict::low_95, 1), Direction::lower).empty());
    EXPECT_TRUE(
        reasons_of(benchmark_with(Verdict::not_significant, 0, TrendState::falling, 1), Direction::lower).empty());
}

TEST(FocusReasons, NameTheCertainMovement)
{
    const std::vector<FocusReason> reasons =
        reasons_of(benchmark_with(Verdict::not_significant, 0, TrendState::rising, -1), Direction::lower);
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_NE(reasons[0].reason.find("5 runder"), std::string::npos) << reasons[0].reason;
    EXPECT_EQ(reasons[0].reason.find("hele landet"), std::string::npos) << reasons[0].reason;
}

TEST(FocusReasons, AgreeWithTheVerdictsOfAWholeCountry)
{
    const Compared& compared = tests::country_compared();
    const std::vector<FocusReason> reasons =
        focus_reasons(compared.benchmark, compared.workbook, {}, mini_analysis_form(), compared.texts());
    for (const Figure& figure : compared.workbook.figures)
    {
        bool claimed = false;
        for (const Comparison* comparison : latest(compared.benchmark, figure.id))
            if (comparison->group == GroupKind::country || comparison->group == compared.benchmark.main_group)
                claimed = claimed ||
                          (difference_claimed(comparison->judgement.verdict) != 0 && comparison->judgement.merit <= 0);
        const auto comparisons = latest(compared.benchmark, figure.id);
        const bool moving = !comparisons.empty() && comparisons.front()->judgement.trend_merit <= 0 &&
                            (comparisons.front()->judgement.trend.state == TrendState::rising ||
                             comparisons.front()->judgement.trend.state == TrendState::falling);
        const bool proposed = std::any_of(reasons.begin(), reasons.end(),
                                          [&](const FocusReason& one) { return one.reference.number == figure.id; });
        EXPECT_EQ(proposed, claimed || moving) << figure.id;
    }
    EXPECT_FALSE(reasons.empty());
}

TEST(FocusReasons, BringUpAQuestionAStepBelowTheOthers)
{
    const std::vector<SurveySignal> survey{{"Følges der op?", "1", "myndighed", 2, 3.1, 38},
                                           {"Samarbejdes der?", "3", "", 3, 3.9, 38},
                                           {"Er der fokus?", "11", "", 2, 3.5, 4},
                                           {"Opspores der?", "5", "ukendt", 2, 3, 38}};
    const std::vector<FocusReason> reasons = reasons_of({}, Direction::neither, survey);
    ASSERT_EQ(reasons.size(), 2U);
    EXPECT_EQ(reasons[0].reference, (Reference{ReferenceKind::question, "1"}));
    EXPECT_EQ(reasons[0].area, "authority");
    EXPECT_NE(reasons[0].reason.find("Jeres svar er 2 på skalaen 1-5. De øvrige kommuners gennemsnit er 3,1 (38 "
                                     "kommuner har svaret)"),
              std::string::npos)
        << reasons[0].reason;
    EXPECT_EQ(reasons[1].reference.number, "5");
    EXPECT_EQ(reasons[1].area, "universal");
}

TEST(FocusSheet, TakesTheProposalsWithReferenceAreaAndReason)
{
    WorkbookFixture book = with_sheet();
    const FocusSheetChange change = run(book, {reason("3", "Højere."), reason("8", "Stiger.", "authority")});
    EXPECT_EQ(change.added, 2U);
    EXPECT_EQ(text(book, 1, "reference"), "nøgletal 3");
    EXPECT_EQ(text(book, 1, "proposal"), "Undersøg nærmere: nr. 3");
    EXPECT_EQ(text(book, 1, "area"), "udfører");
    EXPECT_EQ(text(book, 1, "reason"), "Højere.");
    EXPECT_EQ(text(book, 1, "chosen"), "");
    EXPECT_EQ(text(book, 2, "reference"), "nøgletal 8");
}

TEST(FocusSheet, ChangesNoTextTheSecondTime)
{
    WorkbookFixture book = with_sheet();
    const std::vector<FocusReason> reasons{reason("3", "Højere."), reason("8", "Stiger.")};
    run(book, reasons);
    const FocusSheetChange again = run(book, reasons);
    EXPECT_EQ(again.added, 0U);
    for (const CellUpdate& cell : again.update.cells)
        EXPECT_TRUE(std::holds_alternative<LinkTo>(cell.content)) << cell_address(cell.row, cell.column);
}

TEST(FocusSheet, RenewsReasonsInTheirPlaceAlsoAfterSorting)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere."), reason("8", "Stiger.")});
    working_cell(book, "focus_areas", 1, "chosen") = Cell{"ja"};
    working_cell(book, "focus_areas", 1, "own_reason") = Cell{"Vi vil have flere plejefamilier"};
    const Workbook workbook = book.read();
    const int heading = workbook.working_table("focus_areas").heading_row;
    Grid& grid = book.cells.sheets.back();
    for (int column = 0; column < grid.columns; ++column)
        std::swap(grid.make(heading + 1, column), grid.make(heading + 2, column));
    run(book, {reason("3", "Meget højere."), reason("8", "Falder.")});
    EXPECT_EQ(text(book, 2, "reference"), "nøgletal 3");
    EXPECT_EQ(text(book, 2, "reason"), "Meget højere.");
    EXPECT_EQ(text(book, 2, "chosen"), "ja");
    EXPECT_EQ(text(book, 2, "own_reason"), "Vi vil have flere plejefamilier");
    EXPECT_EQ(text(book, 1, "reason"), "Falder.");
}

TEST(FocusSheet, KeepsWhatTheConsultantChangedInTheToolsTexts)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere.")});
    working_cell(book, "focus_areas", 1, "reason") = Cell{"Højere, fordi vi tæller anderledes."};
    working_cell(book, "focus_areas", 1, "area") = Cell{"almen"};
    run(book, {reason("3", "Lavere.")});
    EXPECT_EQ(text(book, 1, "reason"), "Højere, fordi vi tæller anderledes.");
    EXPECT_EQ(text(book, 1, "area"), "almen");
    // Also when it is no longer proposed.
    run(book, {});
    EXPECT_EQ(text(book, 1, "reason"), "Højere, fordi vi tæller anderledes.");
}

TEST(FocusSheet, KeepsTheConsultantsOwnRows)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere.")});
    working_cell(book, "focus_areas", 2, "proposal") = Cell{"Netværk i alle sager"};
    working_cell(book, "focus_areas", 2, "chosen") = Cell{"ja"};
    working_cell(book, "focus_areas", 3, "reference") = Cell{"besøg i Herning"};
    const Grid before = book.cells.sheets.back();
    run(book, {});
    const int heading = book.read().working_table("focus_areas").heading_row;
    for (int row = heading + 2; row < before.rows(); ++row)
        for (int column = 0; column < before.columns; ++column)
            EXPECT_EQ(book.cells.sheets.back().at(row, column), before.at(row, column));
}

TEST(FocusSheet, EmptiesWhatNoLongerHoldsAndWasNotTouched)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere."), reason("8", "Stiger.")});
    const FocusSheetChange change = run(book, {reason("8", "Stiger.")});
    EXPECT_EQ(change.removed, 1U);
    for (const char* key : {"reference", "proposal", "area", "reason", "inspiration", "check"})
        EXPECT_EQ(text(book, 1, key), "") << key;
    // The next proposal takes the empty row.
    run(book, {reason("8", "Stiger."), reason("12", "Ny.")});
    EXPECT_EQ(text(book, 1, "reference"), "nøgletal 12");
}

TEST(FocusSheet, MarksWhatNoLongerHoldsAndWasChosen)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere.")});
    working_cell(book, "focus_areas", 1, "chosen") = Cell{"ja"};
    const FocusSheetChange change = run(book, {});
    EXPECT_EQ(change.outdated, 1U);
    EXPECT_EQ(text(book, 1, "reason"), "Gælder ikke længere. Før stod her: Højere.");
    run(book, {});
    EXPECT_EQ(text(book, 1, "reason"), "Gælder ikke længere. Før stod her: Højere.");
    // It holds again.
    run(book, {reason("3", "Højere igen.")});
    EXPECT_EQ(text(book, 1, "reason"), "Højere igen.");
    EXPECT_EQ(text(book, 1, "chosen"), "ja");
}

TEST(FocusSheet, KeepsNoEarlierNumbersWhereTheWorkbookIsShared)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "4 børn flere.")});
    working_cell(book, "focus_areas", 1, "chosen") = Cell{"nej"};
    run(book, {});
    book.at("facts", "view", "value") = Cell{"til deling"};
    run(book, {});
    EXPECT_EQ(text(book, 1, "reason"), "Gælder ikke længere.");
}

TEST(FocusSheet, AColumnOfTheConsultantsCountsAsTouched)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "Højere.")});
    const int heading = book.read().working_table("focus_areas").heading_row;
    book.cells.sheets.back().make(heading, 9) = Cell{"Drøftet"};
    book.cells.sheets.back().make(heading + 1, 9) = Cell{"ja, i marts"};
    EXPECT_EQ(run(book, {}).outdated, 1U);
    EXPECT_EQ(book.cells.sheets.back().at(heading + 1, 9), Cell{"ja, i marts"});
}

TEST(FocusSheet, LinksToTheExamplesOfTheArea)
{
    WorkbookFixture book = with_sheet();
    put_working_sheet(book, inspiration_sheet(tests::inspiration_form(), mini_analysis_form(), words().danish));
    run(book, {reason("3", "Højere."), reason("8", "Stiger.", "authority")});
    EXPECT_EQ(text(book, 1, "inspiration"), "udfyldes fra kataloget");
    EXPECT_EQ(text(book, 2, "inspiration"), "1 eksempel");
}

TEST(FocusSheet, LinksRowsOfTheConsultantsOwnTooButWritesOverNothing)
{
    WorkbookFixture book = with_sheet();
    put_working_sheet(book, inspiration_sheet(tests::inspiration_form(), mini_analysis_form(), words().danish));
    working_cell(book, "focus_areas", 1, "proposal") = Cell{"Opfølgning"};
    working_cell(book, "focus_areas", 1, "area") = Cell{"myndighed"};
    working_cell(book, "focus_areas", 2, "area") = Cell{"almen"};
    working_cell(book, "focus_areas", 2, "inspiration") = Cell{"Spørg Odense"};
    run(book, {});
    EXPECT_EQ(text(book, 1, "inspiration"), "1 eksempel");
    EXPECT_EQ(text(book, 1, "proposal"), "Opfølgning");
    EXPECT_EQ(text(book, 2, "inspiration"), "Spørg Odense");
}

TEST(FocusSheet, ReadsTheChoiceInBothLanguages)
{
    WorkbookFixture book = with_sheet();
    run(book, {reason("3", "a"), reason("4", "b"), reason("5", "c")});
    working_cell(book, "focus_areas", 1, "chosen") = Cell{"JA"};
    working_cell(book, "focus_areas", 2, "chosen") = Cell{"no"};
    const std::vector<FocusArea> areas = read_focus_areas(book.read(), words());
    ASSERT_EQ(areas.size(), 3U);
    EXPECT_EQ(areas[0].chosen, Chosen::yes);
    EXPECT_EQ(areas[1].chosen, Chosen::no);
    EXPECT_EQ(areas[2].chosen, Chosen::undecided);
}

} // namespace trinvis
