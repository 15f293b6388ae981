// SPDX-License-Identifier: MPL-2.0
//
// Inside Calc, as ratios to the bare bulk read plus bulk write of the same cells: a full validation with 250 rules over
// 100,000 and 1,000,000 values (medians of nine runs after a warm-up; the aim is below 4), and a comparison of 98
// municipalities with 100 figures over 40 rounds, with sheet and charts, first drawn and then renewed. It prints and judges
// nothing. "office_bench comparison" and "office_bench validation" run one of the two.
#include "bench_workbooks.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cstdio>

namespace
{

using namespace trinvis;
using namespace trinvis::office;
using bench::Workbook;

constexpr int runs = 9;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The cells that are read and written.
struct Block
{
    const char* sheet;
    sal_Int32 rows;
    sal_Int32 columns;
};

/// One run of what is asked for, in milliseconds.
double measure(const testing::RunningOffice& office, const Workbook& workbook, const Block& block, const char* what)
{
    const auto job = office.create<css::task::XJob>("org.trinvis.bench.Job");
    const auto argument = [](const char* name, const css::uno::Any& value)
    { return css::beans::NamedValue(rtl::OUString::createFromAscii(name), value); };
    double milliseconds = 0;
    job->execute(sequence<css::beans::NamedValue>(
        {argument("Document", css::uno::Any(workbook)),
         argument("What", css::uno::Any(rtl::OUString::createFromAscii(what))),
         argument("Sheet", css::uno::Any(rtl::OUString::createFromAscii(block.sheet))),
         argument("Rows", css::uno::Any(block.rows)), argument("Columns", css::uno::Any(block.columns))})) >>=
        milliseconds;
    return milliseconds;
}

/// Both in turn, so that a machine that slows down or speeds up does so for both; the first of each warms up.
void compare_validation(const testing::RunningOffice& office, int items)
{
    const Workbook workbook = bench::validation_workbook(office, items);
    const Block block{"Indtastning", bench::first_row + items, bench::first_column + bench::validation_rounds};
    std::vector<double> bulk, validation, ratios;
    for (int run = 0; run <= runs; ++run)
    {
        const double one_bulk = measure(office, workbook, block, "bulk");
        const double one_validation = measure(office, workbook, block, "validate");
        if (run == 0)
            continue;
        bulk.push_back(one_bulk);
        validation.push_back(one_validation);
        ratios.push_back(one_validation / one_bulk);
    }
    std::printf(
        "%d x %d cells: bulk read + write %.0f ms, full validation with %d rules %.0f ms, ratio %.2f (%.2f to %.2f)\n",
        items, block.columns, median(bulk), bench::rule_count, median(validation), median(ratios),
        *std::ranges::min_element(ratios), *std::ranges::max_element(ratios));
    testing::close(query<css::frame::XModel>(workbook));
}

void compare_comparison(const testing::RunningOffice& office)
{
    const auto [workbook, last_row] = bench::comparison_workbook(office);
    const Block block{"Sammenligningsdata", last_row + 1, 8};
    static_cast<void>(measure(office, workbook, block, "bulk"));
    const double bulk = measure(office, workbook, block, "bulk");
    const double drawn = measure(office, workbook, block, "compare");
    const double renewed = measure(office, workbook, block, "compare");
    const auto result = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Sammenligning"));
    const auto charts = query<css::table::XTableChartsSupplier>(result)->getCharts()->getElementNames();
    std::printf(
        "%d rows of comparison data: bulk read + write %.0f ms, comparison with sheet and %d charts %.0f ms, ratio "
        "%.2f; done again %.0f ms, ratio %.2f\n",
        last_row + 1, bulk, static_cast<int>(charts.getLength()), drawn, drawn / bulk, renewed, renewed / bulk);
    testing::close(query<css::frame::XModel>(workbook));
}

} // namespace

int main(int count, char** arguments)
{
    try
    {
        testing::RunningOffice office({.more_extensions = {TRINVIS_BENCH_OXT}});
        const std::string_view only = count > 1 ? arguments[1] : "";
        if (only != "comparison")
            for (const int items : {5'000, 50'000})
                compare_validation(office, items);
        if (only != "validation")
            compare_comparison(office);
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
