// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

namespace trinvis
{

namespace
{

/// A text that stands once for both languages or once a language; empty when it is missing.
std::string text_of(const nlohmann::json& object, const char* key, std::string_view language)
{
    const auto member = object.find(key);
    if (member == object.end())
        return {};
    return member->is_string() ? member->get<std::string>() : member->at(std::string(language)).get<std::string>();
}

StepAnswer answer_of(const std::string& written)
{
    static const std::map<std::string, Placement, std::less<>> words{{"outside", Placement::outside},
                                                                     {"not_stated", Placement::not_stated},
                                                                     {"total", Placement::total},
                                                                     {"ask", Placement::ask}};
    if (const auto word = words.find(written); word != words.end())
        return {word->second, {}};
    const auto digit = [&](std::size_t at)
    {
        const int number = at < written.size() ? written[at] - '0' : 0;
        if (number < 1 || number > step_count)
            throw std::invalid_argument("'" + written + "' is no step of the ladder");
        return number;
    };
    if (written.size() == 1)
        return {Placement::step, {digit(0)}};
    if (written.size() != 3 || written[1] != '-' || digit(0) >= digit(2))
        throw std::invalid_argument("'" + written + "' is no step of the ladder");
    std::vector<int> steps(static_cast<std::size_t>(digit(2) - digit(0) + 1));
    std::iota(steps.begin(), steps.end(), digit(0));
    return {Placement::spans, std::move(steps)};
}

template <typename All, typename Code>
auto coded(const All& all, Code code, const std::string& written)
{
    for (const auto one : all)
        if (code(one) == written)
            return one;
    throw std::invalid_argument("the ladder knows no '" + written + "'");
}

} // namespace

std::string_view mapping_kind_code(MappingKind kind)
{
    switch (kind)
    {
    case MappingKind::measure:
        return "measure";
    case MappingKind::section_sel:
        return "section_sel";
    case MappingKind::section_bl:
        return "section_bl";
    case MappingKind::place:
        return "place";
    case MappingKind::account:
        break;
    }
    return "account";
}

std::string_view mapping_status_code(MappingStatus status)
{
    switch (status)
    {
    case MappingStatus::official:
        return "official";
    case MappingStatus::example:
        return "example";
    case MappingStatus::local:
        return "local";
    case MappingStatus::proposal:
        return "proposal";
    case MappingStatus::nothing:
        break;
    }
    return {};
}

Ladder Ladder::from_json(std::string_view content, Language language)
{
    const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("steps") || !parsed.contains("rows") || !parsed.contains("sources"))
        throw std::invalid_argument("the ladder cannot be read");
    const std::string_view code = language_code(language);
    const nlohmann::json& sources = parsed.at("sources");
    const auto source_of = [&](const nlohmann::json& entry)
    { return text_of(sources, entry.at("source").get<std::string>().c_str(), code); };
    Ladder ladder;
    ladder.version = parsed.value("version", "");
    for (const nlohmann::json& entry : parsed.at("steps"))
        ladder.steps.push_back({entry.at("number").get<int>(), text_of(entry, "name", code), source_of(entry)});
    if (ladder.steps.size() != static_cast<std::size_t>(step_count))
        throw std::invalid_argument("the ladder has not six steps");
    for (const nlohmann::json& entry : parsed.at("rows"))
        ladder.rows.push_back({coded(mapping_kinds, mapping_kind_code, entry.at("kind").get<std::string>()),
                               text_of(entry, "code", code), text_of(entry, "label", code),
                               answer_of(entry.at("step").get<std::string>()),
                               coded(mapping_statuses, mapping_status_code, entry.at("status").get<std::string>()),
                               source_of(entry), text_of(entry, "remark", code), -1});
    return ladder;
}

} // namespace trinvis
