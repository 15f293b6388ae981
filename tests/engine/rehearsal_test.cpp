// SPDX-License-Identifier: MPL-2.0
//
// How well the shipped rules do: a thousand known faults seeded into clean workbooks of many sizes.
#include "clean_workbooks.hpp"
#include "sample_size.hpp"

#include "validation/fault_kinds.hpp"
#include "validation/rehearsal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

namespace trinvis
{

namespace
{

using tests::clean_workbook;
using tests::CleanWish;
using tests::day;
using tests::municipalities;
using tests::sample_size;
using tests::words;
using tests::WorkbookFixture;

const Date today = day(2021, 3, 1);

Rehearsal rehearsed(const CleanWish& wish, std::size_t count, std::uint64_t seed = 1)
{
    return rehearse(clean_workbook(wish).read(), words(), municipalities(), today, seed, count);
}

std::string line_of(const RehearsedFault& fault)
{
    std::string line = fault.kind + " in " + cell_address(fault.place.row, fault.place.column) + ", found by";
    for (const std::string& rule : fault.rules)
        line += " " + rule;
    line += "; strayed";
    for (const std::string& strayed : fault.strayed)
        line += " " + strayed;
    return line;
}

/// Eight municipalities from the smallest to the largest, 125 faults each: every kind comes twice. A part of the sample are
/// the first two of them.
const std::vector<Rehearsal>& a_thousand_faults()
{
    static const std::vector<Rehearsal> all = []
    {
        std::vector<CleanWish> wishes = {
            {.municipality = "825", .rounds = 11, .peers = 2},
            {.language = Language::english, .municipality = "563", .rounds = 5, .peers = 1, .seed = 2},
            {.municipality = "492", .rounds = 8, .unfilled = 1, .peers = 3, .seed = 3},
            {.municipality = "773", .rounds = 4, .absent = {"10"}, .blanks = 3, .peers = 2, .seed = 4},
            {.municipality = "420", .rounds = 3, .peers = 1, .lively = false, .seed = 5},
            {.language = Language::english, .municipality = "573", .rounds = 6, .blanks = 5, .peers = 2, .seed = 6},
            {.municipality = "851", .rounds = 9, .peers = 4, .seed = 7},
            {.municipality = "101", .rounds = 11, .peers = 3, .seed = 8},
        };
        wishes.resize(std::min(wishes.size(), sample_size(10)));
        std::vector<Rehearsal> made;
        for (const CleanWish& wish : wishes)
            made.push_back(rehearsed(wish, 125, made.size() + 1));
        return made;
    }();
    return all;
}

template <typename Measure>
std::size_t over_all(Measure measure)
{
    std::size_t sum = 0;
    for (const Rehearsal& rehearsal : a_thousand_faults())
        sum += measure(rehearsal);
    return sum;
}

double part_of(std::size_t part, std::size_t all)
{
    return static_cast<double>(part) / static_cast<double>(all);
}

} // namespace

TEST(Rehearsal, CatchesTheFaultsThatItSeeds)
{
    const std::size_t seeded = over_all([](const Rehearsal& one) { return one.seeded; });
    const std::size_t caught = over_all([](const Rehearsal& one) { return one.caught; });
    const std::size_t at_the_cell = over_all([](const Rehearsal& one) { return one.at_the_cell; });
    ASSERT_EQ(seeded, 125 * a_thousand_faults().size());
    for (const Rehearsal& rehearsal : a_thousand_faults())
        for (const RehearsedFault& fault : rehearsal.faults)
            if (fault.outcome != FaultOutcome::at_the_cell)
                std::cout << line_of(fault) << "\n";
    std::cout << "recall " << part_of(caught, seeded) << ", at the cell " << part_of(at_the_cell, seeded) << "\n";
    EXPECT_GE(part_of(caught, seeded), 0.99);
    EXPECT_GE(part_of(at_the_cell, seeded), 0.99);
}

TEST(Rehearsal, FindsLittleThatHasNothingToDoWithTheFault)
{
    const std::size_t at_the_fault = over_all([](const Rehearsal& one) { return one.at_the_fault; });
    const std::size_t related = over_all([](const Rehearsal& one) { return one.related; });
    const std::size_t strayed = over_all([](const Rehearsal& one) { return one.strayed; });
    for (const Rehearsal& rehearsal : a_thousand_faults())
        for (const RehearsedFault& fault : rehearsal.faults)
            if (!fault.strayed.empty())
                std::cout << line_of(fault) << "\n";
    std::cout << "findings at the fault " << at_the_fault << ", follow-on " << related << ", strayed " << strayed
              << "\n";
    EXPECT_GE(part_of(at_the_fault + related, at_the_fault + related + strayed), 0.98);
    // Follow-on findings must not be what the precision rests on.
    EXPECT_GE(part_of(at_the_fault, at_the_fault + strayed), 0.98);
}

TEST(Rehearsal, SeedsEveryKindAndTheRulesThatAreMeantForItFindIt)
{
    EXPECT_GE(fault_kinds().size(), 20U);
    for (std::size_t kind = 0; kind < fault_kinds().size(); ++kind)
    {
        EXPECT_GE(over_all([&](const Rehearsal& one) { return one.kinds[kind].seeded; }), sample_size(5))
            << fault_kinds()[kind].id;
        for (const Rehearsal& rehearsal : a_thousand_faults())
            for (const RehearsedFault& fault : rehearsal.faults)
            {
                const auto& meant = fault_kinds()[kind].meant;
                EXPECT_TRUE(fault.kind != fault_kinds()[kind].id ||
                            std::any_of(meant.begin(), meant.end(),
                                        [&](std::string_view rule) { return fault.rules.contains(std::string(rule)); }))
                    << line_of(fault);
            }
    }
}

TEST(Rehearsal, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    const CleanWish wish{.municipality = "741", .rounds = 4, .peers = 1};
    const auto places = [](const Rehearsal& rehearsal)
    {
        std::vector<std::pair<std::string, Place>> all;
        for (const RehearsedFault& fault : rehearsal.faults)
            all.emplace_back(fault.kind, fault.place);
        return all;
    };
    EXPECT_EQ(places(rehearsed(wish, 47, 3)), places(rehearsed(wish, 47, 3)));
    EXPECT_NE(places(rehearsed(wish, 47, 3)), places(rehearsed(wish, 47, 4)));
}

TEST(Rehearsal, NamesTheKindsThatCannotBeSeeded)
{
    const WorkbookFixture empty(Language::danish);
    const Rehearsal rehearsal = rehearse(empty.read(), words(), municipalities(), today, 1, 60);
    const auto seeded = [&](std::string_view id)
    {
        return std::find_if(rehearsal.kinds.begin(), rehearsal.kinds.end(),
                            [&](const RehearsedKind& kind) { return kind.id == id; })
            ->seeded;
    };
    EXPECT_EQ(seeded("negative"), 0U);
    EXPECT_EQ(seeded("comparison_item"), 0U);
    EXPECT_GT(seeded("doubled_item"), 0U);
    EXPECT_EQ(rehearsal.seeded, 60U);
    EXPECT_EQ(rehearsal.recall(), 1);
}

TEST(Rehearsal, SeedsNothingIntoADocumentWithoutSheets)
{
    WorkbookCells cells;
    cells.sheets.push_back({"Ark1", 0, {}});
    const Rehearsal rehearsal =
        rehearse(read_workbook(cells, words(), municipalities()), words(), municipalities(), today, 1, 10);
    EXPECT_EQ(rehearsal.seeded, 0U);
    EXPECT_EQ(rehearsal.precision(), 1);
}

TEST(Rehearsal, MissesWhatARuleThatIsSwitchedOffWouldHaveFound)
{
    WorkbookFixture book = clean_workbook({.municipality = "773", .rounds = 4});
    book.at("rules", "V04", "active") = words().danish.get("word.no");
    const Rehearsal rehearsal = rehearse(book.read(), words(), municipalities(), today, 1, 80);
    for (const RehearsedKind& kind : rehearsal.kinds)
        if (kind.id == "negative")
        {
            EXPECT_LT(kind.at_the_cell, kind.seeded);
            EXPECT_FALSE(kind.rules.contains("V04"));
        }
}

TEST(Rehearsal, FindsTheSameInIndtastningWithAndWithoutTheWholeCountryBesideIt)
{
    const CleanWish alone{.rounds = 6};
    CleanWish among_all = alone;
    among_all.peers = 97;
    const auto outcomes = [](const Rehearsal& rehearsal)
    {
        std::vector<std::string> lines;
        for (const RehearsedFault& fault : rehearsal.faults)
            if (!fault.kind.starts_with("comparison_"))
                lines.push_back(line_of(fault));
        return lines;
    };
    EXPECT_EQ(outcomes(rehearsed(alone, fault_kinds().size() - 7)),
              outcomes(rehearsed(among_all, fault_kinds().size())));
}

TEST(Rehearsal, TakesWhatTheComparisonDataSayOfTheOwnMunicipalityAsAMatterOfTheFault)
{
    WorkbookFixture book = clean_workbook({.municipality = "550", .rounds = 6, .peers = 97});
    const Workbook workbook = book.read();
    for (const EntryLine& line : workbook.lines)
        for (const Round& round : workbook.rounds)
            if (const auto* number = std::get_if<double>(&workbook.grid(workbook.entry).at(line.row, round.column)))
                book.add_comparison(workbook.municipality->code, line.id, round.date.value(), *number);
    const auto validation = book.validate();
    const auto same = std::ranges::find(validation.rules, "C08", &RuleStatus::id);
    ASSERT_EQ(same->satisfied, workbook.lines.size() * workbook.rounds.size());
    const Rehearsal rehearsal = rehearse(book.read(), words(), municipalities(), today, 1, 60);
    for (const RehearsedFault& fault : rehearsal.faults)
        EXPECT_TRUE(fault.strayed.empty()) << line_of(fault);
}

TEST(Rehearsal, TellsHowFarItIs)
{
    const WorkbookFixture book = clean_workbook({.municipality = "773", .rounds = 3});
    std::size_t last = 0;
    (void)rehearse(book.read(), words(), municipalities(), today, 1, 12,
                   [&](std::size_t done, std::size_t of)
                   {
                       EXPECT_EQ(done, last + 1);
                       EXPECT_EQ(of, 12U);
                       last = done;
                   });
    EXPECT_EQ(last, 12U);
}

TEST(RehearsalSheet, HoldsOneRowAKindAndTotalsThatAgree)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const CleanWish wish{.language = language, .municipality = "773", .rounds = 3};
        const Workbook workbook = clean_workbook(wish).read();
        const Rehearsal rehearsal = rehearse(workbook, words(), municipalities(), today, 1, 50);
        const SheetContent sheet = rehearsal_sheet(rehearsal, workbook, words().in(language), today);
        ASSERT_TRUE(sheet.table.has_value());
        EXPECT_EQ(static_cast<std::size_t>(sheet.table->last_row - sheet.table->first_row), fault_kinds().size());
        double seeded = 0;
        bool not_possible = false;
        for (int row = sheet.table->first_row + 1; row <= sheet.table->last_row; ++row)
        {
            const ContentCell& cell = sheet.rows[static_cast<std::size_t>(row)][1];
            if (const double* number = std::get_if<double>(&cell))
                seeded += *number;
            else
                not_possible =
                    not_possible || std::get<std::string>(cell) == words().in(language).get("rehearsal.not_possible");
        }
        EXPECT_EQ(seeded, 50);
        EXPECT_TRUE(not_possible) << "there are no comparison data";
        EXPECT_EQ(std::get<std::string>(sheet.rows[3][0]).find("7 "), 0U) << "the kinds of comparison data";
        EXPECT_EQ(std::get<double>(sheet.rows.back()[1]), 50);
        const auto& sentence = std::get<std::string>(sheet.rows[1][0]);
        EXPECT_NE(sentence.find(language == Language::danish ? "100,0 pct." : "100.0 per cent"), std::string::npos)
            << sentence;
    }
}

TEST(RehearsalSheet, LinksToAFaultThatWasMissed)
{
    const Workbook workbook = clean_workbook({.municipality = "773", .rounds = 3}).read();
    Rehearsal rehearsal;
    rehearsal.kinds.push_back({"negative", {"V04"}, 3, 2, 2, {"V04"}, Place{workbook.entry.sheet, 8, 6}});
    const SheetContent sheet = rehearsal_sheet(rehearsal, workbook, words().danish, today);
    const auto& link = std::get<LinkTo>(sheet.rows[static_cast<std::size_t>(sheet.table->last_row)][5]);
    EXPECT_EQ(link.text, "Indtastning G9");
    EXPECT_EQ(link.sheet, "Indtastning");
}

} // namespace trinvis
