// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_blocks.hpp"

#include "office/chart_look.hpp"
#include "office/text.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier2.hpp>
#include <com/sun/star/embed/Aspects.hpp>
#include <com/sun/star/embed/XEmbeddedObject.hpp>
#include <com/sun/star/embed/XVisualObject.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/style/BreakType.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/TableBorder2.hpp>
#include <com/sun/star/table/TableBorderDistances.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/text/ControlCharacter.hpp>
#include <com/sun/star/text/TableColumnSeparator.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <limits>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

constexpr const char* chart_class = "12dcae26-281f-416f-a234-c3086127382e";
constexpr sal_Int32 chart_width = 16500; // 1/100 mm
// Heights that let a figure's text and both its charts share a page.
constexpr sal_Int32 scatter_height = 8400;
constexpr sal_Int32 lines_height = 6900;
constexpr sal_Int32 stacked_height = 9400; ///< with a legend of up to four lines
constexpr sal_Int32 height_per_bar = 360;
constexpr sal_Int32 height_around_bars = 2600;
constexpr sal_Int32 height_per_text_line = 340;
constexpr sal_Int32 height_between_texts = 160;
constexpr sal_Int32 height_around_profile = 4200;
constexpr sal_Int32 page_height = 22500; // of the text, a heading and a line above the chart taken off
constexpr sal_Int32 brand = 0x1F4E79;
constexpr sal_Int32 line = 0xC5CED6;

sal_Int32 height_of(const ChartContent& content)
{
    const auto rows = static_cast<sal_Int32>(content.categories.size());
    switch (content.kind)
    {
    case ChartKind::scatter:
        return scatter_height;
    case ChartKind::lines:
    case ChartKind::columns:
        return lines_height;
    case ChartKind::stacked:
        return stacked_height;
    case ChartKind::profile:
    case ChartKind::timeline:
        return std::min(page_height, height_around_profile + rows * (height_between_texts +
                                                                     height_per_text_line * category_lines(content)));
    default:
        return std::min(page_height, height_around_bars + rows * height_per_bar);
    }
}

class Insertion
{
public:
    Insertion(const Context& context, const TextDocument& document,
              const css::uno::Reference<css::text::XTextRange>& place)
        : m_context(context), m_document(document), m_text(place->getText()), m_place(place->getStart())
    {
    }

    /// Takes away the paragraph that everything was put in front of.
    void take_place_away()
    {
        const auto cursor = query<css::text::XParagraphCursor>(m_text->createTextCursorByRange(m_place));
        cursor->gotoStartOfParagraph(false);
        cursor->gotoEndOfParagraph(true);
        const auto paragraphs = query<css::container::XEnumerationAccess>(cursor)->createEnumeration();
        query<css::lang::XComponent>(paragraphs->nextElement())->dispose();
    }

    void put(const PlanParagraph& paragraph)
    {
        switch (paragraph.look)
        {
        case ParagraphLook::note:
            return put_paragraph(paragraph.text, "Trinvis Note");
        case ParagraphLook::invented:
            return put_paragraph(paragraph.text, "Trinvis Opdigtet");
        case ParagraphLook::to_write:
            return put_paragraph(paragraph.text, "Trinvis Udfyldes");
        default:
            return put_paragraph(paragraph.text, "Text body");
        }
    }

    void put(const PlanHeading& heading)
    {
        put_paragraph(heading.text, heading.level == 1 ? "Heading 1" : "Heading 2");
        if (!heading.new_page)
            return;
        const auto back = query<css::text::XParagraphCursor>(m_text->createTextCursorByRange(m_place));
        back->gotoPreviousParagraph(false);
        set_property(back, "BreakType", css::uno::Any(css::style::BreakType_PAGE_BEFORE));
    }

    void put(const PlanTable& table)
    {
        put_paragraph(table.caption, "Trinvis Tabeltekst");
        const auto content = create_in<css::text::XTextTable>(m_document, "com.sun.star.text.TextTable");
        const auto rows = static_cast<sal_Int32>(table.rows.size());
        const auto columns = static_cast<sal_Int32>(table.widths.size());
        content->initialize(rows, columns);
        m_text->insertTextContent(m_place, query<css::text::XTextContent>(content), false);
        fill_table(content, table);
        dress_table(content, table);
    }

