// SPDX-License-Identifier: MPL-2.0
#include "spending/report_tables.hpp"

#include "spending/words.hpp"

#include <algorithm>
#include <cmath>

namespace trinvis::spending
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr std::size_t most_letters = 170;
constexpr std::size_t most_unplaced = 15;

const std::string dash = "–";

ContentCell or_dash(const std::optional<double>& value)
{
    return value ? ContentCell{*value} : ContentCell{dash};
}

/// Kroner as whole thousands.
ContentCell thousands(const std::optional<double>& kroner)
{
    constexpr double thousand = 1e3;
    return kroner ? ContentCell{std::round(*kroner / thousand)} : ContentCell{dash};
}

ContentCell thousands(Oere amount)
{
    return std::round(thousands_of(amount));
}

ContentCell whole(const std::optional<double>& value)
{
    return value ? ContentCell{std::round(*value)} : ContentCell{dash};
}

void add_section(SheetContent& sheet, const std::string& text)
{
    const int row = sheet.row_count();
    sheet.rows.push_back({text});
    sheet.style({row, 0, row, 0}, Style::section);
}

void add_note(SheetContent& sheet, const std::string& text)
{
    for (const std::string& line : lines_of(text))
    {
        const int row = sheet.row_count();
        sheet.rows.push_back({line});
        sheet.style({row, 0, row, 0}, Style::subtitle);
    }
}

void add_headings(SheetContent& sheet, const std::vector<std::string>& keys, const Texts& texts)
{
    Row row;
    for (const std::string& key : keys)
        row.emplace_back(texts.get("spending.column." + key));
    const int at = sheet.row_count();
    sheet.style({at, 0, at, static_cast<int>(row.size()) - 1}, Style::heading);
    sheet.rows.push_back(std::move(row));
}

/// A table whose first column is a year and whose others are the parts and their sum.
void add_part_headings(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    Row row{texts.get("spending.column.year")};
    for (std::size_t part = 0; part < part_count; ++part)
        row.emplace_back(part < steps_in_parts ? std::to_string(part + 1) + " " + spending.step_names.at(part)
                                               : part_name(spending, part, texts));
    row.emplace_back(texts.get("spending.column.total"));
    const int at = sheet.row_count();
    sheet.style({at, 0, at, static_cast<int>(row.size()) - 1}, Style::heading);
    sheet.rows.push_back(std::move(row));
}

void style_year_rows(SheetContent& sheet, int first, int last_column, Style numbers)
{
    const int last = sheet.row_count() - 1;
    sheet.style({first, 0, last, 0}, Style::cell_plain_number);
    sheet.style({first, 1, last, last_column}, numbers);
}

Row shares_of(const SpendingYear& year)
{
    constexpr double hundred = 100;
    Row row{static_cast<double>(year.year)};
    const auto total = static_cast<double>(year.amounts.total());
    for (const Oere part : year.amounts.parts)
        row.push_back(total > 0 ? ContentCell{static_cast<double>(part) / total * hundred} : ContentCell{dash});
    row.push_back(total > 0 ? ContentCell{hundred} : ContentCell{dash});
    return row;
}

} // namespace

