// SPDX-License-Identifier: MPL-2.0
#include "validation/repairs.hpp"

#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace trinvis
{

namespace
{

/// Two readings are a thousand apart, so a tenth to ten times the usual size lets at most one of them through.
constexpr double same_size = 10;

std::string_view kind_key(RepairKind kind)
{
    switch (kind)
    {
    case RepairKind::number:
        return "repair.kind.number";
    case RepairKind::minus:
        return "repair.kind.minus";
    case RepairKind::date:
        return "repair.kind.date";
    case RepairKind::blanks:
        return "repair.kind.blanks";
    default:
        return "repair.kind.municipality";
    }
}

bool is_count(std::string_view unit)
{
    return unit == "antal" || unit == "count";
}

/// Takes the unit off a number as people write it; a unit that is not the item's is left, and makes it no number.
std::string without_unit(std::string_view text, std::string_view unit)
{
    std::string rest = folded(text);
    const auto take = [&rest](std::string_view word)
    {
        if (rest.size() <= word.size() || !rest.ends_with(word))
            return false;
        rest = std::string(trimmed(std::string_view(rest).substr(0, rest.size() - word.size())));
        return true;
    };
    const auto take_any = [&take](std::initializer_list<std::string_view> words)
    { return std::any_of(words.begin(), words.end(), take); };
    if (unit.empty() || take(unit))
        return rest;
    if (unit.starts_with("kr") || unit.starts_with("dkk"))
    {
        for (const std::string_view word : {"kr.", "kr", "dkk"})
            if (rest.starts_with(word))
                return std::string(trimmed(std::string_view(rest).substr(word.size())));
        take_any({"kroner", "kr.", "kr", "dkk", ",-"});
    }
    else if (unit.find("pct") != std::string_view::npos || unit.find('%') != std::string_view::npos ||
             unit.find("per cent") != std::string_view::npos)
        take_any({"%", "pct.", "pct", "procent", "per cent"});
    else if (unit == "måneder" || unit == "months")
        take_any({"måneder", "mdr.", "mdr", "months"});
    return rest;
}

/// The lower middle of the numbers, 0 for none.
double usual_size(std::vector<double> numbers)
{
    if (numbers.empty())
        return 0;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>((numbers.size() - 1) / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

/// The one number that a text means, nothing when there is doubt. `others` is asked only then.
std::optional<double> meant_number(std::string_view text, std::string_view unit,
                                   const std::function<std::vector<double>()>& others)
{
    std::vector<double> readings = number_readings(without_unit(text, unit));
    const bool doubtful = readings.size() > 1;
    if (is_count(unit))
        std::erase_if(readings, [](double number) { return number != std::floor(number); });
    if (doubtful)
    {
        const double size = usual_size(others());
        std::erase_if(
            readings, [size](double number)
            { return size <= 0 || std::fabs(number) < size / same_size || std::fabs(number) > size * same_size; });
    }
    return readings.size() == 1 ? std::optional(readings.front()) : std::nullopt;
}

class RepairSearch
{
public:
    RepairSearch(const Workbook& workbook, const Words& words)
        : m_workbook(workbook), m_texts(words.in(workbook.language)), m_reader(words)
    {
        for (const EntryLine& line : workbook.lines)
            m_units.emplace(folded(line.id), folded(line.unit));
    }

    std::vector<Repair> all()
    {
        mend_facts();
        mend_catalogue();
        mend_entry();
        mend_comparison();
        std::stable_sort(m_repairs.begin(), m_repairs.end(),
                         [](const Repair& a, const Repair& b) { return a.place < b.place; });
        return std::move(m_repairs);
    }

private:
    /// The text of a cell that may be touched: no formula, and nothing that could be a person's number.
    [[nodiscard]] const std::string* text_at(const Place& place) const
    {
        if (place.sheet < 0 || place.column < 0 ||
            m_workbook.cells.structure(place.sheet).holds_formula(place.row, place.column))
            return nullptr;
        const Grid& grid = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)];
        const std::string* text = std::get_if<std::string>(&grid.at(place.row, place.column));
        return text && !looks_like_cpr(*text) ? text : nullptr;
    }

    void add(RepairKind kind, const Place& place, const std::string& before, Cell after, std::string shown)
    {
        Repair repair;
        repair.kind = kind;
        repair.place = place;
        repair.sheet = m_workbook.cells.sheets[static_cast<std::size_t>(place.sheet)].sheet_name;
        repair.cell = cell_address(place.row, place.column);
        repair.before = before;
        repair.after = std::move(after);
        repair.date = kind == RepairKind::date;
        repair.shown = std::move(shown);
        repair.sentence = repair_sentence(repair, m_texts);
        m_repairs.push_back(std::move(repair));
    }

    void mend_blanks(const Place& place)
    {
        const std::string* text = text_at(place);
        if (!text)
            return;
        std::string after(trimmed(*text));
        if (after.empty())
            add(RepairKind::blanks, place, *text, Cell{}, m_texts.get("repair.nothing"));
        else if (after != *text)
            add(RepairKind::blanks, place, *text, after, after);
    }

    void mend_blanks(const TableArea& area, int row, std::initializer_list<std::string_view> columns)
    {
        for (const std::string_view key : columns)
            mend_blanks({area.sheet, row, area.column(key)});
    }

    void mend_date(const Place& place)
    {
        const std::string* text = text_at(place);
        const std::optional<Date> date = text ? parse_date(*text) : std::nullopt;
        if (date)
            add(RepairKind::date, place, *text, serial_from_date(*date, m_workbook.cells.null_date),
                format_date(*date, m_workbook.language));
    }

    void mend_number(const Place& place, std::string_view unit, const std::function<std::vector<double>()>& others)
    {
        const std::string* text = text_at(place);
        if (!text)
            return;
        // Of the texts that are no number only the typed blanks are ours to tidy up.
        if (m_reader.read(*text).state != ValueState::text)
            return mend_blanks(place);
        const std::optional<double> number = meant_number(*text, unit, others);
        if (!number)
            return;
        const std::string_view written = trimmed(*text);
        const bool sign = written.starts_with("\xE2\x88\x92") || written.starts_with("\xE2\x80\x93");
        add(sign ? RepairKind::minus : RepairKind::number, place, *text, *number,
            format_plain(*number, m_workbook.language));
    }

    /// In the field for the code every name becomes the code; in comparison data a proper name is left as it is, since
    /// people read it there and it is understood.
    void mend_municipality(const Place& place, bool keep_name)
    {
        const std::string* text = text_at(place);
        if (!text)
            return;
        const Municipality* known = m_workbook.municipalities->find(*text);
        if (!known || (keep_name && trimmed(*text) == known->name))
            return mend_blanks(place);
        if (*text != known->code)
            add(RepairKind::municipality, place, *text, known->code, known->code + " (" + known->name + ")");
    }

    void mend_facts()
    {
        const TableArea& area = m_workbook.facts;
        if (!area.found())
            return;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            const Place value{area.sheet, row, area.column("value")};
            mend_blanks(area, row, {"field"});
            if (value == m_workbook.municipality_place)
                mend_municipality(value, false);
            else
                mend_blanks(value);
        }
    }

    void mend_catalogue()
    {
        const TableArea& area = m_workbook.catalogue;
        if (!area.found())
            return;
        for (const Figure& figure : m_workbook.figures)
        {
            mend_blanks(
                area, figure.row,
                {"number", "name", "kind", "numerator_item", "denominator_item", "value_item", "unit", "direction"});
            mend_number({area.sheet, figure.row, area.column("factor")}, {}, [] { return std::vector<double>{}; });
        }
    }

    void mend_entry()
    {
        const TableArea& area = m_workbook.entry;
        if (!area.found())
            return;
        const Grid& grid = m_workbook.grid(area);
        for (const Round& round : m_workbook.rounds)
            if (round.date && round.typed_as_text)
                mend_date({area.sheet, area.heading_row, round.column});
        for (const EntryLine& line : m_workbook.lines)
        {
            mend_blanks(area, line.row, {"id", "figure", "name", "role", "unit"});
            for (const Round& round : m_workbook.rounds)
                mend_number({area.sheet, line.row, round.column}, folded(line.unit),
                            [&]
                            {
                                std::vector<double> others;
                                for (const Round& other : m_workbook.rounds)
                                    if (const double* number = std::get_if<double>(&grid.at(line.row, other.column));
                                        number && other.date)
                                        others.push_back(*number);
                                return others;
                            });
        }
    }

    void mend_comparison()
    {
        const TableArea& area = m_workbook.comparison;
        if (!area.found())
            return;
        for (int row = area.heading_row + 1; row <= area.last_row; ++row)
        {
            mend_municipality({area.sheet, row, area.column("municipality")}, true);
            mend_blanks(area, row, {"item", "source"});
            mend_date({area.sheet, row, area.column("cut_off")});
            const Place value{area.sheet, row, area.column("value")};
            if (!text_at(value))
                continue;
            const std::string item = folded(m_workbook.text(area, row, "item"));
            const auto unit = m_units.find(item);
            mend_number(value, unit == m_units.end() ? std::string{} : unit->second,
                        [&] { return comparison_values(municipality_in(row), item); });
        }
    }

    [[nodiscard]] std::string municipality_in(int row) const
    {
        const Cell& cell = m_workbook.cell(m_workbook.comparison, row, "municipality");
        const Municipality* known = m_workbook.municipalities->find_cell(cell);
        return known ? known->code : std::string{};
    }

    /// A municipality's numbers of an item; all of them are gathered the first time that there is a doubt.
    [[nodiscard]] std::vector<double> comparison_values(const std::string& municipality, const std::string& item)
    {
        const TableArea& area = m_workbook.comparison;
        if (m_comparison_values.empty())
            for (int row = area.heading_row + 1; row <= area.last_row; ++row)
                if (const double* number = std::get_if<double>(&m_workbook.cell(area, row, "value")))
                    m_comparison_values[{municipality_in(row), folded(m_workbook.text(area, row, "item"))}].push_back(
                        *number);
        const auto found = m_comparison_values.find({municipality, item});
        return found == m_comparison_values.end() ? std::vector<double>{} : found->second;
    }

    const Workbook& m_workbook;
    const Texts& m_texts;
    ValueReader m_reader;
    std::map<std::string, std::string> m_units;
    std::map<std::pair<std::string, std::string>, std::vector<double>> m_comparison_values;
    std::vector<Repair> m_repairs;
};

} // namespace

std::vector<Repair> repairs(const Workbook& workbook, const Words& words)
{
    return RepairSearch(workbook, words).all();
}

std::string repair_sentence(const Repair& repair, const Texts& texts)
{
    const std::string shown = is_empty(repair.after) ? texts.get("repair.nothing") : repair.shown;
    return texts.format("repair.sentence", {{"place", repair.sheet + " " + repair.cell},
                                            {"before", repair.before},
                                            {"after", shown},
                                            {"kind", texts.get(kind_key(repair.kind))}});
}

} // namespace trinvis
