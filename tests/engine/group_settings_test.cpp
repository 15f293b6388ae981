// SPDX-License-Identifier: MPL-2.0
//
// The sheet Grupper as it is read: choices, indicators, the user's own list, and what is wrong with them.
#include "group_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::add_indicator;
using tests::add_indicator_column;
using tests::choice;
using tests::group_cell;
using tests::group_row;
using tests::index_of;
using tests::settings_of;
using tests::WorkbookFixture;

WorkbookFixture fresh()
{
    return WorkbookFixture(Language::danish, "810");
}

std::string cell_of(const WorkbookFixture& book, std::string_view municipality, std::string_view heading)
{
    WorkbookFixture copy = book;
    const Grid& grid = copy.grid("groups");
    const auto at = &group_cell(copy, municipality, heading) - grid.cells.data();
    return cell_address(static_cast<int>(at / grid.columns), static_cast<int>(at % grid.columns));
}

struct Told
{
    std::string key;
    std::string cell;
    Hindrance hindrance;

    bool operator==(const Told&) const = default;
};

std::vector<Told> told(const WorkbookFixture& book)
{
    std::vector<Told> all;
    for (const GroupFault& fault : settings_of(book).faults)
        all.push_back(
            {fault.fault.message, cell_address(fault.fault.place.row, fault.fault.place.column), fault.hindrance});
    return all;
}

std::ostream& operator<<(std::ostream& out, const Told& one)
{
    return out << one.key << " " << one.cell << " " << static_cast<int>(one.hindrance);
}

} // namespace

TEST(GroupSettings, OfANewWorkbookAreTheProposal)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const GroupSettings settings = settings_of(WorkbookFixture(language, "810"));
        EXPECT_TRUE(settings.has_sheet());
        EXPECT_TRUE(settings.faults.empty());
        EXPECT_EQ(settings.weighting, Weighting::ratio_of_sums);
        EXPECT_EQ(settings.main_group, GroupKind::municipality_group);
        EXPECT_TRUE(settings.counts_own(GroupKind::country) && settings.counts_own(GroupKind::region) &&
                    settings.counts_own(GroupKind::landsdel));
        EXPECT_FALSE(settings.counts_own(GroupKind::municipality_group) || settings.counts_own(GroupKind::chosen) ||
                     settings.counts_own(GroupKind::similar));
        EXPECT_EQ(settings.similar_count, 10U);
        ASSERT_EQ(settings.indicators.size(), 2U);
        EXPECT_EQ(settings.indicators[0].weight, 1);
        EXPECT_EQ(settings.rows[index_of("810")].values[0], 9829) << "aged 0-22 on 1 January 2014";
        EXPECT_TRUE(std::ranges::none_of(settings.rows, [](const GroupRow& row) { return row.row < 0 || row.chosen; }));
    }
}

TEST(GroupSettings, OfAWorkbookWithoutTheSheetAreTheDefaultsAndNameNoIndicator)
{
    const GroupSettings settings = settings_of(tests::without_groups(fresh()));
    EXPECT_FALSE(settings.has_sheet());
    EXPECT_TRUE(settings.faults.empty());
    EXPECT_TRUE(settings.indicators.empty());
    EXPECT_EQ(settings.main_group, GroupKind::municipality_group);
    EXPECT_EQ(settings.rows[index_of("810")].group, "Landkommuner");
}

TEST(GroupSettings, AreReadInWordsOrTheirBeginningsInEitherLanguage)
{
    WorkbookFixture book = fresh();
    choice(book, "weighting") = Cell{"Uvægtet"};
    choice(book, "main_group") = Cell{"similar municipalities"};
    choice(book, "own_in.country") = Cell{"Nej"};
    choice(book, "own_in.similar") = Cell{1.0};
    choice(book, "similar_count") = Cell{7.0};
    const GroupSettings settings = settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    EXPECT_EQ(settings.weighting, Weighting::unweighted_mean);
    EXPECT_EQ(settings.main_group, GroupKind::similar);
    EXPECT_FALSE(settings.counts_own(GroupKind::country));
    EXPECT_TRUE(settings.counts_own(GroupKind::similar));
    EXPECT_EQ(settings.similar_count, 7U);
}

