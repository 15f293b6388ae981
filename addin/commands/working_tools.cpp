// SPDX-License-Identifier: MPL-2.0
#include "commands/working_tools.hpp"

#include "commands/course.hpp"
#include "commands/delivery.hpp"
#include "commands/documents.hpp"
#include "commands/goals.hpp"
#include "commands/ladder.hpp"
#include "commands/mini_analysis.hpp"
#include "commands/show_panel.hpp"
#include "commands/spending.hpp"
#include "commands/survey.hpp"
#include "commands/update_workbook.hpp"

#include <algorithm>

namespace trinvis::commands
{

const std::vector<WorkingTool>& working_tools()
{
    static const std::vector<WorkingTool> tools{
        {.command = "survey", .run = run_survey},
        {.command = "import-survey", .read_files = import_survey, .ending = ".csv"},
        {.command = "survey-letter", .write_file = write_survey_letter, .ending = ".odt"},
        {.command = "ladder", .run = run_ladder},
        {.command = "spending", .run = run_spending},
        {.command = "import-accounts", .read_files = import_accounts, .ending = ".csv"},
        {.command = "mini-analysis", .run = run_mini_analysis},
        {.command = "inspiration", .run = run_inspiration},
        {.command = "goals", .run = run_goals},
        {.command = "course", .run = run_course},
        {.command = "plan-template", .write_file = write_plan_template, .ending = ".ott"},
        {.command = "report-template", .write_file = write_report_template, .ending = ".ott"},
        {.command = "export-calendar", .write_file = export_calendar, .ending = ".ics"},
        {.command = "update-workbook", .run = update_workbook},
        {.command = "deliver", .write_file = deliver, .ending = ".zip", .refuse = refuse_delivery},
        {.command = "share-copy", .write_file = write_shared_copy, .ending = ".ods", .refuse = refuse_shared_copy},
        {.command = "show-panel", .run = show_panel},
        {.command = "read-receipt", .read_files = read_receipt_of, .ending = ".zip"},
    };
    return tools;
}

const WorkingTool* working_tool(std::string_view command)
{
    const auto found = std::find_if(working_tools().begin(), working_tools().end(),
                                    [command](const WorkingTool& tool) { return tool.command == command; });
    return found == working_tools().end() ? nullptr : &*found;
}

} // namespace trinvis::commands
