#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
#
# Looks into the finished trinvis.oxt: package_test.sh EXTENSION.oxt LIBRARY CMAKE
# Every line that begins with "fault:" is a failure.
set -euo pipefail
oxt=$1
library=$2
cmake=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && "$cmake" -E tar xf "$oxt")
cd "$folder"
faults=0
fault() {
    printf 'fault: %s\n' "$*"
    faults=$((faults + 1))
}

# The manifest and the files agree.
grep -o 'full-path="[^"]*"' META-INF/manifest.xml | cut -d'"' -f2 >listed
while read -r file; do
    [ -e "$file" ] || fault "the manifest lists $file, which is not there"
done <listed
for file in *.xcu *.xcs *.components types.rdb; do
    grep -qx "$file" listed || fault "$file is not in the manifest"
done
[ "$(sort listed | uniq -d)" = "" ] || fault "the manifest lists a file twice"
! grep -o 'manifest:[a-z-]*=' META-INF/manifest.xml | grep -vE 'manifest:(full-path|media-type)=' || fault "the manifest has an unknown attribute"

# All XML is well-formed: every start has its end, in order.
for file in META-INF/manifest.xml *.xml *.xcu *.xcs *.components dialogs/*.xdl templates/*.fodt help/*/*.fodt; do
    tr '\n' ' ' <"$file" | sed -E 's/<!--([^-]|-[^-])*-->//g; s/<\?[^>]*\?>//g; s/<![^>]*>//g' | grep -oE '</?[A-Za-z][^>]*>' | awk '
        /\/>$/ { next }
        /^<\// { name = $0; gsub(/[<\/> ]/, "", name); if (depth == 0 || open[depth] != name) exit 1; --depth; next }
        { name = $0; sub(/^</, "", name); sub(/[ >].*/, "", name); open[++depth] = name }
        END { if (depth != 0) exit 1 }' || fault "$file is not well-formed"
done

# The description.
grep -q '<identifier value="org.trinvis"/>' description.xml || fault "the identifier is not org.trinvis"
grep -qE '<version value="[0-9]+\.[0-9]+\.[0-9]+"/>' description.xml || fault "there is no version"
! grep -rn '@[A-Za-z_]*{\|@[A-Z_]*@' --include='*.x*' . || fault "a place in a template was not filled in"

# The library exports the constructors and nothing else, and needs only the office and the system.
nm -D --defined-only "$library" | awk '{ print $3 }' | sort >exported
printf '%s\n' trinvis_CellMenuJob_get_implementation trinvis_FirstRun_get_implementation trinvis_Functions_get_implementation trinvis_KeyFigures_get_implementation trinvis_OptionsPage_get_implementation trinvis_PanelFactory_get_implementation trinvis_ProtocolHandler_get_implementation | diff - exported >/dev/null ||
    fault "the library exports: $(tr '\n' ' ' <exported)"
cmp -s "$library" "$(basename "$library")" || fault "the package holds another library"
readelf -d "$library" | grep NEEDED | grep -oE '\[[^]]*\]' | tr -d '[]' |
    grep -vE '^(libuno_(cppuhelpergcc3|cppu|sal)\.so\.3|libstdc\+\+\.so\.6|libm\.so\.6|libgcc_s\.so\.1|libc\.so\.6|ld-linux.*)$' >needed || true
[ ! -s needed ] || fault "the library needs $(tr '\n' ' ' <needed)"

! readelf -d "$library" | grep -E 'R(UN)?PATH' || fault "the library looks for others in folders of the machine that built it"
! grep -aqE '/(home|root|tmp)/' "$library" || fault "the library names a path of the machine that built it"

# The type library is at the root and knows the service.
grep -q 'XKeyFigures' types.rdb || fault "types.rdb does not hold org.trinvis.XKeyFigures"

# The spreadsheet functions stand in the configuration under their service, in both languages.
grep -q 'XFunctions' types.rdb || fault "types.rdb does not hold org.trinvis.XFunctions"
grep -q '<service name="org.trinvis.Functions"/>' trinvis.components || fault "the service of the spreadsheet functions is not listed"
grep -q '<node oor:name="org.trinvis.Functions" oor:op="replace">' CalcAddIns.xcu || fault "CalcAddIns.xcu lists another service"
[ "$(grep -o 'xml:lang="da"' CalcAddIns.xcu | wc -l)" -eq "$(grep -o 'xml:lang="en-US"' CalcAddIns.xcu | wc -l)" ] || fault "a spreadsheet function lacks a language"
! grep -q '<value[^>]*></value>' CalcAddIns.xcu || fault "a spreadsheet function has an empty text"

