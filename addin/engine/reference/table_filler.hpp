// SPDX-License-Identifier: MPL-2.0
//
// Turns rows of a known shape into the observations of an ImportedTable, one row at a time.
//
//     TableFiller filler(shape, options, municipalities, table);
//     while (...) if (auto fault = filler.add(row, line)) return *fault;
//     if (auto fault = filler.finish()) return *fault;
#pragma once

#include "reference/import_reader.hpp"
#include "reference/source_number.hpp"
#include "reference/table_shape.hpp"

#include <functional>
#include <span>
#include <string>
#include <unordered_map>

namespace trinvis::reference
{

class TableFiller
{
public:
    /// The table gets the shape's variables, without categories. All must outlive the filler.
    TableFiller(const TableShape& shape, const ReadOptions& options, const Municipalities& municipalities,
                ImportedTable& table);

    /// Takes in one row beneath the headings. Refusals: "ragged-row", "too-many-rows", "too-many-signs".
    [[nodiscard]] std::optional<ImportFault> add(std::span<const SourceField> row, std::size_t line);

    /// Settles the decimal mark and the notes beneath the table. Refusals: "decimal-mark", "decimal-marks-mixed".
    [[nodiscard]] std::optional<ImportFault> finish();

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

    struct VariableColumn
    {
        std::size_t column = 0;
        bool fill_down = false;
        bool time = false;
        std::optional<std::uint32_t> last;
        Index categories;
    };

    [[nodiscard]] std::uint32_t category_of(std::size_t variable, const SourceField& field);
    [[nodiscard]] std::optional<ImportFault> add_value(std::size_t value, const SourceField& field, SourcePlace place);
    [[nodiscard]] std::optional<ImportFault> check_width(std::span<const SourceField> row, std::size_t line) const;
    bool add_note(std::span<const SourceField> row);
    void take_decimal(DecimalMark mark);

    const TableShape& m_shape;
    const ReadOptions& m_options;
    const Municipalities& m_municipalities;
    ImportedTable& m_table;
    std::vector<VariableColumn> m_variables;
    std::vector<std::size_t> m_values; ///< columns of numbers
    /// By spread variable: the category of each column of numbers.
    std::vector<std::vector<std::uint32_t>> m_spread;
    Index m_signs;
    DecimalEvidence m_evidence;
    /// What a number is with a decimal point, where it is another than with a comma: index and number.
    std::vector<std::pair<std::size_t, double>> m_with_point;
    std::vector<std::uint32_t> m_current;
    std::vector<std::string> m_notes; ///< since the last observation
};

} // namespace trinvis::reference
