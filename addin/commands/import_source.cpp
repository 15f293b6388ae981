// SPDX-License-Identifier: MPL-2.0
#include "commands/import_source.hpp"

#include "calc/reader.hpp"
#include "office/fetch.hpp"
#include "office/hidden_document.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "table/csv_text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

namespace trinvis::commands
{

using namespace office;
using reference::ImportFault;
using reference::ReadResult;
using reference::StatBankChoice;
using reference::StatBankTable;

namespace
{

constexpr std::size_t most_info_bytes = std::size_t{32} * 1024 * 1024;

/// A package of files (.ods, .xlsx), a compound file (.xls) or a flat .fods: what only the office can read.
bool is_spreadsheet_file(std::string_view bytes)
{
    constexpr std::size_t beginning = 2000;
    using namespace std::string_view_literals;
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv) ||
           (bytes.starts_with("<?xml"sv) &&
            bytes.substr(0, beginning).find("office:document"sv) != std::string_view::npos);
}

/// A text file as a sheet: numbers where there is no doubt, texts elsewhere.
std::vector<Grid> grid_of_text(const std::string& bytes, const std::string& name)
{
    const auto rows = read_csv(bytes);
    if (!rows)
        return {};
    Grid grid;
    grid.sheet_name = name;
    for (std::size_t row = 0; row < rows->size(); ++row)
        for (std::size_t column = 0; column < (*rows)[row].size(); ++column)
        {
            const std::string& field = (*rows)[row][column];
            const std::vector<double> readings = number_readings(field);
            if (readings.size() == 1)
                grid.make(static_cast<int>(row), static_cast<int>(column)) = readings.front();
            else if (!trimmed(field).empty())
                grid.make(static_cast<int>(row), static_cast<int>(column)) = field;
        }
    return {std::move(grid)};
}

ImportSource from_spreadsheet(const Context& context, const rtl::OUString& url, ImportSource source, const Texts& texts)
{
    const HiddenDocument file(context, url);
    if (!file.model().is())
        throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(url)}}));
    const auto document = query_if<css::sheet::XSpreadsheetDocument>(file.model());
    if (!document.is())
        throw UserError(texts.format("error.import.no_spreadsheet", {{"url", readable_url(url)}}));
    const Package& package = Package::of(context);
    WorkbookCells cells = calc::read_cells(document, texts);
    source.null_date = cells.null_date;
    source.sheets = cells.sheets;
    if (is_key_figure_workbook(cells, package.words()))
        source.workbook = std::make_shared<const Workbook>(
            read_workbook(std::move(cells), package.words(), package.municipalities()));
    source.bytes.clear();
    return source;
}

/// The server's name alone: the rest of an address helps nobody.
std::string host_of(const std::string& address)
{
    const std::size_t start = address.find("://");
    const std::size_t host = start == std::string::npos ? 0 : start + 3;
    return address.substr(host, address.find('/', host) - host);
}

std::string fetched(const Context& context, const std::string& address, const std::string& url,
                    const FetchLimits& limits, const char* refused, const Replacements& values, const Texts& texts,
                    const std::function<void()>& meanwhile)
{
    FetchResult answer = fetch(context, from_utf8(url), limits, meanwhile);
    if (std::string* content = std::get_if<std::string>(&answer))
        return std::move(*content);
    Replacements all = values;
    all.emplace_back("host", host_of(address));
    switch (std::get<FetchFault>(answer))
    {
    case FetchFault::no_connection:
        throw UserError(texts.format("error.fetch.no_connection", all));
    case FetchFault::not_found:
        throw UserError(texts.format("error.fetch.not_found", all));
    case FetchFault::refused:
        throw UserError(texts.format(refused, all));
    case FetchFault::server:
        throw UserError(texts.format("error.fetch.server", all));
    case FetchFault::too_slow:
        throw UserError(texts.format("error.fetch.too_slow", all));
    default:
        throw UserError(texts.format("error.fetch.too_large", all));
    }
}

} // namespace

ImportSource load_source(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    ImportSource source;
    source.name = file_name(url);
    auto bytes = load_text(context, url, reference::most_bytes);
    if (!bytes)
        throw UserError(texts.format("error.file_not_opened", {{"url", readable_url(url)}}));
    source.bytes = std::move(*bytes);
    if (is_spreadsheet_file(source.bytes))
        return from_spreadsheet(context, url, std::move(source), texts);
    return source;
}

