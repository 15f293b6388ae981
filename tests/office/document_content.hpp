// SPDX-License-Identifier: MPL-2.0
//
// A whole document as lines of text, to be compared before and after.
//
//     const std::vector<std::string> before = content_of(document);
//     EXPECT_EQ(difference(before, content_of(document)), "");
#pragma once

#include "office_fixture.hpp"

namespace trinvis::testing
{

/// All that a document holds, one line a row, format or name, so that two can be compared. Without the looks of the cells
/// it takes a fraction of the time.
[[nodiscard]] std::vector<std::string> content_of(const Document& document, bool with_looks = true);
/// The first line in which two contents differ, with both versions; empty when they are the same.
[[nodiscard]] std::string difference(const std::vector<std::string>& before, const std::vector<std::string>& after);

} // namespace trinvis::testing
