// SPDX-License-Identifier: MPL-2.0
//
// A mapping as questions and answers: every row can be asked and given, and what hangs on an answer is proposed anew. All
// numbers are invented.
#include "reference/answers.hpp"

#include "imported.hpp"
#include "reference/import_rows.hpp"
#include "reference/import_summary.hpp"
#include "reference/rows_in_workbook.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trinvis::reference
{

namespace
{

using namespace tests;

constexpr std::string_view placements = "\xEF\xBB\xBF"
                                        "ADMKOMMUNE;ANBRSTED;KØN;TID;INDHOLD\r\n"
                                        "Thisted;Døgninstitution;I alt;2023;12\r\n"
                                        "Thisted;Plejefamilie;I alt;2023;..\r\n"
                                        "Thisted;Døgninstitution;Mænd;2023;7\r\n"
                                        "Thisted;Plejefamilie;Mænd;2023;5\r\n"
                                        "Aalborg;Døgninstitution;I alt;2023;30\r\n"
                                        "Aalborg;Plejefamilie;I alt;2023;40\r\n"
                                        "Aalborg;Døgninstitution;Mænd;2023;17\r\n"
                                        "Aalborg;Plejefamilie;Mænd;2023;15\r\n";

class AnswersTest : public ::testing::Test
{
protected:
    [[nodiscard]] const Answer* row(const std::string& name)
    {
        m_rows = answers(m_mapping, m_table, m_workbook, words().danish);
        const auto found =
            std::find_if(m_rows.begin(), m_rows.end(), [&](const Answer& answer) { return answer.name == name; });
        return found == m_rows.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool set(std::string_view name, std::string_view value)
    {
        return set_answer(m_mapping, m_table, m_workbook, name, value);
    }

    void answer_all()
    {
        for (const auto& [name, value] :
             {std::pair{"variable:ADMKOMMUNE", "municipality"}, std::pair{"variable:ANBRSTED", "items"},
              std::pair{"variable:KØN", "fixed:I alt"}, std::pair{"variable:TID", "time"},
              std::pair{"item:Døgninstitution", "institution"}, std::pair{"item:Plejefamilie", ""},
              std::pair{"period-day", "last"}, std::pair{"period:2023", "2023-12-31"},
              std::pair{"sign:..", "not_reported"}, std::pair{"counting-unit", "Unikke børn"}})
            EXPECT_TRUE(set(name, value)) << name;
    }

    const WorkbookFixture m_book{Language::danish, "706", {day(2022, 12, 31), day(2023, 12, 31)}};
    const Workbook m_workbook = m_book.read();
    const ImportedTable m_table = table_of(placements, "ANBAAR12.csv");
    ImportMapping m_mapping = propose_mapping(m_table, m_workbook, {}, words());
    std::vector<Answer> m_rows;
};

} // namespace

TEST_F(AnswersTest, EveryVariableCategoryPeriodAndSignHasARow)
{
    for (const char* name : {"variable:ADMKOMMUNE", "variable:ANBRSTED", "variable:KØN", "variable:TID", "period-day",
                             "period:2023", "sign:..", "municipality-concept", "counting-unit", "age-base"})
        EXPECT_NE(row(name), nullptr) << name;
    EXPECT_TRUE(set("variable:ANBRSTED", "items"));
    EXPECT_NE(row("item:Døgninstitution"), nullptr);
    EXPECT_NE(row("item:Plejefamilie"), nullptr);
    EXPECT_EQ(row("item:"), nullptr);
    EXPECT_TRUE(set("variable:ANBRSTED", "fixed:Døgninstitution"));
    EXPECT_EQ(row("item:Døgninstitution"), nullptr);
    EXPECT_NE(row("item:"), nullptr) << "the whole table is one item";
}

TEST_F(AnswersTest, NothingIsSettledBeforeItWasAnswered)
{
    for (const char* name : {"variable:ADMKOMMUNE", "variable:ANBRSTED", "period:2023", "sign:..", "age-base"})
        EXPECT_FALSE(row(name)->settled) << name;
    answer_all();
    for (const Answer& answer : answers(m_mapping, m_table, m_workbook, words().danish))
        EXPECT_TRUE(answer.settled) << answer.name;
    EXPECT_TRUE(questions(m_mapping, m_table, m_workbook, words()).empty());
    EXPECT_TRUE(faults(m_mapping, m_table, m_workbook).empty());
}

TEST_F(AnswersTest, ConfirmingEveryTopicIsAsGoodAsAnsweringWhatWasProposed)
{
    answer_all();
    ImportMapping proposed = propose_mapping(m_table, m_workbook, {}, words());
    for (const auto& [name, value] :
         {std::pair{"variable:ANBRSTED", "items"}, std::pair{"variable:KØN", "fixed:I alt"},
          std::pair{"item:Døgninstitution", "institution"}, std::pair{"item:Plejefamilie", ""},
          std::pair{"sign:..", "not_reported"}, std::pair{"period-day", "last"}})
        EXPECT_TRUE(set_answer(proposed, m_table, m_workbook, name, value)) << name;
    for (const AnswerTopic topic : answer_topics)
        confirm(proposed, m_table, topic);
    EXPECT_TRUE(questions(proposed, m_table, m_workbook, words()).empty());
    EXPECT_EQ(apply(proposed, m_table, m_workbook, words(), {}).added,
              apply(m_mapping, m_table, m_workbook, words(), {}).added);
}

TEST_F(AnswersTest, WhatIsNoAnswerLeavesTheMappingAlone)
{
    answer_all();
    for (const auto& [name, value] :
         {std::pair{"variable:SKO", "time"}, std::pair{"variable:KØN", "fixed:Børn"}, std::pair{"variable:KØN", ""},
          std::pair{"item:Atlantis", "institution"}, std::pair{"item:Døgninstitution", "atlantis"},
          std::pair{"item:Døgninstitution", "institution * nul"}, std::pair{"item:Døgninstitution", "institution * 0"},
          std::pair{"item:", "institution"}, std::pair{"period:2023", "2021-12-31"},
          std::pair{"period:1999", "2023-12-31"}, std::pair{"period-day", "midt"}, std::pair{"sign:..", "måske"},
          std::pair{"sign:x", "zero"}, std::pair{"", "x"}, std::pair{"item", "institution"}, std::pair{"vrøvl:x", "y"}})
        EXPECT_FALSE(set(name, value)) << name << "=" << value;
    EXPECT_TRUE(faults(m_mapping, m_table, m_workbook).empty());
}

TEST_F(AnswersTest, AnotherVariableOfItemsBringsItsOwnCategories)
{
    answer_all();
    EXPECT_TRUE(set("variable:KØN", "items"));
    EXPECT_NE(row("item:Mænd"), nullptr);
    EXPECT_EQ(row("item:Plejefamilie"), nullptr);
    EXPECT_TRUE(row("variable:ANBRSTED")->open) << "one variable at most tells the items";
    EXPECT_EQ(row("variable:ADMKOMMUNE")->value, "municipality");
}

TEST_F(AnswersTest, ItemsAreNamedByIdOrNameAndMayBeMultiplied)
{
    EXPECT_TRUE(set("variable:ANBRSTED", "items"));
    EXPECT_TRUE(set("item:Plejefamilie", "plejefamilie * 1000"));
    EXPECT_EQ(row("item:Plejefamilie")->value, "plejefamilie");
    EXPECT_EQ(row("item:Plejefamilie")->factor, 1000);
    const EntryLine* line = m_workbook.line("institution");
    ASSERT_NE(line, nullptr);
    EXPECT_TRUE(set("item:Døgninstitution", line->name));
    EXPECT_EQ(row("item:Døgninstitution")->value, "institution");
    EXPECT_TRUE(set("item:Døgninstitution", ""));
    EXPECT_EQ(row("item:Døgninstitution")->shown, "medtages ikke");
}

TEST_F(AnswersTest, FaultsBelongToTheTopicInWhichTheyAreMended)
{
    EXPECT_EQ(topic_of_fault("no-time"), AnswerTopic::variables);
    EXPECT_EQ(topic_of_fault("item-twice"), AnswerTopic::items);
    EXPECT_EQ(topic_of_fault("round-twice"), AnswerTopic::periods);
    EXPECT_EQ(topic_of_fault("sign-unanswered"), AnswerTopic::signs);
    EXPECT_EQ(topic_of_fault("concepts-unanswered"), AnswerTopic::definitions);
    EXPECT_EQ(topic_of_fault("not-confirmed"), std::nullopt);
}

TEST(GivenAnswers, ReadsNamesAndValues)
{
    const auto read = read_given_answers(
        {"item:10 = institution", "sign:==zero", "decimal=point", "proposals=accept", "counting-unit=a=b"});
    const auto* given = std::get_if<GivenAnswers>(&read);
    ASSERT_NE(given, nullptr);
    EXPECT_EQ(given->answers, (std::vector<std::pair<std::string, std::string>>{
                                  {"item:10", "institution"}, {"sign:=", "zero"}, {"counting-unit", "a=b"}}));
    EXPECT_EQ(given->decimal_mark, DecimalMark::point);
    EXPECT_TRUE(given->accept_proposals);
    for (const char* wrong : {"item:10", "decimal=komma", "proposals=yes"})
        EXPECT_EQ(std::get<std::string>(read_given_answers({"a=b", wrong})), wrong);
}

TEST_F(AnswersTest, RowsOfOneFileAreSeenByTheNext)
{
    answer_all();
    const ImportRows first = apply(m_mapping, m_table, m_workbook, words(), {});
    EXPECT_EQ(first.added, 2U);
    const Workbook after = with_rows(m_workbook, first, words());
    const ImportRows again = apply(m_mapping, m_table, after, words(), {});
    EXPECT_EQ(again.added, 0U);
    EXPECT_EQ(again.unchanged, 2U);
}

TEST_F(AnswersTest, TheSummarySaysWhatWillHappenAndWhatWillNot)
{
    answer_all();
    const std::string text =
        import_summary("ANBAAR12.csv", apply(m_mapping, m_table, m_workbook, words(), {}), words().danish);
    EXPECT_TRUE(text.starts_with("ANBAAR12.csv\n• 2 nye rækker i Sammenligningsdata, 0 erstattes, 0 er, som de var"))
        << text;
    EXPECT_NE(text.find("tal medtages ikke: kategorier, der ikke er valgt"), std::string::npos) << text;
}

} // namespace trinvis::reference
