// SPDX-License-Identifier: MPL-2.0
#include "writer/living_plan.hpp"

#include "office/closed_at_end.hpp"
#include "office/text.hpp"
#include "writer/number_links.hpp"
#include "writer/part_fingerprint.hpp"
#include "writer/part_writer.hpp"
#include "writer/plan_document.hpp"
#include "writer/plan_property.hpp"
#include "writer/plan_section.hpp"
#include "writer/plan_values.hpp"
#include "writer/save.hpp"
#include "writer/slot_marks.hpp"

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;

/// While it lives nothing is painted, and what is written is no change that somebody has to accept.
class UnderWork
{
public:
    explicit UnderWork(const TextDocument& document)
        : m_document(document), m_recorded(get_property<bool>(document, "RecordChanges"))
    {
        m_document->lockControllers();
        set_property(m_document, "RecordChanges", css::uno::Any(false));
    }
    ~UnderWork()
    {
        try
        {
            set_property(m_document, "RecordChanges", css::uno::Any(m_recorded));
            m_document->unlockControllers();
        }
        catch (const css::uno::Exception&)
        {
            // The document is closed without being saved then.
            return;
        }
    }
    UnderWork(const UnderWork&) = delete;
    UnderWork& operator=(const UnderWork&) = delete;

private:
    TextDocument m_document;
    bool m_recorded;
};

/// The document at the URL; empty when there is none that the office can open.
TextDocument open_earlier(const Context& context, const rtl::OUString& url)
{
    if (!create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess")->exists(url))
        return {};
    const auto how = sequence<css::beans::PropertyValue>(
        {property("Hidden", css::uno::Any(true)),
         property("MacroExecutionMode", css::uno::Any(css::document::MacroExecMode::NEVER_EXECUTE)),
         property("UpdateDocMode", css::uno::Any(css::document::UpdateDocMode::NO_UPDATE))});
    try
    {
        return query_if<css::text::XTextDocument>(
            create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop")
                ->loadComponentFromURL(url, "_blank", 0, how));
    }
    catch (const css::uno::Exception&)
    {
        // Damaged, or under a password: it is kept aside like any file that is not ours.
        return {};
    }
}

PlanState state_for(const PlanTarget& target, const PlanContent& plan)
{
    return {target.kind, plan.title, target.options, target.shared, {}};
}

std::string title_of(const TextDocument& document)
{
    return to_utf8(query<css::document::XDocumentPropertiesSupplier>(document)->getDocumentProperties()->getTitle());
}

void finish(const TextDocument& document, const PlanTarget& target, const std::vector<PartStep>& steps,
            const std::string& title, const Texts& texts, const PlanState& state)
{
    point_links(document, target.shared ? rtl::OUString() : target.workbook_url, steps);
    set_document_properties(document, title, texts);
    write_state(document, state);
}

void write_anew(const Context& context, const TextDocument& document, const PlanTarget& target, const PlanContent& plan,
                const Texts& texts)
{
    const std::vector<TemplatePlace> places = template_places(document, plan, texts);
    const SlotOrder order = slot_order(places);
    {
        const UnderWork work(document);
        mark_slots(document, places, order);
        set_values(document, plan.values);
        PlanState state = state_for(target, plan);
        for (const TemplatePlace& place : places)
            if (place.kind == TemplatePlace::Kind::text)
                put_sentence(document, place.range, texts.get(place.name), plan.values);
            else if (place.kind == TemplatePlace::Kind::value)
                put_sentence(document, place.range, "{" + place.name + "}", plan.values);
            else
            {
                for (const PartStep& step : part_steps({place.name}, plan.slots))
                    state.parts.push_back(write_part(context, document, place.range, step));
                remove_paragraph(place.range);
            }
        finish(document, target, part_steps(order.slots, plan.slots), plan.title, texts, state);
    }
    update_indexes(document);
}

SlotOrder order_of_template(const Context& context, const PlanTarget& target, const PlanContent& plan,
                            const Texts& texts)
{
    const TextDocument document = open_template(context, target.template_url, texts);
    const ClosedAtEnd closed(document);
    return slot_order(template_places(document, plan, texts));
}

std::vector<std::string> renew(const Context& context, const TextDocument& document, const PlanState& old,
                               const PlanTarget& target, const PlanContent& plan, const Texts& texts)
{
    const SlotOrder order = order_of_template(context, target, plan, texts);
    const std::vector<PartStep> steps = part_steps(order.slots, plan.slots);
    std::vector<std::string> lines;
    {
        const UnderWork work(document);
        const FoundParts found = read_parts(document);
        const bool first_sharing = target.shared && !old.shared;
        Renewal renewal =
            decide_renewal(old, steps, found, order.runs, first_sharing ? Purpose::first_sharing : Purpose::as_before);
        set_values(document, plan.values);
        apply_renewal(context, document, steps, renewal);
        lines = renewal_lines(renewal, steps, found, texts);
        if (first_sharing)
            lines.push_back(texts.get("plan.renewal.now_shared"));
        PlanState state = state_for(target, plan);
        state.parts = std::move(renewal.state.parts);
        const std::string title = title_of(document);
        // A title that a person changed is hers.
        finish(document, target, steps, title == old.title ? plan.title : title, texts, state);
    }
    update_indexes(document);
    return lines;
}

} // namespace

MadePlan make_plan(const Context& context, const PlanTarget& target, const PlanContent& plan, const Texts& texts)
{
    refuse_open_target(context, target.url, texts);
    refuse_unwritable_target(context, target.url, texts);
    MadePlan made;
    std::optional<StoredPlan> stored;
    {
        TextDocument document = open_earlier(context, target.url);
        std::optional<ClosedAtEnd> closed;
        std::optional<PlanState> state;
        if (document.is())
        {
            closed.emplace(document);
            state = read_state(document);
        }
        if (state && state->kind == target.kind)
            made.renewal = renew(context, document, *state, target, plan, texts);
        else
        {
            closed.reset();
            document = open_template(context, target.template_url, texts);
            closed.emplace(document);
            write_anew(context, document, target, plan, texts);
        }
        stored.emplace(context, document, target.url, texts);
    }
    // Somebody may have opened the file while it was being renewed.
    refuse_open_target(context, target.url, texts);
    made.kept = stored->put_in_place();
    return made;
}

} // namespace trinvis::writer
