// SPDX-License-Identifier: MPL-2.0
//
// The commands as scripts call them, through the Desktop and without a window, and the state that menus are told.
#include "cells.hpp"
#include "document_content.hpp"

#include <array>
#include <com/sun/star/frame/FeatureStateEvent.hpp>
#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XStatusListener.hpp>
#include <com/sun/star/util/XURLTransformer.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fstream>
#include <mutex>
#include <rtl/ref.hxx>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr std::array every_command{
    "new-workbook",    "add-round",       "validate",      "repair",        "export-findings", "difference",
    "import-data",     "compare",         "groups",        "plan",          "report",          "plan-template",
    "report-template", "rehearsal",       "survey",        "import-survey", "survey-letter",   "ladder",
    "import-accounts", "spending",        "mini-analysis", "inspiration",   "goals",           "course",
    "export-calendar", "update-workbook", "deliver",       "share-copy",    "read-receipt",    "validate-folder",
    "gather-figures",  "show-panel"};

/// They work on a folder, not on the document at hand.
bool needs_no_document(const std::string& command)
{
    return command == "new-workbook" || command == "validate-folder" || command == "gather-figures";
}

class DispatchTest : public OfficeTest
{
protected:
    [[nodiscard]] css::util::URL url(const std::string& command) const
    {
        css::util::URL url;
        url.Complete = from_utf8("org.trinvis:" + command);
        running().create<css::util::XURLTransformer>("com.sun.star.util.URLTransformer")->parseStrict(url);
        return url;
    }

    /// The dispatch object of a document's window.
    [[nodiscard]] css::uno::Reference<css::frame::XDispatch> dispatch(const Model& document,
                                                                      const std::string& command) const
    {
        return query<css::frame::XDispatchProvider>(document->getCurrentController()->getFrame())
            ->queryDispatch(url(command), "_self", 0);
    }
};

/// Remembers what it was told last.
class Listener : public cppu::WeakImplHelper1<css::frame::XStatusListener>
{
public:
    void SAL_CALL statusChanged(const css::frame::FeatureStateEvent& event) override
    {
        const std::lock_guard guard(m_mutex);
        ++m_times;
        m_enabled = event.IsEnabled;
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
    }
    [[nodiscard]] bool enabled() const
    {
        const std::lock_guard guard(m_mutex);
        return m_enabled;
    }
    [[nodiscard]] int times() const
    {
        const std::lock_guard guard(m_mutex);
        return m_times;
    }

private:
    mutable std::mutex m_mutex;
    int m_times = 0;
    bool m_enabled = false;
};

/// A listener at a dispatch object for as long as this lives.
class Listening
{
public:
    Listening(css::uno::Reference<css::frame::XDispatch> dispatch, css::util::URL url)
        : m_dispatch(std::move(dispatch)), m_url(std::move(url)), m_listener(new Listener)
    {
        m_dispatch->addStatusListener(m_listener.get(), m_url);
    }
    ~Listening()
    {
        try
        {
            m_dispatch->removeStatusListener(m_listener.get(), m_url);
        }
        catch (const css::uno::Exception&)
        {
            // The window went before us.
            return;
        }
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    [[nodiscard]] const Listener& heard() const
    {
        return *m_listener;
    }

private:
    css::uno::Reference<css::frame::XDispatch> m_dispatch;
    css::util::URL m_url;
    rtl::Reference<Listener> m_listener;
};

css::uno::Any text(const std::string& value)
{
    return css::uno::Any(from_utf8(value));
}

} // namespace

TEST_F(DispatchTest, NewWorkbookTakesMunicipalityAndPeriodsAndGivesTheDocument)
{
    for (const css::uno::Any& periods :
         {css::uno::Any(sequence<rtl::OUString>({"2024-03-31", "2024-09-30"})), text("31-03-2024; 2024-09-30")})
    {
        const css::uno::Any made =
            running().run("new-workbook", {property("Municipality", text("Syddjurs")), property("Periods", periods)});
        const Model document(made, css::uno::UNO_QUERY);
        ASSERT_TRUE(document.is());
        closed_at_end(document);
        const Sheet entry = sheet_named(query<css::sheet::XSpreadsheetDocument>(document), "Indtastning");
        EXPECT_EQ(shown(entry, "F4") + " " + shown(entry, "G4") + shown(entry, "H4"), "31-03-2024 30-09-2024");
    }
}

TEST_F(DispatchTest, NewWorkbookSavesWhereItIsTold)
{
    const css::uno::Any made =
        running().run("new-workbook", {property("Municipality", text("706")), property("Periods", text("2024-03-31")),
                                       property("Url", text(url_of("ny mappe.ods")))});
    closed_at_end(Model(made, css::uno::UNO_QUERY));
    EXPECT_TRUE(std::filesystem::exists(folder() / "ny mappe.ods"));
}

TEST_F(DispatchTest, NewWorkbookSaysWhatIsWrongWithItsArguments)
{
    EXPECT_EQ(refusal("new-workbook", {property("Municipality", text("999")), property("Periods", text("2024-03-31"))}),
              "Kommunen '999' findes ikke. Skriv en trecifret kommunekode eller et kommunenavn.");
    EXPECT_NE(refusal("new-workbook", {property("Municipality", text("706")), property("Periods", text("i morgen"))}),
              "");
    EXPECT_EQ(refusal("new-workbook", {property("Municipality", text("706"))}), "Skriv mindst én skæringsdato.");
    std::ofstream(folder() / "noter.txt") << "noter";
    const std::string sentence =
        refusal("new-workbook", {property("Municipality", text("706")), property("Periods", text("2024-03-31")),
                                 property("Url", text(url_of("noter.txt/ny.ods")))});
    EXPECT_NE(sentence.find("noter.txt/ny.ods kunne ikke gemmes"), std::string::npos) << sentence;
}

