// SPDX-License-Identifier: MPL-2.0
#include "writer/number_links.hpp"

#include "office/text.hpp"
#include "table/cell.hpp"
#include "writer/plan_section.hpp"

#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <functional>
#include <map>
#include <rtl/uri.hxx>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;
using Table = css::uno::Reference<css::text::XTextTable>;

constexpr const char* link_style = "Trinvis Tal";
constexpr std::string_view name_prefix = "trinvis/";

/// The style is made where a template does not bring it.
void make_style(const TextDocument& document)
{
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    const auto styles = query<css::container::XNameContainer>(families->getByName("CharacterStyles"));
    const rtl::OUString name = rtl::OUString::createFromAscii(link_style);
    if (styles->hasByName(name))
        return;
    const auto style = create_in<css::beans::XPropertySet>(document, "com.sun.star.style.CharacterStyle");
    styles->insertByName(name, css::uno::Any(style));
    set_property(style, "CharUnderline", css::uno::Any(css::awt::FontUnderline::NONE));
}

void link(const Range& range, const rtl::OUString& url, std::string_view key)
{
    const rtl::OUString style = url.isEmpty() ? rtl::OUString() : rtl::OUString::createFromAscii(link_style);
    set_property(range, "HyperLinkURL", css::uno::Any(url));
    set_property(
        range, "HyperLinkName",
        css::uno::Any(url.isEmpty() ? rtl::OUString() : from_utf8(std::string(name_prefix) + std::string(key))));
    if (url.isEmpty())
        return;
    set_property(range, "UnvisitedCharStyleName", css::uno::Any(style));
    set_property(range, "VisitedCharStyleName", css::uno::Any(style));
}

/// Links the numbers of a paragraph, or of the first one of a cell.
void link_numbers(const Range& paragraph, const rtl::OUString& workbook_url, const std::string& text,
                  const Traces& traces)
{
    for (const Trace& trace : traces)
    {
        if (trace.source.sheet.empty())
            continue;
        const auto length_of = [&](std::size_t begin, std::size_t length)
        { return static_cast<sal_Int16>(from_utf8(std::string_view(text).substr(begin, length)).getLength()); };
        const auto cursor = paragraph->getText()->createTextCursorByRange(paragraph->getStart());
        cursor->goRight(length_of(0, trace.begin), false);
        cursor->goRight(length_of(trace.begin, trace.length), true);
        link(query<css::text::XTextRange>(cursor), cell_url(workbook_url, trace.source), trace.source.key);
    }
}

using ToParagraph = std::function<void(const css::uno::Reference<css::container::XEnumerationAccess>&)>;
using ToTable = std::function<void(const Table&)>;

void for_each_paragraph(const css::uno::Reference<css::text::XText>& text, const ToParagraph& found,
                        const ToTable& table_found)
{
    const auto contents = query<css::container::XEnumerationAccess>(text)->createEnumeration();
    while (contents->hasMoreElements())
    {
        const css::uno::Any content = contents->nextElement();
        if (const auto table = query_if<css::text::XTextTable>(content); table.is())
            table_found(table);
        else if (const auto paragraph = query_if<css::container::XEnumerationAccess>(content); paragraph.is())
            found(paragraph);
    }
}

/// The part of the plan in whose section an element stands; empty outside of all.
std::string part_at(const css::uno::Reference<css::uno::XInterface>& element)
{
    for (auto section = get_property<Section>(element, "TextSection"); section.is();
         section = section->getParentSection())
        if (const auto part = part_of_section(to_utf8(query<css::container::XNamed>(section)->getName())))
            return part->id;
    return {};
}

std::string cell_string(const Table& table, std::size_t row, std::size_t column)
{
    const auto cell = query_if<css::text::XTextRange>(
        table->getCellByName(from_utf8(cell_address(static_cast<int>(row), static_cast<int>(column)))));
    return cell.is() ? to_utf8(cell->getString()) : std::string{};
}

/// Whether a table of the document is one of the plan: the same headings, and the same in every cell with a number.
bool is_table(const Table& table, const PlanTable& wanted)
{
    if (wanted.rows.empty() || table->getRows()->getCount() != static_cast<sal_Int32>(wanted.rows.size()))
        return false;
    for (std::size_t column = 0; column < wanted.rows.front().size(); ++column)
        if (cell_string(table, 0, column) != wanted.rows.front()[column])
            return false;
    for (const CellTraces& cell : wanted.traces)
        if (cell_string(table, cell.row, 0) != wanted.rows[cell.row].front())
            return false;
    return true;
}

void link_table(const Table& table, const PlanTable& content, const rtl::OUString& workbook_url)
{
    for (const CellTraces& cell : content.traces)
    {
        const std::string& text = content.rows[cell.row][cell.column];
        const auto range = query_if<css::text::XTextRange>(
            table->getCellByName(from_utf8(cell_address(static_cast<int>(cell.row), static_cast<int>(cell.column)))));
        if (range.is() && to_utf8(range->getString()) == text)
            link_numbers(query<css::text::XText>(range)->getStart(), workbook_url, text, cell.traces);
    }
}

