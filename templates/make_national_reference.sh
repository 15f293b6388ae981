#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Makes national_reference.json, byte for byte, from one CSV file:
#
#     ./make_national_reference.sh FOLDER > national_reference.json
#
# FOLDER holds national_reference_values.csv (UTF-8 without BOM, comma, LF, header row; columns are found by their
# headings): id, measure_da, value, unit, age_base, period, stock_or_flow, counts, rounding, source, url, mark, note.
# Its rows are national figures from Danmarks Statistik's releases (NYT) on udsatte børn og unge of 2018, 2019 and
# 2020/2023; rows marked "Found (secondary)" come from a press summary of Danmarks Statistik's figures. The address of
# each stands in its row. Licence of the data: Danmarks Statistik, CC BY 4.0.
#
# Only the rows named below are taken. placed_n_2017 stands in no release: it is worked out here from the count of
# 2018 and the fall from 2017 that the release of 2018 states. The Danish notes stand in this script. The script refuses
# a file in which a row is missing, a value is no whole number, or the stated fall is not found, and then prints nothing.
# Needs sh and awk.
set -eu
export LC_ALL=C

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
    echo "usage: make_national_reference.sh FOLDER > national_reference.json" >&2
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
function fail(what) { print "make_national_reference: " what > "/dev/stderr"; failed = 1; exit 1 }
function take(id, note) { wanted[++count] = id; note_of[id] = note }
function cell(id, name) {
    if (!((id, name) in table)) fail("no " name " for " id)
    return table[id, name]
}
function entry(id, from, value, period, status, note) {
    return "    {\"id\": \"" id "\", \"measure\": \"" cell(from, "measure_da") "\", \"value\": " value \
        ", \"unit\": \"" cell(from, "unit") "\", \"age_base\": \"" cell(from, "age_base") "\", \"period\": \"" period \
        "\", \"stock_or_flow\": \"" (cell(from, "stock_or_flow") ~ /^stock/ ? "stock" : "flow") \
        "\", \"counts\": \"" cell(from, "counts") "\", \"rounding\": \"" rounding[cell(from, "rounding")] \
        "\", \"status\": \"" status "\", \"source\": \"" cell(from, "source") "\", \"url\": \"" cell(from, "url") \
        "\", \"note\": \"" note "\"}"
}
BEGIN {
    rounding["exact"] = "exact"; rounding["nearest 100"] = "nearest_100"
    press = "Pressens gengivelse af Danmarks Statistiks tal"
    take("placed_n_2011", press ".")
    take("placed_n_2015", "")
    take("placed_n_2017", "Beregnet: antallet for 2018 plus faldet på %d siden 2017, som udgivelsen for 2018 oplyser.")
    take("placed_n_2018", "")
    take("placed_foster_2018", press ". Svarer til 63 pct. af de anbragte.")
    take("placed_inst_2018", press ". Svarer til 17 pct. af de anbragte.")
    take("placed_opholdssted_2018", press ". Svarer til 14 pct. af de anbragte.")
    take("placed_n_2020", "Afrundet til nærmeste 100 i udgivelsen.")
    take("preventive_n_2015", "")
    take("preventive_n_2019", "")
    take("early_support_n_2020", "Afrundet til nærmeste 100 i udgivelsen. Modtagere i løbet af året, ikke på én dato.")
}
FNR == 1 { columns = split_csv($0, field); for (i = 1; i <= columns; i++) name[i] = field[i]; next }
{ split_csv($0, field); for (i = 1; i <= columns; i++) table[field[1], name[i]] = field[i] }
END {
    if (failed) exit 1
    print "{"
    print "  \"version\": \"1.0\","
    print "  \"attribution\": \"Kilde: Danmarks Statistik, NYT, CC BY 4.0\","
    print "  \"licence\": \"CC BY 4.0\","
    print "  \"values\": ["
    for (k = 1; k <= count; k++) {
        id = wanted[k]; from = id; status = "published"; note = note_of[id]
        if (id == "placed_n_2017") {
            from = "placed_n_2018"
            if (!match(cell(from, "note"), /down [0-9]+ on 2017/)) fail("the fall from 2017 is not stated")
            fall = substr(cell(from, "note"), RSTART + 5, RLENGTH - 13) + 0
            status = "derived"; note = sprintf(note, fall)
            line = entry(id, from, cell(from, "value") + fall, "2017", status, note)
        } else {
            if (cell(id, "mark") == "Found (secondary)") status = "published_secondary"
            if (cell(id, "value") !~ /^[0-9]+$/) fail("not a whole number: " id)
            if (!(cell(id, "rounding") in rounding)) fail("unknown rounding of " id)
            line = entry(id, id, cell(id, "value"), cell(id, "period"), status, note)
        }
        print line (k < count ? "," : "")
    }
    print "  ]"
    print "}"
}
' "$1/national_reference_values.csv")
printf '%s\n' "$result"
