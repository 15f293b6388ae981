// SPDX-License-Identifier: MPL-2.0
#include "help_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <vector>

namespace trinvis::help
{

namespace
{

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
)";

// A page that is reached by a link opens as the first one does: to be read only.
constexpr std::string_view settings =
    R"(<office:settings><config:config-item-set config:name="ooo:configuration-settings" xmlns:ooo="http://openoffice.org/2004/office"><config:config-item config:name="LoadReadonly" config:type="boolean">true</config:config-item></config:config-item-set></office:settings>
)";

// Behind the language of the text.
constexpr std::string_view styles =
    R"( style:font-name="Liberation Sans" fo:font-family="'Liberation Sans'" fo:font-size="11pt"/></style:default-style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.2cm" fo:line-height="115%"/></style:style>
<style:style style:name="List_20_Contents" style:display-name="List Contents" style:family="paragraph"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.1cm" fo:line-height="115%"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph"><style:text-properties fo:font-size="10pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Preformatted_20_Text" style:display-name="Preformatted Text" style:family="paragraph"><style:text-properties fo:font-family="'Liberation Mono'" fo:font-size="9pt" fo:language="zxx" fo:country="none"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Code" style:family="text"><style:text-properties fo:font-family="'Liberation Mono'" fo:font-size="10pt" fo:language="zxx" fo:country="none"/></style:style>
<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Steps"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.7cm" fo:margin-left="1.1cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles><style:style style:name="Grid" style:family="table"><style:table-properties style:width="17cm" table:align="margins" fo:margin-top="0.1cm" fo:margin-bottom="0.3cm"/></style:style>
<style:style style:name="Whole" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #808080" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"/></office:master-styles>
)";

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text)
        switch (letter)
        {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += letter;
        }
    return result;
}

/// Where a link goes: pages of Markdown become documents.
std::string target_of(std::string_view link)
{
    const std::size_t anchor = std::min(link.find('#'), link.size());
    const std::string_view file = link.substr(0, anchor);
    return (file.ends_with(".md") ? page_name(file) : std::string(file)) + std::string(link.substr(anchor));
}

constexpr const char* span_end = "</text:span>";

std::string span_start(const char* style)
{
    return std::string("<text:span text:style-name=\"") + style + "\">";
}

std::string span(const char* style, const std::string& xml)
{
    return span_start(style) + xml + span_end;
}

/// A link that stays in the window.
std::string link(const std::string& target, const std::string& xml)
{
    return "<text:a xlink:type=\"simple\" xlink:href=\"" + escaped(target) +
           "\" office:target-frame-name=\"_self\" xlink:show=\"replace\">" + xml + "</text:a>";
}

std::string paragraph(const char* style, const std::string& xml)
{
    return std::string("<text:p text:style-name=\"") + style + "\">" + xml + "</text:p>";
}

/// A line of code with the blanks that it begins with.
std::string code_line(const std::string& line)
{
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    return paragraph("Preformatted_20_Text",
                     (blanks > 0 ? "<text:s text:c=\"" + std::to_string(blanks) + "\"/>" : std::string()) +
                         escaped(line.substr(blanks)));
}

/// The words of a line with what stands for bold, italic, code and links put in.
std::string inline_xml(std::string_view text)
{
    std::string xml;
    bool bold = false;
    bool italic = false;
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const std::string_view rest = text.substr(i);
        if (rest.front() == '\\' && rest.size() > 1)
            xml += escaped(text.substr(++i, 1));
        else if (rest.front() == '`' && rest.find('`', 1) != std::string_view::npos)
        {
            const std::size_t end = rest.find('`', 1);
            xml += span("Code", escaped(rest.substr(1, end - 1)));
            i += end;
        }
        else if (rest.starts_with("**"))
        {
            xml += bold ? span_end : span_start("Strong");
            bold = !bold;
            ++i;
        }
        else if (rest.front() == '*' && (italic || (rest.size() > 1 && rest[1] != ' ')))
        {
            xml += italic ? span_end : span_start("Emphasis");
            italic = !italic;
        }
        else if (const std::size_t middle = rest.find("]("); rest.front() == '[' && middle != std::string_view::npos &&
                                                             rest.find(')', middle) != std::string_view::npos)
        {
            const std::size_t end = rest.find(')', middle);
            xml += link(target_of(rest.substr(middle + 2, end - middle - 2)), inline_xml(rest.substr(1, middle - 1)));
            i += end;
        }
        else
            xml += escaped(rest.substr(0, 1));
    }
    return xml + (italic ? span_end : "") + (bold ? span_end : "");
}

