// SPDX-License-Identifier: MPL-2.0
#include "survey/words.hpp"

#include "survey/conclude.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

constexpr std::size_t most_names = 8;

std::string whole(std::size_t number)
{
    return std::to_string(number);
}

std::string one_decimal(double value, const Texts& texts)
{
    return format_number(value, 1, texts.language());
}

SurveyItem item_of(const QuestionResult& question, std::string sentence)
{
    return {question.responses->number, question.responses->text, std::move(sentence)};
}

/// "lav" and "høj" are turned where the question is.
const char* high_scores(const QuestionResult& question)
{
    return question.responses->reversed ? "survey.scores.low" : "survey.scores.high";
}

const char* low_scores(const QuestionResult& question)
{
    return question.responses->reversed ? "survey.scores.high" : "survey.scores.low";
}

std::string mean_sentence(const QuestionResult& question, const Texts& texts)
{
    if (!question.general)
        return texts.get("survey.item.mean_hidden");
    std::string sentence = texts.format(
        "survey.item.mean", {{"mean", one_decimal(*question.general, texts)}, {"n", whole(question.general_n)}});
    if (question.responses->reversed)
        sentence += " " + texts.get("survey.item.turned");
    return sentence;
}

SurveySection general_section(const SurveyResults& results, const std::vector<std::size_t>& places, bool tied,
                              const std::string& key, const Survey& survey, const Texts& texts)
{
    SurveySection section{texts.get(key + ".heading"), {}, {}};
    const bool any =
        std::any_of(results.questions.begin(), results.questions.end(),
                    [&](const QuestionResult& question) { return question.general_n >= survey.least_answers; });
    if (!any)
        section.intro = texts.format("survey.general.too_few", {{"least", whole(survey.least_answers)}});
    else if (places.empty())
        section.intro = texts.get("survey.general.all_alike");
    else
        section.intro = texts.get(key + ".intro") + (tied ? " " + texts.get("survey.general.tied") : std::string{});
    for (const std::size_t place : places)
        section.items.push_back(item_of(results.questions[place], mean_sentence(results.questions[place], texts)));
    return section;
}

SurveySection standing_out_section(const SurveyResults& results, const Survey& survey, const Texts& texts)
{
    SurveySection section{texts.get("survey.standing_out.heading"), {}, {}};
    for (const auto* places : {&results.ahead, &results.behind})
        for (const std::size_t place : *places)
            section.items.push_back(
                item_of(results.questions[place], own_sentence(results.questions[place], survey, texts)));
    if (results.own_answered == 0)
        section.intro = texts.get("survey.standing_out.no_own");
    else if (section.items.empty())
        section.intro = texts.get("survey.standing_out.none");
    else
        section.intro = texts.get(results.most_own_respondents >= survey.least_own_respondents
                                      ? "survey.standing_out.intro.tested"
                                      : "survey.standing_out.intro.single");
    return section;
}

std::string names_of(const std::vector<const Municipality*>& municipalities, const Texts& texts)
{
    std::string names;
    const std::size_t shown = std::min(municipalities.size(), most_names);
    for (std::size_t i = 0; i < shown; ++i)
        names += (i == 0 ? "" : ", ") + municipalities[i]->name;
    if (shown < municipalities.size())
        names += " " + texts.format("word.and_more", {{"n", whole(municipalities.size() - shown)}});
    return names;
}

std::string spread_sentence(const QuestionResult& question, const Texts& texts)
{
    std::string sentence;
    if (question.others.high && question.others.low)
        sentence = texts.format("survey.item.spread", {{"high", whole(*question.others.high)},
                                                       {"low", whole(*question.others.low)},
                                                       {"n", whole(question.others.n)},
                                                       {"high_scores", texts.get(high_scores(question))},
                                                       {"low_scores", texts.get(low_scores(question))}});
    else
        sentence = texts.get("survey.item.spread_hidden");
    if (!question.inspiring.empty())
        sentence += " " + texts.format("survey.item.names", {{"scores", texts.get(high_scores(question))},
                                                             {"names", names_of(question.inspiring, texts)}});
    return sentence;
}

SurveySection inspiration_section(const SurveyResults& results, const Texts& texts)
{
    SurveySection section{texts.get("survey.inspiration.heading"), {}, {}};
    for (const std::size_t place : results.spread)
        section.items.push_back(item_of(results.questions[place], spread_sentence(results.questions[place], texts)));
    const bool named = std::any_of(results.spread.begin(), results.spread.end(),
                                   [&](std::size_t place) { return !results.questions[place].inspiring.empty(); });
    section.intro = texts.get(results.spread.empty() ? "survey.inspiration.none"
                              : results.shared       ? "survey.inspiration.intro.shared"
                              : named                ? "survey.inspiration.intro.named"
                                                     : "survey.inspiration.intro.unnamed");
    return section;
}

