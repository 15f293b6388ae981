// SPDX-License-Identifier: MPL-2.0
//
// Every number that the plan's chapters make knows the cell of the workbook that it comes from.
#include "compared.hpp"
#include "ladder_book.hpp"
#include "spending_fixture.hpp"
#include "survey_book.hpp"
#include "working_sheets.hpp"

#include "benchmark/report.hpp"
#include "benchmark/words.hpp"
#include "course/course.hpp"
#include "ladder/ladder_report.hpp"
#include "plan/course_chapter.hpp"
#include "plan/ladder_chapter.hpp"
#include "plan/number_places.hpp"
#include "plan/plan_content.hpp"
#include "plan/plan_part.hpp"
#include "plan/spending_chapter.hpp"
#include "plan/survey_chapter.hpp"
#include "spending/report.hpp"
#include "survey/report.hpp"
#include "table/number_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::country_compared;
using tests::day;
using tests::WorkbookFixture;

/// Numbers that no cell holds, and why.
struct Exemption
{
    const char* pattern;
    const char* why;
};

constexpr Exemption exemptions[] = {
    {R"(\d{2}-\d{2}-\d{4})", "a date"},
    {R"(\b(19|20)\d{2}\b)", "a year"},
    {R"(\(?\b(95 og 99,8|95|99,8) pct\.)", "a level of confidence, the method's"},
    {R"(1\.000 kr\.)", "a unit"},
    {R"((pr\. )?1\.000 )", "a unit"},
    {R"(0-(17|22)-årig(e)?)", "a unit"},
    {R"([Tt]rin [1-6](-6)?)", "a step of the ladder"},
    {R"(\b[1-6] [A-ZÆØÅ][a-zæøå])", "a step of the ladder with its name"},
    {R"(\b(4 eller 5|1 eller 2)\b)", "answers of the survey's scale"},
    {R"(skal mindst \d+ til)", "the least size of a group, the method's"},
    {R"(^\d+\. )", "the number of a question"},
    {R"(nøgletal \d+)", "the number of a figure"},
    {R"(arkene|REGK\d+)", "the name of a table"},
};

/// Parts whose numbers are words of the workbook, of the law or of the method.
bool is_words(const std::string& part)
{
    static const std::regex words(
        R"(figures\..*\.(definition|reservation)|definitions\.table|sources\..*|invented\..*|mini_analysis\..*|)"
        R"(survey\.methods|methods\.methods|spending\.(source|warnings|method)|course\.(source|remarks|table)|ladder\.to_settle)");
    return std::regex_match(part, words);
}

std::string without_traces(std::string text, const Traces& traces)
{
    for (auto trace = traces.rbegin(); trace != traces.rend(); ++trace)
        text.replace(trace->begin, trace->length, "#");
    return text;
}

std::string unsourced(std::string text, const Traces& traces)
{
    for (const Trace& trace : traces)
        if (trace.source.key.empty() || trace.source.sheet.empty() || trace.source.cell.empty())
            return "no cell for " + trace.source.key + " in: " + text;
    text = without_traces(std::move(text), traces);
    for (const Exemption& exemption : exemptions)
        text = std::regex_replace(text, std::regex(exemption.pattern), "");
    return text.find_first_of("0123456789") == std::string::npos ? std::string{} : "no source: " + text;
}

/// What is said without a source, and how many numbers have one.
struct Walk
{
    std::vector<std::string> unsourced;
    std::vector<Trace> traces;

    void add(const std::string& part, const std::string& text, const Traces& found)
    {
        traces.insert(traces.end(), found.begin(), found.end());
        if (std::string fault = trinvis::unsourced(text, found); !fault.empty() && !is_words(part))
            unsourced.push_back(part + ": " + fault);
    }
};

Walk walk(const PlanBlocks& blocks)
{
    Walk all;
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            all.add(paragraph->part, paragraph->text, paragraph->traces);
        else if (const PlanTable* table = std::get_if<PlanTable>(&block))
            for (std::size_t row = 1; row < table->rows.size(); ++row)
                for (std::size_t column = 0; column < table->rows[row].size(); ++column)
                {
                    const auto found = std::ranges::find_if(table->traces, [&](const CellTraces& cell)
                                                            { return cell.row == row && cell.column == column; });
                    // The first column names the row; a column of words is quoted from the workbook.
                    const bool names_row = column == 0 || (column == 1 && !table->numeric[column]);
                    const bool quotes = table->part == "findings.table" && column > 1;
                    if (!names_row && !quotes)
                        all.add(table->part, table->rows[row][column],
                                found == table->traces.end() ? Traces{} : found->traces);
                    else if (found != table->traces.end())
                        all.add("invented.", table->rows[row][column], found->traces);
                }
    return all;
}

PlanContent plan_of(const Compared& all, const Validation& validation = {})
{
    return plan_content(
        {all.workbook, validation, all.benchmark, all.source, all.texts(), tests::words(), day(2021, 3, 1)});
}

