// SPDX-License-Identifier: MPL-2.0
//
// Takes pictures of what a person sees, through the real windows of a real office on a screen of its own:
//
//     make_screenshots OUTPUT_FOLDER DEMO_FOLDER da|en-US [SCENE ...]
//
// The pictures stand in OUTPUT_FOLDER/da or /en. Ends with 1 where an expected window does not come; a picture of the screen
// as it was then stands beside them as failure.png.
#include "studio.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <vector>

namespace
{

using namespace trinvis;
using namespace trinvis::testing;

struct Scene
{
    const char* name;
    void (*take)(Studio& studio);
};

constexpr std::array<Scene, 7> scenes{{{"workbook", take_workbook_pictures},
                                       {"results", take_result_pictures},
                                       {"delivery", take_delivery_pictures},
                                       {"folder", take_folder_pictures},
                                       {"help", take_help_pictures},
                                       {"plan", take_plan_pictures},
                                       {"panel", take_panel_pictures}}};

int take_all(Studio& studio, const std::vector<std::string>& wanted)
{
    try
    {
        for (const Scene& scene : scenes)
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), scene.name) != wanted.end())
            {
                std::cout << scene.name << ':' << std::endl;
                scene.take(studio);
            }
        return studio.office.stop();
    }
    catch (const css::uno::Exception& problem)
    {
        std::cerr << office::to_utf8(problem.Message) << '\n';
    }
    catch (const std::exception& problem)
    {
        std::cerr << problem.what() << '\n';
    }
    run_program("import -silent -window root " + quoted((studio.camera.folder() / "failure.png").string()));
    return 1;
}

} // namespace

int main(int count, char** words)
{
    constexpr int needed = 4;
    if (count < needed)
    {
        std::cerr << "make_screenshots OUTPUT_FOLDER DEMO_FOLDER da|en-US [SCENE ...]\n";
        return 2;
    }
    try
    {
        Studio studio(std::string(words[3]) == "da" ? Language::danish : Language::english,
                      std::filesystem::absolute(words[1]), std::filesystem::absolute(words[2]));
        return take_all(studio, {words + needed, words + count});
    }
    catch (const std::exception& problem)
    {
        std::cerr << problem.what() << '\n';
        return 1;
    }
}
