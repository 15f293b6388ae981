// SPDX-License-Identifier: MPL-2.0
#include "live/strip_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iomanip>
#include <locale>
#include <sstream>

namespace trinvis
{

namespace
{

constexpr double side = 8;        ///< room at both ends, so that no dot is cut off
constexpr double words_high = 14; ///< room for what is written beneath the axis
constexpr double dot = 3.5;
constexpr double diamond = 6;

/// Where black and white are equally far away.
constexpr double middle_luminance = 0.179;

/// Relative luminance, 0 to 1 (WCAG 2.1, "relative luminance").
double luminance(std::uint32_t colour)
{
    const auto part = [&](unsigned shift)
    {
        const double share = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

class Drawing
{
public:
    Drawing(const StripColours& colours, std::pair<double, double> ends, int width, int height)
        : m_colours(colours), m_ends(ends), m_width(width), m_height(height)
    {
        // Numbers of a picture have a decimal point, whatever the office's language.
        m_svg.imbue(std::locale::classic());
        m_svg << std::fixed << std::setprecision(1);
        m_svg << R"(<svg xmlns="http://www.w3.org/2000/svg" width=")" << width << R"(" height=")" << height
              << R"(" viewBox="0 0 )" << width << ' ' << height << R"(">)";
    }

    [[nodiscard]] double x(double value) const
    {
        const double span = m_ends.second - m_ends.first;
        // Where all have the same value there is no axis to spread them on.
        const double share = span > 0 ? (value - m_ends.first) / span : 0.5;
        return side + share * (m_width - 2 * side);
    }
    [[nodiscard]] double middle() const
    {
        return (m_height - words_high) / 2;
    }

    void axis()
    {
        line(side, m_height - words_high, m_width - side, m_height - words_high, m_colours.text, 1, "");
    }
    void other(double value)
    {
        m_svg << R"(<circle cx=")" << x(value) << R"(" cy=")" << middle() << R"(" r=")" << dot << R"(" fill=")"
              << m_colours.text << R"(" fill-opacity="0.35"/>)";
    }
    void level(double value)
    {
        line(x(value), 1, x(value), m_height - words_high, m_colours.text, 1.5, "4,3");
    }
    void interval(const statistics::Interval& interval)
    {
        const double lower = x(std::max(interval.lower, m_ends.first));
        const double upper = x(std::min(interval.upper, m_ends.second));
        line(lower, middle(), upper, middle(), m_colours.own, 3, "");
    }
    void own(double value)
    {
        const double at = x(value);
        m_svg << R"(<polygon points=")" << at << ',' << middle() - diamond << ' ' << at + diamond << ',' << middle()
              << ' ' << at << ',' << middle() + diamond << ' ' << at - diamond << ',' << middle() << R"(" fill=")"
              << m_colours.own << R"("/>)";
    }
    void ends(const Strip& strip)
    {
        words(side, "start", strip.lowest);
        words(m_width - side, "end", strip.highest);
    }
    [[nodiscard]] std::string done()
    {
        m_svg << "</svg>";
        return m_svg.str();
    }

private:
    void line(double x1, double y1, double x2, double y2, const std::string& colour, double width, const char* dashes)
    {
        m_svg << R"(<line x1=")" << x1 << R"(" y1=")" << y1 << R"(" x2=")" << x2 << R"(" y2=")" << y2 << R"(" stroke=")"
              << colour << R"(" stroke-width=")" << width << '"';
        if (*dashes != '\0')
            m_svg << R"( stroke-dasharray=")" << dashes << '"';
        m_svg << "/>";
    }
    /// Numbers alone are written: nothing in them means anything to XML.
    void words(double at, const char* anchor, const std::string& number)
    {
        m_svg << R"(<text x=")" << at << R"(" y=")" << m_height - 2 << R"(" text-anchor=")" << anchor
              << R"(" font-family="sans-serif" font-size="10" fill=")" << m_colours.text << R"(">)" << number
              << "</text>";
    }

    StripColours m_colours;
    std::pair<double, double> m_ends;
    int m_width;
    int m_height;
    std::ostringstream m_svg;
};

} // namespace

StripColours strip_colours(std::uint32_t text, std::uint32_t ground)
{
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "#%06X", text & 0xFFFFFFU);
    return {code.data(), luminance(ground) > middle_luminance ? "#A34700" : "#FF9A52"};
}

std::optional<std::pair<double, double>> strip_ends(const Strip& strip)
{
    std::vector<double> all = strip.others;
    if (strip.own)
        all.push_back(*strip.own);
    if (strip.level)
        all.push_back(*strip.level);
    if (strip.interval)
    {
        all.push_back(strip.interval->lower);
        all.push_back(strip.interval->upper);
    }
    if (all.empty())
        return std::nullopt;
    const auto [least, greatest] = std::ranges::minmax(all);
    return std::pair{least, greatest};
}

std::string strip_picture(const Strip& strip, const StripColours& colours, int width, int height)
{
    const auto ends = strip_ends(strip);
    if (!ends || width <= 2 * side || height <= words_high + 2 * diamond)
        return {};
    Drawing drawing(colours, *ends, width, height);
    drawing.axis();
    for (const double other : strip.others)
        drawing.other(other);
    if (strip.level)
        drawing.level(*strip.level);
    if (strip.interval)
        drawing.interval(*strip.interval);
    if (strip.own)
        drawing.own(*strip.own);
    drawing.ends(strip);
    return drawing.done();
}

} // namespace trinvis
