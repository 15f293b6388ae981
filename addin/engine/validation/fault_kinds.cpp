// SPDX-License-Identifier: MPL-2.0
#include "validation/fault_kinds.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trinvis
{

namespace
{

using Sowing = std::optional<Sown>;

constexpr std::size_t rounds_in_a_year = 2;
constexpr double longest_duration = 276; // months: 0-22 years

Cell& cell_at(WorkbookCells& copy, Place place)
{
    Grid& grid = copy.sheets.at(static_cast<std::size_t>(place.sheet));
    return grid.cells.at(static_cast<std::size_t>(place.row) * static_cast<std::size_t>(grid.columns) +
                         static_cast<std::size_t>(place.column));
}

/// Adds a copy of a row at the end of its sheet; returns where.
int append_row_like(WorkbookCells& copy, int sheet, int row)
{
    Grid& grid = copy.sheets.at(static_cast<std::size_t>(sheet));
    std::vector<Cell> cells;
    cells.reserve(static_cast<std::size_t>(grid.columns));
    for (int column = 0; column < grid.columns; ++column)
        cells.push_back(grid.at(row, column));
    grid.cells.insert(grid.cells.end(), cells.begin(), cells.end());
    return grid.rows() - 1;
}

std::set<Place> both(std::set<Place> one, const std::set<Place>& other)
{
    one.insert(other.begin(), other.end());
    return one;
}

std::string whole(double number)
{
    return std::to_string(std::llround(number));
}

long whole_below(Draw& draw, long n)
{
    return static_cast<long>(draw.below(static_cast<std::size_t>(std::max(1L, n))));
}

bool is_unit(const EntryLine& line, std::string_view danish, std::string_view english)
{
    return same_text(line.unit, danish) || same_text(line.unit, english);
}

// The shipped catalogue's own words for units, the same that its rules compare with.
bool is_count(const EntryLine& line)
{
    return is_unit(line, "antal", "count");
}

bool is_months(const EntryLine& line)
{
    return is_unit(line, "måneder", "months");
}

bool is_money(const EntryLine& line)
{
    return folded(line.unit).starts_with("kr");
}

bool is_denominator(const EntryLine& line, const Words& words)
{
    return same_text(line.role, words.danish.get("role.denominator")) ||
           same_text(line.role, words.english.get("role.denominator"));
}

std::string_view first_figure(const EntryLine& line)
{
    return line.figures.empty() ? std::string_view{} : std::string_view(line.figures.front());
}

const EntryLine& line_of(const Ground& ground, const SoundNumber& number)
{
    return ground.workbook().lines[number.line];
}

bool filled(const Ground& ground, std::size_t line, std::size_t round)
{
    const Place place = ground.entry_place(line, round);
    return !is_empty(ground.workbook().grid(ground.workbook().entry).at(place.row, place.column));
}

// --- in one number of Indtastning --------------------------------------------------------------------------------------

/// Puts something in place of a number for which the fault is possible.
template <typename Possible, typename Content>
Sowing in_place_of_a_number(const Ground& ground, Draw& draw, WorkbookCells& copy, Possible possible, Content content)
{
    std::vector<const SoundNumber*> candidates;
    for (const SoundNumber& number : ground.numbers())
        if (possible(number))
            candidates.push_back(&number);
    if (candidates.empty())
        return std::nullopt;
    const SoundNumber& chosen = *draw.one_of(candidates);
    cell_at(copy, chosen.place) = content(chosen);
    return Sown{chosen.place, {chosen.place}, ground.related(chosen.line, chosen.round)};
}

bool any_number(const SoundNumber& /*number*/)
{
    return true;
}

Sowing decimal_sign(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const char sign = ground.workbook().language == Language::danish ? '.' : ',';
    return in_place_of_a_number(
        ground, draw, copy, any_number,
        [&](const SoundNumber& at)
        { return Cell{whole(std::floor(std::fabs(at.number))) + sign + std::to_string(draw.below(10))}; });
}

std::string with_separator(double number, std::string_view separator)
{
    std::string digits = whole(number);
    for (std::size_t from_end = 3; from_end < digits.size(); from_end += 3 + separator.size())
        digits.insert(digits.size() - from_end, separator);
    return digits;
}

bool in_thousands(const SoundNumber& at)
{
    return at.number >= 1000;
}

Sowing blank_between_thousands(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(ground, draw, copy, in_thousands,
                                [](const SoundNumber& at) { return Cell{with_separator(at.number, " ")}; });
}

Sowing no_break_space_between_thousands(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(ground, draw, copy, in_thousands,
                                [](const SoundNumber& at) { return Cell{with_separator(at.number, "\xC2\xA0")}; });
}

Sowing with_unit(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 4> units{" pct.", " stk.", " kr.", " børn"};
    return in_place_of_a_number(ground, draw, copy, any_number,
                                [&](const SoundNumber& at)
                                { return Cell{whole(at.number) + std::string(draw.one_of(units))}; });
}

Sowing sign_for_number(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 6> signs{"..", "-", "x", "<5", "…", "?"};
    return in_place_of_a_number(ground, draw, copy, any_number,
                                [&](const SoundNumber&) { return Cell{std::string(draw.one_of(signs))}; });
}

Sowing free_text(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 4> texts{"ca. 150", "se bilag", "spørg Jens", "under 5"};
    return in_place_of_a_number(ground, draw, copy, any_number,
                                [&](const SoundNumber&) { return Cell{std::string(draw.one_of(texts))}; });
}

Sowing negative(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(ground, draw, copy, any_number,
                                [](const SoundNumber& at) { return Cell{-std::fmax(1, std::fabs(at.number))}; });
}

Sowing decimals_in_count(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [&](const SoundNumber& at) { return is_count(line_of(ground, at)); },
        [&](const SoundNumber& at)
        { return Cell{std::floor(at.number) + static_cast<double>(1 + draw.below(3)) * 0.25}; });
}

/// True when another line that belongs to one of the line's figures is filled in the round.
bool figure_is_reported_without(const Ground& ground, const SoundNumber& at)
{
    const std::vector<EntryLine>& lines = ground.workbook().lines;
    const std::vector<std::string>& figures = lines[at.line].figures;
    for (std::size_t other = 0; other < lines.size(); ++other)
        if (other != at.line && filled(ground, other, at.round) &&
            std::find(figures.begin(), figures.end(), first_figure(lines[other])) != figures.end())
            return true;
    return false;
}

Sowing empty_cell(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [&](const SoundNumber& at) { return figure_is_reported_without(ground, at); },
        [](const SoundNumber&) { return Cell{}; });
}

