// SPDX-License-Identifier: MPL-2.0
#include "folder/folder_results.hpp"

#include "folder/folder_overview.hpp"
#include "table/csv_text.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace trinvis::folder
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "trinvis-folder";
constexpr std::array<std::string_view, 14> columns{"file",    "municipality", "code",    "state",     "verdict",
                                                   "errors",  "warnings",     "notices", "explained", "round",
                                                   "missing", "first_error",  "message", "remedy"};

Json opened(bool success, const Texts& texts, std::string_view product_version)
{
    Json document;
    document["format"] = format_name;
    document["version"] = 1;
    document["product"] = "Trinvis " + std::string(product_version);
    document["language"] = language_code(texts.language());
    document["success"] = success;
    return document;
}

/// A text that a spreadsheet holds is not always well-formed; a file that cannot be read helps nobody.
std::string closed(const Json& document)
{
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json book_json(const Book& book)
{
    Json one;
    one["file"] = book.file;
    one["state"] = state_code(book.state);
    one["reason"] = book.state == BookState::unread ? std::string(unread_code(book.unread)) : std::string{};
    one["in_use"] = book.in_use;
    one["municipality"] = {{"code", book.municipality_code}, {"name", book.municipality}};
    one["note"] = book.data_note;
    one["verdict"] = book.verdict;
    one["counts"] = {{"errors", book.left.errors},
                     {"warnings", book.left.warnings},
                     {"information", book.left.information},
                     {"explained", book.explained}};
    one["round"] = book.round ? iso_date(*book.round) : std::string{};
    one["missing"] = Json::array();
    for (const MissingFigure& figure : book.missing)
        one["missing"].push_back({{"figure", figure.id}, {"name", figure.name}});
    one["first_error"] = nullptr;
    if (book.first_error)
        one["first_error"] = {{"sheet", book.first_error->sheet},
                              {"cell", book.first_error->cell},
                              {"message", book.first_error->message},
                              {"remedy", book.first_error->remedy}};
    return one;
}

} // namespace

std::string folder_json(const FolderCheck& check, const Texts& texts, std::string_view product_version)
{
    Json document = opened(true, texts, product_version);
    document["error"] = "";
    document["folder"] = check.folder;
    document["checked"] = iso_date(check.checked);
    document["complete"] = check.books.size() >= check.files;
    document["summary"] = folder_summary(check, texts);
    document["counts"] = {{"files", check.files}};
    for (const BookState state :
         {BookState::ready, BookState::warnings, BookState::errors, BookState::nothing, BookState::unread})
        document["counts"][std::string(state_code(state))] = count_books(check, state);
    document["workbooks"] = Json::array();
    for (const Book& book : check.books)
        document["workbooks"].push_back(book_json(book));
    return closed(document);
}

std::string failed_folder_json(std::string_view folder, std::string_view error, const Texts& texts,
                               std::string_view product_version)
{
    Json document = opened(false, texts, product_version);
    document["error"] = error;
    document["folder"] = folder;
    document["workbooks"] = Json::array();
    return closed(document);
}

std::string folder_csv(const FolderCheck& check, const Texts& texts)
{
    std::string out = "\xEF\xBB\xBF";
    std::vector<std::string> row;
    row.reserve(columns.size());
    for (const std::string_view column : columns)
        row.push_back(texts.get("folder.column." + std::string(column)));
    write_csv_row(out, row, ';');
    for (const Book& book : check.books)
    {
        const bool read = book.state != BookState::unread;
        const auto count = [read](std::size_t n) { return read ? std::to_string(n) : std::string{}; };
        std::string missing;
        for (const MissingFigure& figure : book.missing)
            missing += (missing.empty() ? "" : ", ") + figure.id;
        row = {book.file,
               book.municipality,
               book.municipality_code,
               texts.get("folder.state." + std::string(state_code(book.state))),
               book.verdict,
               count(book.left.errors),
               count(book.left.warnings),
               count(book.left.information),
               count(book.explained),
               book.round ? format_date(*book.round, texts.language()) : std::string{},
               missing,
               book.first_error ? book.first_error->sheet + " " + book.first_error->cell : std::string{},
               book.first_error ? book.first_error->message : std::string{},
               book.first_error ? book.first_error->remedy : std::string{}};
        for (std::string& field : row)
            field = without_formula(field);
        write_csv_row(out, row, ';');
    }
    return out;
}

bool is_folder_json(std::string_view content)
{
    const Json document = Json::parse(content, nullptr, false);
    return document.is_object() && document.contains("format") && document["format"] == format_name;
}

} // namespace trinvis::folder
