// SPDX-License-Identifier: MPL-2.0
//
// A real soffice with the installed extension, in a profile of its own that is thrown away.
//
//     RunningOffice office({.locale = "da"});
//     auto service = office.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
//
// A soffice that dies is noticed: alive() turns false, and stop() gives its exit code.
#pragma once

#include "office/text.hpp"
#include "office/uno.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <string>
#include <sys/types.h>
#include <vector>

namespace trinvis::testing
{

struct OfficeOptions
{
    std::string locale = "da";                  ///< "da" or "en-US"
    bool window = false;                        ///< a real window on $DISPLAY instead of --headless
    std::vector<std::string> more_extensions{}; ///< paths of further .oxt files to install
    bool first_run = false;                     ///< the practice workbook was not offered yet
    bool extension = true;                      ///< false: an office that has never heard of us
    std::string calc_interface{};               ///< "notebookbar.ui" for the tabbed one; empty: menus and toolbars
};

class RunningOffice
{
public:
    /// Makes the profile, installs build/trinvis.oxt and starts. Throws std::runtime_error when that fails.
    explicit RunningOffice(OfficeOptions options = {});
    ~RunningOffice();
    RunningOffice(const RunningOffice&) = delete;
    RunningOffice& operator=(const RunningOffice&) = delete;

    [[nodiscard]] const office::Context& context() const
    {
        return m_context;
    }

    template <typename Interface>
    [[nodiscard]] css::uno::Reference<Interface> create(const char* service) const
    {
        return office::create<Interface>(m_context, service);
    }

    /// False once the process has ended.
    [[nodiscard]] bool alive();

    /// Ends the office in an orderly way and returns its exit code; 128 + signal when it was killed by one, as it is when
    /// it has not ended after a while.
    int stop();

    /// Calls a command as a menu does, with arguments; returns the dispatch result's Any. Throws css::uno::Exception with
    /// the sentence when the command reports a failure.
    css::uno::Any run(const std::string& command, const std::vector<css::beans::PropertyValue>& arguments,
                      const css::uno::Reference<css::frame::XModel>& in_window_of = {}) const;

    /// Loads a document; `url` may be private:factory/scalc.
    [[nodiscard]] css::uno::Reference<css::frame::XModel> load(const std::string& url, bool hidden = false,
                                                               bool read_only = false) const;

private:
    pid_t m_process = -1;
    int m_exit_code = -1;
    std::string m_folder;
    office::Context m_context;
};

/// Kills every office that runs now, from whatever thread: a call that waits for one comes back with an exception.
void kill_all_offices();

/// Closes a document without asking.
void close(const css::uno::Reference<css::frame::XModel>& document);

/// A file:// URL for a path.
[[nodiscard]] std::string file_url(const std::string& path);

} // namespace trinvis::testing
