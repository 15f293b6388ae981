// SPDX-License-Identifier: MPL-2.0
//
// The JSON files that ship hold to their schemas (JSON Schema, draft 7), and the schemas tell good files from bad ones.
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 with sanitizers sees uninitialised memory in the std::regex that Valijson uses (GCC bug 105562).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "shipped.hpp"

#include "validation/export.hpp"

#include <gtest/gtest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace trinvis
{

namespace
{

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json shipped(const std::string& name)
{
    return nlohmann::json::parse(tests::file_text(tests::templates_dir() / name));
}

/// What a schema has against a document, one line each; empty when it holds.
std::string faults(const std::string& schema_name, const nlohmann::json& document)
{
    const nlohmann::json schema_document = shipped(schema_name);
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema_document), schema);
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    std::string text;
    if (!validator.validate(schema, Adapter(document), &results))
        for (valijson::ValidationResults::Error error; results.popError(error);)
        {
            for (const std::string& step : error.context)
                text += step;
            text += ": " + error.description + "\n";
        }
    return text;
}

} // namespace

TEST(ShippedFiles, HoldToTheirSchemas)
{
    for (const char* name : {"catalogue", "course", "disclosure", "inspiration", "ladder", "mini_analysis",
                             "municipalities", "national_reference", "practice", "price_index", "rules", "survey"})
        EXPECT_EQ(faults(std::string(name) + ".schema.json", shipped(std::string(name) + ".json")), "") << name;
}

TEST(CatalogueSchema, RefusesAnUnknownKind)
{
    nlohmann::json catalogue = shipped("catalogue.json");
    catalogue["figures"][0]["kind"] = "percentage";
    EXPECT_NE(faults("catalogue.schema.json", catalogue), "");
}

TEST(CatalogueSchema, RefusesAQuotientWithoutDenominator)
{
    nlohmann::json catalogue = shipped("catalogue.json");
    catalogue["figures"][0].erase("denominator");
    EXPECT_NE(faults("catalogue.schema.json", catalogue), "");
}

TEST(CatalogueSchema, RefusesAnAverageWithANumerator)
{
    nlohmann::json catalogue = shipped("catalogue.json");
    catalogue["figures"][1]["numerator"] = "anbragte";
    EXPECT_NE(faults("catalogue.schema.json", catalogue), "");
}

TEST(CatalogueSchema, RefusesAnOfficialDefinitionThatTheToolWouldShip)
{
    nlohmann::json catalogue = shipped("catalogue.json");
    catalogue["figures"][0]["definition"]["official_definition"]["da"] = "Opfundet";
    EXPECT_NE(faults("catalogue.schema.json", catalogue), "");
}

TEST(CatalogueSchema, RefusesATextInOneLanguageOnly)
{
    nlohmann::json catalogue = shipped("catalogue.json");
    catalogue["items"][0]["name"].erase("en");
    EXPECT_NE(faults("catalogue.schema.json", catalogue), "");
}

TEST(RulesSchema, RefusesAnUnknownSeverityAndAnUnknownTable)
{
    nlohmann::json rules = shipped("rules.json");
    rules["rules"][0]["severity"] = "fatal";
    EXPECT_NE(faults("rules.schema.json", rules), "");
    rules = shipped("rules.json");
    rules["rules"][0]["table"] = "sheets";
    EXPECT_NE(faults("rules.schema.json", rules), "");
}

TEST(RulesSchema, RefusesARuleThatSaysNoRemedyOrHasAMisspeltKey)
{
    nlohmann::json rules = shipped("rules.json");
    rules["rules"][0].erase("remedy");
    EXPECT_NE(faults("rules.schema.json", rules), "");
    rules = shipped("rules.json");
    rules["rules"][0]["whenn"] = rules["rules"][0]["must"];
    EXPECT_NE(faults("rules.schema.json", rules), "");
}

TEST(FindingsSchema, HoldsForWhatIsExported)
{
    FindingList list;
    list.verdict = "Ikke klar";
    list.municipality = "851";
    list.validated = tests::day(2021, 3, 1);
    ListedFinding finding;
    finding.rule = "V04";
    finding.number = -1.5;
    finding.cells = {{"Indtastning", "C7"}, {"Indtastning", "AA12"}};
    list.findings = {finding, finding};
    list.findings.back().number.reset();
    list.findings.back().fixed = true;
    list.rules = {RuleStatus{}};
    const auto exported = [&list]
    { return nlohmann::json::parse(export_findings(list, ExportFormat::json, tests::words().danish, "0.1.0")); };
    EXPECT_EQ(faults("findings.schema.json", exported()), "");
    list.findings.clear();
    list.rules.clear();
    EXPECT_EQ(faults("findings.schema.json", exported()), "");
    nlohmann::json wrong = exported();
    wrong["findings"].push_back({{"rule", "V04"}});
    EXPECT_NE(faults("findings.schema.json", wrong), "");
    wrong = exported();
    wrong["extra"] = 1;
    EXPECT_NE(faults("findings.schema.json", wrong), "");
}

} // namespace trinvis
