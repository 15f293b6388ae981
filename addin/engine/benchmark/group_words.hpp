// SPDX-License-Identifier: MPL-2.0
//
// Groups in words: who is in them, whether the own municipality counts, how their level is weighted, and who is missing.
//
//     conventions_sentence(benchmark, municipalities, texts);
//     // "Egen kommune indgår i hele landet, regionen og landsdelen, men ikke i kommunegruppen. Niveau: …"
//
// Every sheet and document that shows a group's number says these things.
#pragma once

#include "benchmark/compare.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// A comparison's group inside a sentence: "hele landet", "de øvrige kommuner i gruppen Landkommuner (DST)". The others
/// are named when the own municipality does not count.
[[nodiscard]] std::string group_words(const Comparison& comparison, const Texts& texts);

/// What holds for all the comparisons: in which groups the own municipality counts, what is meant by their level, which
/// rank is the first, and on which day regions change.
[[nodiscard]] std::string conventions_sentence(const Benchmark& benchmark, const Municipalities& municipalities,
                                               const Texts& texts);

/// Sentences about what keeps a group from being as Grupper wants it: faults of the sheet, and municipalities that could
/// not be found similar because they lack an indicator. Empty when there is nothing to tell.
[[nodiscard]] std::vector<std::string> group_warnings(const Benchmark& benchmark, const Municipalities& municipalities,
                                                      const Texts& texts);

/// Which municipalities could not be weighed since they lack an indicator.
[[nodiscard]] std::string left_out_sentence(const Similarity& similarity, const Municipalities& municipalities,
                                            const Texts& texts);

/// Why members of the group are not counted: "3 ikke indberettet, 1 diskretioneret"; empty when none is missing.
[[nodiscard]] std::string missing_words(const Comparison& comparison, const Texts& texts);

/// A fault of Grupper in one sentence, with its place and what to do.
[[nodiscard]] std::string fault_sentence(const LayoutFault& fault, const Texts& texts);

/// Names in a sentence: "Fanø, Læsø og Samsø"; from some number on the rest is counted: "… og 12 til".
[[nodiscard]] std::string listed_names(const std::vector<std::string>& names, const Texts& texts);

} // namespace trinvis
