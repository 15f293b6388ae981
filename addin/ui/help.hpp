// SPDX-License-Identifier: MPL-2.0
//
// The extension's own help pages, in a window of the office: help/<language>/<page>.fodt in the package, written at build
// from addin/help/<language>/*.md and the documentation in templates.
//
//     open_help(context, "validate");
//
// Why a window of the office: Debian's LibreOffice has no help viewer of its own without further packages and sends every
// page of its help to the network; and a browser may not be there, or may not be allowed to read the folder in which
// extensions lie. Writer reads its own documents everywhere, without a network, and with the person's own screen reader
// and size. (Of HTML pages the office hands every link on to a browser.)
#pragma once

#include "office/uno.hpp"

#include <string_view>

namespace trinvis::ui
{

/// Shows a page ("index", "settings"), or a place on it ("rules#V02"), in the language of the menus, to be read only. One window holds the help: a second
/// page takes the place of the first. Throws css::uno::Exception when the page cannot be shown.
void open_help(const office::Context& context, std::string_view page);

} // namespace trinvis::ui
