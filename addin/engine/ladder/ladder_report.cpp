// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_report.hpp"

#include "ladder/ladder_charts.hpp"
#include "ladder/ladder_sentences.hpp"
#include "ladder/ladder_sharing.hpp"
#include "ladder/ladder_words.hpp"

#include <algorithm>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr std::size_t most_rounds = 11; ///< columns of dates that a page holds
constexpr double first_column_mm = 70;
constexpr double column_mm = 23;
constexpr int last_note_column = 6; ///< to which the ground of a note below the title reaches
constexpr double row_height_mm = 4.5;
constexpr double chart_width_mm = 150;
constexpr double chart_height_mm = 96;
constexpr double chart_gap_mm = 6;
constexpr int page_rows = 46; ///< that a landscape page holds of this sheet
constexpr int table_rows = 9; ///< of one period's movements, with the empty row above

class Report
{
public:
    Report(const LadderResult& result, const Workbook& workbook, const Texts& texts)
        : m_result(result), m_workbook(workbook), m_texts(texts), m_sheet(m_report.sheet)
    {
    }

    ChartedReport all()
    {
        m_sheet.id = "ladder_result";
        m_sheet.name = m_texts.get("sheet.ladder_result");
        m_sheet.column_widths_mm.assign(most_rounds + 1, column_mm);
        m_sheet.column_widths_mm.front() = first_column_mm;
        m_sheet.printed_columns = static_cast<int>(m_sheet.column_widths_mm.size());
        m_sheet.repeat_headings = false;
        m_sheet.keeps_heights = true;
        m_sheet.frozen_columns = 1;
        add_top();
        add_to_settle();
        add_faults();
        add_stocks();
        add_charts();
        add_movement_sums();
        add_disagreements();
        add_movement_tables();
        m_report.chart_data = chart_data_sheet("ladder_chart_data", m_report.charts, m_texts);
        return std::move(m_report);
    }

private:
    int add(Row row)
    {
        m_sheet.rows.push_back(std::move(row));
        return m_sheet.row_count() - 1;
    }

    /// A line that runs over the columns beside it; what has a ground of its own colour needs it below all its words.
    void add_line(std::string text, Style style, int last_column = 0)
    {
        const int row = add({std::move(text)});
        m_sheet.style({row, 0, row, last_column}, style);
    }

    void add_section(std::string_view key)
    {
        m_sheet.rows.emplace_back();
        add_line(m_texts.get(key), Style::section);
    }

    void add_top()
    {
        const std::string name = m_workbook.municipality ? m_workbook.municipality->name : std::string{};
        add_line(m_texts.format("ladder.report.title", {{"municipality", name}}), Style::title);
        add_line(m_texts.get("ladder.report.subtitle"), Style::subtitle);
        add_line(m_texts.get("ladder.report.descriptive"), Style::subtitle);
        if (!m_workbook.data_note.empty())
            add_line(m_workbook.data_note, Style::invented, last_note_column);
        if (const std::string note = ladder_sharing_note(m_result, m_texts); !note.empty())
            add_line(note, Style::information, last_note_column);
        m_sheet.rows.emplace_back();
        for (std::string& sentence : ladder_sentences(m_result, m_texts))
            add_line(std::move(sentence), Style::subtitle);
        for (std::string& caution : ladder_cautions(m_result, m_texts))
            add_line(std::move(caution), Style::information, last_note_column);
    }

    [[nodiscard]] std::string sheet_name(int sheet) const
    {
        return m_workbook.cells.sheets.at(static_cast<std::size_t>(sheet)).sheet_name;
    }

    [[nodiscard]] LinkTo link(const Place& place, std::string text) const
    {
        return {std::move(text), sheet_name(place.sheet), place.row, place.column};
    }

    [[nodiscard]] LinkTo link(const Place& place) const
    {
        return link(place, sheet_name(place.sheet) + " " + cell_address(place.row, place.column));
    }

