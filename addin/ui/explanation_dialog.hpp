// SPDX-License-Identifier: MPL-2.0
//
// Asks for the explanation of a warning.
//
//     if (const auto text = ask_explanation(context, frame, detail, present))
//         explain_finding(context, document, finding, *text);
#pragma once

#include "ui/dialogs.hpp"

namespace trinvis::ui
{

/// Shows what is known of a finding and asks for its explanation; the present one stands in the field. Nothing when the
/// person cancels; an empty text takes the explanation back.
[[nodiscard]] std::optional<std::string> ask_explanation(const office::Context& context, const Frame& frame,
                                                         const std::string& detail, const std::string& present);

} // namespace trinvis::ui
