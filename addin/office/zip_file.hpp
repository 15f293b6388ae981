// SPDX-License-Identifier: MPL-2.0
//
// Zip files and checksums by the office's own services.
//
//     write_zip(context, url, {{"a.csv", bytes}});
//     const auto entries = read_zip(context, url, limit);      // names and bytes, or nothing
//     sha256(context, bytes);                                  // "e3b0c442…", 64 digits
#pragma once

#include "office/uno.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trinvis::office
{

/// The name of a file in a zip, and its bytes.
using ZipEntry = std::pair<std::string, std::string>;

/// Writes a zip file without folders at a URL where there is none yet. Throws css::uno::Exception when it cannot be
/// written.
void write_zip(const Context& context, const rtl::OUString& url, const std::vector<ZipEntry>& entries);

/// The files at the top of a zip file, in the order of their names; those in folders inside it are passed over. Nothing when
/// it cannot be read, is no zip file, has more than a thousand entries, or more bytes than the limit, packed or unpacked.
[[nodiscard]] std::optional<std::vector<ZipEntry>> read_zip(const Context& context, const rtl::OUString& url,
                                                            std::size_t limit);

/// SHA-256 (FIPS 180-4) as small hexadecimal digits. Throws css::uno::RuntimeException where the office has no such service.
[[nodiscard]] std::string sha256(const Context& context, std::string_view bytes);

} // namespace trinvis::office
