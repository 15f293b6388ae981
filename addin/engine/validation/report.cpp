// SPDX-License-Identifier: MPL-2.0
#include "validation/report.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace trinvis
{

namespace
{

constexpr std::array<std::string_view, 14> columns{
    "severity", "status",  "place",  "figure",      "figure_name", "period",   "value",
    "expected", "message", "remedy", "explanation", "rule",        "concerns", "municipality_code"};
constexpr int place_column = 2;
constexpr int period_column = 5;
constexpr int explanation_column = 10;
constexpr int last_column = static_cast<int>(columns.size()) - 1;

/// Enough to see a pattern, and short enough for a formula in any spreadsheet.
constexpr std::size_t most_places = 8;
constexpr std::size_t longest_places_text = 160;

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

std::string severity_word(rules::Severity severity, const Texts& texts)
{
    return texts.get("severity." + std::string(rules::severity_code(severity)));
}

std::string municipality_name(const Workbook& workbook, const Texts& texts)
{
    return workbook.municipality ? workbook.municipality->name : texts.get("word.unknown");
}

/// The remedy, and for a warning that is asked about again the text that was given for the other value.
std::string remedy_of(const Finding& finding, const Texts& texts)
{
    if (finding.status != FindingStatus::ask_again)
        return finding.remedy;
    return finding.remedy + (finding.remedy.empty() ? "" : "\n") +
           texts.format("report.ask_again", {{"text", finding.explanation}, {"same", texts.get("explanation.same")}});
}

std::vector<ContentCell> finding_row(const Finding& finding, const Workbook& workbook, const Texts& texts)
{
    // Only what holds stands where explanations are typed: what stands there is taken for said.
    const bool explained = finding.status == FindingStatus::explained;
    return {severity_word(finding.severity, texts),
            texts.get("status." + std::string(status_code(finding.status))),
            LinkTo{places_text(finding, workbook, texts), finding.sheet, finding.place.row, finding.place.column},
            finding.figure,
            workbook.figure_name(finding.figure),
            period_cell(finding.period),
            finding.value,
            finding.expected,
            finding.message,
            remedy_of(finding, texts),
            explained ? finding.explanation : std::string{},
            finding.rule,
            finding.subject,
            finding.municipality};
}

/// In the order of the report: errors, warnings, information, within each the explained ones last.
std::vector<const Finding*> in_order(const std::vector<Finding>& findings)
{
    std::vector<const Finding*> ordered;
    ordered.reserve(findings.size());
    for (const Finding& finding : findings)
        ordered.push_back(&finding);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Finding* a, const Finding* b)
                     {
                         const auto rank = [](const Finding* finding)
                         { return std::pair(finding->severity, finding->status == FindingStatus::explained); };
                         return rank(a) < rank(b);
                     });
    return ordered;
}

void add_findings(SheetContent& sheet, const Validation& validation, const Workbook& workbook, const Texts& texts,
                  int heading)
{
    const std::vector<const Finding*> findings = in_order(validation.findings);
    for (const Finding* finding : findings)
        sheet.rows.push_back(finding_row(*finding, workbook, texts));
    const int first = heading + 1;
    const int last = sheet.row_count() - 1;
    sheet.style_texts({first, 0, last, last_column});
    sheet.style({first, place_column, last, place_column}, Style::cell_link);
    sheet.style({first, period_column, last, period_column}, Style::cell_date);
    const auto severity_at = [&](int row) { return findings[static_cast<std::size_t>(row - first)]->severity; };
    int run = first;
    for (int row = first; row <= last; ++row)
    {
        if (row < last && severity_at(row + 1) == severity_at(row))
            continue;
        sheet.style({run, 0, row, 0}, severity_style(severity_at(row)));
        // An error cannot be explained away, so there is nothing to fill in beside it.
        if (severity_at(row) != rules::Severity::error)
            sheet.style({run, explanation_column, row, explanation_column}, Style::input_text);
        run = row + 1;
    }
    sheet.filter = true;
}

} // namespace

std::string table_name(const std::string& table, const Texts& texts)
{
    const auto found = texts.all().find("table." + table);
    return found == texts.all().end() ? table : found->second;
}

