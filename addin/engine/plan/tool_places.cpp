// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_sentences.hpp"
#include "plan/known_places.hpp"
#include "spending/words.hpp"
#include "survey/words.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

/// The heading of a table that may have none.
Place top_of(const TableArea& area, std::string_view key)
{
    return {area.found() ? area.sheet : -1, std::max(0, area.heading_row), std::max(0, area.column(key))};
}

/// A table of Trinfordeling: under a section, with dates above its columns.
void put_ladder_table(NumberPlaces& places, const ResultSheet& sheet, std::string_view section, const std::string& kind,
                      const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    const int heading = sheet.row(texts.get("ladder.report.step"), sheet.row(texts.get(section)));
    const std::size_t count = result.rounds.size();
    for (std::size_t back = 0; back < std::min<std::size_t>(2, count); ++back)
    {
        const int column = sheet.column(heading, day_number(result.rounds[count - 1 - back].date, workbook));
        for (std::size_t bucket = 0; bucket <= bucket_count; ++bucket)
        {
            const std::string label =
                bucket == bucket_count ? texts.get("ladder.bucket.total") : bucket_label(result, bucket, texts);
            places.put(std::string(back == 0 ? "ladder/latest/" : "ladder/before/") + kind + "/" + bucket_code(bucket),
                       sheet.place(sheet.row(label, heading), column), workbook);
        }
    }
}

void put_movements(NumberPlaces& places, const ResultSheet& sheet, const LadderResult& result, const Workbook& workbook,
                   const Texts& texts)
{
    if (result.movements.empty())
        return;
    const MovementRound& last = result.movements.back();
    const int heading = sheet.row(texts.get("ladder.report.period"), sheet.row(texts.get("ladder.report.movements")));
    for (const MovementRound& round : result.movements)
        for (const char* way : {"up", "down", "in", "out"})
        {
            const Place place = sheet.place(sheet.row(period_label(round, texts), heading),
                                            sheet.column(heading, texts.get("ladder." + std::string(way))));
            places.put("ladder/moved/" + format_date(round.date, texts.language()) + "/" + way, place, workbook);
            if (&round == &last)
                places.put("ladder/moved/latest/" + std::string(way), place, workbook);
        }
    const int table = sheet.row(period_label(last, texts), sheet.row(texts.get("ladder.report.tables")));
    for (std::size_t from = 0; from < end_count; ++from)
    {
        const std::string label =
            from == 0
                ? texts.get("ladder.in")
                : texts.format("ladder.report.from", {{"step", step_label(result.mapping, static_cast<int>(from))}});
        for (std::size_t to = 0; to < end_count; ++to)
            places.put("ladder/moved/latest/" + std::to_string(from) + "/" + std::to_string(to),
                       sheet.place(sheet.row(label, table), sheet.column(table, to == 0 ? texts.get("ladder.report.out")
                                                                                        : end_label(to, texts))),
                       workbook);
    }
}

/// A table of Udgifter with years in its first column.
struct YearTable
{
    const ResultSheet& sheet;
    int heading;

    YearTable(const ResultSheet& of, int section, const Texts& texts)
        : sheet(of), heading(of.row(texts.get("spending.column.year"), section))
    {
    }

    [[nodiscard]] Place place(int year, std::string_view column) const
    {
        return sheet.place(row(year), sheet.column(heading, column));
    }

    [[nodiscard]] Place place(int year, int column) const
    {
        return sheet.place(row(year), heading < 0 ? -1 : column);
    }

private:
    [[nodiscard]] int row(int year) const
    {
        return sheet.row(std::to_string(year), heading);
    }
};

void put_spending_comparison(NumberPlaces& places, const ResultSheet& sheet,
                             const spending::SpendingComparison& comparison, const Workbook& workbook,
                             const Texts& texts)
{
    const int heading = sheet.row(texts.get("spending.column.group"));
    const auto column = [&](std::string_view key)
    { return sheet.column(heading, texts.get("spending.column." + std::string(key))); };
    bool first = true;
    for (const spending::GroupLevel& group : comparison.groups)
    {
        const int row = sheet.row(group.label, heading);
        const std::string key = "spending/comparison/" + std::string(group_code(group.kind));
        places.put(key + "/level",
                   sheet.place(row, column(group.weighting == Weighting::ratio_of_sums ? "ratio_of_sums" : "mean")),
                   workbook);
        places.put(key + "/counted", sheet.place(row, column("others")), workbook);
        if (first)
            places.put("spending/comparison/own", sheet.place(row, column("own")), workbook);
        first = false;
    }
}

} // namespace

