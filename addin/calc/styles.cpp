// SPDX-License-Identifier: MPL-2.0
#include "calc/styles.hpp"

#include "office/text.hpp"

#include <array>
#include <com/sun/star/awt/FontSlant.hpp>
#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/text/FilenameDisplayFormat.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <optional>

namespace trinvis::calc
{

namespace
{

using namespace office;

constexpr sal_Int32 ink = 0x1F2933;
constexpr sal_Int32 brand = 0x1F4E79;
constexpr sal_Int32 grey = 0x5B6770;
constexpr sal_Int32 pale = 0xE8EEF4;
constexpr sal_Int32 input_fill = 0xFFFDF2;
constexpr sal_Int32 line = 0xC5CED6;
constexpr sal_Int32 white = 0xFFFFFF;

enum class Format
{
    none,
    whole,
    one_decimal,
    two_decimals,
    general,
    date
};

struct Look
{
    Style style;
    const char* key;
    double size = 10;
    sal_Int32 colour = ink;
    std::optional<sal_Int32> fill = std::nullopt;
    bool bold = false;
    bool italic = false;
    bool wrap = false;
    bool border = false;
    bool underline = false;
    bool centred = false;
    Format format = Format::none;
};

const std::vector<Look>& looks()
{
    static const std::vector<Look> all{
        {.style = Style::title, .key = "title", .size = 16, .colour = brand, .bold = true},
        {.style = Style::subtitle, .key = "subtitle", .colour = grey},
        {.style = Style::section, .key = "section", .size = 12, .colour = brand, .bold = true},
        {.style = Style::text, .key = "text", .wrap = true},
        {.style = Style::note, .key = "note", .size = 9, .colour = grey, .wrap = true},
        {.style = Style::heading,
         .key = "heading",
         .colour = white,
         .fill = brand,
         .bold = true,
         .wrap = true,
         .border = true},
        {.style = Style::heading_date,
         .key = "heading_date",
         .colour = white,
         .fill = brand,
         .bold = true,
         .border = true,
         .centred = true,
         .format = Format::date},
        {.style = Style::cell, .key = "cell", .wrap = true, .border = true},
        {.style = Style::cell_line, .key = "cell_line", .border = true},
        {.style = Style::cell_number, .key = "cell_number", .border = true, .format = Format::whole},
        {.style = Style::cell_decimal, .key = "cell_decimal", .border = true, .format = Format::one_decimal},
        {.style = Style::cell_two_decimals, .key = "cell_two_decimals", .border = true, .format = Format::two_decimals},
        {.style = Style::cell_plain_number, .key = "cell_plain_number", .border = true, .format = Format::general},
        {.style = Style::cell_date, .key = "cell_date", .border = true, .format = Format::date},
        {.style = Style::cell_link,
         .key = "cell_link",
         .colour = 0x0B5394,
         .wrap = true,
         .border = true,
         .underline = true},
        {.style = Style::input, .key = "input", .fill = input_fill, .border = true, .format = Format::general},
        {.style = Style::input_money,
         .key = "input_money",
         .fill = input_fill,
         .border = true,
         .format = Format::whole},
        {.style = Style::input_text, .key = "input_text", .fill = input_fill, .wrap = true, .border = true},
        {.style = Style::invented, .key = "invented", .colour = 0x7A4100, .fill = 0xFFE8C7, .bold = true},
        {.style = Style::provisional,
         .key = "provisional",
         .colour = grey,
         .italic = true,
         .wrap = true,
         .border = true},
        {.style = Style::error, .key = "error", .colour = 0x8B1A1A, .fill = 0xFBE0DE, .bold = true, .border = true},
        {.style = Style::warning, .key = "warning", .colour = 0x6B4A00, .fill = 0xFFF0C2, .bold = true, .border = true},
        {.style = Style::information, .key = "information", .colour = brand, .fill = 0xE1EDF8, .border = true},
        {.style = Style::good, .key = "good", .colour = 0x14532D, .fill = 0xE0F2E5, .bold = true, .border = true},
        {.style = Style::better, .key = "better", .colour = 0x14532D, .fill = 0xE0F2E5, .wrap = true, .border = true},
        {.style = Style::worse, .key = "worse", .colour = 0x6B4A00, .fill = 0xFFF0C2, .wrap = true, .border = true},
    };
    return all;
}

css::uno::Reference<css::container::XNameContainer> family(const css::uno::Reference<css::frame::XModel>& document,
                                                           const char* name)
{
    const auto families = query<css::style::XStyleFamiliesSupplier>(document)->getStyleFamilies();
    return query<css::container::XNameContainer>(families->getByName(rtl::OUString::createFromAscii(name)));
}

sal_Int32 number_format(const css::uno::Reference<css::frame::XModel>& document, Format format, const Texts& texts)
{
    const auto formats = query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats();
    const bool danish = texts.language() == Language::danish;
    const css::lang::Locale locale =
        danish ? css::lang::Locale("da", "DK", rtl::OUString()) : css::lang::Locale("en", "GB", rtl::OUString());
    if (format == Format::general)
        return query<css::util::XNumberFormatTypes>(formats)->getStandardIndex(locale);
    // Codes are given in the English manner and turned into the locale's.
    const char* code = format == Format::whole          ? "#,##0"
                       : format == Format::one_decimal  ? "#,##0.0"
                       : format == Format::two_decimals ? "#,##0.00"
                       : danish                         ? "DD-MM-YYYY"
                                                        : "YYYY-MM-DD";
    return formats->addNewConverted(rtl::OUString::createFromAscii(code),
                                    css::lang::Locale("en", "US", rtl::OUString()), locale);
}

css::table::BorderLine2 border(sal_Int32 colour, sal_Int32 width, sal_Int16 style = css::table::BorderLineStyle::SOLID)
{
    css::table::BorderLine2 result;
    result.Color = colour;
    result.OuterLineWidth = static_cast<sal_Int16>(width);
    result.LineWidth = static_cast<sal_uInt32>(width);
    result.LineStyle = style;
    return result;
}

void set_borders(const css::uno::Reference<css::style::XStyle>& style, const css::table::BorderLine2& edge)
{
    for (const char* side : {"TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"})
        set_property(style, side, css::uno::Any(edge));
}

void add_look(const css::uno::Reference<css::frame::XModel>& document,
              const css::uno::Reference<css::container::XNameContainer>& styles, const Look& look, const Texts& texts)
{
    const rtl::OUString name = style_name(look.style, texts);
    if (styles->hasByName(name))
        return;
    const auto style = create_in<css::style::XStyle>(document, "com.sun.star.style.CellStyle");
    styles->insertByName(name, css::uno::Any(style));
    style->setParentStyle("Default");
    set_property(style, "CharFontName", css::uno::Any(rtl::OUString("Liberation Sans")));
    set_property(style, "CharHeight", css::uno::Any(static_cast<float>(look.size)));
    set_property(style, "CharColor", css::uno::Any(look.colour));
    // Ids and expressions are no words of a language; red waves under them would look like faults.
    set_property(style, "CharLocale", css::uno::Any(css::lang::Locale("zxx", rtl::OUString(), rtl::OUString())));
    set_property(style, "VertJustify", css::uno::Any(css::table::CellVertJustify2::TOP));
    if (look.fill)
        set_property(style, "CellBackColor", css::uno::Any(*look.fill));
    if (look.bold)
        set_property(style, "CharWeight", css::uno::Any(css::awt::FontWeight::BOLD));
    if (look.italic)
        set_property(style, "CharPosture", css::uno::Any(css::awt::FontSlant_ITALIC));
    if (look.underline)
        set_property(style, "CharUnderline", css::uno::Any(css::awt::FontUnderline::SINGLE));
    if (look.wrap)
        set_property(style, "IsTextWrapped", css::uno::Any(true));
    if (look.centred)
        set_property(style, "HoriJustify", css::uno::Any(css::table::CellHoriJustify_CENTER));
    if (look.border)
    {
        set_borders(style, border(line, 18));
        for (const char* side : {"ParaTopMargin", "ParaBottomMargin"})
            set_property(style, side, css::uno::Any(static_cast<sal_Int32>(40)));
        for (const char* side : {"ParaLeftMargin", "ParaRightMargin"})
            set_property(style, side, css::uno::Any(static_cast<sal_Int32>(90)));
    }
    if (look.format != Format::none)
        set_property(style, "NumberFormat", css::uno::Any(number_format(document, look.format, texts)));
    if (look.format == Format::date && !look.centred)
        set_property(style, "HoriJustify", css::uno::Any(css::table::CellHoriJustify_LEFT));
}

struct MarkLook
{
    Mark mark;
    const char* key;
    sal_Int32 fill;
    sal_Int32 edge;
    sal_Int16 edge_style;
};

/// Colour and border differ, so that a mark is told apart without colour too.
constexpr std::array<MarkLook, 3> mark_looks{
    {{Mark::error, "mark_error", 0xFBE0DE, 0x8B1A1A, css::table::BorderLineStyle::DOUBLE},
     {Mark::warning, "mark_warning", 0xFFF0C2, 0x8A6100, css::table::BorderLineStyle::DASHED},
     {Mark::information, "mark_information", 0xE1EDF8, 0x1F4E79, css::table::BorderLineStyle::DOTTED}}};

} // namespace

rtl::OUString style_name(Style style, const Texts& texts)
{
    for (const Look& look : looks())
        if (look.style == style)
            return from_utf8(texts.get(std::string("style.") + look.key));
    return "Default";
}

rtl::OUString mark_style_name(Mark mark, const Texts& texts)
{
    for (const MarkLook& look : mark_looks)
        if (look.mark == mark)
            return from_utf8(texts.get(std::string("style.") + look.key));
    return "Default";
}

void add_styles(const css::uno::Reference<css::frame::XModel>& document, const Texts& texts)
{
    const auto styles = family(document, "CellStyles");
    for (const Look& look : looks())
        add_look(document, styles, look, texts);
    for (const MarkLook& look : mark_looks)
    {
        const rtl::OUString name = mark_style_name(look.mark, texts);
        if (styles->hasByName(name))
            continue;
        const auto style = create_in<css::style::XStyle>(document, "com.sun.star.style.CellStyle");
        styles->insertByName(name, css::uno::Any(style));
        style->setParentStyle("Default");
        set_property(style, "CellBackColor", css::uno::Any(look.fill));
        set_property(style, "CharColor", css::uno::Any(look.edge));
        set_borders(style, border(look.edge, look.edge_style == css::table::BorderLineStyle::DOUBLE ? 53 : 35,
                                  look.edge_style));
    }
}

namespace
{

/// What tells the pages of a pile apart: the sheet's name to the left, the file that it comes from in the middle (without
/// its path, which is nobody else's matter), the page of how many to the right.
void set_footer(const css::uno::Reference<css::frame::XModel>& document,
                const css::uno::Reference<css::style::XStyle>& style, const Texts& texts)
{
    const auto append = [&](const css::uno::Reference<css::text::XText>& text, const char* field)
    {
        const auto cursor = text->createTextCursor();
        cursor->gotoEnd(false);
        const auto content = create_in<css::text::XTextContent>(document, field);
        if (std::string_view(field).ends_with("FileName"))
            set_property(content, "FileFormat", css::uno::Any(css::text::FilenameDisplayFormat::NAME_AND_EXT));
        text->insertTextContent(query<css::text::XTextRange>(cursor), content, false);
    };
    set_property(style, "FooterIsOn", css::uno::Any(true));
    const auto properties = query<css::beans::XPropertySet>(style);
    const auto footer = query<css::sheet::XHeaderFooterContent>(properties->getPropertyValue("RightPageFooterContent"));
    for (const auto& part : {footer->getLeftText(), footer->getCenterText(), footer->getRightText()})
        part->setString({});
    append(footer->getLeftText(), "com.sun.star.text.TextField.SheetName");
    const auto middle = footer->getCenterText();
    middle->setString(from_utf8(texts.get("print.source") + " "));
    append(middle, "com.sun.star.text.TextField.FileName");
    const auto right = footer->getRightText();
    right->setString(from_utf8(texts.get("plan.page") + " "));
    append(right, "com.sun.star.text.TextField.PageNumber");
    const auto cursor = right->createTextCursor();
    cursor->gotoEnd(false);
    right->insertString(query<css::text::XTextRange>(cursor), " / ", false);
    append(right, "com.sun.star.text.TextField.PageCount");
    // The content is a copy until it is handed back.
    set_property(style, "RightPageFooterContent", css::uno::Any(footer));
}

} // namespace

rtl::OUString page_style(const css::uno::Reference<css::frame::XModel>& document, bool landscape, const Texts& texts)
{
    const rtl::OUString name = from_utf8(texts.get(landscape ? "style.page_landscape" : "style.page_portrait"));
    const auto styles = family(document, "PageStyles");
    if (styles->hasByName(name))
        return name;
    const auto style = create_in<css::style::XStyle>(document, "com.sun.star.style.PageStyle");
    styles->insertByName(name, css::uno::Any(style));
    constexpr sal_Int32 short_side = 21000;
    constexpr sal_Int32 long_side = 29700;
    set_property(style, "IsLandscape", css::uno::Any(landscape));
    set_property(style, "Width", css::uno::Any(landscape ? long_side : short_side));
    set_property(style, "Height", css::uno::Any(landscape ? short_side : long_side));
    set_property(style, "ScaleToPagesX", css::uno::Any(static_cast<sal_Int16>(1)));
    set_property(style, "ScaleToPagesY", css::uno::Any(static_cast<sal_Int16>(0)));
    for (const char* margin : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"})
        set_property(style, margin, css::uno::Any(static_cast<sal_Int32>(1200)));
    set_property(style, "HeaderIsOn", css::uno::Any(false));
    // Nought goes on counting; any other number would begin anew wherever the next sheet lies the other way.
    set_property(style, "FirstPageNumber", css::uno::Any(static_cast<sal_Int16>(0)));
    set_footer(document, style, texts);
    return name;
}

} // namespace trinvis::calc
