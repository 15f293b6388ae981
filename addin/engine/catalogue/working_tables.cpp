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
         .steps = {"step"},
         .heading_rows = 200},
        {.id = "ladder_children",
         .sheet = "ladder_children",
         .columns = {"cut_off", "kind", "code", "children", "duration", "remark"},
         .required_columns = {"cut_off", "kind", "code", "children"},
         .dates = {"cut_off"},
         .rule_fields = {"ladder_step"}},
        {.id = "ladder_movements",
         .sheet = "ladder_movements",
         .columns = {"cut_off", "from_step", "to_step", "children", "remark"},
         .required_columns = {"cut_off", "from_step", "to_step", "children"},
         .dates = {"cut_off"},
         .steps = {"from_step", "to_step"}},
        {.id = "spending_choices",
         .sheet = "accounts",
         .columns = {"choice", "value", "meaning"},
         .required_columns = {"choice", "value"},
         .may_lack = true},
        {.id = "accounts",
         .sheet = "accounts",
         .columns = {"municipality", "year", "function", "grouping", "label", "amount", "source"},
         .required_columns = {"year", "function", "grouping", "amount"},
         .money = {"amount"}},
        {.id = "price_index",
         .sheet = "price_index",
         .columns = {"year", "index", "source", "remark"},
         .required_columns = {"year", "index"}},
        {.id = "mini_analysis",
         .sheet = "mini_analysis",
         .columns = {"area", "element", "strategies", "target_groups", "strengths", "challenges", "evidence", "link_1",
                     "link_2", "link_3", "rating", "remark"},
         .required_columns = {"area", "element", "evidence", "rating"}},
        {.id = "focus_areas",
         .sheet = "focus_areas",
         .columns = {"reference", "proposal", "area", "reason", "chosen", "own_reason", "inspiration", "check"},
         .required_columns = {"reference", "area", "chosen"}},
        {.id = "inspiration",
         .sheet = "inspiration",
         .columns = {"area", "example", "municipality", "title", "description", "source", "status", "remark"},
         .required_columns = {"area", "title", "source"}},
        {.id = "goals",
         .sheet = "goals",
         .columns = {"number", "area", "focus", "goal", "criterion", "figure", "baseline_date", "baseline", "target",
                     "target_date", "direction", "activity", "step", "responsible", "start", "end", "prerequisites",
                     "risks", "status"},
         .required_columns = {"number", "goal", "figure", "target", "activity"},
         .dates = {"baseline_date", "target_date", "start", "end"},
         .rule_fields = {"goal_figure", "goals_of_number", "goal_step", "reported_baseline"}},
        {.id = "course",
         .sheet = "course",
         .columns = {"number", "kind", "activity", "date", "end", "participants", "preparation", "product", "dialogue",
                     "resources", "responsible", "remark"},
         .required_columns = {"number", "kind", "activity", "date"},
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
