// SPDX-License-Identifier: MPL-2.0
//
// What the panel shows of a validation: verdict, next step, lines, filters, details and explaining in place.
#include "workbook_fixture.hpp"

#include "live/findings_view.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

constexpr Date as_of{std::chrono::year{2021}, std::chrono::month{3}, std::chrono::day{1}};

const Texts& danish()
{
    return tests::words().danish;
}

FindingsView view_of(const WorkbookFixture& book, const Texts& texts = danish())
{
    return findings_view(book.validate(), book.read(), tests::words(), texts);
}

/// A filled workbook with an error, and a warning about a number that is not there.
WorkbookFixture faulty()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{-12.0};
    book.entry("opfoelgning_sager", day(2019, 12, 31)) = Cell{};
    return book;
}

const FindingLine& first_of(const FindingsView& view, rules::Severity severity)
{
    for (const FindingLine& line : view.lines)
        if (line.finding.severity == severity)
            return line;
    throw std::runtime_error("no such finding");
}

} // namespace

TEST(FindingsView, CountsAndVerdictAreThoseOfTheReport)
{
    const WorkbookFixture book = faulty();
    const Validation validation = book.validate();
    const FindingsView view = view_of(book);
    EXPECT_EQ(view.lines.size(), validation.findings.size());
    EXPECT_EQ(view.counts.errors, count_severities(validation.findings).errors);
    EXPECT_EQ(view.counts.warnings, count_severities(validation.findings).warnings);
    EXPECT_EQ(view.verdict, readiness_line(validation, danish()));
    EXPECT_EQ(view.ready_state, ReadyState::errors);
    EXPECT_TRUE(view.verdict.starts_with("Ikke klar: 1 fejl, 1 uforklaret advarsel.")) << view.verdict;
}

TEST(FindingsView, SaysTheNextStepForEveryStanding)
{
    WorkbookFixture book = faulty();
    FindingsView view = view_of(book);
    const Finding& next = view.lines.at(view.next.value()).finding;
    EXPECT_EQ(view.next_step, "Næste skridt: ret " + next.sheet + " " + next.cell + ".");
    EXPECT_EQ(finding_line(view.lines.at(*view.next), danish()),
              "✖ Fejl " + next.cell + ", nr. " + next.figure + ": " + next.message + " (" + next.sheet + ")");
    EXPECT_EQ(view.lines.at(*view.next).finding.severity, rules::Severity::error);

    book.entry("netvaerk", day(2018, 12, 31)) = Cell{std::string("41")};
    view = view_of(book);
    EXPECT_EQ(view.next_step, "Næste skridt: »Ret« kan rette 1 fund for jer.");
    EXPECT_TRUE(view.lines.at(view.next.value()).repairable);

    book.entry("netvaerk", day(2018, 12, 31)) = Cell{41.0};
    view = view_of(book);
    ASSERT_EQ(view.ready_state, ReadyState::warnings) << view.verdict;
    EXPECT_TRUE(view.next_step.starts_with("Næste skridt: ret eller forklar Indtastning ")) << view.next_step;

    view = view_of(WorkbookFixture::filled(Language::danish));
    EXPECT_EQ(view.ready_state, ReadyState::clear);
    EXPECT_EQ(view.next_step, "Næste skridt: sammenlign med de øvrige kommuner.");
    EXPECT_FALSE(view.next);

    view = view_of(WorkbookFixture(Language::danish));
    EXPECT_EQ(view.ready_state, ReadyState::empty) << view.verdict;
    EXPECT_EQ(view.next_step, "Næste skridt: indtast tal i arket Indtastning.");
}

TEST(FindingsView, SpeaksTheLanguageOfTheMenus)
{
    const FindingsView view = view_of(faulty(), tests::words().english);
    EXPECT_TRUE(view.verdict.starts_with("Not ready")) << view.verdict;
    EXPECT_TRUE(view.next_step.starts_with("Next step: correct ")) << view.next_step;
    EXPECT_TRUE(finding_line(view.lines.front(), tests::words().english).starts_with("✖ Error "));
}

TEST(FindingsView, EveryFilterLeavesOutWhatItIsNotAbout)
{
    const FindingsView view = view_of(faulty());
    EXPECT_EQ(matching(view, {}).size(), view.lines.size());
    const auto errors = matching(view, {rules::Severity::error, {}, {}});
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors.front(), 0U);
    std::size_t by_sheet = 0;
    for (const std::string& sheet : view.sheets)
        by_sheet += matching(view, {std::nullopt, sheet, {}}).size();
    EXPECT_EQ(by_sheet, view.lines.size());
    for (const auto& [figure, name] : view.figures)
    {
        EXPECT_FALSE(name.empty()) << figure;
        for (const std::size_t line : matching(view, {std::nullopt, {}, figure}))
            EXPECT_EQ(view.lines[line].finding.figure, figure);
    }
    EXPECT_TRUE(matching(view, {rules::Severity::error, "Stamdata", {}}).empty());
}

