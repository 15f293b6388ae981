// SPDX-License-Identifier: MPL-2.0
//
// What holds for every command: what may not be written is refused with a plain sentence before anything is changed, no
// other document is touched, and one undo takes all of it back.
#include "every_command.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace trinvis::testing
{

namespace
{

using namespace office;
using Lines = std::vector<std::string>;

constexpr bool without_looks = false;

void protect_all(const Document& document, const rtl::OUString& password)
{
    for (const std::string& name : sheet_names(document))
        query<css::util::XProtectable>(sheet_named(document, name))->protect(password);
}

/// The styles of a document's cells and pages by name.
Lines style_names(const Document& document)
{
    Lines names;
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    for (const char* family : {"CellStyles", "PageStyles"})
    {
        css::uno::Reference<css::container::XNameAccess> styles;
        families->getByName(rtl::OUString::createFromAscii(family)) >>= styles;
        for (const rtl::OUString& name : styles->getElementNames())
            names.push_back(std::string(family) + " " + to_utf8(name));
    }
    return names;
}

} // namespace

TEST_F(EveryCommandTest, AllAreKnown)
{
    EXPECT_GE(every_command().size(), 36U);
}

TEST_F(EveryCommandTest, AReadOnlyWorkbookIsRefusedByThoseThatWriteAndChangedByNone)
{
    write_files(busy_workbook());
    const Document document = query<css::sheet::XSpreadsheetDocument>(load(url_of("travl.ods"), true));
    ASSERT_TRUE(query<css::frame::XStorable>(document)->isReadonly());
    const Lines before = content_of(document, without_looks);
    for (const std::string& command : every_command())
    {
        const std::string sentence = attempt(command, document);
        EXPECT_EQ(sentence.starts_with("Dokumentet er skrivebeskyttet"), writes(command))
            << command << ": " << sentence;
        EXPECT_EQ(undo_titles(document), Lines{}) << command;
        EXPECT_EQ(difference(before, content_of(document, without_looks)), "") << command;
    }
}

TEST_F(EveryCommandTest, ASharedWorkbookIsRefusedByThoseThatWriteAndChangedByNone)
{
    const Document document = busy_workbook();
    write_files(document);
    set_property(create_in<css::uno::XInterface>(document, "com.sun.star.sheet.DocumentSettings"), "IsDocumentShared",
                 css::uno::Any(true));
    const Lines before = content_of(document, without_looks);
    for (const std::string& command : every_command())
    {
        const std::string sentence = attempt(command, document);
        EXPECT_EQ(sentence.starts_with("Regnearket er delt mellem flere"), writes(command))
            << command << ": " << sentence;
        EXPECT_EQ(undo_titles(document), Lines{}) << command;
        EXPECT_EQ(difference(before, content_of(document, without_looks)), "") << command;
    }
}

TEST_F(EveryCommandTest, SheetsWithAPasswordAreRefusedWithWhatToDoAndNothingIsHalfWritten)
{
    const Document document = busy_workbook();
    write_files(document);
    // What every command writes is there, and closed.
    for (const std::string& command : every_command())
        if (writes(command))
            attempt(command, document);
    const Lines sheets = sheet_names(document);
    protect_all(document, "hemmelig");
    std::size_t refused = 0;
    for (const std::string& command : every_command())
    {
        undo_manager(document)->clear();
        const Lines before = content_of(document, without_looks);
        const std::string sentence = attempt(command, document);
        if (sentence.find("beskyttet") == std::string::npos)
            continue;
        ++refused;
        EXPECT_NE(sentence.find("beskyttet med en adgangskode"), std::string::npos) << command << ": " << sentence;
        EXPECT_EQ(undo_titles(document), Lines{}) << command;
        EXPECT_EQ(difference(before, content_of(document, without_looks)), "") << command;
    }
    EXPECT_GE(refused, 12U);
    for (const std::string& name : sheets)
        EXPECT_TRUE(query<css::util::XProtectable>(sheet_named(document, name))->isProtected()) << name;
}

TEST_F(EveryCommandTest, NoOtherDocumentIsTouched)
{
    const Document document = busy_workbook();
    write_files(document);
    // A colleague's workbook, a foreign one with sheets of the same names and ranges, and a letter; the last one opened
    // is the one in front.
    const Document colleagues = new_workbook(usual_rounds(), "751");
    run("validate", colleagues);
    const Document foreign = query<css::sheet::XSpreadsheetDocument>(load("private:factory/scalc"));
    for (const std::string& name : sheet_names(colleagues))
    {
        foreign->getSheets()->insertNewByName(from_utf8(name), 0);
        set_text(sheet_named(foreign, name), "B5", "fremmed " + name);
    }
    const Model letter = load("private:factory/swriter");
    query<css::text::XTextDocument>(letter)->getText()->setString("Kære alle");
    const auto seen = [&]
    {
        Lines all;
        for (const Document& other : {colleagues, foreign})
            for (const Lines& lines : {content_of(other, without_looks), style_names(other), undo_titles(other),
                                       Lines{is_modified(other) ? "modified" : "unchanged"}})
                all.insert(all.end(), lines.begin(), lines.end());
        all.push_back(to_utf8(query<css::text::XTextDocument>(letter)->getText()->getString()));
        return all;
    };
    for (const Document& other : {colleagues, foreign})
        query<css::util::XModifiable>(other)->setModified(false);
    const Lines before = seen();
    std::size_t done = 0;
    for (const std::string& command : every_command())
    {
        done += attempt(command, document).empty() ? 1 : 0;
        EXPECT_EQ(difference(before, seen()), "") << command;
    }
    EXPECT_GE(done, 28U);
}

TEST_F(EveryCommandTest, OneUndoTakesAllBackAndRedoBringsItAgainAndFindingsFollow)
{
    const Document document = busy_workbook();
    write_files(document);
    std::size_t steps = 0;
    for (const std::string& command : every_command())
    {
        undo_manager(document)->clear();
        const Lines before = content_of(document, without_looks);
        const Lines found = lines_of(findings(document));
        const std::string sentence = attempt(command, document);
        const Lines after = content_of(document, without_looks);
        const Lines found_after = lines_of(findings(document));
        if (undo_titles(document).empty())
        {
            EXPECT_EQ(difference(before, after), "") << command;
            continue;
        }
        ++steps;
        EXPECT_TRUE(writes(command)) << command;
        EXPECT_EQ(sentence, "") << command;
        ASSERT_EQ(undo_titles(document).size(), 1U) << command;
        undo_manager(document)->undo();
        EXPECT_EQ(difference(before, content_of(document, without_looks)), "") << "undo of " << command;
        EXPECT_EQ(lines_of(findings(document)), found) << "undo of " << command;
        undo_manager(document)->redo();
        EXPECT_EQ(difference(after, content_of(document, without_looks)), "") << "redo of " << command;
        EXPECT_EQ(lines_of(findings(document)), found_after) << "redo of " << command;
    }
    EXPECT_GE(steps, 15U);
}

} // namespace trinvis::testing
