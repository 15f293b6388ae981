// SPDX-License-Identifier: MPL-2.0
#include "live/followed_findings.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace trinvis
{

namespace
{

std::vector<Finding> found_beyond(const Validation& whole, const Validation& by_rules)
{
    using Key = std::tuple<std::string, Place, std::string>;
    const auto key_of = [](const Finding& finding) { return Key{finding.rule, finding.place, finding.message}; };
    std::multiset<Key> known;
    for (const Finding& finding : by_rules.findings)
        known.insert(key_of(finding));
    std::vector<Finding> beyond;
    for (const Finding& finding : whole.findings)
    {
        const auto found = known.find(key_of(finding));
        if (found == known.end())
            beyond.push_back(finding);
        else
            known.erase(found);
    }
    return beyond;
}

} // namespace

std::optional<Validation> FollowedFindings::take(WorkbookCells cells, Date today, const Watch& watch)
{
    Changes changes;
    if (m_live && m_today == today)
        changes = changes_between(m_live->workbook().cells, cells);
    else
        changes.anew = true;
    if (changes.none())
        return std::nullopt;
    const bool knows_the_rest = m_whole.has_value();
    m_whole.reset();
    if (!changes.anew)
    {
        for (auto& [place, content] : changes.cells)
            m_live->change(place, std::move(content));
        return knows_the_rest ? std::optional(quick()) : std::nullopt;
    }
    m_today = today;
    m_live.reset();
    auto live = std::make_unique<LiveValidation>(read_workbook(std::move(cells), m_words, m_municipalities), m_words,
                                                 m_municipalities, today, watch);
    if (live->finished())
        m_live = std::move(live);
    return std::nullopt;
}

const Validation* FollowedFindings::whole()
{
    if (!m_live)
        return nullptr;
    if (!m_whole)
    {
        m_whole = m_live->whole();
        m_beyond = found_beyond(*m_whole, m_live->result());
    }
    return &*m_whole;
}

Validation FollowedFindings::quick() const
{
    Validation validation = m_live->result();
    std::ranges::copy(m_beyond, std::back_inserter(validation.findings));
    std::stable_sort(validation.findings.begin(), validation.findings.end(),
                     [](const Finding& a, const Finding& b)
                     { return std::tie(a.severity, a.place) < std::tie(b.severity, b.place); });
    validation.explanations = explain(m_live->workbook(), m_words, m_today, validation.findings);
    return validation;
}

} // namespace trinvis
