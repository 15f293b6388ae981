// SPDX-License-Identifier: MPL-2.0
//
// The keys: they collide with none of the office's own, in Calc or everywhere, nor with what desktops take for themselves,
// and pressed in a real window they do what the menu does.
#include "cells.hpp"
#include "window.hpp"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/ui/XAcceleratorConfiguration.hpp>
#include <com/sun/star/ui/XModuleUIConfigurationManagerSupplier.hpp>
#include <com/sun/star/ui/XUIConfigurationManager.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr const char* calc_module = "com.sun.star.sheet.SpreadsheetDocument";

std::string content_of_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// The value of an attribute of a tag; empty when it has none.
std::string attribute(const std::string& tag, const std::string& name)
{
    const std::string begin = name + "=\"";
    const std::size_t at = tag.find(begin);
    if (at == std::string::npos)
        return {};
    const std::size_t start = at + begin.size();
    return tag.substr(start, tag.find('"', start) - start);
}

/// The keys of one file of configuration: those that hold everywhere and those of Calc, with the commands that they call
/// in Danish or English. A key without a command is free.
void read_keys(const std::string& content, std::map<std::string, std::set<std::string>>& keys)
{
    std::size_t section = 0;
    while ((section = content.find("oor:name=\"Accelerators\"", section)) != std::string::npos)
    {
        const std::size_t end = std::min(content.find("</oor:component-data>", section), content.size());
        std::vector<std::string> open;
        std::string language;
        for (std::size_t at = content.find('<', section); at < end; at = content.find('<', at + 1))
        {
            const std::size_t close = content.find('>', at);
            const std::string tag = content.substr(at, close - at + 1);
            if (tag.starts_with("<node") && !tag.ends_with("/>"))
                open.push_back(attribute(tag, "oor:name"));
            else if (tag == "</node>" && !open.empty())
                open.pop_back();
            else if (tag.starts_with("<value") && !tag.ends_with("/>"))
            {
                const std::string of = attribute(tag, "xml:lang");
                const std::string command = content.substr(close + 1, content.find('<', close) - close - 1);
                const bool here = open.size() == 3   ? open[1] == "Global"
                                  : open.size() == 4 ? open[1] == "Modules" && open[2] == calc_module
                                                     : false;
                if (here && !command.empty() && (of.empty() || of == "da" || of == "en-US"))
                    keys[open.back()].insert(command);
            }
        }
        section = end;
    }
}

std::map<std::string, std::set<std::string>> keys_of_the_office()
{
    std::map<std::string, std::set<std::string>> keys;
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(OFFICE_HOME) / "share/registry"))
        if (file.path().extension() == ".xcd")
            read_keys(content_of_file(file.path()), keys);
    return keys;
}

std::map<std::string, std::set<std::string>> our_keys()
{
    std::map<std::string, std::set<std::string>> keys;
    read_keys(content_of_file(TRINVIS_KEYS), keys);
    return keys;
}

/// Presses OK in the box that says something.
void answer_box()
{
    // The window may be gone before the key is let go, which is an error to xdotool.
    [[maybe_unused]] const int ignored =
        std::system("xdotool search --onlyvisible --name '^Nøgletal$' windowfocus --sync key Return");
}

void press(const std::string& keys)
{
    const std::string words = "xdotool key " + keys;
    EXPECT_EQ(std::system(words.c_str()), 0) << words;
}

} // namespace

TEST(Shortcuts, CollideWithNoneOfTheOffices)
{
    const auto theirs = keys_of_the_office();
    // Or else nothing was read.
    ASSERT_GT(theirs.size(), 100U);
    ASSERT_TRUE(theirs.contains("C_MOD1") && theirs.contains("L_SHIFT_MOD1"));
    const auto ours = our_keys();
    ASSERT_EQ(ours.size(), 5U);
    for (const auto& [key, commands] : ours)
        EXPECT_FALSE(theirs.contains(key)) << key << " is " << *theirs.at(key).begin();
}

