// SPDX-License-Identifier: MPL-2.0
#include "office/unlocking.hpp"

#include "office/undo_step.hpp"

#include <algorithm>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace trinvis::office
{

namespace
{

/// The one of the command that is at work; commands run one at a time.
Unlocking*& current()
{
    static Unlocking* unlocking = nullptr;
    return unlocking;
}

} // namespace

Unlocking::Unlocking(Ask ask) : m_ask(std::move(ask)), m_outer(current())
{
    current() = this;
}

Unlocking::~Unlocking()
{
    current() = m_outer;
}

std::optional<bool> Unlocking::granted(const ProtectedPart& part)
{
    Unlocking* const unlocking = current();
    if (!unlocking)
        return std::nullopt;
    const bool asked = std::any_of(unlocking->m_granted.begin(), unlocking->m_granted.end(),
                                   [&](const ProtectedPart& known) { return known.part == part.part; });
    if (asked)
        return true;
    if (!unlocking->m_ask(part))
        return false;
    unlocking->m_granted.push_back(part);
    return true;
}

std::vector<css::uno::Reference<css::util::XProtectable>>
Unlocking::granted_in(const css::uno::Reference<css::frame::XModel>& document)
{
    std::vector<css::uno::Reference<css::util::XProtectable>> parts;
    if (const Unlocking* const unlocking = current())
        for (const ProtectedPart& known : unlocking->m_granted)
            if (known.document == document)
                parts.push_back(known.part);
    return parts;
}

bool has_password(const ProtectedPart& part)
{
    // A lock for each of the two: under one LibreOffice 7.4 records the second.
    const auto modifiable = query<css::util::XModifiable>(part.document);
    const bool was_modified = modifiable->isModified();
    try
    {
        const Unrecorded unrecorded(part.document);
        part.part->unprotect({});
    }
    catch (const css::lang::IllegalArgumentException&)
    {
        return true;
    }
    // What a person allowed on the protected sheet (LibreOffice 7.4 keeps it for the next protection) stays allowed.
    const Unrecorded unrecorded(part.document);
    part.part->protect({});
    modifiable->setModified(was_modified);
    return false;
}

} // namespace trinvis::office
