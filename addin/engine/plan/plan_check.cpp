// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_check.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;
using ToNumber = std::function<void(const Trace&, std::string)>;

void for_each_number(const PlanBlocks& blocks, const ToNumber& found)
{
    const auto each = [&](const std::string& text, const Traces& traces)
    {
        for (const Trace& trace : traces)
            found(trace, text.substr(trace.begin, trace.length));
    };
    for (const PlanBlock& block : blocks)
        if (const PlanParagraph* paragraph = std::get_if<PlanParagraph>(&block))
            each(paragraph->text, paragraph->traces);
        else if (const PlanTable* table = std::get_if<PlanTable>(&block))
            for (const CellTraces& cell : table->traces)
                each(table->rows[cell.row][cell.column], cell.traces);
}

std::string_view state_code(PlanNumberState state)
{
    switch (state)
    {
    case PlanNumberState::stale:
        return "stale";
    case PlanNumberState::gone:
        return "gone";
    default:
        return "current";
    }
}

/// The row and the column of an address, counted from 0.
std::pair<int, int> place_of(std::string_view address)
{
    int column = 0;
    std::size_t at = 0;
    for (; at < address.size() && address[at] >= 'A' && address[at] <= 'Z'; ++at)
        column = column * 26 + (address[at] - 'A' + 1);
    int row = 0;
    for (; at < address.size() && address[at] >= '0' && address[at] <= '9'; ++at)
        row = row * 10 + (address[at] - '0');
    return {row - 1, column - 1};
}

/// Letters and figures of an address as they are, all else in hexadecimal.
std::string encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text)
    {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_';
        if (plain)
            encoded.push_back(letter);
        else
        {
            encoded.push_back('%');
            encoded.push_back(digits[byte >> 4U]);
            encoded.push_back(digits[byte & 15U]);
        }
    }
    return encoded;
}

ContentCell cell_link(const NumberSource& source)
{
    if (source.sheet.empty())
        return std::string("–");
    const auto [row, column] = place_of(source.cell);
    return LinkTo{source.sheet + " " + source.cell, source.sheet, row, column};
}

} // namespace

std::size_t PlanCheck::count(PlanNumberState state) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(numbers, [state](const CheckedNumber& number) { return number.state == state; }));
}

PlanCheck check_plan(std::vector<PlanNumber> plan, const PlanBlocks& now)
{
    struct Written
    {
        std::vector<std::string> texts;
        NumberSource source;
    };
    std::map<std::string, Written, std::less<>> written;
    for_each_number(now,
                    [&](const Trace& trace, std::string text)
                    {
                        Written& one = written[trace.source.key];
                        one.texts.push_back(std::move(text));
                        if (one.source.sheet.empty())
                            one.source = trace.source;
                    });
    PlanCheck check;
    check.numbers.reserve(plan.size());
    for (PlanNumber& number : plan)
    {
        CheckedNumber& checked = check.numbers.emplace_back();
        checked.plan = std::move(number);
        const auto known = written.find(checked.plan.key);
        if (known == written.end())
        {
            checked.state = PlanNumberState::gone;
            continue;
        }
        const std::vector<std::string>& texts = known->second.texts;
        const bool same = std::ranges::find(texts, checked.plan.text) != texts.end();
        checked.state = same ? PlanNumberState::current : PlanNumberState::stale;
        checked.now = same ? checked.plan.text : texts.front();
        checked.source = known->second.source;
    }
    std::ranges::stable_sort(check.numbers, {}, [](const CheckedNumber& number) { return number.state; });
    return check;
}

std::set<std::string> keys_at(const PlanBlocks& blocks, std::string_view sheet, int row, int column)
{
    std::set<std::string> in_cell;
    std::set<std::string> in_row;
    for_each_number(blocks,
                    [&](const Trace& trace, const std::string& /*text*/)
                    {
                        if (trace.source.sheet != sheet)
                            return;
                        const auto [its_row, its_column] = place_of(trace.source.cell);
                        if (its_row == row)
                            (its_column == column ? in_cell : in_row).insert(trace.source.key);
                    });
    return in_cell.empty() ? in_row : in_cell;
}

std::string number_words(std::string_view key, const Workbook& workbook, const Texts& texts)
{
    const std::size_t slash = key.find('/');
    const std::string_view room = key.substr(0, slash);
    std::string_view rest = slash == std::string_view::npos ? std::string_view{} : key.substr(slash + 1);
    rest = rest.substr(0, rest.find('/'));
    if (room == "figure")
        return texts.format("plan_check.number.figure",
                            {{"number", std::string(rest)}, {"name", workbook.figure_name(rest)}});
    if (room == "goal")
        return texts.format("plan_check.number.goal", {{"number", std::string(rest)}});
    const bool a_question = !rest.empty() && rest.find_first_not_of("0123456789") == std::string_view::npos;
    if (room == "survey" && a_question)
        return texts.format("plan_check.number.question", {{"number", std::string(rest)}});
    for (const char* known : {"survey", "ladder", "spending", "course", "validation", "finding"})
        if (room == known)
            return texts.get("plan_check.number." + std::string(known));
    return texts.get("plan_check.number.other");
}

std::string heading_url(const std::string& plan_url, std::string_view heading)
{
    // Writer goes to the heading that is named so.
    return plan_url + "#" + encoded(heading) + "%7Coutline";
}

SheetContent plan_check_sheet(const PlanCheck& check, const std::string& plan_name, const Workbook& workbook,
                              const Texts& texts)
{
    SheetContent sheet;
    sheet.id = "plan_check";
    sheet.name = texts.get("sheet.plan_check");
    sheet.column_widths_mm = {32, 74, 70, 33, 33, 45};
    sheet.rows.push_back({texts.format("plan_check.title", {{"plan", plan_name}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    const std::size_t stale = check.count(PlanNumberState::stale);
    const std::size_t gone = check.count(PlanNumberState::gone);
    const bool right = stale + gone == 0;
    if (right)
        sheet.rows.push_back({texts.count("plan_check.all_right", check.numbers.size())});
    else
        sheet.rows.push_back(
            {texts.format("plan_check.found", {{"stale", texts.count("plan_check.stale", stale)},
                                               {"gone", texts.count("plan_check.gone", gone)},
                                               {"all", texts.count("plan_check.numbers", check.numbers.size())}})});
    sheet.style({1, 0, 1, 5}, right ? Style::good : Style::warning);
    sheet.rows.push_back({texts.get("plan_check.how")});
    sheet.style({2, 0, 2, 0}, Style::subtitle);
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    Row headings;
    for (const char* key : {"state", "number", "where", "plan", "now", "cell"})
        headings.emplace_back(texts.get("plan_check.column." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    for (const CheckedNumber& number : check.numbers)
        sheet.rows.push_back({texts.get("plan_check.state." + std::string(state_code(number.state))),
                              number_words(number.plan.key, workbook, texts),
                              number.plan.heading.empty() ? std::string("–") : number.plan.heading, number.plan.text,
                              number.now.empty() ? std::string("–") : number.now, cell_link(number.source)});
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, 5}, Style::heading);
    sheet.style_texts({heading + 1, 0, last, 5});
    sheet.style({heading + 1, plan_check_heading_column, last, plan_check_heading_column}, Style::cell_link);
    sheet.style({heading + 1, 5, last, 5}, Style::cell_link);
    sheet.table = CellRange{heading, 0, last, 5};
    sheet.filter = true;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
