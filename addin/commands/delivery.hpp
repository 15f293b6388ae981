// SPDX-License-Identifier: MPL-2.0
//
// The commands of handing over: a package for the receiver, a copy that may be shared, and a package read back.
//
//     refuse_delivery(context, document);               // before its user is asked for a file
//     deliver(context, document, url);                  // a sentence about what is in the package
#pragma once

#include "commands/commands.hpp"

namespace trinvis::commands
{

/// Throws office::UserError, in the workbook's language, while the workbook may not be delivered: errors, warnings that are
/// not explained, nothing typed yet, or what looks like a person's number.
void refuse_delivery(const office::Context& context, const Model& document);

/// Validates, and saves the package (engine/delivery) as a zip file; the workbook is not changed. Throws office::UserError
/// when it may not be delivered or the file cannot be saved; a file that was there is then as it was.
[[nodiscard]] std::string deliver(const office::Context& context, const Model& document, const rtl::OUString& url);

/// Throws office::UserError for a workbook of which no copy can be made: no municipality, no readable sheets, an unclear
/// threshold, or what looks like a person's number.
void refuse_shared_copy(const office::Context& context, const Model& document);

/// Saves a copy under the disclosure switch as .ods, and tells what is hidden and what is left out; the workbook is not
/// changed. Throws office::UserError as refuse_shared_copy does, and when the file cannot be saved.
[[nodiscard]] std::string write_shared_copy(const office::Context& context, const Model& document,
                                            const rtl::OUString& url);

/// Compares a package that was delivered earlier, the first of the URLs, with the workbook and writes the sheet
/// Kvitteringstjek. Throws office::UserError when it is no package of this municipality.
[[nodiscard]] std::string read_receipt_of(const office::Context& context, const Model& document,
                                          const std::vector<rtl::OUString>& urls);

} // namespace trinvis::commands
