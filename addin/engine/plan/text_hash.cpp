// SPDX-License-Identifier: MPL-2.0
#include "plan/text_hash.hpp"

#include <array>
#include <charconv>

namespace trinvis
{

// FNV-1a with 64 bits: Fowler, Noll and Vo, draft-eastlake-fnv.
void TextHash::add_byte(unsigned char byte)
{
    constexpr std::uint64_t prime = 1099511628211ULL;
    m_hash = (m_hash ^ byte) * prime;
}

void TextHash::add(std::string_view piece)
{
    for (const char letter : piece)
        add_byte(static_cast<unsigned char>(letter));
    // No byte of UTF-8 looks like this one, so it tells where a piece ends.
    add_byte(0xFF);
}

void TextHash::add(std::int64_t number)
{
    add(std::to_string(number));
}

void TextHash::add(double number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

std::string TextHash::text() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[(m_hash >> static_cast<unsigned>(shift)) & 15U];
    return text;
}

} // namespace trinvis
