// SPDX-License-Identifier: MPL-2.0
#include "table/sheet_structure.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace trinvis
{

namespace
{

bool is_name_letter(char letter)
{
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '_' || letter == '.' || static_cast<unsigned char>(letter) >= 0x80;
}

/// The end of a quoted part that starts at `start`; a doubled quotation mark is part of it.
std::size_t end_of_quoted(std::string_view formula, std::size_t start)
{
    const char mark = formula[start];
    for (std::size_t i = start + 1; i < formula.size(); ++i)
        if (formula[i] == mark)
        {
            if (i + 1 >= formula.size() || formula[i + 1] != mark)
                return i + 1;
            ++i;
        }
    return formula.size();
}

std::string upper_case(std::string_view name)
{
    std::string upper(name);
    for (char& letter : upper)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    return upper;
}

} // namespace

const FormulaCell* SheetStructure::formula_at(int row, int column) const
{
    const auto found = std::lower_bound(formulas.begin(), formulas.end(), std::tuple(row, column),
                                        [](const FormulaCell& cell, const std::tuple<int, int>& place)
                                        { return std::tuple(cell.row, cell.column) < place; });
    return found != formulas.end() && found->row == row && found->column == column ? &*found : nullptr;
}

std::vector<FormulaGap> formula_gaps(const Grid& grid, const SheetStructure& structure)
{
    std::vector<FormulaGap> gaps;
    const auto is_constant = [&](int row, int column)
    { return std::holds_alternative<double>(grid.at(row, column)) && !structure.holds_formula(row, column); };
    for (const FormulaCell& formula : structure.formulas)
    {
        const int below = formula.row + 1;
        if (is_constant(below, formula.column))
            if (const FormulaCell* after = structure.formula_at(below + 1, formula.column))
                gaps.push_back({below, formula.column, &formula, after});
        const int right = formula.column + 1;
        if (is_constant(formula.row, right))
            if (const FormulaCell* after = structure.formula_at(formula.row, right + 1))
                gaps.push_back({formula.row, right, &formula, after});
    }
    // A column of formulas is the commoner case, so above and below is asked first.
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const FormulaGap& a, const FormulaGap& b) {
                         return std::tuple(a.row, a.column, a.before->row == a.row) <
                                std::tuple(b.row, b.column, b.before->row == b.row);
                     });
    return gaps;
}

std::optional<std::string> outside_source(std::string_view formula)
{
    constexpr std::array<std::string_view, 2> fetching{"WEBSERVICE", "DDE"};
    std::size_t i = 0;
    while (i < formula.size())
    {
        if (formula[i] == '"' || formula[i] == '\'')
        {
            const std::size_t end = end_of_quoted(formula, i);
            if (formula[i] == '\'' && end < formula.size() && formula[end] == '#')
                return std::string(formula.substr(i + 1, end - i - 2));
            i = end;
        }
        else if (is_name_letter(formula[i]))
        {
            std::size_t end = i;
            while (end < formula.size() && is_name_letter(formula[end]))
                ++end;
            const std::string name = upper_case(formula.substr(i, end - i));
            if (end < formula.size() && formula[end] == '(' &&
                std::find(fetching.begin(), fetching.end(), name) != fetching.end())
                return name;
            i = end;
        }
        else
            ++i;
    }
    return std::nullopt;
}

} // namespace trinvis
