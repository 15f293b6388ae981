// SPDX-License-Identifier: MPL-2.0
#include "ui/dialogs.hpp"

#include "office/guard.hpp"
#include "office/package.hpp"
#include "office/text.hpp"
#include "table/text_match.hpp"
#include "ui/dialog.hpp"

#include <algorithm>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/i18n/XCollator.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::ui
{

namespace
{

using namespace office;

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start <= text.size())
    {
        const std::size_t end = std::min(text.find_first_of("\n;", start), text.size());
        const std::string_view line = trimmed(std::string_view(text).substr(start, end - start));
        if (!line.empty())
            lines.emplace_back(line);
        start = end + 1;
    }
    return lines;
}

using ListBox = css::uno::Reference<css::awt::XListBox>;

void select_all(const ListBox& list, bool selected)
{
    std::vector<sal_Int16> positions;
    for (sal_Int16 position = 0; position < list->getItemCount(); ++position)
        positions.push_back(position);
    list->selectItemsPos(sequence(positions), selected);
}

/// A button that chooses all lines of a list, or none.
class SelectAll : public cppu::WeakImplHelper1<css::awt::XActionListener>
{
public:
    SelectAll(const ListBox& list, bool selected) : m_list(list), m_selected(selected)
    {
    }

    void SAL_CALL actionPerformed(const css::awt::ActionEvent& /*event*/) override
    {
        guarded(*this, [this] { select_all(m_list, m_selected); });
    }

    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
        m_list.clear();
    }

private:
    ListBox m_list;
    bool m_selected;
};

} // namespace

std::vector<const Municipality*> sorted_municipalities(const Context& context)
{
    std::vector<const Municipality*> sorted;
    for (const Municipality& municipality : Package::of(context).municipalities().all())
        if (!municipality.invented)
            sorted.push_back(&municipality);
    // Danish order puts Aabenraa, Aalborg and Aarhus last, whatever the language of the menus.
    const auto collator = create<css::i18n::XCollator>(context, "com.sun.star.i18n.Collator");
    collator->loadDefaultCollator(css::lang::Locale("da", "DK", rtl::OUString()), 0);
    std::sort(sorted.begin(), sorted.end(),
              [&](const Municipality* a, const Municipality* b)
              { return collator->compareString(from_utf8(a->name), from_utf8(b->name)) < 0; });
    return sorted;
}

std::optional<WorkbookWish> ask_new_workbook(const Context& context, const Frame& frame, const WorkbookWish& proposal)
{
    const Dialog dialog(context, frame, "new_workbook.xdl");
    const std::vector<const Municipality*> municipalities = sorted_municipalities(context);
    const auto list = dialog.control<css::awt::XListBox>("municipality");
    std::vector<rtl::OUString> names;
    sal_Int16 selected = 0;
    for (const Municipality* municipality : municipalities)
    {
        if (municipality->code == proposal.municipality)
            selected = static_cast<sal_Int16>(names.size());
        names.push_back(from_utf8(municipality->name + " (" + municipality->code + ")"));
    }
    list->addItems(sequence(names), 0);
    list->selectItemPos(selected, true);
    const auto languages = dialog.control<css::awt::XListBox>("language");
    languages->addItems(sequence<rtl::OUString>({from_utf8(dialog.texts().get("language.da")),
                                                 from_utf8(dialog.texts().get("language.en"))}),
                        0);
    languages->selectItemPos(proposal.language == Language::danish ? 0 : 1, true);
    std::string rounds;
    for (const std::string& cut_off : proposal.cut_offs)
        rounds += cut_off + "\n";
    const auto edit = dialog.control<css::awt::XTextComponent>("rounds");
    edit->setText(from_utf8(rounds));
    if (!dialog.confirmed())
        return std::nullopt;
    const sal_Int16 chosen = std::max<sal_Int16>(0, list->getSelectedItemPos());
    return WorkbookWish{municipalities[static_cast<std::size_t>(chosen)]->code, lines_of(to_utf8(edit->getText())),
                        languages->getSelectedItemPos() == 1 ? Language::english : Language::danish};
}

std::optional<std::string> ask_round(const Context& context, const Frame& frame, const std::string& proposal)
{
    const Dialog dialog(context, frame, "add_round.xdl");
    const auto edit = dialog.control<css::awt::XTextComponent>("date");
    edit->setText(from_utf8(proposal));
    if (!dialog.confirmed())
        return std::nullopt;
    return std::string(trimmed(to_utf8(edit->getText())));
}