TEST(Shortcuts, CollideWithNoDesktop)
{
    // What GNOME, KDE, Windows and macOS or their input methods take before a program sees it. With Ctrl and Shift
    // alone: U and E (IBus, letters by their number and pictures), Esc (Windows, task manager), Space and the digits.
    // Everything with Alt is left alone as well: Alt Gr is Ctrl and Alt on Windows, and writes letters.
    const std::set<std::string> taken{"U_SHIFT_MOD1", "E_SHIFT_MOD1", "ESCAPE_SHIFT_MOD1", "SPACE_SHIFT_MOD1"};
    // Beside the keys for copying, pasting and undoing a slip of the finger must start nothing.
    const std::set<std::string> neighbours{"C_SHIFT_MOD1", "V_SHIFT_MOD1", "X_SHIFT_MOD1", "Z_SHIFT_MOD1",
                                           "S_SHIFT_MOD1"};
    for (const auto& [key, commands] : our_keys())
    {
        EXPECT_TRUE(key.ends_with("_SHIFT_MOD1") && key.size() == std::string("K_SHIFT_MOD1").size()) << key;
        EXPECT_FALSE(taken.contains(key) || neighbours.contains(key)) << key;
    }
}

TEST_F(OfficeTest, TheOfficeKnowsOurKeysInCalcAndAPersonsOwnStay)
{
    const auto manager = running()
                             .create<css::ui::XModuleUIConfigurationManagerSupplier>(
                                 "com.sun.star.ui.ModuleUIConfigurationManagerSupplier")
                             ->getUIConfigurationManager(rtl::OUString::createFromAscii(calc_module));
    const auto keys = query<css::ui::XAcceleratorConfiguration>(manager->getShortCutManager());
    css::awt::KeyEvent event;
    event.KeyCode = css::awt::Key::K;
    event.Modifiers = css::awt::KeyModifier::MOD1 | css::awt::KeyModifier::SHIFT;
    EXPECT_EQ(to_utf8(keys->getCommandByKeyEvent(event)), "org.trinvis:validate");
    // What a person sets lies above what an extension proposes.
    keys->setKeyEvent(event, ".uno:Save");
    EXPECT_EQ(to_utf8(keys->getCommandByKeyEvent(event)), ".uno:Save");
    keys->setKeyEvent(event, "org.trinvis:validate");
}

TEST_F(OfficeTest, TheKeysDoWhatTheMenuDoes)
{
    close(query<css::frame::XModel>(filled_workbook()));
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true});
    const Model model = office.load(url_of("filled.ods"));
    const Document document = query<css::sheet::XSpreadsheetDocument>(model);
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::string faulty = cell_of(document, "netvaerk", 2);
    set_number(entry, faulty, -12);
    const auto selection = query<css::view::XSelectionSupplier>(model->getCurrentController());
    selection->select(css::uno::Any(entry->getCellByPosition(0, 0)));
    ASSERT_TRUE(comes_true([&] { return menu_named(window_of(model), "Nøgletal").is(); }));
    ASSERT_EQ(std::system("xdotool search --onlyvisible --name 'LibreOffice Calc' windowfocus --sync"), 0);

    press("ctrl+shift+k");
    EXPECT_TRUE(comes_true([&] { return document->getSheets()->hasByName("Validering"); }));
    selection->select(css::uno::Any(entry->getCellByPosition(0, 0)));
    press("ctrl+shift+g");
    const auto address = [&]
    {
        const auto cell = query_if<css::sheet::XCellAddressable>(selection->getSelection());
        return cell.is() ? cell->getCellAddress() : css::table::CellAddress();
    };
    const auto wanted =
        query<css::sheet::XCellAddressable>(entry->getCellRangeByName(from_utf8(faulty))->getCellByPosition(0, 0))
            ->getCellAddress();
    EXPECT_TRUE(comes_true([&] { return address().Row == wanted.Row && address().Column == wanted.Column; }))
        << address().Row << " " << address().Column;
    press("ctrl+shift+d");
    EXPECT_TRUE(comes_true([&] { return dialog_named(office, "Nøgletal").is(); }));
    answer_box();
    EXPECT_TRUE(comes_true([&] { return !dialog_named(office, "Nøgletal").is(); }));
    ASSERT_EQ(std::system("xdotool search --onlyvisible --name 'LibreOffice Calc' windowfocus --sync"), 0);
    press("ctrl+shift+a");
    // There is nothing to compare with, which is said.
    EXPECT_TRUE(comes_true([&] { return dialog_named(office, "Nøgletal").is(); }));
    EXPECT_TRUE(document->getSheets()->hasByName("Sammenligning"));
    answer_box();
    EXPECT_TRUE(comes_true([&] { return !dialog_named(office, "Nøgletal").is(); }));
    ASSERT_TRUE(office.alive());
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

} // namespace trinvis::testing
