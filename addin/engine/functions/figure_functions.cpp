// SPDX-License-Identifier: MPL-2.0
#include "functions/figure_functions.hpp"

#include "benchmark/measure.hpp"
#include "functions/range_values.hpp"
#include "statistics/ranking.hpp"
#include "statistics/summary.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trinvis::functions
{

namespace
{

using Numbers = std::map<std::string, double>; ///< by unit

/// "anbragte/boern*1000" as the two items and the factor; both items must be in the table.
std::optional<Figure> quotient(std::string_view text, const FigureTable& table)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return {};
    Figure figure;
    figure.kind = FigureKind::rate;
    const std::size_t star = text.rfind('*');
    if (star != std::string_view::npos && star > slash)
    {
        const auto factor = number_in(Cell{std::string(text.substr(star + 1))});
        if (!factor)
            return {};
        figure.factor = *factor;
        text = text.substr(0, star);
    }
    figure.numerator = trimmed(text.substr(0, slash));
    figure.denominator = trimmed(text.substr(slash + 1));
    return table.has_item(figure.numerator) && table.has_item(figure.denominator) ? std::optional(figure)
                                                                                  : std::nullopt;
}

std::optional<Figure> shipped_figure(const std::string& text, const Known& known)
{
    for (const Catalogue* catalogue : {&known.catalogue_danish, &known.catalogue_english})
        for (const Figure& figure : catalogue->figures)
        {
            const auto alias = figure.definition.find("alias");
            if (same_text(figure.id, text) || same_text(figure.name, text) ||
                (alias != figure.definition.end() && same_text(alias->second, text)))
                return figure;
        }
    return {};
}

/// What is asked for in the table.
struct Question
{
    FigureTable table;
    std::string item; ///< taken as it stands when it is not empty, otherwise `figure` is computed
    Figure figure;
    std::string unit; ///< empty when no municipality is given
    std::string period;
};

std::optional<Question> understood(const Grid& range, const Known& known, const Cell& figure, const Cell& municipality,
                                   const Cell& period)
{
    auto table = FigureTable::read(range, known);
    const std::string name = text_in(figure);
    if (!table || name.empty())
        return {};
    Question question{.table = std::move(*table), .item = {}, .figure = {}, .unit = {}, .period = {}};
    if (question.table.has_item(name))
        question.item = name;
    else if (const auto asked = quotient(name, question.table))
        question.figure = *asked;
    else if (const auto shipped = shipped_figure(name, known))
        question.figure = *shipped;
    else
        return {};
    if (is_blank(period) == question.table.has_periods())
        return {};
    question.period = question.table.period(period);
    if (is_blank(municipality))
        return question;
    question.unit = question.table.unit(municipality);
    if (!question.table.has_municipalities() || question.unit.empty() ||
        (!known.municipalities.find(question.unit) && !question.table.has_unit(question.unit)))
        return {};
    return question;
}

/// The figure of every unit that has it.
Numbers known_values(const Question& question)
{
    Numbers numbers;
    const auto values_of = [&](const std::string& item)
    { return item.empty() ? std::map<std::string, Value>{} : question.table.values(item, question.period); };
    if (!question.item.empty())
    {
        for (const auto& [unit, value] : values_of(question.item))
            if (value.is_number())
                numbers.emplace(unit, value.number);
        return numbers;
    }
    const auto numerators = values_of(question.figure.numerator);
    const auto denominators = values_of(question.figure.denominator);
    const auto values = values_of(question.figure.value);
    const auto value_in = [](const std::map<std::string, Value>& list, const std::string& unit)
    {
        const auto found = list.find(unit);
        return found == list.end() ? Value{} : found->second;
    };
    for (const auto& [unit, first] : question.figure.value.empty() ? numerators : values)
    {
        const Measured measured =
            measure(question.figure, value_in(numerators, unit), value_in(denominators, unit), value_in(values, unit));
        if (measured.known())
            numbers.emplace(unit, measured.value);
    }
    return numbers;
}

/// The group that figures are compared with.
struct Members
{
    std::set<std::string> units;
    bool own_counted = true;
};

/// What the municipalities of a group have in common on a date; without a date, as it is now.
using Common = std::string (*)(const Municipality&, const Municipalities&, const std::optional<Date>&);

std::string region_of(const Municipality& municipality, const Municipalities& all, const std::optional<Date>& date)
{
    return date ? all.region_on(municipality.region, *date) : municipality.region;
}

std::string landsdel_of(const Municipality& municipality, const Municipalities& /*all*/,
                        const std::optional<Date>& /*date*/)
{
    return municipality.landsdel;
}

std::string group_of(const Municipality& municipality, const Municipalities& /*all*/,
                     const std::optional<Date>& /*date*/)
{
    return municipality.group;
}

/// The municipalities of which something is said alike.
std::set<std::string> sharing(const Municipalities& municipalities, Common common, const std::optional<Date>& date,
                              std::string_view value)
{
    std::set<std::string> codes;
    for (const Municipality& municipality : municipalities.all())
        if (same_text(common(municipality, municipalities, date), value))
            codes.insert(municipality.code);
    return codes;
}

/// A kind of group: its word, what its members have in common, and whether the own municipality counts in it.
struct Scope
{
    std::string_view key;
    Common common;
    bool own_counted;
};

constexpr std::array<Scope, 3> scopes{{{"function_scope.region", region_of, true},
                                       {"function_scope.landsdel", landsdel_of, true},
                                       {"function_scope.group", group_of, false}}};

/// The group of a kind that a municipality belongs to on a date.
Members own_group(const Scope& scope, const Municipality& own, const Known& known, const std::optional<Date>& date)
{
    return {sharing(known.municipalities, scope.common, date, scope.common(own, known.municipalities, date)),
            scope.own_counted};
}

/// Those that a municipality can be held against: the real ones, and for the one of the practice workbook its like.
std::set<std::string> country(const Municipalities& municipalities, const Municipality* own)
{
    const bool invented = own && own->invented;
    std::set<std::string> codes;
    for (const Municipality& municipality : municipalities.all())
        if (municipality.invented == invented)
            codes.insert(municipality.code);
    return codes;
}

bool is_word(std::string_view text, std::string_view key, const Words& words)
{
    return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key));
}

