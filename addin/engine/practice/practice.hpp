// SPDX-License-Identifier: MPL-2.0
//
// What the practice workbook holds (templates/practice.json): an invented country of twelve municipalities with invented
// figures, and the faults that stand in the workbook for a newcomer to find. Nothing of it is any municipality's.
//
//     const Practice practice = Practice::from_json(content);
//     municipalities.add_invented(practice.invented());
//     practice.faults.front().rule;      // "V02": what validation says of it
#pragma once

#include "catalogue/municipalities.hpp"
#include "table/sheet_content.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// A fault that is put into the sheet Indtastning.
struct PracticeFault
{
    std::string id;    ///< its words are the texts "practice.fault." + id
    std::string item;  ///< empty: it stands in the heading of the round
    std::size_t round; ///< index into Practice::cut_offs
    ContentCell typed; ///< what stands in the cell instead; empty for a number that is missing
    std::string rule;  ///< the rule that finds it
};

struct PracticeMunicipality
{
    Municipality municipality;
    std::map<std::string, std::vector<double>, std::less<>> values; ///< by item, one for each cut-off date
};

struct Practice
{
    std::string own; ///< code of the municipality whose workbook it is
    std::vector<Date> cut_offs;
    std::vector<PracticeFault> faults;
    std::vector<PracticeMunicipality> municipalities;

    /// Throws std::invalid_argument when the content is no practice file: bad dates, a fault in an unknown round, a
    /// series of another length than the cut-off dates.
    [[nodiscard]] static Practice from_json(std::string_view content);

    /// The municipalities, each marked as invented.
    [[nodiscard]] std::vector<Municipality> invented() const;
};

} // namespace trinvis
