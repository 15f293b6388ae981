// SPDX-License-Identifier: MPL-2.0
//
// What a file of answers holds, before it is known where it goes: read_file_answers() tells the three shapes apart and
// checks every field.
#pragma once

#include "survey/import.hpp"

#include <map>
#include <optional>

namespace trinvis
{

/// The questions of the sheet, found by number or by text.
class KnownQuestions
{
public:
    explicit KnownQuestions(const SurveyTarget& target);

    /// The row of a question: "4", "Nr. 4", "Spørgsmål 4", its text, or the number before the text. Empty for an unknown.
    [[nodiscard]] std::optional<int> find(std::string_view typed) const;

    [[nodiscard]] const std::map<std::string, int>& by_number() const
    {
        return m_by_number;
    }

private:
    std::map<std::string, int> m_by_number;
    std::map<std::string, int> m_by_text;
};

/// The answers of one respondent, by the row of the question.
using Respondent = std::map<int, Answer>;

struct FileAnswers
{
    std::vector<std::pair<const Municipality*, std::vector<Respondent>>> municipalities; ///< in the order of the file
    std::map<int, std::vector<std::pair<std::string_view, std::size_t>>> counts; ///< by row: column keys and counts
    std::vector<SurveyFileFault> faults;
    std::vector<std::string> ignored;
};

[[nodiscard]] FileAnswers read_file_answers(std::string_view bytes, const SurveyTarget& target, const Survey& survey,
                                            const Words& words);

} // namespace trinvis