TEST_F(DispatchTest, ValidateAndCompareOpenAFileAndSaveIt)
{
    close(query<css::frame::XModel>(filled_workbook()));
    const std::string file = url_of("filled.ods");
    running().run("validate", {property("Url", text(file))});
    running().run("compare", {property("Url", text(file))});
    running().run("add-round", {property("Url", text(file)), property("Periods", text("2025-09-30"))});
    const Document document = query<css::sheet::XSpreadsheetDocument>(load(file));
    for (const char* sheet : {"Validering", "Sammenligning", "Diagramdata"})
        EXPECT_TRUE(document->getSheets()->hasByName(from_utf8(sheet))) << sheet;
    EXPECT_EQ(shown(sheet_named(document, "Indtastning"), "J4"), "30-09-2025");
}

TEST_F(DispatchTest, ValidateInAFileLeavesItAloneWhenItIsNoWorkbook)
{
    std::ofstream(folder() / "noter.txt") << "noter";
    for (const char* name : {"noter.txt", "findes ikke.ods"})
        EXPECT_NE(refusal("validate", {property("Url", text(url_of(name)))}), "") << name;
    std::ifstream file(folder() / "noter.txt");
    std::string content;
    std::getline(file, content);
    EXPECT_EQ(content, "noter");
}

TEST_F(DispatchTest, PlanTakesAUrlAndGivesItBack)
{
    const Document document = filled_workbook();
    const css::uno::Any saved =
        running().run("plan", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                               property("Url", text(url_of("plan.odt")))});
    rtl::OUString given;
    ASSERT_TRUE(saved >>= given);
    EXPECT_EQ(to_utf8(given), url_of("plan.odt"));
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.odt"));
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.pdf"));
}

TEST_F(DispatchTest, ACommandInAWindowActsOnTheDocumentThere)
{
    const Document document = filled_workbook();
    const Model model = query<css::frame::XModel>(document);
    running().run("validate", {}, model);
    EXPECT_TRUE(document->getSheets()->hasByName("Validering"));
}

TEST_F(DispatchTest, ArgumentsOfAWrongKindAreNoCrash)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    for (const char* name : {"Document", "Url", "Municipality", "Periods", "Folder"})
        for (const char* command : every_command)
            for (const css::uno::Any& wrong : {css::uno::Any(), css::uno::Any(3.5), css::uno::Any(true)})
                EXPECT_NE(refusal(command, {property(name, wrong)}), "") << command << " " << name;
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(DispatchTest, WithoutArgumentsAndWithoutAWindowACommandRefuses)
{
    for (const std::string command : every_command)
    {
        if (needs_no_document(command))
            continue;
        EXPECT_EQ(refusal(command, std::vector<css::beans::PropertyValue>{}), "Der er ikke angivet noget dokument.")
            << command;
    }
    EXPECT_NE(refusal("new-workbook", std::vector<css::beans::PropertyValue>{}), "");
}

TEST_F(DispatchTest, AddRoundWithoutADateIsRefused)
{
    EXPECT_EQ(refusal("add-round", filled_workbook()), "Skriv mindst én skæringsdato.");
}

TEST_F(DispatchTest, ThereIsNoCommandBesidesThese)
{
    const Model document = query<css::frame::XModel>(filled_workbook());
    for (const char* command : every_command)
        EXPECT_TRUE(dispatch(document, command).is()) << command;
    for (const char* command : {"", "delete", "Validate", "validate2"})
        EXPECT_FALSE(dispatch(document, command).is()) << command;
}

TEST_F(DispatchTest, CommandsAreEnabledInAKeyFigureWorkbookAndDisabledElsewhere)
{
    const Model workbook = query<css::frame::XModel>(filled_workbook());
    const Model other = load("private:factory/scalc");
    for (const char* command :
         {"add-round",       "validate",        "repair",       "export-findings", "difference",   "import-data",
          "compare",         "groups",          "plan",         "report",          "show-in-plan", "check-plan",
          "rehearsal",       "update-workbook", "new-workbook", "deliver",         "share-copy",   "read-receipt",
          "validate-folder", "gather-figures",  "show-panel"})
    {
        const Listening in_workbook(dispatch(workbook, command), url(command));
        EXPECT_EQ(in_workbook.heard().times(), 1) << command;
        EXPECT_TRUE(in_workbook.heard().enabled()) << command;
        const Listening in_other(dispatch(other, command), url(command));
        EXPECT_EQ(in_other.heard().times(), 1) << command;
        EXPECT_EQ(in_other.heard().enabled(), needs_no_document(command)) << command;
    }
    for (const char* command : {"help", "settings", "about", "practice"})
        EXPECT_TRUE(Listening(dispatch(other, command), url(command)).heard().enabled()) << command;
}

TEST_F(DispatchTest, CommandsStayEnabledAfterSheetsWereRenamedAndNamesRemoved)
{
    const Document workbook = filled_workbook();
    const Model model = query<css::frame::XModel>(workbook);
    rename(sheet_named(workbook, "Indtastning"), "Tal");
    rename(sheet_named(workbook, "Katalog"), "Alle nøgletal");
    const Listening listening(dispatch(model, "validate"), url("validate"));
    EXPECT_TRUE(listening.heard().enabled());
}

TEST_F(DispatchTest, ListenersAreToldWhenACommandHasRun)
{
    const Document workbook = filled_workbook();
    const Listening listening(dispatch(query<css::frame::XModel>(workbook), "compare"), url("compare"));
    const int before = listening.heard().times();
    run("validate", workbook);
    EXPECT_GT(listening.heard().times(), before);
    EXPECT_TRUE(listening.heard().enabled());
}

} // namespace trinvis::testing