std::vector<std::size_t> ask_repairs(const Context& context, const Frame& frame, const std::vector<std::string>& lines)
{
    // Nobody looks through more, and a list box counts its lines in 16 bits.
    constexpr std::size_t most_lines = 1000;
    const Dialog dialog(context, frame, "repair_faults.xdl");
    const auto list = dialog.control<css::awt::XListBox>("repairs");
    // In simple mode a click leaves out all other lines; here it is to turn one line on or off.
    set_property(dialog.control<css::awt::XControl>("repairs")->getModel(), "MultiSelectionSimpleMode",
                 css::uno::Any(false));
    std::vector<rtl::OUString> shown;
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
        shown.push_back(from_utf8(lines[i]));
    list->addItems(sequence(shown), 0);
    select_all(list, true);
    if (lines.size() > most_lines)
        dialog.control<css::awt::XFixedText>("note")->setText(from_utf8(dialog.texts().format(
            "dialog.repair.more", {{"shown", std::to_string(most_lines)}, {"n", std::to_string(lines.size())}})));
    dialog.control<css::awt::XButton>("all")->addActionListener(new SelectAll(list, true));
    dialog.control<css::awt::XButton>("none")->addActionListener(new SelectAll(list, false));
    std::vector<std::size_t> chosen;
    if (dialog.confirmed())
        for (const sal_Int16 position : list->getSelectedItemsPos())
            chosen.push_back(static_cast<std::size_t>(position));
    return chosen;
}

std::optional<rtl::OUString> ask_export_url(const Context& context, const rtl::OUString& folder,
                                            const std::string& file_name)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION);
    picker->setTitle(from_utf8(texts.get("dialog.export.title")));
    const rtl::OUString csv = from_utf8(texts.get("dialog.export.csv"));
    const rtl::OUString json = from_utf8(texts.get("dialog.export.json"));
    const rtl::OUString html = from_utf8(texts.get("dialog.export.html"));
    picker->appendFilter(csv, "*.csv");
    picker->appendFilter(json, "*.json");
    picker->appendFilter(html, "*.html");
    if (!folder.isEmpty())
        picker->setDisplayDirectory(folder);
    picker->setDefaultName(from_utf8(file_name));
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return std::nullopt;
    const css::uno::Sequence<rtl::OUString> files = picker->getSelectedFiles();
    if (!files.hasElements())
        return std::nullopt;
    const rtl::OUString& url = files[0];
    for (const char* ending : {".csv", ".json", ".html", ".htm"})
        if (url.endsWithIgnoreAsciiCase(rtl::OUString::createFromAscii(ending)))
            return url;
    const rtl::OUString chosen = picker->getCurrentFilter();
    return url + (chosen == json ? rtl::OUString(".json") : chosen == html ? rtl::OUString(".html") : ".csv");
}

std::vector<rtl::OUString> ask_files(const Context& context, const FileQuestion& question)
{
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    picker->setTitle(from_utf8(question.title));
    picker->appendFilter(from_utf8(question.filter), from_utf8("*" + question.ending));
    return picked_files(picker, question.folder);
}

std::optional<rtl::OUString> ask_target(const Context& context, const FileQuestion& question,
                                        const std::string& file_name)
{
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION);
    picker->setTitle(from_utf8(question.title));
    picker->appendFilter(from_utf8(question.filter), from_utf8("*" + question.ending));
    if (!question.folder.isEmpty())
        picker->setDisplayDirectory(question.folder);
    picker->setDefaultName(from_utf8(file_name));
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return std::nullopt;
    const css::uno::Sequence<rtl::OUString> files = picker->getSelectedFiles();
    if (!files.hasElements())
        return std::nullopt;
    const rtl::OUString ending = from_utf8(question.ending);
    return files[0].endsWithIgnoreAsciiCase(ending) ? files[0] : files[0] + ending;
}

std::vector<rtl::OUString> ask_earlier_urls(const Context& context, const rtl::OUString& folder)
{
    const Texts& texts = Package::of(context).words().in(interface_language(context));
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    picker->setTitle(from_utf8(texts.get("dialog.difference.title")));
    picker->appendFilter(from_utf8(texts.get("dialog.difference.filter")), "*.ods;*.xlsx;*.csv;*.json");
    return picked_files(picker, folder);
}

} // namespace trinvis::ui