Sowing figure_not_reported(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy,
        [&](const SoundNumber& at)
        { return line_of(ground, at).figures.size() == 1 && !figure_is_reported_without(ground, at); },
        [](const SoundNumber&) { return Cell{}; });
}

Sowing zero_for_missing(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy,
        [&](const SoundNumber& at) {
            return at.number != 0 && at.previous && *at.previous >= 10 &&
                   !is_denominator(line_of(ground, at), ground.words());
        },
        [](const SoundNumber&) { return Cell{0.0}; });
}

Sowing denominator_zero(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy,
        [&](const SoundNumber& at)
        {
            return at.number != 0 && is_denominator(line_of(ground, at), ground.words()) &&
                   std::any_of(ground.partners(at.line).begin(), ground.partners(at.line).end(),
                               [&](std::size_t partner)
                               { return partner != at.line && filled(ground, partner, at.round); });
        },
        [](const SoundNumber&) { return Cell{0.0}; });
}

Sowing implausible_duration(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [&](const SoundNumber& at) { return is_months(line_of(ground, at)); },
        [&](const SoundNumber&) { return Cell{longest_duration + 1 + static_cast<double>(draw.below(400))}; });
}

/// A number a thousand times as large as it was: 25.3 typed in a Danish sheet as 25.300.
Sowing thousandfold(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy,
        [](const SoundNumber& at)
        { return at.number > 0 && at.previous && *at.previous > 0 && at.number * 1000 >= *at.previous * 100; },
        [](const SoundNumber& at) { return Cell{std::round(at.number * 1000)}; });
}

Sowing written_in_thousands(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy,
        [](const SoundNumber& at)
        { return in_thousands(at) && at.previous && *at.previous >= 100 * std::floor(at.number / 1000); },
        [](const SoundNumber& at) { return Cell{std::floor(at.number / 1000)}; });
}

Sowing hundredfold(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [](const SoundNumber& at) { return at.previous && *at.previous >= 1; },
        [&](const SoundNumber& at)
        { return Cell{std::ceil(*at.previous) * static_cast<double>(100 + draw.below(100))}; });
}

// From twenty on, five times as many is more than chance gives: 80 is six standard deviations of the difference between
// two counts of 20 and 100.
Sowing big_rise(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [](const SoundNumber& at) { return at.previous && *at.previous >= 20; },
        [&](const SoundNumber& at) { return Cell{std::round(*at.previous) * static_cast<double>(5 + draw.below(4))}; });
}

Sowing big_fall(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(
        ground, draw, copy, [](const SoundNumber& at) { return at.previous && *at.previous >= 100; },
        [&](const SoundNumber& at) { return Cell{std::floor(*at.previous / static_cast<double>(5 + draw.below(4)))}; });
}

Sowing error_value(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_place_of_a_number(ground, draw, copy, any_number, [](const SoundNumber&) { return Cell{CellError{}}; });
}

// --- person numbers ----------------------------------------------------------------------------------------------------

