// SPDX-License-Identifier: MPL-2.0
//
// The dialog of questions and answers: a grid with a line for each, and below it the answer to the lines that are chosen.
#include "office/text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "ui/import_dialog.hpp"
#include "ui/listener.hpp"

#include <algorithm>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XComboBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/grid/XGridColumn.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/view/SelectionType.hpp>

namespace trinvis::ui
{

namespace
{

using namespace office;
using reference::Answer;
using reference::AnswerTopic;

constexpr const char* grid_name = "answers";

/// The dialog while it is shown. Lines are numbered as in the grid.
class AnswersDialog
{
public:
    AnswersDialog(const Context& context, const Frame& frame, AnswerPages& pages)
        : m_pages(pages), m_dialog(context, frame, "import_answers.xdl")
    {
        add_grid(context);
        set_property(
            m_dialog.model(), "Title",
            css::uno::Any(from_utf8(m_dialog.texts().format("dialog.import.title_of", {{"name", pages.title}}))));
        m_choice = m_dialog.control<css::awt::XListBox>("choice");
        m_text = m_dialog.control<css::awt::XTextComponent>("text");
        m_factor = m_dialog.control<css::awt::XTextComponent>("factor");
        m_rows_selected->addSelectionListener(new Listener([this] { show_answer(); }));
        m_choice->addItemListener(new Listener([this] { take_choice(); }));
        m_text->addTextListener(new Listener([this] { take_text(); }));
        m_dialog.control<css::awt::XComboBox>("text")->addItemListener(new Listener([this] { take_text(); }));
        m_factor->addTextListener(new Listener([this] { take_factor(); }));
        on_click("back", [this] { go_back(); });
        on_click("next", [this] { go_forward(); });
        show_page();
    }
    AnswersDialog(const AnswersDialog&) = delete;
    AnswersDialog& operator=(const AnswersDialog&) = delete;
    ~AnswersDialog()
    {
        try
        {
            keep_accessible();
        }
        catch (const css::uno::Exception&)
        {
            // The window went before us.
            return;
        }
    }

    [[nodiscard]] Turn ask() const
    {
        return turn_of(m_dialog);
    }

private:
    void add_grid(const Context& context)
    {
        // A grid cannot stand in an .xdl.
        const auto factory = query<css::lang::XMultiServiceFactory>(m_dialog.model());
        const auto model = factory->createInstance("com.sun.star.awt.grid.UnoControlGridModel");
        const auto columns =
            create<css::awt::grid::XGridColumnModel>(context, "com.sun.star.awt.grid.DefaultGridColumnModel");
        for (const auto& [key, width] :
             {std::pair{"dialog.import.in_file", 190}, std::pair{"dialog.import.meaning", 160}})
        {
            const auto column = columns->createColumn();
            column->setTitle(from_utf8(m_dialog.texts().get(key)));
            column->setColumnWidth(width);
            columns->addColumn(column);
        }
        m_rows = create<css::awt::grid::XMutableGridDataModel>(context, "com.sun.star.awt.grid.DefaultGridDataModel");
        const std::pair<const char*, css::uno::Any> properties[] = {
            {"PositionX", css::uno::Any(sal_Int32{8})},
            {"PositionY", css::uno::Any(sal_Int32{52})},
            {"Width", css::uno::Any(sal_Int32{364})},
            {"Height", css::uno::Any(sal_Int32{126})},
            {"TabIndex", css::uno::Any(sal_Int16{2})},
            {"ShowColumnHeader", css::uno::Any(true)},
            // What is chosen is to be read while the field below has the focus too.
            {"InactiveSelectionBackgroundColor", css::uno::Any(sal_Int32{0x9FC5E8})},
            {"InactiveSelectionTextColor", css::uno::Any(sal_Int32{0x000000})},
            {"SelectionModel", css::uno::Any(css::view::SelectionType_MULTI)},
            {"ColumnModel", css::uno::Any(columns)},
            {"GridDataModel",
             css::uno::Any(css::uno::Reference<css::awt::grid::XGridDataModel>(m_rows, css::uno::UNO_QUERY_THROW))}};
        for (const auto& [name, value] : properties)
            set_property(model, name, value);
        query<css::container::XNameContainer>(m_dialog.model())
            ->insertByName(rtl::OUString::createFromAscii(grid_name), css::uno::Any(model));
        m_rows_selected = m_dialog.control<css::awt::grid::XGridRowSelection>(grid_name);
    }

