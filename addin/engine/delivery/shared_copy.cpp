// SPDX-License-Identifier: MPL-2.0
#include "delivery/shared_copy.hpp"

#include "benchmark/group_settings.hpp"
#include "catalogue/sheet_names.hpp"
#include "catalogue/value.hpp"
#include "new_workbook/sheets.hpp"
#include "table/person_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace trinvis
{

namespace
{

using Row = std::vector<ContentCell>;

/// The sheets that are in a copy: those of a new workbook, and the comparison that is computed anew.
constexpr std::array<std::string_view, 10> copied_sheets{"guide",  "facts", "catalogue",     "entry",     "comparison",
                                                         "groups", "rules", "rule_language", "benchmark", "chart_data"};

bool says(const ContentCell& cell, const std::string& text)
{
    const std::string* said = std::get_if<std::string>(&cell);
    return said && *said == text;
}

/// Where a file lies is nobody else's matter.
bool names_a_file(const std::string& text)
{
    return text.starts_with('/') || text.find('\\') != std::string::npos || text.find("file:") != std::string::npos;
}

class Copying
{
public:
    Copying(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
            const std::string& product_version)
        : m_workbook(workbook), m_words(words), m_texts(words.in(workbook.language)), m_municipalities(municipalities),
          m_product_version(product_version), m_reader(words)
    {
    }

    SharedCopy all()
    {
        // As many figures, items and rules as the workbook has, so that the sheets have their room and their look; what
        // stands in them is the workbook's.
        const Catalogue catalogue = catalogue_as_large();
        const std::vector<rules::Rule> rules = rules_as_many();
        const std::vector<Date> cut_offs = dates();
        m_copy.sheets = new_workbook_sheets(
            {*m_workbook.municipality, cut_offs, catalogue, rules, m_texts, m_municipalities, m_product_version});
        fill_facts(sheet("facts"));
        note(sheet("entry"));
        note(sheet("comparison"));
        fill(sheet("catalogue"), m_workbook.catalogue, "column.catalogue.",
             [this](const Cell& cell, std::string_view /*key*/) { return copied(cell); });
        fill(sheet("entry"), m_workbook.entry, "column.entry.",
             [this](const Cell& cell, std::string_view key) { return key.empty() ? number(cell) : copied(cell); });
        fill_comparison(sheet("comparison"));
        fill(sheet("rules"), m_workbook.rules, "column.rules.",
             [this](const Cell& cell, std::string_view key)
             { return key.starts_with("valid_") ? day(cell) : copied(cell); });
        fill_groups(sheet("groups"));
        note_left_out();
        return std::move(m_copy);
    }

private:
    SheetContent& sheet(std::string_view id)
    {
        return *std::find_if(m_copy.sheets.begin(), m_copy.sheets.end(),
                             [id](const SheetContent& one) { return one.id == id; });
    }

    static std::size_t rows_below(const TableArea& area)
    {
        return area.found() ? static_cast<std::size_t>(std::max(area.last_row - area.heading_row, 0)) : 0;
    }

    [[nodiscard]] Catalogue catalogue_as_large() const
    {
        Catalogue catalogue;
        catalogue.figures.resize(rows_below(m_workbook.catalogue));
        catalogue.items.resize(rows_below(m_workbook.entry));
        for (std::size_t i = 0; i < catalogue.items.size(); ++i)
        {
            Item& item = catalogue.items[i];
            item.role = "role.value";
            // Amounts are shown in another way than counts.
            item.unit =
                m_workbook.text(m_workbook.entry, m_workbook.entry.heading_row + 1 + static_cast<int>(i), "unit");
        }
        return catalogue;
    }

    [[nodiscard]] std::vector<rules::Rule> rules_as_many() const
    {
        rules::Rule any;
        any.table = "values";
        any.severity = "error";
        return std::vector<rules::Rule>(rows_below(m_workbook.rules), any);
    }

    [[nodiscard]] std::vector<Date> dates() const
    {
        std::vector<Date> dates;
        for (const Round& round : m_workbook.rounds)
            if (round.date)
                dates.push_back(*round.date);
        return dates;
    }

    ContentCell copied(const Cell& cell)
    {
        if (const double* value = std::get_if<double>(&cell))
            return *value;
        const std::string* text = std::get_if<std::string>(&cell);
        if (!text || text->empty())
            return {};
        if (!names_a_file(*text) && !looks_like_person_name(*text))
            return *text;
        ++m_copy.texts_left_out;
        return {};
    }

    /// What may stand in the place of a number.
    ContentCell number(const Cell& cell)
    {
        const Value value = m_reader.read(cell);
        switch (value.state)
        {
        case ValueState::number:
            return value.number;
        case ValueState::empty:
            return {};
        case ValueState::missing:
        case ValueState::not_applicable:
        case ValueState::confidential:
            return std::get<std::string>(cell);
        default:
            ++m_copy.numbers_left_out;
            return {};
        }
    }

    [[nodiscard]] ContentCell day(const Cell& cell) const
    {
        if (const auto date = date_in(cell, m_workbook.cells.null_date))
            return *date;
        return {};
    }

    /// Which column of the workbook a column of the copy shows, and by which key: none for a round.
    struct Source
    {
        int column = -1;
        std::string key;
    };

    Source source_of(const ContentCell& heading, const TableArea& area, const std::string& prefix) const
    {
        if (const Date* date = std::get_if<Date>(&heading))
        {
            for (const Round& round : m_workbook.rounds)
                if (round.date == *date)
                    return {round.column, {}};
            return {};
        }
        if (const std::string* text = std::get_if<std::string>(&heading))
            for (const auto& [key, column] : area.columns)
                if (m_texts.get(prefix + key) == *text)
                    return {column, key};
        return {};
    }

    /// Puts the rows of a table of the workbook beneath the headings of the copy's.
    void fill(SheetContent& target, const TableArea& area, const std::string& prefix,
              const std::function<ContentCell(const Cell&, std::string_view)>& copy)
    {
        const auto heading = static_cast<std::size_t>(target.table->first_row);
        target.rows.resize(heading + 1);
        if (!area.found())
            return;
        const Grid& grid = m_workbook.grid(area);
        std::vector<Source> sources;
        for (const ContentCell& one : target.rows[heading])
            sources.push_back(source_of(one, area, prefix));
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            Row cells;
            cells.reserve(sources.size());
            for (const Source& source : sources)
                cells.push_back(source.column < 0 ? ContentCell{} : copy(grid.at(row, source.column), source.key));
            target.rows.push_back(std::move(cells));
        }
    }

    /// What Stamdata says of the numbers; empty where it names a person or a file.
    [[nodiscard]] std::string data_note() const
    {
        const std::string& said = m_workbook.data_note;
        return names_a_file(said) || looks_like_person_name(said) ? std::string{} : said;
    }

    /// Says beneath the title what is to be known of the numbers: invented ones are called so wherever they are shown.
    void note(SheetContent& target) const
    {
        const std::string said = data_note();
        if (said.empty())
            return;
        target.rows[1].front() = said;
        constexpr int last_column = 2;
        target.style({1, 0, 1, last_column}, Style::invented);
    }

    void fill_facts(SheetContent& target)
    {
        const auto set = [&](const char* key, const std::string& value, int column = 1)
        {
            for (Row& row : target.rows)
                if (row.size() > 1 && says(row.front(), m_texts.get(key)))
                    row[static_cast<std::size_t>(column)] = value;
        };
        set("fact.data_note", data_note());
        set("fact.view", m_texts.get("sharing.shared"));
        set("fact.view", m_texts.get("delivery.copy.view_remark"), 2);
        set("fact.threshold", std::to_string(m_workbook.sharing.threshold));
        const TableArea& facts = m_workbook.facts;
        for (int row = facts.heading_row + 1; facts.found() && row <= facts.last_row; ++row)
            if (same_text(m_workbook.text(facts, row, "field"), m_texts.get("fact.catalogue_version")))
                if (const std::string version = m_workbook.text(facts, row, "value"); !names_a_file(version))
                    set("fact.catalogue_version", version);
    }

    void fill_comparison(SheetContent& target)
    {
        fill(target, m_workbook.comparison, "column.comparison.",
             [this](const Cell& cell, std::string_view key) {
                 return key == "value" ? number(cell) : key == "cut_off" ? day(cell) : copied(cell);
             });
        const int heading = target.table->first_row;
        const int last = target.row_count() - 1;
        const int last_column = target.table->last_column;
        target.table->last_row = last;
        if (last == heading)
            return;
        constexpr int date_column = 2;
        target.style({heading + 1, 0, last, last_column}, Style::cell_line);
        target.style({heading + 1, date_column, last, date_column}, Style::cell_date);
        target.style({heading + 1, date_column + 1, last, date_column + 1}, Style::cell_plain_number);
    }

    /// The marks of the municipalities that the user chose.
    void fill_groups(SheetContent& target) const
    {
        const GroupSettings settings = read_group_settings(m_workbook, m_words, m_municipalities);
        const auto heading = [this](Row& row, const char* key) {
            return std::find_if(row.begin(), row.end(), [&](const auto& cell) { return says(cell, m_texts.get(key)); });
        };
        std::size_t code = 0;
        std::size_t chosen = 0;
        bool below = false;
        const std::vector<Municipality>& all = m_municipalities.all();
        for (Row& row : target.rows)
        {
            if (!below)
            {
                const auto of_code = heading(row, "column.groups.code");
                const auto of_chosen = heading(row, "column.groups.chosen");
                below = of_code != row.end() && of_chosen != row.end();
                code = static_cast<std::size_t>(of_code - row.begin());
                chosen = static_cast<std::size_t>(of_chosen - row.begin());
                continue;
            }
            for (std::size_t i = 0; i < all.size() && i < settings.rows.size(); ++i)
                if (settings.rows[i].chosen && code < row.size() && says(row[code], all[i].code))
                {
                    row.resize(std::max(row.size(), chosen + 1));
                    row[chosen] = std::string("x");
                }
        }
    }

    void note_left_out()
    {
        for (std::size_t i = 0; i < m_workbook.cells.sheets.size(); ++i)
        {
            const std::string& name = m_workbook.cells.sheets[i].sheet_name;
            const bool is_copied =
                std::any_of(copied_sheets.begin(), copied_sheets.end(),
                            [&](std::string_view id) { return is_sheet(static_cast<int>(i), id, name); });
            if (!is_copied)
                m_copy.left_out.push_back(name);
        }
    }

    [[nodiscard]] bool is_sheet(int sheet, std::string_view id, const std::string& name) const
    {
        const std::string key = "sheet." + std::string(id);
        return std::any_of(m_workbook.cells.names.begin(), m_workbook.cells.names.end(),
                           [&](const NamedArea& area)
                           { return area.sheet == sheet && area.name == sheet_by_id(id).defined_name; }) ||
               same_text(name, m_words.danish.get(key)) || same_text(name, m_words.english.get(key));
    }

    const Workbook& m_workbook;
    const Words& m_words;
    const Texts& m_texts;
    const Municipalities& m_municipalities;
    const std::string& m_product_version;
    ValueReader m_reader;
    SharedCopy m_copy;
};

} // namespace

SharedCopy shared_copy(const Workbook& workbook, const Words& words, const Municipalities& municipalities,
                       const std::string& product_version)
{
    return Copying(workbook, words, municipalities, product_version).all();
}

} // namespace trinvis
