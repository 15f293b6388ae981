// SPDX-License-Identifier: MPL-2.0
//
// Foreign files against tests/data/import: a case is a file (name.in.csv, name.in.json) and what it says
// (name.expected.json). The numbers are invented, the formats and municipality codes are real. Adding a case is adding its
// two files.
#include "shipped.hpp"

#include "reference/import_reader.hpp"
#include "reference/place_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace trinvis::reference
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;
using tests::file_text;
using tests::municipalities;
using tests::words;

fs::path import_dir()
{
    return tests::source_dir() / "tests" / "data" / "import";
}

std::vector<std::string> case_names()
{
    constexpr std::string_view ending = ".expected.json";
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(import_dir()))
        if (const std::string name = file.path().filename().string(); name.ends_with(ending))
            names.push_back(name.substr(0, name.size() - ending.size()));
    std::sort(names.begin(), names.end());
    return names;
}

fs::path input_of(const std::string& name)
{
    for (const char* ending : {".in.csv", ".in.json"})
        if (const fs::path path = import_dir() / (name + ending); fs::exists(path))
            return path;
    throw std::runtime_error("the case " + name + " has no input");
}

ReadResult read(std::string_view bytes, std::string_view name, const ReadOptions& options = {})
{
    return read_source(bytes, name, options, words(), municipalities());
}

std::string role_code(VariableRole role)
{
    switch (role)
    {
    case VariableRole::municipality:
        return "municipality";
    case VariableRole::time:
        return "time";
    case VariableRole::contents:
        return "contents";
    default:
        return "other";
    }
}

/// The observation at a list of category codes; the size of the table when there is none.
std::size_t observation_at(const ImportedTable& table, const json& at)
{
    for (std::size_t i = 0; i < table.size(); ++i)
    {
        bool here = at.size() == table.variables.size();
        for (std::size_t v = 0; here && v < at.size(); ++v)
            here = table.variables[v].categories[table.coordinates[v][i]].code == at[v].get<std::string>();
        if (here)
            return i;
    }
    return table.size();
}

void expect_text(const json& expected, const char* key, const std::string& actual)
{
    if (expected.contains(key))
    {
        EXPECT_EQ(expected.at(key).get<std::string>(), actual) << key;
    }
}

void expect_variables(const json& expected, const ImportedTable& table)
{
    ASSERT_EQ(expected.size(), table.variables.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        EXPECT_EQ(expected[i].at("code").get<std::string>(), table.variables[i].code);
        EXPECT_EQ(expected[i].at("role").get<std::string>(), role_code(table.variables[i].role))
            << table.variables[i].code;
        expect_text(expected[i], "name", table.variables[i].name);
        if (!expected[i].contains("categories"))
            continue;
        std::vector<std::string> codes;
        for (const Category& category : table.variables[i].categories)
            codes.push_back(category.code);
        EXPECT_EQ(expected[i].at("categories").get<std::vector<std::string>>(), codes);
    }
}

void expect_observations(const json& expected, const ImportedTable& table)
{
    for (const json& one : expected)
    {
        const std::size_t i = observation_at(table, one.at("at"));
        ASSERT_LT(i, table.size()) << one.dump();
        if (one.at("value").is_number())
        {
            EXPECT_EQ(table.sign_of[i], 0) << one.dump();
            EXPECT_EQ(table.numbers[i], one.at("value").get<double>()) << one.dump();
        }
        else
        {
            ASSERT_GT(table.sign_of[i], 0) << one.dump();
            EXPECT_EQ(table.signs[table.sign_of[i] - 1U], one.at("value").get<std::string>());
        }
        if (one.contains("row"))
        {
            EXPECT_EQ(table.places[i].row + 1, one.at("row").get<std::uint32_t>()) << one.dump();
        }
    }
}

void expect_places(const json& expected)
{
    for (const auto& [text, place] : expected.items())
    {
        const RecognisedPlace found = recognise_place(std::string_view(text), municipalities());
        EXPECT_EQ(place.get<std::string>(), found.municipality ? found.municipality->code : place_code(found.kind))
            << text;
    }
}

void expect_table(const json& expected, const ImportedTable& table)
{
    EXPECT_EQ(expected.at("format").get<std::string>(), format_code(table.format));
    EXPECT_EQ(expected.at("size").get<std::size_t>(), table.size());
    expect_text(expected, "decimal", std::string(decimal_mark_code(table.decimal_mark)));
    expect_text(expected, "table_id", table.table_id);
    expect_text(expected, "title", table.title);
    expect_text(expected, "source", table.source);
    expect_text(expected, "updated", table.updated);
    expect_text(expected, "unit", table.unit);
    expect_text(expected, "licence", table.licence);
    expect_text(expected, "note", table.note);
    expect_text(expected, "language", table.language ? std::string(language_code(*table.language)) : std::string{});
    EXPECT_EQ(expected.value("windows_1252", false), table.windows_1252);
    if (expected.contains("variables"))
        expect_variables(expected.at("variables"), table);
    if (expected.contains("signs"))
    {
        EXPECT_EQ(expected.at("signs").get<std::vector<std::string>>(), table.signs);
    }
    expect_observations(expected.value("observations", json::array()), table);
    expect_places(expected.value("places", json::object()));
}

