// SPDX-License-Identifier: MPL-2.0
#include "catalogue/value.hpp"

#include "table/text_match.hpp"

namespace trinvis
{

const std::vector<TypedBlank>& typed_blanks()
{
    static const std::vector<TypedBlank> blanks{
        {"blank.not_reported", ValueState::missing},      {"blank.not_applicable", ValueState::not_applicable},
        {"blank.confidential", ValueState::confidential}, {"blank.invalid", ValueState::missing},
        {"blank.provisional", ValueState::missing},       {"blank.awaited", ValueState::missing},
    };
    return blanks;
}

ValueReader::ValueReader(const Words& words)
{
    for (const TypedBlank& blank : typed_blanks())
        for (const Language language : {Language::danish, Language::english})
            m_blanks.emplace(folded(words.in(language).get(blank.key)), blank.state);
}

Value ValueReader::read(const Cell& cell) const
{
    if (const double* number = std::get_if<double>(&cell))
        return {ValueState::number, *number};
    if (is_empty(cell))
        return {ValueState::empty};
    if (std::holds_alternative<CellError>(cell))
        return {ValueState::error};
    const std::string typed = folded(std::get<std::string>(cell));
    if (typed.empty())
        return {ValueState::empty};
    const auto blank = m_blanks.find(typed);
    return {blank == m_blanks.end() ? ValueState::text : blank->second};
}

} // namespace trinvis
