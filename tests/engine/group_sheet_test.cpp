// SPDX-License-Identifier: MPL-2.0
//
// The sheet Grupper as it is written: results and what is missing, never over what the user typed.
#include "compared.hpp"
#include "group_cells.hpp"

#include "benchmark/group_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::add_indicator;
using tests::add_indicator_column;
using tests::choice;
using tests::day;
using tests::group_cell;
using tests::group_row;
using tests::index_of;
using tests::WorkbookFixture;

const Date today = day(2021, 3, 1);

GroupSheetChange change_of(const WorkbookFixture& book, Date when = today)
{
    const Workbook workbook = book.read();
    const ComparisonData data(workbook, tests::words(), tests::municipalities());
    return group_sheet_change(workbook, data, tests::words(), tests::municipalities(), when);
}

void apply(WorkbookFixture& book, const SheetUpdate& update)
{
    for (const CellUpdate& change : update.cells)
    {
        Cell& cell = book.cells.sheets.at(static_cast<std::size_t>(update.sheet)).make(change.row, change.column);
        if (const double* number = std::get_if<double>(&change.content))
            cell = *number;
        else if (const Date* date = std::get_if<Date>(&change.content))
            cell = book.date(*date);
        else if (const std::string* text = std::get_if<std::string>(&change.content))
            cell = *text;
        else
            cell = Cell{};
    }
}

std::string heading_above(WorkbookFixture& book, const CellUpdate& change)
{
    for (int row = change.row; row >= 0; --row)
        for (const char* first : {"Kommune", "Indikator", "Indstilling"})
            if (cell_text(book.grid("groups").at(row, 0), Language::danish) == first)
                return cell_text(book.grid("groups").at(row, change.column), Language::danish);
    return {};
}

std::string text(WorkbookFixture& book, std::string_view municipality, std::string_view heading)
{
    return cell_text(group_cell(book, municipality, heading), Language::danish);
}

} // namespace

TEST(GroupSheet, IsFilledInWithDistanceRankAndStability)
{
    WorkbookFixture book(Language::danish, "810");
    const GroupSheetChange change = change_of(book);
    ASSERT_TRUE(change.update);
    EXPECT_FALSE(change.made || change.fault);
    apply(book, *change.update);
    EXPECT_NEAR(std::get<double>(group_cell(book, "Ringsted", "Afstand")), 0.050799, 5e-7);
    EXPECT_EQ(text(book, "Ringsted", "Nr."), "1");
    EXPECT_EQ(text(book, "Ringsted", "Lignende"), "ja");
    EXPECT_EQ(text(book, "Ringsted", "Stabilitet (pct.)"), "100");
    EXPECT_EQ(text(book, "København", "Nr."), "97");
    EXPECT_EQ(text(book, "København", "Lignende"), "nej");
    EXPECT_EQ(text(book, "Brønderslev", "Lignende"), "egen kommune");
    EXPECT_EQ(text(book, "Brønderslev", "Nr."), "");
    EXPECT_EQ(choice(book, "computed"), book.date(today));
    EXPECT_EQ(cell_text(book.grid("groups").at(group_row(book, "Sidst beregnet"), 2), Language::danish),
              "For Brønderslev: de 10 nærmeste af 97 kommuner; stabilitet over 9 vægtsæt.");
}

TEST(GroupSheet, HasResultsWrittenAndNothingElse)
{
    WorkbookFixture book(Language::danish, "810");
    choice(book, "weighting") = Cell{"median"};
    group_cell(book, "Ringsted", "Valgt") = Cell{"x"};
    const GroupSheetChange change = change_of(book);
    std::set<std::string> headings;
    for (const CellUpdate& cell : change.update->cells)
        headings.insert(heading_above(book, cell));
    EXPECT_EQ(headings, (std::set<std::string>{"Afstand", "Nr.", "Lignende", "Stabilitet (pct.)", "Kommuner med tal",
                                               "Gennemsnit", "Standardafvigelse", "Valg", "Hvad det betyder"}));
}

