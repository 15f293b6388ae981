// SPDX-License-Identifier: MPL-2.0
#include "office/save_text.hpp"

#include "office/text.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <osl/file.hxx>
#include <random>

namespace trinvis::office
{

namespace
{

using FileAccess = css::uno::Reference<css::ucb::XSimpleFileAccess>;

void kill_quietly(const FileAccess& files, const rtl::OUString& url)
{
    try
    {
        if (files->exists(url))
            files->kill(url);
    }
    catch (const css::uno::Exception&)
    {
        // A file that cannot be taken away is a nuisance, but no reason for another message.
        return;
    }
}

} // namespace

void save_beside(const Context& context, const rtl::OUString& url, const Texts& texts,
                 const std::function<void(const rtl::OUString& beside)>& write)
{
    const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
    const sal_Int32 slash = url.lastIndexOf('/');
    const rtl::OUString beside =
        url.copy(0, slash + 1) + from_utf8(".trinvis-" + std::to_string(std::random_device{}()) + ".tmp");
    const auto not_saved = [&](const std::string& why)
    {
        return UserError(
            texts.format("error.target_not_saved", {{"url", readable_url(url)},
                                                    {"why", why.empty() ? texts.get("error.not_saved_reason") : why}}),
            Blame::target);
    };
    // The file access would make the folders that are missing, and a slip of the pen would be a folder.
    if (url.startsWithIgnoreAsciiCase("file:") && !files->isFolder(url.copy(0, slash)))
        throw not_saved(texts.get("error.no_folder"));
    try
    {
        write(beside);
        files->move(beside, url);
    }
    catch (const css::uno::Exception&)
    {
        kill_quietly(files, beside);
        // What the office says of it is English and for programmers.
        throw not_saved({});
    }
}

void save_text(const Context& context, const rtl::OUString& url, const std::string& content, const Texts& texts)
{
    save_beside(context, url, texts,
                [&](const rtl::OUString& beside)
                {
                    const auto files =
                        create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
                    const css::uno::Reference<css::io::XOutputStream> out = files->openFileWrite(beside);
                    const css::uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(content.data()),
                                                             static_cast<sal_Int32>(content.size()));
                    out->writeBytes(bytes);
                    out->closeOutput();
                });
}

std::optional<std::string> load_text(const Context& context, const rtl::OUString& url, std::size_t limit)
{
    constexpr sal_Int32 block = 1 << 20;
    try
    {
        const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
        const css::uno::Reference<css::io::XInputStream> in = files->openFileRead(url);
        // A folder has no content, and no error either.
        if (!in.is())
            return std::nullopt;
        std::string content;
        css::uno::Sequence<sal_Int8> bytes;
        while (content.size() <= limit && in->readBytes(bytes, block) > 0)
            content.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                           static_cast<std::size_t>(bytes.getLength()));
        in->closeInput();
        content.resize(std::min(content.size(), limit + 1));
        return content;
    }
    catch (const css::uno::Exception&)
    {
        return std::nullopt;
    }
}

std::string readable_url(const rtl::OUString& url)
{
    rtl::OUString path;
    return osl::FileBase::getSystemPathFromFileURL(url, path) == osl::FileBase::E_None ? to_utf8(path) : to_utf8(url);
}

} // namespace trinvis::office
