// SPDX-License-Identifier: MPL-2.0
//
// What can be worked out from what: which items are parts of others, which are the same children in another round, which
// are known to everybody. Ships as templates/disclosure.json; the rules of a workbook add its own.
//
//     KnownRelations known = KnownRelations::from_json(content);
//     add_relations_of_rules(known, rules::rules_of_workbook(workbook, words), workbook);
//
// All of it is the product's own proposal. A relation that a workbook's numbers do not hold to is not used there.
#pragma once

#include "catalogue/workbook.hpp"
#include "rules/rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::privacy
{

enum class InRound
{
    same,
    previous,   ///< the round before, up to 215 days earlier
    year_before ///< 350 to 380 days earlier
};

struct RelatedItem
{
    std::string item;
    InRound round = InRound::same;

    auto operator<=>(const RelatedItem&) const = default;
};

/// The sum of `more` minus the sum of `less` is what is left: a count of its own, or nothing.
struct ItemRelation
{
    std::vector<RelatedItem> more;
    std::vector<RelatedItem> less;
    bool rest = true;

    bool operator==(const ItemRelation&) const = default;
};

/// A number that tells of those who are counted in another item, such as the mean of their months.
struct AboutOthers
{
    std::string item;
    std::string of;
};

struct KnownRelations
{
    std::vector<std::string> open; ///< item ids; a star at the end stands for any ending
    std::vector<AboutOthers> about;
    std::vector<ItemRelation> relations;

    /// Throws std::invalid_argument when the content is no such list.
    [[nodiscard]] static KnownRelations from_json(std::string_view content);

    [[nodiscard]] bool is_open(std::string_view item) const;
};

/// Adds what a workbook's active rules about rounds say: those that compare sums of items by <=, >= or =, also with
/// FORRIGE and SIDSTE.ÅR around an item. Other rules say nothing here.
void add_relations_of_rules(KnownRelations& known, const std::vector<rules::Rule>& rules, const Workbook& workbook);

} // namespace trinvis::privacy
