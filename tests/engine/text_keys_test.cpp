// SPDX-License-Identifier: MPL-2.0
//
// Every key that the code uses has a text. Keys are found by reading the source: what is handed to get, format and count
// of the texts, and every other string that is built like a key of one of the families in the text files.
#include "shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

namespace trinvis
{

namespace
{

using tests::words;

/// A string literal and the code right before and after it.
struct Literal
{
    std::string text;
    std::string before;
    char after = 0;
    std::string place;
};

std::vector<Literal> literals_of(const std::filesystem::path& path)
{
    const std::string code = tests::file_text(path);
    std::vector<Literal> literals;
    std::istringstream lines(code);
    std::string line;
    std::string previous;
    for (int number = 1; std::getline(lines, line); ++number)
    {
        const std::size_t comment = line.find("//");
        if (line.starts_with("#include") || line.find_first_not_of(" \t") == comment)
            continue;
        for (std::size_t open = line.find('"'); open != std::string::npos;)
        {
            std::size_t close = open + 1;
            while (close < line.size() && line[close] != '"')
                close += line[close] == '\\' ? 2 : 1;
            if (close >= line.size())
                break;
            const std::size_t next = line.find_first_not_of(" )", close + 1);
            literals.push_back({line.substr(open + 1, close - open - 1), previous + line.substr(0, open),
                                next == std::string::npos ? '\n' : line[next],
                                path.filename().string() + ":" + std::to_string(number)});
            open = line.find('"', close + 1);
        }
        previous = line;
    }
    return literals;
}

std::vector<Literal> all_literals()
{
    std::vector<Literal> all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(tests::source_dir() / "addin"))
        if (file.path().extension() == ".cpp" || file.path().extension() == ".hpp")
            for (Literal& literal : literals_of(file.path()))
                all.push_back(std::move(literal));
    return all;
}

bool is_key(const std::string& key)
{
    return words().danish.all().contains(key);
}

bool is_key_or_counted(const std::string& key)
{
    return is_key(key) || (is_key(key + ".one") && is_key(key + ".many"));
}

bool begins_a_key(const std::string& prefix)
{
    const auto next = words().danish.all().lower_bound(prefix);
    return next != words().danish.all().end() && next->first.starts_with(prefix);
}

/// True when the code before a literal hands it to a method of the texts: "texts.get(", "words.danish.format(" …
bool asks_for_a_text(std::string_view before, std::string_view method)
{
    before.remove_suffix(before.size() - std::min(before.size(), before.find_last_not_of(" ") + 1));
    if (!before.ends_with(method))
        return false;
    before.remove_suffix(method.size());
    return before.ends_with("exts") || before.ends_with("danish") || before.ends_with("english") ||
           before.ends_with("exts()") || (before.ends_with(")") && before.find(".in(") != std::string_view::npos);
}

bool is_built_like_a_key(std::string_view text)
{
    return text.find('.') != std::string_view::npos && text.front() != '.' &&
           std::all_of(text.begin(), text.end(),
                       [](char letter)
                       {
                           return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                                  letter == '.' || letter == '_' || letter == '-';
                       });
}

} // namespace

TEST(TextKeys, HandedToTheTextsExist)
{
    std::size_t checked = 0;
    for (const Literal& literal : all_literals())
        for (const char* method : {".get(", ".format(", ".count("})
            if (asks_for_a_text(literal.before, method) && literal.after != '+')
            {
                ++checked;
                EXPECT_TRUE(std::string_view(method) == ".count(" ? is_key_or_counted(literal.text)
                                                                  : is_key(literal.text))
                    << literal.place << ": " << literal.text;
            }
    EXPECT_GT(checked, 60U);
}

TEST(TextKeys, BuiltInTheCodeExistOrBeginOne)
{
    std::set<std::string> families;
    for (const auto& [key, text] : words().danish.all())
        families.insert(key.substr(0, key.find('.')));
    std::size_t checked = 0;
    for (const Literal& literal : all_literals())
    {
        if (!is_built_like_a_key(literal.text) || !families.contains(literal.text.substr(0, literal.text.find('.'))))
            continue;
        ++checked;
        const bool unfinished = literal.text.back() == '.';
        EXPECT_TRUE(unfinished ? begins_a_key(literal.text)
                               : is_key_or_counted(literal.text) || begins_a_key(literal.text + "."))
            << literal.place << ": " << literal.text;
    }
    EXPECT_GT(checked, 150U);
}

} // namespace trinvis
