// SPDX-License-Identifier: MPL-2.0
//
// The scripting service's newWorkbook: what a consultant gets to fill in.
#include "cells.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

class NewWorkbookTest : public OfficeTest
{
protected:
    /// The sentence with which newWorkbook refuses; empty when it makes a workbook.
    std::string refused(const std::string& municipality, const std::vector<std::string>& rounds)
    {
        try
        {
            static_cast<void>(new_workbook(rounds, municipality));
        }
        catch (const css::lang::IllegalArgumentException& error)
        {
            return to_utf8(error.Message);
        }
        return {};
    }
};

std::string fact(const Document& document, const std::string& field)
{
    const Sheet facts = sheet_named(document, "Stamdata");
    return shown(facts, "B" + std::to_string(row_with(facts, 0, field) + 1));
}

/// The choices that a cell's drop-down offers; empty without one.
std::string choices(const Sheet& sheet, const std::string& cell)
{
    const auto validation = get_property<css::uno::Reference<css::beans::XPropertySet>>(
        sheet->getCellRangeByName(from_utf8(cell)), "Validation");
    if (get_property<css::sheet::ValidationType>(validation, "Type") != css::sheet::ValidationType_LIST)
        return {};
    return to_utf8(query<css::sheet::XSheetCondition>(validation)->getFormula1());
}

} // namespace

TEST_F(NewWorkbookTest, HoldsTheEightSheetsInOrder)
{
    const Document document = new_workbook();
    EXPECT_EQ(sheet_names(document),
              (std::vector<std::string>{"Vejledning", "Stamdata", "Katalog", "Indtastning", "Sammenligningsdata",
                                        "Grupper", "Regler", "Regelsprog"}));
}

TEST_F(NewWorkbookTest, NamesItsSheetsByDefinedNamesThatPointToThem)
{
    const Document document = new_workbook();
    const std::vector<std::string> names = defined_names(document);
    EXPECT_EQ(names.size(), 8U);
    std::string pointed_to;
    for (const std::string& name : names)
    {
        EXPECT_TRUE(name.starts_with("trinvis_")) << name;
        pointed_to += defined_name(document, name) + " ";
    }
    for (const std::string& sheet : sheet_names(document))
        EXPECT_NE(pointed_to.find("$" + sheet + ".$"), std::string::npos) << sheet << " in " << pointed_to;
}

TEST_F(NewWorkbookTest, SaysForWhomItIs)
{
    const Document document = new_workbook(usual_rounds(), "706");
    EXPECT_EQ(fact(document, "Kommunekode"), "706");
    EXPECT_EQ(fact(document, "Kommune"), "Syddjurs");
    EXPECT_EQ(fact(document, "Region"), "Region Midtjylland");
    EXPECT_EQ(fact(document, "Sprog"), "da");
}

TEST_F(NewWorkbookTest, TakesTheNameOfAMunicipalityToo)
{
    EXPECT_EQ(fact(new_workbook(usual_rounds(), "Syddjurs"), "Kommunekode"), "706");
    EXPECT_EQ(fact(new_workbook(usual_rounds(), "syddjurs kommune"), "Kommunekode"), "706");
}

TEST_F(NewWorkbookTest, ListsTheTwelveFiguresInTheCatalogue)
{
    const Sheet catalogue = sheet_named(new_workbook(), "Katalog");
    EXPECT_EQ(shown(catalogue, "A4"), "Nr");
    EXPECT_EQ(shown(catalogue, "B4"), "Navn");
    for (int figure = 1; figure <= 12; ++figure)
    {
        EXPECT_EQ(shown(catalogue, "A" + std::to_string(figure + 4)), std::to_string(figure));
        EXPECT_NE(shown(catalogue, "B" + std::to_string(figure + 4)), "");
    }
    EXPECT_EQ(shown(catalogue, "A17"), "");
}

TEST_F(NewWorkbookTest, HasSeventeenItemsWithIdNameAndUnit)
{
    const Sheet entry = sheet_named(new_workbook(), "Indtastning");
    EXPECT_EQ(shown(entry, "A4"), "Id");
    EXPECT_EQ(shown(entry, "B4"), "Nøgletal");
    EXPECT_EQ(shown(entry, "C4"), "Navn");
    EXPECT_EQ(shown(entry, "D4"), "Rolle");
    EXPECT_EQ(shown(entry, "E4"), "Enhed");
    for (int row = 5; row <= 21; ++row)
        for (const char* column : {"A", "C", "E"})
            EXPECT_NE(shown(entry, column + std::to_string(row)), "") << column << row;
    EXPECT_EQ(shown(entry, "A22"), "");
}

TEST_F(NewWorkbookTest, HeadsItsRoundsWithRealDatesInOrder)
{
    const Document document = new_workbook({"2025-03-31", "30-09-2024", "2025-03-31"});
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(number(entry, "F4"), 45565);
    EXPECT_EQ(number(entry, "G4"), 45747);
    EXPECT_EQ(shown(entry, "F4"), "30-09-2024");
    EXPECT_EQ(shown(entry, "G4"), "31-03-2025");
    EXPECT_EQ(formula(entry, "H4"), "");
    const auto formats = query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats();
    const auto key = get_property<sal_Int32>(entry->getCellRangeByName("F4"), "NumberFormat");
    EXPECT_NE(get_property<sal_Int16>(formats->getByKey(key), "Type") & css::util::NumberFormat::DATE, 0);
}

