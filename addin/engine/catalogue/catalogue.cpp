// SPDX-License-Identifier: MPL-2.0
#include "catalogue/catalogue.hpp"

#include "table/text_match.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

struct KindWord
{
    FigureKind kind;
    std::string_view code;
    std::string_view key;
};

constexpr std::array<KindWord, 5> kinds{{{FigureKind::share, "share", "kind.share"},
                                         {FigureKind::rate, "rate", "kind.rate"},
                                         {FigureKind::ratio, "ratio", "kind.ratio"},
                                         {FigureKind::average, "average", "kind.average"},
                                         {FigureKind::count, "count", "kind.count"}}};

struct DirectionWord
{
    Direction direction;
    std::string_view code;
    std::string_view key;
};

constexpr std::array<DirectionWord, 3> directions{{{Direction::neither, "neither", "direction.neither"},
                                                   {Direction::higher, "higher", "direction.higher"},
                                                   {Direction::lower, "lower", "direction.lower"}}};

std::string in_language(const nlohmann::json& entry, std::string_view key, Language language)
{
    const auto found = entry.find(key);
    if (found == entry.end())
        return {};
    return found->is_string() ? found->get<std::string>()
                              : found->at(std::string(language_code(language))).get<std::string>();
}

Figure read_figure(const nlohmann::json& entry, Language language)
{
    Figure figure;
    figure.id = entry.at("id").get<std::string>();
    figure.name = in_language(entry, "name", language);
    const auto kind_code = entry.at("kind").get<std::string>();
    for (const KindWord& word : kinds)
        if (word.code == kind_code)
            figure.kind = word.kind;
    const auto direction_code = entry.value("direction", "neither");
    for (const DirectionWord& word : directions)
        if (word.code == direction_code)
            figure.direction = word.direction;
    figure.numerator = entry.value("numerator", "");
    figure.denominator = entry.value("denominator", "");
    figure.value = entry.value("value", "");
    figure.factor = entry.value("factor", 1.0);
    figure.unit = in_language(entry, "unit", language);
    if (const auto definition = entry.find("definition"); definition != entry.end())
        for (const auto& [key, text] : definition->items())
            figure.definition[key] = in_language(*definition, key, language);
    return figure;
}

} // namespace

Catalogue Catalogue::from_json(std::string_view content, Language language)
{
    const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("figures") || !parsed.contains("items"))
        throw std::invalid_argument("the catalogue cannot be read");
    Catalogue catalogue;
    catalogue.version = parsed.value("version", "");
    for (const nlohmann::json& entry : parsed.at("figures"))
        catalogue.figures.push_back(read_figure(entry, language));
    for (const nlohmann::json& entry : parsed.at("items"))
        catalogue.items.push_back({entry.at("id").get<std::string>(), in_language(entry, "name", language),
                                   in_language(entry, "unit", language), "role." + entry.at("role").get<std::string>(),
                                   entry.at("figures").get<std::vector<std::string>>()});
    return catalogue;
}

std::string_view kind_key(FigureKind kind)
{
    for (const KindWord& word : kinds)
        if (word.kind == kind)
            return word.key;
    return kinds.front().key;
}

std::optional<FigureKind> kind_from_word(std::string_view word, const Words& words)
{
    for (const KindWord& candidate : kinds)
        if (same_text(word, words.danish.get(candidate.key)) || same_text(word, words.english.get(candidate.key)))
            return candidate.kind;
    return std::nullopt;
}

std::string_view direction_key(Direction direction)
{
    for (const DirectionWord& word : directions)
        if (word.direction == direction)
            return word.key;
    return directions.front().key;
}

Direction direction_from_word(std::string_view word, const Words& words)
{
    for (const DirectionWord& candidate : directions)
        if (same_text(word, words.danish.get(candidate.key)) || same_text(word, words.english.get(candidate.key)))
            return candidate.direction;
    return Direction::neither;
}

} // namespace trinvis
