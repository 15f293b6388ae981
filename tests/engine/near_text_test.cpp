// SPDX-License-Identifier: MPL-2.0
//
// Names with a slip in them, and names of persons in free text.
#include "table/near_text.hpp"
#include "table/person_text.hpp"

#include <gtest/gtest.h>

namespace trinvis
{

TEST(NearestName, ForgivesSlipsAndForeignKeyboards)
{
    const std::vector<std::string> known{"Tæller", "Nævner", "Værdi", "Skæringsdato"};
    EXPECT_EQ(nearest_name("Taeler", known), "Tæller");
    EXPECT_EQ(nearest_name("NÆVNERE", known), "Nævner");
    EXPECT_EQ(nearest_name("vaerdi", known), "Værdi");
    EXPECT_EQ(nearest_name("Skærnigsdato", known), "Skæringsdato") << "two letters swapped are one slip";
}

TEST(NearestName, OffersNothingThatIsFarOff)
{
    EXPECT_EQ(nearest_name("Befolkning", {"Tæller", "Nævner"}), "");
    EXPECT_EQ(nearest_name("", {"Tæller"}), "");
    EXPECT_EQ(nearest_name(std::string(10000, 'x'), {"Tæller"}), "");
    EXPECT_EQ(nearest_name("Tæller", {}), "");
}

TEST(PersonName, IsSeenInFreeText)
{
    for (const char* text :
         {"Anna Jensen", "talt med Åse Sørensen, som ...", "jf. A. Nielsen", "(Peter Holm Andersen)"})
        EXPECT_TRUE(looks_like_person_name(text)) << text;
}

TEST(PersonName, IsNotSeenWhereThereIsNone)
{
    for (const char* text : {"", "Jensen", "Se Socialstyrelsen", "Viborg Kommune", "Anna, Jensen", "Hansen-modellen",
                             "anna jensen", "Opgjort af Økonomi. Jensen mangler", "Tal fra Danmarks Statistik"})
        EXPECT_FALSE(looks_like_person_name(text)) << text;
}

} // namespace trinvis