    /// LibreOffice 7.4 frees what a screen reader sees of a grid while the grid still lets go of it, and crashes. It
    /// does not where somebody else holds on to it.
    void keep_accessible()
    {
        const auto window =
            query<css::accessibility::XAccessible>(query<css::awt::XControl>(m_dialog.window())->getPeer());
        const auto dialog = window->getAccessibleContext();
        for (sal_Int32 i = 0; dialog.is() && i < dialog->getAccessibleChildCount(); ++i)
            m_kept.push_back(dialog->getAccessibleChild(i));
    }

    void on_click(const char* name, std::function<void()> call) const
    {
        m_dialog.control<css::awt::XButton>(name)->addActionListener(new Listener(std::move(call)));
    }

    void say(const char* name, const std::string& text) const
    {
        m_dialog.control<css::awt::XFixedText>(name)->setText(from_utf8(text));
    }

    [[nodiscard]] AnswerTopic topic() const
    {
        return m_pages.topics[m_pages.page];
    }

    [[nodiscard]] std::string shown(const Answer& answer) const
    {
        if (answer.open)
            return m_dialog.texts().get("dialog.import.unanswered");
        if (answer.factor && *answer.factor != 1 && !answer.value.empty())
            return answer.shown + " × " + format_plain(*answer.factor, m_dialog.texts().language());
        return answer.shown;
    }

    void show_page()
    {
        const Texts& texts = m_dialog.texts();
        const std::string code(reference::topic_code(topic()));
        set_property(m_dialog.model("topic"), "Label",
                     css::uno::Any(from_utf8(
                         texts.format("dialog.import.page", {{"page", std::to_string(m_pages.page + 1)},
                                                             {"pages", std::to_string(m_pages.topics.size())},
                                                             {"topic", texts.get("import.topic." + code)}}))));
        say("intro", texts.get("import.topic." + code + ".help"));
        say("note", "");
        for (const char* name : {"factor_label", "factor", "factor_note"})
            m_dialog.show(name, topic() == AnswerTopic::items);
        m_dialog.show("choice", topic() != AnswerTopic::definitions);
        m_dialog.show("text", topic() == AnswerTopic::definitions);
        m_filling = true;
        m_rows_selected->deselectAllRows();
        m_rows->removeAllRows();
        m_answers = m_pages.rows(topic());
        std::vector<css::uno::Any> headings(m_answers.size());
        std::vector<css::uno::Sequence<css::uno::Any>> rows;
        rows.reserve(m_answers.size());
        for (const Answer& answer : m_answers)
            rows.push_back(sequence<css::uno::Any>(
                {css::uno::Any(from_utf8(answer.in_file)), css::uno::Any(from_utf8(shown(answer)))}));
        m_rows->addRows(sequence(headings), sequence(rows));
        m_filling = false;
        if (!m_answers.empty())
            m_rows_selected->selectRow(first_open().value_or(0));
        show_answer();
    }

    [[nodiscard]] std::optional<sal_Int32> first_open() const
    {
        const auto open =
            std::find_if(m_answers.begin(), m_answers.end(), [](const Answer& answer) { return answer.open; });
        return open == m_answers.end() ? std::nullopt : std::optional(static_cast<sal_Int32>(open - m_answers.begin()));
    }

    [[nodiscard]] std::vector<std::size_t> selected() const
    {
        std::vector<std::size_t> lines;
        for (const sal_Int32 line : m_rows_selected->getSelectedRows())
            if (line >= 0 && static_cast<std::size_t>(line) < m_answers.size())
                lines.push_back(static_cast<std::size_t>(line));
        return lines;
    }

    /// Fills the fields below the grid with the answer of the first chosen line.
    void show_answer()
    {
        if (m_filling)
            return;
        const std::vector<std::size_t> lines = selected();
        for (const char* name : {"choice", "text", "factor"})
            m_dialog.enable(name, !lines.empty());
        if (lines.empty())
            return;
        const Answer& answer = m_answers[lines.front()];
        m_filling = true;
        m_choice->removeItems(0, m_choice->getItemCount());
        std::vector<rtl::OUString> options;
        options.reserve(answer.options.size());
        sal_Int16 place = -1;
        for (const reference::AnswerOption& option : answer.options)
        {
            if (option.value == answer.value && !answer.open)
                place = static_cast<sal_Int16>(options.size());
            options.push_back(from_utf8(option.text));
        }
        if (answer.free_text)
        {
            const auto box = m_dialog.control<css::awt::XComboBox>("text");
            box->removeItems(0, box->getItemCount());
            // What is unknown is an empty field, not a word.
            options.erase(options.begin());
            box->addItems(sequence(options), 0);
            m_text->setText(from_utf8(answer.value));
        }
        else
        {
            m_choice->addItems(sequence(options), 0);
            if (place >= 0)
                m_choice->selectItemPos(place, true);
        }
        m_factor->setText(from_utf8(format_plain(answer.factor.value_or(1), m_dialog.texts().language())));
        m_filling = false;
    }

