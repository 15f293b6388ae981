// SPDX-License-Identifier: MPL-2.0
#include "benchmark/group_sheet.hpp"

#include "benchmark/group_words.hpp"
#include "catalogue/sheet_names.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

constexpr int spare_indicators = 4;
constexpr std::array<std::string_view, 3> choice_columns{"field", "choice", "remark"};
constexpr std::array<std::string_view, 6> indicator_columns{"name", "weight", "known", "mean", "spread", "source"};
constexpr std::array<std::string_view, 6> class_columns{"name", "code", "region", "landsdel", "group", "chosen"};
constexpr std::array<std::string_view, 4> result_columns{"distance", "rank", "similar", "stability"};

Style result_style(std::string_view column)
{
    if (column == "rank" || column == "stability" || column == "known")
        return Style::cell_number;
    return column == "similar" ? Style::cell_line : Style::cell_two_decimals;
}

/// An indicator that ships with its values.
struct ShippedIndicator
{
    const char* key;
    double (*value)(const Municipality&);
};

/// Two decimals are what the sheet shows, so that what is computed from it can be computed again.
double share_of_children(const Municipality& municipality)
{
    return std::round(municipality.population_0_17 / municipality.population * 1e4) / 1e2;
}

constexpr std::array<ShippedIndicator, 2> shipped_indicators{
    {{"group_indicator.population", [](const Municipality& one) { return one.population_0_22; }},
     {"group_indicator.children", share_of_children}}};

template <typename Keys>
Row headings(const Keys& keys, std::string_view prefix, const Texts& texts)
{
    Row row;
    for (const std::string_view key : keys)
        row.emplace_back(texts.get(std::string(prefix) + std::string(key)));
    return row;
}

class NewSheet
{
public:
    NewSheet(const Municipalities& municipalities, const Texts& texts, bool invented, GroupSettings first = {})
        : m_municipalities(municipalities), m_texts(texts), m_invented(invented), m_first(std::move(first))
    {
    }

    SheetContent all()
    {
        m_sheet.id = "groups";
        m_sheet.name = m_texts.get("sheet.groups");
        m_sheet.column_widths_mm = {72, 42, 44, 50, 42, 18, 28, 28, 20, 14, 30, 24};
        m_sheet.rows.push_back({m_texts.get("groups.title")});
        m_sheet.rows.push_back({m_texts.get("groups.subtitle")});
        m_sheet.rows.push_back({m_texts.format("groups.classes", {{"date", last_day_of_regions()}})});
        m_sheet.rows.push_back({m_texts.get("groups.how")});
        m_sheet.rows.emplace_back();
        m_sheet.style({0, 0, 0, 0}, Style::title);
        m_sheet.style({1, 0, 3, 0}, Style::subtitle);
        add_choices();
        add_indicators();
        add_municipalities();
        return std::move(m_sheet);
    }

    /// The three tables alone, to be put beneath what is there.
    [[nodiscard]] SheetContent only(std::string_view table)
    {
        if (table == "choices")
            add_choices();
        else if (table == "indicators")
            add_indicators();
        else
            add_municipalities();
        return std::move(m_sheet);
    }

private:
    [[nodiscard]] std::string last_day_of_regions() const
    {
        const auto date = parse_date(m_municipalities.regions_valid_to());
        return date ? format_date(*date, m_texts.language()) : m_municipalities.regions_valid_to();
    }

    void choice(const std::string& key, ContentCell value, std::vector<std::string> choices)
    {
        const int row = m_sheet.row_count();
        m_sheet.rows.push_back({m_texts.get(key), std::move(value), m_texts.get(key + ".remark")});
        m_sheet.style({row, 0, row, 0}, Style::cell_line);
        m_sheet.style({row, 1, row, 1}, Style::input);
        m_sheet.style({row, 2, row, 2}, Style::subtitle);
        if (!choices.empty())
            m_sheet.drop_downs.push_back({{row, 1, row, 1}, std::move(choices)});
    }

