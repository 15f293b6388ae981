// SPDX-License-Identifier: MPL-2.0
//
// The validation as a whole: clean workbooks, order and counts, broken rules, own rules, and the one line on top.
#include "workbook_fixture.hpp"

#include "validation/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

std::vector<Finding> found_by(const Validation& validation, std::string_view rule)
{
    std::vector<Finding> findings;
    std::copy_if(validation.findings.begin(), validation.findings.end(), std::back_inserter(findings),
                 [rule](const Finding& finding) { return finding.rule == rule; });
    return findings;
}

std::string first_of_each(const std::vector<Finding>& findings)
{
    std::string text;
    for (const Finding& finding : findings)
        text += finding.rule + " " + finding.cell + "; ";
    return text;
}

} // namespace

TEST(CleanWorkbook, HasNoErrorsAndNoWarningsInAnyMunicipality)
{
    for (const Municipality& municipality : tests::municipalities().all())
    {
        const Validation validation = WorkbookFixture::filled(Language::danish, municipality.code).validate();
        const SeverityCounts counts = count_severities(validation.findings);
        EXPECT_EQ(counts.errors, 0U) << municipality.name << ": " << first_of_each(validation.findings);
        EXPECT_EQ(counts.warnings, 0U) << municipality.name << ": " << first_of_each(validation.findings);
    }
}

TEST(CleanWorkbook, HasNoErrorsAndNoWarningsWithTheWholeCountryToCompareWith)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = WorkbookFixture::filled(language);
        book.add_all_comparison_data();
        const Validation validation = book.validate();
        EXPECT_EQ(first_of_each(validation.findings), first_of_each(found_by(validation, "K06")));
        EXPECT_EQ(readiness_line(validation, words().in(language)), words().in(language).get("verdict.no_faults"));
    }
}

TEST(CleanWorkbook, StaysCleanWhenRowsAndColumnsAreMoved)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.insert_rows("entry", 0, 2);
    book.move_column("entry", 0, 9);
    book.rename_sheets();
    book.drop_names();
    const SeverityCounts counts = count_severities(book.validate().findings);
    EXPECT_EQ(counts.errors + counts.warnings, 0U);
}

TEST(NewWorkbook, HasNothingEnteredAndNothingWrong)
{
    const Validation validation = WorkbookFixture(Language::danish).validate();
    EXPECT_EQ(validation.values_checked, 0U);
    EXPECT_EQ(validation.findings.size(), 1U) << "the official definitions are missing, told once";
    EXPECT_EQ(readiness_line(validation, words().danish), "Der er endnu ikke indtastet tal.");
}

TEST(Validation, CountsTheCellsThatHoldSomething)
{
    WorkbookFixture book(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{100.0};
    book.entry("institution", day(2018, 12, 31)) = Cell{"ikke indberettet"};
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{CellError{}};
    EXPECT_EQ(book.validate().values_checked, 3U);
    EXPECT_EQ(WorkbookFixture::filled(Language::danish).validate().values_checked, 17U * 11U);
}

TEST(Validation, CountsEveryFindingInOneSeverity)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    book.entry("institution", day(2018, 12, 31)) = Cell{};
    const Validation validation = book.validate();
    const SeverityCounts counts = count_severities(validation.findings);
    EXPECT_EQ(counts.all(), validation.findings.size());
    EXPECT_GT(counts.errors, 0U);
    EXPECT_GT(counts.warnings, 0U);
    EXPECT_GT(counts.information, 0U);
}

TEST(Validation, SortsErrorsFirstAndThenByPlace)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const char* item : {"udgifter", "anbragte", "netvaerk"})
        for (const Date date : {day(2019, 12, 31), day(2016, 12, 31)})
            book.entry(item, date) = Cell{-1.0};
    book.entry("hjemmebaseret", day(2018, 12, 31)) = Cell{};
    const Validation validation = book.validate();
    EXPECT_TRUE(std::is_sorted(validation.findings.begin(), validation.findings.end(),
                               [](const Finding& a, const Finding& b)
                               { return a.severity != b.severity ? a.severity < b.severity : a.place < b.place; }));
}

TEST(Finding, SaysSheetCellFigurePeriodValueAndWhatToDo)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.rename_sheets();
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1234.5};
    const std::vector<Finding> findings = found_by(book.validate(), "V04");
    ASSERT_EQ(findings.size(), 1U);
    const Finding& finding = findings.front();
    EXPECT_EQ(finding.severity, rules::Severity::error);
    EXPECT_EQ(finding.sheet, "Ark4");
    EXPECT_EQ(finding.cell, "L9");
    EXPECT_EQ(finding.place, book.place("entry", "anbragte", "2018-12-31"));
    EXPECT_EQ(finding.figure, "3");
    EXPECT_EQ(finding.period, "2018-12-31");
    EXPECT_EQ(finding.value, "-1.234,5");
    EXPECT_EQ(finding.message, "Anbragte børn og unge i alt er negativ: -1.234,5");
    EXPECT_EQ(finding.remedy, "Ret tallet; et antal, en varighed og en udgift kan ikke være under 0");
}

