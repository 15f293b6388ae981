// SPDX-License-Identifier: MPL-2.0
#include "person.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleEditableText.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace trinvis::testing
{

using namespace office;
namespace AccessibleRole = css::accessibility::AccessibleRole;

namespace
{

Texts texts_of(Language language)
{
    std::ifstream file(std::string(TRINVIS_TEXTS_DIR) + (language == Language::danish ? "/da.json" : "/en.json"));
    std::ostringstream content;
    content << file.rdbuf();
    return Texts::from_json(content.str());
}

/// Asks for half a minute, or as many times that as are given.
void wait_for(const std::string& what, const std::function<bool()>& question, int half_minutes = 1)
{
    for (int i = 0; i < half_minutes; ++i)
        if (comes_true(question))
            return;
    throw std::runtime_error("there never was: " + what);
}

Accessible child_named(const Accessible& parent, const std::string& name)
{
    for (const Accessible& one : children_of(parent))
        if (name_of(one) == name)
            return one;
    return {};
}

} // namespace

Person::Person(const RunningOffice& office, Language language) : m_office(office), m_texts(texts_of(language))
{
}

std::string Person::word(const std::string& key) const
{
    std::string text = m_texts.get(key);
    std::erase(text, '~');
    return text;
}

void Person::open_menu(const Model& document) const
{
    wait_for("the menu",
             [&]
             {
                 const Accessible menu = menu_named(window_of(document), word("menu.title"));
                 if (menu.is())
                     click(menu);
                 return menu.is();
             });
}

void Person::choose(const Model& document, const std::vector<std::string>& way) const
{
    open_menu(document);
    // The entry is no command before its state has been told.
    wait_for(way.back(),
             [&]
             {
                 Accessible entry = menu_named(window_of(document), word("menu.title"));
                 for (const std::string& key : way)
                     entry = entry.is() ? child_named(entry, word(key)) : Accessible();
                 if (entry.is())
                     click(entry);
                 return entry.is();
             });
}

Accessible Person::window(const std::string& title) const
{
    Accessible found;
    wait_for("window " + title, [&] { return (found = dialog_named(m_office, title)).is(); });
    return found;
}

Accessible Person::control(const std::string& title, sal_Int16 role, const std::string& name) const
{
    Accessible found;
    wait_for(title + ": " + name,
             [&]
             {
                 const Accessible dialog = dialog_beginning(m_office, title);
                 found = dialog.is() ? find_deep(dialog, [&](const Accessible& one)
                                                 { return one->getAccessibleRole() == role && name_of(one) == name; })
                                     : Accessible();
                 return found.is();
             });
    return found;
}

void Person::gone(const std::string& title) const
{
    wait_for("the end of " + title, [&] { return !dialog_named(m_office, title).is(); });
}

void Person::press(const std::string& title, const std::string& button) const
{
    tick(title, AccessibleRole::PUSH_BUTTON, button);
}

void Person::tick(const std::string& title, sal_Int16 role, const std::string& name) const
{
    wait_for(title + ": " + name,
             [&]
             {
                 click(control(title, role, name));
                 return true;
             });
}

namespace
{

/// The field into which a path is written: the office calls it by what is picked.
Accessible path_field(const RunningOffice& office, const std::string& title)
{
    const Accessible dialog = dialog_named(office, title);
    if (!dialog.is())
        return {};
    return find_deep(dialog,
                     [](const Accessible& one)
                     {
                         const std::string name = name_of(one);
                         return one->getAccessibleRole() == AccessibleRole::TEXT &&
                                (name == "Filnavn:" || name == "File name:" || name == "Sti:" || name == "Path:");
                     });
}

} // namespace

void Person::write_path(const std::string& title, const std::string& path) const
{
    wait_for("the path in " + title,
             [&]
             {
                 const Accessible field = path_field(m_office, title);
                 if (field.is())
                     type_into(field, path);
                 return field.is();
             });
}

void Person::finish_path(const std::string& title, const std::vector<std::string>& buttons) const
{
    wait_for(buttons.front() + " in " + title,
             [&]
             {
                 const Accessible dialog = dialog_named(m_office, title);
                 const Accessible button =
                     dialog.is() ? find_deep(dialog,
                                             [&](const Accessible& one)
                                             {
                                                 return one->getAccessibleRole() == AccessibleRole::PUSH_BUTTON &&
                                                        std::find(buttons.begin(), buttons.end(), name_of(one)) !=
                                                            buttons.end();
                                             })
                                 : Accessible();
                 if (button.is())
                     click(button);
                 return button.is();
             });
    gone(title);
}

void Person::save_as(const std::string& title, const std::string& path) const
{
    write_path(title, path);
    finish_path(title, {"Gem", "Save"});
}

void Person::open_file(const std::string& title, const std::string& path) const
{
    write_path(title, path);
    finish_path(title, {"Åbn", "Open"});
}

void Person::choose_folder(const std::string& title, const std::string& path) const
{
    write_path(title, path);
    finish_path(title, {"Vælg", "Select"});
}

std::string Person::message() const
{
    // A plan with its PDF on a busy machine.
    constexpr int longest_command = 4;
    const std::string title = word("error.title");
    std::string told;
    wait_for(
        "a message",
        [&]
        {
            const Accessible box = dialog_named(m_office, title);
            if (!box.is())
                return false;
            for (const Accessible& one : children_of(box))
                if (name_of(one).size() > told.size())
                    told = name_of(one);
            return !told.empty();
        },
        longest_command);
    return told;
}

std::string Person::read_message() const
{
    std::string told = message();
    press(word("error.title"), "OK");
    gone(word("error.title"));
    return told;
}

} // namespace trinvis::testing
