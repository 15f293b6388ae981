// SPDX-License-Identifier: MPL-2.0
//
// What a second generation of a plan does with each part, and what it remembers.
#include "shipped.hpp"

#include "plan/part_hash.hpp"
#include "plan/plan_renewal.hpp"
#include "plan/text_hash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace trinvis
{

namespace
{

using Content = std::map<std::string, PlanBlocks, std::less<>>;

PlanBlocks prose(std::string_view chapter, const std::vector<std::pair<std::string, std::string>>& parts)
{
    PlanChapter made(chapter);
    for (const auto& [part, text] : parts)
        made.add(part, PlanParagraph{text});
    return made.blocks();
}

/// Documents that stand as they were written: the look is the words.
FoundPart standing(const std::string& words)
{
    return {words, words, words.empty()};
}

/// A document as the generator left it.
struct Written
{
    PlanState state;
    FoundParts found;
};

Written written(const std::vector<PartStep>& steps)
{
    Written document;
    for (const PartStep& step : steps)
    {
        document.found.parts[step.id] = standing(part_words(step.blocks));
        document.state.parts.push_back({step.id, step.kind, step.hash, part_words(step.blocks), {}, false});
    }
    return document;
}

std::vector<PartStep> steps_of(const Content& content)
{
    std::vector<std::string> slots;
    for (const auto& [slot, blocks] : content)
        slots.push_back(slot);
    return part_steps(slots, content);
}

const SlotRuns no_runs;

} // namespace

TEST(TextHash, IsTheSameOnEveryMachine)
{
    // The offset basis of FNV-1a, and a piece's end.
    EXPECT_EQ(TextHash().text(), "cbf29ce484222325");
    TextHash hash;
    hash.add("a");
    TextHash other;
    other.add("a");
    EXPECT_EQ(hash.text(), other.text());
    EXPECT_EQ(hash.text().size(), 16U);
}

TEST(TextHash, TellsWherePiecesEnd)
{
    TextHash first;
    first.add("ab");
    first.add("c");
    TextHash second;
    second.add("a");
    second.add("bc");
    EXPECT_NE(first.text(), second.text());
}

TEST(PartHash, ChangesWithWordsAndLooksButNotWithCells)
{
    const PlanBlocks plain{PlanParagraph{"a"}};
    EXPECT_NE(part_hash(plain), part_hash({PlanParagraph{"b"}}));
    EXPECT_NE(part_hash(plain), part_hash({PlanParagraph{"a", ParagraphLook::note}}));
    EXPECT_NE(part_hash({PlanHeading{1, "a"}}), part_hash({PlanHeading{2, "a"}}));
    PlanParagraph traced{"a"};
    traced.traces = {{0, 1, {"key", "Indtastning", "C7"}}};
    EXPECT_EQ(part_hash(plain), part_hash({traced}));
    traced.traces[0].source.cell = "C8";
    EXPECT_EQ(part_hash(plain), part_hash({traced}));
}

TEST(PartHash, ChangesWithTheNumbersOfAChart)
{
    PlanChart chart;
    chart.content.series = {{"Tønder", SeriesRole::own, {1.0, std::nullopt}, {}, false}};
    const std::string before = part_hash({chart});
    chart.content.series[0].y[1] = 0.0;
    EXPECT_NE(part_hash({chart}), before) << "a gap is no zero";
}

TEST(PartSteps, AHeadingGoesTogetherWithWhatStandsBelow)
{
    PlanChapter chapter("figures");
    chapter.add("1.heading", PlanHeading{2, "1 Nøgletal"});
    chapter.add("1.text", PlanParagraph{"Jeres værdi er 4,2."});
    chapter.add("1.table", PlanTable{});
    chapter.add("last", PlanHeading{2, "Til sidst"});
    const auto steps = part_steps({"figures"}, {{"figures", chapter.blocks()}});
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].id, "figures.1.text");
    EXPECT_EQ(steps[0].blocks.size(), 2U);
    EXPECT_EQ(steps[0].title(), "1 Nøgletal");
    EXPECT_EQ(steps[1].kind, PartKind::locked);
    EXPECT_EQ(steps[2].id, "figures.last") << "with nothing below";
}

