// SPDX-License-Identifier: MPL-2.0
#include "commands/folder_files.hpp"

#include "calc/overtyped.hpp"
#include "calc/reader.hpp"
#include "office/hidden_document.hpp"
#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/packages/zip/ZipFileAccess.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess3.hpp>
#include <com/sun/star/util/DateTime.hpp>
#include <cstdio>
#include <osl/file.hxx>

namespace trinvis::commands
{

using namespace office;

namespace
{

/// Enough to tell a compound file from a package.
constexpr std::size_t first_bytes = 64;

/// True when the manifest of an OpenDocument package speaks of encryption; the manifest itself is never encrypted.
bool has_encrypted_manifest(const Context& context, const rtl::OUString& url)
{
    constexpr sal_Int32 most = 4 * 1024 * 1024;
    try
    {
        const auto package = css::packages::zip::ZipFileAccess::createWithURL(context, url);
        css::uno::Reference<css::io::XInputStream> in;
        if (!package->hasByName("META-INF/manifest.xml") || !(package->getByName("META-INF/manifest.xml") >>= in) ||
            !in.is())
            return false;
        css::uno::Sequence<sal_Int8> bytes;
        const sal_Int32 read = in->readBytes(bytes, most);
        const std::string_view text(reinterpret_cast<const char*>(bytes.getConstArray()),
                                    static_cast<std::size_t>(read));
        return text.find("encryption-data") != std::string_view::npos;
    }
    catch (const css::uno::Exception&)
    {
        // No package at all.
        return false;
    }
}

folder::Unread why_not(const Context& context, const FolderFile& file)
{
    const auto bytes = load_text(context, file.url, first_bytes);
    if (!bytes)
        return folder::Unread::failed;
    return folder::why_not_opened(*bytes, has_encrypted_manifest(context, file.url));
}

std::string sortable(const css::util::DateTime& time)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02u:%02u:%02u.%09u", static_cast<int>(time.Year),
                  static_cast<unsigned>(time.Month), static_cast<unsigned>(time.Day), static_cast<unsigned>(time.Hours),
                  static_cast<unsigned>(time.Minutes), static_cast<unsigned>(time.Seconds),
                  static_cast<unsigned>(time.NanoSeconds));
    return text.data();
}

} // namespace

std::vector<FolderFile> workbooks_in(const Context& context, const rtl::OUString& folder, const Texts& texts)
{
    std::vector<FolderFile> files;
    const auto access = create<css::ucb::XSimpleFileAccess3>(context, "com.sun.star.ucb.SimpleFileAccess");
    try
    {
        if (folder.isEmpty() || !access->isFolder(folder))
            throw UserError(texts.format("folder.error.no_folder", {{"folder", readable_url(folder)}}));
        const css::uno::Sequence<rtl::OUString> inside = access->getFolderContents(folder, false);
        for (const rtl::OUString& url : inside)
        {
            FolderFile file{file_name(url), url, false, {}};
            if (!folder::is_workbook_name(file.name))
                continue;
            const std::string lock = folder::lock_name(file.name);
            file.in_use = std::any_of(inside.begin(), inside.end(),
                                      [&lock](const rtl::OUString& other) { return file_name(other) == lock; });
            file.saved = sortable(access->getDateTimeModified(url));
            files.push_back(std::move(file));
        }
    }
    catch (const css::uno::Exception&)
    {
        throw UserError(texts.format("folder.error.no_folder", {{"folder", readable_url(folder)}}));
    }
    if (files.empty())
        throw UserError(texts.format("folder.error.no_workbooks", {{"folder", readable_url(folder)}}));
    std::sort(files.begin(), files.end(),
              [](const FolderFile& a, const FolderFile& b)
              { return std::pair(folded(a.name), a.name) < std::pair(folded(b.name), b.name); });
    return files;
}

ReadBook read_book(const Context& context, const FolderFile& file)
{
    try
    {
        const Package& package = Package::of(context);
        // The office makes a new document of a file that holds nothing.
        if (const auto bytes = load_text(context, file.url, first_bytes); bytes && bytes->empty())
            return folder::Unread::empty;
        const bool excel = folded(file.name).ends_with(".xlsx");
        // Named by its filter a file is what its name says: a text or a page from the network is not opened as a sheet.
        const HiddenDocument document(context, file.url,
                                      excel ? rtl::OUString("Calc MS Excel 2007 XML") : rtl::OUString("calc8"));
        const auto spreadsheet = query_if<css::sheet::XSpreadsheetDocument>(document.model());
        if (!spreadsheet.is())
            return why_not(context, file);
        WorkbookCells cells;
        try
        {
            cells = calc::read_cells(spreadsheet, package.words().in(interface_language(context)));
        }
        catch (const UserError&)
        {
            return folder::Unread::too_large;
        }
        if (!is_key_figure_workbook(cells, package.words()))
            return folder::Unread::foreign;
        calc::find_overtyped(context, spreadsheet, cells);
        return read_workbook(std::move(cells), package.words(), package.municipalities());
    }
    catch (const css::uno::Exception&)
    {
        return folder::Unread::failed;
    }
    catch (const std::exception&)
    {
        return folder::Unread::failed;
    }
}

rtl::OUString url_of_place(const rtl::OUString& place)
{
    if (place.startsWith("/") || (place.getLength() > 2 && place[1] == ':'))
    {
        rtl::OUString url;
        return osl::FileBase::getFileURLFromSystemPath(place, url) == osl::FileBase::E_None ? url : rtl::OUString();
    }
    return place.indexOf(':') > 0 ? place : rtl::OUString();
}

} // namespace trinvis::commands