    void add_choices()
    {
        const int heading = m_sheet.row_count();
        m_sheet.rows.push_back(headings(choice_columns, "column.group_choices.", m_texts));
        m_sheet.style({heading, 0, heading, 2}, Style::heading);
        std::vector<std::string> choices;
        choices.reserve(std::max(std::size(weightings), std::size(group_kinds)));
        for (const Weighting weighting : weightings)
            choices.push_back(m_texts.get("weighting." + std::string(weighting_code(weighting))));
        choice("group_choice.weighting", choices[static_cast<std::size_t>(m_first.weighting)], choices);
        choices.clear();
        for (const GroupKind kind : group_kinds)
            choices.push_back(m_texts.get("group_kind." + std::string(group_code(kind))));
        choice("group_choice.main_group", choices[static_cast<std::size_t>(m_first.main_group)], choices);
        const std::vector<std::string> yes_no{m_texts.get("word.yes"), m_texts.get("word.no")};
        for (const GroupKind kind : group_kinds)
            choice("group_choice.own_in." + std::string(group_code(kind)), yes_no[m_first.counts_own(kind) ? 0 : 1],
                   yes_no);
        choice("group_choice.similar_count", static_cast<double>(m_first.similar_count), {});
        const int computed = m_sheet.row_count();
        m_sheet.rows.push_back(
            {m_texts.get("group_choice.computed"), std::monostate{}, m_texts.get("group_choice.computed.remark")});
        m_sheet.style({computed, 0, computed, 0}, Style::cell_line);
        m_sheet.style({computed, 1, computed, 1}, Style::cell_date);
        m_sheet.style({computed, 2, computed, 2}, Style::subtitle);
        m_sheet.rows.emplace_back();
    }

    void add_indicators()
    {
        const int heading = m_sheet.row_count();
        const int last_column = static_cast<int>(indicator_columns.size()) - 1;
        m_sheet.rows.push_back(headings(indicator_columns, "column.group_indicators.", m_texts));
        m_sheet.style({heading, 0, heading, last_column}, Style::heading);
        const auto date = m_municipalities.population_date();
        const std::string key =
            m_municipalities.population_date_inferred() ? "groups.source_inferred" : "groups.source";
        const std::string source =
            m_invented
                ? m_texts.get("practice.source")
                : m_texts.format(key, {{"date", date ? format_date(*date, m_texts.language()) : std::string("?")}});
        for (const ShippedIndicator& indicator : shipped_indicators)
            m_sheet.rows.push_back(
                {m_texts.get(indicator.key), 1.0, std::monostate{}, std::monostate{}, std::monostate{}, source});
        for (int i = 0; i < spare_indicators; ++i)
            m_sheet.rows.emplace_back();
        const int last = m_sheet.row_count() - 1;
        m_sheet.style({heading + 1, 0, last, 1}, Style::input);
        m_sheet.style({heading + 1, 2, last, 2}, result_style("known"));
        m_sheet.style({heading + 1, 3, last, 4}, result_style("mean"));
        m_sheet.style({heading + 1, 5, last, 5}, Style::input);
        m_sheet.rows.emplace_back();
    }

    void add_municipalities()
    {
        const int heading = m_sheet.row_count();
        Row names = headings(class_columns, "column.groups.", m_texts);
        const int first_indicator = static_cast<int>(names.size());
        for (const ShippedIndicator& indicator : shipped_indicators)
            names.emplace_back(m_texts.get(indicator.key));
        const int first_result = static_cast<int>(names.size());
        for (ContentCell& name : headings(result_columns, "column.groups.", m_texts))
            names.push_back(std::move(name));
        const int last_column = static_cast<int>(names.size()) - 1;
        m_sheet.rows.push_back(std::move(names));
        for (const Municipality& municipality : m_municipalities.all())
        {
            if (municipality.invented != m_invented)
                continue;
            Row row{municipality.name,     municipality.code,  municipality.region,
                    municipality.landsdel, municipality.group, std::monostate{}};
            for (const ShippedIndicator& indicator : shipped_indicators)
                row.emplace_back(indicator.value(municipality));
            m_sheet.rows.push_back(std::move(row));
        }
        const int last = m_sheet.row_count() - 1;
        m_sheet.style({heading, 0, heading, last_column}, Style::heading);
        m_sheet.style({heading + 1, 0, last, 4}, Style::cell_line);
        m_sheet.style({heading + 1, first_indicator - 1, last, first_result - 1}, Style::input);
        for (std::size_t i = 0; i < result_columns.size(); ++i)
        {
            const int column = first_result + static_cast<int>(i);
            m_sheet.style({heading + 1, column, last, column}, result_style(result_columns[i]));
        }
        m_sheet.drop_downs.push_back({{heading + 1, first_indicator - 1, last, first_indicator - 1}, {"x"}});
        m_sheet.table = CellRange{heading, 0, last, last_column};
        m_sheet.filter = true;
    }

