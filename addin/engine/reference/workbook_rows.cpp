// SPDX-License-Identifier: MPL-2.0
#include "reference/workbook_rows.hpp"

#include "reference/import_signs.hpp"
#include "table/text_match.hpp"

namespace trinvis::reference
{

RowConcepts stated_concepts(const Workbook& workbook, std::string_view item, std::string source)
{
    RowConcepts stated{std::move(source), {}, {}, {}};
    for (const Figure& figure : workbook.figures)
    {
        // An item's concepts are those of the first figure that counts it; a denominator may be anybody's.
        if (!same_text(figure.numerator, item) && !same_text(figure.value, item))
            continue;
        const auto text = [&figure](std::string_view key)
        {
            const auto found = figure.definition.find(key);
            return found == figure.definition.end() ? std::string{} : found->second;
        };
        stated.municipality_concept = text("municipality_concept");
        stated.counting_unit = text("counting_unit");
        stated.age_base = text("age_base");
        break;
    }
    return stated;
}

std::optional<ContentCell> comparison_value(const Cell& cell, Language language, const ValueReader& reader,
                                            const Words& words, const Texts& texts)
{
    const Value value = reader.read(cell);
    if (value.is_number())
        return value.number;
    if (value.state == ValueState::empty || value.state == ValueState::text || value.state == ValueState::error)
        return std::nullopt;
    return sign_word(meaning_of_word(cell_text(cell, language), words), texts);
}

} // namespace trinvis::reference
