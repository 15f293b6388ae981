// SPDX-License-Identifier: MPL-2.0
//
// A full validation with 250 rules inside Calc, over 100,000 and 1,000,000 values, as ratios to the bare bulk read plus bulk
// write of the same cells: medians of nine runs after a warm-up. It prints and judges nothing; the aim is below 4.
#include "../office/running_office.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cstdio>
#include <map>
#include <org/trinvis/XKeyFigures.hpp>

namespace
{

using namespace trinvis;
using namespace trinvis::office;

constexpr int rounds = 20;
constexpr int rule_count = 250;
constexpr int first_row = 4;
constexpr int first_column = 5;
constexpr int figures = 12;
constexpr int runs = 9;

using Workbook = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// What stands in every round of the items that ship: figures that fit together, so that no rule finds anything.
double value_of(const std::string& item)
{
    static const std::map<std::string, double> values{{"anbragte", 180},           {"institution", 60},
                                                      {"plejefamilie", 100},       {"netvaerk", 15},
                                                      {"inst_aar_siden", 60},      {"ikke_anbragt_nu", 12},
                                                      {"hjemmebaseret", 300},      {"hjemmebaseret_forrige", 300},
                                                      {"forebyggende", 500},       {"forebyggende_startet", 120},
                                                      {"bevaegelser_op", 20},      {"bevaegelser_ned", 30},
                                                      {"befolkning_0_22", 20'000}, {"varighed_institution", 20},
                                                      {"udgifter", 150'000'000},   {"opfoelgning_rettidig", 400},
                                                      {"opfoelgning_sager", 450}};
    return values.at(item);
}

/// Adds rules beneath those that ship until there are 250: each about one figure, none made needless by another.
void add_rules(const Workbook& workbook)
{
    const auto rules = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Regler"));
    const auto cursor = query<css::sheet::XUsedAreaCursor>(rules->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const sal_Int32 last = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress().EndRow;
    constexpr sal_Int32 heading_row = 3;
    const sal_Int32 missing = rule_count - (last - heading_row);
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows(missing);
    for (sal_Int32 i = 0; i < missing; ++i)
    {
        const rtl::OUString figure = rtl::OUString::number(1 + i % figures);
        const rtl::OUString part = "0," + rtl::OUString::number(101 + i);
        const rtl::OUString number = rtl::OUString::number(5000 + i);
        const rtl::OUString limit = "1000000000";
        const rtl::OUString when = from_utf8("OG(Nøgletal = \"") + figure + from_utf8("\"; Forrige > 0)");
        const rtl::OUString must =
            i % 3 == 0   ? part + from_utf8(" * Værdi + (1 - ") + part + ") * Forrige <= " + limit
            : i % 3 == 1 ? from_utf8("ABS(Værdi - ") + part + " * Forrige) <= MAKS(Forrige; " + limit + ")"
                         : from_utf8("ELLER(Værdi <> ") + number + "; Forrige = " + number + ")";
        rows.getArray()[i] =
            sequence<css::uno::Any>({css::uno::Any("X" + rtl::OUString::number(101 + i)),
                                     css::uno::Any(from_utf8("Værdier")), css::uno::Any(when), css::uno::Any(must),
                                     css::uno::Any(rtl::OUString("Fejl")), css::uno::Any(rtl::OUString("fundet"))});
    }
    query<css::sheet::XCellRangeData>(rules->getCellRangeByPosition(0, last + 1, 5, last + missing))
        ->setDataArray(rows);
}

/// That many items in 20 rounds, those that ship first, with numbers that raise hardly any findings: the checking itself
/// is measured.
Workbook make_workbook(const testing::RunningOffice& office, int items)
{
    std::vector<rtl::OUString> dates;
    for (int round = 0; round < rounds; ++round)
        dates.push_back(rtl::OUString::number(2010 + round / 2) + (round % 2 == 0 ? "-03-31" : "-09-30"));
    const auto service = office.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
    const auto workbook = query<css::sheet::XSpreadsheetDocument>(service->newWorkbook("101", sequence(dates)));
    const auto entry = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Indtastning"));
    const auto shipped = query<css::sheet::XCellRangeData>(
        entry->getCellRangeByPosition(0, first_row, first_column - 1, first_row + items - 1));
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows = shipped->getDataArray();
    for (int item = 0; item < items; ++item)
    {
        css::uno::Sequence<css::uno::Any>& row = rows.getArray()[item];
        row.realloc(first_column + rounds);
        css::uno::Any* cell = row.getArray();
        rtl::OUString id;
        cell[0] >>= id;
        const bool ours = id.isEmpty();
        if (ours)
        {
            cell[0] <<= "post_" + rtl::OUString::number(item);
            cell[1] <<= rtl::OUString::number(1 + item % figures);
            cell[2] <<= rtl::OUString("En post i en stor mappe");
            cell[3] <<= from_utf8("tæller");
            cell[4] <<= rtl::OUString("antal");
        }
        for (int round = 0; round < rounds; ++round)
            cell[first_column + round] <<=
                ours ? static_cast<double>(100 + (item * 7 + round * 3) % 40) : value_of(to_utf8(id));
    }
    query<css::sheet::XCellRangeData>(
        entry->getCellRangeByPosition(0, first_row, first_column + rounds - 1, first_row + items - 1))
        ->setDataArray(rows);
    add_rules(workbook);
    return workbook;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// One run of what is asked for, in milliseconds.
double measure(const testing::RunningOffice& office, const Workbook& workbook, int items, const char* what)
{
    const auto job = office.create<css::task::XJob>("org.trinvis.bench.Job");
    const auto argument = [](const char* name, const css::uno::Any& value)
    { return css::beans::NamedValue(rtl::OUString::createFromAscii(name), value); };
    double milliseconds = 0;
    job->execute(sequence<css::beans::NamedValue>(
        {argument("Document", css::uno::Any(workbook)),
         argument("What", css::uno::Any(rtl::OUString::createFromAscii(what))),
         argument("Sheet", css::uno::Any(rtl::OUString("Indtastning"))),
         argument("Rows", css::uno::Any(static_cast<sal_Int32>(first_row + items))),
         argument("Columns", css::uno::Any(static_cast<sal_Int32>(first_column + rounds)))})) >>= milliseconds;
    return milliseconds;
}

/// Both in turn, so that a machine that slows down or speeds up does so for both; the first of each warms up.
void compare(const testing::RunningOffice& office, const Workbook& workbook, int items)
{
    std::vector<double> bulk, validation, ratios;
    for (int run = 0; run <= runs; ++run)
    {
        const double one_bulk = measure(office, workbook, items, "bulk");
        const double one_validation = measure(office, workbook, items, "validate");
        if (run == 0)
            continue;
        bulk.push_back(one_bulk);
        validation.push_back(one_validation);
        ratios.push_back(one_validation / one_bulk);
    }
    std::printf(
        "%d x %d cells: bulk read + write %.0f ms, full validation with %d rules %.0f ms, ratio %.2f (%.2f to %.2f)\n",
        items, first_column + rounds, median(bulk), rule_count, median(validation), median(ratios),
        *std::ranges::min_element(ratios), *std::ranges::max_element(ratios));
}

} // namespace

int main()
{
    try
    {
        testing::RunningOffice office({.more_extensions = {TRINVIS_BENCH_OXT}});
        for (const int items : {5'000, 50'000})
        {
            const Workbook workbook = make_workbook(office, items);
            compare(office, workbook, items);
            testing::close(query<css::frame::XModel>(workbook));
        }
        return office.stop();
    }
    catch (const css::uno::Exception& problem)
    {
        std::fprintf(stderr, "%s\n", to_utf8(problem.Message).c_str());
    }
    catch (const std::exception& problem)
    {
        std::fprintf(stderr, "%s\n", problem.what());
    }
    return 1;
}
