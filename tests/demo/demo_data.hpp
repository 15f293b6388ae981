// SPDX-License-Identifier: MPL-2.0
//
// Comparison data for demonstrations, tests and benchmarks: 98 municipalities, 17 items, 11 half-yearly rounds.
// The municipal counts are invented ("opdigtede tal") and are called so wherever they are shown. No real municipal
// count of placements or support was used; a municipality's place in these data says nothing about the municipality.
//
//     std::vector<DemoRow> rows = demo_rows(municipalities, 1);   // municipalities: from templates/municipalities.json
//     rows[1];   // {"101", "anbragte", "2015-12-31", 934, true}: the sum of the 98 is published, not the 934
//
// What is real
//   * befolkning_0_22: Danmarks Statistik's population of 1 January 2014 (date inferred), the same in every round.
//   * The national sums that published_totals() lists (Danmarks Statistik, CC BY 4.0), with reservations:
//     plejefamilie and institution 2018-12-31 come from a press summary of its figures; anbragte 2017-12-31 is worked
//     out from the count of 2018 and the stated fall from 2017; anbragte 2020-12-31 and forebyggende 2020-12-31 are
//     rounded to the nearest hundred in the release, and the latter counts recipients during the year, not on one date.
//     Four readings are ours and provisional: "forebyggende foranstaltninger" as hjemmebaseret, "tidligt støttende
//     indsats" as forebyggende, "døgninstitution" plus "opholdssted" as institution, and network foster families as
//     part of the published "plejefamilie".
//   Everything else, national sums between and outside those included, is invented.
//
// How it is made
//   1. A series has national totals at some rounds; those between are interpolated linearly and rounded.
//   2. For placements, home-based measures and early support each municipality has a propensity: lognormal (sigma
//      0.22, in Land and Storby 0.32) around a level for its group, 0.8 of it shared by the three ("need") and 0.6 the
//      series' own (0.8² + 0.6² = 1). Six municipalities of middle size, drawn by the seed, get a shared part of -2.6
//      or +2.6 standard deviations: three clearly low, three clearly high. The other series are shares of those three,
//      lognormal with a sigma of their own. A slope and a slow walk move all of them over time.
//   3. Expected count = exposure · propensity, scaled to the total. On top comes sampling noise of Poisson size,
//      (√expected + z/2)², where z is a first-order autoregression (correlation 0.98 from round to round): the
//      municipalities scatter as much as counts do, while each one's series stays smooth, as a stock of long cases is.
//      Flows are kept as smooth as stocks, smoother than real ones, so that clean data raise no change warnings.
//   4. Largest-remainder apportionment, within bounds, makes whole numbers that sum to the total. Placements are split
//      into other placements, institution and foster family, the last as what is left, so the parts always fit.
//   5. Two rounds before the first are made too and dropped; what looks back a round or a year looks at them.
//
// Every municipality has at least one child in an institution, so that a mean duration always exists.
// The normal variates are sums of twelve uniform ones from std::mt19937_64, seeded by seed, series and municipality:
// no std::*_distribution, whose results differ between libraries, and adding a series changes no other draw.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace trinvis::demo
{

/// What the generator needs to know about a municipality.
struct DemoMunicipality
{
    std::string code;   ///< three digits, "101"
    std::string name;   ///< not used for the draws
    std::string region; ///< not used for the draws
    std::string group;  ///< Danmarks Statistik's group, "Landkommuner"; an unknown one counts as average
    std::int64_t population_0_17 = 0;
    std::int64_t population_0_22 = 0;
};

/// One figure of one municipality in one round.
struct DemoRow
{
    std::string municipality; ///< the code
    std::string item;         ///< one of items()
    std::string cut_off;      ///< one of cut_offs()
    double value = 0.0;       ///< a whole number, but for varighed_institution (months, one decimal)
    bool published = false;   ///< the sum over municipalities reproduces a published national count, or, for
                              ///< befolkning_0_22, the value itself is a published one
};

/// A published national count that the sum over municipalities reproduces.
struct PublishedTotal
{
    std::string item;
    std::string cut_off;
    std::int64_t total = 0;
    std::vector<std::string> reference_ids; ///< ids in national_reference.json whose values sum to total
};

/// The eleven cut-off dates in order, "2015-12-31", "2016-06-30", ... "2020-12-31".
[[nodiscard]] std::vector<std::string> cut_offs();

/// The seventeen items, in the order of the rows:
/// befolkning_0_22         children and young people aged 0-22
/// anbragte                placed out of home on the cut-off date
/// institution             of these, in a døgninstitution or an opholdssted (at least 1)
/// varighed_institution    mean duration of those placements so far, months, 4 to 60, one decimal
/// plejefamilie            of the placed, in a foster family, network foster families included
/// netvaerk                of these, in a network foster family
/// hjemmebaseret           children with home-based measures on the cut-off date
/// forebyggende            children with early preventive support (§ 11, stk. 3)
/// inst_aar_siden          children placed in an institution a year (two rounds) ago
/// ikke_anbragt_nu         of these, not placed now
/// hjemmebaseret_forrige   children with home-based measures at the previous cut-off date
/// bevaegelser_op          of these, moved up the ladder since
/// bevaegelser_ned         of these, moved down the ladder since
/// forebyggende_startet    early preventive support started in the half year
/// udgifter                spending in the half year up to the cut-off date, kroner, a multiple of 1000
/// opfoelgning_rettidig    cases followed up on time in the half year
/// opfoelgning_sager       cases that should have been followed up in the half year
[[nodiscard]] std::vector<std::string> items();

/// The published counts that demo_rows() reproduces, ordered by item and date.
[[nodiscard]] std::vector<PublishedTotal> published_totals();

/// Takes the municipalities of the whole country in any order and a seed; returns a row for every round, municipality
/// (by code) and item, in that order. The same municipalities and seed give the same rows.
/// Throws std::invalid_argument when there are no municipalities, a code comes twice, a population is not positive or
/// is larger for 0-17 than for 0-22, or the municipalities are so few and small that the national counts do not fit.
[[nodiscard]] std::vector<DemoRow> demo_rows(std::span<const DemoMunicipality> municipalities, std::uint64_t seed);

} // namespace trinvis::demo