    const Municipalities& m_municipalities;
    const Texts& m_texts;
    bool m_invented;       ///< which municipalities are listed
    GroupSettings m_first; ///< what the choices say
    SheetContent m_sheet;
};

Cell as_cell(const ContentCell& content, Date null_date)
{
    if (const double* number = std::get_if<double>(&content))
        return *number;
    if (const Date* date = std::get_if<Date>(&content))
        return serial_from_date(*date, null_date);
    const std::string* text = std::get_if<std::string>(&content);
    return text && !text->empty() ? Cell{*text} : Cell{};
}

/// Puts a sheet's cells behind those that were read, beginning at a row.
void lay_down(Grid& grid, const SheetContent& content, int first_row, Date null_date)
{
    for (int row = 0; row < content.row_count(); ++row)
    {
        const Row& cells = content.rows[static_cast<std::size_t>(row)];
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (Cell cell = as_cell(cells[column], null_date); !is_empty(cell))
                grid.make(first_row + row, static_cast<int>(column)) = std::move(cell);
    }
}

/// Describes the changes to a workbook that has the sheet, and what is missing of it.
class Changing
{
public:
    Changing(Workbook workbook, const ComparisonData& data, const Words& words, const Municipalities& municipalities,
             Date today)
        : m_workbook(std::move(workbook)), m_data(data), m_words(words), m_texts(words.in(m_workbook.language)),
          m_municipalities(municipalities), m_today(today)
    {
    }

    GroupSheetChange all()
    {
        m_settings = read_group_settings(m_workbook, m_words, m_municipalities);
        m_update.sheet = m_settings.municipality_table.sheet;
        add_missing_tables();
        add_missing_municipalities();
        const FigureSource source(m_workbook, m_data, m_words, m_municipalities);
        m_change.similarity = find_similar(m_settings, m_workbook, source, m_today);
        if (find_fault())
            return std::move(m_change);
        m_change.stabilities = stabilities(m_change.similarity);
        write_results();
        write_figures();
        write_indicators();
        write_computed();
        const TableArea& area = m_settings.municipality_table;
        int first = 0;
        int last = 0;
        for (const auto& [key, column] : area.columns)
            last = std::max(last, column);
        for (const Indicator& indicator : m_settings.indicators)
            last = std::max(last, indicator.column);
        m_update.table = {area.heading_row, first, area.last_row, last};
        m_change.update = std::move(m_update);
        return std::move(m_change);
    }

private:
    [[nodiscard]] Grid& grid()
    {
        return m_workbook.cells.sheets[static_cast<std::size_t>(m_update.sheet)];
    }

    [[nodiscard]] bool of_invented() const
    {
        return m_workbook.municipality && m_workbook.municipality->invented;
    }

    void add_missing_tables()
    {
        const std::array<std::pair<const TableArea*, std::string_view>, 3> tables{
            {{&m_settings.choices, "choices"},
             {&m_settings.indicator_table, "indicators"},
             {&m_settings.municipality_table, "municipalities"}}};
        bool added = false;
        for (const auto& [area, name] : tables)
        {
            if (area->found())
                continue;
            const SheetContent content = NewSheet(m_municipalities, m_texts, of_invented()).only(name);
            const int first_row = grid().rows() == 0 ? 0 : grid().rows() + 1;
            add_cells(content, first_row);
            lay_down(grid(), content, first_row, m_workbook.cells.null_date);
            added = true;
        }
        if (added)
            m_settings = read_group_settings(m_workbook, m_words, m_municipalities);
    }