TEST_F(NewWorkbookTest, LooksGoodByStylesAndNotByDirectFormatting)
{
    const Document document = new_workbook();
    const Sheet entry = sheet_named(document, "Indtastning");
    EXPECT_EQ(style_of(entry, "A1"), "Trinvis Titel");
    EXPECT_EQ(style_of(entry, "A4"), "Trinvis Overskrift");
    EXPECT_EQ(style_of(entry, "F4"), "Trinvis Skæringsdato");
    EXPECT_EQ(style_of(entry, "F5"), "Trinvis Indtastning");
    EXPECT_EQ(style_of(sheet_named(document, "Katalog"), "E5"), "Trinvis Forslag");
    for (const std::string& name : sheet_names(document))
        for (const char* cell : {"A1", "A4", "C5", "F5"})
        {
            const auto state = query<css::beans::XPropertyState>(
                sheet_named(document, name)->getCellRangeByName(rtl::OUString::createFromAscii(cell)));
            for (const char* look : {"CellBackColor", "CharWeight", "CharColor", "CharHeight", "NumberFormat"})
                EXPECT_EQ(state->getPropertyState(rtl::OUString::createFromAscii(look)),
                          css::beans::PropertyState_DEFAULT_VALUE)
                    << name << " " << cell << " " << look;
        }
}

TEST_F(NewWorkbookTest, FreezesTheHeadingsOfEveryTable)
{
    const Document document = new_workbook();
    const auto controller = query<css::frame::XModel>(document)->getCurrentController();
    for (const char* name : {"Katalog", "Indtastning", "Sammenligningsdata", "Regler"})
    {
        query<css::sheet::XSpreadsheetView>(controller)->setActiveSheet(sheet_named(document, name));
        EXPECT_TRUE(query<css::sheet::XViewFreezable>(controller)->hasFrozenPanes()) << name;
    }
}

TEST_F(NewWorkbookTest, OpensAtTheGuide)
{
    const auto view =
        query<css::sheet::XSpreadsheetView>(query<css::frame::XModel>(new_workbook())->getCurrentController());
    EXPECT_EQ(shown(view->getActiveSheet(), "A1"), "Vejledning til nøgletalsmappen");
}

TEST_F(NewWorkbookTest, OffersListsWhereThereIsAList)
{
    const Document document = new_workbook();
    EXPECT_EQ(choices(sheet_named(document, "Indtastning"), "D5"), R"("tæller";"nævner";"værdi")");
    EXPECT_NE(choices(sheet_named(document, "Katalog"), "F5").find("\"andel\""), std::string::npos);
    EXPECT_EQ(choices(sheet_named(document, "Regler"), "E5"), R"("Fejl";"Advarsel";"Oplysning")");
    EXPECT_EQ(choices(sheet_named(document, "Regler"), "N5"), R"("ja";"nej")");
    EXPECT_EQ(choices(sheet_named(document, "Indtastning"), "F5"), "");
}

TEST_F(NewWorkbookTest, ProtectsNothingAndHidesNothing)
{
    const Document document = new_workbook();
    EXPECT_FALSE(query<css::util::XProtectable>(document)->isProtected());
    for (const std::string& name : sheet_names(document))
    {
        EXPECT_FALSE(query<css::util::XProtectable>(sheet_named(document, name))->isProtected()) << name;
        EXPECT_TRUE(get_property<bool>(sheet_named(document, name), "IsVisible")) << name;
    }
}

TEST_F(NewWorkbookTest, ListsTheTypedBlanksInTheGuide)
{
    const Sheet guide = sheet_named(new_workbook(), "Vejledning");
    for (const char* blank :
         {"ikke indberettet", "ikke relevant", "diskretioneret", "ugyldig", "foreløbig", "afventer"})
        EXPECT_GE(row_with(guide, 0, blank), 0) << blank;
}

TEST_F(NewWorkbookTest, HasNoFaultsOfItsOwn)
{
    const Document document = new_workbook();
    EXPECT_EQ(lines_of(findings(document, "error")), std::vector<std::string>{});
    EXPECT_EQ(lines_of(findings(document, "warning")), std::vector<std::string>{});
}

TEST_F(NewWorkbookTest, BeginsWithAnEmptyUndoStack)
{
    EXPECT_EQ(undo_titles(new_workbook()), std::vector<std::string>{});
}

TEST_F(NewWorkbookTest, RefusesAMunicipalityThatIsNone)
{
    for (const char* wrong : {"999", "Atlantis", "", "70", "7o6", "706; DROP"})
    {
        const std::string sentence = refused(wrong, usual_rounds());
        EXPECT_NE(sentence.find("Kommunen '" + std::string(wrong) + "' findes ikke."), std::string::npos) << sentence;
    }
}

TEST_F(NewWorkbookTest, RefusesDatesThatDoNotExist)
{
    for (const char* wrong : {"2026-02-30", "31-06-2024", "i morgen", "", "2026", "45000"})
    {
        const std::string sentence = refused("706", {"2025-03-31", wrong});
        EXPECT_NE(sentence.find("'" + std::string(wrong) + "' er ikke en dato, der findes."), std::string::npos)
            << sentence;
    }
}

TEST_F(NewWorkbookTest, RefusesToHaveNoRounds)
{
    EXPECT_EQ(refused("706", {}), "Skriv mindst én skæringsdato.");
}

TEST_F(OfficeTest, TheServiceTellsWhatItIs)
{
    const auto info = query<css::lang::XServiceInfo>(service());
    EXPECT_EQ(info->getImplementationName(), "org.trinvis.comp.KeyFigures");
    EXPECT_TRUE(info->supportsService("org.trinvis.KeyFigures"));
    EXPECT_FALSE(info->supportsService("com.sun.star.frame.ProtocolHandler"));
}

} // namespace trinvis::testing
