// SPDX-License-Identifier: MPL-2.0
//
// Writes the documentation of the rules, the spreadsheet functions and the templates anew; a test fails when the
// committed files are older than what they say.
//
//     rule_documentation SOURCE_FOLDER
#include "function_documentation.hpp"
#include "rule_documentation.hpp"
#include "template_documentation.hpp"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace
{

using namespace trinvis;

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write(const std::filesystem::path& target, const std::string& text)
{
    std::ofstream out(target, std::ios::binary);
    out << text;
    if (!out.flush())
        throw std::runtime_error("cannot write " + target.string());
}

} // namespace

int main(int count, char** words)
{
    if (count != 2)
    {
        std::cerr << "usage: rule_documentation SOURCE_FOLDER\n";
        return 2;
    }
    try
    {
        const std::filesystem::path source(words[1]);
        const std::string rules = file_text(source / "templates" / "rules.json");
        const std::string cases = file_text(source / "tests" / "data" / "rule_cases.json");
        for (const char* file : {"da.json", "en.json"})
        {
            const Texts texts = Texts::from_json(file_text(source / "addin" / "package" / "texts" / file));
            const std::filesystem::path folder = source / "templates";
            write(folder / documentation::file_name(texts.language()),
                  documentation::rule_documentation(texts, rules, cases));
            write(folder / documentation::function_file_name(texts.language()),
                  documentation::function_documentation(texts));
            write(folder / documentation::template_file_name(texts.language()),
                  documentation::template_documentation(texts));
        }
        return 0;
    }
    catch (const std::exception& fault)
    {
        std::cerr << fault.what() << '\n';
        return 1;
    }
}
