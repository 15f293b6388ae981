// SPDX-License-Identifier: MPL-2.0
#include "ui/document_dialog.hpp"

#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "table/text_match.hpp"
#include "ui/listener.hpp"

#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XRadioButton.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <osl/file.hxx>

namespace trinvis::ui
{

namespace
{

using namespace office;

/// A list of which any number of lines may be chosen, with a button for all of them and one for none.
class ChoiceList
{
public:
    ChoiceList(const Dialog& dialog, const char* name, const std::vector<std::string>& lines)
        : m_list(dialog.control<css::awt::XListBox>(name))
    {
        // In simple mode a click leaves out all other lines; here it is to turn one line on or off.
        set_property(dialog.model(name), "MultiSelectionSimpleMode", css::uno::Any(false));
        std::vector<rtl::OUString> shown;
        shown.reserve(lines.size());
        for (const std::string& line : lines)
            shown.push_back(from_utf8(line));
        m_list->addItems(sequence(shown), 0);
        for (const auto& [button, selected] : {std::pair{"all", true}, std::pair{"none", false}})
            dialog.control<css::awt::XButton>(button)->addActionListener(
                new Listener([list = m_list, selected = selected] { choose_all(list, selected); }));
    }

    void choose(std::size_t line)
    {
        m_list->selectItemPos(static_cast<sal_Int16>(line), true);
        // A line that is chosen is scrolled to; a person reads from the top.
        m_list->makeVisible(0);
    }

    [[nodiscard]] std::vector<std::size_t> chosen() const
    {
        std::vector<std::size_t> lines;
        for (const sal_Int16 line : m_list->getSelectedItemsPos())
            lines.push_back(static_cast<std::size_t>(line));
        return lines;
    }

private:
    using List = css::uno::Reference<css::awt::XListBox>;

    static void choose_all(const List& list, bool selected)
    {
        std::vector<sal_Int16> lines;
        for (sal_Int16 line = 0; line < list->getItemCount(); ++line)
            lines.push_back(line);
        list->selectItemsPos(sequence(lines), selected);
    }

    List m_list;
};

void on_click(const Dialog& dialog, const char* name, std::function<void()> call)
{
    dialog.control<css::awt::XButton>(name)->addActionListener(new Listener(std::move(call)));
}

void say(const Dialog& dialog, const char* key)
{
    dialog.control<css::awt::XFixedText>("note")->setText(from_utf8(dialog.texts().get(key)));
}

/// The file in the field as a URL; it may be typed as a path or as a URL. Empty where the field is.
std::string url_in(const Dialog& dialog)
{
    const rtl::OUString text =
        from_utf8(std::string(trimmed(to_utf8(dialog.control<css::awt::XTextComponent>("file")->getText()))));
    rtl::OUString url;
    if (text.isEmpty() || text.startsWithIgnoreAsciiCase("file:") ||
        osl::FileBase::getFileURLFromSystemPath(text, url) != osl::FileBase::E_None)
        return to_utf8(text);
    return to_utf8(url);
}

rtl::OUString pick_template(const Context& context, const Texts& texts, const rtl::OUString& folder)
{
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    picker->setTitle(from_utf8(texts.get("dialog.document.pick")));
    picker->appendFilter(from_utf8(texts.get("dialog.document.filter")), "*.ott;*.odt;*.fodt");
    if (!folder.isEmpty())
        picker->setDisplayDirectory(folder);
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return {};
    const css::uno::Sequence<rtl::OUString> files = picker->getSelectedFiles();
    return files.hasElements() ? files[0] : rtl::OUString();
}

std::string line_text(const OutlineLine& line)
{
    return line.note.empty() ? line.name : line.name + " – " + line.note;
}

bool is_own(const Dialog& dialog)
{
    return dialog.control<css::awt::XRadioButton>("own")->getState();
}

/// Names of the chosen lines; none where all that would be there anyway are chosen.
template <typename Line, typename IsThere>
std::vector<std::string> names_of(const std::vector<Line>& lines, const std::vector<std::size_t>& chosen,
                                  IsThere is_there)
{
    std::vector<std::string> names;
    std::vector<bool> left(lines.size(), true);
    for (const std::size_t line : chosen)
    {
        names.push_back(lines[line].id);
        left[line] = false;
    }
    for (std::size_t line = 0; line < lines.size(); ++line)
        if (left[line] && is_there(lines[line]))
            return names;
    return {};
}

} // namespace

Turn ask_sections(const Context& context, const Frame& frame, const SectionsPage& page, PlanOptions& options)
{
    const Dialog dialog(context, frame, "document_sections.xdl");
    set_property(dialog.model(), "Title", css::uno::Any(from_utf8(page.title)));
    std::vector<std::string> lines;
    lines.reserve(page.outline.size());
    for (const OutlineLine& line : page.outline)
        lines.push_back(line_text(line));
    ChoiceList list(dialog, "sections", lines);
    for (std::size_t i = 0; i < page.outline.size(); ++i)
        if (options.sections.empty() ? page.outline[i].has_content : options.wants_section(page.outline[i].id))
            list.choose(i);
    const auto file = dialog.control<css::awt::XTextComponent>("file");
    file->setText(from_utf8(readable_url(from_utf8(options.template_url))));
    dialog.control<css::awt::XRadioButton>(options.template_url.empty() ? "shipped" : "own")->setState(true);
    const auto refresh = [&]
    {
        for (const char* name : {"file_label", "file", "browse"})
            dialog.enable(name, is_own(dialog));
    };
    for (const char* name : {"shipped", "own"})
        dialog.control<css::awt::XRadioButton>(name)->addItemListener(new Listener(refresh));
    on_click(dialog, "browse",
             [&]
             {
                 if (const rtl::OUString url = pick_template(context, dialog.texts(), page.folder); !url.isEmpty())
                     file->setText(from_utf8(readable_url(url)));
             });
    on_click(dialog, "next",
             [&]
             {
                 if (list.chosen().empty())
                     say(dialog, "dialog.document.no_section");
                 else if (is_own(dialog) && url_in(dialog).empty())
                     say(dialog, "dialog.document.no_template");
                 else
                     dialog.end(end_forward);
             });
    refresh();
    const Turn turn = turn_of(dialog);
    if (turn != Turn::forward)
        return turn;
    options.sections = names_of(page.outline, list.chosen(), [](const OutlineLine& line) { return line.has_content; });
    options.template_url = is_own(dialog) ? url_in(dialog) : std::string{};
    return turn;
}

Turn ask_figures(const Context& context, const Frame& frame, const std::string& title,
                 const std::vector<FigureLine>& figures, PlanOptions& options)
{
    const Dialog dialog(context, frame, "document_figures.xdl");
    set_property(dialog.model(), "Title", css::uno::Any(from_utf8(title)));
    std::vector<std::string> lines;
    lines.reserve(figures.size());
    for (const FigureLine& figure : figures)
        lines.push_back(figure.text);
    ChoiceList list(dialog, "figures", lines);
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (options.wants_figure(figures[i].id))
            list.choose(i);
    on_click(dialog, "back", [&] { dialog.end(end_back); });
    on_click(dialog, "next",
             [&]
             {
                 if (list.chosen().empty())
                     say(dialog, "dialog.document.no_figure");
                 else
                     dialog.end(end_forward);
             });
    const Turn turn = turn_of(dialog);
    if (turn == Turn::forward)
        options.figures = names_of(figures, list.chosen(), [](const FigureLine&) { return true; });
    return turn;
}

} // namespace trinvis::ui
