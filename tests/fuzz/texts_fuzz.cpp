// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as the text of a cell, and the first eight of them as the number in one: what numbers, dates, civil
// registration numbers and names of municipalities are read from. What is looked for, besides crashes:
//
//     an empty text is no number, and what is a number holds a digit
//     a date that was read can be written in either language and is read as the same date
//     a number that was written is one when it is read again
//     folding twice is folding once
//     a municipality that was found is found again by its code and by its name
//
// Run by tools/test for a bounded time, with the texts of tests/fuzz/corpus/texts to begin from.
#include "properties.hpp"

#include "table/date_text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace
{

using namespace trinvis;
using fuzz::require;

constexpr Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};

std::ptrdiff_t digits_in(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

void read_as_text(const std::string& text)
{
    const std::string small = folded(text);
    require(folded(small) == small, "folding twice is folding once");
    require(same_text(text, small), "a text is the same as its folded form");
    require(trimmed(trimmed(text)) == trimmed(text), "trimming twice is trimming once");

    const bool number = looks_like_number(text);
    require(!number || digits_in(text) > 0, "a number holds a digit");
    require(number == looks_like_number(trimmed(text)), "blanks around a number make no difference");
    require(!looks_like_cpr(text) || digits_in(text) >= 10, "a civil registration number has ten digits");
    require(!looks_like_cpr(text) || looks_like_cpr("nr. " + text + "."), "a sentence hides no number");
}

void read_as_date(const std::string& text)
{
    const auto date = parse_date(text);
    if (!date)
        return;
    require(date->ok(), "a date that was read exists");
    for (const Language language : {Language::danish, Language::english})
        require(parse_date(format_date(*date, language)) == date, "a date that was written is read again");
    require(parse_date(iso_date(*date)) == date, "a date that was written is read again");
    if (const auto again = date_from_serial(serial_from_date(*date, null_date), null_date))
        require(*again == *date, "a sheet's day number is the date that it was made of");
}

void read_as_municipality(const std::string& text)
{
    static const Municipalities municipalities = fuzz::municipalities();
    (void)normalised_code(Cell{text});
    const Municipality* found = municipalities.find(text);
    require(municipalities.find_cell(Cell{text}) == found, "a cell is read as its text");
    if (!found)
        return;
    require(municipalities.find(found->code) == found, "a municipality is found by its code");
    require(municipalities.find(found->name) == found, "a municipality is found by its name");
}

void read_as_number(double number)
{
    static const Municipalities municipalities = fuzz::municipalities();
    for (const Language language : {Language::danish, Language::english})
    {
        for (int decimals = 0; decimals <= 9; ++decimals)
        {
            const std::string text = format_number(number, decimals, language);
            require(!text.empty(), "a number has a text");
            require(!std::isfinite(number) || looks_like_number(text), "a number that was written is one");
            require(std::isfinite(number) || text == "–", "what is no number is shown as a dash");
        }
        require(!format_plain(number, language).empty(), "a number has a text");
    }
    (void)looks_like_cpr(number);
    (void)normalised_code(Cell{number});
    (void)municipalities.find_cell(Cell{number});
    if (const auto date = date_from_serial(number, null_date))
    {
        require(date->ok(), "a day number is a date that exists");
        require(serial_from_date(*date, null_date) == number, "a date is the day number that it was made of");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    require(!looks_like_number(""), "an empty text is no number");
    const std::string text(reinterpret_cast<const char*>(data), size);
    read_as_text(text);
    read_as_date(text);
    read_as_municipality(text);
    if (size >= sizeof(double))
    {
        double number = 0;
        std::memcpy(&number, data, sizeof number);
        read_as_number(number);
    }
    return 0;
}
