// SPDX-License-Identifier: MPL-2.0
//
// The questions that ship, the sheet Spørgeskema, and how answers are read from it.
#include "survey_book.hpp"

#include "survey/survey_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::SurveyBook;
using Lines = std::vector<std::string>;

std::string cell_of(SurveyBook& book, std::string_view number, std::string_view key)
{
    return cell_address(book.row(number), book.column(key));
}

const QuestionResponses& question(const Responses& responses, std::string_view number)
{
    const auto found =
        std::ranges::find_if(responses.questions, [&](const QuestionResponses& one) { return one.number == number; });
    return *found;
}

} // namespace

TEST(Survey, ShipsTheTwelveQuestionsInBothLanguages)
{
    const Survey& survey = tests::survey();
    ASSERT_EQ(survey.questions.size(), 12U);
    std::set<std::string> texts;
    for (std::size_t i = 0; i < survey.questions.size(); ++i)
    {
        const SurveyQuestion& question = survey.questions[i];
        EXPECT_EQ(question.number, static_cast<int>(i) + 1);
        EXPECT_FALSE(question.reversed);
        texts.insert(question.text.danish);
        texts.insert(question.text.english);
        EXPECT_TRUE(
            std::ranges::any_of(survey.areas, [&](const SurveyArea& area) { return area.id == question.area; }));
    }
    EXPECT_EQ(texts.size(), 24U);
    EXPECT_EQ(survey.questions.front().text.danish, "Følges der generelt hyppigere op, end loven tilsiger?");
}

TEST(Survey, NamesItsAuthorsAndWhatIsTheToolsProposal)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string& source = tests::survey().source.in(language);
        EXPECT_NE(source.find("Implement"), std::string::npos);
        EXPECT_NE(source.find("Socialt Udviklingscenter SUS"), std::string::npos);
    }
    EXPECT_NE(tests::survey().status.danish.find("værktøjets forslag, tilpasses lokalt"), std::string::npos);
    EXPECT_EQ(tests::survey().scale.front().danish, "i meget lav grad");
    EXPECT_EQ(tests::survey().scale.back().danish, "i meget høj grad");
}

TEST(Survey, RefusesContentThatIsNone)
{
    EXPECT_THROW((void)Survey::from_json("{}"), std::invalid_argument);
    EXPECT_THROW((void)Survey::from_json("survey"), std::invalid_argument);
}

TEST(SurveySheet, HoldsTheQuestionsAndIsRecognisedWithoutItsName)
{
    for (const Language language : {Language::danish, Language::english})
    {
        SurveyBook book(language);
        EXPECT_EQ(book.responses().questions.size(), 12U);
        EXPECT_TRUE(book.faults().empty());
        EXPECT_FALSE(book.responses().any());
        book.book.drop_names();
        EXPECT_EQ(book.responses().questions.size(), 12U);
    }
}

TEST(SurveySheet, IsNoFaultInAFreshWorkbook)
{
    for (const Finding& finding : SurveyBook().book.validate().findings)
        EXPECT_NE(finding.sheet, finding.rule == "Q06" ? "" : "Spørgeskema") << finding.message;
}

TEST(SurveySheet, HasOnlyWordsThatStandInTheTextFiles)
{
    const SheetContent sheet = survey_sheet(tests::survey(), tests::words().english);
    for (const auto& row : sheet.rows)
        for (const ContentCell& cell : row)
        {
            const std::string* text = std::get_if<std::string>(&cell);
            EXPECT_TRUE(!text || text->find('{') == std::string::npos) << *text;
        }
    EXPECT_EQ(sheet.table->last_row - sheet.table->first_row, 12);
}

TEST(Responses, KeepScoreDontKnowAndNotAnsweredApart)
{
    SurveyBook book;
    book.answer("1", "own_answer") = Cell{4.0};
    book.answer("2", "own_answer") = Cell{" Ved  ikke"};
    book.answer("3", "own_answer") = Cell{"ikke besvaret"};
    book.answer("5", "own_answer") = Cell{"ikke relevant"};
    const Responses responses = book.responses();
    EXPECT_EQ(question(responses, "1").own.scores, std::vector<double>{4});
    EXPECT_EQ(question(responses, "2").own.dont_know, 1U);
    for (const char* number : {"3", "4", "5"})
        EXPECT_EQ(question(responses, number).own.none, 1U) << number;
    EXPECT_TRUE(responses.faults.empty());
}

