// SPDX-License-Identifier: MPL-2.0
//
// Handing over: the real package, the copy that may be shared, and a package read back.
#include "cells.hpp"
#include "document_content.hpp"

#include "table/csv_text.hpp"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

std::string file_content(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

class DeliveryTest : public OfficeTest
{
protected:
    /// What the command says of itself.
    std::string handed(const std::string& command, const Document& document, const std::string& file_name) const
    {
        rtl::OUString said;
        running().run(command,
                      {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                       property("Url", css::uno::Any(from_utf8(url_of(file_name))))},
                      query<css::frame::XModel>(document)) >>= said;
        return to_utf8(said);
    }

    [[nodiscard]] std::string refused(const std::string& command, const Document& document,
                                      const std::string& file_name) const
    {
        return refusal(command, {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                 property("Url", css::uno::Any(from_utf8(url_of(file_name))))});
    }

    /// Unpacks a file with an independent tool and gives the folder.
    [[nodiscard]] std::filesystem::path unpacked(const std::string& name) const
    {
        const std::filesystem::path into = folder() / (name + ".unpacked");
        std::filesystem::remove_all(into);
        const std::string file = "'" + (folder() / name).string() + "'";
        EXPECT_EQ(std::system(("unzip -tq " + file + " > /dev/null").c_str()), 0);
        EXPECT_EQ(std::system(("unzip -q -o " + file + " -d '" + into.string() + "'").c_str()), 0);
        return into;
    }

    /// All that is in a zip file, as one text.
    [[nodiscard]] std::string all_of(const std::string& name) const
    {
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(unpacked(name)))
            if (entry.is_regular_file())
                all += file_content(entry.path());
        return all;
    }

    /// The files that a command left in the folder: all but the workbook's own and its lock.
    [[nodiscard]] std::vector<std::string> files_in_folder() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            if (const std::string name = entry.path().filename().string();
                entry.is_regular_file() && name.find("filled.ods") == std::string::npos)
                names.push_back(name);
        std::sort(names.begin(), names.end());
        return names;
    }
};

} // namespace

TEST_F(DeliveryTest, ThePackageIsWholeAndItsChecksumsAreThoseOfAnotherTool)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    const std::string said = handed("deliver", document, "pakke æøå.zip");
    EXPECT_NE(said.find("Pakken er gemt som"), std::string::npos) << said;
    EXPECT_EQ(difference(before, content_of(document)), "") << "the workbook is not changed";
    const std::filesystem::path into = unpacked("pakke æøå.zip");
    const nlohmann::json receipt = nlohmann::json::parse(file_content(into / "receipt.json"));
    std::ofstream sums(into / "sums");
    for (const auto& file : receipt.at("files"))
        sums << file.at("sha256").get<std::string>() << "  " << file.at("name").get<std::string>() << '\n';
    sums.close();
    EXPECT_EQ(receipt.at("files").size(), 7U);
    EXPECT_EQ(std::system(("cd '" + into.string() + "' && sha256sum -c --quiet sums").c_str()), 0);
    EXPECT_EQ(receipt.at("municipality").at("code"), "706");
    EXPECT_EQ(receipt.at("checked").at("errors"), 0);
    EXPECT_GT(read_csv(file_content(into / "figures.csv")).value().size(), 50U);
    EXPECT_EQ(files_in_folder(), (std::vector<std::string>{"pakke æøå.zip"})) << "nothing is left beside it";
}

TEST_F(DeliveryTest, IsRefusedWithTheReasonWhileErrorsStand)
{
    const Document document = filled_workbook();
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2), -12.5);
    const std::string why = refused("deliver", document, "pakke.zip");
    EXPECT_NE(why.find("Indsendelsen er ikke lavet.\nIkke klar: "), std::string::npos) << why;
    EXPECT_NE(why.find("• Indtastning " + cell_of(document, "netvaerk", 2)), std::string::npos) << why;
    EXPECT_EQ(files_in_folder(), std::vector<std::string>{});
}

