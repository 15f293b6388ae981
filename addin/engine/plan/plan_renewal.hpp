// SPDX-License-Identifier: MPL-2.0
//
// Decides what happens to each piece of a plan that is generated again: from what was generated last, what is to be
// generated now and what a person made of it in the meantime. Nothing that a person wrote is ever given up.
//
//     const Renewal renewal = decide_renewal(state, steps, found);
//     renewal.actions[0].step == PartFate::offer;             // edited: hers stands, the new version goes beside it
#pragma once

#include "plan/part_steps.hpp"
#include "plan/plan_state.hpp"
#include "texts/texts.hpp"

namespace trinvis
{

/// What stands in a section of the document.
struct FoundPart
{
    std::string look;   ///< the mark of what stands there
    std::string words;  ///< as part_words says them
    bool empty = false; ///< nothing is left in it
};

/// The sections of a document, by the id of their part.
struct FoundParts
{
    std::map<std::string, FoundPart, std::less<>> parts;
    std::map<std::string, FoundPart, std::less<>> offers; ///< new versions that stand beside edited ones
};

enum class PartFate
{
    keep,
    renew,
    renew_chart, ///< in a section that a person changed: the chart alone
    replace,     ///< drawn anew from the ground: a plan that is to be shared for the first time
    insert,
    adopt,    ///< hers is gone and the new version beside it stands: that is the part now
    stay_away ///< a person deleted it
};

enum class OfferStep
{
    leave,
    put,     ///< the new version beside what the person wrote
    replace, ///< that of the last run by a newer one
    remove,  ///< it is not needed any more
    release, ///< she wrote in it: its text stays as her own
    release_and_put
};

/// Where a new piece goes.
struct InsertPlace
{
    enum class Kind
    {
        after_part,
        before_part,
        at_slot, ///< the mark that the template's slot left
        at_end
    };
    Kind kind = Kind::at_end;
    std::string name{}; ///< of the part or slot
};

struct PartAction
{
    std::size_t index = 0; ///< of the piece among the steps
    PartFate step = PartFate::keep;
    OfferStep offer = OfferStep::leave;
    InsertPlace place{};    ///< for insert
    InsertPlace fallback{}; ///< where the mark of the slot is gone
    bool edited = false;    ///< what stands is the person's
};

struct Renewal
{
    std::vector<PartAction> actions;  ///< one for each step, in their order
    std::vector<std::string> gone;    ///< ids that stand but are not generated any more, told for the first time
    std::vector<std::string> removed; ///< those that are taken out of a plan that is to be shared for the first time
    PlanState state;                  ///< the new one; looks of what is written come from the document afterwards
};

/// Slots that follow each other in the template without anything between, named by the first one.
using SlotRuns = std::map<std::string, std::string, std::less<>>;

/// What the plan is generated for.
enum class Purpose
{
    as_before,
    /// It was internal and is to be shared: what was generated with all numbers must go, edited or not. The person's
    /// versions are in the file that is kept.
    first_sharing
};

/// Decides. `old` is what the document remembers, `runs` says of each slot to which run it belongs.
[[nodiscard]] Renewal decide_renewal(const PlanState& old, const std::vector<PartStep>& steps, const FoundParts& found,
                                     const SlotRuns& runs, Purpose purpose = Purpose::as_before);

/// What a person is told: how much is new, which of her texts have a new version beside them, what is left behind.
[[nodiscard]] std::vector<std::string> renewal_lines(const Renewal& renewal, const std::vector<PartStep>& steps,
                                                     const FoundParts& found, const Texts& texts);

} // namespace trinvis
