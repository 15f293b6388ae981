// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_package.hpp"

#include "catalogue/sheet_names.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace trinvis
{

namespace
{

using Json = nlohmann::ordered_json;

Json schema_of(const DeliveryTable& table)
{
    Json schema;
    schema["fields"] = Json::array();
    for (const DeliveryField& field : table.fields)
    {
        Json one{{"name", field.name}, {"title", field.title}, {"type", field_type_code(field.type)}};
        if (field.type == FieldType::date)
            one["format"] = "default";
        Json constraints = Json::object();
        if (field.required)
            constraints["required"] = true;
        if (!field.choices.empty())
            constraints["enum"] = field.choices;
        if (!constraints.empty())
            one["constraints"] = std::move(constraints);
        schema["fields"].push_back(std::move(one));
    }
    schema["missingValues"] = {""};
    if (!table.primary_key.empty())
        schema["primaryKey"] = table.primary_key;
    return schema;
}

Json resource_of(const DeliveryTable& table, const DeliveryFile& file, const Checksum& checksum)
{
    return {{"profile", "tabular-data-resource"},
            {"name", table.name},
            {"path", file.name},
            {"title", table.title},
            {"description", table.description},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.content.size()},
            {"hash", "sha256:" + checksum(file.content)},
            {"dialect",
             {{"delimiter", ","},
              {"lineTerminator", "\r\n"},
              {"quoteChar", "\""},
              {"doubleQuote", true},
              {"skipInitialSpace", false},
              {"header", true}}},
            {"schema", schema_of(table)}};
}

/// True when numbers were fetched into the workbook.
bool has_imports(const Workbook& workbook)
{
    return std::any_of(workbook.cells.names.begin(), workbook.cells.names.end(),
                       [](const NamedArea& area)
                       { return area.sheet >= 0 && area.name == sheet_by_id("imports").defined_name; });
}

} // namespace

std::string data_package_descriptor(const DeliverySource& source, const DeliveryFacts& facts,
                                    const std::vector<DeliveryTable>& tables,
                                    const std::vector<DeliveryFile>& csv_files, const Checksum& checksum)
{
    const Workbook& workbook = source.workbook;
    const Texts& texts = source.words.in(workbook.language);
    const std::string name = workbook.municipality ? workbook.municipality->name : texts.get("word.unknown");
    const std::string code = workbook.municipality ? workbook.municipality->code : std::string("000");
    Json document;
    document["profile"] = "tabular-data-package";
    document["name"] = "trinvis-" + code + "-" + facts.time.substr(0, 10);
    document["title"] = texts.format("delivery.title", {{"municipality", name}});
    const std::string note = delivered_note(workbook);
    document["description"] = texts.get("delivery.no_official_form") + (note.empty() ? "" : " " + note);
    document["version"] = "1.0.0";
    document["created"] = facts.time;
    document["licenses"] = Json::array({Json{{"name", "other-closed"}, {"title", texts.get("delivery.licence")}}});
    document["sources"] =
        Json::array({Json{{"title", texts.format("delivery.source.workbook", {{"municipality", name}})}}});
    if (has_imports(workbook))
        document["sources"].push_back(
            {{"title", texts.get("delivery.source.statistics")}, {"path", "https://www.dst.dk/"}});
    document["trinvis"] = {{"version", facts.product_version},
                           {"language", language_code(workbook.language)},
                           {"shared", workbook.sharing.wanted}};
    document["resources"] = Json::array();
    for (std::size_t i = 0; i < tables.size(); ++i)
        document["resources"].push_back(resource_of(tables[i], csv_files[i], checksum));
    // A text that a sheet holds is not always well-formed; a file that cannot be read helps nobody.
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace trinvis
