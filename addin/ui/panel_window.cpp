// SPDX-License-Identifier: MPL-2.0
#include "ui/panel_window.hpp"

#include "office/guard.hpp"
#include "office/package.hpp"
#include "office/text.hpp"
#include "ui/listener.hpp"

#include <com/sun/star/awt/ImageScaleMode.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XStyleSettings.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XToolkit.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/graphic/XGraphicProvider.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::ui
{

using namespace office;

namespace
{

class ResizeListener : public cppu::WeakImplHelper1<css::awt::XWindowListener>
{
public:
    explicit ResizeListener(std::function<void(int, int)> call) : m_call(std::move(call))
    {
    }
    void SAL_CALL windowResized(const css::awt::WindowEvent& event) override
    {
        guarded(*this,
                [&]
                {
                    if (m_call)
                        m_call(event.Width, event.Height);
                });
    }
    void SAL_CALL windowMoved(const css::awt::WindowEvent& /*event*/) override
    {
    }
    void SAL_CALL windowShown(const css::lang::EventObject& /*event*/) override
    {
    }
    void SAL_CALL windowHidden(const css::lang::EventObject& /*event*/) override
    {
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
        m_call = nullptr;
    }

private:
    std::function<void(int, int)> m_call;
};

} // namespace

PanelWindow::PanelWindow(const Context& context, const css::uno::Reference<css::awt::XWindow>& parent)
    : m_context(context), m_texts(Package::of(context).words().in(interface_language(context)))
{
    const auto control = create<css::awt::XControl>(context, "com.sun.star.awt.UnoControlContainer");
    control->setModel(make_model("com.sun.star.awt.UnoControlContainerModel"));
    control->createPeer(create<css::awt::XToolkit>(context, "com.sun.star.awt.Toolkit"),
                        query<css::awt::XWindowPeer>(parent));
    m_window = query<css::awt::XWindow>(control);
    m_container = query<css::awt::XControlContainer>(control);
    m_window->setVisible(true);
}

PanelWindow::~PanelWindow()
{
    try
    {
        query<css::lang::XComponent>(m_window)->dispose();
    }
    catch (const css::uno::Exception&)
    {
        // The window went before us.
        return;
    }
}

css::uno::Reference<css::awt::XControlModel> PanelWindow::make_model(const char* service) const
{
    return create<css::awt::XControlModel>(m_context, service);
}

void PanelWindow::add(const char* name, const char* control_service,
                      const css::uno::Reference<css::awt::XControlModel>& model) const
{
    const auto control = create<css::awt::XControl>(m_context, control_service);
    control->setModel(model);
    m_container->addControl(rtl::OUString::createFromAscii(name), control);
}

void PanelWindow::add_label(const char* name, std::string_view key) const
{
    const auto model = make_model("com.sun.star.awt.UnoControlFixedTextModel");
    set_property(model, "MultiLine", css::uno::Any(true));
    if (!key.empty())
        set_property(model, "Label", css::uno::Any(from_utf8(m_texts.get(key))));
    add(name, "com.sun.star.awt.UnoControlFixedText", model);
}

void PanelWindow::add_button(const char* name, const std::string& key) const
{
    const auto model = make_model("com.sun.star.awt.UnoControlButtonModel");
    set_property(model, "Label", css::uno::Any(from_utf8(m_texts.get(key))));
    set_property(model, "HelpText", css::uno::Any(from_utf8(m_texts.get(key + ".help"))));
    add(name, "com.sun.star.awt.UnoControlButton", model);
}

void PanelWindow::add_choice(const char* name) const
{
    const auto model = make_model("com.sun.star.awt.UnoControlListBoxModel");
    set_property(model, "Dropdown", css::uno::Any(true));
    set_property(model, "LineCount", css::uno::Any(static_cast<sal_Int16>(16)));
    add(name, "com.sun.star.awt.UnoControlListBox", model);
}

void PanelWindow::add_list(const char* name) const
{
    add(name, "com.sun.star.awt.UnoControlListBox", make_model("com.sun.star.awt.UnoControlListBoxModel"));
}

void PanelWindow::add_picture(const char* name) const
{
    const auto model = make_model("com.sun.star.awt.UnoControlImageControlModel");
    set_property(model, "Border", css::uno::Any(static_cast<sal_Int16>(0)));
    set_property(model, "ScaleMode", css::uno::Any(css::awt::ImageScaleMode::ISOTROPIC));
    set_property(model, "Tabstop", css::uno::Any(false));
    add(name, "com.sun.star.awt.UnoControlImageControl", model);
}

void PanelWindow::add_field(const char* name) const
{
    add(name, "com.sun.star.awt.UnoControlEdit", make_model("com.sun.star.awt.UnoControlEditModel"));
}

css::uno::Reference<css::awt::XControlModel> PanelWindow::model(const char* name) const
{
    return control<css::awt::XControl>(name)->getModel();
}

void PanelWindow::say(const char* name, const std::string& text) const
{
    const auto label = model(name);
    const rtl::OUString wanted = from_utf8(text);
    if (get_property<rtl::OUString>(label, "Label") != wanted)
        set_property(label, "Label", css::uno::Any(wanted));
}

bool PanelWindow::is_said(const char* name) const
{
    return !get_property<rtl::OUString>(model(name), "Label").isEmpty();
}

void PanelWindow::show_picture(const char* name, const std::string& svg, const std::string& words) const
{
    css::uno::Reference<css::graphic::XGraphic> picture;
    if (!svg.empty())
    {
        const auto provider = create<css::graphic::XGraphicProvider>(m_context, "com.sun.star.graphic.GraphicProvider");
        const css::uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(svg.data()),
                                                 static_cast<sal_Int32>(svg.size()));
        picture = provider->queryGraphic(sequence<css::beans::PropertyValue>(
            {property("InputStream",
                      css::uno::Any(css::io::SequenceInputStream::createStreamFromSequence(m_context, bytes))),
             property("MimeType", css::uno::Any(rtl::OUString("image/svg+xml")))}));
    }
    const auto where = model(name);
    set_property(where, "Graphic", css::uno::Any(picture));
    set_property(where, "HelpText", css::uno::Any(from_utf8(words)));
}

