// SPDX-License-Identifier: MPL-2.0
#include "reference/heading_words.hpp"
#include "reference/import_mapping.hpp"
#include "reference/import_signs.hpp"
#include "reference/item_match.hpp"
#include "reference/table_facts.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis::reference
{

namespace
{

/// The category that stands for all the others together; nothing where none says so in words. Bare codes (0, 00, 2, 3) mean
/// the total in one table and a single category in another.
const Category* total_of(const Variable& variable)
{
    static constexpr std::array<std::string_view, 7> totals{"i alt", "total", "tot",       "ialt",
                                                            "alle",  "all",   "all, total"};
    for (const Category& category : variable.categories)
        for (const std::string& text : {folded(category.text), folded(category.code)})
            if (std::find(totals.begin(), totals.end(), text) != totals.end() || text.ends_with(" i alt") ||
                text.ends_with(", total") || text.starts_with("total, "))
                return &category;
    return nullptr;
}

std::string item_of(std::string_view text, const Workbook& workbook)
{
    return match_item(text, workbook).item;
}

bool is_item_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 5> names{"post", "item", "indikator", "indicator", "id"};
    const std::string small = folded(heading);
    return std::find(names.begin(), names.end(), small) != names.end();
}

/// The one text that all observations of a tidy table state in a column, e.g. its Kommunebegreb.
std::string stated(const ImportedTable& table, const Words& words, std::string_view key)
{
    for (const Language language : {Language::danish, Language::english})
        if (const auto index = table.variable(words.in(language).get("column.comparison." + std::string(key))))
            if (const Variable& variable = table.variables[*index]; variable.categories.size() == 1)
                return variable.categories.front().text;
    return {};
}

class Proposal
{
public:
    Proposal(const ImportedTable& table, const Workbook& workbook, const ImportMapping* remembered, const Words& words)
        : m_table(table), m_workbook(workbook), m_remembered(remembered), m_words(words),
          m_facts(facts_of(table.table_id))
    {
        if (remembered)
            m_mapping = *remembered;
        m_mapping.source = source_key(table);
    }

    ImportMapping make()
    {
        m_mapping.decimal_mark = m_table.decimal_mark;
        propose_variables();
        propose_item_choices();
        propose_time();
        propose_signs();
        propose_concepts();
        propose_source();
        return std::move(m_mapping);
    }

private:
    [[nodiscard]] const Texts& texts() const
    {
        return m_words.in(m_workbook.language);
    }

    void propose_variables()
    {
        std::vector<VariableChoice> choices;
        bool items_known = m_mapping.with_use(VariableUse::items) != nullptr &&
                           m_table.variable(m_mapping.with_use(VariableUse::items)->variable);
        for (const Variable& variable : m_table.variables)
        {
            if (const VariableChoice* known = m_mapping.variable(variable.code);
                known && (known->use != VariableUse::fixed || variable.find(known->category)))
            {
                choices.push_back(*known);
                continue;
            }
            VariableChoice choice = choice_of(variable, items_known);
            items_known = items_known || choice.use == VariableUse::items;
            choices.push_back(std::move(choice));
        }
        m_mapping.variables = std::move(choices);
    }

    [[nodiscard]] VariableChoice choice_of(const Variable& variable, bool items_known) const
    {
        if (variable.role == VariableRole::municipality && !m_mapping.with_use(VariableUse::municipality))
            return {variable.code, VariableUse::municipality, {}, false};
        if (variable.role == VariableRole::time && !m_mapping.with_use(VariableUse::time))
            return {variable.code, VariableUse::time, {}, false};
        // What has but one category leaves nothing to choose.
        constexpr std::size_t looked_at = 1000;
        const auto end =
            variable.categories.begin() + static_cast<std::ptrdiff_t>(std::min(variable.categories.size(), looked_at));
        const bool names_items = std::any_of(variable.categories.begin(), end,
                                             [this](const Category& category) {
                                                 return !item_of(category.text, m_workbook).empty() ||
                                                        !item_of(category.code, m_workbook).empty();
                                             });
        if (!items_known && names_items)
            return {variable.code, VariableUse::items, {}, false};
        if (variable.categories.size() == 1)
            return {variable.code, VariableUse::fixed, variable.categories.front().code, true};
        if (!items_known && (is_item_heading(variable.code) || variable.role == VariableRole::contents))
            return {variable.code, VariableUse::items, {}, false};
        if (const Category* total = total_of(variable))
            return {variable.code, VariableUse::fixed, total->code, false};
        return {variable.code, VariableUse::unanswered, {}, false};
    }

    void propose_item_choices()
    {
        const VariableChoice* items = m_mapping.with_use(VariableUse::items);
        std::vector<ItemChoice> proposed =
            propose_items(m_table, items ? std::string_view(items->variable) : std::string_view{}, m_workbook);
        for (ItemChoice& choice : proposed)
        {
            const auto known = std::find_if(m_mapping.items.begin(), m_mapping.items.end(),
                                            [&choice](const ItemChoice& candidate)
                                            { return same_text(candidate.category, choice.category); });
            if (known != m_mapping.items.end())
                continue;
            // Beside remembered answers a new category is a question, not part of the data at once.
            m_mapping.items.push_back(std::move(choice));
        }
    }

    void propose_time()
    {
        if (!m_mapping.period_day && m_facts)
            m_mapping.period_day = m_facts->day;
        const VariableChoice* time = m_mapping.with_use(VariableUse::time);
        if (!time)
            return;
        for (PeriodChoice& choice : propose_periods(m_table, time->variable, m_mapping.period_day, m_workbook))
        {
            const auto known = std::find_if(m_mapping.periods.begin(), m_mapping.periods.end(),
                                            [&choice](const PeriodChoice& candidate)
                                            { return same_text(candidate.period, choice.period); });
            if (known != m_mapping.periods.end())
                continue;
            if (const auto date = as_before(choice.period))
            {
                choice.cut_off = *date;
                choice.confirmed = true;
            }
            m_mapping.periods.push_back(std::move(choice));
        }
    }

    /// The round that a period is, as earlier periods of its kind were: 2023 was 31-03-2024, so 2024 is 31-03-2025. Nothing
    /// where that is no round, or where earlier answers do not agree.
    [[nodiscard]] std::optional<Date> as_before(std::string_view text) const
    {
        const auto period = parse_period(text);
        if (!period || !m_remembered || period->kind == PeriodKind::day)
            return std::nullopt;
        std::set<Date> dates;
        for (const PeriodChoice& before : m_remembered->periods)
        {
            const auto earlier = parse_period(before.period);
            if (!earlier || !before.cut_off || earlier->kind != period->kind || earlier->number != period->number)
                continue;
            const auto years = std::chrono::years(period->year - earlier->year);
            const Date shifted = *before.cut_off + years;
            // 29 February in other years.
            dates.insert(shifted.ok() ? shifted : Date{shifted.year(), shifted.month(), std::chrono::day{28}});
        }
        if (dates.size() != 1 || !is_round(m_workbook, *dates.begin()))
            return std::nullopt;
        return *dates.begin();
    }

    void propose_signs()
    {
        for (const std::string& sign : m_table.signs)
        {
            const bool known = std::any_of(m_mapping.signs.begin(), m_mapping.signs.end(),
                                           [&sign](const SignChoice& candidate) { return candidate.sign == sign; });
            if (!known)
                m_mapping.signs.push_back({sign, usual_meaning(sign, m_words), false});
        }
    }

    void propose_concepts()
    {
        if (m_mapping.concepts_confirmed)
            return;
        const auto propose = [this](std::string& concept_text, std::string_view key, std::string_view fact)
        {
            if (concept_text.empty())
                concept_text = stated(m_table, m_words, key);
            if (concept_text.empty() && !fact.empty())
                concept_text = texts().get(fact);
        };
        const TableFacts none{};
        const TableFacts& facts = m_facts ? *m_facts : none;
        propose(m_mapping.municipality_concept, "municipality_concept", facts.municipality_concept);
        propose(m_mapping.counting_unit, "counting_unit", facts.counting_unit);
        propose(m_mapping.age_base, "age_base", facts.age_base);
    }

    void propose_source()
    {
        const bool statbank = m_table.format == SourceFormat::statbank_csv || m_facts ||
                              folded(m_table.source) == "statistics denmark" ||
                              folded(m_table.source) == "danmarks statistik";
        if (m_mapping.licence.empty())
            m_mapping.licence = !m_table.licence.empty() ? m_table.licence : statbank ? "CC BY 4.0" : "";
        if (!m_mapping.source_line.empty())
            return;
        if (statbank && !m_table.table_id.empty())
            m_mapping.source_line = texts().format("import.source.statbank", {{"table", m_table.table_id}});
        else if (!m_table.source.empty())
            m_mapping.source_line = m_table.source;
        else
            m_mapping.source_line = m_table.title.empty() ? m_table.file : m_table.title;
    }

    const ImportedTable& m_table;
    const Workbook& m_workbook;
    const ImportMapping* m_remembered;
    const Words& m_words;
    const TableFacts* m_facts;
    ImportMapping m_mapping;
};

} // namespace

