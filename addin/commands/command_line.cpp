// SPDX-License-Identifier: MPL-2.0
#include "commands/folder_files.hpp"
#include "commands/folder_run.hpp"
#include "folder/folder_results.hpp"
#include "office/guard.hpp"
#include "office/later.hpp"
#include "office/package.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"

#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess3.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>
#include <rtl/uri.hxx>

namespace trinvis::commands
{

using namespace office;

namespace
{

struct CommandLine
{
    rtl::OUString command;
    rtl::OUString folder; ///< a URL or a path, as it was given
    rtl::OUString result;
};

/// "validate-folder&Folder=…&Result=…"; values may be percent-encoded (RFC 3986), and need it for & and %.
CommandLine read_command_line(const rtl::OUString& arguments)
{
    CommandLine line;
    sal_Int32 at = 0;
    while (at >= 0)
    {
        const rtl::OUString part = arguments.getToken(0, '&', at);
        const sal_Int32 equals = part.indexOf('=');
        const rtl::OUString name = equals < 0 ? part : part.copy(0, equals);
        rtl::OUString value =
            equals < 0 ? rtl::OUString()
                       : rtl::Uri::decode(part.copy(equals + 1), rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8);
        if (equals < 0 && line.command.isEmpty())
            line.command = name;
        else if (name == "Folder")
            line.folder = value;
        else if (name == "Result")
            line.result = value;
    }
    return line;
}

/// Ends the office from its own message queue: while it still works on its command line it does not end (LibreOffice 7.4).
class Ending : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    explicit Ending(const Context& context)
        : m_queue(message_queue(context)),
          m_desktop(create<css::frame::XDesktop>(context, "com.sun.star.frame.Desktop"))
    {
    }

    void SAL_CALL notify(const css::uno::Any& /*data*/) override
    {
        guarded(*this,
                [this]
                {
                    if (!m_desktop->terminate() && ++m_refused < most_refusals)
                        soon();
                });
    }

    void soon()
    {
        call_later(m_queue, this, pause);
    }

private:
    static constexpr auto pause = std::chrono::milliseconds(200);
    static constexpr int most_refusals = 50;

    css::uno::Reference<css::awt::XRequestCallback> m_queue;
    css::uno::Reference<css::frame::XDesktop> m_desktop;
    int m_refused = 0;
};

bool has_documents(const css::uno::Reference<css::frame::XDesktop>& desktop)
{
    return desktop->getComponents()->createEnumeration()->hasMoreElements();
}

/// The reason of a failure goes into the result file, unless something else stands there.
void save_failure(const Context& context, const rtl::OUString& url, const CommandLine& line, const std::string& why,
                  const Texts& texts)
{
    constexpr std::size_t largest_result = std::size_t{64} * 1024 * 1024;
    if (!url.endsWithIgnoreAsciiCase(".json"))
        return;
    if (create<css::ucb::XSimpleFileAccess3>(context, "com.sun.star.ucb.SimpleFileAccess")->exists(url))
    {
        const auto content = load_text(context, url, largest_result);
        if (!content || !folder::is_folder_json(*content))
            return;
    }
    save_text(context, url,
              folder::failed_folder_json(to_utf8(line.folder), why, texts, Package::of(context).version()), texts);
}

void run(const Context& context, const CommandLine& line, const Texts& texts)
{
    if (line.command != "validate-folder")
        throw UserError(texts.format("folder.error.command", {{"command", to_utf8(line.command)}}));
    const rtl::OUString folder = url_of_place(line.folder);
    if (folder.isEmpty())
        throw UserError(texts.format("folder.error.no_folder", {{"folder", to_utf8(line.folder)}}));
    save_results(context, check_folder(context, {}, folder, texts), url_of_place(line.result), texts);
}

/// Runs and writes the result or the reason of the failure.
void run_and_write(const Context& context, const CommandLine& line, const Texts& texts)
{
    std::string failure;
    try
    {
        run(context, line, texts);
        return;
    }
    catch (const UserError& error)
    {
        failure = error.what();
    }
    catch (const css::uno::Exception& error)
    {
        failure = texts.format("error.unexpected", {{"why", to_utf8(error.Message)}});
    }
    catch (const std::exception& error)
    {
        failure = texts.format("error.unexpected", {{"why", error.what()}});
    }
    try
    {
        save_failure(context, url_of_place(line.result), line, failure, texts);
    }
    catch (const UserError&)
    {
        // Not even the failure could be written; that there is no file says so.
        return;
    }
}

} // namespace

void run_from_command_line(const Context& context, const rtl::OUString& arguments)
{
    // A link in a document can call a service too. What writes files is for the command line alone, where nothing is open.
    if (has_documents(create<css::frame::XDesktop>(context, "com.sun.star.frame.Desktop")))
        return;
    run_and_write(context, read_command_line(arguments), Package::of(context).words().in(interface_language(context)));
    const rtl::Reference<Ending> ending(new Ending(context));
    ending->soon();
}

} // namespace trinvis::commands
