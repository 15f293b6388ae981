// SPDX-License-Identifier: MPL-2.0
//
// What a source is proposed to mean, what is asked, and what contradicts itself. All numbers are invented.
#include "imported.hpp"

#include "reference/import_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis::reference
{

namespace
{

using namespace tests;

const Date cut_off = cut_off_of_import;

std::vector<std::string> codes_of(const std::vector<ImportFault>& faults)
{
    std::vector<std::string> codes;
    codes.reserve(faults.size());
    for (const ImportFault& fault : faults)
        codes.push_back(fault.code);
    return codes;
}

bool has(const std::vector<ImportFault>& faults, std::string_view code)
{
    return std::any_of(faults.begin(), faults.end(), [code](const ImportFault& fault) { return fault.code == code; });
}

} // namespace

TEST(ProposedMapping, TakesRolesFromTheFileAndItemsFromTheWorkbook)
{
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = import_book().read();
    const ImportMapping mapping = propose_mapping(table, workbook, {}, words());
    EXPECT_EQ(mapping.variable("kommune")->use, VariableUse::municipality);
    EXPECT_EQ(mapping.variable("dato")->use, VariableUse::time);
    EXPECT_EQ(mapping.variable("post")->use, VariableUse::items);
    ASSERT_EQ(mapping.items.size(), 2U);
    EXPECT_EQ(mapping.items[0].item, "institution");
    EXPECT_EQ(mapping.items[1].item, "anbragte");
    ASSERT_EQ(mapping.periods.size(), 1U);
    EXPECT_EQ(mapping.periods[0].cut_off, cut_off);
}

TEST(ProposedMapping, ConvertsNothingThatNoPersonHasSeen)
{
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = import_book().read();
    ImportMapping mapping = propose_mapping(table, workbook, {}, words());
    EXPECT_TRUE(has(faults(mapping, table, workbook), "not-confirmed"));
    EXPECT_TRUE(has(faults(mapping, table, workbook), "concepts-unanswered"));
    EXPECT_TRUE(apply(mapping, table, workbook, words(), {}).blocks.empty());
    mapping.confirm_all();
    EXPECT_EQ(codes_of(faults(mapping, table, workbook)), std::vector<std::string>{});
    EXPECT_TRUE(questions(mapping, table, workbook, words()).empty());
}

TEST(ProposedMapping, AsksInWordsForWhatTheFileDoesNotTell)
{
    const ImportedTable table = table_of("OMRÅDE;KØN;TID;INDHOLD\n101;M;2018;-\n101;K;2018;3\n", "ANBAAR9.csv");
    const Workbook workbook = import_book().read();
    const ImportMapping mapping = propose_mapping(table, workbook, {}, words());
    std::vector<std::string> codes;
    for (const ImportQuestion& question : questions(mapping, table, workbook, words()))
    {
        codes.push_back(question.code);
        EXPECT_EQ(question.text(words().danish).find('{'), std::string::npos);
        EXPECT_EQ(question.text(words().english).find('{'), std::string::npos);
    }
    EXPECT_EQ(codes,
              (std::vector<std::string>{"variable", "variable", "variable", "no-items", "period", "sign", "concepts"}));
    EXPECT_EQ(mapping.variable("KØN")->use, VariableUse::unanswered) << "no total: none is chosen for the person";
    EXPECT_EQ(mapping.signs.front().meaning, SignMeaning::unanswered);
}

TEST(ProposedMapping, KnowsWhatStatisticsDenmarkSaysOfItsTables)
{
    const ImportedTable table = table_of("OMRÅDE;TID;INDHOLD\n101;2018;3\n", "ANBAAR12.csv");
    const Workbook workbook = import_book().read();
    const ImportMapping mapping = propose_mapping(table, workbook, {}, words());
    EXPECT_EQ(mapping.source, "ANBAAR12");
    EXPECT_EQ(mapping.period_day, PeriodDay::last);
    EXPECT_EQ(mapping.municipality_concept, "Administrationskommune");
    EXPECT_EQ(mapping.counting_unit, "Unikke børn");
    EXPECT_EQ(mapping.age_base, "0-22 år");
    EXPECT_EQ(mapping.licence, "CC BY 4.0");
    EXPECT_EQ(mapping.source_line, "Danmarks Statistik, ANBAAR12, CC BY 4.0");
    EXPECT_FALSE(mapping.concepts_confirmed);
}

TEST(ProposedMapping, TakesTheTotalOfAVariableThatIsLeftOver)
{
    const ImportedTable table =
        table_of("OMRÅDE;KØN;ALDER;TID;INDHOLD\n101;I alt;Alder i alt;2018;3\n101;Mænd;0-17 år;2018;3\n", "X.csv");
    const ImportMapping mapping = propose_mapping(table, import_book().read(), {}, words());
    EXPECT_EQ(mapping.variable("KØN")->category, "I alt");
    EXPECT_EQ(mapping.variable("ALDER")->category, "Alder i alt");
}

TEST(ProposedMapping, TakesTheConceptsThatATidyTableStates)
{
    const ImportedTable table = table_of("Kommune;Post;Skæringsdato;Værdi;Kommunebegreb;Tælleenhed;Aldersbase\n"
                                         "Aarhus;institution;31-12-2018;5;Handlekommune;Forløb;0-17 år\n");
    const ImportMapping mapping = propose_mapping(table, import_book().read(), {}, words());
    EXPECT_EQ(mapping.municipality_concept, "Handlekommune");
    EXPECT_EQ(mapping.counting_unit, "Forløb");
    EXPECT_EQ(mapping.age_base, "0-17 år");
    EXPECT_EQ(mapping.variable("Kommunebegreb")->use, VariableUse::fixed);
}

TEST(ProposedPeriods, AreThoseWhoseDayIsARound)
{
    const ImportedTable table = table_of("OMRÅDE;TID;INDHOLD\n101;2018;3\n101;2019;3\n101;2019K1;4\n", "X.csv");
    const Workbook workbook = import_book({day(2018, 12, 31), day(2019, 1, 1)}).read();
    const auto periods = propose_periods(table, "TID", std::nullopt, workbook);
    EXPECT_EQ(periods[0].cut_off, day(2018, 12, 31));
    EXPECT_EQ(periods[1].cut_off, day(2019, 1, 1));
    EXPECT_FALSE(propose_periods(table, "TID", PeriodDay::last, workbook)[1].cut_off);
    EXPECT_FALSE(propose_periods(table, "TID", PeriodDay::first, workbook)[0].cut_off);
    for (const PeriodChoice& choice : periods)
        EXPECT_FALSE(choice.confirmed);
}

TEST(Mapping, ThatContradictsItselfIsRefusedWithItsReason)
{
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = import_book().read();
    const auto broken = [&](auto change)
    {
        ImportMapping mapping = confirmed_mapping(table, workbook);
        change(mapping);
        return faults(mapping, table, workbook);
    };
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.items[1].item = "institution"; }), "item-twice"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.items[1].item = "hest"; }), "item-unknown"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.items[1].factor = 0; }), "factor"));
    EXPECT_TRUE(has(broken(
                        [](ImportMapping& m)
                        {
                            for (ItemChoice& item : m.items)
                                item.item.clear();
                        }),
                    "no-items"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.variable("post")->use = VariableUse::time; }), "two-variables"));
    EXPECT_TRUE(
        has(broken([](ImportMapping& m) { m.variable("kommune")->use = VariableUse::unanswered; }), "no-municipality"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.variable("kommune")->use = VariableUse::unanswered; }),
                    "variable-unanswered"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.variable("dato")->use = VariableUse::unanswered; }), "no-time"));
    EXPECT_TRUE(has(broken(
                        [](ImportMapping& m) {
                            m.variables.push_back({"hest", VariableUse::fixed, "x", true});
                        }),
                    "variable-missing"));
    EXPECT_TRUE(has(broken(
                        [](ImportMapping& m)
                        {
                            m.variable("post")->use = VariableUse::fixed;
                            m.variable("post")->category = "x";
                        }),
                    "category-missing"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.periods.clear(); }), "period-unanswered"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.periods[0].cut_off = day(2018, 12, 30); }), "round-unknown"));
    EXPECT_TRUE(has(broken([](ImportMapping& m) { m.signs.clear(); }), "sign-unanswered"));
}

