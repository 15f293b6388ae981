// SPDX-License-Identifier: MPL-2.0
#include "ui/import_dialog.hpp"

#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "ui/listener.hpp"

#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XRadioButton.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <osl/file.hxx>

namespace trinvis::ui
{

namespace
{

using namespace office;
using reference::DecimalMark;
using reference::StatBankChoice;
using reference::StatBankTable;

void set_text(const Dialog& dialog, const char* name, const std::string& text)
{
    dialog.control<css::awt::XTextComponent>(name)->setText(from_utf8(text));
}

std::string text_in(const Dialog& dialog, const char* name)
{
    return std::string(trimmed(to_utf8(dialog.control<css::awt::XTextComponent>(name)->getText())));
}

void say(const Dialog& dialog, const char* name, const std::string& text)
{
    dialog.control<css::awt::XFixedText>(name)->setText(from_utf8(text));
}

void on_click(const Dialog& dialog, const char* name, std::function<void()> call)
{
    dialog.control<css::awt::XButton>(name)->addActionListener(new Listener(std::move(call)));
}

bool is_chosen(const Dialog& dialog, const char* name)
{
    return dialog.control<css::awt::XRadioButton>(name)->getState();
}

/// A path as the system writes it, or an address of the form file:///….
rtl::OUString url_of(const std::string& line)
{
    const rtl::OUString text = from_utf8(line);
    rtl::OUString url;
    if (text.startsWithIgnoreAsciiCase("file:") ||
        osl::FileBase::getFileURLFromSystemPath(text, url) != osl::FileBase::E_None)
        return text;
    return url;
}

std::vector<rtl::OUString> urls_in(const std::string& text)
{
    std::vector<rtl::OUString> urls;
    for (std::size_t start = 0; start <= text.size();)
    {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (const std::string_view line = trimmed(std::string_view(text).substr(start, end - start)); !line.empty())
            urls.push_back(url_of(std::string(line)));
        start = end + 1;
    }
    return urls;
}

std::vector<rtl::OUString> pick_files(const Context& context, const Texts& texts, const rtl::OUString& folder)
{
    const auto picker = file_picker(context, css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    picker->setTitle(from_utf8(texts.get("dialog.import.pick")));
    picker->appendFilter(from_utf8(texts.get("dialog.import.filter")),
                         "*.ods;*.xlsx;*.xls;*.fods;*.csv;*.txt;*.tsv;*.json;*.px");
    picker->appendFilter(from_utf8(texts.get("dialog.import.filter_all")), "*.*");
    return picked_files(picker, folder);
}

/// What is missing in the first dialog; the key of a sentence, empty when nothing is.
std::string missing_in(const ImportSourceWish& wish)
{
    if (!wish.statbank)
        return wish.urls.empty() ? "dialog.import.no_files" : "";
    if (!reference::looks_like_table_id(wish.table))
        return "dialog.import.no_table";
    return reference::is_api_address(wish.address) ? "" : "dialog.import.no_address";
}

} // namespace

std::optional<ImportSourceWish> ask_import_source(const Context& context, const Frame& frame,
                                                  const ImportSourceWish& proposal, const rtl::OUString& folder)
{
    const Dialog dialog(context, frame, "import_source.xdl");
    const auto choose = [&](const char* name, bool chosen)
    { dialog.control<css::awt::XRadioButton>(name)->setState(chosen); };
    choose("own", proposal.own);
    choose("comparison", !proposal.own);
    choose("from_statbank", proposal.statbank);
    choose("from_files", !proposal.statbank);
    const auto show_files = [&](const std::vector<rtl::OUString>& urls)
    {
        std::string lines;
        for (const rtl::OUString& url : urls)
            lines += (lines.empty() ? "" : "\n") + readable_url(url);
        set_text(dialog, "files", lines);
    };
    show_files(proposal.urls);
    set_text(dialog, "table", proposal.table);
    set_text(dialog, "address", proposal.address);
    const auto refresh = [&]
    {
        // Own numbers stand in a spreadsheet of one's own.
        const bool own = is_chosen(dialog, "own");
        if (own && is_chosen(dialog, "from_statbank"))
        {
            choose("from_statbank", false);
            choose("from_files", true);
        }
        dialog.enable("from_statbank", !own);
        const bool statbank = is_chosen(dialog, "from_statbank");
        for (const char* name : {"files", "browse", "files_note"})
            dialog.enable(name, !statbank);
        for (const char* name : {"table_label", "table", "address_label", "address", "statbank_note"})
            dialog.enable(name, statbank);
    };
    const auto answered = [&]
    {
        ImportSourceWish wish;
        wish.own = is_chosen(dialog, "own");
        wish.statbank = is_chosen(dialog, "from_statbank");
        wish.urls = urls_in(text_in(dialog, "files"));
        wish.table = text_in(dialog, "table");
        std::transform(wish.table.begin(), wish.table.end(), wish.table.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        wish.address = text_in(dialog, "address");
        return wish;
    };
    for (const char* name : {"own", "comparison", "from_statbank", "from_files"})
        dialog.control<css::awt::XRadioButton>(name)->addItemListener(new Listener(refresh));
    on_click(dialog, "browse",
             [&]
             {
                 if (const std::vector<rtl::OUString> urls = pick_files(context, dialog.texts(), folder); !urls.empty())
                     show_files(urls);
             });
    on_click(dialog, "next",
             [&]
             {
                 const std::string missing = missing_in(answered());
                 if (missing.empty())
                     dialog.end(end_forward);
                 else
                     say(dialog, "note", dialog.texts().get(missing));
             });
    refresh();
    if (turn_of(dialog) != Turn::forward)
        return std::nullopt;
    return answered();
}

Turn ask_statbank_choice(const Context& context, const Frame& frame, const std::string& address,
                         const StatBankTable& table, StatBankChoice& choice)
{
    const Dialog dialog(context, frame, "import_statbank.xdl");
    const Texts& texts = dialog.texts();
    say(dialog, "intro",
        texts.format("dialog.import.statbank_intro", {{"table", table.id},
                                                      {"title", table.text},
                                                      {"address", address},
                                                      {"source", std::string(reference::statbank_source)},
                                                      {"licence", std::string(reference::statbank_licence)}}));
    const auto variables = dialog.control<css::awt::XListBox>("variables");
    const auto values = dialog.control<css::awt::XListBox>("values");
    // In simple mode a click leaves out all other lines; here it is to turn one line on or off.
    set_property(dialog.model("values"), "MultiSelectionSimpleMode", css::uno::Any(false));
    const auto line_of = [&](std::size_t i)
    {
        const reference::StatBankVariable& variable = table.variables[i];
        return from_utf8(texts.format("dialog.import.variable_line", {{"name", variable.text},
                                                                      {"chosen", std::to_string(choice[i].size())},
                                                                      {"n", std::to_string(variable.values.size())}}));
    };
    std::size_t current = 0;
    bool filling = false;
    const auto count = [&]
    {
        const std::size_t cells = reference::cell_count(table, choice);
        const std::string number = format_number(static_cast<double>(cells), 0, texts.language());
        const char* key = cells == 0                           ? "dialog.import.choose_values"
                          : cells > reference::most_bulk_cells ? "dialog.import.too_many_cells"
                          : cells > reference::most_csv_cells  ? "dialog.import.cells_bulk"
                                                               : "dialog.import.cells";
        say(dialog, "note",
            texts.format(
                key, {{"n", number},
                      {"limit", format_number(static_cast<double>(reference::most_bulk_cells), 0, texts.language())}}));
        return cells > 0 && cells <= reference::most_bulk_cells;
    };
    const auto fill = [&]
    {
        filling = true;
        values->removeItems(0, values->getItemCount());
        std::vector<rtl::OUString> lines;
        for (const reference::StatBankValue& value : table.variables[current].values)
            lines.push_back(from_utf8(value.text == value.id ? value.text : value.id + " " + value.text));
        values->addItems(sequence(lines), 0);
        std::vector<sal_Int16> chosen;
        for (const std::size_t place : choice[current])
            chosen.push_back(static_cast<sal_Int16>(place));
        values->selectItemsPos(sequence(chosen), true);
        filling = false;
    };
    const auto take = [&]
    {
        if (filling)
            return;
        choice[current].clear();
        for (const sal_Int16 place : values->getSelectedItemsPos())
            choice[current].push_back(static_cast<std::size_t>(place));
        std::sort(choice[current].begin(), choice[current].end());
        filling = true;
        variables->removeItems(static_cast<sal_Int16>(current), 1);
        variables->addItem(line_of(current), static_cast<sal_Int16>(current));
        variables->selectItemPos(static_cast<sal_Int16>(current), true);
        filling = false;
        count();
    };
    const auto select_all = [&](bool selected)
    {
        filling = true;
        std::vector<sal_Int16> all;
        for (sal_Int16 place = 0; place < values->getItemCount(); ++place)
            all.push_back(place);
        values->selectItemsPos(sequence(all), selected);
        filling = false;
        take();
    };
    std::vector<rtl::OUString> lines;
    for (std::size_t i = 0; i < table.variables.size(); ++i)
        lines.push_back(line_of(i));
    variables->addItems(sequence(lines), 0);
    variables->selectItemPos(0, true);
    fill();
    count();
    variables->addItemListener(new Listener(
        [&]
        {
            const sal_Int16 place = variables->getSelectedItemPos();
            if (filling || place < 0)
                return;
            current = static_cast<std::size_t>(place);
            fill();
        }));
    values->addItemListener(new Listener(take));
    on_click(dialog, "all", [&] { select_all(true); });
    on_click(dialog, "none", [&] { select_all(false); });
    on_click(dialog, "back", [&] { dialog.end(end_back); });
    on_click(dialog, "next",
             [&]
             {
                 if (count())
                     dialog.end(end_forward);
             });
    return turn_of(dialog);
}

Turn ask_summary(const Context& context, const Frame& frame, bool& replace,
                 const std::function<std::string(bool replace)>& text)
{
    const Dialog dialog(context, frame, "import_summary.xdl");
    const auto box = dialog.control<css::awt::XCheckBox>("replace");
    box->setState(replace ? 1 : 0);
    set_text(dialog, "summary", text(replace));
    box->addItemListener(new Listener(
        [&]
        {
            replace = box->getState() == 1;
            set_text(dialog, "summary", text(replace));
        }));
    on_click(dialog, "back", [&] { dialog.end(end_back); });
    on_click(dialog, "next", [&] { dialog.end(end_forward); });
    return turn_of(dialog);
}

std::optional<DecimalMark> ask_decimal_mark(const Context& context, const Frame& frame, const std::string& question)
{
    const Dialog dialog(context, frame, "import_decimal.xdl");
    say(dialog, "question", question);
    if (!dialog.confirmed())
        return std::nullopt;
    return is_chosen(dialog, "point") ? DecimalMark::point : DecimalMark::comma;
}

} // namespace trinvis::ui
