// SPDX-License-Identifier: MPL-2.0
#include "delivery/delivery_check.hpp"

#include "table/csv_text.hpp"
#include "table/number_text.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace trinvis
{

namespace
{

/// A figure as a delivery or a workbook states it.
struct Stated
{
    std::string item;
    std::string name;
    Date cut_off{};
    std::optional<double> number;
    std::string missing; ///< one of missing_kinds(), where there is no number

    [[nodiscard]] bool same_as(const Stated& other) const
    {
        return number == other.number && missing == other.missing;
    }
};

using Key = std::pair<std::string, Date>;

const DeliveryFile* file_named(const std::vector<DeliveryFile>& files, std::string_view name)
{
    const auto found = std::find_if(files.begin(), files.end(), [name](const auto& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

std::optional<double> exactly(const std::string& text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// The rows of the delivered figures; nothing when the file is no table of figures.
std::optional<std::vector<Stated>> delivered_figures(const std::string& content)
{
    const auto rows = read_csv(content);
    if (!rows || rows->empty())
        return std::nullopt;
    const std::vector<std::string>& headings = rows->front();
    const auto column = [&](std::string_view name)
    { return static_cast<std::size_t>(std::find(headings.begin(), headings.end(), name) - headings.begin()); };
    const std::size_t item = column("item");
    const std::size_t name = column("name");
    const std::size_t cut_off = column("cut_off");
    const std::size_t value = column("value");
    const std::size_t missing = column("missing");
    for (const std::size_t needed : {item, name, cut_off, value, missing})
        if (needed == headings.size())
            return std::nullopt;
    std::vector<Stated> figures;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row)
    {
        const auto date = row->size() < headings.size() ? std::nullopt : parse_date((*row)[cut_off]);
        if (!date)
            return std::nullopt;
        figures.push_back(
            {with_formula((*row)[item]), with_formula((*row)[name]), *date, exactly((*row)[value]), (*row)[missing]});
    }
    return figures;
}

std::string shown(const Stated& stated, const Texts& texts)
{
    if (stated.number)
        return format_plain(*stated.number, texts.language());
    const std::vector<std::string> kinds = missing_kinds();
    if (std::find(kinds.begin(), kinds.end(), stated.missing) == kinds.end())
        return stated.missing;
    return stated.missing == "not_entered" || stated.missing == "unreadable"
               ? texts.get("delivery.missing." + stated.missing)
               : texts.get("blank." + stated.missing);
}

std::string_view state_code(DeliveredFileState state)
{
    switch (state)
    {
    case DeliveredFileState::changed:
        return "changed";
    case DeliveredFileState::missing:
        return "missing";
    case DeliveredFileState::added:
        return "added";
    default:
        return "same";
    }
}

std::vector<DeliveredFile> checked_files(const std::vector<DeliveryFile>& files, const Receipt& receipt,
                                         const Checksum& checksum)
{
    std::vector<DeliveredFile> checked;
    for (const ReceiptFile& listed : receipt.files)
    {
        const DeliveryFile* file = file_named(files, listed.name);
        checked.push_back({listed.name, !file                                        ? DeliveredFileState::missing
                                        : checksum(file->content) == listed.checksum ? DeliveredFileState::same
                                                                                     : DeliveredFileState::changed});
    }
    for (const DeliveryFile& file : files)
        if (file.name != receipt_file &&
            std::none_of(receipt.files.begin(), receipt.files.end(),
                         [&file](const ReceiptFile& listed) { return listed.name == file.name; }))
            checked.push_back({file.name, DeliveredFileState::added});
    std::stable_partition(checked.begin(), checked.end(),
                          [](const DeliveredFile& file) { return file.state != DeliveredFileState::same; });
    return checked;
}

void compare_figures(DeliveryCheck& check, const std::vector<Stated>& delivered, const Workbook& workbook,
                     const Words& words)
{
    const Texts& texts = words.in(workbook.language);
    std::map<Key, const Stated*> known;
    for (const Stated& figure : delivered)
        known.emplace(Key{folded(figure.item), figure.cut_off}, &figure);
    const Grid& grid = workbook.grid(workbook.entry);
    for (const EntryLine& line : workbook.lines)
        for (const Round& round : workbook.rounds)
        {
            if (line.id.empty() || !round.date)
                continue;
            const Cell& cell = grid.at(line.row, round.column);
            const double* number = std::get_if<double>(&cell);
            const Stated now{line.id, line.name, *round.date, number ? std::optional(*number) : std::nullopt,
                             missing_kind(cell, words)};
            const auto found = known.find({folded(line.id), *round.date});
            const Stated* before = found == known.end() ? nullptr : found->second;
            if (before && before->same_as(now))
                ++check.same_figures;
            // A round that was added and holds nothing yet is no difference.
            else if (before || now.missing != "not_entered")
                check.figures.push_back({line.id,
                                         line.name,
                                         *round.date,
                                         before ? shown(*before, texts) : std::string{},
                                         shown(now, texts),
                                         {workbook.entry.sheet, line.row, round.column}});
            if (before)
                known.erase(found);
        }
    for (const Stated& figure : delivered)
        if (const auto left = known.find({folded(figure.item), figure.cut_off});
            left != known.end() && left->second == &figure && figure.missing != "not_entered")
            check.figures.push_back(
                {figure.item, figure.name, figure.cut_off, shown(figure, texts), std::string{}, Place{}});
}

} // namespace

std::size_t DeliveryCheck::damaged_files() const
{
    return static_cast<std::size_t>(std::count_if(
        files.begin(), files.end(), [](const DeliveredFile& file) { return file.state != DeliveredFileState::same; }));
}

std::optional<Receipt> receipt_in(const std::vector<DeliveryFile>& files)
{
    const DeliveryFile* file = file_named(files, receipt_file);
    return file ? read_receipt(file->content) : std::nullopt;
}

std::variant<DeliveryCheck, DeliveryFault> check_delivery(const std::vector<DeliveryFile>& files,
                                                          const Workbook& workbook, const Words& words,
                                                          const Checksum& checksum)
{
    DeliveryCheck check;
    auto receipt = receipt_in(files);
    if (!receipt)
        return DeliveryFault{"delivery.fault.no_receipt", {}};
    if (!workbook.municipality || receipt->municipality != workbook.municipality->code)
        return DeliveryFault{
            "delivery.fault.other_municipality",
            {{"other", receipt->municipality_name},
             {"municipality",
              workbook.municipality ? workbook.municipality->name : words.in(workbook.language).get("word.unknown")}}};
    check.files = checked_files(files, *receipt, checksum);
    check.receipt = std::move(*receipt);
    const DeliveryFile* figures = file_named(files, std::string("figures") + ".csv");
    const auto delivered = figures ? delivered_figures(figures->content) : std::nullopt;
    if (!delivered)
        return DeliveryFault{"delivery.fault.no_figures", {}};
    compare_figures(check, *delivered, workbook, words);
    return check;
}

SheetContent delivery_check_sheet(const DeliveryCheck& check, const std::string& package_name, const Workbook& workbook,
                                  const Texts& texts)
{
    constexpr int last_column = 5;
    SheetContent sheet;
    sheet.id = "delivery_check";
    sheet.name = texts.get("sheet.delivery_check");
    sheet.column_widths_mm = {44, 44, 92, 34, 34, 34};
    sheet.rows.push_back({texts.format("delivery_check.title", {{"package", package_name}})});
    sheet.style({0, 0, 0, 0}, Style::title);
    const std::size_t damaged = check.damaged_files();
    sheet.rows.push_back({damaged == 0 ? texts.count("delivery_check.files_same", check.files.size())
                                       : texts.count("delivery_check.files_damaged", damaged)});
    sheet.style({1, 0, 1, last_column}, damaged == 0 ? Style::good : Style::error);
    sheet.rows.push_back({check.figures.empty() ? texts.count("delivery_check.figures_same", check.same_figures)
                                                : texts.count("delivery_check.figures_differ", check.figures.size())});
    sheet.style({2, 0, 2, last_column}, check.figures.empty() ? Style::good : Style::warning);
    sheet.rows.push_back({texts.format("delivery_check.made", {{"time", readable_time(check.receipt.time, texts)},
                                                               {"version", check.receipt.product_version}})});
    sheet.rows.push_back({texts.get("delivery_check.how")});
    sheet.style({3, 0, 4, 0}, Style::subtitle);
    sheet.rows.emplace_back();
    const int heading = sheet.row_count();
    std::vector<ContentCell> headings;
    for (const char* key : {"what", "cut_off", "name", "delivered", "now", "cell"})
        headings.emplace_back(texts.get("delivery_check.column." + std::string(key)));
    sheet.rows.push_back(std::move(headings));
    for (const DeliveredFile& file : check.files)
        if (file.state != DeliveredFileState::same)
            sheet.rows.push_back({texts.get("delivery_check.file"), std::string("–"), file.name,
                                  texts.get("delivery_check.file." + std::string(state_code(file.state))),
                                  std::string("–"), std::string("–")});
    for (const DeliveredFigure& figure : check.figures)
    {
        ContentCell cell = std::string("–");
        if (figure.place.sheet >= 0)
            cell = LinkTo{cell_address(figure.place.row, figure.place.column),
                          workbook.cells.sheets[static_cast<std::size_t>(figure.place.sheet)].sheet_name,
                          figure.place.row, figure.place.column};
        sheet.rows.push_back({figure.item, figure.cut_off, figure.name,
                              figure.delivered.empty() ? texts.get("delivery_check.not_there") : figure.delivered,
                              figure.now.empty() ? texts.get("delivery_check.not_there") : figure.now,
                              std::move(cell)});
    }
    if (sheet.row_count() == heading + 1)
        sheet.rows.push_back({texts.get("delivery_check.nothing")});
    const int last = sheet.row_count() - 1;
    sheet.style({heading, 0, heading, last_column}, Style::heading);
    sheet.style_texts({heading + 1, 0, last, last_column});
    sheet.style({heading + 1, 1, last, 1}, Style::cell_date);
    sheet.style({heading + 1, last_column, last, last_column}, Style::cell_link);
    sheet.table = CellRange{heading, 0, last, last_column};
    sheet.filter = true;
    sheet.frozen_rows = heading + 1;
    return sheet;
}

} // namespace trinvis
