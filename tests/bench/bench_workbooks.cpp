// SPDX-License-Identifier: MPL-2.0
#include "bench_workbooks.hpp"

#include <algorithm>
#include <chrono>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <map>
#include <org/trinvis/XKeyFigures.hpp>

namespace trinvis::bench
{

namespace
{

using namespace office;
using Rows = css::uno::Sequence<css::uno::Sequence<css::uno::Any>>;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

constexpr int shipped_figures = 12;
constexpr int shipped_items = 17;
constexpr int compared_figures = 100;
constexpr int compared_items = shipped_items + compared_figures - shipped_figures;
constexpr int compared_rounds = 40;

/// What stands in every round of the items that ship: figures that fit together, so that no rule finds anything.
double value_of(const std::string& item)
{
    static const std::map<std::string, double> values{{"anbragte", 180},           {"institution", 60},
                                                      {"plejefamilie", 100},       {"netvaerk", 15},
                                                      {"inst_aar_siden", 60},      {"ikke_anbragt_nu", 12},
                                                      {"hjemmebaseret", 300},      {"hjemmebaseret_forrige", 300},
                                                      {"forebyggende", 500},       {"forebyggende_startet", 120},
                                                      {"bevaegelser_op", 20},      {"bevaegelser_ned", 30},
                                                      {"befolkning_0_22", 20'000}, {"varighed_institution", 20},
                                                      {"udgifter", 150'000'000},   {"opfoelgning_rettidig", 400},
                                                      {"opfoelgning_sager", 450}};
    return values.at(item);
}

/// Adds rules beneath those that ship until there are 250: each about one figure, none made needless by another.
void add_rules(const Workbook& workbook)
{
    const auto rules = query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName("Regler"));
    const auto cursor = query<css::sheet::XUsedAreaCursor>(rules->createCursor());
    cursor->gotoEndOfUsedArea(false);
    const sal_Int32 last = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress().EndRow;
    constexpr sal_Int32 heading_row = 3;
    const sal_Int32 missing = rule_count - (last - heading_row);
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows(missing);
    for (sal_Int32 i = 0; i < missing; ++i)
    {
        const rtl::OUString figure = rtl::OUString::number(1 + i % shipped_figures);
        const rtl::OUString part = "0," + rtl::OUString::number(101 + i);
        const rtl::OUString number = rtl::OUString::number(5000 + i);
        const rtl::OUString limit = "1000000000";
        const rtl::OUString when = from_utf8("OG(Nøgletal = \"") + figure + from_utf8("\"; Forrige > 0)");
        const rtl::OUString must =
            i % 3 == 0   ? part + from_utf8(" * Værdi + (1 - ") + part + ") * Forrige <= " + limit
            : i % 3 == 1 ? from_utf8("ABS(Værdi - ") + part + " * Forrige) <= MAKS(Forrige; " + limit + ")"
                         : from_utf8("ELLER(Værdi <> ") + number + "; Forrige = " + number + ")";
        rows.getArray()[i] =
            sequence<css::uno::Any>({css::uno::Any("X" + rtl::OUString::number(101 + i)),
                                     css::uno::Any(from_utf8("Værdier")), css::uno::Any(when), css::uno::Any(must),
                                     css::uno::Any(rtl::OUString("Fejl")), css::uno::Any(rtl::OUString("fundet"))});
    }
    query<css::sheet::XCellRangeData>(rules->getCellRangeByPosition(0, last + 1, 5, last + missing))
        ->setDataArray(rows);
}

Sheet sheet_of(const Workbook& workbook, const char* name)
{
    return query<css::sheet::XSpreadsheet>(workbook->getSheets()->getByName(from_utf8(name)));
}

void write(const Sheet& sheet, sal_Int32 column, sal_Int32 row, const Rows& rows)
{
    query<css::sheet::XCellRangeData>(
        sheet->getCellRangeByPosition(column, row, column + rows[0].getLength() - 1, row + rows.getLength() - 1))
        ->setDataArray(rows);
}

std::vector<std::string> texts_in(const Sheet& sheet, sal_Int32 column, sal_Int32 first, sal_Int32 count)
{
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(count));
    const auto block =
        query<css::sheet::XCellRangeData>(sheet->getCellRangeByPosition(column, first, column, first + count - 1));
    for (const css::uno::Sequence<css::uno::Any>& row : block->getDataArray())
    {
        rtl::OUString text;
        row[0] >>= text;
        texts.push_back(to_utf8(text));
    }
    return texts;
}

css::uno::Any text(const std::string& value)
{
    return css::uno::Any(from_utf8(value));
}

/// The service's dates, 31 March and 30 September from a year on.
std::vector<std::chrono::year_month_day> half_years(int first_year, int count)
{
    std::vector<std::chrono::year_month_day> dates;
    dates.reserve(static_cast<std::size_t>(count));
    for (int round = 0; round < count; ++round)
        dates.emplace_back(std::chrono::year{first_year + round / 2}, std::chrono::month{round % 2 == 0 ? 3U : 9U},
                           std::chrono::day{round % 2 == 0 ? 31U : 30U});
    return dates;
}

Workbook new_workbook(const testing::RunningOffice& office, const char* code,
                      const std::vector<std::chrono::year_month_day>& dates)
{
    std::vector<rtl::OUString> texts;
    texts.reserve(dates.size());
    for (const auto& date : dates)
        texts.push_back(rtl::OUString::number(static_cast<int>(date.year())) +
                        (date.month() == std::chrono::March ? "-03-31" : "-09-30"));
    const auto service = office.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
    return query<css::sheet::XSpreadsheetDocument>(
        service->newWorkbook(rtl::OUString::createFromAscii(code), sequence(texts)));
}

double compared_value(const std::string& id, int item, int municipality, int round)
{
    if (item < shipped_items)
        return value_of(id) + (id == "befolkning_0_22" ? 0 : (municipality * 7 + round * 3 + item) % 9);
    const int spread = item % 2 == 0 ? 12 : 90;
    return 40 + 3 * item + (municipality * 37 + item * 11) % spread + (round * (1 + municipality % 3)) % 17;
}

/// Adds the indicators of our own to Katalog and their items to Indtastning, with the own numbers of all items.
void fill_own(const Workbook& workbook, const std::vector<std::string>& items)
{
    Rows indicators(compared_figures - shipped_figures);
    Rows posts(compared_items - shipped_items);
    Rows numbers(compared_items);
    for (int item = 0; item < compared_items; ++item)
    {
        const std::string& id = items[static_cast<std::size_t>(item)];
        css::uno::Sequence<css::uno::Any>& line = numbers.getArray()[item];
        line.realloc(compared_rounds);
        for (int round = 0; round < compared_rounds; ++round)
            line.getArray()[round] <<= item < shipped_items ? value_of(id) : compared_value(id, item, 0, round);
        if (item < shipped_items)
            continue;
        const css::uno::Any figure = text("E" + std::to_string(item));
        const css::uno::Any none{rtl::OUString()};
        indicators.getArray()[item - shipped_items] = sequence<css::uno::Any>(
            {figure, text("En indikator i en stor mappe"), none, none, none, text("andel"), text(id),
             text("befolkning_0_22"), none, css::uno::Any(1000.0), text("pr. 1.000 0-22-årige"), text("lavere")});
        posts.getArray()[item - shipped_items] =
            sequence<css::uno::Any>({text(id), figure, text("En post"), text("tæller"), text("antal")});
    }
    write(sheet_of(workbook, "Katalog"), 0, first_row + shipped_figures, indicators);
    write(sheet_of(workbook, "Indtastning"), 0, first_row + shipped_items, posts);
    write(sheet_of(workbook, "Indtastning"), first_column, first_row, numbers);
}

} // namespace

