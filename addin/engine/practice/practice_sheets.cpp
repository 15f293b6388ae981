// SPDX-License-Identifier: MPL-2.0
#include "practice/practice_sheets.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr std::size_t first_round_column = 5; ///< of the sheet Indtastning, behind what describes an item

class Filling
{
public:
    Filling(const Practice& practice, const PracticeNeeds& needs)
        : m_practice(practice), m_needs(needs), m_texts(needs.texts)
    {
        const Municipality* own = needs.municipalities.find(practice.own);
        if (!own || !own->invented)
            throw std::invalid_argument("no invented municipality " + practice.own);
        m_sheets = new_workbook_sheets({*own,
                                        practice.cut_offs,
                                        needs.catalogue,
                                        needs.rules,
                                        needs.texts,
                                        needs.municipalities,
                                        needs.product_version,
                                        {}});
    }

    std::vector<SheetContent> all()
    {
        name_as_practice();
        fill_facts();
        for (const PracticeMunicipality& one : m_practice.municipalities)
            if (one.municipality.code == m_practice.own)
                fill_entry(one);
        place_faults();
        fill_comparison();
        m_sheets.push_back(exercise());
        return std::move(m_sheets);
    }

private:
    [[nodiscard]] SheetContent& sheet(std::string_view id)
    {
        return *std::ranges::find_if(m_sheets, [id](const SheetContent& one) { return one.id == id; });
    }

    [[nodiscard]] static bool says(const Row& row, const std::string& text)
    {
        const std::string* first = row.empty() ? nullptr : std::get_if<std::string>(&row.front());
        return first && *first == text;
    }

    /// Where a person looks first, it says that the figures are invented.
    void name_as_practice()
    {
        for (const char* id : {"guide", "entry", "comparison"})
        {
            SheetContent& one = sheet(id);
            one.rows.at(1) = {m_texts.get("practice.note")};
            one.style({1, 0, 1, 0}, Style::invented);
        }
        // The line that names the source of real regions and groups.
        sheet("groups").rows.at(2) = {m_texts.get("practice.note")};
        sheet("groups").style({2, 0, 2, 0}, Style::invented);
        sheet("guide").rows.at(0) = {m_texts.get("practice.guide")};
    }

    void fill_facts()
    {
        for (Row& row : sheet("facts").rows)
            if (says(row, m_texts.get("fact.data_note")))
                row.at(1) = m_texts.get("practice.note");
    }

    [[nodiscard]] std::size_t row_of(std::string_view item)
    {
        const SheetContent& entry = sheet("entry");
        for (std::size_t row = 0; row < entry.rows.size(); ++row)
            if (says(entry.rows[row], std::string(item)))
                return row;
        throw std::invalid_argument("no item " + std::string(item));
    }