TEST(Mapping, RefusesTwoPeriodsOfOneRound)
{
    const ImportedTable table = table_of("kommune;post;år;værdi\n101;institution;2018;1\n101;institution;2019;1\n");
    const Workbook workbook = import_book().read();
    ImportMapping mapping = confirmed_mapping(table, workbook);
    for (PeriodChoice& period : mapping.periods)
        period.cut_off = cut_off;
    EXPECT_TRUE(has(faults(mapping, table, workbook), "round-twice"));
    mapping.periods[1].cut_off = std::nullopt;
    EXPECT_EQ(codes_of(faults(mapping, table, workbook)), std::vector<std::string>{});
}

TEST(EveryFaultOfAMapping, HasAMessageAndARemedyInBothLanguages)
{
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = import_book().read();
    const ImportMapping empty;
    for (const ImportFault& fault : faults(empty, table, workbook))
        for (const Texts* texts : {&words().danish, &words().english})
        {
            EXPECT_EQ(fault.message(*texts).find('{'), std::string::npos) << fault.code;
            EXPECT_EQ(fault.remedy(*texts).find('{'), std::string::npos) << fault.code;
        }
}

TEST(SourceKey, IsTheSameForTheNextRoundsFile)
{
    const auto key = [](std::string_view file) { return source_key(table_of(tidy_placements, file)); };
    EXPECT_EQ(key("anbragte 2018.csv"), key("anbragte 2019.csv"));
    EXPECT_EQ(key("anbragte-2018-12.csv"), "anbragte");
    EXPECT_EQ(source_key(table_of("OMRÅDE;TID;INDHOLD\n101;2018;3\n", "2025-ANBAAR12.csv")), "ANBAAR12");
    EXPECT_EQ(key("2018.csv"), "2018.csv") << "a name of digits alone stays as it is";
}

