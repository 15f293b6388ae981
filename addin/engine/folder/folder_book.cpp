// SPDX-License-Identifier: MPL-2.0
#include "folder/folder_book.hpp"

#include "table/text_match.hpp"

#include <algorithm>

namespace trinvis::folder
{

namespace
{

/// The newest round that has passed; null when there is none.
const Round* newest_round(const Workbook& workbook, Date today)
{
    const Round* newest = nullptr;
    for (const Round& round : workbook.rounds)
        if (round.date && *round.date <= today && (!newest || *round.date > *newest->date))
            newest = &round;
    return newest;
}

std::vector<MissingFigure> missing_figures(const Workbook& workbook, const Round& round, const Words& words)
{
    const ValueReader reader(words);
    const auto is_missing = [&](const std::string& item)
    {
        if (item.empty())
            return false;
        const EntryLine* line = workbook.line(item);
        if (!line)
            return true;
        const ValueState state = reader.read(workbook.grid(workbook.entry).at(line->row, round.column)).state;
        return state == ValueState::empty || state == ValueState::missing;
    };
    std::vector<MissingFigure> missing;
    for (const Figure& figure : workbook.figures)
        if (is_missing(figure.numerator) || is_missing(figure.denominator) || is_missing(figure.value))
            missing.push_back({figure.id, figure.name});
    return missing;
}

BookState state_of(const Validation& validation, const SeverityCounts& left)
{
    if (left.errors > 0)
        return BookState::errors;
    if (validation.values_checked == 0)
        return BookState::nothing;
    return left.warnings > 0 ? BookState::warnings : BookState::ready;
}

} // namespace

std::string_view unread_code(Unread reason)
{
    switch (reason)
    {
    case Unread::empty:
        return "empty";
    case Unread::password:
        return "password";
    case Unread::damaged:
        return "damaged";
    case Unread::foreign:
        return "foreign";
    case Unread::too_large:
        return "too-large";
    default:
        return "failed";
    }
}

std::string_view state_code(BookState state)
{
    switch (state)
    {
    case BookState::ready:
        return "ready";
    case BookState::warnings:
        return "warnings";
    case BookState::errors:
        return "errors";
    case BookState::nothing:
        return "nothing";
    default:
        return "unread";
    }
}

std::size_t count_books(const FolderCheck& check, BookState state)
{
    return static_cast<std::size_t>(std::count_if(check.books.begin(), check.books.end(),
                                                  [state](const Book& book) { return book.state == state; }));
}

Book checked_book(std::string file, std::string url, const Workbook& workbook, const Validation& validation,
                  const Words& words, Date today, Language language)
{
    Book book;
    book.file = std::move(file);
    book.url = std::move(url);
    if (workbook.municipality)
    {
        book.municipality_code = workbook.municipality->code;
        book.municipality = workbook.municipality->name;
    }
    book.data_note = workbook.data_note;
    book.verdict = readiness_line(validation, words.in(language));
    book.left = count_open(validation.findings);
    book.explained = validation.findings.size() - book.left.all();
    book.state = state_of(validation, book.left);
    const Round* round = workbook.entry.found() ? newest_round(workbook, today) : nullptr;
    if (round)
    {
        book.round = round->date;
        book.missing = missing_figures(workbook, *round, words);
    }
    const auto first = std::find_if(validation.findings.begin(), validation.findings.end(),
                                    [](const Finding& finding) { return finding.severity == rules::Severity::error; });
    if (first != validation.findings.end())
        book.first_error = FirstError{first->sheet, first->cell, first->place, first->message, first->remedy};
    return book;
}

Book unread_book(std::string file, std::string url, Unread reason, const Texts& texts)
{
    Book book;
    book.file = std::move(file);
    book.url = std::move(url);
    book.unread = reason;
    book.verdict = texts.get("folder.unread." + std::string(unread_code(reason)));
    return book;
}

bool is_workbook_name(std::string_view file_name)
{
    if (file_name.starts_with(".") || file_name.starts_with("~$"))
        return false;
    const std::string name = folded(file_name);
    return name.ends_with(".ods") || name.ends_with(".xlsx");
}

std::string lock_name(std::string_view file_name)
{
    return ".~lock." + std::string(file_name) + "#";
}

Unread why_not_opened(std::string_view first_bytes, bool encrypted)
{
    using namespace std::string_view_literals;
    constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
    if (first_bytes.empty())
        return Unread::empty;
    return encrypted || first_bytes.starts_with(compound_file) ? Unread::password : Unread::damaged;
}

} // namespace trinvis::folder
