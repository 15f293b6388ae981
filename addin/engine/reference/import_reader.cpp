// SPDX-License-Identifier: MPL-2.0
#include "reference/import_reader.hpp"

#include "reference/csv_rows.hpp"
#include "reference/table_filler.hpp"
#include "reference/table_shape.hpp"
#include "reference/time_period.hpp"
#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::reference
{

namespace
{

std::string name_of_file(std::string_view path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

/// The names of the variables in a StatBank title: "… efter område, alder og tid", "… by region, age and time".
std::vector<std::string> names_in_title(const std::string& title)
{
    std::size_t start = std::string::npos;
    std::string_view last_word;
    for (const auto& [before, word] :
         {std::pair<std::string_view, std::string_view>{" efter ", " og "}, {" by ", " and "}})
        if (const std::size_t at = title.rfind(before); at != std::string::npos && start == std::string::npos)
        {
            start = at + before.size();
            last_word = word;
        }
    std::vector<std::string> names;
    if (start == std::string::npos)
        return names;
    std::string_view rest = std::string_view(title).substr(start);
    const std::size_t last = rest.rfind(last_word);
    const std::string_view before_last = rest.substr(0, last);
    std::string_view list = before_last;
    while (!list.empty())
    {
        const std::size_t comma = list.find(", ");
        names.emplace_back(trimmed(list.substr(0, comma)));
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 2);
    }
    if (last != std::string_view::npos)
        names.emplace_back(trimmed(rest.substr(last + last_word.size())));
    return names;
}

/// Names for variables whose headings are blank: from the title where it tells as many as there are.
void name_variables(ImportedTable& table)
{
    if (table.format == SourceFormat::statbank_csv)
        return;
    const std::vector<std::string> names = names_in_title(table.title);
    const bool as_many = names.size() == table.variables.size();
    std::size_t number = 0;
    for (std::size_t i = 0; i < table.variables.size(); ++i)
    {
        Variable& variable = table.variables[i];
        if (as_many && (variable.name.empty() || variable.name.size() <= 2))
            variable.code = variable.name = names[i];
        else if (variable.name.empty())
        {
            const bool periods = std::all_of(variable.categories.begin(), variable.categories.end(),
                                             [](const Category& category) { return parse_period(category.code); });
            variable.role = periods ? VariableRole::other : VariableRole::contents;
            variable.code = variable.name = "#" + std::to_string(++number);
        }
    }
}

/// Who made the numbers, where a note beneath the table says it.
std::string source_in_note(const std::string& note)
{
    for (const std::string_view word : {"Kilde:", "Source:"})
        if (const std::size_t at = note.find(word); at != std::string::npos)
            return std::string(trimmed(std::string_view(note).substr(at + word.size())));
    return {};
}

void describe(ImportedTable& table, const TableShape& shape, const Municipalities& municipalities)
{
    if (!shape.titles.empty())
        table.title = shape.titles.front();
    for (std::size_t i = 1; i < shape.titles.size(); ++i)
        table.note += (table.note.empty() ? "" : " ") + shape.titles[i];
    table.source = shape.stated_source;
    name_variables(table);
    tell_roles(table, municipalities);
    table.language = language_of(table);
    if (table.table_id.empty())
        table.table_id = table_id_in(table.title);
}

ImportFault with_origin(ImportFault fault, const ImportedTable& table)
{
    fault.sheet = table.sheet;
    return fault;
}

SampleRow sample_of(const std::vector<std::string_view>& fields)
{
    SampleRow row;
    row.reserve(fields.size());
    for (const std::string_view field : fields)
        row.push_back({std::string(trimmed(field)), std::nullopt});
    return row;
}

ReadResult read_csv_table(std::string_view bytes, std::string_view file_name, const ReadOptions& options,
                          const Municipalities& municipalities)
{
    ImportedTable table;
    table.file = name_of_file(file_name);
    table.table_id = table_id_in(table.file);
    const CsvRows start(bytes);
    table.windows_1252 = !start.utf8();
    std::vector<SampleRow> sample;
    std::vector<std::size_t> lines;
    {
        CsvRows rows = start;
        while (sample.size() < sample_rows && rows.next())
        {
            lines.push_back(rows.line());
            sample.push_back(sample_of(rows.fields()));
        }
        if (const auto quote = rows.unclosed_quote())
            return ImportFault{"unclosed-quote", SourcePlace{static_cast<std::uint32_t>(*quote), 0}, {}};
    }
    auto shape_or_fault = shape_of(sample, options.null_date, municipalities);
    if (ImportFault* fault = std::get_if<ImportFault>(&shape_or_fault))
    {
        if (fault->place && fault->place->row < lines.size())
            fault->place->row = static_cast<std::uint32_t>(lines[fault->place->row]);
        return *fault;
    }
    const TableShape& shape = std::get<TableShape>(shape_or_fault);
    TableFiller filler(shape, options, municipalities, table);
    CsvRows rows = start;
    std::vector<SourceField> fields;
    for (std::size_t row = 0; rows.next(); ++row)
    {
        if (row < shape.first_row)
            continue;
        fields.clear();
        for (const std::string_view field : rows.fields())
            fields.push_back({field, std::nullopt});
        if (auto fault = filler.add(fields, rows.line()))
            return *fault;
    }
    if (const auto quote = rows.unclosed_quote())
        return ImportFault{"unclosed-quote", SourcePlace{static_cast<std::uint32_t>(*quote), 0}, {}};
    describe(table, shape, municipalities);
    if (auto fault = filler.finish())
        return *fault;
    if (table.source.empty())
        table.source = source_in_note(table.note);
    if (table.size() == 0)
        return ImportFault{"no-numbers", std::nullopt, {}};
    return table;
}

bool is_capital(unsigned char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool is_digit(unsigned char letter)
{
    return letter >= '0' && letter <= '9';
}

} // namespace

ReadResult read_source(std::string_view bytes, std::string_view file_name, const ReadOptions& options,
                       const Words& /*words*/, const Municipalities& municipalities)
{
    if (bytes.size() > most_bytes)
        return ImportFault{"too-large", std::nullopt, {{"megabytes", std::to_string(most_bytes / megabyte)}}};
    if (trimmed(bytes).empty() || bytes == "\xEF\xBB\xBF")
        return ImportFault{"empty", std::nullopt, {}};
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return ImportFault{"binary-office-file", std::nullopt, {}};
    if (bytes.substr(0, 4096).find('\0') != std::string_view::npos)
        return ImportFault{"not-text", std::nullopt, {}};
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (const std::string_view start = trimmed(text.substr(0, 1000)); start.starts_with('{'))
    {
        ReadResult result = read_json_stat(text, file_name);
        if (ImportedTable* table = std::get_if<ImportedTable>(&result))
        {
            tell_roles(*table, municipalities);
            table->language = language_of(*table);
        }
        return result;
    }
    return read_csv_table(bytes, file_name, options, municipalities);
}

ReadResult read_grid(const Grid& grid, const ReadOptions& options, const Words& /*words*/,
                     const Municipalities& municipalities)
{
    ImportedTable table;
    table.sheet = grid.sheet_name;
    table.file = grid.sheet_name;
    table.table_id = table_id_in(grid.sheet_name);
    if (std::all_of(grid.cells.begin(), grid.cells.end(), [](const Cell& cell) { return is_empty(cell); }))
        return ImportFault{"empty", std::nullopt, {}};
    const auto field_at = [&grid](int row, int column) -> SourceField
    {
        const Cell& cell = grid.at(row, column);
        if (const double* number = std::get_if<double>(&cell))
            return {{}, *number};
        if (const std::string* text = std::get_if<std::string>(&cell))
            return {*text, std::nullopt};
        return {std::holds_alternative<CellError>(cell) ? std::string_view("#N/A") : std::string_view{}, std::nullopt};
    };
    std::vector<SampleRow> sample;
    for (int row = 0; row < std::min(grid.rows(), static_cast<int>(sample_rows)); ++row)
    {
        SampleRow& kept = sample.emplace_back();
        kept.reserve(static_cast<std::size_t>(grid.columns));
        for (int column = 0; column < grid.columns; ++column)
        {
            const SourceField field = field_at(row, column);
            kept.push_back({std::string(trimmed(field.text)), field.number});
        }
    }
    auto shape_or_fault = shape_of(sample, options.null_date, municipalities);
    if (const ImportFault* fault = std::get_if<ImportFault>(&shape_or_fault))
        return with_origin(*fault, table);
    const TableShape& shape = std::get<TableShape>(shape_or_fault);
    TableFiller filler(shape, options, municipalities, table);
    std::vector<SourceField> fields(static_cast<std::size_t>(grid.columns));
    for (int row = static_cast<int>(shape.first_row); row < grid.rows(); ++row)
    {
        for (int column = 0; column < grid.columns; ++column)
            fields[static_cast<std::size_t>(column)] = field_at(row, column);
        if (auto fault = filler.add(fields, static_cast<std::size_t>(row)))
            return with_origin(*fault, table);
    }
    describe(table, shape, municipalities);
    if (auto fault = filler.finish())
        return with_origin(*fault, table);
    if (table.source.empty())
        table.source = source_in_note(table.note);
    if (table.size() == 0)
        return with_origin(ImportFault{"no-numbers", std::nullopt, {}}, table);
    return table;
}

std::string table_id_in(std::string_view file_name)
{
    for (std::size_t start = 0; start < file_name.size(); ++start)
    {
        const auto letter = [&](std::size_t at)
        { return at < file_name.size() ? static_cast<unsigned char>(file_name[at]) : static_cast<unsigned char>(0); };
        const bool word_begins = start == 0 || (!is_capital(letter(start - 1)) && !is_digit(letter(start - 1)) &&
                                                !(letter(start - 1) >= 'a' && letter(start - 1) <= 'z'));
        std::size_t end = start;
        while (is_capital(letter(end)))
            ++end;
        const std::size_t capitals = end - start;
        std::size_t digits = 0;
        while (is_digit(letter(end)))
        {
            ++end;
            ++digits;
        }
        if (digits > 0 && is_capital(letter(end)))
            ++end;
        const unsigned char next = letter(end);
        const bool word_ends = !is_capital(next) && !is_digit(next) && !(next >= 'a' && next <= 'z') && next < 0x80;
        constexpr std::size_t fewest = 2;
        constexpr std::size_t most = 8;
        const bool known_without_digits = capitals >= 4 && digits == 0 && file_name.substr(start, 3) == "REG";
        if (word_begins && word_ends && capitals >= fewest && capitals <= most && digits <= 4 &&
            (digits > 0 || known_without_digits))
            return std::string(file_name.substr(start, end - start));
    }
    return {};
}

} // namespace trinvis::reference
