// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a new workbook as data.
#include "shipped.hpp"

#include "catalogue/sheet_names.hpp"
#include "catalogue/value.hpp"
#include "new_workbook/sheets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

using tests::day;
using tests::words;

std::vector<SheetContent> sheets_of(Language language)
{
    return new_workbook_sheets({*tests::municipalities().find("851"),
                                {day(2026, 3, 31), day(2026, 9, 30)},
                                tests::catalogue(language),
                                tests::rules_of(language),
                                words().in(language),
                                tests::municipalities(),
                                "0.1.0"});
}

const SheetContent& sheet(const std::vector<SheetContent>& sheets, std::string_view id)
{
    return *std::find_if(sheets.begin(), sheets.end(), [id](const SheetContent& one) { return one.id == id; });
}

const std::string* text_at(const SheetContent& sheet, int row, int column)
{
    const auto& cells = sheet.rows.at(static_cast<std::size_t>(row));
    return column < static_cast<int>(cells.size()) ? std::get_if<std::string>(&cells[static_cast<std::size_t>(column)])
                                                   : nullptr;
}

bool holds_text(const SheetContent& sheet, std::string_view text)
{
    for (int row = 0; row < sheet.row_count(); ++row)
        for (int column = 0; column < sheet.column_count(); ++column)
            if (const std::string* found = text_at(sheet, row, column))
                if (found->find(text) != std::string::npos)
                    return true;
    return false;
}

/// The style that a cell ends up with; later ranges win.
std::optional<Style> style_at(const SheetContent& sheet, int row, int column)
{
    std::optional<Style> style;
    for (const StyledRange& styled : sheet.styles)
        if (row >= styled.range.first_row && row <= styled.range.last_row && column >= styled.range.first_column &&
            column <= styled.range.last_column)
            style = styled.style;
    return style;
}

} // namespace

TEST(NewSheets, SayFirstWhatWasChosen)
{
    const std::vector<SheetContent> sheets = new_workbook_sheets(
        {*tests::municipalities().find("851"),
         {day(2026, 3, 31)},
         tests::catalogue(Language::danish),
         tests::rules_of(Language::danish),
         words().danish,
         tests::municipalities(),
         "0.1.0",
         FirstChoices{
             .small_number_threshold = 3, .group_level = Weighting::median, .comparison_group = GroupKind::landsdel}});
    const auto value_of = [&](std::string_view id, const char* key) -> std::string
    {
        const SheetContent& one = sheet(sheets, id);
        for (int row = 0; row < one.row_count(); ++row)
            if (const std::string* name = text_at(one, row, 0); name && *name == words().danish.get(key))
                return *text_at(one, row, 1);
        return {};
    };
    EXPECT_EQ(value_of("facts", "fact.threshold"), "3");
    EXPECT_EQ(value_of("groups", "group_choice.weighting"), "median");
    EXPECT_EQ(value_of("groups", "group_choice.main_group"), "landsdelen");
}

TEST(NewSheets, AreTheEightInTheOrderOfTheTabs)
{
    for (const Language language : {Language::danish, Language::english})
    {
        std::vector<std::string> ids;
        for (const SheetContent& one : sheets_of(language))
        {
            ids.push_back(one.id);
            EXPECT_EQ(one.name, words().in(language).get("sheet." + one.id));
        }
        EXPECT_EQ(ids, (std::vector<std::string>{"guide", "facts", "catalogue", "entry", "comparison", "groups",
                                                 "rules", "rule_language"}));
    }
}

TEST(NewSheets, HaveTheColumnsThatTheReaderNeeds)
{
    for (const SheetContent& one : sheets_of(Language::danish))
    {
        if (one.id == "guide" || one.id == "rule_language")
            continue;
        ASSERT_TRUE(one.table) << one.id;
        std::set<std::string> headings;
        for (int column = 0; column <= one.table->last_column; ++column)
            if (const std::string* text = text_at(one, one.table->first_row, column))
                headings.insert(*text);
        for (const std::string_view column : sheet_by_id(one.id).required_columns)
            EXPECT_TRUE(headings.contains(words().danish.get("column." + one.id + "." + std::string(column))))
                << one.id << " " << column;
    }
}

TEST(NewSheets, HaveAWidthForEveryColumnAndKeepStylesWithinReason)
{
    for (const SheetContent& one : sheets_of(Language::danish))
    {
        EXPECT_GE(static_cast<int>(one.column_widths_mm.size()), one.column_count()) << one.id;
        for (const StyledRange& styled : one.styles)
            EXPECT_TRUE(styled.range.first_row <= styled.range.last_row &&
                        styled.range.first_column <= styled.range.last_column)
                << one.id;
    }
}

TEST(NewEntrySheet, HasAColumnForEachRoundToBeFilledIn)
{
    const auto sheets = sheets_of(Language::danish);
    const SheetContent& entry = sheet(sheets, "entry");
    const auto& headings = entry.rows.at(static_cast<std::size_t>(entry.table->first_row));
    ASSERT_EQ(headings.size(), 7U);
    EXPECT_EQ(std::get<Date>(headings[5]), day(2026, 3, 31));
    EXPECT_EQ(std::get<Date>(headings[6]), day(2026, 9, 30));
    EXPECT_EQ(style_at(entry, entry.table->first_row, 5), Style::heading_date);
    EXPECT_EQ(style_at(entry, entry.table->first_row + 1, 6), Style::input);
    EXPECT_EQ(entry.table->last_row - entry.table->first_row, 17);
}

