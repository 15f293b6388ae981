// SPDX-License-Identifier: MPL-2.0
#include "validation/finding_list.hpp"

#include "table/csv_text.hpp"
#include "table/text_match.hpp"
#include "validation/report.hpp"
#include "validation/same_value.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace trinvis
{

namespace
{

using nlohmann::json;

constexpr std::size_t most_findings = 200'000;
constexpr int deepest_json = 16;

std::string period_of(std::string_view text)
{
    if (const auto date = parse_date(text))
        return iso_date(*date);
    return std::string(trimmed(text));
}

/// Reads a word by the texts whose keys are prefix + code, in either language, or the code itself.
template <typename Code>
std::optional<Code> code_of(std::string_view word, std::string_view prefix,
                            const std::vector<std::pair<std::string_view, Code>>& codes, const Words& words)
{
    for (const auto& [name, code] : codes)
    {
        const std::string key = std::string(prefix) + std::string(name);
        if (same_text(word, name) || same_text(word, words.danish.get(key)) || same_text(word, words.english.get(key)))
            return code;
    }
    return std::nullopt;
}

void read_status(ListedFinding& finding, std::string_view word, const Words& words)
{
    static const std::vector<std::pair<std::string_view, int>> codes{
        {"open", 0}, {"explained", 1}, {"ask-again", 2}, {"fixed", 3}};
    const int code = code_of(word, "status.", codes, words).value_or(0);
    finding.fixed = code == 3;
    finding.status = code == 1 ? FindingStatus::explained : code == 2 ? FindingStatus::ask_again : FindingStatus::open;
}

rules::Severity read_severity(std::string_view word, const Words& words)
{
    static const std::vector<std::pair<std::string_view, rules::Severity>> codes{
        {"error", rules::Severity::error},
        {"warning", rules::Severity::warning},
        {"information", rules::Severity::information}};
    return code_of(word, "severity.", codes, words).value_or(rules::Severity::error);
}

void complete(FindingList& list)
{
    for (ListedFinding& finding : list.findings)
    {
        finding.period = period_of(finding.period);
        finding.municipality = normalised_code(Cell{finding.municipality});
        finding.number = number_meant(finding.value, list.language);
        if (list.municipality.empty())
            list.municipality = finding.municipality;
    }
}

std::string text_in(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::variant<FindingList, ListFault> read_json(std::string_view content, const Words& words)
{
    const json document = json::parse(
        content, [](int depth, json::parse_event_t, const json&) { return depth <= deepest_json; }, false);
    if (document.is_discarded())
        return ListFault{"list.fault.json", {}};
    if (!document.is_object() || text_in(document, "format") != "trinvis-findings")
        return ListFault{"list.fault.not_ours", {}};
    const auto version = document.find("version");
    if (version == document.end() || *version != 1)
        return ListFault{"list.fault.version", {}};
    const auto findings = document.find("findings");
    if (findings == document.end() || !findings->is_array())
        return ListFault{"list.fault.not_ours", {}};
    if (findings->size() > most_findings)
        return ListFault{"list.fault.too_many", {{"limit", std::to_string(most_findings)}}};
    FindingList list;
    list.language = language_from_code(text_in(document, "language"));
    list.validated = parse_date(text_in(document, "validated"));
    if (const auto municipality = document.find("municipality");
        municipality != document.end() && municipality->is_object())
    {
        list.municipality = text_in(*municipality, "code");
        list.municipality_name = text_in(*municipality, "name");
    }
    for (const json& one : *findings)
    {
        if (!one.is_object() || text_in(one, "rule").empty())
            return ListFault{"list.fault.not_ours", {}};
        ListedFinding& finding = list.findings.emplace_back();
        finding.rule = text_in(one, "rule");
        finding.severity = read_severity(text_in(one, "severity"), words);
        read_status(finding, text_in(one, "status"), words);
        finding.places = text_in(one, "place");
        finding.figure = text_in(one, "figure");
        finding.figure_name = text_in(one, "figure_name");
        finding.subject = text_in(one, "concerns");
        finding.municipality = text_in(one, "municipality");
        finding.period = text_in(one, "period");
        finding.value = text_in(one, "value");
        finding.expected = text_in(one, "expected");
        finding.message = text_in(one, "message");
        finding.remedy = text_in(one, "remedy");
        finding.explanation = text_in(one, "explanation");
    }
    complete(list);
    return list;
}

/// Columns by the end of their text keys, and the language that most of the headings are in.
struct Headings
{
    std::map<std::string, std::size_t, std::less<>> columns;
    Language language = Language::danish;
};

Headings read_headings(const std::vector<std::string>& row, const Words& words)
{
    constexpr std::string_view prefix = "report.column.";
    Headings headings;
    int danish = 0;
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [key, text] : words.in(language).all())
            for (std::size_t column = 0; key.starts_with(prefix) && column < row.size(); ++column)
                if (same_text(row[column], text))
                {
                    headings.columns.emplace(key.substr(prefix.size()), column);
                    danish += language == Language::danish ? 1 : -1;
                }
    headings.language = danish >= 0 ? Language::danish : Language::english;
    return headings;
}

std::variant<FindingList, ListFault> read_csv_list(std::string_view content, const Words& words)
{
    const auto rows = read_csv(content);
    if (!rows)
        return ListFault{"list.fault.csv", {}};
    if (rows->empty())
        return ListFault{"list.fault.not_ours", {}};
    const Headings headings = read_headings(rows->front(), words);
    for (const char* needed : {"rule", "severity", "figure", "period", "value", "message"})
        if (!headings.columns.contains(std::string_view(needed)))
            return ListFault{"list.fault.column",
                             {{"column", words.danish.get("report.column." + std::string(needed)) + "/" +
                                             words.english.get("report.column." + std::string(needed))}}};
    FindingList list;
    list.language = headings.language;
    for (std::size_t i = 1; i < rows->size(); ++i)
    {
        const std::vector<std::string>& row = (*rows)[i];
        const auto text = [&](std::string_view key)
        {
            const auto column = headings.columns.find(key);
            return column != headings.columns.end() && column->second < row.size() ? with_formula(row[column->second])
                                                                                   : std::string{};
        };
        if (trimmed(text("rule")).empty())
            continue;
        if (list.findings.size() == most_findings)
            return ListFault{"list.fault.too_many", {{"limit", std::to_string(most_findings)}}};
        ListedFinding& finding = list.findings.emplace_back();
        finding.rule = text("rule");
        finding.severity = read_severity(text("severity"), words);
        read_status(finding, text("status"), words);
        finding.places = text("place");
        finding.figure = text("figure");
        finding.figure_name = text("figure_name");
        finding.subject = text("concerns");
        finding.municipality = text("municipality_code");
        finding.period = text("period");
        finding.value = text("value");
        finding.expected = text("expected");
        finding.message = text("message");
        finding.remedy = text("remedy");
        finding.explanation = text("explanation");
        if (!list.validated)
            list.validated = parse_date(text("validated"));
    }
    complete(list);
    return list;
}

} // namespace

FindingList finding_list(const Validation& validation, const Workbook& workbook, const Texts& texts, Date when)
{
    FindingList list;
    if (workbook.municipality)
    {
        list.municipality = workbook.municipality->code;
        list.municipality_name = workbook.municipality->name;
    }
    list.data_note = workbook.data_note;
    list.validated = when;
    list.language = texts.language();
    list.verdict = readiness_line(validation, texts);
    list.rules = validation.rules;
    for (const Finding& finding : validation.findings)
    {
        ListedFinding& listed = list.findings.emplace_back();
        listed.rule = finding.rule;
        listed.severity = finding.severity;
        listed.status = finding.status;
        listed.place = finding.place;
        listed.places = places_text(finding, workbook, texts);
        listed.cells.emplace_back(finding.sheet, finding.cell);
        for (const Place& place : finding.places)
            if (const auto sheet = static_cast<std::size_t>(place.sheet);
                place != finding.place && place.sheet >= 0 && sheet < workbook.cells.sheets.size())
                listed.cells.emplace_back(workbook.cells.sheets[sheet].sheet_name,
                                          cell_address(place.row, place.column));
        listed.figure = finding.figure;
        listed.figure_name = workbook.figure_name(finding.figure);
        listed.subject = finding.subject;
        listed.municipality = finding.municipality.empty() ? list.municipality : finding.municipality;
        listed.period = finding.period;
        listed.value = finding.value;
        listed.expected = finding.expected;
        listed.message = finding.message;
        listed.remedy = finding.remedy;
        listed.explanation = finding.explanation;
    }
    complete(list);
    return list;
}

std::variant<FindingList, ListFault> read_finding_list(std::string_view content, std::string_view name,
                                                       const Words& words)
{
    if (content.size() > largest_list)
        return ListFault{"list.fault.too_large",
                         {{"limit", std::to_string(largest_list / (std::size_t{1024} * 1024)) + " MB"}}};
    const std::size_t start = content.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool is_json = start != std::string_view::npos && content[start] == '{';
    auto result = is_json ? read_json(content.substr(start), words) : read_csv_list(content, words);
    if (auto* list = std::get_if<FindingList>(&result))
        list->name = name;
    return result;
}

} // namespace trinvis