std::vector<std::string> lines_of(const std::string& sentence)
{
    std::vector<std::string> lines{std::string{}};
    std::size_t letters = 0;
    std::size_t at = 0;
    while (at < sentence.size())
    {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        const std::string word = sentence.substr(at, end - at);
        const auto length = static_cast<std::size_t>(
            std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        if (letters > 0 && letters + 1 + length > most_letters)
        {
            lines.emplace_back("    ");
            letters = 4;
        }
        else if (at > 0)
        {
            lines.back() += ' ';
            ++letters;
        }
        lines.back() += word;
        letters += length;
        at = end + 1;
    }
    return lines;
}

void add_sentence(SheetContent& sheet, const std::string& sentence)
{
    for (std::string& line : lines_of(sentence))
        sheet.rows.push_back({std::move(line)});
}

void add_development(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    add_section(sheet, texts.get("spending.section.development"));
    add_note(sheet, spending.price_year
                        ? texts.format("spending.note.development", {{"year", std::to_string(*spending.price_year)}})
                        : texts.get("spending.note.development.current"));
    add_headings(sheet,
                 {"year", "current", "on_steps", "index", "fixed", "residents", "residents_date", "per_resident",
                  "fixed_per_resident", "steps_per_resident"},
                 texts);
    const int first = sheet.row_count();
    for (const SpendingYear& year : spending.years)
    {
        const auto index = spending.prices.by_year.find(year.year);
        const bool people = year.residents.has_value();
        sheet.rows.push_back(
            {static_cast<double>(year.year), thousands(year.amounts.total()), thousands(year.amounts.on_steps()),
             index == spending.prices.by_year.end() ? ContentCell{dash} : ContentCell{index->second},
             thousands(year.fixed), people ? ContentCell{year.residents->number} : ContentCell{dash},
             people && year.residents->date ? ContentCell{*year.residents->date} : ContentCell{dash},
             whole(year.per_resident()), whole(year.fixed_per_resident()),
             people ? whole(kroner_of(year.amounts.on_steps()) / year.residents->number) : ContentCell{dash}});
    }
    style_year_rows(sheet, first, 9, Style::cell_number);
    const int last = sheet.row_count() - 1;
    sheet.style({first, 3, last, 3}, Style::cell_two_decimals);
    sheet.style({first, 6, last, 6}, Style::cell_date);
    sheet.table = CellRange{first - 1, 0, last, 9};
    sheet.rows.emplace_back();
}

void add_distribution(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    add_section(sheet, texts.get("spending.section.distribution"));
    add_note(sheet, texts.get("spending.note.distribution"));
    add_part_headings(sheet, spending, texts);
    int first = sheet.row_count();
    for (const SpendingYear& year : spending.years)
    {
        Row row{static_cast<double>(year.year)};
        for (const Oere part : year.amounts.parts)
            row.push_back(thousands(part));
        row.push_back(thousands(year.amounts.total()));
        sheet.rows.push_back(std::move(row));
    }
    style_year_rows(sheet, first, 10, Style::cell_number);
    const int control = sheet.row_count();
    add_sentence(sheet, control_sentence(spending, texts));
    const bool agree = std::ranges::all_of(spending.years, [](const SpendingYear& year)
                                           { return year.lines_total == year.amounts.total(); });
    sheet.style({control, 0, control, 10}, agree ? Style::good : Style::error);
    sheet.rows.emplace_back();
    add_note(sheet, texts.get("spending.note.shares"));
    add_part_headings(sheet, spending, texts);
    first = sheet.row_count();
    if (spending.basis_year != spending.latest().year)
        sheet.rows.push_back(shares_of(*spending.of(spending.basis_year)));
    sheet.rows.push_back(shares_of(spending.latest()));
    style_year_rows(sheet, first, 10, Style::cell_decimal);
    sheet.rows.emplace_back();
}

void add_unplaced(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    if (spending.unplaced.empty())
        return;
    add_section(sheet, texts.format("spending.section.unplaced", {{"year", std::to_string(spending.latest().year)}}));
    add_note(sheet, texts.get("spending.note.unplaced"));
    add_headings(sheet, {"function", "grouping", "where", "amount", "label"}, texts);
    const int first = sheet.row_count();
    const std::size_t shown = std::min(spending.unplaced.size(), most_unplaced);
    for (std::size_t i = 0; i < shown; ++i)
    {
        const UnplacedAccount& account = spending.unplaced[i];
        sheet.rows.push_back({account.account.function, account.account.grouping,
                              part_name(spending, static_cast<std::size_t>(account.part), texts),
                              thousands(account.amount), account.label});
    }
    const int last = sheet.row_count() - 1;
    sheet.style({first, 0, last, 2}, Style::cell);
    sheet.style({first, 3, last, 3}, Style::cell_number);
    sheet.style({first, 4, last, 4}, Style::cell_line);
    if (spending.unplaced.size() > shown)
    {
        Oere rest = 0;
        for (std::size_t i = shown; i < spending.unplaced.size(); ++i)
            rest += spending.unplaced[i].amount;
        add_note(sheet,
                 texts.format("spending.note.unplaced_rest", {{"n", std::to_string(spending.unplaced.size() - shown)},
                                                              {"amount", readable_kroner(kroner_of(rest), texts)}}));
    }
    sheet.rows.emplace_back();
}

void add_extra(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    add_section(sheet, texts.format("spending.section.extra", {{"basis", std::to_string(spending.basis_year)}}));
    const std::string prices = spending.extra_in_fixed ? texts.format("spending.prices.fixed",
                                                                      {{"year", std::to_string(*spending.price_year)}})
                                                       : texts.get("spending.prices.current");
    add_note(sheet,
             texts.format("spending.note.extra", {{"basis", std::to_string(spending.basis_year)}, {"prices", prices}}));
    add_part_headings(sheet, spending, texts);
    const int first = sheet.row_count();
    for (const SpendingYear& year : spending.years)
    {
        if (year.year == spending.basis_year && spending.years.size() > 1)
            continue;
        Row row{static_cast<double>(year.year)};
        for (const std::optional<double>& part : year.extra)
            row.push_back(thousands(part));
        row.push_back(thousands(year.extra_total));
        sheet.rows.push_back(std::move(row));
    }
    style_year_rows(sheet, first, 10, Style::cell_number);
    sheet.rows.emplace_back();
}

void add_children(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    add_section(sheet, texts.format("spending.section.children", {{"year", std::to_string(spending.latest().year)}}));
    if (const std::string why = no_children_sentence(spending, texts); !why.empty())
    {
        add_note(sheet, why);
        sheet.rows.emplace_back();
        return;
    }
    const Children& children = *spending.children;
    add_note(sheet,
             texts.format(children.from_ladder ? "spending.note.children.ladder" : "spending.note.children.entry",
                          {{"date", format_date(children.date, texts.language())}}));
    add_headings(sheet, {"step", "amount", "children", "per_child"}, texts);
    const int first = sheet.row_count();
    for (std::size_t step = 0; step < steps_in_parts; ++step)
    {
        const Oere amount = spending.latest().amounts.parts.at(step);
        const std::optional<double>& number = children.by_step.at(step);
        const bool some = number && *number > 0;
        sheet.rows.push_back({std::to_string(step + 1) + " " + spending.step_names.at(step), thousands(amount),
                              or_dash(number), some ? whole(kroner_of(amount) / *number) : ContentCell{dash}});
    }
    const int last = sheet.row_count() - 1;
    sheet.style({first, 0, last, 0}, Style::cell);
    sheet.style({first, 1, last, 3}, Style::cell_number);
    sheet.rows.emplace_back();
}

void add_comparison(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    const SpendingComparison& comparison = spending.comparison;
    add_section(sheet, texts.format("spending.section.comparison", {{"year", std::to_string(comparison.year)}}));
    if (const std::string why = no_comparison_sentence(spending, texts); !why.empty())
    {
        add_note(sheet, why);
        sheet.rows.emplace_back();
        return;
    }
    add_note(sheet, texts.get("spending.note.comparison"));
    add_headings(
        sheet,
        {"group", "others", "missing", "own_counted", "ratio_of_sums", "mean", "median", "own", "rank", "ranked"},
        texts);
    int first = sheet.row_count();
    for (const GroupLevel& group : comparison.groups)
        sheet.rows.push_back({group.label, static_cast<double>(group.others), static_cast<double>(group.missing),
                              texts.get(group.own_counted ? "word.yes" : "word.no"), whole(group.ratio_of_sums),
                              whole(group.mean), whole(group.median), whole(comparison.own),
                              group.rank > 0 ? ContentCell{static_cast<double>(group.rank)} : ContentCell{dash},
                              group.rank > 0 ? ContentCell{static_cast<double>(group.ranked)} : ContentCell{dash}});
    int last = sheet.row_count() - 1;
    sheet.style({first, 0, last, 0}, Style::cell);
    sheet.style({first, 1, last, 9}, Style::cell_number);
    sheet.rows.emplace_back();
    add_note(sheet, texts.get("spending.note.comparison_steps"));
    Row headings{texts.get("spending.column.group")};
    for (std::size_t step = 0; step < steps_in_parts; ++step)
        headings.emplace_back(std::to_string(step + 1) + " " + spending.step_names.at(step));
    headings.emplace_back(texts.get("spending.column.on_steps_total"));
    headings.emplace_back(texts.get("spending.column.weighting"));
    sheet.style({sheet.row_count(), 0, sheet.row_count(), 8}, Style::heading);
    sheet.rows.push_back(std::move(headings));
    first = sheet.row_count();
    const auto add = [&](const std::string& name, const auto& by_step, const std::optional<double>& all,
                         const std::string& weighting)
    {
        Row row{name};
        for (const std::optional<double>& step : by_step)
            row.push_back(whole(step));
        row.push_back(whole(all));
        row.emplace_back(weighting);
        sheet.rows.push_back(std::move(row));
    };
    add(texts.get("spending.own"), comparison.own_by_step, comparison.own, dash);
    for (const GroupLevel& group : comparison.groups)
        if (group.comparable())
            add(group.label, group.by_step, group.level(),
                texts.get("spending.weighting." + std::string(weighting_code(group.weighting))));
    last = sheet.row_count() - 1;
    sheet.style({first, 0, last, 0}, Style::cell);
    sheet.style({first, 1, last, 8}, Style::cell_number);
    sheet.rows.emplace_back();
}

void add_conventions(SheetContent& sheet, const Spending& spending, const Texts& texts)
{
    add_section(sheet, texts.get("spending.section.conventions"));
    for (const std::string& sentence : conventions(spending, texts))
        add_note(sheet, sentence);
    add_note(sheet, source_line(spending, texts));
}

} // namespace trinvis::spending
