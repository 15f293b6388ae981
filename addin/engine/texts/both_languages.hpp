// SPDX-License-Identifier: MPL-2.0
//
// A text of shipped data in both languages: {"da": "myndighed", "en": "authority side"}.
//
//     both_languages(entry, "name").in(Language::danish);        // "myndighed"
#pragma once

#include "texts/texts.hpp"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace trinvis
{

struct BothLanguages
{
    std::string danish;
    std::string english;

    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::danish ? danish : english;
    }
};

/// The text of a key of a JSON object, empty where there is no such key. Throws nlohmann::json::exception for a text that
/// lacks a language.
[[nodiscard]] BothLanguages both_languages(const nlohmann::json& entry, std::string_view key);

} // namespace trinvis
