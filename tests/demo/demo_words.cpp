// SPDX-License-Identifier: MPL-2.0
#include "demo_words.hpp"

#include <map>

namespace trinvis::demo
{

namespace
{

const std::map<std::string_view, std::string_view>& english_words()
{
    static const std::map<std::string_view, std::string_view> words{
        // Sheets
        {"Indtastning", "Entry"},
        {"Sammenligningsdata", "Comparison data"},
        {"Grupper", "Groups"},
        {"Stamdata", "Municipality facts"},
        {"Katalog", "Catalogue"},
        {"Regler", "Rules"},
        {"Børn på trin", "Children on steps"},
        {"Bevægelser", "Movements"},
        {"Spørgeskema", "Survey"},
        {"Regnskab", "Accounts"},
        {"Indsatstrappe", "Ladder"},
        // Headings and fields
        {"Kommune", "Municipality"},
        {"Valgt", "Chosen"},
        {"Indikator", "Indicator"},
        {"Stabilitet (pct.)", "Stability (per cent)"},
        {"Kode", "Code"},
        {"Forbehold om tallene", "Note on the numbers"},
        {"Skæringsdato", "Cut-off date"},
        // Answers
        {"Værdier", "Values"},
        {"Fejl", "Error"},
        {"Konto", "Account"},
        {"lokal", "local"},
        {"uden for trappen", "outside the ladder"},
        {"afklares lokalt", "to be settled locally"},
        {"trin 1", "step 1"},
        {"trin 2", "step 2"},
        {"trin 3", "step 3"},
        {"trin 4", "step 4"},
        {"trin 5", "step 5"},
        {"trin 6", "step 6"},
        // Styles
        {"Trinvis Celle", "Trinvis Cell"},
        {"Trinvis Dato", "Trinvis Date"},
        {"Trinvis Tal", "Trinvis Number"},
        {"Trinvis To decimaler", "Trinvis Two decimals"},
        // What is said about the numbers
        {"Opdigtede tal", "Invented figures"},
        {"Opdigtet eksempel", "Invented example"},
        {"Opdigtede tal – et eksempel. Befolkningstallene er Danmarks Statistiks pr. 1. januar 2014 (CC BY 4.0)",
         "Invented figures – an example. The populations are those of Statistics Denmark on 1 January 2014 (CC BY "
         "4.0)"},
        {"Opdigtede tal for de 98 kommuner; kun landstal med kilde er offentliggjorte. Nævnere: befolkning 1. januar "
         "2014",
         "Invented figures for the 98 municipalities; only national totals with a source are published ones. "
         "Denominators: population on 1 January 2014"},
        {"Opdigtede tal. Befolkning: Danmarks Statistik, 1. januar 2014, CC BY 4.0.",
         "Invented figures. Population: Statistics Denmark, 1 January 2014, CC BY 4.0."},
        {"Danmarks Statistik, 1. januar 2014, CC BY 4.0", "Statistics Denmark, 1 January 2014, CC BY 4.0"},
        {"Opdigtede tal; landstallet er Danmarks Statistiks for {year}, CC BY 4.0",
         "Invented figures; the national total is that of Statistics Denmark for {year}, CC BY 4.0"},
        {"Indeks (opdigtede tal)", "Index (invented figures)"},
        {"Opdigtede tal: viser, hvordan en egen indikator tilføjes",
         "Invented figures: shows how an own indicator is added"},
        {"Opdigtede tal – et eksempel. Kommunernes rigtige svar er ikke offentliggjort",
         "Invented figures – an example. The municipalities' real answers are not published"},
        {"Opdigtede tal – et eksempel. Ingen kommunes regnskab er brugt.",
         "Invented figures – an example. No municipality's accounts are used."},
        // Accounts
        {"Eksempel: åben rådgivning", "Example: open counselling"},
        {"Eksempel: forebyggende indsats", "Example: preventive support"},
        {"Eksempel: støtte i hjemmet", "Example: support at home"},
        {"Eksempel: netværk", "Example: network"},
        {"Eksempel: plejefamilie", "Example: foster family"},
        {"Eksempel: døgninstitution", "Example: residential institution"},
        {"Eksempel: kostskole", "Example: boarding school"},
        {"Eksempel: betaling fra andre", "Example: payment by others"},
        {"Eksempel: refusion", "Example: state refund"},
        {"", ""},
        // Seeded faults
        {"Netværk igen", "Network again"},
        {"En post uden nøgletal", "An item without a figure"},
        {"Egen indikator", "Own indicator"},
        {"Egen regel", "Own rule"}};
    return words;
}

} // namespace

bool is_english(const SpreadsheetDocument& document)
{
    return document->getSheets()->hasByName(office::from_utf8("Entry"));
}

std::string word(const SpreadsheetDocument& document, std::string_view danish)
{
    return std::string(is_english(document) ? english_words().at(danish) : danish);
}

} // namespace trinvis::demo
