// SPDX-License-Identifier: MPL-2.0
#include "shipped.hpp"

#include "table/date_text.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace trinvis::tests
{

namespace
{

std::vector<demo::DemoRow> make_demo_data()
{
    std::vector<demo::DemoMunicipality> all;
    const auto file = nlohmann::json::parse(file_text(templates_dir() / "municipalities.json"));
    for (const nlohmann::json& entry : file.at("municipalities"))
        all.push_back({entry.at("code"), entry.at("name"), entry.at("region"), entry.at("group"),
                       entry.at("population_0_17"), entry.at("population_0_22")});
    return demo::demo_rows(all, 1);
}

std::vector<Date> make_demo_cut_offs()
{
    std::vector<Date> dates;
    for (const std::string& date : demo::cut_offs())
        dates.push_back(day(date));
    return dates;
}

Texts texts_of(std::string_view file)
{
    return Texts::from_json(file_text(std::filesystem::path(TRINVIS_TEXTS_DIR) / file));
}

} // namespace

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

nlohmann::json test_data(const std::string& name)
{
    return nlohmann::json::parse(file_text(source_dir() / "tests" / "data" / name));
}

std::filesystem::path source_dir()
{
    return TRINVIS_SOURCE_DIR;
}

std::filesystem::path templates_dir()
{
    return TRINVIS_TEMPLATES_DIR;
}

const Words& words()
{
    static const Words both{texts_of("da.json"), texts_of("en.json")};
    return both;
}

const Municipalities& municipalities()
{
    static const Municipalities all = Municipalities::from_json(file_text(templates_dir() / "municipalities.json"));
    return all;
}

const Catalogue& catalogue(Language language)
{
    static const std::string content = file_text(templates_dir() / "catalogue.json");
    static const Catalogue danish = Catalogue::from_json(content, Language::danish);
    static const Catalogue english = Catalogue::from_json(content, Language::english);
    return language == Language::danish ? danish : english;
}

const std::vector<rules::Rule>& rules_of(Language language)
{
    static const std::string content = file_text(templates_dir() / "rules.json");
    static const std::vector<rules::Rule> danish = rules::shipped_rules(content, Language::danish);
    static const std::vector<rules::Rule> english = rules::shipped_rules(content, Language::english);
    return language == Language::danish ? danish : english;
}

const Ladder& ladder_of(Language language)
{
    static const std::string content = file_text(templates_dir() / "ladder.json");
    static const Ladder danish = Ladder::from_json(content, Language::danish);
    static const Ladder english = Ladder::from_json(content, Language::english);
    return language == Language::danish ? danish : english;
}

const std::vector<demo::DemoRow>& demo_data()
{
    static const std::vector<demo::DemoRow> rows = make_demo_data();
    return rows;
}

const std::vector<Date>& demo_cut_offs()
{
    static const std::vector<Date> dates = make_demo_cut_offs();
    return dates;
}

Date day(int year, unsigned month, unsigned day_of_month)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day_of_month}};
}

Date day(std::string_view iso)
{
    const auto date = parse_date(iso);
    if (!date || iso.size() != 10)
        throw std::invalid_argument(std::string(iso) + " is no ISO date");
    return *date;
}

} // namespace trinvis::tests
