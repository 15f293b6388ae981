// SPDX-License-Identifier: MPL-2.0
//
// What the findings of a workbook mean for a single cell: its context menu, and the way to the next one.
#include "workbook_fixture.hpp"

#include "live/cell_findings.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

const Texts& danish()
{
    return tests::words().danish;
}

FindingsView view_of(const WorkbookFixture& book)
{
    return findings_view(book.validate(), book.read(), tests::words(), danish());
}

Place entry_place(const WorkbookFixture& book, const char* item, const char* date)
{
    return book.place("entry", item, date);
}

/// An error at one cell, a text that can be repaired at another, and a warning about a number that is not there.
WorkbookFixture faulty()
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{-12.0};
    book.entry("anbragte", day(2017, 12, 31)) = Cell{std::string("120")};
    book.entry("opfoelgning_sager", day(2019, 12, 31)) = Cell{};
    return book;
}

std::vector<std::string> commands_at(const FindingsView& view, const Place& cell)
{
    std::vector<std::string> commands;
    for (const CellMenuEntry& entry : cell_menu(view, lines_at(view, cell), danish()))
        commands.push_back(entry.command);
    return commands;
}

} // namespace

TEST(CellFindings, OffersWhatCanBeDoneAboutTheCell)
{
    const WorkbookFixture book = faulty();
    const FindingsView view = view_of(book);
    using Commands = std::vector<std::string>;
    EXPECT_EQ(commands_at(view, entry_place(book, "netvaerk", "2018-12-31")),
              (Commands{"show-finding", "validate", "rule-help"}));
    EXPECT_EQ(commands_at(view, entry_place(book, "anbragte", "2017-12-31")),
              (Commands{"show-finding", "repair-cell", "validate", "rule-help"}));
    EXPECT_EQ(commands_at(view, entry_place(book, "opfoelgning_sager", "2019-12-31")),
              (Commands{"show-finding", "explain-finding", "validate", "rule-help"}));
    EXPECT_TRUE(commands_at(view, entry_place(book, "institution", "2019-12-31")).empty());
}

TEST(CellFindings, EveryPlaceOfAFindingHasIt)
{
    const FindingsView view = view_of(faulty());
    for (std::size_t i = 0; i < view.lines.size(); ++i)
        for (const Place& place : view.lines[i].finding.places)
        {
            const std::vector<std::size_t> lines = lines_at(view, place);
            EXPECT_NE(std::find(lines.begin(), lines.end(), i), lines.end()) << view.lines[i].finding.rule;
        }
}

TEST(CellFindings, NamesTheFindingShortlyAndOnOneLine)
{
    FindingsView view;
    FindingLine line;
    line.finding.severity = rules::Severity::warning;
    line.finding.place = {0, 4, 5};
    line.finding.message = "Æblet ~ er rødt";
    view.lines.push_back(line);
    std::vector<CellMenuEntry> entries = cell_menu(view, lines_at(view, {0, 4, 5}), danish());
    EXPECT_EQ(entries.front().label, "▲ Advarsel: Æblet  er rødt")
        << "a menu would take the sign for a letter to press";

    view.lines.front().finding.message.clear();
    for (int i = 0; i < 30; ++i)
        view.lines.front().finding.message += "Æblerne ";
    view.lines.push_back(view.lines.front());
    entries = cell_menu(view, lines_at(view, {0, 4, 5}), danish());
    EXPECT_TRUE(entries.front().label.starts_with("▲ Advarsel: Æblerne ")) << entries.front().label;
    EXPECT_TRUE(entries.front().label.ends_with("Æblerne… (1 af 2 fund)")) << entries.front().label;
    EXPECT_LT(entries.front().label.size(), 150U);
}

TEST(CellFindings, SaysEverythingAboutTheCell)
{
    const WorkbookFixture book = faulty();
    const FindingsView view = view_of(book);
    const std::vector<std::size_t> lines = lines_at(view, entry_place(book, "netvaerk", "2018-12-31"));
    const std::string detail = cell_detail(view, lines, danish());
    EXPECT_TRUE(detail.starts_with("✖ Fejl: ")) << detail;
    for (const std::size_t line : lines)
        EXPECT_NE(detail.find(view.lines[line].finding.message), std::string::npos);
}

TEST(CellFindings, GoesAroundTheOpenOnesInTheOrderOfTheSheets)
{
    FindingsView view;
    const auto add = [&](rules::Severity severity, FindingStatus status, Place place)
    {
        FindingLine line;
        line.finding.severity = severity;
        line.finding.status = status;
        line.finding.place = place;
        view.lines.push_back(line);
    };
    EXPECT_FALSE(next_open_place(view, {0, 0, 0}));
    add(rules::Severity::information, FindingStatus::open, {0, 1, 1});
    add(rules::Severity::warning, FindingStatus::explained, {0, 1, 2});
    EXPECT_FALSE(next_open_place(view, {0, 0, 0})) << "nothing is left to do there";
    add(rules::Severity::error, FindingStatus::open, {2, 7, 1});
    add(rules::Severity::warning, FindingStatus::ask_again, {1, 5, 9});
    add(rules::Severity::warning, FindingStatus::open, {1, 5, 2});
    Place at{0, 3, 3};
    for (const Place& expected : {Place{1, 5, 2}, Place{1, 5, 9}, Place{2, 7, 1}, Place{1, 5, 2}})
    {
        const auto next = next_open_place(view, at);
        ASSERT_TRUE(next);
        EXPECT_EQ(*next, expected);
        at = *next;
    }
}

TEST(CellFindings, ExplainsAnOpenWarningBeforeAnExplainedOne)
{
    FindingsView view;
    view.lines.resize(3);
    view.lines[0].finding.severity = rules::Severity::error;
    view.lines[1].finding.severity = rules::Severity::warning;
    view.lines[1].finding.status = FindingStatus::explained;
    view.lines[2].finding.severity = rules::Severity::warning;
    EXPECT_EQ(line_to_explain(view, {0, 1, 2}), 2U);
    EXPECT_EQ(line_to_explain(view, {0, 1}), 1U);
    EXPECT_EQ(line_to_explain(view, {0}), std::nullopt);
}

} // namespace trinvis
