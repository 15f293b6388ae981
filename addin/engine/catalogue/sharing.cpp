// SPDX-License-Identifier: MPL-2.0
#include "catalogue/sharing.hpp"

#include "catalogue/workbook.hpp"
#include "table/near_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

namespace trinvis
{

namespace
{

/// The index of what a cell says among the allowed texts of both languages.
std::optional<std::size_t> chosen(const std::string& text, std::span<const std::string_view> keys, const Words& words)
{
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (same_text(text, words.danish.get(keys[i])) || same_text(text, words.english.get(keys[i])))
            return i;
    return std::nullopt;
}

} // namespace

void read_sharing(Workbook& workbook, const Words& words)
{
    const TableArea& area = workbook.facts;
    const Texts& texts = words.in(workbook.language);
    const auto is_field = [&words](std::string_view text, std::string_view key)
    {
        // A slip in the name of the switch must not turn it off.
        return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key)) ||
               nearly_same_text(text, words.danish.get(key)) || nearly_same_text(text, words.english.get(key));
    };
    const auto fault = [&](int row, const char* message, const std::string& value, std::string allowed)
    {
        workbook.faults.push_back({Check::sharing_choice,
                                   {area.sheet, row, area.column("value")},
                                   message,
                                   {{"value", value}, {"allowed", std::move(allowed)}}});
    };
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        const std::string field = workbook.text(area, row, "field");
        const std::string value = workbook.text(area, row, "value");
        if (is_field(field, "fact.view"))
        {
            const auto view = chosen(value, sharing_views, words);
            if (view != 0U)
                workbook.sharing.wanted = true;
            if (!view)
                fault(row, "layout.view_unknown", value,
                      texts.format("sharing.either",
                                   {{"one", texts.get(sharing_views[0])}, {"other", texts.get(sharing_views[1])}}));
        }
        else if (is_field(field, "fact.threshold"))
        {
            const auto known = std::find_if(sharing_thresholds.begin(), sharing_thresholds.end(),
                                            [&value](int threshold) { return value == std::to_string(threshold); });
            if (known != sharing_thresholds.end())
                workbook.sharing.threshold = *known;
            else
                fault(row, "layout.threshold_unknown", value,
                      texts.format("sharing.either", {{"one", std::to_string(sharing_thresholds[0])},
                                                      {"other", std::to_string(sharing_thresholds[1])}}));
        }
    }
}

} // namespace trinvis
