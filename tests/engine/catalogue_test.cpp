// SPDX-License-Identifier: MPL-2.0
//
// Municipalities, the shipped catalogue, and what entry cells say.
#include "shipped.hpp"

#include "catalogue/value.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

using tests::municipalities;
using tests::words;

std::string code_of(const Municipality* municipality)
{
    return municipality ? municipality->code : "none";
}

} // namespace

TEST(Municipalities, AreThe98)
{
    EXPECT_EQ(municipalities().all().size(), 98U);
}

TEST(Municipalities, AreFoundByTheirCodeHoweverItIsWritten)
{
    for (const char* text : {"101", "0101", "101.0", "101,0", " 101 "})
        EXPECT_EQ(code_of(municipalities().find(text)), "101") << text;
    EXPECT_EQ(code_of(municipalities().find_cell(Cell{101.0})), "101");
    EXPECT_EQ(code_of(municipalities().find_cell(Cell{"0101"})), "101");
}

TEST(Municipalities, AreFoundByTheirNameHoweverItIsWritten)
{
    struct Spelling
    {
        const char* text;
        const char* code;
    };
    for (const Spelling& spelling :
         {Spelling{"København", "101"}, Spelling{"KØBENHAVN", "101"}, Spelling{"Københavns Kommune", "101"},
          Spelling{"Copenhagen", "101"}, Spelling{"Høje-Taastrup", "169"}, Spelling{"Høje Taastrup Kommune", "169"},
          Spelling{"Århus", "751"}, Spelling{"Aarhus Kommune", "751"}, Spelling{"Lyngby-Tårbæk", "173"},
          Spelling{"Vesthimmerland", "820"}, Spelling{"Bornholms Regionskommune", "400"}, Spelling{"Bornholm", "400"},
          Spelling{"Brønderslev-Dronninglund", "810"}, Spelling{"Nordfyn", "480"}})
        EXPECT_EQ(code_of(municipalities().find(spelling.text)), spelling.code) << spelling.text;
}

TEST(Municipalities, AreAllFoundByTheirOwnNameAndCode)
{
    for (const Municipality& municipality : municipalities().all())
    {
        EXPECT_EQ(municipalities().find(municipality.code), &municipality);
        EXPECT_EQ(municipalities().find(municipality.name + " Kommune"), &municipality);
    }
}

TEST(Municipalities, DoNotHoldChristiansoe)
{
    EXPECT_EQ(municipalities().find("Christiansø"), nullptr);
    EXPECT_EQ(municipalities().find("411"), nullptr);
}

TEST(Municipalities, DoNotHoldWhatIsNone)
{
    for (const char* text :
         {"", " ", "Hele landet", "Region Midtjylland", "000", "1", "1084", "084", "101.5", "Kommune"})
        EXPECT_EQ(municipalities().find(text), nullptr) << text;
    for (const Cell& cell : {Cell{}, Cell{CellError{}}, Cell{101.5}, Cell{-101.0}, Cell{1e300}})
        EXPECT_EQ(municipalities().find_cell(cell), nullptr);
}

TEST(Municipalities, SayHowLongTheRegionsHold)
{
    EXPECT_EQ(municipalities().regions_valid_to(), "2026-12-31");
}

TEST(Municipalities, RefuseAFileThatHoldsNone)
{
    EXPECT_THROW((void)Municipalities::from_json("{}"), std::invalid_argument);
    EXPECT_THROW((void)Municipalities::from_json("101;København"), std::invalid_argument);
}

TEST(MunicipalityCode, HasThreeDigits)
{
    EXPECT_EQ(normalised_code(Cell{"0101"}), "101");
    EXPECT_EQ(normalised_code(Cell{101.0}), "101");
    EXPECT_EQ(normalised_code(Cell{"København "}), "København");
    EXPECT_EQ(normalised_code(Cell{}), "");
}

TEST(ShippedCatalogue, HasTheTwelveOfficialNames)
{
    // Socialstyrelsen, Indsatstrappens Nøgletal; order and wording as there.
    const std::array<std::string, 12> official{
        "Institutionsanbringelser",
        "Varighed af institutionsanbringelser",
        "Anbringelser i plejefamilier",
        "Anbringelser i netværksplejefamilier",
        "Hjemmebaserede foranstaltninger",
        "Forebyggende indsatser (§ 11, stk. 3-tilbud)",
        "Tidligere institutionsanbragte",
        "Bevægelser fra hjemmebaserede foranstaltninger og op ad indsatstrappen",
        "Bevægelser fra hjemmebaserede foranstaltninger og ned ad indsatstrappen",
        "Udvikling i forebyggende indsatser (§ 11, stk. 3-tilbud)",
        "Udgifter til forebyggende foranstaltninger og anbringelser",
        "Opfølgninger"};
    const std::vector<Figure>& figures = tests::catalogue(Language::danish).figures;
    ASSERT_EQ(figures.size(), official.size());
    for (std::size_t i = 0; i < official.size(); ++i)
    {
        EXPECT_EQ(figures[i].id, std::to_string(i + 1));
        EXPECT_EQ(figures[i].name, official[i]);
    }
}

TEST(ShippedCatalogue, HasEveryItemThatItsFiguresUse)
{
    const Catalogue& catalogue = tests::catalogue(Language::danish);
    std::set<std::string> items;
    for (const Item& item : catalogue.items)
        EXPECT_TRUE(items.insert(item.id).second) << item.id << " stands there twice";
    for (const Figure& figure : catalogue.figures)
    {
        EXPECT_TRUE(figure.numerator.empty() || items.contains(figure.numerator)) << figure.id;
        EXPECT_TRUE(figure.denominator.empty() || items.contains(figure.denominator)) << figure.id;
        EXPECT_TRUE(figure.value.empty() || items.contains(figure.value)) << figure.id;
        EXPECT_NE(figure.value.empty(), figure.numerator.empty()) << figure.id;
    }
}