std::string two_digits(std::size_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "DDMMYY" of a day from first to last.
std::string birth_date(Draw& draw, std::size_t first_day, std::size_t last_day)
{
    const std::string day = two_digits(first_day + draw.below(last_day - first_day + 1));
    const std::string month = two_digits(1 + draw.below(12));
    return day + month + two_digits(draw.below(100));
}

Sowing person_number_as_text(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 3> hyphens{"-", "", " "};
    return in_place_of_a_number(ground, draw, copy, any_number,
                                [&](const SoundNumber&)
                                { return Cell{birth_date(draw, 1, 28) + std::string(draw.one_of(hyphens)) + "0000"}; });
}

/// Nine or ten digits in a line of kroner are an ordinary amount.
Sowing person_number_as_number(const Ground& ground, Draw& draw, WorkbookCells& copy, std::size_t first_day,
                               std::size_t last_day)
{
    return in_place_of_a_number(
        ground, draw, copy, [&](const SoundNumber& at) { return !is_money(line_of(ground, at)); },
        [&](const SoundNumber&) { return Cell{std::stod(birth_date(draw, first_day, last_day) + "0000")}; });
}

Sowing person_number_with_ten_digits(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return person_number_as_number(ground, draw, copy, 10, 28);
}

Sowing person_number_without_its_zero(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return person_number_as_number(ground, draw, copy, 1, 9);
}

Sowing person_number_in_a_sentence(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    std::vector<Place> candidates;
    for (const std::string_view key : {"remark", "data_source", "description"})
        for (const Figure& figure : workbook.figures)
            if (const Place place{workbook.catalogue.sheet, figure.row, workbook.catalogue.column(key)};
                place.column >= 0 && ground.sound(place))
                candidates.push_back(place);
    if (candidates.empty())
        return std::nullopt;
    const Place place = draw.one_of(candidates);
    Cell& cell = cell_at(copy, place);
    cell = cell_text(cell, workbook.language) + " Sagen 12/345 om " + birth_date(draw, 1, 28) + "-0000, se journalen.";
    return Sown{place, {place}, Ground::row(workbook.grid(workbook.catalogue), place.sheet, place.row)};
}

// --- numbers that do not fit together ----------------------------------------------------------------------------------

Sowing numerator_above_denominator(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    struct Pair
    {
        const SoundNumber* top;
        const SoundNumber* bottom;
    };
    std::vector<Pair> candidates;
    for (const Figure& figure : ground.workbook().figures)
        for (std::size_t round = 0; figure.kind == FigureKind::share && round < ground.workbook().rounds.size();
             ++round)
        {
            const Pair pair{ground.number(figure.numerator, round), ground.number(figure.denominator, round)};
            if (pair.top && pair.bottom && pair.top != pair.bottom)
                candidates.push_back(pair);
        }
    if (candidates.empty())
        return std::nullopt;
    const auto [top, bottom] = draw.one_of(candidates);
    const bool smaller_denominator = top->number >= 2 && draw.below(2) == 0;
    const Place place = smaller_denominator ? bottom->place : top->place;
    cell_at(copy, place) = smaller_denominator ? std::floor(top->number) - 1
                                               : std::floor(bottom->number) + 1 + static_cast<double>(draw.below(20));
    return Sown{place,
                {top->place, bottom->place},
                both(ground.related(top->line, top->round), ground.related(bottom->line, bottom->round))};
}

/// One of the numbers of a round, made so that it no longer fits the others: `misfit` gives it for the item that is to be
/// changed, from all numbers and a small surplus; nothing where there is no such number.
template <std::size_t count, typename Misfit>
Sowing against_each_other(const Ground& ground, Draw& draw, WorkbookCells& copy,
                          const std::array<std::string_view, count>& items, std::size_t changed, Misfit misfit)
{
    struct Candidate
    {
        std::array<const SoundNumber*, count> numbers;
        double content;
    };
    std::vector<Candidate> candidates;
    const auto surplus = static_cast<double>(1 + draw.below(9));
    for (std::size_t round = 0; round < ground.workbook().rounds.size(); ++round)
    {
        Candidate candidate{};
        std::array<double, count> values{};
        bool complete = true;
        for (std::size_t i = 0; i < count; ++i)
        {
            candidate.numbers[i] = ground.number(items[i], round);
            complete = complete && candidate.numbers[i];
            values[i] = candidate.numbers[i] ? candidate.numbers[i]->number : 0;
        }
        candidate.content = complete ? misfit(values, surplus) : -1;
        if (candidate.content >= 0)
            candidates.push_back(candidate);
    }
    if (candidates.empty())
        return std::nullopt;
    const Candidate& chosen = draw.one_of(candidates);
    Sown sown{chosen.numbers[changed]->place, {}, {}};
    cell_at(copy, sown.place) = chosen.content;
    for (const SoundNumber* number : chosen.numbers)
    {
        sown.accepted.insert(number->place);
        sown.related.merge(ground.related(number->line, number->round));
    }
    return sown;
}

Sowing parts_above_total(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 3> items{"institution", "plejefamilie", "anbragte"};
    const std::size_t changed = draw.below(items.size());
    return against_each_other(ground, draw, copy, items, changed,
                              [&](const std::array<double, 3>& values, double surplus)
                              {
                                  if (changed == 2)
                                      return values[0] + values[1] - 1;
                                  return values[2] - values[1 - changed] + surplus;
                              });
}

Sowing network_above_foster(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 2> items{"netvaerk", "plejefamilie"};
    return against_each_other(ground, draw, copy, items, 0,
                              [](const std::array<double, 2>& values, double surplus) { return values[1] + surplus; });
}

Sowing movements_above_stock(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 3> items{"bevaegelser_op", "bevaegelser_ned",
                                                           "hjemmebaseret_forrige"};
    const std::size_t changed = draw.below(2);
    return against_each_other(ground, draw, copy, items, changed,
                              [&](const std::array<double, 3>& values, double surplus)
                              { return values[2] - values[1 - changed] + surplus; });
}

// --- lines and rounds --------------------------------------------------------------------------------------------------

Place describing(const Ground& ground, std::size_t line, std::string_view key)
{
    const Workbook& workbook = ground.workbook();
    return {workbook.entry.sheet, workbook.lines[line].row, workbook.entry.column(key)};
}

Sowing doubled_item(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    std::vector<std::size_t> candidates;
    for (std::size_t line = 0; line < workbook.lines.size(); ++line)
        if (const Place id = describing(ground, line, "id"); id.column >= 0 && ground.sound(id))
            candidates.push_back(line);
    if (candidates.empty())
        return std::nullopt;
    const std::size_t line = draw.one_of(candidates);
    const Place first = describing(ground, line, "id");
    Place second = first;
    second.row = append_row_like(copy, first.sheet, first.row);
    return Sown{second,
                {first, second},
                both(ground.lines(line), Ground::row(workbook.grid(workbook.entry), second.sheet, second.row))};
}

Sowing unknown_figure_of_line(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    std::vector<std::size_t> candidates;
    for (std::size_t line = 0; line < workbook.lines.size(); ++line)
        if (const Place place = describing(ground, line, "figure");
            place.column >= 0 && ground.sound(place) && ground.sound(describing(ground, line, "id")))
            candidates.push_back(line);
    if (candidates.empty())
        return std::nullopt;
    const std::size_t line = draw.one_of(candidates);
    // Not one that another line names either: the two would be taken for the items of one figure.
    const auto named = [&workbook](const std::string& figure)
    {
        return std::ranges::any_of(workbook.lines, [&figure](const EntryLine& one)
                                   { return std::ranges::find(one.figures, figure) != one.figures.end(); });
    };
    std::string unknown = "99";
    while (workbook.figure(unknown) || named(unknown))
        unknown += "9";
    const Place place = describing(ground, line, "figure");
    cell_at(copy, place) = unknown;
    return Sown{place, {place, describing(ground, line, "id")}, ground.lines(line)};
}

/// A line of counts that cannot be months, or of months that cannot be counts.
Sowing wrong_unit(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    const bool danish = workbook.language == Language::danish;
    std::set<std::size_t> possible;
    for (const SoundNumber& at : ground.numbers())
        if ((is_count(line_of(ground, at)) && at.number > longest_duration) ||
            (is_months(line_of(ground, at)) && at.number != std::floor(at.number)))
            possible.insert(at.line);
    const std::vector<std::size_t> candidates(possible.begin(), possible.end());
    if (candidates.empty() || workbook.entry.column("unit") < 0)
        return std::nullopt;
    const std::size_t line = draw.one_of(candidates);
    const Place place = describing(ground, line, "unit");
    const std::string counts = danish ? "antal" : "count";
    const std::string months = danish ? "måneder" : "months";
    cell_at(copy, place) = is_count(workbook.lines[line]) ? months : counts;
    return Sown{place, Ground::row(workbook.grid(workbook.entry), place.sheet, place.row), ground.lines(line)};
}

Sowing heading_gone(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    static constexpr std::array<std::string_view, 2> keys{"role", "name"};
    const Place place{workbook.entry.sheet, workbook.entry.heading_row, workbook.entry.column(draw.one_of(keys))};
    if (!workbook.entry.found() || place.column < 0 || !ground.sound({place.sheet, place.row, 0}))
        return std::nullopt;
    Cell& cell = cell_at(copy, place);
    cell = cell_text(cell, workbook.language) + " (2)";
    const std::set<Place> headings = Ground::row(workbook.grid(workbook.entry), place.sheet, place.row);
    return Sown{place, headings, headings};
}

Place heading_place(const Ground& ground, std::size_t round)
{
    const Workbook& workbook = ground.workbook();
    return {workbook.entry.sheet, workbook.entry.heading_row, workbook.rounds[round].column};
}

/// The rounds with a date and numbers whose heading nothing was found at.
std::vector<std::size_t> rounds_with_numbers(const Ground& ground)
{
    std::set<std::size_t> rounds;
    for (const SoundNumber& at : ground.numbers())
        if (ground.sound(heading_place(ground, at.round)))
            rounds.insert(at.round);
    return {rounds.begin(), rounds.end()};
}

/// A round and its neighbours: what a wrong date moves about.
std::set<Place> around(const Ground& ground, std::size_t round)
{
    std::set<Place> places = both(ground.column(round), ground.column(round + 1));
    return round > 0 ? both(std::move(places), ground.column(round - 1)) : places;
}

Sowing doubled_round(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    std::vector<std::size_t> candidates = rounds_with_numbers(ground);
    std::erase_if(candidates,
                  [&](std::size_t round) { return round == 0 || !ground.sound(heading_place(ground, round - 1)); });
    if (candidates.empty())
        return std::nullopt;
    const std::size_t round = draw.one_of(candidates);
    const Place place = heading_place(ground, round);
    const Place before = heading_place(ground, round - 1);
    cell_at(copy, place) = Cell{cell_at(copy, before)};
    return Sown{place, {place, before}, around(ground, round)};
}

Sowing impossible_date(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const std::vector<std::size_t> candidates = rounds_with_numbers(ground);
    if (candidates.empty())
        return std::nullopt;
    const std::size_t round = draw.one_of(candidates);
    const std::string year = std::to_string(static_cast<int>(ground.workbook().rounds[round].date->year()));
    const std::array<std::string, 4> dates{"31-02-" + year, "31-09-" + year, year + "-13-31", "ultimo " + year};
    const Place place = heading_place(ground, round);
    cell_at(copy, place) = draw.one_of(dates);
    return Sown{place, {place}, around(ground, round)};
}

Sowing date_as_text(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    std::vector<std::size_t> candidates = rounds_with_numbers(ground);
    std::erase_if(candidates, [&](std::size_t round) { return ground.workbook().rounds[round].typed_as_text; });
    if (candidates.empty())
        return std::nullopt;
    const std::size_t round = draw.one_of(candidates);
    const Place place = heading_place(ground, round);
    cell_at(copy, place) = format_date(*ground.workbook().rounds[round].date, ground.workbook().language);
    return Sown{place, {place}, around(ground, round)};
}

/// The last round, put so far ahead that it cannot have been counted; the order of the rounds stays.
Sowing round_ahead(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const std::vector<std::size_t> candidates = rounds_with_numbers(ground);
    if (candidates.empty())
        return std::nullopt;
    const std::vector<Round>& rounds = ground.workbook().rounds;
    const std::size_t round = candidates.back();
    const bool last = round + 1 == rounds.size() || !rounds[round + 1].date;
    if (!last || *rounds[round].date > ground.today())
        return std::nullopt;
    const Place place = heading_place(ground, round);
    cell_at(copy, place) =
        serial_from_date(ground.today(), ground.workbook().cells.null_date) + static_cast<double>(30 + draw.below(300));
    return Sown{place, {place}, around(ground, round)};
}

// --- catalogue and facts -----------------------------------------------------------------------------------------------

std::set<Place> figure_and_its_lines(const Ground& ground, const Figure& figure)
{
    const Workbook& workbook = ground.workbook();
    std::set<Place> places = Ground::row(workbook.grid(workbook.catalogue), workbook.catalogue.sheet, figure.row);
    for (std::size_t line = 0; line < workbook.lines.size(); ++line)
    {
        const std::vector<std::string>& figures = workbook.lines[line].figures;
        if (std::find(figures.begin(), figures.end(), figure.id) != figures.end())
            places = both(std::move(places), ground.lines(line));
    }
    return places;
}

struct CatalogueCell
{
    const Figure* figure;
    Place place;
};

/// The sound cells of Katalog with something in them, under the given headings.
std::vector<CatalogueCell> catalogue_cells(const Ground& ground, std::initializer_list<std::string_view> keys)
{
    const Workbook& workbook = ground.workbook();
    std::vector<CatalogueCell> cells;
    for (const Figure& figure : workbook.figures)
        for (const std::string_view key : keys)
            if (const Place place{workbook.catalogue.sheet, figure.row, workbook.catalogue.column(key)};
                place.column >= 0 && !workbook.text(workbook.catalogue, figure.row, key).empty() && ground.sound(place))
                cells.push_back({&figure, place});
    return cells;
}

Sowing unknown_item_in_catalogue(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const auto candidates = catalogue_cells(ground, {"numerator_item", "denominator_item", "value_item"});
    if (candidates.empty())
        return std::nullopt;
    const CatalogueCell& chosen = draw.one_of(candidates);
    Cell& cell = cell_at(copy, chosen.place);
    cell = cell_text(cell, ground.workbook().language) + "_ny";
    return Sown{chosen.place, {chosen.place}, figure_and_its_lines(ground, *chosen.figure)};
}

Sowing figure_without_items(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    const auto candidates = catalogue_cells(ground, {"number"});
    if (candidates.empty())
        return std::nullopt;
    const Figure& figure = *draw.one_of(candidates).figure;
    Sown sown{{}, {}, figure_and_its_lines(ground, figure)};
    for (const std::string_view key : {"value_item", "denominator_item", "numerator_item"})
        if (const Place place{workbook.catalogue.sheet, figure.row, workbook.catalogue.column(key)}; place.column >= 0)
        {
            if (!ground.sound(place))
                return std::nullopt;
            cell_at(copy, place) = Cell{};
            sown.place = place;
            sown.accepted.insert(place);
        }
    return sown.accepted.empty() ? std::nullopt : std::optional(sown);
}

Sowing doubled_figure(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    const auto candidates = catalogue_cells(ground, {"number"});
    if (candidates.empty())
        return std::nullopt;
    const CatalogueCell& chosen = draw.one_of(candidates);
    Place second = chosen.place;
    second.row = append_row_like(copy, second.sheet, second.row);
    return Sown{second,
                {chosen.place, second},
                both(figure_and_its_lines(ground, *chosen.figure),
                     Ground::row(workbook.grid(workbook.catalogue), second.sheet, second.row))};
}

Sowing unknown_kind(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 3> words{"pct", "gns.", "tal"};
    const auto candidates = catalogue_cells(ground, {"kind"});
    if (candidates.empty())
        return std::nullopt;
    const CatalogueCell& chosen = draw.one_of(candidates);
    cell_at(copy, chosen.place) = std::string(draw.one_of(words));
    return Sown{chosen.place, {chosen.place}, figure_and_its_lines(ground, *chosen.figure)};
}

const std::vector<Cell>& no_municipalities()
{
    static const std::vector<Cell> cells{std::string("999"),
                                         std::string("Christiansø"),
                                         std::string("Hele landet"),
                                         std::string("Region Sjælland"),
                                         411.0,
                                         84.0};
    return cells;
}

Sowing unknown_municipality(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const Workbook& workbook = ground.workbook();
    const Place place = workbook.municipality_place;
    if (!workbook.municipality || !ground.sound(place))
        return std::nullopt;
    cell_at(copy, place) = draw.one_of(no_municipalities());
    return Sown{place, {place}, Ground::row(workbook.grid(workbook.facts), place.sheet, place.row)};
}

// --- comparison data ---------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 4> comparison_keys{"municipality", "item", "cut_off", "value"};

/// The cells of a row of Sammenligningsdata, in the order of the keys.
std::array<Place, 4> comparison_places(const Ground& ground, int row)
{
    const TableArea& area = ground.workbook().comparison;
    std::array<Place, 4> places;
    std::transform(comparison_keys.begin(), comparison_keys.end(), places.begin(),
                   [&](std::string_view key) {
                       return Place{area.sheet, row, area.column(key)};
                   });
    return places;
}

/// A row with a number in which nothing was found, by drawing rather than by reading thousands of them.
std::optional<int> comparison_row(const Ground& ground, Draw& draw)
{
    const Workbook& workbook = ground.workbook();
    const TableArea& area = workbook.comparison;
    if (!area.found() || area.last_row <= area.heading_row)
        return std::nullopt;
    for (int attempt = 0; attempt < 200; ++attempt)
    {
        const int row = area.heading_row + 1 + static_cast<int>(whole_below(draw, area.last_row - area.heading_row));
        const std::array<Place, 4> places = comparison_places(ground, row);
        if (std::holds_alternative<double>(workbook.cell(area, row, "value")) &&
            std::all_of(places.begin(), places.end(),
                        [&](Place place) { return place.column >= 0 && ground.sound(place); }))
            return row;
    }
    return std::nullopt;
}

/// Puts something into the column with a key.
template <typename Content>
Sowing in_comparison_row(const Ground& ground, Draw& draw, WorkbookCells& copy, std::size_t key, Content content)
{
    const auto row = comparison_row(ground, draw);
    if (!row)
        return std::nullopt;
    const Place place = comparison_places(ground, *row)[key];
    Cell& cell = cell_at(copy, place);
    cell = content(Cell{cell});
    const Workbook& workbook = ground.workbook();
    return Sown{place, {place}, Ground::row(workbook.grid(workbook.comparison), place.sheet, place.row)};
}

Sowing comparison_municipality(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_comparison_row(ground, draw, copy, 0, [&](const Cell&) { return draw.one_of(no_municipalities()); });
}

Sowing comparison_item(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_comparison_row(ground, draw, copy, 1,
                             [&](const Cell& cell) { return Cell{cell_text(cell, Language::danish) + "_ny"}; });
}

Sowing comparison_date(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 3> dates{"31-02-2018", "ultimo 2018", "2018K4"};
    return in_comparison_row(ground, draw, copy, 2, [&](const Cell&) { return Cell{std::string(draw.one_of(dates))}; });
}

Sowing comparison_text(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    static constexpr std::array<std::string_view, 5> texts{"..", "-", "x", "12.5", "1 234"};
    return in_comparison_row(ground, draw, copy, 3, [&](const Cell&) { return Cell{std::string(draw.one_of(texts))}; });
}

Sowing comparison_negative(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_comparison_row(ground, draw, copy, 3,
                             [](const Cell& cell) { return Cell{-std::fmax(1, std::get<double>(cell))}; });
}

Sowing comparison_error(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    return in_comparison_row(ground, draw, copy, 3, [](const Cell&) { return Cell{CellError{}}; });
}

Sowing comparison_doubled(const Ground& ground, Draw& draw, WorkbookCells& copy)
{
    const auto row = comparison_row(ground, draw);
    if (!row)
        return std::nullopt;
    const TableArea& area = ground.workbook().comparison;
    const int second = append_row_like(copy, area.sheet, *row);
    const std::array<Place, 4> first_places = comparison_places(ground, *row);
    const std::array<Place, 4> second_places = comparison_places(ground, second);
    Cell& value = cell_at(copy, second_places[3]);
    value = std::get<double>(value) + 1;
    Sown sown{second_places[0], {first_places.begin(), first_places.end()}, {}};
    sown.accepted.insert(second_places.begin(), second_places.end());
    return sown;
}

/// True when a name stands in a rule as a word of its own.
bool names_item(std::string_view rule, std::string_view item)
{
    const auto belongs_to_a_word = [](char letter)
    {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '_' ||
               static_cast<unsigned char>(letter) >= 0x80;
    };
    for (std::size_t at = rule.find(item); at != std::string_view::npos; at = rule.find(item, at + 1))
        if ((at == 0 || !belongs_to_a_word(rule[at - 1])) &&
            (at + item.size() == rule.size() || !belongs_to_a_word(rule[at + item.size()])))
            return true;
    return false;
}

} // namespace

