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

TracedText counted(const QuestionResult& question, std::size_t number, std::string_view key)
{
    return keyed_number(whole(number), question_key(question, key));
}

SurveyItem item_of(const QuestionResult& question, TracedText sentence)
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

TracedText mean_sentence(const QuestionResult& question, const Texts& texts)
{
    if (!question.general)
        return texts.get("survey.item.mean_hidden");
    TracedText sentence =
        format_traced(texts, "survey.item.mean",
                      {{"mean", keyed_number(one_decimal(*question.general, texts), question_key(question, "general"))},
                       {"n", counted(question, question.general_n, "general_n")}});
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
                item_of(results.questions[place], traced_own_sentence(results.questions[place], survey, texts)));
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

TracedText names_of(const QuestionResult& question, const Texts& texts)
{
    const std::vector<const Municipality*>& municipalities = question.inspiring;
    TracedText names;
    const std::size_t shown = std::min(municipalities.size(), most_names);
    for (std::size_t i = 0; i < shown; ++i)
        names += (i == 0 ? "" : ", ") + municipalities[i]->name;
    if (shown < municipalities.size())
        say(names, format_traced(texts, "word.and_more",
                                 {{"n", counted(question, municipalities.size() - shown, "more_names")}}));
    return names;
}

TracedText spread_sentence(const QuestionResult& question, const Texts& texts)
{
    TracedText sentence;
    if (question.others.high && question.others.low)
        sentence = format_traced(texts, "survey.item.spread",
                                 {{"high", counted(question, *question.others.high, "high")},
                                  {"low", counted(question, *question.others.low, "low")},
                                  {"n", counted(question, question.others.n, "n")},
                                  {"high_scores", texts.get(high_scores(question))},
                                  {"low_scores", texts.get(low_scores(question))}});
    else
        sentence = texts.get("survey.item.spread_hidden");
    if (!question.inspiring.empty())
        say(sentence,
            format_traced(texts, "survey.item.names",
                          {{"scores", texts.get(high_scores(question))}, {"names", names_of(question, texts)}}));
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

std::vector<TracedText> basis_of(const SurveyResults& results, const Workbook& workbook, const Texts& texts)
{
    std::vector<TracedText> basis;
    const auto number = [](std::size_t value, std::string key) { return keyed_number(whole(value), std::move(key)); };
    std::size_t least = static_cast<std::size_t>(-1);
    std::size_t most = 0;
    for (const QuestionResult& question : results.questions)
    {
        least = std::min(least, question.others.n);
        most = std::max(most, question.others.n);
    }
    TracedText sentence = most == 0       ? TracedText(texts.get("survey.basis.no_others"))
                          : least == most ? count_traced(texts, "survey.basis.others", most, "survey/most_others")
                                          : format_traced(texts, "survey.basis.others.range",
                                                          {{"least", number(least, "survey/fewest_others")},
                                                           {"most", number(most, "survey/most_others")}});
    say(sentence, format_traced(texts, "survey.basis.own",
                                {{"answered", number(results.own_answered, "survey/answered")},
                                 {"questions", number(results.questions.size(), "survey/questions")}}));
    if (results.most_own_respondents > 1)
        say(sentence, format_traced(texts, "survey.basis.own_respondents",
                                    {{"n", number(results.most_own_respondents, "survey/respondents")}}));
    basis.push_back(std::move(sentence));
    basis.emplace_back(texts.get("survey.basis.descriptive"));
    if (results.shared)
        basis.emplace_back(texts.format("survey.basis.shared",
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

std::string question_key(const QuestionResult& question, std::string_view number)
{
    return "survey/" + question.responses->number + "/" + std::string(number);
}

TracedText traced_own_answer(const QuestionResult& result, const Texts& texts)
{
    const AnswerTally& own = result.responses->own;
    if (result.own && own.scores.size() > 1)
        return format_traced(texts, "survey.own.several",
                             {{"mean", keyed_number(one_decimal(*result.own, texts), question_key(result, "own"))},
                              {"n", counted(result, own.scores.size(), "respondents")}});
    if (result.own)
        return keyed_number(format_plain(*result.own, texts.language()), question_key(result, "own"));
    return own.dont_know > 0 ? texts.get("survey.answer.dont_know") : std::string("–");
}

std::string own_answer_text(const QuestionResult& result, const Texts& texts)
{
    return traced_own_answer(result, texts).text;
}

TracedText traced_standing(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    if (!result.own)
        return texts.get(result.responses->own.dont_know > 0 ? "survey.standing.dont_know" : "survey.standing.no_own");
    if (result.hidden || (!result.standing && result.others.n >= survey.least_answers))
        return texts.get("survey.standing.hidden");
    if (!result.standing)
        return texts.format("survey.standing.too_few", {{"least", whole(survey.least_answers)}});
    const OwnStanding& standing = *result.standing;
    return format_traced(texts, "survey.standing",
                         {{"lower", counted(result, standing.lower, "lower")},
                          {"same", counted(result, standing.same, "same")},
                          {"higher", counted(result, standing.higher, "higher")}});
}

std::string standing_text(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    return traced_standing(result, survey, texts).text;
}

TracedText traced_own_sentence(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    if (!result.own)
        return texts.get(result.responses->own.dont_know > 0 ? "survey.own_sentence.dont_know"
                                                             : "survey.own_sentence.none");
    TracedText sentence = format_traced(texts, "survey.own_sentence", {{"answer", traced_own_answer(result, texts)}});
    if (result.responses->reversed)
        say(sentence, texts.get("survey.own_sentence.reversed"));
    if (result.standing)
        say(sentence, format_traced(texts, "survey.own_sentence.standing",
                                    {{"lower", counted(result, result.standing->lower, "lower")},
                                     {"same", counted(result, result.standing->same, "same")},
                                     {"higher", counted(result, result.standing->higher, "higher")},
                                     {"n", counted(result, result.standing->n(), "ranked")}}));
    else if (result.hidden || result.others.n >= survey.least_answers)
        say(sentence, texts.get("survey.own_sentence.hidden"));
    else
        say(sentence, texts.format("survey.own_sentence.too_few", {{"least", whole(survey.least_answers)}}));
    if (result.difference != OwnDifference::untested)
        say(sentence, texts.get(result.difference == OwnDifference::none     ? "survey.test.none"
                                : result.difference == OwnDifference::higher ? "survey.test.higher"
                                                                             : "survey.test.lower"));
    if (result.p && result.delta)
        say(sentence,
            format_traced(
                texts, "survey.test.numbers",
                {{"p", keyed_number(format_number(*result.p, 3, texts.language()), question_key(result, "p"))},
                 {"delta",
                  keyed_number(format_number(*result.delta, 2, texts.language()), question_key(result, "delta"))}}));
    return sentence;
}

std::string own_sentence(const QuestionResult& result, const Survey& survey, const Texts& texts)
{
    return traced_own_sentence(result, survey, texts).text;
}

bool says_invented(const Workbook& workbook, const Texts& texts)
{
    return folded(workbook.data_note).find(folded(texts.get("word.invented"))) != std::string::npos;
}

} // namespace trinvis
