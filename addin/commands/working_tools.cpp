// SPDX-License-Identifier: MPL-2.0
#include "commands/working_tools.hpp"

#include "commands/survey.hpp"

#include <algorithm>

namespace trinvis::commands
{

const std::vector<WorkingTool>& working_tools()
{
    static const std::vector<WorkingTool> tools{
        {.command = "survey", .run = run_survey},
        {.command = "import-survey", .read_files = import_survey, .ending = ".csv"},
        {.command = "survey-letter", .write_file = write_survey_letter, .ending = ".odt"},
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