Draw::Draw(std::uint64_t seed, std::string_view purpose)
{
    std::vector<std::uint32_t> words{static_cast<std::uint32_t>(seed & 0xffffffffU),
                                     static_cast<std::uint32_t>(seed >> 32U)};
    for (const char letter : purpose)
        words.push_back(static_cast<unsigned char>(letter));
    std::seed_seq sequence(words.begin(), words.end());
    m_bits.seed(sequence);
}

std::size_t Draw::below(std::size_t n)
{
    return static_cast<std::size_t>(m_bits() % n);
}

Ground::Ground(const Workbook& workbook, const Words& words, Date today, std::set<Place> found)
    : m_workbook(workbook), m_words(words), m_today(today), m_found(std::move(found))
{
    if (workbook.entry.found())
        find_numbers();
    find_partners();
    find_own_comparison();
}

void Ground::find_numbers()
{
    const Grid& grid = m_workbook.grid(m_workbook.entry);
    for (std::size_t line = 0; line < m_workbook.lines.size(); ++line)
        for (std::size_t round = 0; round < m_workbook.rounds.size(); ++round)
        {
            const Place place = entry_place(line, round);
            const double* number = std::get_if<double>(&grid.at(place.row, place.column));
            if (!number || !m_workbook.rounds[round].date || !sound(place))
                continue;
            SoundNumber at{line, round, place, *number, {}};
            if (round > 0)
                if (const double* previous =
                        std::get_if<double>(&grid.at(place.row, m_workbook.rounds[round - 1].column)))
                    at.previous = *previous;
            m_by_line_and_round.emplace(std::pair(line, round), m_numbers.size());
            m_numbers.push_back(at);
        }
}

