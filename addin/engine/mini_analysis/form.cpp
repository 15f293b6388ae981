// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/form.hpp"

#include "table/text_match.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

using nlohmann::json;

constexpr std::size_t shortest_beginning = 4;

bool begins_with_words(std::string_view name, std::string_view beginning)
{
    return beginning.size() >= shortest_beginning && name.size() > beginning.size() && name.starts_with(beginning) &&
           name[beginning.size()] == ' ';
}

} // namespace

MiniAnalysisForm MiniAnalysisForm::from_json(std::string_view content)
{
    const json parsed = json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("areas") || !parsed.contains("elements"))
        throw std::invalid_argument("the form of the mini-analysis cannot be read");
    MiniAnalysisForm form;
    form.status = both_languages(parsed, "status");
    for (const json& entry : parsed.at("areas"))
        form.areas.push_back({entry.at("id").get<std::string>(), both_languages(entry, "name")});
    for (const json& entry : parsed.at("elements"))
        form.elements.push_back(
            {entry.at("id").get<std::string>(), both_languages(entry, "name"), both_languages(entry, "covers")});
    for (const json& entry : parsed.at("ratings"))
        form.ratings.push_back({entry.at("value").get<int>(), both_languages(entry, "name")});
    for (const json& entry : parsed.at("figure_areas"))
        form.figure_areas.emplace(entry.at("figure").get<std::string>(), entry.at("area").get<std::string>());
    for (const json& entry : parsed.at("question_areas"))
        form.question_areas.emplace(entry.at("question").get<std::string>(), entry.at("area").get<std::string>());
    return form;
}

const PracticeArea* MiniAnalysisForm::area(std::string_view text) const
{
    const std::string wanted = folded(text);
    if (wanted.empty())
        return nullptr;
    for (const PracticeArea& candidate : areas)
        for (const std::string* name : {&candidate.name.danish, &candidate.name.english})
            if (const std::string known = folded(*name); known == wanted || begins_with_words(known, wanted))
                return &candidate;
    return nullptr;
}

std::string MiniAnalysisForm::area_name(std::string_view id, Language language) const
{
    for (const PracticeArea& candidate : areas)
        if (candidate.id == id)
            return candidate.name.in(language);
    return {};
}

std::vector<std::string> MiniAnalysisForm::area_names(Language language) const
{
    std::vector<std::string> names;
    names.reserve(areas.size());
    for (const PracticeArea& area : areas)
        names.push_back(area.name.in(language));
    return names;
}

std::string rating_text(const Rating& rating, Language language)
{
    return std::to_string(rating.value) + " – " + rating.name.in(language);
}

} // namespace trinvis
