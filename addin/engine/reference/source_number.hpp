// SPDX-License-Identifier: MPL-2.0
//
// Numbers as foreign files write them. A file has one decimal mark; which one it is, all its numbers tell together.
//
//     readings_of("12,5").comma;             // 12.5, and no reading with a point
//     DecimalEvidence evidence; evidence.consider(...);
//     evidence.decide();                     // comma, point, none; nothing while it can be either
#pragma once

#include "reference/import_table.hpp"

#include <optional>
#include <string_view>

namespace trinvis::reference
{

/// What a text is with a decimal comma, and what with a decimal point; nothing where it is no number then. The other mark,
/// blanks of any width and apostrophes may part thousands. A minus of any kind may stand before it.
struct NumberReadings
{
    std::optional<double> comma;
    std::optional<double> point;
};

[[nodiscard]] NumberReadings readings_of(std::string_view text);

/// What the numbers of a file tell of its decimal mark.
class DecimalEvidence
{
public:
    /// Takes in one number and where it stands.
    void consider(const NumberReadings& readings, SourcePlace place);

    /// The first number that needs a comma, needs a point, or can be read either way with different results.
    [[nodiscard]] const std::optional<SourcePlace>& comma() const
    {
        return m_comma;
    }
    [[nodiscard]] const std::optional<SourcePlace>& point() const
    {
        return m_point;
    }
    [[nodiscard]] const std::optional<SourcePlace>& either() const
    {
        return m_either;
    }

    /// True when some numbers need a comma and others a point.
    [[nodiscard]] bool mixed() const
    {
        return m_comma && m_point;
    }

    /// The mark that the numbers tell; none where all are whole; nothing where they can be read in two ways or are mixed.
    [[nodiscard]] std::optional<DecimalMark> decide() const;

private:
    std::optional<SourcePlace> m_comma;
    std::optional<SourcePlace> m_point;
    std::optional<SourcePlace> m_either;
};

} // namespace trinvis::reference
