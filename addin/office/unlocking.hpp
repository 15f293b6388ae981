// SPDX-License-Identifier: MPL-2.0
//
// What a person has protected is not written before that person has said so. A command that can ask holds an Unlocking
// while it works; whoever is about to write asks it, and the undo step in which is written lifts the protection and puts
// it back, so that one undo takes all of it back.
//
//     const Unlocking unlocking([&](const ProtectedPart& part) { return ask(part.sheet); });
//     if (!Unlocking::granted(part)) throw UserError(...);     // nobody to ask
//     UndoStep step(document, title);                          // lifts the protection; keep() puts it back
#pragma once

#include "office/uno.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::office
{

/// A sheet that is protected, or the structure of a document.
struct ProtectedPart
{
    css::uno::Reference<css::frame::XModel> document;
    css::uno::Reference<css::util::XProtectable> part;
    std::string sheet;             ///< the sheet that is to be written, or made
    bool is_the_structure = false; ///< the document's structure is protected, and not the sheet
};

/// The person was asked and would not: that is no fault, and needs no further word.
class Declined : public UserError
{
public:
    using UserError::UserError;
};

class Unlocking
{
public:
    /// Asks whether a part may be unlocked while it is written.
    using Ask = std::function<bool(const ProtectedPart&)>;

    explicit Unlocking(Ask ask);
    ~Unlocking();
    Unlocking(const Unlocking&) = delete;
    Unlocking& operator=(const Unlocking&) = delete;

    /// Whether a part may be unlocked; asks about each part once a command. Empty when there is nobody to ask.
    [[nodiscard]] static std::optional<bool> granted(const ProtectedPart& part);

    /// What may be unlocked in a document.
    [[nodiscard]] static std::vector<css::uno::Reference<css::util::XProtectable>>
    granted_in(const css::uno::Reference<css::frame::XModel>& document);

private:
    Ask m_ask;
    std::vector<ProtectedPart> m_granted;
    Unlocking* m_outer;
};

/// True when a part cannot be unlocked without a password. The document stays as it is, and nothing is recorded for undo.
[[nodiscard]] bool has_password(const ProtectedPart& part);

} // namespace trinvis::office
