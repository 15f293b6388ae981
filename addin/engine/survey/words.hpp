// SPDX-License-Identifier: MPL-2.0
//
// The results of the survey in words, in the manner of the letters that the original survey sent to each municipality:
// what the municipalities in general succeed with, what they are challenged by, where the own answers stand out, and who
// might inspire. Sheet, letter and plan all take their sentences from here.
//
//     const SurveyWords spoken = survey_words(results, survey, workbook, texts);
//     spoken.strong.items.front().question;            // "Er der i kommunen en formaliseret struktur …"
#pragma once

#include "survey/results.hpp"
#include "table/traced_text.hpp"

#include <string>
#include <vector>

namespace trinvis
{

/// A sentence about a question.
struct SurveyItem
{
    std::string number;
    std::string question;
    TracedText sentence; ///< its numbers have the keys of question_key()
};

struct SurveySection
{
    std::string heading;
    std::string intro; ///< says what the items have in common, or why there is none
    std::vector<SurveyItem> items;
};

struct SurveyWords
{
    std::vector<TracedText> basis; ///< whose answers there are, and what is hidden or invented
    SurveySection strong;
    SurveySection challenged;
    SurveySection standing_out;
    SurveySection inspiration;
    std::vector<std::string> methods;

    /// The four sections in the order in which they are told.
    [[nodiscard]] std::vector<const SurveySection*> sections() const
    {
        return {&strong, &challenged, &standing_out, &inspiration};
    }
};

[[nodiscard]] SurveyWords survey_words(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                                       const Texts& texts);

/// The key of a number about a question: question_key(question, "own") is "survey/3/own".
[[nodiscard]] std::string question_key(const QuestionResult& question, std::string_view number);

/// The own answer for a table: "4", "3,7 (3 besvarelser)", "ved ikke", or "–".
[[nodiscard]] std::string own_answer_text(const QuestionResult& result, const Texts& texts);
[[nodiscard]] TracedText traced_own_answer(const QuestionResult& result, const Texts& texts);

/// Where the own answer stands, in a few words: "højere end 20 af 38, samme som 9", or why nothing is said.
[[nodiscard]] std::string standing_text(const QuestionResult& result, const Survey& survey, const Texts& texts);
[[nodiscard]] TracedText traced_standing(const QuestionResult& result, const Survey& survey, const Texts& texts);

/// The same as a sentence about "I" and "jeres svar", with the test where there is one.
[[nodiscard]] std::string own_sentence(const QuestionResult& result, const Survey& survey, const Texts& texts);
[[nodiscard]] TracedText traced_own_sentence(const QuestionResult& result, const Survey& survey, const Texts& texts);

/// True when Stamdata's note says that the numbers are invented.
[[nodiscard]] bool says_invented(const Workbook& workbook, const Texts& texts);

} // namespace trinvis
