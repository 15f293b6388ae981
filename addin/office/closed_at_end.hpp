// SPDX-License-Identifier: MPL-2.0
//
// Closes a hidden document whatever happens.
//
//     const ClosedAtEnd closed(document);
#pragma once

#include "office/text.hpp"
#include "office/uno.hpp"

#include <com/sun/star/util/XCloseable.hpp>

namespace trinvis::office
{

class ClosedAtEnd
{
public:
    explicit ClosedAtEnd(const css::uno::Reference<css::uno::XInterface>& document) : m_document(document)
    {
    }
    ClosedAtEnd(const ClosedAtEnd&) = delete;
    ClosedAtEnd& operator=(const ClosedAtEnd&) = delete;
    ~ClosedAtEnd()
    {
        try
        {
            query<css::util::XCloseable>(m_document)->close(true);
        }
        catch (const css::uno::Exception&)
        {
            // Somebody else holds it open; it is theirs to close then.
            return;
        }
    }

private:
    css::uno::Reference<css::uno::XInterface> m_document;
};

} // namespace trinvis::office
