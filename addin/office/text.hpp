// SPDX-License-Identifier: MPL-2.0
//
// Text between the office (UTF-16) and the engine (UTF-8).
//
//     const std::string name = to_utf8(sheet->getName());
#pragma once

#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

namespace trinvis::office
{

[[nodiscard]] rtl::OUString from_utf8(std::string_view text);
[[nodiscard]] std::string to_utf8(const rtl::OUString& text);

} // namespace trinvis::office
