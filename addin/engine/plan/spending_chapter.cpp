// SPDX-License-Identifier: MPL-2.0
#include "plan/spending_chapter.hpp"

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
    const auto add = [&](const std::string& name, Oere then, Oere now)
    {
        std::vector<std::string>& row = table.rows.emplace_back();
        row.push_back(name);
        if (two)
            row.push_back(format_number(thousands_of(then), 0, texts.language()));
        row.push_back(format_number(thousands_of(now), 0, texts.language()));
        const auto total = static_cast<double>(last.amounts.total());
        row.push_back(total > 0 ? format_number(static_cast<double>(now) / total * hundred, 1, texts.language()) : "–");
    };
    for (std::size_t part = 0; part < part_count; ++part)
        add(part_name(spending, part, texts), basis.amounts.parts.at(part), last.amounts.parts.at(part));
    add(texts.get("spending.column.total"), basis.amounts.total(), last.amounts.total());
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
    for (const std::string& sentence : conclusions(spending, texts))
        chapter.add("text", PlanParagraph{sentence});
    for (const std::string& warning : warnings(spending, workbook, texts))
        chapter.add("warnings", PlanParagraph{warning, ParagraphLook::note});
    std::vector<std::optional<ChartContent>> charts{development_chart(spending, texts),
                                                    distribution_chart(spending, texts)};
    for (std::optional<ChartContent>& chart : charts)
        if (chart)
            chapter.add(std::move(*chart));
    chapter.add("table", distribution_table(spending, texts));
    chapter.add("control", PlanParagraph{control_sentence(spending, texts), ParagraphLook::note});
    chapter.add("method", PlanParagraph{texts.get("spending.convention.extra"), ParagraphLook::note});
    chapter.add("source", PlanParagraph{source_line(spending, texts), ParagraphLook::note});
    chapter.add("assessment", PlanParagraph{texts.get("plan.spending.to_write"), ParagraphLook::to_write});
    return chapter.blocks();
}

} // namespace trinvis
