// SPDX-License-Identifier: MPL-2.0
//
// Where createPlan writes, and that it harms nothing when it cannot.
#include "cells.hpp"
#include "document_content.hpp"

#include <algorithm>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace trinvis::testing
{

namespace
{

using namespace office;

class PlanTargetTest : public OfficeTest
{
protected:
    std::string create(const Document& document, const std::string& url)
    {
        return to_utf8(service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url)));
    }

    /// The sentence of the IOException; empty when there is none.
    std::string not_written(const Document& document, const std::string& url)
    {
        try
        {
            create(document, url);
        }
        catch (const css::io::IOException& error)
        {
            return to_utf8(error.Message);
        }
        return {};
    }

    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder() / name) << content;
    }

    [[nodiscard]] std::string read(const std::filesystem::path& file) const
    {
        std::ifstream stream(file);
        std::ostringstream content;
        content << stream.rdbuf();
        return content.str();
    }

    /// The files of a folder by name, but for the workbook's own.
    [[nodiscard]] std::vector<std::string> files(const std::filesystem::path& where) const
    {
        std::vector<std::string> names;
        for (const auto& file : std::filesystem::directory_iterator(where))
            if (const std::string name = file.path().filename().string(); name.find("filled.ods") == std::string::npos)
                names.push_back(name);
        std::sort(names.begin(), names.end());
        return names;
    }
};

} // namespace

TEST_F(PlanTargetTest, WritesAnOdtAndAPdfBesideIt)
{
    const Document document = filled_workbook();
    const std::string url = url_of("Udviklingsplan Syddjurs.odt");
    EXPECT_EQ(create(document, url), url);
    EXPECT_EQ(files(folder()),
              (std::vector<std::string>{"Udviklingsplan Syddjurs.odt", "Udviklingsplan Syddjurs.pdf"}));
    EXPECT_GT(std::filesystem::file_size(folder() / "Udviklingsplan Syddjurs.odt"), 10000U);
    EXPECT_TRUE(read(folder() / "Udviklingsplan Syddjurs.pdf").starts_with("%PDF-"));
}

TEST_F(PlanTargetTest, DoesNotTouchTheWorkbook)
{
    const Document document = filled_workbook();
    const std::vector<std::string> before = content_of(document);
    create(document, url_of("plan.odt"));
    EXPECT_EQ(difference(before, content_of(document)), "");
    EXPECT_FALSE(is_modified(document));
    EXPECT_EQ(undo_titles(document), std::vector<std::string>{});
}

TEST_F(PlanTargetTest, KeepsAFileThatIsThereUnderAnotherName)
{
    const Document document = filled_workbook();
    write("plan.odt", "det, konsulenten skrev");
    write("plan.pdf", "og dets pdf");
    create(document, url_of("plan.odt"));
    const std::vector<std::string> now = files(folder());
    ASSERT_EQ(now.size(), 4U) << ::testing::PrintToString(now);
    std::string kept;
    for (const std::string& name : now)
        if (name != "plan.odt" && name != "plan.pdf")
            kept += read(folder() / name) + "|";
    EXPECT_EQ(kept, "det, konsulenten skrev|og dets pdf|");
    EXPECT_NE(read(folder() / "plan.odt"), "det, konsulenten skrev");
}

TEST_F(PlanTargetTest, RenewsAPlanThatItMadeBeforeAndKeepsWhatWasWrittenInIt)
{
    const Document document = filled_workbook();
    create(document, url_of("plan.odt"));
    {
        const Model plan = running().load(url_of("plan.odt"), true);
        const auto text = query<css::text::XTextDocument>(plan)->getText();
        text->insertString(text->getStart(), from_utf8("Godkendt på mødet. "), false);
        query<css::frame::XStorable>(plan)->store();
        close(plan);
    }
    create(document, url_of("plan.odt"));
    EXPECT_EQ(files(folder()).size(), 4U) << "the previous files are kept";
    const std::string text = to_utf8(query<css::text::XTextDocument>(load(url_of("plan.odt")))->getText()->getString());
    EXPECT_TRUE(text.starts_with("Godkendt på mødet. Udviklingsplan")) << text.substr(0, 100);
}

