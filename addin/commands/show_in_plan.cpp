// SPDX-License-Identifier: MPL-2.0
#include "commands/cursor.hpp"
#include "commands/plan_file.hpp"
#include "commands/plan_links.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "plan/plan_check.hpp"
#include "writer/number_links.hpp"

#include <algorithm>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <set>

namespace trinvis::commands
{

namespace
{

using namespace office;

/// The plan in a window of its own.
Model shown_plan(const Context& context, const rtl::OUString& url)
{
    if (const Model open = open_document(context, url); open.is() && open->getCurrentController().is())
        return open;
    return query<css::frame::XModel>(
        create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop")
            ->loadComponentFromURL(url, "_blank", 0, css::uno::Sequence<css::beans::PropertyValue>()));
}

/// The place after the one that is selected now; the first one when none is.
std::size_t next_place(const Model& plan, const std::vector<css::uno::Reference<css::text::XTextRange>>& places)
{
    const auto view = query<css::text::XTextRange>(
        query<css::text::XTextViewCursorSupplier>(plan->getCurrentController())->getViewCursor());
    for (std::size_t i = 0; i < places.size(); ++i)
    {
        try
        {
            // Texts of two cells cannot be compared, and are not the same.
            const auto compare = query<css::text::XTextRangeCompare>(places[i]->getText());
            if (compare->compareRegionStarts(places[i], view) == 0 && compare->compareRegionEnds(places[i], view) == 0)
                return (i + 1) % places.size();
        }
        catch (const css::uno::Exception&)
        {
            continue;
        }
    }
    return 0;
}

void raise_window(const Model& plan)
{
    const auto frame = plan->getCurrentController()->getFrame();
    if (!frame.is())
        return;
    const auto window = frame->getContainerWindow();
    // A window that is only given the focus may stay behind the workbook's.
    if (const auto top = query_if<css::awt::XTopWindow>(window); top.is())
        top->toFront();
    if (window.is())
        window->setFocus();
}

/// To select a text does not scroll to it while another window is in front.
void scroll_to(const Model& plan, const css::uno::Reference<css::text::XTextRange>& place)
{
    const auto view = query<css::text::XTextViewCursorSupplier>(plan->getCurrentController())->getViewCursor();
    view->gotoRange(place->getStart(), false);
    view->gotoRange(place->getEnd(), true);
}

} // namespace

sal_Int32 show_in_plan(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                       const rtl::OUString& url)
{
    const OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    refuse_unclear_sharing(open);
    const Texts& texts = open.texts();
    if (open.workbook.sharing.wanted)
        throw UserError(texts.get("error.plan.shared"));
    const std::optional<Cursor> cursor = cursor_of(open.model);
    if (!cursor)
        throw UserError(texts.get("error.show_in_plan.no_cell"));
    const rtl::OUString plan_url = url.isEmpty() ? remembered_plan(open.model) : url;
    // A plan that cannot be used is told before a window of it is opened.
    std::vector<std::string> keys_there;
    std::set<std::string> keys;
    {
        const PlanFile plan(context, open, plan_url);
        for (const writer::LinkedNumber& number : writer::linked_numbers(plan.document()))
            keys_there.push_back(number.key);
        keys = keys_at(blocks_now(context, plan, open), cursor->sheet_name, cursor->place.row, cursor->place.column);
    }
    if (std::ranges::none_of(keys_there, [&](const std::string& key) { return keys.contains(key); }))
        throw UserError(
            texts.format("error.show_in_plan.nowhere", {{"sheet", cursor->sheet_name},
                                                        {"cell", cell_address(cursor->place.row, cursor->place.column)},
                                                        {"url", readable_url(plan_url)}}));
    const Model plan = shown_plan(context, plan_url);
    std::vector<css::uno::Reference<css::text::XTextRange>> places;
    for (const writer::LinkedNumber& number : writer::linked_numbers(query<css::text::XTextDocument>(plan)))
        if (keys.contains(number.key))
            places.push_back(number.range);
    const auto& place = places[next_place(plan, places)];
    raise_window(plan);
    query<css::view::XSelectionSupplier>(plan->getCurrentController())->select(css::uno::Any(place));
    scroll_to(plan, place);
    if (!url.isEmpty())
        remember_plan(open.model, url);
    return static_cast<sal_Int32>(places.size());
}

} // namespace trinvis::commands