std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// The cells of a line of a table; a bar after \ and one inside code belong to the text.
std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool code = false;
    for (std::size_t i = 1; i < line.size(); ++i)
    {
        if (line[i] == '`')
            code = !code;
        if (line[i] == '\\' && i + 1 < line.size())
        {
            cells.back() += line[i];
            cells.back() += line[++i];
        }
        else if (line[i] == '|' && !code)
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    cells.pop_back();
    for (std::string& cell : cells)
        cell = std::string(without_blanks(cell));
    return cells;
}

struct Heading
{
    std::size_t order = 0;
    std::string text;
    std::string anchor;
};

Heading heading_of(std::string_view line, std::size_t number)
{
    Heading heading;
    heading.order = line.find(' ');
    std::string_view text = line.substr(heading.order + 1);
    if (const std::size_t open = text.find(" {#"); open != std::string_view::npos)
    {
        heading.anchor = std::string(text.substr(open + 3, text.find('}', open) - open - 3));
        text = text.substr(0, open);
    }
    else
    {
        const std::string_view word = text.substr(0, text.find(' '));
        // The rules are found by their ids, a letter and figures; other headings by their place.
        const bool is_id = word.size() > 1 && word.front() >= 'A' && word.front() <= 'Z' &&
                           word.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
        heading.anchor = is_id ? std::string(word) : "h" + std::to_string(number);
    }
    heading.text = std::string(text);
    return heading;
}

class Page
{
public:
    explicit Page(std::string_view markdown)
    {
        std::istringstream lines{std::string(markdown)};
        std::string line;
        while (std::getline(lines, line))
            add(line);
        close();
    }

    [[nodiscard]] const std::string& title() const
    {
        return m_title;
    }
    /// What stands below the title.
    [[nodiscard]] std::string body() const
    {
        std::string places;
        if (m_places.size() >= 3)
            for (const Heading& place : m_places)
                places += item(link("#" + place.anchor, inline_xml(place.text)));
        return (places.empty() ? "" : list_start("Points") + places + list_end) + m_xml;
    }

private:
    static constexpr const char* list_end = "</text:list>\n";

    static std::string list_start(const char* style)
    {
        return std::string("<text:list text:style-name=\"") + style + "\">\n";
    }
    static std::string item(const std::string& xml)
    {
        return "<text:list-item>" + paragraph("List_20_Contents", xml) + "</text:list-item>\n";
    }

    enum class Block
    {
        none,
        paragraph,
        points,
        steps,
        table,
        code
    };

    void add(const std::string& line)
    {
        const bool is_fence = line == "```";
        if (m_block == Block::code && !is_fence)
            m_xml += code_line(line) + "\n";
        else if (line.empty() || (is_fence && m_block == Block::code))
            close();
        else if (is_fence)
            open(Block::code);
        else if (line.front() == '#')
            add_heading(line);
        else if (line.front() == '|')
            add_row(line);
        else if (line.starts_with("* "))
            add_item(Block::points, line.substr(2));
        else if (std::isdigit(static_cast<unsigned char>(line.front())) != 0 && line.find(". ") < 3)
            add_item(Block::steps, line.substr(line.find(". ") + 2));
        else
        {
            if (m_block != Block::points && m_block != Block::steps)
                open(Block::paragraph);
            m_text += (m_text.empty() ? "" : " ") + std::string(without_blanks(line));
        }
    }

