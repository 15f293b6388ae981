// SPDX-License-Identifier: MPL-2.0
//
// What the answers say: means, shares, positions and tests, the conclusions, and what is hidden for sharing.
//
// The numbers of the 39 municipalities' invented answers were computed from tests/data/survey/39_kommuner.csv with Python's
// statistics module; t quantiles by integrating the density, Wilson's and Mann & Whitney's by their formulas.
#include "survey_book.hpp"

#include "survey/conclude.hpp"
#include "survey/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace trinvis
{

namespace
{

using tests::SurveyBook;
using Lines = std::vector<std::string>;
constexpr double hair = 5e-7;

const tests::SurveyOutcome& outcome_39()
{
    static const std::unique_ptr<tests::SurveyOutcome> outcome = SurveyBook::with_39().outcome();
    return *outcome;
}

/// Six others that answer so; own answer 4 where it is not given.
SurveyBook with_answers(std::string_view number, const std::vector<double>& others, double own = 4)
{
    static const Lines names{"København", "Aarhus",  "Odense", "Esbjerg",  "Randers",
                             "Kolding",   "Horsens", "Vejle",  "Roskilde", "Herning"};
    SurveyBook book;
    for (std::size_t i = 0; i < others.size(); ++i)
        book.others(names.at(i), {{std::string(number), Cell{others[i]}}});
    book.answer(number, "own_answer") = Cell{own};
    return book;
}

void share(SurveyBook& book, const char* limit = "5")
{
    book.book.at("facts", "view", "value") = Cell{"til deling"};
    book.book.at("facts", "threshold", "value") = Cell{std::stod(limit)};
}

SurveyWords spoken(const tests::SurveyOutcome& outcome, Language language = Language::danish)
{
    return survey_words(outcome.results, tests::survey(), outcome.workbook, tests::words().in(language));
}

} // namespace

TEST(SurveyResults, LeaveTheOwnMunicipalityOutOfTheOthers)
{
    const QuestionResult& question = outcome_39().question("4");
    EXPECT_EQ(question.others.n, 38U);
    EXPECT_EQ(question.others.given, (ScoreCounts{0, 2, 10, 17, 9}));
    EXPECT_EQ(question.general_n, 39U);
}

TEST(SurveyResults, GiveMeanAndIntervalOfTheOthers)
{
    const OthersResult& others = outcome_39().question("4").others;
    EXPECT_NEAR(*others.mean, 3.868421053, hair);
    EXPECT_NEAR(others.mean_interval->lower, 3.591080564, hair);
    EXPECT_NEAR(others.mean_interval->upper, 4.145761541, hair);
    EXPECT_NEAR(*others.deviation, 0.843771, hair);
}

TEST(SurveyResults, GiveTheShareOfHighAnswersWithWilsonsInterval)
{
    const OthersResult& others = outcome_39().question("4").others;
    EXPECT_EQ(others.high, 26U);
    EXPECT_EQ(others.low, 2U);
    EXPECT_NEAR(others.high_share->lower, 0.525442401, hair);
    EXPECT_NEAR(others.high_share->upper, 0.809153963, hair);
}

TEST(SurveyResults, CountDontKnowAndNotAnsweredBesideN)
{
    const OthersResult& nine = outcome_39().question("9").others;
    EXPECT_EQ(nine.n, 36U);
    EXPECT_EQ(nine.dont_know, 2U);
    EXPECT_EQ(nine.none, 0U);
    EXPECT_EQ(outcome_39().question("11").others.none, 1U);
}

TEST(SurveyResults, PlaceTheOwnAnswerAmongTheOthers)
{
    const QuestionResult& question = outcome_39().question("5");
    EXPECT_EQ(question.own, 4);
    EXPECT_EQ(question.standing->lower, 27U);
    EXPECT_EQ(question.standing->same, 7U);
    EXPECT_EQ(question.standing->higher, 3U);
}

TEST(SurveyResults, TestNothingWhereOneHasAnswered)
{
    for (const QuestionResult& question : outcome_39().results.questions)
    {
        EXPECT_EQ(question.difference, OwnDifference::untested);
        EXPECT_FALSE(question.p);
    }
}

TEST(SurveyResults, TestThreeOwnRespondentsByRanksAdjustedForTheQuestions)
{
    SurveyBook book = SurveyBook::with_39();
    book.answer("4", "own_answer") = Cell{5.0};
    book.answer("5", "own_answer") = Cell{3.0};
    book.answer("7", "own_answer") = Cell{2.0};
    book.others("Aalborg", {{"4", Cell{5.0}}, {"5", Cell{3.0}}, {"7", Cell{1.0}}});
    book.others("Aalborg", {{"4", Cell{5.0}}, {"5", Cell{2.0}}, {"7", Cell{2.0}}});
    const auto outcome = book.outcome();
    EXPECT_NEAR(*outcome->question("7").p, 0.011442658, hair);
    EXPECT_NEAR(*outcome->question("7").delta, -0.964912281, hair);
    EXPECT_EQ(outcome->question("7").difference, OwnDifference::lower);
    EXPECT_NEAR(*outcome->question("4").p, 0.033695911, hair);
    EXPECT_EQ(outcome->question("4").difference, OwnDifference::higher);
    EXPECT_NEAR(*outcome->question("5").p, 0.830178080, hair);
    EXPECT_EQ(outcome->question("5").difference, OwnDifference::none);
    EXPECT_EQ(outcome->question("6").difference, OwnDifference::untested);
}

TEST(SurveyResults, CountAMunicipalityOnceHoweverManyAnswer)
{
    SurveyBook book = with_answers("1", {2, 2, 2, 2, 2});
    for (int i = 0; i < 10; ++i)
        book.others("København", {{"1", Cell{5.0}}});
    const auto outcome = book.outcome();
    const OthersResult& others = outcome->question("1").others;
    EXPECT_EQ(others.n, 5U);
    EXPECT_NEAR(*others.mean, (2 * 4 + (2.0 + 10 * 5) / 11) / 5, hair);
    EXPECT_EQ(others.given, (ScoreCounts{0, 4, 0, 0, 1})) << "København's 4.73 is 5";
    EXPECT_TRUE(outcome->results.several_respondents);
}

TEST(SurveyResults, RoundHalvesTowardsTheMiddle)
{
    EXPECT_EQ(rounded_score(1.5), 2);
    EXPECT_EQ(rounded_score(2.5), 3);
    EXPECT_EQ(rounded_score(3.5), 3);
    EXPECT_EQ(rounded_score(4.5), 4);
    EXPECT_EQ(rounded_score(4.6), 5);
    EXPECT_EQ(rounded_score(1.4), 1);
    for (const double score : {1.0, 2.0, 3.0, 4.0, 5.0})
        EXPECT_EQ(rounded_score(score), static_cast<int>(score));
}

TEST(SurveyResults, SayNothingBelowTheLeastNumberOfAnswers)
{
    const auto few = with_answers("1", {1, 2, 3, 4}).outcome();
    EXPECT_EQ(few->question("1").others.n, 4U);
    EXPECT_FALSE(few->question("1").others.mean);
    EXPECT_FALSE(few->question("1").others.high_share);
    EXPECT_FALSE(few->question("1").standing);
    const auto enough = with_answers("1", {1, 2, 3, 4, 5}).outcome();
    EXPECT_TRUE(enough->question("1").others.mean);
    EXPECT_TRUE(enough->question("1").standing);
}

TEST(SurveyResults, TurnReversedQuestionsInAllButTheDistribution)
{
    SurveyBook plain = with_answers("1", {1, 1, 2, 2, 3, 5}, 1);
    SurveyBook turned = with_answers("1", {5, 5, 4, 4, 3, 1}, 5);
    turned.answer("1", "reversed") = Cell{"ja"};
    const auto a = plain.outcome();
    const auto b = turned.outcome();
    EXPECT_EQ(b->question("1").others.given, (ScoreCounts{1, 0, 1, 2, 2}));
    EXPECT_EQ(a->question("1").others.mean, b->question("1").others.mean);
    EXPECT_EQ(a->question("1").others.high, b->question("1").others.high);
    EXPECT_EQ(a->question("1").standing->higher, b->question("1").standing->higher);
    EXPECT_EQ(b->question("1").own, 5);
    EXPECT_EQ(b->question("1").own_turned, 1);
    EXPECT_TRUE(b->results.reversed);
}

TEST(SurveyResults, CutIntervalsOffAtTheEndsOfTheScale)
{
    const auto outcome = with_answers("1", {5, 5, 5, 5, 3}).outcome();
    EXPECT_EQ(outcome->question("1").others.mean_interval->upper, 5);
}

TEST(SurveyResults, AreTheSameFromCountsAsFromColumns)
{
    SurveyBook book;
    book.counts("4", {Cell{0.0}, Cell{2.0}, Cell{10.0}, Cell{17.0}, Cell{9.0}});
    book.answer("4", "own_answer") = Cell{5.0};
    const auto counted = book.outcome();
    const QuestionResult& expected = outcome_39().question("4");
    const QuestionResult& found = counted->question("4");
    EXPECT_EQ(found.others.mean, expected.others.mean);
    EXPECT_EQ(found.others.high, expected.others.high);
    EXPECT_EQ(found.general, expected.general);
    EXPECT_EQ(found.standing->lower, expected.standing->lower);
    EXPECT_TRUE(found.inspiring.empty()) << "counts name nobody";
}

// "Resultater af survey om tidlige forebyggende indsatser" (Implement and Socialt Udviklingscenter SUS, 39 municipalities).
TEST(SurveyConclusions, AreThePublishedThreeAndThreeOf39Municipalities)
{
    EXPECT_EQ(outcome_39().numbers(outcome_39().results.strong), (Lines{"6", "4", "10"}));
    EXPECT_EQ(outcome_39().numbers(outcome_39().results.challenged), (Lines{"9", "1", "11"}));
    const SurveyWords words = spoken(outcome_39());
    ASSERT_EQ(words.strong.items.size(), 3U);
    EXPECT_EQ(words.strong.items[0].question, tests::survey().questions[5].text.danish);
    EXPECT_EQ(words.strong.items[1].question, tests::survey().questions[3].text.danish);
    EXPECT_EQ(words.strong.items[2].question, tests::survey().questions[9].text.danish);
    EXPECT_EQ(words.challenged.items[0].question, tests::survey().questions[8].text.danish);
    EXPECT_EQ(words.challenged.items[1].question, tests::survey().questions[0].text.danish);
    EXPECT_EQ(words.challenged.items[2].question, tests::survey().questions[10].text.danish);
    EXPECT_EQ(words.strong.items[0].sentence.text, "Gennemsnit 4,3 (n = 39).");
    EXPECT_EQ(words.challenged.items[0].sentence.text, "Gennemsnit 1,9 (n = 37).");
}

TEST(SurveyConclusions, NameAllThatShareTheThirdPlaceAndSaySo)
{
    SurveyBook book;
    const std::vector<std::pair<std::string, std::vector<double>>> counts{
        {"1", {0, 0, 0, 0, 6}}, {"2", {0, 0, 0, 6, 0}}, {"3", {0, 0, 3, 0, 3}}, {"4", {0, 0, 0, 6, 0}},
        {"5", {0, 0, 6, 0, 0}}, {"6", {0, 6, 0, 0, 0}}, {"7", {6, 0, 0, 0, 0}}};
    for (const auto& [number, scores] : counts)
        book.counts(number, {Cell{scores[0]}, Cell{scores[1]}, Cell{scores[2]}, Cell{scores[3]}, Cell{scores[4]}});
    const auto outcome = book.outcome();
    EXPECT_EQ(outcome->numbers(outcome->results.strong), (Lines{"1", "2", "3", "4"}));
    EXPECT_TRUE(outcome->results.strong_tied);
    EXPECT_EQ(outcome->numbers(outcome->results.challenged), (Lines{"7", "6", "5"}));
    EXPECT_FALSE(outcome->results.challenged_tied);
    EXPECT_NE(spoken(*outcome).strong.intro.find("fordi gennemsnit er ens"), std::string::npos);
}

TEST(SurveyConclusions, NameNothingWhereAllAnswersAreAlike)
{
    SurveyBook book;
    for (const char* number : {"1", "2", "3", "4", "5"})
        book.counts(number, {Cell{0.0}, Cell{0.0}, Cell{6.0}, Cell{0.0}, Cell{0.0}});
    const auto outcome = book.outcome();
    EXPECT_TRUE(outcome->results.strong.empty());
    EXPECT_TRUE(outcome->results.challenged.empty());
    EXPECT_EQ(spoken(*outcome).strong.intro, tests::words().danish.get("survey.general.all_alike"));
}

TEST(SurveyConclusions, SayThatThereAreTooFewAnswers)
{
    const auto outcome = with_answers("1", {1, 2}).outcome();
    EXPECT_EQ(spoken(*outcome).strong.intro, "Der er færre end 5 svar pr. spørgsmål, så der er intet gennemsnit.");
}

TEST(SurveyConclusions, TellWhereTheOwnAnswerIsBeyondThreeQuartersOfTheOthers)
{
    // 29 of 38 are lower on question 4; 33 of 38 are higher on question 1 and 36 of 38 on question 7; 27 of 37 is less
    // than three quarters.
    EXPECT_EQ(outcome_39().numbers(outcome_39().results.ahead), (Lines{"4"}));
    EXPECT_EQ(outcome_39().numbers(outcome_39().results.behind), (Lines{"1", "7"}));
    const SurveyWords words = spoken(outcome_39());
    EXPECT_EQ(words.standing_out.items[0].sentence.text,
              "I har svaret 5. Det er højere end 29, samme som 9 og lavere end 0 af de 38 øvrige.");
    EXPECT_NE(words.standing_out.intro.find("Ét svar kan ikke testes"), std::string::npos);
}

TEST(SurveyConclusions, ClaimADifferenceOnlyByTheTestWhereSeveralHaveAnswered)
{
    SurveyBook book = SurveyBook::with_39();
    book.others("Aalborg", {{"4", Cell{5.0}}, {"7", Cell{3.0}}});
    book.others("Aalborg", {{"4", Cell{5.0}}, {"7", Cell{4.0}}});
    const auto outcome = book.outcome();
    EXPECT_EQ(outcome->question("7").difference, OwnDifference::none);
    const Lines behind = outcome->numbers(outcome->results.behind);
    EXPECT_EQ(std::ranges::find(behind, "7"), behind.end());
    const std::string sentence = own_sentence(outcome->question("7"), tests::survey(), tests::words().danish);
    EXPECT_NE(sentence.find("Forskellen er ikke større, end tilfældet alene kan give."), std::string::npos);
}

TEST(SurveyConclusions, CloseWithTheWidestSpreadAndWhoAnswersHigh)
{
    EXPECT_EQ(outcome_39().numbers(outcome_39().results.spread), (Lines{"3", "5", "2"}));
    const SurveyWords words = spoken(outcome_39());
    EXPECT_EQ(words.inspiration.items[1].sentence.text,
              "10 af 37 svarer 4 eller 5, og 15 svarer 1 eller 2. 4 eller 5 svarer: Herlev, Lyngby-Taarbæk, Hørsholm, "
              "Kerteminde, Langeland, Sønderborg, Horsens, Odder og 2 til.");
    EXPECT_NE(words.inspiration.intro.find("kan måske inspirere"), std::string::npos);
}

TEST(SurveyConclusions, NameNobodyFromCounts)
{
    SurveyBook book;
    book.counts("1", {Cell{10.0}, Cell{0.0}, Cell{0.0}, Cell{0.0}, Cell{10.0}});
    const auto outcome = book.outcome();
    const SurveyWords words = spoken(*outcome);
    ASSERT_EQ(words.inspiration.items.size(), 1U);
    EXPECT_EQ(words.inspiration.items[0].sentence.text, "10 af 20 svarer 4 eller 5, og 10 svarer 1 eller 2.");
    EXPECT_NE(words.inspiration.intro.find("Svarene nævner ikke"), std::string::npos);
}

TEST(SurveyConclusions, LeaveNoPlaceUnfilledInEitherLanguage)
{
    SurveyBook book = SurveyBook::with_39();
    book.answer("9", "reversed") = Cell{"ja"};
    book.answer("2", "own_answer") = Cell{"ved ikke"};
    book.answer("3", "own_answer") = Cell{};
    const auto outcome = book.outcome();
    for (const Language language : {Language::danish, Language::english})
    {
        const SurveyWords words = spoken(*outcome, language);
        Lines all = plain_texts(words.basis);
        all.insert(all.end(), words.methods.begin(), words.methods.end());
        for (const SurveySection* section : words.sections())
        {
            all.push_back(section->heading + section->intro);
            for (const SurveyItem& item : section->items)
                all.push_back(item.sentence.text);
        }
        for (const QuestionResult& question : outcome->results.questions)
        {
            all.push_back(own_sentence(question, tests::survey(), tests::words().in(language)));
            all.push_back(standing_text(question, tests::survey(), tests::words().in(language)));
        }
        for (const std::string& line : all)
            EXPECT_TRUE(!line.empty() && line.find('{') == std::string::npos && line.find("  ") == std::string::npos)
                << line;
    }
}

TEST(SurveySharing, MergesNeighboursUntilNoCountIsSmall)
{
    EXPECT_EQ(shown_groups({2, 5, 12, 14, 6}, 5),
              (std::vector<ScoreGroup>{{1, 2, 7}, {3, 3, 12}, {4, 4, 14}, {5, 5, 6}}));
    EXPECT_EQ(shown_groups({0, 0, 12, 14, 6}, 5).size(), 5U) << "nobody is nobody";
    EXPECT_EQ(shown_groups({9, 0, 2, 0, 9}, 5), (std::vector<ScoreGroup>{{1, 1, 9}, {2, 2, 0}, {3, 5, 11}}));
    EXPECT_TRUE(shown_groups({0, 0, 4, 0, 0}, 5).empty());
    EXPECT_EQ(shown_groups({0, 0, 4, 0, 0}, 3).size(), 5U);
}

TEST(SurveySharing, ShowsNoSmallCountWhateverTheAnswers)
{
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round)
    {
        ScoreCounts counts{};
        std::size_t all = 0;
        for (std::size_t& count : counts)
            all += count = random() % 3 == 0 ? 0 : random() % 12;
        std::size_t shown = 0;
        int next = 1;
        for (const ScoreGroup& group : shown_groups(counts, 5))
        {
            EXPECT_TRUE(group.count == 0 || group.count >= 5);
            EXPECT_EQ(group.first, next);
            next = group.last + 1;
            shown += group.count;
        }
        EXPECT_TRUE(shown == all || shown == 0);
    }
}

