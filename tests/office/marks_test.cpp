// SPDX-License-Identifier: MPL-2.0
//
// The marks that validate lays over faulty cells, and that the whole command is one step back and forth.
#include "cells.hpp"
#include "document_content.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/ConditionFormatOperator.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace trinvis::testing
{

namespace
{

using namespace office;

using Cells = std::vector<std::string>;

constexpr const char* error_mark = "Trinvis Fejlmarkering";
constexpr const char* warning_mark = "Trinvis Advarselsmarkering";

class MarksTest : public OfficeTest
{
protected:
    Document faulty_workbook()
    {
        const Document document = filled_workbook();
        m_entry = sheet_named(document, "Indtastning");
        m_negative = cell_of(document, "netvaerk", 2);
        m_empty = cell_of(document, "opfoelgning_sager", 3);
        set_number(m_entry, m_negative, -12);
        set_formula(m_entry, m_empty, "");
        undo_manager(document)->clear();
        return document;
    }

    /// How many pixels of the printed sheet have the colour of an error.
    std::size_t drawn(const Document& document, const std::string& name)
    {
        const std::string file = (folder() / name).string();
        const auto only_this = sequence<css::beans::PropertyValue>(
            {property("Selection", css::uno::Any(m_entry->getCellRangeByName("A1:K30")))});
        query<css::frame::XStorable>(document)->storeToURL(
            from_utf8(file_url(file + ".pdf")),
            sequence<css::beans::PropertyValue>(
                {property("FilterName", css::uno::Any(rtl::OUString("calc_pdf_Export"))),
                 property("FilterData", css::uno::Any(only_this))}));
        EXPECT_EQ(std::system(("pdftoppm -r 72 '" + file + ".pdf' '" + file + "'").c_str()), 0);
        std::size_t found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
        {
            if (entry.path().extension() != ".ppm" || !entry.path().filename().string().starts_with(name))
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string pixels((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
            for (std::size_t at = pixels.find("\xFB\xE0\xDE"); at != std::string::npos;
                 at = pixels.find("\xFB\xE0\xDE", at + 3))
                ++found;
        }
        return found;
    }

    Sheet m_entry;
    std::string m_negative;
    std::string m_empty;
};

/// A conditional format as a user makes one: "Good" over numbers above 50.
void add_own_format(const Document& document, const Sheet& sheet, const std::string& range)
{
    const auto ranges = create_in<css::sheet::XSheetCellRangeContainer>(document, "com.sun.star.sheet.SheetCellRanges");
    ranges->addRangeAddress(
        query<css::sheet::XCellRangeAddressable>(sheet->getCellRangeByName(from_utf8(range)))->getRangeAddress(),
        false);
    const auto formats =
        get_property<css::uno::Reference<css::sheet::XConditionalFormats>>(sheet, "ConditionalFormats");
    formats->createByRange(query<css::sheet::XSheetCellRanges>(ranges));
    const auto all = formats->getConditionalFormats();
    const auto format = all[all.getLength() - 1];
    format->createEntry(0, 0);
    const auto entry = query<css::beans::XPropertySet>(format->getByIndex(0));
    set_property(entry, "Operator", css::uno::Any(css::sheet::ConditionFormatOperator::GREATER));
    set_property(entry, "Formula1", css::uno::Any(rtl::OUString("50")));
    set_property(entry, "StyleName", css::uno::Any(rtl::OUString("Good")));
}

} // namespace

TEST_F(MarksTest, LieOnExactlyTheCellsWithFindings)
{
    const Document document = faulty_workbook();
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{m_negative});
    EXPECT_EQ(marked_cells(m_entry, warning_mark), Cells{m_empty});
    EXPECT_EQ(marked_cells(sheet_named(document, "Stamdata"), error_mark), Cells{});
}

TEST_F(MarksTest, AreReallySeenThroughTheirStyles)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    const auto styles = query<css::container::XNameAccess>(families->getByName("CellStyles"));
    for (const char* name : {error_mark, warning_mark, "Trinvis Oplysningsmarkering"})
    {
        ASSERT_TRUE(styles->hasByName(from_utf8(name))) << name;
        EXPECT_NE(get_property<sal_Int32>(styles->getByName(from_utf8(name)), "CellBackColor"), -1) << name;
    }
}

TEST_F(MarksTest, TakeTheGravestOfSeveralFindings)
{
    const Document document = filled_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string cell = cell_of(document, "udgifter", 2);
    set_number(entry, cell, -300);
    run("validate", document);
    EXPECT_EQ(marked_cells(entry, error_mark), Cells{cell});
}

TEST_F(MarksTest, LeaveTheUsersFormattingAlone)
{
    const Document document = faulty_workbook();
    add_own_format(document, m_entry, "F5:I8");
    set_property(m_entry->getCellRangeByName(from_utf8(m_negative)), "CellBackColor",
                 css::uno::Any(sal_Int32(0x00ff00)));
    set_property(m_entry->getCellRangeByName(from_utf8(m_empty)), "CharWeight", css::uno::Any(150.0F));
    const std::string style = style_of(m_entry, m_negative);
    for (int times = 0; times < 2; ++times)
    {
        run("validate", document);
        EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{m_negative});
        EXPECT_EQ(marked_cells(m_entry, "Good").size(), 16U);
        EXPECT_EQ(get_property<sal_Int32>(m_entry->getCellRangeByName(from_utf8(m_negative)), "CellBackColor"),
                  0x00ff00);
        EXPECT_EQ(get_property<float>(m_entry->getCellRangeByName(from_utf8(m_empty)), "CharWeight"), 150.0F);
        EXPECT_EQ(style_of(m_entry, m_negative), style);
    }
    set_number(m_entry, m_negative, 12);
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{});
    EXPECT_EQ(marked_cells(m_entry, "Good").size(), 16U);
}