void Ground::find_partners()
{
    const std::vector<EntryLine>& lines = m_workbook.lines;
    std::vector<std::set<std::size_t>> families;
    for (const Figure& figure : m_workbook.figures)
    {
        families.emplace_back();
        for (std::size_t line = 0; line < lines.size(); ++line)
            if (std::find(lines[line].figures.begin(), lines[line].figures.end(), figure.id) !=
                    lines[line].figures.end() ||
                same_text(lines[line].id, figure.numerator) || same_text(lines[line].id, figure.denominator))
                families.back().insert(line);
    }
    const TableArea& rules = m_workbook.rules;
    for (int row = rules.heading_row + 1; rules.found() && row <= rules.last_row; ++row)
    {
        const std::string rule =
            folded(m_workbook.text(rules, row, "when") + " ; " + m_workbook.text(rules, row, "must"));
        families.emplace_back();
        for (std::size_t line = 0; line < lines.size(); ++line)
            if (!lines[line].id.empty() && names_item(rule, folded(lines[line].id)))
                families.back().insert(line);
    }
    m_partners.resize(lines.size());
    for (std::size_t line = 0; line < lines.size(); ++line)
        m_partners[line].insert(line);
    for (const std::set<std::size_t>& family : families)
        for (const std::size_t line : family)
            m_partners[line].insert(family.begin(), family.end());
}

