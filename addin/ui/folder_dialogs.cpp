// SPDX-License-Identifier: MPL-2.0
#include "ui/folder_dialogs.hpp"

#include "office/text.hpp"
#include "ui/listener.hpp"

#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XRadioButton.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/XFolderPicker2.hpp>

namespace trinvis::ui
{

using namespace office;

std::optional<rtl::OUString> ask_folder(const Context& context, const std::string& title, const rtl::OUString& start)
{
    const auto picker = create<css::ui::dialogs::XFolderPicker2>(context, "com.sun.star.ui.dialogs.FolderPicker");
    picker->setTitle(from_utf8(title));
    if (!start.isEmpty())
        picker->setDisplayDirectory(start);
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return std::nullopt;
    return picker->getDirectory();
}

std::optional<GatherWish> ask_gathering(const Context& context, const Frame& frame, bool workbook_at_hand)
{
    const Dialog dialog(context, frame, "gather_figures.xdl");
    const auto workbook = dialog.control<css::awt::XRadioButton>("into_workbook");
    const auto file = dialog.control<css::awt::XRadioButton>("into_file");
    const auto unnamed = dialog.control<css::awt::XCheckBox>("unnamed");
    workbook->setState(workbook_at_hand);
    file->setState(!workbook_at_hand);
    dialog.enable("into_workbook", workbook_at_hand);
    // A workbook compares with municipalities that it knows: without names there can only be a file.
    const auto follow = [&] { dialog.enable("unnamed", file->getState()); };
    follow();
    workbook->addItemListener(new Listener(follow));
    file->addItemListener(new Listener(follow));
    if (!dialog.confirmed())
        return std::nullopt;
    return GatherWish{workbook->getState() != 0, workbook->getState() != 0 || unnamed->getState() == 0,
                      dialog.control<css::awt::XCheckBox>("with_errors")->getState() != 0};
}

} // namespace trinvis::ui
