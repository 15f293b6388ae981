// SPDX-License-Identifier: MPL-2.0
#include "commands/survey.hpp"

#include "calc/charts.hpp"
#include "calc/styles.hpp"
#include "commands/open_workbook.hpp"
#include "commands/result_sheet.hpp"
#include "office/closed_at_end.hpp"
#include "office/hidden_document.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "plan/survey_chapter.hpp"
#include "survey/intake.hpp"
#include "survey/report.hpp"
#include "survey/sharing.hpp"
#include "survey/survey_sheet.hpp"
#include "writer/plan_document.hpp"
#include "writer/save.hpp"

#include <memory>

namespace trinvis::commands
{

using namespace office;

namespace
{

constexpr std::size_t most_bytes = std::size_t{16} * 1024 * 1024;

/// Answers and results of a workbook; the results point into the responses.
struct SurveyOutcome
{
    Responses responses;
    SurveyResults results;
};

void require_municipality(const OpenWorkbook& open)
{
    const Workbook& workbook = open.workbook;
    if (!workbook.municipality)
        throw UserError(open.texts().format(
            "error.no_municipality",
            {{"cell", cell_address(workbook.municipality_place.row, workbook.municipality_place.column)}}));
}

bool has_survey_sheet(const OpenWorkbook& open)
{
    return open.workbook.working_table("survey").sheet >= 0;
}

const TableArea& require_survey_table(const OpenWorkbook& open)
{
    const TableArea& area = open.workbook.working_table("survey");
    if (!area.found() || area.column("number") < 0 || area.column("question") < 0 || area.column("own_answer") < 0)
        throw UserError(open.texts().get("survey.error.headings"));
    return area;
}

/// Nothing when nobody has answered yet.
std::unique_ptr<SurveyOutcome> outcome_of(const OpenWorkbook& open)
{
    require_survey_table(open);
    refuse_unclear_sharing(open);
    auto outcome = std::make_unique<SurveyOutcome>();
    outcome->responses = read_responses(open.workbook, open.package.words());
    if (!outcome->responses.faults.empty())
        throw UserError(fault_sentence(outcome->responses, open.texts()));
    if (!outcome->responses.any())
        return {};
    outcome->results = survey_results(outcome->responses, open.package.survey());
    hide_small_counts(outcome->results, open.workbook.sharing);
    return outcome;
}

std::string bytes_of(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    auto bytes = load_text(context, url, most_bytes);
    if (!bytes)
        throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(url)}}));
    if (bytes->size() > most_bytes)
        throw UserError(texts.format("survey.import.refused",
                                     {{"file", file_name(url)}, {"why", texts.get("survey.import.too_large")}}));
    return std::move(*bytes);
}

} // namespace

std::string run_survey(const Context& context, const Model& model)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    require_municipality(open);
    if (!has_survey_sheet(open))
    {
        write_result(open, survey_sheet(package.survey(), texts), texts.get("survey.undo"));
        return texts.get("survey.done.made");
    }
    const auto outcome = outcome_of(open);
    if (!outcome)
    {
        if (const calc::Sheet sheet = calc::find_sheet(open.document, "survey"); sheet.is())
            calc::show_cell(open.document, sheet, 0, 0);
        return texts.get("survey.done.empty");
    }
    ChartedReport report = survey_report(outcome->results, package.survey(), open.workbook, texts);
    calc::refuse_unwritable(open.document, report, texts);
    progress.show(texts.get("progress.writing"), 40);
    calc::add_styles(model, texts);
    calc::Sheet sheet;
    {
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("survey.undo")));
        sheet = calc::put_report(context, open.document, report, texts, step);
        step.keep();
    }
    calc::freeze(open.document, sheet, report.sheet.frozen_columns, report.sheet.frozen_rows);
    return {};
}

std::string import_survey(const Context& context, const Model& model, const std::vector<rtl::OUString>& urls)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    require_municipality(open);
    std::vector<std::pair<std::string, std::string>> files;
    files.reserve(urls.size());
    for (const rtl::OUString& url : urls)
        files.emplace_back(file_name(url), bytes_of(context, url, texts));
    const bool there = has_survey_sheet(open);
    SurveyIntake intake =
        there ? SurveyIntake(open.workbook.grid(require_survey_table(open)), open.workbook.working_table("survey"))
              : SurveyIntake(survey_sheet(package.survey(), texts));
    for (const auto& [name, bytes] : files)
    {
        const SurveyImport import = intake.take(bytes, package.survey(), package.words(), package.municipalities(),
                                                open.workbook.municipality, open.workbook.language);
        if (!import.faults.empty())
            throw UserError(fault_sentence(import, name, texts));
    }
    const SurveyImport& sum = intake.sum();
    if (!there)
        write_result(open, intake.content(), texts.get("survey.undo.import"));
    else
    {
        calc::refuse_unwritable(open.document, sum.update, texts);
        progress.show(texts.get("progress.writing"), 60);
        calc::add_styles(model, texts);
        const Quiet quiet(model);
        UndoStep step(model, from_utf8(texts.get("survey.undo.import")));
        calc::update_sheet(open.document, "survey", sum.update, texts);
        step.keep();
    }
    if (const calc::Sheet sheet = calc::find_sheet(open.document, "survey"); sheet.is())
        calc::show_cell(open.document, sheet, 0, 0);
    return done_sentence(sum, texts);
}

std::string write_survey_letter(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    const OpenWorkbook open = open_workbook(context, model);
    const Texts& texts = open.texts();
    require_municipality(open);
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(
            texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", texts.get("error.no_url")}}),
            Blame::target);
    writer::refuse_open_target(context, url, texts);
    const auto outcome = has_survey_sheet(open) ? outcome_of(open) : nullptr;
    if (!outcome)
        throw UserError(texts.get("survey.error.no_answers"));
    progress.show(texts.get("progress.plan"), 30);
    const PlanContent letter = survey_letter(outcome->results, package.survey(), open.workbook, texts, today());
    const writer::TextDocument document =
        writer::open_template(context, package.url("templates/spoergeskemabrev.fodt"), texts);
    const ClosedAtEnd closed(document);
    writer::fill_template(context, document, letter, texts);
    progress.show(texts.get("progress.pdf"), 80);
    writer::save_plan(context, document, url, texts);
    return texts.format("survey.done.letter", {{"url", readable_url(url)}});
}

} // namespace trinvis::commands
