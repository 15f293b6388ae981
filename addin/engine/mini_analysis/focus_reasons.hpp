// SPDX-License-Identifier: MPL-2.0
//
// Where the figures and the survey give a reason to look closer. A proposal never claims more than the comparison does:
// without a verdict or a certain movement there is none, and where Katalog has no wanted way the figure is described and
// not judged. The consultant decides.
//
//     for (const FocusReason& one : focus_reasons(benchmark, workbook, signals, form, texts))
//         one.reason;        // "Jeres værdi er 4,2 … Det er højere end hele landet …"
#pragma once

#include "benchmark/compare.hpp"
#include "mini_analysis/form.hpp"
#include "table/evidence_text.hpp"

#include <span>

namespace trinvis
{

/// A question of the survey with the own answer and the other municipalities'.
struct SurveySignal
{
    std::string question; ///< its text
    std::string number;
    std::string area; ///< as it stands in the survey's sheet; may be empty
    double own = 0;   ///< 1 to 5
    double others_mean = 0;
    std::size_t others = 0; ///< how many other municipalities answered
};

/// A survey's own answer is brought up from so many steps below the others' mean: the tool's own proposal.
inline constexpr double survey_gap = 1;

/// With fewer other answers than this nothing is said of a question.
inline constexpr std::size_t fewest_answers = 5;

struct FocusReason
{
    Reference reference; ///< by which the proposal is known again
    std::string area;    ///< id of PracticeArea; empty where none is known
    std::string proposal;
    std::string reason;
};

/// The proposals, figures first in the order of Katalog, then questions in the order given. A figure is proposed where
/// its verdict against the country or the main group claims a difference, or its trend is certain, and Katalog does not
/// call that way better; a question where the own answer lies at least survey_gap below the others' mean and
/// fewest_answers others answered.
[[nodiscard]] std::vector<FocusReason> focus_reasons(const Benchmark& benchmark, const Workbook& workbook,
                                                     std::span<const SurveySignal> survey, const MiniAnalysisForm& form,
                                                     const Texts& texts);

} // namespace trinvis
