// SPDX-License-Identifier: MPL-2.0
#include "validation/live_validation.hpp"

#include "validation/findings.hpp"

#include <utility>

namespace trinvis
{

LiveValidation::LiveValidation(Workbook workbook, const Words& words, const Municipalities& municipalities, Date today,
                               const Watch& watch)
    : m_workbook(std::make_unique<Workbook>(std::move(workbook))), m_words(words), m_municipalities(municipalities),
      m_today(today), m_run(std::make_unique<RuleRun>(*m_workbook, words, municipalities, today, true))
{
    m_finished = m_run->all(watch);
}

Validation LiveValidation::result() const
{
    return validation_of(*m_run, *m_workbook, m_words, Extent::rules_only);
}

Validation LiveValidation::whole() const
{
    Validation validation = validation_of(*m_run, *m_workbook, m_words, Extent::everything);
    validation.explanations = explain(*m_workbook, m_words, m_today, validation.findings);
    return validation;
}

std::size_t LiveValidation::change(const Place& place, Cell content)
{
    if (place.sheet < 0 || place.sheet >= static_cast<int>(m_workbook->cells.sheets.size()) || place.row < 0 ||
        place.column < 0)
        return 0;
    const auto changes = m_run->change_of(place, content);
    if (changes)
    {
        Cell& cell = m_workbook->cells.sheets[static_cast<std::size_t>(place.sheet)].make(place.row, place.column);
        const Cell before = std::exchange(cell, std::move(content));
        return m_run->ask_again(*changes, place, before);
    }
    m_workbook->cells.sheets[static_cast<std::size_t>(place.sheet)].make(place.row, place.column) = std::move(content);
    // The old run points into what is read anew.
    m_run.reset();
    *m_workbook = read_workbook(std::move(m_workbook->cells), m_words, m_municipalities);
    m_run = std::make_unique<RuleRun>(*m_workbook, m_words, m_municipalities, m_today, true);
    m_run->all();
    return m_run->rules().size();
}

} // namespace trinvis
