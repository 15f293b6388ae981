// SPDX-License-Identifier: MPL-2.0
#include "survey_book.hpp"

#include "reference/csv_rows.hpp"
#include "survey/survey_sheet.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <stdexcept>

namespace trinvis::tests
{

namespace
{

Cell cell_of(std::string_view field)
{
    const std::vector<double> readings = number_readings(field);
    if (readings.size() == 1)
        return Cell{readings.front()};
    return field.empty() ? Cell{} : Cell{std::string(field)};
}

} // namespace

const Survey& survey()
{
    static const Survey shipped = Survey::from_json(file_text(templates_dir() / "survey.json"));
    return shipped;
}

const QuestionResult& SurveyOutcome::question(std::string_view number) const
{
    for (const QuestionResult& question : results.questions)
        if (question.responses->number == number)
            return question;
    throw std::logic_error("no question " + std::string(number));
}

std::vector<std::string> SurveyOutcome::numbers(const std::vector<std::size_t>& places) const
{
    std::vector<std::string> all;
    all.reserve(places.size());
    for (const std::size_t place : places)
        all.push_back(results.questions.at(place).responses->number);
    return all;
}

SurveyBook::SurveyBook(Language language) : book(language), m_language(language)
{
    const SheetContent content = survey_sheet(survey(), words().in(language));
    m_sheet = static_cast<int>(book.cells.sheets.size());
    book.cells.sheets.push_back(grid_of(content, book.cells.null_date));
    book.cells.names.push_back({"trinvis_spoergeskema", m_sheet, *content.table});
}

SurveyBook SurveyBook::with_39()
{
    SurveyBook made;
    const std::string bytes = file_text(source_dir() / "tests" / "data" / "survey" / "39_kommuner.csv");
    reference::CsvRows rows(bytes);
    rows.next();
    const std::vector<std::string> numbers(rows.fields().begin() + 1, rows.fields().end());
    while (rows.next())
    {
        const auto& fields = rows.fields();
        const bool own = fields.front() == "Aalborg";
        const int column = own ? made.column("own_answer") : made.others(std::string(fields.front()), {});
        for (std::size_t i = 0; i < numbers.size(); ++i)
            made.grid().make(made.row(numbers[i]), column) = cell_of(fields[i + 1]);
    }
    return made;
}

Grid& SurveyBook::grid()
{
    return book.cells.sheets.at(static_cast<std::size_t>(m_sheet));
}

int SurveyBook::heading_row() const
{
    const Grid& sheet = book.cells.sheets.at(static_cast<std::size_t>(m_sheet));
    const Cell wanted{words().in(m_language).get("column.survey.own_answer")};
    for (int row = 0; row < sheet.rows(); ++row)
        for (int column = 0; column < sheet.columns; ++column)
            if (sheet.at(row, column) == wanted)
                return row;
    throw std::logic_error("no headings");
}

int SurveyBook::row(std::string_view number)
{
    const int numbers = column("number");
    for (int row = heading_row() + 1; row < grid().rows(); ++row)
        if (cell_text(grid().at(row, numbers), m_language) == number)
            return row;
    throw std::logic_error("no question " + std::string(number));
}

int SurveyBook::column(std::string_view key_or_heading)
{
    const auto& all = words().in(m_language).all();
    const auto text = all.find("column.survey." + std::string(key_or_heading));
    const std::string wanted = text == all.end() ? std::string(key_or_heading) : text->second;
    const int headings = heading_row();
    for (int column = 0; column < grid().columns; ++column)
        if (cell_text(grid().at(headings, column), m_language) == wanted)
            return column;
    throw std::logic_error("no column " + std::string(key_or_heading));
}

Cell& SurveyBook::answer(std::string_view number, std::string_view key_or_heading)
{
    return grid().make(row(number), column(key_or_heading));
}

int SurveyBook::others(std::string heading, const std::vector<std::pair<std::string, Cell>>& answers)
{
    const int column = grid().columns;
    grid().make(heading_row(), column) = Cell{std::move(heading)};
    for (const auto& [number, answer] : answers)
        grid().make(row(number), column) = answer;
    return column;
}

void SurveyBook::counts(std::string_view number, const std::vector<Cell>& counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i)
        answer(number, count_keys.at(i)) = counts[i];
}

Responses SurveyBook::responses() const
{
    return read_responses(book.read(), words());
}

std::unique_ptr<SurveyOutcome> SurveyBook::outcome() const
{
    auto outcome = std::make_unique<SurveyOutcome>();
    outcome->workbook = book.read();
    outcome->responses = read_responses(outcome->workbook, words());
    outcome->results = survey_results(outcome->responses, survey());
    hide_small_counts(outcome->results, outcome->workbook.sharing);
    return outcome;
}

std::vector<std::string> SurveyBook::faults() const
{
    std::vector<std::string> lines;
    for (const LayoutFault& fault : responses().faults)
        lines.push_back(fault.message + " " + cell_address(fault.place.row, fault.place.column));
    return lines;
}

} // namespace trinvis::tests
