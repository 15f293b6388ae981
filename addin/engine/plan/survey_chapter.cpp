// SPDX-License-Identifier: MPL-2.0
#include "plan/survey_chapter.hpp"

#include "survey/chart.hpp"
#include "survey/words.hpp"
#include "table/number_text.hpp"

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

bool any_answer(const SurveyResults& results)
{
    return std::ranges::any_of(results.questions, [](const QuestionResult& question)
                               { return question.own || question.others.n > 0 || question.hidden; });
}

void add_section(PlanBlocks& blocks, const SurveySection& section)
{
    blocks.push_back(PlanHeading{2, section.heading, false});
    blocks.push_back(PlanParagraph{section.intro, ParagraphLook::body});
    for (const SurveyItem& item : section.items)
        blocks.push_back(PlanParagraph{item.number + ". " + item.question + " " + item.sentence, ParagraphLook::body});
}

void add_basis(PlanBlocks& blocks, const SurveyWords& spoken)
{
    std::string basis;
    for (const std::string& line : spoken.basis)
        basis += (basis.empty() ? "" : " ") + line;
    blocks.push_back(PlanParagraph{std::move(basis), ParagraphLook::body});
}

void add_methods(PlanBlocks& blocks, const SurveyWords& spoken)
{
    for (const std::string& line : spoken.methods)
        blocks.push_back(PlanParagraph{line, ParagraphLook::note});
}

PlanTable table_of(const SurveyResults& results, const Survey& survey, const Texts& texts)
{
    PlanTable table;
    table.name = texts.get("survey.plan.table");
    table.caption = texts.get("survey.plan.caption");
    table.widths = {6, 54, 14, 11, 13, 14, 34};
    table.numeric = {true, false, true, true, true, true, false};
    std::vector<std::string>& heading = table.rows.emplace_back();
    for (const char* key : {"number", "question", "own", "n", "mean", "share", "standing"})
        heading.push_back(texts.get("survey.column." + std::string(key)));
    for (const QuestionResult& question : results.questions)
    {
        const OthersResult& others = question.others;
        const std::string missing =
            results.shared && others.n >= survey.least_answers ? texts.get("survey.hidden") : std::string("–");
        constexpr double percent = 100;
        table.rows.push_back(
            {question.responses->number, question.responses->text, own_answer_text(question, texts),
             question.hidden && others.n == 0 ? texts.get("survey.hidden") : std::to_string(others.n),
             others.mean ? format_number(*others.mean, 1, texts.language()) : missing,
             others.high ? format_number(percent * static_cast<double>(*others.high) / static_cast<double>(others.n), 0,
                                         texts.language())
                         : missing,
             standing_text(question, survey, texts)});
    }
    return table;
}

void add_chart(PlanBlocks& blocks, const QuestionResult& question, const Survey& survey, const Workbook& workbook,
               const Texts& texts)
{
    if (auto chart = question_chart(question, survey, workbook, texts))
        blocks.push_back(PlanChart{std::move(*chart)});
}

} // namespace

PlanBlocks survey_chapter(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                          const Texts& texts)
{
    PlanBlocks blocks;
    if (!any_answer(results))
        return blocks;
    const SurveyWords spoken = survey_words(results, survey, workbook, texts);
    blocks.push_back(PlanHeading{1, texts.get("survey.plan.heading"), true});
    add_basis(blocks, spoken);
    for (const SurveySection* section : spoken.sections())
        add_section(blocks, *section);
    blocks.push_back(table_of(results, survey, texts));
    std::set<std::size_t> named;
    for (const auto* places : {&results.ahead, &results.behind, &results.spread})
        named.insert(places->begin(), places->end());
    for (const std::size_t place : named)
        add_chart(blocks, results.questions[place], survey, workbook, texts);
    add_methods(blocks, spoken);
    blocks.push_back(PlanParagraph{texts.get("survey.plan.assessment"), ParagraphLook::to_write});
    return blocks;
}

PlanContent survey_letter(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                          const Texts& texts, Date today)
{
    const SurveyWords spoken = survey_words(results, survey, workbook, texts);
    PlanContent letter;
    letter.title = texts.get("survey.letter.title") + " – " + workbook.municipality->name;
    letter.values["municipality"] = workbook.municipality->name;
    letter.values["date"] = format_date(today, texts.language());
    PlanBlocks& invented = letter.slots["invented"];
    if (!workbook.data_note.empty())
        invented.push_back(PlanParagraph{workbook.data_note, ParagraphLook::invented});
    PlanBlocks& general = letter.slots["general"];
    add_basis(general, spoken);
    add_section(general, spoken.strong);
    add_section(general, spoken.challenged);
    add_section(letter.slots["own"], spoken.standing_out);
    PlanBlocks& charts = letter.slots["charts"];
    for (const QuestionResult& question : results.questions)
    {
        add_chart(charts, question, survey, workbook, texts);
        charts.push_back(PlanParagraph{own_sentence(question, survey, texts), ParagraphLook::body});
    }
    add_section(letter.slots["inspiration"], spoken.inspiration);
    add_methods(letter.slots["methods"], spoken);
    return letter;
}

} // namespace trinvis
