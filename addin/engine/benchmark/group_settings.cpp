// SPDX-License-Identifier: MPL-2.0
#include "benchmark/group_settings.hpp"

#include "catalogue/value.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace trinvis
{

namespace
{

/// A word that is cut short by a person still says which one is meant.
constexpr std::size_t shortest_word = 3;

bool means(std::string_view typed, std::string_view whole)
{
    const std::string word = folded(typed);
    const std::string choice = folded(whole);
    return word == choice || (word.size() >= shortest_word && choice.starts_with(word));
}

bool means_key(std::string_view typed, const std::string& key, const Words& words)
{
    return means(typed, words.danish.get(key)) || means(typed, words.english.get(key));
}

/// A cross, or a word or number that is one; nothing for anything else.
std::optional<bool> mark_in(const Cell& cell, const Words& words)
{
    if (is_empty(cell))
        return false;
    if (const double* number = std::get_if<double>(&cell))
        return *number == 1 ? std::optional(true) : *number == 0 ? std::optional(false) : std::nullopt;
    const std::string* text = std::get_if<std::string>(&cell);
    if (!text)
        return std::nullopt;
    const std::string typed = folded(*text);
    for (const std::string_view yes : {"x", "1", "✓", "sand", "true"})
        if (typed == yes)
            return true;
    for (const std::string_view no : {"", "0", "-", "–", "falsk", "false"})
        if (typed == no)
            return false;
    for (const Language language : {Language::danish, Language::english})
    {
        if (same_text(typed, words.in(language).get("word.yes")))
            return true;
        if (same_text(typed, words.in(language).get("word.no")))
            return false;
    }
    return std::nullopt;
}

class Reading
{
public:
    Reading(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
        : m_workbook(workbook), m_words(words), m_texts(words.in(workbook.language)), m_municipalities(municipalities)
    {
    }

    GroupSettings all()
    {
        m_settings.rows.reserve(m_municipalities.all().size());
        for (const Municipality& municipality : m_municipalities.all())
            m_settings.rows.push_back({-1, municipality.region, municipality.landsdel, municipality.group, false, {}});
        static constexpr std::array<StackedTable, 3> tables{
            {{"column.group_choices."}, {"column.group_indicators."}, {"column.groups."}}};
        const std::vector<TableArea> found = find_stacked_tables(m_workbook.cells, "groups", tables, m_words);
        m_settings.choices = found[0];
        m_settings.indicator_table = found[1];
        m_settings.municipality_table = found[2];
        if (!m_settings.has_sheet())
            return std::move(m_settings);
        for (const TableArea& area : found)
            if (!area.found())
                add("groups.table_missing", {area.sheet, 0, 0}, {}, Hindrance::the_sheet);
        read_choices();
        read_indicators();
        read_municipalities();
        examine_indicators();
        if (m_settings.main_group == GroupKind::chosen &&
            std::ranges::none_of(m_settings.rows, [](const GroupRow& row) { return row.chosen; }))
            add("groups.nobody_chosen", m_settings.main_group_place, {}, Hindrance::nothing);
        return std::move(m_settings);
    }

private:
    void add(std::string_view key, Place place, Replacements values, Hindrance hindrance)
    {
        values.emplace_back("sheet", m_workbook.grid(m_settings.municipality_table).sheet_name);
        values.emplace_back("cell", cell_address(place.row, place.column));
        m_settings.faults.push_back(group_fault(key, place, std::move(values), hindrance));
    }

    [[nodiscard]] bool is_field(std::string_view text, const std::string& key) const
    {
        return same_text(text, m_words.danish.get(key)) || same_text(text, m_words.english.get(key));
    }

    /// The choices of a list as a sentence names them.
    template <typename All, typename Key>
    [[nodiscard]] std::string listed(const All& all, Key key) const
    {
        std::string list;
        for (const auto& one : all)
            list += (list.empty() ? "" : ", ") + m_texts.get(key(one));
        return list;
    }

    void read_choices()
    {
        const TableArea& area = m_settings.choices;
        if (!area.found() || area.column("field") < 0 || area.column("choice") < 0)
            return;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const std::string field = m_workbook.text(area, row, "field");
            const Cell& cell = m_workbook.cell(area, row, "choice");
            if (field.empty() || is_empty(cell))
                continue;
            const Place place{area.sheet, row, area.column("choice")};
            if (is_field(field, "group_choice.weighting"))
                read_weighting(place);
            else if (is_field(field, "group_choice.main_group"))
                read_main_group(place);
            else if (is_field(field, "group_choice.similar_count"))
                read_similar_count(cell, place);
            for (const GroupKind kind : group_kinds)
                if (is_field(field, "group_choice.own_in." + std::string(group_code(kind))))
                    read_own_counted(kind, cell, place);
        }
    }

    [[nodiscard]] std::string typed_at(const Place& place) const
    {
        return cell_text(m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].at(place.row, place.column),
                         m_workbook.language);
    }

    void read_weighting(const Place& place)
    {
        const std::string typed = typed_at(place);
        const auto key = [](Weighting weighting) { return "weighting." + std::string(weighting_code(weighting)); };
        for (const Weighting weighting : weightings)
            if (means_key(typed, key(weighting), m_words))
            {
                m_settings.weighting = weighting;
                return;
            }
        add("groups.unknown_choice", place, {{"typed", typed}, {"choices", listed(weightings, key)}},
            Hindrance::choice);
    }

    void read_main_group(const Place& place)
    {
        m_settings.main_group_place = place;
        const std::string typed = typed_at(place);
        const auto key = [](GroupKind kind) { return "group_kind." + std::string(group_code(kind)); };
        for (const GroupKind kind : group_kinds)
            if (means_key(typed, key(kind), m_words))
            {
                m_settings.main_group = kind;
                return;
            }
        add("groups.unknown_choice", place, {{"typed", typed}, {"choices", listed(group_kinds, key)}},
            Hindrance::choice);
    }

    void read_own_counted(GroupKind kind, const Cell& cell, const Place& place)
    {
        if (const auto counted = mark_in(cell, m_words))
            m_settings.own_counted.at(static_cast<std::size_t>(kind)) = *counted;
        else
            add("groups.unknown_choice", place,
                {{"typed", typed_at(place)}, {"choices", m_texts.get("word.yes") + ", " + m_texts.get("word.no")}},
                Hindrance::choice);
    }

    void read_similar_count(const Cell& cell, const Place& place)
    {
        m_settings.similar_count_place = place;
        const double* number = std::get_if<double>(&cell);
        const bool invented = m_workbook.municipality && m_workbook.municipality->invented;
        const double most = static_cast<double>(m_municipalities.count(invented)) - 1;
        if (number && *number >= least_similar && *number <= most && *number == std::floor(*number))
            m_settings.similar_count = static_cast<std::size_t>(*number);
        else
            add("groups.bad_count", place,
                {{"typed", typed_at(place)},
                 {"least", std::to_string(least_similar)},
                 {"most", format_plain(most, m_workbook.language)}},
                Hindrance::similarity);
    }

    void read_indicators()
    {
        const TableArea& area = m_settings.indicator_table;
        if (!area.found() || area.column("name") < 0 || area.column("weight") < 0)
            return;
        std::set<std::string> names;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            Indicator indicator;
            indicator.row = row;
            indicator.name = m_workbook.text(area, row, "name");
            const Cell& weight = m_workbook.cell(area, row, "weight");
            const Place place{area.sheet, row, area.column("name")};
            const Place weight_place{area.sheet, row, area.column("weight")};
            if (indicator.name.empty() && is_empty(weight))
                continue;
            if (indicator.name.empty())
            {
                add("groups.weight_alone", place, {}, Hindrance::similarity);
                continue;
            }
            if (!names.insert(folded(indicator.name)).second)
            {
                add("groups.indicator_twice", place, {{"indicator", indicator.name}}, Hindrance::similarity);
                continue;
            }
            const double* number = std::get_if<double>(&weight);
            if (!number || *number < 0)
            {
                add(is_empty(weight) ? "groups.no_weight" : "groups.bad_weight", weight_place,
                    {{"indicator", indicator.name}, {"typed", typed_at(weight_place)}}, Hindrance::similarity);
                continue;
            }
            indicator.weight = *number;
            if (*number > 0)
                m_settings.indicators.push_back(std::move(indicator));
        }
    }

    void read_municipalities()
    {
        const TableArea& area = m_settings.municipality_table;
        if (!area.found() || (area.column("code") < 0 && area.column("name") < 0))
            return;
        find_indicator_columns();
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
            if (const auto index = municipality_in(row))
                read_municipality(row, *index);
    }

    /// The municipality of a row, by its code and else by its name; a row with neither is no row of the table.
    [[nodiscard]] std::optional<std::size_t> municipality_in(int row)
    {
        const TableArea& area = m_settings.municipality_table;
        const Cell& code = m_workbook.cell(area, row, "code");
        const Cell& name = m_workbook.cell(area, row, "name");
        if (is_empty(code) && is_empty(name))
            return std::nullopt;
        const std::string_view leading = is_empty(code) ? "name" : "code";
        const Place place{area.sheet, row, area.column(leading)};
        const Municipality* municipality = m_municipalities.find_cell(is_empty(code) ? name : code);
        if (!municipality)
        {
            add("groups.unknown_municipality", place, {{"typed", typed_at(place)}}, Hindrance::choice);
            return std::nullopt;
        }
        if (!is_empty(name) && m_municipalities.find_cell(name) != municipality)
        {
            add("groups.code_and_name", {area.sheet, row, area.column("name")},
                {{"code", municipality->code},
                 {"name", municipality->name},
                 {"typed", typed_at({area.sheet, row, area.column("name")})}},
                Hindrance::similarity);
            return std::nullopt;
        }
        const auto index = static_cast<std::size_t>(municipality - m_municipalities.all().data());
        if (m_settings.rows[index].row >= 0)
        {
            add("groups.municipality_twice", place,
                {{"name", municipality->name}, {"first", std::to_string(m_settings.rows[index].row + 1)}},
                Hindrance::similarity);
            return std::nullopt;
        }
        return index;
    }

    void read_municipality(int row, std::size_t index)
    {
        const TableArea& area = m_settings.municipality_table;
        GroupRow& target = m_settings.rows[index];
        target.row = row;
        read_class(target.region, row, "region", &Municipality::region);
        read_class(target.landsdel, row, "landsdel", &Municipality::landsdel);
        read_class(target.group, row, "group", &Municipality::group);
        const Place mark_place{area.sheet, row, area.column("chosen")};
        if (const auto chosen = mark_in(m_workbook.cell(area, row, "chosen"), m_words))
            target.chosen = *chosen;
        else
            add("groups.unknown_mark", mark_place, {{"typed", typed_at(mark_place)}}, Hindrance::choice);
        const ValueReader reader(m_words);
        for (const Indicator& indicator : m_settings.indicators)
        {
            target.values.emplace_back();
            if (indicator.column < 0 || !indicator.figure.empty())
                continue;
            const Place place{area.sheet, row, indicator.column};
            const Value value = reader.read(m_workbook.grid(area).at(row, indicator.column));
            if (value.is_number())
                target.values.back() = value.number;
            else if (value.state == ValueState::text || value.state == ValueState::error)
                add("groups.value_is_text", place, {{"indicator", indicator.name}, {"typed", typed_at(place)}},
                    Hindrance::similarity);
        }
    }

    /// What the sheet says of a municipality's region or group rules; a word of which there is only one is told.
    void read_class(std::string& target, int row, std::string_view column, std::string Municipality::*shipped)
    {
        const TableArea& area = m_settings.municipality_table;
        const std::string typed = m_workbook.text(area, row, column);
        if (typed.empty() || typed == target)
            return;
        target = typed;
        const auto& all = m_municipalities.all();
        const bool known =
            std::ranges::any_of(all, [&](const Municipality& one) { return same_text(one.*shipped, typed); }) ||
            (column == "region" && m_municipalities.region(typed));
        if (!known)
            add("groups.unknown_class", {area.sheet, row, area.column(column)}, {{"typed", typed}}, Hindrance::nothing);
    }

    void find_indicator_columns()
    {
        const TableArea& area = m_settings.municipality_table;
        const Grid& grid = m_workbook.grid(area);
        std::set<int> known;
        for (const auto& [key, column] : area.columns)
            known.insert(column);
        for (Indicator& indicator : m_settings.indicators)
        {
            for (const Figure& figure : m_workbook.figures)
                for (const Language language : {Language::danish, Language::english})
                    if (same_text(indicator.name, figure_indicator(figure.id, m_words.in(language))))
                        indicator.figure = figure.id;
            for (int column = 0; column < grid.columns; ++column)
            {
                if (known.contains(column) ||
                    !same_text(cell_text(grid.at(area.heading_row, column), m_workbook.language), indicator.name))
                    continue;
                if (indicator.column >= 0)
                    add("groups.column_twice", {area.sheet, area.heading_row, column}, {{"indicator", indicator.name}},
                        Hindrance::similarity);
                else
                    indicator.column = column;
            }
        }
    }

    void examine_indicators()
    {
        const TableArea& area = m_settings.indicator_table;
        if (!area.found() || !m_settings.municipality_table.found())
            return;
        for (std::size_t i = 0; i < m_settings.indicators.size(); ++i)
        {
            const Indicator& indicator = m_settings.indicators[i];
            const Place place{area.sheet, indicator.row, area.column("name")};
            if (indicator.column < 0 && indicator.figure.empty())
                add("groups.no_column", place, {{"indicator", indicator.name}}, Hindrance::similarity);
            else if (indicator.figure.empty() &&
                     std::ranges::none_of(m_settings.rows, [i](const GroupRow& row)
                                          { return i < row.values.size() && row.values[i].has_value(); }))
                add("groups.no_values",
                    {m_settings.municipality_table.sheet, m_settings.municipality_table.heading_row, indicator.column},
                    {{"indicator", indicator.name}}, Hindrance::similarity);
        }
    }

    const Workbook& m_workbook;
    const Words& m_words;
    const Texts& m_texts;
    const Municipalities& m_municipalities;
    GroupSettings m_settings;
};

} // namespace

