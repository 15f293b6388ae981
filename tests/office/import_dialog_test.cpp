// SPDX-License-Identifier: MPL-2.0
//
// The dialogs of an import in a real window on a screen of our own, gone through as a person does: in Danish and in
// English, forward, back and out of them, and with files and addresses that are none. The StatBank is one of our own on
// this machine.
#include "dialog_room.hpp"
#include "function_cases.hpp"
#include "import_test_fixture.hpp"
#include "loopback_server.hpp"
#include "window.hpp"

#include <array>
#include <chrono>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <memory>
#include <thread>

namespace trinvis::testing
{

namespace
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

/// The pages of questions, in their order.
constexpr std::array topics{"variables", "items", "periods", "signs", "definitions"};

using Words = std::vector<std::string>;

std::string placement_info()
{
    return R"({"id":"ANBAAR12","text":"Anbragte børn og unge, opdigtet","unit":"Antal","variables":[)"
           R"({"id":"ADMKOMMUNE","text":"administrationskommune","elimination":true,"time":false,"values":[)"
           R"({"id":"851","text":"Aalborg"},{"id":"787","text":"Thisted"},{"id":"730","text":"Randers"}]},)"
           R"({"id":"ANBRSTED","text":"anbringelsessted","elimination":true,"time":false,"values":[)"
           R"({"id":"0","text":"Anbringelsessteder i alt"},{"id":"7","text":"Døgninstitution"},{"id":"21","text":"Plejefamilie"}]},)"
           R"({"id":"TID","text":"tid","elimination":false,"time":true,"values":[{"id":"2023","text":"2023"},)"
           R"({"id":"2024","text":"2024"}]}]})";
}

LoopbackServer::Answer statbank(const std::string& target)
{
    if (target.find("/tableinfo/ANBAAR12?") != std::string::npos)
        return {.body = placement_info()};
    if (target.find("/data/ANBAAR12/") != std::string::npos)
        return {.body = placements()};
    return {.status = 400, .body = R"({"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen blev ikke fundet"})"};
}

/// The dialogs as a person sees them in one language. What is pressed here runs in the office; every wait has an end.
class ImportDialogTest : public ImportTest
{
protected:
    ImportDialogTest()
    {
        close(query<css::frame::XModel>(reloaded(yearly_workbook(), "mappe.ods", "calc8")));
    }

    void start(Language language)
    {
        m_language = language;
        m_office = std::make_unique<RunningOffice>(
            OfficeOptions{.locale = language == Language::danish ? "da" : "en-US", .window = true});
        m_model = m_office->load(url_of("mappe.ods"));
        m_document = query<css::sheet::XSpreadsheetDocument>(m_model);
        m_before = content_of(m_document);
        m_title = word("dialog.import.title");
    }

    /// Nothing is left open, and the office ends as it should.
    void finish()
    {
        ASSERT_TRUE(m_office->alive());
        close(m_model);
        EXPECT_EQ(m_office->stop(), 0);
    }

    [[nodiscard]] const Texts& texts() const
    {
        return package_texts(m_language);
    }
    /// A text as it is read: without the mark of the key that chooses it.
    [[nodiscard]] std::string word(const std::string& key) const
    {
        std::string text = texts().get(key);
        std::erase(text, '~');
        return text;
    }
    [[nodiscard]] std::string page_heading(int page, int pages, const std::string& topic) const
    {
        return texts().format("dialog.import.page", {{"page", std::to_string(page)},
                                                     {"pages", std::to_string(pages)},
                                                     {"topic", word("import.topic." + topic)}});
    }
    [[nodiscard]] std::string title_of(const std::string& source) const
    {
        return texts().format("dialog.import.title_of", {{"name", source}});
    }

    /// Chooses the command in the menu and waits for the first dialog.
    void call()
    {
        // While a dialog closes, what lies below the window changes under the one who looks.
        Accessible menu;
        steadily("the menu",
                 [&]
                 {
                     menu = menu_named(window_of(m_model), word("menu.title"));
                     return menu.is();
                 });
        click(menu);
        // The entry is no command before its state has been told. The menu closes and takes its entries along.
        steadily("the entry",
                 [&]
                 {
                     const std::vector<Accessible> items = children_of(menu);
                     const auto entry = std::find_if(items.begin(), items.end(),
                                                     [&](const Accessible& item)
                                                     { return name_of(item) == word("menu.import_data"); });
                     if (entry != items.end())
                         click(*entry);
                     return entry != items.end();
                 });
        static_cast<void>(control(m_title, AccessibleRole::RADIO_BUTTON, word("dialog.import.files")));
    }

