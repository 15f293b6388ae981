// SPDX-License-Identifier: MPL-2.0
//
// The page under Tools ▸ Options ▸ Nøgletal: the office makes its window from package/dialogs/settings.xdl and tells this
// when the page is to be filled ("initialize"), filled again ("back") and kept ("ok"). What the municipality has locked
// is shown, but greyed.
#include "office/guard.hpp"
#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/settings.hpp"
#include "office/text.hpp"
#include "table/text_match.hpp"
#include "ui/dialog.hpp"
#include "ui/dialogs.hpp"
#include "ui/help.hpp"
#include "ui/listener.hpp"
#include "ui/services.hpp"

#include <algorithm>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/XFolderPicker2.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <osl/file.hxx>

namespace trinvis::ui
{

namespace
{

using namespace office;
using Window = css::uno::Reference<css::awt::XWindow>;

/// The control that shows a setting, in the order of setting_names.
constexpr std::array<const char*, setting_names.size()> control_names{"municipality", "language", "group",  "level",
                                                                      "threshold",    "live",     "folder", "address"};

/// A folder as it is typed, as a path or as a URL, as a URL without a slash at its end.
std::string folder_url(const rtl::OUString& typed)
{
    const std::string text(trimmed(to_utf8(typed)));
    rtl::OUString url = from_utf8(text);
    if (!text.empty() && !text.starts_with("file:") &&
        osl::FileBase::getFileURLFromSystemPath(from_utf8(text), url) != osl::FileBase::E_None)
        return {};
    std::string result = to_utf8(url);
    while (result.ends_with('/'))
        result.pop_back();
    return result;
}

/// The page in its window.
class Page
{
public:
    Page(const Context& context, const Window& window)
        : m_context(context), m_texts(Package::of(context).words().in(interface_language(context))),
          m_controls(query<css::awt::XControlContainer>(window)), m_municipalities(sorted_municipalities(context))
    {
    }

    /// Puts the words and the choices in; once a window.
    void make()
    {
        for (const css::uno::Reference<css::awt::XControl>& control : m_controls->getControls())
            for (const char* name : {"Label", "HelpText"})
                put_words(query<css::beans::XPropertySet>(control->getModel()), name);
        std::vector<std::string> lines{m_texts.get("options.no_municipality")};
        lines.reserve(m_municipalities.size() + 1);
        for (const Municipality* municipality : m_municipalities)
            lines.push_back(municipality->name + " (" + municipality->code + ")");
        add("municipality", lines);
        add("language",
            {m_texts.get("options.language.menus"), m_texts.get("language.da"), m_texts.get("language.en")});
        lines.clear();
        for (const GroupKind kind : group_kinds)
            lines.push_back(m_texts.get("group_kind." + std::string(group_code(kind))));
        add("group", lines);
        lines.clear();
        for (const Weighting weighting : weightings)
            lines.push_back(m_texts.get("weighting." + std::string(weighting_code(weighting))));
        add("level", lines);
        lines.clear();
        for (const int threshold : sharing_thresholds)
            lines.push_back(std::to_string(threshold));
        add("threshold", lines);
        control<css::awt::XButton>("browse")->addActionListener(
            new Listener([context = m_context, folder = control<css::awt::XTextComponent>("folder")]
                         { pick_folder(context, folder); }));
        control<css::awt::XButton>("help")->addActionListener(
            new Listener([context = m_context] { open_help(context, "settings"); }));
    }

    void show(const Settings& settings) const
    {
        const auto own = std::find_if(m_municipalities.begin(), m_municipalities.end(),
                                      [&](const Municipality* one) { return one->code == settings.municipality; });
        select("municipality", own == m_municipalities.end() ? 0 : 1 + (own - m_municipalities.begin()));
        select("language", !settings.workbook_language ? 0 : settings.workbook_language == Language::danish ? 1 : 2);
        select("group", static_cast<std::ptrdiff_t>(settings.comparison_group));
        select("level", static_cast<std::ptrdiff_t>(settings.group_level));
        select("threshold",
               std::find(sharing_thresholds.begin(), sharing_thresholds.end(), settings.small_number_threshold) -
                   sharing_thresholds.begin());
        control<css::awt::XCheckBox>("live")->setState(settings.live_validation ? 1 : 0);
        control<css::awt::XTextComponent>("folder")->setText(
            from_utf8(readable_url(from_utf8(settings.template_folder))));
        control<css::awt::XTextComponent>("address")->setText(from_utf8(settings.statbank_address));
        const std::vector<std::string_view> locked = locked_settings(m_context);
        for (std::size_t i = 0; i < setting_names.size(); ++i)
            enable(control_names[i], std::find(locked.begin(), locked.end(), setting_names[i]) == locked.end());
        enable("browse", std::find(locked.begin(), locked.end(), "TemplateFolder") == locked.end());
        control<css::awt::XWindow>("locked")->setVisible(!locked.empty());
    }

