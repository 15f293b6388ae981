// SPDX-License-Identifier: MPL-2.0
#include "plan/plan_block.hpp"

namespace trinvis
{

PlanParagraph traced_paragraph(TracedText text, ParagraphLook look)
{
    return {.text = std::move(text.text), .look = look, .traces = std::move(text.traces)};
}

void add_row(PlanTable& table, std::vector<TracedText> cells)
{
    const std::size_t row = table.rows.size();
    std::vector<std::string>& texts = table.rows.emplace_back();
    texts.reserve(cells.size());
    for (TracedText& cell : cells)
    {
        if (!cell.traces.empty())
            table.traces.push_back({row, texts.size(), std::move(cell.traces)});
        texts.push_back(std::move(cell.text));
    }
}

} // namespace trinvis
