// SPDX-License-Identifier: MPL-2.0
//
// The rows of a delimited file one after the other, without a copy of the file: millions of them in seconds.
//
//     CsvRows rows(bytes);
//     while (rows.next())
//         rows.fields().front();            // valid until the next call
//     rows.unclosed_quote();                // the line on which a quote was opened and never closed
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis::reference
{

class CsvRows
{
public:
    /// A byte order mark and a first line "sep=;" are passed over. The separator is the semicolon, tab or comma that parts
    /// most of the first fifty lines into equally many fields, in that order where several do. Bytes that are no UTF-8 are
    /// taken for Windows-1252, field by field: files that mix both are about.
    explicit CsvRows(std::string_view bytes);

    /// Goes to the next row; false at the end, or where a quote is never closed.
    bool next();

    /// The fields of the row, as UTF-8, blanks around them kept.
    [[nodiscard]] const std::vector<std::string_view>& fields() const
    {
        return m_fields;
    }

    /// The line on which the row begins, from 0.
    [[nodiscard]] std::size_t line() const
    {
        return m_row_line;
    }

    /// The line of a quote that was never closed.
    [[nodiscard]] std::optional<std::size_t> unclosed_quote() const
    {
        return m_unclosed;
    }

    [[nodiscard]] char separator() const
    {
        return m_separator;
    }

    /// True when all bytes are UTF-8.
    [[nodiscard]] bool utf8() const
    {
        return m_utf8;
    }

private:
    bool read_field();
    [[nodiscard]] std::string_view as_utf8(std::string_view field);

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::size_t m_line = 0;
    std::size_t m_row_line = 0;
    char m_separator = ';';
    bool m_utf8 = true;
    std::optional<std::size_t> m_unclosed;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_made; ///< fields whose text does not stand in the bytes as it is
};

} // namespace trinvis::reference
