// SPDX-License-Identifier: MPL-2.0
//
// The commands of the survey: the sheet that they make, the answers that they take in, and what they write of them.
#include "cells.hpp"
#include "document_content.hpp"
#include "table/cell.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextEmbeddedObjectsSupplier.hpp>
#include <fstream>

namespace trinvis::testing
{

namespace
{

using namespace office;

class SurveyTest : public OfficeTest
{
protected:
    /// A file of this test's own with answers.
    [[nodiscard]] std::string write(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder() / name, std::ios::binary) << content;
        return url_of(name);
    }

    static std::vector<css::beans::PropertyValue> urls(const std::string& url)
    {
        return {property("Urls", css::uno::Any(sequence<rtl::OUString>({from_utf8(url)})))};
    }

    /// Answers of eight municipalities to all questions, and Viborg's own (791).
    [[nodiscard]] std::string answers() const
    {
        std::string content = "Kommune;1;2;3;4;5;6;7;8;9;10;11;12\n";
        int shift = 0;
        for (const char* name : {"Aarhus", "Odense", "Esbjerg", "Randers", "Kolding", "Horsens", "Vejle", "Viborg"})
        {
            content += name;
            for (int question = 1; question <= 12; ++question)
                content += ";" + std::to_string(1 + (question * 7 + shift) % 5);
            content += "\n";
            ++shift;
        }
        return write("svar.csv", content);
    }

    [[nodiscard]] Document viborg()
    {
        return new_workbook(usual_rounds(), "791");
    }

    [[nodiscard]] Document with_answers()
    {
        const Document document = viborg();
        run("import-survey", document, urls(answers()));
        return document;
    }
};

sal_Int32 column_with(const Sheet& sheet, sal_Int32 row, const std::string& heading)
{
    for (sal_Int32 column = 0; column < 60; ++column)
        if (to_utf8(sheet->getCellByPosition(column, row)->getFormula()) == heading)
            return column;
    return -1;
}

std::string address(const Sheet& survey, const std::string& question, const std::string& heading)
{
    const sal_Int32 headings = row_with(survey, 0, "Nr.");
    return cell_address(row_with(survey, 0, question), column_with(survey, headings, heading));
}

} // namespace

TEST_F(SurveyTest, MakesTheSheetFirstAsOneUndoStep)
{
    const Document document = viborg();
    const std::vector<std::string> before = content_of(document);
    run("survey", document);
    EXPECT_EQ(sheet_names(document).back(), "Spørgeskema");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Spørgeskema"});
    const Sheet survey = sheet_named(document, "Spørgeskema");
    EXPECT_EQ(shown(survey, cell_address(row_with(survey, 0, "12"), 1)),
              "Er der relevant ledelsesinformation tilgængeligt i kommunen, der understøtter en forebyggende tilgang?");
    for (const std::string& line : lines_of(findings(document)))
        EXPECT_TRUE(line.find(" Spørgeskema ") == std::string::npos || line.starts_with("Q06 information")) << line;
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SurveyTest, WritesNoResultWhileNobodyHasAnswered)
{
    const Document document = viborg();
    run("survey", document);
    run("survey", document);
    EXPECT_EQ(sheet_names(document).back(), "Spørgeskema");
}

TEST_F(SurveyTest, TakesAnswersFromAFileAsOneUndoStep)
{
    const Document document = viborg();
    const std::vector<std::string> before = content_of(document);
    run("import-survey", document, urls(answers()));
    const Sheet survey = sheet_named(document, "Spørgeskema");
    EXPECT_EQ(shown(survey, address(survey, "1", "Aarhus")), "3");
    EXPECT_EQ(shown(survey, address(survey, "1", "Jeres svar")), "5");
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{"Hent svar på spørgeskemaet"});
    EXPECT_NE(defined_name(document, "trinvis_spoergeskema").find("$T$"), std::string::npos) << "seven columns more";
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SurveyTest, KeepsWhatTheUserTypedWhenAnswersComeAgain)
{
    const Document document = with_answers();
    const Sheet survey = sheet_named(document, "Spørgeskema");
    set_text(survey, address(survey, "1", "Bemærkning"), "spurgt på ledermødet");
    set_text(survey, "B2", "Vores egen indledning");
    insert_rows(survey, 0, 2);
    insert_columns(survey, 1, 1);
    const std::string changed = write("nye.csv", "Kommune;1\nAarhus;1\n");
    const std::vector<std::string> before = content_of(document);
    run("import-survey", document, urls(changed));
    EXPECT_EQ(shown(survey, address(survey, "1", "Aarhus")), "1");
    EXPECT_EQ(shown(survey, address(survey, "1", "Odense")), "4");
    EXPECT_EQ(shown(survey, address(survey, "1", "Bemærkning")), "spurgt på ledermødet");
    undo_manager(document)->undo();
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SurveyTest, RefusesAFileWithAFaultAndWritesNothing)
{
    const Document document = with_answers();
    const std::vector<std::string> before = content_of(document);
    std::vector<css::beans::PropertyValue> arguments =
        urls(write("fejl.csv", "Kommune;Spørgsmål;Svar\nAarhus;1;2\nOdense;1;9\n"));
    arguments.push_back(property("Document", css::uno::Any(query<css::frame::XModel>(document))));
    EXPECT_EQ(refusal("import-survey", arguments),
              "Filen fejl.csv er ikke hentet, og intet er skrevet. Linje 3, kolonne 3: '9' er ikke et svar fra 1 til 5 "
              "eller 'ved ikke'.");
    EXPECT_EQ(difference(before, content_of(document)), "");
}

