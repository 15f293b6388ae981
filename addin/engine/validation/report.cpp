// SPDX-License-Identifier: MPL-2.0
#include "validation/report.hpp"

namespace trinvis
{

namespace
{

Style severity_style(rules::Severity severity)
{
    switch (severity)
    {
    case rules::Severity::error:
        return Style::error;
    case rules::Severity::warning:
        return Style::warning;
    default:
        return Style::information;
    }
}

ContentCell period_cell(const std::string& period)
{
    if (const auto date = parse_date(period))
        return *date;
    return period;
}

} // namespace

SheetContent validation_sheet(const Validation& validation, const Workbook& workbook, const Texts& texts, Date when)
{
    const SeverityCounts counts = count_severities(validation.findings);
    const std::string municipality = workbook.municipality ? workbook.municipality->name : texts.get("word.unknown");
    SheetContent sheet;
    sheet.id = "validation";
    sheet.name = texts.get("sheet.validation");
    sheet.column_widths_mm = {24, 46, 22, 48, 30, 28, 76, 80, 18};
    sheet.rows.push_back({texts.format("report.title", {{"municipality", municipality}})});
    sheet.rows.push_back({readiness_line(validation, texts)});
    sheet.rows.push_back({texts.format("report.counts", {{"errors", std::to_string(counts.errors)},
                                                         {"warnings", std::to_string(counts.warnings)},
                                                         {"information", std::to_string(counts.information)}})});
    sheet.rows.push_back({texts.format("report.checked", {{"date", format_date(when, workbook.language)},
                                                          {"values", std::to_string(validation.values_checked)},
                                                          {"rules", std::to_string(validation.rules_run)},
                                                          {"broken", std::to_string(validation.rules_broken)}})});
    if (!workbook.data_note.empty())
    {
        sheet.rows.push_back({workbook.data_note});
        sheet.style({4, 0, 4, 4}, Style::invented);
    }
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 6}, counts.errors > 0 ? Style::error : (counts.warnings > 0 ? Style::warning : Style::good));
    sheet.style({2, 0, 3, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings;
    for (const char* key :
         {"severity", "place", "figure", "figure_name", "period", "value", "message", "remedy", "rule"})
        headings.emplace_back(texts.get(std::string("report.column.") + key));
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, 8}, Style::heading);
    for (const Finding& finding : validation.findings)
    {
        sheet.rows.push_back(
            {texts.get("severity." + std::string(rules::severity_code(finding.severity))),
             LinkTo{finding.sheet + " " + finding.cell, finding.sheet, finding.place.row, finding.place.column},
             finding.figure, workbook.figure_name(finding.figure), period_cell(finding.period), finding.value,
             finding.message, finding.remedy, finding.rule});
    }
    const int last = sheet.row_count() - 1;
    if (validation.findings.empty())
    {
        sheet.rows.push_back({texts.get("verdict.no_faults")});
        sheet.style({heading + 1, 0, heading + 1, 0}, Style::good);
    }
    else
    {
        sheet.style({heading + 1, 0, last, 8}, Style::cell);
        sheet.style({heading + 1, 1, last, 1}, Style::cell_link);
        sheet.style({heading + 1, 4, last, 4}, Style::cell_date);
        int first = heading + 1;
        for (int row = heading + 1; row <= last; ++row)
        {
            const auto severity_at = [&](int at)
            { return validation.findings[static_cast<std::size_t>(at - heading - 1)].severity; };
            if (row == last || severity_at(row + 1) != severity_at(row))
            {
                sheet.style({first, 0, row, 0}, severity_style(severity_at(row)));
                first = row + 1;
            }
        }
        sheet.filter = true;
    }
    sheet.table = CellRange{heading, 0, std::max(last, heading), 8};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
