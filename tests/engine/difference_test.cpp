// SPDX-License-Identifier: MPL-2.0
//
// What is fixed, new, changed and returned since earlier deliveries.
#include "workbook_fixture.hpp"

#include "validation/difference.hpp"
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

const Date null_date = day(1899, 12, 30);

ListedFinding listed(std::string rule, std::string value = "5", std::string subject = "anbragte")
{
    ListedFinding finding;
    finding.rule = std::move(rule);
    finding.figure = "1";
    finding.subject = std::move(subject);
    finding.municipality = "851";
    finding.period = "2018-09-30";
    finding.value = std::move(value);
    return finding;
}

ListedFinding fixed(ListedFinding finding)
{
    finding.fixed = true;
    return finding;
}

FindingList list(std::string name, std::vector<ListedFinding> findings, std::optional<Date> validated = std::nullopt)
{
    FindingList made;
    made.name = std::move(name);
    made.municipality = "851";
    made.validated = validated;
    made.findings = std::move(findings);
    return made;
}

/// "returned V04 5 → 7" for every row.
std::vector<std::string> lines_of(const Difference& difference)
{
    std::vector<std::string> lines;
    for (const DifferenceRow& row : difference.rows)
        lines.push_back(std::string(change_code(row.change)) + " " + row.finding.rule + " " + row.earlier_value +
                        " → " + row.finding.value);
    return lines;
}

std::vector<std::string> changes(std::vector<ListedFinding> now, std::vector<FindingList> earlier)
{
    return lines_of(compare_lists(list("nu", std::move(now)), std::move(earlier), null_date));
}

using Lines = std::vector<std::string>;

} // namespace

TEST(Difference, TellsFixedNewChangedAndUnchangedApart)
{
    const Difference difference =
        compare_lists(list("nu", {listed("A"), listed("B", "7"), listed("C")}),
                      {list("før", {listed("A", "5,00"), listed("B"), listed("D")})}, null_date);
    EXPECT_EQ(lines_of(difference), (Lines{"added C  → 5", "changed B 5 → 7", "fixed D 5 → 5"}));
    EXPECT_EQ(difference.count(Change::unchanged), 1U);
    EXPECT_EQ(difference.rows[1].last_seen, "før");
    EXPECT_EQ(difference.rows[0].last_seen, "");
}

TEST(Difference, FindsWhatReturnedThoughItWasFixed)
{
    EXPECT_EQ(changes({listed("A", "6")}, {list("1", {listed("A")}), list("2", {})}), Lines{"returned A 5 → 6"});
    EXPECT_EQ(changes({listed("A")}, {list("1", {}), list("2", {})}), Lines{"added A  → 5"});
    EXPECT_EQ(changes({listed("A")}, {list("1", {}), list("2", {listed("A")})}), Lines{});
    EXPECT_EQ(changes({listed("A")}, {list("1", {listed("A")}), list("2", {}), list("3", {listed("A")})}),
              Lines{"returned A 5 → 5"})
        << "it had come back already in the latest list, and is still there";
}

TEST(Difference, TakesAListsWordForWhatIsFixed)
{
    EXPECT_EQ(changes({listed("A")}, {list("1", {fixed(listed("A"))})}), Lines{"returned A 5 → 5"});
    EXPECT_EQ(changes({}, {list("1", {fixed(listed("A"))})}), Lines{});
}

TEST(Difference, PutsListsInTheOrderOfTheirDates)
{
    const FindingList old = list("gammel", {listed("A")}, day(2018, 4, 1));
    const FindingList recent = list("ny", {}, day(2018, 10, 1));
    const Difference difference = compare_lists(list("nu", {listed("A")}), {recent, old}, null_date);
    EXPECT_EQ(difference.count(Change::returned), 1U);
    EXPECT_EQ(difference.earlier.front().name, "gammel");
    EXPECT_EQ(difference.rows.front().last_seen, "gammel");
}

TEST(Difference, KeepsTheOrderGivenWhereADateIsMissing)
{
    EXPECT_EQ(changes({listed("A")}, {list("1", {}), list("2", {listed("A")}, day(2018, 1, 1))}), Lines{});
}

TEST(Difference, GoesByRuleFigureSubjectMunicipalityAndPeriod)
{
    for (const auto& field : {&ListedFinding::rule, &ListedFinding::figure, &ListedFinding::subject,
                              &ListedFinding::municipality, &ListedFinding::period})
    {
        ListedFinding other = listed("A");
        other.*field = "2017-03-31";
        const Difference difference = compare_lists(list("nu", {listed("A")}), {list("før", {other})}, null_date);
        EXPECT_EQ(difference.count(Change::added), 1U);
        EXPECT_EQ(difference.count(Change::fixed), 1U);
    }
}

