// SPDX-License-Identifier: MPL-2.0
//
// Explanations: bound to their value, carried to the next round, asked for again, gathered from the report, never lost.
#include "workbook_fixture.hpp"

#include "validation/explanations.hpp"
#include "validation/report.hpp"
#include "validation/same_value.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

constexpr const char* spring = "2018-03-31";
constexpr const char* autumn = "2018-09-30";

Finding warning(std::string period, std::string value, std::string subject = "anbragte")
{
    Finding finding;
    finding.rule = "V21";
    finding.severity = rules::Severity::warning;
    finding.figure = "1";
    finding.subject = std::move(subject);
    finding.municipality = "851";
    finding.period = std::move(period);
    finding.value = std::move(value);
    finding.sheet = "Indtastning";
    finding.cell = "C7";
    finding.message = "Stor ændring.";
    return finding;
}

Validation of(std::vector<Finding> findings)
{
    Validation validation;
    validation.findings = std::move(findings);
    return validation;
}

/// A workbook that is validated again and again, with whatever findings a test thinks up.
class Rounds
{
public:
    explicit Rounds(Language language = Language::danish) : m_language(language), m_book(language)
    {
    }

    /// Validates: what stands in the sheets is taken in, and the sheets are written again.
    const std::vector<Finding>& validate(std::vector<Finding> findings)
    {
        const Workbook workbook = m_book.read();
        m_findings = std::move(findings);
        m_explanations = explain(workbook, words(), m_today, m_findings);
        m_update = explanations_update(m_explanations, workbook, words());
        if (m_update)
            apply(*m_update);
        else if (!m_explanations.empty())
            put("explanations", explanations_sheet(m_explanations, workbook, texts()));
        Validation validation = of(m_findings);
        put("validation", validation_sheet(validation, workbook, texts(), m_today));
        return m_findings;
    }

    /// A cell of a result sheet: the n-th row beneath the headings, by the key of the column.
    Cell& cell(const std::string& sheet, const std::string& column, int row = 0)
    {
        const std::string prefix = sheet == "validation" ? "report.column." : "column." + sheet + ".";
        const TableArea area = find_result_table(m_book.cells, sheet, prefix, words());
        if (!area.found() || area.column(column) < 0)
            throw std::logic_error("no " + column + " in " + sheet);
        return m_book.at({area.sheet, area.heading_row + 1 + row, area.column(column)});
    }

    std::string text(const std::string& sheet, const std::string& column, int row = 0)
    {
        return cell_text(cell(sheet, column, row), m_language);
    }

    void type(const std::string& sheet, const std::string& text, int row = 0)
    {
        cell(sheet, "explanation", row) = Cell{text};
    }

    Grid& grid(const std::string& sheet)
    {
        return m_book.cells.sheets.at(static_cast<std::size_t>(
            find_result_table(m_book.cells, sheet, sheet == "validation" ? "report.column." : "column." + sheet + ".",
                              words())
                .sheet));
    }

    void next_day()
    {
        m_today = std::chrono::sys_days{m_today} + std::chrono::days{1};
    }

    [[nodiscard]] std::size_t count(ExplanationState state) const
    {
        return static_cast<std::size_t>(std::count_if(m_explanations.begin(), m_explanations.end(),
                                                      [&](const Explanation& one) { return one.state == state; }));
    }
    [[nodiscard]] bool keeps(std::string_view text) const
    {
        return std::any_of(m_explanations.begin(), m_explanations.end(),
                           [&](const Explanation& one) { return one.text == text; });
    }
    [[nodiscard]] const std::vector<Explanation>& explanations() const
    {
        return m_explanations;
    }
    [[nodiscard]] const std::optional<SheetUpdate>& update() const
    {
        return m_update;
    }
    [[nodiscard]] const Texts& texts() const
    {
        return words().in(m_language);
    }
    WorkbookFixture& book()
    {
        return m_book;
    }

private:
    void put(const std::string& id, const SheetContent& content)
    {
        const std::string name(id == "validation" ? "trinvis_validering" : "trinvis_forklaringer");
        Grid made = tests::grid_of(content, m_book.cells.null_date);
        for (const NamedArea& area : m_book.cells.names)
            if (area.name == name)
            {
                m_book.cells.sheets[static_cast<std::size_t>(area.sheet)] = std::move(made);
                return;
            }
        m_book.cells.names.push_back({name, static_cast<int>(m_book.cells.sheets.size()), *content.table});
        m_book.cells.sheets.push_back(std::move(made));
    }

