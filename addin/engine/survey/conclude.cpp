// SPDX-License-Identifier: MPL-2.0
#include "survey/conclude.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis
{

namespace
{

/// Sums of whole numbers divided by different counts may differ in the last bits only.
constexpr double same_mean = 1e-9;

std::vector<std::size_t> by_mean(const SurveyResults& results, bool highest_first)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < results.questions.size(); ++i)
        if (results.questions[i].general)
            places.push_back(i);
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b)
                     {
                         const double first = *results.questions[a].general;
                         const double second = *results.questions[b].general;
                         if (std::fabs(first - second) <= same_mean)
                             return false;
                         return highest_first ? first > second : first < second;
                     });
    return places;
}

/// The first three, and all that share the third place.
std::vector<std::size_t> first_three(const SurveyResults& results, std::vector<std::size_t> places)
{
    std::size_t end = std::min(places.size(), named_questions);
    while (end > 0 && end < places.size() &&
           std::fabs(*results.questions[places[end]].general - *results.questions[places[end - 1]].general) <=
               same_mean)
        ++end;
    places.resize(end);
    return places;
}

void drop(std::vector<std::size_t>& places, const std::vector<std::size_t>& unwanted)
{
    std::erase_if(places, [&](std::size_t place)
                  { return std::find(unwanted.begin(), unwanted.end(), place) != unwanted.end(); });
}

void find_standing_out(SurveyResults& results)
{
    for (std::size_t i = 0; i < results.questions.size(); ++i)
    {
        const QuestionResult& question = results.questions[i];
        const bool tested = question.difference != OwnDifference::untested;
        const auto most = [&](std::size_t count)
        {
            return question.standing &&
                   static_cast<double>(count) >= standing_out * static_cast<double>(question.standing->n());
        };
        if (tested ? question.difference == OwnDifference::higher : question.standing && most(question.standing->lower))
            results.ahead.push_back(i);
        if (tested ? question.difference == OwnDifference::lower : question.standing && most(question.standing->higher))
            results.behind.push_back(i);
    }
}

void find_widest(SurveyResults& results)
{
    std::vector<std::size_t>& places = results.spread;
    for (std::size_t i = 0; i < results.questions.size(); ++i)
        if (results.questions[i].others.deviation.value_or(0) >= wide_spread && results.questions[i].others.high > 0)
            places.push_back(i);
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b)
                     { return *results.questions[a].others.deviation > *results.questions[b].others.deviation; });
    places.resize(std::min(places.size(), named_questions));
}

} // namespace

void conclude(SurveyResults& results)
{
    results.strong = first_three(results, by_mean(results, true));
    results.challenged = first_three(results, by_mean(results, false));
    const std::vector<std::size_t> strong = results.strong;
    drop(results.strong, results.challenged);
    drop(results.challenged, strong);
    results.strong_tied = results.strong.size() != named_questions;
    results.challenged_tied = results.challenged.size() != named_questions;
    find_standing_out(results);
    find_widest(results);
}

} // namespace trinvis
