// SPDX-License-Identifier: MPL-2.0
#include "rules/documentation.hpp"

#include "catalogue/built_in_checks.hpp"
#include "catalogue/working_tables.hpp"
#include "rules/functions.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace trinvis::rules
{

namespace
{

struct TableColumns
{
    std::string_view id;
    std::string prefix; ///< of the keys of the columns' names
    std::vector<std::string_view> keys;
    std::vector<std::string_view> fields{}; ///< further columns, keys of texts after "field."
};

/// The columns that the makers of the validation tables give them; a test compares the two.
const std::vector<TableColumns>& columns_of_tables()
{
    static const std::vector<TableColumns> tables{
        {"values",
         "field.",
         {"item", "figure", "name", "role", "unit", "cut_off", "value", "text", "previous", "filled_in_round",
          "filled_for_figure"}},
        {"figures",
         "field.",
         {"figure", "name", "kind", "numerator", "denominator", "value", "cut_off", "filled_in_round",
          "filled_for_figure"}},
        {"rounds", "field.", {"heading", "date_text", "cut_off", "typed_as_text", "filled_in_round"}},
        {"lines", "field.", {"item", "figure", "name", "role", "unit"}},
        {"comparison",
         "field.",
         {"municipality_code", "municipality", "item", "date_text", "cut_off", "value", "text", "municipality_concept",
          "counting_unit", "age_base"}},
        {"peers",
         "field.",
         {"figure", "name", "kind", "numerator", "denominator", "value", "cut_off", "filled_in_round",
          "filled_for_figure", "factor", "peers_count", "peers_median", "peers_spread"}},
        {"survey_answers", "field.", {"question", "municipality", "municipality_code", "answer"}},
        {"catalogue",
         "column.catalogue.",
         {"number",
          "name",
          "description",
          "official_definition",
          "working_definition",
          "kind",
          "numerator_item",
          "denominator_item",
          "value_item",
          "factor",
          "unit",
          "direction",
          "numerator_description",
          "denominator_description",
          "age_base",
          "counting_unit",
          "municipality_concept",
          "level",
          "period",
          "data_source",
          "release",
          "alias",
          "definition_origin",
          "remark"}},
        {"facts", "field.", {"municipality", "name", "municipality_code"}},
        {"cells", "field.", {"text"}}};
    return tables;
}

/// A group of functions: its heading, and the English name of the first row of functions() that belongs to it.
struct GroupStart
{
    std::string_view key;
    std::string_view first;
};

constexpr std::array<GroupStart, 9> group_starts{{{"logic", "AND"},
                                                  {"cell", "IFMISSING"},
                                                  {"number", "ISWHOLE"},
                                                  {"text", "ISNOTEXT"},
                                                  {"known", "ISMUNICIPALITY"},
                                                  {"date", "TODAY"},
                                                  {"earlier", "PREVIOUS"},
                                                  {"rows", "COUNTSAME"},
                                                  {"search", "LOOKUP"}}};

std::string_view word_of(Takes takes)
{
    switch (takes)
    {
    case Takes::number:
        return "number";
    case Takes::text:
        return "text";
    case Takes::truth:
        return "truth";
    case Takes::key:
        return "key";
    default:
        return "column";
    }
}

/// How many arguments a function takes, and what they are; where it takes numbers or texts alike, "a value".
std::string arguments_of(const std::vector<const Function*>& alike, const Texts& texts)
{
    const Function& first = *alike.front();
    if (first.most == 0)
        return texts.get("rule_language.takes.none");
    const bool open = first.most == many;
    std::string what;
    for (std::size_t i = 0; i < (open ? std::max(first.least, first.takes.size()) : first.most); ++i)
    {
        const bool same =
            std::all_of(alike.begin(), alike.end(),
                        [&](const Function* function) { return function->takes_at(i) == first.takes_at(i); });
        const std::string_view word = same ? word_of(first.takes_at(i)) : "any";
        what += (what.empty() ? "" : "; ") + texts.get("rule_language.takes." + std::string(word));
    }
    const Replacements values{{"least", std::to_string(first.least)},
                              {"most", std::to_string(first.most)},
                              {"next", std::to_string(first.least + first.repeating)},
                              {"what", what}};
    if (open)
        return texts.format(first.repeating > 1 ? "rule_language.takes.pairs" : "rule_language.takes.or_more", values);
    return texts.format(first.least == first.most ? "rule_language.takes.exactly" : "rule_language.takes.range",
                        values);
}

FunctionDocument document_of(const Function& function, const Texts& texts)
{
    const bool danish = texts.language() == Language::danish;
    const std::string key = "rule_function." + std::string(function.english);
    const std::string example_key = key + ".example.";
    const auto example = texts.all().lower_bound(example_key);
    if (example == texts.all().end() || !example->first.starts_with(example_key))
        throw std::out_of_range("no example of the function " + std::string(function.english));
    return {std::string(danish ? function.danish : function.english),
            std::string(danish ? function.english : function.danish),
            arguments_of(find_functions(function.english), texts),
            texts.get(key),
            example->second,
            example->first.substr(example_key.size())};
}

TableColumns columns_of(std::string_view id)
{
    for (const TableColumns& table : columns_of_tables())
        if (table.id == id)
            return table;
    return {id, "column." + std::string(id) + ".", working_table_kind(id).columns, working_table_kind(id).rule_fields};
}

bool is_part_of_name(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '.';
}

} // namespace

std::vector<TableDocument> table_documents(const Texts& texts)
{
    std::vector<TableDocument> documents;
    for (const std::string_view id : table_ids())
    {
        TableDocument document;
        document.id = id;
        document.name = texts.get("table." + document.id);
        document.description = texts.get("rule_table." + document.id);
        document.has_items = id == "rounds";
        const TableColumns columns = columns_of(id);
        for (const std::string_view key : columns.keys)
            document.columns.push_back(written_name(texts.get(columns.prefix + std::string(key))));
        for (const std::string_view key : columns.fields)
            document.columns.push_back(written_name(texts.get("field." + std::string(key))));
        documents.push_back(std::move(document));
    }
    return documents;
}

std::vector<FunctionGroup> function_groups(const Texts& texts)
{
    std::vector<FunctionGroup> groups;
    std::string_view last;
    for (const Function& function : functions())
    {
        // A function that takes numbers or texts alike stands twice, one row after the other.
        if (function.english == last)
            continue;
        last = function.english;
        const auto start =
            std::find_if(group_starts.begin(), group_starts.end(),
                         [&](const GroupStart& candidate) { return candidate.first == function.english; });
        if (start != group_starts.end())
            groups.push_back({texts.get("rule_language.group." + std::string(start->key)), {}});
        groups.back().functions.push_back(document_of(function, texts));
    }
    return groups;
}

std::vector<CheckDocument> check_documents(const Texts& texts)
{
    std::vector<CheckDocument> documents;
    for (const BuiltInCheck& check : built_in_checks())
        documents.push_back({std::string(check.id), texts.get(check.description),
                             check.milder_in_own_sheets
                                 ? std::string{}
                                 : texts.get("severity." + std::string(severity_code(check.severity)))});
    return documents;
}

std::string written_name(std::string_view name)
{
    const bool plain = std::all_of(name.begin(), name.end(), is_part_of_name) && !name.empty() && name.front() != '.' &&
                       (name.front() < '0' || name.front() > '9');
    return plain ? std::string(name) : "[" + std::string(name) + "]";
}

} // namespace trinvis::rules
