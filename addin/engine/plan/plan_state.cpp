// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_state.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace trinvis
{

namespace
{

using nlohmann::json;

constexpr int format_version = 1;

// Short, since the whole has to fit into the properties of a document: id, kind, hash, look, offer, gone.
json part_json(const StatePart& part)
{
    json fields = json::array({part.id, static_cast<int>(part.kind), part.hash, part.look});
    if (!part.offer_look.empty() || part.gone)
        fields.push_back(part.offer_look);
    if (part.gone)
        fields.push_back(1);
    return fields;
}

std::optional<StatePart> part_from(const json& fields)
{
    constexpr std::size_t least = 4;
    if (!fields.is_array() || fields.size() < least || !fields[1].is_number_integer())
        return std::nullopt;
    const int kind = fields[1].get<int>();
    if (kind < static_cast<int>(PartKind::prose) || kind > static_cast<int>(PartKind::own))
        return std::nullopt;
    StatePart part;
    part.id = fields[0].get<std::string>();
    part.kind = static_cast<PartKind>(kind);
    part.hash = fields[2].get<std::string>();
    part.look = fields[3].get<std::string>();
    if (fields.size() > least)
        part.offer_look = fields[least].get<std::string>();
    part.gone = fields.size() > least + 1;
    if (part.id.empty())
        return std::nullopt;
    return part;
}

} // namespace

const StatePart* PlanState::find(std::string_view id) const
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const StatePart& part) { return part.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

std::string write_plan_state(const PlanState& state)
{
    json parts = json::array();
    for (const StatePart& part : state.parts)
        parts.push_back(part_json(part));
    const json options = json::parse(state.options, nullptr, false);
    return json{{"trinvis", format_version},
                {"kind", state.kind},
                {"title", state.title},
                {"shared", state.shared},
                {"options", options.is_object() ? options : json::object()},
                {"parts", parts}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<PlanState> read_plan_state(std::string_view text)
{
    try
    {
        const json content = json::parse(text);
        if (content.at("trinvis").get<int>() != format_version)
            return std::nullopt;
        PlanState state;
        state.kind = content.at("kind").get<std::string>();
        state.title = content.at("title").get<std::string>();
        state.shared = content.at("shared").get<bool>();
        state.options = content.at("options").dump();
        for (const json& fields : content.at("parts"))
        {
            auto part = part_from(fields);
            if (!part || state.find(part->id))
                return std::nullopt;
            state.parts.push_back(std::move(*part));
        }
        return state;
    }
    catch (const json::exception&)
    {
        return std::nullopt;
    }
}

} // namespace trinvis
