// SPDX-License-Identifier: MPL-2.0
//
// The offer of the practice workbook in a real Danish window: once, in a spreadsheet that somebody sees, and never where
// it was turned off.
#include "cells.hpp"
#include "function_cases.hpp"
#include "office/settings.hpp"
#include "window.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;

bool is_offered(const Model& model)
{
    return query<css::frame::XInfobarProvider>(model->getCurrentController())->hasInfobar("org.trinvis.first_run");
}

/// A bar's buttons lie deeper in a window than find() looks.
Accessible button_named(const Accessible& root, const std::string& name, int depth = 0)
{
    namespace AccessibleRole = css::accessibility::AccessibleRole;
    const sal_Int16 role = root->getAccessibleRole();
    if (role == AccessibleRole::PUSH_BUTTON && name_of(root) == name)
        return root;
    if (depth < 16 && role != AccessibleRole::DOCUMENT_SPREADSHEET && role != AccessibleRole::TABLE)
        for (const Accessible& child : children_of(root))
            if (const Accessible found = button_named(child, name, depth + 1); found.is())
                return found;
    return {};
}

/// The spreadsheets that are open and have a sheet of a name.
std::vector<Model> documents_with(const RunningOffice& office, const char* sheet)
{
    std::vector<Model> found;
    const auto documents = office.create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents();
    for (const auto each = documents->createEnumeration(); each->hasMoreElements();)
        if (const auto document = query_if<css::sheet::XSpreadsheetDocument>(each->nextElement());
            document.is() && document->getSheets()->hasByName(from_utf8(sheet)))
            found.push_back(query<css::frame::XModel>(document));
    return found;
}

} // namespace

TEST_F(OfficeTest, TheFirstSpreadsheetOffersThePracticeWorkbookAndNoOtherDoes)
{
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true, .first_run = true});
    ASSERT_TRUE(practice_offer_wanted(office.context()));
    const Model letter = office.load("private:factory/swriter");
    const Model hidden = office.load("private:factory/scalc", true);
    EXPECT_TRUE(practice_offer_wanted(office.context()))
        << "neither a letter nor a hidden document is the place for it";
    close(letter);
    close(hidden);
    const Model first = office.load("private:factory/scalc");
    ASSERT_TRUE(comes_true([&] { return is_offered(first); }));
    EXPECT_FALSE(practice_offer_wanted(office.context()));
    const Model second = office.load("private:factory/scalc");
    EXPECT_FALSE(is_offered(second));

    // The button makes the workbook, and the offer goes.
    const std::string label = package_texts(Language::danish).get("first_run.practice");
    Accessible button;
    ASSERT_TRUE(comes_true(
        [&]
        {
            button = button_named(window_of(first), label);
            return button.is();
        }));
    click(button);
    ASSERT_TRUE(comes_true([&] { return documents_with(office, "Øvelse").size() == 1; }));
    EXPECT_TRUE(comes_true([&] { return !is_offered(first); }));
    ASSERT_TRUE(office.alive());
    const Model practice = documents_with(office, "Øvelse").front();
    EXPECT_TRUE(comes_true([&] { return practice->getCurrentController().is(); }));
    for (const Model& model : {practice, second, first})
        EXPECT_FALSE(is_offered(model));
    for (const Model& model : {practice, second, first})
        close(model);
    EXPECT_EQ(office.stop(), 0);
}

TEST_F(OfficeTest, AMunicipalityTurnsTheOfferOff)
{
    const VirtualScreen screen;
    RunningOffice office({.locale = "da", .window = true, .more_extensions = {TRINVIS_PRESET_OXT}, .first_run = true});
    EXPECT_FALSE(practice_offer_wanted(office.context()));
    const Model model = office.load("private:factory/scalc");
    EXPECT_FALSE(is_offered(model));
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

TEST_F(OfficeTest, AnOfficeWithoutAScreenOffersNothing)
{
    RunningOffice office({.locale = "da", .first_run = true});
    const Model model = office.load("private:factory/scalc");
    EXPECT_TRUE(practice_offer_wanted(office.context())) << "it is still to be made to a person";
    close(model);
    EXPECT_EQ(office.stop(), 0);
}

} // namespace trinvis::testing
