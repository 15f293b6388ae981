// SPDX-License-Identifier: MPL-2.0
//
// A workbook of Aalborg with the sheet Spørgeskema, to be filled with answers.
//
//     SurveyBook book;
//     book.answer("4", "own_answer") = Cell{5.0};
//     book.others("Aarhus", {{"4", Cell{3.0}}});
//     book.results().questions[3].own;                  // 5
#pragma once

#include "workbook_fixture.hpp"

#include "survey/results.hpp"
#include "survey/sharing.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace trinvis::tests
{

/// The survey that ships.
[[nodiscard]] const Survey& survey();

/// Results with the workbook and the responses that they point into.
struct SurveyOutcome
{
    Workbook workbook;
    Responses responses;
    SurveyResults results;

    [[nodiscard]] const QuestionResult& question(std::string_view number) const;
    [[nodiscard]] std::vector<std::string> numbers(const std::vector<std::size_t>& places) const;
};

class SurveyBook
{
public:
    explicit SurveyBook(Language language = Language::danish);

    /// The answers of tests/data/survey/39_kommuner.csv, Aalborg's in Jeres svar.
    [[nodiscard]] static SurveyBook with_39();

    [[nodiscard]] Grid& grid();
    [[nodiscard]] int row(std::string_view number);
    /// The column of a key, or the first with a heading.
    [[nodiscard]] int column(std::string_view key_or_heading);
    [[nodiscard]] Cell& answer(std::string_view number, std::string_view key_or_heading);
    /// A new column of a municipality; returns it.
    int others(std::string heading, const std::vector<std::pair<std::string, Cell>>& answers);
    /// Counts for 1 to 5.
    void counts(std::string_view number, const std::vector<Cell>& counts);

    [[nodiscard]] Responses responses() const;
    [[nodiscard]] std::unique_ptr<SurveyOutcome> outcome() const;
    /// The messages of the faults with their cells: "survey.fault.answer E9".
    [[nodiscard]] std::vector<std::string> faults() const;

    WorkbookFixture book;

private:
    [[nodiscard]] int heading_row() const;

    Language m_language;
    int m_sheet = -1;
};

} // namespace trinvis::tests
