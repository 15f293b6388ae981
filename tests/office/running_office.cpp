// SPDX-License-Identifier: MPL-2.0
#include "running_office.hpp"

#include <chrono>
#include <com/sun/star/bridge/XUnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/frame/DispatchResultEvent.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <osl/file.hxx>
#include <set>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr auto longest_start = std::chrono::seconds(60);
constexpr auto longest_end = std::chrono::seconds(20);

std::string make_folder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "trinvis-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder could be made");
    return pattern;
}

/// The types of the office and of the extension, for this process; read when UNO is first used.
const Context& local_context()
{
    static const Context context = []
    {
        const std::string home = OFFICE_HOME;
        setenv("URE_BOOTSTRAP", ("vnd.sun.star.pathname:" + home + "/program/fundamentalrc").c_str(), 1);
        setenv("URE_MORE_TYPES",
               ("file://" + home + "/program/types/offapi.rdb file://" + std::string(TRINVIS_TYPES)).c_str(), 1);
        return cppu::defaultBootstrap_InitialComponentContext();
    }();
    return context;
}

/// Chooses one of the office's other interfaces for Calc, as View ▸ User Interface does.
void choose_interface(const std::string& profile, const std::string& interface)
{
    const std::string path = profile + "/user/registrymodifications.xcu";
    std::ostringstream read;
    read << std::ifstream(path).rdbuf();
    std::string settings = read.str();
    const std::size_t end = settings.rfind("</oor:items>");
    if (end == std::string::npos)
        throw std::runtime_error("the profile has no settings");
    const std::string root = "<item oor:path=\"/org.openoffice.Office.UI.ToolbarMode";
    const std::string value = " oor:op=\"fuse\"><value>" + interface + "</value></prop></item>\n";
    settings.insert(end, root + "\"><prop oor:name=\"ActiveCalc\"" + value + root +
                             "/Applications/org.openoffice.Office.UI.ToolbarMode:Application['Calc']\"><prop "
                             "oor:name=\"Active\"" +
                             value);
    std::ofstream(path) << settings;
}

/// The processes of all offices that run now.
struct Processes
{
    std::mutex lock;
    std::set<pid_t> running;
};

Processes& processes()
{
    static Processes all;
    return all;
}

pid_t start_process(const std::string& profile, const std::string& pipe, bool window)
{
    const std::string program = std::string(OFFICE_HOME) + "/program/soffice.bin";
    std::vector<std::string> words{program,
                                   "--norestore",
                                   "--nologo",
                                   "--nodefault",
                                   "--nolockcheck",
                                   "-env:UserInstallation=file://" + profile,
                                   "--accept=pipe,name=" + pipe + ";urp;StarOffice.ComponentContext"};
    if (!window)
        words.insert(words.begin() + 1, "--headless");
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string log = profile + "/soffice.log";
    const pid_t process = fork();
    if (process == 0)
    {
        // Tests that are broken off leave no office behind.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        unsetenv("URE_BOOTSTRAP");
        unsetenv("URE_MORE_TYPES");
        // GTK, where it is installed, waits for the owner of a clipboard; on a screen of our own nobody owns it.
        if (window)
            setenv("SAL_USE_VCLPLUGIN", "gen", 1);
        const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
        execv(program.c_str(), arguments.data());
        _exit(127);
    }
    return process;
}

} // namespace

