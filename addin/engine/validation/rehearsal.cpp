// SPDX-License-Identifier: MPL-2.0
#include "validation/rehearsal.hpp"

#include "table/number_text.hpp"
#include "validation/fault_kinds.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace trinvis
{

namespace
{

/// A rule and a cell that it was broken at; a grouped finding has many.
using Hit = std::pair<std::string, Place>;

std::set<Hit> hits_of(const Validation& validation)
{
    std::set<Hit> hits;
    for (const Finding& finding : validation.findings)
    {
        hits.emplace(finding.rule, finding.place);
        for (const Place& place : finding.places)
            hits.emplace(finding.rule, place);
    }
    return hits;
}

/// A workbook, its validation before anything was sown, and the ground that its faults are sown in.
struct Untouched
{
    Untouched(Workbook read, const Words& words, const Municipalities& municipalities, Date today)
        : workbook(std::move(read)), validation(validate(workbook, words, municipalities, today)),
          hits(hits_of(validation)), ground(workbook, words, today, places())
    {
    }
    Untouched(const Untouched&) = delete;
    Untouched& operator=(const Untouched&) = delete;

    [[nodiscard]] std::set<Place> places() const
    {
        std::set<Place> found;
        for (const auto& [rule, place] : hits)
            found.insert(place);
        return found;
    }

    Workbook workbook;
    Validation validation;
    std::set<Hit> hits;
    Ground ground;
};

Workbook without_comparison_rows(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
{
    WorkbookCells cells = workbook.cells;
    Grid& grid = cells.sheets.at(static_cast<std::size_t>(workbook.comparison.sheet));
    grid.cells.resize(static_cast<std::size_t>(workbook.comparison.heading_row + 1) *
                      static_cast<std::size_t>(grid.columns));
    return read_workbook(std::move(cells), words, municipalities);
}

/// True when the rules say of everything but the comparison data what they said with them: the same findings, and each
/// rule satisfied, broken and undecided as often as before. Then a copy without those rows is validated instead, which
/// in a workbook with the whole country is many times as fast.
bool say_the_same(const Untouched& whole, const Untouched& lean)
{
    const auto elsewhere = [&](const std::set<Hit>& hits)
    {
        std::set<Hit> kept;
        std::copy_if(hits.begin(), hits.end(), std::inserter(kept, kept.end()),
                     [&](const Hit& hit) { return hit.second.sheet != whole.workbook.comparison.sheet; });
        return kept;
    };
    const auto accounts = [](const Validation& validation)
    {
        std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t, std::size_t>> all;
        for (const RuleStatus& rule : validation.rules)
            if (rule.table != "comparison" && rule.table != "cells")
                all.emplace_back(rule.id, rule.satisfied, rule.hits, rule.undecided, rule.skipped);
        return all;
    };
    return elsewhere(whole.hits) == elsewhere(lean.hits) && accounts(whole.validation) == accounts(lean.validation) &&
           whole.validation.rules_run == lean.validation.rules_run;
}

/// Compares what a copy says after a fault was sown with what it said before.
RehearsedFault judged(const FaultKind& kind, const Sown& sown, const std::set<Hit>& before, const std::set<Hit>& after)
{
    RehearsedFault fault;
    fault.kind = kind.id;
    fault.place = sown.place;
    std::set<std::string> at_the_fault;
    std::set<std::string> related;
    for (const auto& [rule, place] : after)
    {
        if (before.contains({rule, place}))
            continue;
        if (sown.accepted.contains(place))
        {
            ++fault.at_the_fault;
            at_the_fault.insert(rule);
        }
        else if (sown.related.contains(place))
        {
            ++fault.related;
            related.insert(rule);
        }
        else
            fault.strayed.push_back(rule + " " + cell_address(place.row, place.column));
    }
    fault.outcome = fault.at_the_fault > 0 ? FaultOutcome::at_the_cell
                    : fault.related > 0    ? FaultOutcome::elsewhere
                                           : FaultOutcome::missed;
    fault.rules = fault.outcome == FaultOutcome::elsewhere ? std::move(related) : std::move(at_the_fault);
    return fault;
}

void count(const RehearsedFault& fault, RehearsedKind& kind, Rehearsal& rehearsal)
{
    const std::size_t caught = fault.outcome == FaultOutcome::missed ? 0 : 1;
    const std::size_t at_the_cell = fault.outcome == FaultOutcome::at_the_cell ? 1 : 0;
    ++kind.seeded;
    kind.caught += caught;
    kind.at_the_cell += at_the_cell;
    kind.rules.insert(fault.rules.begin(), fault.rules.end());
    if (caught == 0 && !kind.missed)
        kind.missed = fault.place;
    ++rehearsal.seeded;
    rehearsal.caught += caught;
    rehearsal.at_the_cell += at_the_cell;
    rehearsal.at_the_fault += fault.at_the_fault;
    rehearsal.related += fault.related;
    rehearsal.strayed += fault.strayed.size();
}

double part_of(std::size_t part, std::size_t all)
{
    return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all);
}

std::string joined(const auto& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

std::string in_percent(double share, Language language)
{
    return format_number(100 * share, 1, language);
}

ContentCell example(const RehearsedKind& kind, const Workbook& workbook)
{
    if (!kind.missed)
        return {};
    const Place& place = *kind.missed;
    const std::string& sheet = workbook.cells.sheets.at(static_cast<std::size_t>(place.sheet)).sheet_name;
    return LinkTo{sheet + " " + cell_address(place.row, place.column), sheet, place.row, place.column};
}

} // namespace

double Rehearsal::recall() const
{
    return part_of(caught, seeded);
}

double Rehearsal::recall_at_the_cell() const
{
    return part_of(at_the_cell, seeded);
}

double Rehearsal::precision() const
{
    return part_of(at_the_fault + related, at_the_fault + related + strayed);
}

Rehearsal rehearse(const Workbook& workbook, const Words& words, const Municipalities& municipalities, Date today,
                   std::uint64_t seed, std::size_t wanted, const RehearsalProgress& progress)
{
    const Untouched whole(workbook, words, municipalities, today);
    std::optional<Untouched> made_lean;
    if (workbook.comparison.found() && workbook.comparison.last_row > workbook.comparison.heading_row)
        made_lean.emplace(without_comparison_rows(workbook, words, municipalities), words, municipalities, today);
    const Untouched& lean = made_lean && say_the_same(whole, *made_lean) ? *made_lean : whole;

    Rehearsal rehearsal;
    std::vector<Draw> draws;
    std::vector<std::size_t> possible;
    for (const FaultKind& kind : fault_kinds())
    {
        possible.push_back(rehearsal.kinds.size());
        draws.emplace_back(seed, kind.id);
        rehearsal.kinds.push_back({std::string(kind.id), {kind.meant.begin(), kind.meant.end()}, 0, 0, 0, {}, {}});
    }
    for (std::size_t turn = 0; rehearsal.seeded < wanted && !possible.empty();)
    {
        turn %= possible.size();
        const std::size_t number = possible[turn];
        const FaultKind& kind = fault_kinds()[number];
        const Untouched& before = kind.in_comparison_data ? whole : lean;
        WorkbookCells copy = before.workbook.cells;
        const auto sown = kind.sow(before.ground, draws[number], copy);
        if (!sown)
        {
            possible.erase(possible.begin() + static_cast<std::ptrdiff_t>(turn));
            continue;
        }
        const Workbook faulty = read_workbook(std::move(copy), words, municipalities);
        rehearsal.faults.push_back(judged(kind, *sown, before.hits,
                                          hits_of(validate(faulty, words, municipalities, today, Extent::findings))));
        count(rehearsal.faults.back(), rehearsal.kinds[number], rehearsal);
        if (progress)
            progress(rehearsal.seeded, wanted);
        ++turn;
    }
    return rehearsal;
}

SheetContent rehearsal_sheet(const Rehearsal& rehearsal, const Workbook& workbook, const Texts& texts, Date when)
{
    const Language language = texts.language();
    const std::string municipality = workbook.municipality ? workbook.municipality->name : texts.get("word.unknown");
    SheetContent sheet;
    sheet.id = "rehearsal";
    sheet.name = texts.get("sheet.rehearsal");
    sheet.column_widths_mm = {84, 32, 22, 34, 24, 52, 44, 36};
    const int last_column = 7;
    sheet.rows.push_back({texts.format("rehearsal.title", {{"municipality", municipality}})});
    sheet.rows.push_back({texts.format("rehearsal.caught", {{"seeded", std::to_string(rehearsal.seeded)},
                                                            {"caught", std::to_string(rehearsal.caught)},
                                                            {"recall", in_percent(rehearsal.recall(), language)},
                                                            {"cell", std::to_string(rehearsal.at_the_cell)}})});
    sheet.rows.push_back(
        {texts.format("rehearsal.findings",
                      {{"findings", std::to_string(rehearsal.at_the_fault + rehearsal.related + rehearsal.strayed)},
                       {"at_the_fault", std::to_string(rehearsal.at_the_fault)},
                       {"related", std::to_string(rehearsal.related)},
                       {"strayed", std::to_string(rehearsal.strayed)},
                       {"precision", in_percent(rehearsal.precision(), language)}})});
    const auto not_tried =
        static_cast<std::size_t>(std::ranges::count(rehearsal.kinds, std::size_t{0}, &RehearsedKind::seeded));
    if (not_tried > 0)
        sheet.rows.push_back(
            {texts.format("rehearsal.not_tried",
                          {{"n", std::to_string(not_tried)}, {"kinds", std::to_string(rehearsal.kinds.size())}})});
    sheet.rows.push_back({texts.format("rehearsal.untouched", {{"date", format_date(when, language)}})});
    const bool all_caught = rehearsal.seeded > 0 && rehearsal.caught == rehearsal.seeded;
    sheet.style({0, 0, 0, 0}, Style::title);
    const Style verdict = not_tried > 0 ? Style::information : Style::good;
    sheet.style({1, 0, 1, last_column}, all_caught ? verdict : Style::warning);
    sheet.style({2, 0, sheet.row_count() - 1, 0}, Style::subtitle);
    if (!workbook.data_note.empty())
    {
        sheet.style({sheet.row_count(), 0, sheet.row_count(), 4}, Style::invented);
        sheet.rows.push_back({workbook.data_note});
    }
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings;
    for (const char* key : {"kind", "seeded", "caught", "at_the_cell", "missed", "example", "rules", "meant"})
        headings.emplace_back(texts.get(std::string("rehearsal.column.") + key));
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    std::vector<StyledRange> marks;
    for (const RehearsedKind& kind : rehearsal.kinds)
    {
        const int row = sheet.row_count();
        const std::string name = texts.get("fault." + kind.id);
        if (kind.seeded == 0)
            sheet.rows.push_back({name, texts.get("rehearsal.not_possible"), {}, {}, {}, {}, {}, joined(kind.meant)});
        else
            sheet.rows.push_back({name, static_cast<double>(kind.seeded), static_cast<double>(kind.caught),
                                  static_cast<double>(kind.at_the_cell), static_cast<double>(kind.missed_count()),
                                  example(kind, workbook), joined(kind.rules), joined(kind.meant)});
        if (kind.seeded > 0)
            marks.push_back({{row, 1, row, 4}, Style::cell_number});
        if (kind.missed)
        {
            marks.push_back({{row, 4, row, 4}, Style::warning});
            marks.push_back({{row, 5, row, 5}, Style::cell_link});
        }
    }
    sheet.style_texts({heading + 1, 0, sheet.row_count() - 1, last_column});
    sheet.styles.insert(sheet.styles.end(), marks.begin(), marks.end());
    sheet.table = CellRange{heading, 0, sheet.row_count() - 1, last_column};
    sheet.filter = true;
    const int total = sheet.row_count();
    sheet.rows.push_back({texts.get("rehearsal.total"), static_cast<double>(rehearsal.seeded),
                          static_cast<double>(rehearsal.caught), static_cast<double>(rehearsal.at_the_cell),
                          static_cast<double>(rehearsal.seeded - rehearsal.caught)});
    sheet.style({total, 0, total, last_column}, Style::heading);
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
