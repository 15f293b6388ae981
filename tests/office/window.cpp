// SPDX-License-Identifier: MPL-2.0
#include "window.hpp"

#include <array>
#include <chrono>
#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/accessibility/XAccessibleEditableText.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/IndexOutOfBoundsException.hpp>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace trinvis::testing
{

using namespace office;

VirtualScreen::VirtualScreen(const char* size)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    m_process = fork();
    if (m_process == 0)
    {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        const std::string end = std::to_string(ends[1]);
        execlp("Xvfb", "Xvfb", "-displayfd", end.c_str(), "-screen", "0", size, "-nolisten", "tcp", nullptr);
        _exit(127);
    }
    ::close(ends[1]);
    std::string number;
    for (char letter = 0; read(ends[0], &letter, 1) == 1 && letter != '\n';)
        number += letter;
    ::close(ends[0]);
    if (number.empty())
        throw std::runtime_error("Xvfb did not start");
    if (const char* before = std::getenv("DISPLAY"))
        m_before = before;
    setenv("DISPLAY", (":" + number).c_str(), 1);
}

VirtualScreen::~VirtualScreen()
{
    kill(m_process, SIGTERM);
    waitpid(m_process, nullptr, 0);
    if (m_before)
        setenv("DISPLAY", m_before->c_str(), 1);
    else
        unsetenv("DISPLAY");
}

/// Asks again and again until the answer is yes or half a minute has passed.
bool comes_true(const std::function<bool()>& question)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < deadline)
    {
        try
        {
            if (question())
                return true;
        }
        catch (const css::lang::DisposedException&)
        {
            // A window that closes takes its accessible objects along; the next look sees what is left. Of the office
            // itself it is the end.
        }
        catch (const css::lang::IndexOutOfBoundsException&)
        {
            // There were more children when they were counted.
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

std::vector<Accessible> children_of(const Accessible& parent)
{
    std::vector<Accessible> children;
    const sal_Int32 count = std::min<sal_Int32>(parent->getAccessibleChildCount(), 200);
    for (sal_Int32 i = 0; i < count; ++i)
        if (const auto child = parent->getAccessibleChild(i); child.is())
            children.push_back(child->getAccessibleContext());
    return children;
}

/// The first below a root, in breadth, for which a question is answered with yes; sheets themselves are left out.
Accessible find(const Accessible& root, const std::function<bool(const Accessible&)>& wanted)
{
    std::vector<Accessible> level{root};
    for (int depth = 0; depth < 8 && !level.empty(); ++depth)
    {
        std::vector<Accessible> next;
        for (const Accessible& one : level)
        {
            if (wanted(one))
                return one;
            const sal_Int16 role = one->getAccessibleRole();
            if (role == css::accessibility::AccessibleRole::DOCUMENT_SPREADSHEET ||
                role == css::accessibility::AccessibleRole::TABLE)
                continue;
            for (const Accessible& child : children_of(one))
                next.push_back(child);
        }
        level = std::move(next);
    }
    return {};
}

Accessible find_deep(const Accessible& root, const std::function<bool(const Accessible&)>& wanted, int depth)
{
    constexpr int deepest = 20;
    if (wanted(root))
        return root;
    if (depth == deepest || root->getAccessibleRole() == css::accessibility::AccessibleRole::DOCUMENT_SPREADSHEET)
        return {};
    for (const Accessible& child : children_of(root))
        if (const Accessible found = find_deep(child, wanted, depth + 1); found.is())
            return found;
    return {};
}

Accessible window_of(const Model& document)
{
    return query<css::accessibility::XAccessible>(document->getCurrentController()->getFrame()->getContainerWindow())
        ->getAccessibleContext();
}

Accessible menu_named(const Accessible& window, const std::string& name)
{
    const Accessible bar = find(window, [](const Accessible& one)
                                { return one->getAccessibleRole() == css::accessibility::AccessibleRole::MENU_BAR; });
    if (!bar.is())
        return {};
    for (const Accessible& menu : children_of(bar))
        if (to_utf8(menu->getAccessibleName()) == name)
            return menu;
    return {};
}

std::vector<std::string> names_of(const std::vector<Accessible>& all)
{
    std::vector<std::string> names;
    for (const Accessible& one : all)
        names.push_back(to_utf8(one->getAccessibleName()));
    return names;
}

/// Clicks as a person does: the office's own thread runs what follows.
void click(const Accessible& item)
{
    query<css::accessibility::XAccessibleAction>(item)->doAccessibleAction(0);
}

std::string name_of(const Accessible& one)
{
    return to_utf8(one->getAccessibleName());
}

namespace
{

Accessible dialog_with(const RunningOffice& office, const std::function<bool(const std::string&)>& wanted)
{
    const auto toolkit = office.create<css::awt::XExtendedToolkit>("com.sun.star.awt.Toolkit");
    // Deprecated, and all the same the only interface that knows the open windows.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i)
    {
        const auto window = query_if<css::accessibility::XAccessible>(toolkit->getTopWindow(i));
        const Accessible one = window.is() ? Accessible(window->getAccessibleContext()) : Accessible();
        if (one.is() && wanted(name_of(one)))
            return one;
    }
#pragma GCC diagnostic pop
    return {};
}

} // namespace

Accessible dialog_named(const RunningOffice& office, const std::string& title)
{
    return dialog_with(office, [&](const std::string& name) { return name == title; });
}

Accessible dialog_beginning(const RunningOffice& office, const std::string& beginning)
{
    return dialog_with(office, [&](const std::string& name) { return name.starts_with(beginning); });
}

Accessible in_dialog(const Accessible& dialog, sal_Int16 role, const std::string& name)
{
    return find(dialog,
                [&](const Accessible& one) { return one->getAccessibleRole() == role && name_of(one) == name; });
}

void type_into(const Accessible& field, const std::string& text)
{
    query<css::accessibility::XAccessibleEditableText>(field)->setText(from_utf8(text));
}

} // namespace trinvis::testing