StatBankTable fetch_table_info(const Context& context, const std::string& address, const std::string& table,
                               Language language, const Texts& texts, const std::function<void()>& meanwhile)
{
    if (!reference::is_api_address(address))
        throw UserError(texts.format("error.fetch.address", {{"address", address}}));
    if (!reference::looks_like_table_id(table))
        throw UserError(texts.format("error.fetch.table_name", {{"table", table}}));
    const Replacements values{{"table", table}};
    const std::string answer =
        fetched(context, address, reference::table_info_url(address, table, language), {.most_bytes = most_info_bytes},
                "error.fetch.no_table", values, texts, meanwhile);
    auto info = reference::read_table_info(answer);
    if (!info)
        throw UserError(texts.format("error.fetch.not_understood", {{"host", host_of(address)}, {"table", table}}));
    return std::move(*info);
}

ImportSource fetch_table(const Context& context, const std::string& address, const StatBankTable& table,
                         const StatBankChoice& choice, Language language, const Texts& texts,
                         const std::function<void()>& meanwhile)
{
    const std::size_t cells = reference::cell_count(table, choice);
    const auto counted = [&](std::size_t n) { return format_number(static_cast<double>(n), 0, texts.language()); };
    const Replacements values{
        {"table", table.id}, {"n", counted(cells)}, {"limit", counted(reference::most_bulk_cells)}};
    if (cells == 0)
        throw UserError(texts.format("error.fetch.nothing_chosen", values));
    if (cells > reference::most_bulk_cells)
        throw UserError(texts.format("error.fetch.too_many", values));
    const auto url = reference::data_url(address, table, choice, language);
    if (!url)
        throw UserError(texts.format("error.fetch.long_query", values));
    ImportSource source;
    source.bytes = fetched(context, address, *url, {}, "error.fetch.rejected", values, texts, meanwhile);
    source.name = table.id;
    source.statbank = table;
    source.language = language;
    return source;
}

ReadResult read_table(const ImportSource& source, const std::string& sheet,
                      std::optional<reference::DecimalMark> decimal_mark, const Words& words,
                      const Municipalities& municipalities)
{
    if (source.sheets.empty())
    {
        reference::ReadOptions options{decimal_mark};
        // The StatBank writes Danish numbers in Danish and English ones in English, so there is nothing to ask.
        if (source.statbank)
            options.decimal_mark =
                source.language == Language::danish ? reference::DecimalMark::comma : reference::DecimalMark::point;
        ReadResult result = reference::read_source(source.bytes, source.statbank ? source.name + ".csv" : source.name,
                                                   options, words, municipalities);
        if (auto* table = std::get_if<reference::ImportedTable>(&result); table && source.statbank)
        {
            table->table_id = source.statbank->id;
            table->title = source.statbank->text;
            table->unit = source.statbank->unit;
            table->updated = source.statbank->updated;
            table->note = source.statbank->note;
            table->source = reference::statbank_source;
            table->licence = reference::statbank_licence;
        }
        return result;
    }
    std::optional<ReadResult> first;
    for (const Grid& grid : source.sheets)
    {
        if (!sheet.empty() && folded(grid.sheet_name) != folded(sheet))
            continue;
        ReadResult result = reference::read_grid(grid, {decimal_mark, source.null_date}, words, municipalities);
        const auto* fault = std::get_if<ImportFault>(&result);
        if (!fault || fault->code == "decimal-mark")
        {
            if (auto* table = std::get_if<reference::ImportedTable>(&result))
                table->file = source.name;
            return result;
        }
        if (!first || std::get<ImportFault>(*first).code == "empty")
            first = std::move(result);
    }
    return first ? std::move(*first) : ReadResult(ImportFault{"empty", {}, {}});
}

std::vector<Grid> layout_sheets(const ImportSource& source, const std::string& sheet)
{
    std::vector<Grid> sheets = source.sheets.empty() ? grid_of_text(source.bytes, source.name) : source.sheets;
    if (!sheet.empty())
        std::erase_if(sheets, [&](const Grid& grid) { return folded(grid.sheet_name) != folded(sheet); });
    return sheets;
}

} // namespace trinvis::commands
