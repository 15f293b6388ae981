// SPDX-License-Identifier: MPL-2.0
#include "survey/import.hpp"

#include "survey/file_answers.hpp"

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

/// Puts what a file holds into cells, and says what stands in the way.
class Writer
{
public:
    Writer(const SurveyTarget& target, const Words& words, SurveyImport& import)
        : m_target(target), m_answers(words), m_texts(words.in(target.language)), m_import(import),
          m_columns(respondent_columns(target.grid, target.area, target.municipalities))
    {
        // Cells right of the last filled one may be there only for their looks.
        int last = 0;
        for (int column = 0; column < target.grid.columns; ++column)
            for (int row = 0; row < target.grid.rows(); ++row)
                if (!is_empty(target.grid.at(row, column)))
                    last = column;
        for (const auto& [key, column] : target.area.columns)
            last = std::max(last, column);
        m_next_column = last + 1;
    }

    void put(const FileAnswers& file)
    {
        for (const auto& [municipality, respondents] : file.municipalities)
            put_municipality(*municipality, respondents);
        for (const auto& [row, counts] : file.counts)
            put_counts(row, counts);
    }

    [[nodiscard]] int columns() const
    {
        return m_next_column;
    }

private:
    [[nodiscard]] std::string number_of(int row) const
    {
        return cell_text(m_target.grid.at(row, m_target.area.column("number")), m_texts.language());
    }

    void put_municipality(const Municipality& municipality, const std::vector<Respondent>& respondents)
    {
        const bool own = &municipality == m_target.own;
        std::vector<int> columns;
        if (const int column = m_target.area.column("own_answer"); own && column >= 0)
            columns.push_back(column);
        for (const RespondentColumn& column : m_columns)
            if (column.municipality == &municipality)
                columns.push_back(column.column);
        std::vector<int> rows;
        for (const Respondent& respondent : respondents)
            for (const auto& [row, answer] : respondent)
                if (std::find(rows.begin(), rows.end(), row) == rows.end())
                    rows.push_back(row);
        while (columns.size() < respondents.size())
            columns.push_back(new_column(municipality));
        for (std::size_t i = 0; i < columns.size(); ++i)
            for (const int row : rows)
            {
                const Respondent* respondent = i < respondents.size() ? &respondents[i] : nullptr;
                const auto answer = respondent ? respondent->find(row) : Respondent::const_iterator{};
                put_answer(row, columns[i], respondent && answer != respondent->end() ? answer->second : Answer{});
            }
        if (!own)
            for (const int row : rows)
                refuse_counts(row);
        m_import.own = m_import.own || own;
        if (!own)
            m_import.municipalities.insert(&municipality);
    }

    int new_column(const Municipality& municipality)
    {
        add(m_target.area.heading_row, m_next_column, municipality.name, Style::heading);
        m_new.insert(m_next_column);
        return m_next_column++;
    }

    void add(int row, int column, ContentCell content, std::optional<Style> style)
    {
        CellUpdate& change = m_import.update.cells.emplace_back();
        change.row = row;
        change.column = column;
        change.content = std::move(content);
        change.style = style;
    }

    void put_answer(int row, int column, const Answer& answer)
    {
        if (!m_answers.read(m_target.grid.at(row, column)) &&
            std::holds_alternative<std::string>(m_target.grid.at(row, column)))
        {
            m_import.faults.push_back({"survey.import.occupied", {{"cell", cell_address(row, column)}}});
            return;
        }
        ContentCell content;
        if (answer.state == AnswerState::score)
            content = answer.score;
        else if (answer.state == AnswerState::dont_know)
            content = m_texts.get("survey.answer.dont_know");
        const bool fresh = m_new.contains(column);
        if (fresh || !is_empty(m_target.grid.at(row, column)) || content.index() != 0)
            add(row, column, std::move(content), fresh ? std::optional(Style::input) : std::nullopt);
    }

    void refuse_other_form(int row, int column)
    {
        m_import.faults.push_back(
            {"survey.import.other_form", {{"number", number_of(row)}, {"cell", cell_address(row, column)}}});
    }

    void refuse_counts(int row)
    {
        for (const std::string_view key : count_keys)
            if (const int column = m_target.area.column(key); !is_empty(m_target.grid.at(row, column)))
                return refuse_other_form(row, column);
    }

    void put_counts(int row, const std::vector<std::pair<std::string_view, std::size_t>>& counts)
    {
        for (const RespondentColumn& column : m_columns)
            if (column.municipality && column.municipality != m_target.own &&
                !is_empty(m_target.grid.at(row, column.column)))
                return refuse_other_form(row, column.column);
        for (const auto& [key, count] : counts)
        {
            const int column = m_target.area.column(key);
            if (column < 0 && std::find(count_keys.begin(), count_keys.end(), key) != count_keys.end())
            {
                m_import.faults.push_back({"survey.import.no_count_columns", {}});
                return;
            }
            if (column >= 0)
                add(row, column, static_cast<double>(count), std::nullopt);
        }
        m_import.counted_questions.insert(row);
    }

    const SurveyTarget& m_target;
    AnswerReader m_answers;
    const Texts& m_texts;
    SurveyImport& m_import;
    std::vector<RespondentColumn> m_columns;
    std::set<int> m_new;
    int m_next_column = 0;
};

} // namespace

SurveyImport read_survey_file(std::string_view bytes, const SurveyTarget& target, const Survey& survey,
                              const Words& words)
{
    SurveyImport import;
    FileAnswers file = read_file_answers(bytes, target, survey, words);
    import.faults = std::move(file.faults);
    import.ignored = std::move(file.ignored);
    if (!import.faults.empty())
        return import;
    Writer writer(target, words, import);
    writer.put(file);
    if (!import.faults.empty())
        import.update.cells.clear();
    import.update.table = {target.area.heading_row, 0, target.area.last_row, writer.columns() - 1};
    return import;
}

std::string fault_sentence(const SurveyImport& import, const std::string& file, const Texts& texts)
{
    const SurveyFileFault& fault = import.faults.front();
    std::string why = texts.format(fault.message, fault.values);
    if (import.faults.size() > 1)
        why += " " + texts.count("survey.import.more", import.faults.size() - 1);
    return texts.format("survey.import.refused", {{"file", file}, {"why", why}});
}

std::string done_sentence(const SurveyImport& import, const Texts& texts)
{
    std::string sentence;
    const auto add = [&sentence](const std::string& more) { sentence += (sentence.empty() ? "" : " ") + more; };
    if (!import.municipalities.empty())
        add(texts.count("survey.import.done.municipalities", import.municipalities.size()));
    if (!import.counted_questions.empty())
        add(texts.count("survey.import.done.counts", import.counted_questions.size()));
    if (import.own)
        add(texts.get("survey.import.done.own"));
    if (!import.ignored.empty())
    {
        std::string columns;
        for (const std::string& heading : import.ignored)
            columns += (columns.empty() ? "" : ", ") + heading;
        add(texts.format("survey.import.done.ignored", {{"columns", columns}}));
    }
    add(texts.get("survey.import.done.next"));
    return sentence;
}

} // namespace trinvis