TEST_F(SurveyTest, WritesConclusionsTableAndAChartForEachQuestion)
{
    const Document document = with_answers();
    run("survey", document);
    const Sheet result = sheet_named(document, "Svarfordeling");
    EXPECT_EQ(shown(result, "A1"), "Svarfordeling – Viborg");
    EXPECT_EQ(chart_names(document, result).size(), 12U);
    EXPECT_EQ(chart_names(document, result).front(), "trinvis_survey_1");
    const sal_Int32 headings = row_with(result, 0, "Nr.");
    const sal_Int32 n = column_with(result, headings, "Øvrige (n)");
    EXPECT_EQ(shown(result, cell_address(headings + 1, n)), "7");
    EXPECT_EQ(undo_titles(document).front(), "Spørgeskema");
    for (const std::string& line : lines_of(findings(document)))
        EXPECT_EQ(line.find("Svarfordeling"), std::string::npos) << line;
}

TEST_F(SurveyTest, FindsItsChartsAgainTheSecondTime)
{
    const Document document = with_answers();
    run("survey", document);
    const std::vector<std::string> first = content_of(document);
    run("survey", document);
    EXPECT_EQ(difference(first, content_of(document)), "");
    EXPECT_EQ(chart_names(document, sheet_named(document, "Svarfordeling")).size(), 12U);
}

TEST_F(SurveyTest, TellsTheCellOfWhatIsNoAnswerAndWritesNothing)
{
    const Document document = with_answers();
    const Sheet survey = sheet_named(document, "Spørgeskema");
    const std::string cell = address(survey, "4", "Jeres svar");
    set_number(survey, cell, 7);
    const std::vector<std::string> before = content_of(document);
    EXPECT_EQ(
        refusal("survey", document),
        "Spørgeskemaet kan ikke gøres op. I Spørgeskema " + cell +
            " står '7', som ikke er et svar. Skriv et helt tal fra 1 til 5 eller 'ved ikke', eller lad cellen være "
            "tom.");
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_EQ(cells_of(findings(document), "Q05"), std::vector<std::string>{cell});
}

TEST_F(SurveyTest, ComesOutTheSameFromAWorkbookOfExcel)
{
    const Document document = reloaded(with_answers(), "svar.xlsx", "Calc MS Excel 2007 XML");
    run("survey", document);
    EXPECT_EQ(chart_names(document, sheet_named(document, "Svarfordeling")).size(), 12U);
}

TEST_F(SurveyTest, SavesALetterWithAChartForEachQuestion)
{
    const Document document = with_answers();
    run("survey-letter", document, {property("Url", css::uno::Any(from_utf8(url_of("brev.odt"))))});
    EXPECT_TRUE(std::filesystem::exists(folder() / "brev.pdf"));
    const Model letter = load(url_of("brev.odt"));
    const auto text = to_utf8(query<css::text::XTextDocument>(letter)->getText()->getString());
    EXPECT_NE(text.find("Til Viborg Kommune"), std::string::npos);
    EXPECT_NE(text.find("Det lykkes især for kommunerne"), std::string::npos);
    EXPECT_NE(text.find("I har svaret"), std::string::npos);
    EXPECT_NE(text.find("Her er forskellene store"), std::string::npos);
    EXPECT_EQ(text.find("{{"), std::string::npos);
    const auto objects = query<css::text::XTextEmbeddedObjectsSupplier>(letter)->getEmbeddedObjects();
    EXPECT_EQ(objects->getElementNames().getLength(), 12);
}

TEST_F(SurveyTest, WritesNoLetterWithoutAnswers)
{
    const Document document = viborg();
    const std::vector<css::beans::PropertyValue> arguments{
        property("Document", css::uno::Any(query<css::frame::XModel>(document))),
        property("Url", css::uno::Any(from_utf8(url_of("brev.odt"))))};
    const std::string nothing =
        "Der er ingen svar at skrive et brev om. Skriv dem i arket Spørgeskema, eller hent dem fra en fil.";
    EXPECT_EQ(refusal("survey-letter", arguments), nothing);
    run("survey", document);
    EXPECT_EQ(refusal("survey-letter", arguments), nothing);
    EXPECT_FALSE(std::filesystem::exists(folder() / "brev.odt"));
}

} // namespace trinvis::testing