    void take_choice()
    {
        const sal_Int16 place = m_choice->getSelectedItemPos();
        const std::vector<std::size_t> lines = selected();
        if (m_filling || place < 0 || lines.empty())
            return;
        for (const std::size_t line : lines)
        {
            const Answer& answer = m_answers[line];
            // Lines of another kind that were chosen along have other options.
            if (static_cast<std::size_t>(place) < answer.options.size() &&
                answer.options.size() == m_answers[lines.front()].options.size())
                set(answer, answer.options[static_cast<std::size_t>(place)].value, answer.factor.value_or(1));
        }
        refresh();
    }

    void take_text()
    {
        if (m_filling)
            return;
        for (const std::size_t line : selected())
            if (m_answers[line].free_text)
                set(m_answers[line], to_utf8(m_text->getText()), 1);
        refresh();
    }

    void take_factor()
    {
        if (m_filling)
            return;
        const std::vector<double> readings = number_readings(to_utf8(m_factor->getText()));
        // A point before three digits is a thousand separator where the menus are Danish.
        if (readings.empty() || readings.size() > 1 || readings.front() == 0)
        {
            say("note", m_dialog.texts().get("dialog.import.bad_factor"));
            return;
        }
        say("note", "");
        for (const std::size_t line : selected())
            set(m_answers[line], m_answers[line].value, readings.front());
        refresh();
    }

    void set(const Answer& answer, const std::string& value, double factor) const
    {
        // The point is understood in every language.
        std::string whole = value;
        if (answer.factor && factor != 1)
            whole += " * " + format_plain(factor, Language::danish);
        m_pages.set(answer.name, whole);
    }

    /// The answers anew, with the grid's lines where they are.
    void refresh()
    {
        m_answers = m_pages.rows(topic());
        m_filling = true;
        const auto lines = std::min(m_answers.size(), static_cast<std::size_t>(m_rows->getRowCount()));
        for (std::size_t line = 0; line < lines; ++line)
        {
            const rtl::OUString text = from_utf8(shown(m_answers[line]));
            if (m_rows->getCellData(1, static_cast<sal_Int32>(line)) != css::uno::Any(text))
                m_rows->updateCellData(1, static_cast<sal_Int32>(line), css::uno::Any(text));
        }
        m_filling = false;
    }

    void go_back()
    {
        if (m_pages.page == 0)
        {
            m_dialog.end(end_back);
            return;
        }
        --m_pages.page;
        show_page();
    }

    void go_forward()
    {
        const std::string missing = m_pages.leave(topic());
        if (!missing.empty())
        {
            say("note", missing);
            // What is missing is at hand, however long the list is.
            if (const auto line = first_open())
            {
                m_rows_selected->deselectAllRows();
                m_rows_selected->selectRow(*line);
                show_answer();
            }
            return;
        }
        if (m_pages.page + 1 >= m_pages.topics.size())
        {
            m_dialog.end(end_forward);
            return;
        }
        ++m_pages.page;
        show_page();
    }

    AnswerPages& m_pages;
    std::vector<Answer> m_answers;
    css::uno::Reference<css::awt::grid::XMutableGridDataModel> m_rows;
    css::uno::Reference<css::awt::grid::XGridRowSelection> m_rows_selected;
    css::uno::Reference<css::awt::XListBox> m_choice;
    css::uno::Reference<css::awt::XTextComponent> m_text;
    css::uno::Reference<css::awt::XTextComponent> m_factor;
    bool m_filling = false;
    std::vector<css::uno::Reference<css::accessibility::XAccessible>> m_kept;
    /// Goes first: while it closes, its controls still tell what changes, and that reads what stands above.
    const Dialog m_dialog;
};

} // namespace

Turn ask_answers(const Context& context, const Frame& frame, AnswerPages& pages)
{
    const AnswersDialog dialog(context, frame, pages);
    return dialog.ask();
}

} // namespace trinvis::ui
