// SPDX-License-Identifier: MPL-2.0
//
// The commands of the spending tool in a real office: sheets on demand, import, result, undo, and nothing lost.
#include "cells.hpp"
#include "document_content.hpp"

#include <fstream>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Lines = std::vector<std::string>;

class SpendingTest : public OfficeTest
{
protected:
    std::string file(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder() / name, std::ios::binary) << content;
        return url_of(name);
    }

    std::string remark(const std::string& command, const Document& document,
                       std::vector<css::beans::PropertyValue> arguments = {}) const
    {
        const auto model = query<css::frame::XModel>(document);
        arguments.push_back(property("Document", css::uno::Any(model)));
        rtl::OUString said;
        running().run(command, arguments, model) >>= said;
        return to_utf8(said);
    }

    std::string import(const Document& document, const std::string& content,
                       const std::string& name = "regnskab.csv") const
    {
        return remark("import-accounts", document, {property("Url", css::uno::Any(from_utf8(file(name, content))))});
    }
};

const std::string two_years = "Kommune;År;Funktion;Gruppering;Tekst;Beløb (kr.);Kilde\r\n"
                              ";2024;5.28.20;001;Opholdssteder;1.000.000,01;Opdigtede tal\r\n"
                              ";2025;5.28.20;001;Opholdssteder;1.200.000,02;Opdigtede tal\r\n"
                              ";2025;5.99.99;;Andet;-0,03;Opdigtede tal\r\n";

bool contains(const Lines& lines, const std::string& part)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

} // namespace

TEST_F(SpendingTest, TheFirstTimeTheSheetsAreMadeAsOneStepThatCanBeUndone)
{
    const Document document = filled_workbook();
    const Lines before = content_of(document);
    (void)remark("spending", document);
    EXPECT_TRUE(contains(sheet_names(document), "Regnskab"));
    EXPECT_TRUE(contains(sheet_names(document), "Prisindeks"));
    EXPECT_EQ(undo_titles(document), Lines{"Udgifter på trin"});
    EXPECT_EQ(findings(document, "error").size(), 0U);
    EXPECT_EQ(findings(document, "warning").size(), 0U);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SpendingTest, AnImportFillsTheSheetAndTheResultAgreesToTheOere)
{
    const Document document = filled_workbook();
    EXPECT_EQ(import(document, two_years), "3 regnskabslinjer er hentet.");
    EXPECT_EQ(undo_titles(document), Lines{"Hent regnskab"});
    (void)remark("spending", document);
    const Lines content = content_of(document);
    EXPECT_TRUE(contains(content, "Kontrol: linjerne i Regnskab giver 2.200.000,00 kr. over alle år, fordelingen "
                                  "2.200.000,00 kr. Forskel: 0,00 kr."));
    EXPECT_TRUE(contains(chart_names(document, sheet_named(document, "Udgifter")), "trinvis_spending_development"));
    const Lines once = content_of(document);
    (void)remark("spending", document);
    EXPECT_EQ(difference(once, content_of(document)), "") << "a second run changes nothing";
}

TEST_F(SpendingTest, AnImportReplacesItsYearsAndIsUndoneInOneStep)
{
    const Document document = filled_workbook();
    (void)import(document, two_years);
    const Sheet accounts = sheet_named(document, "Regnskab");
    const sal_Int32 first = row_with(accounts, 0, "Kommune") + 1;
    set_text(accounts, "B" + std::to_string(row_with(accounts, 0, "Basisår for merudgifter") + 1), "2024");
    const Lines before = content_of(document);
    undo_manager(document)->clear();
    EXPECT_NE(import(document, "År;Funktion;Gruppering;Beløb (kr.)\n2025;5.28.21;1;7,50\n", "ny.csv")
                  .find("2 linjer for de samme kommuner og år er erstattet."),
              std::string::npos);
    EXPECT_EQ(number(accounts, "F" + std::to_string(first + 1)), 1000000.01) << "2024 stays";
    EXPECT_EQ(number(accounts, "F" + std::to_string(first + 2)), 7.5);
    EXPECT_EQ(formula(accounts, "F" + std::to_string(first + 3)), "");
    const Lines after = content_of(document);
    EXPECT_TRUE(contains(after, "Basisår for merudgifter"));
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
}

TEST_F(SpendingTest, AFileWithAFaultIsRefusedWithItsLineAndChangesNothing)
{
    const Document document = filled_workbook();
    const Lines before = content_of(document);
    const std::string url = file("fejl.csv", "År;Funktion;Beløb (kr.)\n2025;5.28.20;1,00\n2025;5.28.20;mange\n");
    const std::string sentence =
        refusal("import-accounts", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                                    property("Url", css::uno::Any(from_utf8(url)))});
    EXPECT_NE(sentence.find("fejl.csv"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("Linje 3"), std::string::npos) << sentence;
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SpendingTest, WhatAPersonWroteInTheInputSheetsStaysWhenTheResultIsWrittenAnew)
{
    const Document document = filled_workbook();
    (void)import(document, two_years);
    const Sheet prices = sheet_named(document, "Prisindeks");
    set_number(prices, "B" + std::to_string(row_with(prices, 0, "År") + 2), 123.4);
    set_text(sheet_named(document, "Regnskab"), "J2", "husk at spørge økonomi");
    const Lines before = content_of(document);
    (void)remark("spending", document);
    const Lines after = content_of(document);
    for (const std::string& line : before)
        EXPECT_TRUE(contains(after, line)) << line;
}

TEST_F(SpendingTest, LinesOfTheWholeCountryAreTakenInAtOnce)
{
    std::string content = "Kommune;År;Funktion;Gruppering;Beløb (kr.)\n";
    for (int code = 1; code <= 1000; ++code)
        for (int year = 2016; year < 2026; ++year)
            for (int grouping = 1; grouping <= 10; ++grouping)
                content += ";" + std::to_string(year) + ";5.28.20;" + std::to_string(grouping) + ";" +
                           std::to_string(code) + ",25\n";
    const Document document = filled_workbook();
    EXPECT_EQ(import(document, content), "100000 regnskabslinjer er hentet.");
    const Sheet accounts = sheet_named(document, "Regnskab");
    const sal_Int32 first = row_with(accounts, 0, "Kommune") + 1;
    EXPECT_EQ(number(accounts, "F" + std::to_string(first + 100000)), 1000.25);
}

} // namespace trinvis::testing