# Icons of the right size for every command: the width stands in bytes 17 to 20 of a PNG.
for command in new-workbook add-round validate show-panel repair export-findings difference import-data compare groups plan report \
    show-in-plan check-plan plan-template report-template rehearsal survey import-survey survey-letter ladder import-accounts spending \
    mini-analysis inspiration goals course export-calendar update-workbook deliver share-copy read-receipt \
    help settings about validate-folder gather-figures practice \
    next-finding show-finding repair-cell explain-finding rule-help; do
    for size in 16 26; do
        for icon in "icons/${command}_$size.png" "icons/${command}_${size}_hc.png"; do
            [ -e "$icon" ] || { fault "$icon is missing"; continue; }
            width=$(od -An -tu1 -j16 -N4 "$icon" | awk '{ print $3 * 256 + $4 }')
            [ "$width" = "$size" ] || fault "$icon is $width pixels wide"
        done
    done
    grep -q "org.trinvis:$command<" Addons.xcu || fault "the menu lacks $command"
    grep -q "oor:name=\"n[0-9]*\" oor:op=\"replace\"><prop oor:name=\"URL\"><value>org.trinvis:$command<" Addons.xcu || fault "the extension tab lacks $command"
done
[ "$(grep -c 'xml:lang="da"' Addons.xcu)" -eq "$(grep -c 'xml:lang="en-US"' Addons.xcu)" ] || fault "a title lacks a language"

# In a menu each entry has a letter to press, and no two entries of one menu have the same, in either language.
tr '\n' ' ' <Addons.xcu | sed -E 's/<!--([^-]|-[^-])*-->//g' | grep -oE '<node[^>]*>|</node>|<value xml:lang="[^"]*">[^<]*</value>' | awk '
    /^<node[^>]*\/>/ { next }
    /^<node/ { name = $0; sub(/.*oor:name="/, "", name); sub(/".*/, "", name); open[++depth] = name; id[depth] = ++count; next }
    /^<\/node/ { --depth; next }
    open[2] == "OfficeMenuBar" && open[depth - 1] == "Submenu" {
        language = $0; sub(/.*xml:lang="/, "", language); sub(/".*/, "", language)
        title = $0; sub(/<value[^>]*>/, "", title); sub(/<.*/, "", title)
        if (split(title, parts, "~") != 2) { print language ": " title " (no letter to press)"; next }
        letter = tolower(substr(parts[2], 1, 1))
        place = id[depth - 1] language letter
        if (place in taken) print language ": " taken[place] " and " title
        taken[place] = title
        ++entries
    }
    END { if (entries < 90) print "only " entries + 0 " titles were looked at" }' >mnemonics
[ ! -s mnemonics ] || fault "letters to press: $(tr '\n' ';' <mnemonics)"

# Prose in a dialog is no label: the letter that would be underlined in it leads nowhere.
grep -hoE '<dlg:text dlg:id="([a-z_]*note|question|locked)" [^>]*' dialogs/*.xdl | grep -v 'dlg:nolabel="true"' >labels || true
[ ! -s labels ] || fault "prose that is a label: $(cut -d'"' -f2 labels | tr '\n' ' ')"

# The keys call commands that there are.
grep -oE 'org\.trinvis:[a-z-]+' Accelerators.xcu | sort -u | while read -r command; do
    grep -q "<value>$command</value>" Addons.xcu || printf '%s ' "$command"
done >unknown_commands
[ ! -s unknown_commands ] || fault "keys call unknown commands: $(cat unknown_commands)"

# Words: what dialogs name stands in both text files, and both have the same keys.
for language in da en; do
    grep -oE '"@[a-z_.]+"' dialogs/*.xdl | cut -d'@' -f2 | tr -d '"' | sort -u | while read -r key; do
        grep -q "^ *\"$key\":" "texts/$language.json" || printf '%s %s\n' "$key" "$language"
    done
done >missing
[ ! -s missing ] || fault "dialogs name texts that there are not: $(tr '\n' ' ' <missing)"
diff <(grep -oE '^ *"[a-z0-9_.-]+":' texts/da.json | sort) <(grep -oE '^ *"[a-z0-9_.-]+":' texts/en.json | sort) >/dev/null || fault "the text files have different keys"
for file in templates/catalogue.json templates/rules.json templates/municipalities.json templates/udviklingsplan.fodt templates/noegletalsrapport.fodt LICENSE; do
    [ -s "$file" ] || fault "$file is missing"
done

# Nothing of the machine that built it.
! grep -rnE '(^|[^A-Za-z0-9_./$}])/(home|root|tmp)/[A-Za-z]' --include='*.x*' --include='*.json' --include='*.txt' --include='*.components' . ||
    fault "a path of a machine"

printf '%s faults\n' "$faults"
[ "$faults" -eq 0 ]