std::optional<Date> report_date(const Workbook& workbook, const Words& words)
{
    const TableArea area = find_result_table(workbook.cells, "validation", "report.column.", words);
    for (int row = 0; row < area.heading_row; ++row)
    {
        const std::string line = cell_text(workbook.grid(area).at(row, 0), workbook.language);
        for (const Language language : {Language::danish, Language::english})
        {
            const std::string_view sentence = words.in(language).get("report.checked");
            const std::string_view before = sentence.substr(0, sentence.find("{date}"));
            if (line.starts_with(before))
                return parse_date(std::string_view(line).substr(before.size(), line.find(':') - before.size()));
        }
    }
    return std::nullopt;
}

std::string places_text(const Finding& finding, const Workbook& workbook, const Texts& texts)
{
    std::string first = finding.sheet + " " + finding.cell;
    if (finding.places.size() < 2)
        return first;
    const auto sheet_name = [&](const Place& place) -> std::string
    {
        const auto& sheets = workbook.cells.sheets;
        const auto index = static_cast<std::size_t>(place.sheet);
        return place.sheet >= 0 && index < sheets.size() ? sheets[index].sheet_name : std::string{};
    };
    std::string named = first;
    std::size_t count = 1;
    int sheet = finding.place.sheet;
    std::string next;
    for (; count < finding.places.size(); ++count)
    {
        const Place& place = finding.places[count];
        next = (place.sheet == sheet ? std::string{} : sheet_name(place) + " ") + cell_address(place.row, place.column);
        sheet = place.sheet;
        const bool last = count + 1 == finding.places.size();
        if (last && count < most_places)
            return texts.format("report.places.and", {{"places", named}, {"last", next}});
        if (count >= most_places || named.size() + next.size() > longest_places_text)
            break;
        named += ", " + next;
    }
    return texts.format("report.places.more",
                        {{"places", named}, {"n", std::to_string(finding.places.size() - count)}});
}

SheetContent validation_sheet(const Validation& validation, const Workbook& workbook, const Texts& texts, Date when)
{
    const SeverityCounts counts = count_severities(validation.findings);
    const SeverityCounts open = count_open(validation.findings);
    SheetContent sheet;
    sheet.id = "validation";
    sheet.name = texts.get("sheet.validation");
    sheet.column_widths_mm = {21, 22, 36, 20, 42, 30, 24, 27, 60, 54, 48, 17, 34, 17};
    sheet.rows.push_back({texts.format("report.title", {{"municipality", municipality_name(workbook, texts)}})});
    sheet.rows.push_back({readiness_line(validation, texts)});
    std::string counted = texts.format("report.counts", {{"errors", std::to_string(counts.errors)},
                                                         {"warnings", std::to_string(counts.warnings)},
                                                         {"information", std::to_string(counts.information)}});
    if (counts.all() > open.all())
        counted += " · " + texts.format("report.explained", {{"n", std::to_string(counts.all() - open.all())}});
    sheet.rows.push_back({counted});
    sheet.rows.push_back({texts.format("report.checked", {{"date", format_date(when, workbook.language)},
                                                          {"values", std::to_string(validation.values_checked)},
                                                          {"rules", std::to_string(validation.rules_run)},
                                                          {"broken", std::to_string(validation.rules_broken)}})});
    if (open.warnings > 0)
        sheet.rows.push_back({texts.get("report.explain_here")});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 6}, open.errors > 0                  ? Style::error
                              : open.warnings > 0              ? Style::warning
                              : validation.values_checked == 0 ? Style::information
                                                               : Style::good);
    sheet.style({2, 0, sheet.row_count() - 1, 0}, Style::subtitle);
    if (!workbook.data_note.empty())
    {
        sheet.style({sheet.row_count(), 0, sheet.row_count(), 4}, Style::invented);
        sheet.rows.push_back({workbook.data_note});
    }
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings;
    headings.reserve(std::size(columns));
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("report.column." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    if (validation.findings.empty())
    {
        sheet.rows.push_back({texts.get("verdict.no_faults")});
        sheet.style({heading + 1, 0, heading + 1, 6}, Style::good);
    }
    else
        add_findings(sheet, validation, workbook, texts, heading);
    sheet.table = CellRange{heading, 0, validation.findings.empty() ? heading : sheet.row_count() - 1, last_column};
    sheet.frozen_rows = heading + 1;
    return sheet;
}