    [[nodiscard]] Settings chosen() const
    {
        Settings settings;
        if (const std::size_t own = selected("municipality", m_municipalities.size() + 1); own > 0)
            settings.municipality = m_municipalities[own - 1]->code;
        if (const std::size_t language = selected("language", 3); language > 0)
            settings.workbook_language = language == 1 ? Language::danish : Language::english;
        settings.comparison_group = group_kinds.at(selected("group", group_kinds.size()));
        settings.group_level = weightings.at(selected("level", weightings.size()));
        settings.small_number_threshold = sharing_thresholds.at(selected("threshold", sharing_thresholds.size()));
        settings.live_validation = control<css::awt::XCheckBox>("live")->getState() != 0;
        settings.template_folder = folder_url(control<css::awt::XTextComponent>("folder")->getText());
        settings.statbank_address = trimmed(to_utf8(control<css::awt::XTextComponent>("address")->getText()));
        return settings;
    }

private:
    template <typename Interface>
    [[nodiscard]] css::uno::Reference<Interface> control(const char* name) const
    {
        return query<Interface>(m_controls->getControl(rtl::OUString::createFromAscii(name)));
    }

    void put_words(const css::uno::Reference<css::beans::XPropertySet>& model, const char* name) const
    {
        if (!model->getPropertySetInfo()->hasPropertyByName(rtl::OUString::createFromAscii(name)))
            return;
        const std::string key = to_utf8(get_property<rtl::OUString>(model, name));
        if (key.starts_with("@"))
            set_property(model, name, css::uno::Any(from_utf8(m_texts.get(key.substr(1)))));
    }

    void add(const char* list, const std::vector<std::string>& lines) const
    {
        std::vector<rtl::OUString> shown;
        shown.reserve(lines.size());
        for (const std::string& line : lines)
            shown.push_back(from_utf8(line));
        control<css::awt::XListBox>(list)->addItems(sequence(shown), 0);
    }

    void select(const char* list, std::ptrdiff_t position) const
    {
        control<css::awt::XListBox>(list)->selectItemPos(static_cast<sal_Int16>(position), true);
    }

    /// The chosen line; the first where none is.
    [[nodiscard]] std::size_t selected(const char* list, std::size_t lines) const
    {
        const sal_Int16 position = control<css::awt::XListBox>(list)->getSelectedItemPos();
        return position < 0 || static_cast<std::size_t>(position) >= lines ? 0 : static_cast<std::size_t>(position);
    }

    void enable(const char* name, bool enabled) const
    {
        set_property(control<css::awt::XControl>(name)->getModel(), "Enabled", css::uno::Any(enabled));
    }

    static void pick_folder(const Context& context, const css::uno::Reference<css::awt::XTextComponent>& field)
    {
        const auto picker = create<css::ui::dialogs::XFolderPicker2>(context, "com.sun.star.ui.dialogs.FolderPicker");
        picker->setTitle(
            from_utf8(Package::of(context).words().in(interface_language(context)).get("options.pick_folder")));
        if (const std::string now = folder_url(field->getText()); !now.empty())
            picker->setDisplayDirectory(from_utf8(now));
        if (picker->execute() == css::ui::dialogs::ExecutableDialogResults::OK)
            field->setText(from_utf8(readable_url(picker->getDirectory())));
    }

    Context m_context;
    const Texts& m_texts;
    css::uno::Reference<css::awt::XControlContainer> m_controls;
    std::vector<const Municipality*> m_municipalities;
};

class OptionsPage : public cppu::WeakImplHelper2<css::awt::XContainerWindowEventHandler, css::lang::XServiceInfo>
{
public:
    explicit OptionsPage(const Context& context) : m_context(context)
    {
    }

    sal_Bool SAL_CALL callHandlerMethod(const Window& window, const css::uno::Any& event,
                                        const rtl::OUString& method) override
    {
        return guarded(*this,
                       [&]() -> sal_Bool
                       {
                           rtl::OUString what;
                           if (method != "external_event" || !(event >>= what))
                               return false;
                           Page page(m_context, window);
                           if (what == "initialize")
                               page.make();
                           if (what == "ok")
                               write_settings(m_context, page.chosen());
                           else
                               page.show(read_settings(m_context));
                           return true;
                       });
    }

    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override
    {
        return sequence<rtl::OUString>({"external_event"});
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.OptionsPage";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.OptionsPage"});
    }

private:
    Context m_context;
};

} // namespace

} // namespace trinvis::ui

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_OptionsPage_get_implementation(css::uno::XComponentContext* context,
                                       const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::ui::OptionsPage(context));
}
