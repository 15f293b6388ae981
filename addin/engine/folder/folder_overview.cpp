// SPDX-License-Identifier: MPL-2.0
#include "folder/folder_overview.hpp"

#include <algorithm>
#include <array>

namespace trinvis::folder
{

namespace
{

constexpr std::array<std::string_view, 14> columns{"file",    "municipality", "code",    "state",     "verdict",
                                                   "errors",  "warnings",     "notices", "explained", "round",
                                                   "missing", "first_error",  "message", "remedy"};
constexpr int code_column = 2;
constexpr int state_column = 3;
constexpr int first_count_column = 5;
constexpr int last_count_column = 8;
constexpr int round_column = 9;
constexpr int error_column = 11;
constexpr int last_column = static_cast<int>(columns.size()) - 1;
constexpr int last_note_column = 10; ///< to which the ground of a note below the title reaches

Style state_style(BookState state)
{
    switch (state)
    {
    case BookState::ready:
        return Style::good;
    case BookState::warnings:
        return Style::warning;
    case BookState::nothing:
        return Style::information;
    default:
        return Style::error;
    }
}

/// "3 Anbragte, 7 Underretninger": a missing figure by number and name.
std::string missing_text(const Book& book, const Texts& texts)
{
    // Where everything is missing a list of all figures says less than the word.
    constexpr std::size_t most_named = 12;
    if (book.missing.size() > most_named)
        return texts.count("folder.missing", book.missing.size());
    std::string text;
    for (const MissingFigure& figure : book.missing)
        text += (text.empty() ? "" : ", ") + figure.id + " " + figure.name;
    return text;
}

std::string verdict_text(const Book& book, const Texts& texts)
{
    return book.in_use ? book.verdict + " " + texts.get("folder.in_use") : book.verdict;
}

/// "a.ods, b.ods"; of many the first ones and how many more there are.
std::string named_files(const std::vector<std::string>& files, const Texts& texts)
{
    constexpr std::size_t most_named = 4;
    const std::size_t named = files.size() > most_named ? most_named - 1 : files.size();
    std::string text;
    for (std::size_t i = 0; i < named; ++i)
        text.append(i > 0 ? ", " : "").append(files[i]);
    if (named < files.size())
        text.append(", ").append(texts.count("folder.more", files.size() - named));
    return text;
}

/// What Stamdata of the workbooks says of their numbers, each note once: "Opdigtede tal. (a.ods, b.ods)".
std::vector<std::string> note_lines(const FolderCheck& check, const Texts& texts)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> files_by_note;
    for (const Book& book : check.books)
    {
        if (book.data_note.empty())
            continue;
        const auto known = std::find_if(files_by_note.begin(), files_by_note.end(),
                                        [&book](const auto& entry) { return entry.first == book.data_note; });
        if (known == files_by_note.end())
            files_by_note.emplace_back(book.data_note, std::vector{book.file});
        else
            known->second.push_back(book.file);
    }
    std::vector<std::string> lines;
    lines.reserve(files_by_note.size());
    for (auto& [note, files] : files_by_note)
    {
        std::string& line = lines.emplace_back(std::move(note));
        line.append(" (").append(named_files(files, texts)).append(")");
    }
    return lines;
}

ContentCell count_cell(const Book& book, std::size_t count)
{
    if (book.state == BookState::unread)
        return {};
    return static_cast<double>(count);
}

std::vector<ContentCell> book_row(const Book& book, const Texts& texts)
{
    std::vector<ContentCell> row{
        book.file,
        book.municipality.empty() && book.state != BookState::unread ? texts.get("word.unknown") : book.municipality,
        book.municipality_code,
        texts.get("folder.state." + std::string(state_code(book.state))),
        verdict_text(book, texts),
        count_cell(book, book.left.errors),
        count_cell(book, book.left.warnings),
        count_cell(book, book.left.information),
        count_cell(book, book.explained),
        {},
        missing_text(book, texts),
        {},
        {},
        {}};
    if (book.round)
        row[round_column] = *book.round;
    if (book.first_error)
    {
        const FirstError& error = *book.first_error;
        row[error_column] = error.sheet + " " + error.cell;
        row[error_column + 1] = error.message;
        row[error_column + 2] = error.remedy;
    }
    return row;
}

} // namespace

std::string folder_summary(const FolderCheck& check, const Texts& texts)
{
    std::string text = texts.count("folder.count", check.books.size());
    for (const BookState state :
         {BookState::ready, BookState::warnings, BookState::errors, BookState::nothing, BookState::unread})
        if (const std::size_t n = count_books(check, state); n > 0)
            text += " · " + texts.get("folder.state." + std::string(state_code(state))) + ": " + std::to_string(n);
    return text;
}

FolderSheet folder_sheet(const FolderCheck& check, const Texts& texts)
{
    FolderSheet overview;
    SheetContent& sheet = overview.content;
    sheet.id = "folder_overview";
    sheet.name = texts.get("sheet.folder_overview");
    sheet.column_widths_mm = {48, 32, 14, 27, 44, 15, 23, 27, 22, 25, 44, 32, 56, 50};
    sheet.rows.push_back({texts.format("folder.title", {{"folder", check.folder}})});
    sheet.rows.push_back({folder_summary(check, texts)});
    sheet.rows.push_back({texts.format("folder.checked", {{"date", format_date(check.checked, texts.language())}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    sheet.style({1, 0, 2, 0}, Style::subtitle);
    if (check.files > check.books.size())
    {
        sheet.style({sheet.row_count(), 0, sheet.row_count(), 4}, Style::warning);
        sheet.rows.push_back({texts.format(
            "folder.cancelled", {{"done", std::to_string(check.books.size())}, {"all", std::to_string(check.files)}})});
    }
    for (const std::string& line : note_lines(check, texts))
    {
        sheet.style({sheet.row_count(), 0, sheet.row_count(), last_note_column}, Style::invented);
        sheet.rows.push_back({line});
    }
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings;
    headings.reserve(columns.size());
    for (const std::string_view key : columns)
        headings.emplace_back(texts.get("folder.column." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    for (const Book& book : check.books)
        sheet.rows.push_back(book_row(book, texts));
    const int first = heading + 1;
    const int last = sheet.row_count() - 1;
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.frozen_rows = heading + 1;
    sheet.frozen_columns = 1;
    if (check.books.empty())
        return overview;
    sheet.style({first, 0, last, last_column}, Style::cell);
    sheet.style({first, 0, last, 0}, Style::cell_link);
    sheet.style({first, code_column, last, code_column}, Style::cell_line);
    sheet.style({first, first_count_column, last, last_count_column}, Style::cell_number);
    sheet.style({first, round_column, last, round_column}, Style::cell_date);
    for (int row = first; row <= last; ++row)
    {
        const Book& book = check.books[static_cast<std::size_t>(row - first)];
        sheet.style({row, state_column, row, state_column}, state_style(book.state));
        overview.links.push_back({row, 0, book.url});
        if (!book.first_error)
            continue;
        sheet.style({row, error_column, row, error_column}, Style::cell_link);
        overview.links.push_back(
            {row, error_column,
             book.url + "#" + quoted_sheet_name(book.first_error->sheet) + "." + book.first_error->cell});
    }
    sheet.filter = true;
    return overview;
}

} // namespace trinvis::folder
