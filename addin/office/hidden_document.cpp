// SPDX-License-Identifier: MPL-2.0
#include "office/hidden_document.hpp"

#include "office/text.hpp"

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <rtl/uri.hxx>

namespace trinvis::office
{

HiddenDocument::HiddenDocument(const Context& context, const rtl::OUString& url, const rtl::OUString& filter)
{
    const auto desktop = create<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    std::vector<css::beans::PropertyValue> how{
        property("Hidden", css::uno::Any(true)), property("ReadOnly", css::uno::Any(true)),
        property("MacroExecutionMode", css::uno::Any(css::document::MacroExecMode::NEVER_EXECUTE)),
        property("UpdateDocMode", css::uno::Any(css::document::UpdateDocMode::NO_UPDATE))};
    if (!filter.isEmpty())
        how.push_back(property("FilterName", css::uno::Any(filter)));
    try
    {
        m_model = query_if<css::frame::XModel>(desktop->loadComponentFromURL(url, "_blank", 0, sequence(how)));
    }
    catch (const css::uno::Exception&)
    {
        m_model.clear();
    }
}

HiddenDocument::~HiddenDocument()
{
    try
    {
        if (m_model.is())
            query<css::util::XCloseable>(m_model)->close(true);
    }
    catch (const css::uno::Exception&)
    {
        // Somebody else holds it open; it is theirs to close then.
        return;
    }
}

std::string file_name(const rtl::OUString& url)
{
    return to_utf8(
        rtl::Uri::decode(url.copy(url.lastIndexOf('/') + 1), rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
}

} // namespace trinvis::office
