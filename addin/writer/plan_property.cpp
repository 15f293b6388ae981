// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_property.hpp"

#include "office/text.hpp"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;

constexpr sal_Int32 longest = 250;

css::uno::Reference<css::beans::XPropertyContainer>
own_properties(const css::uno::Reference<css::text::XTextDocument>& document)
{
    return query<css::document::XDocumentPropertiesSupplier>(document)
        ->getDocumentProperties()
        ->getUserDefinedProperties();
}

rtl::OUString name_of_piece(sal_Int32 number)
{
    return number == 1 ? rtl::OUString("Trinvis") : "Trinvis " + rtl::OUString::number(number);
}

bool has(const css::uno::Reference<css::beans::XPropertyContainer>& properties, const rtl::OUString& name)
{
    return query<css::beans::XPropertySet>(properties)->getPropertySetInfo()->hasPropertyByName(name);
}

} // namespace

std::optional<PlanState> read_state(const css::uno::Reference<css::text::XTextDocument>& document)
{
    const auto properties = own_properties(document);
    rtl::OUString text;
    for (sal_Int32 number = 1; has(properties, name_of_piece(number)); ++number)
    {
        rtl::OUString piece;
        query<css::beans::XPropertySet>(properties)->getPropertyValue(name_of_piece(number)) >>= piece;
        text += piece;
    }
    return read_plan_state(to_utf8(text));
}

void write_state(const css::uno::Reference<css::text::XTextDocument>& document, const PlanState& state)
{
    const auto properties = own_properties(document);
    for (sal_Int32 number = 1; has(properties, name_of_piece(number)); ++number)
        properties->removeProperty(name_of_piece(number));
    const rtl::OUString text = from_utf8(write_plan_state(state));
    sal_Int32 number = 1;
    for (sal_Int32 from = 0; from < text.getLength(); from += longest)
        properties->addProperty(name_of_piece(number++), css::beans::PropertyAttribute::REMOVABLE,
                                css::uno::Any(text.copy(from, std::min(longest, text.getLength() - from))));
}

} // namespace trinvis::writer
