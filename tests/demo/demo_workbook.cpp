// SPDX-License-Identifier: MPL-2.0
#include "demo_workbook.hpp"

#include "catalogue/municipalities.hpp"
#include "demo_data.hpp"
#include "demo_words.hpp"
#include "faults.hpp"
#include "table/cell.hpp"
#include "table/date_text.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace trinvis::demo
{

namespace
{

using namespace office;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;

constexpr std::uint64_t seed = 20181231;
constexpr int heading_row = 3;
constexpr int first_round_column = 5;
constexpr Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};

std::string read_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        throw std::runtime_error("cannot read " + path);
    return content.str();
}

std::vector<DemoMunicipality> read_municipalities()
{
    const nlohmann::json parsed =
        nlohmann::json::parse(read_file(std::string(TRINVIS_SOURCE_DIR) + "/templates/municipalities.json"));
    std::vector<DemoMunicipality> all;
    for (const nlohmann::json& entry : parsed.at("municipalities"))
        all.push_back({entry.at("code").get<std::string>(), entry.at("name").get<std::string>(),
                       entry.at("region").get<std::string>(), entry.at("group").get<std::string>(),
                       entry.at("population_0_17").get<std::int64_t>(),
                       entry.at("population_0_22").get<std::int64_t>()});
    return all;
}

std::string source_of(const SpreadsheetDocument& document, const DemoRow& row)
{
    if (row.item == "befolkning_0_22")
        return word(document, "Danmarks Statistik, 1. januar 2014, CC BY 4.0");
    if (!row.published)
        return word(document, "Opdigtede tal");
    std::string source = word(document, "Opdigtede tal; landstallet er Danmarks Statistiks for {year}, CC BY 4.0");
    constexpr std::string_view year = "{year}";
    return source.replace(source.find(year), year.size(), row.cut_off.substr(0, 4));
}

/// The sheet with a Danish name, or the one of the same kind in an English workbook.
Sheet sheet_named(const SpreadsheetDocument& document, std::string_view name)
{
    return query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(word(document, name))));
}

std::map<std::string, int> rows_by_id(const Sheet& entry)
{
    std::map<std::string, int> rows;
    for (int row = heading_row + 1; row < heading_row + 40; ++row)
        if (const std::string id = to_utf8(entry->getCellByPosition(0, row)->getFormula()); !id.empty())
            rows.emplace(id, row);
    return rows;
}

void set_text(const Sheet& sheet, int column, int row, const std::string& text)
{
    query<css::text::XTextRange>(sheet->getCellByPosition(column, row))->setString(from_utf8(text));
}

void set_content(const Sheet& sheet, int column, int row, const FaultContent& content)
{
    const auto cell = sheet->getCellByPosition(column, row);
    if (const double* number = std::get_if<double>(&content))
        cell->setValue(*number);
    else if (const std::string* text = std::get_if<std::string>(&content))
        set_text(sheet, column, row, *text);
    else if (const Formula* formula = std::get_if<Formula>(&content))
        cell->setFormula(from_utf8(formula->text));
    else
        cell->setFormula(rtl::OUString());
}

void fill_entry(const SpreadsheetDocument& document, const std::string& municipality, const std::vector<DemoRow>& rows)
{
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::map<std::string, int> lines = rows_by_id(entry);
    const std::vector<std::string> dates = cut_offs();
    for (const DemoRow& row : rows)
        if (row.municipality == municipality)
        {
            const auto round = std::find(dates.begin(), dates.end(), row.cut_off) - dates.begin();
            entry->getCellByPosition(first_round_column + static_cast<int>(round), lines.at(row.item))
                ->setValue(row.value);
        }
    set_text(entry, 0, 1,
             word(document,
                  "Opdigtede tal – et eksempel. Befolkningstallene er Danmarks Statistiks pr. 1. januar 2014 (CC BY "
                  "4.0)"));
}

void fill_comparison(const SpreadsheetDocument& document, const std::vector<DemoRow>& rows)
{
    const Sheet comparison = sheet_named(document, "Sammenligningsdata");
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> data(static_cast<sal_Int32>(rows.size()));
    css::uno::Sequence<css::uno::Any>* next = data.getArray();
    for (const DemoRow& row : rows)
        *next++ =
            sequence<css::uno::Any>({css::uno::Any(from_utf8(row.municipality)), css::uno::Any(from_utf8(row.item)),
                                     css::uno::Any(serial_from_date(*parse_date(row.cut_off), null_date)),
                                     css::uno::Any(row.value), css::uno::Any(from_utf8(source_of(document, row)))});
    const int last = heading_row + static_cast<int>(rows.size());
    const auto block = comparison->getCellRangeByPosition(0, heading_row + 1, 4, last);
    query<css::sheet::XCellRangeData>(block)->setDataArray(data);
    set_property(block, "CellStyle", css::uno::Any(from_utf8(word(document, "Trinvis Celle"))));
    set_property(comparison->getCellRangeByPosition(2, heading_row + 1, 2, last), "CellStyle",
                 css::uno::Any(from_utf8(word(document, "Trinvis Dato"))));
    set_property(comparison->getCellRangeByPosition(3, heading_row + 1, 3, last), "CellStyle",
                 css::uno::Any(from_utf8(word(document, "Trinvis Tal"))));
    set_text(comparison, 0, 1,
             word(document,
                  "Opdigtede tal for de 98 kommuner; kun landstal med kilde er offentliggjorte. Nævnere: befolkning "
                  "1. januar 2014"));
}

