// SPDX-License-Identifier: MPL-2.0
//
// From the numbers of a plan to the cells of the workbook.
#include "cells.hpp"
#include "window.hpp"

#include "table/cell.hpp"
#include "writer/number_links.hpp"
#include "writer/part_fingerprint.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cstdlib>
#include <fstream>
#include <rtl/uri.hxx>
#include <set>
#include <sstream>

namespace trinvis::testing
{

namespace
{

using namespace office;
using writer::LinkedNumber;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

std::string file_content(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::string decoded(const rtl::OUString& url)
{
    return to_utf8(rtl::Uri::decode(url, rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
}

class PlanLinksTest : public OfficeTest
{
protected:
    /// The demonstration workbook as a file with a name that must be encoded in an address.
    Document saved_workbook(const std::string& name = "nøgletal 550.ods")
    {
        const Document document = demo_workbook();
        query<css::frame::XStorable>(document)->storeAsURL(
            from_utf8(url_of(name)),
            sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
        return document;
    }

    TextDocument plan_of(const Document& document, const std::string& name = "plan.odt")
    {
        return query<css::text::XTextDocument>(
            load(to_utf8(service()->createPlan(query<css::lang::XComponent>(document), from_utf8(url_of(name))))));
    }

    /// The whole package of a file as one text.
    [[nodiscard]] std::string unpacked(const std::string& name) const
    {
        const std::filesystem::path into = folder() / (name + ".unpacked");
        const std::string command = "unzip -q -o '" + (folder() / name).string() + "' -d '" + into.string() + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(into))
            if (entry.is_regular_file())
                all += file_content(entry.path());
        return all;
    }

    static LinkedNumber number_of(const TextDocument& plan, const std::string& key)
    {
        for (const LinkedNumber& number : writer::linked_numbers(plan))
            if (number.key == key)
                return number;
        ADD_FAILURE() << "no link " << key;
        return {};
    }

    /// The cell that a workbook's window is at: "Indtastning C7".
    static std::string cell_at(const Document& document)
    {
        const auto controller = query<css::frame::XModel>(document)->getCurrentController();
        const css::uno::Any selected = query<css::view::XSelectionSupplier>(controller)->getSelection();
        const auto cell = query_if<css::sheet::XCellRangeAddressable>(selected);
        if (!cell.is())
            return {};
        const auto address = cell->getRangeAddress();
        const auto sheet = query<css::container::XNamed>(
            query<css::container::XIndexAccess>(document->getSheets())->getByIndex(address.Sheet));
        return to_utf8(sheet->getName()) + " " + cell_address(address.StartRow, address.StartColumn);
    }
};

} // namespace

TEST_F(PlanLinksTest, EachNumberIsALinkToItsCell)
{
    const Document document = saved_workbook();
    const TextDocument plan = plan_of(document);
    const std::vector<LinkedNumber> numbers = writer::linked_numbers(plan);
    EXPECT_GT(numbers.size(), 100U);
    std::set<std::string> keys;
    for (const LinkedNumber& number : numbers)
    {
        keys.insert(number.key);
        EXPECT_TRUE(decoded(number.url).starts_with(decoded(from_utf8(url_of("nøgletal 550.ods"))) + "#$'"))
            << decoded(number.url);
        EXPECT_NE(number.text.find_first_of("0123456789"), std::string::npos) << number.key << " " << number.text;
        EXPECT_FALSE(number.heading.empty()) << number.key;
    }
    for (const char* key : {"figure/1/own", "figure/1/country/level", "figure/1/country/named_level"})
        EXPECT_TRUE(keys.contains(key)) << key;
}

TEST_F(PlanLinksTest, TheNumberIsTheOneInTheCell)
{
    const Document document = saved_workbook();
    const TextDocument plan = plan_of(document);
    const LinkedNumber own = number_of(plan, "figure/2/own");
    const std::string url = to_utf8(own.url);
    const std::string cell = url.substr(url.rfind('.') + 1);
    EXPECT_EQ(own.text, shown(sheet_named(document, "Indtastning"), cell)) << url;
}

TEST_F(PlanLinksTest, LooksAsTheTextAroundItDoes)
{
    const TextDocument plan = plan_of(saved_workbook());
    const LinkedNumber own = number_of(plan, "figure/1/own");
    EXPECT_EQ(to_utf8(get_property<rtl::OUString>(own.range, "UnvisitedCharStyleName")), "Trinvis Tal");
    EXPECT_EQ(to_utf8(get_property<rtl::OUString>(own.range, "VisitedCharStyleName")), "Trinvis Tal");
    const auto families = query<css::style::XStyleFamiliesSupplier>(plan)->getStyleFamilies();
    const auto style =
        query<css::container::XNameAccess>(families->getByName("CharacterStyles"))->getByName("Trinvis Tal");
    EXPECT_EQ(get_property<sal_Int16>(style, "CharUnderline"), 0);
    const auto body =
        query<css::container::XNameAccess>(families->getByName("ParagraphStyles"))->getByName("Text body");
    EXPECT_EQ(get_property<sal_Int32>(style, "CharColor"), get_property<sal_Int32>(body, "CharColor"));
}

TEST_F(PlanLinksTest, NamesTheWorkbookRelativeToThePlan)
{
    const TextDocument plan = plan_of(saved_workbook());
    const std::string file = unpacked("plan.odt");
    EXPECT_NE(file.find("\"../nøgletal%20550.ods#$"), std::string::npos);
    EXPECT_EQ(file.find(folder().string()), std::string::npos) << "a path of this machine";
    EXPECT_EQ(file_content(folder() / "plan.pdf").find(folder().string()), std::string::npos);
}

TEST_F(PlanLinksTest, ClickingANumberGoesToItsCell)
{
    const Document document = saved_workbook();
    const TextDocument plan = plan_of(document);
    const Model model = query<css::frame::XModel>(plan);
    for (const char* key : {"figure/1/own", "figure/2/own"})
    {
        const LinkedNumber number = number_of(plan, key);
        const auto view = query<css::text::XTextViewCursorSupplier>(model->getCurrentController())->getViewCursor();
        view->gotoRange(number.range->getStart(), false);
        view->goRight(1, false);
        const auto helper =
            create<css::frame::XDispatchHelper>(running().context(), "com.sun.star.frame.DispatchHelper");
        helper->executeDispatch(query<css::frame::XDispatchProvider>(model->getCurrentController()->getFrame()),
                                ".uno:OpenHyperlinkOnCursor", "", 0, {});
        const std::string url = to_utf8(number.url);
        const std::string expected = "Indtastning " + url.substr(url.rfind('.') + 1);
        EXPECT_TRUE(comes_true([&] { return cell_at(document) == expected; })) << cell_at(document) << " " << url;
    }
}

TEST_F(PlanLinksTest, TheAddressOfACellHoldsAnySheetName)
{
    const rtl::OUString url = writer::cell_url("file:///a/b.ods", {"", "Børn på 'trin'", "C7"});
    EXPECT_EQ(to_utf8(url), "file:///a/b.ods#$'B%C3%B8rn%20p%C3%A5%20''trin'''.C7");
}

TEST_F(PlanLinksTest, AnUnsavedWorkbookHasNone)
{
    const TextDocument plan = plan_of(new_workbook());
    EXPECT_EQ(writer::linked_numbers(plan).size(), 0U);
}

TEST_F(PlanLinksTest, APlanThatIsSharedNamesNoFile)
{
    const Document document = saved_workbook();
    const Sheet facts = sheet_named(document, "Stamdata");
    set_text(facts, "B" + std::to_string(row_with(facts, 0, "Visning") + 1), "til deling");
    const TextDocument plan = plan_of(document);
    EXPECT_EQ(writer::linked_numbers(plan).size(), 0U);
    const std::string file = unpacked("plan.odt");
    for (const char* trace : {"550.ods", "trinvis/figure", "file:///"})
        EXPECT_EQ(file.find(trace), std::string::npos) << trace;
    EXPECT_EQ(file.find(folder().string()), std::string::npos);
}

TEST_F(PlanLinksTest, NothingInTheWholeFileOfASharedPlanTellsAHiddenNumber)
{
    const Document document = saved_workbook();
    // Four children in foster families of their network, of 126 who are placed; as text, and as charts hold it.
    const std::vector<std::string> hidden{"3,2 pct.", "3.1746", "4 børn"};
    static_cast<void>(plan_of(document, "internt.odt"));
    const std::string internal = unpacked("internt.odt");
    EXPECT_NE(internal.find(hidden[0]), std::string::npos);
    EXPECT_NE(internal.find(hidden[1]), std::string::npos);
    const Sheet facts = sheet_named(document, "Stamdata");
    set_text(facts, "B" + std::to_string(row_with(facts, 0, "Visning") + 1), "til deling");
    static_cast<void>(plan_of(document));
    const std::string shared = unpacked("plan.odt");
    ASSERT_GT(shared.size(), 100'000U);
    for (const std::string& number : hidden)
        EXPECT_EQ(shared.find(number), std::string::npos) << number;
    // Neither an earlier plan nor its file is named.
    for (const char* name : {"internt", "figure/4/own", "Trinvis plan"})
        EXPECT_EQ(shared.find(name), std::string::npos) << name;
    // The workbook may still know the internal plan; the shared one is not it.
    EXPECT_EQ(file_content(folder() / "plan.pdf").find(folder().string()), std::string::npos);
}

TEST_F(PlanLinksTest, ArePointedAnewWhenThePlanIsGeneratedAgain)
{
    const Document document = saved_workbook();
    const TextDocument first = plan_of(document);
    const std::string url = to_utf8(number_of(first, "figure/2/own").url);
    close(query<css::frame::XModel>(first));
    set_number(sheet_named(document, "Indtastning"), url.substr(url.rfind('.') + 1), 77.7);
    const TextDocument second = plan_of(document);
    EXPECT_GT(writer::linked_numbers(second).size(), 100U);
    EXPECT_EQ(number_of(second, "figure/2/own").text, "77,7");
    EXPECT_EQ(to_utf8(number_of(second, "figure/2/own").url), url);
    EXPECT_TRUE(writer::read_parts(second).offers.empty()) << "nothing was edited";
}

TEST_F(PlanLinksTest, AreTakenAwayAgain)
{
    const TextDocument plan = plan_of(saved_workbook());
    ASSERT_FALSE(writer::linked_numbers(plan).empty());
    const std::string before = to_utf8(plan->getText()->getString());
    writer::point_links(plan, {}, {});
    EXPECT_TRUE(writer::linked_numbers(plan).empty());
    EXPECT_EQ(to_utf8(plan->getText()->getString()), before);
}

} // namespace trinvis::testing
