// SPDX-License-Identifier: MPL-2.0
#include "update/workbook_update.hpp"

#include "catalogue/sheet_names.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>

namespace trinvis
{

namespace
{

constexpr std::array<std::string_view, 3> explaining_sheets{"guide", "groups", "rule_language"};
/// What makes two rules of one id different; whether one is switched off is the workbook's own affair.
constexpr std::array<std::string_view, 6> rule_parts{"table", "when", "must", "severity", "message", "remedy"};

std::string text_of(const ContentCell& cell)
{
    const std::string* text = std::get_if<std::string>(&cell);
    return text ? std::string(trimmed(*text)) : std::string{};
}

const SheetContent& sheet_of(const std::vector<SheetContent>& shipped, std::string_view id)
{
    return *std::find_if(shipped.begin(), shipped.end(), [id](const SheetContent& sheet) { return sheet.id == id; });
}

CellRange range_of(const TableArea& area)
{
    CellRange range{area.heading_row, area.columns.begin()->second, area.last_row, 0};
    for (const auto& [key, column] : area.columns)
    {
        range.first_column = std::min(range.first_column, column);
        range.last_column = std::max(range.last_column, column);
    }
    return range;
}

/// The rows of a shipped table by the keys of their columns.
class ShippedTable
{
public:
    ShippedTable(const SheetContent& sheet, const TableArea& area, const Texts& texts) : m_sheet(sheet)
    {
        const auto& headings = sheet.rows[static_cast<std::size_t>(sheet.table->first_row)];
        for (const auto& [key, column] : area.columns)
            for (std::size_t at = 0; at < headings.size(); ++at)
                if (text_of(headings[at]) == texts.get("column." + sheet.id + "." + key))
                    m_columns.emplace(key, at);
    }

    [[nodiscard]] const ContentCell& cell(int row, std::string_view key) const
    {
        static const ContentCell empty;
        const auto column = m_columns.find(key);
        const auto& cells = m_sheet.rows[static_cast<std::size_t>(row)];
        return column == m_columns.end() || column->second >= cells.size() ? empty : cells[column->second];
    }

    [[nodiscard]] std::string text(int row, std::string_view key) const
    {
        return text_of(cell(row, key));
    }

    [[nodiscard]] int first_row() const
    {
        return m_sheet.table->first_row + 1;
    }

    [[nodiscard]] int last_row() const
    {
        return m_sheet.table->last_row;
    }

    [[nodiscard]] std::optional<Style> style(int row, std::string_view key) const
    {
        std::optional<Style> style;
        const auto column = static_cast<int>(m_columns.at(std::string(key)));
        for (const StyledRange& styled : m_sheet.styles)
            if (row >= styled.range.first_row && row <= styled.range.last_row && column >= styled.range.first_column &&
                column <= styled.range.last_column)
                style = styled.style;
        return style;
    }

private:
    const SheetContent& m_sheet;
    std::map<std::string, std::size_t, std::less<>> m_columns;
};

class Updating
{
public:
    Updating(const Workbook& workbook, const std::vector<SheetContent>& shipped, const std::string& version,
             const Words& words)
        : m_workbook(workbook), m_shipped(shipped), m_version(version), m_words(words),
          m_texts(words.in(workbook.language))
    {
    }

    WorkbookUpdate all()
    {
        update_version();
        add_facts();
        if (m_workbook.rules.sheet < 0)
            make(sheet_of(m_shipped, "rules"));
        else if (m_workbook.rules.found())
            update_rules();
        for (const std::string_view id : explaining_sheets)
            renew(sheet_of(m_shipped, id));
        if (m_workbook.comparison.sheet < 0)
            make(sheet_of(m_shipped, "comparison"));
        compare_catalogue();
        return std::move(m_update);
    }

private:
    [[nodiscard]] const std::string& name_of(int sheet) const
    {
        return m_workbook.cells.sheets.at(static_cast<std::size_t>(sheet)).sheet_name;
    }

    void done(std::string what, std::string detail, const std::string& sheet, int row)
    {
        m_update.lines.push_back({std::move(what), std::move(detail), sheet, row, false});
    }

    void left(std::string what, std::string detail, const std::string& sheet, int row)
    {
        m_update.lines.push_back({std::move(what), std::move(detail), sheet, row, true});
    }

    /// The row of Stamdata with a field, by its name in either language; -1 when there is none.
    [[nodiscard]] int fact_row(std::string_view key) const
    {
        const TableArea& facts = m_workbook.facts;
        for (int row = facts.heading_row + 1; row <= facts.last_row; ++row)
        {
            const std::string field = m_workbook.text(facts, row, "field");
            if (same_text(field, m_words.danish.get(key)) || same_text(field, m_words.english.get(key)))
                return row;
        }
        return -1;
    }

    void update_version()
    {
        const TableArea& facts = m_workbook.facts;
        const int row = fact_row("fact.product_version");
        const std::string before = version_of(m_workbook, m_words);
        if (row < 0 || before == m_version || facts.column("value") < 0)
            return;
        m_update.facts.cells.push_back({row, facts.column("value"), m_version, std::nullopt});
        done(m_texts.format("update.version", {{"version", m_version}}),
             m_texts.format("update.version.detail", {{"before", before.empty() ? "–" : before}}), name_of(facts.sheet),
             row);
    }