TEST_F(MarksTest, LieOverAConditionalFormatOfTheUserOnTheSameCell)
{
    const Document document = faulty_workbook();
    const std::string row = m_negative.substr(1);
    add_own_format(document, m_entry, "F" + row + ":I" + row);
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{m_negative});
    EXPECT_EQ(marked_cells(m_entry, "Good").size(), 4U);
}

TEST_F(MarksTest, GoWhenTheFaultIsMended)
{
    const Document document = faulty_workbook();
    run("validate", document);
    set_number(m_entry, m_negative, 12);
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{});
    EXPECT_EQ(marked_cells(m_entry, warning_mark), Cells{m_empty});
    set_number(m_entry, m_empty, 200);
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{});
    EXPECT_EQ(marked_cells(m_entry, warning_mark), Cells{});
}

TEST_F(MarksTest, AreFoundAgainAfterSaving)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const Document again = reloaded(document, "marked.ods", "calc8");
    const Sheet entry = sheet_named(again, "Indtastning");
    EXPECT_EQ(marked_cells(entry, error_mark), Cells{m_negative});
    set_number(entry, m_negative, 12);
    run("validate", again);
    EXPECT_EQ(marked_cells(entry, error_mark), Cells{});
    EXPECT_EQ(marked_cells(entry, warning_mark), Cells{m_empty});
}

TEST_F(MarksTest, MoveWithTheCellsWhenRowsAreInserted)
{
    const Document document = faulty_workbook();
    run("validate", document);
    insert_rows(m_entry, 0, 2);
    run("validate", document);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{"H" + std::to_string(std::stoi(m_negative.substr(1)) + 2)});
}

TEST_F(MarksTest, ValidateIsOneUndoStep)
{
    const Document document = faulty_workbook();
    const std::vector<std::string> before = content_of(document);
    run("validate", document);
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Validér nøgletal"});
    const std::vector<std::string> after = content_of(document);
    ASSERT_NE(before, after);
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
    undo_manager(document)->redo();
    EXPECT_EQ(difference(after, content_of(document)), "");
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(MarksTest, UndoOfASecondRunBringsTheFirstReportAndItsMarksBack)
{
    const Document document = faulty_workbook();
    run("validate", document);
    const std::vector<std::string> first = content_of(document);
    set_number(m_entry, m_negative, 12);
    set_text(m_entry, "F5", "ca. 5");
    run("validate", document);
    const std::vector<std::string> second = content_of(document);
    ASSERT_EQ(undo_titles(document).size(), 4U) << "two cells and two runs";
    undo_manager(document)->undo();
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{m_negative});
    undo_manager(document)->undo();
    undo_manager(document)->undo();
    EXPECT_EQ(difference(first, content_of(document)), "");
    for (int steps = 0; steps < 3; ++steps)
        undo_manager(document)->redo();
    EXPECT_EQ(difference(second, content_of(document)), "");
}

/// A format that is there and is not drawn is no mark: the sheet is drawn, and the colour of the mark is looked for.
TEST_F(MarksTest, AreDrawnAtOnceAndAgainAfterTheNextValidation)
{
    const Document document = faulty_workbook();
    EXPECT_EQ(drawn(document, "before"), 0U);
    run("validate", document);
    const std::size_t one = drawn(document, "one");
    EXPECT_GT(one, 0U);
    set_number(m_entry, cell_of(document, "institution", 1), -7);
    run("validate", document);
    EXPECT_GT(drawn(document, "two"), one);
}

/// What is under a sheet's protection can be drawn anew only when the file is loaded; until then nothing wrong is drawn.
TEST_F(MarksTest, OfAProtectedSheetAreNeverDrawnOverAnotherCell)
{
    const Document document = faulty_workbook();
    run("validate", document);
    EXPECT_GT(drawn(document, "first"), 0U);
    const std::string broken = cell_of(document, "institution", 1);
    for (const std::string& cell : {m_negative, broken})
        set_property(m_entry->getCellRangeByName(from_utf8(cell)), "CellProtection",
                     css::uno::Any(css::util::CellProtection()));
    query<css::util::XProtectable>(m_entry)->protect("kun tal");
    for (int round = 0; round < 2; ++round)
    {
        set_number(m_entry, m_negative, 12);
        set_number(m_entry, broken, 30);
        run("validate", document);
        EXPECT_EQ(drawn(document, "mended"), 0U);
        set_number(m_entry, broken, -7);
        run("validate", document);
        EXPECT_EQ(drawn(document, "broken"), 0U) << "the mended cell is not drawn in its stead";
    }
    const Document again = reloaded(document, "igen.ods", "calc8");
    m_entry = sheet_named(again, "Indtastning");
    EXPECT_GT(drawn(again, "again"), 0U);
    query<css::util::XProtectable>(m_entry)->unprotect("kun tal");
    set_number(m_entry, broken, 30);
    run("validate", again);
    EXPECT_EQ(drawn(again, "open"), 0U);
    EXPECT_EQ(marked_cells(m_entry, error_mark), Cells{});
}

} // namespace trinvis::testing