TEST(Finding, InAnEnglishWorkbookIsWrittenInEnglish)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::english);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1234.5};
    const std::vector<Finding> findings = found_by(book.validate(), "V04");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().message, "Children and young people placed, total is negative: -1,234.5");
}

TEST(Finding, OfAMissingValueShowsTheDateInTheMannerOfTheLanguage)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{};
    book.entry("plejefamilie", day(2018, 12, 31)) = Cell{};
    const std::vector<Finding> findings = found_by(book.validate(), "V06");
    ASSERT_EQ(findings.size(), 1U) << "figure 4 has nothing but its numerator and so is absent altogether";
    EXPECT_EQ(findings.front().message, "Anbragte i plejefamilie, netværk medregnet mangler for 31-12-2018");
}

TEST(GroupedRule, BecomesOneFindingThatSaysHowMany)
{
    const std::vector<Finding> findings = found_by(WorkbookFixture::filled(Language::danish).validate(), "K06");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_TRUE(findings.front().message.ends_with("(gælder 12 steder)")) << findings.front().message;
}

TEST(GroupedRule, ThatHitsOnceSaysNothingOfHowMany)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (int figure = 1; figure < 12; ++figure)
        book.at("catalogue", std::to_string(figure), "official_definition") = Cell{"Vores egen"};
    const std::vector<Finding> findings = found_by(book.validate(), "K06");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().figure, "12");
    EXPECT_EQ(findings.front().message.find("gælder"), std::string::npos);
}

TEST(BrokenRule, IsAFindingAtItsOwnCellWhileTheOthersRun)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    book.at("rules", "V05", "must") = Cell{"ER.HELTAL(Findes ikke)"};
    const Validation validation = book.validate();
    EXPECT_EQ(validation.rules_broken, 1U);
    EXPECT_EQ(validation.rules_run, tests::rules_of(Language::danish).size() - 1);
    const std::vector<Finding> broken = found_by(validation, "V05");
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_EQ(broken.front().severity, rules::Severity::error);
    EXPECT_EQ(broken.front().place, book.place("rules", "V05", "must"));
    EXPECT_TRUE(broken.front().message.starts_with("Reglen V05 kan ikke bruges: udtrykket kan ikke forstås fra "))
        << broken.front().message;
    EXPECT_EQ(found_by(validation, "V04").size(), 1U);
}

TEST(BrokenRule, IsNamedForEveryWayInWhichARuleCanBreak)
{
    struct Break
    {
        const char* column;
        std::string text;
        const char* why;
    };
    for (const Break& one :
         {Break{"must", "Ukendt > 0", "ukendt kolonne 'Ukendt'"},
          Break{"must", "Vaerdi > 0", "ukendt kolonne 'Vaerdi', mente du 'Værdi'?"},
          Break{"must", "ER.TALL(Værdi)", "ukendt funktion 'ER.TALL', mente du 'ER.TAL'?"},
          Break{"must", "HVIS(1)=1", "funktionen HVIS kan ikke have 1 argumenter"},
          Break{"must", "FINDES(Kataloget!Nr; Nøgletal)", "ukendt tabel 'Kataloget', mente du 'Katalog'?"},
          Break{"must", "FINDES(Katalog!Navne; Nøgletal)", "ukendt kolonne 'Navne', mente du 'Navn'?"},
          Break{"must", "FINDES(1; Nøgletal)", "FINDES skal have navnet på en kolonne som argument nr. 1"},
          Break{"must", "Katalog!Nr = Nøgletal",
                "kolonnen 'Katalog!Nr' hører til en anden tabel og kan kun bruges i OPSLAG, FINDES, TÆL.HVISER, "
                "SUM.HVISER og lignende"},
          Break{"valid_from", "i går", "'i går' er ikke en dato"},
          Break{"must", "IKKE()", "funktionen IKKE kan ikke have 0 argumenter"},
          Break{"must", "Værdi + 1", "udtrykket er ikke en betingelse, der er sand eller falsk"},
          Break{"must", "Værdi = Tekst", "tal, tekst og betingelser er blandet sammen ved = < >"},
          Break{"must", std::string(10000, '('), "der er mere end 40 parenteser inden i hinanden"},
          Break{"must", std::string(12001, 'a'), "udtrykket er længere end 12000 tegn"},
          Break{"must", "1" + std::string(501, '+') + "1 > 0", "udtrykket har mere end 500 regnetegn og skilletegn"},
          Break{"must", std::string(50, '-') + "1 > 0", "der er mere end 40 parenteser inden i hinanden"},
          Break{"must", "", "der står ingen betingelse i kolonnen Skal"},
          Break{"when", "Værdi", "udtrykket er ikke en betingelse, der er sand eller falsk"},
          Break{"severity", "Katastrofe", "alvoren 'Katastrofe' er ikke Fejl, Advarsel eller Oplysning"},
          Break{"table", "Ark1", "tabellen 'Ark1' findes ikke"}})
    {
        WorkbookFixture book = WorkbookFixture::filled(Language::danish);
        book.at("rules", "V04", one.column) = one.text.empty() ? Cell{} : Cell{one.text};
        const std::vector<Finding> broken = found_by(book.validate(), "V04");
        ASSERT_EQ(broken.size(), 1U) << one.why;
        EXPECT_EQ(broken.front().message, "Reglen V04 kan ikke bruges: " + std::string(one.why));
        EXPECT_EQ(broken.front().place, book.place("rules", "V04", one.column));
    }
}