const SoundNumber* Ground::number(std::string_view item, std::size_t round) const
{
    for (std::size_t line = 0; line < m_workbook.lines.size(); ++line)
        if (same_text(m_workbook.lines[line].id, item))
        {
            const auto found = m_by_line_and_round.find(std::pair(line, round));
            return found == m_by_line_and_round.end() ? nullptr : &m_numbers[found->second];
        }
    return nullptr;
}

Place Ground::entry_place(std::size_t line, std::size_t round) const
{
    return {m_workbook.entry.sheet, m_workbook.lines[line].row, m_workbook.rounds[round].column};
}

std::set<Place> Ground::related(std::size_t line, std::size_t round) const
{
    std::set<Place> places;
    const std::size_t first = round < rounds_in_a_year ? 0 : round - rounds_in_a_year;
    const std::size_t last = std::min(round + rounds_in_a_year, m_workbook.rounds.size() - 1);
    for (const std::size_t partner : m_partners[line])
        for (std::size_t at = first; at <= last; ++at)
            places.insert(entry_place(partner, at));
    places.insert({m_workbook.entry.sheet, m_workbook.entry.heading_row, m_workbook.rounds[round].column});
    for (const auto& [key, column] : m_workbook.entry.columns)
        places.insert({m_workbook.entry.sheet, m_workbook.lines[line].row, column});
    if (const auto& date = m_workbook.rounds[round].date)
        if (const auto own = m_own_comparison.find({folded(m_workbook.lines[line].id), *date});
            own != m_own_comparison.end())
            places.insert(own->second.begin(), own->second.end());
    return places;
}

