// SPDX-License-Identifier: MPL-2.0
#include "privacy/workbook_suppression.hpp"

#include "privacy/workbook_counts.hpp"

#include <algorithm>

namespace trinvis::privacy
{

namespace
{

class Collector
{
public:
    Collector(const WorkbookCounts& counts, const Municipalities& municipalities, HiddenNumbers& hidden)
        : m_counts(counts), m_municipalities(municipalities), m_hidden(hidden)
    {
    }

    void add(const StatedNumber& stated, WhyHidden why, const std::string& for_item)
    {
        if (stated.places.empty())
            return;
        const bool own = stated.municipality == m_counts.own();
        std::size_t& tally = why == WhyHidden::small ? (own ? m_hidden.own_small : m_hidden.others_small)
                                                     : (own ? m_hidden.own_more : m_hidden.others_more);
        ++tally;
        const std::vector<Municipality>& all = m_municipalities.all();
        for (const Place& place : stated.places)
            m_hidden.cells.push_back({place, m_counts.item_id(stated.item),
                                      stated.municipality < all.size() ? all[stated.municipality].code : std::string{},
                                      m_counts.date(stated.round), why, for_item});
    }

private:
    const WorkbookCounts& m_counts;
    const Municipalities& m_municipalities;
    HiddenNumbers& m_hidden;
};

/// A count that is no whole number takes part in no relation, but is small or not all the same.
bool is_small(const StatedNumber& stated, int threshold)
{
    return stated.state == ValueState::number && stated.number > 0 && stated.number < threshold;
}

} // namespace

HiddenNumbers hidden_numbers(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                             const KnownRelations& known)
{
    HiddenNumbers hidden;
    hidden.wanted = workbook.sharing.wanted;
    hidden.threshold = workbook.sharing.threshold;
    if (!hidden.wanted)
        return hidden;
    KnownRelations relations = known;
    add_relations_of_rules(relations, rules::rules_of_workbook(workbook, words), workbook);
    const WorkbookCounts counts(workbook, words, municipalities, relations, hidden.threshold);
    const Suppression suppression = suppress(counts.table(), hidden.threshold);
    hidden.exposed = suppression.exposed.size();
    Collector collector(counts, municipalities, hidden);
    const auto is_hidden = [&](const StatedNumber& stated)
    {
        return stated.state == ValueState::confidential ||
               (stated.count && suppression.cells[*stated.count] != Hiding::nothing) ||
               (counts.is_secret(stated.item) && (stated.small_elsewhere || is_small(stated, hidden.threshold)));
    };
    for (const StatedNumber& stated : counts.numbers())
    {
        if (!counts.is_secret(stated.item) || !is_hidden(stated))
            continue;
        const bool covering = stated.count && suppression.cells[*stated.count] == Hiding::covering;
        const StatedNumber* protected_number = covering && suppression.protects[*stated.count]
                                                   ? counts.number_of(*suppression.protects[*stated.count])
                                                   : nullptr;
        collector.add(stated, covering ? WhyHidden::covering : WhyHidden::small,
                      protected_number ? counts.item_id(protected_number->item) : std::string{});
    }
    for (const auto& [told, of] : counts.about())
        for (std::size_t municipality = 0; municipality < counts.municipality_count(); ++municipality)
            for (std::size_t round = 0; round < counts.round_count(); ++round)
            {
                const StatedNumber* telling = counts.find(municipality, round, told);
                const StatedNumber* counted = counts.find(municipality, round, of);
                if (telling && counted && is_hidden(*counted))
                    collector.add(*telling, WhyHidden::about, counts.item_id(of));
            }
    for (const auto& [place, item] : counts.strays())
        hidden.cells.push_back({place, counts.item_id(item), {}, std::nullopt, WhyHidden::small, {}});
    std::sort(hidden.cells.begin(), hidden.cells.end(),
              [](const HiddenNumber& a, const HiddenNumber& b) { return a.place < b.place; });
    return hidden;
}

void blank(Workbook& workbook, const HiddenNumbers& hidden, const Words& words)
{
    const std::string& confidential = words.in(workbook.language).get("blank.confidential");
    for (const HiddenNumber& number : hidden.cells)
        workbook.cells.sheets[static_cast<std::size_t>(number.place.sheet)].make(number.place.row,
                                                                                 number.place.column) = confidential;
}

std::vector<std::string> sharing_note(const HiddenNumbers& hidden, const Texts& texts)
{
    if (!hidden.wanted)
        return {};
    const auto sentence = [&](const char* key, std::size_t small, std::size_t more)
    {
        return texts.format(key, {{"small", std::to_string(small)},
                                  {"more", std::to_string(more)},
                                  {"threshold", std::to_string(hidden.threshold)}});
    };
    const std::size_t exposed = hidden.exposed;
    std::vector<std::string> lines{hidden.own_small + hidden.own_more == 0 ? sentence("sharing.own.none", 0, 0)
                                   : hidden.own_more == 0 && exposed == 0
                                       ? sentence("sharing.own.small", hidden.own_small, 0)
                                       : sentence("sharing.own", hidden.own_small, hidden.own_more)};
    if (hidden.others_small + hidden.others_more > 0)
        lines.push_back(sentence(hidden.others_more == 0 ? "sharing.others.small" : "sharing.others",
                                 hidden.others_small, hidden.others_more));
    if (exposed > 0)
        lines.push_back(sentence("sharing.exposed", exposed, 0));
    lines.push_back(texts.get("sharing.newest"));
    lines.push_back(texts.get("sharing.reach"));
    return lines;
}

} // namespace trinvis::privacy
