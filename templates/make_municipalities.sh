#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Makes municipalities.json, byte for byte, from three CSV files:
#
#     ./make_municipalities.sh FOLDER > municipalities.json
#
# FOLDER holds (UTF-8 without BOM, comma, LF, header row; columns are found by their headings):
#
#   municipalities.csv         code, name, region, kommunegruppe, landsdel; 98 rows.
#       Codes, names and groups: Danmarks Statistik's classification of kommunegrupper (version 2018), as in
#       data-raw/komgrp.csv of the R package dkstat (github.com/rOpenGov/dkstat, commit 822b4a0a; only the
#       classification is used, no code). Regions: municipal areas laid in the region areas of DAGI
#       (github.com/Neogeografen/dagi, commit a1c1563a), equal to geo_kommuner of the R package dagirlite and to
#       github.com/CPop-SDU/statbank_dk_weekly_data (commit a143f13a), where the landsdel comes from.
#       Danmarks Statistik, CC BY 4.0.
#   population_0_17_0_22.csv   code, name, pop_total, pop_0_17, pop_0_22; 98 rows.
#       Danmarks Statistik's population by municipality, age and sex in data/std_kommuner.rdata of dagirlite
#       (github.com/cran/dagirlite, commit 0f9d823e), summed over sex and age. Data CC BY 4.0; the package is
#       MIT, Copyright (c) 2021 Haematology Research Unit - Aalborg. The package names no date; 1 January 2014 is
#       inferred from its total with Christiansø (5.627.235).
#   regions.csv                region, region_code_dagi, region_code_statbank, municipalities, valid_from, valid_to,
#       successor. DAGI and StatBank codes; the merger: lov nr. 699 af 20/06/2025, § 126.
#
# Aliases, the country's own line and Christiansø stand in this script. It refuses files that do not fit each other
# (not 98 municipalities, a code or name in one file only, a region that is not in regions.csv) and then prints nothing.
# Needs sh, awk and sort. Licence of the output's data: CC BY 4.0, see SOURCES.md.
set -eu
export LC_ALL=C

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
    echo "usage: make_municipalities.sh FOLDER > municipalities.json" >&2
    exit 2
fi

result=$(awk '
# The fields of one CSV line in field[1..n], quotes taken off; returns n.
function split_csv(line, field,    n, c, i, inside, text) {
    split("", field); n = 0; text = ""; inside = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (inside && c == "\"" && substr(line, i + 1, 1) == "\"") { text = text c; i++ }
        else if (c == "\"") inside = !inside
        else if (c == "," && !inside) { field[++n] = text; text = "" }
        else text = text c
    }
    field[++n] = text
    return n
}
function fail(what) { print "make_municipalities: " what > "/dev/stderr"; failed = 1; exit 1 }
function value(name) {
    if (!((FILENAME, name) in column)) fail(FILENAME " has no column " name)
    return field[column[FILENAME, name]]
}
function quoted(text) { return text == "" ? "null" : "\"" text "\"" }
function alias(code, text) { aliases[code] = aliases[code] (aliases[code] == "" ? "" : ", ") "\"" text "\"" }

