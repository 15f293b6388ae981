// SPDX-License-Identifier: MPL-2.0
//
// The fixture for imports: files written byte by byte, and Sammenligningsdata as lines.
//
//     const std::string url = file("ANBAAR12.csv", bom + "ADMKOMMUNE;TID;INDHOLD\r\n…");
//     import(document, {{"Url", url}, {"Mapping", "item:=anbragte"}});
//     EXPECT_EQ(rows(document), …);
//
// All numbers are invented.
#pragma once

#include "cells.hpp"
#include "document_content.hpp"

#include <fstream>

namespace trinvis::testing
{

inline const std::string bom = "\xEF\xBB\xBF";

/// What StatBank's API gives for a table of placements: three municipalities, Christiansø and the country, two places
/// and two years.
inline std::string placements(const std::string& first_year = "2023", const std::string& second_year = "2024")
{
    std::string text = bom + "ADMKOMMUNE;ANBRSTED;TID;INDHOLD\r\n";
    int number = 20;
    for (const char* place : {"Hele landet", "Aalborg", "Thisted", "Christiansø", "Randers"})
        for (const char* kind : {"Anbringelsessteder i alt", "Døgninstitution", "Plejefamilie"})
            for (const std::string& year : {first_year, second_year})
                text += std::string(place) + ";" + kind + ";" + year + ";" +
                        (std::string_view(place) == "Thisted" && std::string_view(kind) == "Døgninstitution"
                             ? std::string("..")
                             : std::to_string(number++)) +
                        "\r\n";
    return text;
}

/// The answers that placements() needs in a workbook with rounds on 31 December.
inline const std::string placement_answers =
    "variable:ADMKOMMUNE=municipality;variable:ANBRSTED=items;variable:TID=time;"
    "item:Anbringelsessteder i alt=anbragte;item:Døgninstitution=institution;item:Plejefamilie=plejefamilie;"
    "period-day=last;sign:..=not_reported;counting-unit=Unikke børn;age-base=0-22 år;"
    "municipality-concept=Administrationskommune;proposals=accept";

class ImportTest : public OfficeTest
{
protected:
    using Arguments = std::vector<std::pair<const char*, std::string>>;

    /// A workbook of Syddjurs with a round at the end of each year.
    [[nodiscard]] Document yearly_workbook()
    {
        return new_workbook({"2023-12-31", "2024-12-31"});
    }

    /// Writes a file into the test's folder and gives its URL.
    [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(folder() / name, std::ios::binary) << bytes;
        return url_of(name);
    }

    [[nodiscard]] static std::vector<css::beans::PropertyValue> arguments_of(const Document& document,
                                                                             const Arguments& arguments)
    {
        std::vector<css::beans::PropertyValue> values{
            office::property("Document", css::uno::Any(office::query<css::frame::XModel>(document)))};
        for (const auto& [name, value] : arguments)
            values.push_back(office::property(name, css::uno::Any(office::from_utf8(value))));
        return values;
    }

    /// How many values were written; fails the test with the sentence when the command refuses.
    sal_Int32 import(const Document& document, const Arguments& arguments) const
    {
        sal_Int32 count = -1;
        try
        {
            running().run("import-data", arguments_of(document, arguments)) >>= count;
        }
        catch (const css::uno::RuntimeException& error)
        {
            ADD_FAILURE() << office::to_utf8(error.Message);
        }
        return count;
    }

    [[nodiscard]] std::string import_refusal(const Document& document, const Arguments& arguments) const
    {
        return refusal("import-data", arguments_of(document, arguments));
    }

    /// Refuses with a part of a sentence, and nothing is changed.
    void expect_refused(const Document& document, const Arguments& arguments, const std::string& part) const
    {
        undo_manager(document)->clear();
        const std::vector<std::string> before = content_of(document);
        const std::string sentence = import_refusal(document, arguments);
        EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
        EXPECT_EQ(undo_titles(document), std::vector<std::string>{});
        EXPECT_EQ(difference(before, content_of(document)), "");
    }

    /// The rows of Sammenligningsdata below its headings, as they are shown: "Aalborg|anbragte|31-12-2023|22".
    [[nodiscard]] static std::vector<std::string> rows(const Document& document)
    {
        const Sheet sheet = sheet_named(document, "Sammenligningsdata");
        std::vector<std::string> lines;
        for (sal_Int32 row = comparison_heading + 1; row <= last_used_row(sheet); ++row)
        {
            std::string line;
            for (const char* column : {"A", "B", "C", "D"})
                line += (line.empty() ? "" : "|") + shown(sheet, column + std::to_string(row + 1));
            if (line != "|||")
                lines.push_back(line);
        }
        return lines;
    }

    static constexpr sal_Int32 comparison_heading = 3;
};

} // namespace trinvis::testing