TEST(GroupSheet, ChangesNothingTheSecondTime)
{
    WorkbookFixture book(Language::danish, "810");
    apply(book, *change_of(book).update);
    EXPECT_TRUE(change_of(book).update->cells.empty());
}

TEST(GroupSheet, FollowsAChangeOfTheIndicators)
{
    WorkbookFixture book(Language::danish, "810");
    apply(book, *change_of(book).update);
    group_cell(book, "Ringsted", "Befolkning 0-22 år") = Cell{};
    apply(book, *change_of(book).update);
    EXPECT_EQ(text(book, "Ringsted", "Lignende"), "mangler tal");
    EXPECT_EQ(text(book, "Ringsted", "Afstand"), "");
    EXPECT_EQ(text(book, "Herlev", "Nr."), "1");
    EXPECT_NE(cell_text(book.grid("groups").at(group_row(book, "Sidst beregnet"), 2), Language::danish)
                  .find("fordi en indikator mangler: Ringsted"),
              std::string::npos);
}

TEST(GroupSheet, IsFilledInByMunicipalityHoweverTheRowsAreSorted)
{
    WorkbookFixture book(Language::danish, "810");
    Grid& grid = book.grid("groups");
    const int first = group_row(book, "Kommune") + 1;
    const int last = grid.rows() - 1;
    for (int a = first, b = last; a < b; ++a, --b)
        for (int column = 0; column < grid.columns; ++column)
            std::swap(grid.make(a, column), grid.make(b, column));
    apply(book, *change_of(book).update);
    EXPECT_EQ(text(book, "Ringsted", "Nr."), "1");
    EXPECT_EQ(text(book, "København", "Nr."), "97");
}

TEST(GroupSheet, GetsAColumnForAFigureThatIsAnIndicator)
{
    WorkbookFixture book = tests::with_whole_country("810");
    add_indicator(book, "Nøgletal 6", Cell{1.0});
    apply(book, *change_of(book).update);
    const tests::Compared all(book);
    const double value = all.source.of(index_of("329"), all.figure("6"), day(2020, 12, 31)).value;
    EXPECT_EQ(group_cell(book, "Ringsted", "Nøgletal 6"), Cell{value});
    EXPECT_TRUE(change_of(book).update->cells.empty()) << "the column is found again";
    EXPECT_NE(cell_text(book.grid("groups").at(group_row(book, "Sidst beregnet"), 2), Language::danish)
                  .find("Nøgletal 6 er pr. 31-12-2020."),
              std::string::npos);
}

TEST(GroupSheet, GetsAResultColumnBackThatWasDeleted)
{
    WorkbookFixture book(Language::danish, "810");
    const int headings = group_row(book, "Kommune");
    Grid& grid = book.grid("groups");
    int column = 0;
    while (cell_text(grid.at(headings, column), Language::danish) != "Stabilitet (pct.)")
        ++column;
    book.remove_column("groups", column);
    apply(book, *change_of(book).update);
    EXPECT_EQ(text(book, "Ringsted", "Stabilitet (pct.)"), "100");
}

TEST(GroupSheet, GetsATableBackThatWasDeleted)
{
    WorkbookFixture book(Language::danish, "810");
    const int first = group_row(book, "Indikator");
    const int last = group_row(book, "Kommune");
    for (int row = first; row < last; ++row)
        for (int column = 0; column < book.grid("groups").columns; ++column)
            book.grid("groups").make(row, column) = Cell{};
    const GroupSheetChange change = change_of(book);
    ASSERT_TRUE(change.update);
    apply(book, *change.update);
    EXPECT_GT(group_row(book, "Indikator"), group_row(book, "Ærø")) << "it comes beneath the others";
    EXPECT_EQ(text(book, "Ringsted", "Nr."), "1");
    EXPECT_TRUE(change_of(book).update->cells.empty());
    EXPECT_TRUE(tests::settings_of(book).faults.empty());
}

