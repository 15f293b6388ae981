// SPDX-License-Identifier: MPL-2.0
//
// The practice workbook: its faults are found as they were meant, nothing else is found, and once they are mended as the
// answers say, it is ready. Its country is invented and meets the real one nowhere.
#include "compared.hpp"
#include "shipped.hpp"
#include "workbook_fixture.hpp"

#include "benchmark/compare.hpp"
#include "benchmark/funnel_chart.hpp"
#include "benchmark/group_sheet.hpp"
#include "catalogue/sheet_names.hpp"
#include "practice/practice_sheets.hpp"
#include "update/workbook_update.hpp"
#include "validation/repairs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;
using tests::WorkbookFixture;

std::string practice_file()
{
    return tests::file_text(tests::templates_dir() / "practice.json");
}

const Practice& practice()
{
    static const Practice read = Practice::from_json(practice_file());
    return read;
}

/// The municipalities as the product has them: the 98 and the invented ones.
const Municipalities& both_countries()
{
    static const Municipalities all = []
    {
        Municipalities made = tests::municipalities();
        made.add_invented(practice().invented());
        return made;
    }();
    return all;
}

std::vector<SheetContent> sheets_in(Language language)
{
    return practice_sheets(practice(), {tests::catalogue(language), tests::rules_of(language), words().in(language),
                                        both_countries(), "0.1.0"});
}

WorkbookCells cells_in(Language language)
{
    WorkbookCells cells;
    for (const SheetContent& sheet : sheets_in(language))
    {
        const CellRange all{0, 0, sheet.row_count() - 1, sheet.column_count() - 1};
        cells.names.push_back({std::string(sheet_by_id(sheet.id).defined_name), static_cast<int>(cells.sheets.size()),
                               sheet.table.value_or(all)});
        cells.sheets.push_back(tests::grid_of(sheet, cells.null_date));
    }
    return cells;
}

Workbook workbook_in(Language language)
{
    return read_workbook(cells_in(language), words(), both_countries());
}

Validation validated(const Workbook& workbook)
{
    return validate(workbook, words(), both_countries(), day(2026, 6, 1));
}

/// One line a finding: "V02 error Indtastning J6". That official definitions are not filled in is said of every new
/// workbook.
std::vector<std::string> lines_of(const std::vector<Finding>& findings)
{
    std::vector<std::string> lines;
    lines.reserve(findings.size());
    for (const Finding& finding : findings)
        if (finding.rule != "K06")
            lines.push_back(finding.rule + " " + std::string(rules::severity_code(finding.severity)) + " " +
                            finding.sheet + " " + finding.cell);
    return lines;
}

Cell& cell_at(WorkbookCells& cells, std::string_view sheet, std::string_view address)
{
    for (Grid& grid : cells.sheets)
        if (grid.sheet_name == sheet)
            return grid.make(std::stoi(std::string(address.substr(1))) - 1, address.front() - 'A');
    throw std::logic_error("no such sheet");
}

} // namespace

TEST(PracticeWorkbook, IsFoundToHaveTheFaultsThatWerePutIn)
{
    EXPECT_EQ(lines_of(validated(workbook_in(Language::danish)).findings),
              (std::vector<std::string>{"R01 error Indtastning J5", "V02 error Indtastning J6",
                                        "V03 error Indtastning I11", "V08 warning Indtastning J18",
                                        "V06 warning Indtastning J21", "R07 information Indtastning G4"}));
    EXPECT_EQ(lines_of(validated(workbook_in(Language::english)).findings),
              (std::vector<std::string>{"R01 error Entry J5", "V02 error Entry J6", "V03 error Entry I11",
                                        "V08 warning Entry J18", "V06 warning Entry J21", "R07 information Entry G4"}));
}

TEST(PracticeWorkbook, NamesForEachFaultTheRuleThatFindsIt)
{
    std::multiset<std::string> wanted;
    for (const PracticeFault& fault : practice().faults)
        wanted.insert(fault.rule);
    std::multiset<std::string> found;
    for (const Finding& finding : validated(workbook_in(Language::danish)).findings)
        if (finding.rule != "K06")
            found.insert(finding.rule);
    EXPECT_EQ(found, wanted);
}

