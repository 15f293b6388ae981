// SPDX-License-Identifier: MPL-2.0
//
// The calls of tests/data/function_cases.json, and the ways in which a spreadsheet function is called.
//
//     for (const FunctionCase& one : function_cases())
//         access->callFunction(one.full_name(), one.arguments());
#pragma once

#include "cells.hpp"

#include "table/cell.hpp"
#include "texts/texts.hpp"

#include <nlohmann/json.hpp>

namespace trinvis::testing
{

using CellRows = css::uno::Sequence<css::uno::Sequence<css::uno::Any>>;

/// Rows of numbers, texts and (null) empty cells, as a macro hands them over.
[[nodiscard]] CellRows cell_rows(const nlohmann::json& rows);

class FunctionCase
{
public:
    explicit FunctionCase(const nlohmann::json& json) : m_json(json)
    {
    }

    [[nodiscard]] std::string function() const
    {
        return m_json.at("function").get<std::string>();
    }
    /// As in FunctionAccess and in a file.
    [[nodiscard]] std::string full_name() const
    {
        return "org.trinvis.Functions." + function();
    }
    [[nodiscard]] css::uno::Sequence<css::uno::Any> arguments() const;
    [[nodiscard]] bool refuses() const
    {
        return m_json.contains("refuses");
    }
    /// True when the answer is that the table does not hold the number.
    [[nodiscard]] bool not_there() const
    {
        return !refuses() && m_json.at("gives").is_null();
    }
    [[nodiscard]] bool gives_rows() const
    {
        return !refuses() && m_json.at("gives").is_array();
    }
    /// What is expected, a single number as one row of one; empty when the call refuses or nothing is there.
    [[nodiscard]] nlohmann::json rows() const;

    /// Puts the arguments into a sheet from a row on and gives the call as a formula with references to them, such as
    /// "WILSON.NEDRE(B1;C1;D1)"; `next` becomes the first row below them.
    [[nodiscard]] std::string put_into(const Sheet& sheet, int row, const std::string& name, char separator,
                                       int& next) const;

    /// For messages: "rankOf: by hand".
    [[nodiscard]] std::string label() const
    {
        return function() + ": " + m_json.at("source").get<std::string>();
    }

private:
    nlohmann::json m_json;
};

[[nodiscard]] const std::vector<FunctionCase>& function_cases();

/// Expects a value of a cell or of a macro's result to be the number of the case, or an empty text.
void expect_value(const css::uno::Any& actual, const nlohmann::json& expected, const std::string& label);

/// An empty spreadsheet document's only sheet.
[[nodiscard]] Sheet first_sheet(const Document& document);

/// Types a formula in the office's language.
void type_formula(const Sheet& sheet, const std::string& cell, const std::string& formula);

/// A fixture with empty spreadsheets that are closed at the end.
class SpreadsheetTest : public OfficeTest
{
protected:
    [[nodiscard]] Document spreadsheet();
};

/// The texts of a language as they are in the package.
[[nodiscard]] const Texts& package_texts(Language language);

} // namespace trinvis::testing