int row_holding(const Sheet& sheet, const std::string& text)
{
    const rtl::OUString wanted = from_utf8(text);
    for (int row = 0; row < 200; ++row)
        if (sheet->getCellByPosition(0, row)->getFormula() == wanted)
            return row;
    throw std::runtime_error("no row " + text);
}

/// A list of the municipality's own, and an indicator whose name says that it is invented.
void fill_groups(const SpreadsheetDocument& document)
{
    const Sheet groups = sheet_named(document, "Grupper");
    const std::string index = word(document, "Indeks (opdigtede tal)");
    const int headings = row_holding(groups, word(document, "Kommune"));
    const auto column_of = [&](const char* heading)
    {
        const rtl::OUString wanted = from_utf8(word(document, heading));
        int column = 0;
        while (groups->getCellByPosition(column, headings)->getFormula() != wanted)
            ++column;
        return column;
    };
    const int chosen = column_of("Valgt");
    for (const char* name : {"Haderslev", "Aabenraa", "Varde", "Vejen", "Sønderborg", "Lemvig"})
        set_text(groups, chosen, row_holding(groups, name), "x");
    int row = row_holding(groups, word(document, "Indikator")) + 1;
    while (!groups->getCellByPosition(0, row)->getFormula().isEmpty())
        ++row;
    set_text(groups, 0, row, index);
    groups->getCellByPosition(1, row)->setValue(0.5);
    set_text(groups, 5, row, word(document, "Opdigtede tal: viser, hvordan en egen indikator tilføjes"));
    const int column = column_of("Stabilitet (pct.)") + 1;
    const auto like = [&](int at, const char* heading)
    { return get_property<rtl::OUString>(groups->getCellByPosition(column_of(heading), at), "CellStyle"); };
    set_text(groups, column, headings, index);
    set_property(groups->getCellByPosition(column, headings), "CellStyle", css::uno::Any(like(headings, "Kode")));
    for (int at = headings + 1; at <= headings + 98; ++at)
    {
        const auto cell = groups->getCellByPosition(column, at);
        cell->setValue(80 + (37 * (at - headings)) % 41);
        set_property(cell, "CellStyle", css::uno::Any(like(at, "Valgt")));
    }
}

int last_row(const Sheet& sheet)
{
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    return query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress().EndRow;
}

int first_free_row(const Sheet& sheet, int column)
{
    int row = last_row(sheet);
    while (row > 0 && sheet->getCellByPosition(column, row)->getFormula().isEmpty())
        --row;
    return row + 1;
}

void seed_headings(const SpreadsheetDocument& document, std::vector<SeededFault>& seeded)
{
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::map<std::string, int> lines = rows_by_id(entry);
    const int next = first_round_column + static_cast<int>(cut_offs().size());
    const int line = lines.at("varighed_institution");
    const auto note = [&](int column, const char* kind) {
        seeded.push_back({word(document, "Indtastning"), cell_address(heading_row, column), kind});
    };
    set_text(entry, next, heading_row, "31-06-2021");
    entry->getCellByPosition(next, line)->setValue(20);
    note(next, "skæringsdato, der ikke findes");
    entry->getCellByPosition(next + 1, heading_row)->setValue(serial_from_date(*parse_date("2016-06-30"), null_date));
    entry->getCellByPosition(next + 1, line)->setValue(20);
    note(next + 1, "skæringsdato to gange");
    entry->getCellByPosition(next + 2, heading_row)->setValue(serial_from_date(*parse_date("2099-06-30"), null_date));
    entry->getCellByPosition(next + 2, line)->setValue(20);
    note(next + 2, "skæringsdato i fremtiden");
    set_text(entry, first_round_column + 6, heading_row, "31. december 2018");
    note(first_round_column + 6, "skæringsdato skrevet som tekst");
}