TEST_F(DeliveryTest, IsRefusedWithACprNumber)
{
    const Document document = filled_workbook();
    const Sheet catalogue = sheet_named(document, "Katalog");
    set_text(catalogue, "C6", "barnet 010110-1234");
    const std::string why = refused("deliver", document, "pakke.zip");
    EXPECT_NE(why.find("Arket Katalog, celle C6"), std::string::npos) << why;
    EXPECT_EQ(why.find("010110"), std::string::npos) << why;
    EXPECT_NE(refused("share-copy", document, "kopi.ods").find("Arket Katalog, celle C6"), std::string::npos);
    EXPECT_EQ(files_in_folder(), std::vector<std::string>{});
}

TEST_F(DeliveryTest, HoldsNoFormula)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    set_text(entry, "C6", "=HYPERLINK(\"http://example.org\")");
    static_cast<void>(handed("deliver", document, "pakke.zip"));
    const auto rows = read_csv(file_content(unpacked("pakke.zip") / "figures.csv")).value();
    std::size_t formulas = 0;
    for (const auto& row : rows)
        for (const std::string& field : row)
        {
            EXPECT_NE(field.substr(0, 1), "=") << field;
            formulas += field.starts_with("'=HYPERLINK") ? 1 : 0;
        }
    EXPECT_GT(formulas, 0U);
}

TEST_F(DeliveryTest, ReplacesAnEarlierPackageAndKeepsItWhenItCannot)
{
    const Document document = filled_workbook();
    static_cast<void>(handed("deliver", document, "pakke.zip"));
    const std::string first = file_content(folder() / "pakke.zip");
    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2),
               number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2)) + 1);
    static_cast<void>(handed("deliver", document, "pakke.zip"));
    const std::string second = file_content(folder() / "pakke.zip");
    EXPECT_NE(first, second);
    EXPECT_NE(refused("deliver", document, "ingen mappe/pakke.zip").find("Mappen findes ikke."), std::string::npos);
    std::filesystem::create_directory(folder() / "optaget.zip");
    EXPECT_NE(refused("deliver", document, "optaget.zip").find("Der ligger en mappe med det navn."), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder() / "ingen mappe"));
    EXPECT_EQ(file_content(folder() / "pakke.zip"), second);
    EXPECT_EQ(files_in_folder(), (std::vector<std::string>{"pakke.zip"}));
}

TEST_F(DeliveryTest, ReadsAPackageBackAndNamesWhatChanged)
{
    const Document document = filled_workbook();
    static_cast<void>(handed("deliver", document, "pakke.zip"));
    EXPECT_NE(handed("read-receipt", document, "pakke.zip").find("mappens tal er de samme"), std::string::npos);
    Sheet sheet = sheet_named(document, "Kvitteringstjek");
    EXPECT_EQ(shown(sheet, "A2"), "Alle 7 filer i pakken er, som de blev lavet.");
    const std::string cell = cell_of(document, "netvaerk", 2);
    const Sheet entry = sheet_named(document, "Indtastning");
    const double delivered = number(entry, cell);
    set_number(entry, cell, delivered + 3);
    EXPECT_NE(handed("read-receipt", document, "pakke.zip").find("1 felt er ikke det samme"), std::string::npos);
    sheet = sheet_named(document, "Kvitteringstjek");
    const std::string row = std::to_string(row_with(sheet, 0, "Post") + 2);
    EXPECT_EQ(shown(sheet, "A" + row), "netvaerk");
    EXPECT_EQ(shown(sheet, "F" + row), cell);
    EXPECT_EQ(undo_titles(document).front(), "Læs kvittering");
}

