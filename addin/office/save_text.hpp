// SPDX-License-Identifier: MPL-2.0
//
// Text files through the office's own file access, which knows every kind of URL that its dialogs give.
//
//     save_text(context, url, content, texts);
//     const std::string content = load_text(context, url, largest);
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <functional>
#include <optional>
#include <string>

namespace trinvis::office
{

/// Saves bytes: written to a file beside the target, which then takes its place, so that a file that was there stays whole
/// until the new one is. Throws UserError (Blame::target) with a plain sentence when it cannot be saved.
void save_text(const Context& context, const rtl::OUString& url, const std::string& content, const Texts& texts);

/// The same for any kind of file: `write` makes it at the address that it is given, which is beside the target. What it
/// throws as css::uno::Exception is told as a target that cannot be saved, and nothing is left of the file.
void save_beside(const Context& context, const rtl::OUString& url, const Texts& texts,
                 const std::function<void(const rtl::OUString& beside)>& write);

/// The bytes of a file; nothing when it cannot be read or is larger than the limit by more than a byte: of a file that is
/// too large, one byte more than the limit comes back.
[[nodiscard]] std::optional<std::string> load_text(const Context& context, const rtl::OUString& url, std::size_t limit);

/// A URL as a person reads it: the path of a file.
[[nodiscard]] std::string readable_url(const rtl::OUString& url);

} // namespace trinvis::office
