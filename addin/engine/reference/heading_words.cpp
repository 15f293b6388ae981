// SPDX-License-Identifier: MPL-2.0
#include "reference/heading_words.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace trinvis::reference
{

namespace
{

template <std::size_t Size>
bool is_one_of(std::string_view heading, const std::array<std::string_view, Size>& names)
{
    const std::string small = folded(heading);
    return std::find(names.begin(), names.end(), small) != names.end();
}

} // namespace

bool is_value_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 7> names{"indhold", "værdi", "value", "contents",
                                                           "content", "antal", "number"};
    return is_one_of(heading, names);
}

bool is_remark_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 9> names{"bemærkning", "bemærkninger", "remark", "remarks", "note",
                                                           "noter",      "kilde",        "source", "comment"};
    return is_one_of(heading, names);
}

bool is_source_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 2> names{"kilde", "source"};
    return is_one_of(heading, names);
}

bool is_variable_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 18> names{
        "alder",         "age",        "køn",        "sex",       "gender",        "post",
        "item",          "nøgletal",   "indicator",  "indikator", "kategori",      "category",
        "kommunebegreb", "tælleenhed", "aldersbase", "age base",  "counting unit", "municipality concept"};
    return is_one_of(heading, names) || is_time_heading(heading) || is_municipality_heading(heading);
}

bool is_common_sign(std::string_view text)
{
    static constexpr std::array<std::string_view, 16> signs{
        "",  "..",  "...", "\xE2\x80\xA6", ".",   "-", "\xE2\x80\x93", "x",
        "*", "n/a", "na",  "#n/a",         "nan", ":", "i/t",          "u"};
    const std::string small = folded(text);
    return small.starts_with('<') || std::find(signs.begin(), signs.end(), small) != signs.end();
}

bool is_time_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 17> names{
        "tid",     "time",  "år",    "year",    "periode", "period",       "dato",         "date",          "runde",
        "kvartal", "round", "måned", "quarter", "month",   "skæringsdato", "cut-off date", "opgørelsesdato"};
    return is_one_of(heading, names);
}

bool is_municipality_heading(std::string_view heading)
{
    static constexpr std::array<std::string_view, 21> names{"område",
                                                            "omrade",
                                                            "kommune",
                                                            "kommuner",
                                                            "municipality",
                                                            "municipalities",
                                                            "kommunekode",
                                                            "kommunenr",
                                                            "kommunenr.",
                                                            "kommunenavn",
                                                            "komkode",
                                                            "komnr",
                                                            "knr",
                                                            "administrationskommune",
                                                            "adminkom",
                                                            "handlekommune",
                                                            "betalingskommune",
                                                            "bopælskommune",
                                                            "bopkom",
                                                            "area",
                                                            "municipality code"};
    return is_one_of(heading, names);
}

} // namespace trinvis::reference