std::vector<ItemChoice> propose_items(const ImportedTable& table, std::string_view variable, const Workbook& workbook)
{
    if (variable.empty())
        return {{{}, item_of(table.title, workbook), 1, false}};
    std::vector<ItemChoice> choices;
    const auto index = table.variable(variable);
    if (!index)
        return choices;
    std::set<std::string> taken;
    // A variable with thousands of categories is none of items, whatever its heading says.
    constexpr std::size_t most_looked_at = 2000;
    for (const Category& category : table.variables[*index].categories)
    {
        std::string item = choices.size() < most_looked_at ? item_of(category.code, workbook) : std::string{};
        if (item.empty() && choices.size() < most_looked_at)
            item = item_of(category.text, workbook);
        // Two categories of one item would have to be summed: that is not for us to propose.
        if (!item.empty() && !taken.insert(item).second)
            item.clear();
        choices.push_back({category.code, std::move(item), 1, false});
    }
    return choices;
}

std::vector<PeriodChoice> propose_periods(const ImportedTable& table, std::string_view variable,
                                          std::optional<PeriodDay> day, const Workbook& workbook)
{
    std::vector<PeriodChoice> choices;
    const auto index = table.variable(variable);
    if (!index)
        return choices;
    for (const Category& category : table.variables[*index].categories)
    {
        PeriodChoice choice{category.code, std::nullopt, false};
        auto period = parse_period(category.code);
        if (!period)
            period = parse_period(category.text);
        if (!period)
            continue;
        for (const PeriodDay which : {PeriodDay::last, PeriodDay::first})
            if (!choice.cut_off && (!day || *day == which) && is_round(workbook, day_of(*period, which)))
                choice.cut_off = day_of(*period, which);
        choices.push_back(std::move(choice));
    }
    return choices;
}

ImportMapping propose_mapping(const ImportedTable& table, const Workbook& workbook,
                              const std::vector<ImportMapping>& remembered, const Words& words)
{
    const std::string source = source_key(table);
    const auto known =
        std::find_if(remembered.begin(), remembered.end(),
                     [&source](const ImportMapping& candidate) { return same_text(candidate.source, source); });
    return Proposal(table, workbook, known == remembered.end() ? nullptr : &*known, words).make();
}

} // namespace trinvis::reference
