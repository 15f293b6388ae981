// SPDX-License-Identifier: MPL-2.0
//
// A mapping as a list of questions and answers, topic by topic: what a dialog shows and what a script says. Both speak of
// the same rows by the same names, so that whatever can be asked can also be given.
//
//     for (const Answer& answer : answers(mapping, table, workbook, texts)) ...    // "item:10", Døgninstitution, options
//     set_answer(mapping, table, workbook, "item:10", "institution");
//     confirm(mapping, table, AnswerTopic::items);                                        // the person has seen the page
#pragma once

#include "reference/import_mapping.hpp"
#include "reference/layout_mapping.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trinvis::reference
{

/// The order in which they are asked: what the variables are decides which items and periods there are.
enum class AnswerTopic
{
    variables,
    items,
    periods,
    signs,
    definitions
};

inline constexpr AnswerTopic answer_topics[] = {AnswerTopic::variables, AnswerTopic::items, AnswerTopic::periods,
                                                AnswerTopic::signs, AnswerTopic::definitions};

/// "variables", "items", "periods", "signs", "definitions": ends of the text keys "import.topic.…".
[[nodiscard]] std::string_view topic_code(AnswerTopic topic);

struct AnswerOption
{
    std::string value; ///< as scripts write it
    std::string text;
};

struct Answer
{
    AnswerTopic topic = AnswerTopic::variables;
    std::string name;    ///< "variable:OMRÅDE", "item:10", "period-day", "period:2024", "sign:..", "counting-unit"
    std::string in_file; ///< what it is about, for a person
    std::string value;   ///< as scripts write it; empty is unanswered, left out or unknown
    std::string shown;   ///< the value for a person
    std::vector<AnswerOption> options;
    bool open = false;      ///< cannot stay as it is
    bool settled = false;   ///< a person has answered, now or in an earlier round; else it is a proposal
    bool free_text = false; ///< any other text is an answer too
    std::optional<double> factor;
};

/// The rows of all topics. Values:
/// variable:CODE → municipality, time, items, fixed:CATEGORY; item:CATEGORY → an item's id, or empty to leave it out, with
/// " * 1000" behind it where numbers are to be multiplied (the whole table, where no variable tells items, is "item:");
/// period-day → first, last; period:CODE → a round's date, or empty; sign:SIGN → zero, not_reported, not_applicable,
/// confidential, invalid, provisional, awaited, left_out; municipality-concept, counting-unit, age-base → any text.
[[nodiscard]] std::vector<Answer> answers(const ImportMapping& mapping, const ImportedTable& table,
                                          const Workbook& workbook, const Texts& texts);

/// Gives an answer. What hangs on it is proposed anew: the items where another variable tells them, the rounds where the
/// day of the period is another. False when there is no such row or no such value; the mapping is then as it was.
[[nodiscard]] bool set_answer(ImportMapping& mapping, const ImportedTable& table, const Workbook& workbook,
                              std::string_view name, std::string_view value);

/// The rows of a topic were seen and stand.
void confirm(ImportMapping& mapping, const ImportedTable& table, AnswerTopic topic);

/// The topic in which a fault of the mapping (faults()) is mended; nothing for "not-confirmed".
[[nodiscard]] std::optional<AnswerTopic> topic_of_fault(std::string_view code);

/// The same for the layout of an own spreadsheet: "item:HEADING" → an item's id or empty, "period:HEADING" → a round's date
/// or empty, "sign:SIGN".
[[nodiscard]] std::vector<Answer> answers(const LayoutMapping& layout, const Workbook& workbook, const Texts& texts);
[[nodiscard]] bool set_answer(LayoutMapping& layout, const Workbook& workbook, std::string_view name,
                              std::string_view value);
void confirm(LayoutMapping& layout, AnswerTopic topic);

/// What a script says of a source, beside the answers themselves.
struct GivenAnswers
{
    std::vector<std::pair<std::string, std::string>> answers; ///< name and value
    std::optional<DecimalMark> decimal_mark;                  ///< "decimal=comma", "decimal=point"
    bool accept_proposals = false;                            ///< "proposals=accept"
};

/// Reads "name=value" entries; names are those of the rows, "decimal" and "proposals". The first entry that is none comes
/// back as a text. The equals sign that counts is the first, but the last of a "sign:…".
[[nodiscard]] std::variant<GivenAnswers, std::string> read_given_answers(const std::vector<std::string>& entries);

} // namespace trinvis::reference
