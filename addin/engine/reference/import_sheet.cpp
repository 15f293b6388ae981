// SPDX-License-Identifier: MPL-2.0
#include "reference/import_sheet.hpp"

#include "reference/import_signs.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace trinvis::reference
{

namespace
{

/// What a row is about: the ends of the text keys "import.subject.…".
constexpr std::array<std::string_view, 15> subjects{
    "variable",      "category", "table",       "period",  "period_day",   "sign",     "municipality_concept",
    "counting_unit", "age_base", "source_line", "licence", "decimal_mark", "items_as", "own_row",
    "own_round"};

bool is_word(std::string_view text, std::string_view key, const Words& words)
{
    return same_text(text, words.danish.get(key)) || same_text(text, words.english.get(key));
}

/// One row of the sheet, as texts.
struct SheetRow
{
    std::string source;
    std::string subject; ///< one of `subjects`
    std::string in_file;
    std::string means;
    double factor = 1;
    std::optional<Date> date; ///< where `means` is one
};

std::vector<SheetRow> read_rows(const Workbook& workbook, const Words& words)
{
    std::vector<SheetRow> rows;
    const TableArea area = find_result_table(workbook.cells, "imports", "column.imports.", words);
    if (!area.found())
        return rows;
    for (int row = area.heading_row + 1; row <= area.last_row; ++row)
    {
        SheetRow read;
        read.source = workbook.text(area, row, "source");
        const std::string subject = workbook.text(area, row, "subject");
        for (const std::string_view candidate : subjects)
            if (is_word(subject, "import.subject." + std::string(candidate), words))
                read.subject = candidate;
        if (read.source.empty() || read.subject.empty())
            continue;
        read.in_file = workbook.text(area, row, "in_file");
        read.means = workbook.text(area, row, "means");
        read.date = date_in(workbook.cell(area, row, "means"), workbook.cells.null_date);
        if (const double* factor = std::get_if<double>(&workbook.cell(area, row, "factor")))
            read.factor = *factor;
        rows.push_back(std::move(read));
    }
    return rows;
}

/// The mapping of a source in a list, made where there is none yet.
template <typename Mapping>
Mapping& of_source(std::vector<Mapping>& mappings, const std::string& source)
{
    for (Mapping& mapping : mappings)
        if (same_text(mapping.source, source))
            return mapping;
    Mapping& made = mappings.emplace_back();
    made.source = source;
    return made;
}

bool is_layout(std::string_view subject)
{
    return subject == "items_as" || subject == "own_row" || subject == "own_round";
}

std::string left_out(const Texts& texts)
{
    return texts.get("import.sign.left_out");
}

bool says_left_out(std::string_view text, const Words& words)
{
    return text.empty() || is_word(text, "import.sign.left_out", words);
}

std::string sign_in(const std::string& text, const Words& words)
{
    return is_word(text, "import.sign.empty_field", words) ? std::string{} : text;
}

VariableChoice variable_in(const SheetRow& row, const Words& words)
{
    VariableChoice choice{row.in_file, VariableUse::unanswered, {}, true};
    for (const VariableUse use : {VariableUse::municipality, VariableUse::time, VariableUse::items})
        if (is_word(row.means, "import.use." + std::string(use_code(use)), words))
            choice.use = use;
    if (const std::size_t colon = row.means.find(':'); colon != std::string::npos)
        if (is_word(row.means.substr(0, colon), "import.use.fixed", words))
        {
            choice.use = VariableUse::fixed;
            choice.category = trimmed(std::string_view(row.means).substr(colon + 1));
        }
    return choice;
}

/// Takes an answer into the mapping that it belongs to.
void take(ImportMapping& mapping, const SheetRow& row, const Words& words)
{
    const auto is_day = [&](std::string_view key) { return is_word(row.means, key, words); };
    if (row.subject == "variable")
        mapping.variables.push_back(variable_in(row, words));
    else if (row.subject == "category" || row.subject == "table")
        mapping.items.push_back({row.subject == "table" ? std::string{} : row.in_file,
                                 says_left_out(row.means, words) ? std::string{} : row.means, row.factor, true});
    else if (row.subject == "period")
        mapping.periods.push_back({row.in_file, row.date, true});
    else if (row.subject == "period_day" && is_day("import.period_day.first"))
        mapping.period_day = PeriodDay::first;
    else if (row.subject == "period_day" && is_day("import.period_day.last"))
        mapping.period_day = PeriodDay::last;
    else if (row.subject == "sign")
        mapping.signs.push_back({sign_in(row.in_file, words), meaning_of_word(row.means, words), true});
    else if (row.subject == "decimal_mark")
    {
        for (const DecimalMark mark : {DecimalMark::none, DecimalMark::comma, DecimalMark::point})
            if (is_day("import.decimal." + std::string(decimal_mark_code(mark))))
                mapping.decimal_mark = mark;
    }
    else
    {
        const std::array<std::pair<std::string_view, std::string ImportMapping::*>, 5> texts{
            {{"municipality_concept", &ImportMapping::municipality_concept},
             {"counting_unit", &ImportMapping::counting_unit},
             {"age_base", &ImportMapping::age_base},
             {"source_line", &ImportMapping::source_line},
             {"licence", &ImportMapping::licence}}};
        for (const auto& [subject, text] : texts)
            if (row.subject == subject)
                mapping.*text = row.means;
        mapping.concepts_confirmed = mapping.concepts_confirmed || row.subject == "municipality_concept";
    }
}

void take(LayoutMapping& layout, const SheetRow& row, const Words& words)
{
    if (row.subject == "items_as")
        layout.transposed = is_word(row.means, "import.items_as.columns", words);
    else if (row.subject == "own_row")
        layout.items.push_back(
            {-1, row.in_file, says_left_out(row.means, words) ? std::string{} : row.means, row.factor, false});
    else
        layout.rounds.push_back({-1, row.in_file, row.date});
}

/// Writes rows one after the other.
class RowWriter
{
public:
    RowWriter(SheetContent& sheet, const Texts& texts) : m_sheet(sheet), m_texts(texts)
    {
    }

    void add(const std::string& source, std::string_view subject, std::string in_file, ContentCell means,
             std::optional<double> factor = std::nullopt)
    {
        ContentCell factor_cell;
        if (factor)
            factor_cell = *factor;
        m_sheet.rows.push_back({source, m_texts.get("import.subject." + std::string(subject)), std::move(in_file),
                                std::move(means), factor_cell});
    }

    void add(const ImportMapping& mapping)
    {
        const std::string& source = mapping.source;
        add(source, "source_line", {}, mapping.source_line);
        add(source, "licence", {}, mapping.licence);
        for (const VariableChoice& variable : mapping.variables)
            if (variable.use != VariableUse::unanswered)
                add(source, "variable", variable.variable,
                    m_texts.get("import.use." + std::string(use_code(variable.use))) +
                        (variable.use == VariableUse::fixed ? ": " + variable.category : std::string{}));
        for (const ItemChoice& item : mapping.items)
            add(source, item.category.empty() ? "table" : "category", item.category,
                item.item.empty() ? left_out(m_texts) : item.item, item.factor);
        if (mapping.period_day)
            add(source, "period_day", {},
                m_texts.get(*mapping.period_day == PeriodDay::first ? "import.period_day.first"
                                                                    : "import.period_day.last"));
        for (const PeriodChoice& period : mapping.periods)
            add(source, "period", period.period, date_or_left_out(period.cut_off));
        for (const SignChoice& sign : mapping.signs)
            add_sign(source, sign);
        if (mapping.decimal_mark)
            add(source, "decimal_mark", {},
                m_texts.get("import.decimal." + std::string(decimal_mark_code(*mapping.decimal_mark))));
        add(source, "municipality_concept", {}, mapping.municipality_concept);
        add(source, "counting_unit", {}, mapping.counting_unit);
        add(source, "age_base", {}, mapping.age_base);
    }

    void add(const LayoutMapping& layout)
    {
        add(layout.source, "items_as", {},
            m_texts.get(layout.transposed ? "import.items_as.columns" : "import.items_as.rows"));
        for (const LayoutItem& item : layout.items)
            add(layout.source, "own_row", item.heading, item.item.empty() ? left_out(m_texts) : item.item, item.factor);
        for (const LayoutRound& round : layout.rounds)
            add(layout.source, "own_round", round.heading, date_or_left_out(round.cut_off));
        for (const SignChoice& sign : layout.signs)
            add_sign(layout.source, sign);
    }

private:
    void add_sign(const std::string& source, const SignChoice& sign)
    {
        if (sign.meaning != SignMeaning::unanswered)
            add(source, "sign", sign.sign.empty() ? m_texts.get("import.sign.empty_field") : sign.sign,
                sign_word(sign.meaning, m_texts));
    }

    [[nodiscard]] ContentCell date_or_left_out(const std::optional<Date>& date) const
    {
        if (date)
            return *date;
        return left_out(m_texts);
    }

    SheetContent& m_sheet;
    const Texts& m_texts;
};

/// Puts one in place of the one of the same source; `keep` carries over what only the older one knows.
template <typename Mapping>
std::vector<Mapping> with_added(std::vector<Mapping> all, Mapping added,
                                const std::function<void(const Mapping&, Mapping&)>& keep)
{
    for (Mapping& mapping : all)
        if (same_text(mapping.source, added.source))
        {
            keep(mapping, added);
            mapping = std::move(added);
            return all;
        }
    all.push_back(std::move(added));
    return all;
}

template <typename Choice, typename Same>
void keep_older(const std::vector<Choice>& older, std::vector<Choice>& newer, Same same)
{
    for (const Choice& choice : older)
        if (std::none_of(newer.begin(), newer.end(), [&](const Choice& candidate) { return same(candidate, choice); }))
            newer.push_back(choice);
}

} // namespace

std::vector<ImportMapping> read_mappings(const Workbook& workbook, const Words& words)
{
    std::vector<ImportMapping> mappings;
    const std::vector<SheetRow> rows = read_rows(workbook, words);
    std::vector<std::string> layouts;
    for (const SheetRow& row : rows)
        if (is_layout(row.subject))
            layouts.push_back(folded(row.source));
    for (const SheetRow& row : rows)
        if (std::find(layouts.begin(), layouts.end(), folded(row.source)) == layouts.end())
            take(of_source(mappings, row.source), row, words);
    return mappings;
}

std::vector<LayoutMapping> read_layouts(const Workbook& workbook, const Words& words)
{
    std::vector<LayoutMapping> layouts;
    const std::vector<SheetRow> rows = read_rows(workbook, words);
    for (const SheetRow& row : rows)
        if (is_layout(row.subject))
            take(of_source(layouts, row.source), row, words);
    for (const SheetRow& row : rows)
        for (LayoutMapping& layout : layouts)
            if (row.subject == "sign" && same_text(row.source, layout.source))
                layout.signs.push_back({sign_in(row.in_file, words), meaning_of_word(row.means, words), true});
    return layouts;
}

std::vector<ImportMapping> remembered_with(std::vector<ImportMapping> remembered, ImportMapping added)
{
    return with_added<ImportMapping>(
        std::move(remembered), std::move(added),
        [](const ImportMapping& older, ImportMapping& newer)
        {
            keep_older(older.periods, newer.periods,
                       [](const PeriodChoice& a, const PeriodChoice& b) { return same_text(a.period, b.period); });
            keep_older(older.signs, newer.signs,
                       [](const SignChoice& a, const SignChoice& b) { return a.sign == b.sign; });
        });
}

std::vector<LayoutMapping> remembered_with(std::vector<LayoutMapping> remembered, LayoutMapping added)
{
    return with_added<LayoutMapping>(
        std::move(remembered), std::move(added),
        [](const LayoutMapping& older, LayoutMapping& newer)
        {
            keep_older(older.items, newer.items,
                       [](const LayoutItem& a, const LayoutItem& b) { return same_text(a.heading, b.heading); });
            keep_older(older.rounds, newer.rounds,
                       [](const LayoutRound& a, const LayoutRound& b) { return same_text(a.heading, b.heading); });
            keep_older(older.signs, newer.signs,
                       [](const SignChoice& a, const SignChoice& b) { return a.sign == b.sign; });
        });
}

SheetContent imports_sheet(const std::vector<ImportMapping>& mappings, const std::vector<LayoutMapping>& layouts,
                           const Texts& texts)
{
    SheetContent sheet;
    sheet.id = "imports";
    sheet.name = texts.get("sheet.imports");
    sheet.column_widths_mm = {46, 36, 60, 80, 20};
    sheet.rows.push_back({texts.get("imports.title")});
    sheet.rows.push_back({texts.get("imports.subtitle")});
    sheet.rows.emplace_back();
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 1, 0}, Style::subtitle);
    const int heading = sheet.row_count();
    constexpr int last_column = 4;
    sheet.rows.push_back({texts.get("column.imports.source"), texts.get("column.imports.subject"),
                          texts.get("column.imports.in_file"), texts.get("column.imports.means"),
                          texts.get("column.imports.factor")});
    RowWriter writer(sheet, texts);
    for (const ImportMapping& mapping : mappings)
        writer.add(mapping);
    for (const LayoutMapping& layout : layouts)
        writer.add(layout);
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    if (last > heading)
    {
        sheet.style({heading + 1, 0, last, last_column}, Style::cell);
        sheet.style({heading + 1, 4, last, 4}, Style::cell_plain_number);
        for (int row = heading + 1; row <= last; ++row)
            if (std::holds_alternative<Date>(sheet.rows[static_cast<std::size_t>(row)][3]))
                sheet.style({row, 3, row, 3}, Style::cell_date);
    }
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = last > heading;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis::reference
