// SPDX-License-Identifier: MPL-2.0
#include "plan/spending_chapter.hpp"

#include "plan/known_places.hpp"
#include "plan/plan_part.hpp"
#include "spending/charts.hpp"
#include "spending/words.hpp"
#include "table/number_text.hpp"

#include <optional>

namespace trinvis
{

namespace
{

using namespace spending;

PlanTable distribution_table(const Spending& spending, const Texts& texts)
{
    constexpr double hundred = 100;
    const SpendingYear& last = spending.latest();
    const SpendingYear& basis = *spending.of(spending.basis_year);
    const bool two = basis.year != last.year;
    PlanTable table;
    table.name = "trinvis_spending";
    table.caption = texts.get("plan.spending.table");
    std::vector<std::string>& headings = table.rows.emplace_back();
    headings.push_back(texts.get("plan.spending.part"));
    if (two)
        headings.push_back(std::to_string(basis.year));
    headings.push_back(std::to_string(last.year));
    headings.push_back(texts.format("plan.spending.share", {{"year", std::to_string(last.year)}}));
    const auto add = [&](const std::string& name, const std::string& key, Oere then, Oere now)
    {
        const auto thousands = [&](Oere amount, const char* when)
        {
            return keyed_number(format_number(thousands_of(amount), 0, texts.language()),
                                std::string("spending/") + when + "/thousands/" + key);
        };
        std::vector<TracedText> row{name};
        row.reserve(4);
        if (two)
            row.push_back(thousands(then, "basis"));
        row.push_back(thousands(now, "latest"));
        const auto total = static_cast<double>(last.amounts.total());
        row.push_back(keyed_number(
            total > 0 ? format_number(static_cast<double>(now) / total * hundred, 1, texts.language()) : "–",
            "spending/latest/share/" + key));
        add_row(table, std::move(row));
    };
    for (std::size_t part = 0; part < part_count; ++part)
        add(part_name(spending, part, texts), std::to_string(part + 1), basis.amounts.parts.at(part),
            last.amounts.parts.at(part));
    add(texts.get("spending.column.total"), "total", basis.amounts.total(), last.amounts.total());
    table.widths = two ? std::vector<int>{5, 2, 2, 2} : std::vector<int>{5, 2, 2};
    table.numeric = two ? std::vector<bool>{false, true, true, true} : std::vector<bool>{false, true, true};
    return table;
}

} // namespace

PlanBlocks spending_chapter(const Spending& spending, const Workbook& workbook, const Texts& texts)
{
    if (spending.empty())
        return {};
    PlanChapter chapter("spending");
    chapter.add("heading", PlanHeading{1, texts.get("plan.spending.heading"), true});
    if (spending.invented)
        chapter.add("invented", PlanParagraph{texts.get("spending.invented"), ParagraphLook::invented});
    for (TracedText& sentence : traced_conclusions(spending, texts))
        chapter.add("text", traced_paragraph(std::move(sentence)));
    for (const std::string& warning : warnings(spending, workbook, texts))
        chapter.add("warnings", PlanParagraph{warning, ParagraphLook::note});
    std::vector<std::optional<ChartContent>> charts{development_chart(spending, texts),
                                                    distribution_chart(spending, texts)};
    for (std::optional<ChartContent>& chart : charts)
        if (chart)
            chapter.add(std::move(*chart));
    chapter.add("table", distribution_table(spending, texts));
    chapter.add("control", traced_paragraph(traced_control_sentence(spending, texts), ParagraphLook::note));
    chapter.add("method", PlanParagraph{texts.get("spending.convention.extra"), ParagraphLook::note});
    chapter.add("source", PlanParagraph{source_line(spending, texts), ParagraphLook::note});
    chapter.add("assessment", PlanParagraph{texts.get("plan.spending.to_write"), ParagraphLook::to_write});
    PlanBlocks blocks = chapter.blocks();
    locate_numbers(blocks, spending_places(spending, workbook, texts));
    return blocks;
}

} // namespace trinvis
