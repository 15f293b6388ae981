// SPDX-License-Identifier: MPL-2.0
#include "commands/delivery.hpp"

#include "calc/styles.hpp"
#include "commands/open_workbook.hpp"
#include "commands/result_sheet.hpp"
#include "delivery/delivery_check.hpp"
#include "delivery/delivery_refusal.hpp"
#include "office/hidden_document.hpp"
#include "office/progress.hpp"
#include "office/quiet.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "office/zip_file.hpp"
#include "privacy/workbook_suppression.hpp"
#include "writer/save.hpp"

#include <array>
#include <chrono>
#include <ctime>

namespace trinvis::commands
{

namespace
{

using namespace office;

/// The largest package that is read, in bytes.
constexpr std::size_t largest_package = std::size_t{64} * 1024 * 1024;

/// The time by the clock on the wall and how far it is from UTC, as RFC 3339 writes them.
std::string time_now()
{
    constexpr std::size_t minutes_of_zone = 2;
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", std::localtime(&now));
    std::string time = text.data();
    time.insert(time.size() - minutes_of_zone, ":");
    return time;
}

Checksum checksum_of(const Context& context)
{
    return [context](std::string_view bytes) { return sha256(context, bytes); };
}

Validation validation_of(const OpenWorkbook& open)
{
    return validate(open.workbook, open.package.words(), open.package.municipalities(), today());
}

void refuse(const OpenWorkbook& open, const Validation& validation)
{
    if (const std::string why = delivery_refusal(open.workbook, validation, open.package.words()); !why.empty())
        throw UserError(why);
}

/// Blanks what must not be seen when the workbook is set to be shared; returns how many numbers.
std::size_t hide(OpenWorkbook& open)
{
    const privacy::HiddenNumbers hidden = privacy::hidden_numbers(
        open.workbook, open.package.words(), open.package.municipalities(), open.package.known_relations());
    privacy::blank(open.workbook, hidden, open.package.words());
    return hidden.own_small + hidden.own_more;
}

void refuse_target(const Context& context, const OpenWorkbook& open, const rtl::OUString& url)
{
    const Texts& texts = open.texts();
    if (url.isEmpty() || url.indexOf(':') < 0)
        throw UserError(
            texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", texts.get("error.no_url")}}),
            Blame::target);
    writer::refuse_open_target(context, url, texts);
    writer::refuse_unwritable_target(context, url, texts);
}

} // namespace

void refuse_delivery(const Context& context, const Model& model)
{
    const OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    refuse(open, validation_of(open));
    refuse_unclear_sharing(open);
}

std::string deliver(const Context& context, const Model& model, const rtl::OUString& url)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    progress.show(texts.get("progress.validating"), 30);
    const Validation validation = validation_of(open);
    refuse(open, validation);
    refuse_unclear_sharing(open);
    refuse_target(context, open, url);
    progress.show(texts.get("progress.delivery"), 70);
    const bool shared = open.workbook.sharing.wanted;
    const std::size_t hidden = hide(open);
    const DeliveryPackage made = make_delivery(
        {open.workbook, validation, package.words()},
        {.time = time_now(), .product_version = package.version(), .hidden = hidden}, checksum_of(context));
    std::vector<ZipEntry> entries;
    entries.reserve(made.files.size());
    for (const DeliveryFile& file : made.files)
        entries.emplace_back(file.name, file.content);
    save_beside(context, url, texts, [&](const rtl::OUString& beside) { write_zip(context, beside, entries); });
    const Replacements values{{"url", readable_url(url)},
                              {"numbers", texts.count("delivery.numbers", made.numbers)},
                              {"hidden", std::to_string(hidden)}};
    std::string told = shared ? texts.format("done.deliver.shared", values)
                              : texts.format("done.deliver", values) + "\n" + texts.get("done.deliver.internal");
    if (made.names_left_out > 0)
        told += "\n" + texts.count("delivery.receipt.names", made.names_left_out);
    return told;
}

std::string read_receipt_of(const Context& context, const Model& model, const std::vector<rtl::OUString>& urls)
{
    const Package& package = Package::of(context);
    Progress progress(model);
    progress.show(package.words().in(interface_language(context)).get("progress.reading"), 5);
    OpenWorkbook open = open_workbook(context, model);
    require_figures(open);
    const Texts& texts = open.texts();
    if (urls.empty() || urls.front().indexOf(':') < 0)
        throw UserError(texts.get("delivery.fault.none_chosen"));
    const rtl::OUString& url = urls.front();
    calc::refuse_unwritable(open.document, named_sheet("delivery_check", texts), texts);
    progress.show(texts.get("progress.delivery_check"), 30);
    const auto entries = read_zip(context, url, largest_package);
    if (!entries)
        throw UserError(texts.format("delivery.fault.unreadable", {{"url", readable_url(url)}}));
    std::vector<DeliveryFile> files;
    files.reserve(entries->size());
    for (const auto& [name, bytes] : *entries)
        files.push_back({name, bytes});
    // A package in which numbers are hidden is held against a workbook in which the same are.
    if (const auto receipt = receipt_in(files))
    {
        open.workbook.sharing.wanted = receipt->shared;
        open.workbook.sharing.threshold = receipt->threshold;
        static_cast<void>(hide(open));
    }
    const auto result = check_delivery(files, open.workbook, package.words(), checksum_of(context));
    if (const auto* fault = std::get_if<DeliveryFault>(&result))
    {
        Replacements values = fault->values;
        values.emplace_back("url", readable_url(url));
        throw UserError(texts.format(fault->key, values));
    }
    const auto& check = std::get<DeliveryCheck>(result);
    const SheetContent content = delivery_check_sheet(check, file_name(url), open.workbook, texts);
    progress.show(texts.get("progress.writing"), 80);
    write_result(open, content, texts.get("undo.delivery_check"));
    if (check.damaged_files() == 0 && check.figures.empty())
        return texts.get("done.read_receipt.same");
    return texts.format("done.read_receipt.changed",
                        {{"files", texts.count("done.read_receipt.files", check.damaged_files())},
                         {"figures", texts.count("done.read_receipt.figures", check.figures.size())}});
}

} // namespace trinvis::commands
