// SPDX-License-Identifier: MPL-2.0
#include "ui/comparison_panel.hpp"

#include "office/text.hpp"
#include "ui/listener.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/awt/XListBox.hpp>

namespace trinvis::ui
{

using namespace office;

namespace
{

constexpr int margin = 6;
constexpr int gap = 4;
constexpr int picture_height = 52;

/// The sentences, in the order in which they are read; those that are empty take no room.
constexpr std::array<const char*, 6> sentences{"title", "verdict", "own", "group", "place", "trend"};

} // namespace

ComparisonPanel::ComparisonPanel(const Context& context, const css::uno::Reference<css::awt::XWindow>& parent,
                                 Actions actions)
    : m_window(context, parent), m_actions(std::move(actions))
{
    m_window.add_label("figure_label", "panel.comparison.figure");
    m_window.add_choice("figure");
    for (const char* sentence : sentences)
        m_window.add_label(sentence, {});
    m_window.add_picture("picture");
    m_window.add_label("key", {});
    m_window.add_label("about", {});
    m_window.add_button("compare", "panel.compare");
    m_window.add_label("status", {});
    m_window.control<css::awt::XListBox>("figure")->addItemListener(new Listener(
        [this]
        {
            const sal_Int16 chosen = m_window.control<css::awt::XListBox>("figure")->getSelectedItemPos();
            if (!m_filling && m_view && chosen >= 0 && static_cast<std::size_t>(chosen) < m_view->figures.size())
                choose(static_cast<std::size_t>(chosen));
        }));
    m_window.on_click("compare", [act = m_actions.compare] { act(); });
    m_window.on_resize(
        [this](int width, int /*height*/)
        {
            draw(width);
            lay_out(width, true);
        });
    say_nothing_to_show("panel.comparison.waiting");
}

void ComparisonPanel::show(std::shared_ptr<const ComparisonView> view)
{
    m_view = std::move(view);
    const auto list = m_window.control<css::awt::XListBox>("figure");
    std::vector<rtl::OUString> titles;
    titles.reserve(m_view->figures.size());
    for (const FigureStanding& figure : m_view->figures)
        titles.push_back(from_utf8(figure.title));
    m_filling = true;
    if (const css::uno::Sequence<rtl::OUString> wanted = sequence(titles); list->getItems() != wanted)
        set_property(m_window.model("figure"), "StringItemList", css::uno::Any(wanted));
    m_filling = false;
    m_window.enable("figure", !m_view->figures.empty());
    m_window.enable("compare", true);
    const auto before = std::ranges::find(m_view->figures, m_figure, &FigureStanding::figure);
    if (m_view->figures.empty())
        return say_nothing_to_show("panel.comparison.no_figures");
    choose(before == m_view->figures.end() ? 0 : static_cast<std::size_t>(before - m_view->figures.begin()));
}

void ComparisonPanel::follow(int sheet, int row)
{
    if (const auto figure = m_view ? m_view->figure_in(sheet, row) : std::nullopt;
        figure && m_view->figures[*figure].figure != m_figure)
        choose(*figure);
}

void ComparisonPanel::say_nothing_to_show(const char* key)
{
    m_view = nullptr;
    for (const char* sentence : sentences)
        m_window.say(sentence, {});
    m_window.say("title", m_window.texts().get(key));
    m_window.say("key", {});
    m_window.say("about", {});
    m_window.say("status", {});
    m_window.enable("figure", false);
    m_window.enable("compare", false);
    m_window.show_picture("picture", {}, {});
    lay_out_again();
}

void ComparisonPanel::choose(std::size_t figure)
{
    const FigureStanding& one = m_view->figures.at(figure);
    m_figure = one.figure;
    m_filling = true;
    m_window.control<css::awt::XListBox>("figure")->selectItemPos(static_cast<sal_Int16>(figure), true);
    m_filling = false;
    m_window.say("title", {});
    m_window.say("verdict", one.verdict);
    m_window.say("own", one.own);
    m_window.say("group", one.group);
    m_window.say("place", one.place);
    m_window.say("trend", one.trend);
    const char* key = one.strip.interval ? "panel.comparison.key_interval" : "panel.comparison.key";
    m_window.say("key", one.strip.others.empty() ? std::string{} : m_window.texts().get(key));
    m_window.say("about", m_view->note);
    m_drawn_width = 0;
    draw(window()->getPosSize().Width);
    lay_out_again();
}

void ComparisonPanel::say_status(const std::string& sentence)
{
    m_window.say("status", sentence);
    lay_out_again();
}

void ComparisonPanel::draw(int width)
{
    const int inner = std::max(40, width - 2 * margin);
    if (!m_view || inner == m_drawn_width)
        return;
    const auto one = std::ranges::find(m_view->figures, m_figure, &FigureStanding::figure);
    if (one == m_view->figures.end())
        return;
    m_drawn_width = inner;
    const auto [text, ground] = m_window.colours();
    m_window.show_picture("picture", strip_picture(one->strip, strip_colours(text, ground), inner, picture_height),
                          m_window.texts().get("panel.comparison.picture"));
}

int ComparisonPanel::least_width() const
{
    return 2 * margin + m_window.width_of("compare");
}

int ComparisonPanel::least_height(int width) const
{
    return lay_out(width, false);
}

int ComparisonPanel::lay_out(int width, bool place) const
{
    const int inner = std::max(40, width - 2 * margin);
    int y = margin;
    const auto across = [&](const char* name, int high)
    {
        if (place)
            m_window.place(name, {margin, y, inner, high});
        y += high > 0 ? high + gap : 0;
    };
    const auto sentence = [&](const char* name)
    { across(name, m_window.is_said(name) ? m_window.height_of(name, inner) : 0); };
    across("figure_label", m_window.height_of("figure_label"));
    across("figure", m_window.height_of("figure"));
    for (const char* name : sentences)
        sentence(name);
    across("picture", m_window.is_said("key") ? picture_height : 0);
    sentence("key");
    sentence("about");
    across("compare", m_window.height_of("compare"));
    sentence("status");
    return y + margin;
}

void ComparisonPanel::lay_out_again()
{
    const auto size = window()->getPosSize();
    const int wanted = lay_out(size.Width, true);
    if (wanted != m_asked_height && size.Width > 0 && m_actions.ask_for_room)
    {
        m_asked_height = wanted;
        m_actions.ask_for_room();
    }
}

} // namespace trinvis::ui