TEST(NewCatalogueSheet, MarksWhatIsTheToolsProposal)
{
    const auto sheets = sheets_of(Language::danish);
    const SheetContent& catalogue = sheet(sheets, "catalogue");
    EXPECT_TRUE(holds_text(catalogue, "værktøjets forslag, tilpasses lokalt"));
    const int heading = catalogue.table->first_row;
    for (int column = 0; column <= catalogue.table->last_column; ++column)
    {
        const std::string& text = *text_at(catalogue, heading, column);
        if (text == words().danish.get("column.catalogue.working_definition"))
            EXPECT_EQ(style_at(catalogue, heading + 1, column), Style::provisional);
        else if (text == words().danish.get("column.catalogue.official_definition"))
        {
            EXPECT_EQ(*text_at(catalogue, heading + 1, column), "");
        }
    }
}

TEST(NewGuideSheet, NamesTheTypedBlanksTheSheetsAndTheReservations)
{
    const auto sheets = sheets_of(Language::danish);
    const SheetContent& guide = sheet(sheets, "guide");
    for (const TypedBlank& blank : typed_blanks())
        EXPECT_TRUE(holds_text(guide, words().danish.get(blank.key))) << blank.key;
    for (const SheetKind& kind : sheet_kinds())
        EXPECT_TRUE(holds_text(guide, words().danish.get("sheet." + std::string(kind.id)))) << kind.id;
    EXPECT_TRUE(holds_text(guide, "ikke en myndigheds produkt"));
}

TEST(NewFactsSheet, OffersTheLanguageAndWhatResultsAreFor)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const auto sheets = sheets_of(language);
        const SheetContent& facts = sheet(sheets, "facts");
        ASSERT_EQ(facts.drop_downs.size(), 3U);
        const CellRange& range = facts.drop_downs.back().range;
        EXPECT_EQ(*text_at(facts, range.first_row, 0), words().in(language).get("fact.language"));
        EXPECT_EQ(*text_at(facts, range.first_row, range.first_column), language_code(language));
    }
}

TEST(NewSheets, OfferOnlyWordsThatTheReaderKnows)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const auto sheets = sheets_of(language);
        const SheetContent& catalogue = sheet(sheets, "catalogue");
        ASSERT_EQ(catalogue.drop_downs.size(), 2U);
        for (const std::string& choice : catalogue.drop_downs[0].choices)
            EXPECT_TRUE(kind_from_word(choice, words())) << choice;
        const SheetContent& rules = sheet(sheets, "rules");
        for (const std::string& choice : rules.drop_downs.at(1).choices)
            EXPECT_TRUE(rules::severity_from_word(choice, words())) << choice;
    }
}

TEST(DropDowns, StandUnderTheirOwnHeadings)
{
    const auto sheets = sheets_of(Language::danish);
    const auto heading_of = [&](std::string_view id, std::size_t drop_down)
    {
        const SheetContent& one = sheet(sheets, id);
        return *text_at(one, one.table->first_row, one.drop_downs.at(drop_down).range.first_column);
    };
    EXPECT_EQ(heading_of("catalogue", 0), "Art");
    EXPECT_EQ(heading_of("catalogue", 1), "Ønsket retning");
    EXPECT_EQ(heading_of("entry", 0), "Rolle");
    EXPECT_EQ(heading_of("rules", 0), "Tabel");
    EXPECT_EQ(heading_of("rules", 1), "Alvor");
    EXPECT_EQ(heading_of("rules", 2), "Samlet");
}

TEST(ProposedCutOffs, AreTheHalfYearsUpToTheNextOne)
{
    EXPECT_EQ(proposed_cut_offs(day(2026, 6, 1), 3),
              (std::vector<Date>{day(2025, 9, 30), day(2026, 3, 31), day(2026, 9, 30)}));
    EXPECT_EQ(proposed_cut_offs(day(2026, 11, 21), 2), (std::vector<Date>{day(2026, 9, 30), day(2027, 3, 31)}));
}

TEST(ProposedCutOffs, HoldADayThatIsToday)
{
    EXPECT_EQ(proposed_cut_offs(day(2026, 3, 31), 1), std::vector<Date>{day(2026, 3, 31)});
    EXPECT_EQ(proposed_cut_offs(day(2026, 4, 1), 1), std::vector<Date>{day(2026, 9, 30)});
    EXPECT_EQ(proposed_cut_offs(day(2026, 10, 1), 1), std::vector<Date>{day(2027, 3, 31)});
    EXPECT_TRUE(proposed_cut_offs(day(2026, 10, 1), 0).empty());
}

TEST(SheetNames, AreKnownByTheirIds)
{
    EXPECT_EQ(sheet_by_id("entry").defined_name, "trinvis_indtastning");
    EXPECT_THROW((void)sheet_by_id("budget"), std::out_of_range);
    std::set<std::string_view> names;
    for (const SheetKind& kind : sheet_kinds())
        EXPECT_TRUE(names.insert(kind.defined_name).second && kind.defined_name.starts_with("trinvis_"));
}

} // namespace trinvis