TEST(PracticeWorkbook, HasTwoFaultsThatAreRepairedWithoutJudgement)
{
    std::vector<std::string> cells;
    for (const Repair& repair : repairs(workbook_in(Language::danish), words()))
        cells.push_back(repair.cell + " " + repair.shown);
    EXPECT_EQ(cells, (std::vector<std::string>{"G4 30-09-2024", "J6 9.740"}));
}

TEST(PracticeWorkbook, IsReadyOnceItIsMendedAsTheAnswersSay)
{
    WorkbookCells cells = cells_in(Language::danish);
    cell_at(cells, "Indtastning", "G4") = serial_from_date(day(2024, 9, 30), cells.null_date);
    cell_at(cells, "Indtastning", "J6") = 9740.0;
    cell_at(cells, "Indtastning", "I11") = 155.0;
    cell_at(cells, "Indtastning", "J8") = 62.0;
    cell_at(cells, "Indtastning", "J21") = 221.0;
    const Workbook workbook = read_workbook(cells, words(), both_countries());
    EXPECT_EQ(lines_of(validated(workbook).findings), (std::vector<std::string>{"V08 warning Indtastning J18"}))
        << "the one that is explained";
}

/// Somebody may have put rows of the practice workbook among the real ones.
TEST(PracticeWorkbook, IsNoDotInTheFunnelOfTheRealCountry)
{
    WorkbookFixture book = tests::with_whole_country(WorkbookFixture::aalborg);
    const Date round = day(2020, 12, 31);
    const auto dots = [&]
    {
        const Workbook workbook = read_workbook(book.cells, words(), both_countries());
        const ComparisonData data(workbook, words(), both_countries());
        const Benchmark benchmark = compare(workbook, data, words(), both_countries(), day(2021, 3, 1));
        const FigureSource source(workbook, data, words(), both_countries());
        const auto country = std::ranges::find_if(
            benchmark.comparisons, [&](const Comparison& one)
            { return one.figure == "3" && one.group == GroupKind::country && one.period == round; });
        const auto chart = funnel_chart(*workbook.figure("3"), benchmark, *country, source, workbook, words().danish);
        std::vector<std::size_t> counts;
        for (const ChartSeries& series : chart->series)
            counts.push_back(series.y.size());
        return counts;
    };
    const std::vector<std::size_t> before = dots();
    book.add_comparison("901", "plejefamilie", round, Cell{40.0});
    book.add_comparison("901", "anbragte", round, Cell{100.0});
    EXPECT_EQ(dots(), before);
}

TEST(PracticeWorkbook, IsComparedWithTheInventedMunicipalitiesAlone)
{
    const Workbook workbook = workbook_in(Language::danish);
    const ComparisonData data(workbook, words(), both_countries());
    const Benchmark benchmark = compare(workbook, data, words(), both_countries(), day(2026, 6, 1));
    EXPECT_TRUE(benchmark.invented);
    ASSERT_FALSE(benchmark.groups.empty());
    for (const Group& group : benchmark.groups)
    {
        const std::size_t wanted = group.kind == GroupKind::municipality_group ? 8
                                   : group.kind == GroupKind::similar          ? 11
                                                                               : 12;
        EXPECT_EQ(group.members.size(), wanted) << group.label;
        for (const std::size_t member : group.members)
            EXPECT_TRUE(both_countries().all()[member].invented);
    }
    std::set<std::string> with_verdict;
    for (const Comparison& comparison : benchmark.comparisons)
        if (comparison.verdict != Verdict::no_group && comparison.own.known())
            with_verdict.insert(comparison.figure);
    EXPECT_EQ(with_verdict.size(), 12U) << "every figure can be compared";
}

TEST(PracticeWorkbook, SaysOnItsSheetsThatItsFiguresAreInvented)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string& note = words().in(language).get("practice.note");
        EXPECT_NE(note.find(words().in(language).get("word.invented")), std::string::npos)
            << "the word by which results are known to be of invented figures";
        std::set<std::string> saying;
        for (const SheetContent& sheet : sheets_in(language))
            for (const auto& row : sheet.rows)
                for (const ContentCell& cell : row)
                    if (const auto* text = std::get_if<std::string>(&cell); text && *text == note)
                        saying.insert(sheet.id);
        for (const char* id : {"guide", "facts", "entry", "comparison", "groups", "practice"})
            EXPECT_TRUE(saying.contains(id)) << id;
        const Workbook workbook = workbook_in(language);
        EXPECT_EQ(workbook.data_note, note);
        EXPECT_EQ(workbook.municipality->name, "Øvekøbing");
    }
}

