// SPDX-License-Identifier: MPL-2.0
#include "published.hpp"

#include "validation/exclude.hpp"

#include <sstream>

namespace trinvis::tests
{

namespace
{

constexpr int all_digits = 17;

class Writer
{
public:
    Writer()
    {
        m_text.precision(all_digits);
    }

    void operator()(std::monostate)
    {
        m_text << '|';
    }
    void operator()(double number)
    {
        m_text << number << '|';
    }
    void operator()(const std::string& text)
    {
        m_text << text << '|';
    }
    void operator()(Date date)
    {
        m_text << iso_date(date) << '|';
    }
    void operator()(const LinkTo& link)
    {
        m_text << link.text << '|';
    }
    void operator()(const ChartContent& chart)
    {
        for (const std::string* text :
             {&chart.name, &chart.title, &chart.subtitle, &chart.x_title, &chart.y_title, &chart.alt_text})
            (*this)(*text);
        for (const std::string& category : chart.categories)
            (*this)(category);
        for (const double x : chart.x)
            (*this)(x);
        for (const std::optional<double>& end : {chart.x_from, chart.x_to, chart.y_to})
            (*this)(end);
        for (const ChartSeries& series : chart.series)
        {
            (*this)(series.name);
            for (const std::optional<double>& y : series.y)
                (*this)(y);
        }
        m_text << '\n';
    }
    void operator()(const std::optional<double>& number)
    {
        number ? (*this)(*number) : (*this)(std::monostate{});
    }
    void operator()(const SheetContent& sheet)
    {
        for (const auto& row : sheet.rows)
        {
            for (const ContentCell& cell : row)
                std::visit([this](const auto& content) { (*this)(content); }, cell);
            m_text << '\n';
        }
    }
    void operator()(const Traces& traces)
    {
        for (const Trace& trace : traces)
            for (const std::string* text : {&trace.source.key, &trace.source.sheet, &trace.source.cell})
                (*this)(*text);
    }
    void operator()(const PlanParagraph& paragraph)
    {
        (*this)(paragraph.part);
        (*this)(paragraph.text);
        (*this)(paragraph.traces);
    }
    void operator()(const PlanHeading& heading)
    {
        (*this)(heading.part);
        (*this)(heading.text);
    }
    void operator()(const PlanTable& table)
    {
        (*this)(table.part);
        (*this)(table.name);
        (*this)(table.caption);
        for (const auto& row : table.rows)
            for (const std::string& cell : row)
                (*this)(cell);
        for (const CellTraces& cell : table.traces)
            (*this)(cell.traces);
    }
    void operator()(const PlanChart& chart)
    {
        (*this)(chart.part);
        (*this)(chart.content);
    }

    [[nodiscard]] std::string text() const
    {
        return m_text.str();
    }

private:
    std::ostringstream m_text;
};

} // namespace

Published::Published(const WorkbookFixture& book)
{
    const Date today = day(2021, 3, 1);
    Workbook workbook = book.read();
    const Texts& texts = words().in(workbook.language);
    const Validation validation = trinvis::validate(workbook, words(), municipalities(), today);
    left_out = exclude_errors(workbook, validation, words());
    hidden = privacy::hidden_numbers(workbook, words(), municipalities(), known_relations());
    privacy::blank(workbook, hidden, words());
    const ComparisonData data(workbook, words(), municipalities());
    Benchmark benchmark = compare(workbook, data, words(), municipalities(), today);
    benchmark.left_out = left_out;
    benchmark.sharing = privacy::sharing_note(hidden, texts);
    const FigureSource source(workbook, data, words(), municipalities());
    report = benchmark_report(benchmark, source, workbook, texts);
    plan = plan_content({workbook, validation, benchmark, source, texts, words(), today});
}

std::string Published::text() const
{
    Writer writer;
    writer(report.sheet);
    writer(report.chart_data);
    for (const PlacedChart& chart : report.charts)
        writer(chart.content);
    for (const auto& [slot, blocks] : plan.slots)
        for (const PlanBlock& block : blocks)
            std::visit([&writer](const auto& content) { writer(content); }, block);
    return writer.text();
}

} // namespace trinvis::tests
