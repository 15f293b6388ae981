// SPDX-License-Identifier: MPL-2.0
#include "reference/import_rows.hpp"

#include "reference/import_signs.hpp"
#include "reference/place_text.hpp"
#include "reference/workbook_rows.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>

namespace trinvis::reference
{

namespace
{

constexpr std::size_t most_examples = 10;

/// What was left out, by reason, with each example once.
class LeftOutCounts
{
public:
    void add(std::string_view code, std::string_view example)
    {
        LeftOut& reason = of(code);
        ++reason.count;
        if (reason.examples.size() < most_examples &&
            std::find(reason.examples.begin(), reason.examples.end(), example) == reason.examples.end())
            reason.examples.emplace_back(example);
    }

    [[nodiscard]] std::vector<LeftOut> take()
    {
        return std::move(m_reasons);
    }

private:
    LeftOut& of(std::string_view code)
    {
        for (LeftOut& reason : m_reasons)
            if (reason.code == code)
                return reason;
        return m_reasons.emplace_back(LeftOut{std::string(code), 0, {}});
    }

    std::vector<LeftOut> m_reasons;
};

/// The place of a category: its text where it has one, its code otherwise; unknown where the two disagree.
RecognisedPlace place_of(const Category& category, const Municipalities& municipalities)
{
    RecognisedPlace by_text = recognise_place(std::string_view(category.text), municipalities);
    if (category.text == category.code)
        return by_text;
    const RecognisedPlace by_code = recognise_place(std::string_view(category.code), municipalities);
    if (by_code.kind == PlaceKind::unknown || by_text.kind == PlaceKind::part)
        return by_text;
    if (by_text.kind == PlaceKind::unknown)
        return {PlaceKind::unknown, nullptr, category.code + " " + category.text, {}, {}};
    if (by_code.kind == by_text.kind && by_code.name == by_text.name)
        return by_text;
    return {PlaceKind::unknown, nullptr, category.code + " " + category.text, {}, {}};
}

std::string shown(const Category& category)
{
    return category.text.empty() ? category.code : category.text;
}

/// A mapping laid out by the indexes of a table's categories.
class AppliedMapping
{
public:
    AppliedMapping(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook,
                   const Words& words)
        : m_mapping(mapping), m_table(table), m_workbook(workbook), m_texts(words.in(workbook.language))
    {
        for (std::size_t i = 0; i < table.variables.size(); ++i)
            lay_out(i, *mapping.variable(table.variables[i].code));
        if (!mapping.with_use(VariableUse::items))
            for (const ItemChoice& choice : mapping.items)
                if (choice.category.empty() && !choice.item.empty())
                    m_whole = item_of(choice);
        for (const std::string& sign : table.signs)
            for (const SignChoice& choice : mapping.signs)
                if (choice.sign == sign)
                    m_signs.push_back(choice.meaning);
    }

    [[nodiscard]] std::vector<ComparisonRow> rows(LeftOutCounts& left_out) const
    {
        std::vector<ComparisonRow> made;
        for (std::size_t i = 0; i < m_table.size(); ++i)
            if (auto row = row_of(i, left_out))
                made.push_back(std::move(*row));
        return made;
    }

private:
    struct MappedItem
    {
        std::string_view id;
        double factor = 1;
    };

    [[nodiscard]] std::optional<MappedItem> item_of(const ItemChoice& choice) const
    {
        const EntryLine* line = choice.item.empty() ? nullptr : m_workbook.line(choice.item);
        return line ? std::optional(MappedItem{line->id, choice.factor}) : std::nullopt;
    }

    void lay_out(std::size_t index, const VariableChoice& choice)
    {
        const Variable& variable = m_table.variables[index];
        switch (choice.use)
        {
        case VariableUse::municipality:
            m_places_variable = index;
            for (const Category& category : variable.categories)
                m_places.push_back(place_of(category, *m_workbook.municipalities));
            break;
        case VariableUse::time:
            m_time_variable = index;
            for (const Category& category : variable.categories)
            {
                std::optional<Date> date;
                for (const PeriodChoice& period : m_mapping.periods)
                    if (same_text(period.period, category.code))
                        date = period.cut_off;
                m_dates.push_back(date);
            }
            break;
        case VariableUse::items:
            m_items_variable = index;
            for (const Category& category : variable.categories)
            {
                std::optional<MappedItem> mapped;
                for (const ItemChoice& item : m_mapping.items)
                    if (same_text(item.category, category.code))
                        mapped = item_of(item);
                m_items.push_back(mapped);
            }
            break;
        default:
            m_fixed.emplace_back(index, static_cast<std::uint32_t>(variable.find(choice.category).value_or(0)));
        }
    }

    [[nodiscard]] const Category& category(std::size_t variable, std::size_t observation) const
    {
        return m_table.variables[variable].categories[m_table.coordinates[variable][observation]];
    }