TEST(PartSteps, OfWordsAreToldWithTheHeadingTheyStandUnder)
{
    PlanChapter chapter("figures");
    chapter.add("intro", PlanParagraph{"Tallene er kommunens egne."});
    chapter.add("1.heading", PlanHeading{2, "1 Nøgletal"});
    chapter.add("1.definition", PlanParagraph{"Antal børn."});
    chapter.add("1.table", PlanTable{});
    chapter.add("1.text", PlanParagraph{"Jeres værdi er 4,2."});
    PlanChapter sources("sources");
    sources.add("text", PlanParagraph{"Kilde: opdigtede tal."});
    const auto steps =
        part_steps({"figures", "sources"}, {{"figures", chapter.blocks()}, {"sources", sources.blocks()}});
    ASSERT_EQ(steps.size(), 5U);
    EXPECT_EQ(steps[0].title(), "Tallene er kommunens egne.");
    EXPECT_EQ(steps[3].title(), "1 Nøgletal: Jeres værdi er 4,2.");
    EXPECT_EQ(steps[4].title(), "Kilde: opdigtede tal.") << "the heading belongs to the slot above";
}

TEST(PartSteps, TellATableToBeFilledIn)
{
    PlanTable table;
    table.rows = {{"Mål", "Frist"}, {"", ""}};
    PlanChapter chapter("goals");
    chapter.add("table", table);
    EXPECT_TRUE(part_steps({"goals"}, {{"goals", chapter.blocks()}})[0].to_fill_in);
    table.rows[1][0] = "Færre";
    PlanChapter filled("goals");
    filled.add("table", table);
    EXPECT_FALSE(part_steps({"goals"}, {{"goals", filled.blocks()}})[0].to_fill_in);
}

TEST(PlanState, ReadsWhatItWrote)
{
    PlanState state;
    state.title = "Udviklingsplan – Tønder";
    state.options = R"({"figures":["1","3"]})";
    state.shared = true;
    state.parts = {{"a.1", PartKind::prose, "h1", "l1", {}, false},
                   {"a.2", PartKind::locked, "h2", "l2", "o2", false},
                   {"a.3", PartKind::own, "h3", "l3", {}, true}};
    EXPECT_EQ(read_plan_state(write_plan_state(state)), state);
}

TEST(PlanState, DamagedOnesAreNone)
{
    PlanState state;
    state.parts = {{"a.1", PartKind::prose, "h1", "l1", {}, false}, {"a.2", PartKind::locked, "h2", "l2", "o2", true}};
    const std::string whole = write_plan_state(state);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(read_plan_state(whole.substr(0, length)), std::nullopt) << length;
    std::mt19937 random(6);
    for (int run = 0; run < 5000; ++run)
    {
        std::string broken = whole;
        broken[random() % broken.size()] = static_cast<char>(random() % 256);
        EXPECT_NO_THROW(static_cast<void>(read_plan_state(broken)));
    }
    for (const char* wrong : {"", "{}", "[]", "null", R"({"trinvis":2})", R"({"trinvis":"1"})"})
        EXPECT_EQ(read_plan_state(wrong), std::nullopt) << wrong;
}

TEST(PlanRenewal, RenewsWhatStandsAsItWasWritten)
{
    const auto before = steps_of({{"a", prose("a", {{"1", "x"}, {"2", "y"}})}});
    const auto after = steps_of({{"a", prose("a", {{"1", "x"}, {"2", "z"}})}});
    const Written document = written(before);
    const Renewal renewal = decide_renewal(document.state, after, document.found, no_runs);
    EXPECT_EQ(renewal.actions[0].step, PartFate::keep);
    EXPECT_EQ(renewal.actions[1].step, PartFate::renew);
    EXPECT_EQ(renewal.state.parts[1].hash, after[1].hash);
}

