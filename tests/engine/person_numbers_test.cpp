// SPDX-License-Identifier: MPL-2.0
//
// What is built like a person's number is found wherever it stands, and no finding ever repeats it.
#include "workbook_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::day;
using tests::WorkbookFixture;

/// The digits of a text and nothing else, so that no way of writing a number hides it.
std::string digits_of(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

void expect_not_repeated(const WorkbookFixture& book, std::string_view digits)
{
    const Validation validation = book.validate();
    EXPECT_TRUE(std::any_of(validation.findings.begin(), validation.findings.end(),
                            [](const Finding& finding) { return finding.rule == "P01"; }));
    for (const Finding& finding : validation.findings)
        for (const std::string* text : {&finding.value, &finding.message, &finding.remedy})
            EXPECT_EQ(digits_of(*text).find(digits), std::string::npos) << finding.rule << ": " << *text;
}

} // namespace

TEST(PersonNumberInAFinding, IsConcealedWhereItWasTypedAsText)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("anbragte", day(2018, 12, 31)) = Cell{" 010190-1234"};
    expect_not_repeated(book, "0101901234");
}

TEST(PersonNumberInAFinding, IsConcealedWhereItWasTypedAsANumber)
{
    for (const double number : {3112991234.0, 101901234.0})
    {
        WorkbookFixture book = WorkbookFixture::filled(Language::danish);
        book.entry("anbragte", day(2016, 12, 31)) = Cell{number};
        expect_not_repeated(book, std::to_string(static_cast<long long>(number)));
    }
}

TEST(PersonNumberInAFinding, IsNotCountedWithSoThatNoQuotientGivesItBack)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::size_t before = book.validate().findings.size();
    book.entry("plejefamilie", day(2016, 12, 31)) = Cell{3112991234.0};
    const Validation validation = book.validate();
    ASSERT_EQ(validation.findings.size(), before + 1) << "one finding says it all";
    const auto found = std::find_if(validation.findings.begin(), validation.findings.end(),
                                    [](const Finding& finding) { return finding.rule == "P01"; });
    ASSERT_NE(found, validation.findings.end());
    EXPECT_EQ(found->value, "******-****");
    expect_not_repeated(book, "3112991234");
}

TEST(PersonNumberInAFinding, IsConcealedInTheNameOfAnItem)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("entry", "anbragte", "name") = Cell{"Barn 010190-1234"};
    book.entry("anbragte", day(2018, 12, 31)) = Cell{-1.0};
    expect_not_repeated(book, "0101901234");
}

TEST(PersonNumberInAFinding, IsConcealedInHeadingsAndStamdataAndComparisonData)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("entry", "heading", "2018-12-31") = Cell{101901234.0};
    book.at("facts", "municipality_code", "value") = Cell{101901234.0};
    book.append("comparison", {{"municipality", Cell{101901234.0}},
                               {"item", Cell{101901234.0}},
                               {"cut_off", Cell{101901234.0}},
                               {"value", Cell{-1.0}}});
    expect_not_repeated(book, "101901234");
}

TEST(PersonNumberInAFinding, IsConcealedInAnEnglishWorkbookToo)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::english);
    book.entry("anbragte", day(2016, 12, 31)) = Cell{3112991234.0};
    book.entry("netvaerk", day(2016, 12, 31)) = Cell{"010190 1234"};
    expect_not_repeated(book, "3112991234");
    expect_not_repeated(book, "0101901234");
}

TEST(PersonNumberInAFinding, IsShownAsStars)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int notes = book.add_sheet("Noter", {{Cell{"Ring om 010190-1234"}}});
    const Validation validation = book.validate();
    ASSERT_EQ(validation.findings.front().rule, "P01");
    EXPECT_EQ(validation.findings.front().place, (Place{notes, 0, 0}));
    EXPECT_EQ(validation.findings.front().value, "******-****");
}

TEST(NineDigits, OfKronerRaiseNoAlarm)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_all_comparison_data();
    for (const Date date : tests::demo_cut_offs())
        book.entry("udgifter", date) = Cell{101190000.0};
    const Validation validation = book.validate();
    EXPECT_EQ(count_severities(validation.findings).errors, 0U);
}

TEST(NineDigits, OfKronerInAnOwnIndicatorRaiseNoAlarm)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int row =
        book.append("entry", {{"id", Cell{"egne_udgifter"}}, {"figure", Cell{"11"}}, {"unit", Cell{"kr."}}});
    book.grid("entry").cells.at(static_cast<std::size_t>(row * book.grid("entry").columns + 5)) = Cell{101190000.0};
    EXPECT_EQ(count_severities(book.validate().findings).errors, 0U);
}

TEST(PersonNumbers, AreNotLookedForInTheProductsOwnReports)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const int report = book.add_sheet("Validering", {{Cell{"010190-1234"}}});
    book.cells.names.push_back({"trinvis_validering", report, {0, 0, 0, 0}});
    EXPECT_EQ(count_severities(book.validate().findings).errors, 0U);
}

} // namespace trinvis