    /// Headings: a word above the first column, others above the next.
    int add_headings(std::string first, std::vector<std::string> others)
    {
        Row row{std::move(first)};
        for (std::string& other : others)
            row.emplace_back(std::move(other));
        const int last = static_cast<int>(row.size()) - 1;
        const int at = add(std::move(row));
        m_sheet.style({at, 0, at, last}, Style::heading);
        return at;
    }

    void add_to_settle()
    {
        if (m_result.to_settle.empty())
            return;
        add_section("ladder.report.settle");
        add_line(m_texts.get("ladder.report.settle.how"), Style::subtitle);
        add_headings(m_texts.get("ladder.report.settle.what"),
                     {m_texts.get("ladder.report.settle.children"), m_texts.get("ladder.report.settle.why"), ""});
        for (const ToSettle& one : m_result.to_settle)
        {
            const std::string code = mapping_kind_words(one.kind, m_texts) + ": " + one.code;
            const int row = add({link(one.answer.sheet >= 0 ? one.answer : one.use, code),
                                 one.children ? ContentCell{static_cast<double>(*one.children)} : ContentCell{},
                                 why_unsettled(one, m_texts), std::monostate{}});
            m_sheet.style({row, 0, row, 0}, Style::cell_link);
            m_sheet.style({row, 1, row, 1}, Style::cell_number);
            m_sheet.style({row, 2, row, 3}, Style::cell_line);
        }
    }

    void add_faults()
    {
        const std::vector<LadderFault> faults = m_result.faults();
        if (faults.empty())
            return;
        add_section("ladder.report.faults");
        for (const LadderFault& fault : faults)
        {
            const int row = add({link(fault.place), ladder_fault_words(fault, m_texts)});
            m_sheet.style({row, 0, row, 0}, Style::cell_link);
            m_sheet.style({row, 1, row, 1}, Style::cell_line);
        }
    }

    [[nodiscard]] std::vector<const LadderRound*> newest() const
    {
        std::vector<const LadderRound*> rounds;
        const std::size_t first = m_result.rounds.size() > most_rounds ? m_result.rounds.size() - most_rounds : 0;
        for (std::size_t i = first; i < m_result.rounds.size(); ++i)
            rounds.push_back(&m_result.rounds[i]);
        return rounds;
    }

    int add_dates(const std::vector<const LadderRound*>& rounds, std::string_view first)
    {
        Row row{m_texts.get(first)};
        for (const LadderRound* round : rounds)
            row.emplace_back(round->date);
        const int last = static_cast<int>(row.size()) - 1;
        const int at = add(std::move(row));
        m_sheet.style({at, 0, at, 0}, Style::heading);
        m_sheet.style({at, 1, at, last}, Style::heading_date);
        return at;
    }

    template <typename Content>
    void add_buckets(const std::vector<const LadderRound*>& rounds, bool with_total, Style style, Content content)
    {
        for (std::size_t bucket = 0; bucket <= bucket_count; ++bucket)
        {
            const bool total = bucket == bucket_count;
            if (total && !with_total)
                continue;
            Row row{total ? m_texts.get("ladder.bucket.total") : bucket_label(m_result, bucket, m_texts)};
            bool any = bucket < outside_bucket || total;
            for (const LadderRound* round : rounds)
            {
                ContentCell cell = content(*round, bucket);
                any = any || !std::holds_alternative<std::monostate>(cell);
                row.push_back(std::move(cell));
            }
            if (!any)
                continue;
            const int at = add(std::move(row));
            m_sheet.style({at, 0, at, 0}, Style::cell_line);
            m_sheet.style({at, 1, at, static_cast<int>(rounds.size())}, style);
        }
    }

