// SPDX-License-Identifier: MPL-2.0
//
// What the answers to the survey say: how the others answer, where the own answer stands among them, and which questions
// lie highest and lowest.
//
//     const SurveyResults results = survey_results(responses, survey);
//     results.questions[5].others.mean;                 // 4.2, of one answer for each municipality
//     results.strong;                                   // {5, 3, 9}: places in questions
//
// The unit is the municipality. Where several respondents of one municipality have answered, they are not independent;
// their mean is the municipality's answer. In distributions it is rounded, halves towards the middle of the scale, so
// that rounding favours neither end. The own municipality is never among the others.
//
// Answers to reversed questions are turned (6 less the answer) in means, shares, positions and conclusions; distributions
// stay as they were given.
#pragma once

#include "statistics/interval.hpp"
#include "statistics/two_groups.hpp"
#include "survey/responses.hpp"

#include <array>
#include <optional>
#include <vector>

namespace trinvis
{

using ScoreCounts = std::array<std::size_t, score_count>;

/// The others' answers to a question.
struct OthersResult
{
    std::size_t n = 0;   ///< municipalities, or counted answers, with a score
    ScoreCounts given{}; ///< how many a score, as given
    std::optional<std::size_t> dont_know;
    std::optional<std::size_t> none;
    std::optional<double> mean;                        ///< turned; nothing below the least number of answers
    std::optional<statistics::Interval> mean_interval; ///< 95 %, Student's t, cut off at the ends of the scale
    std::optional<double> deviation;                   ///< standard deviation, n - 1
    std::optional<std::size_t> high;                   ///< turned answers of 4 and 5
    std::optional<std::size_t> low;                    ///< turned answers of 1 and 2
    std::optional<statistics::Interval> high_share;    ///< 95 %, Wilson, fractions
};

/// Scores that are shown as one; each by itself but where small counts are hidden (sharing.hpp).
struct ScoreGroup
{
    int first = 1;
    int last = 1;
    std::size_t count = 0;

    bool operator==(const ScoreGroup&) const = default;
};

/// Where the own answer stands among the others': how many of them are lower, the same and higher, turned.
struct OwnStanding
{
    std::size_t lower = 0;
    std::size_t same = 0;
    std::size_t higher = 0;

    [[nodiscard]] std::size_t n() const
    {
        return lower + same + higher;
    }
};

enum class OwnDifference
{
    untested, ///< fewer own respondents or others than a test takes
    none,     ///< chance alone may give it
    higher,   ///< own answers are mostly higher, turned
    lower
};

struct QuestionResult
{
    const QuestionResponses* responses = nullptr;
    OthersResult others;
    std::optional<double> own; ///< mean of the own respondents' answers, as given
    std::optional<double> own_turned;
    std::optional<int> own_score; ///< rounded as in the distribution, as given
    std::optional<OwnStanding> standing;
    std::optional<double> p;     ///< Mann-Whitney, adjusted by Benjamini & Hochberg over the questions
    std::optional<double> delta; ///< Cliff's, positive where the own answers are higher, turned
    OwnDifference difference = OwnDifference::untested;
    std::optional<double> general; ///< mean of all municipalities, the own one counting once
    std::size_t general_n = 0;
    std::vector<const Municipality*> inspiring; ///< others that answer 4 or 5, turned, where the answers name them
    std::vector<ScoreGroup> groups;             ///< how the others' answers are distributed, as shown
    bool hidden = false;                        ///< they are not shown: too few to tell them apart
};

struct SurveyResults
{
    std::vector<QuestionResult> questions; ///< in the order of the responses
    std::vector<std::size_t> strong;       ///< places of the three questions with the highest means, the highest first
    std::vector<std::size_t> challenged;   ///< of the three with the lowest, the lowest first
    bool strong_tied = false;              ///< more than three, or fewer, because means are equal
    bool challenged_tied = false;
    std::vector<std::size_t> ahead;  ///< own answer higher than three quarters of the others', or higher by test
    std::vector<std::size_t> behind; ///< lower likewise
    std::vector<std::size_t> spread; ///< at most three in which the others differ most, the widest first
    std::size_t own_answered = 0;    ///< questions with an own score
    std::size_t most_own_respondents = 0;
    bool several_respondents = false; ///< of another municipality
    bool reversed = false;            ///< any question is
    bool shared = false;              ///< small counts have been hidden
};

/// An answer rounded to a score, halves towards 3: 3.5 is 3, 2.5 is 3, 4.5 is 4. Takes 1 to 5.
[[nodiscard]] int rounded_score(double answer);

/// Each score by itself.
[[nodiscard]] std::vector<ScoreGroup> single_scores(const ScoreCounts& counts);

/// Computes everything. The responses must outlive the results.
[[nodiscard]] SurveyResults survey_results(const Responses& responses, const Survey& survey);

} // namespace trinvis
