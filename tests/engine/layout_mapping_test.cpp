// SPDX-License-Identifier: MPL-2.0
//
// Spreadsheets of the municipality's own layout: which rows are items, which columns rounds. All numbers are invented.
#include "imported.hpp"

#include "reference/layout_mapping.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis::reference
{

namespace
{

using namespace tests;

const Date first = day(2018, 6, 30);
const Date second = day(2018, 12, 31);

WorkbookFixture own_book()
{
    return import_book({first, second});
}

Grid sheet_of(std::vector<std::vector<Cell>> rows)
{
    Grid grid{"Vores tal 2018", 0, {}};
    for (int row = 0; row < static_cast<int>(rows.size()); ++row)
        for (int column = 0; column < static_cast<int>(rows[static_cast<std::size_t>(row)].size()); ++column)
            grid.make(row, column) = rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    return grid;
}

Date null_date()
{
    return own_book().cells.null_date;
}

Grid own_layout()
{
    return sheet_of({{Cell{"Børn og unge"}},
                     {},
                     {Cell{"Tal"}, Cell{"Bemærkning"}, Cell{"30-06-2018"}, Cell{serial_from_date(second, null_date())},
                      Cell{"juni 2017"}},
                     {Cell{"Anbragte børn og unge i alt"}, Cell{}, Cell{100.0}, Cell{"110"}, Cell{90.0}},
                     {Cell{"Anbragte i netværksplejefamilier"}, Cell{}, Cell{10.0}, Cell{".."}, Cell{9.0}},
                     {Cell{"Sygefravær"}, Cell{}, Cell{5.0}, Cell{6.0}, Cell{4.0}}});
}

Grid turned(const Grid& grid)
{
    Grid result{grid.sheet_name, 0, {}};
    for (int row = 0; row < grid.rows(); ++row)
        for (int column = 0; column < grid.columns; ++column)
            result.make(column, row) = grid.at(row, column);
    return result;
}

const LayoutItem* item(const LayoutMapping& layout, std::string_view id)
{
    const auto found = std::find_if(layout.items.begin(), layout.items.end(),
                                    [id](const LayoutItem& candidate) { return candidate.item == id; });
    return found == layout.items.end() ? nullptr : &*found;
}

LayoutMapping proposed(const Grid& grid, const Workbook& workbook, const std::vector<LayoutMapping>& remembered = {})
{
    return propose_layout(grid, workbook, remembered, null_date(), words()).value();
}

} // namespace

TEST(ProposedLayout, FindsItemsAndRoundsByTheirHeadings)
{
    const Workbook workbook = own_book().read();
    for (const bool is_turned : {false, true})
    {
        const LayoutMapping layout = proposed(is_turned ? turned(own_layout()) : own_layout(), workbook);
        EXPECT_EQ(layout.transposed, is_turned);
        EXPECT_EQ(layout.source, "Vores tal");
        ASSERT_NE(item(layout, "anbragte"), nullptr);
        EXPECT_FALSE(item(layout, "anbragte")->near);
        ASSERT_NE(item(layout, "netvaerk"), nullptr);
        EXPECT_TRUE(item(layout, "netvaerk")->near) << "one letter more than the item's name";
        ASSERT_EQ(layout.rounds.size(), 3U);
        EXPECT_EQ(layout.rounds[0].cut_off, first);
        EXPECT_EQ(layout.rounds[1].cut_off, second);
        EXPECT_FALSE(layout.rounds[2].cut_off) << "June 2017 is no round of this workbook";
        ASSERT_EQ(layout.signs.size(), 1U);
        EXPECT_EQ(layout.signs.front().sign, "..");
    }
}

TEST(ProposedLayout, IsNoneWhereNothingIsLikeTheWorkbook)
{
    EXPECT_FALSE(propose_layout(sheet_of({{Cell{"a"}, Cell{1.0}}, {Cell{"b"}, Cell{2.0}}}), own_book().read(), {},
                                null_date(), words()));
    EXPECT_FALSE(propose_layout(Grid{}, own_book().read(), {}, null_date(), words()));
}

TEST(Layout, FillsEmptyCellsAlone)
{
    WorkbookFixture book = own_book();
    book.entry("anbragte", first) = Cell{99.0};
    const Workbook workbook = book.read();
    LayoutMapping layout = proposed(own_layout(), workbook);
    const LayoutResult result = apply_layout(layout, own_layout(), workbook, null_date(), words(), {});
    ASSERT_FALSE(result.fault);
    EXPECT_EQ(result.filled, 2U);
    EXPECT_EQ(result.replaced, 0U);
    ASSERT_EQ(result.differences.size(), 1U);
    EXPECT_EQ(result.differences.front().before, "99");
    EXPECT_EQ(result.differences.front().after, "100");
    EXPECT_EQ(result.unread, std::vector<std::string>{"Vores tal 2018!D5"}) << "no person has said what .. means";
    for (const CellUpdate& cell : result.update.cells)
        EXPECT_NE(std::pair(cell.row, cell.column), std::pair(book.place("entry", "anbragte", "2018-06-30").row,
                                                              book.place("entry", "anbragte", "2018-06-30").column));
}

TEST(Layout, ReplacesWhereItIsAskedToButNoFormula)
{
    WorkbookFixture book = own_book();
    book.entry("anbragte", first) = Cell{99.0};
    book.entry("netvaerk", first) = Cell{8.0};
    const Place formula = book.place("entry", "netvaerk", "2018-06-30");
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures[static_cast<std::size_t>(formula.sheet)].formulas.push_back(
        {formula.row, formula.column, "=4+4"});
    const Workbook workbook = book.read();
    LayoutMapping layout = proposed(own_layout(), workbook);
    for (SignChoice& sign : layout.signs)
        sign.confirmed = true;
    const LayoutResult result = apply_layout(layout, own_layout(), workbook, null_date(), words(), {.replace = true});
    EXPECT_EQ(result.replaced, 1U);
    EXPECT_EQ(result.differences.size(), 2U);
    EXPECT_EQ(result.filled, 2U);
    EXPECT_TRUE(result.unread.empty());
    const auto blank =
        std::find_if(result.update.cells.begin(), result.update.cells.end(),
                     [](const CellUpdate& cell) { return std::holds_alternative<std::string>(cell.content); });
    ASSERT_NE(blank, result.update.cells.end());
    EXPECT_EQ(std::get<std::string>(blank->content), "ikke indberettet");
}

TEST(Layout, MadeAgainChangesNothing)
{
    WorkbookFixture book = own_book();
    LayoutMapping layout = proposed(own_layout(), book.read());
    const LayoutResult once = apply_layout(layout, own_layout(), book.read(), null_date(), words(), {});
    for (const CellUpdate& cell : once.update.cells)
        book.at({once.update.sheet, cell.row, cell.column}) = Cell{std::get<double>(cell.content)};
    const LayoutResult again = apply_layout(layout, own_layout(), book.read(), null_date(), words(), {});
    EXPECT_EQ(again.filled, 0U);
    EXPECT_EQ(again.unchanged, once.filled);
}

TEST(Layout, ThatSaysOneThingTwiceIsRefused)
{
    const Workbook workbook = own_book().read();
    LayoutMapping layout = proposed(own_layout(), workbook);
    const auto code = [&](const LayoutMapping& broken)
    {
        const LayoutResult result = apply_layout(broken, own_layout(), workbook, null_date(), words(), {});
        EXPECT_TRUE(result.update.cells.empty());
        return result.fault ? result.fault->code : std::string{};
    };
    LayoutMapping twice = layout;
    for (LayoutItem& one : twice.items)
        one.item = "anbragte";
    EXPECT_EQ(code(twice), "item-twice");
    LayoutMapping rounds = layout;
    for (LayoutRound& round : rounds.rounds)
        round.cut_off = first;
    EXPECT_EQ(code(rounds), "round-twice");
    LayoutMapping unknown = layout;
    unknown.rounds[2].cut_off = day(2017, 6, 30);
    EXPECT_EQ(code(unknown), "round-unknown");
    LayoutMapping nothing = layout;
    for (LayoutItem& one : nothing.items)
        one.item.clear();
    EXPECT_EQ(code(nothing), "layout-nothing");
}

TEST(RememberedLayout, IsFoundAgainWhereverItsRowsStand)
{
    WorkbookFixture book = own_book();
    LayoutMapping layout = proposed(own_layout(), book.read());
    for (LayoutItem& one : layout.items)
        if (one.heading == "Sygefravær")
        {
            one.item = "forebyggende";
            one.factor = 1000;
        }
    add_import_sheet(book, {}, {layout});
    const std::vector<LayoutMapping> remembered = read_layouts(book.read(), words());
    ASSERT_EQ(remembered.size(), 1U);
    Grid later = own_layout();
    later.sheet_name = "Vores tal 2019";
    later.cells.insert(later.cells.begin(), static_cast<std::size_t>(later.columns), Cell{});
    const LayoutMapping again = proposed(later, book.read(), remembered);
    ASSERT_NE(item(again, "forebyggende"), nullptr);
    EXPECT_EQ(item(again, "forebyggende")->line, 6);
    EXPECT_EQ(item(again, "forebyggende")->factor, 1000);
    EXPECT_TRUE(read_mappings(book.read(), words()).empty());
}

} // namespace trinvis::reference
