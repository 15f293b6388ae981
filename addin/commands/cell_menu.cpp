// SPDX-License-Identifier: MPL-2.0
//
// The context menu of a cell that a finding names: the office calls the job whenever a window of a document is made
// (addin/package/Jobs.xcu), and the job puts a listener on the window's context menus. What it offers also stands in the
// submenu "Fund". In other cells and other documents nothing is added.
#include "calc/marks.hpp"
#include "calc/reader.hpp"
#include "commands/busy.hpp"
#include "commands/cursor.hpp"
#include "commands/finding_commands.hpp"
#include "commands/followed_document.hpp"
#include "commands/services.hpp"
#include "office/package.hpp"
#include "office/text.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/ui/ContextMenuExecuteEvent.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

namespace trinvis::commands
{

namespace
{

using namespace office;
using Triggers = css::uno::Reference<css::container::XIndexContainer>;
using Arguments = css::uno::Sequence<css::beans::NamedValue>;

constexpr const char* submenu_url = "org.trinvis:cell-menu";

rtl::OUString command_of(const css::uno::Any& trigger)
{
    const auto properties = query_if<css::beans::XPropertySet>(trigger);
    const rtl::OUString name("CommandURL");
    if (!properties.is() || !properties->getPropertySetInfo()->hasPropertyByName(name))
        return {};
    return get_property<rtl::OUString>(properties, "CommandURL");
}

bool has_command(const Triggers& menu, const char* command)
{
    for (sal_Int32 i = 0; i < menu->getCount(); ++i)
        if (command_of(menu->getByIndex(i)).equalsAscii(command))
            return true;
    return false;
}

css::uno::Reference<css::beans::XPropertySet> make_trigger(const Triggers& menu, const char* service)
{
    return query<css::beans::XPropertySet>(
        query<css::lang::XMultiServiceFactory>(menu)->createInstance(rtl::OUString::createFromAscii(service)));
}

css::uno::Reference<css::beans::XPropertySet> make_entry(const Triggers& menu, const std::string& command,
                                                         const std::string& label)
{
    const auto entry = make_trigger(menu, "com.sun.star.ui.ActionTrigger");
    set_property(entry, "Text", css::uno::Any(from_utf8(label)));
    set_property(entry, "CommandURL", css::uno::Any(from_utf8(command)));
    return entry;
}

/// The findings when it is worth asking: followed ones are at hand, and else only a marked cell can have any.
std::shared_ptr<const FindingsView>
findings_for(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Place& cell)
{
    if (auto followed = FollowedDocument::view_up_to_date(model))
        return followed;
    const auto document = query<css::sheet::XSpreadsheetDocument>(model);
    return calc::is_marked(document, cell, Package::of(context).words()) ? findings_now(context, model) : nullptr;
}

/// Adds the submenu where the cell has findings; false where nothing was added.
bool add_findings(const Context& context, const css::ui::ContextMenuExecuteEvent& event)
{
    // What a command is writing may be half written.
    if (Busy::any())
        return false;
    const Triggers menu(event.ActionTriggerContainer);
    const auto controller = query_if<css::frame::XController>(event.Selection);
    // Row and column headers, sheet tabs and drawings have menus of their own, in which cells cannot be inserted.
    if (!menu.is() || !controller.is() || !has_command(menu, ".uno:InsertCell") || has_command(menu, submenu_url))
        return false;
    const css::uno::Reference<css::frame::XModel> model = controller->getModel();
    const Words& words = Package::of(context).words();
    if (!calc::looks_like_key_figure_workbook(model, words))
        return false;
    const std::optional<Cursor> cursor = cursor_in(controller);
    if (!cursor || !cursor->single)
        return false;
    const auto view = findings_for(context, model, cursor->place);
    if (!view)
        return false;
    const Texts& texts = words.in(interface_language(context));
    const std::vector<CellMenuEntry> entries = cell_menu(*view, lines_at(*view, cursor->place), texts);
    if (entries.empty())
        return false;
    const auto submenu = query<css::container::XIndexContainer>(
        query<css::lang::XMultiServiceFactory>(menu)->createInstance("com.sun.star.ui.ActionTriggerContainer"));
    for (const CellMenuEntry& entry : entries)
        submenu->insertByIndex(submenu->getCount(),
                               css::uno::Any(make_entry(menu, "org.trinvis:" + entry.command, entry.label)));
    const auto top = make_entry(menu, submenu_url, texts.get("cell_menu.title"));
    set_property(top, "SubContainer", css::uno::Any(css::uno::Reference<css::uno::XInterface>(submenu)));
    menu->insertByIndex(0, css::uno::Any(top));
    menu->insertByIndex(1, css::uno::Any(make_trigger(menu, "com.sun.star.ui.ActionTriggerSeparator")));
    return true;
}

class CellMenu : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor>
{
public:
    explicit CellMenu(const Context& context) : m_context(context)
    {
    }

    css::ui::ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override
    {
        // Whatever goes wrong, the menu opens as it always does.
        try
        {
            // Another listener may have its own to add.
            return add_findings(m_context, event) ? css::ui::ContextMenuInterceptorAction_CONTINUE_MODIFIED
                                                  : css::ui::ContextMenuInterceptorAction_IGNORED;
        }
        catch (const css::uno::Exception&)
        {
            return css::ui::ContextMenuInterceptorAction_IGNORED;
        }
        catch (const std::exception&)
        {
            return css::ui::ContextMenuInterceptorAction_IGNORED;
        }
    }

private:
    Context m_context;
};

/// The document that an event of the office is about.
css::uno::Reference<css::frame::XModel> document_of(const Arguments& arguments)
{
    css::uno::Reference<css::frame::XModel> model;
    for (const css::beans::NamedValue& argument : arguments)
    {
        Arguments environment;
        if (argument.Name == "Environment" && (argument.Value >>= environment))
            for (const css::beans::NamedValue& one : environment)
                if (one.Name == "Model")
                    one.Value >>= model;
    }
    return model;
}

class CellMenuJob : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>
{
public:
    explicit CellMenuJob(const Context& context) : m_context(context)
    {
    }

    css::uno::Any SAL_CALL execute(const Arguments& arguments) override
    {
        try
        {
            const auto model = document_of(arguments);
            if (query_if<css::sheet::XSpreadsheetDocument>(model).is())
                // The window is the document's latest, and that one is its current one. A second listener on a window does no harm:
                // a menu that has the submenu does not get it again.
                if (const auto menus = query_if<css::ui::XContextMenuInterception>(model->getCurrentController());
                    menus.is())
                    menus->registerContextMenuInterceptor(new CellMenu(m_context));
        }
        catch (const css::uno::Exception&)
        {
            // Everything also stands in the menu.
            return {};
        }
        return {};
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.CellMenuJob";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.CellMenuJob"});
    }

private:
    Context m_context;
};

} // namespace

} // namespace trinvis::commands

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_CellMenuJob_get_implementation(css::uno::XComponentContext* context,
                                       const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::commands::CellMenuJob(context));
}
