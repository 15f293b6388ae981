// SPDX-License-Identifier: MPL-2.0
#include "catalogue/working_tables.hpp"

#include <stdexcept>

namespace trinvis
{

const std::vector<WorkingTableKind>& working_table_kinds()
{
    static const std::vector<WorkingTableKind> kinds{
        {.id = "survey",
         .sheet = "survey",
         .columns = {"number", "question", "area", "reversed", "own_answer", "count_1", "count_2", "count_3", "count_4",
                     "count_5", "count_dont_know", "count_none", "remark"},
         .required_columns = {"number", "question", "own_answer"}},
        {.id = "ladder_steps",
         .sheet = "ladder",
         .columns = {"step", "name", "source"},
         .required_columns = {"step", "name"}},
        {.id = "ladder_mapping",
         .sheet = "ladder",
         .columns = {"kind", "code", "label", "step", "status", "source", "remark"},
         .required_columns = {"kind", "code", "step"},
         .heading_rows = 200},
        {.id = "ladder_children",
         .sheet = "ladder_children",
         .columns = {"cut_off", "kind", "code", "children", "duration", "remark"},
         .required_columns = {"cut_off", "kind", "code", "children"},
         .dates = {"cut_off"}},
        {.id = "ladder_movements",
         .sheet = "ladder_movements",
         .columns = {"cut_off", "from_step", "to_step", "children", "remark"},
         .required_columns = {"cut_off", "from_step", "to_step", "children"},
         .dates = {"cut_off"}},
        {.id = "accounts",
         .sheet = "accounts",
         .columns = {"municipality", "year", "function", "grouping", "label", "amount", "source"},
         .required_columns = {"year", "function", "grouping", "amount"},
         .money = {"amount"}},
        {.id = "price_index",
         .sheet = "price_index",
         .columns = {"year", "index", "source"},
         .required_columns = {"year", "index"}},
        {.id = "mini_analysis",
         .sheet = "mini_analysis",
         .columns = {"area", "element"},
         .required_columns = {"area", "element"}},
        {.id = "focus_areas",
         .sheet = "focus_areas",
         .columns = {"reference", "area", "chosen"},
         .required_columns = {"reference", "area", "chosen"}},
        {.id = "inspiration",
         .sheet = "inspiration",
         .columns = {"area", "example"},
         .required_columns = {"area", "example"}},
        {.id = "course",
         .sheet = "course",
         .columns = {"activity", "date", "end"},
         .required_columns = {"activity", "date"},
         .dates = {"date", "end"}},
    };
    return kinds;
}

const WorkingTableKind& working_table_kind(std::string_view id)
{
    for (const WorkingTableKind& kind : working_table_kinds())
        if (kind.id == id)
            return kind;
    throw std::out_of_range("no working table with the id " + std::string(id));
}

} // namespace trinvis
