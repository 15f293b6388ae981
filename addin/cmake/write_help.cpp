// SPDX-License-Identifier: MPL-2.0
//
// Writes the pages of the help, as they go into the package:
//
//     write_help SOURCE_FOLDER TARGET_FOLDER
//
// TARGET_FOLDER/da and /en get a page for each addin/help/<language>/*.md and for the documentation in templates.
#include "help_page.hpp"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace
{

using namespace trinvis;
namespace files = std::filesystem;

std::string file_text(const files::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_page(const files::path& source, const files::path& folder, const Texts& texts)
{
    const std::string name = help::page_name(source.filename().string());
    const std::string contents = name == "index.fodt" ? std::string() : texts.get("help.contents");
    std::ofstream out(folder / name, std::ios::binary);
    out << help::page(file_text(source), texts.language(), texts.get("help.title"), contents);
    if (!out.flush())
        throw std::runtime_error("cannot write " + (folder / name).string());
}

} // namespace

int main(int count, char** words)
{
    if (count != 3)
    {
        std::cerr << "usage: write_help SOURCE_FOLDER TARGET_FOLDER\n";
        return 2;
    }
    try
    {
        const files::path source(words[1]);
        for (const char* language : {"da", "en"})
        {
            const Texts texts =
                Texts::from_json(file_text(source / "addin/package/texts" / (std::string(language) + ".json")));
            const files::path folder = files::path(words[2]) / language;
            files::remove_all(folder);
            files::create_directories(folder);
            for (const auto& page : files::directory_iterator(source / "addin/help" / language))
                write_page(page.path(), folder, texts);
            for (const char* name : {"RULES.", "FUNCTIONS.", "TEMPLATE."})
                write_page(source / "templates" / (name + std::string(language) + ".md"), folder, texts);
        }
        return 0;
    }
    catch (const std::exception& fault)
    {
        std::cerr << fault.what() << '\n';
        return 1;
    }
}