TEST(Rule, ThatIsNotActiveIsNotRun)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    book.at("rules", "V04", "active") = Cell{"Nej"};
    const Validation validation = book.validate();
    EXPECT_TRUE(found_by(validation, "V04").empty());
    EXPECT_EQ(validation.rules_run, tests::rules_of(Language::danish).size() - 1);
}

TEST(Rule, OfTheUsersOwnIsRunLikeTheOthers)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.append("rules", {{"id", Cell{"E01"}},
                          {"table", Cell{"Runder"}},
                          {"must", Cell{"anbragte < [Udfyldte i runden]"}},
                          {"severity", Cell{"oplysning"}},
                          {"message", Cell{"{anbragte} og {findes ikke}"}}});
    book.entry("anbragte", day(2018, 12, 31)) = Cell{1500.0};
    const std::vector<Finding> findings = found_by(book.validate(), "E01");
    ASSERT_EQ(findings.size(), 11U);
    EXPECT_EQ(findings.at(6).message, "1.500 og {findes ikke}") << "a mistake in a message is seen, not swallowed";
    EXPECT_EQ(findings.at(6).severity, rules::Severity::information);
}

TEST(Layout, FaultsAreFindingsAndStopNothingElse)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    book.at("entry", "heading", "role") = Cell{};
    const Validation validation = book.validate();
    const std::vector<Finding> faults = found_by(validation, check_id(Check::missing_column));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().message, "Arket Indtastning mangler kolonnen Rolle.");
    EXPECT_EQ(faults.front().remedy, "Skriv overskriften Rolle over kolonnen igen.");
    EXPECT_EQ(found_by(validation, "V04").size(), 1U);
}

TEST(Layout, OfAnEmptyDocumentGivesOnlyLayoutFindings)
{
    const Validation validation = validate(read_workbook({}, words(), tests::municipalities()), words(),
                                           tests::municipalities(), day(2021, 3, 1));
    EXPECT_EQ(validation.findings.size(), 5U);
    EXPECT_EQ(validation.rules_run, 0U);
}

TEST(ReadinessLine, SaysWhatIsLeftInSingularAndPlural)
{
    const auto verdict = [](std::size_t errors, std::size_t warnings, std::size_t information, std::size_t values)
    {
        Validation validation;
        validation.values_checked = values;
        Finding finding;
        for (const auto& [count, severity] :
             {std::pair{errors, rules::Severity::error}, std::pair{warnings, rules::Severity::warning},
              std::pair{information, rules::Severity::information}})
        {
            finding.severity = severity;
            validation.findings.insert(validation.findings.end(), count, finding);
        }
        return readiness_line(validation, words().danish);
    };
    EXPECT_EQ(verdict(1, 0, 0, 9), "Ikke klar: 1 fejl.");
    EXPECT_EQ(verdict(2, 1, 3, 9), "Ikke klar: 2 fejl, 1 uforklaret advarsel.");
    EXPECT_EQ(verdict(1, 4, 0, 9), "Ikke klar: 1 fejl, 4 uforklarede advarsler.");
    EXPECT_EQ(verdict(0, 1, 0, 9), "Ingen fejl fundet. 1 uforklaret advarsel skal rettes eller forklares.");
    EXPECT_EQ(verdict(0, 2, 0, 9), "Ingen fejl fundet. 2 uforklarede advarsler skal rettes eller forklares.");
    EXPECT_EQ(verdict(0, 0, 5, 9), "Ingen fejl fundet.");
    EXPECT_EQ(verdict(0, 0, 0, 0), "Der er endnu ikke indtastet tal.");
}

/// A whole case note may have been pasted into a cell.
TEST(Validation, QuotesNoMoreThanTheBeginningOfALongText)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    std::string note;
    for (int i = 0; i < 4000; ++i)
        note += "ord nr. " + std::to_string(i) + " ";
    book.entry("anbragte", day(2018, 12, 31)) = Cell{note};
    const std::vector<Finding> found = found_by(book.validate(), "V03");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found.front().message.starts_with("'ord nr. 0 ord")) << found.front().message;
    EXPECT_LT(found.front().message.size(), 300U);
}

} // namespace trinvis