    void apply(const SheetUpdate& update)
    {
        Grid& grid = m_book.cells.sheets.at(static_cast<std::size_t>(update.sheet));
        for (const CellUpdate& change : update.cells)
        {
            while (grid.rows() <= change.row)
                grid.cells.resize(grid.cells.size() + static_cast<std::size_t>(grid.columns));
            while (grid.columns <= change.column)
            {
                Grid wider{grid.sheet_name, grid.columns + 1, {}};
                for (int row = 0; row < grid.rows(); ++row)
                    for (int column = 0; column < wider.columns; ++column)
                        wider.cells.push_back(grid.at(row, column));
                grid = std::move(wider);
            }
            SheetContent one;
            one.rows.push_back({change.content});
            m_book.at({update.sheet, change.row, change.column}) =
                tests::grid_of(one, m_book.cells.null_date).cells.front();
        }
    }

    Language m_language;
    WorkbookFixture m_book;
    Date m_today = day(2021, 3, 1);
    std::vector<Finding> m_findings;
    std::vector<Explanation> m_explanations;
    std::optional<SheetUpdate> m_update;
};

/// A workbook with one warning that was explained in the report.
Rounds with_explanation(const std::string& text = "Ny døgninstitution.")
{
    Rounds rounds;
    rounds.validate({warning(spring, "12,5")});
    rounds.type("validation", text);
    rounds.validate({warning(spring, "12,5")});
    return rounds;
}

} // namespace

TEST(SameValue, ComparesNumbersAsNumbers)
{
    const Date null_date = day(1899, 12, 30);
    const auto same = [&](std::string_view a, std::string_view b)
    { return same_value(a, b, Language::danish, null_date); };
    EXPECT_TRUE(same("1.234,50", "1234,5"));
    EXPECT_TRUE(same("1 234,5", "1\xC2\xA0"
                                "234,5"));
    EXPECT_TRUE(same("12.5", "12,5")) << "no Danish number, so it is read as an English one";
    EXPECT_TRUE(same("-0,1", "\xE2\x88\x92"
                             "0,1"));
    EXPECT_TRUE(same("1000000000", "1000000000,1"));
    EXPECT_FALSE(same("1000000", "1000000,1"));
    EXPECT_FALSE(same("1.234", "1,234"));
    EXPECT_FALSE(same("12", "12 pct."));
    EXPECT_FALSE(same("12", ""));
    EXPECT_TRUE(same_value("1,234.5", "1234.5", Language::english, null_date));
    EXPECT_FALSE(same_value("1,234", "1.234", Language::english, null_date));
}

TEST(SameValue, ComparesDatesAsDatesAndTextsAsTexts)
{
    const Date null_date = day(1899, 12, 30);
    EXPECT_TRUE(same_value("30-09-2026", "2026-09-30", Language::danish, null_date));
    EXPECT_TRUE(same_value("30. september 2026", "46295", Language::danish, null_date));
    EXPECT_FALSE(same_value("30-09-2026", "2026-09-29", Language::danish, null_date));
    EXPECT_TRUE(same_value(" Ca. 5 ", "ca. 5", Language::danish, null_date));
    EXPECT_FALSE(same_value("ca. 5", "ca. 6", Language::danish, null_date));
}

TEST(NumberMeant, RefusesWhatIsNoNumberInTheLanguage)
{
    EXPECT_EQ(number_meant("1.234.567,25", Language::danish), 1234567.25);
    EXPECT_EQ(number_meant("+5", Language::danish), 5.0);
    for (const char* text :
         {"", "-", ",5", "5,", "1.23", "12.34.567", "1,234,5", "30.9.2016", "1e5", "nan", "5 kr.", "1.2345", "--5"})
        EXPECT_EQ(number_meant(text, Language::danish), std::nullopt) << text;
}