    void add_heading(const std::string& line)
    {
        close();
        Heading heading = heading_of(line, ++m_headings);
        if (heading.order == 1)
            m_title = heading.text;
        else
        {
            const std::string order = std::to_string(heading.order);
            m_xml += "<text:h text:style-name=\"Heading_20_" + order + "\" text:outline-level=\"" + order +
                     "\"><text:bookmark text:name=\"" + heading.anchor + "\"/>" + inline_xml(heading.text) +
                     "</text:h>\n";
            if (heading.order == 2)
                m_places.push_back(std::move(heading));
        }
    }

    void add_row(const std::string& line)
    {
        if (line.starts_with("| ---"))
            return;
        const bool first = m_block != Block::table;
        open(Block::table);
        const std::vector<std::string> cells = cells_of(line);
        if (first)
            m_xml += "<table:table-column table:number-columns-repeated=\"" + std::to_string(cells.size()) +
                     "\"/>\n<table:table-header-rows>\n";
        m_xml += "<table:table-row table:style-name=\"Whole\">";
        for (const std::string& cell : cells)
            m_xml += "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">" +
                     paragraph(first ? "Table_20_Heading" : "Table_20_Contents", inline_xml(cell)) +
                     "</table:table-cell>";
        m_xml += first ? "</table:table-row>\n</table:table-header-rows>\n" : "</table:table-row>\n";
    }

    void add_item(Block list, const std::string& text)
    {
        open(list);
        end_item();
        m_text = text;
    }

    void end_item()
    {
        if (!m_text.empty())
            m_xml += item(inline_xml(m_text));
        m_text.clear();
    }

    void open(Block block)
    {
        if (m_block == block)
            return;
        close();
        m_block = block;
        if (block == Block::points)
            m_xml += list_start("Points");
        else if (block == Block::steps)
            m_xml += list_start("Steps");
        else if (block == Block::table)
            m_xml += "<table:table table:style-name=\"Grid\">\n";
    }

    void close()
    {
        if (m_block == Block::points || m_block == Block::steps)
        {
            end_item();
            m_xml += list_end;
        }
        else if (m_block == Block::table)
            m_xml += "</table:table>\n";
        else if (m_block == Block::paragraph && m_text.find("rule_documentation") == std::string::npos)
            m_xml += paragraph("Text_20_body", inline_xml(m_text)) + "\n";
        m_text.clear();
        m_block = Block::none;
    }

    std::string m_title;
    std::string m_xml;
    std::string m_text; ///< of the paragraph or item that is being read
    std::vector<Heading> m_places;
    Block m_block = Block::none;
    std::size_t m_headings = 0;
};

} // namespace

std::string page_name(std::string_view source)
{
    std::string name(source.substr(source.find_last_of('/') + 1));
    name = name.substr(0, name.find('.'));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); });
    return (name == "template" ? "templates" : name) + ".fodt";
}

std::string page(std::string_view markdown, Language language, std::string_view home, std::string_view contents)
{
    const Page made(markdown);
    const std::string country = language == Language::danish ? "DK" : "GB";
    std::string xml = std::string(head) + "<office:meta><dc:title>" + escaped(home) + ": " + escaped(made.title()) +
                      "</dc:title></office:meta>\n" + std::string(settings) + "<office:styles>\n" +
                      "<style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"" +
                      std::string(language_code(language)) + "\" fo:country=\"" + country + "\"" + std::string(styles) +
                      "<office:body><office:text>\n";
    if (!contents.empty())
        xml += paragraph("Text_20_body", link("index.fodt", escaped(contents))) + "\n";
    return xml + "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">" + inline_xml(made.title()) +
           "</text:h>\n" + made.body() + "</office:text></office:body>\n</office:document>\n";
}

} // namespace trinvis::help
