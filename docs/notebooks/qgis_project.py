"""Makes a QGIS project of a case's incidents, each a circle in metres.

    stemma export incidents --proposed --format geojson -o incidents.geojson
    python3 qgis_project.py incidents.geojson incidents.qgs

It wants QGIS's own Python (Debian: python3-qgis), or QGIS itself: Plugins, Python Console, Show Editor, open this file,
change the two names at its end, Run. A circle is as wide as the place is uncertain: never a bare point. Nothing is
loaded from elsewhere; lay your own outlines below.
"""

import os
import sys

from qgis.core import (
    QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsGeometryGeneratorSymbolLayer, QgsMarkerSymbol, QgsProject,
    QgsRendererCategory, QgsVectorLayer,
)

# Okabe and Ito's colours; the stroke says the same without colour
STANDING = [("accepted", "Accepted by a person", "0,114,178", "solid"), ("proposed", "Proposed by the machine", "230,159,0", "dash")]

# a circle on the ground, in degrees: a degree of longitude is shorter away from the equator
CIRCLE = "make_ellipse($geometry, radius_m / (111320 * cos(radians(y($geometry)))), radius_m / 111320, 90, 72)"


def circle(colour, stroke):
    """A circle as wide as the place is uncertain."""
    symbol = QgsMarkerSymbol()
    ring = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": CIRCLE, "SymbolType": "Fill"})
    ring.setSubSymbol(QgsFillSymbol.createSimple({"color": colour + ",48", "outline_color": colour + ",255", "outline_style": stroke, "outline_width": "0.5"}))
    symbol.changeSymbolLayer(0, ring)
    return symbol


def layer_of(path):
    """The incidents, coloured by where they stand, told of on a click."""
    layer = QgsVectorLayer(path, "Incidents", "ogr")
    if not layer.isValid():
        raise SystemExit(f"{path}: no GeoJSON that QGIS can read")
    layer.setRenderer(QgsCategorizedSymbolRenderer("status", [QgsRendererCategory(value, circle(colour, stroke), words) for value, words, colour, stroke in STANDING]))
    layer.setMapTipTemplate("<b>[% title %]</b><br>[% coalesce(earliest, 'unknown') %] – [% coalesce(latest, 'unknown') %]<br>"
                            "[% place %] ([% precision %], within [% radius_m %] m)<br>independent origins: [% origins_min %]–[% origins_max %]")
    return layer


def make(geojson, project_file):
    """Writes the project beside the data, with paths relative to it."""
    project = QgsProject.instance()
    project.setTitle("Incidents, as Stemma exported them")
    project.addMapLayer(layer_of(geojson))
    if not project.write(project_file):
        raise SystemExit(f"{project_file}: cannot be written")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no window is opened
    program = QgsApplication([], False)
    program.initQgis()
    make(*sys.argv[1:3])
    program.exitQgis()