Workbook validation_workbook(const testing::RunningOffice& office, int items)
{
    const Workbook workbook = new_workbook(office, "101", half_years(2010, validation_rounds));
    const Sheet entry = sheet_of(workbook, "Indtastning");
    const auto shipped = query<css::sheet::XCellRangeData>(
        entry->getCellRangeByPosition(0, first_row, first_column - 1, first_row + items - 1));
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> rows = shipped->getDataArray();
    for (int item = 0; item < items; ++item)
    {
        css::uno::Sequence<css::uno::Any>& row = rows.getArray()[item];
        row.realloc(first_column + validation_rounds);
        css::uno::Any* cell = row.getArray();
        rtl::OUString id;
        cell[0] >>= id;
        const bool ours = id.isEmpty();
        if (ours)
        {
            cell[0] <<= "post_" + rtl::OUString::number(item);
            cell[1] <<= rtl::OUString::number(1 + item % shipped_figures);
            cell[2] <<= rtl::OUString("En post i en stor mappe");
            cell[3] <<= from_utf8("tæller");
            cell[4] <<= rtl::OUString("antal");
        }
        for (int round = 0; round < validation_rounds; ++round)
            cell[first_column + round] <<=
                ours ? static_cast<double>(100 + (item * 7 + round * 3) % 40) : value_of(to_utf8(id));
    }
    query<css::sheet::XCellRangeData>(
        entry->getCellRangeByPosition(0, first_row, first_column + validation_rounds - 1, first_row + items - 1))
        ->setDataArray(rows);
    add_rules(workbook);
    return workbook;
}

ComparisonWorkbook comparison_workbook(const testing::RunningOffice& office)
{
    const auto dates = half_years(2006, compared_rounds);
    const Workbook workbook = new_workbook(office, "706", dates);
    std::vector<std::string> items = texts_in(sheet_of(workbook, "Indtastning"), 0, first_row, shipped_items);
    for (int item = shipped_items; item < compared_items; ++item)
        items.push_back("post_" + std::to_string(item));
    fill_own(workbook, items);
    std::vector<std::string> codes = texts_in(sheet_of(workbook, "Grupper"), 1, 0, 200);
    std::erase_if(
        codes, [](const std::string& code)
        { return code.size() != 3 || !std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; }); });
    const std::chrono::sys_days null_date{std::chrono::year{1899} / 12 / 30};
    Rows data(static_cast<sal_Int32>(codes.size()) * compared_items * compared_rounds);
    css::uno::Sequence<css::uno::Any>* row = data.getArray();
    for (std::size_t municipality = 0; municipality < codes.size(); ++municipality)
        for (int item = 0; item < compared_items; ++item)
            for (int round = 0; round < compared_rounds; ++round)
            {
                const std::string& id = items[static_cast<std::size_t>(item)];
                const auto days = std::chrono::sys_days{dates[static_cast<std::size_t>(round)]} - null_date;
                *row++ = sequence<css::uno::Any>(
                    {text(codes[municipality]), text(id), css::uno::Any(static_cast<double>(days.count())),
                     css::uno::Any(compared_value(id, item, static_cast<int>(municipality), round))});
            }
    write(sheet_of(workbook, "Sammenligningsdata"), 0, first_row, data);
    return {workbook, first_row + static_cast<int>(data.getLength()) - 1};
}

} // namespace trinvis::bench
