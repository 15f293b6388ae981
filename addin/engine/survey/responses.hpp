// SPDX-License-Identifier: MPL-2.0
//
// The sheet Spørgeskema as answers: one row a question, the own answer, and the others' answers either as counts a score
// or as a column for each municipality. Several columns with one name are several respondents there.
//
//     const Responses responses = read_responses(workbook, words);
//     responses.questions.front().own.scores;                  // {4}: one respondent, who answered 4
//     responses.faults;                                        // what is no answer, with its cell
//
// An answer is a whole number from 1 to 5, "ved ikke", or none: an empty cell, "ikke besvaret" or a typed blank.
#pragma once

#include "catalogue/workbook.hpp"
#include "survey/survey.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

enum class AnswerState
{
    score,
    dont_know,
    none
};

struct Answer
{
    AnswerState state = AnswerState::none;
    double score = 0; ///< 1 to 5

    bool operator==(const Answer&) const = default;
};

/// Reads answers in either language.
class AnswerReader
{
public:
    explicit AnswerReader(const Words& words);

    /// Nothing for what is no answer: another number, a number that was typed as text, any other text.
    [[nodiscard]] std::optional<Answer> read(const Cell& cell) const;

private:
    std::vector<std::string> m_dont_know;
    std::vector<std::string> m_none;
    ValueReader m_blanks;
};

/// What the respondents of one municipality answered to a question; in no order.
struct AnswerTally
{
    std::vector<double> scores;
    std::size_t dont_know = 0;
    std::size_t none = 0;

    void add(const Answer& answer);
};

struct MunicipalityAnswers
{
    const Municipality* municipality = nullptr;
    AnswerTally tally;
};

/// How the others' answers to a question are given.
enum class ResponseForm
{
    none,
    columns, ///< a column for each municipality
    counts   ///< so many answers a score
};

struct QuestionResponses
{
    int row = -1;
    std::string number;
    std::string text;
    std::string area;
    bool reversed = false;
    AnswerTally own;
    ResponseForm form = ResponseForm::none;
    std::vector<MunicipalityAnswers> others;       ///< of ResponseForm::columns, in the order of the columns
    std::array<std::size_t, score_count> counts{}; ///< of ResponseForm::counts
    bool incomplete = false;                       ///< of ResponseForm::counts: a count is there, but is not told
    std::optional<std::size_t> dont_know;          ///< of ResponseForm::counts, where it is told
    std::optional<std::size_t> none;               ///< of ResponseForm::counts, where it is told
};

struct Responses
{
    std::vector<QuestionResponses> questions; ///< by number, those whose number is none last
    std::vector<LayoutFault> faults;          ///< messages are keys that begin with "survey.fault."

    /// Whether anybody has answered anything.
    [[nodiscard]] bool any() const;
};

/// The column keys of the counts, for 1 to 5.
inline constexpr std::array<std::string_view, score_count> count_keys{"count_1", "count_2", "count_3", "count_4",
                                                                      "count_5"};

/// A column with answers: of the municipality that it is headed by.
struct RespondentColumn
{
    int column = -1;
    const Municipality* municipality = nullptr; ///< null for a heading that is no municipality
};

/// The columns of the sheet that are none of its own, by position; those without heading and content are left out.
[[nodiscard]] std::vector<RespondentColumn> respondent_columns(const Grid& grid, const TableArea& area,
                                                               const Municipalities& municipalities);

/// Reads the sheet; no question when there is none. The workbook must name its municipality.
[[nodiscard]] Responses read_responses(const Workbook& workbook, const Words& words);

/// The first fault as a sentence, and how many more there are.
[[nodiscard]] std::string fault_sentence(const Responses& responses, const Texts& texts);

} // namespace trinvis
