// SPDX-License-Identifier: MPL-2.0
#include "commands/survey_signals.hpp"

#include "survey/results.hpp"
#include "survey/sharing.hpp"

namespace trinvis::commands
{

std::vector<SurveySignal> survey_signals(const OpenWorkbook& open)
{
    if (!open.workbook.working_table("survey").found())
        return {};
    const Responses responses = read_responses(open.workbook, open.package.words());
    if (!responses.faults.empty())
        return {};
    SurveyResults results = survey_results(responses, open.package.survey());
    hide_small_counts(results, open.workbook.sharing);
    std::vector<SurveySignal> signals;
    for (const QuestionResult& question : results.questions)
        if (question.own_turned && question.others.mean && !question.hidden)
            signals.push_back({question.responses->text, question.responses->number, question.responses->area,
                               *question.own_turned, *question.others.mean, question.others.n});
    return signals;
}

} // namespace trinvis::commands
