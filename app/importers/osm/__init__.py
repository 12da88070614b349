"""OpenStreetMap: streets, facilities, buildings, barriers and land cover of one place."""

from app.importers.osm.reader import LAYERS, OsmLayer, read_osm, read_overpass

__all__ = ["LAYERS", "OsmLayer", "read_osm", "read_overpass"]
