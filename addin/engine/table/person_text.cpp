// SPDX-License-Identifier: MPL-2.0
#include "table/person_text.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace trinvis
{

namespace
{

constexpr std::size_t shortest_surname = 5;

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A word begins with a capital letter when folding changes its first letter.
bool is_capitalised(std::string_view word)
{
    if (word.empty())
        return false;
    const std::size_t letter = static_cast<unsigned char>(word.front()) >= 0xC0U ? 2 : 1;
    return word.size() >= letter && folded(word.substr(0, letter)) != word.substr(0, letter);
}

std::string_view without_marks(std::string_view word)
{
    constexpr std::string_view marks = ",;:()\"'!?/";
    while (!word.empty() && marks.find(word.front()) != std::string_view::npos)
        word.remove_prefix(1);
    while (!word.empty() && (marks.find(word.back()) != std::string_view::npos || word.back() == '.') &&
           !(word.size() == 2 && word.back() == '.'))
        word.remove_suffix(1);
    return word;
}

/// Nouns in the definite form end as surnames do: "Socialstyrelsen", "Undersøgelsen".
bool is_definite_noun(std::string_view word)
{
    constexpr std::array<std::string_view, 7> endings{"relsen", "gelsen", "delsen", "telsen",
                                                      "melsen", "velsen", "åelsen"};
    return std::any_of(endings.begin(), endings.end(),
                       [word](std::string_view ending) { return word.ends_with(ending); });
}

bool is_surname(std::string_view word)
{
    return !is_definite_noun(word) && word.size() >= shortest_surname && is_capitalised(word) &&
           word.ends_with("sen") && word.find_first_of("0123456789") == std::string_view::npos;
}

} // namespace

bool looks_like_person_name(std::string_view text)
{
    bool after_first_name = false;
    std::size_t start = 0;
    while (start < text.size())
    {
        std::size_t end = start;
        while (end < text.size() && !is_blank(text[end]))
            ++end;
        const std::string_view whole = text.substr(start, end - start);
        const std::string_view word = without_marks(whole);
        if (after_first_name && is_surname(word))
            return true;
        if (!word.empty())
        {
            // A mark behind a word ends what could be a name; the full stop of an initial does not.
            const bool ends_here = whole.back() != word.back();
            const bool is_initial = word.size() == 2 && word.back() == '.';
            after_first_name = is_capitalised(word) && !ends_here && (is_initial || word.back() != '.');
        }
        start = end + 1;
    }
    return false;
}

} // namespace trinvis
