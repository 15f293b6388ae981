// SPDX-License-Identifier: MPL-2.0
//
// What an import makes of Sammenligningsdata and Indtastning. All numbers are invented.
#include "compared.hpp"
#include "imported.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis::reference
{

namespace
{

using namespace tests;

const Date cut_off = cut_off_of_import;

ImportRows applied(const ImportedTable& table, const WorkbookFixture& book, const ApplyOptions& options = {})
{
    const Workbook workbook = book.read();
    return apply(confirmed_mapping(table, workbook), table, workbook, words(), options);
}

const LeftOut* left_out(const ImportRows& rows, std::string_view code)
{
    const auto found = std::find_if(rows.left_out.begin(), rows.left_out.end(),
                                    [code](const LeftOut& reason) { return reason.code == code; });
    return found == rows.left_out.end() ? nullptr : &*found;
}

std::size_t conflicts(const ImportRows& rows, std::string_view code)
{
    return static_cast<std::size_t>(std::count_if(rows.conflicts.begin(), rows.conflicts.end(),
                                                  [code](const ImportConflict& conflict)
                                                  { return conflict.code == code; }));
}

Value value_of(const WorkbookFixture& book, std::string_view municipality, std::string_view item)
{
    const Workbook workbook = book.read();
    const ComparisonData data(workbook, words(), municipalities());
    const auto index = static_cast<std::size_t>(municipalities().find(municipality) - municipalities().all().data());
    return data.value(index, item, cut_off);
}

/// A municipality's four numbers of figures 1 and 3 with stated concepts.
void add_stated(WorkbookFixture& book, std::string_view municipality, std::string_view item, double value,
                const Concepts& stated)
{
    book.add_comparison(municipality, item, cut_off, Cell{value});
    const int row = book.grid("comparison").rows() - 1;
    const auto put = [&](std::string_view column, const std::string& text)
    {
        Place place = book.place("comparison", "heading", column);
        place.row = row;
        book.at(place) = text.empty() ? Cell{} : Cell{text};
    };
    put("municipality_concept", stated.municipality_concept);
    put("counting_unit", stated.counting_unit);
    put("age_base", stated.age_base);
}

} // namespace

TEST(Import, AddsRowsAndSaysWhatItLeavesOut)
{
    WorkbookFixture book = import_book();
    const ImportRows rows = applied(table_of(tidy_placements), book);
    ASSERT_FALSE(rows.fault);
    EXPECT_EQ(rows.added, 4U);
    EXPECT_EQ(rows.replaced + rows.unchanged, 0U);
    ASSERT_NE(left_out(rows, "outside"), nullptr);
    EXPECT_EQ(left_out(rows, "outside")->examples, std::vector<std::string>{"Christiansø"});
    EXPECT_EQ(left_out(rows, "country")->count, 1U);
    EXPECT_EQ(left_out(rows, "unknown-place")->examples, std::vector<std::string>{"Atlantis"});
    EXPECT_EQ(left_out(rows, "own")->count, 1U);
    std::size_t told = rows.added;
    for (const LeftOut& reason : rows.left_out)
    {
        told += reason.count;
        EXPECT_FALSE(words().danish.get("import.left_out." + reason.code).empty());
    }
    EXPECT_EQ(told, table_of(tidy_placements).size()) << "every number is either in or told of";

    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 12.5);
    EXPECT_EQ(value_of(book, "101", "anbragte").number, 300);
    EXPECT_EQ(value_of(book, "751", "institution").state, ValueState::missing);
    EXPECT_EQ(value_of(book, "751", "anbragte").number, 400);
    EXPECT_EQ(value_of(book, "851", "institution").state, ValueState::empty);
    EXPECT_EQ(book.validate().rules_broken, 0U);
}

TEST(Import, MadeAgainChangesNothing)
{
    WorkbookFixture book = import_book();
    const ImportedTable table = table_of(tidy_placements);
    write_blocks(book, applied(table, book));
    const ImportRows again = applied(table, book);
    EXPECT_EQ(again.added + again.replaced, 0U);
    EXPECT_EQ(again.unchanged, 4U);
    EXPECT_TRUE(again.blocks.empty());
    EXPECT_TRUE(again.conflicts.empty());
}

TEST(Import, IsOneBlockHoweverManyRowsItAdds)
{
    WorkbookFixture book = import_book();
    const ImportRows rows = applied(table_of(tidy_placements), book);
    ASSERT_EQ(rows.blocks.size(), 1U);
    EXPECT_EQ(rows.blocks.front().rows.size(), 4U);
    EXPECT_EQ(rows.first_added_row, book.place("comparison", "heading", "item").row + 1);
    EXPECT_EQ(rows.table.last_row, rows.first_added_row + 3);
    EXPECT_EQ(rows.date_columns, std::vector<int>{2});
}

