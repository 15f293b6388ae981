// SPDX-License-Identifier: MPL-2.0
#include "folder/gathering.hpp"

#include "privacy/workbook_suppression.hpp"
#include "reference/rows_in_workbook.hpp"
#include "reference/workbook_rows.hpp"
#include "table/csv_text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"
#include "validation/exclude.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace trinvis::folder
{

namespace
{

/// Only what the figures are read from stays: many workbooks are held at once, and the others' numbers are not theirs.
void keep_own_figures(Workbook& workbook)
{
    for (std::size_t sheet = 0; sheet < workbook.cells.sheets.size(); ++sheet)
        if (static_cast<int>(sheet) != workbook.entry.sheet)
        {
            workbook.cells.sheets[sheet].cells.clear();
            workbook.cells.sheets[sheet].cells.shrink_to_fit();
        }
    workbook.cells.structures.clear();
    workbook.cells.structures.shrink_to_fit();
}

bool names_a_municipality(std::string_view text, const Municipalities& municipalities)
{
    const std::string low = folded(text);
    return std::any_of(municipalities.all().begin(), municipalities.all().end(),
                       [&low](const Municipality& municipality)
                       { return low.find(folded(municipality.name)) != std::string::npos; });
}

/// A number as a spreadsheet of the language reads it; thousand separators would only be in its way.
std::string csv_number(double number, Language language)
{
    std::string text = format_plain(number, language);
    std::erase(text, language == Language::danish ? '.' : ',');
    return text;
}

/// A place in a CSV row and its number.
struct Row
{
    std::size_t order = 0; ///< of the municipality
    std::vector<std::string> fields;
};

class CsvRows
{
public:
    CsvRows(const Gathering& gathering, const GatherOptions& options, const Texts& texts, const Words& words)
        : m_gathering(gathering), m_options(options), m_texts(texts), m_words(words), m_reader(words)
    {
        for (const GatheredBook& book : gathering.books)
            for (const EntryLine& line : book.workbook.lines)
                ++m_holders[folded(line.id)];
    }

    /// The rows of all workbooks, those of a municipality at its place in the order.
    [[nodiscard]] std::vector<std::vector<std::string>> all(const std::vector<std::size_t>& order)
    {
        std::vector<Row> rows;
        for (std::size_t i = 0; i < m_gathering.books.size(); ++i)
            add(m_gathering.books[i], order[i], rows);
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.order < b.order; });
        std::vector<std::vector<std::string>> fields;
        fields.reserve(rows.size());
        for (Row& row : rows)
            fields.push_back(std::move(row.fields));
        return fields;
    }

private:
    void add(const GatheredBook& book, std::size_t order, std::vector<Row>& rows) const
    {
        const Workbook& workbook = book.workbook;
        const std::string name = m_options.names ? workbook.municipality->code
                                                 : m_texts.format("folder.unnamed", {{"n", std::to_string(order + 1)}});
        for (const EntryLine& line : workbook.lines)
        {
            if (!m_options.names && m_holders.at(folded(line.id)) < least_without_names)
                continue;
            const reference::RowConcepts stated = concepts(book, line.id);
            for (const Round& round : workbook.rounds)
            {
                if (!round.date)
                    continue;
                const Cell& cell = workbook.grid(workbook.entry).at(line.row, round.column);
                const auto value = reference::comparison_value(cell, workbook.language, m_reader, m_words, m_texts);
                if (!value)
                    continue;
                Row row{order,
                        {name,
                         line.id,
                         format_date(*round.date, m_texts.language()),
                         {},
                         stated.source,
                         stated.municipality_concept,
                         stated.counting_unit,
                         stated.age_base}};
                for (std::string& field : row.fields)
                    field = without_formula(field);
                // A number is no text: its minus is no formula.
                const double* number = std::get_if<double>(&*value);
                row.fields[3] =
                    number ? csv_number(*number, m_texts.language()) : without_formula(std::get<std::string>(*value));
                rows.push_back(std::move(row));
            }
        }
    }

    [[nodiscard]] reference::RowConcepts concepts(const GatheredBook& book, std::string_view item) const
    {
        const Workbook& workbook = book.workbook;
        std::string source = m_options.names
                                 ? m_texts.format("import.source.workbook",
                                                  {{"municipality", workbook.municipality->name}, {"file", book.file}})
                                 : m_texts.get("folder.unnamed_source");
        std::string note = workbook.data_note;
        if (!m_options.names && names_a_municipality(note, *workbook.municipalities))
            note.clear();
        if (!note.empty())
            source += ". " + note;
        reference::RowConcepts stated = reference::stated_concepts(workbook, item, std::move(source));
        if (!m_options.names)
            for (std::string* text : {&stated.municipality_concept, &stated.counting_unit, &stated.age_base})
                if (names_a_municipality(*text, *workbook.municipalities))
                    text->clear();
        return stated;
    }

    const Gathering& m_gathering;
    const GatherOptions& m_options;
    const Texts& m_texts;
    const Words& m_words;
    ValueReader m_reader;
    std::map<std::string, std::size_t> m_holders; ///< workbooks by item
};

