// SPDX-License-Identifier: MPL-2.0
//
// The commands org.trinvis:new-workbook, :add-round, :validate, :repair, :import-data, :groups, :compare, :plan and others,
// as menus, toolbars and scripts call them.
//
// Arguments, all optional: Document (the model; else the frame's), Url (a workbook to open, or where the plan goes),
// Municipality (code or name), Periods (cut-off dates: a sequence of strings, or one string with semicolons), Folder
// (where files go under a name of ours), Cells (what repair mends, such as "Indtastning!C7;Stamdata!B4"; else all of
// it; the result is the number of cells), and for import-data those of read_arguments. A command that is given arguments asks nothing and shows nothing: faults come
// back as exceptions, or as a failure to a result listener.
#include "commands/command.hpp"
#include "commands/services.hpp"
#include "office/guard.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <cppuhelper/weakref.hxx>

namespace trinvis::commands
{

namespace
{

using namespace office;
using Frame = css::uno::Reference<css::frame::XFrame>;

constexpr std::string_view protocol = "org.trinvis:";

class ProtocolHandler
    : public cppu::WeakImplHelper3<css::frame::XDispatchProvider, css::lang::XInitialization, css::lang::XServiceInfo>
{
public:
    explicit ProtocolHandler(const Context& context) : m_context(context)
    {
    }

    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& arguments) override
    {
        Frame frame;
        if (arguments.hasElements() && (arguments[0] >>= frame))
            m_frame = frame;
    }

    css::uno::Reference<css::frame::XDispatch>
        SAL_CALL queryDispatch(const css::util::URL& url, const rtl::OUString& /*target*/, sal_Int32 /*flags*/) override
    {
        return guarded(*this, [&] { return command_for(url); });
    }

    css::uno::Sequence<css::uno::Reference<css::frame::XDispatch>>
        SAL_CALL queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) override
    {
        return guarded(*this,
                       [&]
                       {
                           std::vector<css::uno::Reference<css::frame::XDispatch>> found;
                           for (const css::frame::DispatchDescriptor& request : requests)
                               found.push_back(command_for(request.FeatureURL));
                           return sequence(found);
                       });
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.ProtocolHandler";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.ProtocolHandler", "com.sun.star.frame.ProtocolHandler"});
    }

private:
    [[nodiscard]] css::uno::Reference<css::frame::XDispatch> command_for(const css::util::URL& url) const
    {
        const std::string complete = to_utf8(url.Complete);
        if (!complete.starts_with(protocol))
            return {};
        return make_command(m_context, Frame(m_frame), complete.substr(protocol.size()));
    }

    Context m_context;
    css::uno::WeakReference<css::frame::XFrame> m_frame;
};

} // namespace

} // namespace trinvis::commands

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_ProtocolHandler_get_implementation(css::uno::XComponentContext* context,
                                           const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::commands::ProtocolHandler(context));
}
