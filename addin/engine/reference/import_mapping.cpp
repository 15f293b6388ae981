// SPDX-License-Identifier: MPL-2.0
#include "reference/import_mapping.hpp"

#include "reference/import_signs.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

namespace trinvis::reference
{

namespace
{

ImportFault fault(std::string code, Replacements values = {})
{
    return {std::move(code), std::nullopt, std::move(values)};
}

/// The variable of a table that has a use in a mapping; null when there is none.
const Variable* used_variable(const ImportMapping& mapping, const ImportedTable& table, VariableUse use)
{
    const VariableChoice* choice = mapping.with_use(use);
    if (choice)
        for (const Variable& variable : table.variables)
            if (same_text(variable.code, choice->variable))
                return &variable;
    return nullptr;
}

/// Finds what contradicts itself, one part of the mapping after the other.
class MappingCheck
{
public:
    MappingCheck(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook)
        : m_mapping(mapping), m_table(table), m_workbook(workbook)
    {
    }

    std::vector<ImportFault> run()
    {
        check_variables();
        check_items();
        check_periods();
        check_signs();
        return std::move(m_faults);
    }

private:
    void add(std::string code, Replacements values = {})
    {
        m_faults.push_back(fault(std::move(code), std::move(values)));
    }

    void check_variables()
    {
        std::map<VariableUse, std::string> used;
        for (const Variable& variable : m_table.variables)
        {
            const VariableChoice* choice = m_mapping.variable(variable.code);
            if (!choice || choice->use == VariableUse::unanswered)
                add("variable-unanswered", {{"variable", variable.name}});
            else if (choice->use == VariableUse::fixed)
            {
                if (!variable.find(choice->category))
                    add("category-missing", {{"variable", variable.name}, {"category", choice->category}});
            }
            else if (const auto [first, added] = used.emplace(choice->use, variable.name); !added)
                add("two-variables", {{"variable", variable.name}, {"first", first->second}});
            if (choice && choice->use != VariableUse::unanswered && !choice->confirmed)
                add("not-confirmed", {{"what", variable.name}});
        }
        for (const VariableChoice& choice : m_mapping.variables)
            if (!m_table.variable(choice.variable))
                add("variable-missing", {{"variable", choice.variable}});
        if (!used.contains(VariableUse::municipality))
            add("no-municipality");
        if (!used.contains(VariableUse::time))
            add("no-time");
    }

    void check_items()
    {
        const bool by_category = m_mapping.with_use(VariableUse::items) != nullptr;
        const Variable* variable = used_variable(m_mapping, m_table, VariableUse::items);
        std::map<std::string, std::string> used;
        std::size_t wanted = 0;
        for (const ItemChoice& item : m_mapping.items)
        {
            if (item.item.empty())
                continue;
            // A remembered category that this file lacks does no harm.
            if (by_category ? !variable || !variable->find(item.category) : !item.category.empty())
                continue;
            ++wanted;
            if (!item.confirmed)
                add("not-confirmed", {{"what", item.item}});
            if (!m_workbook.line(item.item))
                add("item-unknown", {{"item", item.item}});
            if (!(item.factor > 0) || !std::isfinite(item.factor))
                add("factor", {{"item", item.item}});
            if (const auto [first, added] = used.emplace(folded(item.item), item.category); !added)
                add("item-twice", {{"item", item.item}, {"first", first->second}, {"second", item.category}});
        }
        if (wanted == 0)
            add("no-items");
    }

    void check_periods()
    {
        const Variable* variable = used_variable(m_mapping, m_table, VariableUse::time);
        if (!variable)
            return;
        std::map<Date, std::string> used;
        for (const Category& category : variable->categories)
        {
            const auto period = std::find_if(m_mapping.periods.begin(), m_mapping.periods.end(),
                                             [&category](const PeriodChoice& candidate)
                                             { return same_text(candidate.period, category.code); });
            if (period == m_mapping.periods.end())
            {
                add(parse_period(category.code) || parse_period(category.text) ? "period-unanswered" : "period-unknown",
                    {{"period", category.text}});
                continue;
            }
            if (!period->confirmed)
                add("not-confirmed", {{"what", category.text}});
            if (!period->cut_off)
                continue;
            const bool is_round = std::any_of(m_workbook.rounds.begin(), m_workbook.rounds.end(),
                                              [&period](const Round& round) { return round.date == period->cut_off; });
            if (!is_round)
                add("round-unknown",
                    {{"period", category.text}, {"date", format_date(*period->cut_off, m_workbook.language)}});
            if (const auto [first, added] = used.emplace(*period->cut_off, category.text); !added)
                add("round-twice", {{"first", first->second},
                                    {"second", category.text},
                                    {"date", format_date(*period->cut_off, m_workbook.language)}});
        }
    }

    void check_signs()
    {
        for (const std::string& sign : m_table.signs)
        {
            const auto choice = std::find_if(m_mapping.signs.begin(), m_mapping.signs.end(),
                                             [&sign](const SignChoice& candidate) { return candidate.sign == sign; });
            if (choice == m_mapping.signs.end() || choice->meaning == SignMeaning::unanswered)
                add("sign-unanswered", {{"sign", sign}});
            else if (!choice->confirmed)
                add("not-confirmed", {{"what", sign}});
        }
        if (!m_mapping.concepts_confirmed)
            add("concepts-unanswered");
    }

