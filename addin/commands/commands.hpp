// SPDX-License-Identifier: MPL-2.0
//
// The user's actions: reader -> engine -> writer. Each is one undo step, shows progress, and leaves the document as it
// was when it fails. Faults that the user can mend come as office::UserError.
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <string>
#include <vector>

#include "texts/texts.hpp"
#include "validation/finding.hpp"

namespace trinvis::commands
{

using Model = css::uno::Reference<css::frame::XModel>;

/// Makes a workbook for a municipality (code or name) with a column for each cut-off date, and shows it.
Model new_workbook(const office::Context& context, const std::string& municipality,
                   const std::vector<std::string>& cut_offs, Language language);

/// Makes the practice workbook (templates/practice.json) and shows its sheet Øvelse.
Model practice_workbook(const office::Context& context, Language language);

/// Adds a round to Indtastning: a new column behind the last one; earlier rounds are not touched.
void add_round(const office::Context& context, const Model& document, const std::string& cut_off);

/// Takes in the explanations, writes the sheets Validering, Regelstatus and Forklaringer and marks the cells.
void validate_workbook(const office::Context& context, const Model& document);

/// A repair that can be made without asking: the cell as repair_workbook takes it, and a line for a person.
struct ProposedRepair
{
    std::string cell;
    std::string line;
};

/// What repair_workbook would do; changes nothing. The lines come in the language of the menus.
[[nodiscard]] std::vector<ProposedRepair> proposed_repairs(const office::Context& context, const Model& document);

/// Repairs the given cells ("Indtastning!C7"), or all that can be where none is given. Returns how many.
/// Throws office::UserError for a cell in which there is nothing to repair.
std::size_t repair_workbook(const office::Context& context, const Model& document,
                            const std::vector<std::string>& cells);

/// Writes the findings to a file whose ending says how: .csv, .json or .html. The document is not changed.
void export_findings(const office::Context& context, const Model& document, const rtl::OUString& url);

/// Writes the sheet Forskel: what is fixed, new, changed and returned since earlier files, which are workbooks or exported
/// findings.
void difference_from(const office::Context& context, const Model& document, const std::vector<rtl::OUString>& urls);

/// Writes the sheets Sammenligning and Diagramdata with their charts. Returns a sentence when there was nothing to
/// compare with, else nothing.
std::string compare_workbook(const office::Context& context, const Model& document);

/// Finds the municipalities most like the workbook's and writes them into the sheet Grupper, which is made when there is
/// none. Returns a sentence about what was found. Throws office::UserError for a fault in the sheet, with its cell.
std::string find_similar_municipalities(const office::Context& context, const Model& document);

/// Seeds known faults into a copy of the workbook in memory and writes the sheet Prøve: which of them the rules caught.
void rehearse_workbook(const office::Context& context, const Model& document);

/// The proposed cut-off date for the next round: half a year after the last one. ISO text, or empty.
[[nodiscard]] std::string proposed_round(const office::Context& context, const Model& document);

/// Explains a finding as if the text had been written into the sheet Forklaringer, which is made when there is none; an
/// empty text takes the explanation back. False when nothing was to change. Throws office::UserError as
/// validate_workbook does.
bool explain_finding(const office::Context& context, const Model& document, const Finding& finding,
                     const std::string& text);

} // namespace trinvis::commands
