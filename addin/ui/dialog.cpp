// SPDX-License-Identifier: MPL-2.0
#include "ui/dialog.hpp"

#include "office/package.hpp"
#include "office/text.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>

namespace trinvis::ui
{

using namespace office;

Dialog::Dialog(const Context& context, const Frame& frame, const char* file)
    : m_texts(Package::of(context).words().in(interface_language(context)))
{
    // With the document at hand the dialog belongs to its window and opens over it.
    std::vector<css::uno::Any> arguments;
    if (const auto controller = frame->getController(); controller.is() && controller->getModel().is())
        arguments.emplace_back(controller->getModel());
    const auto provider =
        query<css::awt::XDialogProvider2>(context->getServiceManager()->createInstanceWithArgumentsAndContext(
            "com.sun.star.awt.DialogProvider2", sequence(arguments), context));
    m_dialog = query<css::awt::XDialog2>(
        provider->createDialog("vnd.sun.star.extension://org.trinvis/dialogs/" + rtl::OUString::createFromAscii(file)));
    const auto container = query<css::awt::XControlContainer>(m_dialog);
    translate(model(), "Title");
    for (const css::uno::Reference<css::awt::XControl>& control : container->getControls())
        translate(control->getModel(), "Label");
}

Dialog::~Dialog()
{
    try
    {
        query<css::lang::XComponent>(m_dialog)->dispose();
    }
    catch (const css::uno::Exception&)
    {
        // The window went before us.
        return;
    }
}

bool Dialog::confirmed() const
{
    return result() == css::ui::dialogs::ExecutableDialogResults::OK;
}

short Dialog::result() const
{
    return query<css::awt::XDialog>(m_dialog)->execute();
}

void Dialog::end(sal_Int32 result) const
{
    m_dialog->endDialog(result);
}

css::uno::Reference<css::awt::XControlModel> Dialog::model(const char* name) const
{
    return name ? control<css::awt::XControl>(name)->getModel() : query<css::awt::XControl>(m_dialog)->getModel();
}

void Dialog::show(const char* name, bool visible) const
{
    control<css::awt::XWindow>(name)->setVisible(visible);
}

void Dialog::enable(const char* name, bool enabled) const
{
    set_property(model(name), "Enabled", css::uno::Any(enabled));
}

void Dialog::translate(const css::uno::Reference<css::awt::XControlModel>& model, const char* property_name)
{
    const auto properties = query<css::beans::XPropertySet>(model);
    if (!properties->getPropertySetInfo()->hasPropertyByName(rtl::OUString::createFromAscii(property_name)))
        return;
    const std::string key = to_utf8(get_property<rtl::OUString>(properties, property_name));
    if (key.starts_with("@"))
        set_property(properties, property_name, css::uno::Any(from_utf8(m_texts.get(key.substr(1)))));
}

css::uno::Reference<css::ui::dialogs::XFilePicker3> file_picker(const Context& context, sal_Int16 kind)
{
    return query<css::ui::dialogs::XFilePicker3>(context->getServiceManager()->createInstanceWithArgumentsAndContext(
        "com.sun.star.ui.dialogs.FilePicker", sequence<css::uno::Any>({css::uno::Any(kind)}), context));
}

std::vector<rtl::OUString> picked_files(const css::uno::Reference<css::ui::dialogs::XFilePicker3>& picker,
                                        const rtl::OUString& folder)
{
    picker->setMultiSelectionMode(true);
    if (!folder.isEmpty())
        picker->setDisplayDirectory(folder);
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return {};
    const css::uno::Sequence<rtl::OUString> files = picker->getSelectedFiles();
    return {files.begin(), files.end()};
}

} // namespace trinvis::ui
