// SPDX-License-Identifier: MPL-2.0
//
// What the product ships, read once for all tests.
//
//     words().danish.get("sheet.entry");            // "Indtastning"
//     test_data("rule_cases.json").at("rules");
#pragma once

#include "catalogue/catalogue.hpp"
#include "catalogue/municipalities.hpp"
#include "ladder/ladder.hpp"
#include "rules/rule.hpp"
#include "texts/words.hpp"

#include "../demo/demo_data.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace trinvis::tests
{

/// The whole of a file. Throws std::runtime_error when it cannot be opened.
[[nodiscard]] std::string file_text(const std::filesystem::path& path);

/// A file of tests/data.
[[nodiscard]] nlohmann::json test_data(const std::string& name);

[[nodiscard]] std::filesystem::path source_dir();
[[nodiscard]] std::filesystem::path templates_dir();

[[nodiscard]] const Words& words();
[[nodiscard]] const Municipalities& municipalities();
[[nodiscard]] const Catalogue& catalogue(Language language);
[[nodiscard]] const std::vector<rules::Rule>& rules_of(Language language);
[[nodiscard]] const Ladder& ladder_of(Language language);

/// The demonstration data of seed 1.
[[nodiscard]] const std::vector<demo::DemoRow>& demo_data();

/// Its eleven cut-off dates.
[[nodiscard]] const std::vector<Date>& demo_cut_offs();

[[nodiscard]] Date day(int year, unsigned month, unsigned day_of_month);

/// A date from "2018-12-31". Throws std::invalid_argument for anything else.
[[nodiscard]] Date day(std::string_view iso);

} // namespace trinvis::tests