std::pair<std::uint32_t, std::uint32_t> PanelWindow::colours() const
{
    const auto supplier = query<css::awt::XStyleSettingsSupplier>(query<css::awt::XControl>(m_window)->getPeer());
    const css::uno::Reference<css::awt::XStyleSettings> style = supplier->getStyleSettings();
    constexpr std::uint32_t no_alpha = 0xFFFFFF;
    return {static_cast<std::uint32_t>(style->getDialogTextColor()) & no_alpha,
            static_cast<std::uint32_t>(style->getDialogColor()) & no_alpha};
}

void PanelWindow::enable(const char* name, bool enabled) const
{
    const auto one = model(name);
    if (get_property<bool>(one, "Enabled") != enabled)
        set_property(one, "Enabled", css::uno::Any(enabled));
}

void PanelWindow::on_click(const char* name, std::function<void()> call) const
{
    control<css::awt::XButton>(name)->addActionListener(new Listener(std::move(call)));
}

void PanelWindow::on_resize(std::function<void(int width, int height)> call)
{
    m_window->addWindowListener(new ResizeListener(std::move(call)));
}

void PanelWindow::place(const char* name, const css::awt::Rectangle& where) const
{
    control<css::awt::XWindow>(name)->setPosSize(where.X, where.Y, where.Width, where.Height, 15);
}

int PanelWindow::height_of(const char* name) const
{
    return control<css::awt::XLayoutConstrains>(name)->getPreferredSize().Height;
}

int PanelWindow::height_of(const char* name, int width) const
{
    return control<css::awt::XLayoutConstrains>(name)->calcAdjustedSize({width, 10'000}).Height;
}

int PanelWindow::width_of(const char* name) const
{
    return control<css::awt::XLayoutConstrains>(name)->getPreferredSize().Width;
}

} // namespace trinvis::ui
