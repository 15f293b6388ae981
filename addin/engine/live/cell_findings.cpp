// SPDX-License-Identifier: MPL-2.0
#include "live/cell_findings.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// So many letters of a message stand in a menu; a longer one is cut at a blank.
constexpr std::size_t longest_label = 90;

bool is_open(const Finding& finding)
{
    return finding.severity != rules::Severity::information && finding.status != FindingStatus::explained;
}

/// A menu takes ~ for the letter to press.
std::string without_tilde(std::string text)
{
    std::erase(text, '~');
    return text;
}

std::string caption(const FindingsView& view, const std::vector<std::size_t>& lines, const Texts& texts)
{
    const FindingLine& first = view.lines[lines.front()];
    const std::string text = severity_sign(first.finding, texts) + ": " + first.finding.message;
    const std::string label = without_tilde(beginning_of(text, longest_label));
    return lines.size() == 1
               ? label
               : texts.format("cell_menu.several", {{"first", label}, {"n", std::to_string(lines.size())}});
}

} // namespace

std::vector<std::size_t> lines_at(const FindingsView& view, const Place& cell)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < view.lines.size(); ++i)
    {
        const Finding& finding = view.lines[i].finding;
        if (finding.place == cell ||
            std::find(finding.places.begin(), finding.places.end(), cell) != finding.places.end())
            lines.push_back(i);
    }
    return lines;
}

std::optional<Place> next_open_place(const FindingsView& view, const Place& behind)
{
    std::optional<Place> first;
    std::optional<Place> next;
    const auto take = [&](const Place& place)
    {
        if (place.sheet < 0)
            return;
        if (!first || place < *first)
            first = place;
        if (behind < place && (!next || place < *next))
            next = place;
    };
    for (const FindingLine& line : view.lines)
        if (is_open(line.finding))
        {
            take(line.finding.place);
            for (const Place& place : line.finding.places)
                take(place);
        }
    return next ? next : first;
}

std::vector<CellMenuEntry> cell_menu(const FindingsView& view, const std::vector<std::size_t>& lines,
                                     const Texts& texts)
{
    std::vector<CellMenuEntry> entries;
    if (lines.empty())
        return entries;
    entries.push_back({"show-finding", caption(view, lines, texts)});
    if (std::any_of(lines.begin(), lines.end(), [&](std::size_t line) { return view.lines[line].repairable; }))
        entries.push_back({"repair-cell", texts.get("cell_menu.repair")});
    if (line_to_explain(view, lines))
        entries.push_back({"explain-finding", texts.get("cell_menu.explain")});
    entries.push_back({"validate", texts.get("cell_menu.validate")});
    entries.push_back({"rule-help", texts.get("cell_menu.help")});
    return entries;
}

std::string cell_detail(const FindingsView& view, const std::vector<std::size_t>& lines, const Texts& texts)
{
    std::string detail;
    for (const std::size_t line : lines)
    {
        detail += detail.empty() ? "" : "\n\n";
        detail += severity_sign(view.lines[line].finding, texts) + ": " + finding_detail(view.lines[line], texts);
    }
    return detail;
}

std::optional<std::size_t> line_to_explain(const FindingsView& view, const std::vector<std::size_t>& lines)
{
    std::optional<std::size_t> explained;
    for (const std::size_t line : lines)
    {
        const Finding& finding = view.lines[line].finding;
        if (finding.severity != rules::Severity::warning)
            continue;
        if (finding.status != FindingStatus::explained)
            return line;
        if (!explained)
            explained = line;
    }
    return explained;
}

} // namespace trinvis