    void add_stocks()
    {
        const std::vector<const LadderRound*> rounds = newest();
        if (rounds.empty())
            return;
        const auto stock = [](const LadderRound& round, std::size_t bucket) -> const Stock&
        { return bucket == bucket_count ? round.total : round.buckets[bucket]; };
        const auto hidden = [&] { return ContentCell{m_texts.get("ladder.hidden")}; };
        add_section("ladder.report.children");
        if (rounds.size() < m_result.rounds.size())
            add_line(m_texts.format("ladder.report.newest", {{"n", std::to_string(rounds.size())}}), Style::subtitle);
        const int heading = add_dates(rounds, "ladder.report.step");
        m_sheet.table = CellRange{heading, 0, heading + 1, static_cast<int>(rounds.size())};
        add_buckets(rounds, true, Style::cell_number,
                    [&](const LadderRound& round, std::size_t bucket)
                    {
                        const Stock& one = stock(round, bucket);
                        if (one.hidden)
                            return hidden();
                        return one.children ? ContentCell{static_cast<double>(*one.children)} : ContentCell{};
                    });
        add_section("ladder.report.shares");
        add_dates(rounds, "ladder.report.step");
        add_buckets(rounds, false, Style::cell_decimal,
                    [&](const LadderRound& round, std::size_t bucket)
                    {
                        const auto share = round.share(bucket);
                        if (!share && (round.buckets[bucket].hidden || round.total.hidden))
                            return hidden();
                        return share ? ContentCell{*share} : ContentCell{};
                    });
        if (std::ranges::none_of(rounds, [](const LadderRound* one) { return one->total.with_duration > 0; }))
            return;
        m_sheet.page_breaks.push_back(m_sheet.row_count() + 1);
        add_section("ladder.report.durations");
        add_line(m_texts.get("ladder.report.durations.how"), Style::subtitle);
        add_dates(rounds, "ladder.report.step");
        add_buckets(rounds, true, Style::cell_decimal,
                    [&](const LadderRound& round, std::size_t bucket)
                    {
                        const Stock& one = stock(round, bucket);
                        if (!one.duration && m_result.shared && one.with_duration > 0)
                            return hidden();
                        return one.duration ? ContentCell{*one.duration} : ContentCell{};
                    });
    }

    void add_charts()
    {
        std::vector<ChartContent> contents;
        if (auto chart = distribution_chart(m_result, m_workbook, m_texts))
            contents.push_back(std::move(*chart));
        if (auto chart = movement_chart(m_result, m_workbook, m_texts))
            contents.push_back(std::move(*chart));
        if (contents.empty())
            return;
        add_section("ladder.report.charts");
        double left_edge = 0;
        for (ChartContent& content : contents)
        {
            PlacedChart& chart = m_report.charts.emplace_back();
            chart.content = std::move(content);
            chart.width_mm = chart_width_mm;
            chart.height_mm = chart_height_mm;
            chart.first_row = m_sheet.row_count();
            double edge = 0;
            while (edge < left_edge)
                edge += m_sheet.column_widths_mm[static_cast<std::size_t>(chart.first_column++)];
            left_edge = edge + chart_width_mm + chart_gap_mm;
        }
        for (int i = 0; i < static_cast<int>(chart_height_mm / row_height_mm) + 2; ++i)
            m_sheet.rows.emplace_back();
    }

    [[nodiscard]] ContentCell moved_cell(const Moved& moved) const
    {
        if (moved.hidden)
            return m_texts.get("ladder.hidden");
        return moved.children ? ContentCell{static_cast<double>(*moved.children)} : ContentCell{};
    }

    void add_movement_sums()
    {
        if (m_result.movements.empty())
            return;
        m_page_row = m_sheet.row_count() + 1;
        m_sheet.page_breaks.push_back(m_page_row);
        add_section("ladder.report.movements");
        add_headings(m_texts.get("ladder.report.period"),
                     {m_texts.get("ladder.up"), m_texts.get("ladder.down"), m_texts.get("ladder.in"),
                      m_texts.get("ladder.out"), m_texts.get("ladder.report.agrees")});
        for (const MovementRound& round : m_result.movements)
        {
            const bool known = std::ranges::any_of(round.balances,
                                                   [](const StepBalance& one) { return one.difference().has_value(); });
            const int row = add({period_label(round, m_texts), moved_cell(round.up), moved_cell(round.down),
                                 moved_cell(round.in), moved_cell(round.out),
                                 round.disagrees() ? m_texts.get("word.no")
                                 : known           ? m_texts.get("word.yes")
                                                   : std::string("–")});
            m_sheet.style({row, 0, row, 0}, Style::cell_line);
            m_sheet.style({row, 1, row, 4}, Style::cell_number);
            m_sheet.style({row, 5, row, 5}, Style::cell_line);
        }
        add_line(m_texts.get("ladder.report.movements.how"), Style::subtitle);
    }

