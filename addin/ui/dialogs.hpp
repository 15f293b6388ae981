// SPDX-License-Identifier: MPL-2.0
//
// The dialogs: what they ask, as plain data. Their layout stands in package/dialogs/*.xdl, their words in the text files.
//
//     if (const auto wanted = ask_new_workbook(context, frame, proposal))
//         new_workbook(context, wanted->municipality, wanted->cut_offs, wanted->language);
#pragma once

#include "catalogue/municipalities.hpp"
#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::ui
{

using Frame = css::uno::Reference<css::frame::XFrame>;

/// The municipalities as a Danish list has them: Aabenraa, Aalborg and Aarhus last, whatever the language of the menus.
[[nodiscard]] std::vector<const Municipality*> sorted_municipalities(const office::Context& context);

struct WorkbookWish
{
    std::string municipality; ///< code
    std::vector<std::string> cut_offs;
    Language language = Language::danish;
};

/// Asks for municipality, rounds and language; nothing when the user cancels. The proposal fills the fields.
[[nodiscard]] std::optional<WorkbookWish> ask_new_workbook(const office::Context& context, const Frame& frame,
                                                           const WorkbookWish& proposal);

/// Asks for the cut-off date of a new round.
[[nodiscard]] std::optional<std::string> ask_round(const office::Context& context, const Frame& frame,
                                                   const std::string& proposal);

/// Shows what can be repaired, a line each, all of them chosen, and asks which to do. The chosen lines' places in the
/// list, in order; none when the user cancels. A list too long to look through is cut off, and the dialog says so.
[[nodiscard]] std::vector<std::size_t> ask_repairs(const office::Context& context, const Frame& frame,
                                                   const std::vector<std::string>& lines);

/// Asks where to save exported findings; the URL ends in .csv, .json or .html. The office asks before a file is replaced.
[[nodiscard]] std::optional<rtl::OUString> ask_export_url(const office::Context& context, const rtl::OUString& folder,
                                                          const std::string& file_name);

/// What is asked of a file dialog.
struct FileQuestion
{
    std::string title;
    std::string filter; ///< what the files are called
    std::string ending; ///< ".csv"
    rtl::OUString folder;
};

/// Asks for one or several files to read; empty when the user cancels.
[[nodiscard]] std::vector<rtl::OUString> ask_files(const office::Context& context, const FileQuestion& question);

/// Asks where to save a file; the URL ends as the question says. The office asks before a file is replaced.
[[nodiscard]] std::optional<rtl::OUString> ask_target(const office::Context& context, const FileQuestion& question,
                                                      const std::string& file_name);

/// Asks for one or several earlier workbooks or exported findings; empty when the user cancels.
[[nodiscard]] std::vector<rtl::OUString> ask_earlier_urls(const office::Context& context, const rtl::OUString& folder);

} // namespace trinvis::ui
