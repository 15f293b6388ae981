// SPDX-License-Identifier: MPL-2.0
//
// Nothing but UNO exceptions may leave a UNO method: anything else ends the office when it comes from a menu.
//
//     css::uno::Sequence<Finding> SAL_CALL validate(...) override
//     {
//         return guarded(*this, [&] { return findings_of(document); });
//     }
#pragma once

#include "office/text.hpp"
#include "office/uno.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <cppuhelper/weak.hxx>

namespace trinvis::office
{

/// Runs a method's work. A UserError becomes an IllegalArgumentException, or an IOException where the target is to
/// blame; any other C++ exception becomes a RuntimeException.
template <typename Work>
auto guarded(cppu::OWeakObject& self, Work work) -> decltype(work())
{
    const css::uno::Reference<css::uno::XInterface> source(static_cast<css::uno::XInterface*>(&self));
    try
    {
        return work();
    }
    catch (const css::uno::Exception&)
    {
        throw;
    }
    catch (const UserError& error)
    {
        if (error.blame() == Blame::target)
            throw css::io::IOException(from_utf8(error.what()), source);
        throw css::lang::IllegalArgumentException(from_utf8(error.what()), source, 0);
    }
    catch (const std::exception& error)
    {
        throw css::uno::RuntimeException(from_utf8(error.what()), source);
    }
    catch (...)
    {
        throw css::uno::RuntimeException("unknown exception", source);
    }
}

} // namespace trinvis::office
