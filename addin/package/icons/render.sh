#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Renders the extension's icons from the SVGs in this folder: each NAME.svg gives NAME.png and,
# with the colours of high-contrast.css, NAME_hc.png. Run it after changing an SVG or the CSS.
# The PNGs are committed, so the build of the extension needs no renderer.
# Needs rsvg-convert and convert: apt-get install librsvg2-bin imagemagick
# The PNGs carry no time stamps or other metadata: the same SVGs give the same bytes with the
# same tool versions.
set -eu
cd "$(dirname "$0")"

strip_png() { # FILE: 8-bit RGBA, pixels only
    convert "$1" -strip -define png:exclude-chunks=all -define png:compression-level=9 "PNG32:$1.tmp"
    mv "$1.tmp" "$1"
}

for svg in *.svg; do
    name=${svg%.svg}
    rsvg-convert -o "$name.png" "$svg"
    rsvg-convert --stylesheet high-contrast.css -o "${name}_hc.png" "$svg"
    strip_png "$name.png"
    strip_png "${name}_hc.png"
done