/// The folder with the answers that were recorded from StatBank. It is no part of the project: TRINVIS_SHARED names it,
/// or it stands beside the source. None where it is not there, and then there are no such tests.
std::vector<fs::path> recorded_answers()
{
    const char* named = std::getenv("TRINVIS_SHARED");
    const fs::path shared = named ? fs::path(named) : tests::source_dir().parent_path() / "shared";
    const fs::path folder = shared / "domain" / "data" / "statbank";
    return fs::is_directory(folder) ? std::vector{folder} : std::vector<fs::path>{};
}

class RecordedAnswers : public testing::TestWithParam<fs::path>
{
protected:
    static ImportedTable recorded(const std::string& name)
    {
        const ReadResult result = read(file_text(GetParam() / name), name);
        if (const ImportFault* fault = std::get_if<ImportFault>(&result))
            throw std::runtime_error(name + ": " + fault->message(words().english));
        return std::get<ImportedTable>(result);
    }
};

} // namespace

class ForeignFile : public testing::TestWithParam<std::string>
{
};

TEST_P(ForeignFile, IsReadAsItSays)
{
    const json expected = json::parse(file_text(import_dir() / (GetParam() + ".expected.json")));
    const fs::path input = input_of(GetParam());
    ReadOptions options;
    if (expected.contains("decimal_mark"))
        options.decimal_mark = expected.at("decimal_mark") == "comma" ? DecimalMark::comma : DecimalMark::point;
    const ReadResult result = read(file_text(input), expected.value("file_name", input.filename().string()), options);
    if (expected.contains("fault"))
    {
        const ImportFault* fault = std::get_if<ImportFault>(&result);
        ASSERT_NE(fault, nullptr);
        EXPECT_EQ(expected.at("fault").at("code").get<std::string>(), fault->code);
        if (expected.at("fault").contains("row"))
        {
            ASSERT_TRUE(fault->place);
            EXPECT_EQ(expected.at("fault").at("row").get<std::uint32_t>(), fault->place->row + 1);
        }
        for (const Texts* texts : {&words().danish, &words().english})
        {
            EXPECT_EQ(fault->message(*texts).find('{'), std::string::npos) << fault->message(*texts);
            EXPECT_FALSE(fault->remedy(*texts).empty());
        }
        return;
    }
    if (const ImportFault* fault = std::get_if<ImportFault>(&result))
        FAIL() << fault->message(words().english);
    expect_table(expected, std::get<ImportedTable>(result));
}

INSTANTIATE_TEST_SUITE_P(Cases, ForeignFile, testing::ValuesIn(case_names()),
                         [](const auto& one) { return one.param; });

TEST(ForeignFiles, AreReadAsTheyAreHoweverTheirLinesEnd)
{
    for (const std::string end : {"\n", "\r\n"})
    {
        const ReadResult result = read("OMRÅDE;TID;INDHOLD" + end + "101;2023;5" + end + "851;2023;6", "a.csv");
        ASSERT_TRUE(std::holds_alternative<ImportedTable>(result));
        EXPECT_EQ(std::get<ImportedTable>(result).numbers, (std::vector<double>{5, 6}));
    }
}

TEST(ForeignFiles, AreReadOfAMillionRows)
{
    std::string bytes = "OMRÅDE;ALDER;TID;INDHOLD\r\n";
    constexpr std::size_t rows = 1'000'000;
    bytes.reserve(rows * 20);
    for (std::size_t i = 0; i < rows; ++i)
        bytes += std::to_string(100 + i % 98) + ";" + std::to_string(i % 100) + ";" + std::to_string(2000 + i % 25) +
                 "K1;" + std::to_string(i) + "\r\n";
    const ReadResult result = read(bytes, "FOLK1A.csv");
    ASSERT_TRUE(std::holds_alternative<ImportedTable>(result));
    const ImportedTable& table = std::get<ImportedTable>(result);
    EXPECT_EQ(table.size(), rows);
    EXPECT_EQ(table.numbers.back(), static_cast<double>(rows - 1));
    EXPECT_EQ(table.variables[1].categories.size(), 100U);
    EXPECT_EQ(table.places.back().row, rows);
}