    const ImportMapping& m_mapping;
    const ImportedTable& m_table;
    const Workbook& m_workbook;
    std::vector<ImportFault> m_faults;
};

} // namespace

std::string_view use_code(VariableUse use)
{
    switch (use)
    {
    case VariableUse::municipality:
        return "municipality";
    case VariableUse::time:
        return "time";
    case VariableUse::items:
        return "items";
    case VariableUse::fixed:
        return "fixed";
    default:
        return "unanswered";
    }
}

const VariableChoice* ImportMapping::variable(std::string_view code) const
{
    const auto found =
        std::find_if(variables.begin(), variables.end(),
                     [code](const VariableChoice& candidate) { return same_text(candidate.variable, code); });
    return found == variables.end() ? nullptr : &*found;
}

VariableChoice* ImportMapping::variable(std::string_view code)
{
    const auto found =
        std::find_if(variables.begin(), variables.end(),
                     [code](const VariableChoice& candidate) { return same_text(candidate.variable, code); });
    return found == variables.end() ? nullptr : &*found;
}

const VariableChoice* ImportMapping::with_use(VariableUse use) const
{
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [use](const VariableChoice& candidate) { return candidate.use == use; });
    return found == variables.end() ? nullptr : &*found;
}

void ImportMapping::confirm_all()
{
    for (VariableChoice& variable : variables)
        variable.confirmed = true;
    for (ItemChoice& item : items)
        item.confirmed = true;
    for (PeriodChoice& period : periods)
        period.confirmed = true;
    for (SignChoice& sign : signs)
        sign.confirmed = true;
    concepts_confirmed = true;
}

std::string ImportQuestion::text(const Texts& texts) const
{
    return texts.format("import.question." + code, values);
}

std::string source_key(const ImportedTable& table)
{
    if (!table.table_id.empty())
        return table.table_id;
    const std::string& name = table.title.empty() ? table.file : table.title;
    std::string key;
    const std::size_t dot = name.rfind('.');
    const bool has_ending = table.title.empty() && table.sheet.empty() && dot != std::string::npos && dot > 0;
    for (const char letter : std::string_view(name).substr(0, has_ending ? dot : std::string::npos))
        if (!(letter >= '0' && letter <= '9'))
            key.push_back(letter);
    std::string_view rest = trimmed(key);
    while (!rest.empty() && std::string_view("-_. ").find(rest.back()) != std::string_view::npos)
        rest.remove_suffix(1);
    while (!rest.empty() && std::string_view("-_. ").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
    return rest.empty() ? name : std::string(rest);
}

std::vector<ImportFault> faults(const ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook)
{
    return MappingCheck(mapping, table, workbook).run();
}

std::vector<ImportQuestion> questions(const ImportMapping& mapping, const ImportedTable& table,
                                      const Workbook& workbook, const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    std::vector<ImportQuestion> asked;
    const auto ask = [&asked](std::string code, std::string subject, std::string proposal, Replacements values) {
        asked.push_back({std::move(code), std::move(subject), std::move(proposal), std::move(values)});
    };
    for (const Variable& variable : table.variables)
    {
        const VariableChoice* choice = mapping.variable(variable.code);
        const VariableUse use = choice ? choice->use : VariableUse::unanswered;
        if (use != VariableUse::unanswered && choice->confirmed)
            continue;
        std::string proposal =
            use == VariableUse::unanswered ? std::string{} : texts.get("import.use." + std::string(use_code(use)));
        if (use == VariableUse::fixed)
            if (const auto category = variable.find(choice->category))
                proposal += ": " + variable.categories[*category].text;
        ask("variable", variable.code, std::move(proposal), {{"variable", variable.name}});
    }
    if (std::none_of(mapping.items.begin(), mapping.items.end(),
                     [](const ItemChoice& choice) { return !choice.item.empty(); }))
        ask("no-items", {}, {}, {});
    const Variable* items = used_variable(mapping, table, VariableUse::items);
    for (const ItemChoice& choice : mapping.items)
    {
        if (choice.confirmed || choice.item.empty())
            continue;
        std::string category = choice.category;
        if (items)
            if (const auto found = items->find(choice.category))
                category = items->categories[*found].text;
        ask("item", choice.category, choice.item, {{"category", category}});
    }
    if (const Variable* time = used_variable(mapping, table, VariableUse::time))
    {
        const std::vector<Category>& categories = time->categories;
        const bool longer_than_a_day = std::any_of(categories.begin(), categories.end(),
                                                   [](const Category& category)
                                                   {
                                                       const auto period = parse_period(category.code);
                                                       return period && period->kind != PeriodKind::day;
                                                   });
        if (longer_than_a_day && !mapping.period_day)
            ask("period-day", {}, {}, {});
        for (const Category& category : categories)
        {
            const auto choice = std::find_if(mapping.periods.begin(), mapping.periods.end(),
                                             [&category](const PeriodChoice& candidate)
                                             { return same_text(candidate.period, category.code); });
            if (choice != mapping.periods.end() && choice->confirmed)
                continue;
            ask("period", category.code,
                choice != mapping.periods.end() && choice->cut_off ? format_date(*choice->cut_off, workbook.language)
                                                                   : std::string{},
                {{"period", category.text}});
        }
    }
    const std::vector<std::size_t> counts = table.sign_counts();
    for (std::size_t i = 0; i < table.signs.size(); ++i)
    {
        const auto choice = std::find_if(mapping.signs.begin(), mapping.signs.end(),
                                         [&](const SignChoice& candidate) { return candidate.sign == table.signs[i]; });
        if (choice != mapping.signs.end() && choice->confirmed && choice->meaning != SignMeaning::unanswered)
            continue;
        const bool proposed = choice != mapping.signs.end() && choice->meaning != SignMeaning::unanswered;
        ask("sign", table.signs[i], proposed ? sign_word(choice->meaning, texts) : std::string{},
            {{"sign", table.signs[i].empty() ? texts.get("import.sign.empty_field") : table.signs[i]},
             {"n", std::to_string(counts[i])}});
    }
    if (!mapping.concepts_confirmed)
        ask("concepts", {}, {}, {});
    return asked;
}

} // namespace trinvis::reference
