// SPDX-License-Identifier: MPL-2.0
//
// The one office of the test binary: started before the first test, ended after the last, which must be in good order.
#pragma once

#include "running_office.hpp"

#include <filesystem>

namespace trinvis::testing::shared_office
{

/// The office that runs.
[[nodiscard]] RunningOffice& office();

/// Starts another one, when the first has died.
void start();

/// A folder for workbooks that are made once and copied for each test that wants one.
[[nodiscard]] std::filesystem::path store_room();

} // namespace trinvis::testing::shared_office
