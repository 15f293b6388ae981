// SPDX-License-Identifier: MPL-2.0
//
// The arguments with which scripts call a command.
//
//     const Given given = read_arguments(arguments);
//     given.any;      // false when a menu called: then the command asks for what it needs
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::commands
{

struct Given
{
    css::uno::Reference<css::frame::XModel> document;
    rtl::OUString url;
    std::vector<rtl::OUString> urls;
    rtl::OUString folder;
    std::string municipality;
    std::vector<std::string> periods;
    std::vector<std::string> cells;    ///< such as "Indtastning!C7"
    std::string table;                 ///< of the StatBank
    std::string api_url;               ///< of the StatBank, where it is not the usual one
    std::vector<std::string> select;   ///< what of the table, such as "OMRÅDE=*"
    std::vector<std::string> mapping;  ///< what the source's words mean, such as "item:10=institution"
    std::string sheet;                 ///< of a spreadsheet that is imported
    std::vector<std::string> sections; ///< of a document, by their ids
    std::vector<std::string> figures;  ///< of a document, by their numbers
    std::string template_url;          ///< of a document
    std::optional<std::string> text;   ///< an explanation; an empty one takes back what was written
    bool own = false;                  ///< Target "own": the municipality's own numbers; else comparison data
    bool replace = true;               ///< Existing "keep": numbers that are there already stay
    bool names = true;                 ///< Names "no": gathered figures without their municipalities' names
    bool with_errors = false;          ///< WithErrors "yes": workbooks with errors are gathered too
    bool any = false;                  ///< called by a script, not from a menu
};

/// Reads Document, Url, Urls (a sequence of strings), Folder, Municipality, Periods (a sequence of strings, or one
/// string with semicolons, commas or line ends between), Cells, Select and Mapping (the same, without commas: a name
/// may hold one), Sections and Figures (as Periods), Template (a URL), Text (an explanation), Table, ApiUrl, Sheet, Target ("comparison",
/// "own"), Existing ("replace", "keep"), Names ("yes", "no") and WithErrors ("no", "yes"). Arguments of other names are the office's own and are passed over.
[[nodiscard]] Given read_arguments(const css::uno::Sequence<css::beans::PropertyValue>& arguments);

} // namespace trinvis::commands
