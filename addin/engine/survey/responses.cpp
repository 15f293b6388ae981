// SPDX-License-Identifier: MPL-2.0
#include "survey/responses.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

bool is_whole(double value)
{
    return std::isfinite(value) && value == std::floor(value);
}

/// Reads the sheet row by row and keeps what is wrong with it.
class SheetReader
{
public:
    SheetReader(const Workbook& workbook, const Words& words)
        : m_workbook(workbook), m_area(workbook.working_table("survey")), m_grid(workbook.grid(m_area)),
          m_answers(words), m_blanks(words), m_words(words),
          m_columns(respondent_columns(m_grid, m_area, *workbook.municipalities))
    {
    }

    Responses read()
    {
        for (const RespondentColumn& column : m_columns)
            if (!column.municipality)
                fault(m_area.heading_row, column.column, "survey.fault.unknown_municipality",
                      {{"heading", cell_text(m_grid.at(m_area.heading_row, column.column), m_workbook.language)}});
        for (int row = m_area.heading_row + 1; row <= m_area.last_row; ++row)
            read_row(row);
        std::stable_sort(m_responses.questions.begin(), m_responses.questions.end(),
                         [](const QuestionResponses& a, const QuestionResponses& b)
                         { return order_of(a.number) < order_of(b.number); });
        return std::move(m_responses);
    }

private:
    /// Texts that are no number come behind all numbers.
    static double order_of(const std::string& number)
    {
        const std::vector<double> readings = number_readings(number);
        return readings.size() == 1 ? readings.front() : HUGE_VAL;
    }

    void fault(int row, int column, const char* message, Replacements values)
    {
        values.emplace_back("sheet", m_grid.sheet_name);
        values.emplace_back("cell", cell_address(row, std::max(0, column)));
        m_responses.faults.push_back(
            {Check::missing_sheet, {m_area.sheet, row, std::max(0, column)}, message, std::move(values)});
    }

    [[nodiscard]] bool is_blank(int row) const
    {
        for (const auto& [key, column] : m_area.columns)
            if (key != "remark" && !is_empty(m_grid.at(row, column)))
                return false;
        return std::all_of(m_columns.begin(), m_columns.end(),
                           [&](const RespondentColumn& column) { return is_empty(m_grid.at(row, column.column)); });
    }

    void read_row(int row)
    {
        if (is_blank(row))
            return;
        QuestionResponses question;
        question.row = row;
        question.number = m_workbook.text(m_area, row, "number");
        question.text = m_workbook.text(m_area, row, "question");
        question.area = m_workbook.text(m_area, row, "area");
        if (question.number.empty())
            fault(row, m_area.column("number"), "survey.fault.no_number", {});
        else if (const auto [first, fresh] = m_rows.emplace(folded(question.number), row); !fresh)
            fault(row, m_area.column("number"), "survey.fault.number_twice",
                  {{"number", question.number}, {"first", cell_address(first->second, m_area.column("number"))}});
        read_reversed(question);
        read_own(question);
        read_others(question);
        m_responses.questions.push_back(std::move(question));
    }

    void read_reversed(QuestionResponses& question)
    {
        const std::string word = m_workbook.text(m_area, question.row, "reversed");
        const auto is = [&](const char* key)
        { return same_text(word, m_words.danish.get(key)) || same_text(word, m_words.english.get(key)); };
        question.reversed = is("word.yes");
        if (!question.reversed && !word.empty() && !is("word.no"))
            fault(question.row, m_area.column("reversed"), "survey.fault.reversed", {{"text", word}});
    }

    std::optional<Answer> read_answer(int row, int column)
    {
        const Cell& cell = m_grid.at(row, column);
        std::optional<Answer> answer = m_answers.read(cell);
        if (!answer)
        {
            const bool typed =
                std::holds_alternative<std::string>(cell) && looks_like_number(std::get<std::string>(cell));
            fault(row, column, typed ? "survey.fault.answer_as_text" : "survey.fault.answer",
                  {{"text", shown_safely(cell)}});
        }
        return answer;
    }

    static bool looks_like_cpr_cell(const Cell& cell)
    {
        const double* number = std::get_if<double>(&cell);
        const std::string* text = std::get_if<std::string>(&cell);
        return (number && looks_like_cpr(*number)) || (text && looks_like_cpr(*text));
    }

    void read_own(QuestionResponses& question)
    {
        if (const int column = m_area.column("own_answer"); column >= 0)
            if (const auto answer = read_answer(question.row, column))
                question.own.add(*answer);
        for (const RespondentColumn& column : m_columns)
            if (column.municipality && column.municipality == m_workbook.municipality)
                if (const auto answer = read_answer(question.row, column.column))
                    question.own.add(*answer);
    }

    void read_others(QuestionResponses& question)
    {
        int first_answer = -1;
        for (const RespondentColumn& column : m_columns)
        {
            if (!column.municipality || column.municipality == m_workbook.municipality)
                continue;
            auto known =
                std::find_if(question.others.begin(), question.others.end(),
                             [&](const MunicipalityAnswers& one) { return one.municipality == column.municipality; });
            if (known == question.others.end())
                known = question.others.insert(known, {column.municipality, {}});
            if (const auto answer = read_answer(question.row, column.column))
                known->tally.add(*answer);
            if (first_answer < 0 && !is_empty(m_grid.at(question.row, column.column)))
                first_answer = column.column;
        }
        const int first_count = read_counts(question);
        if (first_answer >= 0 && first_count >= 0)
            fault(question.row, first_count, "survey.fault.both_forms",
                  {{"number", question.number}, {"other", cell_address(question.row, first_answer)}});
        question.form = first_answer >= 0  ? ResponseForm::columns
                        : first_count >= 0 ? ResponseForm::counts
                                           : ResponseForm::none;
    }