void Ground::find_own_comparison()
{
    const TableArea& area = m_workbook.comparison;
    if (!area.found() || !m_workbook.municipality || area.column("value") < 0)
        return;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const Municipality* of_row = m_workbook.municipalities->find_cell(m_workbook.cell(area, row, "municipality"));
        const auto date = date_in(m_workbook.cell(area, row, "cut_off"), m_workbook.cells.null_date);
        if (of_row && date && of_row->code == m_workbook.municipality->code)
            m_own_comparison[{folded(cell_text(m_workbook.cell(area, row, "item"), m_workbook.language)), *date}]
                .push_back({area.sheet, row, area.column("value")});
    }
}

std::set<Place> Ground::row(const Grid& grid, int sheet, int row)
{
    std::set<Place> places;
    for (int column = 0; column < grid.columns; ++column)
        places.insert({sheet, row, column});
    return places;
}

std::set<Place> Ground::column(std::size_t round) const
{
    std::set<Place> places;
    if (round < m_workbook.rounds.size())
        for (int row = m_workbook.entry.heading_row; row <= m_workbook.entry.last_row; ++row)
            places.insert({m_workbook.entry.sheet, row, m_workbook.rounds[round].column});
    return places;
}

std::set<Place> Ground::lines(std::size_t line) const
{
    std::set<Place> places;
    for (const std::size_t partner : m_partners[line])
        places.merge(row(m_workbook.grid(m_workbook.entry), m_workbook.entry.sheet, m_workbook.lines[partner].row));
    return places;
}

