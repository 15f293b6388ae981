// SPDX-License-Identifier: MPL-2.0
//
// A short mark of a text, the same on every machine and in every version of the product: two texts with one mark are
// taken for one text.
//
//     TextHash hash;
//     hash.add("Jeres værdi er 4,2.");
//     hash.text();                             // "8f0d2c…", sixteen letters
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trinvis
{

class TextHash
{
public:
    /// Adds a piece; where pieces begin and end counts too ("ab" and "c" differ from "a" and "bc").
    void add(std::string_view piece);
    void add(std::int64_t number);
    /// Numbers are taken by their shortest text that reads back as the same number.
    void add(double number);

    /// Sixteen hexadecimal digits.
    [[nodiscard]] std::string text() const;

private:
    void add_byte(unsigned char byte);

    std::uint64_t m_hash = 14695981039346656037ULL;
};

} // namespace trinvis
