// SPDX-License-Identifier: MPL-2.0
//
// A workbook with accounts, prices and a mapping, as the tests of spending need them.
//
//     SpendingBook book;
//     book.line("", 2019, "5.28.20", "001", 1000.25);
//     book.step("5.28.20", "trin 6");
//     book.spending().latest().amounts.of(spending::Part::step_6);
#pragma once

#include "workbook_fixture.hpp"

#include "catalogue/sheet_names.hpp"
#include "ladder/step_mapping.hpp"
#include "spending/account_sheet.hpp"
#include "spending/spending.hpp"

namespace trinvis::tests
{

class SpendingBook
{
public:
    explicit SpendingBook(WorkbookFixture workbook = WorkbookFixture::filled(Language::danish))
        : book(std::move(workbook))
    {
    }

    void line(const std::string& municipality, Cell year, const std::string& function, const std::string& grouping,
              Cell amount, const std::string& label = "", const std::string& source = "opdigtede tal")
    {
        m_lines.push_back({text(municipality), std::move(year), text(function), text(grouping), text(label),
                           std::move(amount), text(source)});
    }

    void price(double year, Cell index, const std::string& source = "Danmarks Statistik")
    {
        m_prices.push_back({Cell{year}, std::move(index), text(source), Cell{}});
    }

    /// A row of Indsatstrappe for an account, as a user writes it.
    void step(const std::string& account, const std::string& where)
    {
        map("Konto", account, where);
    }

    void map(const std::string& kind, const std::string& code, const std::string& where)
    {
        m_steps.push_back({text(kind), text(code), Cell{}, text(where), text("lokal"), Cell{}, Cell{}});
    }

    void choose(const std::string& key, Cell value)
    {
        m_choices.push_back({text(words().danish.get("spending_choice." + key)), std::move(value), Cell{}});
    }

    /// A row of Børn på trin.
    void children(Date date, const std::string& place, Cell number)
    {
        m_children.push_back({book.date(date), text("DST-anbringelsessted"), text(place), std::move(number)});
    }

    /// The workbook with the sheets as they stand now.
    [[nodiscard]] WorkbookFixture filled() const
    {
        WorkbookFixture made = book;
        std::vector<std::vector<Cell>> rows;
        if (!m_choices.empty())
        {
            rows.push_back(headings("spending_choices", {"choice", "value", "meaning"}));
            rows.insert(rows.end(), m_choices.begin(), m_choices.end());
            rows.emplace_back(1U);
        }
        rows.push_back(
            headings("accounts", {"municipality", "year", "function", "grouping", "label", "amount", "source"}));
        rows.insert(rows.end(), m_lines.begin(), m_lines.end());
        add(made, "accounts", std::move(rows));
        if (!m_prices.empty())
        {
            std::vector<std::vector<Cell>> prices{headings("price_index", {"year", "index", "source", "remark"})};
            prices.insert(prices.end(), m_prices.begin(), m_prices.end());
            add(made, "price_index", std::move(prices));
        }
        std::vector<std::vector<Cell>> steps{
            headings("ladder_mapping", {"kind", "code", "label", "step", "status", "source", "remark"})};
        steps.insert(steps.end(), m_steps.begin(), m_steps.end());
        add(made, "ladder", std::move(steps));
        if (!m_children.empty())
        {
            std::vector<std::vector<Cell>> rows_of_children{
                headings("ladder_children", {"cut_off", "kind", "code", "children"})};
            rows_of_children.insert(rows_of_children.end(), m_children.begin(), m_children.end());
            add(made, "ladder_children", std::move(rows_of_children));
        }
        return made;
    }

    [[nodiscard]] spending::Spending spending() const
    {
        const WorkbookFixture made = filled();
        const Workbook workbook = made.read();
        const ComparisonData data(workbook, words(), municipalities());
        return spending::analyse_spending(workbook, ladder_of(Language::danish), data, words(), municipalities(),
                                          day(2021, 3, 1));
    }

    WorkbookFixture book;

private:
    static Cell text(const std::string& content)
    {
        if (content.empty())
            return Cell{};
        return Cell{content};
    }

    static std::vector<Cell> headings(const std::string& table, const std::vector<std::string>& keys)
    {
        std::vector<Cell> row;
        row.reserve(keys.size());
        for (const std::string& key : keys)
            row.push_back(text(words().danish.get("column." + table + "." + key)));
        return row;
    }

    static void add(WorkbookFixture& made, const std::string& id, std::vector<std::vector<Cell>> rows)
    {
        const int last = static_cast<int>(rows.size()) - 1;
        const int sheet = made.add_sheet(words().danish.get("sheet." + id), std::move(rows));
        made.cells.names.push_back({std::string(sheet_by_id(id).defined_name), sheet, {0, 0, last, 6}});
    }

    std::vector<std::vector<Cell>> m_lines;
    std::vector<std::vector<Cell>> m_prices;
    std::vector<std::vector<Cell>> m_steps;
    std::vector<std::vector<Cell>> m_choices;
    std::vector<std::vector<Cell>> m_children;
};

} // namespace trinvis::tests
