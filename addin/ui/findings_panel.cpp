// SPDX-License-Identifier: MPL-2.0
#include "ui/findings_panel.hpp"

#include "office/guard.hpp"
#include "office/text.hpp"
#include "ui/listener.hpp"

#include <algorithm>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XKeyListener.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <cppuhelper/implbase1.hxx>

namespace trinvis::ui
{

using namespace office;

namespace
{

constexpr int margin = 6;
constexpr int gap = 4;
constexpr int least_list_rows = 7;
constexpr int wanted_more_rows = 8;
constexpr int least_detail_lines = 4;

/// Enter in the list.
class EnterListener : public cppu::WeakImplHelper1<css::awt::XKeyListener>
{
public:
    explicit EnterListener(std::function<void()> call) : m_call(std::move(call))
    {
    }
    void SAL_CALL keyPressed(const css::awt::KeyEvent& event) override
    {
        guarded(*this,
                [&]
                {
                    const auto held = m_call;
                    if (event.KeyCode == css::awt::Key::RETURN && held)
                        held();
                });
    }
    void SAL_CALL keyReleased(const css::awt::KeyEvent& /*event*/) override
    {
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override
    {
        m_call = nullptr;
    }

private:
    std::function<void()> m_call;
};

/// While it lives, what controls tell is no person's doing.
class Filling
{
public:
    explicit Filling(bool& filling) : m_filling(filling), m_before(filling)
    {
        m_filling = true;
    }
    ~Filling()
    {
        m_filling = m_before;
    }
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

private:
    bool& m_filling;
    bool m_before;
};

/// Gives a list box its entries and keeps what is chosen in it, by text; the first entry where that is gone.
void fill(const css::uno::Reference<css::awt::XListBox>& list, const std::vector<std::string>& entries,
          sal_Int16 chosen)
{
    std::vector<rtl::OUString> items;
    items.reserve(entries.size());
    for (const std::string& entry : entries)
        items.push_back(from_utf8(entry));
    const css::uno::Sequence<rtl::OUString> wanted = sequence(items);
    if (list->getItems() != wanted)
    {
        list->removeItems(0, list->getItemCount());
        list->addItems(wanted, 0);
    }
    if (list->getSelectedItemPos() != chosen)
        list->selectItemPos(chosen, true);
}

} // namespace

FindingsPanel::FindingsPanel(const Context& context, const css::uno::Reference<css::awt::XWindow>& parent,
                             Actions actions)
    : m_window(context, parent), m_actions(std::move(actions))
{
    m_window.add_label("verdict", {});
    m_window.add_label("next", {});
    for (const char* choice : {"severity", "sheet", "figure"})
    {
        m_window.add_label((std::string(choice) + "_label").c_str(), "panel.filter." + std::string(choice));
        m_window.add_choice(choice);
    }
    m_window.add_label("list_label", {});
    make_list();
    m_window.add_button("show", "panel.show");
    m_window.add_button("repair", "panel.repair");
    m_window.add_label("detail_label", "panel.detail");
    // Labels and lines to write in, not fields of several lines: what stands in those, the office tells no screen reader.
    m_window.add_label("detail", {});
    m_window.add_label("explanation_label", "panel.explanation");
    m_window.add_field("explanation");
    m_window.add_button("explain", "panel.explain");
    m_window.add_button("validate", "panel.validate");
    m_window.add_button("stop", "panel.stop");
    m_window.add_label("status", {});
    for (const char* list : {"severity", "sheet", "figure"})
        m_window.control<css::awt::XListBox>(list)->addItemListener(new Listener(
            [this]
            {
                if (!m_filling)
                    fill_list();
            }));
    const auto go_to = [this] { with_chosen([act = m_actions.go_to](const Finding& one) { act(one, true); }); };
    m_window.on_click("show", go_to);
    m_window.on_click("repair", [this] { with_chosen(m_actions.repair); });
    m_window.on_click("explain",
                      [this]
                      {
                          const std::string text =
                              to_utf8(m_window.control<css::awt::XTextComponent>("explanation")->getText());
                          with_chosen([act = m_actions.explain, text](const Finding& one) { act(one, text); });
                      });
    m_window.on_click("validate", [act = m_actions.validate] { act(); });
    m_window.on_click("stop", [act = m_actions.stop] { act(); });
    m_window.on_resize([this](int width, int height) { lay_out(width, height); });
    show(nullptr);
    say_status({}, false);
}

void FindingsPanel::make_list()
{
    // Not the office's grid: its accessible children outlive it, and an office that a screen reader looked at ends with it.
    m_window.add_list("findings");
    m_window.control<css::awt::XListBox>("findings")->addItemListener(new Listener([this] { chosen_in_list(); }));
    const auto go_to = [this] { with_chosen([act = m_actions.go_to](const Finding& one) { act(one, true); }); };
    m_window.control<css::awt::XListBox>("findings")->addActionListener(new Listener(go_to));
    m_window.control<css::awt::XWindow>("findings")->addKeyListener(new EnterListener(go_to));
}

void FindingsPanel::show(std::shared_ptr<const FindingsView> view)
{
    const FindingLine* before = chosen();
    const std::optional<Finding> kept = before ? std::optional(before->finding) : std::nullopt;
    const FindingFilter wanted = m_view ? filter() : FindingFilter{};
    m_view = std::move(view);
    m_chosen.reset();
    if (m_view && kept)
        for (std::size_t i = 0; i < m_view->lines.size() && !m_chosen; ++i)
            if (same_finding(m_view->lines[i].finding, *kept))
                m_chosen = i;
    m_window.say("verdict", m_view ? m_view->verdict : std::string{});
    m_window.say("next", m_view ? m_view->next_step : std::string{});
    fill_filters();
    fill_list();
}

void FindingsPanel::fill_filters()
{
    const Filling filling(m_filling);
    const Texts& texts = m_window.texts();
    const FindingsView none;
    const FindingsView& view = m_view ? *m_view : none;
    const auto severities = m_window.control<css::awt::XListBox>("severity");
    const auto counted = [&](const char* key, std::size_t n) { return texts.format(key, {{"n", std::to_string(n)}}); };
    fill(severities,
         {texts.get("panel.filter.all"), counted("panel.filter.errors", view.counts.errors),
          counted("panel.filter.warnings", view.counts.warnings),
          counted("panel.filter.information", view.counts.information)},
         std::max<sal_Int16>(0, severities->getSelectedItemPos()));
    const auto choose_again = [&](const char* name, std::vector<std::string> entries)
    {
        const auto list = m_window.control<css::awt::XListBox>(name);
        const std::string before = list->getSelectedItemPos() > 0 ? to_utf8(list->getSelectedItem()) : std::string{};
        entries.insert(entries.begin(), texts.get("panel.filter.all"));
        const auto found = std::find(entries.begin() + 1, entries.end(), before);
        fill(list, entries, static_cast<sal_Int16>(found == entries.end() ? 0 : found - entries.begin()));
    };
    choose_again("sheet", view.sheets);
    std::vector<std::string> figures;
    figures.reserve(view.figures.size());
    for (const auto& [id, name] : view.figures)
    {
        figures.push_back(id);
        if (!name.empty())
            figures.back().append(" ").append(name);
    }
    choose_again("figure", std::move(figures));
}

FindingFilter FindingsPanel::filter() const
{
    FindingFilter filter;
    if (!m_view)
        return filter;
    switch (m_window.control<css::awt::XListBox>("severity")->getSelectedItemPos())
    {
    case 1:
        filter.severity = rules::Severity::error;
        break;
    case 2:
        filter.severity = rules::Severity::warning;
        break;
    case 3:
        filter.severity = rules::Severity::information;
        break;
    default:
        break;
    }
    const auto place = [&](const char* name)
    {
        return static_cast<std::size_t>(
            std::max<sal_Int16>(0, m_window.control<css::awt::XListBox>(name)->getSelectedItemPos()));
    };
    if (const std::size_t sheet = place("sheet"); sheet > 0 && sheet <= m_view->sheets.size())
        filter.sheet = m_view->sheets[sheet - 1];
    if (const std::size_t figure = place("figure"); figure > 0 && figure <= m_view->figures.size())
        filter.figure = m_view->figures[figure - 1].first;
    return filter;
}

void FindingsPanel::fill_list()
{
    const Texts& texts = m_window.texts();
    m_shown = m_view ? matching(*m_view, filter()) : std::vector<std::size_t>{};
    std::optional<std::size_t> keep;
    {
        const Filling filling(m_filling);
        std::vector<rtl::OUString> lines;
        lines.reserve(m_shown.size());
        for (const std::size_t line : m_shown)
            lines.push_back(from_utf8(finding_line(m_view->lines[line], texts)));
        const auto list = m_window.control<css::awt::XListBox>("findings");
        const css::uno::Sequence<rtl::OUString> wanted = sequence(lines);
        // A list that is filled again begins at its top.
        const bool changed = list->getItems() != wanted;
        if (changed)
            set_property(m_window.model("findings"), "StringItemList", css::uno::Any(wanted));
        const auto found = m_chosen ? std::find(m_shown.begin(), m_shown.end(), *m_chosen) : m_shown.end();
        const auto position = static_cast<sal_Int16>(found == m_shown.end() ? -1 : found - m_shown.begin());
        if (found != m_shown.end())
            keep = *found;
        if (const sal_Int16 before = list->getSelectedItemPos(); before >= 0 && before != position)
            list->selectItemPos(before, false);
        if (position >= 0)
        {
            list->selectItemPos(position, true);
            if (changed)
                list->makeVisible(position);
        }
    }
    m_window.say("list_label",
                 texts.format("panel.list", {{"shown", std::to_string(m_shown.size())},
                                             {"all", std::to_string(m_view ? m_view->lines.size() : 0)}}));
    choose(keep, false);
}

const FindingLine* FindingsPanel::chosen() const
{
    return m_view && m_chosen && *m_chosen < m_view->lines.size() ? &m_view->lines[*m_chosen] : nullptr;
}

void FindingsPanel::with_chosen(const std::function<void(const Finding&)>& act) const
{
    if (const FindingLine* line = chosen())
    {
        // What is done may take this panel away.
        const Finding finding = line->finding;
        const auto acting = act;
        acting(finding);
    }
}

void FindingsPanel::choose(std::optional<std::size_t> line, bool by_person)
{
    const std::optional<std::size_t> before = m_chosen;
    m_chosen = line;
    const FindingLine* one = chosen();
    const Texts& texts = m_window.texts();
    m_window.say("detail", one                               ? finding_detail(*one, texts)
                           : m_view && m_view->lines.empty() ? texts.get("panel.no_findings")
                                                             : texts.get("panel.choose"));
    // What is being typed is not overwritten by findings that come in meanwhile.
    if (by_person || !one || before != m_chosen)
        m_window.control<css::awt::XTextComponent>("explanation")
            ->setText(from_utf8(one ? one->finding.explanation : std::string{}));
    const bool explainable = one && can_be_explained(one->finding);
    m_window.enable("show", one != nullptr && one->finding.place.sheet >= 0);
    m_window.enable("repair", one != nullptr && one->repairable);
    m_window.enable("explanation", explainable);
    m_window.enable("explain", explainable);
    lay_out_again();
}

void FindingsPanel::chosen_in_list()
{
    if (m_filling)
        return;
    const sal_Int16 position = m_window.control<css::awt::XListBox>("findings")->getSelectedItemPos();
    if (position < 0 || static_cast<std::size_t>(position) >= m_shown.size())
        return choose(std::nullopt, true);
    choose(m_shown[static_cast<std::size_t>(position)], true);
    with_chosen([act = m_actions.go_to](const Finding& one) { act(one, false); });
}

void FindingsPanel::say_status(const std::string& sentence, bool running)
{
    m_window.say("status", sentence);
    m_window.enable("stop", running);
    lay_out_again();
}

void FindingsPanel::say_no_workbook()
{
    show(nullptr);
    m_window.say("verdict", m_window.texts().get("panel.no_workbook"));
    for (const char* name : {"severity", "sheet", "figure", "validate", "findings"})
        m_window.enable(name, false);
    lay_out_again();
}

int FindingsPanel::least_width() const
{
    return 2 * margin + m_window.width_of("validate") + gap + m_window.width_of("stop");
}

int FindingsPanel::height_with(int width, int detail) const
{
    const int inner = std::max(40, width - 2 * margin);
    const int line = m_window.height_of("severity_label");
    const int button = m_window.height_of("validate");
    const int lists = 3 * (std::max(m_window.height_of("severity"), line) + gap);
    // Verdict, next step and status may become longer than they are now.
    const int sentences = std::max(3 * line, m_window.height_of("verdict", inner)) +
                          std::max(2 * line, m_window.height_of("next", inner)) +
                          std::max(2 * line, m_window.height_of("status", inner));
    return 2 * margin + sentences + lists + 3 * line + least_list_rows * (line + 4) + detail +
           m_window.height_of("explanation") + 3 * button + 11 * gap;
}

int FindingsPanel::detail_height(int width) const
{
    return std::max(least_detail_lines * m_window.height_of("severity_label"),
                    m_window.height_of("detail", std::max(40, width - 2 * margin)));
}

int FindingsPanel::least_height(int width) const
{
    return height_with(width, detail_height(width));
}

int FindingsPanel::wanted_height(int width) const
{
    // What is said about a finding takes the room of the rows that are more than needed: the panel then stays as high.
    const int line = m_window.height_of("severity_label");
    return std::max(least_height(width), height_with(width, least_detail_lines * line) + wanted_more_rows * (line + 4));
}

void FindingsPanel::lay_out_again()
{
    const auto size = window()->getPosSize();
    lay_out(size.Width, size.Height);
    const int wanted = least_height(size.Width);
    if (wanted != m_asked_height && size.Width > 0 && m_actions.ask_for_room)
    {
        m_asked_height = wanted;
        m_actions.ask_for_room();
    }
}

void FindingsPanel::lay_out(int width, int height)
{
    const int inner = std::max(40, width - 2 * margin);
    const int line = m_window.height_of("severity_label");
    const int button = m_window.height_of("validate");
    const int list = std::max(m_window.height_of("severity"), line);
    int y = margin;
    const auto across = [&](const char* name, int high)
    {
        m_window.place(name, {margin, y, inner, high});
        y += high + gap;
    };
    across("verdict", m_window.height_of("verdict", inner));
    across("next", m_window.height_of("next", inner));
    int label_width = 0;
    for (const char* label : {"severity_label", "sheet_label", "figure_label"})
        label_width = std::max(label_width, m_window.width_of(label));
    label_width = std::min(label_width, inner / 2);
    for (const auto& [label, box] :
         {std::pair{"severity_label", "severity"}, {"sheet_label", "sheet"}, {"figure_label", "figure"}})
    {
        m_window.place(label, {margin, y + (list - line) / 2, label_width, line});
        m_window.place(box, {margin + label_width + gap, y, inner - label_width - gap, list});
        y += list + gap;
    }
    across("list_label", line);
    const int status = std::max(line, m_window.height_of("status", inner));
    const int needed = std::max(least_detail_lines * line, m_window.height_of("detail", inner));
    if (inner != m_detail_width)
        m_detail_height = 0;
    m_detail_width = inner;
    m_detail_height = std::max(m_detail_height, needed);
    const int explanation = m_window.height_of("explanation");
    // The list gets what the rest leaves.
    const int rest = 2 * line + explanation + 3 * button + status + 9 * gap + margin;
    const int least_list = least_list_rows * (line + 4);
    const int detail = std::clamp(height - y - rest - least_list, needed, m_detail_height);
    across("findings", std::max(least_list, height - y - rest - detail));
    const auto two = [&](const char* first, const char* second)
    {
        const int half = (inner - gap) / 2;
        m_window.place(first, {margin, y, half, button});
        if (second)
            m_window.place(second, {margin + half + gap, y, inner - half - gap, button});
        y += button + gap;
    };
    two("show", "repair");
    across("detail_label", line);
    across("detail", detail);
    across("explanation_label", line);
    across("explanation", explanation);
    two("explain", nullptr);
    two("validate", "stop");
    across("status", status);
}

} // namespace trinvis::ui
