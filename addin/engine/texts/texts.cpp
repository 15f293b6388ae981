// SPDX-License-Identifier: MPL-2.0
#include "texts/texts.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

std::string_view language_code(Language language)
{
    return language == Language::danish ? "da" : "en";
}

Language language_from_code(std::string_view code)
{
    return code.substr(0, 2) == "da" ? Language::danish : Language::english;
}

std::string fill_in(std::string_view sentence, const Replacements& values)
{
    std::string filled;
    filled.reserve(sentence.size());
    std::size_t position = 0;
    while (position < sentence.size())
    {
        const std::size_t open = sentence.find('{', position);
        const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos)
            break;
        filled.append(sentence.substr(position, open - position));
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        const std::string* value = nullptr;
        for (const auto& [candidate, text] : values)
            if (candidate == name)
                value = &text;
        if (value)
            filled.append(*value);
        else
            filled.append(sentence.substr(open, close - open + 1));
        position = close + 1;
    }
    filled.append(sentence.substr(position));
    return filled;
}

Texts Texts::from_json(std::string_view content)
{
    const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("language"))
        throw std::invalid_argument("a text file must be a JSON object with a \"language\"");
    Texts texts;
    for (const auto& [key, value] : parsed.items())
    {
        if (!value.is_string())
            throw std::invalid_argument("the text of " + key + " is no string");
        texts.m_texts.emplace(key, value.get<std::string>());
    }
    texts.m_language = language_from_code(texts.m_texts.at("language"));
    return texts;
}

const std::string& Texts::get(std::string_view key) const
{
    const auto found = m_texts.find(key);
    if (found == m_texts.end())
        throw std::out_of_range("no text for the key " + std::string(key));
    return found->second;
}

std::string Texts::format(std::string_view key, const Replacements& values) const
{
    return fill_in(get(key), values);
}

std::string Texts::count(std::string_view key, std::size_t n) const
{
    return format(std::string(key) + (n == 1 ? ".one" : ".many"), {{"n", std::to_string(n)}});
}

} // namespace trinvis
