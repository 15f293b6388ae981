// SPDX-License-Identifier: MPL-2.0
//
// The survey: what its questions are and what the answers say. A municipality answers how far something is the case on a
// scale from 1 (to a very low degree) to 5 (to a very high degree); its own answers stand beside the others'.
//
//     const Survey survey = Survey::from_json(content);        // templates/survey.json
//     const Responses responses = read_responses(workbook, words);
//     const SurveyResults results = survey_results(responses, survey);
//     const SurveyWords spoken = survey_words(results, survey, workbook, texts);
//
// This file holds the questions that ship. A workbook receives them as the sheet Spørgeskema, which rules from then on.
#pragma once

#include "texts/both_languages.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

struct SurveyQuestion
{
    int number = 0;
    BothLanguages text;
    std::string area;      ///< id of an area
    bool reversed = false; ///< a low answer is the strong one
};

struct SurveyArea
{
    std::string id;
    BothLanguages name;
};

constexpr std::size_t score_count = 5; ///< answers run from 1 to 5

struct Survey
{
    std::string version;
    BothLanguages status; ///< what of it is the tool's proposal
    BothLanguages source; ///< whose the questions are
    std::size_t least_answers = 5;
    std::size_t least_own_respondents = 3;
    std::array<BothLanguages, score_count> scale;
    std::vector<SurveyArea> areas;
    std::vector<SurveyQuestion> questions;

    /// Throws std::invalid_argument when the content is no such list.
    [[nodiscard]] static Survey from_json(std::string_view content);
};

} // namespace trinvis