RunningOffice::RunningOffice(OfficeOptions options) : m_folder(make_folder())
{
    const std::string profile = m_folder + "/profile";
    const std::string ours = options.extension ? TRINVIS_OXT : "-";
    std::string install = std::string(options.first_run ? "TRINVIS_FIRST_RUN=1 " : "") + TRINVIS_SOURCE_DIR +
                          "/tools/office_profile '" + profile + "' '" + ours + "' " + options.locale;
    for (const std::string& extension : options.more_extensions)
        install += " '" + extension + "'";
    if (std::system(install.c_str()) != 0)
        throw std::runtime_error("the extension could not be installed");
    if (!options.calc_interface.empty())
        choose_interface(profile, options.calc_interface);
    const Context& local = local_context();
    const std::string pipe = "trinvis" + std::to_string(getpid()) + "x" + std::to_string(std::rand());
    m_process = start_process(profile, pipe, options.window);
    {
        const std::lock_guard held(processes().lock);
        processes().running.insert(m_process);
    }
    const auto resolver = office::create<css::bridge::XUnoUrlResolver>(local, "com.sun.star.bridge.UnoUrlResolver");
    const rtl::OUString address = from_utf8("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    const auto deadline = std::chrono::steady_clock::now() + longest_start;
    while (!m_context.is())
    {
        try
        {
            m_context.set(resolver->resolve(address), css::uno::UNO_QUERY_THROW);
        }
        catch (const css::connection::NoConnectException&)
        {
            if (!alive())
                throw std::runtime_error("soffice ended while starting, with code " + std::to_string(m_exit_code));
            if (std::chrono::steady_clock::now() > deadline)
                throw std::runtime_error("soffice did not answer within a minute");
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

RunningOffice::~RunningOffice()
{
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

bool RunningOffice::alive()
{
    if (m_process < 0)
        return false;
    int status = 0;
    if (waitpid(m_process, &status, WNOHANG) != m_process)
        return true;
    m_exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    const std::lock_guard held(processes().lock);
    processes().running.erase(m_process);
    m_process = -1;
    return false;
}

int RunningOffice::stop()
{
    if (m_process < 0)
        return m_exit_code;
    // On a thread of its own: where the office asks whether changes are to be saved, nobody answers.
    std::thread terminating(
        [context = m_context]
        {
            try
            {
                if (context.is())
                    office::create<css::frame::XDesktop>(context, "com.sun.star.frame.Desktop")->terminate();
            }
            catch (const css::uno::Exception&)
            {
                // The bridge goes down with the office; the exit code tells the rest.
                return;
            }
        });
    m_context.clear();
    const auto deadline = std::chrono::steady_clock::now() + longest_end;
    while (alive())
    {
        if (std::chrono::steady_clock::now() > deadline)
            kill(m_process, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    terminating.join();
    return m_exit_code;
}

css::uno::Any RunningOffice::run(const std::string& command, const std::vector<css::beans::PropertyValue>& arguments,
                                 const css::uno::Reference<css::frame::XModel>& in_window_of) const
{
    const auto helper = create<css::frame::XDispatchHelper>("com.sun.star.frame.DispatchHelper");
    const auto provider = in_window_of.is()
                              ? query<css::frame::XDispatchProvider>(in_window_of->getCurrentController()->getFrame())
                              : create<css::frame::XDispatchProvider>("com.sun.star.frame.Desktop");
    const css::uno::Any answer =
        helper->executeDispatch(provider, from_utf8("org.trinvis:" + command), rtl::OUString(), 0, sequence(arguments));
    css::frame::DispatchResultEvent event;
    if (!(answer >>= event))
        throw css::uno::RuntimeException("the command gave no result");
    rtl::OUString sentence;
    if (event.State != css::frame::DispatchResultState::SUCCESS)
    {
        event.Result >>= sentence;
        throw css::uno::RuntimeException(sentence);
    }
    return event.Result;
}

css::uno::Reference<css::frame::XModel> RunningOffice::load(const std::string& url, bool hidden, bool read_only) const
{
    std::vector<css::beans::PropertyValue> arguments{property("Hidden", css::uno::Any(hidden))};
    if (read_only)
        arguments.push_back(property("ReadOnly", css::uno::Any(true)));
    return query<css::frame::XModel>(create<css::frame::XComponentLoader>("com.sun.star.frame.Desktop")
                                         ->loadComponentFromURL(from_utf8(url), "_blank", 0, sequence(arguments)));
}

void kill_all_offices()
{
    const std::lock_guard held(processes().lock);
    for (const pid_t process : processes().running)
        kill(process, SIGKILL);
}

void close(const css::uno::Reference<css::frame::XModel>& document)
{
    // While a command is at work in it a document stays open, and is closed afterwards.
    const auto deadline = std::chrono::steady_clock::now() + longest_end;
    while (true)
    {
        try
        {
            query<css::util::XModifiable>(document)->setModified(false);
            query<css::util::XCloseable>(document)->close(true);
            return;
        }
        catch (const css::util::CloseVetoException&)
        {
            if (std::chrono::steady_clock::now() > deadline)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        catch (const css::lang::DisposedException&)
        {
            return;
        }
    }
}

std::string file_url(const std::string& path)
{
    rtl::OUString url;
    osl::FileBase::getFileURLFromSystemPath(from_utf8(path), url);
    return to_utf8(url);
}

} // namespace trinvis::testing