    /// Does something with a dialog that may be closing, and then again with the one that follows.
    static void steadily(const std::string& what, const std::function<bool()>& step)
    {
        EXPECT_TRUE(comes_true(step)) << what;
    }
    /// Waits for something in a dialog.
    Accessible control(const std::string& title, sal_Int16 role, const std::string& name) const
    {
        Accessible found;
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, title);
                found = dialog.is() ? in_dialog(dialog, role, name) : Accessible();
                return found.is();
            }))
            << title << ": " << name;
        if (!found.is())
            throw std::runtime_error("there is no " + name);
        return found;
    }
    /// Presses a button; one of a dialog that closes meanwhile is looked for again in the next.
    void press(const std::string& title, const char* key) const
    {
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, title);
                const Accessible button =
                    dialog.is() ? in_dialog(dialog, AccessibleRole::PUSH_BUTTON, word(key)) : Accessible();
                if (button.is())
                    click(button);
                return button.is();
            }))
            << title << ": " << key;
    }
    /// Waits for one of the five pages of questions.
    void expect_page(const std::string& title, int page) const
    {
        static_cast<void>(
            control(title, AccessibleRole::LABEL, page_heading(page, 5, topics[static_cast<std::size_t>(page - 1)])));
    }
    /// Goes on from a page of questions. A dialog that was pressed before it waited for that is pressed again.
    void leave_page(const std::string& title, int page) const
    {
        const std::string heading = page_heading(page, 5, topics[static_cast<std::size_t>(page - 1)]);
        const auto is_there = [&]
        {
            const Accessible dialog = dialog_named(*m_office, title);
            return dialog.is() && in_dialog(dialog, AccessibleRole::LABEL, heading).is();
        };
        steadily(heading,
                 [&]
                 {
                     if (!is_there())
                         return true;
                     press(title, "dialog.next");
                     for (int i = 0; i < 30 && is_there(); ++i)
                         std::this_thread::sleep_for(std::chrono::milliseconds(100));
                     return !is_there();
                 });
    }
    void choose(const char* key) const
    {
        steadily(key,
                 [&]
                 {
                     click(control(m_title, AccessibleRole::RADIO_BUTTON, word(key)));
                     return true;
                 });
    }
    void write(const char* key, const std::string& text) const
    {
        steadily(key,
                 [&]
                 {
                     type_into(control(m_title, AccessibleRole::TEXT, word(key)), text);
                     return true;
                 });
    }
    /// What a screen reader sees of a field of several lines cannot be written; the field itself can. It is the first.
    void write_files(const std::string& text) const
    {
        choose("dialog.import.files");
        css::uno::Reference<css::awt::XTextComponent> field;
        ASSERT_TRUE(comes_true(
            [&]
            {
                const Accessible dialog = dialog_named(*m_office, m_title);
                for (sal_Int32 i = 0; dialog.is() && !field.is() && i < dialog->getAccessibleChildCount(); ++i)
                    field = query_if<css::awt::XTextComponent>(dialog->getAccessibleChild(i));
                return field.is();
            }));
        field->setText(from_utf8(text));
    }
    /// Answers the lines that are chosen with the option that ends so.
    void answer(const std::string& title, const std::string& ending) const
    {
        steadily(ending,
                 [&]
                 {
                     const Accessible list = control(title, AccessibleRole::LIST, word("dialog.import.means"));
                     const std::vector<std::string> options = names_of(children_of(list));
                     const auto option = std::find_if(options.begin(), options.end(),
                                                      [&](const std::string& one) { return one.ends_with(ending); });
                     if (option == options.end())
                         return false;
                     query<css::accessibility::XAccessibleSelection>(list)->selectAccessibleChild(
                         static_cast<sal_Int32>(option - options.begin()));
                     return true;
                 });
    }
    /// Waits until a sentence is told in a box of its own, and closes it.
    void expect_told(const std::string& part) const
    {
        std::string told;
        EXPECT_TRUE(comes_true(
            [&]
            {
                const Accessible box = dialog_named(*m_office, word("error.title"));
                if (!box.is())
                    return false;
                for (const Accessible& one : children_of(box))
                    if (name_of(one).size() > told.size())
                        told = name_of(one);
                return !told.empty();
            }))
            << part;
        EXPECT_NE(told.find(part), std::string::npos) << told;
        press(word("error.title"), "dialog.ok");
        EXPECT_TRUE(comes_true([&] { return !dialog_named(*m_office, word("error.title")).is(); }));
    }
    void expect_closed(const std::string& title) const
    {
        EXPECT_TRUE(comes_true([&] { return !dialog_named(*m_office, title).is(); })) << title;
    }
    void expect_unchanged() const
    {
        EXPECT_EQ(difference(m_before, content_of(m_document)), "");
        EXPECT_EQ(undo_titles(m_document), std::vector<std::string>{});
        EXPECT_FALSE(is_modified(m_document));
    }

    /// What stands in a dialog as labels and buttons, from the first to the last; each must have room enough.
    [[nodiscard]] std::vector<std::string> words_in(const std::string& title) const
    {
        std::vector<std::string> words;
        steadily(title,
                 [&]
                 {
                     words.clear();
                     const Accessible dialog = dialog_named(*m_office, title);
                     if (!dialog.is())
                         return false;
                     for (const Accessible& one : children_of(dialog))
                         if (const sal_Int16 role = one->getAccessibleRole();
                             !name_of(one).empty() &&
                             (role == AccessibleRole::LABEL || role == AccessibleRole::RADIO_BUTTON ||
                              role == AccessibleRole::PUSH_BUTTON || role == AccessibleRole::CHECK_BOX))
                             words.push_back(name_of(one));
                     for (const auto& child : windows_in(*m_office, title))
                         expect_room(child);
                     return true;
                 });
        return words;
    }
    /// Waits for a note among the words of the first dialog.
    void expect_note(const std::string& note) const
    {
        Words words;
        EXPECT_TRUE(comes_true(
            [&]
            {
                words = words_in(m_title);
                return std::find(words.begin(), words.end(), note) != words.end();
            }))
            << note << " in " << ::testing::PrintToString(words);
    }
    const VirtualScreen m_screen;
    Language m_language = Language::danish;
    std::unique_ptr<RunningOffice> m_office;
    Model m_model;
    Document m_document;
    std::vector<std::string> m_before;
    std::string m_title;
};