TEST(Explanation, TypedInTheReportExplainsTheWarningFromThenOn)
{
    Rounds rounds;
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::open);
    EXPECT_TRUE(rounds.explanations().empty());
    rounds.type("validation", "Ny døgninstitution.");
    for (int time = 0; time < 3; ++time)
    {
        const Finding& finding = rounds.validate({warning(spring, "12,5")}).front();
        EXPECT_EQ(finding.status, FindingStatus::explained) << time;
        EXPECT_EQ(finding.explanation, "Ny døgninstitution.");
        ASSERT_EQ(rounds.explanations().size(), 1U) << time;
        EXPECT_EQ(rounds.text("validation", "explanation"), "Ny døgninstitution.");
        EXPECT_EQ(rounds.text("explanations", "status"), "gælder");
    }
}

TEST(Explanation, IsAskedForAgainWhenItsValueChangesAndHoldsAgainWhenItComesBack)
{
    Rounds rounds = with_explanation();
    const Finding changed = rounds.validate({warning(spring, "13")}).front();
    EXPECT_EQ(changed.status, FindingStatus::ask_again);
    EXPECT_EQ(changed.explanation, "Ny døgninstitution.");
    EXPECT_EQ(rounds.text("validation", "explanation"), "") << "the old text is no answer to the new question";
    EXPECT_NE(rounds.text("validation", "remedy").find("»Ny døgninstitution.«"), std::string::npos);
    EXPECT_EQ(rounds.text("explanations", "status"), "værdien er ændret: forklar igen");
    EXPECT_EQ(rounds.validate({warning(spring, "13")}).front().status, FindingStatus::ask_again);
    EXPECT_EQ(rounds.validate({warning(spring, "12,50")}).front().status, FindingStatus::explained);
}

TEST(Explanation, OfTheNewValueStandsBesideTheOldOne)
{
    Rounds rounds = with_explanation();
    rounds.validate({warning(spring, "13")});
    rounds.next_day();
    rounds.type("validation", "Efterregistrering.");
    EXPECT_EQ(rounds.validate({warning(spring, "13")}).front().explanation, "Efterregistrering.");
    EXPECT_TRUE(rounds.keeps("Ny døgninstitution."));
    EXPECT_EQ(rounds.count(ExplanationState::superseded), 1U);
    EXPECT_EQ(rounds.validate({warning(spring, "14")}).front().explanation, "Efterregistrering.") << "the latest one";
}

TEST(Explanation, IsTakenOverByTheWordSame)
{
    for (const char* word : {"samme", "Same ", "»samme«", "\"Samme\"."})
    {
        Rounds rounds = with_explanation();
        rounds.validate({warning(spring, "13")});
        rounds.type("validation", word);
        const Finding& finding = rounds.validate({warning(spring, "13")}).front();
        EXPECT_EQ(finding.status, FindingStatus::explained);
        EXPECT_EQ(finding.explanation, "Ny døgninstitution.") << word;
    }
}

TEST(Explanation, IsCarriedToTheNextRoundWhileTheValueIsTheSame)
{
    Rounds rounds = with_explanation();
    const auto& same = rounds.validate({warning(spring, "12,5"), warning(autumn, "12,5")});
    EXPECT_EQ(same[0].status, FindingStatus::explained);
    EXPECT_EQ(same[1].status, FindingStatus::explained);
    EXPECT_EQ(same[1].explanation, "Ny døgninstitution.");
    EXPECT_EQ(rounds.explanations().size(), 1U);
    EXPECT_EQ(rounds.validate({warning(autumn, "12,5")}).front().status, FindingStatus::explained)
        << "though the finding that it was given for is gone";
    const auto& other = rounds.validate({warning(spring, "12,5"), warning(autumn, "14")});
    const auto asked =
        std::find_if(other.begin(), other.end(), [](const Finding& finding) { return finding.period == autumn; });
    EXPECT_EQ(asked->status, FindingStatus::ask_again);
    EXPECT_EQ(asked->explanation, "Ny døgninstitution.");
}

TEST(Explanation, OfTheLatestEarlierRoundIsTheOneThatIsCarried)
{
    Rounds rounds = with_explanation("Den første.");
    rounds.validate({warning(autumn, "14")});
    rounds.type("validation", "Den anden.");
    rounds.validate({warning(autumn, "14")});
    EXPECT_EQ(rounds.validate({warning("2019-03-31", "14")}).front().explanation, "Den anden.");
    const Finding& older = rounds.validate({warning("2019-03-31", "12,5")}).front();
    EXPECT_EQ(older.status, FindingStatus::ask_again) << "the older explanation of that value does not apply";
    EXPECT_EQ(older.explanation, "Den anden.");
}

