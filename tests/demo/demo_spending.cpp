// SPDX-License-Identifier: MPL-2.0
#include "demo_spending.hpp"

#include "catalogue/municipalities.hpp"
#include "demo_words.hpp"

#include <array>
#include <cmath>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace trinvis::demo
{

namespace
{

using namespace office;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;
using Row = std::vector<css::uno::Any>;

/// An invented account: kroner per person aged 0-22 in the first year, and how much it grows a year.
struct DemoAccount
{
    const char* function;
    const char* grouping;
    const char* text;
    const char* step; ///< as Indsatstrappe writes it; empty for one that no row covers
    double per_resident;
    double growth;
};

constexpr std::array<DemoAccount, 9> accounts{
    {{"5.28.21", "901", "Eksempel: åben rådgivning", "trin 1", 160, 0.07},
     {"5.28.21", "902", "Eksempel: forebyggende indsats", "trin 2", 880, 0.06},
     {"5.28.21", "903", "Eksempel: støtte i hjemmet", "trin 3", 2350, 0.04},
     {"5.28.22", "904", "Eksempel: netværk", "trin 4", 420, 0.05},
     {"5.28.22", "905", "Eksempel: plejefamilie", "trin 5", 3050, 0.01},
     {"5.28.23", "906", "Eksempel: døgninstitution", "trin 6", 2700, -0.03},
     {"5.28.20", "907", "Eksempel: kostskole", "afklares lokalt", 210, 0.0},
     {"5.28.24", "908", "Eksempel: betaling fra andre", "uden for trappen", -190, 0.02},
     {"5.22.07", "", "Eksempel: refusion", "", -320, 0.01}}};

constexpr int first_year = 2016;
constexpr int years = 5;

Municipalities read_municipalities()
{
    std::ifstream file(std::string(TRINVIS_SOURCE_DIR) + "/templates/municipalities.json", std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        throw std::runtime_error("cannot read municipalities.json");
    return Municipalities::from_json(content.str());
}

css::uno::Any text(const std::string& content)
{
    return css::uno::Any(from_utf8(content));
}

/// Evenly spread from -1 to 1; the same on every machine.
double draw(std::mt19937_64& random)
{
    constexpr double half = 9007199254740992.0; // 2^53
    return static_cast<double>(random() >> 10U) / half - 1;
}

std::vector<Row> rows(const SpreadsheetDocument& document)
{
    const std::string source = word(document, "Opdigtede tal");
    std::vector<Row> all;
    const Municipalities municipalities = read_municipalities();
    for (const Municipality& municipality : municipalities.all())
    {
        std::mt19937_64 random(20160101U + std::stoul(municipality.code));
        const double level = 1 + 0.25 * draw(random);
        for (const DemoAccount& account : accounts)
        {
            const double own_level = level * (1 + 0.2 * draw(random));
            const double growth = account.growth + 0.02 * draw(random);
            for (int year = 0; year < years; ++year)
            {
                const double kroner = account.per_resident * own_level * std::pow(1 + growth, year) *
                                      municipality.population_0_22 * (1 + 0.01 * draw(random));
                const bool own = municipality.code == demo_municipality;
                all.push_back({text(own ? "" : municipality.name),
                               css::uno::Any(static_cast<double>(first_year + year)), text(account.function),
                               text(account.grouping), text(word(document, account.text)),
                               css::uno::Any(std::round(kroner)), text(source)});
            }
        }
    }
    return all;
}

Sheet sheet_named(const SpreadsheetDocument& document, std::string_view name)
{
    return query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(word(document, name))));
}

int row_holding(const Sheet& sheet, const std::string& wanted)
{
    const rtl::OUString heading = from_utf8(wanted);
    for (int row = 0; row < 300; ++row)
        if (sheet->getCellByPosition(0, row)->getFormula() == heading)
            return row;
    throw std::runtime_error("no row " + wanted);
}

void put(const Sheet& sheet, int row, const std::vector<Row>& cells)
{
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> data(static_cast<sal_Int32>(cells.size()));
    css::uno::Sequence<css::uno::Any>* next = data.getArray();
    for (const Row& one : cells)
        *next++ = sequence(one);
    const auto block = sheet->getCellRangeByPosition(0, row, static_cast<sal_Int32>(cells.front().size()) - 1,
                                                     row + static_cast<sal_Int32>(cells.size()) - 1);
    query<css::sheet::XCellRangeData>(block)->setDataArray(data);
}

void fill_accounts(const SpreadsheetDocument& document)
{
    const Sheet sheet = sheet_named(document, "Regnskab");
    const int first = row_holding(sheet, word(document, "Kommune")) + 1;
    const std::vector<Row> lines = rows(document);
    const int last = first + static_cast<int>(lines.size()) - 1;
    set_property(sheet->getCellRangeByPosition(0, first, 6, last), "CellStyle",
                 css::uno::Any(from_utf8(word(document, "Trinvis Celle"))));
    set_property(sheet->getCellRangeByPosition(5, first, 5, last), "CellStyle",
                 css::uno::Any(from_utf8(word(document, "Trinvis To decimaler"))));
    put(sheet, first, lines);
    query<css::text::XTextRange>(sheet->getCellByPosition(0, 1))
        ->setString(from_utf8(word(document, "Opdigtede tal – et eksempel. Ingen kommunes regnskab er brugt.")));
}

/// The rows below the last one that says something.
void fill_mapping(const SpreadsheetDocument& document)
{
    const Sheet sheet = sheet_named(document, "Indsatstrappe");
    const auto cursor = query<css::sheet::XUsedAreaCursor>(sheet->createCursor());
    cursor->gotoEndOfUsedArea(false);
    int row = query<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress().EndRow;
    while (row > 0 && sheet->getCellByPosition(0, row)->getFormula().isEmpty())
        --row;
    std::vector<Row> lines;
    for (const DemoAccount& account : accounts)
        if (*account.step != '\0')
            lines.push_back({text(word(document, "Konto")),
                             text(std::string(account.function) + "." + account.grouping),
                             text(word(document, account.text)), text(word(document, account.step)),
                             text(word(document, "lokal")), text(word(document, "Opdigtet eksempel"))});
    put(sheet, row + 1, lines);
}

} // namespace

void fill_spending(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    const auto run = [&] { office.run("spending", {property("Document", css::uno::Any(model))}, model); };
    run();
    fill_accounts(document);
    if (document->getSheets()->hasByName(from_utf8(word(document, "Indsatstrappe"))))
        fill_mapping(document);
    run();
}

} // namespace trinvis::demo
