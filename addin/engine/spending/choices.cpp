// SPDX-License-Identifier: MPL-2.0
#include "spending/choices.hpp"

#include "table/text_match.hpp"

namespace trinvis::spending
{

namespace
{

bool says(std::string_view text, const std::string& key, const Words& words)
{
    return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key));
}

} // namespace

Choices read_choices(const Workbook& workbook, const Words& words)
{
    Choices choices;
    const TableArea& area = workbook.working_table("spending_choices");
    if (!area.found() || area.column("choice") < 0 || area.column("value") < 0)
        return choices;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const std::string choice = workbook.text(area, row, "choice");
        const std::string value = workbook.text(area, row, "value");
        if (choice.empty() || value.empty())
            continue;
        const auto fault = [&](const char* message) {
            choices.faults.push_back({{area.sheet, row, area.column("value")}, message, {{"choice", choice}}});
        };
        if (says(choice, "spending_choice.prices", words))
        {
            if (says(value, "spending_choice.prices.current", words))
                choices.fixed_prices = false;
            else if (!says(value, "spending_choice.prices.fixed", words))
                fault("spending.fault.choice_prices");
            continue;
        }
        const bool basis = says(choice, "spending_choice.basis_year", words);
        if (!basis && !says(choice, "spending_choice.price_year", words))
            continue;
        const std::optional<int> year = year_in(workbook.cell(area, row, "value"));
        if (!year)
            fault("spending.fault.choice_year");
        const Place place{area.sheet, row, area.column("value")};
        (basis ? choices.basis_year : choices.price_year) = year;
        (basis ? choices.basis_place : choices.price_place) = place;
    }
    return choices;
}

} // namespace trinvis::spending
