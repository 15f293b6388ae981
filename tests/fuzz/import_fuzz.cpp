// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as a foreign file: CSV of every shape and JSON-stat. What is looked for, besides crashes:
//
//     every observation has a category of every variable, a number or a sign, and a place
//     every number is finite
//     what was refused is refused with a code and its words are filled in
//     a table that is read a second time is the same
//
// Run by tools/test for a bounded time, with the files of tests/data/import to begin from.
#include "properties.hpp"

#include "reference/import_reader.hpp"
#include "reference/time_period.hpp"

#include <cmath>
#include <cstddef>

namespace
{

using namespace trinvis;
using namespace trinvis::reference;
using fuzz::require;

/// The reader needs no words, but takes them.
const Words& no_words()
{
    static const Words words{Texts::from_json(R"({"language": "da"})"), Texts::from_json(R"({"language": "en"})")};
    return words;
}

void look_at(const ImportedTable& table)
{
    const std::size_t size = table.size();
    require(size > 0, "a table that was read has observations");
    require(size <= most_observations, "a table has a bounded size");
    require(table.sign_of.size() == size && table.places.size() == size, "columns of observations are equally long");
    require(table.coordinates.size() == table.variables.size(), "every variable has its coordinates");
    for (std::size_t variable = 0; variable < table.variables.size(); ++variable)
    {
        require(table.coordinates[variable].size() == size, "columns of observations are equally long");
        for (const std::uint32_t category : table.coordinates[variable])
            require(category < table.variables[variable].categories.size(), "every observation has a category");
    }
    for (std::size_t i = 0; i < size; ++i)
    {
        require(std::isfinite(table.numbers[i]), "every number is finite");
        require(table.sign_of[i] <= table.signs.size(), "every sign is listed");
        require(table.sign_of[i] == 0 || table.numbers[i] == 0, "a sign has no number");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const Municipalities municipalities = fuzz::municipalities();
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const ReadResult result = read_source(bytes, "fuzz.csv", {}, no_words(), municipalities);
    const ReadResult again = read_source(bytes, "fuzz.csv", {}, no_words(), municipalities);
    require(result.index() == again.index(), "a file is read the same way twice");
    if (const ImportFault* fault = std::get_if<ImportFault>(&result))
    {
        require(!fault->code.empty(), "a refusal has a code");
        require(fault->code == std::get<ImportFault>(again).code, "a refusal is the same twice");
        if (fault->code == "decimal-mark")
            for (const DecimalMark mark : {DecimalMark::comma, DecimalMark::point})
            {
                const ReadResult answered =
                    read_source(bytes, "fuzz.csv", {.decimal_mark = mark}, no_words(), municipalities);
                require(std::holds_alternative<ImportedTable>(answered), "an answered question is answered");
                look_at(std::get<ImportedTable>(answered));
            }
    }
    else
        look_at(std::get<ImportedTable>(result));
    if (const auto period = parse_period(bytes))
        require(period->first.ok() && period->last.ok() && period->first <= period->last, "a period has two days");
    return 0;
}
