// SPDX-License-Identifier: MPL-2.0
//
// The three analyses of the Udgiftsmodel for one municipality: how spending developed, how it is spread over the steps,
// and how much more is spent than in a basis year.
//
//     const Spending spending = analyse_spending(workbook, shipped, data, words, municipalities, today);
//     spending.years.back().amounts.of(Part::step_6);
//     spending.years.back().extra;                  // kroner more than in the basis year, by part
//
// How the Udgiftsmodel itself computes extra spending is not published; ours is the part's spending minus that of the
// basis year, in fixed prices where the index reaches both years.
#pragma once

#include "spending/children.hpp"
#include "spending/choices.hpp"
#include "spending/comparison.hpp"
#include "spending/price_index.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::spending
{

using ByPart = std::array<std::optional<double>, part_count>;

struct SpendingYear
{
    int year = 0;
    StepAmounts amounts;
    Oere lines_total = 0;        ///< of the lines themselves, to hold the parts against
    std::optional<double> fixed; ///< the total in kroner of the price year
    std::optional<Residents> residents;
    ByPart extra{}; ///< more than in the basis year, in kroner; nothing where fixed prices are wanted and not known
    std::optional<double> extra_total;

    /// The total per 0-22-year-old in kroner, in current and in fixed prices.
    [[nodiscard]] std::optional<double> per_resident() const;
    [[nodiscard]] std::optional<double> fixed_per_resident() const;
};

struct Spending
{
    Accounts accounts;
    PriceIndex prices;
    Choices choices;
    std::vector<SpendingFault> faults; ///< of choices that could not be followed
    std::size_t own = 0;               ///< index into Municipalities::all()
    std::vector<SpendingYear> years;   ///< of the own municipality, ascending; none without lines of its own
    int basis_year = 0;
    std::optional<int> price_year;         ///< nothing where no year with accounts has an index
    bool extra_in_fixed = false;           ///< else in current prices
    std::vector<UnplacedAccount> unplaced; ///< of the latest year
    std::optional<Children> children;      ///< of the latest year; never in a workbook that is to be shared
    bool children_withheld = false;        ///< because the workbook is to be shared
    SpendingComparison comparison;
    std::array<std::string, steps_in_parts> step_names;
    bool own_mapping = false;       ///< the workbook has a mapping of its own
    std::size_t mapping_faults = 0; ///< rows of it that could not be read
    bool invented = false;

    [[nodiscard]] bool empty() const
    {
        return years.empty();
    }
    [[nodiscard]] const SpendingYear& latest() const
    {
        return years.back();
    }
    [[nodiscard]] const SpendingYear* of(int year) const;
};

/// Analyses the accounts. The workbook must name a municipality; without lines of its own the result has no years and
/// says in `accounts` what could not be read. `shipped` is the ladder for a workbook without one of its own.
[[nodiscard]] Spending analyse_spending(const Workbook& workbook, const Ladder& shipped, const ComparisonData& data,
                                        const Words& words, const Municipalities& municipalities, Date today);

} // namespace trinvis::spending