TEST(Responses, ReadAnswersInEitherLanguage)
{
    const AnswerReader reader(tests::words());
    EXPECT_EQ(reader.read(Cell{"don't know"})->state, AnswerState::dont_know);
    EXPECT_EQ(reader.read(Cell{"ved ikke"})->state, AnswerState::dont_know);
    EXPECT_EQ(reader.read(Cell{"not answered"})->state, AnswerState::none);
}

TEST(Responses, TellWhatIsNoAnswerWithItsCell)
{
    SurveyBook book;
    book.answer("1", "own_answer") = Cell{0.0};
    book.answer("2", "own_answer") = Cell{6.0};
    book.answer("3", "own_answer") = Cell{3.5};
    book.answer("4", "own_answer") = Cell{"4"};
    book.answer("5", "own_answer") = Cell{"meget"};
    book.answer("6", "own_answer") = Cell{CellError{}};
    book.others("Aarhus", {{"7", Cell{7.0}}});
    EXPECT_EQ(book.faults(), (Lines{"survey.fault.answer " + cell_of(book, "1", "own_answer"),
                                    "survey.fault.answer " + cell_of(book, "2", "own_answer"),
                                    "survey.fault.answer " + cell_of(book, "3", "own_answer"),
                                    "survey.fault.answer_as_text " + cell_of(book, "4", "own_answer"),
                                    "survey.fault.answer " + cell_of(book, "5", "own_answer"),
                                    "survey.fault.answer " + cell_of(book, "6", "own_answer"),
                                    "survey.fault.answer " + cell_of(book, "7", "Aarhus")}));
}

TEST(Responses, AreToldOfInASentenceWithTheNumberOfFurtherFaults)
{
    SurveyBook book;
    book.answer("1", "own_answer") = Cell{0.0};
    book.answer("2", "own_answer") = Cell{6.0};
    EXPECT_EQ(fault_sentence(book.responses(), tests::words().danish),
              "Spørgeskemaet kan ikke gøres op. I Spørgeskema " + cell_of(book, "1", "own_answer") +
                  " står '0', som ikke er et svar. Skriv et helt tal fra 1 til 5 eller 'ved ikke', eller lad cellen "
                  "være tom. Der er én fejl mere i arket; Validér viser dem.");
}

TEST(Responses, NeverRepeatAPersonsNumber)
{
    SurveyBook book;
    book.answer("1", "own_answer") = Cell{"010190-1234"};
    EXPECT_EQ(fault_sentence(book.responses(), tests::words().danish).find("0101"), std::string::npos);
}

TEST(Responses, AreTheOwnOnesAlsoInColumnsOfTheOwnMunicipality)
{
    SurveyBook book;
    book.answer("1", "own_answer") = Cell{4.0};
    book.others("Aalborg Kommune", {{"1", Cell{2.0}}});
    book.others("851", {{"1", Cell{3.0}}});
    book.others("Aarhus", {{"1", Cell{5.0}}});
    const Responses responses = book.responses();
    EXPECT_EQ(question(responses, "1").own.scores, (std::vector<double>{4, 2, 3}));
    ASSERT_EQ(question(responses, "1").others.size(), 1U);
    EXPECT_EQ(question(responses, "1").others.front().municipality->name, "Aarhus");
}

TEST(Responses, AreSeveralWhereColumnsShareAMunicipality)
{
    SurveyBook book;
    book.others("Aarhus", {{"1", Cell{5.0}}});
    book.others("Odense", {{"1", Cell{1.0}}});
    book.others("751", {{"1", Cell{3.0}}});
    const Responses responses = book.responses();
    ASSERT_EQ(question(responses, "1").others.size(), 2U);
    EXPECT_EQ(question(responses, "1").others.front().tally.scores, (std::vector<double>{5, 3}));
}