std::string left_out_line(const LeftOutBook& book, const Texts& texts)
{
    return "\n• " + book.file + ": " +
           (book.code == "unread" ? book.detail
                                  : texts.format("folder.left_out." + book.code, {{"file", book.detail}}));
}

} // namespace

GatheredBook gathered_book(std::string file, std::string saved, Workbook workbook, const Words& words,
                           const Municipalities& municipalities, const privacy::KnownRelations& known, Date today)
{
    GatheredBook book{std::move(file), std::move(saved), std::move(workbook), 0, 0, 0};
    Workbook& own = book.workbook;
    const Validation validation = validate(own, words, municipalities, today, Extent::findings);
    book.errors = count_severities(validation.findings).errors;
    if (!own.entry.found() || !own.municipality)
        return book;
    book.invalid = exclude_errors(own, validation, words);
    own.comparison = {};
    own.sharing.wanted = true;
    const privacy::HiddenNumbers hidden = privacy::hidden_numbers(own, words, municipalities, known);
    privacy::blank(own, hidden, words);
    book.hidden = hidden.own_small + hidden.own_more;
    keep_own_figures(own);
    return book;
}

Gathering gather(std::vector<GatheredBook> books, const GatherOptions& options)
{
    Gathering gathering;
    std::map<std::string, GatheredBook> by_municipality;
    for (GatheredBook& book : books)
    {
        if (!book.workbook.municipality || !book.workbook.entry.found())
            gathering.left_out.push_back({book.file, "no-municipality", {}});
        else if (book.workbook.municipality->invented)
            gathering.left_out.push_back({book.file, "invented", {}});
        else if (book.errors > 0 && !options.with_errors)
            gathering.left_out.push_back({book.file, "errors", {}});
        else if (const auto there = by_municipality.find(book.workbook.municipality->code);
                 there == by_municipality.end())
            by_municipality.emplace(book.workbook.municipality->code, std::move(book));
        else if (there->second.saved < book.saved)
        {
            gathering.left_out.push_back({there->second.file, "doubled", book.file});
            there->second = std::move(book);
        }
        else
            gathering.left_out.push_back({book.file, "doubled", there->second.file});
    }
    gathering.books.reserve(by_municipality.size());
    for (auto& [code, book] : by_municipality)
    {
        gathering.hidden += book.hidden;
        gathering.invalid += book.invalid;
        gathering.books.push_back(std::move(book));
    }
    return gathering;
}

std::optional<std::string> gathered_csv(const Gathering& gathering, const GatherOptions& options, std::uint32_t seed,
                                        const Texts& texts, const Words& words)
{
    if (!options.names && gathering.books.size() < least_without_names)
        return std::nullopt;
    std::vector<std::size_t> order(gathering.books.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!options.names)
    {
        std::mt19937 chance(seed);
        std::shuffle(order.begin(), order.end(), chance);
    }
    std::string out = "\xEF\xBB\xBF";
    std::vector<std::string> headings;
    for (const char* key :
         {"municipality", "item", "cut_off", "value", "source", "municipality_concept", "counting_unit", "age_base"})
        headings.push_back(texts.get("column.comparison." + std::string(key)));
    write_csv_row(out, headings, ';');
    for (const std::vector<std::string>& row : CsvRows(gathering, options, texts, words).all(order))
        write_csv_row(out, row, ';');
    return out;
}

GatheredRows put_gathered(const Gathering& gathering, Workbook workbook, const Words& words)
{
    GatheredRows result;
    for (const GatheredBook& book : gathering.books)
    {
        reference::ImportRows rows =
            reference::apply_workbook(book.workbook, book.file, workbook, words, {reference::Existing::replace});
        if (rows.fault && rows.fault->code.starts_with("workbook-"))
        {
            result.left_out.push_back({book.file, rows.fault->code == "workbook-own" ? "own" : "nothing", {}});
            continue;
        }
        if (rows.fault)
        {
            result.fault = rows.fault;
            return result;
        }
        result.added += rows.added;
        result.replaced += rows.replaced;
        result.taken.push_back(book.workbook.municipality->name);
        workbook = reference::with_rows(std::move(workbook), rows, words);
        result.rows.push_back(std::move(rows));
    }
    return result;
}

std::string gathered_summary(const std::vector<std::string>& taken, const std::vector<LeftOutBook>& left_out,
                             const Gathering& gathering, const Texts& texts)
{
    std::string text = texts.count("folder.gathered", taken.size());
    std::string names;
    for (const std::string& name : taken)
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        text += " " + names + ".";
    if (gathering.hidden > 0)
        text += "\n\n" + texts.count("folder.gathered.hidden", gathering.hidden);
    if (gathering.invalid > 0)
        text += "\n\n" + texts.count("folder.gathered.invalid", gathering.invalid);
    if (left_out.empty() && gathering.left_out.empty())
        return text;
    text += "\n\n" + texts.get("folder.gathered.left_out");
    for (const LeftOutBook& book : gathering.left_out)
        text += left_out_line(book, texts);
    for (const LeftOutBook& book : left_out)
        text += left_out_line(book, texts);
    return text;
}

} // namespace trinvis::folder
