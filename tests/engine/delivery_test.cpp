// SPDX-License-Identifier: MPL-2.0
//
// A delivery: what is in the package, what is not, when it is refused, and how it is held against the workbook again.
#include "shared_workbook.hpp"

#include "delivery/delivery_check.hpp"
#include "delivery/delivery_refusal.hpp"
#include "delivery/receipt.hpp"
#include "privacy/workbook_suppression.hpp"
#include "table/csv_text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <regex>
#include <set>

namespace trinvis
{

namespace
{

using nlohmann::json;
using tests::day;
using tests::known_relations;
using tests::municipalities;
using tests::shared;
using tests::words;
using tests::WorkbookFixture;

/// A checksum that tells contents apart; the real one is the office's and tested there.
std::string any_checksum(std::string_view bytes)
{
    std::uint64_t sum = 1469598103934665603ULL;
    for (const char byte : bytes)
        sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    std::string text(64, '0');
    for (std::size_t i = 0; i < 16; ++i)
        text[i] = "0123456789abcdef"[(sum >> (4 * i)) & 15U];
    return text;
}

const DeliveryFacts facts{.time = "2021-03-01T08:05:09+01:00", .product_version = "0.1.0"};

DeliveryPackage package_of(const WorkbookFixture& book)
{
    Workbook workbook = book.read();
    const Validation validation = book.validate();
    privacy::blank(workbook, privacy::hidden_numbers(workbook, words(), municipalities(), known_relations()), words());
    return make_delivery({workbook, validation, words()}, facts, any_checksum);
}

const std::string& file(const DeliveryPackage& package, const std::string& name)
{
    for (const DeliveryFile& one : package.files)
        if (one.name == name)
            return one.content;
    throw std::runtime_error("no file " + name);
}

bool has_file(const DeliveryPackage& package, const std::string& name)
{
    return std::any_of(package.files.begin(), package.files.end(), [&](const auto& one) { return one.name == name; });
}

std::string whole(const DeliveryPackage& package)
{
    std::string all;
    for (const DeliveryFile& one : package.files)
        all += one.content;
    return all;
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const DeliveryPackage& package, const std::string& name)
{
    return read_csv(file(package, name)).value();
}

/// A row of the figures as "value/missing".
std::string figure_in(const DeliveryPackage& package, const std::string& item, const std::string& cut_off)
{
    for (const auto& row : rows_of(package, "figures.csv"))
        if (row[1] == item && row[2] == cut_off)
            return row[3] + "/" + row[4];
    return "(none)";
}

WorkbookFixture filled()
{
    return WorkbookFixture::filled(Language::danish);
}

std::string refusal_of(const WorkbookFixture& book)
{
    return delivery_refusal(book.read(), book.validate(), words());
}

/// The figures of a filled workbook with a warning about a large change.
WorkbookFixture with_warning()
{
    WorkbookFixture book = filled();
    book.at("facts", "data_note", "value") = std::string("Aftalt med Jens Peter Hansen");
    return book;
}

DeliveryCheck checked(const DeliveryPackage& package, const WorkbookFixture& book)
{
    return std::get<DeliveryCheck>(check_delivery(package.files, book.read(), words(), any_checksum));
}

std::string fault_of(const std::vector<DeliveryFile>& files, const WorkbookFixture& book)
{
    const auto result = check_delivery(files, book.read(), words(), any_checksum);
    const auto* fault = std::get_if<DeliveryFault>(&result);
    return fault ? fault->key : "";
}

} // namespace

TEST(DeliveryPackage, HoldsADescriptionTheTablesAndAReceipt)
{
    const DeliveryPackage package = package_of(filled());
    std::vector<std::string> names;
    for (const DeliveryFile& one : package.files)
        names.push_back(one.name);
    EXPECT_EQ(names, (std::vector<std::string>{"datapackage.json", "figures.csv", "definitions.csv", "rules.csv",
                                               "explanations.csv", "findings.csv", "kvittering.txt", "receipt.json"}));
}

TEST(DeliveryPackage, HasARowForEachItemAndCutOffDate)
{
    const WorkbookFixture book = filled();
    const Workbook workbook = book.read();
    const DeliveryPackage package = package_of(book);
    EXPECT_EQ(rows_of(package, "figures.csv").size(), 1 + workbook.lines.size() * workbook.rounds.size());
    EXPECT_EQ(package.numbers + package.without_number, workbook.lines.size() * workbook.rounds.size());
}

TEST(DeliveryPackage, GivesEachNumberExactlyAndEachMissingOneWithItsReason)
{
    WorkbookFixture book = filled();
    book.entry("anbragte", day(2018, 12, 31)) = Cell{1234.56789012345};
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{std::string("ikke indberettet")};
    book.entry("plejefamilie", day(2018, 12, 31)) = Cell{std::string(" DISKRETIONERET ")};
    book.entry("institution", day(2018, 12, 31)) = Cell{};
    const DeliveryPackage package = package_of(book);
    EXPECT_EQ(figure_in(package, "anbragte", "2018-12-31"), "1234.56789012345/");
    EXPECT_EQ(figure_in(package, "netvaerk", "2018-12-31"), "/not_reported");
    EXPECT_EQ(figure_in(package, "plejefamilie", "2018-12-31"), "/confidential");
    EXPECT_EQ(figure_in(package, "institution", "2018-12-31"), "/not_entered");
}

TEST(DeliveryPackage, IsTheSameBytesForTheSameWorkbookAndTime)
{
    const DeliveryPackage one = package_of(filled());
    const DeliveryPackage other = package_of(filled());
    EXPECT_EQ(whole(one), whole(other));
}

TEST(DeliveryPackage, SaysThatNoOfficialFormIsKnown)
{
    const DeliveryPackage package = package_of(filled());
    EXPECT_NE(file(package, "kvittering.txt").find("ikke noget kendt officielt format"), std::string::npos);
    EXPECT_NE(json::parse(file(package, "datapackage.json")).at("description").get<std::string>().find("officielt"),
              std::string::npos);
    const DeliveryPackage english = package_of(WorkbookFixture::filled(Language::english));
    EXPECT_NE(file(english, "receipt.txt").find("No official form of delivery"), std::string::npos);
}

TEST(DeliveryPackage, NamesNobodyWhoIsNamedInAText)
{
    WorkbookFixture book = filled();
    book.at("catalogue", "1", "remark") = std::string("Spørg Anne Sofie Jensen");
    const DeliveryPackage package = package_of(book);
    EXPECT_EQ(whole(package).find("Jensen"), std::string::npos);
    EXPECT_GE(package.names_left_out, 1U);
    EXPECT_NE(file(package, "kvittering.txt").find("ligner et navn"), std::string::npos);
}

TEST(DeliveryPackage, TellsFindingsWithoutWhatStandsInTheCells)
{
    WorkbookFixture book = filled();
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-98765.5};
    const DeliveryPackage package = package_of(book);
    const Rows findings = rows_of(package, "findings.csv");
    ASSERT_GT(findings.size(), 1U);
    EXPECT_EQ(file(package, "findings.csv").find("98765"), std::string::npos);
    EXPECT_EQ(file(package, "findings.csv").find("98.765"), std::string::npos);
    EXPECT_EQ(findings[0], (std::vector<std::string>{"rule", "severity", "status", "sheet", "cell", "places", "figure",
                                                     "concerns", "municipality", "cut_off", "reason"}));
    EXPECT_EQ(findings[1][1], "error");
    EXPECT_EQ(findings[1][3], "Indtastning");
}