TEST(RememberedMapping, StandsInTheSheetImportInBothLanguagesAndIsReadAgain)
{
    const ImportedTable table = table_of(tidy_placements);
    for (const Language language : {Language::danish, Language::english})
    {
        WorkbookFixture book = import_book({cut_off}, language);
        ImportMapping mapping = confirmed_mapping(table, book.read());
        mapping.items[1].factor = 1000;
        mapping.items.push_back({"andet", {}, 1, true});
        mapping.variables.push_back({"køn", VariableUse::fixed, "I alt", true});
        mapping.signs.push_back({"", SignMeaning::left_out, true});
        mapping.period_day = PeriodDay::last;
        mapping.periods.push_back({"2017", std::nullopt, true});
        mapping.municipality_concept = "Betalingskommune";
        add_import_sheet(book, {mapping}, {});
        const std::vector<ImportMapping> read = read_mappings(book.read(), words());
        ASSERT_EQ(read.size(), 1U);
        const ImportMapping& again = read.front();
        EXPECT_EQ(again.source, mapping.source);
        EXPECT_EQ(again.source_line, mapping.source_line);
        EXPECT_EQ(again.period_day, PeriodDay::last);
        EXPECT_EQ(again.decimal_mark, mapping.decimal_mark);
        EXPECT_EQ(again.municipality_concept, "Betalingskommune");
        EXPECT_TRUE(again.concepts_confirmed);
        EXPECT_EQ(again.variable("kommune")->use, VariableUse::municipality);
        EXPECT_EQ(again.variable("køn")->category, "I alt");
        ASSERT_EQ(again.items.size(), 3U);
        EXPECT_EQ(again.items[1].factor, 1000);
        EXPECT_TRUE(again.items[2].item.empty());
        EXPECT_EQ(again.periods[0].cut_off, cut_off);
        EXPECT_FALSE(again.periods[1].cut_off);
        EXPECT_EQ(again.signs.front().sign, "..");
        EXPECT_EQ(again.signs.front().meaning, SignMeaning::not_reported);
        EXPECT_EQ(again.signs.back().sign, "");
        EXPECT_EQ(again.signs.back().meaning, SignMeaning::left_out);
    }
}

