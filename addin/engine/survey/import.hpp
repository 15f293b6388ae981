// SPDX-License-Identifier: MPL-2.0
//
// Answers to the survey from a delimited file, into the sheet Spørgeskema. Three shapes, told by their headings:
//
//     Kommune;Spørgsmål;Svar                              one answer a row
//     Kommune;1;2;3 …                                     one respondent a row, a column a question (number or text)
//     Spørgsmål;1;2;3;4;5;Ved ikke;Ikke besvaret          counts a score
//
//     const SurveyImport import = read_survey_file(bytes, target, survey, words);
//     import.faults.empty();                              // then import.update may be written
//
// All or nothing: a file with a fault changes nothing. A municipality's answers are replaced by those in the file, for the
// questions that are in it; all else in the sheet stays.
#pragma once

#include "survey/responses.hpp"
#include "table/sheet_update.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// The sheet that answers go into.
struct SurveyTarget
{
    const Grid& grid;
    const TableArea& area;
    const Municipalities& municipalities;
    const Municipality* own = nullptr;
    Language language = Language::danish; ///< of what is written
};

/// A fault as a text key and its values; lines and columns of the file count from 1.
struct SurveyFileFault
{
    std::string message;
    Replacements values;
};

struct SurveyImport
{
    std::vector<SurveyFileFault> faults;
    SheetUpdate update;                           ///< empty when there are faults
    std::set<const Municipality*> municipalities; ///< others whose answers are in the file
    std::set<int> counted_questions;              ///< rows of questions with counts
    bool own = false;                             ///< own answers are in the file
    std::vector<std::string> ignored;             ///< headings that are no questions
};

/// Bytes of Windows-1252 are known from UTF-8; the separator is semicolon, tab or comma.
[[nodiscard]] SurveyImport read_survey_file(std::string_view bytes, const SurveyTarget& target, const Survey& survey,
                                            const Words& words);

/// The first fault as a sentence, and how many more there are.
[[nodiscard]] std::string fault_sentence(const SurveyImport& import, const std::string& file, const Texts& texts);

/// What was imported, for its user.
[[nodiscard]] std::string done_sentence(const SurveyImport& import, const Texts& texts);

} // namespace trinvis