    void fill_entry(const PracticeMunicipality& own)
    {
        SheetContent& entry = sheet("entry");
        for (const auto& [item, values] : own.values)
        {
            Row& row = entry.rows[row_of(item)];
            row.resize(first_round_column);
            for (const double value : values)
                row.emplace_back(value);
        }
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(const PracticeFault& fault)
    {
        const std::size_t row =
            fault.item.empty() ? static_cast<std::size_t>(sheet("entry").table->first_row) : row_of(fault.item);
        return {row, first_round_column + fault.round};
    }

    void place_faults()
    {
        for (const PracticeFault& fault : m_practice.faults)
        {
            const auto [row, column] = place_of(fault);
            sheet("entry").rows[row].at(column) = fault.typed;
        }
    }

    void fill_comparison()
    {
        SheetContent& comparison = sheet("comparison");
        const int first = comparison.row_count();
        const std::string source = m_texts.get("practice.source");
        for (const PracticeMunicipality& one : m_practice.municipalities)
            for (const Item& item : m_needs.catalogue.items)
                if (const auto series = one.values.find(item.id);
                    series != one.values.end() && one.municipality.code != m_practice.own)
                    for (std::size_t round = 0; round < m_practice.cut_offs.size(); ++round)
                        comparison.rows.push_back({one.municipality.code, item.id, m_practice.cut_offs[round],
                                                   series->second[round], source});
        const int last = comparison.row_count() - 1;
        comparison.style({first, 0, last, 4}, Style::cell_line);
        comparison.style({first, 2, last, 2}, Style::cell_date);
        comparison.style({first, 3, last, 3}, Style::cell_plain_number);
        comparison.table->last_row = last;
    }

    [[nodiscard]] LinkTo link_to(const PracticeFault& fault)
    {
        const auto [row, column] = place_of(fault);
        return {sheet("entry").name + " " + cell_address(static_cast<int>(row), static_cast<int>(column)),
                sheet("entry").name, static_cast<int>(row), static_cast<int>(column)};
    }

    [[nodiscard]] std::string cell_of(std::string_view fault_id)
    {
        for (const PracticeFault& fault : m_practice.faults)
            if (fault.id == fault_id)
                return link_to(fault).text;
        throw std::invalid_argument("no fault " + std::string(fault_id));
    }

    [[nodiscard]] const std::string& severity_of(const PracticeFault& fault) const
    {
        const auto rule =
            std::ranges::find_if(m_needs.rules, [&](const rules::Rule& one) { return one.id == fault.rule; });
        if (rule == m_needs.rules.end())
            throw std::invalid_argument("no rule " + fault.rule);
        return rule->severity;
    }

    [[nodiscard]] std::string how_many(std::string_view severity) const
    {
        return std::to_string(std::ranges::count_if(m_practice.faults, [&](const PracticeFault& fault)
                                                    { return severity_of(fault) == severity; }));
    }

    /// The sheet that leads through the steps.
    [[nodiscard]] SheetContent exercise()
    {
        SheetContent made;
        made.id = "practice";
        made.name = m_texts.get("sheet.practice");
        made.column_widths_mm = {46, 92, 92, 24};
        made.rows.push_back({m_texts.get("practice.title")});
        made.rows.push_back({m_texts.get("practice.note")});
        made.rows.push_back({m_texts.get("practice.how")});
        made.rows.emplace_back();
        made.style({0, 0, 0, 0}, Style::title);
        made.style({1, 0, 1, 0}, Style::invented);
        made.style({2, 0, 2, 0}, Style::subtitle);
        add_steps(made);
        made.rows.emplace_back();
        made.rows.push_back({m_texts.get("practice.answers")});
        made.style({made.row_count() - 1, 0, made.row_count() - 1, 0}, Style::section);
        add_answers(made);
        made.repeat_headings = false;
        return made;
    }

    void add_headings(SheetContent& made, const std::array<const char*, 4>& keys) const
    {
        Row headings;
        for (const char* key : keys)
            headings.emplace_back(m_texts.get(key));
        made.rows.push_back(std::move(headings));
        made.style({made.row_count() - 1, 0, made.row_count() - 1, 3}, Style::heading);
    }

    void add_steps(SheetContent& made)
    {
        add_headings(made,
                     {"column.practice.step", "column.practice.do", "column.practice.see", "column.practice.done"});
        const int first = made.row_count();
        const Replacements values{{"errors", how_many("error")},
                                  {"warnings", how_many("warning")},
                                  {"information", how_many("information")},
                                  {"others", std::to_string(m_practice.municipalities.size() - 1)},
                                  {"jump", cell_of("jump")},
                                  {"words", cell_of("words")}};
        for (int step = 1; step <= practice_steps; ++step)
        {
            const std::string key = "practice.step." + std::to_string(step);
            made.rows.push_back({m_texts.get(key), m_texts.format(key + ".do", values),
                                 m_texts.format(key + ".see", values), std::monostate{}});
        }
        const int last = made.row_count() - 1;
        made.style({first, 0, last, 2}, Style::cell);
        made.style({first, 3, last, 3}, Style::input_text);
        made.drop_downs.push_back({{first, 3, last, 3}, {"x"}});
    }

    void add_answers(SheetContent& made)
    {
        add_headings(made, {"column.practice_answers.place", "column.practice_answers.what",
                            "column.practice_answers.remedy", "column.practice_answers.severity"});
        const int first = made.row_count();
        for (const PracticeFault& fault : m_practice.faults)
        {
            const std::string key = "practice.fault." + fault.id;
            made.rows.push_back({link_to(fault), m_texts.get(key), m_texts.get(key + ".remedy"),
                                 m_texts.get("severity." + severity_of(fault))});
        }
        const int last = made.row_count() - 1;
        made.style({first, 0, last, 3}, Style::cell);
        made.style({first, 0, last, 0}, Style::cell_link);
    }

    const Practice& m_practice;
    const PracticeNeeds& m_needs;
    const Texts& m_texts;
    std::vector<SheetContent> m_sheets;
};

} // namespace

std::vector<SheetContent> practice_sheets(const Practice& practice, const PracticeNeeds& needs)
{
    return Filling(practice, needs).all();
}

} // namespace trinvis
