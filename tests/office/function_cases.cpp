// SPDX-License-Identifier: MPL-2.0
#include "function_cases.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <fstream>
#include <iterator>

namespace trinvis::testing
{

using namespace office;

namespace
{

std::string source_file(const std::string& path)
{
    std::ifstream file(std::string(TRINVIS_SOURCE_DIR) + "/" + path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

css::uno::Any value_of(const nlohmann::json& json)
{
    if (json.is_boolean())
        return css::uno::Any(json.get<bool>());
    if (json.is_number())
        return css::uno::Any(json.get<double>());
    if (json.is_string())
        return css::uno::Any(from_utf8(json.get<std::string>()));
    return {};
}

} // namespace

CellRows cell_rows(const nlohmann::json& rows)
{
    std::vector<css::uno::Sequence<css::uno::Any>> result;
    for (const nlohmann::json& row : rows)
    {
        std::vector<css::uno::Any> cells;
        for (const nlohmann::json& cell : row)
            cells.push_back(cell.is_null() ? css::uno::Any(rtl::OUString()) : value_of(cell));
        result.push_back(sequence(cells));
    }
    return sequence(result);
}

css::uno::Sequence<css::uno::Any> FunctionCase::arguments() const
{
    std::vector<css::uno::Any> arguments;
    for (const nlohmann::json& argument : m_json.at("arguments"))
        arguments.push_back(argument.is_array() ? css::uno::Any(cell_rows(argument)) : value_of(argument));
    return sequence(arguments);
}

nlohmann::json FunctionCase::rows() const
{
    if (refuses() || not_there())
        return nlohmann::json::array();
    const nlohmann::json& gives = m_json.at("gives");
    return gives.is_array() ? gives : nlohmann::json::array({nlohmann::json::array({gives})});
}

std::string FunctionCase::put_into(const Sheet& sheet, int row, const std::string& name, char separator,
                                   int& next) const
{
    std::string call;
    int column = 1;
    next = row + 1;
    for (const nlohmann::json& argument : m_json.at("arguments"))
    {
        call += call.empty() ? name + "(" : std::string(1, separator);
        if (argument.is_null())
            continue;
        const CellRows cells =
            cell_rows(argument.is_array() ? argument : nlohmann::json::array({nlohmann::json::array({argument})}));
        const int width = cells[0].getLength();
        const int height = cells.getLength();
        const std::string first = cell_address(row, column);
        call += first;
        if (argument.is_array())
            call += ":" + cell_address(row + height - 1, column + width - 1);
        const auto range = sheet->getCellRangeByPosition(column, row, column + width - 1, row + height - 1);
        if (argument.is_boolean())
            set_formula(sheet, first, argument.get<bool>() ? "=TRUE()" : "=FALSE()");
        else
            query<css::sheet::XCellRangeData>(range)->setDataArray(cells);
        next = std::max(next, row + height);
        column += width;
    }
    return call + ")";
}

const std::vector<FunctionCase>& function_cases()
{
    static const std::vector<FunctionCase> cases = []
    {
        std::vector<FunctionCase> list;
        const nlohmann::json file = nlohmann::json::parse(source_file("tests/data/function_cases.json"));
        for (const nlohmann::json& one : file.at("cases"))
            list.emplace_back(one);
        return list;
    }();
    return cases;
}

void expect_value(const css::uno::Any& actual, const nlohmann::json& expected, const std::string& label)
{
    if (expected.is_string())
    {
        rtl::OUString text;
        EXPECT_TRUE(actual >>= text) << label << " gives " << to_utf8(actual.getValueTypeName());
        EXPECT_EQ(to_utf8(text), expected.get<std::string>()) << label;
        return;
    }
    double number = 0;
    ASSERT_TRUE(actual >>= number) << label << " gives " << to_utf8(actual.getValueTypeName());
    const auto wanted = expected.get<double>();
    EXPECT_NEAR(number, wanted, 1e-9 * std::max(1.0, std::abs(wanted))) << label;
}

Sheet first_sheet(const Document& document)
{
    return query<css::sheet::XSpreadsheet>(query<css::container::XIndexAccess>(document->getSheets())->getByIndex(0));
}

void type_formula(const Sheet& sheet, const std::string& cell, const std::string& formula)
{
    set_property(sheet->getCellRangeByName(from_utf8(cell)), "FormulaLocal", css::uno::Any(from_utf8(formula)));
}

Document SpreadsheetTest::spreadsheet()
{
    const Model model = load("private:factory/scalc");
    closed_at_end(model);
    return query<css::sheet::XSpreadsheetDocument>(model);
}

const Texts& package_texts(Language language)
{
    static const Texts danish = Texts::from_json(source_file("addin/package/texts/da.json"));
    static const Texts english = Texts::from_json(source_file("addin/package/texts/en.json"));
    return language == Language::danish ? danish : english;
}

} // namespace trinvis::testing
