// SPDX-License-Identifier: MPL-2.0
#include "ui/dialog.hpp"

#include "office/package.hpp"
#include "office/text.hpp"
#include "ui/help.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::ui
{

using namespace office;

namespace
{

/// The page of the help that a dialog's file belongs to.
std::string_view help_page_of(std::string_view file)
{
    struct Page
    {
        std::string_view begins; ///< the name of the file
        std::string_view page;
    };
    static constexpr std::array<Page, 6> pages{{{"add_round", "start"},
                                                {"new_workbook", "start"},
                                                {"document_", "plan"},
                                                {"import_", "compare"},
                                                {"repair_", "validate"},
                                                {"explain_", "validate"}}};
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const Page& one) { return file.starts_with(one.begins); });
    return found == pages.end() ? "index" : found->page;
}

/// F1 opens our page instead of the office's own help, which knows nothing of our dialogs.
class HelpKey : public cppu::WeakImplHelper1<css::awt::XKeyHandler>
{
public:
    HelpKey(const Context& context, std::string_view page) : m_context(context), m_page(page)
    {
    }

    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override
    {
        if (event.KeyCode != css::awt::Key::F1 || event.Modifiers != 0)
            return false;
        try
        {
            open_help(m_context, m_page);
        }
        catch (const css::uno::Exception&)
        {
            // Without its help the dialog works all the same.
            return true;
        }
        return true;
    }
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent& /*event*/) override
    {
        return false;
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
    }

private:
    Context m_context;
    std::string_view m_page;
};

// Marked as deprecated, and all the same the only way to a key before the office's own help has it.
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif
/// The key is heard as long as this lives.
class HelpWhileShown
{
public:
    HelpWhileShown(const Context& context, std::string_view page)
        : m_toolkit(create<css::awt::XExtendedToolkit>(context, "com.sun.star.awt.Toolkit")),
          m_key(new HelpKey(context, page))
    {
        m_toolkit->addKeyHandler(m_key);
    }
    ~HelpWhileShown()
    {
        try
        {
            m_toolkit->removeKeyHandler(m_key);
        }
        catch (const css::uno::Exception&)
        {
            // The office is ending.
            return;
        }
    }
    HelpWhileShown(const HelpWhileShown&) = delete;
    HelpWhileShown& operator=(const HelpWhileShown&) = delete;

private:
    css::uno::Reference<css::awt::XExtendedToolkit> m_toolkit;
    css::uno::Reference<css::awt::XKeyHandler> m_key;
};
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

} // namespace

Dialog::Dialog(const Context& context, const Frame& frame, const char* file)
    : m_context(context), m_help_page(help_page_of(file)),
      m_texts(Package::of(context).words().in(interface_language(context)))
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
    const HelpWhileShown help(m_context, m_help_page);
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