TEST(Difference, PairsEqualValuesFirstWhereSeveralFindingsShareAKey)
{
    const Difference difference = compare_lists(list("nu", {listed("A", "3"), listed("A", "1"), listed("A", "9")}),
                                                {list("før", {listed("A", "1"), listed("A", "2")})}, null_date);
    EXPECT_EQ(difference.count(Change::unchanged), 1U);
    EXPECT_EQ(difference.count(Change::changed), 1U);
    EXPECT_EQ(difference.count(Change::added), 1U);
    EXPECT_EQ(difference.count(Change::fixed), 0U);
}

TEST(Difference, ComparesNumbersOfListsInDifferentLanguages)
{
    WorkbookFixture danish = WorkbookFixture::filled(Language::danish);
    danish.entry("anbragte", day(2018, 12, 31)) = Cell{-1.5};
    WorkbookFixture english = WorkbookFixture::filled(Language::english);
    english.entry("anbragte", day(2018, 12, 31)) = Cell{-1.5};
    const auto list_from = [](const WorkbookFixture& book, Language language)
    { return finding_list(book.validate(), book.read(), words().in(language), day(2021, 3, 1)); };
    const Difference difference =
        compare_lists(list_from(danish, Language::danish), {list_from(english, Language::english)}, null_date);
    EXPECT_TRUE(difference.rows.empty()) << lines_of(difference).front();
    EXPECT_GT(difference.count(Change::unchanged), 0U);
}

TEST(DifferenceSheet, CountsWhatItListsAndLinksWhatIsThere)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    FindingList before = finding_list(book.validate(), book.read(), words().danish, day(2021, 2, 1));
    before.name = "Aalborg forår.ods";
    before.findings.push_back(listed("GONE"));
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.5};
    const Workbook workbook = book.read();
    const Difference difference =
        compare_lists(finding_list(book.validate(), workbook, words().danish, day(2021, 3, 1)), {before}, null_date);
    const SheetContent sheet = difference_sheet(difference, workbook, words().danish);
    ASSERT_TRUE(sheet.table);
    const std::size_t rows = static_cast<std::size_t>(sheet.table->last_row - sheet.table->first_row);
    EXPECT_EQ(rows, difference.rows.size());
    EXPECT_EQ(std::get<std::string>(sheet.rows[1][0]),
              words().danish.format("difference.counts",
                                    {{"returned", "0"},
                                     {"added", std::to_string(difference.count(Change::added))},
                                     {"changed", std::to_string(difference.count(Change::changed))},
                                     {"fixed", std::to_string(difference.count(Change::fixed))},
                                     {"unchanged", std::to_string(difference.count(Change::unchanged))}}));
    EXPECT_EQ(std::get<std::string>(sheet.rows[2][0]), "Sammenholdt med Aalborg forår.ods, valideret 01-02-2021");
    for (std::size_t i = 0; i < difference.rows.size(); ++i)
        EXPECT_EQ(
            std::holds_alternative<LinkTo>(sheet.rows[static_cast<std::size_t>(sheet.table->first_row) + 1 + i][2]),
            difference.rows[i].change != Change::fixed);
}

TEST(DifferenceSheet, SaysWhenThereIsNoneAndWhenAListIsAboutAnotherMunicipality)
{
    const WorkbookFixture book(Language::danish);
    FindingList other = list("Syddjurs.csv", {});
    other.municipality = "706";
    const SheetContent sheet =
        difference_sheet(compare_lists(list("nu", {}), {other}, null_date), book.read(), words().danish);
    EXPECT_EQ(std::get<std::string>(sheet.rows.back()[0]), "Ingen forskel.");
    EXPECT_EQ(std::get<std::string>(sheet.rows[3][0]), "OBS: Syddjurs.csv handler om en anden kommune (706).");
}

TEST(ReportDate, IsReadFromTheReportInEitherLanguage)
{
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book(language);
        EXPECT_EQ(report_date(book.read(), words()), std::nullopt);
        const SheetContent report =
            validation_sheet(book.validate(), book.read(), words().in(language), day(2020, 12, 24));
        book.cells.sheets.push_back(tests::grid_of(report, book.cells.null_date));
        EXPECT_EQ(report_date(book.read(), words()), day(2020, 12, 24));
    }
}

} // namespace trinvis