class ImportDialogLanguageTest : public ImportDialogTest, public ::testing::WithParamInterface<Language>
{
};

} // namespace

TEST_P(ImportDialogLanguageTest, AFileIsAskedAboutPageByPageAndWritten)
{
    start(GetParam());
    call();
    EXPECT_EQ(words_in(m_title),
              (Words{word("dialog.import.what"), word("dialog.import.comparison"), word("dialog.import.own"),
                     word("dialog.import.where"), word("dialog.import.files"), word("dialog.import.browse"),
                     word("dialog.import.files_note"), word("dialog.import.statbank"), word("dialog.import.table"),
                     word("dialog.import.address"), word("dialog.import.statbank_note"), word("dialog.next"),
                     word("dialog.cancel")}));
    press(m_title, "dialog.next");
    expect_note(word("dialog.import.no_files"));

    static_cast<void>(file("ANBAAR12.csv", placements()));
    write_files((folder() / "ANBAAR12.csv").string());
    press(m_title, "dialog.next");
    const std::string title = title_of("ANBAAR12.csv");
    for (int page = 1; page <= 5; ++page)
    {
        const std::string topic = topics[static_cast<std::size_t>(page - 1)];
        expect_page(title, page);
        Words words{page_heading(page, 5, topic), word("import.topic." + topic + ".help"), word("dialog.import.means")};
        if (topic == "items")
            words.insert(words.end(), {word("dialog.import.factor"), word("dialog.import.factor_note")});
        words.insert(words.end(), {word("dialog.back"), word("dialog.next"), word("dialog.cancel")});
        EXPECT_EQ(words_in(title), words);
        if (topic == "items")
            answer(title, "(anbragte)");
        leave_page(title, page);
    }
    static_cast<void>(control(m_title, AccessibleRole::PUSH_BUTTON, word("dialog.import.write")));
    EXPECT_EQ(words_in(m_title),
              (Words{word("dialog.import.summary"), word("dialog.import.replace"), word("dialog.import.undo_note"),
                     word("dialog.back"), word("dialog.import.write"), word("dialog.cancel")}));

    // Back is the page that was left, with the answers that were given.
    press(m_title, "dialog.back");
    for (int page = 1; page <= 5; ++page)
    {
        expect_page(title, page);
        leave_page(title, page);
    }
    static_cast<void>(control(m_title, AccessibleRole::PUSH_BUTTON, word("dialog.import.write")));
    expect_unchanged();
    press(m_title, "dialog.import.write");
    expect_told(texts().count("done.import_data", 12));
    const Words all = rows(m_document);
    EXPECT_EQ(all.size(), 12U);
    EXPECT_EQ(std::count(all.begin(), all.end(), "851|anbragte|31-12-2023|26"), 1);
    EXPECT_EQ(std::count(all.begin(), all.end(), "730|plejefamilie|31-12-2024|47"), 1);
    EXPECT_EQ(undo_titles(m_document).size(), 1U);
    finish();
}

