// SPDX-License-Identifier: MPL-2.0
#include "reference/layout_mapping.hpp"

#include "reference/import_signs.hpp"
#include "reference/item_match.hpp"
#include "reference/source_number.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace trinvis::reference
{

namespace
{

/// Headings are looked for in so many rows and columns; a sheet of one's own is small.
constexpr int deepest = 400;

/// A sheet seen so that items are lines one beneath the other, whichever way it stands.
class TurnedGrid
{
public:
    TurnedGrid(const Grid& grid, bool transposed) : m_grid(grid), m_transposed(transposed)
    {
    }

    [[nodiscard]] const Cell& at(int line, int position) const
    {
        return m_transposed ? m_grid.at(position, line) : m_grid.at(line, position);
    }
    [[nodiscard]] int lines() const
    {
        return std::min(m_transposed ? m_grid.columns : m_grid.rows(), deepest);
    }
    [[nodiscard]] int positions() const
    {
        return std::min(m_transposed ? m_grid.rows() : m_grid.columns, deepest);
    }
    [[nodiscard]] std::string address(int line, int position) const
    {
        return m_grid.sheet_name + "!" + (m_transposed ? cell_address(position, line) : cell_address(line, position));
    }

private:
    const Grid& m_grid;
    bool m_transposed;
};

class LayoutSearch
{
public:
    LayoutSearch(const Grid& grid, bool transposed, const Workbook& workbook, const LayoutMapping* remembered,
                 Date null_date)
        : m_grid(grid, transposed), m_workbook(workbook), m_remembered(remembered), m_null_date(null_date)
    {
        m_layout.transposed = transposed;
    }

    /// How many items and rounds were found; 0 where one of them is lacking.
    std::size_t find()
    {
        std::size_t rounds = 0;
        for (int line = 0; line < m_grid.lines(); ++line)
        {
            std::set<Date> found;
            for (int position = 0; position < m_grid.positions(); ++position)
                if (const auto date = date_of(m_grid.at(line, position)))
                    found.insert(*date);
            if (found.size() > rounds)
            {
                rounds = found.size();
                m_layout.round_heading = line;
            }
        }
        std::size_t items = 0;
        for (int position = 0; position < m_grid.positions(); ++position)
        {
            std::set<std::string> found;
            for (int line = m_layout.round_heading + 1; line < m_grid.lines(); ++line)
                if (std::string item = item_at(line, position).item; !item.empty())
                    found.insert(std::move(item));
            if (found.size() > items)
            {
                items = found.size();
                m_layout.item_heading = position;
            }
        }
        return rounds == 0 || items == 0 ? 0 : rounds + items;
    }

    LayoutMapping take(const Words& words)
    {
        std::set<Date> dates;
        for (int position = 0; position < m_grid.positions(); ++position)
        {
            const Cell& heading = m_grid.at(m_layout.round_heading, position);
            if (position == m_layout.item_heading || !period_in(heading, m_null_date))
                continue;
            auto date = date_of(heading);
            if (date && !dates.insert(*date).second)
                date = std::nullopt;
            m_layout.rounds.push_back({position, heading_text(heading), date});
        }
        std::set<std::string> items;
        for (int line = m_layout.round_heading + 1; line < m_grid.lines(); ++line)
        {
            const std::string heading = heading_text(m_grid.at(line, m_layout.item_heading));
            if (heading.empty())
                continue;
            ItemMatch match = item_at(line, m_layout.item_heading);
            // Of two lines of one item the first is proposed: they are never summed.
            if (!match.item.empty() && !items.insert(match.item).second)
                match = {};
            m_layout.items.push_back({line, heading, match.item, factor_of(heading), match.near});
        }
        find_signs(words);
        return std::move(m_layout);
    }

private:
    [[nodiscard]] std::string heading_text(const Cell& cell) const
    {
        if (const auto period = std::holds_alternative<double>(cell) ? period_in(cell, m_null_date) : std::nullopt;
            period && period->kind == PeriodKind::day)
            return format_date(period->first, m_workbook.language);
        return cell_text(cell, m_workbook.language);
    }

    [[nodiscard]] std::optional<Date> date_of(const Cell& heading) const
    {
        if (m_remembered)
            for (const LayoutRound& round : m_remembered->rounds)
                if (round.cut_off && same_text(round.heading, heading_text(heading)))
                    return is_round(m_workbook, *round.cut_off) ? round.cut_off : std::nullopt;
        return round_of(heading, m_workbook, m_null_date);
    }

    [[nodiscard]] const LayoutItem* remembered(std::string_view heading) const
    {
        if (m_remembered)
            for (const LayoutItem& item : m_remembered->items)
                if (same_text(item.heading, heading))
                    return &item;
        return nullptr;
    }

    [[nodiscard]] ItemMatch item_at(int line, int position) const
    {
        const std::string* heading = std::get_if<std::string>(&m_grid.at(line, position));
        if (!heading || trimmed(*heading).empty())
            return {};
        if (const LayoutItem* known = remembered(trimmed(*heading)))
            return {known->item, false};
        return match_item(*heading, m_workbook);
    }

    [[nodiscard]] double factor_of(std::string_view heading) const
    {
        const LayoutItem* known = remembered(heading);
        return known ? known->factor : 1;
    }

    void find_signs(const Words& words)
    {
        std::set<std::string> seen;
        for (const LayoutItem& item : m_layout.items)
            for (const LayoutRound& round : m_layout.rounds)
            {
                const std::string* text = std::get_if<std::string>(&m_grid.at(item.line, round.line));
                if (item.item.empty() || !round.cut_off || !text || trimmed(*text).empty())
                    continue;
                const NumberReadings readings = readings_of(*text);
                const std::string sign(trimmed(*text));
                if (readings.comma || readings.point || !seen.insert(sign).second)
                    continue;
                SignChoice choice{sign, usual_meaning(sign, words), false};
                if (m_remembered)
                    for (const SignChoice& known : m_remembered->signs)
                        if (known.sign == sign)
                            choice = known;
                m_layout.signs.push_back(std::move(choice));
            }
    }

    TurnedGrid m_grid;
    const Workbook& m_workbook;
    const LayoutMapping* m_remembered;
    Date m_null_date;
    LayoutMapping m_layout;
};

std::string source_of(const Grid& grid)
{
    ImportedTable named;
    named.sheet = named.file = grid.sheet_name;
    return source_key(named);
}

std::optional<ImportFault> fault_of(const LayoutMapping& layout, const Workbook& workbook)
{
    const auto fault = [](std::string code, Replacements values) {
        return ImportFault{std::move(code), std::nullopt, std::move(values)};
    };
    std::map<std::string, std::string> items;
    for (const LayoutItem& item : layout.items)
    {
        if (item.item.empty() || item.line < 0)
            continue;
        if (!workbook.line(item.item))
            return fault("item-unknown", {{"item", item.item}});
        if (!(item.factor > 0) || !std::isfinite(item.factor))
            return fault("factor", {{"item", item.item}});
        if (const auto [first, added] = items.emplace(folded(item.item), item.heading); !added)
            return fault("item-twice", {{"item", item.item}, {"first", first->second}, {"second", item.heading}});
    }
    std::map<Date, std::string> rounds;
    for (const LayoutRound& round : layout.rounds)
    {
        if (!round.cut_off || round.line < 0)
            continue;
        const std::string date = format_date(*round.cut_off, workbook.language);
        if (!is_round(workbook, *round.cut_off))
            return fault("round-unknown", {{"period", round.heading}, {"date", date}});
        if (const auto [first, added] = rounds.emplace(*round.cut_off, round.heading); !added)
            return fault("round-twice", {{"first", first->second}, {"second", round.heading}, {"date", date}});
    }
    if (items.empty() || rounds.empty())
        return fault("layout-nothing", {});
    return std::nullopt;
}

/// What a cell of the foreign sheet says; nothing where it cannot be read.
std::optional<ContentCell> value_of(const Cell& cell, const LayoutMapping& layout, double factor, const Texts& texts)
{
    if (const double* number = std::get_if<double>(&cell))
        return ContentCell{*number * factor};
    const std::string* text = std::get_if<std::string>(&cell);
    if (!text)
        return std::nullopt;
    const NumberReadings readings = readings_of(*text);
    if (readings.comma && readings.point && *readings.comma != *readings.point)
        return std::nullopt;
    if (const auto number = readings.comma ? readings.comma : readings.point)
        return ContentCell{*number * factor};
    for (const SignChoice& choice : layout.signs)
        if (choice.sign == trimmed(*text) && choice.confirmed && choice.meaning != SignMeaning::unanswered)
        {
            if (choice.meaning == SignMeaning::zero)
                return ContentCell{0.0};
            if (choice.meaning == SignMeaning::left_out)
                return ContentCell{};
            return ContentCell{sign_word(choice.meaning, texts)};
        }
    return std::nullopt;
}

std::string content_text(const ContentCell& content, Language language)
{
    if (const double* number = std::get_if<double>(&content))
        return cell_text(Cell{*number}, language);
    const std::string* text = std::get_if<std::string>(&content);
    return text ? *text : std::string{};
}

} // namespace

std::optional<LayoutMapping> propose_layout(const Grid& grid, const Workbook& workbook,
                                            const std::vector<LayoutMapping>& remembered, Date null_date,
                                            const Words& words)
{
    const std::string source = source_of(grid);
    const auto known =
        std::find_if(remembered.begin(), remembered.end(),
                     [&source](const LayoutMapping& candidate) { return same_text(candidate.source, source); });
    const LayoutMapping* before = known == remembered.end() ? nullptr : &*known;
    LayoutSearch upright(grid, false, workbook, before, null_date);
    LayoutSearch turned(grid, true, workbook, before, null_date);
    const std::size_t found_upright = upright.find();
    const std::size_t found_turned = turned.find();
    if (found_upright == 0 && found_turned == 0)
        return std::nullopt;
    LayoutMapping layout = found_upright >= found_turned ? upright.take(words) : turned.take(words);
    layout.source = source;
    return layout;
}

LayoutResult apply_layout(const LayoutMapping& layout, const Grid& grid, const Workbook& workbook, Date /*null_date*/,
                          const Words& words, const LayoutOptions& options)
{
    LayoutResult result;
    result.fault = fault_of(layout, workbook);
    if (result.fault)
        return result;
    const TableArea& entry = workbook.entry;
    const Grid& target = workbook.grid(entry);
    const SheetStructure& structure = workbook.cells.structure(entry.sheet);
    const TurnedGrid source(grid, layout.transposed);
    const Texts& texts = words.in(workbook.language);
    result.update.sheet = entry.sheet;
    for (const LayoutItem& item : layout.items)
        for (const LayoutRound& round : layout.rounds)
        {
            const EntryLine* line = item.item.empty() || item.line < 0 ? nullptr : workbook.line(item.item);
            if (!line || !round.cut_off || round.line < 0)
                continue;
            const Cell& cell = source.at(item.line, round.line);
            if (is_empty(cell))
                continue;
            const auto value = value_of(cell, layout, item.factor, texts);
            if (!value)
            {
                result.unread.push_back(source.address(item.line, round.line));
                continue;
            }
            if (std::holds_alternative<std::monostate>(*value))
                continue;
            const auto column =
                std::find_if(workbook.rounds.begin(), workbook.rounds.end(),
                             [&round](const Round& candidate) { return candidate.date == round.cut_off; });
            const Cell& there = target.at(line->row, column->column);
            const std::string before = cell_text(there, workbook.language);
            const std::string after = content_text(*value, workbook.language);
            if (is_empty(there))
            {
                ++result.filled;
                result.update.cells.push_back({line->row, column->column, *value, std::nullopt});
                continue;
            }
            if (same_text(before, after))
            {
                ++result.unchanged;
                continue;
            }
            const bool replaced = options.replace && !structure.holds_formula(line->row, column->column);
            result.differences.push_back({target.sheet_name + "!" + cell_address(line->row, column->column), line->id,
                                          *round.cut_off, before, after, replaced});
            if (!replaced)
                continue;
            ++result.replaced;
            result.update.cells.push_back({line->row, column->column, *value, std::nullopt});
        }
    int first_column = entry.columns.empty() ? 0 : target.columns;
    int last_column = 0;
    for (const auto& [key, column] : entry.columns)
    {
        first_column = std::min(first_column, column);
        last_column = std::max(last_column, column);
    }
    for (const Round& round : workbook.rounds)
        last_column = std::max(last_column, round.column);
    result.update.table = {entry.heading_row, first_column, entry.last_row, last_column};
    return result;
}

} // namespace trinvis::reference
