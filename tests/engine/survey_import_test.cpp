// SPDX-License-Identifier: MPL-2.0
//
// Answers from delimited files into the sheet Spørgeskema.
#include "survey_book.hpp"

#include "survey/intake.hpp"
#include "survey/survey_sheet.hpp"

#include <gtest/gtest.h>

#include <random>

namespace trinvis
{

namespace
{

using tests::SurveyBook;
using Lines = std::vector<std::string>;

SurveyImport imported(SurveyBook& book, std::string_view bytes)
{
    const Workbook workbook = book.book.read();
    SurveyIntake intake(book.grid(), workbook.working_table("survey"));
    SurveyImport import = intake.take(bytes, tests::survey(), tests::words(), tests::municipalities(),
                                      workbook.municipality, workbook.language);
    for (const CellUpdate& change : import.update.cells)
    {
        Cell& cell = book.grid().make(change.row, change.column);
        if (const double* number = std::get_if<double>(&change.content))
            cell = *number;
        else if (const std::string* text = std::get_if<std::string>(&change.content))
            cell = *text;
        else
            cell = Cell{};
    }
    return import;
}

/// The messages with their lines and columns: "survey.import.answer 3:2 '7'".
Lines faults(std::string_view bytes)
{
    SurveyBook book;
    const SurveyImport import = imported(book, bytes);
    EXPECT_TRUE(import.faults.empty() || import.update.cells.empty()) << "a file with a fault changes nothing";
    Lines lines;
    for (const SurveyFileFault& fault : import.faults)
    {
        std::string line = fault.message;
        for (const auto& [name, value] : fault.values)
            line += name == "line" ? " " + value : name == "column" ? ":" + value : " '" + value + "'";
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

TEST(SurveyImport, ReadsOneAnswerARow)
{
    SurveyBook book;
    const SurveyImport import =
        imported(book, "Kommune;Spørgsmål;Svar\nAarhus;1;4\nAarhus;Spørgsmål 2;ved ikke\n461;nr. 1;3\nAalborg;1;5\n");
    EXPECT_TRUE(import.faults.empty());
    EXPECT_EQ(book.answer("1", "Aarhus"), Cell{4.0});
    EXPECT_EQ(book.answer("2", "Aarhus"), Cell{"ved ikke"});
    EXPECT_EQ(book.answer("1", "Odense"), Cell{3.0});
    EXPECT_EQ(book.answer("1", "own_answer"), Cell{5.0});
    EXPECT_EQ(done_sentence(import, tests::words().danish),
              "Svar fra 2 kommuner er hentet. Jeres egne svar er med. Vælg Svarfordeling for at se resultatet.");
}

TEST(SurveyImport, ReadsOneRespondentARowByNumbersOrTexts)
{
    SurveyBook book;
    const SurveyImport import = imported(
        book, "Kommune;1;\"Har kommunen en formuleret tværgående opsporingsstrategi?\";4. Er der et tilstrækkeligt "
              "samarbejde mellem sundhedsplejen og området for udsatte børn, unge og familier om den tidlige "
              "forebyggende indsats i kommunen?\nAarhus;4;;2\n");
    EXPECT_TRUE(import.faults.empty());
    EXPECT_EQ(book.answer("1", "Aarhus"), Cell{4.0});
    EXPECT_EQ(book.answer("5", "Aarhus"), Cell{});
    EXPECT_EQ(book.answer("4", "Aarhus"), Cell{2.0});
}

TEST(SurveyImport, ReadsCountsAScore)
{
    SurveyBook book;
    const SurveyImport import =
        imported(book, "Spørgsmål;1;2;3;4;5;Ved ikke;Ikke besvaret\n4;0;2;10;17;9;1;\n5;3;12;12;7;3;0;1\n");
    EXPECT_TRUE(import.faults.empty());
    EXPECT_EQ(book.answer("4", "count_4"), Cell{17.0});
    EXPECT_EQ(book.answer("4", "count_1"), Cell{0.0});
    EXPECT_EQ(book.answer("4", "count_none"), Cell{}) << "what is not told stays untold";
    EXPECT_EQ(book.outcome()->question("4").others.n, 38U);
    EXPECT_EQ(import.counted_questions.size(), 2U);
}

TEST(SurveyImport, GivesThe39MunicipalitiesTheirAnswers)
{
    SurveyBook book;
    const SurveyImport import =
        imported(book, tests::file_text(tests::source_dir() / "tests" / "data" / "survey" / "39_kommuner.csv"));
    EXPECT_EQ(import.municipalities.size(), 38U);
    EXPECT_TRUE(import.own);
    const auto outcome = book.outcome();
    EXPECT_TRUE(outcome->responses.faults.empty());
    EXPECT_EQ(outcome->numbers(outcome->results.strong), (Lines{"6", "4", "10"}));
    EXPECT_EQ(outcome->numbers(outcome->results.challenged), (Lines{"9", "1", "11"}));
}

TEST(SurveyImport, ReadsEnglishHeadingsCommasAndTheScalesWords)
{
    SurveyBook book;
    EXPECT_TRUE(imported(book, "Municipality,Question,Answer\nAarhus,1,4 - i høj grad\nAarhus,2,to some degree\n")
                    .faults.empty());
    EXPECT_EQ(book.answer("1", "Aarhus"), Cell{4.0});
    EXPECT_EQ(book.answer("2", "Aarhus"), Cell{3.0});
}

TEST(SurveyImport, ReadsWindows1252AndAByteOrderMark)
{
    SurveyBook book;
    EXPECT_TRUE(imported(book, "Kommune;Sp\xF8rgsm\xE5l;Svar\r\nK\xF8"
                               "benhavn;1;4\r\n")
                    .faults.empty());
    EXPECT_EQ(book.answer("1", "København"), Cell{4.0});
    EXPECT_TRUE(imported(book, "\xEF\xBB\xBFKommune;Spørgsmål;Svar\nTårnby;1;2\n").faults.empty());
    EXPECT_EQ(book.answer("1", "Tårnby"), Cell{2.0});
}

TEST(SurveyImport, MakesAColumnForEachRespondent)
{
    SurveyBook book;
    EXPECT_TRUE(imported(book, "Kommune;1;2\nAarhus;4;5\nAarhus;2;3\nAalborg;1;1\nAalborg;2;2\n").faults.empty());
    const Responses responses = book.responses();
    EXPECT_EQ(responses.questions[0].others.front().tally.scores, (std::vector<double>{4, 2}));
    EXPECT_EQ(responses.questions[0].own.scores, (std::vector<double>{1, 2}));
    EXPECT_EQ(book.answer("1", "own_answer"), Cell{1.0});
}

TEST(SurveyImport, KeepsTheAnswersOfANamedRespondentTogether)
{
    SurveyBook book;
    EXPECT_TRUE(
        imported(book, "Kommune;Respondent;Spørgsmål;Svar\nAarhus;A;1;1\nAarhus;B;1;5\nAarhus;B;2;5\nAarhus;A;2;1\n")
            .faults.empty());
    const int first = book.column("Aarhus");
    EXPECT_EQ(book.grid().at(book.row("1"), first), Cell{1.0});
    EXPECT_EQ(book.grid().at(book.row("2"), first), Cell{1.0});
    EXPECT_EQ(book.grid().at(book.row("2"), first + 1), Cell{5.0});
}

TEST(SurveyImport, ReplacesAMunicipalitysAnswersAndKeepsAllElse)
{
    SurveyBook book;
    book.others("Aarhus", {{"1", Cell{1.0}}, {"2", Cell{2.0}}});
    book.others("751", {{"1", Cell{5.0}}, {"2", Cell{5.0}}});
    book.others("Odense", {{"1", Cell{3.0}}});
    book.answer("1", "remark") = Cell{"min note"};
    book.answer("1", "own_answer") = Cell{2.0};
    const int columns = book.grid().columns;
    EXPECT_TRUE(imported(book, "Kommune;1\nAarhus;4\n").faults.empty());
    EXPECT_EQ(book.grid().columns, columns);
    EXPECT_EQ(book.answer("1", "Aarhus"), Cell{4.0});
    EXPECT_EQ(book.answer("1", "751"), Cell{}) << "the earlier second respondent is replaced too";
    EXPECT_EQ(book.answer("2", "751"), Cell{5.0}) << "question 2 is not in the file";
    EXPECT_EQ(book.answer("1", "Odense"), Cell{3.0});
    EXPECT_EQ(book.answer("1", "remark"), Cell{"min note"});
    EXPECT_EQ(book.answer("1", "own_answer"), Cell{2.0});
}

TEST(SurveyImport, ChangesNothingWhenTheSameFileComesAgain)
{
    SurveyBook book;
    const std::string file = "Kommune;1;2\nAarhus;4;ved ikke\nAalborg;2;3\n";
    (void)imported(book, file);
    const std::vector<Cell> before = book.grid().cells;
    (void)imported(book, file);
    EXPECT_EQ(book.grid().cells, before);
}

TEST(SurveyImport, TellsLineAndColumnOfEachFault)
{
    EXPECT_EQ(
        faults(
            "Kommune;Spørgsmål;Svar\nAarhus;1;7\n\nAtlantis;1;4\nAarhus;99;4\nAarhus;1;3,5\nAarhus;1;4 - i lav grad\n"),
        (Lines{"survey.import.answer 2:3 '7'", "survey.import.municipality 4:1 'Atlantis'",
               "survey.import.question 5:2 '99'", "survey.import.answer 6:3 '3,5'",
               "survey.import.answer 7:3 '4 - i lav grad'"}));
    EXPECT_EQ(
        faults("Spørgsmål;1;2;3;4;5\n4;1;2;3;4;-5\n4;1;2;x;4;5\n5;1;2;;4;5\n"),
        (Lines{"survey.import.count 2:6 '-5'", "survey.import.count_twice 3:1 '4'", "survey.import.count 4:4 ''"}));
    EXPECT_EQ(faults("Kommune;1;99\nAarhus;4;4\n"), Lines{"survey.import.question 1:3 '99'"});
    EXPECT_EQ(faults("Kommune;1;nr. 1\nAarhus;4;4\n"), Lines{"survey.import.question_twice 1:3 'nr. 1'"});
}

TEST(SurveyImport, RefusesWhatIsNoFileOfAnswers)
{
    EXPECT_EQ(faults(""), Lines{"survey.import.empty"});
    EXPECT_EQ(faults("Kommune;Spørgsmål;Svar\n"), Lines{"survey.import.empty"});
    EXPECT_EQ(faults("Område;År;Indhold\nAarhus;2024;4\n"), Lines{"survey.import.shape 1"});
    EXPECT_EQ(faults("Spørgsmål;1;2;3;4\n1;1;1;1;1\n"), Lines{"survey.import.shape 1"}) << "no column for 5";
    EXPECT_EQ(faults("Kommune;Spørgsmål;Svar\nAarhus;1;\"4\n").front().substr(0, 21), "survey.import.quote 2");
}

TEST(SurveyImport, NeverRepeatsAPersonsNumber)
{
    EXPECT_EQ(faults("Kommune;Spørgsmål;Svar\n010190-1234;1;4\n"), Lines{"survey.import.municipality 2:1 '…'"});
}

TEST(SurveyImport, TellsOfColumnsThatAreNoQuestions)
{
    SurveyBook book;
    const SurveyImport import = imported(book, "Kommune;Dato;1\nAarhus;01-02-2026;4\n");
    EXPECT_EQ(import.ignored, Lines{"Dato"});
    EXPECT_NE(done_sentence(import, tests::words().danish).find("ikke læst: Dato."), std::string::npos);
}

TEST(SurveyImport, RefusesTheOtherFormForAQuestionThatHasAnswers)
{
    SurveyBook counted;
    counted.counts("1", {Cell{0.0}, Cell{3.0}, Cell{9.0}, Cell{20.0}, Cell{5.0}});
    EXPECT_EQ(imported(counted, "Kommune;1\nAarhus;4\n").faults.front().message, "survey.import.other_form");
    SurveyBook named;
    named.others("Aarhus", {{"1", Cell{4.0}}});
    EXPECT_EQ(imported(named, "Spørgsmål;1;2;3;4;5\n1;1;1;1;1;1\n").faults.front().message, "survey.import.other_form");
}

TEST(SurveyImport, WritesOverNoTextThatIsNoAnswer)
{
    SurveyBook book;
    const int column = book.others("Aarhus", {{"1", Cell{"spurgt, svarer senere"}}});
    const SurveyImport import = imported(book, "Kommune;1\nAarhus;4\n");
    EXPECT_EQ(fault_sentence(import, "svar.csv", tests::words().danish),
              "Filen svar.csv er ikke hentet, og intet er skrevet. I " + cell_address(book.row("1"), column) +
                  " står en tekst, som ikke er et svar. Flyt den til Bemærkning, så den ikke går tabt.");
    EXPECT_EQ(book.answer("1", "Aarhus"), Cell{"spurgt, svarer senere"});
}

TEST(SurveyImport, FillsASheetThatIsStillToBeMadeFromSeveralFiles)
{
    SurveyIntake intake(survey_sheet(tests::survey(), tests::words().danish));
    const auto take = [&](std::string_view bytes)
    {
        return intake.take(bytes, tests::survey(), tests::words(), tests::municipalities(),
                           tests::municipalities().find("851"), Language::danish);
    };
    EXPECT_TRUE(take("Kommune;1\nAarhus;4\nAalborg;3\n").faults.empty());
    EXPECT_TRUE(take("Kommune;1;2\nOdense;5;1\nAarhus;2;2\n").faults.empty());
    const SheetContent& sheet = intake.content();
    const auto headings = static_cast<std::size_t>(sheet.table->first_row);
    EXPECT_EQ(std::get<std::string>(sheet.rows[headings].at(13)), "Aarhus");
    EXPECT_EQ(std::get<std::string>(sheet.rows[headings].at(14)), "Odense");
    EXPECT_EQ(std::get<double>(sheet.rows[headings + 1].at(13)), 2);
    EXPECT_EQ(std::get<double>(sheet.rows[headings + 1].at(4)), 3);
    EXPECT_EQ(sheet.table->last_column, 14);
    EXPECT_EQ(intake.sum().municipalities.size(), 2U);
}

TEST(SurveyImport, EndsWithFaultsOrWithAnswersWhateverTheBytes)
{
    const std::string good = tests::file_text(tests::source_dir() / "tests" / "data" / "survey" / "39_kommuner.csv");
    const SheetContent sheet = survey_sheet(tests::survey(), tests::words().danish);
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round)
    {
        std::string bytes = good.substr(0, random() % good.size());
        for (int i = 0; i < 5 && !bytes.empty(); ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        SurveyIntake intake(sheet);
        const SurveyImport import = intake.take(bytes, tests::survey(), tests::words(), tests::municipalities(),
                                                tests::municipalities().find("851"), Language::danish);
        EXPECT_TRUE(import.faults.empty() || import.update.cells.empty());
        for (const CellUpdate& change : import.update.cells)
        {
            const double* score = std::get_if<double>(&change.content);
            EXPECT_TRUE(!score || (*score >= 1 && *score <= 5));
        }
    }
}

} // namespace trinvis
