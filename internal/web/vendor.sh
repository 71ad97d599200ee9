#!/bin/sh
# Makes assets/leaflet.js and assets/leaflet.css again from the npm package
# (SHA-512 in docs/web.md). Two things are changed: the probe for inline SVG, which
# writes markup and which Trusted Types refuse, is answered with yes; and what
# would load files that we do not carry (pictures, a source map) is left out.
set -e
cd "$(dirname "$0")/assets"
work=$(mktemp -d)
(cd "$work" && npm pack --silent leaflet@1.9.4 && tar xzf leaflet-1.9.4.tgz)
sed -e 's|Wt=!!Ht&&((Wt=document.createElement("div")).innerHTML="<svg/>",[^)]*))|Wt=!!Ht|' -e '/^\/\/# sourceMappingURL/d' "$work/package/dist/leaflet.js" >leaflet.js
sed -e '/url(/d' "$work/package/dist/leaflet.css" >leaflet.css
rm -r "$work"
sha256sum leaflet.js leaflet.css
