// SPDX-License-Identifier: MPL-2.0
#include "demo_ladder.hpp"

#include "demo_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <map>
#include <stdexcept>

namespace trinvis::demo
{

namespace
{

using namespace office;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

constexpr int step_count = 6;

/// Children on each step, steps counted from 1, and beside them who is placed elsewhere.
struct Round
{
    double date = 0;
    std::array<long, step_count + 1> steps{};
    long elsewhere = 0;
    long up = 0;
    long down = 0;
    double months_in_institution = 0;
};

Sheet sheet_named(const SpreadsheetDocument& document, std::string_view name)
{
    return query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(word(document, name))));
}

void set_text(const Sheet& sheet, int column, int row, const std::string& text)
{
    query<css::text::XTextRange>(sheet->getCellByPosition(column, row))->setString(from_utf8(text));
}

std::string text_of(const Sheet& sheet, int column, int row)
{
    return to_utf8(query<css::text::XTextRange>(sheet->getCellByPosition(column, row))->getString());
}

int heading_row(const Sheet& sheet, const std::string& first)
{
    for (int row = 0; row < 60; ++row)
        if (text_of(sheet, 0, row) == first)
            return row;
    throw std::runtime_error("no heading " + first);
}

long part(long whole, double share)
{
    return static_cast<long>(std::floor(static_cast<double>(whole) * share));
}

std::vector<Round> rounds_of(const Sheet& entry)
{
    constexpr int first_round_column = 5;
    const int headings = heading_row(entry, "Id");
    std::map<std::string, int> lines;
    for (int row = headings + 1; row < headings + 40; ++row)
        lines.emplace(text_of(entry, 0, row), row);
    std::vector<Round> rounds;
    for (int column = first_round_column; entry->getCellByPosition(column, headings)->getValue() > 0; ++column)
    {
        const auto number = [&](const char* item)
        { return std::lround(entry->getCellByPosition(column, lines.at(item))->getValue()); };
        Round round;
        round.date = entry->getCellByPosition(column, headings)->getValue();
        round.steps[1] = part(number("forebyggende"), 1.4);
        round.steps[2] = number("forebyggende");
        round.steps[3] = number("hjemmebaseret");
        round.steps[4] = number("netvaerk");
        round.steps[5] = number("plejefamilie") - round.steps[4];
        round.steps[6] = number("institution");
        round.elsewhere = number("anbragte") - number("plejefamilie") - round.steps[6];
        round.up = number("bevaegelser_op");
        round.down = number("bevaegelser_ned");
        round.months_in_institution = entry->getCellByPosition(column, lines.at("varighed_institution"))->getValue();
        rounds.push_back(round);
    }
    return rounds;
}

/// The rows that the command prepared: on each date the six steps, then boarding school and own room.
void fill_children(const SpreadsheetDocument& document, const std::vector<Round>& rounds)
{
    const Sheet sheet = sheet_named(document, "Børn på trin");
    const std::string invented = word(document, "Opdigtede tal");
    constexpr std::array<double, step_count> months{0, 8.5, 14, 38, 54, 0};
    int row = heading_row(sheet, word(document, "Skæringsdato"));
    for (std::size_t at = 0; at < rounds.size(); ++at)
    {
        const Round& round = rounds[at];
        for (int step = 1; step <= step_count; ++step)
        {
            ++row;
            sheet->getCellByPosition(3, row)->setValue(
                static_cast<double>(round.steps[static_cast<std::size_t>(step)]));
            const double mean =
                step == step_count ? round.months_in_institution : months[static_cast<std::size_t>(step - 1)];
            if (mean > 0)
                sheet->getCellByPosition(4, row)->setValue(step == step_count ? mean
                                                                              : mean - 0.1 * static_cast<double>(at));
            set_text(sheet, 5, row, invented);
        }
        for (const long children : {round.elsewhere / 2, round.elsewhere - round.elsewhere / 2})
        {
            sheet->getCellByPosition(3, ++row)->setValue(static_cast<double>(children));
            set_text(sheet, 5, row, invented);
        }
    }
}

using Moves = std::map<std::pair<int, int>, long>;

/// Movements that explain how one round's children became the next one's; 0 is outside the ladder.
Moves moves_between(const Round& before, const Round& after)
{
    Moves moves;
    moves[{3, 4}] = part(after.up, 0.3);
    moves[{3, 5}] = part(after.up, 0.3);
    moves[{3, 6}] = after.up - moves[{3, 4}] - moves[{3, 5}];
    moves[{3, 1}] = part(after.down, 0.25);
    moves[{3, 2}] = after.down - moves[{3, 1}];
    moves[{1, 2}] = part(before.steps[1], 0.03);
    moves[{2, 3}] = part(before.steps[2], 0.06);
    moves[{5, 3}] = part(before.steps[5], 0.03);
    moves[{6, 5}] = part(before.steps[6], 0.08);
    moves[{6, 3}] = part(before.steps[6], 0.06);
    for (int step = 1; step <= step_count; ++step)
    {
        const auto at = static_cast<std::size_t>(step);
        long stock = before.steps[at];
        for (const auto& [ends, children] : Moves(moves))
            stock += ends.second == step ? children : ends.first == step ? -children : 0;
        const long left_anyway = std::min(part(before.steps[at], 0.1), std::max(0L, stock));
        const long change = after.steps[at] - stock;
        moves[{0, step}] = left_anyway + std::max(0L, change);
        moves[{step, 0}] = left_anyway + std::max(0L, -change);
    }
    return moves;
}

void fill_movements(const SpreadsheetDocument& document, const std::vector<Round>& rounds)
{
    const Sheet sheet = sheet_named(document, "Bevægelser");
    const std::string invented = word(document, "Opdigtede tal");
    const auto end = [&](int step)
    { return word(document, step == 0 ? std::string("uden for trappen") : "trin " + std::to_string(step)); };
    const int first = heading_row(sheet, word(document, "Skæringsdato")) + 1;
    int row = first;
    for (std::size_t at = 1; at < rounds.size(); ++at)
        for (const auto& [ends, children] : moves_between(rounds[at - 1], rounds[at]))
        {
            if (children == 0)
                continue;
            sheet->getCellByPosition(0, row)->setValue(rounds[at].date);
            set_text(sheet, 1, row, end(ends.first));
            set_text(sheet, 2, row, end(ends.second));
            sheet->getCellByPosition(3, row)->setValue(static_cast<double>(children));
            set_text(sheet, 4, row, invented);
            ++row;
        }
    // There are more rows than the command prepared.
    for (int column = 0; column < 5; ++column)
    {
        const auto style = get_property<rtl::OUString>(sheet->getCellByPosition(column, first), "CellStyle");
        set_property(sheet->getCellRangeByPosition(column, first, column, row - 1), "CellStyle", css::uno::Any(style));
    }
}

} // namespace

void fill_ladder(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    office.run("ladder", {property("Document", css::uno::Any(model))}, model);
    const std::vector<Round> rounds = rounds_of(sheet_named(document, "Indtastning"));
    fill_children(document, rounds);
    fill_movements(document, rounds);
}

} // namespace trinvis::demo