TEST(ShippedCatalogue, TellsOfEachItemWhichFiguresUseIt)
{
    const Catalogue& catalogue = tests::catalogue(Language::danish);
    for (const Item& item : catalogue.items)
    {
        std::vector<std::string> users;
        for (const Figure& figure : catalogue.figures)
            if (figure.numerator == item.id || figure.denominator == item.id || figure.value == item.id)
                users.push_back(figure.id);
        EXPECT_EQ(item.figures, users) << item.id;
    }
}

TEST(ShippedCatalogue, HasTheItemsOfTheDemonstrationData)
{
    std::set<std::string> items;
    for (const Item& item : tests::catalogue(Language::danish).items)
        items.insert(item.id);
    const std::vector<std::string> demo = demo::items();
    EXPECT_EQ(items, std::set<std::string>(demo.begin(), demo.end()));
}

TEST(ShippedCatalogue, InventsNoOfficialDefinition)
{
    for (const Figure& figure : tests::catalogue(Language::danish).figures)
    {
        EXPECT_EQ(figure.definition.at("official_definition"), "") << figure.id;
        EXPECT_NE(figure.definition.at("working_definition"), "") << figure.id;
    }
}

TEST(ShippedCatalogue, TakesNoStandOnTheWantedDirection)
{
    for (const Figure& figure : tests::catalogue(Language::danish).figures)
        EXPECT_EQ(figure.direction, Direction::neither) << figure.id;
}

TEST(ShippedCatalogue, SaysTheSameInBothLanguages)
{
    const Catalogue& danish = tests::catalogue(Language::danish);
    const Catalogue& english = tests::catalogue(Language::english);
    ASSERT_EQ(danish.figures.size(), english.figures.size());
    for (std::size_t i = 0; i < danish.figures.size(); ++i)
    {
        EXPECT_EQ(danish.figures[i].kind, english.figures[i].kind);
        EXPECT_EQ(danish.figures[i].factor, english.figures[i].factor);
        EXPECT_EQ(danish.figures[i].numerator, english.figures[i].numerator);
        for (const auto& [key, text] : danish.figures[i].definition)
            EXPECT_TRUE(key == "alias" || text.empty() == english.figures[i].definition.at(key).empty())
                << danish.figures[i].id << " " << key;
    }
}

TEST(ShippedCatalogue, FillsOnlyColumnsOfTheSheet)
{
    for (const Figure& figure : tests::catalogue(Language::danish).figures)
        for (const auto& [key, text] : figure.definition)
            EXPECT_TRUE(words().danish.all().contains("column.catalogue." + key)) << key;
}

TEST(Catalogue, RefusesAFileThatIsNone)
{
    EXPECT_THROW((void)Catalogue::from_json("[]", Language::danish), std::invalid_argument);
    EXPECT_THROW((void)Catalogue::from_json("{\"figures\": []}", Language::danish), std::invalid_argument);
}

TEST(FigureKindWord, IsReadInBothLanguages)
{
    EXPECT_EQ(kind_from_word("Andel", words()), FigureKind::share);
    EXPECT_EQ(kind_from_word("share", words()), FigureKind::share);
    EXPECT_EQ(kind_from_word("gennemsnit", words()), FigureKind::average);
    EXPECT_EQ(kind_from_word("ukendt", words()), std::nullopt);
    EXPECT_EQ(direction_from_word("højere", words()), Direction::higher);
    EXPECT_EQ(direction_from_word("lower", words()), Direction::lower);
    EXPECT_EQ(direction_from_word("", words()), Direction::neither);
}

TEST(EntryCell, MayHoldANumber)
{
    const Value value = ValueReader(words()).read(Cell{0.0});
    EXPECT_TRUE(value.is_number());
    EXPECT_EQ(value.number, 0);
}

TEST(EntryCell, TellsTheKindsOfMissingApart)
{
    const ValueReader reader(words());
    EXPECT_EQ(reader.read(Cell{}).state, ValueState::empty);
    EXPECT_EQ(reader.read(Cell{" \xC2\xA0"}).state, ValueState::empty);
    EXPECT_EQ(reader.read(Cell{CellError{}}).state, ValueState::error);
    EXPECT_EQ(reader.read(Cell{"ikke indberettet"}).state, ValueState::missing);
    EXPECT_EQ(reader.read(Cell{"Ikke relevant "}).state, ValueState::not_applicable);
    EXPECT_EQ(reader.read(Cell{"DISKRETIONERET"}).state, ValueState::confidential);
    EXPECT_EQ(reader.read(Cell{"confidential"}).state, ValueState::confidential);
    for (const char* text : {"..", "-", "x", "<5", "12.5", "0 børn"})
        EXPECT_EQ(reader.read(Cell{text}).state, ValueState::text) << text;
}

TEST(EntryCell, KnowsEveryTypedBlankOfTheGuideInBothLanguages)
{
    const ValueReader reader(words());
    EXPECT_EQ(typed_blanks().size(), 6U);
    for (const TypedBlank& blank : typed_blanks())
        for (const Language language : {Language::danish, Language::english})
            EXPECT_EQ(reader.read(Cell{words().in(language).get(blank.key)}).state, blank.state) << blank.key;
}

} // namespace trinvis
