// SPDX-License-Identifier: MPL-2.0
#include "spending/accounts.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trinvis::spending
{

namespace
{

constexpr std::size_t most_sources = 4;

bool says_invented(const std::string& source, const Words& words)
{
    const std::string small = folded(source);
    return small.find(folded(words.danish.get("word.invented"))) != std::string::npos ||
           small.find(folded(words.english.get("word.invented"))) != std::string::npos;
}

class Reading
{
public:
    Reading(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
        : m_workbook(workbook), m_words(words), m_municipalities(municipalities),
          m_area(workbook.working_table("accounts")), m_reader(words)
    {
        if (workbook.municipality)
            m_own = static_cast<std::size_t>(workbook.municipality - municipalities.all().data());
    }

    Accounts all()
    {
        m_accounts.has_sheet = m_area.sheet >= 0;
        if (!m_area.found() || m_area.column("year") < 0 || m_area.column("function") < 0 ||
            m_area.column("amount") < 0)
            return std::move(m_accounts);
        for (int row = m_area.heading_row + 1; row <= m_area.last_row; ++row)
            if (std::ranges::any_of(m_area.columns, [&](const auto& column)
                                    { return !is_empty(m_workbook.grid(m_area).at(row, column.second)); }))
                read_row(row);
        return std::move(m_accounts);
    }

private:
    void fault(int row, std::string_view column, const char* message)
    {
        m_accounts.faults.push_back(
            {{m_area.sheet, row, std::max(0, m_area.column(column))}, message, {{"row", std::to_string(row + 1)}}});
    }

    std::optional<std::size_t> municipality_of(int row)
    {
        const Cell& cell = m_workbook.cell(m_area, row, "municipality");
        if (is_empty(cell) || m_workbook.text(m_area, row, "municipality").empty())
            return m_own;
        const Municipality* found = m_municipalities.find_cell(cell);
        return found ? std::optional(static_cast<std::size_t>(found - m_municipalities.all().data())) : std::nullopt;
    }

    void read_row(int row)
    {
        const std::optional<std::size_t> municipality = municipality_of(row);
        if (!municipality)
            return fault(row, "municipality", "spending.fault.municipality");
        const std::optional<int> year = year_in(m_workbook.cell(m_area, row, "year"));
        if (!year)
            return fault(row, "year", "spending.fault.year");
        const std::string function = m_workbook.text(m_area, row, "function");
        if (function.empty())
            return fault(row, "function", "spending.fault.function");
        const Value amount = m_reader.read(m_workbook.cell(m_area, row, "amount"));
        const std::optional<ReadAmount> read = amount.is_number() ? read_amount(amount.number) : std::nullopt;
        if (!read)
            return fault(row, "amount", "spending.fault.amount");
        m_accounts.rounded += read->rounded ? 1U : 0U;
        m_accounts.lines.push_back({row, *municipality, *year,
                                    account_code(function, m_workbook.text(m_area, row, "grouping")),
                                    m_workbook.text(m_area, row, "label"), read->oere});
        note_source(m_workbook.text(m_area, row, "source"));
    }

    void note_source(const std::string& source)
    {
        if (source.empty() || source == m_last_source)
            return;
        m_last_source = source;
        m_accounts.invented = m_accounts.invented || says_invented(source, m_words);
        if (m_accounts.sources.size() < most_sources &&
            std::ranges::find(m_accounts.sources, source) == m_accounts.sources.end())
            m_accounts.sources.push_back(source);
    }

    const Workbook& m_workbook;
    const Words& m_words;
    const Municipalities& m_municipalities;
    const TableArea& m_area;
    ValueReader m_reader;
    std::optional<std::size_t> m_own;
    std::string m_last_source;
    Accounts m_accounts;
};

} // namespace

std::string fault_text(const SpendingFault& fault, const Texts& texts)
{
    return texts.format(fault.message, fault.values) + " " + texts.format(fault.message + ".remedy", fault.values);
}

std::optional<int> year_in(const Cell& cell)
{
    double number = 0;
    if (const double* held = std::get_if<double>(&cell))
        number = *held;
    else if (const std::string* text = std::get_if<std::string>(&cell))
    {
        const std::string_view digits = trimmed(*text);
        int year = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
        if (error != std::errc{} || end != digits.data() + digits.size())
            return std::nullopt;
        number = year;
    }
    if (number != std::floor(number) || number < first_year || number > last_year)
        return std::nullopt;
    return static_cast<int>(number);
}

Accounts read_accounts(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
{
    return Reading(workbook, words, municipalities).all();
}

} // namespace trinvis::spending