    void add_facts()
    {
        const TableArea& facts = m_workbook.facts;
        m_update.facts.sheet = facts.sheet;
        m_update.facts.table = range_of(facts);
        const ShippedTable table(sheet_of(m_shipped, "facts"), facts, m_texts);
        for (int row = table.first_row(); row <= table.last_row(); ++row)
        {
            const std::string field = table.text(row, "field");
            if (fact_row(fact_key(field)) >= 0)
                continue;
            const int at = append(m_update.facts, facts, table, row);
            done(m_texts.format("update.fact", {{"field", field}}), table.text(row, "remark"), name_of(facts.sheet),
                 at);
        }
    }

    /// The key of the text that names a field of Stamdata.
    [[nodiscard]] std::string fact_key(const std::string& field) const
    {
        for (const auto& [key, text] : m_texts.all())
            if (key.starts_with("fact.") && !key.ends_with(".remark") && text == field)
                return key;
        throw std::logic_error("no text names the fact " + field);
    }

    int append(SheetUpdate& update, const TableArea& area, const ShippedTable& table, int row) const
    {
        const int at = ++update.table.last_row;
        for (const auto& [key, column] : area.columns)
            if (const ContentCell& cell = table.cell(row, key); !std::holds_alternative<std::monostate>(cell))
                update.cells.push_back({at, column, cell, table.style(row, key)});
        return at;
    }

    void update_rules()
    {
        const TableArea& area = m_workbook.rules;
        m_update.rules.sheet = area.sheet;
        m_update.rules.table = range_of(area);
        const ShippedTable table(sheet_of(m_shipped, "rules"), area, m_texts);
        for (int row = table.first_row(); row <= table.last_row(); ++row)
        {
            const std::string id = table.text(row, "id");
            const int there = rule_row(id);
            if (there < 0)
            {
                const int at = append(m_update.rules, area, table, row);
                done(m_texts.format("update.rule", {{"rule", id}}), table.text(row, "reason"), name_of(area.sheet), at);
            }
            else if (differs(table, row, there))
                left(m_texts.format("update.rule_differs", {{"rule", id}}),
                     m_texts.format("update.rule_differs.detail",
                                    {{"must", table.text(row, "must")}, {"severity", table.text(row, "severity")}}),
                     name_of(area.sheet), there);
        }
    }

    [[nodiscard]] int rule_row(const std::string& id) const
    {
        const TableArea& area = m_workbook.rules;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
            if (same_text(m_workbook.text(area, row, "id"), id))
                return row;
        return -1;
    }

    [[nodiscard]] bool differs(const ShippedTable& table, int row, int there) const
    {
        return std::any_of(rule_parts.begin(), rule_parts.end(),
                           [&](std::string_view part)
                           {
                               return m_workbook.rules.column(part) >= 0 &&
                                      table.text(row, part) != m_workbook.text(m_workbook.rules, there, part);
                           });
    }

    void make(const SheetContent& content)
    {
        m_update.sheets.push_back({content, false});
        done(m_texts.format("update.sheet", {{"sheet", content.name}}), m_texts.get("guide.sheet." + content.id), {},
             0);
    }

    /// Sheets that only explain. Grupper also holds choices, so that it is made where it is missing and else left alone;
    /// so is the guide of a practice workbook, which says that the figures are invented.
    void renew(const SheetContent& content)
    {
        const int sheet = sheet_named(content.id);
        if (sheet < 0)
            return make(content);
        if (content.id == "groups" ||
            (content.id == "guide" && m_workbook.municipality && m_workbook.municipality->invented))
            return;
        const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(sheet)];
        if (holds_the_same(grid, content))
            return;
        m_update.sheets.push_back({content, holds_more(grid, content)});
        done(m_texts.format("update.renewed", {{"sheet", grid.sheet_name}}),
             m_update.sheets.back().keep_former ? m_texts.get("update.renewed.kept") : std::string{}, grid.sheet_name,
             0);
    }

    [[nodiscard]] int sheet_named(std::string_view id) const
    {
        for (const NamedArea& name : m_workbook.cells.names)
            if (name.name == sheet_by_id(id).defined_name)
                return name.sheet;
        const std::string key = "sheet." + std::string(id);
        for (std::size_t i = 0; i < m_workbook.cells.sheets.size(); ++i)
            if (same_text(m_workbook.cells.sheets[i].sheet_name, m_words.danish.get(key)) ||
                same_text(m_workbook.cells.sheets[i].sheet_name, m_words.english.get(key)))
                return static_cast<int>(i);
        return -1;
    }

    [[nodiscard]] std::string shown(const Cell& cell) const
    {
        return std::string(trimmed(cell_text(cell, m_workbook.language)));
    }