    [[nodiscard]] std::optional<ComparisonRow> row_of(std::size_t i, LeftOutCounts& left_out) const
    {
        for (const auto& [variable, wanted] : m_fixed)
            if (m_table.coordinates[variable][i] != wanted)
            {
                left_out.add("category", shown(category(variable, i)));
                return std::nullopt;
            }
        std::optional<MappedItem> item = m_whole;
        if (m_items_variable)
        {
            item = m_items[m_table.coordinates[*m_items_variable][i]];
            if (!item)
            {
                left_out.add("category", shown(category(*m_items_variable, i)));
                return std::nullopt;
            }
        }
        const RecognisedPlace& place = m_places[m_table.coordinates[m_places_variable][i]];
        if (place.kind != PlaceKind::municipality)
        {
            left_out.add(place.kind == PlaceKind::unknown ? "unknown-place" : place_code(place.kind), place.name);
            return std::nullopt;
        }
        const auto& date = m_dates[m_table.coordinates[m_time_variable][i]];
        if (!date)
        {
            left_out.add("period", shown(category(m_time_variable, i)));
            return std::nullopt;
        }
        ComparisonRow row{place.municipality, item->id, *date, {}, 0, m_table.places[i]};
        if (const std::uint16_t sign = m_table.sign_of[i]; sign == 0)
            row.value = m_table.numbers[i] * item->factor;
        else if (m_signs[sign - 1U] == SignMeaning::left_out)
        {
            left_out.add("sign", m_table.signs[sign - 1U]);
            return std::nullopt;
        }
        else if (m_signs[sign - 1U] == SignMeaning::zero)
            row.value = 0.0;
        else
            row.value = sign_word(m_signs[sign - 1U], m_texts);
        return row;
    }

    const ImportMapping& m_mapping;
    const ImportedTable& m_table;
    const Workbook& m_workbook;
    const Texts& m_texts;
    std::vector<std::pair<std::size_t, std::uint32_t>> m_fixed;
    std::size_t m_places_variable = 0;
    std::size_t m_time_variable = 0;
    std::optional<std::size_t> m_items_variable;
    std::vector<RecognisedPlace> m_places;
    std::vector<std::optional<Date>> m_dates;
    std::vector<std::optional<MappedItem>> m_items;
    std::optional<MappedItem> m_whole;
    std::vector<SignMeaning> m_signs;
};

} // namespace

ImportRows apply(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook, const Words& words,
                 const ApplyOptions& options)
{
    if (std::vector<ImportFault> found = faults(mapping, table, workbook); !found.empty())
    {
        ImportRows refused;
        refused.fault = std::move(found.front());
        return refused;
    }
    LeftOutCounts left_out;
    const std::vector<ComparisonRow> rows = AppliedMapping(mapping, table, workbook, words).rows(left_out);
    const RowConcepts concepts{mapping.source_line, mapping.municipality_concept, mapping.counting_unit,
                               mapping.age_base};
    ImportRows result = put_rows(rows, {concepts}, left_out.take(), workbook, words, options);
    if (result.fault && result.fault->place)
    {
        result.fault->sheet = table.sheet;
        result.fault->format = table.format;
    }
    return result;
}

ImportRows apply_workbook(const Workbook& other, std::string_view name, const Workbook& workbook, const Words& words,
                          const ApplyOptions& options)
{
    const auto refused = [](std::string code, Replacements values)
    {
        ImportRows rows;
        rows.fault = ImportFault{std::move(code), std::nullopt, std::move(values)};
        return rows;
    };
    if (!other.municipality || !other.entry.found())
        return refused("workbook-municipality", {{"file", std::string(name)}});
    const Municipality* municipality = workbook.municipalities->find(other.municipality->code);
    if (workbook.municipality && municipality == workbook.municipality)
        return refused("workbook-own", {{"municipality", municipality->name}});
    const Texts& texts = words.in(workbook.language);
    const ValueReader reader(words);
    std::string source =
        texts.format("import.source.workbook", {{"municipality", municipality->name}, {"file", std::string(name)}});
    if (!other.data_note.empty())
        source += ". " + other.data_note;
    LeftOutCounts left_out;
    std::vector<RowConcepts> concepts;
    std::vector<ComparisonRow> rows;
    for (const EntryLine& line : other.lines)
    {
        const EntryLine* own = workbook.line(line.id);
        RowConcepts stated = stated_concepts(other, line.id, source);
        const std::size_t concept_index = concepts.size();
        concepts.push_back(std::move(stated));
        for (const Round& round : other.rounds)
        {
            const Cell& cell = other.grid(other.entry).at(line.row, round.column);
            if (is_empty(cell))
                continue;
            const bool known_round =
                round.date && std::any_of(workbook.rounds.begin(), workbook.rounds.end(),
                                          [&round](const Round& candidate) { return candidate.date == round.date; });
            if (!own)
            {
                left_out.add("category", line.id);
                continue;
            }
            if (!known_round)
            {
                left_out.add("period", round.heading);
                continue;
            }
            ComparisonRow row{
                municipality,
                own->id,
                *round.date,
                {},
                concept_index,
                SourcePlace{static_cast<std::uint32_t>(line.row), static_cast<std::uint32_t>(round.column)}};
            auto value = comparison_value(cell, other.language, reader, words, texts);
            if (!value)
            {
                left_out.add("sign", cell_text(cell, workbook.language));
                continue;
            }
            row.value = std::move(*value);
            rows.push_back(std::move(row));
        }
    }
    if (rows.empty())
        return refused("workbook-nothing", {{"file", std::string(name)}});
    ImportRows result = put_rows(rows, concepts, left_out.take(), workbook, words, options);
    if (result.fault)
        result.fault->sheet = other.grid(other.entry).sheet_name;
    return result;
}

} // namespace trinvis::reference
