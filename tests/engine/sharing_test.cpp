// SPDX-License-Identifier: MPL-2.0
//
// The switch in Stamdata: what it says, and that a slip never shows what it should hide.
#include "shared_workbook.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis
{

namespace
{

using tests::shared;
using tests::words;
using tests::WorkbookFixture;

WorkbookFixture with(std::string_view fact, const Cell& value, Language language = Language::danish)
{
    WorkbookFixture book(language);
    book.at("facts", fact, "value") = value;
    return book;
}

std::vector<Place> faults(const Workbook& workbook)
{
    std::vector<Place> places;
    for (const LayoutFault& fault : workbook.faults)
        if (fault.check == Check::sharing_choice)
            places.push_back(fault.place);
    return places;
}

} // namespace

TEST(Sharing, IsOffAndFiveInANewWorkbook)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const Workbook workbook = WorkbookFixture(language).read();
        EXPECT_FALSE(workbook.sharing.wanted);
        EXPECT_EQ(workbook.sharing.threshold, 5);
        EXPECT_TRUE(faults(workbook).empty());
    }
}

TEST(Sharing, IsOffInAWorkbookMadeBeforeThereWasASwitch)
{
    WorkbookFixture book(Language::danish);
    for (const char* fact : {"view", "threshold"})
        for (const char* column : {"value", "field"})
            book.at("facts", fact, column) = Cell{};
    const Workbook workbook = book.read();
    EXPECT_FALSE(workbook.sharing.wanted);
    EXPECT_EQ(workbook.sharing.threshold, 5);
    EXPECT_TRUE(faults(workbook).empty());
}

TEST(Sharing, IsReadInBothLanguagesAndAnyCase)
{
    for (const char* word : {"til deling", "Til Deling", " for sharing "})
        EXPECT_TRUE(with("view", std::string(word)).read().sharing.wanted) << word;
    for (const char* word : {"internt", "INTERNAL"})
        EXPECT_FALSE(with("view", std::string(word)).read().sharing.wanted) << word;
}

TEST(Sharing, ReadsTheLimitAsNumberOrText)
{
    EXPECT_EQ(with("threshold", 3.0).read().sharing.threshold, 3);
    EXPECT_EQ(with("threshold", std::string("3")).read().sharing.threshold, 3);
    EXPECT_EQ(with("threshold", 5.0).read().sharing.threshold, 5);
}

TEST(Sharing, CountsAsWantedWhenTheWordIsUnknown)
{
    for (const Cell& value : {Cell{std::string("offentlig")}, Cell{}, Cell{1.0}, Cell{CellError{}}})
    {
        const WorkbookFixture book = with("view", value);
        const Workbook workbook = book.read();
        EXPECT_TRUE(workbook.sharing.wanted);
        EXPECT_EQ(faults(workbook), std::vector{book.place("facts", "view", "value")});
    }
}

TEST(Sharing, HasAFaultForEveryOtherLimit)
{
    for (const Cell& value : {Cell{4.0}, Cell{1.0}, Cell{0.0}, Cell{3.5}, Cell{std::string("fem")}, Cell{}})
    {
        const WorkbookFixture book = with("threshold", value);
        EXPECT_EQ(faults(book.read()), std::vector{book.place("facts", "threshold", "value")});
        EXPECT_EQ(book.read().sharing.threshold, 5) << "the stricter one until it is put right";
    }
}

TEST(Sharing, IsNotTurnedOffByASlipInItsName)
{
    WorkbookFixture book = shared(WorkbookFixture(Language::danish));
    book.at("facts", "view", "field") = std::string("Visnig");
    EXPECT_TRUE(book.read().sharing.wanted);
}

TEST(Sharing, IsOnWhenOneOfTwoRowsSaysSo)
{
    WorkbookFixture book = shared(WorkbookFixture(Language::danish));
    book.append("facts", {{"field", std::string("Visning")}, {"value", std::string("internt")}});
    EXPECT_TRUE(book.read().sharing.wanted);
}

TEST(Sharing, IsAnErrorOfTheValidationWhereItCannotBeRead)
{
    const WorkbookFixture book = with("view", std::string("delt"));
    const Validation validation = book.validate();
    const auto found =
        std::find_if(validation.findings.begin(), validation.findings.end(),
                     [](const Finding& finding) { return finding.rule == check_id(Check::sharing_choice); });
    ASSERT_NE(found, validation.findings.end());
    EXPECT_EQ(found->severity, Severity::error);
    EXPECT_EQ(found->sheet, "Stamdata");
    EXPECT_EQ(found->message, "Visning er 'delt', men skal være 'internt' eller 'til deling'.");
}

} // namespace trinvis
