// SPDX-License-Identifier: MPL-2.0
//
// Short ways of saying what UNO says at length: queries that throw, sequences from vectors, properties by name.
//
//     const auto model = query<css::frame::XModel>(document);
//     set_property(chart, "HasLegend", css::uno::Any(true));
#pragma once

#include <algorithm>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string_view>
#include <vector>

namespace css = com::sun::star;

namespace trinvis::office
{

using Context = css::uno::Reference<css::uno::XComponentContext>;

/// The interface of an object; throws css::uno::RuntimeException when the object lacks it.
template <typename Interface, typename Object>
[[nodiscard]] css::uno::Reference<Interface> query(const Object& object)
{
    return css::uno::Reference<Interface>(object, css::uno::UNO_QUERY_THROW);
}

/// The interface of an object, empty when the object lacks it.
template <typename Interface, typename Object>
[[nodiscard]] css::uno::Reference<Interface> query_if(const Object& object)
{
    return css::uno::Reference<Interface>(object, css::uno::UNO_QUERY);
}

template <typename Element>
[[nodiscard]] css::uno::Sequence<Element> sequence(const std::vector<Element>& elements)
{
    css::uno::Sequence<Element> result(static_cast<sal_Int32>(elements.size()));
    std::copy(elements.begin(), elements.end(), result.getArray());
    return result;
}

[[nodiscard]] inline css::beans::PropertyValue property(const char* name, const css::uno::Any& value)
{
    return {rtl::OUString::createFromAscii(name), -1, value, css::beans::PropertyState_DIRECT_VALUE};
}

template <typename Object>
void set_property(const Object& object, const char* name, const css::uno::Any& value)
{
    query<css::beans::XPropertySet>(object)->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

template <typename Value, typename Object>
[[nodiscard]] Value get_property(const Object& object, const char* name)
{
    Value value{};
    query<css::beans::XPropertySet>(object)->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

/// A service made by the office's service manager; throws css::uno::RuntimeException when there is none.
template <typename Interface>
[[nodiscard]] css::uno::Reference<Interface> create(const Context& context, const char* service)
{
    return query<Interface>(
        context->getServiceManager()->createInstanceWithContext(rtl::OUString::createFromAscii(service), context));
}

/// A service made by a document.
template <typename Interface, typename Document>
[[nodiscard]] css::uno::Reference<Interface> create_in(const Document& document, const char* service)
{
    return query<Interface>(
        query<css::lang::XMultiServiceFactory>(document)->createInstance(rtl::OUString::createFromAscii(service)));
}

} // namespace trinvis::office