/// The cell that a trace names.
const Cell& cell_of(const Workbook& workbook, const NumberSource& source)
{
    for (const Grid& grid : workbook.cells.sheets)
        if (grid.sheet_name == source.sheet)
            for (int row = 0; row < grid.rows(); ++row)
                for (int column = 0; column < grid.columns; ++column)
                    if (cell_address(row, column) == source.cell)
                        return grid.at(row, column);
    throw std::logic_error("no such cell: " + source.sheet + " " + source.cell);
}

/// Whether a number as it is shown may be the rounded number of a cell.
bool shows(const std::string& shown, const Cell& cell)
{
    const double* number = std::get_if<double>(&cell);
    if (!number)
        return false;
    for (int decimals = 0; decimals < 4; ++decimals)
        if (shown == format_number(*number, decimals, Language::danish) ||
            shown == "+" + format_number(*number, decimals, Language::danish) ||
            shown == format_number(std::fabs(*number), decimals, Language::danish))
            return true;
    return false;
}

/// The texts of the plan's numbers by key.
std::vector<std::pair<NumberSource, std::string>> numbers_of(const PlanBlocks& blocks)
{
    std::vector<std::pair<NumberSource, std::string>> numbers;
    const auto add = [&](const std::string& text, const Traces& traces)
    {
        for (const Trace& trace : traces)
            numbers.emplace_back(trace.source, text.substr(trace.begin, trace.length));
    };
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            add(paragraph->text, paragraph->traces);
        else if (const PlanTable* table = std::get_if<PlanTable>(&block))
            for (const CellTraces& cell : table->traces)
                add(table->rows[cell.row][cell.column], cell.traces);
    return numbers;
}

void expect_all_sourced(const PlanBlocks& blocks, std::size_t least)
{
    const Walk found = walk(blocks);
    EXPECT_GE(found.traces.size(), least);
    for (const std::string& one : found.unsourced)
        ADD_FAILURE() << one;
}

} // namespace

TEST(PlanTraces, OfAWholeCountryHaveACellEach)
{
    std::size_t traces = 0;
    for (const auto& [slot, blocks] : plan_of(country_compared()).slots)
    {
        const Walk found = walk(blocks);
        traces += found.traces.size();
        for (const std::string& one : found.unsourced)
            ADD_FAILURE() << slot << ": " << one;
    }
    EXPECT_GT(traces, 100U);
}

TEST(PlanTraces, OfOwnValuesNameTheCellThatTheyWereTypedIn)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Compared all(book);
    bool seen = false;
    for (const auto& [source, shown] : numbers_of(plan_of(all).slots.at("status")))
        if (source.key == "figure/2/own")
        {
            seen = true;
            EXPECT_EQ(source.sheet, "Indtastning");
            EXPECT_TRUE(shows(shown, cell_of(all.workbook, source))) << shown;
        }
    EXPECT_TRUE(seen);
}

TEST(PlanTraces, OfComparisonsNameTheCellOfSammenligning)
{
    WorkbookFixture book = tests::with_whole_country("810");
    const Compared before(book);
    tests::put_working_sheet(book,
                             benchmark_report(before.benchmark, before.source, before.workbook, before.texts()).sheet);
    const Compared all(book);
    std::size_t compared = 0;
    for (const char* slot : {"status", "figures"})
        for (const auto& [source, shown] : numbers_of(plan_of(all).slots.at(slot)))
        {
            const std::string number = source.key.substr(source.key.rfind('/') + 1);
            if (number == "own" || number == "potential" || number == "others")
                continue;
            ++compared;
            EXPECT_EQ(source.sheet, "Sammenligning") << source.key;
            EXPECT_TRUE(shows(shown, cell_of(all.workbook, source)))
                << source.key << " " << source.cell << " " << shown;
        }
    EXPECT_GT(compared, 80U);
}

TEST(PlanTraces, OfFindingsNameTheCellWithTheFault)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    const Validation validation = book.validate();
    const Compared all(book);
    const PlanContent plan = plan_of(all, validation);
    expect_all_sourced(plan.slots.at("findings"), 2);
    for (const auto& [source, shown] : numbers_of(plan.slots.at("findings")))
        if (source.key.starts_with("finding/"))
        {
            EXPECT_EQ(shown, source.sheet + " " + source.cell);
        }
}

TEST(PlanTraces, OfTheSurveyHaveACellEach)
{
    tests::SurveyBook book = tests::SurveyBook::with_39();
    const Texts& texts = tests::words().danish;
    const auto before = book.outcome();
    tests::put_working_sheet(book.book, survey_report(before->results, tests::survey(), before->workbook, texts).sheet);
    const auto outcome = book.outcome();
    const PlanBlocks blocks = survey_chapter(outcome->results, tests::survey(), outcome->workbook, texts);
    expect_all_sourced(blocks, 60);
    for (const auto& [source, shown] : numbers_of(blocks))
    {
        const std::string number = source.key.substr(source.key.rfind('/') + 1);
        if (number == "own" || number == "mean" || number == "n" || number == "share")
        {
            EXPECT_TRUE(shows(shown, cell_of(outcome->workbook, source))) << source.key << " " << shown;
        }
    }
    for (const auto& [slot, letter] :
         survey_letter(outcome->results, tests::survey(), outcome->workbook, texts, day(2021, 3, 1)).slots)
        expect_all_sourced(letter, 0);
}

