// SPDX-License-Identifier: MPL-2.0
//
// A rule's sentence with places for values: columns or expressions in braces.
//
//     const Sentence sentence("{Navn} er {Værdi}, højst {0,5 * Nævner}", binder, table);
//     sentence.fill(row, show_column, show_number);
#pragma once

#include "rules/binding.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

class Sentence
{
public:
    Sentence() = default;
    /// Binds every place; what is neither a column nor an expression stays as it is, so that a mistake is seen.
    Sentence(std::string_view text, rules::Binder& binder, const rules::Table& table);

    using ShowColumn = std::function<std::string(const rules::Column& column, std::size_t row)>;
    using ShowAnswer = std::function<std::string(const rules::Answers& answer)>;

    /// The sentence for one row of its table.
    [[nodiscard]] std::string fill(std::size_t row, const ShowColumn& show_column, const ShowAnswer& show_answer) const;

    [[nodiscard]] bool empty() const
    {
        return m_pieces.empty();
    }

private:
    struct Piece
    {
        std::string text;
        const rules::Column* column = nullptr;
        rules::Bound answer; ///< where run is set
    };
    std::vector<Piece> m_pieces;
};

} // namespace trinvis
