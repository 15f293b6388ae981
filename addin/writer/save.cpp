// SPDX-License-Identifier: MPL-2.0
#include "writer/save.hpp"

#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/number_links.hpp"

#include <array>
#include <chrono>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <com/sun/star/util/XURLTransformer.hpp>
#include <ctime>
#include <random>

namespace trinvis::writer
{

namespace
{

using namespace office;
using FileAccess = css::uno::Reference<css::ucb::XSimpleFileAccess>;

rtl::OUString with_ending(const rtl::OUString& url, const char* ending)
{
    const sal_Int32 dot = url.lastIndexOf('.');
    const rtl::OUString stem = dot > url.lastIndexOf('/') ? url.copy(0, dot) : url;
    return stem + rtl::OUString::createFromAscii(ending);
}

std::string time_stamp()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H.%M.%S", std::localtime(&now));
    return text.data();
}

UserError not_saved(const rtl::OUString& url, const char* why, const Texts& texts)
{
    return UserError(texts.format("error.target_not_saved", {{"url", readable_url(url)}, {"why", texts.get(why)}}),
                     Blame::target);
}

void store_pdf(const css::uno::Reference<css::frame::XStorable>& storable, const rtl::OUString& url)
{
    const auto settings = sequence<css::beans::PropertyValue>({property("UseTaggedPDF", css::uno::Any(true)),
                                                               property("PDFUACompliance", css::uno::Any(true)),
                                                               property("ExportBookmarks", css::uno::Any(true))});
    storable->storeToURL(url, sequence<css::beans::PropertyValue>(
                                  {property("FilterName", css::uno::Any(rtl::OUString("writer_pdf_Export"))),
                                   property("FilterData", css::uno::Any(settings))}));
}

/// A name with the date that no file has yet.
rtl::OUString free_name(const FileAccess& files, const rtl::OUString& url, const std::string& stamp, const char* ending)
{
    const rtl::OUString stem = with_ending(url, "") + from_utf8(" (" + stamp);
    rtl::OUString name = stem + ")" + rtl::OUString::createFromAscii(ending);
    for (int number = 2; files->exists(name); ++number)
        name = stem + ", " + rtl::OUString::number(number) + ")" + rtl::OUString::createFromAscii(ending);
    return name;
}

/// A file that is there is renamed; when what follows fails it gets its name back.
class KeptAside
{
public:
    KeptAside(const FileAccess& files, const rtl::OUString& url, const std::string& stamp, const char* ending)
        : m_files(files), m_url(url)
    {
        if (!m_files->exists(url))
            return;
        m_aside = free_name(files, url, stamp, ending);
        m_files->move(url, m_aside);
    }
    KeptAside(const KeptAside&) = delete;
    KeptAside& operator=(const KeptAside&) = delete;
    ~KeptAside()
    {
        if (m_done || m_aside.isEmpty())
            return;
        try
        {
            if (m_files->exists(m_url))
                m_files->kill(m_url);
            m_files->move(m_aside, m_url);
        }
        catch (const css::uno::Exception&)
        {
            // The file is still there under its other name; nothing more can be done here.
            return;
        }
    }
    /// Empty when there was no file.
    [[nodiscard]] rtl::OUString done()
    {
        m_done = true;
        return m_aside;
    }

private:
    FileAccess m_files;
    rtl::OUString m_url;
    rtl::OUString m_aside;
    bool m_done = false;
};

} // namespace

void refuse_open_target(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    const UserError open(texts.format("error.target_open", {{"url", to_utf8(url)}}), Blame::target);
    const auto components =
        create<css::frame::XDesktop>(context, "com.sun.star.frame.Desktop")->getComponents()->createEnumeration();
    while (components->hasMoreElements())
    {
        const auto model = query_if<css::frame::XModel>(components->nextElement());
        if (model.is() && model->getURL() == url)
            throw open;
    }
    const sal_Int32 slash = url.lastIndexOf('/');
    const rtl::OUString lock = url.copy(0, slash + 1) + ".~lock." + url.copy(slash + 1) + "%23";
    const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
    if (slash > 0 && files->exists(lock))
        throw open;
}

void refuse_unwritable_target(const Context& context, const rtl::OUString& url, const Texts& texts)
{
    const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
    const sal_Int32 slash = url.lastIndexOf('/');
    const char* why = nullptr;
    try
    {
        // The office would make a folder that is missing, far from where anybody looks for the plan.
        if (slash <= 0 || !files->isFolder(url.copy(0, slash)))
            why = "error.target.no_folder";
        else if (files->exists(url) && files->isFolder(url))
            why = "error.target.is_folder";
        else if (files->exists(url) && files->isReadOnly(url))
            why = "error.target.read_only";
    }
    catch (const css::uno::Exception&)
    {
        why = "error.target.no_folder";
    }
    if (why)
        throw not_saved(url, why, texts);
}

StoredPlan::StoredPlan(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                       const rtl::OUString& url, const Texts& texts)
    : m_files(create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess")), m_url(url),
      m_texts(texts), m_stamp(time_stamp())
{
    refuse_unwritable_target(context, url, texts);
    const auto storable = query<css::frame::XStorable>(document);
    // Beside the target, so that they are put in place by a new name alone. Two offices may share the folder.
    const rtl::OUString scratch =
        url.copy(0, url.lastIndexOf('/') + 1) + from_utf8(".trinvis plan " + std::to_string(std::random_device{}()));
    m_odt = scratch + ".odt";
    m_pdf = scratch + ".pdf";
    try
    {
        storable->storeToURL(m_odt, sequence<css::beans::PropertyValue>(
                                        {property("FilterName", css::uno::Any(rtl::OUString("writer8")))}));
        // A pdf would name the workbook with its whole path.
        point_links(document, rtl::OUString(), {});
        store_pdf(storable, m_pdf);
    }
    catch (const css::uno::Exception&)
    {
        // What the office says then names its own source files, and not whether the disk is full.
        take_away();
        throw not_saved(url, "error.target.not_written", texts);
    }
}

StoredPlan::~StoredPlan()
{
    take_away();
}

void StoredPlan::take_away() const
{
    for (const rtl::OUString& left : {m_odt, m_pdf})
        try
        {
            if (m_files->exists(left))
                m_files->kill(left);
        }
        catch (const css::uno::Exception&)
        {
            // A file without a name that anybody looks for is the least of what went wrong.
            continue;
        }
}

std::vector<rtl::OUString> StoredPlan::put_in_place()
{
    try
    {
        const rtl::OUString pdf_url = with_ending(m_url, ".pdf");
        KeptAside old_odt(m_files, m_url, m_stamp, ".odt");
        KeptAside old_pdf(m_files, pdf_url, m_stamp, ".pdf");
        m_files->move(m_odt, m_url);
        m_files->move(m_pdf, pdf_url);
        std::vector<rtl::OUString> kept;
        for (KeptAside* old : {&old_odt, &old_pdf})
            if (const rtl::OUString name = old->done(); !name.isEmpty())
                kept.push_back(name);
        return kept;
    }
    catch (const css::uno::Exception&)
    {
        throw not_saved(m_url, "error.target.not_written", m_texts);
    }
}

void save_plan(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
               const rtl::OUString& url, const Texts& texts)
{
    StoredPlan stored(context, document, url, texts);
    static_cast<void>(stored.put_in_place());
}

} // namespace trinvis::writer
