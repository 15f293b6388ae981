// SPDX-License-Identifier: MPL-2.0
//
// The values of a plan that stand on its front page and in its footers (municipality, date): fields of the document, so
// that the next generation renews them wherever they stand.
//
//     set_values(document, plan.values);
//     put_sentence(document, place, "Udkast {date}", plan.values);
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <map>
#include <string>

namespace trinvis::writer
{

using PlanValues = std::map<std::string, std::string, std::less<>>;

/// Gives the document's values these contents and shows them in all fields.
void set_values(const css::uno::Reference<css::text::XTextDocument>& document, const PlanValues& values);

/// Puts a sentence in place of a range; each {name} of a value becomes a field. set_values comes first.
void put_sentence(const css::uno::Reference<css::text::XTextDocument>& document,
                  const css::uno::Reference<css::text::XTextRange>& place, const std::string& sentence,
                  const PlanValues& values);

} // namespace trinvis::writer