TEST(SurveySharing, HidesWhatSmallCountsCouldBeWorkedOutFrom)
{
    SurveyBook book = SurveyBook::with_39();
    share(book);
    const auto outcome = book.outcome();
    // 0, 2, 10, 17, 9: the two answers of 2 are small.
    const QuestionResult& four = outcome->question("4");
    EXPECT_EQ(four.groups, (std::vector<ScoreGroup>{{1, 1, 0}, {2, 3, 12}, {4, 4, 17}, {5, 5, 9}}));
    EXPECT_FALSE(four.others.mean || four.others.mean_interval || four.others.deviation || four.general);
    EXPECT_FALSE(four.others.dont_know || four.others.none);
    EXPECT_EQ(four.others.high, 26U) << "a sum of what is shown";
    EXPECT_FALSE(four.others.low) << "1 and 2 are not";
    EXPECT_EQ(four.standing->lower, 29U);
    // The own 4 of question 5 is shown with others' 5.
    EXPECT_FALSE(outcome->question("5").standing);
}

TEST(SurveySharing, NamesNoMunicipality)
{
    SurveyBook book = SurveyBook::with_39();
    share(book);
    const auto outcome = book.outcome();
    const SurveyWords words = spoken(*outcome);
    for (const SurveyItem& item : words.inspiration.items)
        for (const Municipality& municipality : tests::municipalities().all())
            EXPECT_EQ(item.sentence.text.find(municipality.name + ","), std::string::npos) << item.sentence.text;
    EXPECT_NE(words.inspiration.intro.find("Til deling nævnes ingen"), std::string::npos);
    EXPECT_NE(words.basis.back().text.find("færre end 5 kommuner"), std::string::npos);
}

TEST(SurveySharing, KeepsTheOrderOfTheConclusions)
{
    SurveyBook book = SurveyBook::with_39();
    share(book);
    const auto outcome = book.outcome();
    EXPECT_EQ(outcome->numbers(outcome->results.strong), (Lines{"6", "4", "10"}));
    EXPECT_EQ(spoken(*outcome).strong.items[0].sentence.text, "Gennemsnittet er skjult til deling.");
}

TEST(SurveySharing, ShowsNothingOfFewerThanTheThreshold)
{
    SurveyBook book = with_answers("1", {3, 3, 3, 3});
    share(book);
    const auto outcome = book.outcome();
    EXPECT_TRUE(outcome->question("1").hidden);
    EXPECT_EQ(outcome->question("1").others.n, 0U);
    EXPECT_EQ(outcome->question("1").others.given, ScoreCounts{});
}

TEST(SurveySharing, ChangesNothingInAnInternalWorkbook)
{
    EXPECT_FALSE(outcome_39().results.shared);
    EXPECT_EQ(outcome_39().question("4").groups.size(), 5U);
    EXPECT_TRUE(outcome_39().question("4").others.mean);
}

} // namespace trinvis