NumberPlaces survey_places(const SurveyResults& results, const Workbook& workbook, const Texts& texts)
{
    NumberPlaces places;
    const TableArea& survey = workbook.working_table("survey");
    const ResultSheet sheet(workbook, "survey_result", texts);
    const auto heading_of = [&](std::string_view key) { return texts.get("survey.column." + std::string(key)); };
    const int heading = sheet.row_with(heading_of("question"), heading_of("mean"));
    places.put("survey/", top_of(survey, "own_answer"), workbook);
    for (const QuestionResult& question : results.questions)
    {
        const Place own{survey.sheet, question.responses->row, std::max(0, survey.column("own_answer"))};
        const int row = heading < 0 ? -1 : sheet.row(question.responses->number, heading + 1);
        const auto put = [&](std::string_view number, std::string_view column) {
            places.put(question_key(question, number), sheet.place(row, sheet.column(heading, heading_of(column))),
                       workbook);
        };
        places.put(question_key(question, ""), own, workbook);
        put("", "standing");
        for (const char* number : {"n", "mean", "share"})
            put(number, number);
        put("general", "mean");
        put("general_n", "n");
        put("high", "share");
        put("low", "share");
        put("p", "test");
        put("delta", "test");
        places.put(question_key(question, "own"), own, workbook);
        places.put(question_key(question, "respondents"), own, workbook);
    }
    return places;
}

NumberPlaces ladder_places(const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    NumberPlaces places;
    places.put("ladder/", top_of(result.rows.children_area, "children"), workbook);
    places.put("ladder/moved/", top_of(result.rows.movements_area, "children"), workbook);
    for (const SumDiffers& sum : result.sums)
        places.put("ladder/stated/" + format_date(sum.date, texts.language()), sum.place, workbook);
    const ResultSheet sheet(workbook, "ladder_result", texts);
    put_ladder_table(places, sheet, "ladder.report.children", "children", result, workbook, texts);
    put_ladder_table(places, sheet, "ladder.report.shares", "share", result, workbook, texts);
    put_ladder_table(places, sheet, "ladder.report.durations", "duration", result, workbook, texts);
    put_movements(places, sheet, result, workbook, texts);
    return places;
}

NumberPlaces spending_places(const spending::Spending& spending, const Workbook& workbook, const Texts& texts)
{
    using namespace spending;
    NumberPlaces places;
    const auto put = [&](const std::string& key, Place place) { places.put("spending/" + key, place, workbook); };
    put("", top_of(workbook.working_table("accounts"), "amount"));
    if (spending.empty())
        return places;
    const ResultSheet sheet(workbook, "spending", texts);
    const YearTable development(sheet, sheet.row(texts.get("spending.section.development")), texts);
    const YearTable distribution(sheet, sheet.row(texts.get("spending.section.distribution")), texts);
    const YearTable shares(sheet, sheet.row(texts.get("spending.note.shares")), texts);
    const YearTable extra(
        sheet, sheet.row(texts.format("spending.section.extra", {{"basis", std::to_string(spending.basis_year)}})),
        texts);
    const int latest = spending.latest().year;
    const std::string& current = texts.get("spending.column.current");
    put("latest/", development.place(latest, current));
    put("basis/", development.place(spending.basis_year, current));
    for (const char* side : {"_more", "_less"})
    {
        put("difference" + std::string(side), development.place(latest, current));
        put("fixed_difference" + std::string(side), development.place(latest, texts.get("spending.column.fixed")));
    }
    for (std::size_t part = 0; part <= part_count; ++part)
    {
        const std::string code = part == part_count ? std::string("total") : std::to_string(part + 1);
        const int column = static_cast<int>(part) + 1;
        for (const char* kind : {"latest/part/", "latest/thousands/", "latest/step_share/"})
            put(kind + code, distribution.place(latest, column));
        put("basis/thousands/" + code, distribution.place(spending.basis_year, column));
        put("latest/share/" + code, shares.place(latest, column));
        for (const char* side : {"_more", "_less"})
            put("extra/" + code + side, extra.place(latest, column));
    }
    put_spending_comparison(places, sheet, spending.comparison, workbook, texts);
    return places;
}

NumberPlaces course_places(const Workbook& workbook)
{
    NumberPlaces places;
    places.put("course/", top_of(workbook.working_table("course"), "date"), workbook);
    return places;
}

} // namespace trinvis
