// SPDX-License-Identifier: MPL-2.0
#include "office/zip_file.hpp"

#include "office/text.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/io/XActiveDataSink.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XSingleServiceFactory.hpp>
#include <com/sun/star/packages/zip/ZipFileAccess.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <com/sun/star/xml/crypto/DigestID.hpp>
#include <com/sun/star/xml/crypto/XDigestContextSupplier.hpp>

namespace trinvis::office
{

namespace
{

css::uno::Sequence<sal_Int8> sequence_of(std::string_view bytes)
{
    return {reinterpret_cast<const sal_Int8*>(bytes.data()), static_cast<sal_Int32>(bytes.size())};
}

// UNO calls the factory of new packages outdated, but zip packages have no other.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif
css::uno::Reference<css::uno::XInterface> new_entry(const css::uno::Reference<css::uno::XInterface>& package)
{
    return query<css::lang::XSingleServiceFactory>(package)->createInstance();
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

/// All of a stream up to one byte more than the limit.
std::string all_of(const css::uno::Reference<css::io::XInputStream>& in, std::size_t limit)
{
    constexpr sal_Int32 block = 1 << 16;
    std::string content;
    css::uno::Sequence<sal_Int8> bytes;
    while (content.size() <= limit && in->readBytes(bytes, block) > 0)
        content.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                       static_cast<std::size_t>(bytes.getLength()));
    in->closeInput();
    return content;
}

} // namespace

void write_zip(const Context& context, const rtl::OUString& url, const std::vector<ZipEntry>& entries)
{
    const css::beans::NamedValue as_zip("StorageFormat", css::uno::Any(rtl::OUString("ZipFormat")));
    const auto package = context->getServiceManager()->createInstanceWithArgumentsAndContext(
        "com.sun.star.packages.Package", sequence<css::uno::Any>({css::uno::Any(url), css::uno::Any(as_zip)}), context);
    // The package makes the entries that are put into it.
    css::uno::Reference<css::container::XNameContainer> top;
    query<css::container::XHierarchicalNameAccess>(package)->getByHierarchicalName("/") >>= top;
    for (const auto& [name, content] : entries)
    {
        const auto entry = new_entry(package);
        query<css::io::XActiveDataSink>(entry)->setInputStream(query<css::io::XInputStream>(
            css::io::SequenceInputStream::createStreamFromSequence(context, sequence_of(content))));
        top->insertByName(from_utf8(name), css::uno::Any(entry));
    }
    query<css::util::XChangesBatch>(package)->commitChanges();
}

std::optional<std::vector<ZipEntry>> read_zip(const Context& context, const rtl::OUString& url, std::size_t limit)
{
    constexpr sal_Int32 most_entries = 1000;
    try
    {
        const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
        if (files->isFolder(url) || files->getSize(url) > static_cast<sal_Int32>(limit))
            return std::nullopt;
        const auto zip = css::packages::zip::ZipFileAccess::createWithURL(context, url);
        const auto names = query<css::container::XNameAccess>(zip);
        css::uno::Sequence<rtl::OUString> known = names->getElementNames();
        if (known.getLength() > most_entries)
            return std::nullopt;
        std::vector<rtl::OUString> sorted(known.begin(), known.end());
        std::sort(sorted.begin(), sorted.end());
        std::vector<ZipEntry> entries;
        std::size_t unpacked = 0;
        for (const rtl::OUString& name : sorted)
        {
            css::uno::Reference<css::io::XInputStream> in;
            if (name.indexOf('/') >= 0 || !(names->getByName(name) >>= in) || !in.is())
                continue;
            entries.emplace_back(to_utf8(name), all_of(in, limit - unpacked));
            unpacked += entries.back().second.size();
            if (unpacked > limit)
                return std::nullopt;
        }
        return entries;
    }
    catch (const css::uno::Exception&)
    {
        return std::nullopt;
    }
}

std::string sha256(const Context& context, std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto supplier =
        create<css::xml::crypto::XDigestContextSupplier>(context, "com.sun.star.xml.crypto.NSSInitializer");
    const auto digest = supplier->getDigestContext(css::xml::crypto::DigestID::SHA256, {});
    if (!digest.is())
        throw css::uno::RuntimeException("no SHA-256");
    digest->updateDigest(sequence_of(bytes));
    std::string text;
    for (const sal_Int8 byte : digest->finalizeDigestAndDispose())
    {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(digits[value >> 4U]);
        text.push_back(digits[value & 15U]);
    }
    return text;
}

} // namespace trinvis::office
