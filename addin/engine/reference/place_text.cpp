// SPDX-License-Identifier: MPL-2.0
#include "reference/place_text.hpp"

#include "table/csv_text.hpp"
#include "table/text_match.hpp"

#include <array>
#include <cctype>

namespace trinvis::reference
{

namespace
{

constexpr std::size_t longest_name = 120;

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// One spelling for what makes no difference in a name: the kind of dash and the blanks around it.
std::string with_plain_dashes(std::string_view text)
{
    std::string name(text);
    for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x88\x92"})
        replace_all(name, dash, "-");
    for (const std::string_view blanks : {" -", "- "})
        replace_all(name, blanks, "-");
    return name;
}

/// UTF-8 that was taken for Windows-1252 and written as UTF-8 once more ("KÃ¸benhavn"), taken back; the text itself where
/// it is nothing of the kind.
std::string taken_back(std::string_view text)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80)
            bytes.push_back(text[at]);
        else if ((first == 0xC2 || first == 0xC3) && at + 1 < text.size())
            bytes.push_back(static_cast<char>((first == 0xC3 ? 0x40 : 0) | static_cast<unsigned char>(text[++at])));
        else
        {
            // Letters of Windows-1252 beyond Latin-1 that stand for the second byte of æ, ø, å, Æ, Ø and Å.
            struct Second
            {
                std::string_view letter;
                char byte;
            };
            static constexpr std::array<Second, 3> seconds{
                {{"\xE2\x80\xA0", '\x86'}, {"\xCB\x9C", '\x98'}, {"\xE2\x80\xA6", '\x85'}}};
            bool known = false;
            for (const Second& second : seconds)
                if (text.substr(at).starts_with(second.letter))
                {
                    bytes.push_back(second.byte);
                    at += second.letter.size() - 1;
                    known = true;
                    break;
                }
            if (!known)
                return std::string(text);
        }
    }
    return is_utf8(bytes) ? bytes : std::string(text);
}

/// æ, ø and å as foreign keyboards write them.
std::string with_plain_letters(std::string_view text)
{
    std::string plain = folded(text);
    for (const auto& [letter, spelling] : {std::pair{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}})
        replace_all(plain, letter, spelling);
    return plain;
}

/// The letters of a name after folding, each a string of its own.
std::vector<std::string_view> letters_of(std::string_view text)
{
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < text.size();)
    {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80)
            ++length;
        letters.push_back(text.substr(at, length));
        at += length;
    }
    return letters;
}

/// True when a damaged text is a name in which every lost letter (a question mark, U+FFFD) is one beyond ASCII.
bool is_damaged_form_of(std::string_view damaged, std::string_view name)
{
    const auto typed = letters_of(damaged);
    const auto wanted = letters_of(name);
    if (typed.size() != wanted.size())
        return false;
    for (std::size_t i = 0; i < typed.size(); ++i)
    {
        const bool lost = typed[i] == "?" || typed[i] == "\xEF\xBF\xBD";
        if (lost ? wanted[i].size() < 2 : typed[i] != wanted[i])
            return false;
    }
    return true;
}

/// A municipality by its name in a form that Municipalities does not know: foreign spelling or damaged letters.
const Municipality* by_other_spelling(std::string_view text, const Municipalities& municipalities)
{
    const Municipality* found = municipalities.find(taken_back(text));
    if (found)
        return found;
    std::string small = folded(text);
    for (const std::string_view ending : {" regionskommune", " kommune"})
        if (small.ends_with(ending))
            small.resize(small.size() - ending.size());
    const std::string plain = with_plain_letters(small);
    for (const Municipality& candidate : municipalities.all())
    {
        const std::string name = folded(candidate.name);
        if (with_plain_letters(name) != plain && !is_damaged_form_of(small, name))
            continue;
        if (found)
            return nullptr;
        found = &candidate;
    }
    return found;
}