void seed_rows(const SpreadsheetDocument& document, std::vector<SeededFault>& seeded)
{
    const Sheet entry = sheet_named(document, "Indtastning");
    int row = first_free_row(entry, 0);
    set_text(entry, 0, row, "netvaerk");
    set_text(entry, 1, row, "4");
    set_text(entry, 2, row, word(document, "Netværk igen"));
    seeded.push_back({word(document, "Indtastning"), cell_address(row, 0), "post to gange"});
    ++row;
    set_text(entry, 0, row, "lokal_post");
    set_text(entry, 1, row, "99");
    set_text(entry, 2, row, word(document, "En post uden nøgletal"));
    seeded.push_back({word(document, "Indtastning"), cell_address(row, 0), "post uden nøgletal"});

    const Sheet catalogue = sheet_named(document, "Katalog");
    const int figure = first_free_row(catalogue, 0);
    set_text(catalogue, 0, figure, "E1");
    set_text(catalogue, 1, figure, word(document, "Egen indikator"));
    set_text(catalogue, 6, figure, "findes_ikke");
    seeded.push_back({word(document, "Katalog"), cell_address(figure, 6), "nøgletal med ukendt post"});

    const Sheet rules = sheet_named(document, "Regler");
    const int rule = first_free_row(rules, 0);
    set_text(rules, 0, rule, "X01");
    set_text(rules, 1, rule, word(document, "Værdier"));
    set_text(rules, 3, rule, "Taeler >= 0");
    set_text(rules, 4, rule, word(document, "Fejl"));
    set_text(rules, 5, rule, word(document, "Egen regel"));
    seeded.push_back({word(document, "Regler"), cell_address(rule, 3), "regel med ukendt kolonne"});
}

/// An empty workbook in the language of the office, with the rounds of the demonstration.
SpreadsheetDocument empty_workbook(const testing::RunningOffice& office, const std::string& municipality)
{
    std::string dates;
    for (const std::string& cut_off : cut_offs())
        dates += (dates.empty() ? "" : "; ") + cut_off;
    const css::uno::Any made =
        office.run("new-workbook", {property("Municipality", css::uno::Any(from_utf8(municipality))),
                                    property("Periods", css::uno::Any(from_utf8(dates)))});
    return {made, css::uno::UNO_QUERY_THROW};
}

/// The reservation about the numbers, which every result repeats.
void fill_facts(const SpreadsheetDocument& document)
{
    const Sheet facts = sheet_named(document, "Stamdata");
    const rtl::OUString note = from_utf8(word(document, "Forbehold om tallene"));
    for (int row = heading_row + 1; row <= last_row(facts); ++row)
        if (facts->getCellByPosition(0, row)->getFormula() == note)
            set_text(facts, 1, row,
                     word(document, "Opdigtede tal. Befolkning: Danmarks Statistik, 1. januar 2014, CC BY 4.0."));
}

} // namespace

SpreadsheetDocument make_demo_workbook(const testing::RunningOffice& office)
{
    const auto document = empty_workbook(office, demo_municipality);
    const std::vector<DemoRow> rows = demo_rows(read_municipalities(), seed);
    fill_entry(document, demo_municipality, rows);
    fill_comparison(document, rows);
    fill_groups(document);
    fill_facts(document);
    return document;
}

SpreadsheetDocument make_municipality_workbook(const testing::RunningOffice& office, const std::string& municipality)
{
    const auto document = empty_workbook(office, municipality);
    fill_entry(document, municipality, demo_rows(read_municipalities(), seed));
    fill_facts(document);
    return document;
}

std::vector<SeededFault> seed_faults(const SpreadsheetDocument& document)
{
    std::vector<SeededFault> seeded;
    const Sheet entry = sheet_named(document, "Indtastning");
    const std::map<std::string, int> lines = rows_by_id(entry);
    for (const EntryFault& fault : entry_faults())
    {
        const int row = lines.at(fault.item);
        const int column = first_round_column + fault.round;
        set_content(entry, column, row, fault.content);
        seeded.push_back({word(document, "Indtastning"), cell_address(row, column), fault.kind});
    }
    seed_headings(document, seeded);
    const Sheet comparison = sheet_named(document, "Sammenligningsdata");
    int row = first_free_row(comparison, 0);
    for (const ComparisonFault& fault : comparison_faults())
    {
        set_text(comparison, 0, row, fault.municipality);
        set_text(comparison, 1, row, fault.item);
        set_text(comparison, 2, row, fault.cut_off);
        set_content(comparison, 3, row, fault.content);
        set_text(comparison, 4, row, word(document, "Opdigtede tal"));
        seeded.push_back({word(document, "Sammenligningsdata"), cell_address(row, fault.column), fault.kind});
        ++row;
    }
    seed_rows(document, seeded);
    return seeded;
}

} // namespace trinvis::demo
