// SPDX-License-Identifier: MPL-2.0
#include "survey/results.hpp"

#include "statistics/multiple_testing.hpp"
#include "statistics/summary.hpp"
#include "survey/conclude.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

constexpr double confidence = 0.95;
constexpr double sure = 0.05;
constexpr double lowest = 1;
constexpr double highest = score_count;
constexpr double middle = 3;
constexpr int high_from = 4;
constexpr int low_to = 2;

double turned(double answer, bool reversed)
{
    return reversed ? lowest + highest - answer : answer;
}

int turned(int score, bool reversed)
{
    return static_cast<int>(turned(static_cast<double>(score), reversed));
}

/// One answer for each municipality, as given.
std::vector<double> unit_answers(const QuestionResponses& question)
{
    std::vector<double> answers;
    if (question.form == ResponseForm::counts && !question.incomplete)
        for (std::size_t i = 0; i < score_count; ++i)
            answers.insert(answers.end(), question.counts[i], static_cast<double>(i + 1));
    if (question.form == ResponseForm::columns)
        for (const MunicipalityAnswers& one : question.others)
            if (const auto mean = statistics::mean_of(one.tally.scores))
                answers.push_back(*mean);
    return answers;
}

void count_without_score(const QuestionResponses& question, OthersResult& others)
{
    if (question.form == ResponseForm::counts)
    {
        others.dont_know = question.dont_know;
        others.none = question.none;
    }
    if (question.form != ResponseForm::columns)
        return;
    others.dont_know = 0;
    others.none = 0;
    for (const MunicipalityAnswers& one : question.others)
        if (one.tally.scores.empty())
            ++(one.tally.dont_know > 0 ? *others.dont_know : *others.none);
}

std::optional<statistics::Interval> within_scale(std::optional<statistics::Interval> interval)
{
    if (interval)
        *interval = {std::max(lowest, interval->lower), std::min(highest, interval->upper)};
    return interval;
}

OthersResult others_result(const QuestionResponses& question, const std::vector<double>& answers, const Survey& survey)
{
    OthersResult others;
    others.n = answers.size();
    count_without_score(question, others);
    std::vector<double> means;
    std::size_t high = 0;
    std::size_t low = 0;
    means.reserve(answers.size());
    for (const double answer : answers)
    {
        const int score = rounded_score(answer);
        ++others.given.at(static_cast<std::size_t>(score) - 1);
        means.push_back(turned(answer, question.reversed));
        high += turned(score, question.reversed) >= high_from ? 1U : 0U;
        low += turned(score, question.reversed) <= low_to ? 1U : 0U;
    }
    if (answers.empty() || answers.size() < survey.least_answers)
        return others;
    others.mean = statistics::mean_of(means);
    others.mean_interval = within_scale(statistics::mean(means, confidence));
    if (const auto variance = statistics::sample_variance(means))
        others.deviation = std::sqrt(*variance);
    others.high = high;
    others.low = low;
    others.high_share = statistics::wilson(static_cast<double>(high), static_cast<double>(answers.size()), confidence);
    return others;
}

OwnStanding standing_among(const QuestionResult& result, const std::vector<double>& answers)
{
    OwnStanding standing;
    const bool reversed = result.responses->reversed;
    const int own = turned(*result.own_score, reversed);
    for (const double answer : answers)
    {
        const int other = turned(rounded_score(answer), reversed);
        ++(other < own ? standing.lower : other == own ? standing.same : standing.higher);
    }
    return standing;
}

void test(QuestionResult& result, const std::vector<double>& answers, const Survey& survey)
{
    const AnswerTally& own = result.responses->own;
    if (own.scores.size() < survey.least_own_respondents || answers.size() < survey.least_answers)
        return;
    const auto turn = [&](const std::vector<double>& scores)
    {
        std::vector<double> all;
        all.reserve(scores.size());
        for (const double score : scores)
            all.push_back(turned(score, result.responses->reversed));
        return all;
    };
    const std::vector<double> a = turn(own.scores);
    const std::vector<double> b = turn(answers);
    if (const auto ranks = statistics::mann_whitney(a, b))
        result.p = ranks->p;
    result.delta = statistics::cliffs_delta(a, b);
}

QuestionResult question_result(const QuestionResponses& question, const Survey& survey)
{
    QuestionResult result;
    result.responses = &question;
    const std::vector<double> answers = unit_answers(question);
    result.others = others_result(question, answers, survey);
    result.groups = single_scores(result.others.given);
    result.own = statistics::mean_of(question.own.scores);
    std::vector<double> all;
    all.reserve(answers.size() + 1);
    for (const double answer : answers)
        all.push_back(turned(answer, question.reversed));
    if (result.own)
    {
        result.own_turned = turned(*result.own, question.reversed);
        result.own_score = rounded_score(*result.own);
        all.push_back(*result.own_turned);
        if (answers.size() >= survey.least_answers)
            result.standing = standing_among(result, answers);
        test(result, answers, survey);
    }
    result.general_n = all.size();
    if (all.size() >= survey.least_answers)
        result.general = statistics::mean_of(all);
    for (const MunicipalityAnswers& one : question.others)
        if (const auto mean = statistics::mean_of(one.tally.scores);
            mean && turned(rounded_score(*mean), question.reversed) >= high_from)
            result.inspiring.push_back(one.municipality);
    return result;
}

void adjust(std::vector<QuestionResult>& questions)
{
    std::vector<std::optional<double>> p;
    p.reserve(questions.size());
    for (const QuestionResult& question : questions)
        p.push_back(question.p);
    const std::vector<std::optional<double>> adjusted = statistics::benjamini_hochberg(p);
    for (std::size_t i = 0; i < questions.size(); ++i)
    {
        questions[i].p = adjusted[i];
        if (adjusted[i])
            questions[i].difference = *adjusted[i] >= sure      ? OwnDifference::none
                                      : *questions[i].delta > 0 ? OwnDifference::higher
                                                                : OwnDifference::lower;
    }
}

} // namespace

int rounded_score(double answer)
{
    // Binary fractions hold halves exactly; means of thirds and fifths never come out as one.
    const double below = std::floor(answer);
    const double part = answer - below;
    constexpr double half = 0.5;
    const bool up = part > half || (part == half && answer < middle);
    return static_cast<int>(below) + (up ? 1 : 0);
}

std::vector<ScoreGroup> single_scores(const ScoreCounts& counts)
{
    std::vector<ScoreGroup> groups;
    groups.reserve(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        groups.push_back({static_cast<int>(i) + 1, static_cast<int>(i) + 1, counts[i]});
    return groups;
}

SurveyResults survey_results(const Responses& responses, const Survey& survey)
{
    SurveyResults results;
    results.questions.reserve(responses.questions.size());
    for (const QuestionResponses& question : responses.questions)
    {
        results.questions.push_back(question_result(question, survey));
        results.own_answered += results.questions.back().own ? 1U : 0U;
        results.most_own_respondents = std::max(results.most_own_respondents, question.own.scores.size());
        results.reversed = results.reversed || question.reversed;
        for (const MunicipalityAnswers& one : question.others)
            results.several_respondents =
                results.several_respondents || one.tally.scores.size() + one.tally.dont_know + one.tally.none > 1;
    }
    adjust(results.questions);
    conclude(results);
    return results;
}

} // namespace trinvis