TEST(Import, OfManyRowsIsMadeInBulk)
{
    std::string bytes = "kommune;post;dato;værdi\n";
    std::vector<Date> dates;
    std::vector<std::string> items;
    for (int year = 1990; year < 2020; ++year)
        dates.push_back(day(year, 12, 31));
    WorkbookFixture book = import_book(dates);
    for (const EntryLine& line : book.read().lines)
        items.push_back(line.id);
    std::size_t expected = 0;
    for (const Municipality& one : municipalities().all())
        for (const std::string& item : items)
            for (const Date date : dates)
            {
                bytes += one.code + ";" + item + ";" + iso_date(date) + ";1\n";
                expected += one.code == "851" ? 0U : 1U;
            }
    const ImportedTable table = table_of(bytes);
    const ImportRows rows = applied(table, book);
    EXPECT_EQ(rows.added, expected);
    EXPECT_EQ(rows.blocks.size(), 1U);
    write_blocks(book, rows);
    const ImportRows again = applied(table, book);
    EXPECT_EQ(again.unchanged, expected);
}

TEST(ImportedChange, IsToldWithItsCellAndReplacesTheRow)
{
    WorkbookFixture book = import_book();
    book.add_comparison("101", "institution", cut_off, Cell{11.0}, "gammel kilde");
    book.add_comparison("101", "anbragte", cut_off, Cell{300.0}, "anbragte.csv");
    const ImportRows rows = applied(table_of(tidy_placements), book);
    EXPECT_EQ(rows.added, 2U);
    EXPECT_EQ(rows.replaced, 1U);
    EXPECT_EQ(rows.unchanged, 1U);
    ASSERT_EQ(rows.conflicts.size(), 1U);
    EXPECT_EQ(rows.conflicts.front().code, "source");
    EXPECT_EQ(rows.conflicts.front().cell, "Sammenligningsdata!D5");
    EXPECT_EQ(rows.conflicts.front().before, "11");
    EXPECT_EQ(rows.conflicts.front().after, "12,5");
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 12.5);
    EXPECT_EQ(value_of(book, "751", "anbragte").number, 400);
}

TEST(ImportedChange, IsLeftOutWhereWhatIsThereIsKept)
{
    WorkbookFixture book = import_book();
    book.add_comparison("101", "institution", cut_off, Cell{11.0}, "gammel kilde");
    const ImportRows rows = applied(table_of(tidy_placements), book, {.existing = Existing::keep});
    EXPECT_EQ(rows.replaced, 0U);
    EXPECT_EQ(left_out(rows, "kept")->count, 1U);
    EXPECT_EQ(rows.mixed, std::vector<std::string>{"institution 31-12-2018"});
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 11);
}

TEST(ImportedChange, LeavesAFormulaAlone)
{
    WorkbookFixture book = import_book();
    book.add_comparison("101", "institution", cut_off, Cell{11.0});
    const Place place = book.place("comparison", "#1", "value");
    book.cells.structures.resize(book.cells.sheets.size());
    book.cells.structures[static_cast<std::size_t>(place.sheet)].formulas.push_back({place.row, place.column, "=10+1"});
    const ImportRows rows = applied(table_of(tidy_placements), book);
    EXPECT_EQ(rows.replaced, 0U);
    EXPECT_EQ(left_out(rows, "formula")->count, 1U);
}

TEST(ImportedChange, JoinsNeighbouringRowsIntoOneBlock)
{
    WorkbookFixture book = import_book();
    std::string bytes = "kommune;post;dato;værdi\n";
    for (const Municipality& one : municipalities().all())
    {
        if (one.code == "851")
            continue;
        book.add_comparison(one.code, "institution", cut_off, Cell{1.0}, "anbragte.csv");
        bytes += one.code + ";institution;31-12-2018;" + (one.code == "147" ? "1" : "2") + "\n";
    }
    const ImportRows rows = applied(table_of(bytes), book);
    EXPECT_EQ(rows.replaced, 96U);
    EXPECT_EQ(rows.unchanged, 1U);
    ASSERT_EQ(rows.blocks.size(), 1U);
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "147", "institution").number, 1);
    EXPECT_EQ(value_of(book, "101", "institution").number, 2);
}