    void add_cells(const SheetContent& content, int first_row)
    {
        std::map<std::pair<int, int>, Style> looks;
        for (const StyledRange& styled : content.styles)
            for (int row = styled.range.first_row; row <= styled.range.last_row; ++row)
                for (int column = styled.range.first_column; column <= styled.range.last_column; ++column)
                    looks[{row, column}] = styled.style;
        for (const auto& [place, look] : looks)
        {
            const Row& cells = content.rows[static_cast<std::size_t>(place.first)];
            const auto column = static_cast<std::size_t>(place.second);
            m_update.cells.push_back(
                {first_row + place.first, place.second, column < cells.size() ? cells[column] : ContentCell{}, look});
        }
    }

    /// A municipality whose row was deleted comes back beneath the others, unless something else stands there.
    void add_missing_municipalities()
    {
        const TableArea& area = m_settings.municipality_table;
        if (area.last_row + 1 < grid().rows() || area.column("name") < 0 || area.column("code") < 0)
            return;
        int row = area.last_row;
        for (std::size_t i = 0; i < m_settings.rows.size(); ++i)
        {
            const Municipality& municipality = m_municipalities.all()[i];
            if (m_settings.rows[i].row >= 0 || municipality.invented != of_invented())
                continue;
            ++row;
            put({row, area.column("name")}, municipality.name, Style::cell_line);
            put({row, area.column("code")}, municipality.code, Style::cell_line);
            for (const auto& [key, word] :
                 {std::pair{"region", &municipality.region}, std::pair{"landsdel", &municipality.landsdel},
                  std::pair{"group", &municipality.group}})
                if (area.column(key) >= 0)
                    put({row, area.column(key)}, *word, Style::cell_line);
        }
        if (row == area.last_row)
            return;
        for (const CellUpdate& cell : m_update.cells)
            grid().make(cell.row, cell.column) = as_cell(cell.content, m_workbook.cells.null_date);
        m_settings = read_group_settings(m_workbook, m_words, m_municipalities);
    }

    bool find_fault()
    {
        for (const std::vector<GroupFault>* faults : {&m_settings.faults, &m_change.similarity.faults})
            for (const GroupFault& fault : *faults)
            {
                if (fault.hindrance != Hindrance::choice && fault.hindrance != Hindrance::similarity)
                    continue;
                if (m_change.fault)
                    ++m_change.more_faults;
                else
                    m_change.fault = fault.fault;
            }
        if (!m_change.fault && m_settings.indicators.empty())
        {
            const TableArea& area = m_settings.indicator_table;
            const Place place{area.sheet, area.heading_row, std::max(0, area.column("name"))};
            m_change.fault =
                group_fault("groups.no_indicators", place,
                            {{"sheet", grid().sheet_name}, {"cell", cell_address(place.row, place.column)}},
                            Hindrance::similarity)
                    .fault;
        }
        return m_change.fault.has_value();
    }

    /// Notes a cell where it does not hold that already; a cell that was empty gets a look.
    void put(std::pair<int, int> place, ContentCell content, Style look)
    {
        const Cell& there = grid().at(place.first, place.second);
        if (there == as_cell(content, m_workbook.cells.null_date))
            return;
        const std::optional<Style> style = is_empty(there) ? std::optional(look) : std::nullopt;
        m_update.cells.push_back({place.first, place.second, std::move(content), style});
    }

    int next_column()
    {
        m_next_column = std::max(m_next_column, grid().columns);
        return m_next_column++;
    }

    /// The column of a result; one that is gone comes back on the right.
    int result_column(TableArea& area, std::string_view key, const std::string& heading)
    {
        if (const int known = area.column(key); known >= 0)
            return known;
        const int column = next_column();
        put({area.heading_row, column}, heading, Style::heading);
        area.columns.emplace(key, column);
        return column;
    }

