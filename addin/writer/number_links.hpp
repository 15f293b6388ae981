// SPDX-License-Identifier: MPL-2.0
//
// Numbers of the plan as links to the cells of the workbook that they come from, and the way back: which numbers of a plan
// are links, what they are, and where they stand.
//
//     point_links(document, workbook_url, steps);         // after the text is put
//     for (const LinkedNumber& number : linked_numbers(document))
//         number.key;                                     // "figure/3/own"
//
// A link is named after its number ("trinvis/figure/3/own"), so that a number is known again whatever a person has done to
// the text around it. It has the character style "Trinvis Tal", which looks as the text does: a plan is read, and most of
// its numbers are links. Whether the workbook is named relative to the plan is what LibreOffice's own setting says when
// the plan is saved; the shipped setting is relative.
#pragma once

#include "office/uno.hpp"
#include "plan/part_steps.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <string>
#include <vector>

namespace trinvis::writer
{

/// Makes links of the numbers in the parts' sections, in those paragraphs and tables that say what the steps say, word by
/// word; a paragraph that a person has changed keeps the links it has. Without an address there are no links in the whole
/// document, earlier ones among them: a plan that is to be shared names no file, and a workbook that is not saved has no
/// address.
void point_links(const css::uno::Reference<css::text::XTextDocument>& document, const rtl::OUString& workbook_url,
                 const std::vector<PartStep>& steps);

/// Whether a portion of text is a link that point_links made.
[[nodiscard]] bool is_number_link(const css::uno::Reference<css::uno::XInterface>& portion);

/// The address of a cell: the workbook's with "#$'Børn på trin'.C7" behind it, in the form that addresses have.
[[nodiscard]] rtl::OUString cell_url(const rtl::OUString& workbook_url, const NumberSource& source);

/// A number in a document that is a link of ours.
struct LinkedNumber
{
    std::string key;     ///< "figure/3/own"
    std::string text;    ///< as it is shown
    std::string heading; ///< the nearest heading above; empty where there is none
    rtl::OUString url;   ///< of the cell
    css::uno::Reference<css::text::XTextRange> range;
};

/// All of them in the order of the text, those in tables too.
[[nodiscard]] std::vector<LinkedNumber> linked_numbers(const css::uno::Reference<css::text::XTextDocument>& document);

} // namespace trinvis::writer
