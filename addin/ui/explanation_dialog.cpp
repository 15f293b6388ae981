// SPDX-License-Identifier: MPL-2.0
#include "ui/explanation_dialog.hpp"

#include "office/text.hpp"
#include "table/text_match.hpp"
#include "ui/dialog.hpp"

#include <com/sun/star/awt/XTextComponent.hpp>

namespace trinvis::ui
{

using namespace office;

std::optional<std::string> ask_explanation(const Context& context, const Frame& frame, const std::string& detail,
                                           const std::string& present)
{
    const Dialog dialog(context, frame, "explain_finding.xdl");
    dialog.control<css::awt::XTextComponent>("detail")->setText(from_utf8(detail));
    const auto edit = dialog.control<css::awt::XTextComponent>("explanation");
    edit->setText(from_utf8(present));
    if (!dialog.confirmed())
        return std::nullopt;
    return std::string(trimmed(to_utf8(edit->getText())));
}

} // namespace trinvis::ui
