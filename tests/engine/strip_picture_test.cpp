// SPDX-License-Identifier: MPL-2.0
//
// The strip of a figure: where everything lies, and that it can be seen on light and dark grounds.
#include "live/strip_picture.hpp"

#include <clocale>
#include <gtest/gtest.h>

namespace trinvis
{

namespace
{

Strip strip()
{
    Strip one;
    one.others = {0, 5, 10};
    one.own = 5;
    one.interval = statistics::Interval{2.5, 7.5};
    one.level = 10;
    one.lowest = "0";
    one.highest = "10";
    return one;
}

std::string picture(const Strip& one)
{
    return strip_picture(one, strip_colours(0x000000, 0xFFFFFF), 116, 54);
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

} // namespace

/// 116 pixels with 8 on each side leave 100 for 0 to 10.
TEST(StripPicture, PutsEveryValueAtItsShareOfTheWidth)
{
    const std::string svg = picture(strip());
    EXPECT_EQ(count(svg, "<circle"), 3U);
    for (const char* place : {R"(cx="8.0")", R"(cx="58.0")", R"(cx="108.0")"})
        EXPECT_EQ(count(svg, place), 1U) << place;
    EXPECT_EQ(count(svg, R"(x1="33.0" y1="20.0" x2="83.0" y2="20.0" stroke="#A34700")"), 1U) << svg;
    EXPECT_EQ(
        count(svg, R"(x1="108.0" y1="1.0" x2="108.0" y2="40.0" stroke="#000000" stroke-width="1.5" stroke-dasharray)"),
        1U)
        << svg;
    EXPECT_EQ(count(svg, R"(<polygon points="58.0,14.0 64.0,20.0 58.0,26.0 52.0,20.0")"), 1U) << svg;
    EXPECT_TRUE(svg.ends_with("</svg>"));
}

TEST(StripPicture, StandsInTheMiddleWhereAllHaveOneValue)
{
    Strip same;
    same.others = {4, 4, 4};
    EXPECT_EQ(count(picture(same), R"(cx="58.0")"), 3U);
}

TEST(StripPicture, IsEmptyWhereThereIsNothingOrNoRoom)
{
    EXPECT_EQ(picture({}), "");
    EXPECT_EQ(strip_picture(strip(), strip_colours(0, 0xFFFFFF), 10, 54), "");
    EXPECT_EQ(strip_picture(strip(), strip_colours(0, 0xFFFFFF), 116, 10), "");
}

/// Relative luminance by WCAG 2.1, computed apart from the product: #A34700 0.123, #FF9A52 0.450. So 6.1:1 on white, 3.3:1 on
/// the grey #C0C0C0, and 6.7:1 on #2B2B2B.
TEST(StripPicture, TakesTheTextColourAndSetsTheOwnOneOffAgainstTheGround)
{
    EXPECT_EQ(strip_colours(0x102030, 0xFFFFFF).text, "#102030");
    EXPECT_EQ(strip_colours(0x000000, 0xC0C0C0).own, "#A34700");
    EXPECT_EQ(strip_colours(0xFFFFFF, 0x2B2B2B).own, "#FF9A52");
    EXPECT_EQ(strip_colours(0xFFFFFF, 0x000000).own, "#FF9A52");
}

} // namespace trinvis