TEST(PlanRenewal, OffersBesideWhatAPersonEdited)
{
    const auto before = steps_of({{"a", prose("a", {{"1", "x"}})}});
    const auto after = steps_of({{"a", prose("a", {{"1", "z"}})}});
    Written document = written(before);
    document.found.parts["a.1"] = standing("x, siger vi\n");
    const Renewal renewal = decide_renewal(document.state, after, document.found, no_runs);
    EXPECT_EQ(renewal.actions[0].step, PartFate::keep);
    EXPECT_EQ(renewal.actions[0].offer, OfferStep::put);
    // The same version is not offered again, whether she left the offer or took it away.
    const Renewal again = decide_renewal(renewal.state, after, document.found, no_runs);
    EXPECT_EQ(again.actions[0].offer, OfferStep::leave);
}

TEST(PlanRenewal, KnowsItsPlaceAmongWhatStands)
{
    const Content old{{"a", prose("a", {{"1", "x"}, {"3", "y"}})}, {"b", {}}};
    const Content now{{"a", prose("a", {{"1", "x"}, {"2", "n"}, {"3", "y"}})}, {"b", prose("b", {{"1", "n"}})}};
    Written document = written(steps_of(old));
    Renewal renewal = decide_renewal(document.state, steps_of(now), document.found, no_runs);
    EXPECT_EQ(renewal.actions[1].place.name, "a.1");
    EXPECT_EQ(renewal.actions[3].place.kind, InsertPlace::Kind::at_slot);
    EXPECT_EQ(renewal.actions[3].fallback.name, "a.3");
    renewal = decide_renewal(document.state, steps_of(now), document.found, {{"a", "a"}, {"b", "a"}});
    EXPECT_EQ(renewal.actions[3].place.name, "a.3") << "slots of one run stand below each other";
    document.found.parts.erase("a.1");
    renewal = decide_renewal(document.state, steps_of(now), document.found, no_runs);
    EXPECT_EQ(renewal.actions[1].place.kind, InsertPlace::Kind::before_part);
    EXPECT_EQ(renewal.actions[1].place.name, "a.3");
}

TEST(PlanRenewal, TellsOnceWhatIsGone)
{
    const auto before = steps_of({{"a", prose("a", {{"1", "Den gamle sætning."}, {"2", "y"}})}});
    const auto after = steps_of({{"a", prose("a", {{"2", "y"}})}});
    const Written document = written(before);
    Renewal renewal = decide_renewal(document.state, after, document.found, no_runs);
    EXPECT_EQ(renewal.gone, std::vector<std::string>{"a.1"});
    const auto lines = renewal_lines(renewal, after, document.found, tests::words().danish);
    EXPECT_NE(lines.back().find("„Den gamle sætning.“"), std::string::npos) << lines.back();
    renewal = decide_renewal(renewal.state, after, document.found, no_runs);
    EXPECT_TRUE(renewal.gone.empty());
    // When it comes back and stands as it was written, it is renewed like any other.
    renewal = decide_renewal(renewal.state, steps_of({{"a", prose("a", {{"1", "Ny."}, {"2", "y"}})}}), document.found,
                             no_runs);
    EXPECT_EQ(renewal.actions[0].step, PartFate::renew);
}