    void put(const PlanChart& chart)
    {
        const auto object = create_in<css::text::XTextContent>(m_document, "com.sun.star.text.TextEmbeddedObject");
        set_property(object, "CLSID", css::uno::Any(rtl::OUString::createFromAscii(chart_class)));
        set_property(object, "AnchorType", css::uno::Any(css::text::TextContentAnchorType_AS_CHARACTER));
        const auto cursor = query<css::text::XTextRange>(m_text->createTextCursorByRange(m_place));
        m_text->insertTextContent(cursor, object, false);
        m_text->insertControlCharacter(cursor, css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        style_previous(cursor, "Trinvis Diagram");
        m_place = cursor->getStart();
        const ChartContent& content = chart.content;
        const sal_Int32 height = height_of(content);
        set_property(object, "Title", css::uno::Any(from_utf8(content.title)));
        set_property(object, "Description", css::uno::Any(from_utf8(content.alt_text)));
        // The chart is drawn in its own size and then fitted to the frame: both must be the same, or letters get squeezed.
        const auto embedded =
            query<css::document::XEmbeddedObjectSupplier2>(object)->getExtendedControlOverEmbeddedObject();
        query<css::embed::XVisualObject>(embedded)->setVisualAreaSize(css::embed::Aspects::MSOLE_CONTENT,
                                                                      css::awt::Size(chart_width, height));
        fill_chart(object, content);
        // A chart that gets its data takes the size it was born with; the wanted size comes after.
        set_property(object, "Width", css::uno::Any(chart_width));
        set_property(object, "Height", css::uno::Any(height));
    }

private:
    void put_paragraph(const std::string& text, const char* style)
    {
        const auto cursor = query<css::text::XTextRange>(m_text->createTextCursorByRange(m_place));
        m_text->insertString(cursor, from_utf8(text), false);
        m_text->insertControlCharacter(cursor, css::text::ControlCharacter::PARAGRAPH_BREAK, false);
        style_previous(cursor, style);
        m_place = cursor->getStart();
    }

    /// The break left the new text in the paragraph before the cursor.
    void style_previous(const css::uno::Reference<css::text::XTextRange>& cursor, const char* style)
    {
        const auto back = query<css::text::XParagraphCursor>(m_text->createTextCursorByRange(cursor));
        back->gotoPreviousParagraph(false);
        set_style(back, style);
    }

    template <typename Object>
    void set_style(const Object& object, const char* style)
    {
        const auto families = query<css::style::XStyleFamiliesSupplier>(m_document)->getStyleFamilies();
        const auto styles = query<css::container::XNameAccess>(families->getByName("ParagraphStyles"));
        const rtl::OUString name = rtl::OUString::createFromAscii(style);
        set_property(object, "ParaStyleName",
                     css::uno::Any(styles->hasByName(name) ? name : rtl::OUString("Text body")));
    }

    void fill_table(const css::uno::Reference<css::text::XTextTable>& content, const PlanTable& table)
    {
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            for (std::size_t column = 0; column < table.widths.size(); ++column)
            {
                const auto cell = query<css::text::XText>(
                    content->getCellByName(from_utf8(cell_address(static_cast<int>(row), static_cast<int>(column)))));
                cell->setString(from_utf8(table.rows[row][column]));
                set_style(cell->createTextCursor(), row == 0                ? "Trinvis Tabelhoved"
                                                    : table.numeric[column] ? "Trinvis Tabeltal"
                                                                            : "Trinvis Tabelcelle");
            }
    }

    void dress_table(const css::uno::Reference<css::text::XTextTable>& content, const PlanTable& table)
    {
        const auto properties = query<css::beans::XPropertySet>(content);
        query<css::container::XNamed>(content)->setName(from_utf8(table_name(table.name)));
        set_property(properties, "RepeatHeadline", css::uno::Any(true));
        set_property(properties, "HeaderRowCount", css::uno::Any(static_cast<sal_Int32>(1)));
        css::table::BorderLine2 edge;
        edge.Color = line;
        edge.LineWidth = 18;
        edge.OuterLineWidth = 18;
        css::table::TableBorder2 border;
        border.TopLine = border.BottomLine = border.LeftLine = border.RightLine = border.HorizontalLine =
            border.VerticalLine = edge;
        border.IsTopLineValid = border.IsBottomLineValid = border.IsLeftLineValid = border.IsRightLineValid =
            border.IsHorizontalLineValid = border.IsVerticalLineValid = true;
        set_property(properties, "TableBorder2", css::uno::Any(border));
        css::table::TableBorderDistances distances;
        distances.TopDistance = distances.BottomDistance = 60;
        distances.LeftDistance = distances.RightDistance = 110;
        distances.IsTopDistanceValid = distances.IsBottomDistanceValid = distances.IsLeftDistanceValid =
            distances.IsRightDistanceValid = true;
        set_property(properties, "TableBorderDistances", css::uno::Any(distances));
        set_widths(properties, table);
        const auto rows = content->getRows();
        for (sal_Int32 row = 0; row < rows->getCount(); ++row)
            set_property(rows->getByIndex(row), "IsSplitAllowed", css::uno::Any(false));
        const auto head = query<css::table::XCellRange>(content)->getCellRangeByPosition(
            0, 0, static_cast<sal_Int32>(table.widths.size()) - 1, 0);
        set_property(head, "BackColor", css::uno::Any(brand));
    }

    static void set_widths(const css::uno::Reference<css::beans::XPropertySet>& properties, const PlanTable& table)
    {
        const auto whole = get_property<sal_Int16>(properties, "TableColumnRelativeSum");
        int sum = 0;
        for (const int width : table.widths)
            sum += width;
        auto separators =
            get_property<css::uno::Sequence<css::text::TableColumnSeparator>>(properties, "TableColumnSeparators");
        int position = 0;
        for (sal_Int32 i = 0; i < separators.getLength(); ++i)
        {
            position += table.widths[static_cast<std::size_t>(i)];
            separators.getArray()[i].Position = static_cast<sal_Int16>(whole * position / sum);
        }
        set_property(properties, "TableColumnSeparators", css::uno::Any(separators));
    }

    /// Writer refuses blanks and full stops in a table's name.
    [[nodiscard]] static std::string table_name(const std::string& name)
    {
        std::string allowed = "Trinvis_" + name;
        std::replace_if(
            allowed.begin(), allowed.end(), [](char letter) { return letter == ' ' || letter == '.'; }, '_');
        return allowed;
    }

    void fill_chart(const css::uno::Reference<css::text::XTextContent>& object, const ChartContent& content)
    {
        const auto chart = query<css::chart::XChartDocument>(
            query<css::document::XEmbeddedObjectSupplier2>(object)->getEmbeddedObject());
        // Else each property draws the chart anew.
        chart->lockControllers();
        set_chart_type(chart, content);
        const bool scatter = content.kind == ChartKind::scatter;
        const std::size_t length = scatter ? content.x.size() : content.categories.size();
        const std::size_t shift = scatter ? 1 : 0;
        css::uno::Sequence<css::uno::Sequence<double>> rows(static_cast<sal_Int32>(length));
        std::vector<rtl::OUString> row_names;
        for (std::size_t row = 0; row < length; ++row)
        {
            css::uno::Sequence<double> values(static_cast<sal_Int32>(content.series.size() + shift));
            double* value = values.getArray();
            if (scatter)
                value[0] = content.x[row];
            for (std::size_t s = 0; s < content.series.size(); ++s)
                value[s + shift] = content.series[s].y[row].value_or(std::numeric_limits<double>::quiet_NaN());
            rows.getArray()[row] = values;
            row_names.push_back(scatter ? rtl::OUString::number(static_cast<sal_Int64>(content.x[row]))
                                        : from_utf8(content.categories[row]));
        }
        std::vector<rtl::OUString> names;
        if (scatter)
            names.push_back(from_utf8(content.x_title));
        for (const ChartSeries& series : content.series)
            names.push_back(from_utf8(series.name));
        const auto data = query<css::chart::XChartDataArray>(chart->getData());
        data->setData(rows);
        data->setRowDescriptions(sequence(row_names));
        data->setColumnDescriptions(sequence(names));
        if (scatter)
            use_first_column_as_x(m_context, chart);
        part_lines_from_columns(m_context, chart, content);
        dress_chart(chart, content);
        chart->unlockControllers();
        query<css::util::XModifiable>(chart)->setModified(true);
    }

    Context m_context;
    TextDocument m_document;
    css::uno::Reference<css::text::XText> m_text;
    css::uno::Reference<css::text::XTextRange> m_place;
};

} // namespace

void replace_paragraph(const Context& context, const TextDocument& document,
                       const css::uno::Reference<css::text::XTextRange>& place, const std::vector<PlanBlock>& blocks)
{
    place->setString(rtl::OUString());
    Insertion insertion(context, document, place);
    for (const PlanBlock& block : blocks)
        std::visit([&insertion](const auto& content) { insertion.put(content); }, block);
    insertion.take_place_away();
}

} // namespace trinvis::writer
