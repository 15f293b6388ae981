// SPDX-License-Identifier: MPL-2.0
//
// What an entry cell says: a number, or one of the ways in which there is none. Missing is never zero.
//
//     const ValueReader reader(words);
//     reader.read(Cell{std::string{"diskretioneret"}}).state;    // ValueState::confidential
#pragma once

#include "table/cell.hpp"
#include "texts/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trinvis
{

enum class ValueState : std::uint8_t
{
    number,
    empty,          ///< nothing was typed
    missing,        ///< a typed blank: not reported, invalid, provisional or awaited
    not_applicable, ///< a typed blank: the figure has no meaning here
    confidential,   ///< a typed blank: there is a number, but it is not shown
    text,           ///< a text that is no typed blank
    error           ///< the cell's formula ended in an error
};

struct Value
{
    ValueState state = ValueState::empty;
    double number = 0;

    [[nodiscard]] bool is_number() const
    {
        return state == ValueState::number;
    }
};

/// A typed blank: the key of its word and what it counts as.
struct TypedBlank
{
    std::string_view key;
    ValueState state;
};

/// The typed blanks, in the order in which the workbook's guide lists them. The list is the product's own proposal.
[[nodiscard]] const std::vector<TypedBlank>& typed_blanks();

/// Reads entry cells; knows the typed blanks in both languages.
class ValueReader
{
public:
    explicit ValueReader(const Words& words);

    [[nodiscard]] Value read(const Cell& cell) const;

private:
    std::map<std::string, ValueState, std::less<>> m_blanks;
};

} // namespace trinvis
