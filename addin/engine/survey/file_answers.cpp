// SPDX-License-Identifier: MPL-2.0
#include "survey/file_answers.hpp"

#include "reference/csv_rows.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace trinvis
{

namespace
{

constexpr std::size_t most_rows = 100000;
constexpr std::size_t most_shown = 60; ///< letters of a field that a message repeats

using Fields = std::vector<std::string>;

bool is_one_of(std::string_view typed, const char* key, const Words& words)
{
    return same_text(typed, words.danish.get(key)) || same_text(typed, words.english.get(key));
}

std::string shortened(std::string_view field)
{
    if (looks_like_cpr(field))
        return "…";
    std::string_view shown = trimmed(field);
    if (shown.size() <= most_shown)
        return std::string(shown);
    shown = shown.substr(0, most_shown);
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U)
        shown.remove_suffix(1);
    if (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80U) != 0)
        shown.remove_suffix(1);
    return std::string(shown) + "…";
}

std::optional<std::size_t> count_in(std::string_view field)
{
    const std::vector<double> readings = number_readings(field);
    constexpr double most = 10000;
    if (readings.size() != 1 || readings.front() < 0 || readings.front() > most ||
        readings.front() != std::floor(readings.front()))
        return std::nullopt;
    return static_cast<std::size_t>(readings.front());
}

/// What the columns of a file are.
struct FileShape
{
    int municipality = -1;
    int question = -1;
    int answer = -1;
    int respondent = -1;
    std::vector<std::pair<int, std::string_view>> counts; ///< column and key
    std::vector<std::pair<int, int>> questions;           ///< column and the question's row
};

class FileReader
{
public:
    FileReader(const SurveyTarget& target, const Survey& survey, const Words& words)
        : m_target(target), m_survey(survey), m_words(words), m_questions(target), m_answers(words)
    {
    }

    FileAnswers read(std::string_view bytes)
    {
        reference::CsvRows rows(bytes);
        std::size_t count = 0;
        bool headed = false;
        while (rows.next() && m_found.faults.size() < most_rows)
        {
            m_line = rows.line() + 1;
            const Fields fields(rows.fields().begin(), rows.fields().end());
            if (std::ranges::all_of(fields, [](const std::string& field) { return trimmed(field).empty(); }))
                continue;
            if (!headed)
            {
                read_headings(fields);
                headed = true;
                if (!m_found.faults.empty())
                    return std::move(m_found);
                continue;
            }
            if (++count > most_rows)
            {
                m_found.faults.push_back({"survey.import.too_large", {}});
                break;
            }
            read_row(fields);
        }
        if (rows.unclosed_quote())
            m_found.faults.insert(m_found.faults.begin(),
                                  {"survey.import.quote", {{"line", std::to_string(*rows.unclosed_quote() + 1)}}});
        if (m_found.faults.empty() && m_found.municipalities.empty() && m_found.counts.empty())
            m_found.faults.push_back({"survey.import.empty", {}});
        return std::move(m_found);
    }

private:
    void fault(const char* message, int column, std::string_view field)
    {
        m_found.faults.push_back(
            {message,
             {{"line", std::to_string(m_line)}, {"column", std::to_string(column + 1)}, {"text", shortened(field)}}});
    }

    [[nodiscard]] std::string_view count_key(std::string_view heading) const
    {
        for (const std::string_view key : {count_keys[0], count_keys[1], count_keys[2], count_keys[3], count_keys[4],
                                           std::string_view("count_dont_know"), std::string_view("count_none")})
        {
            const std::string text = "column.survey." + std::string(key);
            if (same_text(heading, m_words.danish.get(text)) || same_text(heading, m_words.english.get(text)))
                return key;
        }
        const auto score = count_in(heading);
        return score && *score >= 1 && *score <= score_count ? count_keys.at(*score - 1) : std::string_view{};
    }

