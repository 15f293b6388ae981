// SPDX-License-Identifier: MPL-2.0
//
// A real window on a screen of our own (Xvfb): the menu is there, and a command called in the window works. What is
// called by the office's own thread fails differently from what is called from outside: a crash ends this test.
#include "cells.hpp"
#include "window.hpp"

namespace trinvis::testing
{

using namespace office;

TEST_F(OfficeTest, TheMenuStandsInADanishWindowAndItsCommandsWork)
{
    close(query<css::frame::XModel>(filled_workbook()));
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    const Model model = office.load(url_of("filled.ods"));
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    const Accessible window = window_of(model);
    ASSERT_TRUE(comes_true([&] { return menu_named(window, "Nøgletal").is(); }));

    const Accessible menu = menu_named(window, "Nøgletal");
    std::vector<std::string> entries;
    EXPECT_TRUE(comes_true([&] { return (entries = names_of(children_of(menu))).size() == 19; }));
    EXPECT_EQ(entries, (std::vector<std::string>{"Ny nøgletalsmappe …", "Tilføj runde …", "Validér",
                                                 "Fund i sidepanelet", "Ret fejl automatisk …", "Eksportér fund …",
                                                 "Forskel fra tidligere …", "Hent tal …", "Find lignende kommuner",
                                                 "Sammenlign", "Spørgeskema", "Indsatstrappen", "Rådgivningsforløb",
                                                 "Plan og dokumenter", "Indsendelse og kopi", "Flere kommuner",
                                                 "Prøv kontrollerne", "Opdatér mappen", "Hjælp til Nøgletal"}));
    const auto within = [&](const std::string& entry)
    {
        const std::vector<Accessible> all = children_of(menu);
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Accessible& one) { return name_of(one) == entry; });
        return found == all.end() ? std::vector<std::string>() : names_of(children_of(*found));
    };
    EXPECT_EQ(within("Spørgeskema"), (std::vector<std::string>{"Svarfordeling", "Hent svar …", "Brev til kommunen …"}));
    EXPECT_EQ(within("Indsatstrappen"),
              (std::vector<std::string>{"Børn på trin", "Hent regnskab …", "Udgifter på trin"}));
    EXPECT_EQ(within("Rådgivningsforløb"),
              (std::vector<std::string>{"Minianalyse og fokusområder", "Inspiration", "Mål og opfølgning",
                                        "Forløbsplan", "Gem som kalender …"}));

    EXPECT_EQ(within("Plan og dokumenter"),
              (std::vector<std::string>{"Udviklingsplan …", "Nøgletalsrapport …", "Vis i planen", "Tjek plan",
                                        "Skabelon til planen …", "Skabelon til nøgletalsrapporten …"}));
    EXPECT_EQ(within("Indsendelse og kopi"),
              (std::vector<std::string>{"Klargør indsendelse …", "Kopi til deling …", "Læs kvittering …"}));
    EXPECT_EQ(within("Hjælp til Nøgletal"),
              (std::vector<std::string>{"Hjælp", "Ny øvemappe", "Indstillinger …", "Om Trinvis"}));

    EXPECT_EQ(within("Flere kommuner"), (std::vector<std::string>{"Validér filmappe …", "Saml sammenligningsdata …"}));

    set_number(sheet_named(document, "Indtastning"), cell_of(document, "netvaerk", 2), -12);
    click(menu);
    click(children_of(menu).at(2));
    EXPECT_TRUE(comes_true([&] { return document->getSheets()->hasByName("Validering"); }));
    ASSERT_TRUE(office.alive());
    EXPECT_TRUE(comes_true(
        [&] { return marked_cells(sheet_named(document, "Indtastning"), "Trinvis Fejlmarkering").size() == 1; }));

    // With an argument nothing is asked or told, so no box waits for a click.
    // The click's own command may still be under way; a script is then told to wait.
    EXPECT_TRUE(comes_true(
        [&]
        {
            try
            {
                office.run("compare", {property("Document", css::uno::Any(model))}, model);
            }
            catch (const css::uno::RuntimeException&)
            {
                return false;
            }
            return static_cast<bool>(document->getSheets()->hasByName("Sammenligning"));
        }));
    ASSERT_TRUE(office.alive());
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

} // namespace trinvis::testing