TEST(DeliveryPackage, OfASharedWorkbookHidesSmallNumbersAndQuotesNobody)
{
    WorkbookFixture book = filled();
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{3.0};
    EXPECT_EQ(figure_in(package_of(book), "netvaerk", "2018-12-31"), "3/");
    const DeliveryPackage package = package_of(shared(book));
    EXPECT_EQ(figure_in(package, "netvaerk", "2018-12-31"), "/confidential");
    EXPECT_FALSE(has_file(package, "findings.csv"));
    EXPECT_FALSE(has_file(package, "explanations.csv"));
    EXPECT_TRUE(json::parse(file(package, "receipt.json")).at("sharing").at("shared").get<bool>());
    EXPECT_NE(file(package, "kvittering.txt").find("Visning: til deling"), std::string::npos);
}

TEST(DeliveryCsv, IsRfc4180InUtf8WithoutAByteOrderMark)
{
    DeliveryTable table{.name = "x"};
    table.fields = {{.name = "text"}, {.name = "number", .type = FieldType::number}};
    table.rows = {{std::string("æ, \"ø\"\r\nå"), 0.1}, {DeliveryCell{}, -0.0}};
    EXPECT_EQ(delivery_csv(table), "text,number\r\n\"æ, \"\"ø\"\"\r\nå\",0.1\r\n,0\r\n");
}

