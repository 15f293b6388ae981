// SPDX-License-Identifier: MPL-2.0
#include "reference/import_signs.hpp"

#include "table/text_match.hpp"

#include <array>

namespace trinvis::reference
{

std::string_view sign_code(SignMeaning meaning)
{
    switch (meaning)
    {
    case SignMeaning::zero:
        return "zero";
    case SignMeaning::not_reported:
        return "not_reported";
    case SignMeaning::not_applicable:
        return "not_applicable";
    case SignMeaning::confidential:
        return "confidential";
    case SignMeaning::invalid:
        return "invalid";
    case SignMeaning::provisional:
        return "provisional";
    case SignMeaning::awaited:
        return "awaited";
    case SignMeaning::left_out:
        return "left_out";
    default:
        return "unanswered";
    }
}

const std::vector<SignMeaning>& sign_meanings()
{
    static const std::vector<SignMeaning> all{
        SignMeaning::not_reported, SignMeaning::not_applicable, SignMeaning::confidential, SignMeaning::invalid,
        SignMeaning::provisional,  SignMeaning::awaited,        SignMeaning::zero,         SignMeaning::left_out};
    return all;
}

std::string sign_word(SignMeaning meaning, const Texts& texts)
{
    const std::string code(sign_code(meaning));
    if (meaning == SignMeaning::zero || meaning == SignMeaning::left_out || meaning == SignMeaning::unanswered)
        return texts.get("import.sign." + code);
    return texts.get("blank." + code);
}

SignMeaning meaning_of_word(std::string_view word, const Words& words)
{
    for (const SignMeaning meaning : sign_meanings())
        for (const Language language : {Language::danish, Language::english})
            if (same_text(word, sign_word(meaning, words.in(language))))
                return meaning;
    return SignMeaning::unanswered;
}

SignMeaning usual_meaning(std::string_view sign, const Words& words)
{
    const std::string small = folded(sign);
    if (small.empty())
        return SignMeaning::left_out;
    if (small.starts_with('<') || small == "x" || small == "*")
        return SignMeaning::confidential;
    // Nought in print, no data in StatBank: nothing is proposed, a person says which.
    if (small == "-" || small == "\xE2\x80\x93")
        return SignMeaning::unanswered;
    for (const std::string_view missing : {"..", "...", "\xE2\x80\xA6", ".", "n/a", "na", "nan", ":"})
        if (small == missing)
            return SignMeaning::not_reported;
    const SignMeaning typed = meaning_of_word(sign, words);
    return typed == SignMeaning::zero || typed == SignMeaning::left_out ? SignMeaning::unanswered : typed;
}

} // namespace trinvis::reference