    void write_results()
    {
        TableArea& area = m_settings.municipality_table;
        std::map<std::string_view, int> columns;
        for (const std::string_view key : result_columns)
            columns[key] = result_column(area, key, m_texts.get("column.groups." + std::string(key)));
        const Similarity& similarity = m_change.similarity;
        std::map<std::size_t, std::size_t> ranks;
        for (std::size_t i = 0; i < similarity.by_distance.size(); ++i)
            ranks.emplace(similarity.by_distance[i].municipality, i);
        for (std::size_t i = 0; i < m_settings.rows.size(); ++i)
        {
            const int row = m_settings.rows[i].row;
            if (row < 0)
                continue;
            const auto rank = ranks.find(i);
            const bool known = rank != ranks.end();
            const char* said = i == similarity.own                          ? "groups.similar.own"
                               : !known                                     ? "groups.similar.blank"
                               : rank->second < similarity.nearest().size() ? "word.yes"
                                                                            : "word.no";
            const auto number = [known](double value) { return known ? ContentCell{value} : ContentCell{}; };
            const std::size_t place = known ? rank->second : 0;
            write_result({row, columns["distance"]}, number(similarity.by_distance[place].distance), "distance");
            write_result({row, columns["rank"]}, number(static_cast<double>(place) + 1), "rank");
            write_result({row, columns["similar"]}, m_texts.get(said), "similar");
            write_result({row, columns["stability"]}, number(m_change.stabilities[place] * 100), "stability");
        }
    }

    void write_result(std::pair<int, int> place, ContentCell content, std::string_view column)
    {
        put(place, std::move(content), result_style(column));
    }

    /// The values of indicators that are figures, which stand nowhere else side by side.
    void write_figures()
    {
        const TableArea& area = m_settings.municipality_table;
        for (std::size_t i = 0; i < m_settings.indicators.size(); ++i)
        {
            Indicator& indicator = m_settings.indicators[i];
            if (indicator.figure.empty())
                continue;
            if (indicator.column < 0)
            {
                indicator.column = next_column();
                put({area.heading_row, indicator.column}, indicator.name, Style::heading);
            }
            for (std::size_t one = 0; one < m_settings.rows.size(); ++one)
                if (m_settings.rows[one].row >= 0)
                {
                    const double value = m_change.similarity.values[one * m_change.similarity.columns + i];
                    put({m_settings.rows[one].row, indicator.column},
                        std::isnan(value) ? ContentCell{} : ContentCell{value}, Style::cell_two_decimals);
                }
        }
    }

    void write_indicators()
    {
        TableArea& area = m_settings.indicator_table;
        std::map<std::string_view, int> columns;
        for (const std::string_view key : {"known", "mean", "spread"})
            columns[key] = result_column(area, key, m_texts.get("column.group_indicators." + std::string(key)));
        for (std::size_t i = 0; i < m_settings.indicators.size(); ++i)
        {
            const Indicator& indicator = m_settings.indicators[i];
            const IndicatorSummary& summary = m_change.similarity.indicators[i];
            write_result({indicator.row, columns["known"]}, static_cast<double>(summary.known), "known");
            write_result({indicator.row, columns["mean"]}, summary.mean.value_or(0), "mean");
            write_result({indicator.row, columns["spread"]}, summary.spread.value_or(0), "spread");
            const int source = area.column("source");
            const Figure* figure = m_workbook.figure(indicator.figure);
            if (!figure || !summary.period || source < 0 || !is_empty(grid().at(indicator.row, source)))
                continue;
            put({indicator.row, source},
                m_texts.format("groups.source_figure", {{"name", figure->name}, {"unit", figure->unit}}), Style::input);
        }
    }

    void write_computed()
    {
        const TableArea& area = m_settings.choices;
        const int field = area.column("field");
        const int choice = area.column("choice");
        const int remark = area.column("remark");
        for (int row = area.heading_row + 1; row <= area.last_row && field >= 0 && choice >= 0; ++row)
        {
            const std::string text = m_workbook.text(area, row, "field");
            if (!same_text(text, m_words.danish.get("group_choice.computed")) &&
                !same_text(text, m_words.english.get("group_choice.computed")))
                continue;
            put({row, choice}, m_today, Style::cell_date);
            if (remark >= 0)
                put({row, remark}, computed_sentence(), Style::subtitle);
            return;
        }
    }

