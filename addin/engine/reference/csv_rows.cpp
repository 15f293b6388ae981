// SPDX-License-Identifier: MPL-2.0
#include "reference/csv_rows.hpp"

#include "table/csv_text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace trinvis::reference
{

namespace
{

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t lines_looked_at = 50;

/// How many of the first lines a separator parts into the same number of fields, two or more.
std::size_t regular_lines(std::string_view bytes, char separator)
{
    std::map<std::size_t, std::size_t> lines_by_count;
    std::size_t lines = 0;
    std::size_t count = 0;
    bool quoted = false;
    const auto end_line = [&]
    {
        if (count > 0)
            ++lines_by_count[count];
        count = 0;
        ++lines;
    };
    for (std::size_t at = 0; at < bytes.size() && lines < lines_looked_at; ++at)
    {
        const char letter = bytes[at];
        if (letter == '"')
            quoted = !quoted;
        else if (!quoted && letter == separator)
            ++count;
        else if (!quoted && letter == '\n')
            end_line();
    }
    end_line();
    std::size_t most = 0;
    for (const auto& [fields, number] : lines_by_count)
        most = std::max(most, number);
    return most;
}

char separator_of(std::string_view bytes)
{
    char best = ';';
    std::size_t most = regular_lines(bytes, best);
    for (const char candidate : {'\t', ','})
        if (const std::size_t lines = regular_lines(bytes, candidate); lines > most)
        {
            most = lines;
            best = candidate;
        }
    return best;
}

} // namespace

CsvRows::CsvRows(std::string_view bytes) : m_bytes(bytes), m_utf8(is_utf8(bytes))
{
    if (m_bytes.starts_with(byte_order_mark))
        m_at = byte_order_mark.size();
    const std::string_view text = m_bytes.substr(m_at);
    if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\r' || text[5] == '\n'))
    {
        m_separator = text[4];
        m_at += text.find('\n') == std::string_view::npos ? text.size() : text.find('\n') + 1;
        m_line = 1;
    }
    else
        m_separator = separator_of(text);
}

bool CsvRows::next()
{
    m_fields.clear();
    m_made.clear();
    m_row_line = m_line;
    if (m_at >= m_bytes.size())
        return false;
    while (read_field())
    {
    }
    return !m_unclosed;
}

/// Reads a field and what ends it; true when another field of the row follows.
bool CsvRows::read_field()
{
    std::string_view field;
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
    {
        const std::size_t opened = m_line;
        std::string& text = m_made.emplace_back();
        for (++m_at;; ++m_at)
        {
            if (m_at >= m_bytes.size())
            {
                m_unclosed = opened;
                return false;
            }
            if (m_bytes[m_at] == '"')
            {
                if (m_at + 1 >= m_bytes.size() || m_bytes[m_at + 1] != '"')
                    break;
                ++m_at;
            }
            m_line += m_bytes[m_at] == '\n' ? 1U : 0U;
            text.push_back(m_bytes[m_at]);
        }
        // What follows a closed quote belongs to the field all the same.
        for (++m_at;
             m_at < m_bytes.size() && m_bytes[m_at] != m_separator && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r';
             ++m_at)
            text.push_back(m_bytes[m_at]);
        field = text;
    }
    else
    {
        const std::size_t start = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != m_separator && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
            ++m_at;
        field = m_bytes.substr(start, m_at - start);
    }
    m_fields.push_back(m_utf8 ? field : as_utf8(field));
    if (m_at < m_bytes.size() && m_bytes[m_at] == m_separator)
    {
        ++m_at;
        return true;
    }
    if (m_at < m_bytes.size() && m_bytes[m_at] == '\r')
        ++m_at;
    if (m_at < m_bytes.size() && m_bytes[m_at] == '\n')
        ++m_at;
    ++m_line;
    return false;
}

std::string_view CsvRows::as_utf8(std::string_view field)
{
    return is_utf8(field) ? field : std::string_view(m_made.emplace_back(from_windows_1252(field)));
}

} // namespace trinvis::reference
