// SPDX-License-Identifier: MPL-2.0
#include "survey/survey.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace trinvis
{

namespace
{

BothLanguages both(const nlohmann::json& entry)
{
    return {entry.at("da").get<std::string>(), entry.at("en").get<std::string>()};
}

} // namespace

Survey Survey::from_json(std::string_view content)
{
    try
    {
        const nlohmann::json parsed = nlohmann::json::parse(content);
        Survey survey;
        survey.version = parsed.at("version").get<std::string>();
        survey.status = both_languages(parsed, "status");
        for (const nlohmann::json& source : parsed.at("sources"))
            if (source.at("id") == "report")
                survey.source = both(source);
        survey.least_answers = parsed.at("limits").at("least_answers").get<std::size_t>();
        survey.least_own_respondents = parsed.at("limits").at("least_own_respondents").get<std::size_t>();
        for (const nlohmann::json& step : parsed.at("scale"))
            survey.scale.at(step.at("score").get<std::size_t>() - 1) = both_languages(step, "label");
        for (const nlohmann::json& area : parsed.at("areas"))
            survey.areas.push_back({area.at("id").get<std::string>(), both_languages(area, "name")});
        for (const nlohmann::json& question : parsed.at("questions"))
            survey.questions.push_back({question.at("number").get<int>(), both_languages(question, "text"),
                                        question.at("area").get<std::string>(), question.at("reversed").get<bool>()});
        return survey;
    }
    catch (const std::exception& fault)
    {
        throw std::invalid_argument(std::string("the survey cannot be read: ") + fault.what());
    }
}

} // namespace trinvis
