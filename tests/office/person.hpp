// SPDX-License-Identifier: MPL-2.0
//
// What a person does at the windows of an office, in the language of its menus: chooses in the menu, presses buttons,
// writes into fields, reads what is told. Each waits for what it needs and throws std::runtime_error when that does not
// come within half a minute, or two minutes where a command has to come to its end.
//
//     const Person person(office, Language::danish);
//     person.choose(model, {"menu.delivery_menu", "menu.deliver"});
//     person.save_as(person.word("dialog.deliver.title"), "/tmp/pakke.zip");
//     const std::string told = person.read_message();
#pragma once

#include "texts/texts.hpp"
#include "window.hpp"

#include <string>
#include <vector>

namespace trinvis::testing
{

class Person
{
public:
    Person(const RunningOffice& office, Language language);

    [[nodiscard]] const Texts& texts() const
    {
        return m_texts;
    }

    /// A text as it is read: without the mark of the key that chooses it.
    [[nodiscard]] std::string word(const std::string& key) const;

    /// Opens our menu in a document's window, and one of its submenus where a key is given, and leaves it open.
    void open_menu(const Model& document) const;
    /// Chooses an entry by the keys of its way, such as {"menu.delivery_menu", "menu.deliver"}.
    void choose(const Model& document, const std::vector<std::string>& way) const;

    /// Waits for a window by its title.
    Accessible window(const std::string& title) const;
    /// Waits for something in the window of a title, or of one that begins so, by role and name.
    Accessible control(const std::string& title, sal_Int16 role, const std::string& name) const;
    /// Waits until no window has a title.
    void gone(const std::string& title) const;

    /// Presses a button by its name as it is read.
    void press(const std::string& title, const std::string& button) const;
    /// Chooses a radio button or turns a box on or off.
    void tick(const std::string& title, sal_Int16 role, const std::string& name) const;

    /// Writes a path into the office's own dialog of a title and presses its button; the dialog is gone afterwards.
    void save_as(const std::string& title, const std::string& path) const;
    /// The same in the dialog in which a file to read is chosen.
    void open_file(const std::string& title, const std::string& path) const;
    /// The same in the dialog in which a folder is chosen.
    void choose_folder(const std::string& title, const std::string& path) const;
    /// Writes a path into such a dialog without pressing anything.
    void write_path(const std::string& title, const std::string& path) const;

    /// Waits for the message that a command ends with, and gives its sentence.
    [[nodiscard]] std::string message() const;
    /// The same, and closes it.
    [[nodiscard]] std::string read_message() const;

private:
    /// Presses the button of such a dialog that bears one of the names, Danish or English, and waits for its end.
    void finish_path(const std::string& title, const std::vector<std::string>& buttons) const;

    const RunningOffice& m_office;
    const Texts m_texts;
};

} // namespace trinvis::testing