TEST(GroupSettings, KnowMunicipalitiesByCodeOrNameInAnyForm)
{
    WorkbookFixture book = fresh();
    group_cell(book, "København", "Kode") = Cell{101.0};
    group_cell(book, "Ballerup", "Kode") = Cell{"0151"};
    group_cell(book, "Brøndby", "Kode") = Cell{"153.0"};
    group_cell(book, "Aarhus", "Kode") = Cell{};
    group_cell(book, "Aarhus", "Kommune") = Cell{"ÅRHUS  Kommune"};
    group_cell(book, "Høje-Taastrup", "Kommune") = Cell{"Høje Taastrup"};
    const GroupSettings settings = settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    for (const char* code : {"101", "151", "153", "751", "169"})
        EXPECT_GE(settings.rows[index_of(code)].row, 0) << code;
}

TEST(ChosenMunicipalities, AreThoseWithAMarkOfAnyForm)
{
    WorkbookFixture book = fresh();
    const std::vector<std::pair<const char*, Cell>> marks{
        {"Ringsted", Cell{"x"}}, {"Sorø", Cell{"X "}},   {"Varde", Cell{"ja"}}, {"Odder", Cell{1.0}},
        {"Assens", Cell{"✓"}},   {"Greve", Cell{"nej"}}, {"Solrød", Cell{0.0}}, {"Køge", Cell{"-"}}};
    for (const auto& [name, mark] : marks)
        group_cell(book, name, "Valgt") = mark;
    const GroupSettings settings = settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    EXPECT_EQ(std::ranges::count_if(settings.rows, [](const GroupRow& row) { return row.chosen; }), 5);
    EXPECT_TRUE(settings.rows[index_of("Assens")].chosen);
    EXPECT_FALSE(settings.rows[index_of("Køge")].chosen);
}

TEST(GroupSettings, StayWhenRowsAreInsertedColumnsMovedSheetsRenamedAndNamesGone)
{
    WorkbookFixture book = fresh();
    choice(book, "weighting") = Cell{"median"};
    group_cell(book, "Ringsted", "Valgt") = Cell{"x"};
    book.insert_rows("groups", group_row(book, "Kommune") + 40, 3);
    book.insert_rows("groups", group_row(book, "Kommune"), 2);
    book.insert_rows("groups", group_row(book, "Indikator"), 1);
    book.insert_rows("groups", group_row(book, "Indstilling") + 1, 2);
    book.insert_rows("groups", 0, 5);
    book.move_column("groups", 7, 3);
    book.rename_sheets();
    book.drop_names();
    const GroupSettings settings = settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    EXPECT_EQ(settings.weighting, Weighting::median);
    EXPECT_TRUE(settings.rows[index_of("Ringsted")].chosen);
    ASSERT_EQ(settings.indicators.size(), 2U);
    EXPECT_EQ(settings.rows[index_of("810")].values[0], 9829);
    EXPECT_TRUE(std::ranges::all_of(settings.rows, [](const GroupRow& row) { return row.row >= 0; }));
}

TEST(GroupSettings, TakeTheClassificationOfTheSheet)
{
    WorkbookFixture book = fresh();
    group_cell(book, "Ringsted", "Kommunegruppe") = Cell{"Storbykommuner"};
    const GroupSettings settings = settings_of(book);
    EXPECT_TRUE(settings.faults.empty());
    EXPECT_EQ(settings.rows[index_of("Ringsted")].group, "Storbykommuner");
}