/// The group of one word or name; nothing when it is none.
std::optional<Members> named_group(std::string text, const Known& known, const Municipality* own,
                                   const std::optional<Date>& date)
{
    if (is_word(text, "function_scope.country", known.words) || is_word(text, "group.country", known.words))
        return Members{country(known.municipalities, own), true};
    for (const Scope& scope : scopes)
        if (is_word(text, scope.key, known.words))
        {
            if (!own)
                return {};
            return own_group(scope, *own, known, date);
        }
    // As the sheet Sammenligning writes the name of a municipality group.
    const std::string shown = fill_in(known.words.danish.get("group.dst"), {{"group", ""}});
    if (text.size() > shown.size() && text.ends_with(shown))
        text.resize(text.size() - shown.size());
    for (const Scope& scope : scopes)
        if (auto codes = sharing(known.municipalities, scope.common, date, text); !codes.empty())
            return Members{std::move(codes), scope.own_counted};
    return {};
}

/// A list of municipalities; nothing when one of them is neither known nor in the table.
std::optional<Members> listed_group(const Grid& list, const Question& question, const Known& known)
{
    Members members;
    for (const Cell& cell : list.cells)
    {
        if (is_blank(cell))
            continue;
        const std::string unit = question.table.unit(cell);
        if (!known.municipalities.find(unit) && !question.table.has_unit(unit))
            return {};
        members.units.insert(unit);
    }
    return members;
}

bool is_left_out(const Grid& group)
{
    return std::all_of(group.cells.begin(), group.cells.end(), is_blank);
}

std::optional<Members> given_group(const Grid& group, const Question& question, const Known& known)
{
    if (group.cells.size() == 1)
        if (auto named = named_group(text_in(group.cells.front()), known, known.municipalities.find(question.unit),
                                     parse_date(question.period)))
            return named;
    return listed_group(group, question, known);
}

/// All units of the table that can be compared: the country's municipalities, or where the own unit is none of them, all.
Members everybody(const Numbers& numbers, const Question& question, const Known& known)
{
    const Municipality* own = known.municipalities.find(question.unit);
    if (question.unit.empty() || own)
        return {country(known.municipalities, own), true};
    Members members{.units = {}, .own_counted = false};
    for (const auto& [unit, number] : numbers)
        members.units.insert(unit);
    return members;
}

} // namespace

FigureAnswer figure_value(const Grid& table, const Known& known, const Cell& figure, const Cell& municipality,
                          const Cell& period)
{
    const auto question = understood(table, known, figure, municipality, period);
    if (!question || question->unit.empty() == question->table.has_municipalities())
        return {};
    const Numbers numbers = known_values(*question);
    const auto own = numbers.find(question->unit);
    return own == numbers.end() ? Cell{} : Cell{own->second};
}

FigureAnswer figure_group_mean(const Grid& table, const Known& known, const Cell& figure, const Cell& municipality,
                               const Cell& period, const Grid& group)
{
    const auto question = understood(table, known, figure, municipality, period);
    if (!question || !question->table.has_municipalities())
        return {};
    const Numbers numbers = known_values(*question);
    const Municipality* own = known.municipalities.find(question->unit);
    std::optional<Members> members;
    if (!is_left_out(group))
        members = given_group(group, *question, known);
    else if (own)
        members = own_group(scopes.back(), *own, known, {});
    else if (!question->unit.empty())
        members = everybody(numbers, *question, known);
    if (!members)
        return {};
    std::vector<double> counted;
    for (const auto& [unit, number] : numbers)
        if (members->units.contains(unit) && (members->own_counted || unit != question->unit))
            counted.push_back(number);
    const auto mean = statistics::mean_of(counted);
    return mean ? Cell{*mean} : Cell{};
}

FigureAnswer figure_rank(const Grid& table, const Known& known, const Cell& figure, const Cell& municipality,
                         const Cell& period, bool descending, const Grid& group)
{
    const auto question = understood(table, known, figure, municipality, period);
    if (!question || question->unit.empty())
        return {};
    const Numbers numbers = known_values(*question);
    const auto members =
        is_left_out(group) ? everybody(numbers, *question, known) : given_group(group, *question, known);
    if (!members)
        return {};
    std::vector<std::optional<double>> ranked;
    std::size_t own = numbers.size();
    for (const auto& [unit, number] : numbers)
    {
        if (unit == question->unit)
            own = ranked.size();
        if (unit == question->unit || members->units.contains(unit))
            ranked.emplace_back(number);
    }
    Cell rank;
    if (own != numbers.size())
        rank = static_cast<double>(*statistics::ranks(ranked, descending)[own]);
    return rank;
}

} // namespace trinvis::functions
