// SPDX-License-Identifier: MPL-2.0
//
// What an import will do, in words for the person who decides whether it does.
//
//     import_summary("ANBAAR12.csv", rows, texts);      // "ANBAAR12.csv\n• 1.274 nye rækker …"
#pragma once

#include "reference/import_rows.hpp"
#include "reference/layout_mapping.hpp"

namespace trinvis::reference
{

/// Lines with the source's name on top: how many values are new, replaced and unchanged, what is left out and why, where
/// definitions differ, and the first of the values that differ.
[[nodiscard]] std::string import_summary(const std::string& name, const ImportRows& rows, const Texts& texts);
[[nodiscard]] std::string import_summary(const std::string& name, const LayoutResult& result, const Texts& texts);

} // namespace trinvis::reference
