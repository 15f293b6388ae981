// SPDX-License-Identifier: MPL-2.0
//
// A folder validated from the command line: soffice is started as a script would, ends by itself, and the result file
// says what became of it.
#include "office_fixture.hpp"

#include <chrono>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/task/XJobExecutor.hpp>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace trinvis::testing
{

namespace
{

using namespace office;

class CommandLineTest : public OfficeTest
{
protected:
    /// Starts soffice in a profile of its own with one word more; true when it ended by itself with 0.
    [[nodiscard]] bool start(const std::string& word)
    {
        const std::string profile = (folder() / "profil").string();
        if (!std::filesystem::exists(profile))
        {
            const std::string install =
                std::string(TRINVIS_SOURCE_DIR) + "/tools/office_profile '" + profile + "' '" + TRINVIS_OXT + "' da";
            if (std::system(install.c_str()) != 0)
                return false;
        }
        const std::string program = std::string(OFFICE_HOME) + "/program/soffice.bin";
        const std::string home = "-env:UserInstallation=file://" + profile;
        const pid_t process = fork();
        if (process == 0)
        {
            unsetenv("URE_BOOTSTRAP");
            unsetenv("URE_MORE_TYPES");
            const int nowhere = open("/dev/null", O_WRONLY);
            dup2(nowhere, STDOUT_FILENO);
            dup2(nowhere, STDERR_FILENO);
            execl(program.c_str(), program.c_str(), "--headless", "--norestore", "--nologo", home.c_str(), word.c_str(),
                  nullptr);
            _exit(127);
        }
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
        int status = 0;
        while (waitpid(process, &status, WNOHANG) != process)
        {
            if (std::chrono::steady_clock::now() > deadline)
            {
                kill(process, SIGKILL);
                waitpid(process, &status, 0);
                return false;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    [[nodiscard]] nlohmann::json result(const std::string& name) const
    {
        std::ifstream file(folder() / name);
        return nlohmann::json::parse(file, nullptr, false);
    }
};

} // namespace

TEST_F(CommandLineTest, ValidatesAFolderAndEndsWithTheResultInAFile)
{
    const std::filesystem::path books = folder() / "runde 2 & 3";
    std::filesystem::create_directory(books);
    query<css::frame::XStorable>(filled_workbook())
        ->storeToURL(
            from_utf8(file_url((books / "Syddjurs.ods").string())),
            sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    std::ofstream(books / "Tom.ods");
    ASSERT_TRUE(start("service:org.trinvis.KeyFigures?validate-folder&Folder=" + folder().string() +
                      "/runde%202%20%26%203&Result=" + folder().string() + "/resultat.json"));
    const nlohmann::json json = result("resultat.json");
    ASSERT_TRUE(json.is_object());
    EXPECT_TRUE(json.at("success").get<bool>()) << json.dump(1);
    ASSERT_EQ(json.at("workbooks").size(), 2U);
    EXPECT_EQ(json.at("workbooks")[0].at("state"), "ready");
    EXPECT_EQ(json.at("workbooks")[1].at("reason"), "empty");
    EXPECT_TRUE(std::filesystem::exists(folder() / "resultat.csv"));

    // The same again replaces the result; a folder that is not there is told in its place.
    ASSERT_TRUE(start("service:org.trinvis.KeyFigures?validate-folder&Folder=/findes/ikke&Result=" + folder().string() +
                      "/resultat.json"));
    EXPECT_FALSE(result("resultat.json").at("success").get<bool>());
    EXPECT_NE(result("resultat.json").at("error").get<std::string>().find("/findes/ikke"), std::string::npos);

    std::ofstream(folder() / "dagbog.json") << "{\"min\": 1}";
    ASSERT_TRUE(start("service:org.trinvis.KeyFigures?validate-folder&Folder=" + folder().string() +
                      "/runde%202%20%26%203&Result=" + folder().string() + "/dagbog.json"));
    EXPECT_EQ(result("dagbog.json").dump(), "{\"min\":1}") << "a file that is no result is left alone";
}

TEST_F(CommandLineTest, ALinkInAnOpenDocumentWritesNothing)
{
    const Document document = filled_workbook();
    const auto executor = running().create<css::task::XJobExecutor>("org.trinvis.KeyFigures");
    executor->trigger(
        from_utf8("validate-folder&Folder=" + folder().string() + "&Result=" + folder().string() + "/resultat.json"));
    EXPECT_FALSE(std::filesystem::exists(folder() / "resultat.json"));
    EXPECT_TRUE(running().alive());
}

} // namespace trinvis::testing
