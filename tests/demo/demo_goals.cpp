// SPDX-License-Identifier: MPL-2.0
#include "demo_goals.hpp"

#include "demo_table.hpp"
#include "table/date_text.hpp"

#include <array>
#include <cmath>

namespace trinvis::demo
{

namespace
{

using namespace office;

/// A row of the sheet; what is empty is left as it is.
struct ExampleRow
{
    double number;
    const char* goal;
    const char* criterion;
    const char* figure;
    const char* direction;
    double change; ///< the target as a multiple of the baseline; 0 for none
    const char* activity;
    const char* step;
    const char* responsible;
    const char* start;
    const char* end;
    const char* prerequisites;
    const char* risks;
    const char* status;
};

constexpr std::array<ExampleRow, 8> examples{
    {{1, "Flere børn og unge får en forebyggende indsats tidligt", "Flere begynder i et § 11-tilbud", "", "op", 1.1,
      "Åben rådgivning på alle skoler", "trin 1", "leder af forebyggelse", "2019-02-01", "2020-12-31",
      "Skolerne stiller lokaler til rådighed", "Ventetid i åben rådgivning", "i gang"},
     {1, "", "", "", "", 0, "Korte forløb i familiehuset", "trin 2", "leder af familiehuset", "2019-05-01",
      "2021-06-30", "To medarbejdere flyttes til korte forløb", "", "i gang"},
     {2, "Alle familier har mål, som de selv har været med til at sætte",
      "Ni af ti sager har mål ved den halvårlige gennemgang", "", "", 0, "Fælles skabelon for mål i sager", "trin 3",
      "faglig leder", "2019-01-01", "2019-12-31", "Skabelonen ligger i fagsystemet", "Travlhed ved indførelsen",
      "gennemført"},
     {2, "", "", "", "", 0, "Kurser i at sætte mål sammen med familien", "", "faglig leder", "2019-09-01", "2020-06-30",
      "", "", "i gang"},
     {3, "Opfølgning til tiden i de hjemmebaserede indsatser", "Flere sager er fulgt op inden for fristen",
      "12 Opfølgninger", "op", 1.08, "Opfølgninger aftales, når indsatsen bevilges", "trin 3", "teamleder",
      "2019-01-01", "2019-12-31", "Kalenderen er fælles", "Sygdom i teamet", "gennemført"},
     {3, "", "", "", "", 0, "Månedlig liste over opfølgninger, der nærmer sig", "", "teamleder", "2019-03-01",
      "2021-12-31", "", "", "i gang"},
     {4, "Kortere ophold på institution, når hjemmet er klar", "Færre måneder i gennemsnit",
      "2 Varighed af institutionsanbringelser", "ned", 0.85, "Plan for hjemgivelse fra første dag", "trin 6",
      "leder af myndighed", "2019-06-01", "2021-12-31", "Familiebehandling kan begynde før hjemgivelsen",
      "Få pladser i familiebehandling", "ikke begyndt"},
     {4, "", "", "", "", 0, "Netværksmøder i det første kvartal", "trin 4", "familierådgiver", "2019-09-01",
      "2021-12-31", "", "", "ikke begyndt"}}};

double day_number(const char* iso)
{
    constexpr Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
    return serial_from_date(*parse_date(iso), null_date);
}

void set_if(const Table& table, sal_Int32 row, const char* column, const char* text)
{
    if (*text != '\0')
        table.set(row, column, std::string(text));
}

void write_row(const Table& table, sal_Int32 row, const ExampleRow& one)
{
    table.set(row, "Mål nr.", one.number);
    set_if(table, row, "Mål", one.goal);
    set_if(table, row, "Succeskriterium", one.criterion);
    set_if(table, row, "Nøgletal", one.figure);
    set_if(table, row, "Retning", one.direction);
    set_if(table, row, "Aktivitet", one.activity);
    set_if(table, row, "Trin", one.step);
    set_if(table, row, "Ansvarlig", one.responsible);
    table.set(row, "Start", day_number(one.start));
    table.set(row, "Slut", day_number(one.end));
    set_if(table, row, "Forudsætninger", one.prerequisites);
    set_if(table, row, "Risici", one.risks);
    set_if(table, row, "Status", one.status);
    if (one.change > 0)
    {
        table.set(row, "Udgangsrunde", day_number("2018-12-31"));
        table.set(row, "Udgangspunkt", std::string{});
        table.set(row, "Måldato", day_number("2022-12-31"));
        table.set(row, "Måltal", 1.0);
    }
}

} // namespace

void fill_goals(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    const auto run = [&] { office.run("goals", {property("Document", css::uno::Any(model))}, model); };
    run();
    const Sheet sheet = sheet_named(document, "Udviklingsplan");
    const Table table(sheet, "Mål nr.", "Succeskriterium");
    for (std::size_t i = 0; i < examples.size(); ++i)
        write_row(table, table.heading() + 1 + static_cast<sal_Int32>(i), examples[i]);
    set_text(sheet, 0, 1,
             "Opdigtet eksempel: mål, aktiviteter og ansvarlige er fundet på og handler ikke om en virkelig kommune.");
    run();
    // The targets follow the baselines that were filled in.
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (const sal_Int32 row = table.heading() + 1 + static_cast<sal_Int32>(i); examples[i].change > 0)
            table.set(row, "Måltal", std::round(table.number(row, "Udgangspunkt") * examples[i].change));
    run();
}

} // namespace trinvis::demo