const std::vector<FaultKind>& fault_kinds()
{
    static const std::vector<FaultKind> kinds{
        {"decimal_sign", {"V02"}, false, decimal_sign},
        {"blank_between_thousands", {"V02"}, false, blank_between_thousands},
        {"no_break_space_between_thousands", {"V02"}, false, no_break_space_between_thousands},
        {"with_unit", {"V02", "V03"}, false, with_unit},
        {"sign_for_number", {"V03"}, false, sign_for_number},
        {"free_text", {"V03"}, false, free_text},
        {"error_value", {"V01"}, false, error_value},
        {"negative", {"V04"}, false, negative},
        {"decimals_in_count", {"V05"}, false, decimals_in_count},
        {"empty_cell", {"V06"}, false, empty_cell},
        {"figure_not_reported", {"F02"}, false, figure_not_reported},
        {"zero_for_missing", {"V07"}, false, zero_for_missing},
        {"denominator_zero", {"V11"}, false, denominator_zero},
        {"numerator_above_denominator", {"F01"}, false, numerator_above_denominator},
        {"parts_above_total", {"R01"}, false, parts_above_total},
        {"network_above_foster", {"R02"}, false, network_above_foster},
        {"movements_above_stock", {"R03"}, false, movements_above_stock},
        {"implausible_duration", {"V10"}, false, implausible_duration},
        {"thousandfold", {"V09"}, false, thousandfold},
        {"written_in_thousands", {"V09"}, false, written_in_thousands},
        {"hundredfold", {"V09"}, false, hundredfold},
        {"big_rise", {"V08"}, false, big_rise},
        {"big_fall", {"V08"}, false, big_fall},
        {"person_number_as_text", {"P01"}, false, person_number_as_text},
        {"person_number_with_ten_digits", {"P01"}, false, person_number_with_ten_digits},
        {"person_number_without_its_zero", {"P01"}, false, person_number_without_its_zero},
        {"person_number_in_a_sentence", {"P01"}, false, person_number_in_a_sentence},
        {"doubled_item", {"L01"}, false, doubled_item},
        {"unknown_figure_of_line", {"L02"}, false, unknown_figure_of_line},
        {"wrong_unit", {"V05", "V10"}, false, wrong_unit},
        {"heading_gone", {check_id(Check::missing_column)}, false, heading_gone},
        {"doubled_round", {"R05"}, false, doubled_round},
        {"impossible_date", {"R04"}, false, impossible_date},
        {"date_as_text", {"R07"}, false, date_as_text},
        {"round_ahead", {"R06"}, false, round_ahead},
        {"unknown_item_in_catalogue", {"K02", "K03", "K04"}, false, unknown_item_in_catalogue},
        {"figure_without_items", {"K05"}, false, figure_without_items},
        {"doubled_figure", {"K01"}, false, doubled_figure},
        {"unknown_kind", {"K07"}, false, unknown_kind},
        {"unknown_municipality", {"S01"}, false, unknown_municipality},
        {"comparison_municipality", {"C01"}, true, comparison_municipality},
        {"comparison_item", {"C02"}, true, comparison_item},
        {"comparison_date", {"C03"}, true, comparison_date},
        {"comparison_doubled", {"C04"}, true, comparison_doubled},
        {"comparison_text", {"C05"}, true, comparison_text},
        {"comparison_error", {"C05"}, true, comparison_error},
        {"comparison_negative", {"C06"}, true, comparison_negative},
    };
    return kinds;
}

} // namespace trinvis