TEST(GroupFaults, OfChoicesNameTheirCell)
{
    WorkbookFixture book = fresh();
    choice(book, "weighting") = Cell{"tungt"};
    choice(book, "main_group") = Cell{3.0};
    choice(book, "own_in.region") = Cell{"måske"};
    choice(book, "similar_count") = Cell{"10"};
    const auto cell = [&](const char* key)
    { return cell_address(group_row(book, tests::words().danish.get("group_choice." + std::string(key))), 1); };
    EXPECT_EQ(told(book), (std::vector<Told>{{"groups.unknown_choice", cell("weighting"), Hindrance::choice},
                                             {"groups.unknown_choice", cell("main_group"), Hindrance::choice},
                                             {"groups.unknown_choice", cell("own_in.region"), Hindrance::choice},
                                             {"groups.bad_count", cell("similar_count"), Hindrance::similarity}}));
    EXPECT_EQ(settings_of(book).weighting, Weighting::ratio_of_sums) << "what is not understood changes nothing";
}

TEST(GroupFaults, TellOfACountThatIsTooSmallOrTooLargeOrBroken)
{
    for (const double count : {2.0, 98.0, 9.5, -3.0})
    {
        WorkbookFixture book = fresh();
        choice(book, "similar_count") = Cell{count};
        ASSERT_EQ(told(book).size(), 1U) << count;
        EXPECT_EQ(told(book).front().key, "groups.bad_count") << count;
    }
    for (const double count : {3.0, 97.0})
    {
        WorkbookFixture book = fresh();
        choice(book, "similar_count") = Cell{count};
        EXPECT_TRUE(told(book).empty()) << count;
    }
}

TEST(GroupFaults, OfIndicatorsNameTheirCell)
{
    WorkbookFixture book = fresh();
    const int first = group_row(book, "Indikator") + 1;
    Grid& grid = book.grid("groups");
    grid.make(first, 1) = Cell{"meget"};
    grid.make(first + 1, 1) = Cell{-1.0};
    add_indicator(book, "Befolkning 0-22  ÅR", Cell{2.0});
    add_indicator(book, "Indeks", Cell{1.0});
    add_indicator(book, "Uden vægt", Cell{});
    grid.make(first + 5, 1) = Cell{1.0};
    const auto at = [first](int row, int column) { return cell_address(first + row, column); };
    EXPECT_EQ(told(book), (std::vector<Told>{{"groups.bad_weight", at(0, 1), Hindrance::similarity},
                                             {"groups.bad_weight", at(1, 1), Hindrance::similarity},
                                             {"groups.indicator_twice", at(2, 0), Hindrance::similarity},
                                             {"groups.no_weight", at(4, 1), Hindrance::similarity},
                                             {"groups.weight_alone", at(5, 0), Hindrance::similarity},
                                             {"groups.no_column", at(3, 0), Hindrance::similarity}}));
    EXPECT_TRUE(settings_of(book).similarity_hindered());
}

TEST(GroupFaults, OfAnIndicatorsColumnNameTheirCell)
{
    WorkbookFixture book = fresh();
    add_indicator(book, "Indeks", Cell{1.0});
    add_indicator_column(book, "Indeks", [](std::size_t) { return Cell{}; });
    EXPECT_EQ(told(book).at(0).key, "groups.no_values");
    add_indicator_column(book, "INDEKS", [](std::size_t) { return Cell{1.0}; });
    const std::string second = cell_of(book, "Kommune", "INDEKS");
    EXPECT_EQ(told(book).at(0), (Told{"groups.column_twice", second, Hindrance::similarity}));
    group_cell(book, "Ringsted", "Befolkning 0-22 år") = Cell{"ca. 9.000"};
    const std::string wrong = cell_of(book, "Ringsted", "Befolkning 0-22 år");
    EXPECT_EQ(told(book).at(1), (Told{"groups.value_is_text", wrong, Hindrance::similarity}));
}