TEST(FindingsView, GivesEveryFindingItsReasonAndItsRule)
{
    WorkbookFixture book = faulty();
    book.entry("anbragte", day(2018, 12, 31)) = Cell{std::string("120")};
    const FindingsView view = view_of(book);
    for (const FindingLine& line : view.lines)
    {
        EXPECT_FALSE(line.reason.empty()) << line.finding.rule;
        const std::string detail = finding_detail(line, danish());
        EXPECT_TRUE(detail.starts_with(line.finding.message));
        EXPECT_NE(detail.find("Hvorfor: "), std::string::npos) << detail;
        EXPECT_NE(detail.find("Regel: " + line.finding.rule), std::string::npos) << detail;
    }
}

TEST(ExplainOne, MakesTheSheetOfAWorkbookThatHasNone)
{
    const WorkbookFixture book = faulty();
    const FindingsView view = view_of(book);
    const Finding& warning = first_of(view, rules::Severity::warning).finding;
    const auto edit = explain_one(warning, " Ny afgrænsning ", book.read(), tests::words(), as_of);
    ASSERT_TRUE(edit && edit->sheet && !edit->update);
    EXPECT_EQ(edit->sheet->id, "explanations");
    const std::vector<ContentCell>& row = edit->sheet->rows.back();
    EXPECT_EQ(std::get<std::string>(row.front()), warning.rule);
    EXPECT_EQ(std::get<std::string>(row.at(6)), "Ny afgrænsning");
}

TEST(ExplainOne, RefusesAnErrorAndAnEmptyTextWhereNothingStands)
{
    const WorkbookFixture book = faulty();
    const FindingsView view = view_of(book);
    EXPECT_FALSE(
        explain_one(first_of(view, rules::Severity::error).finding, "Fordi", book.read(), tests::words(), as_of));
    EXPECT_FALSE(
        explain_one(first_of(view, rules::Severity::warning).finding, "  ", book.read(), tests::words(), as_of));
}

TEST(ExplainOne, HoldsAtTheNextValidationAndCanBeChangedAndTakenBack)
{
    WorkbookFixture book = faulty();
    const Finding warning = first_of(view_of(book), rules::Severity::warning).finding;
    const auto made = explain_one(warning, "Ny afgrænsning", book.read(), tests::words(), as_of);
    ASSERT_TRUE(made && made->sheet);
    const int sheet = book.add_sheet("Forklaringer", {});
    book.cells.sheets.at(static_cast<std::size_t>(sheet)) = tests::grid_of(*made->sheet, book.cells.null_date);
    book.cells.sheets.at(static_cast<std::size_t>(sheet)).sheet_name = "Forklaringer";
    FindingsView view = view_of(book);
    EXPECT_EQ(first_of(view, rules::Severity::warning).finding.status, FindingStatus::explained);
    EXPECT_EQ(first_of(view, rules::Severity::warning).finding.explanation, "Ny afgrænsning");
    EXPECT_TRUE(finding_line(first_of(view, rules::Severity::warning), danish()).starts_with("✔ Forklaret "));

    EXPECT_FALSE(explain_one(warning, "Ny afgrænsning", book.read(), tests::words(), as_of));
    const auto perform = [&](const ExplanationEdit& edit)
    {
        ASSERT_TRUE(edit.update);
        EXPECT_EQ(edit.update->sheet, sheet);
        for (const CellUpdate& cell : edit.update->cells)
        {
            const std::string* text = std::get_if<std::string>(&cell.content);
            ASSERT_TRUE(text);
            book.at(Place{sheet, cell.row, cell.column}) = text->empty() ? Cell{} : Cell{*text};
        }
    };
    const auto changed = explain_one(warning, "Anden praksis", book.read(), tests::words(), as_of);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->update->cells.size(), 1U);
    perform(*changed);
    view = view_of(book);
    EXPECT_EQ(first_of(view, rules::Severity::warning).finding.explanation, "Anden praksis");

    const auto taken_back = explain_one(warning, "", book.read(), tests::words(), as_of);
    ASSERT_TRUE(taken_back);
    perform(*taken_back);
    view = view_of(book);
    EXPECT_EQ(first_of(view, rules::Severity::warning).finding.status, FindingStatus::open);
}

} // namespace trinvis
