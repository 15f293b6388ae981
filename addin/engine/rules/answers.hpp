// SPDX-License-Identifier: MPL-2.0
//
// What an expression answers for a block of rows: one value a row, or a single one that stands for every row.
//
//     const Answers answers = bound.run({0, table.rows});
//     answers.truth(0);                              // Truth::yes, no or undecided
//
// Rows are counted from the block's first one.
#pragma once

#include "rules/table.hpp"

#include <memory>
#include <span>
#include <vector>

namespace trinvis::rules
{

/// A block of a table's rows.
struct Rows
{
    std::size_t first = 0;
    std::size_t count = 0;

    bool operator==(const Rows&) const = default;
};

struct Answers
{
    Type type = Type::number;
    std::span<const Value> numbers;
    std::span<const std::string_view> texts;
    std::span<const Truth> truths;
    std::shared_ptr<const void> owner; ///< keeps what the spans show

    [[nodiscard]] const Value& number(std::size_t row) const
    {
        return numbers[numbers.size() == 1 ? 0 : row];
    }
    [[nodiscard]] std::string_view text(std::size_t row) const
    {
        return texts[texts.size() == 1 ? 0 : row];
    }
    [[nodiscard]] Truth truth(std::size_t row) const
    {
        return truths[truths.size() == 1 ? 0 : row];
    }
    /// How many values there are: 1 where one stands for all.
    [[nodiscard]] std::size_t size() const;
    /// The answers for a part of the rows.
    [[nodiscard]] Answers part(Rows rows) const;
};

[[nodiscard]] Answers answers_of(std::vector<Value> numbers);
[[nodiscard]] Answers answers_of(std::vector<std::string_view> texts);
[[nodiscard]] Answers answers_of(std::vector<Truth> truths);

/// The text of a look-up that found nothing: comparing it with anything is undecided.
[[nodiscard]] std::string_view missing_text();
[[nodiscard]] bool is_missing(std::string_view text);

} // namespace trinvis::rules
