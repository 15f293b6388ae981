// SPDX-License-Identifier: MPL-2.0
//
// Files of accounts: own extracts and the shapes of StatBank's tables. The StatBank's layout (codes and INDHOLD) is that of
// its API; which values its dimensions have is general knowledge, and the amounts are invented.
#include "shipped.hpp"

#include "spending/account_file.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace trinvis::spending
{

namespace
{

AccountFile read(std::string_view bytes, std::string_view name = "udtræk.csv")
{
    return read_account_file(bytes, name, tests::words().danish, tests::municipalities());
}

/// "municipality year function grouping øre", a line each.
std::vector<std::string> lines_of(const AccountFile& file)
{
    std::vector<std::string> lines;
    for (const FileLine& line : file.lines)
        lines.push_back((line.municipality ? line.municipality->code : "own") + " " + std::to_string(line.year) + " " +
                        line.account.function + " " + line.account.grouping + " " + std::to_string(line.amount));
    return lines;
}

std::string joined(const std::vector<std::string>& sentences)
{
    return std::accumulate(sentences.begin(), sentences.end(), std::string{},
                           [](std::string all, const std::string& one) { return std::move(all) + one + "\n"; });
}

} // namespace

TEST(AccountFiles, HaveTheColumnsOfTheSheet)
{
    const AccountFile file = read("Kommune;År;Funktion;Gruppering;Tekst;Beløb (kr.);Kilde\r\n"
                                  ";2019;5.28.20;001;Opholdssteder;1.234,50;Udtræk\r\n"
                                  "Viborg;2018;52821;2;;-10,00;\r\n");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"own 2019 5.28.20 001 123450", "791 2018 5.28.21 002 -1000"}));
    EXPECT_EQ(file.lines.front().label, "Opholdssteder");
    EXPECT_EQ(file.lines.front().source, "Udtræk");
    EXPECT_EQ(file.lines.back().source, "udtræk.csv") << "a line without a source comes from the file";
    EXPECT_TRUE(file.notes.empty());
}

TEST(AccountFiles, MayHaveTheAccountAsOneCode)
{
    const AccountFile file = read("Regnskabsår;Konto;Kontonavn;Beløb\n2019;5.28.20.001;Opholdssteder;100,00-\n"
                                  "2019;5.28.20.2.002;Refusion;5,00\n");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"own 2019 5.28.20 001 -10000"}));
    EXPECT_NE(joined(file.notes).find("læst som kroner"), std::string::npos);
    EXPECT_NE(joined(file.notes).find("1 linje er udeladt: den er ikke drift"), std::string::npos);
}

TEST(AccountFiles, OfREGK100AreInThousandsAndSayIt)
{
    const AccountFile file = read("\xEF\xBB\xBFOMRÅDE;FUNKTION;DRANST;EJER;GRUPPERING;ART;PRISENHED;TID;INDHOLD\r\n"
                                  "851;52820;1;TOT;001;TOT;LOB;2019;1234\r\n"
                                  "851;52820;1;1;001;TOT;LOB;2019;1000\r\n"
                                  "851;52820;1;TOT;TOT;TOT;LOB;2019;1234\r\n"
                                  "851;52820;2;TOT;001;TOT;LOB;2019;99\r\n"
                                  "000;52820;1;TOT;001;TOT;LOB;2019;88888\r\n"
                                  "851;528;1;TOT;001;TOT;LOB;2019;5000\r\n"
                                  "851;52821;1;TOT;001;TOT;LOB;2019;..\r\n",
                                  "REGK100.csv");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"851 2019 5.28.20 001 123400000"}));
    const std::string notes = joined(file.notes);
    EXPECT_NE(notes.find("REGK100 er i 1.000 kr., så beløbene er ganget med 1.000."), std::string::npos);
    EXPECT_NE(notes.find("er ikke drift"), std::string::npos);
    EXPECT_NE(notes.find("men landets"), std::string::npos);
    EXPECT_NE(notes.find("ejerforhold"), std::string::npos);
    EXPECT_NE(notes.find("den er ikke læst som 0"), std::string::npos);
    EXPECT_EQ(file.lines.front().source, "Danmarks Statistik, REGK100, CC BY 4.0");
}

TEST(AccountFiles, OfREGK31TakeCurrentPricesWithTheirUnit)
{
    const AccountFile file =
        read("OMRÅDE;FUNK1;DRANST;ART;PRISENHED;TID;INDHOLD\r\n"
             "Viborg;5.28.20 Opholdssteder;1 Driftskonti;Nettoudgifter;Løbende priser (1.000 kr.);2019;10\r\n"
             "Viborg;5.28.20 Opholdssteder;1 Driftskonti;Bruttoudgifter;Løbende priser (1.000 kr.);2019;15\r\n"
             "Viborg;5.28.20 Opholdssteder;1 Driftskonti;Nettoudgifter;Løbende priser, kr. pr. indbygger;2019;7\r\n"
             "Viborg;5.28.20 Opholdssteder;1 Driftskonti;Nettoudgifter;Faste priser (1.000 kr.);2019;11\r\n",
             "REGK31.csv");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"791 2019 5.28.20  1000000"}));
}

