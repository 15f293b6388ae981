// SPDX-License-Identifier: MPL-2.0
//
// The walls of the house: which folder may include which. The rules stand in the tables below; a new folder gets a row.
#include "shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace trinvis
{

namespace
{

namespace fs = std::filesystem;

struct Include
{
    fs::path file;
    std::string target; ///< as written
    bool quoted = false;
};

std::vector<Include> includes_below(const fs::path& folder)
{
    std::vector<Include> includes;
    if (!fs::exists(folder))
        return includes;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
    {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp")
            continue;
        std::istringstream lines(tests::file_text(entry.path()));
        for (std::string line; std::getline(lines, line);)
        {
            const std::size_t hash = line.find_first_not_of(" \t");
            if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0)
                continue;
            const std::size_t open = line.find_first_of("<\"");
            const std::size_t close = line.find_first_of(">\"", open + 1);
            if (open != std::string::npos && close != std::string::npos)
                includes.push_back({entry.path(), line.substr(open + 1, close - open - 1), line[open] == '"'});
        }
    }
    return includes;
}

fs::path addin()
{
    return tests::source_dir() / "addin";
}

fs::path engine()
{
    return addin() / "engine";
}

/// The room of the engine in which a file stands, or that an include names; empty for none.
std::string room_of(const fs::path& relative)
{
    const std::string first = relative.begin()->string();
    return fs::is_directory(engine() / first) ? first : std::string{};
}

/// The folder of the add-in that an include reaches, seen from where it stands.
std::string reached_folder(const Include& include)
{
    const fs::path beside = (include.file.parent_path() / include.target).lexically_normal();
    for (const fs::path& candidate : {beside, addin() / include.target})
        if (include.quoted && fs::exists(candidate))
            return candidate.lexically_relative(addin()).begin()->string();
    return {};
}

std::map<std::string, std::set<std::string>> room_neighbours()
{
    std::map<std::string, std::set<std::string>> neighbours;
    for (const Include& include : includes_below(engine()))
    {
        const std::string from = room_of(include.file.lexically_relative(engine()));
        const std::string to = include.quoted ? room_of(include.target) : std::string{};
        if (!to.empty() && to != from)
            neighbours[from].insert(to);
    }
    return neighbours;
}

bool reaches(const std::map<std::string, std::set<std::string>>& neighbours, const std::string& from,
             const std::string& to, std::set<std::string>& seen)
{
    const auto next = neighbours.find(from);
    if (next == neighbours.end() || !seen.insert(from).second)
        return false;
    return next->second.contains(to) ||
           std::any_of(next->second.begin(), next->second.end(),
                       [&](const std::string& room) { return reaches(neighbours, room, to, seen); });
}

} // namespace

TEST(Engine, IncludesNothingOfTheOffice)
{
    const std::vector<Include> includes = includes_below(engine());
    ASSERT_GT(includes.size(), 100U);
    for (const Include& include : includes)
        for (const char* office : {"com/sun/star", "cppuhelper", "cppu/", "comphelper", "rtl/", "sal/", "osl/", "uno/"})
            EXPECT_FALSE(include.target.starts_with(office)) << include.file << " includes " << include.target;
}

TEST(Engine, IncludesOnlyItselfAndLibraries)
{
    for (const Include& include : includes_below(engine()))
        if (include.quoted)
            EXPECT_TRUE(fs::exists(engine() / include.target) && !room_of(include.target).empty())
                << include.file << " includes " << include.target;
        else
            EXPECT_TRUE(include.target.find('/') == std::string::npos || include.target.starts_with("boost/") ||
                        include.target.starts_with("nlohmann/"))
                << include.file << " includes " << include.target;
}

TEST(Statistics, IncludesNoOtherRoom)
{
    EXPECT_FALSE(room_neighbours().contains("statistics"));
}

TEST(EngineRooms, IncludeEachOtherInNoCircle)
{
    const auto neighbours = room_neighbours();
    for (const auto& [room, others] : neighbours)
    {
        std::set<std::string> seen;
        EXPECT_FALSE(reaches(neighbours, room, room, seen)) << room << " includes itself through others";
    }
}

TEST(Texts, IncludeNoOtherRoom)
{
    EXPECT_FALSE(room_neighbours().contains("texts"));
}

TEST(Edge, KeepsItsFoldersApart)
{
    // What each folder may reach besides itself and the engine.
    const std::map<std::string, std::set<std::string>> allowed{{"office", {}},
                                                               {"calc", {"office"}},
                                                               {"writer", {"office"}},
                                                               {"ui", {"office"}},
                                                               {"commands", {"office", "calc", "writer", "ui"}},
                                                               {"functions", {"office", "calc"}}};
    for (const auto& [folder, may_reach] : allowed)
        for (const Include& include : includes_below(addin() / folder))
        {
            const std::string reached = reached_folder(include);
            EXPECT_TRUE(reached.empty() || reached == folder || reached == "engine" || may_reach.contains(reached))
                << include.file << " includes " << include.target;
        }
}

} // namespace trinvis