TEST(PlanRenewal, KeepsNothingThatWasGeneratedWithAllNumbersInAPlanToBeShared)
{
    const auto before =
        steps_of({{"a", prose("a", {{"1", "3 børn"}, {"2", "4 børn"}, {"3", "5 børn"}, {"4", "6 børn"}})}});
    const auto after = steps_of({{"a", prose("a", {{"1", "skjult"}, {"2", "skjult"}, {"4", "6 børn"}})}});
    Written document = written(before);
    document.found.parts["a.2"] = standing("4 børn, skrev hun\n");
    document.found.offers["a.2"] = standing("5 børn\n");
    document.found.parts.erase("a.4");
    document.found.offers["a.4"] = standing("6 børn\n");
    const Renewal renewal = decide_renewal(document.state, after, document.found, no_runs, Purpose::first_sharing);
    EXPECT_EQ(renewal.actions[0].step, PartFate::replace);
    EXPECT_EQ(renewal.actions[1].step, PartFate::replace) << "hers is in the file that is kept";
    EXPECT_EQ(renewal.actions[1].offer, OfferStep::remove);
    EXPECT_EQ(renewal.actions[2].step, PartFate::stay_away);
    EXPECT_EQ(renewal.actions[2].offer, OfferStep::remove);
    EXPECT_EQ(renewal.removed, std::vector<std::string>{"a.3"});
    EXPECT_TRUE(renewal.gone.empty());
    const auto lines = renewal_lines(renewal, after, document.found, tests::words().danish);
    EXPECT_NE(std::find(lines.begin(), lines.end(), "1 afsnit, som ikke hører til i en plan til deling, er taget ud."),
              lines.end());
}

/// Whatever a person did and whatever is generated: what she wrote is never renewed, removed or written over.
TEST(PlanRenewal, NeverTouchesWhatAPersonWrote)
{
    std::mt19937 random(17);
    const auto some = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const auto text = [&] { return std::string(1, static_cast<char>('a' + some(4))); };
    for (int run = 0; run < 3000; ++run)
    {
        std::vector<std::pair<std::string, std::string>> parts;
        for (int part = 0; part < 6; ++part)
            if (some(4) > 0)
                parts.emplace_back(std::to_string(part), text());
        const auto steps = steps_of({{"a", prose("a", parts)}});
        PlanState state;
        FoundParts found;
        for (int part = 0; part < 6; ++part)
        {
            const std::string id = "a." + std::to_string(part);
            if (some(3) > 0)
                state.parts.push_back({id, PartKind::prose, part_hash({PlanParagraph{text()}}), text() + "\n",
                                       some(2) > 0 ? text() + "\n" : "", false});
            if (some(3) > 0)
                found.parts[id] = standing(some(5) > 0 ? text() + "\n" : "");
            if (some(3) == 0)
                found.offers[id] = standing(some(5) > 0 ? text() + "\n" : "");
        }
        const Renewal renewal = decide_renewal(state, steps, found, no_runs);
        ASSERT_EQ(renewal.actions.size(), steps.size());
        for (const PartAction& action : renewal.actions)
        {
            const std::string& id = steps[action.index].id;
            const auto stands = found.parts.find(id);
            const auto offered = found.offers.find(id);
            const StatePart* known = state.find(id);
            if (stands != found.parts.end() && !stands->second.empty && (!known || known->look != stands->second.look))
            {
                EXPECT_EQ(action.step, PartFate::keep) << run << " " << id;
            }
            if (stands != found.parts.end())
            {
                EXPECT_NE(action.step, PartFate::insert) << run << " " << id;
            }
            const bool offer_is_hers = offered != found.offers.end() && !offered->second.empty &&
                                       (!known || known->offer_look != offered->second.look);
            if (offer_is_hers)
            {
                EXPECT_NE(action.offer, OfferStep::remove) << run << " " << id;
                EXPECT_NE(action.offer, OfferStep::replace) << run << " " << id;
                EXPECT_FALSE(action.step == PartFate::adopt && !action.edited) << run << " " << id;
            }
            if (offered == found.offers.end())
            {
                EXPECT_TRUE(action.offer == OfferStep::leave || action.offer == OfferStep::put) << run << " " << id;
            }
            if (known && stands == found.parts.end())
            {
                EXPECT_NE(action.step, PartFate::insert) << "deleted parts stay deleted";
            }
        }
    }
}

} // namespace trinvis