TEST(OwnMunicipality, IsOnlyCompared)
{
    WorkbookFixture book = import_book();
    book.entry("institution", cut_off) = Cell{10.0};
    const ImportRows rows = applied(table_of(tidy_placements), book);
    ASSERT_EQ(conflicts(rows, "own"), 1U);
    EXPECT_EQ(rows.conflicts.front().before, "10");
    EXPECT_EQ(rows.conflicts.front().after, "9");
    EXPECT_TRUE(rows.conflicts.front().cell.starts_with("Indtastning!"));
    write_blocks(book, rows);
    EXPECT_EQ(book.entry("institution", cut_off), Cell{10.0});
}

TEST(DoubledPlace, RefusesTheWholeFile)
{
    WorkbookFixture book = import_book();
    const ImportedTable table =
        table_of("kommune;post;dato;værdi\n101;institution;31-12-2018;1\nKøbenhavn;institution;31-12-2018;2\n");
    const ImportRows rows = applied(table, book);
    ASSERT_TRUE(rows.fault);
    EXPECT_EQ(rows.fault->code, "doubled-value");
    EXPECT_EQ(rows.fault->place->row, 2U);
    EXPECT_TRUE(rows.blocks.empty());
    for (const Texts* texts : {&words().danish, &words().english})
        EXPECT_EQ(rows.fault->message(*texts).find('{'), std::string::npos);
}

TEST(PartsAndTotals, AreNeverSummed)
{
    // A total and its parts: with the total chosen the parts are left out, not added.
    const ImportedTable table =
        table_of("OMRÅDE;KØN;TID;INDHOLD\n101;I alt;2018;3\n101;Mænd;2018;1\n101;Kvinder;2018;2\n", "ANBAAR9.csv");
    WorkbookFixture book = import_book();
    const Workbook workbook = book.read();
    ImportMapping mapping = propose_mapping(table, workbook, {}, words());
    mapping.items.front().item = "anbragte";
    mapping.confirm_all();
    const ImportRows rows = apply(mapping, table, workbook, words(), {});
    EXPECT_EQ(rows.added, 1U);
    EXPECT_EQ(left_out(rows, "category")->count, 2U);
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "anbragte").number, 3);
}

TEST(Factor, MakesThousandsOfKronerKroner)
{
    const ImportedTable table = table_of("kommune;post;dato;værdi\n101;udgifter;31-12-2018;1250,5\n");
    WorkbookFixture book = import_book();
    const Workbook workbook = book.read();
    ImportMapping mapping = confirmed_mapping(table, workbook);
    mapping.items.front().factor = 1000;
    write_blocks(book, apply(mapping, table, workbook, words(), {}));
    EXPECT_EQ(value_of(book, "101", "udgifter").number, 1250500);
}

TEST(Signs, BecomeWhatThePersonSaysOfThem)
{
    const ImportedTable table = table_of("kommune;post;dato;værdi\n"
                                         "101;institution;31-12-2018;-\n"
                                         "751;institution;31-12-2018;x\n"
                                         "461;institution;31-12-2018;\n"
                                         "813;institution;31-12-2018;1\n");
    WorkbookFixture book = import_book();
    const Workbook workbook = book.read();
    ImportMapping mapping = confirmed_mapping(table, workbook);
    EXPECT_EQ(apply(mapping, table, workbook, words(), {}).fault->code, "sign-unanswered");
    for (SignChoice& sign : mapping.signs)
        if (sign.sign == "-")
            sign.meaning = SignMeaning::zero;
    const ImportRows rows = apply(mapping, table, workbook, words(), {});
    EXPECT_EQ(left_out(rows, "sign")->count, 1U);
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 0);
    EXPECT_TRUE(value_of(book, "101", "institution").is_number());
    EXPECT_EQ(value_of(book, "751", "institution").state, ValueState::confidential);
    EXPECT_EQ(value_of(book, "461", "institution").state, ValueState::empty);
}

TEST(OldWorkbook, GetsTheColumnsThatItLacks)
{
    WorkbookFixture book = import_book();
    for (int i = 0; i < 3; ++i)
        book.remove_column("comparison", 5);
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = book.read();
    EXPECT_TRUE(workbook.faults.empty());
    ImportMapping mapping = confirmed_mapping(table, workbook);
    const ImportRows plain = apply(mapping, table, workbook, words(), {});
    EXPECT_TRUE(
        std::none_of(plain.blocks.begin(), plain.blocks.end(), [](const CellBlock& block) { return block.headings; }))
        << "an unknown concept needs no column";
    mapping.municipality_concept = "Handlekommune";
    const ImportRows rows = apply(mapping, table, workbook, words(), {});
    EXPECT_EQ(
        std::count_if(rows.blocks.begin(), rows.blocks.end(), [](const CellBlock& block) { return block.headings; }),
        1);
    write_blocks(book, rows);
    const Workbook after = book.read();
    const ComparisonData data(after, words(), municipalities());
    const auto index = static_cast<std::size_t>(municipalities().find("101") - municipalities().all().data());
    EXPECT_EQ(data.concepts(index, "institution", cut_off).municipality_concept, "Handlekommune");
    EXPECT_EQ(data.value(index, "institution", cut_off).number, 12.5);
}

