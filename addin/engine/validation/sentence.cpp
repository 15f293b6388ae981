// SPDX-License-Identifier: MPL-2.0
#include "validation/sentence.hpp"

namespace trinvis
{

Sentence::Sentence(std::string_view text, rules::Binder& binder, const rules::Table& table)
{
    while (!text.empty())
    {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            break;
        if (open > 0)
            m_pieces.push_back({std::string(text.substr(0, open)), nullptr, {}});
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        Piece piece{std::string(text.substr(open, close - open + 1)), table.column(inside), {}};
        if (!piece.column)
            if (const auto parsed = rules::parse_expression(inside);
                const auto* expression = std::get_if<rules::Expression>(&parsed))
                if (auto bound = binder.bind(*expression); auto* answer = std::get_if<rules::Bound>(&bound))
                    piece.answer = std::move(*answer);
        m_pieces.push_back(std::move(piece));
        text.remove_prefix(close + 1);
    }
    if (!text.empty())
        m_pieces.push_back({std::string(text), nullptr, {}});
}

std::string Sentence::fill(std::size_t row, const ShowColumn& show_column, const ShowAnswer& show_answer) const
{
    std::string result;
    for (const Piece& piece : m_pieces)
        if (piece.column)
            result += show_column(*piece.column, row);
        else if (piece.answer.run)
            result += show_answer(piece.answer.run({row, 1}));
        else
            result += piece.text;
    return result;
}

} // namespace trinvis