    void read_headings(const Fields& fields)
    {
        const auto named = [&](const char* key)
        {
            const auto found =
                std::ranges::find_if(fields, [&](const std::string& field) { return is_one_of(field, key, m_words); });
            return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
        };
        m_shape.municipality = named("survey.import.heading.municipality");
        m_shape.question = named("survey.import.heading.question");
        m_shape.answer = named("survey.import.heading.answer");
        m_shape.respondent = named("survey.import.heading.respondent");
        if (m_shape.municipality >= 0 && m_shape.question >= 0 && m_shape.answer >= 0)
            return;
        if (m_shape.municipality >= 0)
            read_question_headings(fields);
        else if (m_shape.question >= 0)
            for (int column = 0; column < static_cast<int>(fields.size()); ++column)
                if (const std::string_view key = count_key(fields[static_cast<std::size_t>(column)]); !key.empty())
                    m_shape.counts.emplace_back(column, key);
        std::set<std::string_view> keys;
        for (const auto& [column, key] : m_shape.counts)
            keys.insert(key);
        const bool counted = std::ranges::all_of(count_keys, [&](std::string_view key) { return keys.contains(key); });
        if (m_found.faults.empty() && m_shape.questions.empty() && (!counted || keys.size() < m_shape.counts.size()))
            m_found.faults.push_back({"survey.import.shape", {{"line", std::to_string(m_line)}}});
    }

    void read_question_headings(const Fields& fields)
    {
        std::set<int> known;
        for (int column = 0; column < static_cast<int>(fields.size()); ++column)
        {
            const std::string& field = fields[static_cast<std::size_t>(column)];
            if (column == m_shape.municipality || column == m_shape.respondent || trimmed(field).empty())
                continue;
            if (const auto row = m_questions.find(field))
            {
                if (!known.insert(*row).second)
                    fault("survey.import.question_twice", column, field);
                m_shape.questions.emplace_back(column, *row);
            }
            else if (count_in(field))
                // A number is meant as a question's; anything else is a column that somebody added.
                fault("survey.import.question", column, field);
            else
                m_found.ignored.push_back(shortened(field));
        }
    }

    static std::string_view field_at(const Fields& fields, int column)
    {
        return column >= 0 && column < static_cast<int>(fields.size()) ? fields[static_cast<std::size_t>(column)]
                                                                       : std::string_view{};
    }

    void read_row(const Fields& fields)
    {
        if (!m_shape.counts.empty())
            return read_counts(fields);
        const std::string_view name = field_at(fields, m_shape.municipality);
        const Municipality* municipality = m_target.municipalities.find(name);
        if (!municipality)
            return fault("survey.import.municipality", m_shape.municipality, name);
        if (!m_shape.questions.empty())
        {
            Respondent respondent;
            for (const auto& [column, row] : m_shape.questions)
                if (const auto answer = read_answer(field_at(fields, column), column))
                    respondent.emplace(row, *answer);
            of(*municipality).push_back(std::move(respondent));
            return;
        }
        const std::string_view typed = field_at(fields, m_shape.question);
        const auto row = m_questions.find(typed);
        if (!row)
            return fault("survey.import.question", m_shape.question, typed);
        if (const auto answer = read_answer(field_at(fields, m_shape.answer), m_shape.answer))
            respondent_of(*municipality, field_at(fields, m_shape.respondent), *row).emplace(*row, *answer);
    }

    std::vector<Respondent>& of(const Municipality& municipality)
    {
        for (auto& [known, respondents] : m_found.municipalities)
            if (known == &municipality)
                return respondents;
        return m_found.municipalities.emplace_back(&municipality, std::vector<Respondent>{}).second;
    }

    /// The respondent that is named, or the first who has not answered the question yet.
    Respondent& respondent_of(const Municipality& municipality, std::string_view name, int row)
    {
        std::vector<Respondent>& all = of(municipality);
        const std::string wanted = folded(name);
        if (!wanted.empty())
        {
            const auto [place, fresh] = m_named.emplace(std::pair(&municipality, wanted), all.size());
            if (fresh)
                all.emplace_back();
            if (!all[place->second].contains(row))
                return all[place->second];
        }
        const auto free =
            std::ranges::find_if(all, [row](const Respondent& respondent) { return !respondent.contains(row); });
        return wanted.empty() && free != all.end() ? *free : all.emplace_back();
    }

