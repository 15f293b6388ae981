// SPDX-License-Identifier: MPL-2.0
//
// Inside Calc, as ratios to the bare bulk read plus bulk write of the same cells: a full validation with 250 rules over
// 100,000 and 1,000,000 values (medians of nine runs after a warm-up; the aim is below 4), and a comparison of 98
// municipalities with 100 figures over 40 rounds, with sheet and charts, first drawn and then renewed. And a plan, with its
// PDF, as a ratio to the time in which Writer loads and stores that same document (medians of five; the aim is 2). It
// prints and judges nothing. "office_bench comparison", "office_bench validation" and "office_bench plan" run one of them.
#include "bench_workbooks.hpp"

#include "../demo/demo_workbook.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

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

/// One run of what is about a file.
double measure_file(const testing::RunningOffice& office, const Workbook& workbook, const std::string& url,
                    const char* what)
{
    const auto job = office.create<css::task::XJob>("org.trinvis.bench.Job");
    double milliseconds = 0;
    job->execute(sequence<css::beans::NamedValue>(
        {css::beans::NamedValue("Document", css::uno::Any(workbook)),
         css::beans::NamedValue("What", css::uno::Any(rtl::OUString::createFromAscii(what))),
         css::beans::NamedValue("Url", css::uno::Any(from_utf8(url)))})) >>= milliseconds;
    return milliseconds;
}

/// A plan of the workbook as it is, against Writer's own work on it. A new name each time: a file that is there is kept
/// aside, which is not what is measured.
void compare_plan(const testing::RunningOffice& office, const Workbook& workbook, const std::filesystem::path& folder,
                  const char* name)
{
    constexpr int plan_runs = 5;
    std::vector<double> plan;
    std::vector<double> writer;
    std::vector<double> with_pdf;
    for (int run = 0; run <= plan_runs; ++run)
    {
        const std::string url =
            testing::file_url((folder / (std::string(name) + "_" + std::to_string(run) + ".odt")).string());
        const double made = measure_file(office, workbook, url, "plan");
        const double stored = measure_file(office, workbook, url, "load and store");
        const double stored_with_pdf = measure_file(office, workbook, url, "load, store and pdf");
        if (run == 0)
            continue;
        plan.push_back(made);
        writer.push_back(stored);
        with_pdf.push_back(stored_with_pdf);
    }
    const auto document = office.load(testing::file_url((folder / (std::string(name) + "_0.odt")).string()), true);
    const auto objects = query<css::text::XTextEmbeddedObjectsSupplier>(document)->getEmbeddedObjects();
    const auto charts = static_cast<int>(objects->getElementNames().getLength());
    testing::close(document);
    std::printf(
        "plan with %d charts: made with PDF in %.0f ms; Writer loads and stores it in %.0f ms, ratio %.2f; loads and "
        "stores it with PDF in %.0f ms, ratio %.2f\n",
        charts, median(plan), median(writer), median(plan) / median(writer), median(with_pdf),
        median(plan) / median(with_pdf));
}

void compare_plans(const testing::RunningOffice& office)
{
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("trinvis-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const Workbook workbook = demo::make_demo_workbook(office);
    query<css::frame::XStorable>(workbook)->storeAsURL(
        from_utf8(testing::file_url((folder / "tal.ods").string())),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    compare_plan(office, workbook, folder, "whole");
    // Without the other municipalities each of the twelve figures has the chart of its development alone.
    const auto data = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Sammenligningsdata"));
    query<css::sheet::XSheetOperation>(data->getCellRangeByPosition(0, 4, 12, 30'000))
        ->clearContents(css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME | css::sheet::CellFlags::STRING);
    compare_plan(office, workbook, folder, "own");
    testing::close(query<css::frame::XModel>(workbook));
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int count, char** arguments)
{
    try
    {
        testing::RunningOffice office({.more_extensions = {TRINVIS_BENCH_OXT}});
        const std::string_view only = count > 1 ? arguments[1] : "";
        if (only.empty() || only == "plan")
            compare_plans(office);
        if (only.empty() || only == "validation")
            for (const int items : {5'000, 50'000})
                compare_validation(office, items);
        if (only.empty() || only == "comparison")
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
