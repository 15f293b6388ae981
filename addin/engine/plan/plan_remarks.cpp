// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_remarks.hpp"

#include "validation/report.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

bool is_empty_table(const PlanTable& table)
{
    return std::all_of(
        table.rows.begin() + 1, table.rows.end(),
        [](const std::vector<std::string>& row)
        { return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); }); });
}

} // namespace

bool is_to_fill_in(const PlanBlocks& blocks)
{
    std::size_t tables = 0;
    bool empty = false;
    for (const PlanBlock& block : blocks)
        if (const PlanTable* table = std::get_if<PlanTable>(&block))
        {
            ++tables;
            empty = table->rows.size() > 1 && is_empty_table(*table);
        }
    return tables == 1 && empty;
}

std::vector<PlanRemark> plan_remarks(const PlanInputs& inputs, const PlanContent& gathered)
{
    const Texts& texts = inputs.texts;
    const Benchmark& benchmark = inputs.benchmark;
    std::vector<PlanRemark> remarks;
    if (std::none_of(benchmark.comparisons.begin(), benchmark.comparisons.end(),
                     [](const Comparison& comparison) { return comparison.others > 0; }))
        remarks.push_back({"status", texts.get("plan.remark.no_comparison")});
    const auto& figures = inputs.workbook.figures;
    if (const auto without = static_cast<std::size_t>(std::count_if(figures.begin(), figures.end(),
                                                                    [&](const Figure& figure)
                                                                    { return latest(benchmark, figure.id).empty(); }));
        without > 0)
        remarks.push_back({"figures", texts.count("plan.remark.without_value", without)});
    if (count_open(inputs.validation.findings).errors > 0)
        remarks.push_back({"findings", readiness_line(inputs.validation, texts)});
    for (const char* section : {"goals", "activities", "follow_up"})
        if (const auto slot = gathered.slots.find(section); slot != gathered.slots.end() && is_to_fill_in(slot->second))
            remarks.push_back({section, texts.get("plan.remark.unwritten." + std::string(section))});
    if (!report_date(inputs.workbook, inputs.words))
        remarks.push_back({"validation", texts.get("plan.remark.not_validated")});
    return remarks;
}

} // namespace trinvis