TEST(PlanTraces, OfTheLadderHaveACellEach)
{
    tests::LadderBook book;
    book.children(day(2020, 6, 30), "Plejefamilie", 12.0, 10.0);
    book.children(day(2020, 12, 31), "Plejefamilie", 15.0, 12.5);
    book.children(day(2020, 12, 31), "Opholdssted", 7.0, 8.0);
    book.move(day(2020, 12, 31), "trin 3", "trin 5", 2.0);
    book.move(day(2020, 12, 31), "uden for trappen", "trin 5", 3.0);
    const Texts& texts = tests::words().danish;
    {
        const PlanBlocks without_report = ladder_chapter(book.result(), book.book.read(), texts);
        expect_all_sourced(without_report, 20);
    }
    tests::put_working_sheet(book.book, ladder_report(book.result(), book.book.read(), texts).sheet);
    const Workbook workbook = book.book.read();
    const PlanBlocks blocks = ladder_chapter(book.result(), workbook, texts);
    expect_all_sourced(blocks, 20);
    for (const auto& [source, shown] : numbers_of(blocks))
        if (source.key.starts_with("ladder/latest/") || source.key.starts_with("ladder/before/") ||
            source.key.starts_with("ladder/moved/"))
        {
            EXPECT_EQ(source.sheet, "Trinfordeling") << source.key;
            EXPECT_TRUE(shows(shown, cell_of(workbook, source))) << source.key << " " << source.cell << " " << shown;
        }
}

TEST(PlanTraces, OfSpendingHaveACellEach)
{
    tests::SpendingBook book;
    book.line("", 2018.0, "5.28.20", "001", 1'000'000.0);
    book.line("", 2019.0, "5.28.20", "001", 1'500'000.0);
    book.line("", 2018.0, "5.28.22", "001", 800'000.0);
    book.line("", 2019.0, "5.28.22", "001", 700'000.0);
    book.line("", 2019.0, "5.28.99", "001", 30'000.0);
    book.step("5.28.20", "trin 6");
    book.step("5.28.22", "trin 5");
    const Texts& texts = tests::words().danish;
    const auto analysed = [](const Workbook& workbook)
    {
        const ComparisonData data(workbook, tests::words(), tests::municipalities());
        return spending::analyse_spending(workbook, tests::ladder_of(Language::danish), data, tests::words(),
                                          tests::municipalities(), day(2021, 3, 1));
    };
    WorkbookFixture made = book.filled();
    const Workbook before = made.read();
    expect_all_sourced(spending_chapter(analysed(before), before, texts), 30);
    tests::put_working_sheet(made,
                             spending::spending_report(analysed(before), before, tests::municipalities(), texts).sheet);
    const Workbook workbook = made.read();
    const PlanBlocks blocks = spending_chapter(analysed(workbook), workbook, texts);
    expect_all_sourced(blocks, 30);
    for (const auto& [source, shown] : numbers_of(blocks))
        if (source.key.find("/thousands/") != std::string::npos || source.key.find("/share/") != std::string::npos)
        {
            EXPECT_TRUE(shows(shown, cell_of(workbook, source))) << source.key << " " << source.cell << " " << shown;
        }
}

TEST(PlanTraces, OfTheCourseHaveACellEach)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    tests::put_working_sheet(book, course_sheet(tests::course_form(), day("2026-12-07"), tests::words().danish));
    expect_all_sourced(course_chapter(book.read(), tests::course_form(), tests::words()), 3);
}

TEST(PlanTraces, AFallIsAnotherNumberThanARise)
{
    const Compared& all = country_compared();
    Comparison comparison = *latest(all.benchmark, "1").front();
    comparison.change = 0.5;
    const TracedText up = traced_change_sentence(comparison, all.figure("1"), all.texts());
    comparison.change = -0.5;
    const TracedText down = traced_change_sentence(comparison, all.figure("1"), all.texts());
    ASSERT_EQ(up.traces.size(), 1U);
    ASSERT_EQ(down.traces.size(), 1U);
    EXPECT_NE(up.traces[0].source.key, down.traces[0].source.key);
}

TEST(NumberPlaces, FindTheNearestKeyAbove)
{
    const Workbook workbook = WorkbookFixture::filled(Language::danish).read();
    NumberPlaces places;
    places.put("figure/3/", {0, 1, 1}, workbook);
    places.put("figure/3/own", {0, 6, 2}, workbook);
    places.put("nowhere", {-1, 0, 0}, workbook);
    EXPECT_EQ(places.of("figure/3/own")->cell, "C7");
    EXPECT_EQ(places.of("figure/3/country/level")->cell, "B2");
    EXPECT_EQ(places.of("figure/4/own"), nullptr);
    EXPECT_EQ(places.of("nowhere"), nullptr);
}

} // namespace trinvis
