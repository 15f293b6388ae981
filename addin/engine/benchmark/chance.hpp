// SPDX-License-Identifier: MPL-2.0
//
// How far chance alone explains that a municipality lies where it does: the funnel, widened where municipalities differ
// more than chance lets them, and narrowed where many figures are looked at together.
//
//     const AgainstOthers own{.kind = FigureKind::share, .count = 45, .base = 100, .others_count = 300,
//                             .others_base = 1000};
//     const auto place = place_of(own, own.count);   // place->p, place->high
//     const Verdict verdict = verdict_at(place, {}); // Verdict::high_998
//
// Plain numbers in and out: the room's other files fetch them. Only shares and rates have chance that is known.
#pragma once

#include "benchmark/verdict.hpp"
#include "catalogue/catalogue.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace trinvis
{

/// Below five expected events the limits of a funnel are mostly about chance (a common rule of thumb; ours to change).
inline constexpr double smallest_expected = 5;

/// With fewer units than this their spread beyond chance is a guess.
inline constexpr std::size_t smallest_spread = 10;

/// One share or rate against the others of a group.
struct AgainstOthers
{
    FigureKind kind = FigureKind::share;
    double count = 0;            ///< own numerator
    double base = 0;             ///< own denominator
    double others_count = 0;     ///< sum of the others' numerators
    double others_base = 0;      ///< sum of the others' denominators
    bool own_counted = false;    ///< own count and base are in the level too, and move it
    double between_variance = 0; ///< τ² among the others as Spread has it; 0 without over-dispersion
};

/// Where a count lies in the funnel.
struct ChancePlace
{
    double p = 1;        ///< two-sided: the chance to lie as far out
    bool high = false;   ///< above the level
    double expected = 0; ///< count at the level
    double level = 0;    ///< of the group, as count/base
};

/// How much more the units differ than chance lets them.
struct Spread
{
    double phi = 1;              ///< mean of the winsorised squared z
    double between_variance = 0; ///< τ² of the share, or of a rate's observed/expected; 0: chance explains all
    std::size_t units = 0;
    bool of_country = false; ///< borrowed from the country, since the group has too few units
};

/// The p below which a place is outside the inner and the outer limit.
struct SignificanceLimits
{
    double inner = 0.05;
    double outer = 0.002;
};

/// The level of the group and the place in the funnel that the own municipality would have with another count on the
/// same base: statistics::proportion_p or count_p. Empty for kinds other than share and rate, for a count below 0 (a
/// share: or above the base), and where fewer than five are expected either way.
[[nodiscard]] std::optional<ChancePlace> place_of(const AgainstOthers& own, double count);

/// small_base for an empty place; otherwise one of the five verdicts with limits.
[[nodiscard]] Verdict verdict_at(const std::optional<ChancePlace>& place, const SignificanceLimits& limits);

/// φ and τ² of units around their own common level; units whose own base is too small for a verdict do not count, and
/// the largest and smallest tenth of the z are drawn in (winsorised). Empty with fewer than ten units and for other
/// kinds than share and rate. Takes as many counts as bases. Source: statistics/overdispersion.hpp.
[[nodiscard]] std::optional<Spread> spread_among(FigureKind kind, std::span<const double> counts,
                                                 std::span<const double> bases);

/// The limits that a p must be below for its verdict to hold among `others`, the p of the other figures of the family:
/// exactly those with which Benjamini & Hochberg's adjusted p is below 0.05 and 0.002. With J the largest number of
/// others so small that the J'th is below level × (J+1)/m, that is level × (J+1)/m, m counting the own one in.
/// Source: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300, solved for one p with the others kept.
[[nodiscard]] SignificanceLimits limits_among(std::span<const double> others);

} // namespace trinvis