const Municipality* by_name_or_code(std::string_view text, const Municipalities& municipalities)
{
    const Municipality* found = municipalities.find(text);
    return found ? found : by_other_spelling(text, municipalities);
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

struct CodeAndName
{
    std::string code;
    std::string name;
};

/// "101 København", "101: København", "København (101)", "København, 101".
std::optional<CodeAndName> code_and_name(std::string_view text)
{
    constexpr std::string_view between = " \t-:;,.()[]/";
    const auto bare = [between](std::string_view part)
    {
        while (!part.empty() && between.find(part.front()) != std::string_view::npos)
            part.remove_prefix(1);
        while (!part.empty() && between.find(part.back()) != std::string_view::npos)
            part.remove_suffix(1);
        return part;
    };
    const std::string_view whole = bare(text);
    std::size_t digits = 0;
    while (digits < whole.size() && is_digit(whole[digits]))
        ++digits;
    if (digits >= 2 && digits < whole.size() && between.find(whole[digits]) != std::string_view::npos)
        return CodeAndName{std::string(whole.substr(0, digits)), std::string(bare(whole.substr(digits)))};
    std::size_t start = whole.size();
    while (start > 0 && is_digit(whole[start - 1]))
        --start;
    if (whole.size() - start >= 2 && start > 0 && between.find(whole[start - 1]) != std::string_view::npos)
        return CodeAndName{std::string(whole.substr(start)), std::string(bare(whole.substr(0, start)))};
    return std::nullopt;
}

bool is_country(std::string_view text, const Municipalities& municipalities)
{
    if (!municipalities.country().code.empty() &&
        normalised_code(Cell{std::string(text)}) == municipalities.country().code)
        return true;
    if (same_text(text, municipalities.country().name))
        return true;
    for (const std::string_view name : {"hele landet", "hele danmark", "danmark", "landet", "all denmark", "denmark",
                                        "whole country", "the whole country", "entire country"})
        if (same_text(text, name))
            return true;
    return false;
}

RecognisedPlace region_place(const Region& region)
{
    return {PlaceKind::region, nullptr, region.name, region.valid_from, region.valid_to};
}

std::optional<RecognisedPlace> as_region(std::string_view text, const Municipalities& municipalities)
{
    constexpr std::string_view prefix = "Region ";
    struct EnglishName
    {
        std::string_view english;
        std::string_view danish;
    };
    static constexpr std::array<EnglishName, 5> english_names{{{"Capital Region of Denmark", "Region Hovedstaden"},
                                                               {"Region Zealand", "Region Sjælland"},
                                                               {"Region of Southern Denmark", "Region Syddanmark"},
                                                               {"Central Denmark Region", "Region Midtjylland"},
                                                               {"North Denmark Region", "Region Nordjylland"}}};
    std::string_view wanted = text;
    for (const EnglishName& name : english_names)
        if (same_text(text, name.english))
            wanted = name.danish;
    const std::string code = normalised_code(Cell{std::string(text)});
    const std::string repaired = with_plain_letters(taken_back(wanted));
    for (const Region& region : municipalities.regions())
    {
        const bool by_code = !code.empty() && (code == region.dagi_code || code == region.statbank_code);
        const std::string_view short_name = std::string_view(region.name).starts_with(prefix)
                                                ? std::string_view(region.name).substr(prefix.size())
                                                : std::string_view(region.name);
        if (by_code || same_text(wanted, region.name) || same_text(wanted, short_name) ||
            repaired == with_plain_letters(region.name) || is_damaged_form_of(folded(wanted), folded(region.name)))
            return region_place(region);
    }
    return std::nullopt;
}

std::optional<RecognisedPlace> as_part(std::string_view text, const Municipalities& municipalities)
{
    // StatBank's codes of the landsdele are 01 to 11, always of two digits.
    if (text.size() == 2 && is_digit(text[0]) && is_digit(text[1]) && text >= "01" && text <= "11")
        return RecognisedPlace{PlaceKind::part, nullptr, std::string(text), {}, {}};
    std::string name = folded(text);
    for (const std::string_view prefix : {"province ", "landsdel "})
        if (name.starts_with(prefix))
            name = "landsdel " + name.substr(prefix.size());
    for (const Municipality& municipality : municipalities.all())
        for (const std::string& part : {municipality.landsdel, municipality.group})
            if (name == folded(part) || name == folded(part) + " (dst)")
                return RecognisedPlace{PlaceKind::part, nullptr, part, {}, {}};
    return std::nullopt;
}

bool is_outside(std::string_view text, const NamedCode& outside)
{
    const std::string name = folded(outside.name);
    return normalised_code(Cell{std::string(text)}) == outside.code || same_text(text, outside.name) ||
           with_plain_letters(taken_back(text)) == with_plain_letters(name) || is_damaged_form_of(folded(text), name);
}

/// A place by one text, without a code beside a name in it.
RecognisedPlace by_one_text(std::string_view text, const Municipalities& municipalities)
{
    if (const Municipality* found = by_name_or_code(text, municipalities))
        return {PlaceKind::municipality, found, found->name, {}, {}};
    for (const NamedCode& outside : municipalities.outside())
        if (is_outside(text, outside))
            return {PlaceKind::outside, nullptr, outside.name, {}, {}};
    if (is_country(text, municipalities))
        return {PlaceKind::country, nullptr, municipalities.country().name, {}, {}};
    if (auto part = as_part(text, municipalities))
        return *part;
    if (auto region = as_region(text, municipalities))
        return *region;
    return {PlaceKind::unknown, nullptr, std::string(text), {}, {}};
}

} // namespace

std::string_view place_code(PlaceKind kind)
{
    switch (kind)
    {
    case PlaceKind::municipality:
        return "municipality";
    case PlaceKind::outside:
        return "outside";
    case PlaceKind::country:
        return "country";
    case PlaceKind::region:
        return "region";
    case PlaceKind::part:
        return "part";
    default:
        return "unknown";
    }
}

RecognisedPlace recognise_place(std::string_view text, const Municipalities& municipalities)
{
    const std::string_view typed = trimmed(text);
    if (typed.empty() || typed.size() > longest_name)
        return {PlaceKind::unknown, nullptr, std::string(typed.substr(0, longest_name)), {}, {}};
    const std::string plain = with_plain_dashes(typed);
    RecognisedPlace place = by_one_text(plain, municipalities);
    if (place.kind == PlaceKind::unknown)
        if (const auto parts = code_and_name(plain); parts && !parts->name.empty())
        {
            const RecognisedPlace by_code = by_one_text(parts->code, municipalities);
            RecognisedPlace by_name = by_one_text(parts->name, municipalities);
            // Codes of landsdele are no names; a name alone tells which one it is.
            if (by_name.kind != PlaceKind::unknown && by_code.kind == by_name.kind &&
                (by_code.name == by_name.name || by_name.kind == PlaceKind::part))
                return by_name;
        }
    if (place.kind == PlaceKind::unknown)
        place.name = typed;
    return place;
}

RecognisedPlace recognise_place(const Cell& cell, const Municipalities& municipalities)
{
    if (const std::string* text = std::get_if<std::string>(&cell))
        return recognise_place(std::string_view(*text), municipalities);
    return recognise_place(std::string_view(normalised_code(cell)), municipalities);
}

} // namespace trinvis::reference
