// SPDX-License-Identifier: MPL-2.0
//
// The commands about many workbooks: validate a folder, gather its figures, and the same validation from the command line.
//
//     show_overview(context, check_folder(context, frame, folder, texts), texts);
//     run_from_command_line(context, "validate-folder&Folder=/data/runde&Result=/data/resultat.json");
#pragma once

#include "commands/commands.hpp"
#include "folder/folder_book.hpp"
#include "folder/gathering.hpp"

#include <com/sun/star/frame/XFrame.hpp>

namespace trinvis::commands
{

/// Validates every workbook of a folder. With a frame that has a window progress is shown there and can be cancelled; what
/// was read until then is in the result. Throws office::UserError when there is no such folder, or nothing in it.
[[nodiscard]] folder::FolderCheck check_folder(const office::Context& context,
                                               const css::uno::Reference<css::frame::XFrame>& frame,
                                               const rtl::OUString& folder, const Texts& texts);

/// A new document with the overview, shown in a window of its own.
Model show_overview(const office::Context& context, const folder::FolderCheck& check, const Texts& texts);

/// Saves the results as JSON at a URL that ends in .json, and as CSV beside it. Never replaces a file that is no such
/// result. Throws office::UserError (Blame::target).
void save_results(const office::Context& context, const folder::FolderCheck& check, const rtl::OUString& url,
                  const Texts& texts);

/// What is gathered and to where.
struct GatherTarget
{
    Model workbook;        ///< its sheet Sammenligningsdata; empty for a file
    rtl::OUString csv_url; ///< of the file
};

/// The workbooks of a folder, ready to be passed on; nothing when the person cancelled.
[[nodiscard]] std::optional<folder::Gathering> read_gathering(const office::Context& context,
                                                              const css::uno::Reference<css::frame::XFrame>& frame,
                                                              const rtl::OUString& folder,
                                                              const folder::GatherOptions& options, const Texts& texts);

/// Writes a gathering, into a workbook as one undo step; returns what is to be told. Throws office::UserError, and then
/// nothing is written.
std::string write_gathering(const office::Context& context, const folder::Gathering& gathering,
                            const folder::GatherOptions& options, const GatherTarget& target, const Texts& texts);

/// What stands behind "?" of service:org.trinvis.KeyFigures?…: writes the result file, also of a run that failed, and ends
/// the office when no document is open in it. Throws nothing that the arguments could cause.
void run_from_command_line(const office::Context& context, const rtl::OUString& arguments);

} // namespace trinvis::commands
