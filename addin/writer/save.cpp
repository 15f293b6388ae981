// SPDX-License-Identifier: MPL-2.0
#include "writer/save.hpp"

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

rtl::OUString temporary_folder(const Context& context)
{
    const auto settings = create<css::beans::XPropertySet>(context, "com.sun.star.util.PathSettings");
    return get_property<rtl::OUString>(settings, "Temp");
}

UserError not_saved(const rtl::OUString& url, const rtl::OUString& why, const Texts& texts)
{
    const std::string reason = why.isEmpty() ? texts.get("error.not_saved_reason") : to_utf8(why);
    return UserError(texts.format("error.target_not_saved", {{"url", to_utf8(url)}, {"why", reason}}), Blame::target);
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

/// A file that is there is renamed; when what follows fails it gets its name back.
class KeptAside
{
public:
    KeptAside(const FileAccess& files, const rtl::OUString& url, const std::string& stamp, const char* ending)
        : m_files(files), m_url(url)
    {
        if (!m_files->exists(url))
            return;
        m_aside = with_ending(url, "") + from_utf8(" (" + stamp + ")") + rtl::OUString::createFromAscii(ending);
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
    void done()
    {
        m_done = true;
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

void save_plan(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
               const rtl::OUString& url, const Texts& texts)
{
    const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
    const auto storable = query<css::frame::XStorable>(document);
    const std::string stamp = time_stamp();
    // Two offices may share the folder and write in the same second.
    const rtl::OUString scratch = temporary_folder(context) + "/" +
                                  from_utf8("trinvis plan " + stamp + " " + std::to_string(std::random_device{}()));
    const rtl::OUString odt = scratch + ".odt";
    const rtl::OUString pdf = scratch + ".pdf";
    try
    {
        // Links are relative to where the plan will stand, not to where it is written first.
        storable->storeToURL(
            odt, sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("writer8"))),
                                                      property("DocumentBaseURL", css::uno::Any(url))}));
        // A pdf would name the workbook with its whole path.
        point_links(document, rtl::OUString(), {});
        store_pdf(storable, pdf);
        const rtl::OUString pdf_url = with_ending(url, ".pdf");
        KeptAside old_odt(files, url, stamp, ".odt");
        KeptAside old_pdf(files, pdf_url, stamp, ".pdf");
        files->move(odt, url);
        files->move(pdf, pdf_url);
        old_odt.done();
        old_pdf.done();
    }
    catch (const css::uno::Exception& problem)
    {
        for (const rtl::OUString& left : {odt, pdf})
            if (files->exists(left))
                files->kill(left);
        throw not_saved(url, problem.Message, texts);
    }
}

} // namespace trinvis::writer