TEST(SortedAndMovedColumns, AreFoundByTheirHeadings)
{
    WorkbookFixture book = import_book();
    book.move_column("comparison", 3, 0);
    book.insert_rows("comparison", 0, 2);
    const ImportRows rows = applied(table_of(tidy_placements), book);
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 12.5);
}

TEST(OtherWorkbook, BecomesRowsOfItsMunicipalityWithItsConcepts)
{
    WorkbookFixture other = WorkbookFixture(Language::english, "101", {day(2017, 12, 31), cut_off});
    other.entry("institution", cut_off) = Cell{121.0};
    other.entry("anbragte", cut_off) = Cell{"confidential"};
    other.entry("institution", day(2017, 12, 31)) = Cell{120.0};
    other.entry("udgifter", cut_off) = Cell{"hest"};
    WorkbookFixture book = import_book();
    const ImportRows rows = apply_workbook(other.read(), "kbh.ods", book.read(), words(), {});
    ASSERT_FALSE(rows.fault);
    EXPECT_EQ(rows.added, 2U);
    EXPECT_EQ(left_out(rows, "period")->count, 1U);
    EXPECT_EQ(left_out(rows, "sign")->examples, std::vector<std::string>{"hest"});
    write_blocks(book, rows);
    EXPECT_EQ(value_of(book, "101", "institution").number, 121);
    EXPECT_EQ(value_of(book, "101", "anbragte").state, ValueState::confidential);
    const Workbook workbook = book.read();
    const ComparisonData data(workbook, words(), municipalities());
    const auto index = static_cast<std::size_t>(municipalities().find("101") - municipalities().all().data());
    EXPECT_EQ(data.concepts(index, "institution", cut_off).municipality_concept, "Paying municipality");
    EXPECT_EQ(book.at("comparison", "#1", "source"), Cell{"Nøgletalsmappe fra København (kbh.ods)"});
}

TEST(OtherWorkbook, IsRefusedWhereItIsOursOrNobodys)
{
    const WorkbookFixture book = import_book();
    const auto code = [&](const WorkbookFixture& other)
    { return apply_workbook(other.read(), "x.ods", book.read(), words(), {}).fault->code; };
    EXPECT_EQ(code(import_book()), "workbook-own");
    WorkbookFixture nobody(Language::danish, "101", {cut_off});
    EXPECT_EQ(code(nobody), "workbook-nothing");
    nobody.at("facts", "municipality_code", "value") = Cell{};
    EXPECT_EQ(code(nobody), "workbook-municipality");
}

TEST(StatedConcepts, ThatDifferAreNotCompared)
{
    WorkbookFixture book = import_book();
    add_stated(book, "101", "institution", 10, {"Betalingskommune", "unikke børn", "0-22-årige"});
    add_stated(book, "101", "befolkning_0_22", 1000, {"Bopælskommune", "Personer", "0-22 år"});
    add_stated(book, "751", "institution", 10, {"Handlekommune", {}, {}});
    add_stated(book, "751", "befolkning_0_22", 1000, {});
    add_stated(book, "461", "institution", 10, {});
    add_stated(book, "461", "befolkning_0_22", 1000, {{}, {}, "0-17 år"});
    add_stated(book, "813", "institution", 10, {});
    add_stated(book, "813", "befolkning_0_22", 1000, {});
    const Compared compared(book);
    const auto of = [&](std::string_view code)
    {
        return compared.source.of(static_cast<std::size_t>(municipalities().find(code) - municipalities().all().data()),
                                  compared.figure("1"), cut_off);
    };
    EXPECT_TRUE(of("101").known()) << "a population counts persons where they live";
    EXPECT_FALSE(of("751").known());
    EXPECT_EQ(of("751").absence, Absence::other_definition);
    EXPECT_EQ(of("461").absence, Absence::other_definition);
    EXPECT_TRUE(of("813").known()) << "what is not stated contradicts nothing";
}

TEST(StatedConcepts, OfKatalogAreNotMistakenForSammenligningsdata)
{
    WorkbookFixture book = import_book();
    book.drop_names();
    const int comparison = book.sheet("comparison");
    book.cells.sheets[static_cast<std::size_t>(comparison)].cells.clear();
    book.cells.sheets[static_cast<std::size_t>(comparison)].columns = 0;
    EXPECT_FALSE(book.read().comparison.found());
}

} // namespace trinvis::reference