TEST(DeliveryCsv, HoldsNothingThatASpreadsheetComputes)
{
    DeliveryTable table{.name = "x"};
    table.fields = {{.name = "text"}, {.name = "number", .type = FieldType::number}};
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"})
        table.rows.push_back({std::string(text), -1.5});
    const Rows rows = read_csv(delivery_csv(table)).value();
    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        EXPECT_EQ(rows[i][0].front(), '\'') << rows[i][0];
        EXPECT_EQ(with_formula(rows[i][0]), std::get<std::string>(table.rows[i - 1][0]));
        EXPECT_EQ(rows[i][1], "-1.5") << "numbers stay numbers";
    }
}

TEST(DeliveryCsv, NeutralisesWhatIsTypedIntoTheWorkbook)
{
    WorkbookFixture book = filled();
    book.at("entry", "anbragte", "name") = std::string("=HYPERLINK(\"http://example.org\")");
    const DeliveryPackage package = package_of(book);
    EXPECT_NE(file(package, "figures.csv").find("\"'=HYPERLINK"), std::string::npos);
    EXPECT_EQ(file(package, "figures.csv").find(",=HYPERLINK"), std::string::npos);
    EXPECT_NE(json::parse(file(package, "datapackage.json"))
                  .at("resources")[0]
                  .at("description")
                  .get<std::string>()
                  .find("apostrof"),
              std::string::npos);
}

