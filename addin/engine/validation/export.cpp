// SPDX-License-Identifier: MPL-2.0
#include "validation/export.hpp"

#include "table/csv_text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/report.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace trinvis
{

namespace
{

constexpr std::array<std::string_view, 15> csv_columns{
    "severity", "status",      "place", "figure",   "figure_name",       "period",   "value", "expected", "message",
    "remedy",   "explanation", "rule",  "concerns", "municipality_code", "validated"};

std::string severity_word(const ListedFinding& finding, const Texts& texts)
{
    return texts.get("severity." + std::string(rules::severity_code(finding.severity)));
}

std::string_view listed_status(const ListedFinding& finding)
{
    return finding.fixed ? std::string_view("fixed") : status_code(finding.status);
}

std::string status_word(const ListedFinding& finding, const Texts& texts)
{
    return texts.get("status." + std::string(listed_status(finding)));
}

std::string shown_period(const std::string& period, Language language)
{
    if (const auto date = parse_date(period))
        return format_date(*date, language);
    return period;
}

/// A number as a spreadsheet of the language reads it; thousand separators would only be in its way.
std::string csv_number(double number, Language language)
{
    std::string text = format_plain(number, language);
    std::erase(text, language == Language::danish ? '.' : ',');
    return text;
}

std::string to_csv(const FindingList& list, const Texts& texts)
{
    std::string out = "\xEF\xBB\xBF";
    std::vector<std::string> row;
    row.reserve(csv_columns.size());
    for (const std::string_view column : csv_columns)
        row.push_back(texts.get("report.column." + std::string(column)));
    write_csv_row(out, row, ';');
    const std::string validated = list.validated ? format_date(*list.validated, texts.language()) : std::string{};
    for (const ListedFinding& finding : list.findings)
    {
        row = {severity_word(finding, texts),
               status_word(finding, texts),
               finding.places,
               finding.figure,
               finding.figure_name,
               shown_period(finding.period, texts.language()),
               finding.value,
               finding.expected,
               finding.message,
               finding.remedy,
               finding.explanation,
               finding.rule,
               finding.subject,
               finding.municipality,
               validated};
        for (std::string& field : row)
            field = without_formula(field);
        if (finding.number)
            row[6] = csv_number(*finding.number, texts.language());
        write_csv_row(out, row, ';');
    }
    return out;
}

std::size_t count_of(const FindingList& list, rules::Severity severity)
{
    return static_cast<std::size_t>(std::count_if(list.findings.begin(), list.findings.end(),
                                                  [severity](const ListedFinding& finding)
                                                  { return finding.severity == severity; }));
}

std::size_t explained_in(const FindingList& list)
{
    return static_cast<std::size_t>(std::count_if(list.findings.begin(), list.findings.end(),
                                                  [](const ListedFinding& finding)
                                                  { return finding.status == FindingStatus::explained; }));
}

std::string to_json(const FindingList& list, std::string_view product_version)
{
    using Json = nlohmann::ordered_json;
    Json document;
    document["format"] = "trinvis-findings";
    document["version"] = 1;
    document["product"] = "Trinvis " + std::string(product_version);
    document["language"] = language_code(list.language);
    document["municipality"] = {{"code", list.municipality}, {"name", list.municipality_name}};
    document["validated"] = list.validated ? iso_date(*list.validated) : std::string{};
    document["note"] = list.data_note;
    document["verdict"] = list.verdict;
    document["counts"] = {{"errors", count_of(list, rules::Severity::error)},
                          {"warnings", count_of(list, rules::Severity::warning)},
                          {"information", count_of(list, rules::Severity::information)},
                          {"explained", explained_in(list)}};
    document["findings"] = Json::array();
    for (const ListedFinding& finding : list.findings)
    {
        Json one;
        one["rule"] = finding.rule;
        one["severity"] = rules::severity_code(finding.severity);
        one["status"] = listed_status(finding);
        one["place"] = finding.places;
        one["cells"] = Json::array();
        for (const auto& [sheet, cell] : finding.cells)
            one["cells"].push_back({{"sheet", sheet}, {"cell", cell}});
        one["figure"] = finding.figure;
        one["figure_name"] = finding.figure_name;
        one["concerns"] = finding.subject;
        one["municipality"] = finding.municipality;
        one["period"] = finding.period;
        one["value"] = finding.value;
        one["number"] = finding.number ? Json(*finding.number) : Json(nullptr);
        one["expected"] = finding.expected;
        one["message"] = finding.message;
        one["remedy"] = finding.remedy;
        one["explanation"] = finding.explanation;
        document["findings"].push_back(std::move(one));
    }
    document["rules"] = Json::array();
    for (const RuleStatus& rule : list.rules)
        document["rules"].push_back({{"id", rule.id},
                                     {"table", rule.table},
                                     {"severity", rules::severity_code(rule.severity)},
                                     {"state", rule_state_code(rule.state)},
                                     {"rows", rule.rows},
                                     {"satisfied", rule.satisfied},
                                     {"hits", rule.hits},
                                     {"undecided", rule.undecided},
                                     {"skipped", rule.skipped},
                                     {"reason", rule.reason}});
    // A text that a spreadsheet holds is not always well-formed; a file that cannot be read helps nobody.
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char letter : text)
        switch (letter)
        {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '\n':
            out += "<br>";
            break;
        default:
            // Other control characters are no part of HTML.
            if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t')
                out.push_back(letter);
        }
    return out;
}

/// Bytes of a value that is not broken over lines: a date or a marking.
constexpr std::size_t longest_short_value = 16;

constexpr std::string_view page_style = R"(
:root{color-scheme:light}
body{font:16px/1.45 "Liberation Sans",Arial,sans-serif;color:#1f2933;background:#fff;margin:1.5rem;max-width:110rem}
h1{color:#1f4e79;font-size:1.6rem;margin:0 0 .5rem}
h2{color:#1f4e79;font-size:1.2rem;margin:2rem 0 .5rem}
p{margin:.2rem 0}
.verdict{font-weight:bold;font-size:1.1rem;padding:.5rem .75rem;border-left:.4rem solid #1f4e79;background:#e8eef4}
.note{background:#ffe8c7;color:#7a4100;font-weight:bold;padding:.3rem .75rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin-top:.75rem;font-size:.9rem}
caption{text-align:left;font-weight:bold;padding-bottom:.3rem}
th,td{border:1px solid #c5ced6;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
thead th{background:#1f4e79;color:#fff;overflow-wrap:normal}
td.number{text-align:right;white-space:nowrap}
td.short{white-space:nowrap}
td.long{min-width:14rem}
.severity{font-weight:bold;white-space:nowrap}
.error{background:#fbe0de;color:#8b1a1a}
.warning{background:#fff0c2;color:#6b4a00}
.information{background:#e1edf8;color:#1f4e79}
.old{display:block;color:#5b6770;font-style:italic}
@media print{@page{size:A4 landscape;margin:12mm}body{margin:0;font-size:9pt;max-width:none}.scroll{overflow:visible}
td.long{min-width:0}th,td{overflow-wrap:anywhere}table{font-size:7.5pt}thead{display:table-header-group}tr{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

class Page
{
public:
    Page(const FindingList& list, const Texts& texts) : m_list(list), m_texts(texts)
    {
    }

    std::string all(std::string_view product_version)
    {
        const std::string title = m_texts.format(
            "report.title", {{"municipality", m_list.municipality_name.empty() ? m_texts.get("word.unknown")
                                                                               : m_list.municipality_name}});
        m_out = "<!DOCTYPE html>\n<html lang=\"" + std::string(language_code(m_texts.language())) +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'\">\n<title>" +
                escaped(title) + "</title>\n<style>" + std::string(page_style) +
                "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n";
        paragraph("verdict", m_list.verdict);
        if (!m_list.data_note.empty())
            paragraph("note", m_list.data_note);
        paragraph("",
                  m_texts.format("report.counts",
                                 {{"errors", std::to_string(count_of(m_list, rules::Severity::error))},
                                  {"warnings", std::to_string(count_of(m_list, rules::Severity::warning))},
                                  {"information", std::to_string(count_of(m_list, rules::Severity::information))}}) +
                      " · " + m_texts.format("report.explained", {{"n", std::to_string(explained_in(m_list))}}));
        if (m_list.validated)
            paragraph("", m_texts.get("report.column.validated") + ": " +
                              format_date(*m_list.validated, m_texts.language()));
        findings();
        rule_status();
        m_out += "</main>\n<footer><p>Trinvis " + escaped(product_version) + "</p></footer>\n</body>\n</html>\n";
        return std::move(m_out);
    }

private:
    void paragraph(std::string_view look, const std::string& text)
    {
        m_out += look.empty() ? "<p>" : "<p class=\"" + std::string(look) + "\">";
        m_out += escaped(text) + "</p>\n";
    }

    void table_head(const std::string& caption, const std::vector<std::string>& headings)
    {
        m_out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(caption) +
                 "\">\n<table>\n<caption>" + escaped(caption) + "</caption>\n<thead>\n<tr>";
        for (const std::string& heading : headings)
            m_out += "<th scope=\"col\">" + escaped(heading) + "</th>";
        m_out += "</tr>\n</thead>\n<tbody>\n";
    }

    void cell(const std::string& text, std::string_view look = {})
    {
        m_out += look.empty() ? "<td>" : "<td class=\"" + std::string(look) + "\">";
        m_out += escaped(text) + "</td>";
    }

    void findings()
    {
        if (m_list.findings.empty())
            return;
        std::vector<std::string> headings;
        for (const char* column : {"place", "severity", "status", "figure", "period", "value", "expected", "message",
                                   "remedy", "explanation", "rule"})
            headings.push_back(m_texts.get("report.column." + std::string(column)));
        table_head(m_texts.get("export.findings"), headings);
        for (const ListedFinding& finding : m_list.findings)
        {
            const std::string severity(rules::severity_code(finding.severity));
            m_out += "<tr><th scope=\"row\">" + escaped(finding.places) + "</th>";
            cell(severity_word(finding, m_texts), "severity " + severity);
            cell(status_word(finding, m_texts));
            cell(finding.figure + (finding.figure_name.empty() ? "" : " " + finding.figure_name));
            cell(shown_period(finding.period, m_texts.language()), "short");
            cell(finding.value, finding.number ? "number" : finding.value.size() <= longest_short_value ? "short" : "");
            cell(finding.expected);
            cell(finding.message, "long");
            cell(finding.remedy, "long");
            if (finding.status == FindingStatus::ask_again)
                m_out += "<td><span class=\"old\">" +
                         escaped(m_texts.format("export.earlier_explanation", {{"text", finding.explanation}})) +
                         "</span></td>";
            else
                cell(finding.explanation);
            cell(finding.rule);
            m_out += "</tr>\n";
        }
        m_out += "</tbody>\n</table>\n</div>\n";
    }

    void rule_status()
    {
        if (m_list.rules.empty())
            return;
        m_out += "<h2>" + escaped(m_texts.get("sheet.rule_status")) + "</h2>\n";
        std::vector<std::string> headings;
        for (const char* column :
             {"id", "table", "severity", "state", "rows", "satisfied", "hits", "undecided", "skipped", "reason"})
            headings.push_back(m_texts.get("rule_status.column." + std::string(column)));
        table_head(m_texts.get("guide.sheet.rule_status"), headings);
        for (const RuleStatus& rule : m_list.rules)
        {
            m_out += "<tr><th scope=\"row\">" + escaped(rule.id) + "</th>";
            cell(table_name(rule.table, m_texts));
            cell(m_texts.get("severity." + std::string(rules::severity_code(rule.severity))));
            cell(m_texts.get("rule_state." + std::string(rule_state_code(rule.state))));
            for (const std::size_t number : {rule.rows, rule.satisfied, rule.hits, rule.undecided, rule.skipped})
                cell(std::to_string(number), "number");
            cell(rule.reason);
            m_out += "</tr>\n";
        }
        m_out += "</tbody>\n</table>\n</div>\n";
    }

    const FindingList& m_list;
    const Texts& m_texts;
    std::string m_out;
};

} // namespace

std::optional<ExportFormat> export_format(std::string_view file_name)
{
    const std::string name = folded(file_name);
    if (name.ends_with(".csv"))
        return ExportFormat::csv;
    if (name.ends_with(".json"))
        return ExportFormat::json;
    if (name.ends_with(".html") || name.ends_with(".htm"))
        return ExportFormat::html;
    return std::nullopt;
}

std::string export_findings(const FindingList& list, ExportFormat format, const Texts& texts,
                            std::string_view product_version)
{
    switch (format)
    {
    case ExportFormat::csv:
        return to_csv(list, texts);
    case ExportFormat::json:
        return to_json(list, product_version);
    default:
        return Page(list, texts).all(product_version);
    }
}

} // namespace trinvis
