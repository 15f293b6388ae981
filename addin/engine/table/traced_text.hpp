// SPDX-License-Identifier: MPL-2.0
//
// A text in which numbers know where they come from: the cell of the workbook, and a key that stays the same when the
// number is written anew.
//
//     const TracedText value{"4,2", {.key = "figure 3/own/2026-06-30", .sheet = "Indtastning", .cell = "C7"}};
//     TracedText sentence = fill_in_traced("Jeres værdi er {value}.", {{"value", value}});
//     sentence.traces[0].begin;               // 15, in bytes
#pragma once

#include "texts/texts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trinvis
{

/// Where a number comes from.
struct NumberSource
{
    std::string key;   ///< what the number is; the same in every version of a text
    std::string sheet; ///< its name; empty where no cell holds the number
    std::string cell;  ///< "C7"
};

/// The number within its text, in bytes of UTF-8.
struct Trace
{
    std::size_t begin = 0;
    std::size_t length = 0;
    NumberSource source;
};

using Traces = std::vector<Trace>;

struct TracedText
{
    std::string text;
    Traces traces; ///< in the order of the text, none within another

    TracedText() = default;
    /// A text without numbers of the workbook.
    TracedText(std::string plain); // NOLINT(google-explicit-constructor): a plain text is a text without traces
    TracedText(const char* plain); // NOLINT(google-explicit-constructor)
    /// The whole text is one number.
    TracedText(std::string number, NumberSource source);

    /// The traces of what is added keep to their numbers.
    TracedText& operator+=(const TracedText& more);
};

[[nodiscard]] TracedText operator+(TracedText first, const TracedText& second);

/// A number whose cell is looked up later by its key. A text without a digit is no number and stays plain: "–", "skjult".
[[nodiscard]] TracedText keyed_number(std::string number, std::string key);

/// A name in curly braces and what stands in its place.
using TracedReplacements = std::vector<std::pair<std::string, TracedText>>;

/// A sentence of the text files with its numbers put in.
[[nodiscard]] TracedText format_traced(const Texts& texts, std::string_view key, const TracedReplacements& values);

/// As Texts::count, with the number under its key.
[[nodiscard]] TracedText count_traced(const Texts& texts, const std::string& key, std::size_t n, std::string number);

/// Adds a sentence after the others, where it says anything.
void say(TracedText& text, const TracedText& sentence);

/// The texts alone.
[[nodiscard]] std::vector<std::string> plain_texts(std::vector<TracedText> texts);

/// As fill_in (texts.hpp), with the traces of the values put in.
[[nodiscard]] TracedText fill_in_traced(std::string_view sentence, const TracedReplacements& values);

} // namespace trinvis