BEGIN {
    # Names that public files and people use for the same municipality: other spellings (aa/å, hyphen), English,
    # genitive with "Kommune", and the name used before the reform of 2007 where it lingers.
    alias("101", "Copenhagen"); alias("101", "Københavns"); alias("101", "Københavns Kommune")
    alias("169", "Høje Taastrup"); alias("169", "Høje-Tåstrup"); alias("169", "Høje Tåstrup")
    alias("173", "Lyngby-Tårbæk"); alias("173", "Lyngby Taarbæk"); alias("173", "Lyngby Tårbæk")
    alias("400", "Bornholms"); alias("400", "Bornholms Regionskommune")
    alias("430", "Fåborg-Midtfyn"); alias("430", "Faaborg Midtfyn")
    alias("480", "Nordfyn"); alias("480", "Nordfyns Kommune")
    alias("580", "Åbenrå")
    alias("751", "Århus")
    alias("756", "Ikast Brande")
    alias("760", "Ringkøbing Skjern")
    alias("810", "Brønderslev-Dronninglund")
    alias("820", "Vesthimmerland"); alias("820", "Vesthimmerlands Kommune")
    alias("851", "Ålborg")
}
FNR == 1 { n = split_csv($0, field); for (i = 1; i <= n; i++) column[FILENAME, field[i]] = i; file++; next }
{ split_csv($0, field) }
file == 1 {
    name = value("region")
    if (name == "Hele landet") { country_code = value("region_code_statbank"); next }
    region_known[name] = 1
    region[++regions] = "    {\"name\": \"" name "\", \"codes\": {\"dagi\": " quoted(value("region_code_dagi")) \
        ", \"statbank\": " quoted(value("region_code_statbank")) "}, \"municipalities\": " value("municipalities") \
        ", \"valid_from\": " quoted(value("valid_from")) ", \"valid_to\": " quoted(value("valid_to")) \
        ", \"successor\": " quoted(value("successor")) "}"
    region_size[name] = value("municipalities")
    if (value("valid_to") != "") valid_to = value("valid_to")
}
file == 2 {
    code = value("code")
    if (code !~ /^[1-8][0-9][0-9]$/) fail("not a municipality code: " code)
    if (code in name_of) fail("twice: " code)
    name_of[code] = value("name"); region_of[code] = value("region")
    landsdel[code] = value("landsdel"); group[code] = value("kommunegruppe")
    if (!(region_of[code] in region_known)) fail("unknown region: " region_of[code])
    in_region[region_of[code]]++
    count++
}
file == 3 {
    code = value("code")
    if (!(code in name_of) || name_of[code] != value("name")) fail("population of an unknown municipality: " code)
    young[code] = value("pop_0_17") + 0; all[code] = value("pop_0_22") + 0; total[code] = value("pop_total") + 0
    if (young[code] <= 0 || all[code] <= young[code] || total[code] <= all[code]) fail("population of " code)
    counted++
}
END {
    if (failed) exit 1
    if (count != 98 || counted != 98) fail("expected 98 municipalities, got " count + 0 " and " counted + 0)
    for (name in in_region) if (in_region[name] != region_size[name]) fail("size of " name)
    for (code in aliases) if (!(code in name_of)) fail("alias of an unknown municipality: " code)

    print "{"
    print "  \"version\": \"1.0\","
    print "  \"source\": ["
    print "    {\"what\": \"Kommunekoder, navne og kommunegrupper (version 2018)\", \"attribution\": \"Kilde: Danmarks Statistik, kommunegrupper, CC BY 4.0\", \"licence\": \"CC BY 4.0\", \"origin\": \"https://github.com/rOpenGov/dkstat (822b4a0a)\", \"notice\": null},"
    print "    {\"what\": \"Region og landsdel\", \"attribution\": \"Kilde: Danmarks Statistik, CC BY 4.0\", \"licence\": \"CC BY 4.0\", \"origin\": \"https://github.com/Neogeografen/dagi (a1c1563a), https://github.com/CPop-SDU/statbank_dk_weekly_data (a143f13a)\", \"notice\": null},"
    print "    {\"what\": \"Befolkning i alt, 0-17 og 0-22 år\", \"attribution\": \"Kilde: Danmarks Statistik, befolkningen efter kommune og alder, CC BY 4.0 (via R-pakken dagirlite, MIT)\", \"licence\": \"CC BY 4.0\", \"origin\": \"https://github.com/cran/dagirlite (0f9d823e)\", \"notice\": \"dagirlite: MIT License, Copyright (c) 2021 Haematology Research Unit - Aalborg\"},"
    print "    {\"what\": \"Region Østdanmark fra 1. januar 2027\", \"attribution\": \"Lov nr. 699 af 20/06/2025, § 126\", \"licence\": null, \"origin\": \"https://www.elov.dk/lov-om-overgangen-til-en-ny-sundhedsstruktur-overgangsloven/paragraf/126\", \"notice\": null}"
    print "  ],"
    print "  \"population_date\": \"2014-01-01\","
    print "  \"population_date_status\": \"inferred\","
    print "  \"regions_valid_to\": \"" valid_to "\","
    print "  \"name_suffixes\": [\"Kommune\", \"Regionskommune\"],"
    print "  \"country\": {\"name\": \"Hele landet\", \"codes\": {\"dagi\": null, \"statbank\": \"" country_code "\"}, \"municipalities\": " count "},"
    print "  \"municipalities\": ["
    last = 0
    for (number = 101; number <= 899; number++) { # codes have three digits: counting up is sorting
        code = number ""
        if (!(code in name_of)) continue
        last++
        print "    {\"code\": \"" code "\", \"name\": \"" name_of[code] "\", \"aliases\": [" aliases[code] "], \"region\": \"" \
            region_of[code] "\", \"landsdel\": \"" landsdel[code] "\", \"group\": \"" group[code] \
            "\", \"population\": " total[code] ", \"population_0_17\": " young[code] ", \"population_0_22\": " all[code] "}" (last < count ? "," : "")
    }
    print "  ],"
    print "  \"not_municipalities\": ["
    print "    {\"code\": \"411\", \"name\": \"Christiansø\", \"aliases\": [], \"note\": \"Ikke en kommune, men står i de fleste lister; indgår ikke i tallene for hele landet her\"}"
    print "  ],"
    print "  \"regions\": ["
    for (i = 1; i <= regions; i++) print region[i] (i < regions ? "," : "")
    print "  ]"
    print "}"
}
' "$1/regions.csv" "$1/municipalities.csv" "$1/population_0_17_0_22.csv")
printf '%s\n' "$result"