TEST_P(ImportDialogLanguageTest, ATableIsChosenAndFetched)
{
    const LoopbackServer server(statbank);
    start(GetParam());
    call();
    choose("dialog.import.statbank");
    press(m_title, "dialog.next");
    expect_note(word("dialog.import.no_table"));
    write("dialog.import.table", "anbaar12");
    write("dialog.import.address", "api.statbank.dk");
    press(m_title, "dialog.next");
    expect_note(word("dialog.import.no_address"));
    EXPECT_EQ(server.requests(), Words{});

    write("dialog.import.address", server.address());
    press(m_title, "dialog.next");
    static_cast<void>(control(m_title, AccessibleRole::PUSH_BUTTON, word("dialog.import.fetch")));
    const auto fetched = [&](const std::string& note)
    {
        return Words{texts().format("dialog.import.statbank_intro", {{"table", "ANBAAR12"},
                                                                     {"title", "Anbragte børn og unge, opdigtet"},
                                                                     {"address", server.address()},
                                                                     {"source", "Danmarks Statistik"},
                                                                     {"licence", "CC BY 4.0"}}),
                     word("dialog.import.variables"),
                     word("dialog.import.values"),
                     word("dialog.repair.all"),
                     word("dialog.repair.none"),
                     note,
                     word("dialog.back"),
                     word("dialog.import.fetch"),
                     word("dialog.cancel")};
    };
    EXPECT_EQ(words_in(m_title), fetched(texts().format("dialog.import.cells", {{"n", "18"}})));
    press(m_title, "dialog.repair.none");
    press(m_title, "dialog.import.fetch");
    expect_note(word("dialog.import.choose_values"));
    EXPECT_EQ(words_in(m_title), fetched(word("dialog.import.choose_values")));
    EXPECT_EQ(server.gets().size(), 1U);
    press(m_title, "dialog.repair.all");
    press(m_title, "dialog.import.fetch");
    const std::string title = title_of("ANBAAR12");
    expect_page(title, 1);
    EXPECT_EQ(server.gets().size(), 2U);
    press(title, "dialog.back");
    static_cast<void>(control(m_title, AccessibleRole::RADIO_BUTTON, word("dialog.import.statbank")));
    press(m_title, "dialog.cancel");
    expect_closed(m_title);
    expect_unchanged();
    finish();
}

TEST_P(ImportDialogLanguageTest, WhatCannotBeReadOrReachedIsToldAndAskedForAgain)
{
    start(GetParam());
    call();
    static_cast<void>(file("tom.csv", ""));
    static_cast<void>(file("billede.png", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)));
    static_cast<void>(file("brev.txt", "Kære alle\n\nTak for i går.\n"));
    std::filesystem::create_directory(folder() / "mappe");
    for (const auto& [name, part] :
         {std::pair{"tom.csv", word("import.error.empty")}, std::pair{"billede.png", word("import.error.not-text")},
          std::pair{"brev.txt", word("import.error.no-headings")},
          std::pair{"findes ikke.csv", std::string("findes ikke.csv")}, std::pair{"mappe", std::string("mappe")}})
    {
        write_files((folder() / name).string());
        press(m_title, "dialog.next");
        expect_told(part);
    }
    std::string gone;
    {
        const LoopbackServer server(statbank);
        gone = server.address();
    }
    choose("dialog.import.statbank");
    write("dialog.import.table", "FINDESIKKE1");
    write("dialog.import.address", gone);
    press(m_title, "dialog.next");
    const std::string host = gone.substr(7, gone.find('/', 7) - 7);
    expect_told(texts().format("error.fetch.no_connection", {{"host", host}}));
    const LoopbackServer server(statbank);
    write("dialog.import.table", "FINDESIKKE2");
    write("dialog.import.address", server.address());
    press(m_title, "dialog.next");
    expect_told(texts().format("error.fetch.no_table", {{"table", "FINDESIKKE2"}}));
    press(m_title, "dialog.cancel");
    expect_closed(m_title);
    expect_unchanged();
    finish();
}

