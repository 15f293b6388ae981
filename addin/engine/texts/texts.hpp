// SPDX-License-Identifier: MPL-2.0
//
// The words that a person reads, one file a language (addin/package/texts/da.json, en.json).
//
//     const Texts texts = Texts::from_json(file_content);
//     texts.get("sheet.entry");                              // "Indtastning"
//     texts.format("report.counts", {{"errors", "3"}});      // "Fejl: 3"
//
// The room knows no sheet and no office; whoever shows something fetches the words here.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trinvis
{

/// The languages that the product speaks.
enum class Language
{
    danish,
    english
};

/// "da" or "en".
[[nodiscard]] std::string_view language_code(Language language);

/// Reads "da", "en", also with a country behind ("da-DK"); anything but Danish is English.
[[nodiscard]] Language language_from_code(std::string_view code);

/// A name in curly braces and what stands in its place.
using Replacements = std::vector<std::pair<std::string, std::string>>;

/// Puts values into a sentence: every "{name}" becomes its value; names that are not given stay as they are, so that
/// a mistake in a rule's message is seen rather than swallowed.
[[nodiscard]] std::string fill_in(std::string_view sentence, const Replacements& values);

/// All texts of one language.
class Texts
{
public:
    /// Reads a flat JSON object of key and text, with "language" naming the language.
    /// Throws std::invalid_argument when the content is no such object.
    [[nodiscard]] static Texts from_json(std::string_view content);

    [[nodiscard]] Language language() const
    {
        return m_language;
    }

    /// The text of a key. Throws std::out_of_range for a key that no text file has: that is a fault of the program,
    /// caught by the test that compares the keys in the code with the files.
    [[nodiscard]] const std::string& get(std::string_view key) const;

    /// The text of a key with its "{name}" places filled in.
    [[nodiscard]] std::string format(std::string_view key, const Replacements& values) const;

    /// The singular text for one, the plural text otherwise ("{n}" is the number): key + ".one" or key + ".many".
    [[nodiscard]] std::string count(std::string_view key, std::size_t n) const;

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const
    {
        return m_texts;
    }

private:
    Language m_language = Language::danish;
    std::map<std::string, std::string, std::less<>> m_texts;
};

} // namespace trinvis
