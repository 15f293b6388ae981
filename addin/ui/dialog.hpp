// SPDX-License-Identifier: MPL-2.0
//
// A dialog from the package with its words put in, and the office's file dialog.
//
//     const Dialog dialog(context, frame, "add_round.xdl");
//     dialog.control<css::awt::XTextComponent>("date")->setText(proposal);
//     if (dialog.confirmed()) ...
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XDialog2.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/dialogs/XFilePicker3.hpp>
#include <vector>

namespace trinvis::ui
{

using Frame = css::uno::Reference<css::frame::XFrame>;

class Dialog
{
public:
    /// Every label and title that reads "@key" becomes the text of the key, in the language of the menus. While the dialog
    /// is shown F1 opens the page of the help that it belongs to.
    Dialog(const office::Context& context, const Frame& frame, const char* file);
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    ~Dialog();

    /// Shows the dialog until it is closed; true when its OK button did.
    [[nodiscard]] bool confirmed() const;

    /// Shows the dialog until it is closed; what end() was given, 0 when it was cancelled.
    [[nodiscard]] short result() const;
    /// Closes it from a listener.
    void end(sal_Int32 result) const;

    template <typename Interface>
    [[nodiscard]] css::uno::Reference<Interface> control(const char* name) const
    {
        return office::query<Interface>(
            office::query<css::awt::XControlContainer>(m_dialog)->getControl(rtl::OUString::createFromAscii(name)));
    }

    /// The model of a control, or of the dialog itself where no name is given.
    [[nodiscard]] css::uno::Reference<css::awt::XControlModel> model(const char* name = nullptr) const;

    [[nodiscard]] css::uno::Reference<css::awt::XDialog2> window() const
    {
        return m_dialog;
    }

    /// Shows a control or takes it away.
    void show(const char* name, bool visible) const;
    void enable(const char* name, bool enabled) const;

    [[nodiscard]] const Texts& texts() const
    {
        return m_texts;
    }

private:
    void translate(const css::uno::Reference<css::awt::XControlModel>& model, const char* property_name);

    office::Context m_context;
    std::string_view m_help_page;
    css::uno::Reference<css::awt::XDialog2> m_dialog;
    const Texts& m_texts;
};

/// The office's file dialog of a kind (com.sun.star.ui.dialogs.TemplateDescription).
[[nodiscard]] css::uno::Reference<css::ui::dialogs::XFilePicker3> file_picker(const office::Context& context,
                                                                              sal_Int16 kind);

/// Lets one or more files be picked, beginning in a folder (a URL; empty: the office's own choice).
/// Returns their URLs; none when the person cancels.
[[nodiscard]] std::vector<rtl::OUString> picked_files(const css::uno::Reference<css::ui::dialogs::XFilePicker3>& picker,
                                                      const rtl::OUString& folder);

} // namespace trinvis::ui
