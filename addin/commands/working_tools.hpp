// SPDX-License-Identifier: MPL-2.0
//
// The commands of the working tools beside the key figures, one row each: survey, ladder, spending, mini-analysis,
// goals and course; and of handing over. The dispatcher knows a tool by its row alone.
//
//     if (const WorkingTool* tool = working_tool("survey"))
//         tool->run(context, document);
#pragma once

#include "commands/commands.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trinvis::commands
{

/// A command; one of the three functions is there. Each returns a remark for its user, or nothing to say. The texts of the
/// dialogs are "dialog." + command (with underscores) + ".title", ".filter" and, of a file to write, ".file_name".
struct WorkingTool
{
    std::string_view command;
    std::string (*run)(const office::Context&, const Model&) = nullptr;
    std::string (*read_files)(const office::Context&, const Model&, const std::vector<rtl::OUString>&) = nullptr;
    std::string (*write_file)(const office::Context&, const Model&, const rtl::OUString&) = nullptr;
    std::string_view ending = {}; ///< of the files that are read or written, ".csv"
    /// Refuses before its user is asked for a file; nothing where there is nothing more to refuse then.
    void (*refuse)(const office::Context&, const Model&) = nullptr;
};

[[nodiscard]] const std::vector<WorkingTool>& working_tools();

/// The tool of a command, null when there is none.
[[nodiscard]] const WorkingTool* working_tool(std::string_view command);

} // namespace trinvis::commands
