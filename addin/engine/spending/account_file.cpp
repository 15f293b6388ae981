// SPDX-License-Identifier: MPL-2.0
#include "spending/account_file.hpp"

#include "reference/csv_rows.hpp"
#include "reference/heading_words.hpp"
#include "reference/import_reader.hpp"
#include "reference/place_text.hpp"
#include "reference/source_number.hpp"
#include "reference/time_period.hpp"
#include "spending/account_columns.hpp"
#include "spending/accounts.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace trinvis::spending
{

namespace
{

constexpr std::size_t most_faults = 5;

/// A row of the file that passed its filters, its amount not yet read.
struct Taken
{
    FileLine line;
    std::size_t number = 0; ///< line in the file, from 1
    reference::NumberReadings readings;
    std::optional<Unit> unit;
    Art art = Art::unknown;
    bool whole_ownership = false;
    bool whole_grouping = false;
};

/// Rows that were passed over, by why: the ends of the keys "spending.import.left.…".
using LeftOut = std::map<std::string, std::size_t, std::less<>>;

class FileReading
{
public:
    FileReading(std::string_view bytes, std::string_view file_name, const Texts& texts,
                const Municipalities& municipalities)
        : m_rows(bytes), m_name(file_name), m_table(reference::table_id_in(file_name)), m_texts(texts),
          m_municipalities(municipalities)
    {
    }

    AccountFile all()
    {
        if (!read_headings())
            return std::move(m_file);
        while (m_rows.next())
            if (std::ranges::any_of(m_rows.fields(), [](std::string_view field) { return !trimmed(field).empty(); }))
                read_row();
        if (m_rows.unclosed_quote())
            add_fault("unclosed", *m_rows.unclosed_quote() + 1);
        choose_sums();
        take_amounts();
        if (m_faults > most_faults)
            m_file.faults.push_back(m_texts.count("spending.import.more_faults", m_faults - most_faults));
        else if (m_faults == 0 && m_file.lines.empty())
            m_file.faults.push_back(m_texts.get("spending.import.fault.nothing"));
        say_what_was_left();
        return std::move(m_file);
    }

private:
    void add_fault(const std::string& key, std::size_t line, Replacements values = {})
    {
        values.emplace_back("line", std::to_string(line));
        if (m_faults++ < most_faults)
            m_file.faults.push_back(m_texts.format("spending.import.fault." + key, values));
    }

    bool read_headings()
    {
        while (m_rows.next())
        {
            const AccountColumns columns = account_columns(m_rows.fields());
            if (columns.function >= 0 && columns.amount >= 0)
            {
                m_columns = columns;
                m_width = m_rows.fields().size();
                if (m_columns.year < 0)
                    add_fault("no_year", m_rows.line() + 1);
                return m_columns.year >= 0;
            }
            // Titles may stand above the headings.
            constexpr std::size_t most_titles = 20;
            if (m_rows.line() > most_titles)
                break;
        }
        add_fault("no_headings", 1);
        return false;
    }

    [[nodiscard]] std::string_view field(int column) const
    {
        const auto at = static_cast<std::size_t>(column);
        return column >= 0 && at < m_rows.fields().size() ? trimmed(m_rows.fields()[at]) : std::string_view{};
    }

    void leave_out(const char* why)
    {
        ++m_left[why];
    }

    void read_row()
    {
        const std::size_t number = m_rows.line() + 1;
        if (m_rows.fields().size() > m_width)
            return add_fault("ragged", number);
        if (m_columns.dranst >= 0 && !is_running(field(m_columns.dranst)))
            return leave_out("dranst");
        if (m_columns.price >= 0 && !is_current_prices(field(m_columns.price)))
            return leave_out("prices");
        Taken taken;
        taken.number = number;
        if (!read_place(taken) || !read_account(taken) || !read_year(taken) || !read_words(taken))
            return;
        taken.art = art_of(field(m_columns.art));
        taken.whole_ownership = is_total(field(m_columns.ownership));
        const std::string_view amount = field(m_columns.amount);
        if (amount.empty() || reference::is_common_sign(amount))
            return leave_out("no_amount");
        // Some finance systems write the minus behind the number.
        const bool minus_behind = amount.back() == '-';
        taken.readings = reference::readings_of(minus_behind ? "-" + std::string(amount.substr(0, amount.size() - 1))
                                                             : std::string(amount));
        if (!taken.readings.comma && !taken.readings.point)
            return add_fault("amount", number);
        m_evidence.consider(taken.readings, {static_cast<std::uint32_t>(number), 0});
        taken.unit = unit_of_row();
        m_taken.push_back(std::move(taken));
    }

    bool read_place(Taken& taken)
    {
        const std::string_view text = field(m_columns.municipality);
        if (text.empty())
            return true;
        const reference::RecognisedPlace place = reference::recognise_place(text, m_municipalities);
        taken.line.municipality = place.municipality;
        if (place.kind == reference::PlaceKind::unknown)
            add_fault("municipality", taken.number);
        else if (!place.municipality)
            leave_out("place");
        return place.municipality != nullptr;
    }

    bool read_account(Taken& taken)
    {
        const std::string_view function = field(m_columns.function);
        std::string_view grouping = field(m_columns.grouping);
        taken.whole_grouping = m_columns.grouping >= 0 && is_total(grouping);
        if (taken.whole_grouping)
            grouping = {};
        taken.line.account = account_code(function, grouping);
        if (function.empty())
            add_fault("function", taken.number);
        else if (m_columns.statbank() && !is_function(function))
            leave_out("sums");
        else if (taken.line.account.dranst != 0 && taken.line.account.dranst != '1')
            leave_out("dranst");
        else
            return true;
        return false;
    }

    bool read_year(Taken& taken)
    {
        const auto period = reference::parse_period(field(m_columns.year));
        if (!period || period->kind != reference::PeriodKind::year || period->year < first_year)
        {
            add_fault("year", taken.number);
            return false;
        }
        taken.line.year = period->year;
        return true;
    }

    bool read_words(Taken& taken)
    {
        taken.line.label = std::string(field(m_columns.label));
        taken.line.source = std::string(field(m_columns.source));
        if (looks_like_cpr(taken.line.label) || looks_like_cpr(taken.line.source) ||
            looks_like_cpr(taken.line.account.function))
        {
            add_fault("cpr", taken.number);
            return false;
        }
        return true;
    }

    /// Column of units, heading of the amount, text of the prices, then what is known of the table: REGK100 counts in
    /// thousands. An extract that says nothing is in kroner, and the notes say that it was read so.
    [[nodiscard]] std::optional<Unit> unit_of_row()
    {
        if (const auto unit = unit_in(field(m_columns.unit)))
            return unit;
        if (m_columns.unit >= 0 && !field(m_columns.unit).empty())
            return std::nullopt;
        if (m_columns.amount_unit)
            return m_columns.amount_unit;
        if (const auto unit = unit_in(field(m_columns.price)))
            return unit;
        if (m_table == "REGK100")
        {
            m_unit_of_table = true;
            return Unit::thousands;
        }
        if (m_columns.statbank())
            return std::nullopt;
        m_unit_assumed = true;
        return Unit::kroner;
    }

    /// Of sums and their parts one is taken.
    void choose_sums()
    {
        const auto any = [&](auto condition) { return std::ranges::any_of(m_taken, condition); };
        const auto drop = [&](const char* why, auto condition)
        {
            const std::size_t dropped = std::erase_if(m_taken, condition);
            if (dropped > 0)
                m_left[why] += dropped;
        };
        if (m_columns.art >= 0 && !m_taken.empty())
        {
            std::optional<Art> wanted;
            for (const Art art : {Art::net, Art::total, Art::main})
                if (!wanted && any([art](const Taken& one) { return one.art == art; }))
                    wanted = art;
            if (!wanted || (*wanted == Art::main && any([](const Taken& one) { return one.art == Art::gross; })))
                add_fault("art", m_taken.front().number);
            else
                drop("art", [&](const Taken& one) { return one.art != *wanted; });
        }
        if (any([](const Taken& one) { return one.whole_ownership; }))
            drop("ownership", [](const Taken& one) { return !one.whole_ownership; });
        // A sum over the groupings is left out where its parts are there.
        std::set<std::tuple<const Municipality*, int, std::string>> parted;
        for (const Taken& one : m_taken)
            if (!one.whole_grouping && !one.line.account.grouping.empty())
                parted.emplace(one.line.municipality, one.line.year, one.line.account.function);
        drop("sums",
             [&](const Taken& one) {
                 return one.whole_grouping &&
                        parted.contains({one.line.municipality, one.line.year, one.line.account.function});
             });
    }

    void take_amounts()
    {
        const auto mark = m_evidence.decide();
        if (!mark && !m_taken.empty())
            return add_fault(m_evidence.mixed() ? "marks_mixed" : "mark",
                             m_evidence.either() ? m_evidence.either()->row : m_taken.front().number);
        std::map<std::tuple<std::string, int, AccountCode, std::string>, std::size_t> seen;
        m_file.lines.reserve(m_taken.size());
        for (Taken& one : m_taken)
        {
            if (!one.unit)
            {
                add_fault("unit", one.number);
                return;
            }
            constexpr double thousand = 1000;
            const std::optional<double> number =
                *mark == reference::DecimalMark::point ? one.readings.point : one.readings.comma;
            const auto read =
                number ? read_amount(*number * (*one.unit == Unit::thousands ? thousand : 1)) : std::nullopt;
            if (!read)
                add_fault("amount", one.number);
            else if (read->rounded)
                add_fault("decimals", one.number);
            else
                keep(one, read->oere, seen);
            m_thousands = m_thousands || *one.unit == Unit::thousands;
        }
    }

    /// The parts of one account in a table of the StatBank become one line; the lines of an extract stay as they are.
    void keep(Taken& one, Oere amount,
              std::map<std::tuple<std::string, int, AccountCode, std::string>, std::size_t>& seen)
    {
        one.line.amount = amount;
        one.line.account.dranst = 0;
        if (one.line.source.empty())
            one.line.source = m_columns.statbank() && !m_table.empty()
                                  ? m_texts.format("spending.import.source", {{"table", m_table}})
                                  : m_name;
        if (m_columns.statbank())
        {
            const std::string code = one.line.municipality ? one.line.municipality->code : std::string{};
            const auto [at, added] =
                seen.try_emplace({code, one.line.year, one.line.account, one.line.label}, m_file.lines.size());
            if (!added)
            {
                m_file.lines[at->second].amount += amount;
                return;
            }
        }
        m_file.lines.push_back(std::move(one.line));
    }

    void say_what_was_left()
    {
        if (m_unit_of_table)
            m_file.notes.push_back(m_texts.format("spending.import.unit_of_table", {{"table", m_table}}));
        else if (m_thousands)
            m_file.notes.push_back(m_texts.get("spending.import.unit_thousands"));
        else if (m_unit_assumed)
            m_file.notes.push_back(m_texts.get("spending.import.unit_assumed"));
        for (const auto& [why, count] : m_left)
            m_file.notes.push_back(m_texts.count("spending.import.left." + why, count));
    }

    reference::CsvRows m_rows;
    std::string m_name;
    std::string m_table;
    const Texts& m_texts;
    const Municipalities& m_municipalities;
    AccountColumns m_columns;
    std::size_t m_width = 0;
    reference::DecimalEvidence m_evidence;
    std::vector<Taken> m_taken;
    LeftOut m_left;
    AccountFile m_file;
    std::size_t m_faults = 0;
    bool m_unit_of_table = false;
    bool m_unit_assumed = false;
    bool m_thousands = false;
};

} // namespace

AccountFile read_account_file(std::string_view bytes, std::string_view file_name, const Texts& texts,
                              const Municipalities& municipalities)
{
    return FileReading(bytes, file_name, texts, municipalities).all();
}

} // namespace trinvis::spending
