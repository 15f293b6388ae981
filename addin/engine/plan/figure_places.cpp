// SPDX-License-Identifier: MPL-2.0
#include "benchmark/words.hpp"
#include "plan/known_places.hpp"

#include <array>

namespace trinvis
{

namespace
{

/// The cell of Indtastning that a figure's value comes from, in a round: its numerator's, or the value's own.
Place entry_place(const Figure& figure, Date period, const Workbook& workbook)
{
    const EntryLine* line = workbook.line(figure.value.empty() ? figure.numerator : figure.value);
    for (const Round& round : workbook.rounds)
        if (line && round.date == period)
            return {workbook.entry.sheet, line->row, round.column};
    // A figure whose items have no line is still in Katalog.
    return {workbook.catalogue.sheet, figure.row, std::max(0, workbook.catalogue.column("number"))};
}

std::string_view column_of(Weighting weighting)
{
    return weighting == Weighting::unweighted_mean ? "mean" : weighting_code(weighting);
}

/// The table of comparisons in Sammenligning.
class ComparisonTable
{
public:
    ComparisonTable(const Workbook& workbook, const Texts& texts)
        : m_sheet(workbook, "benchmark", texts), m_texts(texts),
          m_heading(m_sheet.row_with(heading("group"), heading("ratio_of_sums"))),
          m_figure(m_sheet.column(m_heading, heading("figure"))), m_group(m_sheet.column(m_heading, heading("group")))
    {
    }

    /// The row of a comparison; -1 when the workbook has none.
    [[nodiscard]] int row(const Comparison& comparison) const
    {
        if (m_figure < 0 || m_group < 0)
            return -1;
        for (int row = m_heading + 1; row < m_sheet.rows(); ++row)
            if (m_sheet.text(row, m_figure) == comparison.figure &&
                m_sheet.text(row, m_group) == comparison.group_label)
                return row;
        return -1;
    }

    [[nodiscard]] Place place(int row, std::string_view column) const
    {
        return m_sheet.place(row, m_sheet.column(m_heading, heading(column)));
    }

private:
    [[nodiscard]] const std::string& heading(std::string_view column) const
    {
        return m_texts.get("benchmark.column." + std::string(column));
    }

    ResultSheet m_sheet;
    const Texts& m_texts;
    int m_heading;
    int m_figure;
    int m_group;
};

} // namespace

NumberPlaces figure_places(const Benchmark& benchmark, const Workbook& workbook, const Texts& texts)
{
    NumberPlaces places;
    const ComparisonTable table(workbook, texts);
    const auto put = [&](const std::string& key, Place place) { places.put(key, place, workbook); };
    for (const Figure& figure : workbook.figures)
    {
        const std::vector<const Comparison*> comparisons = latest(benchmark, figure.id);
        const Place own = comparisons.empty() ? Place{workbook.catalogue.sheet, figure.row, 0}
                                              : entry_place(figure, comparisons.front()->period, workbook);
        put(figure_key(figure.id, ""), own);
        put(figure_key(figure.id, "own"), own);
        bool first = true;
        for (const Comparison* comparison : comparisons)
        {
            const int row = table.row(*comparison);
            if (row < 0)
                continue;
            constexpr std::array own_columns{
                std::pair{"lower", "lower"},        std::pair{"upper", "upper"},
                std::pair{"change", "change"},      std::pair{"change_up", "change"},
                std::pair{"change_down", "change"}, std::pair{"trend_rounds", "trend_rounds"}};
            if (first)
                for (const auto& [number, column] : own_columns)
                    put(figure_key(figure.id, number), table.place(row, column));
            first = false;
            put(group_key(*comparison, ""), table.place(row, "verdict"));
            put(group_key(*comparison, "level"), table.place(row, column_of(comparison->weighting)));
            put(group_key(*comparison, "named_level"), table.place(row, column_of(named_weighting(*comparison))));
            put(group_key(*comparison, "others"), table.place(row, "counted"));
            for (const char* number : {"rank", "ranked", "family", "potential"})
                put(group_key(*comparison, number), table.place(row, number));
        }
    }
    const ResultSheet validation(workbook, "validation", texts);
    put("validation/", validation.found() ? validation.place(0, 0)
                                          : Place{workbook.entry.sheet, std::max(0, workbook.entry.heading_row), 0});
    return places;
}

} // namespace trinvis