TEST_F(DeliveryTest, RefusesWhatIsNoPackageOfOurs)
{
    const Document document = filled_workbook();
    std::ofstream(folder() / "skrot.zip") << "PK\x03\x04 nothing";
    EXPECT_NE(refused("read-receipt", document, "skrot.zip").find("kan ikke åbnes som en pakke"), std::string::npos);
    EXPECT_NE(refused("read-receipt", document, "ingen.zip").find("kan ikke åbnes som en pakke"), std::string::npos);
    query<css::frame::XStorable>(document)->storeToURL(
        from_utf8(url_of("mappe.ods")),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    EXPECT_NE(refused("read-receipt", document, "mappe.ods").find("ingen kvittering"), std::string::npos);
    static_cast<void>(handed("deliver", document, "pakke.zip"));
    EXPECT_NE(refused("read-receipt", new_workbook(usual_rounds(), "851"), "pakke.zip").find("Pakken "),
              std::string::npos);
}

TEST_F(DeliveryTest, NothingInTheWholeCopyTellsAHiddenNumber)
{
    const Document document = demo_workbook();
    const auto properties = query<css::document::XDocumentPropertiesSupplier>(document)->getDocumentProperties();
    properties->setAuthor("Frida Forfatter");
    const Sheet entry = sheet_named(document, "Indtastning");
    // A count that stands nowhere else, and what it makes of 126 who are placed.
    const std::vector<std::string> before = content_of(document);
    const std::string said = handed("share-copy", document, "kopi.ods");
    EXPECT_EQ(difference(before, content_of(document)), "") << "the workbook is not changed";
    EXPECT_NE(said.find("tal er diskretioneret"), std::string::npos) << said;
    query<css::frame::XStorable>(document)->storeToURL(
        from_utf8(url_of("internt.ods")),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    const std::string whole = all_of("kopi.ods");
    ASSERT_GT(whole.size(), 100'000U);
    EXPECT_EQ(whole.find("3.1746"), std::string::npos) << "four of 126";
    for (const char* trace :
         {"Frida", "dc:creator", "meta:initial-creator", "meta:printed-by", "file:///", "Trinvis plan"})
        EXPECT_EQ(whole.find(trace), std::string::npos) << trace;
    EXPECT_EQ(whole.find(folder().string()), std::string::npos);

    const Document copy = query<css::sheet::XSpreadsheetDocument>(load(url_of("kopi.ods")));
    const Sheet shared = sheet_named(copy, "Indtastning");
    std::size_t hidden = 0;
    for (sal_Int32 row = heading_row + 1; row <= last_used_row(entry); ++row)
        for (int round = 0; round < 11; ++round)
        {
            const std::string cell = std::string(1, static_cast<char>('F' + round)) + std::to_string(row + 1);
            const std::string was = shown(entry, cell);
            const std::string is = shown(shared, cell);
            hidden += is == "diskretioneret" && was != is ? 1 : 0;
            EXPECT_TRUE(is == was || is == "diskretioneret") << cell << " " << was << " " << is;
            const bool counts = shown(entry, "E" + std::to_string(row + 1)) == "antal";
            EXPECT_FALSE(counts && (is == "1" || is == "2" || is == "3" || is == "4")) << cell;
        }
    EXPECT_GT(hidden, 0U);
    EXPECT_EQ(sheet_names(copy),
              (std::vector<std::string>{"Vejledning", "Stamdata", "Katalog", "Indtastning", "Sammenligningsdata",
                                        "Grupper", "Regler", "Regelsprog", "Sammenligning", "Diagramdata"}));
    EXPECT_FALSE(chart_names(copy, sheet_named(copy, "Sammenligning")).empty());
}

TEST_F(DeliveryTest, ACopyIsAWorkbookThatCanBeValidatedAndCompared)
{
    const Document document = filled_workbook();
    static_cast<void>(handed("share-copy", document, "kopi.ods"));
    const Document copy = query<css::sheet::XSpreadsheetDocument>(load(url_of("kopi.ods")));
    EXPECT_EQ(lines_of(findings(copy, "error")), std::vector<std::string>{});
    run("compare", copy);
    EXPECT_NE(refused("share-copy", copy, "kopi.ods"), "") << "its own file";
}

} // namespace trinvis::testing
