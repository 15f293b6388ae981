// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_refusal.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/report.hpp"

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

/// So many findings are told one by one; the rest stand in Validering.
constexpr std::size_t told_findings = 3;

/// The items whose numbers are amounts, by folded id.
std::set<std::string, std::less<>> money_items(const Workbook& workbook)
{
    std::set<std::string, std::less<>> items;
    for (const EntryLine& line : workbook.lines)
        if (folded(line.unit).starts_with("kr"))
            items.insert(folded(line.id));
    return items;
}

/// A message as a sentence of its own: rules write theirs without a full stop.
std::string sentence(std::string message)
{
    if (!message.empty() && std::string_view(".!?").find(message.back()) == std::string_view::npos)
        message += '.';
    return message;
}

class PersonNumbers
{
public:
    PersonNumbers(const Workbook& workbook, const Words& words)
        : m_workbook(workbook), m_words(words), m_money(money_items(workbook))
    {
    }

    [[nodiscard]] std::optional<Place> first() const
    {
        const TableArea explanations =
            find_result_table(m_workbook.cells, "explanations", "column.explanations.", m_words);
        for (const TableArea* area : {&m_workbook.facts, &m_workbook.catalogue, &m_workbook.entry,
                                      &m_workbook.comparison, &m_workbook.rules, &explanations})
            if (area->sheet >= 0)
                if (const auto place = first_in(*area))
                    return place;
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<Place> first_in(const TableArea& area) const
    {
        const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(area.sheet)];
        for (int row = 0; row < grid.rows(); ++row)
            for (int column = 0; column < grid.columns; ++column)
            {
                const Cell& cell = grid.at(row, column);
                const std::string* text = std::get_if<std::string>(&cell);
                const double* number = std::get_if<double>(&cell);
                if ((text && looks_like_cpr(*text)) || (number && looks_like_cpr(*number) && !is_amount(area, row)))
                    return Place{area.sheet, row, column};
            }
        return std::nullopt;
    }

    [[nodiscard]] bool is_amount(const TableArea& area, int row) const
    {
        const char* key = area.sheet == m_workbook.entry.sheet ? "id" : "item";
        return area.column(key) >= 0 && m_money.contains(folded(m_workbook.text(area, row, key)));
    }

    const Workbook& m_workbook;
    const Words& m_words;
    std::set<std::string, std::less<>> m_money;
};

} // namespace

std::optional<Place> person_number_place(const Workbook& workbook, const Words& words)
{
    return PersonNumbers(workbook, words).first();
}

std::string person_number_words(const Workbook& workbook, const Place& place, const Texts& texts)
{
    return texts.format("delivery.refused.person_number",
                        {{"sheet", workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].sheet_name},
                         {"cell", cell_address(place.row, place.column)}});
}

std::string delivery_refusal(const Workbook& workbook, const Validation& validation, const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    if (const auto place = person_number_place(workbook, words))
        return person_number_words(workbook, *place, texts);
    const SeverityCounts open = count_open(validation.findings);
    if (open.errors + open.warnings == 0)
        return validation.values_checked == 0
                   ? texts.format("delivery.refused.empty", {{"verdict", readiness_line(validation, texts)}})
                   : std::string{};
    const Severity worst = open.errors > 0 ? Severity::error : Severity::warning;
    std::string why = texts.get("delivery.refused") + "\n" + readiness_line(validation, texts);
    std::size_t told = 0;
    for (const Finding& finding : validation.findings)
        if (finding.severity == worst && finding.status != FindingStatus::explained && told < told_findings)
        {
            ++told;
            why += "\n" + texts.format("delivery.refused.finding", {{"place", places_text(finding, workbook, texts)},
                                                                    {"message", sentence(finding.message)},
                                                                    {"remedy", sentence(finding.remedy)}});
        }
    const std::size_t all = open.errors > 0 ? open.errors : open.warnings;
    if (all > told)
        why += "\n" + texts.count("delivery.refused.more", all - told);
    return why + "\n" + texts.get("delivery.refused.remedy");
}

} // namespace trinvis