TEST_P(ImportDialogLanguageTest, DecimalsAreAskedAboutWhereTheyCanBeReadInTwoWays)
{
    start(GetParam());
    call();
    static_cast<void>(file("tal.csv", "kommune;post;skæringsdato;værdi\nAalborg;anbragte;31-12-2023;1.234\n"));
    write_files((folder() / "tal.csv").string());
    press(m_title, "dialog.next");
    const std::string title = word("dialog.import.decimal_title");
    static_cast<void>(control(title, AccessibleRole::PUSH_BUTTON, word("dialog.ok")));
    const Words words = words_in(title);
    ASSERT_EQ(words.size(), 5U);
    EXPECT_TRUE(words.front().starts_with("tal.csv: ")) << words.front();
    EXPECT_EQ(Words(words.begin() + 1, words.end()),
              (Words{word("dialog.import.decimal_comma"), word("dialog.import.decimal_point"), word("dialog.ok"),
                     word("dialog.cancel")}));
    press(title, "dialog.cancel");
    press(m_title, "dialog.next");
    steadily(title,
             [&]
             {
                 click(control(title, AccessibleRole::RADIO_BUTTON, word("dialog.import.decimal_point")));
                 return true;
             });
    press(title, "dialog.ok");
    const std::string next = title_of("tal.csv");
    static_cast<void>(control(next, AccessibleRole::PUSH_BUTTON, word("dialog.next")));
    press(next, "dialog.cancel");
    expect_closed(next);
    expect_unchanged();
    finish();
}

TEST_F(ImportDialogTest, CancellingAtAnyStepChangesNothing)
{
    start(Language::danish);
    static_cast<void>(file("ANBAAR12.csv", placements()));
    const std::string title = title_of("ANBAAR12.csv");
    for (int step = 0; step <= 6; ++step)
    {
        call();
        std::string shown = m_title;
        if (step > 0)
        {
            write_files((folder() / "ANBAAR12.csv").string());
            press(m_title, "dialog.next");
            shown = title;
        }
        for (int page = 1; page < step; ++page)
        {
            expect_page(title, page);
            leave_page(title, page);
        }
        if (step == 6)
        {
            shown = m_title;
            static_cast<void>(control(shown, AccessibleRole::PUSH_BUTTON, word("dialog.import.write")));
        }
        else if (step > 0)
            expect_page(title, step);
        press(shown, "dialog.cancel");
        expect_closed(shown);
        expect_unchanged();
    }
    finish();
}

TEST_F(ImportDialogTest, AFileOfThousandsOfLongNamesIsShown)
{
    start(Language::danish);
    std::string text = bom + "ADMKOMMUNE;POST;TID;INDHOLD\r\n";
    for (int i = 0; i < 3000; ++i)
        text += "Aalborg;Indsats nr. " + std::to_string(i) + " " + std::string(200, 'x') + ";2024;" +
                (i == 7 ? "?" : std::to_string(i)) + "\r\n";
    static_cast<void>(file("lang.csv", text));
    call();
    write_files((folder() / "lang.csv").string());
    press(m_title, "dialog.next");
    const std::string title = title_of("lang.csv");
    expect_page(title, 1);
    static_cast<void>(words_in(title));
    leave_page(title, 1);
    expect_page(title, 2);
    static_cast<void>(words_in(title));
    // None of the names is known, and without an answer to each there is no next page.
    press(title, "dialog.next");
    expect_page(title, 2);
    press(title, "dialog.cancel");
    expect_closed(title);
    expect_unchanged();
    finish();
}

INSTANTIATE_TEST_SUITE_P(Languages, ImportDialogLanguageTest, ::testing::Values(Language::danish, Language::english),
                         [](const auto& language)
                         { return language.param == Language::danish ? "Danish" : "English"; });

} // namespace trinvis::testing