TEST(RememberedMapping, AnswersTheNextRoundsFileWithoutAQuestion)
{
    WorkbookFixture book = import_book({day(2019, 3, 31), day(2020, 3, 31)});
    const ImportedTable first = table_of("OMRÅDE;TID;INDHOLD\n101;2018;..\n751;2018;7\n", "ANBAAR12.csv");
    ImportMapping mapping = propose_mapping(first, book.read(), {}, words());
    mapping.items.front().item = "anbragte";
    mapping.periods.front().cut_off = day(2019, 3, 31);
    mapping.confirm_all();
    add_import_sheet(book, {mapping}, {});

    const ImportedTable next =
        table_of("OMRÅDE;TID;INDHOLD\n101;2018;..\n101;2019;8\n751;2019;9\n", "ANBAAR12 (1).csv");
    const Workbook workbook = book.read();
    const ImportMapping proposed = propose_mapping(next, workbook, read_mappings(workbook, words()), words());
    EXPECT_TRUE(questions(proposed, next, workbook, words()).empty());
    EXPECT_EQ(codes_of(faults(proposed, next, workbook)), std::vector<std::string>{});
    EXPECT_EQ(proposed.periods.back().cut_off, day(2020, 3, 31)) << "2018 was 31-03-2019, so 2019 is 31-03-2020";
    EXPECT_EQ(apply(proposed, next, workbook, words(), {}).added, 3U);
}

TEST(RememberedMapping, AsksAboutWhatIsNewInTheNextFile)
{
    WorkbookFixture book = import_book({day(2018, 12, 31)});
    const ImportedTable first = table_of("OMRÅDE;TID;INDHOLD\n101;2018;5\n", "ANBAAR12.csv");
    ImportMapping mapping = propose_mapping(first, book.read(), {}, words());
    mapping.items.front().item = "anbragte";
    mapping.confirm_all();
    const ImportedTable next = table_of("OMRÅDE;TID;INDHOLD\n101;2018;x\n101;2019;8\n", "ANBAAR12.csv");
    const ImportMapping proposed = propose_mapping(next, book.read(), {mapping}, words());
    std::vector<std::string> subjects;
    for (const ImportQuestion& question : questions(proposed, next, book.read(), words()))
        subjects.push_back(question.code + " " + question.subject);
    EXPECT_EQ(subjects, (std::vector<std::string>{"period 2019", "sign x"}));
}

TEST(RememberedMappings, KeepAnswersThatANewFileHasNoUseFor)
{
    const ImportedTable table = table_of(tidy_placements);
    const Workbook workbook = import_book().read();
    ImportMapping older = confirmed_mapping(table, workbook);
    older.signs.push_back({"x", SignMeaning::confidential, true});
    ImportMapping newer = confirmed_mapping(table, workbook);
    newer.source_line = "Ny";
    const auto all = remembered_with({older}, newer);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().source_line, "Ny");
    EXPECT_EQ(all.front().signs.back().sign, "x");
    newer.source = "Noget andet";
    EXPECT_EQ(remembered_with(all, newer).size(), 2U);
}

TEST(WorkbookWithoutImport, RemembersNothing)
{
    EXPECT_TRUE(read_mappings(import_book().read(), words()).empty());
    EXPECT_TRUE(read_layouts(import_book().read(), words()).empty());
}

} // namespace trinvis::reference
