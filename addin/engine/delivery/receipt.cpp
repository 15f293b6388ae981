// SPDX-License-Identifier: MPL-2.0
#include "delivery/receipt.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace trinvis
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr std::string_view receipt_format = "trinvis-receipt";

/// What Stamdata says of a fact.
std::string fact(const Workbook& workbook, const Words& words, std::string_view key)
{
    const TableArea& area = workbook.facts;
    if (area.found())
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const std::string field = workbook.text(area, row, "field");
            if (same_text(field, words.danish.get(key)) || same_text(field, words.english.get(key)))
                return workbook.text(area, row, "value");
        }
    return {};
}

std::string number(std::size_t value)
{
    return std::to_string(value);
}

} // namespace

Receipt receipt_of(const DeliverySource& source, const DeliveryFacts& facts, const DeliveryTables& tables,
                   const std::vector<DeliveryFile>& files, const Checksum& checksum)
{
    const Workbook& workbook = source.workbook;
    const Validation& validation = source.validation;
    Receipt receipt;
    receipt.time = facts.time;
    receipt.product_version = facts.product_version;
    receipt.catalogue_version = fact(workbook, source.words, "fact.catalogue_version");
    if (workbook.municipality)
    {
        receipt.municipality = workbook.municipality->code;
        receipt.municipality_name = workbook.municipality->name;
    }
    receipt.data_note = delivered_note(workbook);
    receipt.shared = workbook.sharing.wanted;
    receipt.threshold = workbook.sharing.threshold;
    receipt.hidden = facts.hidden;
    receipt.numbers = tables.numbers;
    receipt.without_number = tables.without_number;
    receipt.names_left_out = tables.names_left_out;
    receipt.values_checked = validation.values_checked;
    receipt.rules_run = validation.rules_run;
    receipt.rules_broken = validation.rules_broken;
    receipt.counts = count_severities(validation.findings);
    receipt.explained = static_cast<std::size_t>(std::count_if(validation.findings.begin(), validation.findings.end(),
                                                               [](const Finding& finding)
                                                               { return finding.status == FindingStatus::explained; }));
    for (const Round& round : workbook.rounds)
        if (round.date)
            receipt.cut_offs.push_back(iso_date(*round.date));
    receipt.files.reserve(files.size());
    for (const DeliveryFile& file : files)
        receipt.files.push_back({file.name, file.content.size(), checksum(file.content)});
    return receipt;
}

std::string receipt_json(const Receipt& receipt)
{
    Json document;
    document["format"] = receipt_format;
    document["version"] = 1;
    document["time"] = receipt.time;
    document["product"] = {{"name", "Trinvis"}, {"version", receipt.product_version}};
    document["catalogue_version"] = receipt.catalogue_version;
    document["municipality"] = {{"code", receipt.municipality}, {"name", receipt.municipality_name}};
    document["note"] = receipt.data_note;
    document["sharing"] = {
        {"shared", receipt.shared}, {"threshold", receipt.threshold}, {"hidden_numbers", receipt.hidden}};
    document["checked"] = {{"filled_cells", receipt.values_checked},
                           {"rules", receipt.rules_run},
                           {"rules_not_usable", receipt.rules_broken},
                           {"errors", receipt.counts.errors},
                           {"warnings", receipt.counts.warnings},
                           {"information", receipt.counts.information},
                           {"explained", receipt.explained}};
    document["figures"] = {
        {"numbers", receipt.numbers}, {"without_number", receipt.without_number}, {"cut_offs", receipt.cut_offs}};
    document["names_left_out"] = receipt.names_left_out;
    document["files"] = Json::array();
    for (const ReceiptFile& file : receipt.files)
        document["files"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.checksum}});
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string readable_time(const std::string& time, const Texts& texts)
{
    constexpr std::size_t date_length = 10;
    constexpr std::size_t minutes_end = 16;
    const auto date = parse_date(std::string_view(time).substr(0, date_length));
    if (!date || time.size() < minutes_end)
        return time;
    return texts.format("delivery.time", {{"date", format_date(*date, texts.language())},
                                          {"hours", time.substr(date_length + 1, 2)},
                                          {"minutes", time.substr(minutes_end - 2, 2)}});
}