TEST(Explanation, IsNeverCarriedBackwards)
{
    Rounds rounds = with_explanation();
    EXPECT_EQ(rounds.validate({warning("2017-09-30", "12,5")}).front().status, FindingStatus::open);
}

TEST(Explanation, HoldsForItsOwnRuleFigureSubjectAndMunicipalityOnly)
{
    Rounds rounds = with_explanation();
    for (const auto& field : {&Finding::rule, &Finding::figure, &Finding::subject, &Finding::municipality})
    {
        Finding other = warning(spring, "12,5");
        other.*field = "999";
        EXPECT_EQ(rounds.validate({other}).front().status, FindingStatus::open);
    }
}

TEST(Explanation, OfAnErrorIsListedAndChangesNothing)
{
    Rounds rounds;
    Finding error = warning(spring, "-1");
    error.severity = rules::Severity::error;
    rounds.validate({error});
    rounds.type("validation", "Det er rigtigt nok.");
    const Finding& finding = rounds.validate({error}).front();
    EXPECT_EQ(finding.status, FindingStatus::open);
    EXPECT_EQ(rounds.text("explanations", "status"), "gælder ikke: fejl kan ikke forklares bort");
    EXPECT_EQ(count_open({finding}).errors, 1U);
}

TEST(Explanation, WhoseFindingIsGoneIsListedAsDead)
{
    Rounds rounds;
    rounds.validate({warning(spring, "12,5")});
    rounds.type("validation", "Tastet, og så blev tallet rettet.");
    rounds.validate({});
    EXPECT_TRUE(rounds.keeps("Tastet, og så blev tallet rettet."));
    EXPECT_EQ(rounds.text("explanations", "status"), "intet fund længere");
    EXPECT_EQ(rounds.text("explanations", "concerns"), "anbragte");
    rounds.validate({});
    EXPECT_EQ(rounds.explanations().size(), 1U);
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::explained);
}

TEST(Explanation, IsGatheredFromAReportThatWasSorted)
{
    Rounds rounds;
    rounds.validate({warning(spring, "1", "anbragte"), warning(spring, "2", "netvaerk")});
    rounds.type("validation", "Om anbragte", 0);
    rounds.type("validation", "Om netværk", 1);
    Grid& report = rounds.grid("validation");
    const auto last = report.cells.end() - report.columns;
    std::swap_ranges(last - report.columns, last, last);
    const auto& findings = rounds.validate({warning(spring, "1", "anbragte"), warning(spring, "2", "netvaerk")});
    EXPECT_EQ(findings[0].explanation, "Om anbragte");
    EXPECT_EQ(findings[1].explanation, "Om netværk");
}

TEST(Explanation, IsGatheredAlsoFromARowThatBelongsToNothing)
{
    Rounds rounds;
    rounds.validate({warning(spring, "12,5")});
    Grid& report = rounds.grid("validation");
    report.cells.resize(report.cells.size() + static_cast<std::size_t>(report.columns) * 3);
    rounds.type("validation", "Husk at ringe til Anne", 3);
    rounds.validate({warning(spring, "12,5")});
    EXPECT_TRUE(rounds.keeps("Husk at ringe til Anne"));
    EXPECT_EQ(rounds.count(ExplanationState::no_finding), 1U);
}

TEST(Explanation, MayBeEditedInItsSheet)
{
    Rounds rounds = with_explanation();
    rounds.next_day();
    rounds.type("explanations", "Ny døgninstitution i Hals.");
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().explanation, "Ny døgninstitution i Hals.")
        << "the report still shows the text that the tool wrote, and that is no edit";
    EXPECT_EQ(rounds.explanations().size(), 1U);
    EXPECT_EQ(rounds.explanations().front().written, day(2021, 3, 2));
    EXPECT_EQ(rounds.text("validation", "explanation"), "Ny døgninstitution i Hals.");
}

TEST(Explanation, WhoseValueIsCorrectedInItsSheetIsNotTypedAnewByTheReport)
{
    Rounds rounds = with_explanation();
    rounds.cell("explanations", "value") = Cell{"17"};
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::ask_again);
    EXPECT_EQ(rounds.explanations().size(), 1U);
}