TEST(PracticeWorkbook, IsUpToDateFromTheBeginning)
{
    const Workbook workbook = workbook_in(Language::danish);
    const std::vector<SheetContent> shipped = new_workbook_sheets({*workbook.municipality,
                                                                   {},
                                                                   tests::catalogue(Language::danish),
                                                                   tests::rules_of(Language::danish),
                                                                   words().danish,
                                                                   both_countries(),
                                                                   "0.1.0"});
    EXPECT_TRUE(workbook_update(workbook, shipped, "0.1.0", words()).is_empty());
}

TEST(PracticeExercise, LeadsThroughSixStepsAndGivesTheAnswers)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::vector<SheetContent> sheets = sheets_in(language);
        const SheetContent& exercise = sheets.back();
        ASSERT_EQ(exercise.id, "practice");
        std::size_t links = 0;
        std::size_t steps = 0;
        for (const auto& row : exercise.rows)
        {
            for (const ContentCell& cell : row)
                if (const auto* text = std::get_if<std::string>(&cell))
                {
                    EXPECT_EQ(text->find('{'), std::string::npos) << *text;
                }
            links += !row.empty() && std::holds_alternative<LinkTo>(row.front()) ? 1U : 0U;
            const auto* first = row.empty() ? nullptr : std::get_if<std::string>(&row.front());
            steps += first && first->starts_with(std::to_string(steps + 1) + " ") ? 1U : 0U;
        }
        EXPECT_EQ(steps, 6U);
        EXPECT_EQ(links, practice().faults.size());
    }
}

TEST(PracticeFile, RefusesWhatIsNoPractice)
{
    EXPECT_THROW((void)Practice::from_json("[]"), std::invalid_argument);
    EXPECT_THROW((void)Practice::from_json("{}"), std::invalid_argument);
    nlohmann::json changed = nlohmann::json::parse(practice_file());
    changed["faults"][0]["cut_off"] = "2001-01-01";
    EXPECT_THROW((void)Practice::from_json(changed.dump()), std::invalid_argument);
    changed = nlohmann::json::parse(practice_file());
    changed["municipalities"][0]["values"]["anbragte"].push_back(1);
    EXPECT_THROW((void)Practice::from_json(changed.dump()), std::invalid_argument);
}

TEST(InventedMunicipalities, AreNoneOfThe98)
{
    EXPECT_EQ(both_countries().count(false), 98U);
    EXPECT_EQ(both_countries().count(true), 12U);
    Municipalities again = tests::municipalities();
    EXPECT_THROW(again.add_invented({*again.find("851")}), std::invalid_argument);
}

TEST(InventedMunicipalities, AreInNoGroupAndNoListOfARealOne)
{
    const SheetContent real = groups_sheet(both_countries(), words().danish);
    EXPECT_EQ(real.table->last_row - real.table->first_row, 98);
    const SheetContent invented =
        groups_sheet(both_countries(), words().danish, Weighting::ratio_of_sums, GroupKind::municipality_group, true);
    EXPECT_EQ(invented.table->last_row - invented.table->first_row, 12);
    const tests::WorkbookFixture book = tests::WorkbookFixture::filled(Language::danish);
    const Workbook workbook = read_workbook(book.cells, words(), both_countries());
    const ComparisonData data(workbook, words(), both_countries());
    const Benchmark benchmark = compare(workbook, data, words(), both_countries(), day(2021, 3, 1));
    for (const Group& group : benchmark.groups)
        for (const std::size_t member : group.members)
            EXPECT_FALSE(both_countries().all()[member].invented) << group.label;
    for (const std::size_t left_out : benchmark.similarity.left_out)
        EXPECT_FALSE(both_countries().all()[left_out].invented);
}

} // namespace trinvis