    std::optional<Answer> read_answer(std::string_view field, int column)
    {
        const std::string_view typed = trimmed(field);
        if (const auto answer = m_answers.read(Cell{std::string(typed)}))
            return answer;
        std::string_view rest = typed;
        std::optional<double> score;
        if (!rest.empty() && rest.front() >= '1' && rest.front() <= '5')
        {
            score = rest.front() - '0';
            rest = trimmed(rest.substr(1));
            for (const std::string_view sign : {"-", "–", ":", "."})
                if (rest.starts_with(sign))
                {
                    rest = trimmed(rest.substr(sign.size()));
                    break;
                }
        }
        for (std::size_t i = 0; i < score_count; ++i)
            if (const BothLanguages& label = m_survey.scale.at(i);
                (same_text(rest, label.danish) || same_text(rest, label.english)) &&
                (!score || *score == static_cast<double>(i + 1)))
                return Answer{AnswerState::score, static_cast<double>(i + 1)};
        const std::vector<double> readings = number_readings(typed);
        if (readings.size() == 1)
            if (const auto answer = m_answers.read(Cell{readings.front()}))
                return answer;
        fault("survey.import.answer", column, field);
        return std::nullopt;
    }

    void read_counts(const Fields& fields)
    {
        const std::string_view typed = field_at(fields, m_shape.question);
        const auto row = m_questions.find(typed);
        if (!row)
            return fault("survey.import.question", m_shape.question, typed);
        if (m_found.counts.contains(*row))
            return fault("survey.import.count_twice", m_shape.question, typed);
        auto& counts = m_found.counts[*row];
        for (const auto& [column, key] : m_shape.counts)
        {
            const std::string_view field = field_at(fields, column);
            if (const auto count = count_in(field))
                counts.emplace_back(key, *count);
            // How many did not answer need not be known; how many gave a score must be.
            else if (!trimmed(field).empty() || std::ranges::find(count_keys, key) != count_keys.end())
                fault("survey.import.count", column, field);
        }
    }

    const SurveyTarget& m_target;
    const Survey& m_survey;
    const Words& m_words;
    KnownQuestions m_questions;
    AnswerReader m_answers;
    FileShape m_shape;
    FileAnswers m_found;
    std::map<std::pair<const Municipality*, std::string>, std::size_t> m_named;
    std::size_t m_line = 0;
};

/// A number without what people write before it.
std::string bare_number(std::string_view typed)
{
    std::string text = folded(typed);
    for (const std::string_view before : {"spørgsmål", "question", "nr.", "nr", "no.", "q", "sp."})
        if (text.starts_with(before))
        {
            text = std::string(trimmed(std::string_view(text).substr(before.size())));
            break;
        }
    while (!text.empty() && (text.back() == '.' || text.back() == ':' || text.back() == ')'))
        text.pop_back();
    return text;
}

} // namespace

KnownQuestions::KnownQuestions(const SurveyTarget& target)
{
    const int number = target.area.column("number");
    const int text = target.area.column("question");
    for (int row = target.area.heading_row + 1; row <= target.area.last_row; ++row)
    {
        if (const std::string held = cell_text(target.grid.at(row, number), Language::danish); !held.empty())
            m_by_number.emplace(folded(held), row);
        if (const std::string held = cell_text(target.grid.at(row, text), Language::danish); !held.empty())
            m_by_text.emplace(folded(held), row);
    }
}

std::optional<int> KnownQuestions::find(std::string_view typed) const
{
    const std::string text = folded(typed);
    if (const auto known = m_by_text.find(text); known != m_by_text.end())
        return known->second;
    if (const auto known = m_by_number.find(bare_number(typed)); known != m_by_number.end())
        return known->second;
    const std::size_t blank = text.find(' ');
    if (blank == std::string::npos)
        return std::nullopt;
    const auto numbered = m_by_number.find(bare_number(std::string_view(text).substr(0, blank)));
    const auto worded = m_by_text.find(text.substr(blank + 1));
    if (numbered != m_by_number.end() && worded != m_by_text.end() && numbered->second == worded->second)
        return numbered->second;
    return std::nullopt;
}

FileAnswers read_file_answers(std::string_view bytes, const SurveyTarget& target, const Survey& survey,
                              const Words& words)
{
    return FileReader(target, survey, words).read(bytes);
}

} // namespace trinvis