TEST(GroupSheet, GetsAMunicipalityBackWhoseRowWasDeleted)
{
    WorkbookFixture book(Language::danish, "810");
    const int row = group_row(book, "Greve");
    Grid& grid = book.grid("groups");
    for (int column = 0; column < grid.columns; ++column)
        grid.make(row, column) = Cell{};
    apply(book, *change_of(book).update);
    EXPECT_EQ(text(book, "Greve", "Kode"), "253");
    EXPECT_EQ(text(book, "Greve", "Kommunegruppe"), "Hovedstadskommuner");
    EXPECT_EQ(text(book, "Greve", "Lignende"), "mangler tal");
}

TEST(GroupSheet, IsMadeWithItsResultsInAWorkbookWithoutIt)
{
    const GroupSheetChange change = change_of(tests::without_groups(WorkbookFixture(Language::danish, "810")));
    ASSERT_TRUE(change.made);
    EXPECT_FALSE(change.update || change.fault);
    EXPECT_EQ(change.made->id, "groups");
    const auto text_in = [](const std::vector<ContentCell>& row, std::size_t column)
    {
        const std::string* held = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
        return held ? *held : std::string{};
    };
    const auto& rows = change.made->rows;
    const auto ringsted = std::ranges::find_if(rows, [&](const auto& row) { return text_in(row, 0) == "Ringsted"; });
    ASSERT_NE(ringsted, rows.end());
    EXPECT_EQ(std::get<double>(ringsted->at(9)), 1);
    EXPECT_EQ(text_in(*ringsted, 10), "ja");
}

TEST(GroupSheet, IsNotWrittenWhileItHasAFault)
{
    WorkbookFixture book(Language::danish, "810");
    book.grid("groups").make(group_row(book, "Befolkning 0-22 år"), 1) = Cell{"meget"};
    group_cell(book, "Aarhus", "Kode") = Cell{"411"};
    const GroupSheetChange change = change_of(book);
    EXPECT_FALSE(change.update || change.made);
    ASSERT_TRUE(change.fault);
    EXPECT_EQ(change.fault->message, "groups.bad_weight");
    EXPECT_EQ(change.more_faults, 1U);
}

TEST(GroupSheet, IsNotWrittenWithoutIndicators)
{
    WorkbookFixture book(Language::danish, "810");
    for (const char* indicator : {"Befolkning 0-22 år", "Andel 0-17-årige (pct.)"})
        book.grid("groups").make(group_row(book, indicator), 1) = Cell{0.0};
    const GroupSheetChange change = change_of(book);
    ASSERT_TRUE(change.fault);
    EXPECT_EQ(change.fault->message, "groups.no_indicators");
    EXPECT_EQ(change.fault->place.row, group_row(book, "Indikator"));
}

TEST(FoundSentence, NamesThemAndTheLeastFirm)
{
    EXPECT_EQ(found_sentence(change_of(WorkbookFixture(Language::danish, "810")), tests::municipalities(),
                             tests::words().danish),
              "De lignende kommuner, nærmest først: Ringsted, Herlev, Billund, Sorø, Middelfart, Albertslund, Assens, "
              "Odder og 2 til. Mindst stabil er Odder (67 pct. af vægtsættene). Se arket Grupper.");
}

TEST(NewGroupsSheet, NamesItsSourcesAndThatTheChoiceIsOurs)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const SheetContent sheet = groups_sheet(tests::municipalities(), tests::words().in(language));
        std::string all;
        for (const auto& row : sheet.rows)
            for (const ContentCell& cell : row)
                if (const std::string* held = std::get_if<std::string>(&cell))
                    all += *held + "\n";
        for (const char* wanted : {"CC BY 4.0", "dagirlite", "2018"})
            EXPECT_NE(all.find(wanted), std::string::npos) << wanted;
        EXPECT_NE(all.find(language == Language::danish ? "værktøjets forslag" : "the tool's proposal"),
                  std::string::npos);
        EXPECT_NE(all.find(language == Language::danish ? "01-01-2014 (datoen er udledt)" : "(the date is inferred)"),
                  std::string::npos);
        EXPECT_EQ(all.find('{'), std::string::npos);
        EXPECT_EQ(sheet.table->last_row - sheet.table->first_row, 98);
    }
}

} // namespace trinvis
