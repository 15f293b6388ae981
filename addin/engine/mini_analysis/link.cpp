// SPDX-License-Identifier: MPL-2.0
#include "mini_analysis/link.hpp"

#include "table/text_match.hpp"

namespace trinvis
{

namespace
{

std::string_view key_of(ReferenceKind kind)
{
    switch (kind)
    {
    case ReferenceKind::figure:
        return "evidence.figure";
    case ReferenceKind::question:
        return "evidence.question";
    case ReferenceKind::spending_step:
        return "evidence.spending_step";
    default:
        return "evidence.step";
    }
}

/// The first row of a table that has a text in a column.
std::optional<Place> row_with(const Workbook& workbook, const TableArea& area, std::string_view key,
                              std::string_view wanted)
{
    if (!area.found() || area.column(key) < 0)
        return std::nullopt;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        if (same_text(workbook.text(area, row, key), wanted))
            return Place{area.sheet, row, area.column(key)};
    return std::nullopt;
}

std::optional<Place> place_of_figure(const std::string& figure, const Workbook& workbook, const Words& words)
{
    const TableArea overview = find_result_table(workbook.cells, "benchmark", "benchmark.overview.", words);
    if (const auto place = row_with(workbook, overview, "number", figure))
        return place;
    return row_with(workbook, workbook.catalogue, "number", figure);
}

/// "Trin 6", "6" or "6 Anbringelse på institution".
bool names_step(std::string_view text, const std::string& number)
{
    std::string shown = folded(text);
    for (const std::string_view word : {"trin ", "step "})
        if (shown.starts_with(word))
            shown.erase(0, word.size());
    return shown == number || shown.starts_with(number + " ") || shown.starts_with(number + ":");
}

std::optional<Place> place_of_spending(const std::string& step, const Workbook& workbook, const Words& words)
{
    const TableArea found = find_result_table(workbook.cells, "spending", "sheet.spending", words);
    if (found.sheet < 0)
        return std::nullopt;
    const Grid& grid = workbook.cells.sheets.at(static_cast<std::size_t>(found.sheet));
    for (int row = 0; row < grid.rows(); ++row)
        if (names_step(cell_text(grid.at(row, 0), workbook.language), step))
            return Place{found.sheet, row, 0};
    return Place{found.sheet, 0, 0};
}

std::optional<Place> place_of(const Reference& reference, const Workbook& workbook, const Words& words)
{
    switch (reference.kind)
    {
    case ReferenceKind::figure:
        return place_of_figure(reference.number, workbook, words);
    case ReferenceKind::question:
        return row_with(workbook, workbook.working_table("survey"), "number", reference.number);
    case ReferenceKind::spending_step:
        return place_of_spending(reference.number, workbook, words);
    default:
        return row_with(workbook, workbook.working_table("ladder_steps"), "step", reference.number);
    }
}

} // namespace

std::string reference_text(const Reference& reference, const Texts& texts)
{
    // Own indicators are written with a capital letter.
    std::string number = reference.number;
    if (!number.empty() && number[0] >= 'a' && number[0] <= 'z')
        number[0] = static_cast<char>(number[0] - 'a' + 'A');
    return texts.format(key_of(reference.kind), {{"number", number}});
}

std::optional<LinkTo> link_to(const Reference& reference, const Workbook& workbook, const Words& words)
{
    const auto place = place_of(reference, workbook, words);
    if (!place)
        return std::nullopt;
    return LinkTo{reference_text(reference, words.in(workbook.language)),
                  workbook.cells.sheets.at(static_cast<std::size_t>(place->sheet)).sheet_name, place->row,
                  place->column};
}

} // namespace trinvis
