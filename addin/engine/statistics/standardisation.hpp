// SPDX-License-Identifier: MPL-2.0
//
// Rates that can be compared although the populations are made up differently, for instance of other ages.
//
//     // children placed, children in all, and the country's children, in the age groups 0-6, 7-13 and 14-17
//     const std::vector<double> counts{4, 11, 38}, children{3100, 3600, 2100}, country{430000, 470000, 270000};
//     const auto rate = statistics::standardised_rate(counts, children, country, 1000, 0.95);    // 5.88 per 1,000
//
// Nothing here throws: what cannot be computed is an empty result.
#pragma once

#include <optional>
#include <span>

namespace trinvis::statistics
{

/// A directly standardised rate with its limits, in events per `multiplier` persons; 0 <= lower <= value <= upper.
struct StandardisedRate
{
    double value;
    double lower;
    double upper;
};

/// What was observed against what the reference population's rates would give; the ratio and its limits are plain, 1
/// where the two are equal.
struct IndirectRatio
{
    double observed; ///< events
    double expected; ///< events
    double ratio;
    double lower;
    double upper;
};

/// The rate that the standard population would have with the rates of the own groups, per `multiplier` persons.
/// Takes one count, one population and one standard population a group (age, sex), at least one group: counts of 0 or
/// more with at least one event in all, populations above 0, standard populations of 0 or more with a sum above 0, a
/// multiplier above 0, and a confidence strictly between 0 and 1. Refuses anything else, also what is not finite:
/// without events the limits are not defined.
/// Source: Dobson, Kuulasmaa, Eberle & Scherer (1991), Statistics in Medicine 10, 457-462, with the limits of the total
/// count as in rate(): exact below 10 events, Byar's from 10. A lower limit below 0 is 0.
[[nodiscard]] std::optional<StandardisedRate> standardised_rate(std::span<const double> counts,
                                                                std::span<const double> populations,
                                                                std::span<const double> standard_populations,
                                                                double multiplier, double confidence);

/// The indirectly standardised ratio: events observed over events expected with the reference population's rates.
/// Takes one count, population, reference count and reference population a group, at least one group: counts and
/// populations of 0 or more, reference populations above 0, an expected number above 0, and a confidence strictly between
/// 0 and 1. Refuses anything else, also what is not finite. Source: Breslow & Day (1987), Statistical methods in cancer
/// research II, p. 65-72; the limits are the count's as in rate(), over the expected number.
[[nodiscard]] std::optional<IndirectRatio> indirect_ratio(std::span<const double> counts,
                                                          std::span<const double> populations,
                                                          std::span<const double> reference_counts,
                                                          std::span<const double> reference_populations,
                                                          double confidence);

} // namespace trinvis::statistics