std::string receipt_text(const Receipt& receipt, const Texts& texts)
{
    std::string out;
    const auto line = [&out](const std::string& text) { out += text + "\r\n"; };
    const std::string title = texts.format("delivery.receipt.title", {{"municipality", receipt.municipality_name}});
    line(title);
    line("");
    line(texts.format("delivery.receipt.made", {{"time", readable_time(receipt.time, texts)},
                                                {"municipality", receipt.municipality_name},
                                                {"code", receipt.municipality}}));
    line(texts.format("delivery.receipt.versions",
                      {{"version", receipt.product_version},
                       {"catalogue", receipt.catalogue_version.empty() ? "–" : receipt.catalogue_version}}));
    if (!receipt.data_note.empty())
        line(receipt.data_note);
    line("");
    line(texts.get("delivery.no_official_form"));
    line("");
    std::string dates;
    for (const std::string& iso : receipt.cut_offs)
        dates += (dates.empty() ? "" : ", ") + format_date(*parse_date(iso), texts.language());
    line(texts.format(
        "delivery.receipt.figures",
        {{"numbers", number(receipt.numbers)}, {"missing", number(receipt.without_number)}, {"dates", dates}}));
    line(texts.format("delivery.receipt.checked", {{"values", number(receipt.values_checked)},
                                                   {"rules", number(receipt.rules_run)},
                                                   {"broken", number(receipt.rules_broken)}}));
    line(texts.format("report.counts", {{"errors", number(receipt.counts.errors)},
                                        {"warnings", number(receipt.counts.warnings)},
                                        {"information", number(receipt.counts.information)}}) +
         " · " + texts.format("report.explained", {{"n", number(receipt.explained)}}));
    line(receipt.shared ? texts.format("delivery.receipt.shared",
                                       {{"threshold", number(static_cast<std::size_t>(receipt.threshold))},
                                        {"n", number(receipt.hidden)}})
                        : texts.get("delivery.receipt.internal"));
    line(texts.get("delivery.receipt.not_in"));
    if (receipt.names_left_out > 0)
        line(texts.count("delivery.receipt.names", receipt.names_left_out));
    line("");
    line(texts.get("delivery.receipt.files"));
    for (const ReceiptFile& file : receipt.files)
        line(file.checksum + "  " + file.name);
    line("");
    line(texts.get("delivery.receipt.no_signature"));
    return out;
}

std::optional<Receipt> read_receipt(std::string_view content)
{
    try
    {
        const Json document = Json::parse(content);
        if (document.at("format").get<std::string>() != receipt_format || document.at("version").get<int>() != 1)
            return std::nullopt;
        Receipt receipt;
        receipt.time = document.at("time").get<std::string>();
        receipt.product_version = document.at("product").at("version").get<std::string>();
        receipt.catalogue_version = document.at("catalogue_version").get<std::string>();
        receipt.municipality = document.at("municipality").at("code").get<std::string>();
        receipt.municipality_name = document.at("municipality").at("name").get<std::string>();
        receipt.data_note = document.at("note").get<std::string>();
        const Json& sharing = document.at("sharing");
        receipt.shared = sharing.at("shared").get<bool>();
        receipt.threshold = sharing.at("threshold").get<int>();
        receipt.hidden = sharing.at("hidden_numbers").get<std::size_t>();
        const Json& checked = document.at("checked");
        receipt.values_checked = checked.at("filled_cells").get<std::size_t>();
        receipt.rules_run = checked.at("rules").get<std::size_t>();
        receipt.rules_broken = checked.at("rules_not_usable").get<std::size_t>();
        receipt.counts = {checked.at("errors").get<std::size_t>(), checked.at("warnings").get<std::size_t>(),
                          checked.at("information").get<std::size_t>()};
        receipt.explained = checked.at("explained").get<std::size_t>();
        const Json& figures = document.at("figures");
        receipt.numbers = figures.at("numbers").get<std::size_t>();
        receipt.without_number = figures.at("without_number").get<std::size_t>();
        receipt.cut_offs = figures.at("cut_offs").get<std::vector<std::string>>();
        receipt.names_left_out = document.at("names_left_out").get<std::size_t>();
        for (const Json& file : document.at("files"))
            receipt.files.push_back({file.at("name").get<std::string>(), file.at("bytes").get<std::size_t>(),
                                     file.at("sha256").get<std::string>()});
        if (std::any_of(receipt.cut_offs.begin(), receipt.cut_offs.end(),
                        [](const std::string& iso) { return !parse_date(iso); }))
            return std::nullopt;
        return receipt;
    }
    catch (const Json::exception&)
    {
        return std::nullopt;
    }
}

} // namespace trinvis