TEST(ForeignSheet, IsReadWithItsNumbersAndDatesAsTheyAre)
{
    const Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
    const double day = serial_from_date(tests::day("2023-12-31"), null_date);
    Grid grid{"Ark1", 4, {}};
    grid.cells = {Cell{"Kommune"},  Cell{"Dato"}, Cell{"institution"},
                  Cell{"anbragte"}, Cell{101.0},  Cell{day},
                  Cell{12.5},       Cell{300.0},  Cell{851.0},
                  Cell{day},        Cell{"1,5"},  Cell{"diskretioneret"},
                  Cell{411.0},      Cell{day},    Cell{},
                  Cell{CellError{}}};
    const ReadResult result = read_grid(grid, {}, words(), municipalities());
    ASSERT_TRUE(std::holds_alternative<ImportedTable>(result));
    const ImportedTable& table = std::get<ImportedTable>(result);
    EXPECT_EQ(table.variables[0].role, VariableRole::municipality);
    EXPECT_EQ(table.variables[1].categories.front().code, "2023-12-31");
    EXPECT_EQ(table.variables[2].role, VariableRole::contents);
    EXPECT_EQ(table.decimal_mark, DecimalMark::comma);
    EXPECT_EQ(table.signs, (std::vector<std::string>{"diskretioneret", "", "#N/A"}));
    EXPECT_EQ(table.place_text(table.places[2], words().danish), "Ark1!C3");
}

TEST(ForeignSheet, IsReadWhereverItsTableBegins)
{
    Grid grid{"Ark1", 4, {}};
    grid.cells = {Cell{}, Cell{},           Cell{},       Cell{},       //
                  Cell{}, Cell{"Oversigt"}, Cell{},       Cell{},       //
                  Cell{}, Cell{"Kommune"},  Cell{2022.0}, Cell{2023.0}, //
                  Cell{}, Cell{"Aalborg"},  Cell{10.0},   Cell{11.0}};
    const ReadResult result = read_grid(grid, {}, words(), municipalities());
    ASSERT_TRUE(std::holds_alternative<ImportedTable>(result));
    const ImportedTable& table = std::get<ImportedTable>(result);
    EXPECT_EQ(table.title, "Oversigt");
    ASSERT_EQ(table.variables.size(), 2U);
    EXPECT_EQ(table.variables[0].role, VariableRole::municipality);
    EXPECT_EQ(table.variables[1].role, VariableRole::time);
    EXPECT_EQ(table.numbers, (std::vector<double>{10, 11}));
}

TEST(TableId, IsAWordOfCapitalsAndDigitsInTheName)
{
    EXPECT_EQ(table_id_in("ANBAAR12.csv"), "ANBAAR12");
    EXPECT_EQ(table_id_in("2025921-FOLK1A (1).csv"), "FOLK1A");
    EXPECT_EQ(table_id_in("tal fra BU04A.jsonstat.json"), "BU04A");
    EXPECT_EQ(table_id_in("REGKC.csv"), "REGKC");
    EXPECT_EQ(table_id_in("kommuner.csv"), "");
    EXPECT_EQ(table_id_in("Ark1"), "");
}

TEST_P(RecordedAnswers, CsvOfStraf42IsReadExactly)
{
    const ImportedTable table = recorded("statbank_data_STRAF42_en.csv");
    EXPECT_EQ(table.format, SourceFormat::statbank_csv);
    EXPECT_EQ(table.table_id, "STRAF42");
    EXPECT_EQ(table.variables[0].code, "HERKOMST1");
    EXPECT_EQ(table.variables[0].categories.front().text, "Total");
    EXPECT_EQ(table.variables[1].role, VariableRole::time);
    EXPECT_EQ(table.numbers, std::vector<double>{233454});
    EXPECT_EQ(table.places.front().row, 1U);
}

TEST_P(RecordedAnswers, JsonStatOfStraf42IsReadExactly)
{
    const ImportedTable table = recorded("statbank_data_STRAF42_en.jsonstat.json");
    EXPECT_EQ(table.format, SourceFormat::json_stat);
    EXPECT_EQ(table.table_id, "STRAF42");
    EXPECT_EQ(table.source, "Statistics Denmark");
    EXPECT_EQ(table.updated, "2025-03-25T07:00:00Z");
    EXPECT_EQ(table.unit, "Number");
    EXPECT_EQ(table.variables[0].name, "national origin");
    EXPECT_EQ(table.variables[1].role, VariableRole::contents);
    EXPECT_EQ(table.variables[2].role, VariableRole::time);
    EXPECT_EQ(table.numbers, std::vector<double>{233454});
    const ImportedTable defaults = recorded("statbank_data_STRAF42_en_defaults.jsonstat.json");
    EXPECT_EQ(defaults.variables.size(), 2U);
    EXPECT_EQ(defaults.numbers, std::vector<double>{227774});
    EXPECT_EQ(defaults.variables[1].categories.front().code, "2024");
}

TEST_P(RecordedAnswers, BulkOfMetrox1IsReadExactly)
{
    const ImportedTable table = recorded("statbank_bulk_METROX1_da_excerpt.csv");
    EXPECT_EQ(table.decimal_mark, DecimalMark::comma);
    EXPECT_EQ(table.variables[1].role, VariableRole::time);
    EXPECT_EQ(table.variables[1].categories.front().code, "2020U01");
    EXPECT_EQ(table.numbers, (std::vector<double>{37.7, 105.0, 95.2, 93.0, 63.0, 17.9}));
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RecordedAnswers);
INSTANTIATE_TEST_SUITE_P(FromStatBank, RecordedAnswers, testing::ValuesIn(recorded_answers()),
                         [](const auto& /*folder*/) { return std::string("There"); });

} // namespace trinvis::reference