TEST_F(PlanTargetTest, SaysThePathWhenTheFolderIsNotThere)
{
    const Document document = filled_workbook();
    const std::string sentence = not_written(document, url_of("findes/ikke/plan.odt"));
    EXPECT_NE(sentence.find("findes/ikke/plan.odt"), std::string::npos) << sentence;
    EXPECT_EQ(files(folder()), std::vector<std::string>{});
}

TEST_F(PlanTargetTest, SaysThePathWhenTheFolderMayNotBeWrittenIn)
{
    const Document document = filled_workbook();
    // The superuser may write anywhere but where the system itself says no.
    const std::filesystem::path forbidden = geteuid() == 0 ? std::filesystem::path("/proc") : folder() / "closed";
    if (geteuid() != 0)
    {
        std::filesystem::create_directory(forbidden);
        chmod(forbidden.c_str(), S_IRUSR | S_IXUSR);
    }
    const std::string sentence = not_written(document, file_url((forbidden / "plan.odt").string()));
    EXPECT_NE(sentence.find((forbidden / "plan.odt").string()), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("Vælg en mappe, hvor du må skrive"), std::string::npos) << sentence;
    EXPECT_FALSE(std::filesystem::exists(forbidden / "plan.odt"));
    EXPECT_FALSE(std::filesystem::exists(forbidden / "plan.pdf"));
    if (geteuid() != 0)
        chmod(forbidden.c_str(), S_IRWXU);
}

TEST_F(PlanTargetTest, GivesTheOldFilesTheirNamesBackWhenItFailsHalfWay)
{
    const Document document = filled_workbook();
    write("plan.odt", "det, konsulenten skrev");
    // A folder in the place of the .pdf: moving the file there fails after the .odt was put in its place.
    std::filesystem::create_directories(folder() / "plan.pdf" / "ikke tom");
    const std::string sentence = not_written(document, url_of("plan.odt"));
    if (sentence.empty())
    {
        // The folder was put aside like a file; then both results are there.
        EXPECT_TRUE(read(folder() / "plan.pdf").starts_with("%PDF-"));
        EXPECT_EQ(files(folder()).size(), 4U);
        return;
    }
    EXPECT_EQ(read(folder() / "plan.odt"), "det, konsulenten skrev");
    EXPECT_TRUE(std::filesystem::exists(folder() / "plan.pdf" / "ikke tom"));
}

TEST_F(PlanTargetTest, RefusesATargetThatIsOpenInAnotherWindow)
{
    const Document document = filled_workbook();
    const std::string url = url_of("plan.odt");
    create(document, url);
    const Model open = load(url);
    const std::string before = read(folder() / "plan.odt");
    const std::string sentence = not_written(document, url);
    EXPECT_NE(sentence.find("er åben i et andet vindue"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("plan.odt"), std::string::npos) << sentence;
    EXPECT_EQ(read(folder() / "plan.odt"), before);
}

TEST_F(PlanTargetTest, RefusesAnAddressThatIsNone)
{
    const Document document = filled_workbook();
    for (const char* wrong : {"", "plan.odt", "/tmp/plan.odt", "nosuchscheme://a/plan.odt"})
        EXPECT_NE(not_written(document, wrong), "") << wrong;
}

TEST_F(PlanTargetTest, GoesIntoAFolderUnderANameOfItsOwn)
{
    const Document document = filled_workbook();
    EXPECT_EQ(refusal("plan", {property("Document", css::uno::Any(query<css::frame::XModel>(document))),
                               property("Folder", css::uno::Any(from_utf8(file_url(folder().string()))))}),
              "");
    const std::vector<std::string> now = files(folder());
    ASSERT_EQ(now.size(), 2U) << ::testing::PrintToString(now);
    EXPECT_TRUE(now[0].ends_with(".odt"));
    EXPECT_TRUE(now[1].ends_with(".pdf"));
}

} // namespace trinvis::testing
