// SPDX-License-Identifier: MPL-2.0
//
// Marks cells with findings by conditional formats of our own, which lie over the user's formatting and take nothing
// from it. A new validation takes the old marks away; conditional formats of the user are not touched.
//
//     mark_findings(document, findings, texts, step);
#pragma once

#include "calc/sheet_writer.hpp"
#include "validation/finding.hpp"

#include <vector>

namespace trinvis::calc
{

/// Replaces all marks of the document by those of the findings. Part of the undo step: conditional formats have no undo
/// of their own in LibreOffice, so an action of ours is put among the others.
void mark_findings(const Document& document, const std::vector<Finding>& findings, const Texts& texts,
                   office::UndoStep& step);

/// True when a cell bears a mark of the last validation, whatever the language it was made in.
[[nodiscard]] bool is_marked(const Document& document, const Place& cell, const Words& words);

} // namespace trinvis::calc