std::string link_key(const css::uno::Reference<css::uno::XInterface>& portion)
{
    const std::string name = to_utf8(get_property<rtl::OUString>(portion, "HyperLinkName"));
    return name.starts_with(name_prefix) ? name.substr(name_prefix.size()) : std::string{};
}

/// A number may be several portions of text: a person made half of it bold.
void read_paragraph(const css::uno::Reference<css::container::XEnumerationAccess>& paragraph,
                    const std::string& heading, std::vector<LinkedNumber>& numbers)
{
    const auto portions = paragraph->createEnumeration();
    bool goes_on = false;
    while (portions->hasMoreElements())
    {
        const auto portion = query<css::text::XTextRange>(portions->nextElement());
        const std::string key = link_key(portion);
        const rtl::OUString url = get_property<rtl::OUString>(portion, "HyperLinkURL");
        if (key.empty() || url.isEmpty())
        {
            goes_on = false;
            continue;
        }
        if (goes_on && numbers.back().key == key)
        {
            numbers.back().text += to_utf8(portion->getString());
            const auto whole = portion->getText()->createTextCursorByRange(numbers.back().range);
            whole->gotoRange(portion->getEnd(), true);
            numbers.back().range = query<css::text::XTextRange>(whole);
            continue;
        }
        numbers.push_back({key, to_utf8(portion->getString()), heading, url, portion});
        goes_on = true;
    }
}

void for_each_cell(const Table& table, const ToParagraph& found, const ToTable& table_found)
{
    for (const rtl::OUString& name : table->getCellNames())
        for_each_paragraph(query<css::text::XText>(table->getCellByName(name)), found, table_found);
}

bool is_heading(const css::uno::Reference<css::container::XEnumerationAccess>& paragraph)
{
    return get_property<sal_Int16>(paragraph, "OutlineLevel") > 0;
}

void remove_links(const TextDocument& document)
{
    for (const LinkedNumber& number : linked_numbers(document))
        link(number.range, rtl::OUString(), {});
}

} // namespace

rtl::OUString cell_url(const rtl::OUString& workbook_url, const NumberSource& source)
{
    const rtl::OUString place = from_utf8("$" + quoted_sheet_name(source.sheet) + "." + source.cell);
    return workbook_url + "#" +
           rtl::Uri::encode(place, rtl_UriCharClassUric, rtl_UriEncodeCheckEscapes, RTL_TEXTENCODING_UTF8);
}

void point_links(const TextDocument& document, const rtl::OUString& workbook_url, const std::vector<PartStep>& steps)
{
    if (workbook_url.isEmpty())
        return remove_links(document);
    make_style(document);
    std::map<std::string, const PlanBlocks*, std::less<>> parts;
    for (const PartStep& step : steps)
        parts.emplace(step.id, &step.blocks);
    const auto blocks_at = [&](const css::uno::Reference<css::uno::XInterface>& element) -> const PlanBlocks&
    {
        static const PlanBlocks none;
        const auto known = parts.find(part_at(element));
        return known == parts.end() ? none : *known->second;
    };
    const auto to_paragraph = [&](const css::uno::Reference<css::container::XEnumerationAccess>& paragraph)
    {
        const auto range = query<css::text::XTextRange>(paragraph);
        const std::string text = to_utf8(range->getString());
        for (const PlanBlock& block : blocks_at(paragraph))
            if (const PlanParagraph* wanted = std::get_if<PlanParagraph>(&block); wanted && wanted->text == text)
                return link_numbers(range, workbook_url, text, wanted->traces);
    };
    const ToTable to_table = [&](const Table& table)
    {
        for (const PlanBlock& block : blocks_at(table))
            if (const PlanTable* wanted = std::get_if<PlanTable>(&block); wanted && is_table(table, *wanted))
                return link_table(table, *wanted, workbook_url);
    };
    for_each_paragraph(document->getText(), to_paragraph, to_table);
}

bool is_number_link(const css::uno::Reference<css::uno::XInterface>& portion)
{
    return !link_key(portion).empty();
}

std::vector<LinkedNumber> linked_numbers(const TextDocument& document)
{
    std::vector<LinkedNumber> numbers;
    std::string heading;
    ToTable to_table;
    const ToParagraph to_cell = [&](const css::uno::Reference<css::container::XEnumerationAccess>& paragraph)
    { read_paragraph(paragraph, heading, numbers); };
    to_table = [&](const Table& table) { for_each_cell(table, to_cell, to_table); };
    for_each_paragraph(
        document->getText(),
        [&](const css::uno::Reference<css::container::XEnumerationAccess>& paragraph)
        {
            if (is_heading(paragraph))
                heading = to_utf8(query<css::text::XTextRange>(paragraph)->getString());
            read_paragraph(paragraph, heading, numbers);
        },
        to_table);
    return numbers;
}

} // namespace trinvis::writer