    [[nodiscard]] std::string computed_sentence() const
    {
        const Similarity& similarity = m_change.similarity;
        std::string sentence =
            m_texts.format("groups.computed", {{"name", m_workbook.municipality->name},
                                               {"k", std::to_string(similarity.nearest().size())},
                                               {"n", std::to_string(similarity.by_distance.size())},
                                               {"sets", std::to_string(weight_sets(similarity.weights).size())}});
        for (std::size_t i = 0; i < m_settings.indicators.size(); ++i)
            if (const auto period = similarity.indicators[i].period)
                sentence += " " + m_texts.format("groups.computed_figure",
                                                 {{"indicator", m_settings.indicators[i].name},
                                                  {"date", format_date(*period, m_workbook.language)}});
        if (!similarity.left_out.empty())
            sentence += " " + left_out_sentence(similarity, m_municipalities, m_texts);
        return sentence;
    }

    Workbook m_workbook;
    const ComparisonData& m_data;
    const Words& m_words;
    const Texts& m_texts;
    const Municipalities& m_municipalities;
    Date m_today;
    GroupSettings m_settings;
    SheetUpdate m_update;
    GroupSheetChange m_change;
    int m_next_column = 0;
};

} // namespace

SheetContent groups_sheet(const Municipalities& municipalities, const Texts& texts, Weighting weighting,
                          GroupKind main_group, bool invented)
{
    GroupSettings first;
    first.weighting = weighting;
    first.main_group = main_group;
    return NewSheet(municipalities, texts, invented, std::move(first)).all();
}

GroupSheetChange group_sheet_change(const Workbook& workbook, const ComparisonData& data, const Words& words,
                                    const Municipalities& municipalities, Date today)
{
    if (read_group_settings(workbook, words, municipalities).has_sheet())
        return Changing(workbook, data, words, municipalities, today).all();
    // A new sheet is filled in as if the workbook had it already.
    SheetContent made =
        groups_sheet(municipalities, words.in(workbook.language), GroupSettings{}.weighting, GroupSettings{}.main_group,
                     workbook.municipality && workbook.municipality->invented);
    Workbook with_sheet = workbook;
    const int index = static_cast<int>(workbook.cells.sheets.size());
    Grid grid{made.name, 0, {}};
    lay_down(grid, made, 0, workbook.cells.null_date);
    with_sheet.cells.sheets.push_back(std::move(grid));
    with_sheet.cells.names.push_back(
        {std::string(sheet_by_id("groups").defined_name), index, made.table.value_or(CellRange{})});
    GroupSheetChange change = Changing(std::move(with_sheet), data, words, municipalities, today).all();
    if (!change.update)
        return change;
    for (CellUpdate& cell : change.update->cells)
    {
        Row& row = made.rows[static_cast<std::size_t>(cell.row)];
        if (row.size() <= static_cast<std::size_t>(cell.column))
            row.resize(static_cast<std::size_t>(cell.column) + 1);
        row[static_cast<std::size_t>(cell.column)] = std::move(cell.content);
    }
    change.update.reset();
    change.made = std::move(made);
    return change;
}

std::string found_sentence(const GroupSheetChange& change, const Municipalities& municipalities, const Texts& texts)
{
    const Similarity& similarity = change.similarity;
    if (!similarity.found())
        return {};
    std::vector<std::string> names;
    std::size_t weakest = 0;
    for (std::size_t i = 0; i < similarity.nearest().size(); ++i)
    {
        names.push_back(municipalities.all()[similarity.nearest()[i].municipality].name);
        if (change.stabilities[i] < change.stabilities[weakest])
            weakest = i;
    }
    std::string sentence = texts.format("groups.found", {{"names", listed_names(names, texts)}});
    sentence +=
        " " + (change.stabilities[weakest] < 1
                   ? texts.format("groups.weakest",
                                  {{"name", names[weakest]},
                                   {"share", format_number(change.stabilities[weakest] * 100, 0, texts.language())}})
                   : texts.get("groups.all_firm"));
    if (!similarity.left_out.empty())
        sentence += " " + left_out_sentence(similarity, municipalities, texts);
    return sentence;
}

} // namespace trinvis
