// SPDX-License-Identifier: MPL-2.0
#include "rules/functions.hpp"

#include "rules/functions_by_row.hpp"
#include "rules/functions_by_table.hpp"
#include "table/text_match.hpp"

#include <map>
#include <set>
#include <string>

namespace trinvis::rules
{

namespace
{

/// A function that answers row by row.
Function row(std::string_view danish, std::string_view english, std::vector<Takes> takes, std::size_t least,
             std::size_t most, Type result, Answers (*compute)(const Call&))
{
    return {danish, english, std::move(takes), least, most, 1, result, Reach::row, compute};
}

/// A function that needs all rows, its last argument repeated at will.
Function table(std::string_view danish, std::string_view english, std::vector<Takes> takes, std::size_t least,
               std::size_t most, Type result, Answers (*compute)(const Call&))
{
    return {danish, english, std::move(takes), least, most, 1, result, Reach::table, compute};
}

/// A function that looks at the same thing's earlier rounds.
Function rounds(std::string_view danish, std::string_view english, std::size_t most, Answers (*compute)(const Call&))
{
    return {danish, english, {Takes::number}, 1, most, 1, Type::number, Reach::rounds, compute};
}

/// A function that searches rows: pairs of a column and what it must hold, after `before` other arguments.
Function search(std::string_view danish, std::string_view english, std::vector<Takes> takes, Type result,
                Answers (*compute)(const Call&))
{
    const std::size_t least = takes.size();
    return {danish, english, std::move(takes), least, many, 2, result, Reach::table, compute};
}

std::vector<Function> all_functions()
{
    using enum Takes;
    using namespace by_row;
    using namespace by_table;
    return {
        row("OG", "AND", {truth}, 1, many, Type::truth, all_of),
        row("ELLER", "OR", {truth}, 1, many, Type::truth, any_of),
        row("NETOP.EN", "EXACTLYONE", {truth}, 1, many, Type::truth, exactly_one_of),
        row("IKKE", "NOT", {truth}, 1, 1, Type::truth, negated),
        row("MEDFØRER", "IMPLIES", {truth}, 2, 2, Type::truth, implies),
        row("HVIS", "IF", {truth, number, number}, 3, 3, Type::number, number_if),
        row("HVIS", "IF", {truth, text, text}, 3, 3, Type::text, text_if),
        row("HVIS", "IF", {truth, truth, truth}, 3, 3, Type::truth, truth_if),
        row("HVIS.MANGLER", "IFMISSING", {number}, 2, 2, Type::number, number_if_missing),
        row("ER.TAL", "ISNUMBER", {number}, 1, 1, Type::truth, is_number),
        row("ER.TOM", "ISBLANK", {number}, 1, 1, Type::truth, is_empty_number),
        row("ER.TOM", "ISBLANK", {text}, 1, 1, Type::truth, has_no_text),
        row("ER.TEKST", "ISTEXT", {number}, 1, 1, Type::truth, is_text),
        row("ER.FEJL", "ISERROR", {number}, 1, 1, Type::truth, is_error),
        row("ER.IKKE.INDBERETTET", "ISNOTREPORTED", {number}, 1, 1, Type::truth, is_reported_missing),
        row("ER.IKKE.RELEVANT", "ISNOTAPPLICABLE", {number}, 1, 1, Type::truth, is_not_applicable),
        row("ER.DISKRETIONERET", "ISCONFIDENTIAL", {number}, 1, 1, Type::truth, is_confidential),
        row("ER.HELTAL", "ISWHOLE", {number}, 1, 1, Type::truth, is_whole),
        row("MELLEM", "BETWEEN", {number}, 3, 3, Type::truth, is_between),
        row("OMTRENT", "ABOUT", {number}, 3, 3, Type::truth, is_about),
        row("ABS", "ABS", {number}, 1, 1, Type::number, absolute),
        row("KVROD", "SQRT", {number}, 1, 1, Type::number, square_root),
        row("AFRUND", "ROUND", {number}, 2, 2, Type::number, rounded),
        row("HELTAL", "INT", {number}, 1, 1, Type::number, whole_part),
        row("MIN", "MIN", {number}, 1, many, Type::number, smallest),
        row("MAKS", "MAX", {number}, 1, many, Type::number, largest),
        row("SUM", "SUM", {number}, 1, many, Type::number, total),
        row("ER.UDEN.TEKST", "ISNOTEXT", {text}, 1, 1, Type::truth, has_no_text),
        row("LÆNGDE", "LEN", {text}, 1, 1, Type::number, length_of_text),
        row("INDEHOLDER", "CONTAINS", {text}, 2, 2, Type::truth, contains_text),
        row("BEGYNDER.MED", "BEGINSWITH", {text}, 2, 2, Type::truth, begins_with_text),
        row("LIGNER.TAL", "LOOKSLIKENUMBER", {text}, 1, 1, Type::truth, looks_like_number_text),
        row("LIGNER.DATO", "LOOKSLIKEDATE", {text}, 1, 1, Type::truth, looks_like_date_text),
        row("LIGNER.CPR", "LOOKSLIKECPR", {text}, 1, 1, Type::truth, looks_like_cpr_text),
        row("LIGNER.NAVN", "LOOKSLIKENAME", {text}, 1, 1, Type::truth, looks_like_name_text),
        row("ER.KOMMUNE", "ISMUNICIPALITY", {text}, 1, 1, Type::truth, known_municipality),
        row("KOMMUNEKODE", "MUNICIPALITYCODE", {text}, 1, 1, Type::text, municipality_code),
        row("ER.POST", "ISITEM", {text}, 1, 1, Type::truth, known_item),
        row("ER.NØGLETAL", "ISFIGURE", {text}, 1, 1, Type::truth, known_figure),
        row("HENVISNINGER.FINDES", "REFERENCESEXIST", {text}, 1, 1, Type::truth, known_references),
        row("ANTAL.HENVISNINGER", "COUNTREFERENCES", {text}, 1, 1, Type::number, count_references),
        row("IDAG", "TODAY", {}, 0, 0, Type::number, today),
        row("DATO", "DATE", {number}, 3, 3, Type::number, date),
        row("ÅR", "YEAR", {number}, 1, 1, Type::number, year),
        row("MÅNED", "MONTH", {number}, 1, 1, Type::number, month),
        row("DAG", "DAY", {number}, 1, 1, Type::number, day),
        row("ER.WEEKEND", "ISWEEKEND", {number}, 1, 1, Type::truth, falls_on_weekend),
        row("ER.HELLIGDAG", "ISHOLIDAY", {number}, 1, 1, Type::truth, falls_on_holiday),
        rounds("FORRIGE", "PREVIOUS", 2, previous_round),
        rounds("SIDSTE.ÅR", "LASTYEAR", 1, same_round_last_year),
        table("FØR", "BEFORE", {number, number, key}, 2, many, Type::number, before_in_order),
        table("ANTAL.ENS", "COUNTSAME", {key}, 1, many, Type::number, count_same),
        table("ANTAL.FORSKELLIGE", "COUNTDISTINCT", {key}, 1, many, Type::number, count_distinct),
        table("ANTAL.GRUPPE", "GROUPCOUNT", {number, key}, 1, many, Type::number, group_count),
        table("SUM.GRUPPE", "GROUPSUM", {number, key}, 1, many, Type::number, group_sum),
        table("MIDDEL.GRUPPE", "GROUPAVERAGE", {number, key}, 1, many, Type::number, group_mean),
        table("MEDIAN.GRUPPE", "GROUPMEDIAN", {number, key}, 1, many, Type::number, group_median),
        table("SPREDNING.GRUPPE", "GROUPSPREAD", {number, key}, 1, many, Type::number, group_spread),
        table("MIN.GRUPPE", "GROUPMIN", {number, key}, 1, many, Type::number, group_smallest),
        table("MAKS.GRUPPE", "GROUPMAX", {number, key}, 1, many, Type::number, group_largest),
        search("OPSLAG", "LOOKUP", {column, column, key}, Type::number, look_up_number),
        search("OPSLAG", "LOOKUP", {column, column, key}, Type::text, look_up_text),
        search("FINDES", "EXISTS", {column, key}, Type::truth, exists),
        search("TÆL.HVISER", "COUNTIFS", {column, key}, Type::number, count_matching),
        search("SUM.HVISER", "SUMIFS", {column, column, key}, Type::number, sum_matching),
        search("MIDDEL.HVISER", "AVERAGEIFS", {column, column, key}, Type::number, mean_matching),
        search("MIN.HVISER", "MINIFS", {column, column, key}, Type::number, smallest_matching),
        search("MAKS.HVISER", "MAXIFS", {column, column, key}, Type::number, largest_matching),
    };
}

} // namespace

Takes Function::takes_at(std::size_t argument) const
{
    if (argument < takes.size())
        return takes[argument];
    if (takes.empty())
        return Takes::number;
    return takes[takes.size() - repeating + (argument - takes.size()) % repeating];
}

const std::vector<Function>& functions()
{
    static const std::vector<Function> rows = all_functions();
    return rows;
}

const std::vector<const Function*>& find_functions(std::string_view name)
{
    static const auto by_name = []
    {
        std::map<std::string, std::vector<const Function*>, std::less<>> all;
        for (const Function& function : functions())
            for (const std::string& known : std::set{folded(function.danish), folded(function.english)})
                all[known].push_back(&function);
        return all;
    }();
    static const std::vector<const Function*> none;
    const auto found = by_name.find(folded(name));
    return found == by_name.end() ? none : found->second;
}

} // namespace trinvis::rules