TEST(Explanation, MayBeEditedInTheReportAndTheOldTextKeepsARow)
{
    Rounds rounds = with_explanation();
    rounds.type("validation", "Noget helt andet.");
    for (int time = 0; time < 3; ++time)
    {
        EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().explanation, "Noget helt andet.") << time;
        EXPECT_TRUE(rounds.keeps("Ny døgninstitution."));
        EXPECT_EQ(rounds.explanations().size(), 2U);
        EXPECT_EQ(rounds.count(ExplanationState::superseded), 1U);
    }
}

TEST(Explanation, ThatTheNewTextContainsNeedsNoRowOfItsOwn)
{
    Rounds rounds = with_explanation();
    rounds.type("validation", "Ny døgninstitution. Åbnet i maj.");
    rounds.validate({warning(spring, "12,5")});
    EXPECT_EQ(rounds.explanations().size(), 1U);
}

TEST(Explanation, EditedInBothPlacesKeepsBothTexts)
{
    Rounds rounds = with_explanation();
    rounds.next_day();
    rounds.type("explanations", "Rettet i Forklaringer.");
    rounds.type("validation", "Rettet i Validering.");
    for (int time = 0; time < 2; ++time)
    {
        EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().explanation, "Rettet i Validering.");
        EXPECT_TRUE(rounds.keeps("Rettet i Forklaringer."));
    }
}

TEST(Explanation, IsTakenBackByEmptyingItInItsSheetAlone)
{
    Rounds rounds = with_explanation();
    rounds.type("validation", "");
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::explained);
    rounds.cell("explanations", "explanation") = Cell{};
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::open);
    EXPECT_EQ(rounds.text("explanations", "status"), "ingen forklaring");
    EXPECT_EQ(rounds.text("validation", "explanation"), "");
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::open);
}

TEST(Explanation, OfBlanksOnlyIsNone)
{
    Rounds rounds;
    rounds.validate({warning(spring, "12,5")});
    rounds.type("validation", "  \xC2\xA0 ");
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::open);
    EXPECT_TRUE(rounds.explanations().empty());
}

TEST(Explanation, MayBeTypedStraightIntoItsSheet)
{
    Rounds rounds = with_explanation();
    Grid& sheet = rounds.grid("explanations");
    sheet.cells.resize(sheet.cells.size() + static_cast<std::size_t>(sheet.columns) * 2);
    const std::map<std::string, Cell> typed{{"rule", Cell{"v21"}},          {"figure", Cell{1.0}},
                                            {"concerns", Cell{"Netvaerk"}}, {"period", Cell{"31. marts 2018"}},
                                            {"value", Cell{7.25}},          {"explanation", Cell{"Skrevet i hånden."}}};
    for (const auto& [column, value] : typed)
        rounds.cell("explanations", column, 2) = value;
    const auto& findings = rounds.validate({warning(spring, "12,5"), warning(spring, "7,25", "netvaerk")});
    EXPECT_EQ(findings[1].explanation, "Skrevet i hånden.");
    EXPECT_EQ(rounds.text("explanations", "status", 2), "gælder");
}

TEST(Explanation, OfTwoFindingsThatOnlyTheirValuesTellApartGoesToItsOwn)
{
    Rounds rounds;
    rounds.validate({warning(spring, "1"), warning(spring, "2")});
    rounds.type("validation", "Om den ene", 0);
    const auto& findings = rounds.validate({warning(spring, "1"), warning(spring, "2")});
    ASSERT_EQ(findings[0].value, "2") << "open ones come first";
    EXPECT_EQ(findings[0].status, FindingStatus::open);
    EXPECT_EQ(findings[1].explanation, "Om den ene");
}

TEST(ExplanationSheet, IsUpdatedInPlaceAndNothingElseIsTouched)
{
    Rounds rounds = with_explanation();
    rounds.validate({warning(spring, "12,5")});
    ASSERT_TRUE(rounds.update());
    EXPECT_TRUE(rounds.update()->cells.empty());
    rounds.validate({warning(spring, "13")});
    ASSERT_EQ(rounds.update()->cells.size(), 1U) << "its status";
    EXPECT_FALSE(rounds.update()->cells.front().style) << "the look is the user's";
}