    /// A count, nothing for an empty cell and for a typed blank.
    std::optional<std::size_t> read_count(const QuestionResponses& question, int column, ValueState& state)
    {
        const Cell& cell = m_grid.at(question.row, column);
        const Value value = m_blanks.read(cell);
        constexpr double most = 10000;
        state = value.state;
        if (value.is_number() && is_whole(value.number) && value.number >= 0 && value.number <= most)
            return static_cast<std::size_t>(value.number);
        if (value.is_number() || value.state == ValueState::text || value.state == ValueState::error)
            fault(question.row, column, "survey.fault.count", {{"text", shown_safely(cell)}});
        return std::nullopt;
    }

    /// The first column with a count; -1 when there is none.
    int read_counts(QuestionResponses& question)
    {
        int first = -1;
        std::optional<std::size_t> empty;
        for (std::size_t i = 0; i < count_keys.size(); ++i)
        {
            ValueState state = ValueState::empty;
            const int column = m_area.column(count_keys[i]);
            const auto count = read_count(question, column, state);
            question.counts[i] = count.value_or(0);
            if (state == ValueState::empty)
                empty = empty.value_or(i);
            else
                first = first < 0 ? column : first;
            question.incomplete = question.incomplete || (!count && state != ValueState::empty);
        }
        // A count that was left out is not known to be 0.
        if (first >= 0 && empty)
            fault(question.row, m_area.column(count_keys[*empty]), "survey.fault.count_left_out",
                  {{"score", std::to_string(*empty + 1)}});
        for (auto& [key, count] :
             {std::pair<const char*, std::optional<std::size_t>&>{"count_dont_know", question.dont_know},
              {"count_none", question.none}})
        {
            ValueState state = ValueState::empty;
            const int column = m_area.column(key);
            count = read_count(question, column, state);
            if (count)
                first = first < 0 ? column : first;
        }
        return first;
    }

    [[nodiscard]] std::string shown_safely(const Cell& cell) const
    {
        return looks_like_cpr_cell(cell) ? std::string("…") : cell_text(cell, m_workbook.language);
    }

    const Workbook& m_workbook;
    const TableArea& m_area;
    const Grid& m_grid;
    AnswerReader m_answers;
    ValueReader m_blanks;
    const Words& m_words;
    std::vector<RespondentColumn> m_columns;
    std::map<std::string, int> m_rows; ///< by the questions' numbers
    Responses m_responses;
};

bool any_in(const AnswerTally& tally)
{
    return !tally.scores.empty() || tally.dont_know > 0;
}

} // namespace

AnswerReader::AnswerReader(const Words& words) : m_blanks(words)
{
    for (const Language language : {Language::danish, Language::english})
    {
        m_dont_know.push_back(folded(words.in(language).get("survey.answer.dont_know")));
        m_none.push_back(folded(words.in(language).get("survey.answer.none")));
    }
}

std::optional<Answer> AnswerReader::read(const Cell& cell) const
{
    const auto holds = [&](const std::vector<std::string>& known)
    {
        const std::string* text = std::get_if<std::string>(&cell);
        return text && std::find(known.begin(), known.end(), folded(*text)) != known.end();
    };
    if (holds(m_dont_know))
        return Answer{AnswerState::dont_know};
    if (holds(m_none))
        return Answer{};
    const Value value = m_blanks.read(cell);
    switch (value.state)
    {
    case ValueState::number:
        if (is_whole(value.number) && value.number >= 1 && value.number <= static_cast<double>(score_count))
            return Answer{AnswerState::score, value.number};
        return std::nullopt;
    case ValueState::text:
    case ValueState::error:
        return std::nullopt;
    default:
        return Answer{};
    }
}

void AnswerTally::add(const Answer& answer)
{
    switch (answer.state)
    {
    case AnswerState::score:
        scores.push_back(answer.score);
        break;
    case AnswerState::dont_know:
        ++dont_know;
        break;
    default:
        ++none;
    }
}

bool Responses::any() const
{
    return std::any_of(questions.begin(), questions.end(),
                       [](const QuestionResponses& question)
                       { return question.form != ResponseForm::none || any_in(question.own); });
}

std::vector<RespondentColumn> respondent_columns(const Grid& grid, const TableArea& area,
                                                 const Municipalities& municipalities)
{
    std::set<int> known;
    for (const auto& [key, column] : area.columns)
        known.insert(column);
    std::vector<RespondentColumn> columns;
    for (int column = 0; column < grid.columns; ++column)
    {
        if (known.contains(column))
            continue;
        const Cell& heading = grid.at(area.heading_row, column);
        bool filled = !is_empty(heading);
        for (int row = area.heading_row + 1; !filled && row <= area.last_row; ++row)
            filled = !is_empty(grid.at(row, column));
        if (filled)
            columns.push_back({column, is_empty(heading) ? nullptr : municipalities.find_cell(heading)});
    }
    return columns;
}

Responses read_responses(const Workbook& workbook, const Words& words)
{
    if (!workbook.working_table("survey").found())
        return {};
    return SheetReader(workbook, words).read();
}

std::string fault_sentence(const Responses& responses, const Texts& texts)
{
    const LayoutFault& fault = responses.faults.front();
    std::string sentence =
        texts.format("survey.fault", {{"message", texts.format(fault.message, fault.values)},
                                      {"remedy", texts.format(fault.message + ".remedy", fault.values)}});
    if (responses.faults.size() > 1)
        sentence += " " + texts.count("survey.more_faults", responses.faults.size() - 1);
    return sentence;
}

} // namespace trinvis