std::vector<std::string> basis_of(const SurveyResults& results, const Workbook& workbook, const Texts& texts)
{
    std::vector<std::string> basis;
    std::size_t least = static_cast<std::size_t>(-1);
    std::size_t most = 0;
    for (const QuestionResult& question : results.questions)
    {
        least = std::min(least, question.others.n);
        most = std::max(most, question.others.n);
    }
    std::string sentence =
        most == 0       ? texts.get("survey.basis.no_others")
        : least == most ? texts.count("survey.basis.others", most)
                        : texts.format("survey.basis.others.range", {{"least", whole(least)}, {"most", whole(most)}});
    sentence += " " + texts.format("survey.basis.own", {{"answered", whole(results.own_answered)},
                                                        {"questions", whole(results.questions.size())}});
    if (results.most_own_respondents > 1)
        sentence += " " + texts.format("survey.basis.own_respondents", {{"n", whole(results.most_own_respondents)}});
    basis.push_back(std::move(sentence));
    basis.push_back(texts.get("survey.basis.descriptive"));
    if (results.shared)
        basis.push_back(texts.format("survey.basis.shared",
                                     {{"limit", whole(static_cast<std::size_t>(workbook.sharing.threshold))}}));
    return basis;
}

std::vector<std::string> methods_of(const SurveyResults& results, const Survey& survey, const Texts& texts)
{
    std::vector<std::string> methods{texts.get("survey.method.mean"), texts.get("survey.method.share")};
    if (results.several_respondents || results.most_own_respondents > 1)
        methods.push_back(texts.get("survey.method.respondents"));
    methods.push_back(texts.format("survey.method.least", {{"least", whole(survey.least_answers)}}));
    methods.push_back(
        texts.format("survey.method.standing_out", {{"share", format_number(100 * standing_out, 0, texts.language())},
                                                    {"own", whole(survey.least_own_respondents)}}));
    methods.push_back(texts.get("survey.method.spread"));
    if (results.reversed)
        methods.push_back(texts.get("survey.method.reversed"));
    methods.push_back(texts.format("survey.method.source", {{"source", survey.source.in(texts.language())},
                                                            {"status", survey.status.in(texts.language())}}));
    return methods;
}

} // namespace

SurveyWords survey_words(const SurveyResults& results, const Survey& survey, const Workbook& workbook,
                         const Texts& texts)
{
    return {basis_of(results, workbook, texts),
            general_section(results, results.strong, results.strong_tied, "survey.strong", survey, texts),
            general_section(results, results.challenged, results.challenged_tied, "survey.challenged", survey, texts),
            standing_out_section(results, survey, texts),
            inspiration_section(results, texts),
            methods_of(results, survey, texts)};
}

std::string own_answer_text(const QuestionResult& result, const Texts& texts)
{
    const AnswerTally& own = result.responses->own;
    if (result.own && own.scores.size() > 1)
        return texts.format("survey.own.several",
                            {{"mean", one_decimal(*result.own, texts)}, {"n", whole(own.scores.size())}});
    if (result.own)
        return format_plain(*result.own, texts.language());
    return own.dont_know > 0 ? texts.get("survey.answer.dont_know") : std::string("–");
}

std::string standing_text(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    if (!result.own)
        return texts.get(result.responses->own.dont_know > 0 ? "survey.standing.dont_know" : "survey.standing.no_own");
    if (result.hidden || (!result.standing && result.others.n >= survey.least_answers))
        return texts.get("survey.standing.hidden");
    if (!result.standing)
        return texts.format("survey.standing.too_few", {{"least", whole(survey.least_answers)}});
    const OwnStanding& standing = *result.standing;
    return texts.format(
        "survey.standing",
        {{"lower", whole(standing.lower)}, {"same", whole(standing.same)}, {"higher", whole(standing.higher)}});
}

std::string own_sentence(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    if (!result.own)
        return texts.get(result.responses->own.dont_know > 0 ? "survey.own_sentence.dont_know"
                                                             : "survey.own_sentence.none");
    std::string sentence = texts.format("survey.own_sentence", {{"answer", own_answer_text(result, texts)}});
    if (result.responses->reversed)
        sentence += " " + texts.get("survey.own_sentence.reversed");
    if (result.standing)
        sentence += " " + texts.format("survey.own_sentence.standing", {{"lower", whole(result.standing->lower)},
                                                                        {"same", whole(result.standing->same)},
                                                                        {"higher", whole(result.standing->higher)},
                                                                        {"n", whole(result.standing->n())}});
    else if (result.hidden || result.others.n >= survey.least_answers)
        sentence += " " + texts.get("survey.own_sentence.hidden");
    else
        sentence += " " + texts.format("survey.own_sentence.too_few", {{"least", whole(survey.least_answers)}});
    if (result.difference != OwnDifference::untested)
        sentence += " " + texts.get(result.difference == OwnDifference::none     ? "survey.test.none"
                                    : result.difference == OwnDifference::higher ? "survey.test.higher"
                                                                                 : "survey.test.lower");
    if (result.p && result.delta)
        sentence +=
            " " + texts.format("survey.test.numbers", {{"p", format_number(*result.p, 3, texts.language())},
                                                       {"delta", format_number(*result.delta, 2, texts.language())}});
    return sentence;
}

bool says_invented(const Workbook& workbook, const Texts& texts)
{
    return folded(workbook.data_note).find(folded(texts.get("word.invented"))) != std::string::npos;
}

} // namespace trinvis