TEST(Responses, MayBeGivenAsCounts)
{
    SurveyBook book;
    book.counts("1", {Cell{0.0}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    book.answer("1", "count_dont_know") = Cell{1.0};
    const Responses responses = book.responses();
    EXPECT_EQ(question(responses, "1").form, ResponseForm::counts);
    EXPECT_EQ(question(responses, "1").counts, (std::array<std::size_t, 5>{0, 3, 9, 20, 5}));
    EXPECT_EQ(question(responses, "1").dont_know, 1U);
    EXPECT_FALSE(question(responses, "1").none) << "a count that is not told is not 0";
}

TEST(Responses, WithACountThatIsLeftOutAreAFault)
{
    SurveyBook book;
    book.counts("1", {Cell{}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    EXPECT_EQ(book.faults(), Lines{"survey.fault.count_left_out " + cell_of(book, "1", "count_1")});
}

TEST(Responses, WithAConfidentialCountAreIncompleteAndNoFault)
{
    SurveyBook book;
    book.counts("1", {Cell{"diskretioneret"}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    EXPECT_TRUE(book.faults().empty());
    const Responses responses = book.responses();
    EXPECT_TRUE(question(responses, "1").incomplete);
    EXPECT_EQ(book.outcome()->question("1").others.n, 0U);
}

TEST(Responses, WithCountsThatAreNoneAreAFault)
{
    SurveyBook book;
    book.counts("1", {Cell{-1.0}, Cell{3.5}, Cell{"ni"}, Cell{1e9}, Cell{5.0}});
    EXPECT_EQ(book.faults().size(), 4U);
}

TEST(Responses, InBothFormsForOneQuestionAreAFault)
{
    SurveyBook book;
    book.counts("1", {Cell{0.0}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    book.others("Aarhus", {{"1", Cell{5.0}}, {"2", Cell{4.0}}});
    EXPECT_EQ(book.faults(), Lines{"survey.fault.both_forms " + cell_of(book, "1", "count_1")});
}

TEST(Responses, TakeCountsBesideOwnColumns)
{
    SurveyBook book;
    book.counts("1", {Cell{0.0}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    book.others("Aalborg", {{"1", Cell{5.0}}});
    EXPECT_TRUE(book.faults().empty());
}

TEST(Responses, OfAnUnknownMunicipalityAreAFaultAtItsHeading)
{
    SurveyBook book;
    const int column = book.others("Atlantis", {{"1", Cell{5.0}}});
    const int headings = book.row("1") - 1;
    EXPECT_EQ(book.faults(), Lines{"survey.fault.unknown_municipality " + cell_address(headings, column)});
    book.grid().make(headings, column) = Cell{};
    EXPECT_EQ(book.faults(), Lines{"survey.fault.unknown_municipality " + cell_address(headings, column)})
        << "answers without a heading are nobody's";
}

TEST(Responses, NeedANumberOfTheirOwnForEachQuestion)
{
    SurveyBook book;
    const int second = book.row("2");
    const int third = book.row("3");
    book.answer("2", "number") = Cell{1.0};
    book.answer("3", "number") = Cell{};
    EXPECT_EQ(book.faults(), (Lines{"survey.fault.number_twice " + cell_address(second, 0),
                                    "survey.fault.no_number " + cell_address(third, 0)}));
}

TEST(Responses, TakeFurtherQuestionsSortedRowsAndMovedColumns)
{
    SurveyBook book = SurveyBook::with_39();
    const auto before = book.outcome();
    const int first = book.row("1");
    Grid& grid = book.grid();
    for (int a = first, b = first + 11; a < b; ++a, --b)
        for (int column = 0; column < grid.columns; ++column)
            std::swap(grid.make(a, column), grid.make(b, column));
    for (int row = 0; row < grid.rows(); ++row)
        std::swap(grid.make(row, 4), grid.make(row, 20));
    grid.make(grid.rows(), 0) = Cell{13.0};
    grid.make(grid.rows() - 1, 1) = Cell{"Har I et eget spørgsmål?"};
    const auto after = book.outcome();
    ASSERT_EQ(after->results.questions.size(), 13U);
    EXPECT_TRUE(after->responses.faults.empty());
    for (std::size_t i = 0; i < 12; ++i)
    {
        EXPECT_EQ(after->results.questions[i].responses->number, std::to_string(i + 1));
        EXPECT_EQ(after->results.questions[i].others.given, before->results.questions[i].others.given);
        EXPECT_EQ(after->results.questions[i].own, before->results.questions[i].own);
    }
}

TEST(Responses, PassOverRemarksAndEmptyRows)
{
    SurveyBook book;
    book.answer("1", "remark") = Cell{"spurgt på ledermødet"};
    Grid& grid = book.grid();
    grid.make(grid.rows() + 1, book.column("remark")) = Cell{"noter herunder"};
    EXPECT_TRUE(book.faults().empty());
    EXPECT_EQ(book.responses().questions.size(), 12U);
}

} // namespace trinvis
