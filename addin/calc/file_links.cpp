// SPDX-License-Identifier: MPL-2.0
#include "calc/file_links.hpp"

#include "office/text.hpp"

#include <com/sun/star/text/XTextRange.hpp>

namespace trinvis::calc
{

using namespace office;

namespace
{

/// A text as it stands in a formula.
std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char letter : text)
        result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return result + "\"";
}

} // namespace

void write_file_links(const Sheet& sheet, const std::vector<folder::FileLink>& links)
{
    for (const folder::FileLink& link : links)
    {
        const auto cell = sheet->getCellByPosition(link.column, link.row);
        const std::string shown = to_utf8(query<css::text::XTextRange>(cell)->getString());
        cell->setFormula(from_utf8("=HYPERLINK(" + quoted(link.url) + ";" + quoted(shown) + ")"));
    }
}

} // namespace trinvis::calc
