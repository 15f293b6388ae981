// SPDX-License-Identifier: MPL-2.0
#include "reference/concepts.hpp"

#include "table/text_match.hpp"

#include <array>

namespace trinvis
{

namespace
{

void remove_all(std::string& text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

std::string normalised(std::string_view text)
{
    std::string plain = folded(text);
    for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x88\x92"})
        for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash, at))
            plain.replace(at, dash.size(), 1, '-');
    // "-årige" goes before "år", which it begins with.
    for (const std::string_view filler :
         {"-årige", " årige", "-åriges", " years old", " years", " year", "aged ", "unikke ", "unique ", " år", "."})
        remove_all(plain, filler);
    remove_all(plain, " ");
    return plain;
}

std::string_view stated_in(const Figure& figure, std::string_view key)
{
    const auto found = figure.definition.find(key);
    return found == figure.definition.end() ? std::string_view{} : std::string_view(found->second);
}

bool is_either(std::string_view text, std::string_view key, const Words& words)
{
    return same_concept(text, words.danish.get(key)) || same_concept(text, words.english.get(key));
}

} // namespace

bool same_concept(std::string_view a, std::string_view b)
{
    const std::string left = normalised(a);
    const std::string right = normalised(b);
    return left.empty() || right.empty() || left == right;
}

bool states_other_definition(const Figure& figure, const Concepts& stated, bool denominator, const Words& words)
{
    if (!same_concept(stated.age_base, stated_in(figure, "age_base")))
        return true;
    const bool by_residence = denominator && !stated.municipality_concept.empty() &&
                              is_either(stated.municipality_concept, "import.fact.residence", words);
    const bool persons =
        denominator && !stated.counting_unit.empty() && is_either(stated.counting_unit, "import.fact.persons", words);
    return (!by_residence && !same_concept(stated.municipality_concept, stated_in(figure, "municipality_concept"))) ||
           (!persons && !same_concept(stated.counting_unit, stated_in(figure, "counting_unit")));
}

} // namespace trinvis