TEST(AccountFiles, AddTheMainKindsWhereNoNetIsThere)
{
    const AccountFile file =
        read("OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD (1.000 kr.)\n"
             "791;52820;1;1 Lønninger;LOB;2019;10\n791;52820;1;4 Tjenesteydelser;LOB;2019;5\n"
             "791;52820;1;4.6 Betalinger til staten;LOB;2019;2\n791;52820;1;7 Indtægter;LOB;2019;-3\n",
             "REGK31.csv");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"791 2019 5.28.20  1200000"}));
}

TEST(AccountFiles, OfREGKCHaveTheCodeInOneColumn)
{
    const AccountFile file = read("OMRÅDE;DRANST FUNKTION OG GRUPPERING;ART;PRISENHED;TID;INDHOLD (1.000 kr.)\n"
                                  "791;152820001;TOT;LOB;2019;10\n791;252820001;TOT;LOB;2019;4\n",
                                  "REGKC.csv");
    ASSERT_TRUE(file.usable()) << joined(file.faults);
    EXPECT_EQ(lines_of(file), (std::vector<std::string>{"791 2019 5.28.20 001 1000000"}));
}

TEST(AccountFiles, AreRefusedWhereTheUnitCannotBeTold)
{
    const AccountFile file =
        read("OMRÅDE;FUNK1;DRANST;ART;PRISENHED;TID;INDHOLD\n791;52820;1;TOT;LOB;2019;10\n", "REGK31.csv");
    EXPECT_FALSE(file.usable());
    EXPECT_EQ(joined(file.faults),
              "Linje 2: enheden fremgår ikke. Skriv den i overskriften: Beløb (kr.) eller Beløb (1.000 kr.).\n");
}

TEST(AccountFiles, AreRefusedWhereKindsWouldCountTwice)
{
    const AccountFile file =
        read("OMRÅDE;FUNK1;DRANST;ART;PRISENHED;TID;INDHOLD (kr.)\n791;52820;1;Bruttoudgifter;LOB;2019;10\n");
    EXPECT_FALSE(file.usable());
    EXPECT_NE(joined(file.faults).find("uden at tælle dobbelt"), std::string::npos);
}

TEST(AccountFiles, AreRefusedWithTheLinesOfTheirFaults)
{
    const AccountFile file = read("Kommune;År;Funktion;Beløb (kr.)\nAndeby;2019;5.28.20;1,00\n;i fjor;5.28.20;1,00\n"
                                  ";2019;;1,00\n;2019;5.28.20;mange\n;2019;5.28.20;1,0051\n");
    EXPECT_FALSE(file.usable());
    EXPECT_EQ(joined(file.faults),
              "Linje 2: kommunen er ukendt.\nLinje 3: året er ikke et årstal.\n"
              "Linje 4: funktionen mangler.\nLinje 5: beløbet er ikke et tal eller er over 5 mia. kr.\n"
              "Linje 6: beløbet har mere end to decimaler. Afrund det til øre i filen.\n");
}

TEST(AccountFiles, AreRefusedWhereAPointCanBeEither)
{
    const AccountFile file = read("År;Funktion;Beløb (kr.)\n2019;5.28.20;1.234\n");
    EXPECT_FALSE(file.usable());
    EXPECT_NE(joined(file.faults).find("kan læses på to måder"), std::string::npos);
    EXPECT_EQ(read("År;Funktion;Beløb (kr.)\n2019;5.28.20;1.234\n2019;5.28.20;1,50\n").lines.front().amount, 123400);
}

TEST(AccountFiles, NeverRepeatWhatLooksLikeAPersonNumber)
{
    const AccountFile file = read("År;Funktion;Tekst;Beløb (kr.)\n2019;5.28.20;010190-1234;1,00\n");
    EXPECT_FALSE(file.usable());
    EXPECT_NE(joined(file.faults).find("Linje 2"), std::string::npos);
    EXPECT_EQ(joined(file.faults).find("010190"), std::string::npos);
}

TEST(AccountFiles, WithoutTheHeadingsOrLinesAreRefused)
{
    EXPECT_FALSE(read("").usable());
    EXPECT_FALSE(read("a;b;c\n1;2;3\n").usable());
    EXPECT_FALSE(read("Funktion;Beløb (kr.)\n5.28.20;1\n").usable()) << "no year";
    EXPECT_FALSE(read("År;Funktion;Beløb (kr.)\n").usable());
    EXPECT_FALSE(read("År;Funktion;Beløb (kr.)\n2019;\"5.28.20;1\n").usable()) << "a quote that is never closed";
}

TEST(AccountFiles, OfTheWholeCountryAreRead)
{
    std::string bytes = "Kommune;År;Funktion;Gruppering;Beløb (kr.)\n";
    for (const Municipality& municipality : tests::municipalities().all())
        for (int year = 2010; year < 2020; ++year)
            for (int grouping = 1; grouping <= 100; ++grouping)
                bytes += municipality.code + ";" + std::to_string(year) + ";5.28.20;" + std::to_string(grouping) +
                         ";1000,01\n";
    const AccountFile file = read(bytes);
    ASSERT_TRUE(file.usable());
    EXPECT_EQ(file.lines.size(), 98'000U);
    EXPECT_EQ(std::accumulate(file.lines.begin(), file.lines.end(), Oere{0},
                              [](Oere sum, const FileLine& line) { return sum + line.amount; }),
              98'000 * Oere{100'001});
}

} // namespace trinvis::spending
