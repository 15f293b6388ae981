// SPDX-License-Identifier: MPL-2.0
#include "plan/survey_chapter.hpp"

#include "plan/known_places.hpp"
#include "plan/plan_part.hpp"
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

void add_section(PlanChapter& chapter, const std::string& part, const SurveySection& section)
{
    chapter.add(part + ".heading", PlanHeading{2, section.heading, false});
    chapter.add(part + ".text", PlanParagraph{section.intro, ParagraphLook::body});
    for (const SurveyItem& item : section.items)
        chapter.add(part + ".text",
                    traced_paragraph(TracedText(item.number + ". " + item.question + " ") + item.sentence));
}

void add_basis(PlanChapter& chapter, const SurveyWords& spoken)
{
    TracedText basis;
    for (const TracedText& line : spoken.basis)
        say(basis, line);
    chapter.add("basis", traced_paragraph(std::move(basis)));
}

void add_methods(PlanChapter& chapter, const SurveyWords& spoken)
{
    for (const std::string& line : spoken.methods)
        chapter.add("methods", PlanParagraph{line, ParagraphLook::note});
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
        const auto number = [&](std::string text, std::string_view key)
        { return keyed_number(std::move(text), question_key(question, key)); };
        add_row(table,
                {question.responses->number, question.responses->text, traced_own_answer(question, texts),
                 number(question.hidden && others.n == 0 ? texts.get("survey.hidden") : std::to_string(others.n), "n"),
                 number(others.mean ? format_number(*others.mean, 1, texts.language()) : missing, "mean"),
                 number(others.high
                            ? format_number(percent * static_cast<double>(*others.high) / static_cast<double>(others.n),
                                            0, texts.language())
                            : missing,
                        "share"),
                 traced_standing(question, survey, texts)});
    }
    return table;
}

void add_chart(PlanChapter& chapter, const QuestionResult& question, const Survey& survey, const Workbook& workbook,
               const Texts& texts)
{
    if (auto chart = question_chart(question, survey, workbook, texts))
        chapter.add(std::move(*chart));
}

} // namespace

PlanBlocks survey_chapter(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                          const Texts& texts)
{
    PlanChapter chapter("survey");
    if (!any_answer(results))
        return {};
    const SurveyWords spoken = survey_words(results, survey, workbook, texts);
    chapter.add("heading", PlanHeading{1, texts.get("survey.plan.heading"), true});
    add_basis(chapter, spoken);
    add_section(chapter, "strong", spoken.strong);
    add_section(chapter, "challenged", spoken.challenged);
    add_section(chapter, "standing_out", spoken.standing_out);
    add_section(chapter, "inspiration", spoken.inspiration);
    chapter.add("table", table_of(results, survey, texts));
    std::set<std::size_t> named;
    for (const auto* places : {&results.ahead, &results.behind, &results.spread})
        named.insert(places->begin(), places->end());
    for (const std::size_t place : named)
        add_chart(chapter, results.questions[place], survey, workbook, texts);
    add_methods(chapter, spoken);
    chapter.add("assessment", PlanParagraph{texts.get("survey.plan.assessment"), ParagraphLook::to_write});
    PlanBlocks blocks = chapter.blocks();
    locate_numbers(blocks, survey_places(results, workbook, texts));
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
    PlanChapter invented("invented");
    if (!workbook.data_note.empty())
        invented.add("data_note", PlanParagraph{workbook.data_note, ParagraphLook::invented});
    PlanChapter general("general");
    add_basis(general, spoken);
    add_section(general, "strong", spoken.strong);
    add_section(general, "challenged", spoken.challenged);
    PlanChapter own("own");
    add_section(own, "standing_out", spoken.standing_out);
    PlanChapter charts("charts");
    for (const QuestionResult& question : results.questions)
    {
        add_chart(charts, question, survey, workbook, texts);
        charts.add(question.responses->number + ".text",
                   traced_paragraph(traced_own_sentence(question, survey, texts)));
    }
    PlanChapter inspiration("inspiration");
    add_section(inspiration, "inspiration", spoken.inspiration);
    PlanChapter methods("methods");
    add_methods(methods, spoken);
    letter.slots = {
        {"invented", invented.blocks()}, {"general", general.blocks()},         {"own", own.blocks()},
        {"charts", charts.blocks()},     {"inspiration", inspiration.blocks()}, {"methods", methods.blocks()}};
    for (auto& [slot, blocks] : letter.slots)
        locate_numbers(blocks, survey_places(results, workbook, texts));
    return letter;
}

} // namespace trinvis
