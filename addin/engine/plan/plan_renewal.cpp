// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_renewal.hpp"

#include "plan/part_hash.hpp"

#include <set>

namespace trinvis
{

namespace
{

template <typename Map>
const FoundPart* lookup(const Map& map, const std::string& id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

/// One piece's fate and what is remembered of it.
struct Fate
{
    PartAction action;
    StatePart part;
};

class Decider
{
public:
    Decider(const PlanState& old, const FoundParts& found, Purpose purpose)
        : m_old(old), m_found(found), m_purpose(purpose)
    {
    }

    [[nodiscard]] Fate decide(const PartStep& step) const
    {
        const StatePart* before = m_old.find(step.id);
        const FoundPart* stands = lookup(m_found.parts, step.id);
        Fate fate;
        fate.part = before ? *before : StatePart{step.id, step.kind, {}, {}, {}, false};
        fate.part.kind = step.kind;
        fate.part.gone = false;
        if (step.kind == PartKind::own)
            own(fate, before, stands, step);
        else if (m_purpose == Purpose::first_sharing && stands)
            share(fate, before, *stands, step);
        else if (!before && !stands)
            insert(fate, step);
        else if (!stands || stands->empty)
            deleted(fate, stands, step);
        else if (before && stands->look == before->look)
            untouched(fate, step);
        else
            edited(fate, *stands, step);
        return fate;
    }

private:
    /// Her version is known by its look, so the offer stands as it was put only when its look did not change.
    [[nodiscard]] bool offer_is_hers(const Fate& fate, const FoundPart& offer) const
    {
        return !offer.empty && offer.look != fate.part.offer_look;
    }

    /// Ends an offer: away with it, unless she wrote in it.
    void end_offer(Fate& fate) const
    {
        if (const FoundPart* offer = lookup(m_found.offers, fate.part.id))
            fate.action.offer = offer_is_hers(fate, *offer) ? OfferStep::release : OfferStep::remove;
        fate.part.offer_look.clear();
    }

    static void insert(Fate& fate, const PartStep& step)
    {
        fate.action.step = PartFate::insert;
        fate.part.hash = step.hash;
    }

    static void own(Fate& fate, const StatePart* before, const FoundPart* stands, const PartStep& step)
    {
        if (!before && !stands)
            return insert(fate, step);
        fate.action.step = stands ? PartFate::keep : PartFate::stay_away;
        fate.action.edited = stands && before && stands->look != before->look;
    }

    /// Whatever stands there may tell what has to be hidden now, an offer too.
    void share(Fate& fate, const StatePart* before, const FoundPart& stands, const PartStep& step) const
    {
        fate.action.step = stands.empty ? PartFate::stay_away : PartFate::replace;
        fate.action.edited = !stands.empty && !(before && before->look == stands.look);
        fate.action.offer = m_found.offers.contains(step.id) ? OfferStep::remove : OfferStep::leave;
        fate.part.offer_look.clear();
        fate.part.hash = step.hash;
    }

    void deleted(Fate& fate, const FoundPart* stands, const PartStep& step) const
    {
        fate.action.step = PartFate::stay_away;
        const FoundPart* offer = lookup(m_found.offers, step.id);
        if (!offer || offer->empty)
            return;
        if (m_purpose == Purpose::first_sharing)
        {
            fate.action.offer = OfferStep::remove;
            fate.part.offer_look.clear();
            return;
        }
        const bool hers = offer_is_hers(fate, *offer);
        if (stands)
        {
            // The section is there, emptied: the new version moves in.
            fate.action.step = hers ? PartFate::stay_away : PartFate::renew;
            fate.action.offer = hers ? OfferStep::leave : OfferStep::remove;
        }
        else
            fate.action.step = PartFate::adopt;
        if (fate.action.step == PartFate::stay_away)
            return;
        fate.part.offer_look.clear();
        if (hers)
        {
            fate.action.edited = true;
            fate.part.look.clear();
        }
        else
            fate.part.hash = step.hash;
    }

    void untouched(Fate& fate, const PartStep& step) const
    {
        end_offer(fate);
        if (fate.part.hash == step.hash)
            return;
        fate.action.step = PartFate::renew;
        fate.part.hash = step.hash;
    }

    void edited(Fate& fate, const FoundPart& stands, const PartStep& step) const
    {
        fate.action.edited = true;
        if (step.holds_chart)
        {
            fate.action.step = fate.part.hash == step.hash ? PartFate::keep : PartFate::renew_chart;
            fate.part.hash = step.hash;
            return;
        }
        if (stands.words == part_words(step.blocks))
        {
            end_offer(fate);
            fate.part.hash = step.hash;
            return;
        }
        if (fate.part.hash == step.hash)
            return;
        const FoundPart* offer = lookup(m_found.offers, step.id);
        fate.action.offer = !offer                        ? OfferStep::put
                            : offer_is_hers(fate, *offer) ? OfferStep::release_and_put
                                                          : OfferStep::replace;
        fate.part.hash = step.hash;
    }

    const PlanState& m_old;
    const FoundParts& m_found;
    Purpose m_purpose;
};

/// Remembers what stands, in the order of generation, so that a new piece finds its place.
class Places
{
public:
    Places(const std::vector<PartStep>& steps, const FoundParts& found, const SlotRuns& runs)
        : m_steps(steps), m_runs(runs)
    {
        for (const auto& [id, part] : found.parts)
            m_standing.insert(id);
        for (const auto& [id, part] : found.offers)
            m_standing.insert(id);
    }

    [[nodiscard]] InsertPlace place_of(std::size_t index) const
    {
        const std::string& run = run_of(index);
        for (std::size_t i = index; i-- > 0 && run_of(i) == run;)
            if (stands(i))
                return {InsertPlace::Kind::after_part, m_steps[i].id};
        for (std::size_t i = index + 1; i < m_steps.size() && run_of(i) == run; ++i)
            if (stands(i))
                return {InsertPlace::Kind::before_part, m_steps[i].id};
        return {InsertPlace::Kind::at_slot, run};
    }

    /// Where a piece goes whose slot left no mark, or lost it.
    [[nodiscard]] InsertPlace place_without_mark(std::size_t index) const
    {
        for (std::size_t i = index; i-- > 0;)
            if (stands(i))
                return {InsertPlace::Kind::after_part, m_steps[i].id};
        return {};
    }

    void inserted(std::size_t index)
    {
        m_standing.insert(m_steps[index].id);
    }

private:
    [[nodiscard]] bool stands(std::size_t index) const
    {
        return m_standing.contains(m_steps[index].id);
    }
    [[nodiscard]] const std::string& run_of(std::size_t index) const
    {
        const auto run = m_runs.find(m_steps[index].slot);
        return run == m_runs.end() ? m_steps[index].slot : run->second;
    }

    const std::vector<PartStep>& m_steps;
    const SlotRuns& m_runs;
    std::set<std::string, std::less<>> m_standing;
};

} // namespace

Renewal decide_renewal(const PlanState& old, const std::vector<PartStep>& steps, const FoundParts& found,
                       const SlotRuns& runs, Purpose purpose)
{
    Renewal renewal;
    renewal.state = old;
    renewal.state.parts.clear();
    const Decider decider(old, found, purpose);
    Places places(steps, found, runs);
    std::set<std::string, std::less<>> generated;
    renewal.actions.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
    {
        generated.insert(steps[i].id);
        Fate fate = decider.decide(steps[i]);
        fate.action.index = i;
        if (fate.action.step == PartFate::insert)
        {
            fate.action.place = places.place_of(i);
            fate.action.fallback = places.place_without_mark(i);
            places.inserted(i);
        }
        renewal.actions.push_back(std::move(fate.action));
        renewal.state.parts.push_back(std::move(fate.part));
    }
    for (const StatePart& part : old.parts)
    {
        if (generated.contains(part.id))
            continue;
        const bool stands = found.parts.contains(part.id);
        if (purpose == Purpose::first_sharing && part.kind != PartKind::own)
        {
            // It may come back in a plan that is not shared: then it is put in like a new one.
            if (stands || found.offers.contains(part.id))
                renewal.removed.push_back(part.id);
            if (stands)
                continue;
        }
        else if (stands && !part.gone && part.kind != PartKind::own)
            renewal.gone.push_back(part.id);
        renewal.state.parts.push_back(part);
        renewal.state.parts.back().gone = true;
    }
    return renewal;
}

std::vector<std::string> renewal_lines(const Renewal& renewal, const std::vector<PartStep>& steps,
                                       const FoundParts& found, const Texts& texts)
{
    std::size_t renewed = 0;
    std::size_t inserted = 0;
    std::size_t away = 0;
    std::vector<std::string> lines;
    for (const PartAction& action : renewal.actions)
    {
        renewed +=
            action.step == PartFate::renew || action.step == PartFate::renew_chart || action.step == PartFate::replace
                ? 1
                : 0;
        inserted += action.step == PartFate::insert ? 1 : 0;
        away += action.step == PartFate::stay_away ? 1 : 0;
    }
    for (const auto& [key, n] : {std::pair("plan.renewal.renewed", renewed),
                                 {"plan.renewal.inserted", inserted},
                                 {"plan.renewal.away", away},
                                 {"plan.renewal.removed", renewal.removed.size()}})
        if (n > 0)
            lines.push_back(texts.count(key, n));
    if (lines.empty())
        lines.push_back(texts.get("plan.renewal.nothing"));
    for (const PartAction& action : renewal.actions)
    {
        const Replacements name{{"part", steps[action.index].title()}};
        if (action.offer == OfferStep::put || action.offer == OfferStep::replace ||
            action.offer == OfferStep::release_and_put)
            lines.push_back(texts.format("plan.renewal.offered", name));
        else if (action.step == PartFate::replace && action.edited)
            lines.push_back(texts.format("plan.renewal.replaced", name));
        else if (action.step == PartFate::adopt)
            lines.push_back(texts.format("plan.renewal.adopted", name));
    }
    for (const std::string& id : renewal.gone)
        if (const FoundPart* part = lookup(found.parts, id))
            lines.push_back(texts.format("plan.renewal.gone",
                                         {{"part", first_words(part->words).empty() ? id : first_words(part->words)}}));
    return lines;
}

} // namespace trinvis