    /// Cell by cell, all shipped ones; what stands elsewhere is a person's own and no difference.
    [[nodiscard]] bool holds_the_same(const Grid& grid, const SheetContent& content) const
    {
        for (std::size_t row = 0; row < content.rows.size(); ++row)
            for (std::size_t column = 0; column < content.rows[row].size(); ++column)
                if (shown(grid.at(static_cast<int>(row), static_cast<int>(column))) !=
                    text_of(content.rows[row][column]))
                    return false;
        return true;
    }

    [[nodiscard]] bool holds_more(const Grid& grid, const SheetContent& content) const
    {
        std::set<std::string> ours;
        for (const auto& row : content.rows)
            for (const ContentCell& cell : row)
                ours.insert(text_of(cell));
        return std::any_of(grid.cells.begin(), grid.cells.end(),
                           [&](const Cell& cell) { return !is_empty(cell) && !ours.contains(shown(cell)); });
    }

    /// Figures and definitions are the municipality's own: what is new in the shipped catalogue is only told.
    void compare_catalogue()
    {
        const TableArea& area = m_workbook.catalogue;
        if (!area.found())
            return;
        const ShippedTable table(sheet_of(m_shipped, "catalogue"), area, m_texts);
        for (int row = table.first_row(); row <= table.last_row(); ++row)
        {
            const std::string number = table.text(row, "number");
            const Replacements names{{"number", number}, {"name", table.text(row, "name")}};
            int there = -1;
            for (int own = area.heading_row + 1; own <= area.last_row && there < 0; ++own)
                if (m_workbook.text(area, own, "number") == number)
                    there = own;
            if (there < 0)
                left(m_texts.format("update.figure", names), m_texts.get("update.figure.detail"), name_of(area.sheet),
                     area.heading_row);
            else if (const std::string shipped = table.text(row, "working_definition");
                     area.column("working_definition") >= 0 &&
                     m_workbook.text(area, there, "working_definition") != shipped)
                left(m_texts.format("update.definition", names),
                     m_texts.format("update.definition.detail", {{"definition", shipped}}), name_of(area.sheet), there);
        }
    }

    const Workbook& m_workbook;
    const std::vector<SheetContent>& m_shipped;
    const std::string& m_version;
    const Words& m_words;
    const Texts& m_texts;
    WorkbookUpdate m_update;
};

std::vector<int> numbers_of(std::string_view version)
{
    std::vector<int> numbers;
    while (!version.empty())
    {
        const std::size_t dot = version.find('.');
        const std::string_view part = version.substr(0, dot);
        int number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number);
        numbers.push_back(number);
        version = dot == std::string_view::npos ? std::string_view{} : version.substr(dot + 1);
    }
    return numbers;
}

} // namespace

std::string version_of(const Workbook& workbook, const Words& words)
{
    const TableArea& facts = workbook.facts;
    for (int row = facts.heading_row + 1; facts.found() && row <= facts.last_row; ++row)
    {
        const std::string field = workbook.text(facts, row, "field");
        if (same_text(field, words.danish.get("fact.product_version")) ||
            same_text(field, words.english.get("fact.product_version")))
            return workbook.text(facts, row, "value");
    }
    return {};
}

bool is_later(std::string_view version, std::string_view other)
{
    std::vector<int> one = numbers_of(version);
    std::vector<int> two = numbers_of(other);
    one.resize(std::max(one.size(), two.size()));
    two.resize(one.size());
    return one > two;
}

WorkbookUpdate workbook_update(const Workbook& workbook, const std::vector<SheetContent>& shipped,
                               const std::string& version, const Words& words)
{
    return Updating(workbook, shipped, version, words).all();
}

SheetContent update_sheet_content(const WorkbookUpdate& update, const Workbook& workbook, const std::string& version,
                                  const Words& words, Date today)
{
    const Texts& texts = words.in(workbook.language);
    SheetContent sheet;
    sheet.id = "update";
    sheet.name = texts.get("sheet.update");
    sheet.column_widths_mm = {46, 74, 130};
    const std::string before = version_of(workbook, words);
    sheet.rows.push_back({texts.get("update.title")});
    sheet.rows.push_back({texts.format("update.subtitle", {{"before", before.empty() ? "–" : before},
                                                           {"version", version},
                                                           {"date", format_date(today, workbook.language)}})});
    sheet.rows.push_back({texts.get("update.promise")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    sheet.rows.push_back(
        {texts.get("update.column.place"), texts.get("update.column.what"), texts.get("update.column.detail")});
    sheet.style({heading, 0, heading, 2}, Style::heading);
    for (const bool left_alone : {false, true})
        for (const UpdateLine& line : update.lines)
            if (line.is_left_alone == left_alone)
            {
                ContentCell place;
                if (!line.sheet.empty())
                    place = LinkTo{line.sheet + " " + cell_address(line.row, 0), line.sheet, line.row, 0};
                sheet.rows.push_back({std::move(place), line.what, line.detail});
            }
    const int last = sheet.row_count() - 1;
    sheet.style({heading + 1, 0, last, 2}, Style::cell);
    sheet.style({heading + 1, 0, last, 0}, Style::cell_link);
    sheet.table = CellRange{heading, 0, last, 2};
    sheet.filter = true;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
