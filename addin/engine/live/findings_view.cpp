// SPDX-License-Identifier: MPL-2.0
#include "live/findings_view.hpp"

#include "validation/repairs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

struct About
{
    std::string reason;
    std::string source;
};

std::map<std::string, About, std::less<>> about_rules(const Workbook& workbook, const Words& words)
{
    std::map<std::string, About, std::less<>> about;
    for (const rules::Rule& rule : rules::rules_of_workbook(workbook, words))
        about.emplace(rule.id, About{rule.reason, rule.source});
    const Texts& texts = words.in(workbook.language);
    for (const BuiltInCheck& check : built_in_checks())
        about.emplace(check.id, About{texts.get(check.description), {}});
    return about;
}

ReadyState ready_state_of(const Validation& validation)
{
    const SeverityCounts open = count_open(validation.findings);
    if (open.errors > 0)
        return ReadyState::errors;
    if (open.warnings > 0)
        return ReadyState::warnings;
    return validation.values_checked == 0 ? ReadyState::empty : ReadyState::clear;
}

std::string place_of(const Finding& finding)
{
    return finding.sheet.empty() ? finding.cell : finding.sheet + " " + finding.cell;
}

/// Settles what to do next: what the tool can do first, then the gravest finding that is open.
void find_next(FindingsView& view, const Workbook& workbook, const Texts& texts)
{
    const auto open_of = [](rules::Severity severity)
    {
        return [severity](const FindingLine& line)
        { return line.finding.severity == severity && line.finding.status != FindingStatus::explained; };
    };
    const auto index = [&](auto wanted) -> std::optional<std::size_t>
    {
        const auto found = std::find_if(view.lines.begin(), view.lines.end(), wanted);
        if (found == view.lines.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - view.lines.begin());
    };
    switch (view.ready_state)
    {
    case ReadyState::errors:
    {
        const auto repairable = static_cast<std::size_t>(std::count_if(
            view.lines.begin(), view.lines.end(), [&](const FindingLine& line) { return line.repairable; }));
        if (repairable > 0)
        {
            view.next = index([](const FindingLine& line) { return line.repairable; });
            view.next_step = texts.count("panel.next.repair", repairable);
            return;
        }
        view.next = index(open_of(rules::Severity::error));
        view.next_step = texts.format("panel.next.error", {{"place", place_of(view.lines[*view.next].finding)}});
        return;
    }
    case ReadyState::warnings:
        view.next = index(open_of(rules::Severity::warning));
        view.next_step = texts.format("panel.next.warning", {{"place", place_of(view.lines[*view.next].finding)}});
        return;
    case ReadyState::empty:
        view.next_step = texts.format("panel.next.empty",
                                      {{"sheet", workbook.entry.sheet < 0 ? texts.get("sheet.entry")
                                                                          : workbook.grid(workbook.entry).sheet_name}});
        return;
    default:
        view.next_step = texts.get("panel.next.clear");
        return;
    }
}

void add_paragraph(std::string& text, const Texts& texts, std::string_view key, const std::string& what)
{
    if (what.empty())
        return;
    text += text.empty() ? "" : "\n";
    text += texts.format(key, {{"what", what}});
}

} // namespace

FindingsView findings_view(const Validation& validation, const Workbook& workbook, const Words& words,
                           const Texts& texts)
{
    FindingsView view;
    view.ready_state = ready_state_of(validation);
    view.verdict = readiness_line(validation, texts);
    view.counts = count_severities(validation.findings);
    const auto about = about_rules(workbook, words);
    std::set<Place> repairable;
    for (const Repair& repair : repairs(workbook, words))
        repairable.insert(repair.place);
    std::map<int, std::string> sheets;
    std::set<std::string> figures;
    view.lines.reserve(validation.findings.size());
    for (const Finding& finding : validation.findings)
    {
        FindingLine line;
        line.finding = finding;
        line.figure_name = workbook.figure_name(finding.figure);
        if (const auto known = about.find(finding.rule); known != about.end())
        {
            line.reason = known->second.reason;
            line.source = known->second.source;
        }
        line.repairable = repairable.contains(finding.place);
        if (!finding.sheet.empty())
            sheets.emplace(finding.place.sheet, finding.sheet);
        if (!finding.figure.empty())
            figures.insert(finding.figure);
        view.lines.push_back(std::move(line));
    }
    for (const auto& [number, name] : sheets)
        view.sheets.push_back(name);
    // In the order of Katalog; a figure that it lacks comes last.
    for (const Figure& figure : workbook.figures)
        if (figures.erase(figure.id) > 0)
            view.figures.emplace_back(figure.id, figure.name);
    for (const std::string& figure : figures)
        view.figures.emplace_back(figure, std::string{});
    find_next(view, workbook, texts);
    return view;
}

std::vector<std::size_t> matching(const FindingsView& view, const FindingFilter& filter)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < view.lines.size(); ++i)
    {
        const Finding& finding = view.lines[i].finding;
        if ((!filter.severity || *filter.severity == finding.severity) &&
            (filter.sheet.empty() || filter.sheet == finding.sheet) &&
            (filter.figure.empty() || filter.figure == finding.figure))
            lines.push_back(i);
    }
    return lines;
}

std::string finding_line(const FindingLine& line, const Texts& texts)
{
    const Finding& finding = line.finding;
    const std::string severity = texts.get(finding.status == FindingStatus::explained     ? "panel.sign.explained"
                                           : finding.severity == rules::Severity::error   ? "panel.sign.error"
                                           : finding.severity == rules::Severity::warning ? "panel.sign.warning"
                                                                                          : "panel.sign.information");
    return texts.format(finding.cell.empty()     ? "panel.line.no_cell"
                        : finding.figure.empty() ? "panel.line"
                                                 : "panel.line.figure",
                        {{"severity", severity},
                         {"cell", finding.cell},
                         {"sheet", finding.sheet},
                         {"figure", finding.figure},
                         {"message", finding.message}});
}

std::string finding_detail(const FindingLine& line, const Texts& texts)
{
    const Finding& finding = line.finding;
    std::string text = finding.message;
    std::string figure = finding.figure;
    if (!line.figure_name.empty())
        figure += " " + line.figure_name;
    add_paragraph(text, texts, "panel.detail.remedy", finding.remedy);
    add_paragraph(text, texts, "panel.detail.reason", line.reason);
    add_paragraph(text, texts, "panel.detail.figure", figure);
    add_paragraph(text, texts, "panel.detail.expected", finding.expected);
    if (finding.status == FindingStatus::explained)
        add_paragraph(text, texts, "panel.detail.explained", finding.explanation);
    if (finding.status == FindingStatus::ask_again)
        add_paragraph(text, texts, "panel.detail.ask_again", finding.explanation);
    add_paragraph(text, texts, "panel.detail.source", line.source);
    add_paragraph(text, texts, "panel.detail.rule", finding.rule);
    return text;
}

bool same_finding(const Finding& a, const Finding& b)
{
    return a.rule == b.rule && a.place == b.place && a.figure == b.figure && a.subject == b.subject &&
           a.municipality == b.municipality && a.period == b.period;
}

bool can_be_explained(const Finding& finding)
{
    return finding.severity != rules::Severity::error;
}

} // namespace trinvis