    void add_disagreements()
    {
        if (std::ranges::none_of(m_result.movements, &MovementRound::disagrees))
            return;
        add_section("ladder.report.disagree");
        add_line(m_texts.get("ladder.report.disagree.how"), Style::subtitle);
        add_headings(m_texts.get("ladder.report.period"),
                     {m_texts.get("ladder.report.step"), m_texts.get("ladder.report.before"),
                      m_texts.get("ladder.report.leaving"), m_texts.get("ladder.report.arriving"),
                      m_texts.get("ladder.report.expected"), m_texts.get("ladder.report.counted"),
                      m_texts.get("ladder.report.difference")});
        for (const MovementRound& round : m_result.movements)
            for (const StepBalance& one : round.balances)
            {
                const auto difference = one.difference();
                if (difference.value_or(0) == 0)
                    continue;
                Row row{link(one.place, period_label(round, m_texts)), static_cast<double>(one.step)};
                for (const std::int64_t value :
                     {*one.before, *one.leaving, *one.arriving, *one.after - *difference, *one.after, *difference})
                    row.push_back(one.hidden ? ContentCell{m_texts.get("ladder.hidden")}
                                             : ContentCell{static_cast<double>(value)});
                const int at = add(std::move(row));
                m_sheet.style({at, 0, at, 0}, Style::cell_link);
                m_sheet.style({at, 1, at, 7}, Style::cell_number);
            }
    }

    void add_movement_tables()
    {
        if (m_result.movements.empty())
            return;
        add_section("ladder.report.tables");
        add_line(m_texts.get("ladder.report.tables.how"), Style::subtitle);
        for (auto round = m_result.movements.rbegin(); round != m_result.movements.rend(); ++round)
        {
            // No period is cut in two by the end of a page.
            if (m_sheet.row_count() + table_rows > m_page_row + page_rows)
            {
                m_page_row = m_sheet.row_count() + 1;
                m_sheet.page_breaks.push_back(m_page_row);
            }
            m_sheet.rows.emplace_back();
            std::vector<std::string> ends;
            for (std::size_t to = 1; to < end_count; ++to)
                ends.push_back(end_label(to, m_texts));
            ends.push_back(m_texts.get("ladder.report.out"));
            add_headings(period_label(*round, m_texts), std::move(ends));
            for (std::size_t from = 1; from <= end_count; ++from)
                add_movement_row(*round, from % end_count);
        }
    }

    /// Children from one end to each other; the way in stands below the steps, the way out behind them.
    void add_movement_row(const MovementRound& round, std::size_t from)
    {
        Row row{from == 0 ? m_texts.get("ladder.in")
                          : m_texts.format("ladder.report.from",
                                           {{"step", step_label(m_result.mapping, static_cast<int>(from))}})};
        for (std::size_t to = 1; to < end_count; ++to)
            row.push_back(moved_cell(round.cells[from][to]));
        if (from > 0)
            row.push_back(moved_cell(round.cells[from][0]));
        const int last = static_cast<int>(row.size()) - 1;
        const int at = add(std::move(row));
        m_sheet.style({at, 0, at, 0}, Style::cell_line);
        m_sheet.style({at, 1, at, last}, Style::cell_number);
    }

    const LadderResult& m_result;
    const Workbook& m_workbook;
    const Texts& m_texts;
    ChartedReport m_report;
    SheetContent& m_sheet;
    int m_page_row = 0; ///< where the present page of movements begins
};

} // namespace

ChartedReport ladder_report(const LadderResult& result, const Workbook& workbook, const Texts& texts)
{
    return Report(result, workbook, texts).all();
}

} // namespace trinvis