SheetContent rule_status_sheet(const Validation& validation, const Workbook& workbook, const Texts& texts)
{
    constexpr int first_number = 4;
    constexpr int last_number = 8;
    constexpr int last = 9;
    SheetContent sheet;
    sheet.id = "rule_status";
    sheet.name = texts.get("sheet.rule_status");
    sheet.column_widths_mm = {30, 46, 26, 34, 24, 24, 24, 24, 32, 136};
    RuleStatus total;
    std::array<std::size_t, 5> in_state{};
    for (const RuleStatus& rule : validation.rules)
    {
        ++in_state.at(static_cast<std::size_t>(rule.state));
        total.rows += rule.rows;
        total.satisfied += rule.satisfied;
        total.hits += rule.hits;
        total.undecided += rule.undecided;
        total.skipped += rule.skipped;
    }
    Replacements counted{{"n", std::to_string(validation.rules.size())}};
    for (const RuleState state :
         {RuleState::satisfied, RuleState::hit, RuleState::undecided, RuleState::skipped, RuleState::broken})
        counted.emplace_back(rule_state_code(state), std::to_string(in_state.at(static_cast<std::size_t>(state))));
    sheet.rows.push_back({texts.format("rule_status.title", {{"municipality", municipality_name(workbook, texts)}})});
    sheet.rows.push_back({texts.format("rule_status.totals", counted)});
    sheet.rows.push_back({texts.get("rule_status.how")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    sheet.rows.push_back({texts.get("rule_status.column.id"), texts.get("rule_status.column.table"),
                          texts.get("rule_status.column.severity"), texts.get("rule_status.column.state"),
                          texts.get("rule_status.column.rows"), texts.get("rule_status.column.satisfied"),
                          texts.get("rule_status.column.hits"), texts.get("rule_status.column.undecided"),
                          texts.get("rule_status.column.skipped"), texts.get("rule_status.column.reason")});
    sheet.style({heading, 0, heading, last}, Style::heading);
    const auto add_row = [&](const RuleStatus& rule, std::vector<ContentCell> first)
    {
        for (const std::size_t number : {rule.rows, rule.satisfied, rule.hits, rule.undecided, rule.skipped})
            first.emplace_back(static_cast<double>(number));
        first.emplace_back(rule.reason);
        sheet.rows.push_back(std::move(first));
    };
    std::map<Style, std::vector<int>> marked;
    for (const RuleStatus& rule : validation.rules)
    {
        if (rule.state == RuleState::hit || rule.state == RuleState::broken)
            marked[rule.state == RuleState::broken ? Style::error : severity_style(rule.severity)].push_back(
                sheet.row_count());
        add_row(rule, {rule.id, table_name(rule.table, texts), severity_word(rule.severity, texts),
                       texts.get("rule_state." + std::string(rule_state_code(rule.state)))});
    }
    const int total_row = sheet.row_count();
    if (!validation.rules.empty())
    {
        sheet.style_texts({heading + 1, 0, total_row - 1, first_number - 1});
        // Few reasons are longer than a line, and each wrapped cell takes time to measure.
        sheet.style({heading + 1, last, total_row - 1, last}, Style::cell_line);
        for (int row = heading + 1; row < total_row; ++row)
            if (!sheet.fits(row, last))
                sheet.style({row, last, row, last}, Style::cell);
    }
    for (const auto& [look, rows] : marked)
        for (const int row : rows)
            sheet.style({row, first_number - 1, row, first_number - 1}, look);
    add_row(total, {texts.get("rule_status.total"), {}, {}, {}});
    sheet.style({heading + 1, first_number, total_row, last_number}, Style::cell_number);
    sheet.style({total_row, 0, total_row, 3}, Style::heading);
    // The total is no rule: the filter leaves it standing.
    sheet.table = CellRange{heading, 0, total_row - 1, last};
    sheet.filter = !validation.rules.empty();
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
