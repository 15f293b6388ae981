// SPDX-License-Identifier: MPL-2.0
#include "commands/first_run.hpp"

#include "commands/services.hpp"
#include "office/guard.hpp"
#include "office/package.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XFramesSupplier.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <osl/process.h>

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr const char* bar_name = "org.trinvis.first_run";

/// An office that was started without a screen has windows all the same, which nobody sees.
bool is_without_screen()
{
    for (sal_uInt32 i = 0; i < osl_getCommandArgCount(); ++i)
    {
        rtl::OUString argument;
        osl_getCommandArg(i, &argument.pData);
        for (const char* word : {"--headless", "-headless", "--invisible", "-invisible"})
            if (argument.equalsAscii(word))
                return true;
    }
    return false;
}

css::beans::StringPair button(const std::string& label, const char* command)
{
    return {from_utf8(label), rtl::OUString::createFromAscii(command)};
}

/// What the office calls when a spreadsheet was opened (package/Jobs.xcu).
class FirstRun : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>
{
public:
    explicit FirstRun(const Context& context) : m_context(context)
    {
    }

    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override
    {
        return guarded(*this,
                       [&]
                       {
                           css::uno::Sequence<css::beans::NamedValue> environment;
                           for (const css::beans::NamedValue& argument : arguments)
                               if (argument.Name == "Environment")
                                   argument.Value >>= environment;
                           Model document;
                           for (const css::beans::NamedValue& value : environment)
                               if (value.Name == "Model")
                                   value.Value >>= document;
                           offer_practice(m_context, document);
                           return css::uno::Any();
                       });
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.FirstRun";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.FirstRun"});
    }

private:
    Context m_context;
};

} // namespace

bool offer_practice(const Context& context, const Model& document)
{
    if (!has_window(document) || is_without_screen() || !practice_offer_wanted(context))
        return false;
    const auto bars = query_if<css::frame::XInfobarProvider>(document->getCurrentController());
    if (!bars.is())
        return false;
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    // Remembered first: an offer that cannot be remembered would come in every document.
    keep_practice_offered(context);
    bars->appendInfobar(
        rtl::OUString::createFromAscii(bar_name), from_utf8(texts.get("first_run.title")),
        from_utf8(texts.get("first_run.text")), css::frame::InfobarType::INFO,
        sequence<css::beans::StringPair>({button(texts.get("first_run.practice"), "org.trinvis:practice"),
                                          button(texts.get("first_run.help"), "org.trinvis:help")}),
        true);
    return true;
}

void end_offer(const Context& context)
{
    if (practice_offer_wanted(context))
        keep_practice_offered(context);
    const auto frames = create<css::frame::XFramesSupplier>(context, "com.sun.star.frame.Desktop")->getFrames();
    for (sal_Int32 i = 0; i < frames->getCount(); ++i)
    {
        css::uno::Reference<css::frame::XFrame> frame;
        frames->getByIndex(i) >>= frame;
        const auto bars = frame.is() ? query_if<css::frame::XInfobarProvider>(frame->getController())
                                     : css::uno::Reference<css::frame::XInfobarProvider>();
        const rtl::OUString name = rtl::OUString::createFromAscii(bar_name);
        if (bars.is() && bars->hasInfobar(name))
            bars->removeInfobar(name);
    }
}

} // namespace trinvis::commands

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_FirstRun_get_implementation(css::uno::XComponentContext* context,
                                    const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::commands::FirstRun(context));
}
