// SPDX-License-Identifier: MPL-2.0
#include "privacy/known_relations.hpp"

#include "rules/expression.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

namespace trinvis::privacy
{

namespace
{

using rules::Expression;
using rules::Operation;

InRound round_from(const std::string& word)
{
    if (word == "previous")
        return InRound::previous;
    return word == "year_before" ? InRound::year_before : InRound::same;
}

std::vector<RelatedItem> side_from(const nlohmann::json& side)
{
    std::vector<RelatedItem> items;
    for (const nlohmann::json& entry : side)
        items.push_back({entry.at("item").get<std::string>(), round_from(entry.value("round", ""))});
    return items;
}

/// An item, or an item of an earlier round; nothing for everything else.
std::optional<RelatedItem> item_of(const Expression& expression, const Workbook& workbook)
{
    if (expression.operation == Operation::call && expression.parts.size() == 1)
    {
        const std::string function = folded(expression.name);
        const bool previous = function == "forrige" || function == "previous";
        if (!previous && function != "sidste.år" && function != "lastyear")
            return std::nullopt;
        auto inner = item_of(expression.parts.front(), workbook);
        if (!inner || inner->round != InRound::same)
            return std::nullopt;
        inner->round = previous ? InRound::previous : InRound::year_before;
        return inner;
    }
    if (expression.operation != Operation::column || !expression.table.empty())
        return std::nullopt;
    const EntryLine* line = workbook.line(expression.name);
    return line ? std::optional(RelatedItem{line->id}) : std::nullopt;
}

/// Takes a sum of items apart; false when it is anything else.
bool take_sum(const Expression& expression, bool added, const Workbook& workbook, ItemRelation& relation)
{
    if (expression.operation == Operation::add || expression.operation == Operation::subtract)
        return take_sum(expression.parts[0], added, workbook, relation) &&
               take_sum(expression.parts[1], (expression.operation == Operation::add) == added, workbook, relation);
    const auto item = item_of(expression, workbook);
    if (item)
        (added ? relation.more : relation.less).push_back(*item);
    return item.has_value();
}

/// The one form in which two relations that say the same are equal.
ItemRelation in_order(ItemRelation relation)
{
    std::sort(relation.more.begin(), relation.more.end());
    std::sort(relation.less.begin(), relation.less.end());
    if (!relation.rest && relation.less < relation.more)
        std::swap(relation.more, relation.less);
    return relation;
}

std::optional<ItemRelation> relation_of(const Expression& must, const Workbook& workbook)
{
    const bool smaller = must.operation == Operation::less_or_equal;
    if (!smaller && must.operation != Operation::greater_or_equal && must.operation != Operation::equal)
        return std::nullopt;
    ItemRelation relation;
    relation.rest = must.operation != Operation::equal;
    if (!take_sum(must.parts[0], !smaller, workbook, relation) || !take_sum(must.parts[1], smaller, workbook, relation))
        return std::nullopt;
    return in_order(std::move(relation));
}

} // namespace

KnownRelations KnownRelations::from_json(std::string_view content)
{
    try
    {
        const nlohmann::json parsed = nlohmann::json::parse(content);
        KnownRelations known;
        known.open = parsed.at("open").get<std::vector<std::string>>();
        for (const nlohmann::json& entry : parsed.at("about"))
            known.about.push_back({entry.at("item"), entry.at("of")});
        for (const nlohmann::json& entry : parsed.at("relations"))
            known.relations.push_back(
                in_order({side_from(entry.at("more")), side_from(entry.at("less")), entry.at("rest")}));
        return known;
    }
    catch (const nlohmann::json::exception& fault)
    {
        throw std::invalid_argument(std::string("the relations between items cannot be read: ") + fault.what());
    }
}

bool KnownRelations::is_open(std::string_view item) const
{
    const std::string wanted = folded(item);
    return std::any_of(open.begin(), open.end(),
                       [&wanted](const std::string& id) {
                           return id.ends_with('*') ? wanted.starts_with(std::string_view(id).substr(0, id.size() - 1))
                                                    : wanted == id;
                       });
}

void add_relations_of_rules(KnownRelations& known, const std::vector<rules::Rule>& rules, const Workbook& workbook)
{
    for (const rules::Rule& rule : rules)
    {
        if (!rule.active || rule.table != "rounds")
            continue;
        const auto parsed = rules::parse_expression(rule.must);
        const Expression* must = std::get_if<Expression>(&parsed);
        auto relation = must ? relation_of(*must, workbook) : std::nullopt;
        if (relation && !relation->more.empty() && !relation->less.empty() &&
            std::find(known.relations.begin(), known.relations.end(), *relation) == known.relations.end())
            known.relations.push_back(std::move(*relation));
    }
}

} // namespace trinvis::privacy
