// SPDX-License-Identifier: MPL-2.0
#include "texts/both_languages.hpp"

#include <nlohmann/json.hpp>

namespace trinvis
{

BothLanguages both_languages(const nlohmann::json& entry, std::string_view key)
{
    const auto found = entry.find(std::string(key));
    if (found == entry.end())
        return {};
    return {found->at("da").get<std::string>(), found->at("en").get<std::string>()};
}

} // namespace trinvis
