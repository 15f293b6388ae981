# SPDX-License-Identifier: MPL-2.0
#
# What tools/demo and tools/test share: install what is missing, build, say what is being done. Sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8
# Where ccache is installed, checkouts share what they compiled.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

say() {
    printf '%s\n' "$*"
}

# Installs the missing Debian packages, those of the tests only when asked for; without root or sudo prints the one line
# that does and stops.
install_packages() {
    local wanted who missing=()
    while read -r wanted who _; do
        [[ -z $wanted || $wanted == \#* ]] && continue
        [[ $who == tests && ${1:-} != tests ]] && continue
        dpkg-query -W -f '${Status}' "$wanted" 2>/dev/null | grep -q '^install ok installed' || missing+=("$wanted")
    done <tools/packages.txt
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null && ! { command -v sudo >/dev/null && [ -t 0 ]; }; then
            say "Nogle pakker mangler. Bed en administrator om at køre denne ene linje, og prøv igen:"
            say "(Some packages are missing. Have an administrator run this one line and try again:)"
            say "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
            exit 1
        fi
        as_root=(sudo)
    fi
    say "Installerer fra Debians pakker: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Configures (once) and builds targets of a preset; a quiet build unless it fails.
build() {
    local preset=$1
    shift
    local folder=build log
    [ "$preset" = release ] || folder=build/$preset
    log=$(mktemp)
    if [ ! -f "$folder/build.ninja" ]; then
        cmake --preset "$preset" >"$log" 2>&1 || { cat "$log"; rm -f "$log"; exit 1; }
    fi
    cmake --build --preset "$preset" --target "$@" >"$log" 2>&1 || { cat "$log"; rm -f "$log"; exit 1; }
    rm -f "$log"
}