TEST(ExplanationSheet, IsFoundWithColumnsMovedAndRowsInserted)
{
    Rounds rounds = with_explanation();
    Grid& sheet = rounds.grid("explanations");
    sheet.cells.insert(sheet.cells.begin(), static_cast<std::size_t>(sheet.columns) * 2, Cell{});
    for (int row = 0; row < sheet.rows(); ++row)
    {
        const auto begin = sheet.cells.begin() + static_cast<std::ptrdiff_t>(row) * sheet.columns;
        std::reverse(begin, begin + sheet.columns);
    }
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::explained);
    EXPECT_TRUE(rounds.update()->cells.empty());
}

TEST(ExplanationSheet, GetsAHeadingBackThatIsGone)
{
    Rounds rounds = with_explanation();
    const TableArea area = find_result_table(rounds.book().cells, "explanations", "column.explanations.", words());
    rounds.book().at({area.sheet, area.heading_row, area.column("status")}) = Cell{};
    rounds.validate({warning(spring, "12,5")});
    EXPECT_EQ(rounds.text("explanations", "status"), "gælder");
}

TEST(ExplanationSheet, BeginsANewTableWhereItsHeadingsAreGone)
{
    Rounds rounds = with_explanation();
    const TableArea area = find_result_table(rounds.book().cells, "explanations", "column.explanations.", words());
    for (const auto& [key, column] : area.columns)
        rounds.book().at({area.sheet, area.heading_row, column}) = Cell{};
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::explained)
        << "the report still has the text";
    Grid& sheet = rounds.book().cells.sheets[static_cast<std::size_t>(area.sheet)];
    EXPECT_EQ(cell_text(sheet.at(area.heading_row + 1, area.column("explanation")), Language::danish),
              "Ny døgninstitution.");
    EXPECT_EQ(rounds.text("explanations", "explanation"), "Ny døgninstitution.");
}

TEST(ExplanationSheet, IsFoundByItsNameWhenTheDefinedNameIsGone)
{
    Rounds rounds = with_explanation();
    rounds.book().drop_names();
    EXPECT_EQ(rounds.validate({warning(spring, "12,5")}).front().status, FindingStatus::explained);
    ASSERT_TRUE(rounds.update());
}

TEST(ExplanationSheet, WorksInEnglish)
{
    Rounds rounds(Language::english);
    rounds.validate({warning(spring, "12.5")});
    rounds.type("validation", "A new home.");
    EXPECT_EQ(rounds.validate({warning(spring, "12.5")}).front().status, FindingStatus::explained);
    EXPECT_EQ(rounds.text("explanations", "status"), "holds");
    EXPECT_EQ(rounds.text("validation", "status"), "explained");
}

TEST(Validate, TakesExplanationsIntoAccount)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("opfoelgning_sager", day(2018, 12, 31)) = Cell{};
    const Workbook workbook = book.read();
    const Validation before = book.validate();
    const auto& findings = before.findings;
    const auto found =
        std::find_if(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == rules::Severity::warning; });
    ASSERT_NE(found, findings.end());
    Explanation explanation;
    explanation.rule = found->rule;
    explanation.figure = found->figure;
    explanation.subject = found->subject;
    explanation.municipality = found->municipality;
    explanation.period = found->period;
    explanation.value = found->value;
    explanation.text = "Ikke opgjort.";
    const SheetContent sheet = explanations_sheet({explanation}, workbook, words().danish);
    book.cells.sheets.push_back(tests::grid_of(sheet, book.cells.null_date));
    book.cells.names.push_back({"trinvis_forklaringer", static_cast<int>(book.cells.sheets.size()) - 1, *sheet.table});
    const Validation after = book.validate();
    EXPECT_EQ(after.findings.size(), before.findings.size());
    EXPECT_EQ(count_open(after.findings).warnings + 1, count_open(before.findings).warnings);
    EXPECT_EQ(count_severities(after.findings).warnings, count_severities(before.findings).warnings);
    ASSERT_EQ(after.explanations.size(), 1U);
    EXPECT_EQ(after.explanations.front().state, ExplanationState::holds);
    EXPECT_NE(readiness_line(before, words().danish), readiness_line(after, words().danish));
}

} // namespace trinvis