std::string_view group_code(GroupKind kind)
{
    switch (kind)
    {
    case GroupKind::country:
        return "country";
    case GroupKind::region:
        return "region";
    case GroupKind::landsdel:
        return "landsdel";
    case GroupKind::chosen:
        return "chosen";
    case GroupKind::similar:
        return "similar";
    default:
        return "group";
    }
}

std::string_view weighting_code(Weighting weighting)
{
    switch (weighting)
    {
    case Weighting::unweighted_mean:
        return "unweighted_mean";
    case Weighting::median:
        return "median";
    default:
        return "ratio_of_sums";
    }
}

bool GroupSettings::similarity_hindered() const
{
    return indicators.empty() || std::ranges::any_of(faults, [](const GroupFault& fault)
                                                     { return fault.hindrance == Hindrance::similarity; });
}

GroupSettings read_group_settings(const Workbook& workbook, const Words& words, const Municipalities& municipalities)
{
    return Reading(workbook, words, municipalities).all();
}

std::string figure_indicator(std::string_view figure, const Texts& texts)
{
    return texts.format("groups.figure_indicator", {{"figure", std::string(figure)}});
}

GroupFault group_fault(std::string_view key, Place place, Replacements values, Hindrance hindrance)
{
    return {{Check::group_setting, place, std::string(key), std::move(values)}, hindrance};
}

} // namespace trinvis
