// SPDX-License-Identifier: MPL-2.0
//
// One figure of many municipalities as a strip: a dot for each of the others, the own value with its interval, and a dashed
// line at the group's level. An SVG, drawn in the colours of the window that it stands in.
//
//     const std::string svg = strip_picture(strip, strip_colours(0x000000, 0xFFFFFF), 220, 56);
#pragma once

#include "statistics/interval.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trinvis
{

struct Strip
{
    std::vector<double> others; ///< in the figure's unit
    std::optional<double> own;
    std::optional<statistics::Interval> interval; ///< of the own value
    std::optional<double> level;                  ///< of the group
    std::string lowest;                           ///< the ends of the axis as they are written
    std::string highest;
};

struct StripColours
{
    std::string text; ///< "#RRGGBB", of what is written, the others and the level
    std::string own;
};

/// The colours for a window, from those of its text and its ground, 0xRRGGBB. The own colour is the charts' vermillion: dark
/// on a light ground, light on a dark one, at least 3:1 against it (WCAG 2.1, 1.4.11) where the ground is near one end.
[[nodiscard]] StripColours strip_colours(std::uint32_t text, std::uint32_t ground);

/// The ends of the axis: the least and the greatest of all that is shown. Nothing where nothing is shown.
[[nodiscard]] std::optional<std::pair<double, double>> strip_ends(const Strip& strip);

/// Draws a strip of some pixels' width and height; empty where there is nothing to draw.
[[nodiscard]] std::string strip_picture(const Strip& strip, const StripColours& colours, int width, int height);

} // namespace trinvis
