// SPDX-License-Identifier: MPL-2.0
//
// A full validation of 100,000 cells inside Calc, and a comparison, as ratios to the bare bulk read plus bulk write of the
// same cells: medians of five runs after a warm-up. It prints and judges nothing; the aim is at most 4 for validation.
#include "../office/running_office.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cstdio>
#include <org/trinvis/XKeyFigures.hpp>

namespace
{

using namespace trinvis;
using namespace trinvis::office;

constexpr int items = 5000;
constexpr int rounds = 20;
constexpr int first_row = 4;
constexpr int first_column = 5;
constexpr int runs = 5;

using Workbook = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// 5,000 items in 20 rounds with numbers that raise no findings, so that the checking itself is measured.
Workbook make_workbook(const testing::RunningOffice& office)
{
    std::vector<rtl::OUString> dates;
    for (int round = 0; round < rounds; ++round)
        dates.push_back(rtl::OUString::number(2010 + round / 2) + (round % 2 == 0 ? "-03-31" : "-09-30"));
    const auto service = office.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
    const auto workbook = query<css::sheet::XSpreadsheetDocument>(service->newWorkbook("101", sequence(dates)));
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows(items);
    for (int item = 0; item < items; ++item)
    {
        css::uno::Sequence<css::uno::Any> row(first_column + rounds);
        css::uno::Any* cell = row.getArray();
        cell[0] <<= rtl::OUString("post_" + rtl::OUString::number(item));
        cell[1] <<= rtl::OUString::number(1 + item % 12);
        cell[2] <<= rtl::OUString("En post i en stor mappe");
        cell[3] <<= from_utf8("tæller");
        cell[4] <<= rtl::OUString("antal");
        for (int round = 0; round < rounds; ++round)
            cell[first_column + round] <<= static_cast<double>(100 + (item * 7 + round * 3) % 40);
        rows.getArray()[item] = row;
    }
    const auto entry = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Indtastning"));
    query<css::sheet::XCellRangeData>(
        entry->getCellRangeByPosition(0, first_row, first_column + rounds - 1, first_row + items - 1))
        ->setDataArray(rows);
    // The figures point at items that this workbook does not have; they are not what is measured.
    const auto catalogue = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Katalog"));
    for (int figure = 0; figure < 12; ++figure)
        for (int column = 6; column <= 8; ++column)
            catalogue->getCellByPosition(column, first_row + figure)
                ->setFormula(column == 6 ? rtl::OUString("post_" + rtl::OUString::number(figure)) : rtl::OUString());
    return workbook;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double measure(const testing::RunningOffice& office, const Workbook& workbook, const char* what)
{
    const auto job = office.create<css::task::XJob>("org.trinvis.bench.Job");
    const auto argument = [](const char* name, const css::uno::Any& value)
    { return css::beans::NamedValue(rtl::OUString::createFromAscii(name), value); };
    std::vector<double> times;
    for (int run = 0; run <= runs; ++run)
    {
        double milliseconds = 0;
        job->execute(sequence<css::beans::NamedValue>(
            {argument("Document", css::uno::Any(workbook)),
             argument("What", css::uno::Any(rtl::OUString::createFromAscii(what))),
             argument("Sheet", css::uno::Any(rtl::OUString("Indtastning"))),
             argument("Rows", css::uno::Any(static_cast<sal_Int32>(first_row + items))),
             argument("Columns", css::uno::Any(static_cast<sal_Int32>(first_column + rounds)))})) >>= milliseconds;
        if (run > 0)
            times.push_back(milliseconds);
    }
    return median(times);
}

} // namespace

int main()
{
    try
    {
        testing::RunningOffice office({.more_extensions = {TRINVIS_BENCH_OXT}});
        const Workbook workbook = make_workbook(office);
        const double bulk = measure(office, workbook, "bulk");
        const double validation = measure(office, workbook, "validate");
        std::printf("bulk read + write of %d x %d cells  %8.1f ms\n", items, first_column + rounds, bulk);
        std::printf("full validation                     %8.1f ms   ratio %.2f\n", validation, validation / bulk);
        testing::close(query<css::frame::XModel>(workbook));
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
