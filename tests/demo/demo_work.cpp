// SPDX-License-Identifier: MPL-2.0
#include "demo_work.hpp"

#include "demo_table.hpp"

#include <array>

namespace trinvis::demo
{

namespace
{

using namespace office;

constexpr const char* invented = "Opdigtet eksempel";

struct ExampleAssessment
{
    const char* area;
    const char* element;
    const char* strategies;
    const char* target_groups;
    const char* strengths;
    const char* challenges;
    const char* evidence;
    const char* rating;
};

constexpr std::array<ExampleAssessment, 6> assessments{
    {{"myndighed", "arbejdsgange, metoder og organisering", "Fast opfølgning hver tredje måned",
      "Børn og unge med hjemmebaserede foranstaltninger", "Opfølgning er aftalt fra begyndelsen",
      "Opfølgning udskydes, når der er travlt", "nøgletal 12", "3 – delvist på plads"},
     {"myndighed", "faglig ledelse", "Ugentlig sparring i teamet", "Alle sager", "Sparring er fast i kalenderen",
      "Få drøftelser af sager, der går godt", "nøgletal 8 og 9", "3 – delvist på plads"},
     {"udfører", "arbejdsgange, metoder og organisering", "Familiehus med korte forløb",
      "Familier med børn under 10 år", "Forløb kan begynde inden for to uger", "Få tilbud til de 15-17-årige",
      "nøgletal 5", "2 – begyndt"},
     {"udfører", "faglige kompetencer", "Netværksplejefamilier uddannes sammen med plejefamilier",
      "Anbragte børn og unge", "Netværk undersøges, før et barn anbringes", "Netværk inddrages sent", "nøgletal 3 og 4",
      "3 – delvist på plads"},
     {"almen", "arbejdsgange, metoder og organisering", "Tværfaglige møder på skoler og i dagtilbud",
      "Børn, som personalet er bekymret for", "Møderne holdes på alle skoler", "Færre møder i dagtilbud",
      "nøgletal 6 og 10", "4 – på plads de fleste steder"},
     {"tværfagligt samarbejde og koordinering", "faglig ledelse", "Fælles ledelsesgruppe for børneområdet",
      "Ledere i skole, dagtilbud og familieafdeling", "Fælles mål er besluttet", "Målene følges op én gang om året",
      "nøgletal 11", "2 – begyndt"}}};

void fill_assessments(const SpreadsheetDocument& document)
{
    const Sheet sheet = sheet_named(document, "Minianalyse");
    const Table table(sheet, "Element", "Belæg");
    for (const ExampleAssessment& one : assessments)
    {
        const sal_Int32 row = table.row("Område", one.area, "Element", one.element);
        table.set(row, "Strategier i dag", one.strategies);
        table.set(row, "Målgrupper", one.target_groups);
        table.set(row, "Styrker", one.strengths);
        table.set(row, "Udfordringer", one.challenges);
        table.set(row, "Belæg", one.evidence);
        table.set(row, "Vurdering", one.rating);
        table.set(row, "Bemærkning", invented);
    }
    set_text(sheet, 0, 1, "Opdigtet eksempel: teksterne er fundet på og handler ikke om en virkelig kommune.");
}

void fill_inspiration(const SpreadsheetDocument& document)
{
    const Table table(sheet_named(document, "Inspiration"), "Eksempel", "Titel");
    const sal_Int32 row = table.row("Område", "udfører", "Eksempel", "1");
    table.set(row, "Titel", "Opdigtet eksempel: korte forløb i et familiehus");
    table.set(row, "Kilde", invented);
    table.set(row, "Status", "udfyldt af jer");
}

/// Says yes to the first two proposals and no to the third, and adds a row of the municipality's own.
void choose_focus_areas(const SpreadsheetDocument& document)
{
    const Table table(sheet_named(document, "Fokusområder"), "Forslag", "Jeres begrundelse");
    const sal_Int32 first = table.heading() + 1;
    constexpr std::array<const char*, 2> reasons{"Opdigtet eksempel: det er her, vi selv kan gøre mest.",
                                                 "Opdigtet eksempel: tallene passer med det, medarbejderne fortæller."};
    sal_Int32 row = first;
    for (; !table.at(row, "Henvisning").empty(); ++row)
        if (const auto at = static_cast<std::size_t>(row - first); at < reasons.size())
        {
            table.set(row, "Valgt", "ja");
            table.set(row, "Jeres begrundelse", reasons[at]);
        }
        else if (at == reasons.size())
            table.set(row, "Valgt", "nej");
    table.set(row, "Forslag", "Opfølgning også i sager, der går godt");
    table.set(row, "Område", "myndighed");
    table.set(row, "Valgt", "ja");
    table.set(row, "Jeres begrundelse", "Opdigtet eksempel: ledelsesgruppen har ønsket det.");
}

} // namespace

void fill_mini_analysis(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    const auto run = [&](const char* command)
    { office.run(command, {property("Document", css::uno::Any(model))}, model); };
    run("inspiration");
    fill_inspiration(document);
    run("mini-analysis");
    fill_assessments(document);
    choose_focus_areas(document);
    run("mini-analysis");
}

void fill_course(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    const auto run = [&](const char* command)
    { office.run(command, {property("Document", css::uno::Any(model))}, model); };
    run("course");
    const Sheet sheet = sheet_named(document, "Forløb");
    const Table table(sheet, "Aktivitet", "Slutdato");
    constexpr std::array<double, 12> hours{6, 40, 80, 60, 6, 40, 50, 6, 40, 50, 8, 40};
    for (std::size_t i = 0; i < hours.size(); ++i)
        table.set(table.heading() + 1 + static_cast<sal_Int32>(i), "Ressourcer (timer)", hours[i]);
    set_text(sheet, 0, 1, "Opdigtet eksempel: timerne er opdigtede tal, og datoerne er værktøjets forslag.");
    run("course");
}

} // namespace trinvis::demo