TEST(GroupFaults, OfMunicipalitiesNameTheirCell)
{
    WorkbookFixture book = fresh();
    const std::string aarhus = cell_of(book, "Aarhus", "Kode");
    const std::string ringsted = cell_of(book, "Ringsted", "Kommune");
    const std::string greve = cell_of(book, "Greve", "Kode");
    const std::string mark = cell_of(book, "Varde", "Valgt");
    const std::string landsdel = cell_of(book, "Odder", "Landsdel");
    group_cell(book, "Aarhus", "Kode") = Cell{"411"};
    group_cell(book, "Greve", "Kode") = Cell{"101"};
    group_cell(book, "Greve", "Kommune") = Cell{};
    group_cell(book, "Varde", "Valgt") = Cell{"måske"};
    group_cell(book, "Odder", "Landsdel") = Cell{"Landsdel Østjyland"};
    group_cell(book, "Ringsted", "Kommune") = Cell{"Sorø"};
    std::vector<Told> wanted{{"groups.unknown_municipality", aarhus, Hindrance::choice},
                             {"groups.municipality_twice", greve, Hindrance::similarity},
                             {"groups.unknown_mark", mark, Hindrance::choice},
                             {"groups.unknown_class", landsdel, Hindrance::nothing},
                             {"groups.code_and_name", ringsted, Hindrance::similarity}};
    std::vector<Told> found = told(book);
    const auto by_cell = [](const Told& a, const Told& b) { return a.cell < b.cell; };
    std::ranges::sort(wanted, by_cell);
    std::ranges::sort(found, by_cell);
    EXPECT_EQ(found, wanted);
}

TEST(GroupFaults, TellThatTheMainGroupIsEmpty)
{
    WorkbookFixture book = fresh();
    choice(book, "main_group") = Cell{"valgte kommuner"};
    ASSERT_EQ(told(book).size(), 1U);
    EXPECT_EQ(told(book).front().key, "groups.nobody_chosen");
    group_cell(book, "Ringsted", "Valgt") = Cell{"x"};
    EXPECT_TRUE(told(book).empty());
}

TEST(GroupFaults, TellThatATableIsGone)
{
    WorkbookFixture book = fresh();
    const int heading = group_row(book, "Indikator");
    for (int column = 0; column < 6; ++column)
        book.grid("groups").make(heading, column) = Cell{};
    ASSERT_FALSE(told(book).empty());
    EXPECT_EQ(told(book).front().key, "groups.table_missing");
    EXPECT_EQ(told(book).front().hindrance, Hindrance::the_sheet);
}

TEST(GroupFaults, AreWarningsOfTheValidationWithMessageAndRemedy)
{
    WorkbookFixture book = fresh();
    group_cell(book, "Ringsted", "Valgt") = Cell{"måske"};
    const std::string cell = cell_of(book, "Ringsted", "Valgt");
    const Validation validation = book.validate();
    const auto finding =
        std::ranges::find_if(validation.findings, [](const Finding& one) { return one.rule == "A17"; });
    ASSERT_NE(finding, validation.findings.end());
    EXPECT_EQ(finding->severity, rules::Severity::warning);
    EXPECT_EQ(finding->sheet, "Grupper");
    EXPECT_EQ(finding->cell, cell);
    EXPECT_EQ(finding->message, "'måske' er hverken et kryds eller tomt.");
    EXPECT_EQ(finding->remedy, "Skriv x ved de kommuner, I vælger, og lad de andre være tomme.");
}

TEST(GroupFaults, HaveNoPlaceLeftUnfilledInEitherLanguage)
{
    WorkbookFixture book = fresh();
    choice(book, "weighting") = Cell{"tungt"};
    choice(book, "similar_count") = Cell{1.0};
    choice(book, "main_group") = Cell{"valgte kommuner"};
    add_indicator(book, "Indeks", Cell{1.0});
    add_indicator(book, "Uden vægt", Cell{});
    add_indicator(book, "Indeks", Cell{-2.0});
    group_cell(book, "Aarhus", "Kode") = Cell{"999"};
    group_cell(book, "Greve", "Region") = Cell{"Fyn"};
    group_cell(book, "Køge", "Befolkning 0-22 år") = Cell{"mange"};
    const auto faults = settings_of(book).faults;
    EXPECT_EQ(faults.size(), 9U);
    for (const GroupFault& fault : faults)
        for (const Language language : {Language::danish, Language::english})
            for (const char* end : {"", ".remedy"})
            {
                const std::string text =
                    tests::words().in(language).format(fault.fault.message + end, fault.fault.values);
                EXPECT_EQ(text.find('{'), std::string::npos) << text;
            }
}

} // namespace trinvis
