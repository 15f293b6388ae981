// SPDX-License-Identifier: MPL-2.0
#include "office/text.hpp"

namespace trinvis::office
{

rtl::OUString from_utf8(std::string_view text)
{
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

std::string to_utf8(const rtl::OUString& text)
{
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

} // namespace trinvis::office