// What the published specifications ask of datapackage.json (specs.frictionlessdata.io, version 1), one by one.
TEST(DataPackage, HoldsToThePublishedSpecification)
{
    for (const WorkbookFixture& book : {filled(), shared(filled()), WorkbookFixture::filled(Language::english)})
    {
        const DeliveryPackage package = package_of(book);
        const json descriptor = json::parse(file(package, "datapackage.json"));
        const std::regex name("[-a-z0-9._/]+");
        EXPECT_EQ(descriptor.at("profile"), "tabular-data-package");
        EXPECT_TRUE(std::regex_match(descriptor.at("name").get<std::string>(), name));
        EXPECT_TRUE(std::regex_match(descriptor.at("version").get<std::string>(), std::regex("\\d+\\.\\d+\\.\\d+")));
        EXPECT_TRUE(std::regex_match(descriptor.at("created").get<std::string>(),
                                     std::regex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d")));
        for (const json& licence : descriptor.at("licenses"))
            EXPECT_TRUE(licence.contains("name") || licence.contains("path"));
        for (const json& source : descriptor.at("sources"))
            EXPECT_TRUE(source.at("title").is_string());
        std::set<std::string> names;
        for (const json& resource : descriptor.at("resources"))
        {
            EXPECT_EQ(resource.at("profile"), "tabular-data-resource");
            EXPECT_TRUE(std::regex_match(resource.at("name").get<std::string>(), name));
            EXPECT_TRUE(names.insert(resource.at("name").get<std::string>()).second);
            EXPECT_EQ(resource.at("encoding"), "utf-8");
            EXPECT_EQ(resource.at("format"), "csv");
            const std::string content = file(package, resource.at("path").get<std::string>());
            EXPECT_EQ(resource.at("bytes").get<std::size_t>(), content.size());
            EXPECT_EQ(resource.at("hash"), "sha256:" + any_checksum(content));
            EXPECT_TRUE(is_utf8(content));
            std::vector<std::string> headings;
            for (const json& field : resource.at("schema").at("fields"))
                headings.push_back(field.at("name").get<std::string>());
            EXPECT_EQ(read_csv(content).value().front(), headings);
        }
    }
}

// Each value of each file is of the type that the schema says, where it must be there it is, and keys are nobody else's.
TEST(DataPackage, HoldsItsOwnSchemas)
{
    WorkbookFixture book = filled();
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{std::string("afventer")};
    const DeliveryPackage package = package_of(book);
    const json descriptor = json::parse(file(package, "datapackage.json"));
    for (const json& resource : descriptor.at("resources"))
    {
        const Rows rows = rows_of(package, resource.at("path").get<std::string>());
        const json& schema = resource.at("schema");
        const json& fields = schema.at("fields");
        std::set<std::string> keys;
        for (std::size_t i = 1; i < rows.size(); ++i)
        {
            ASSERT_EQ(rows[i].size(), fields.size());
            std::string key;
            for (std::size_t column = 0; column < fields.size(); ++column)
            {
                const json& field = fields[column];
                const std::string& value = rows[i][column];
                const auto where = resource.at("path").get<std::string>() + " " + std::to_string(i) + " " +
                                   field.at("name").get<std::string>() + " " + value;
                const json constraints = field.value("constraints", json::object());
                const json primary = schema.value("primaryKey", json::array());
                if (std::find(primary.begin(), primary.end(), field.at("name")) != primary.end())
                    key += value + "\n";
                if (value.empty())
                {
                    EXPECT_FALSE(constraints.value("required", false)) << where;
                    continue;
                }
                const std::string type = field.at("type").get<std::string>();
                if (type == "number" || type == "integer")
                {
                    double number = 0;
                    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
                    EXPECT_TRUE(error == std::errc{} && end == value.data() + value.size()) << where;
                }
                else if (type == "date")
                {
                    EXPECT_TRUE(std::regex_match(value, std::regex("\\d{4}-\\d\\d-\\d\\d"))) << where;
                }
                if (constraints.contains("enum"))
                {
                    const json& choices = constraints.at("enum");
                    EXPECT_NE(std::find(choices.begin(), choices.end(), value), choices.end()) << where;
                }
            }
            if (schema.contains("primaryKey"))
            {
                EXPECT_TRUE(keys.insert(key).second) << key;
            }
        }
    }
}

TEST(Receipt, NamesEachFileWithItsChecksum)
{
    const DeliveryPackage package = package_of(filled());
    const Receipt receipt = read_receipt(file(package, "receipt.json")).value();
    EXPECT_EQ(receipt.files.size() + 1, package.files.size());
    for (const ReceiptFile& listed : receipt.files)
    {
        EXPECT_EQ(listed.checksum, any_checksum(file(package, listed.name))) << listed.name;
        EXPECT_EQ(listed.bytes, file(package, listed.name).size());
        if (listed.name != "kvittering.txt")
        {
            EXPECT_NE(file(package, "kvittering.txt").find(listed.checksum + "  " + listed.name), std::string::npos);
        }
    }
}

TEST(Receipt, SaysWhenByWhatAndWhatWasChecked)
{
    const WorkbookFixture book = filled();
    const Validation validation = book.validate();
    const DeliveryPackage package = package_of(book);
    const Receipt receipt = read_receipt(file(package, "receipt.json")).value();
    EXPECT_EQ(receipt.time, facts.time);
    EXPECT_EQ(receipt.product_version, "0.1.0");
    EXPECT_FALSE(receipt.catalogue_version.empty());
    EXPECT_EQ(receipt.municipality, "851");
    EXPECT_EQ(receipt.values_checked, validation.values_checked);
    EXPECT_EQ(receipt.rules_run, validation.rules_run);
    EXPECT_EQ(receipt.cut_offs.size(), book.read().rounds.size());
    const std::string& text = file(package, "kvittering.txt");
    EXPECT_NE(text.find("Lavet 01-03-2021 kl. 08.05 for Aalborg (kommunekode 851)."), std::string::npos) << text;
    EXPECT_NE(text.find("De er ikke en underskrift"), std::string::npos);
    EXPECT_NE(text.find("Visning: internt"), std::string::npos);
}

TEST(Receipt, IsNotReadFromAnythingElse)
{
    for (const char* content : {"", "[]", "{}", "null", "{\"format\":\"trinvis-receipt\"}",
                                "{\"format\":\"trinvis-receipt\",\"version\":2}", "\xff\xfe", "{\"format\":1}"})
        EXPECT_FALSE(read_receipt(content)) << content;
    json wrong = json::parse(file(package_of(filled()), "receipt.json"));
    wrong["figures"]["cut_offs"] = {"31-31-2020"};
    EXPECT_FALSE(read_receipt(wrong.dump()));
    wrong["figures"]["cut_offs"] = {1};
    EXPECT_FALSE(read_receipt(wrong.dump()));
}

TEST(DeliveryRefusal, LetsAWorkbookWithoutFaultsThrough)
{
    EXPECT_EQ(refusal_of(filled()), "");
}

TEST(DeliveryRefusal, SaysWhatWhereHowManyAndWhatToDoWhileErrorsStand)
{
    WorkbookFixture book = filled();
    for (const Date date : {day(2018, 12, 31), day(2019, 12, 31)})
        for (const char* item : {"anbragte", "netvaerk", "plejefamilie"})
            if (book.read().line(item))
                book.entry(item, date) = Cell{-7.0};
    const std::string why = refusal_of(book);
    EXPECT_TRUE(why.starts_with("Indsendelsen er ikke lavet.\nIkke klar: ")) << why;
    EXPECT_NE(why.find("fejl"), std::string::npos) << why;
    EXPECT_NE(why.find("\n• Indtastning "), std::string::npos) << why;
    EXPECT_NE(why.find(". Ret tallet; "), std::string::npos) << "message and remedy are sentences: " << why;
    EXPECT_NE(why.find("\nOg "), std::string::npos) << "the others are counted: " << why;
    EXPECT_NE(why.find("Vælg Nøgletal ▸ Validér"), std::string::npos) << why;
}

TEST(DeliveryRefusal, AsksForAnExplanationOfAWarning)
{
    const std::string why = refusal_of(with_warning());
    EXPECT_NE(why.find("Ingen fejl fundet. 1 uforklaret advarsel skal rettes eller forklares."), std::string::npos)
        << why;
    EXPECT_NE(why.find("• Stamdata"), std::string::npos) << why;
}

TEST(DeliveryRefusal, WantsNumbers)
{
    EXPECT_NE(refusal_of(WorkbookFixture(Language::danish)), "");
}

TEST(DeliveryRefusal, NamesTheCellWithAPersonsNumberWhateverTheRulesSay)
{
    WorkbookFixture book = filled();
    book.at("catalogue", "2", "remark") = std::string("barnet 010110-1234");
    book.at("rules", "P01", "active") = std::string("nej");
    EXPECT_EQ(
        refusal_of(book),
        "Arket Katalog, celle " +
            cell_address(book.place("catalogue", "2", "remark").row, book.place("catalogue", "2", "remark").column) +
            ": Her står noget, der ligner et CPR-nummer. Slet det, og prøv igen. Intet er lavet.");
    EXPECT_EQ(refusal_of(book).find("010110"), std::string::npos);
    WorkbookFixture number = filled();
    number.entry("netvaerk", day(2018, 12, 31)) = Cell{101101234.0};
    EXPECT_NE(refusal_of(number).find("CPR-nummer"), std::string::npos);
}

TEST(DeliveryCheck, FindsTheSameInPackageAndWorkbook)
{
    const WorkbookFixture book = filled();
    const DeliveryCheck check = checked(package_of(book), book);
    EXPECT_EQ(check.damaged_files(), 0U);
    EXPECT_TRUE(check.figures.empty());
    EXPECT_EQ(check.same_figures, book.read().lines.size() * book.read().rounds.size());
    const SheetContent sheet = delivery_check_sheet(check, "pakke.zip", book.read(), words().danish);
    EXPECT_EQ(std::get<std::string>(sheet.rows[1][0]), "Alle 7 filer i pakken er, som de blev lavet.");
}

TEST(DeliveryCheck, NamesTheCellThatChanged)
{
    WorkbookFixture book = filled();
    book.entry("anbragte", day(2018, 12, 31)) = Cell{412.0};
    const DeliveryPackage package = package_of(book);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{413.0};
    book.entry("netvaerk", day(2018, 12, 31)) = Cell{std::string("afventer")};
    const DeliveryCheck check = checked(package, book);
    ASSERT_EQ(check.figures.size(), 2U);
    const auto of_item = [&](const char* item)
    { return *std::ranges::find(check.figures, item, &DeliveredFigure::item); };
    EXPECT_EQ(of_item("anbragte").delivered + " " + of_item("anbragte").now, "412 413");
    EXPECT_EQ(of_item("anbragte").place, book.place("entry", "anbragte", "2018-12-31"));
    EXPECT_EQ(of_item("netvaerk").now, "afventer");
}

TEST(DeliveryCheck, TellsWhatIsGoneAndWhatIsNew)
{
    WorkbookFixture book = filled();
    const DeliveryPackage package = package_of(book);
    const std::size_t items = book.read().lines.size();
    book.at("entry", "heading", "2018-12-31") = book.date(day(2030, 12, 31));
    const DeliveryCheck check = checked(package, book);
    EXPECT_EQ(check.figures.size(), 2 * items);
    EXPECT_TRUE(check.figures.front().delivered.empty());
    EXPECT_TRUE(check.figures.back().now.empty());
    EXPECT_EQ(check.figures.back().place.sheet, -1);
}

TEST(DeliveryCheck, SeesAFileThatWasChangedTakenAwayOrAdded)
{
    const WorkbookFixture book = filled();
    DeliveryPackage package = package_of(book);
    for (DeliveryFile& one : package.files)
        if (one.name == "rules.csv")
            one.content += "x";
    std::erase_if(package.files, [](const DeliveryFile& one) { return one.name == "definitions.csv"; });
    package.files.push_back({"mere.txt", "…"});
    const DeliveryCheck check = checked(package, book);
    EXPECT_EQ(check.damaged_files(), 3U);
    std::map<std::string, DeliveredFileState> states;
    for (const DeliveredFile& one : check.files)
        states[one.name] = one.state;
    EXPECT_EQ(states.at("rules.csv"), DeliveredFileState::changed);
    EXPECT_EQ(states.at("definitions.csv"), DeliveredFileState::missing);
    EXPECT_EQ(states.at("mere.txt"), DeliveredFileState::added);
    EXPECT_EQ(states.at("figures.csv"), DeliveredFileState::same);
}

TEST(DeliveryCheck, RefusesForeignPackages)
{
    const WorkbookFixture book = filled();
    DeliveryPackage package = package_of(book);
    EXPECT_EQ(fault_of({}, book), "delivery.fault.no_receipt");
    EXPECT_EQ(fault_of({{"receipt.json", "{}"}}, book), "delivery.fault.no_receipt");
    EXPECT_EQ(fault_of(package.files, WorkbookFixture::filled(Language::danish, "706")),
              "delivery.fault.other_municipality");
    for (DeliveryFile& one : package.files)
        if (one.name == "figures.csv")
            one.content = "item,value\r\na,1\r\n";
    EXPECT_EQ(fault_of(package.files, book), "delivery.fault.no_figures");
    for (DeliveryFile& one : package.files)
        if (one.name == "figures.csv")
            one.content = "item,name,cut_off,value,missing\r\na,b,tomorrow,1,\r\n";
    EXPECT_EQ(fault_of(package.files, book), "delivery.fault.no_figures");
}

} // namespace trinvis
