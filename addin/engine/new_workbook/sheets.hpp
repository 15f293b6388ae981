// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a new key-figure workbook, described as data: Vejledning, Stamdata, Katalog, Indtastning,
// Sammenligningsdata, Grupper, Regler and Regelsprog.
//
//     const auto sheets = new_workbook_sheets({.municipality = m, .cut_offs = proposed_cut_offs(today), ...});
#pragma once

#include "benchmark/group_settings.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/municipalities.hpp"
#include "catalogue/sharing.hpp"
#include "rules/rule.hpp"
#include "table/sheet_content.hpp"

#include <vector>

namespace trinvis
{

/// What a new workbook's own choices say first; each can be changed in its sheet.
struct FirstChoices
{
    int small_number_threshold = sharing_thresholds.front();    ///< in Stamdata; one of sharing_thresholds
    Weighting group_level = Weighting::ratio_of_sums;           ///< in Grupper
    GroupKind comparison_group = GroupKind::municipality_group; ///< in Grupper
};

struct NewWorkbook
{
    const Municipality& municipality;
    std::vector<Date> cut_offs;
    const Catalogue& catalogue;
    const std::vector<rules::Rule>& rules;
    const Texts& texts;
    const Municipalities& municipalities;
    std::string product_version;
    FirstChoices choices = {};
};

/// All eight sheets in the order of the tabs.
[[nodiscard]] std::vector<SheetContent> new_workbook_sheets(const NewWorkbook& wanted);

/// The last `count` half-yearly cut-off dates up to and including the next one after `today`: 31 March and 30
/// September. The dates are the product's proposal and can be changed.
[[nodiscard]] std::vector<Date> proposed_cut_offs(Date today, int count);

} // namespace trinvis
