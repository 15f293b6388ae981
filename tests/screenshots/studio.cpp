// SPDX-License-Identifier: MPL-2.0
#include "studio.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XTopWindow2.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace trinvis::testing
{

using namespace office;

namespace
{

constexpr const char* screen_size = "1360x900x24";
constexpr sal_Int32 screen_width = 1360;
constexpr sal_Int32 screen_height = 900;

std::vector<std::string> menu_names(const Model& document)
{
    const Accessible bar = find(window_of(document), [](const Accessible& one)
                                { return one->getAccessibleRole() == css::accessibility::AccessibleRole::MENU_BAR; });
    return bar.is() ? names_of(children_of(bar)) : std::vector<std::string>();
}

} // namespace

WindowManager::WindowManager() : m_process(fork())
{
    if (m_process != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execlp("openbox", "openbox", nullptr);
    _exit(127);
}

WindowManager::~WindowManager()
{
    kill(m_process, SIGTERM);
    waitpid(m_process, nullptr, 0);
}

Studio::Studio(Language language, const std::filesystem::path& pictures, std::filesystem::path demo)
    : m_name(language == Language::danish ? "da" : "en"), m_demo(std::move(demo)), m_screen(screen_size),
      office({.locale = language == Language::danish ? "da" : "en-US", .window = true}), person(office, language),
      camera(pictures / m_name)
{
    std::filesystem::remove_all(work());
    std::filesystem::create_directories(work());
}

Studio::~Studio()
{
    std::error_code ignored;
    std::filesystem::remove_all(work(), ignored);
}

std::filesystem::path Studio::work() const
{
    return std::filesystem::temp_directory_path() / (m_name == "da" ? "Nøgletal 2026" : "Key figures 2026");
}

Model Studio::open(const std::string& file)
{
    // A copy, so that what is written while pictures are taken leaves the demonstration alone.
    std::filesystem::copy_file(m_demo / file, work() / file, std::filesystem::copy_options::overwrite_existing);
    const Model model = office.load(file_url((work() / file).string()));
    fill_screen(model);
    return model;
}

void Studio::fill_screen(const Model& document) const
{
    const auto window = document->getCurrentController()->getFrame()->getContainerWindow();
    const auto top = query<css::awt::XTopWindow2>(window);
    top->setIsMaximized(true);
    top->toFront();
    // A window has its menu last, when it is idle for the first time.
    if (!comes_true([&] { return !menu_names(document).empty(); }))
        throw std::runtime_error("the window has no menu");
    constexpr sal_Int32 frame = 20;
    if (!comes_true([&] { return window->getPosSize().Width >= screen_width - frame; }))
    {
        // Nobody manages windows here.
        window->setPosSize(0, 0, screen_width, screen_height, css::awt::PosSize::POSSIZE);
    }
}

void Studio::show(const Model& document, const std::string& sheet_key, sal_Int32 row, sal_Int32 column) const
{
    const auto sheets = query<css::sheet::XSpreadsheetDocument>(document)->getSheets();
    const auto view = query<css::sheet::XSpreadsheetView>(document->getCurrentController());
    view->setActiveSheet(query<css::sheet::XSpreadsheet>(sheets->getByName(from_utf8(person.texts().get(sheet_key)))));
    const auto pane = query<css::sheet::XViewPane>(view);
    pane->setFirstVisibleRow(row);
    pane->setFirstVisibleColumn(column);
}

void Studio::show_chart(const Model& document, const std::string& sheet_key, const std::string& chart) const
{
    const auto sheets = query<css::sheet::XSpreadsheetDocument>(document)->getSheets();
    const auto sheet = query<css::sheet::XSpreadsheet>(sheets->getByName(from_utf8(person.texts().get(sheet_key))));
    const sal_Int16 number = query<css::sheet::XCellRangeAddressable>(sheet)->getRangeAddress().Sheet;
    const auto page = query<css::drawing::XDrawPage>(
        query<css::drawing::XDrawPagesSupplier>(document)->getDrawPages()->getByIndex(number));
    for (sal_Int32 i = 0; i < page->getCount(); ++i)
    {
        const auto shape = query<css::drawing::XShape>(page->getByIndex(i));
        if (to_utf8(query<css::container::XNamed>(shape)->getName()) != chart)
            continue;
        constexpr sal_Int32 most_rows = 2000;
        sal_Int32 row = 0;
        while (row < most_rows && get_property<css::awt::Point>(sheet->getCellByPosition(0, row + 1), "Position").Y <=
                                      shape->getPosition().Y)
            ++row;
        show(document, sheet_key, row);
        return;
    }
    throw std::runtime_error("there is no chart " + chart);
}

void Studio::press_keys(const std::string& keys)
{
    run_program("xdotool key " + keys);
}

} // namespace trinvis::testing
